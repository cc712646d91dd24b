// The three canvases: how large they are, and what is drawn on each.

import { h } from "./dom.js";
import { discardInstance, isSound, release, successor } from "./load-wasm.js";
import { mixes } from "./regimes.js";
import { readTheme, scale } from "./theme.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./types.js").Chart} Chart */
/** @typedef {"specimen" | "survival" | "rank"} Name */

/** How large the survival figure is as a file, in CSS pixels. @type {[width: number, height: number]} */
export const PRINTED = [720, 360];

const NAMES = /** @type {Name[]} */ (["specimen", "survival", "rank"]);
/** Milliseconds of a frame spent on drawing; what is left over comes in the next one. */
const BUDGET = 8;

export class Figures {
  /** @type {Record<Name, HTMLCanvasElement>} */
  canvas;
  /** @type {import("./types.js").Bindings | undefined} */
  #bindings;
  /** @type {Map<Name, Chart>} */
  #charts = new Map();
  /** @type {Map<Element, { width: number, height: number }>} Sizes in CSS pixels. */
  #sizes = new Map();
  /** @type {Float64Array} Types alive in a run that the reader has pinned. */
  pinned = new Float64Array();
  #theme = 0;
  #themed = -1;
  /** @type {Map<Name, string>} What each canvas shows. */
  #shown = new Map();
  /** The one drawn longest ago first: a slow chart must not starve the others. */
  #queue = [...NAMES];
  #tongue;
  #invalidate;
  #observer;
  /** The page the specimen's height was last measured for, at a width. */
  #measured = { width: 0, sample: "" };

  /**
   * @param {import("./tongue.js").Tongue} tongue
   * @param {() => void} invalidate  asks for a drawing in the next frame
   */
  constructor(tongue, invalidate) {
    this.#tongue = tongue;
    this.#invalidate = invalidate;
    const entries = NAMES.map((name) => [name, h("canvas", { class: name, role: "img", dir: "ltr", width: 0, height: 0, part: "chart" })]);
    this.canvas = Object.fromEntries(entries);
    this.#observer = new ResizeObserver((changes) => {
      // Only noted here: a canvas that is resized is blank until it is drawn, so both happen in the same frame.
      for (const { target, contentRect: { width, height } } of changes) this.#sizes.set(target, { width, height });
      invalidate();
    });
    for (const name of NAMES) this.#observer.observe(this.canvas[name]);
  }

  /** @param {import("./types.js").Bindings} bindings */
  attach(bindings) {
    this.detach();
    this.#bindings = bindings;
    this.#guard(() => {
      for (const name of NAMES) this.#charts.set(name, new bindings.Chart(this.canvas[name]));
      for (const chart of this.#charts.values()) this.#tongue.teach(chart);
      this.#applyTheme();
    });
  }

  get attached() {
    return this.#charts.size > 0;
  }

  /**
   * Asks the charts. An instance that has trapped is asked nothing more, by nobody on the page.
   * @template T
   * @param {() => T} ask
   */
  #guard(ask) {
    try {
      return ask();
    } catch (error) {
      if (this.#bindings) discardInstance(this.#bindings);
      throw error;
    }
  }

  detach() {
    for (const chart of this.#charts.values()) release(chart, this.#bindings);
    this.#bindings = undefined;
    this.#charts.clear();
    this.#shown.clear();
  }

  /** Another element has broken the instance: from now on these charts are drawn with the next. */
  async #renew() {
    const trapped = this.#bindings;
    this.detach();
    const bindings = trapped && (await successor(trapped).catch(() => undefined)); // The next run meets the same failure, and reports it.
    if (bindings && !this.attached) this.attach(bindings);
    this.#invalidate();
  }

  /** The next drawing reads the colours anew. */
  retheme() {
    this.#theme++;
  }

  #applyTheme() {
    const theme = readTheme(this.canvas.survival);
    for (const chart of this.#charts.values()) chart.setTheme(...theme);
    this.#themed = this.#theme;
  }

  /**
   * Draws what has changed, a frame's worth of it. True when every chart that can be seen shows this generation.
   * @param {Run} run
   * @param {number} cursor
   */
  draw(run, cursor) {
    return this.#guard(() => this.#draw(run, cursor));
  }

  /**
   * @param {Run} run
   * @param {number} cursor
   */
  #draw(run, cursor) {
    const now = run.generations[cursor];
    if (!now) return false;
    if (this.#bindings && !isSound(this.#bindings)) this.#renew();
    if (this.#themed !== this.#theme) this.#applyTheme();
    const deadline = performance.now() + BUDGET;
    this.#reserve(run.longest);
    let finished = true;
    for (const name of [...this.#queue]) {
      const chart = this.#charts.get(name);
      const canvas = this.canvas[name];
      if (!chart || !this.#fit(canvas)) {
        // Not laid out yet is not the same as hidden by the page: there is nothing to wait for then.
        finished &&= !isVisible(canvas);
        continue;
      }
      const { width, height } = canvas;
      const content = [run.started.run, cursor, name === "survival" && run.last, this.#theme, width, height].join();
      if (this.#shown.get(name) === content) continue;
      if (performance.now() > deadline) {
        this.#invalidate();
        return false;
      }
      this.#paint[name](chart, run, now);
      this.#shown.set(name, content);
      this.#queue.push(...this.#queue.splice(this.#queue.indexOf(name), 1));
    }
    return finished;
  }

  /**
   * Makes the specimen as tall as the longest page needs. It only grows, so that nothing jumps from one generation or run
   * to the next; a new width starts anew.
   * @param {string} sample
   */
  #reserve(sample) {
    const { specimen } = this.canvas;
    const width = this.#sizes.get(specimen)?.width ?? 0;
    const chart = this.#charts.get("specimen");
    const grown = sample.length > this.#measured.sample.length;
    if (!chart || width === 0 || (width === this.#measured.width && !grown)) return;
    this.#measured = { width, sample };
    const height = chart.specimenHeight(scale(), Math.round(width * scale()), sample) / scale();
    specimen.parentElement?.style.setProperty("min-block-size", `${Math.ceil(height)}px`);
  }

  /** What the survival figure shows. @param {Run} run @returns {Record<string, Float64Array>} */
  rows(run) {
    const [expected, low, high] = run.predictions();
    return {
      expected, low, high,
      plain: Float64Array.of(run.started.plain ? 1 : 0),
      human_shares: Float64Array.of(1, mixes(run.kind) ? 1 : 0),
      types: run.series("types"),
      baseline_types: run.series("baseline_types"),
      pinned: this.pinned,
    };
  }

  /**
   * The survival figure as SVG.
   * @param {Run} run
   * @param {number} cursor
   */
  print(run, cursor) {
    const chart = this.#charts.get("survival");
    if (!chart || !isSound(this.#bindings)) return "";
    return this.#guard(() => {
      for (const [name, row] of Object.entries(this.rows(run))) chart.note(name, row);
      return chart.printFigure("survival", ...PRINTED, cursor);
    });
  }

  /**
   * Draws the survival figure on another canvas.
   * @param {Chart} chart
   * @param {Run} run
   * @param {number} cursor
   * @param {number} scale
   */
  onto(chart, run, cursor, scale) {
    for (const [name, row] of Object.entries(this.rows(run))) chart.note(name, row);
    chart.drawFigure("survival", scale, cursor);
  }

  /** Types alive in a run that the reader has pinned. @param {Float64Array} types */
  pin(types) {
    this.pinned = types;
    this.#theme++;
  }

  /** @type {Record<Name, (chart: Chart, run: Run, now: import("./types.js").GenerationRecord) => void>} */
  #paint = {
    survival: (chart, run, now) => {
      for (const [name, row] of Object.entries(this.rows(run))) chart.note(name, row);
      chart.drawFigure("survival", scale(), now.index);
    },
    rank: (chart, run, now) => chart.drawRankFrequency(scale(), run.started.humanCounts, now.counts, now.index),
    specimen: (chart, run, now) =>
      chart.drawSpecimen(scale(), now.sample, now.marks, now.index, Math.max(0, 1 - run.metric(now.index, "survivors1"))),
  };

  /**
   * Gives a canvas as many pixels as it covers; false when it covers none.
   * @param {HTMLCanvasElement} canvas
   */
  #fit(canvas) {
    const size = this.#sizes.get(canvas);
    if (!size) return false;
    const width = Math.round(size.width * scale());
    const height = Math.round(size.height * scale());
    if (width === 0 || height === 0) return false;
    // Setting the size clears the canvas, even when it is the same.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    return true;
  }
}

/** Whether the page gives it room, and does not leave out what lies there. @param {HTMLCanvasElement} canvas */
function isVisible(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  return width > 0 && height > 0 && (canvas.checkVisibility?.({ contentVisibilityAuto: true }) ?? true);
}
