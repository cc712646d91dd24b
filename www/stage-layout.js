// What stands where in a scene.

import { h } from "./dom.js";

/** @typedef {{ element: HTMLElement }} Part */

/**
 * @param {import("./types.js").Scene | undefined} scene
 * @param {import("./types.js").Catalogue} words
 * @param {object} parts
 * @param {{ elements: HTMLElement[] }} parts.wager
 * @param {Part[]} parts.plates
 * @param {Part} parts.choices
 * @param {Part | undefined} parts.transport
 * @param {HTMLElement} parts.caption
 * @param {Part} parts.specimen
 * @param {Part} parts.controls
 * @param {Part} parts.panel
 * @param {Part} parts.work
 * @param {Part} parts.tables
 */
export function layOut(scene, words, { wager, plates, choices, transport, caption, specimen, controls, panel, work, tables }) {
  const name = scene?.figures[0]?.label ?? words.stage.stage.table;
  const body = h("div", { class: "stage", tabindex: -1, role: "group", "aria-label": name, part: "figure", ...words.labels.language },
    ...wager.elements,
    h("div", { class: "plates" }, ...plates.map(({ element }) => element)),
    ...(scene?.asking ? [h("p", { class: "cover" }, words.stage.bets.judged)] : []),
    choices.element,
    ...(transport ? [transport.element] : []),
    h("div", { class: "caption" }, caption, ...(scene?.specimen ? [specimen.element] : [])),
    controls.element,
    panel.element,
    work.element,
    tables.element,
  );
  // A scene that asks begins with that: it must not shrink once it knows.
  const kind = `${scene?.open ? " prose" : ""}${scene?.bet ? " unsettled" : ""}${scene?.asking ? " asking" : ""}`;
  return { body, element: h("div", { class: `frame waiting scene${kind}` }, h("slot"), body) };
}
