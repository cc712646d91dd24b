// What went wrong, shown in the reader's language; in English, and marked as such, where that language does not know it.

import { h, setText } from "./dom.js";

/**
 * @param {Element} element
 * @param {import("./types.js").Catalogue} words
 * @param {string} reason  as the machinery says it; it may begin with the name of a parameter; nothing to take it back
 * @param {boolean} [stopped]  nothing is computed any more
 */
export function tell(element, { reports }, reason, stopped = false) {
  const [before = "", after = ""] = stopped ? reports.stopped : [];
  const known = reports.translated(reason);
  const said = (known ?? reason).replace(/\.$/, "");
  const sentence = stopped || said === "" ? said : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  if (known !== undefined) setText(element, before + sentence + after);
  else element.replaceChildren(before, h("i", { lang: "en" }, sentence), after);
}

/** The place where it is said, with a button to try again. */
export class Report {
  #words;
  #message = h("span");
  #retry;
  element;

  /**
   * @param {import("./types.js").Catalogue} words
   * @param {() => void} retry
   */
  constructor(words, retry) {
    this.#words = words;
    this.#retry = h("button", { type: "button", part: "button", hidden: true }, words.labels.labels.retry);
    this.#retry.addEventListener("click", retry);
    this.element = h("p", { class: "alert", role: "alert", part: "alert" }, this.#message, this.#retry);
  }

  /**
   * @param {string} reason  nothing to take it back
   * @param {boolean} [stopped]  nothing is computed any more, and the reader may start it again
   */
  show(reason, stopped = false) {
    tell(this.#message, this.#words, reason, stopped);
    this.#retry.hidden = !stopped;
  }
}
