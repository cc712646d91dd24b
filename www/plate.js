// One figure of a scene: a canvas, what is drawn on it, and where it can be pointed at.

import { h } from "./dom.js";
import { KEYS } from "./keys.js";
import { discardInstance, isSound, release, successor } from "./load-wasm.js";
import { picture } from "./picture.js";
import { readTheme, scale } from "./theme.js";

/** @typedef {import("./types.js").Chart} Chart */

export class Plate {
  #figure;
  #tongue;
  #canvas;
  #invalidate;
  #observer;
  /** @type {import("./types.js").Bindings | undefined} */
  #bindings;
  /** @type {Chart | undefined} */
  #chart;
  /** What was found, for a chart of another instance. @type {import("./findings.js").Findings | undefined} */
  #found;
  /** What a chart has thrown; the next drawing throws it, where somebody listens. @type {{ error: unknown } | undefined} */
  #trap;
  #size = { width: 0, height: 0 };
  #near = false;
  /** What the canvas shows. */
  #shown = "";
  #version = 0;
  /** The place of the scene's cursor that is this figure's first. */
  #from = 0;
  element;

  /**
   * @param {import("./types.js").SceneFigure} figure
   * @param {import("./tongue.js").Tongue} tongue
   * @param {() => void} invalidate  asks for a drawing in the next frame
   * @param {object} reader
   * @param {(index: number) => void} reader.point  what the reader has chosen
   * @param {(index: number | undefined) => void} reader.hover  what the mouse is over; undefined once it has left
   * @param {((key: string) => void) | undefined} reader.move  a key that moves the cursor; without it there is none
   */
  constructor(figure, tongue, invalidate, { point, hover, move }) {
    this.#figure = figure;
    this.#tongue = tongue;
    this.#invalidate = invalidate;
    const [width, height] = figure.wide;
    const [narrow, tall] = figure.narrow;
    // What arrow keys move is a slider to those who do not see it; what stands there is its value.
    const role = move ? { role: "slider", tabindex: 0, "aria-valuemin": 0 } : { role: "img" };
    this.#canvas = h("canvas", { ...role, "aria-label": figure.label, dir: "ltr", width: 0, height: 0, part: "chart" });
    const plate = h("div", { class: "plate" }, this.#canvas);
    plate.style.setProperty("--wide", `${width} / ${height}`);
    plate.style.setProperty("--narrow", `${narrow} / ${tall}`);
    this.element = h("div", {}, plate, h("details", { class: "why" }, h("summary", { dir: "auto" }, tongue.words.stage.stage.what), figure.why));
    this.#observer = new ResizeObserver(([change]) => {
      if (change) this.#size = { width: change.contentRect.width, height: change.contentRect.height };
      invalidate();
    });
    this.#observer.observe(this.#canvas);
    // A mouse reads values where it hovers, and a press keeps them; a finger taps, so that it can still scroll.
    this.#canvas.addEventListener("pointermove", (event) => event.pointerType !== "touch" && hover(this.#at(event)));
    this.#canvas.addEventListener("pointerleave", () => hover(undefined));
    this.#canvas.addEventListener("pointerdown", (event) => {
      const index = this.#at(event);
      if (index !== undefined) point(index);
    });
    if (!move) return;
    this.#canvas.addEventListener("keydown", (event) => {
      if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      move(event.key);
    });
  }

  /** @param {import("./types.js").Bindings} bindings */
  attach(bindings) {
    if (bindings !== this.#bindings) {
      this.detach();
      this.#bindings = bindings;
      this.#guard(() => {
        this.#chart = new bindings.Chart(this.#canvas);
        this.#tongue.teach(this.#chart);
      });
    }
    this.retheme();
  }

  /**
   * Asks the chart. An instance that has trapped is asked nothing more, by nobody on the page.
   * @template T
   * @param {() => T} ask
   * @returns {T | undefined}
   */
  #guard(ask) {
    const bindings = this.#bindings;
    if (!bindings || !isSound(bindings)) return undefined;
    try {
      return ask();
    } catch (error) {
      discardInstance(bindings);
      this.#trap ??= { error };
      this.#invalidate();
      return undefined;
    }
  }

  #complain() {
    if (this.#trap) throw this.#trap.error;
  }

  /** Another figure has broken the instance: this one is drawn with the next. */
  async #renew() {
    const trapped = this.#bindings;
    this.detach();
    const bindings = trapped && (await successor(trapped).catch(() => undefined)); // The next question meets the same failure, and reports it.
    if (!bindings || this.#bindings) return;
    this.attach(bindings);
    if (this.#found) this.take(this.#found);
    this.#invalidate();
  }

  detach() {
    if (this.#chart) release(this.#chart, this.#bindings);
    this.#chart = this.#bindings = this.#trap = undefined;
    this.#shown = "";
  }

  retheme() {
    this.#guard(() => this.#chart?.setTheme(...readTheme(this.#canvas)));
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
  take(findings) {
    this.#found = findings;
    const chart = this.#chart;
    if (!chart) return;
    this.#from = this.#figure.from?.(findings) ?? 0;
    this.#guard(() => tell(chart, findings));
    this.#version++;
  }

  /** The figure as SVG; "" before there is anything to draw. @param {number} cursor */
  svg(cursor) {
    return this.#chart?.printFigure(this.#figure.figure, ...this.#figure.wide, Math.max(-1, cursor - this.#from)) ?? "";
  }

  /**
   * The figure as a PNG.
   * @param {number} cursor
   * @param {number} scale  pixels to a CSS pixel
   */
  picture(cursor, scale) {
    const [bindings, findings] = [this.#bindings, this.#found];
    if (!bindings || !findings) return Promise.reject(new Error("There is nothing to draw yet."));
    return picture(bindings, this.#canvas, this.#figure.wide, scale, (chart) => {
      tell(chart, findings);
      chart.drawFigure(this.#figure.figure, scale, Math.max(-1, cursor - this.#from));
    });
  }

  /**
   * @param {object} now
   * @param {number} now.cursor  -1 points at nothing
   * @param {number} now.last  its last place
   * @param {string} now.caption  what it reads there
   * @param {boolean} now.wherever  also where nobody sees it
   * @returns {boolean} whether the canvas shows it
   */
  draw({ cursor, last, caption, wherever }) {
    this.#complain();
    if (this.#bindings && !isSound(this.#bindings)) this.#renew();
    const chart = this.#chart;
    this.#describe(cursor, last, caption);
    if (!chart || !(this.#near || wherever)) return false;
    const [width, height] = [this.#size.width, this.#size.height].map((length) => Math.round(length * scale()));
    if (!width || !height) return false;
    const content = [this.#version, cursor, width, height].join();
    if (content === this.#shown) return true;
    // Setting the size clears the canvas, even when it is the same.
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    this.#guard(() => chart.drawFigure(this.#figure.figure, scale(), Math.max(-1, cursor - this.#from)));
    this.#complain();
    this.#shown = content;
    return true;
  }

  /**
   * @param {number} cursor
   * @param {number} last
   * @param {string} caption
   */
  #describe(cursor, last, caption) {
    const canvas = this.#canvas;
    if (canvas.getAttribute("role") === "img") return canvas.setAttribute("aria-label", `${this.#figure.label}. ${caption}`);
    canvas.setAttribute("aria-valuemax", String(last));
    canvas.setAttribute("aria-valuenow", String(Math.max(0, cursor)));
    canvas.setAttribute("aria-valuetext", caption);
  }

  /** @param {PointerEvent} event */
  #at(event) {
    const index = this.#guard(() => this.#chart?.pick(event.offsetX * scale(), event.offsetY * scale()));
    return index === undefined ? undefined : index + this.#from;
  }
}

/**
 * @param {Chart} chart
 * @param {import("./findings.js").Findings} findings
 */
function tell(chart, { rows, lists }) {
  chart.clear();
  for (const [name, row] of Object.entries(rows)) chart.note(name, Float64Array.from(row, (value) => value ?? NaN));
  for (const [name, list] of Object.entries(lists)) chart.say(name, list);
}
