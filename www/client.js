// The page's side of the protocol: one run at a time, the newest wins, and an engine that is stuck or broken is replaced.

import { classify } from "./failure.js";

/** @typedef {import("./types.js").FromEngine} FromEngine */
/** @typedef {import("./types.js").Engine} Engine */
/** @typedef {{ key: string, source: string, tokenizer: "word" | "char" }} Source */

/** An engine that has not turned to a newer run after this many milliseconds never will. */
const ANSWER = 50;
/** Texts the engine keeps; the same number and the same rule as in `engine.js`. */
const TEXTS = 2;

export class Client {
  #ladder;
  #deliver;
  /** @type {Promise<Engine> | undefined} */
  #connection;
  /** @type {Engine | undefined} */
  #engine;
  /** @type {string[]} Keys of the texts the engine holds, least recently used first. */
  #held = [];
  #run = 0;
  /** @type {{ text: Source, protocol: import("./types.js").Protocol, study?: import("./types.js").Question } | undefined} What the newest run is. */
  #request;
  /** The engine is computing, as far as this side knows. */
  #busy = false;
  /** @type {{ run: number, timer: ReturnType<typeof setTimeout> } | undefined} The first run that was not accepted yet. */
  #watch;
  /** Where the engine runs; undefined before it does. @type {"worker" | "main" | undefined} */
  thread;

  /**
   * @param {{ climb(): ReturnType<import("./ladder.js").Ladder["climb"]> }} ladder
   * @param {(message: import("./types.js").FromClient) => void} deliver  called with the messages of the newest run only
   */
  constructor(ladder, deliver) {
    this.#ladder = ladder;
    this.#deliver = deliver;
  }

  /** Starts the engine unless it runs; called early, it warms up while the text is still loading. */
  connect() {
    if (this.#connection) return this.#connection;
    const connection = this.#ladder.climb().then(({ engine, thread }) => {
      if (this.#connection !== connection) {
        engine.terminate();
        throw new Error("The engine is no longer wanted.");
      }
      this.#adopt(engine);
      this.thread = thread;
      return engine;
    });
    this.#connection = connection;
    // Forgotten on failure, so that the next run climbs again.
    connection.catch(() => this.#connection === connection && this.#retire());
    return connection;
  }

  /**
   * Ends the run under way and starts another.
   * @param {Source} text
   * @param {import("./types.js").Protocol} protocol
   * @param {import("./types.js").Question} [study]  a study of this question, in place of a run
   */
  async run(text, protocol, study) {
    const run = ++this.#run;
    this.#request = study ? { text, protocol, study } : { text, protocol };
    try {
      const engine = await this.connect();
      if (run === this.#run) this.#post(engine, run);
    } catch (error) {
      if (run === this.#run) this.#fail(run, classify(error));
    }
  }

  /** Ends the run under way; the engine stays. */
  cancel() {
    if (!this.#request) return;
    if (this.#busy) this.#engine?.postMessage({ type: "cancel", run: this.#run });
    this.#run++;
    // A call that does not come back is waited for by the next run, if there is one.
    this.#unwatch();
    this.#request = undefined;
  }

  /** Ends the engine; a later `run` starts another. */
  dispose() {
    this.#run++;
    this.#retire();
  }

  /** @param {Engine} engine */
  #adopt(engine) {
    this.#engine = engine;
    engine.onmessage = ({ data }) => {
      if (engine === this.#engine) this.#receive(data);
    };
    engine.onerror = (event) => {
      event?.preventDefault?.();
      if (engine === this.#engine) this.#lose(this.#watch ? undefined : this.#run, classify({ message: event?.message || "The engine stopped." }, { otherwise: "worker" }));
    };
  }

  /**
   * @param {Engine} engine
   * @param {number} run
   */
  #post(engine, run) {
    if (!this.#request) return;
    const { text: { key, source, tokenizer }, ...rest } = this.#request;
    const known = this.#held.includes(key);
    this.#held = [...this.#held.filter((other) => other !== key), key].slice(-TEXTS);
    if (this.#busy) this.#watch ??= { run, timer: setTimeout(() => this.#lastCall(), ANSWER) };
    this.#busy = true;
    engine.postMessage({ type: "run", run, text: known ? { key, tokenizer } : { key, source, tokenizer }, ...rest });
  }

  /** An answer may be waiting behind work of our own on this thread: one more turn lets it in. */
  #lastCall() {
    if (this.#watch) this.#watch.timer = setTimeout(() => this.#replace(), 0);
  }

  /** Terminating is the only way to stop a call into wasm that does not come back. */
  #replace() {
    this.#retire();
    if (this.#request) this.run(this.#request.text, this.#request.protocol, this.#request.study);
  }

  /** @param {FromEngine} message */
  #receive(message) {
    if (message.type === "ready") return;
    if (message.type === "accepted" && this.#watch && message.run >= this.#watch.run) this.#unwatch();
    if (message.type === "error" && message.fatal) return this.#lose(message.run, classify(message));
    if (message.run !== this.#run) return;
    if (message.type === "done") this.#busy = false;
    if (message.type !== "error") return this.#deliver(message);
    this.#busy = false;
    // The text itself may have been refused; sending it again is cheap, assuming it is there is not.
    this.#held.pop();
    this.#deliver({ type: "error", run: message.run, failure: classify(message) });
  }

  /**
   * The instance is finished. What a run has broken that nobody wants any more is no failure of the newest, which begins anew.
   * @param {number | undefined} run  which has broken it
   * @param {import("./failure.js").Failure} failure
   */
  #lose(run, failure) {
    if (run === this.#run) this.#fail(run, failure);
    else this.#replace();
  }

  /**
   * Nothing the engine says counts any more.
   * @param {number | undefined} run
   * @param {import("./failure.js").Failure} failure
   */
  #fail(run, failure) {
    this.#retire();
    this.#deliver({ type: "error", run, failure });
  }

  #unwatch() {
    clearTimeout(this.#watch?.timer);
    this.#watch = undefined;
  }

  #retire() {
    this.#unwatch();
    this.#engine?.terminate();
    this.#connection = this.#engine = undefined;
    this.#held = [];
    this.#busy = false;
  }
}
