// The numbers of every generation, for those who read numbers rather than curves.

import { h, setText } from "./dom.js";
import { columns, labels } from "./strings.js";

/** @typedef {import("./run.js").Run} Run */

const SHARES = new Set(["distinct2", "survivors2", "survivors3"]);
const DECIMALS = new Set(["entropy_bits"]);

export class NumbersTable {
  #body = h("tbody");
  #heads;
  #written = 0;
  /** @type {Run | undefined} */
  #run;
  #current = -1;
  element;

  constructor() {
    this.#heads = columns.map(([, title]) => h("th", { scope: "col" }, title ?? ""));
    const table = h("table", {}, h("caption", {}, labels.table), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, labels.generation), ...this.#heads)), this.#body);
    // Scrolls sideways on its own, by keyboard too; the page never does.
    const scroller = h("div", { class: "scroller", role: "region", "aria-label": labels.table, tabindex: 0 }, table);
    this.element = h("details", { id: "numbers", part: "table" }, h("summary", {}, labels.table), scroller);
  }

  /**
   * Writes the rows that are new, and marks the row at the cursor.
   * @param {Run} run
   * @param {number} cursor
   * @param {import("./numbers.js").Formats} n
   */
  show(run, cursor, n) {
    if (run !== this.#run) this.#written = 0;
    this.#run = run;
    const predicted = this.#heads[columns.findIndex(([name]) => name === "predicted")];
    if (predicted) setText(predicted, run.started.plain ? labels.predicted : labels.chance);
    for (; this.#written <= run.last; this.#written++) this.#write(this.#row(this.#written), run, this.#written, n);
    while (this.#body.rows.length > run.generations.length) this.#body.deleteRow(-1);
    if (this.#current !== cursor) this.#body.rows[this.#current]?.removeAttribute("aria-current");
    this.#body.rows[cursor]?.setAttribute("aria-current", "true");
    this.#current = cursor;
  }

  /** @param {number} generation */
  #row(generation) {
    const existing = this.#body.rows[generation];
    if (existing) return existing;
    // Rows are kept between runs: a dragged slider rewrites them in every frame.
    const row = h("tr", {}, h("th", { scope: "row" }), ...columns.map(([name]) => h("td", { "data-metric": name })));
    this.#body.append(row);
    return row;
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {Run} run
   * @param {number} generation
   * @param {import("./numbers.js").Formats} n
   */
  #write(row, run, generation, n) {
    const { expected, low, high } = run.predicted(generation);
    /** @type {Record<string, number>} */
    const values = { ...run.metrics(generation), predicted: expected, predicted_low: low, predicted_high: high };
    row.dataset.generation = String(generation);
    setText(/** @type {Element} */ (row.firstElementChild), n.count(generation));
    columns.forEach(([name = ""], i) => {
      const cell = /** @type {HTMLTableCellElement} */ (row.cells[i + 1]);
      const value = values[name] ?? NaN;
      cell.dataset.value = String(value);
      const format = SHARES.has(name) ? n.percent : DECIMALS.has(name) ? n.decimal : n.count;
      setText(cell, format(value));
    });
  }
}
