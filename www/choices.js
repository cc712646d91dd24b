// What the reader can choose next: words to tap, sentences to judge.

import { h, setText } from "./dom.js";

export class ChoiceButtons {
  #heading = h("p", { class: "label" });
  #list = h("div", { class: "chips" });
  /** @type {{ button: HTMLButtonElement, argument: string }[]} Reused, so that the one that was pressed keeps the focus. */
  #buttons = [];
  #choose;
  element = h("div", { class: "choices", role: "group", hidden: true }, this.#heading, this.#list);

  /** @param {(argument: string) => void} choose */
  constructor(choose) {
    this.#choose = choose;
  }

  /** @param {import("./types.js").Choices} choices */
  show({ heading, options }) {
    setText(this.#heading, heading);
    this.#heading.hidden = heading === "";
    this.element.setAttribute("aria-label", heading);
    this.element.hidden = options.length === 0;
    options.forEach(({ label, argument, long = false, sample = false }, i) => {
      const entry = (this.#buttons[i] ??= this.#add());
      entry.argument = argument;
      setText(entry.button, label);
      entry.button.classList.toggle("long", long);
      if (sample) entry.button.lang = "en";
      else entry.button.removeAttribute("lang");
    });
    this.#buttons.forEach(({ button }, i) => (button.hidden = i >= options.length));
  }

  #add() {
    const button = h("button", { type: "button", part: "button" });
    const entry = { button, argument: "" };
    button.addEventListener("click", () => this.#choose(entry.argument));
    this.#list.append(button);
    return entry;
  }
}
