// A bet: the reader says what will happen before seeing it, and is told afterwards how far off that was.

import { h, setText } from "./dom.js";
import { Slider } from "./inputs.js";
import { bets } from "./words/stage.js";

/** @typedef {import("./numbers.js").Formats} Formats */

export class BetForm {
  #bet;
  #place = h("button", { type: "submit", part: "button" }, bets.place);
  #skip = h("button", { type: "button", part: "button" }, bets.skip);
  #gap = h("p", { class: "gap", role: "status" });
  #form;
  /** @type {Slider | undefined} */
  #slider;
  /** @type {HTMLInputElement[]} */
  #options = [];
  #value = NaN;
  element;

  /**
   * @param {import("./types.js").Bet} bet
   * @param {Formats} n
   * @param {(value: number | undefined) => void} settled  undefined if skipped
   */
  constructor(bet, n, settled) {
    this.#bet = bet;
    const field = bet.options ? this.#choice(bet.options) : this.#number(bet, n);
    this.#form = h("form", { class: "bet" }, h("p", { class: "prompt" }, h("b", {}, bets.title), " ", bet.prompt), field, h("p", { class: "buttons" }, this.#place, this.#skip));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!Number.isNaN(this.#value)) settled(this.#value);
    });
    this.#skip.addEventListener("click", () => settled(undefined));
    this.element = h("div", { class: "betting" }, this.#form, this.#gap);
  }

  /**
   * @param {import("./types.js").Bet} bet
   * @param {Formats} n
   */
  #number({ range, unit }, n) {
    const { min, max, step, start } = range ?? { min: 0, max: 100, step: 1, start: 50 };
    this.#value = start;
    const slider = new Slider("bet", bets.guess, { min, max, step }, (value) => {
      this.#value = value;
      slider.show(value, unit(n, value));
    });
    slider.show(start, unit(n, start));
    this.#slider = slider;
    return slider.element;
  }

  /** @param {string[]} options */
  #choice(options) {
    this.#options = options.map((_, value) => h("input", { type: "radio", name: "bet", value }));
    this.#options.forEach((input, value) => input.addEventListener("change", () => (this.#value = value)));
    const labels = this.#options.map((input, i) => h("label", {}, input, h("span", {}, options[i] ?? "")));
    return h("div", { class: "options", role: "radiogroup", "aria-label": this.#bet.prompt }, ...labels);
  }

  /**
   * @param {"open" | "skipped" | number} state  a number is the bet that was placed
   * @param {import("./findings.js").Findings | undefined} findings
   * @param {Formats} n
   */
  show(state, findings, n) {
    this.#form.hidden = state !== "open";
    const placed = typeof state === "number";
    if (placed) {
      this.#slider?.show(state, this.#bet.unit(n, state));
      for (const input of this.#options) input.checked = Number(input.value) === state;
    }
    setText(this.#gap, placed && findings ? this.#bet.said(findings, n, state) : "");
  }
}
