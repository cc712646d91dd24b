// A sentence with the parts of it that matter marked.

import { h } from "./dom.js";

/** @typedef {import("./types.js").Specimen} Specimen */

/**
 * The sentence in pieces, each with the mark that it bears, if any.
 * @param {Specimen} specimen
 * @returns {{ text: string, mark?: Specimen["marks"][number] }[]}
 */
export function pieces({ text, marks }) {
  let at = 0;
  const cut = marks.flatMap((mark) => {
    const before = text.slice(at, mark.start);
    at = mark.end;
    return [{ text: before }, { text: text.slice(mark.start, mark.end), mark }];
  });
  return [...cut, { text: text.slice(at) }].filter(({ text }) => text !== "");
}

export class MarkedSentence {
  #shown = "";
  #text = h("span");
  element = h("p", { class: "marked" }, this.#text);

  /** @param {Specimen} specimen */
  show(specimen) {
    const shown = JSON.stringify(specimen);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const sentence = pieces(specimen).map(({ text, mark }) => (mark ? h("mark", { class: mark.kind, title: mark.title }, text) : text));
    this.#text.replaceChildren(h("b", {}, specimen.heading), " ", h("q", { lang: "en" }, ...sentence));
  }
}
