// What the reader sees of a computation: how far it has come, and a button to stop it and to go on.

import { h, setText } from "./dom.js";

/** Milliseconds before it is worth saying that something is being computed. */
const SOON = 250;

export class Work {
  #words;
  #progress = h("span");
  #button = h("button", { type: "button", part: "button" });
  /** Whether what was asked is done: said once, for those who do not see it. */
  #status = h("span", { class: "unseen", role: "status" });
  element = h("p", { class: "working", hidden: true }, this.#progress, this.#button, this.#status);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import("./types.js").Catalogue["stage"]} words
   * @param {() => void} press  stop, or go on
   */
  constructor(words, press) {
    this.#words = words;
    setText(this.#button, words.stage.cancel);
    this.#button.addEventListener("click", press);
  }

  /**
   * @param {import("./numbers.js").Formats} n
   * @param {number} done
   * @param {number} total
   */
  progress(n, done, total) {
    setText(this.#progress, done < total ? this.#words.working(n, done, total) : "");
  }

  /**
   * @param {boolean} busy
   * @param {boolean} halted
   */
  show(busy, halted) {
    clearTimeout(this.#timer);
    setText(this.#button, halted ? this.#words.stage.resume : this.#words.stage.cancel);
    if (halted) this.element.hidden = false;
    else if (busy) this.#timer = setTimeout(() => (this.element.hidden = false), SOON);
    else this.element.hidden = true;
    if (!busy && !halted) setText(this.#progress, "");
  }
}
