// A language as charts need it: the words for what they write, and how numbers are written.

import { formats } from "./numbers.js";

/** @typedef {import("./types.js").InstrumentWords} InstrumentWords */

export class Tongue {
  words;
  #language;

  /**
   * @param {InstrumentWords} words
   * @param {string} language  BCP 47 tag, for the numbers
   */
  constructor(words, language) {
    this.words = words;
    this.#language = language;
  }

  /** @param {import("./types.js").Chart} chart  from now on, it writes this language */
  teach(chart) {
    const { phrases } = this.words.chart;
    const { decimal, group, percent } = formats(this.#language).signs;
    chart.setWords(Object.keys(phrases), Object.values(phrases), decimal, group, percent);
  }
}
