// One engine for all scenes of a page: questions wait their turn, and of each asker only the newest counts.

/**
 * @typedef {object} Request
 * @property {{ key: string, source: string, tokenizer: "word" | "char" }} text
 * @property {import("./types.js").Protocol} protocol
 * @property {import("./types.js").Question} study
 * @property {(message: import("./types.js").FromClient) => void} deliver
 */

export class Desk {
  #client;
  /** @type {Map<object, Request>} By asker, the longest waiting first. */
  #waiting = new Map();
  /** @type {{ asker: object, request: Request } | undefined} */
  #current;
  /** @type {Set<object>} */
  #askers = new Set();

  /** @param {(deliver: (message: import("./types.js").FromClient) => void) => import("./client.js").Client} engage */
  constructor(engage) {
    this.#client = engage((message) => this.#receive(message));
  }

  /** Starts the engine before it is asked anything. */
  connect() {
    return this.#client.connect();
  }

  /**
   * Asks; a question that this asker asked before is dropped.
   * @param {object} asker
   * @param {Request} request
   */
  ask(asker, request) {
    this.#askers.add(asker);
    this.#waiting.set(asker, request);
    if (!this.#current) this.#next();
    else if (this.#current.asker === asker) this.withdraw(asker, request);
  }

  /**
   * Gives up the question that is asked or waits; what has been delivered stays with the asker.
   * @param {object} asker
   * @param {Request} [instead]  what the asker wants to know now
   */
  withdraw(asker, instead) {
    if (!instead) this.#waiting.delete(asker);
    if (this.#current?.asker !== asker) return;
    this.#client.cancel();
    this.#current = undefined;
    this.#next();
  }

  /** The asker will not ask again; without askers there is no engine. @param {object} asker */
  leave(asker) {
    this.withdraw(asker);
    this.#askers.delete(asker);
    if (this.#askers.size === 0) this.#client.dispose();
  }

  #next() {
    const [first] = this.#waiting;
    if (!first) return;
    const [asker, request] = first;
    this.#waiting.delete(asker);
    this.#current = { asker, request };
    this.#client.run(request.text, request.protocol, request.study);
  }

  /** @param {import("./types.js").FromClient} message */
  #receive(message) {
    const current = this.#current;
    if (!current) return;
    const ended = message.type === "done" || message.type === "error";
    if (ended) this.#current = undefined;
    current.request.deliver(message);
    if (ended && !this.#current) this.#next();
  }
}
