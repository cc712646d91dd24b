// A double of the wasm for tests without one: generations count down, and a text can ask for trouble by its name.

/** @typedef {import("../../www/types.js").Bindings} Bindings */

/** @param {{ cost?: number, memory?: WebAssembly.Memory }} [options]  `cost`: milliseconds that one generation takes */
export function fakeBindings({ cost = 0, memory } = {}) {
  /** @type {string[]} What was tokenised, and what was given back. */
  const log = [];
  const bindings = async () => ({ memory });
  bindings.Text = class {
    documents = 9;
    tokens = 90;
    /** @param {string} source */
    constructor(source) {
      if (source === "") throw new Error("The text is empty.");
      this.source = source;
      log.push(`text ${source}`);
    }
    free() {
      log.push(`free ${this.source}`);
    }
  };
  bindings.Recursion = class {
    #index = 0;
    #last;
    #source;
    documents = 9;
    /** @param {any[]} parameters */
    constructor(...parameters) {
      const [text, , order, generations] = parameters;
      if (order === 6) throw new Error("The order must be from 1 to 5, not 6.");
      this.#source = text.source;
      this.#last = generations;
    }
    plain = true;
    humanShares() {
      return new Float64Array(this.#last + 1);
    }

    prediction() {
      return new Float64Array(3 * (this.#last + 1));
    }
    humanCounts() {
      return Uint32Array.of(5, 2, 1);
    }
    next() {
      if (this.#source === "trap") throw new WebAssembly.RuntimeError("unreachable");
      const index = this.#index++;
      if (index > this.#last) return undefined;
      for (const start = performance.now(); performance.now() - start < cost; );
      return {
        index,
        metrics: () => Float64Array.of(100 - index),
        counts: () => Uint32Array.of(3, 2, 1),
        sample: () => `page ${index}`,
        marks: () => new Uint32Array(),
        lost: () => "",
        free() {},
      };
    }
    free() {
      log.push("free recursion");
    }
  };
  bindings.metricNames = () => "types";
  bindings.randomSeed = () => 4;
  return { bindings: /** @type {Bindings} */ (/** @type {unknown} */ (bindings)), log };
}

/** @param {Partial<import("../../www/types.js").Protocol>} [change] */
export function protocol(change) {
  return { documents: undefined, order: 3, generations: 3, regime: "replace", curation: "none", temperature: 1, topK: undefined, topP: undefined, seed: 1, ...change };
}
