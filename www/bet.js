// The form of a bet: the reader says what will happen before seeing it, and is told afterwards how far off that was.

import { h, setText } from "./dom.js";
import { Findings } from "./findings.js";
import { Slider } from "./inputs.js";

/** @typedef {import("./numbers.js").Formats} Formats */

export class BetForm {
  #bet;
  #prompt = h("span");
  #gap = h("p", { class: "gap", role: "status" });
  #form = h("form", { class: "bet" });
  /** @type {Slider | undefined} */
  #slider;
  /** @type {HTMLInputElement[]} */
  #options = [];
  #group;
  #value = NaN;
  element = h("div", { class: "betting" }, this.#form, this.#gap);

  /**
   * @param {import("./types.js").Bet | undefined} bet
   * @param {Formats} n
   * @param {import("./types.js").Catalogue["stage"]["bets"]} words
   * @param {(value: number | undefined) => void} settled  undefined if skipped
   */
  constructor(bet, n, words, settled) {
    this.#bet = bet;
    this.#group = bet?.options ? this.#choice(bet.options) : this.#number(bet, n, words.guess);
    const place = h("button", { type: "submit", part: "button" }, words.place);
    const skip = h("button", { type: "button", part: "button" }, words.skip);
    this.#form.append(h("p", { class: "prompt" }, h("b", {}, words.title), " ", this.#prompt), this.#group, h("p", { class: "buttons" }, place, skip));
    this.#ask(new Findings({ rows: {}, lists: {} }), n);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      settled(this.#value);
    });
    skip.addEventListener("click", () => settled(undefined));
  }

  /**
   * @param {Findings} findings
   * @param {Formats} n
   */
  #ask(findings, n) {
    const prompt = this.#bet?.prompt(findings, n) ?? "";
    setText(this.#prompt, prompt);
    if (this.#options.length > 0) this.#group.setAttribute("aria-label", prompt);
  }

  /**
   * @param {import("./types.js").Bet | undefined} bet
   * @param {Formats} n
   * @param {string} label
   */
  #number(bet, n, label) {
    const { min, max, step, start } = bet?.range ?? { min: 0, max: 100, step: 1, start: 50 };
    const written = (/** @type {number} */ value) => bet?.unit(n, value) ?? n.count(value);
    this.#value = start;
    const slider = new Slider("bet", label, { min, max, step }, (value) => {
      this.#value = value;
      slider.show(value, written(value));
    });
    slider.show(start, written(start));
    this.#slider = slider;
    return slider.element;
  }

  /** @param {string[]} options */
  #choice(options) {
    this.#options = options.map((_, value) => h("input", { type: "radio", name: "bet", value, required: true }));
    this.#options.forEach((input, value) => input.addEventListener("change", () => (this.#value = value)));
    const labels = this.#options.map((input, i) => h("label", {}, input, h("span", {}, options[i] ?? "")));
    return h("div", { class: "options", role: "radiogroup" }, ...labels);
  }

  /**
   * @param {"open" | "skipped" | number} state  a number is the bet that was placed
   * @param {Findings} findings
   * @param {string} said  what came of it
   * @param {Formats} n
   */
  show(state, findings, said, n) {
    this.#form.hidden = state !== "open";
    this.#ask(findings, n);
    const placed = typeof state === "number";
    if (placed) {
      this.#slider?.show(state, this.#bet?.unit(n, state) ?? "");
      for (const input of this.#options) input.checked = Number(input.value) === state;
    }
    setText(this.#gap, placed ? said : "");
  }
}
