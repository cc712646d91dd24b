// What is shown while the rest of the code does not come: the page's own words, and under them why. In English, whatever the
// page speaks: the other languages are among what does not come.

import { h } from "./dom.js";
import { ErrorPanel } from "./error-panel.js";
import * as failure from "./words/en/failure.js";
import * as reports from "./words/en/reports.js";

export class Absence {
  #panel;
  element;

  /** @param {() => void} retry */
  constructor(retry) {
    this.#panel = new ErrorPanel({ failure, reports }, retry);
    this.element = h("div", { class: "frame waiting reporting" }, h("slot"), h("div", { class: "figure", lang: "en", dir: "ltr" }, this.#panel.element));
  }

  /** @param {import("./failure.js").Failure} failure */
  show(failure) {
    this.#panel.show(failure);
  }
}
