// Where the engine runs. A refused worker may throw, fire `error` or say nothing at all, so every rung is tried with a
// handshake and a time-out: first a worker from a `blob:` URL (it inherits the page's Content-Security-Policy, and being a
// classic script it starts in sandboxed frames too), then the same engine on the main thread, in slices.

import { serve } from "./engine.js";

/** @typedef {import("./types.js").Engine} Engine */
/**
 * @typedef {object} Surroundings
 * @property {() => Promise<WebAssembly.Module>} compile
 * @property {() => string} workerSource
 * @property {() => Promise<import("./types.js").Bindings>} freshInstance  for the engine on the main thread
 * @property {new (url: any) => any} [Worker]
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
  /** A page that refuses workers once refuses them always: the time-out is paid once. */
  #workersRefused = false;

  /** @param {Surroundings} surroundings */
  constructor(surroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * An engine that has said "ready", on the highest rung that holds.
   * @returns {Promise<{ engine: Engine, thread: "worker" | "main" }>}
   */
  async climb() {
    const { compile, workerSource, freshInstance, Worker = globalThis.Worker, patience = PATIENCE } = this.#surroundings;
    // Outside the rungs: without the wasm none of them can hold, and this error names the reason.
    const module = await compile();
    if (!this.#workersRefused) {
      try {
        return { engine: await blobWorker(Worker, workerSource(), module, patience), thread: "worker" };
      } catch {
        this.#workersRefused = true;
      }
    }
    return { engine: await ready(mainThread(await freshInstance()), module, patience), thread: "main" };
  }
}

/**
 * @param {new (url: any) => any} Worker
 * @param {string} source
 * @param {WebAssembly.Module} module
 * @param {number} patience
 */
async function blobWorker(Worker, source, module, patience) {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  ownUrls.add(url);
  try {
    return await ready(new Worker(trusted(url)), module, patience);
  } finally {
    ownUrls.delete(url);
    URL.revokeObjectURL(url);
  }
}

/**
 * The engine behind a worker's interface, on this thread.
 * @param {import("./types.js").Bindings} bindings
 * @returns {Engine}
 */
export function mainThread(bindings) {
  let open = true;
  let latest = 0;
  /** @type {import("./types.js").EnginePort} */
  const inner = {
    onmessage: null,
    postMessage: (data) => {
      if (open) outer.onmessage?.({ data });
    },
  };
  /** @type {Engine} */
  const outer = {
    onmessage: null,
    onerror: null,
    postMessage(data) {
      if (data.type === "run") latest = data.run;
      // Later, as with a worker: the caller's handlers are in place before the answer comes.
      queueMicrotask(() => open && inner.onmessage?.({ data }));
    },
    terminate() {
      open = false;
      inner.onmessage?.({ data: { type: "cancel", run: latest } });
    },
  };
  serve(inner, bindings);
  return outer;
}

/**
 * @param {Engine} engine
 * @param {WebAssembly.Module} module
 * @param {number} patience
 * @returns {Promise<Engine>}
 */
function ready(engine, module, patience) {
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const refuse = (reason) => {
      clearTimeout(timer);
      engine.terminate();
      reject(new Error(reason));
    };
    const timer = setTimeout(() => refuse("The engine did not answer."), patience);
    engine.onerror = (event) => {
      event?.preventDefault?.(); // Expected here: the next rung is the answer to it.
      refuse(event?.message || "The engine could not start.");
    };
    engine.onmessage = ({ data }) => {
      if (data.type === "error") return refuse(data.message);
      clearTimeout(timer);
      engine.onmessage = engine.onerror = null;
      resolve(engine);
    };
    engine.postMessage({ type: "init", module });
  });
}

/**
 * The URL in the form that a page under `require-trusted-types-for 'script'` accepts.
 * @param {string} url
 */
function trusted(url) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy("recursive-trap", {
    /** @param {string} candidate */
    createScriptURL(candidate) {
      if (!ownUrls.has(candidate)) throw new TypeError("Only blob: URLs made by <recursive-trap> are allowed.");
      return candidate;
    },
  });
  return /** @type {NonNullable<typeof policy>} */ (policy).createScriptURL(url);
}
