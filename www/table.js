// The numbers of every generation, for those who read numbers rather than curves.

import { h, setText } from "./dom.js";
import { glossary } from "./inputs.js";

/** @typedef {import("./run.js").Run} Run */

const SHARES = new Set(["distinct2", "survivors2", "survivors3", "curated_human_share", "detector_tpr", "detector_fpr", "detector_fpr_plainest", "detector_fpr_rarest"]);
const DECIMALS = new Set(["entropy_bits", "detector_auc"]);

export class NumbersTable {
  #body = h("tbody");
  #columns;
  #labels;
  #heads;
  #written = 0;
  /** @type {Run | undefined} */
  #run;
  #current = -1;
  element;

  /**
   * @param {string} id
   * @param {string} title
   * @param {string[][]} columns  the name of each metric, and what it is called
   * @param {import("./types.js").InstrumentWords} words
   */
  constructor(id, title, columns, { labels: { labels }, stage: { stage }, whys: { metrics } }) {
    this.#labels = labels;
    this.#columns = columns;
    this.#heads = columns.map(([, head]) => h("th", { scope: "col" }, head ?? ""));
    const table = h("table", {}, h("caption", {}, title), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, labels.generation), ...this.#heads)), this.#body);
    // Scrolls sideways on its own, by keyboard too; the page never does.
    const scroller = h("div", { class: "scroller", role: "region", "aria-label": title, tabindex: 0 }, table);
    this.element = h("details", { id, part: "table" }, h("summary", { dir: "auto" }, title), scroller, glossary(`${id}-why`, stage.columns, columns, metrics));
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
    const predicted = this.#heads[this.#columns.findIndex(([name]) => name === "predicted")];
    if (predicted) setText(predicted, run.started.plain ? this.#labels.predicted : this.#labels.chance);
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
    const row = h("tr", {}, h("th", { scope: "row" }), ...this.#columns.map(([name]) => h("td", { "data-metric": name })));
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
    this.#columns.forEach(([name = ""], i) => {
      const cell = /** @type {HTMLTableCellElement} */ (row.cells[i + 1]);
      const value = values[name] ?? NaN;
      cell.dataset.value = String(value);
      const format = SHARES.has(name) ? n.percent : DECIMALS.has(name) ? n.decimal : n.count;
      setText(cell, format(value));
    });
  }
}
