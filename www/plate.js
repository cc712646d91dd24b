// One figure of a scene: a canvas, what is drawn on it, and where it can be pointed at.

import { h } from "./dom.js";
import { readTheme, scale } from "./theme.js";

/** @typedef {import("./types.js").Chart} Chart */

/** Keys that move the cursor of a figure. */
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

export class Plate {
  #figure;
  #canvas;
  #invalidate;
  #observer;
  /** @type {Chart | undefined} */
  #chart;
  #size = { width: 0, height: 0 };
  #near = false;
  /** What the canvas shows. */
  #shown = "";
  #version = 0;
  element;

  /**
   * @param {import("./types.js").SceneFigure} figure
   * @param {() => void} invalidate  asks for a drawing in the next frame
   * @param {(index: number) => void} point  what the reader has pointed at
   * @param {((key: string) => void) | undefined} move  a key that moves the cursor; without it there is none
   */
  constructor(figure, invalidate, point, move) {
    this.#figure = figure;
    this.#invalidate = invalidate;
    const [width, height] = figure.wide;
    const [narrow, tall] = figure.narrow;
    this.#canvas = h("canvas", { role: "img", dir: "ltr", width: 0, height: 0, part: "chart" });
    this.element = h("div", { class: "plate" }, this.#canvas);
    this.element.style.setProperty("--wide", `${width} / ${height}`);
    this.element.style.setProperty("--narrow", `${narrow} / ${tall}`);
    this.#observer = new ResizeObserver(([change]) => {
      if (change) this.#size = { width: change.contentRect.width, height: change.contentRect.height };
      invalidate();
    });
    this.#observer.observe(this.#canvas);
    // A mouse reads values where it hovers; a finger where it taps, so that it can still scroll.
    const read = (/** @type {PointerEvent} */ event) => this.#point(event, point);
    this.#canvas.addEventListener("pointermove", (event) => event.pointerType !== "touch" && read(event));
    this.#canvas.addEventListener("pointerdown", read);
    if (!move) return;
    this.#canvas.tabIndex = 0;
    this.#canvas.addEventListener("keydown", (event) => {
      if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      move(event.key);
    });
  }

  /** @param {import("./types.js").Bindings} bindings */
  attach(bindings) {
    this.#chart ??= new bindings.Chart(this.#canvas);
    this.retheme();
  }

  /** @param {boolean} [trapped]  the instance is broken: its memory is given up, not freed */
  detach(trapped = false) {
    if (!trapped) this.#chart?.free();
    this.#chart = undefined;
    this.#shown = "";
  }

  retheme() {
    this.#chart?.setTheme(...readTheme(this.#canvas));
    this.#version++;
  }

  /** @param {boolean} near  whether it is worth drawing: nothing is drawn that nobody sees */
  approach(near) {
    this.#near = near;
    if (near) this.#invalidate();
  }

  /**
   * Hands over all that was found.
   * @param {import("./findings.js").Findings} findings
   */
  take({ rows, lists }) {
    const chart = this.#chart;
    if (!chart) return;
    chart.clear();
    for (const [name, row] of Object.entries(rows)) chart.note(name, Float64Array.from(row, (value) => value ?? NaN));
    for (const [name, list] of Object.entries(lists)) chart.say(name, list);
    this.#version++;
  }

  /**
   * @param {number} cursor  -1 points at nothing
   * @param {string} description
   * @returns {boolean} whether the canvas shows it
   */
  draw(cursor, description) {
    const chart = this.#chart;
    this.#canvas.setAttribute("aria-label", description);
    if (!chart || !this.#near) return false;
    const [width, height] = [this.#size.width, this.#size.height].map((length) => Math.round(length * scale()));
    if (!width || !height) return false;
    const content = [this.#version, cursor, width, height].join();
    if (content === this.#shown) return true;
    // Setting the size clears the canvas, even when it is the same.
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    chart.drawFigure(this.#figure.figure, scale(), cursor);
    this.#shown = content;
    return true;
  }

  /**
   * @param {PointerEvent} event
   * @param {(index: number) => void} point
   */
  #point(event, point) {
    const index = this.#chart?.pick(event.offsetX * scale(), event.offsetY * scale());
    if (index !== undefined) point(index);
  }
}
