// Sentences that come in English, found again in another language.

/**
 * A book of frames. In the English, `{}` stands for something without a space and `{…}` for anything; in the other language,
 * each place is filled with what stood in the English one, in the same order.
 * @param {Record<string, string>} frames  English frame to the other language's
 * @returns {(sentence: string, part?: (part: string) => string) => string | undefined} undefined for a sentence that the book
 *   does not have; `part` may rewrite what fills a place
 */
export function phrasebook(frames) {
  const pages = Object.entries(frames).map(([english, said]) => ({ pattern: patternOf(english), said: said.split(/\{…?\}/) }));
  return (sentence, part = (same) => same) => {
    for (const { pattern, said: [first = "", ...rest] } of pages) {
      const found = pattern.exec(sentence);
      if (found) return rest.reduce((filled, piece, i) => filled + part(found[i + 1] ?? "") + piece, first);
    }
    return undefined;
  };
}

/** @param {string} frame */
function patternOf(frame) {
  const escaped = frame.replace(/[.*+?^$()|[\]\\/]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("{}", "(\\S*)").replaceAll("{…}", "([^]*)")}$`);
}
