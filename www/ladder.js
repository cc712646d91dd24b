// Where the engine runs. A refused worker may throw, fire `error` or say nothing at all, so every rung is tried with a
// handshake and a time-out: a worker from a `blob:` URL (it inherits the page's Content-Security-Policy, and being a classic
// script it starts in sandboxed frames too), the same worker from a file of the page's own origin, for pages that refuse
// `blob:`, then the same engine on the main thread, in slices. Who fails on the last rung says why there is no engine.

import { classify } from "./failure.js";
import { mainThread } from "./main-thread.js";
import { forbidsWorkers, watched } from "./violations.js";

/** @typedef {import("./types.js").Engine} Engine */
/** @typedef {import("./assets.js").Edition} Edition */
/** @typedef {"blob" | "file"} Rung */
/**
 * @typedef {object} Surroundings
 * @property {(edition: Edition) => Promise<WebAssembly.Module>} compile
 * @property {() => string} workerSource
 * @property {() => URL | undefined} workerUrl  the same worker as a file
 * @property {(edition: Edition) => Promise<import("./types.js").Bindings>} freshInstance  for the engine on the main thread
 * @property {new (url: any) => any} [Worker]
 * @property {string} [origin]  of the page as browsers see it: in a sandboxed frame that is not the one of its address
 * @property {number} [patience]  milliseconds a rung has to say "ready"
 */

const PATIENCE = 3000;

/** @type {Set<string>} */
const ownUrls = new Set();
/** @type {{ createScriptURL(url: string): any } | undefined} */
let policy;

export class Ladder {
  /** @type {Surroundings} */
  #surroundings;
  /** A page that refuses a worker once refuses it always: time-out and report are paid once. @type {Set<Rung>} */
  #refused = new Set();
  /** The first climb, which finds out what is refused. @type {Promise<unknown> | undefined} */
  #first;

  /** @param {Surroundings} surroundings */
  constructor(surroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * An engine that has said "ready", on the highest rung that holds.
   * @param {Edition} [edition]
   * @returns {Promise<{ engine: Engine, thread: "worker" | "main" }>}
   */
  async climb(edition = "whole") {
    const { compile, freshInstance, patience = PATIENCE } = this.#surroundings;
    // Outside the rungs: without the wasm none of them can hold, and this error names the reason.
    const module = await compile(edition);
    // Two that try at once would both be refused.
    if (this.#first) await this.#first;
    const trial = this.#worker(module);
    this.#first ??= trial;
    const worker = await trial;
    if (worker) return { engine: worker, thread: "worker" };
    return { engine: await ready(mainThread(await freshInstance(edition)), module, patience), thread: "main" };
  }

  /**
   * @param {WebAssembly.Module} module
   * @returns {Promise<Engine | undefined>}
   */
  async #worker(module) {
    const { Worker = globalThis.Worker, patience = PATIENCE } = this.#surroundings;
    for (const rung of /** @type {Rung[]} */ (["blob", "file"])) {
      if (this.#refused.has(rung)) continue;
      const tried = await watched(() => this.#open(rung, (url) => ready(new Worker(trusted(url)), module, patience)));
      if ("value" in tried) {
        if (tried.value) return tried.value;
        continue;
      }
      const { code } = classify(tried.error);
      // What has no memory today may have some tomorrow.
      if (code !== "memory") this.#refused.add(rung);
      // Each attempt is reported to the owner of the page; one whose end is known is not made. Without wasm nothing can be drawn either.
      if (code === "csp" || tried.error instanceof Untrusted || tried.violations.some(({ originalPolicy }) => forbidsWorkers(originalPolicy))) this.#refused.add("file");
    }
    return undefined;
  }

  /**
   * Does something with the address of a worker, as long as it is one of ours; undefined if there is none.
   * @param {Rung} rung
   * @param {(url: string) => Promise<Engine>} use
   */
  async #open(rung, use) {
    const { workerSource, workerUrl, origin = globalThis.origin } = this.#surroundings;
    const file = rung === "file" ? workerUrl() : undefined;
    if (rung === "file" && (!file || file.origin !== origin || origin === "null")) return undefined;
    const url = file?.href ?? URL.createObjectURL(new Blob([workerSource()], { type: "text/javascript" }));
    ownUrls.add(url);
    try {
      return await use(url);
    } finally {
      ownUrls.delete(url);
      if (!file) URL.revokeObjectURL(url);
    }
  }
}

/**
 * @param {Engine} engine
 * @param {WebAssembly.Module} module
 * @param {number} patience
 * @returns {Promise<Engine>}
 */
function ready(engine, module, patience) {
  return new Promise((resolve, reject) => {
    /** @param {import("./failure.js").Thrown} thrown */
    const refuse = (thrown) => {
      clearTimeout(timer);
      engine.terminate();
      reject(classify(thrown, { otherwise: "worker" }));
    };
    const timer = setTimeout(() => refuse({ message: "The engine did not answer." }), patience);
    engine.onerror = (event) => {
      event?.preventDefault?.(); // Expected here: the next rung is the answer to it.
      refuse({ message: event?.message || "The engine could not start." });
    };
    engine.onmessage = ({ data }) => {
      if (data.type === "error") return refuse(data);
      clearTimeout(timer);
      engine.onmessage = engine.onerror = null;
      resolve(engine);
    };
    engine.postMessage({ type: "init", module });
  });
}

/** The page does not allow our Trusted Types policy, so that no address of ours will do. */
class Untrusted extends Error {}

/**
 * The URL in the form that a page under `require-trusted-types-for 'script'` accepts.
 * @param {string} url
 */
function trusted(url) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) return url;
  try {
    policy ??= factory.createPolicy("recursive-trap", {
      /** @param {string} candidate */
      createScriptURL(candidate) {
        if (!ownUrls.has(candidate)) throw new TypeError("Only the worker of <recursive-trap> is allowed.");
        return candidate;
      },
    });
  } catch (cause) {
    throw new Untrusted("Trusted Types", { cause });
  }
  return /** @type {NonNullable<typeof policy>} */ (policy).createScriptURL(url);
}
