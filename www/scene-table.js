// The table of a scene: what its figures draw, in numbers.

import { h } from "./dom.js";
import { stage } from "./words/stage.js";

export class SceneTable {
  #head = h("tr");
  #body = h("tbody");
  #written = "";
  element;

  /** @param {boolean} [open] */
  constructor(open = false) {
    const table = h("table", {}, h("caption", {}, stage.table), h("thead", {}, this.#head), this.#body);
    // Scrolls sideways on its own, by keyboard too; the page never does.
    const scroller = h("div", { class: "scroller", role: "group", "aria-label": stage.table, tabindex: 0 }, table);
    this.element = h("details", { class: "tables", part: "table", open }, h("summary", {}, stage.table), scroller);
  }

  /** @param {{ heads: string[], rows: string[][] }} table  the first cell of a row is its head */
  show({ heads, rows }) {
    const written = JSON.stringify([heads, rows]);
    if (written === this.#written) return;
    this.#written = written;
    this.#head.replaceChildren(...heads.map((head) => h("th", { scope: "col" }, head)));
    this.#body.replaceChildren(...rows.map(([head = "", ...cells]) => h("tr", {}, h("th", { scope: "row" }, head), ...cells.map((cell) => h("td", {}, cell)))));
  }
}
