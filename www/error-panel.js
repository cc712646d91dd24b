// What the reader sees of a failure: its cause by name, a sentence for the reader, one for the owner of the page, and a way on.

import { h, setText } from "./dom.js";
import { tell } from "./report.js";
import { VERSION } from "./version.js";

/** @typedef {import("./failure.js").Failure} Failure */

/** Milliseconds for which the button says what it has done. */
const SAID = 2000;

export class ErrorPanel {
  #title = h("b");
  #reader = h("span");
  #owner = h("p", { class: "owner" });
  #retry;
  #copy;
  // Text to be copied is told as it is written, in no language.
  #record = h("pre", { tabindex: 0, translate: "no", dir: "ltr" });
  #details;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  // Only what concerns the reader is an alert: it is there from the beginning, and read out as soon as it says something.
  #alert = h("p", { role: "alert" }, this.#title, this.#reader);
  element = h("div", { class: "alert", part: "alert", tabindex: -1 }, this.#alert);

  #words;

  /**
   * @param {Pick<import("./types.js").Catalogue, "failure" | "reports">} words
   * @param {() => void} retry
   */
  constructor(words, retry) {
    this.#words = words;
    const { failure } = words.failure;
    this.#retry = h("button", { type: "button", part: "button" }, failure.retry);
    this.#copy = h("button", { type: "button", part: "button" }, failure.copy);
    this.#details = h("details", {}, h("summary", {}, failure.details), this.#record, this.#copy);
    this.#retry.addEventListener("click", retry);
    this.#copy.addEventListener("click", () => this.#take());
  }

  /** @param {Failure | undefined} failure  nothing to take it back */
  show(failure) {
    this.element.classList.toggle("panel", failure?.fatal === true);
    if (!failure || failure.code === "refused") {
      // Whoever has pressed Retry goes on from here.
      if (this.element.matches(":focus-within")) this.element.focus({ preventScroll: true });
      while (this.#alert.nextSibling) this.#alert.nextSibling.remove();
      setText(this.#title, "");
      return tell(this.#reader, this.#words, failure?.message ?? "");
    }
    const { title, reader, owner } = this.#words.failure.failures[failure.code];
    const about = aboutOf(failure);
    setText(this.#title, title);
    setText(this.#reader, reader(about));
    this.#owner.replaceChildren(h("i", {}, `${this.#words.failure.failure.owner}: `), owner(about));
    setText(this.#record, recordOf(failure));
    this.#details.open = false;
    if (!this.#owner.parentNode) this.element.append(this.#owner, this.#retry, this.#details);
  }

  /** Some pages do not let their frames write to the clipboard: then the reader only has to press the keys. */
  async #take() {
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(this.#record.textContent ?? ""))
      .then(() => this.#words.failure.failure.copied, () => this.#select());
    setText(this.#copy, done);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => setText(this.#copy, this.#words.failure.failure.copy), SAID);
  }

  #select() {
    this.#record.focus();
    getSelection()?.selectAllChildren(this.#record);
    return this.#words.failure.failure.selected;
  }
}

/** @param {Failure} failure @returns {import("./words/en/failure.js").About} */
function aboutOf({ file, directive = "" }) {
  return { file: file?.pathname.split("/").pop() ?? "", origin: file?.origin === globalThis.origin ? "'self'" : file?.origin ?? "'self'", directive };
}

/** What helps to find the cause, in one copy; what the reader has typed is not in it. @param {Failure} failure */
function recordOf({ code, message, file, directive }) {
  const address = new URL(location.href);
  address.hash = "";
  const lines = { code, message, file: file?.href, directive, version: VERSION, page: address.href, browser: navigator.userAgent };
  return Object.entries(lines).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
}
