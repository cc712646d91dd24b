// Play, step, reset, and the scrubber over generations.

import { h, setText } from "./dom.js";

export class Transport {
  #words;
  #play;
  #step;
  #scrubber = h("input", { type: "range", id: "scrubber", class: "scrubber", min: 0, max: 1, value: 0, part: "slider" });
  #value = h("output", { for: "scrubber", "aria-live": "off" });
  element;

  /**
   * @param {import("./types.js").Catalogue["labels"]} words
   * @param {{ toggle: () => void, step: () => void, reset: () => void, seek: (generation: number) => void }} actions
   */
  constructor(words, { toggle, step, reset, seek }) {
    const { labels } = (this.#words = words);
    const button = (/** @type {string} */ label, /** @type {() => void} */ press) => {
      const element = h("button", { type: "button", part: "button" }, label);
      element.addEventListener("click", press);
      return element;
    };
    this.#play = h("button", { type: "button", class: "play", part: "button" }, h("span", { class: "glyph", "aria-hidden": "true" }), h("span", {}, labels.play));
    this.#play.addEventListener("click", toggle);
    this.#step = button(labels.step, step);
    this.#scrubber.addEventListener("input", () => seek(this.#scrubber.valueAsNumber));
    this.element = h("div", { class: "transport", role: "group", "aria-label": labels.transport, part: "controls" },
      this.#play,
      h("div", { class: "field scrub" }, h("label", { for: "scrubber" }, labels.generation), this.#value, this.#scrubber),
      this.#step,
      button(labels.reset, reset),
    );
  }

  /**
   * @param {{ cursor: number, length: number, playing: boolean }} now
   * @param {import("./numbers.js").Formats} n
   */
  show({ cursor, length, playing }, n) {
    const text = this.#words.generationValue(n, cursor, length);
    this.#scrubber.max = String(length);
    this.#scrubber.valueAsNumber = cursor;
    this.#scrubber.setAttribute("aria-valuetext", text);
    this.#scrubber.style.setProperty("--fill", `${(100 * cursor) / length}%`);
    this.#scrubber.classList.toggle("human", cursor === 0);
    setText(this.#value, text);
    this.#play.classList.toggle("playing", playing);
    setText(/** @type {Element} */ (this.#play.lastElementChild), playing ? this.#words.labels.pause : this.#words.labels.play);
    // Not `disabled`: that would throw a keyboard reader who steps to the end out of the button.
    this.#step.setAttribute("aria-disabled", String(cursor >= length));
  }
}
