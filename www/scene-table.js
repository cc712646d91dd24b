// The tables of a scene: what its figures draw, in numbers.

import { h } from "./dom.js";

export class SceneTables {
  #list = h("div");
  #written = "";
  element;

  /**
   * @param {string} title
   * @param {boolean} [open]
   */
  constructor(title, open = false) {
    this.element = h("details", { class: "tables", part: "table", open }, h("summary", { dir: "auto" }, title), this.#list);
  }

  /** @param {import("./types.js").SceneTable[]} tables */
  show(tables) {
    const written = JSON.stringify(tables);
    if (written === this.#written) return;
    this.#written = written;
    this.#list.replaceChildren(...tables.map(scroller));
  }
}

/**
 * Scrolls sideways on its own, by keyboard too; the page never does.
 * @param {import("./types.js").SceneTable} table
 */
function scroller({ caption, heads, rows }) {
  const body = rows.map(([head = "", ...cells]) => h("tr", {}, h("th", { scope: "row" }, head), ...cells.map((cell) => h("td", {}, cell))));
  const table = h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, ...body));
  return h("div", { class: "scroller", role: "group", "aria-label": caption, tabindex: 0 }, table);
}
