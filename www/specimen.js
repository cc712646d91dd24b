// The sampled text as real text: canvas text can be neither selected nor read aloud.

import { h } from "./dom.js";

/** Kinds of mark, as the engine numbers them. */
const CLASSES = ["", "last", "loop"];

/**
 * @param {string} sample
 * @param {Uint32Array} marks  triples start, end, kind; sorted, not overlapping
 * @returns {(Node | string)[]}
 */
export function markedText(sample, marks) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let written = 0;
  for (let i = 0; i + 2 < marks.length; i += 3) {
    const [start = 0, end = 0, kind = 0] = marks.subarray(i, i + 3);
    if (start > written) nodes.push(sample.slice(written, start));
    nodes.push(h("mark", { class: CLASSES[kind] }, sample.slice(start, end)));
    written = end;
  }
  if (written < sample.length) nodes.push(sample.slice(written));
  return nodes;
}
