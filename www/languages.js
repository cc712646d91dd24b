// Which languages there are, and how a reader comes by the words of one.

/** Every language there is a catalogue of. */
export const LANGUAGES = ["en", "de"];

/**
 * The language that serves a reader of another one best: German one of Austria, English one of Greenland.
 * @param {string} tag  BCP 47; one that is malformed counts as none
 */
export function negotiate(tag) {
  try {
    const { language } = new Intl.Locale(tag);
    return LANGUAGES.includes(language) ? language : "en";
  } catch {
    return "en";
  }
}

/**
 * A catalogue in all languages.
 * @template Words
 * @param {Words} english  what is said where nothing else is known
 * @param {Record<string, () => Promise<Words>>} others  each fetched when it is first asked for
 */
export function translations(english, others) {
  /** @type {Map<string, Words>} */
  const loaded = new Map([["en", english]]);

  /**
   * The catalogue that serves a reader of this language; the English one if it does not come.
   * @param {string} tag  BCP 47
   * @returns {Promise<Words>}
   */
  async function catalogue(tag) {
    const language = negotiate(tag);
    try {
      const words = loaded.get(language) ?? (await others[language]?.()) ?? english;
      loaded.set(language, words);
      return words;
    } catch {
      return english;
    }
  }

  /**
   * Hands over the catalogue of a language: at once if it is there, once it has come if not.
   * @param {string} tag  BCP 47
   * @param {(words: Words) => void} take
   */
  function withCatalogue(tag, take) {
    const words = loaded.get(negotiate(tag));
    if (words) take(words);
    else catalogue(tag).then(take);
  }

  return { catalogue, withCatalogue };
}
