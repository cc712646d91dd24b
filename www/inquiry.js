// What a scene asks the core, and when: as soon as it is near enough to be read, and only as long as it is.

import { Client } from "./client.js";
import { loadCorpus } from "./corpora.js";
import { Desk } from "./desk.js";
import { classify } from "./failure.js";
import { instance } from "./load-wasm.js";
import { ladderTo } from "./page-ladder.js";
import { DEFAULTS, protocolOf } from "./protocol.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Question} Question */
/** @typedef {ReturnType<import("./types.js").Host["ownText"]>} Own */

/** All scenes of a page ask here: one worker serves a story. */
const desk = new Desk((deliver) => new Client(ladderTo("whole"), deliver));

/** Starts what every scene needs, before any of them asks: the module, the engine, the text. What fails here fails again when it is asked. */
export function warm() {
  for (const start of [() => desk.connect(), () => instance("whole"), () => loadCorpus(DEFAULTS.corpus)]) start().catch(() => {});
}

export class Inquiry {
  #listener;
  /** @type {{ key: string, settings: Settings, study: Question, own: Own } | undefined} */
  #wanted;
  /** Keys of what is being answered, was answered to the end, was stopped by the reader. */
  #running = "";
  #answered = "";
  #halted = "";
  #near = false;

  /**
   * @param {object} listener
   * @param {(bindings: import("./types.js").Bindings) => void} listener.attach  before the first findings
   * @param {(message: import("./types.js").FindingsRecord) => void} listener.found
   * @param {(failure: import("./failure.js").Failure) => void} listener.failed
   * @param {() => void} listener.changed  it works, or has stopped working
   * @param {() => void} listener.ended
   */
  constructor(listener) {
    this.#listener = listener;
  }

  /** An answer is on its way. */
  get working() {
    return this.#running !== "";
  }

  /** The reader has stopped it before it was done. */
  get halted() {
    return this.#halted !== "";
  }

  /** Whether all that is wanted has been found. */
  get complete() {
    return this.#wanted !== undefined && this.#answered === this.#wanted.key;
  }

  /**
   * @param {Settings} settings
   * @param {Question} study
   * @param {Own} own  a text in place of the corpus
   */
  want(settings, study, own) {
    const key = JSON.stringify([settings, study, own?.key]);
    if (key !== this.#wanted?.key) {
      this.#withdraw();
      this.#halted = "";
      this.#wanted = { key, settings, study, own };
    }
    this.#begin();
  }

  /** Nothing can be asked. */
  forget() {
    this.#withdraw();
    this.#wanted = undefined;
    this.#answered = "";
  }

  /** What nobody sees is not computed: it is asked again when the reader comes back. @param {boolean} near */
  approach(near) {
    this.#near = near;
    if (near) this.#begin();
    else this.#withdraw();
  }

  /** Gives up what is not computed yet; what is there stays. */
  halt() {
    this.#halted = this.#running;
    this.#withdraw();
  }

  /** Asks again, whatever has become of it. */
  retry() {
    this.#withdraw();
    this.#halted = "";
    this.#answered = "";
    this.#begin();
  }

  leave() {
    this.#withdraw();
    this.#answered = "";
    desk.leave(this);
  }

  #withdraw() {
    if (!this.working) return;
    this.#running = "";
    desk.withdraw(this);
    this.#listener.changed();
  }

  async #begin() {
    const wanted = this.#wanted;
    if (!this.#near || !wanted || [this.#running, this.#answered, this.#halted].includes(wanted.key)) return;
    const { key, settings, study, own } = wanted;
    this.#running = key;
    this.#listener.changed();
    try {
      const [source, bindings] = await Promise.all([own ? own.source : loadCorpus(settings.corpus), instance("whole")]);
      if (key !== this.#running) return;
      this.#listener.attach(bindings);
      const text = { key: own?.key ?? settings.corpus, source, tokenizer: /** @type {const} */ ("word") };
      desk.ask(this, { text, protocol: protocolOf(settings), study, deliver: (message) => key === this.#running && this.#receive(message) });
    } catch (error) {
      if (key === this.#running) this.#fail(classify(error));
    }
  }

  /** @param {import("./types.js").FromClient} message */
  #receive(message) {
    if (message.type === "findings") this.#listener.found(message);
    else if (message.type === "error") this.#fail(message.failure);
    else if (message.type === "done") {
      this.#answered = this.#running;
      this.#running = "";
      this.#listener.changed();
      this.#listener.ended();
    }
  }

  /** @param {import("./failure.js").Failure} failure */
  #fail(failure) {
    this.#running = "";
    desk.withdraw(this);
    this.#listener.changed();
    this.#listener.failed(failure);
  }
}
