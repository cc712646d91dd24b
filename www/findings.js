// What a study has found, as scenes read it: rows of numbers and lists of words by name.

export class Findings {
  rows;
  lists;

  /** @param {{ rows: Record<string, ArrayLike<number | null>>, lists: Record<string, string[]> }} found */
  constructor({ rows, lists }) {
    this.rows = rows;
    this.lists = lists;
  }

  /** @param {string} name  empty if there is none */
  row(name) {
    return this.rows[name] ?? [];
  }

  /**
   * A number that is not known is NaN.
   * @param {string} name
   * @param {number} [index]
   */
  number(name, index = 0) {
    return this.row(name)[index] ?? NaN;
  }

  /**
   * The last place up to which all of these rows are known.
   * @param {string[]} names
   * @param {number} [parts]  rows that lie behind each other in each of them
   */
  known(names, parts = 1) {
    const rows = names.flatMap((name) => {
      const row = this.row(name);
      const width = row.length / parts;
      return Array.from({ length: parts }, (_, i) => Array.from(row).slice(i * width, (i + 1) * width));
    });
    const lengths = rows.map((row) => {
      const unknown = row.findIndex((value) => value === null || Number.isNaN(value));
      return unknown < 0 ? row.length : unknown;
    });
    return Math.max(0, Math.min(...lengths) - 1);
  }

  /**
   * @param {string} name
   * @returns {string[]} empty if there is none
   */
  list(name) {
    return this.lists[name] ?? [];
  }

  /**
   * @param {string} name
   * @param {number} [index]
   */
  word(name, index = 0) {
    return this.list(name)[index] ?? "";
  }
}

/**
 * Where tokens stand in the prose that was made of them, one after the other; what is not found is left out.
 * @param {string} prose
 * @param {string[]} tokens
 */
export function placesOf(prose, tokens) {
  // Capitals at the head of a sentence are the detokenizer's.
  const [text, wanted] = [prose.toLowerCase(), tokens.map((token) => token.toLowerCase())];
  let from = 0;
  return wanted.map((token) => {
    const start = text.indexOf(token, from);
    if (start < 0) return undefined;
    from = start + token.length;
    return { start, end: from };
  });
}
