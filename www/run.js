// Everything the engine has said about one run, kept for the reader to move through.

/** @typedef {import("./types.js").GenerationRecord} GenerationRecord */

import { REMEDIES, split as remediesOf } from "./curations.js";
import { drawsAnew, split } from "./regimes.js";

export class Run {
  /** @type {GenerationRecord[]} */
  generations = [];
  complete = false;
  /** The page has been told that it is complete. */
  announced = false;
  /** The longest page so far: what the specimen must have room for. */
  longest = "";
  /** @type {Map<string, number>} */
  #columns;

  /**
   * @param {import("./types.js").Started} started
   * @param {number} length  generations asked for
   * @param {string[]} metricNames  in the order of `GenerationRecord.metrics`
   * @param {import("./types.js").Settings} settings  it was started with
   * @param {boolean} own  whether its text is the reader's own
   */
  constructor(started, length, metricNames, settings, own) {
    this.started = started;
    this.settings = settings;
    this.own = own;
    this.length = length;
    this.kind = split(started.regime).kind;
    const parts = remediesOf(started.curation);
    /** What stands between writing and training. */
    this.remedies = REMEDIES.filter((remedy) => parts[remedy]);
    this.#columns = new Map(metricNames.map((name, column) => [name, column]));
  }

  /** @param {GenerationRecord} generation */
  push(generation) {
    this.generations.push(generation);
    if (generation.sample.length > this.longest.length) this.longest = generation.sample;
  }

  /** Index of the newest generation; -1 before the human corpus has arrived. */
  get last() {
    return this.generations.length - 1;
  }

  /**
   * @param {number} generation
   * @param {string} name
   */
  metric(generation, name) {
    return this.generations[generation]?.metrics[this.#columns.get(name) ?? -1] ?? NaN;
  }

  /** @param {number} generation */
  metrics(generation) {
    return Object.fromEntries([...this.#columns.keys()].map((name) => [name, this.metric(generation, name)]));
  }

  /**
   * The share of human text in what a generation adds, of what passed where it is sifted; under "weighted" its weight.
   * @param {number} generation
   */
  humanShare(generation) {
    const passed = drawsAnew(this.kind) ? this.metric(generation, "curated_human_share") : NaN;
    return Number.isNaN(passed) ? this.started.humanShares[generation] ?? 1 : passed;
  }

  /**
   * Whether human text of this round or a later one can bring a lost word back.
   * @param {number} generation
   */
  returns(generation) {
    return this.kind !== "anchored" && this.started.humanShares.some((share, t) => t >= generation && share > 0);
  }

  /**
   * One metric over all generations computed so far.
   * @param {string} name
   */
  series(name) {
    return Float64Array.from(this.generations, (_, generation) => this.metric(generation, name));
  }

  /** Types expected in each generation before anything was sampled, and the 95 % band: three rows. */
  predictions() {
    const width = this.length + 1;
    return /** @type {[Float64Array, Float64Array, Float64Array]} */ ([0, 1, 2].map((row) => this.started.prediction.slice(row * width, (row + 1) * width)));
  }

  /**
   * Types expected in a generation before anything was sampled, with the 95 % band.
   * @param {number} generation
   */
  predicted(generation) {
    const { prediction } = this.started;
    const width = this.length + 1;
    return {
      expected: prediction[generation] ?? NaN,
      low: prediction[width + generation] ?? NaN,
      high: prediction[2 * width + generation] ?? NaN,
    };
  }
}
