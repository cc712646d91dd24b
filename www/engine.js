/**
 * The message loop around the wasm. It runs in the worker, where `xtask build` pastes it behind the glue, and on the main
 * thread where no worker may start; so it imports nothing and has this one export.
 *
 * @param {import("./types.js").EnginePort} port
 * @param {import("./types.js").Bindings} bindings
 */
export function serve(port, bindings) {
  /** Longest stretch without looking at the message queue, in milliseconds. */
  const SLICE = 8;
  /** Texts kept, so that changing another control does not tokenise again; `client.js` counts along. */
  const TEXTS = 2;
  /** A study tells what it has found no more often than this, in milliseconds. */
  const NEWS = 100;

  /** @type {Map<string, import("./types.js").Text>} Least recently used first. */
  const texts = new Map();
  /** @type {number | undefined} The run under way; any other one stops at its next slice. */
  let current;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;

  port.onmessage = ({ data }) => {
    if (data.type === "init") initialise(data.module);
    else if (data.type === "cancel" && data.run === current) current = undefined;
    else if (data.type === "run") {
      current = data.run;
      // Said before any work, so that the page can tell a long first slice from a loop that never listens.
      port.postMessage({ type: "accepted", run: data.run });
      compute(data);
    }
  };

  /** @param {WebAssembly.Module} module */
  async function initialise(module) {
    try {
      ({ memory } = /** @type {{ memory?: WebAssembly.Memory }} */ ((await bindings({ module_or_path: module })) ?? {}));
      port.postMessage({ type: "ready" });
    } catch (error) {
      report(undefined, error, true);
    }
  }

  /**
   * @param {number | undefined} run
   * @param {unknown} error
   * @param {boolean} fatal
   */
  function report(run, error, fatal) {
    const { name = "", message = String(error) } = /** @type {Partial<Error>} */ (Object(error));
    port.postMessage({ type: "error", run, name, message, fatal, exhausted: fatal && exhausted() });
  }

  /** Memory that cannot be had traps like anything else. What is full asks for as much again as it holds: can that be had? */
  function exhausted() {
    try {
      memory?.grow(memory.buffer.byteLength / 65536);
      return false;
    } catch {
      return true;
    }
  }

  /** @param {import("./types.js").RunRequest} request */
  async function compute({ run, text: { key, source, tokenizer }, protocol, study }) {
    /** @type {import("./types.js").Recursion | import("./types.js").Study | undefined} */
    let work;
    try {
      const text = hold(key, source, tokenizer);
      const { documents, order, generations, regime, curation, temperature, topK, topP, seed } = protocol;
      /** @type {() => boolean} */
      let slice;
      if (study) {
        const asked = (work = new bindings.Study(text, documents, order, generations, regime, curation, temperature, topK, topP, seed, study.question, study.argument));
        const told = { at: -Infinity };
        slice = () => explore(run, asked, told);
      } else {
        const recursion = (work = new bindings.Recursion(text, documents, order, generations, regime, curation, temperature, topK, topP, seed));
        announce(run, protocol, text, recursion);
        slice = () => advance(run, recursion);
      }
      while (run === current) {
        if (slice()) {
          current = undefined;
          port.postMessage({ type: "done", run });
        } else await turn();
      }
      work.free();
    } catch (error) {
      // A refusal is a plain Error thrown by the core. Anything else is a trap (panic, out of memory, stack overflow):
      // the instance never ran its destructors and must not be used again, not even to free.
      const fatal = !(error instanceof Error && error.name === "Error");
      if (!fatal) work?.free();
      if (run === current) current = undefined;
      report(run, error, fatal);
    }
  }

  /**
   * @param {string} key
   * @param {string | undefined} source
   * @param {string} tokenizer
   */
  function hold(key, source, tokenizer) {
    let text = texts.get(key);
    if (!text) {
      if (source === undefined) throw new Error(`The text "${key}" was not sent.`);
      text = new bindings.Text(source, tokenizer);
    }
    texts.delete(key);
    texts.set(key, text);
    for (const [oldest, unused] of texts) {
      if (texts.size <= TEXTS) break;
      texts.delete(oldest);
      unused.free();
    }
    return text;
  }

  /**
   * @param {number} run
   * @param {import("./types.js").Protocol} protocol
   * @param {import("./types.js").Text} text
   * @param {import("./types.js").Recursion} recursion
   */
  function announce(run, { regime, curation }, text, recursion) {
    const humanShares = recursion.humanShares();
    const prediction = recursion.prediction();
    const humanCounts = recursion.humanCounts();
    port.postMessage(
      { type: "started", run, regime, curation, available: text.documents, documents: recursion.documents, plain: recursion.plain, humanShares, prediction, humanCounts },
      [humanShares.buffer, prediction.buffer, humanCounts.buffer],
    );
  }

  /**
   * Computes and sends generations for one slice; true when there are no more.
   * @param {number} run
   * @param {import("./types.js").Recursion} recursion
   */
  function advance(run, recursion) {
    const deadline = performance.now() + SLICE;
    do {
      const generation = recursion.next();
      if (!generation) return true;
      const metrics = generation.metrics();
      const counts = generation.counts();
      const marks = generation.marks();
      port.postMessage(
        { type: "generation", run, index: generation.index, metrics, counts, sample: generation.sample(), marks, lost: generation.lost() },
        [metrics.buffer, counts.buffer, marks.buffer],
      );
      generation.free();
    } while (performance.now() < deadline);
    return false;
  }

  /**
   * Works at a study for one slice, and tells what it found; true when nothing is left to do.
   * @param {number} run
   * @param {import("./types.js").Study} study
   * @param {{ at: number }} told  when the page heard of it last
   */
  function explore(run, study, told) {
    const deadline = performance.now() + SLICE;
    let more = true;
    while (more && performance.now() < deadline) more = study.advance();
    if (more && performance.now() < told.at + NEWS) return false;
    const rows = Object.fromEntries(study.rowNames().map((name) => [name, study.row(name)]));
    const lists = Object.fromEntries(study.listNames().map((name) => [name, study.list(name)]));
    port.postMessage({ type: "findings", run, done: study.done, total: study.total, rows, lists }, Object.values(rows).map((row) => row.buffer));
    told.at = performance.now();
    return !more;
  }

  /** Lets waiting messages in. A timer would do, but browsers hold nested timers back for 4 ms. */
  function turn() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(undefined);
      };
      port2.postMessage(undefined);
    });
  }
}
