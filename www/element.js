// <recursive-trap>: life cycle, attributes, methods, events. What it shows is `view.js`; what it computes, `client.js`.

import { Client } from "./client.js";
import { loadCorpus } from "./corpora.js";
import { coalesce } from "./frame.js";
import { Ladder } from "./ladder.js";
import { compile, discardInstance, freshInstance, instance } from "./load-wasm.js";
import { formats } from "./numbers.js";
import { Player } from "./player.js";
import { NAMES, attributeOf, parse, protocolOf, refusal } from "./protocol.js";
import { Run } from "./run.js";
import { sheet } from "./styles.js";
import { watchTheme } from "./theme.js";
import { View } from "./view.js";

/** @typedef {import("./types.js").Settings} Settings */

const workerSource = () => import("./pkg/worker-source.js").then((module) => module.default);

// A stand-in where there is no DOM, so that a server can import the module.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class RecursiveTrapElement extends Base {
  static observedAttributes = NAMES.map(attributeOf);

  #client = new Client(new Ladder({ compile, workerSource, freshInstance }), (message) => this.#receive(message));
  #player = new Player(() => this.#advance(), () => this.#render());
  #render = coalesce(() => this.#show());
  #restart = coalesce(() => this.#start());
  #view = new View({
    invalidate: this.#render,
    change: (name, value) => this.#change(name, value),
    newSeed: async () => this.#change("seed", (await instance()).randomSeed()),
    retry: () => this.#start(),
    transport: {
      toggle: () => (this.#player.playing ? this.pause() : this.play()),
      step: () => this.step(),
      reset: () => this.reset(),
      seek: (generation) => this.#seek(generation),
    },
  });
  /** @type {Run | undefined} The run that is shown: the last one that has given anything to show. */
  #run;
  /** @type {Run | undefined} The newest run. */
  #next;
  /** Where the reader has put the cursor; undefined follows the newest generation. @type {number | undefined} */
  #cursor;
  /** @type {Record<string, string | null> | undefined} The attributes as the page wrote them: what reset returns to. */
  #initial;
  /** @type {string[]} */
  #metricNames = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #disposal;
  /** @type {(() => void) | undefined} */
  #unwatch;
  #language = "";
  /** Counts starts, so that one overtaken while it was loading is dropped. */
  #starts = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#view.element);
  }

  connectedCallback() {
    // Moving the element disconnects it for a moment; that must not cost it its worker.
    clearTimeout(this.#disposal);
    this.#disposal = undefined;
    if (this.#unwatch) return;
    for (const name of NAMES) this.#upgrade(name);
    this.#initial ??= this.#written();
    this.#language = /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang ?? "";
    const recolour = () => this.#view.figures.retheme();
    this.#unwatch = watchTheme(() => (recolour(), this.#render()), () => (recolour(), this.#show()));
    this.#start();
  }

  disconnectedCallback() {
    this.#disposal ??= setTimeout(() => this.#dispose(), 20);
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
    if (this.#unwatch && before !== after) this.#restart();
  }

  get corpus() { return this.getAttribute("corpus") || "moby-dick"; }
  set corpus(value) { this.#reflect("corpus", value); }
  /** What the next model reads, as the core writes it. */
  get regime() { return this.getAttribute("regime")?.trim() || "replace"; }
  set regime(value) { this.#reflect("regime", value); }
  /** What stands between writing and training, as the core writes it. */
  get curation() { return this.getAttribute("curation")?.trim() || "none"; }
  set curation(value) { this.#reflect("curation", value); }
  get order() { return parse("order", this.getAttribute("order")) ?? NaN; }
  set order(value) { this.#reflect("order", value); }
  get generations() { return parse("generations", this.getAttribute("generations")) ?? NaN; }
  set generations(value) { this.#reflect("generations", value); }
  /** Documents trained on; undefined means all of them. @returns {number | undefined} */
  get documents() { return parse("documents", this.getAttribute("documents")); }
  set documents(value) { this.#reflect("documents", value); }
  get temperature() { return parse("temperature", this.getAttribute("temperature")) ?? NaN; }
  set temperature(value) { this.#reflect("temperature", value); }
  /** Undefined means no cut. @returns {number | undefined} */
  get topK() { return parse("topK", this.getAttribute("top-k")); }
  set topK(value) { this.#reflect("topK", value); }
  /** Undefined means no cut. @returns {number | undefined} */
  get topP() { return parse("topP", this.getAttribute("top-p")); }
  set topP(value) { this.#reflect("topP", value); }
  get seed() { return parse("seed", this.getAttribute("seed")) ?? NaN; }
  set seed(value) { this.#reflect("seed", value); }

  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. */
  play() {
    if (this.#run && this.#position() >= this.#run.length) this.#cursor = 0;
    this.#cursor ??= this.#position();
    this.#player.play();
  }

  pause() {
    this.#player.pause();
  }

  /** Moves the cursor one generation on. */
  step() {
    this.#player.pause();
    this.#advance();
  }

  /** Back to the settings the page gave, and to the end of their run. */
  reset() {
    this.#player.pause();
    this.#cursor = undefined;
    if (this.#initial) for (const name of NAMES) this.#reflect(name, this.#initial[name]);
    this.#controls();
    this.#render();
  }

  /** @param {keyof Settings} name  A property set before the class was known hides the accessor: it is set again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this.#reflect(name, value);
  }

  /**
   * @param {keyof Settings} name
   * @param {string | number | null | undefined} value
   */
  #reflect(name, value) {
    const attribute = attributeOf(name);
    if (value === undefined || value === null) this.removeAttribute(attribute);
    else if (this.getAttribute(attribute) !== String(value)) this.setAttribute(attribute, String(value));
  }

  /** @type {import("./controls.js").Change} */
  #change(name, value) {
    // Another text has another number of documents.
    if (name === "corpus") this.#reflect("documents", undefined);
    this.#reflect(name, value);
    this.#controls();
  }

  /** @returns {Settings} */
  #settings() {
    const { corpus, regime, curation, order, generations, documents, temperature, topK, topP, seed } = this;
    return { corpus, regime, curation, order, generations, documents, temperature, topK, topP, seed };
  }

  /** The settings as attributes, by the name of the property. */
  #written() {
    return Object.fromEntries(NAMES.map((name) => [name, this.getAttribute(attributeOf(name))]));
  }

  #controls() {
    this.#view.controls.show(this.#settings(), this.#next?.started, formats(this.#language));
  }

  async #start() {
    const start = ++this.#starts;
    const settings = this.#settings();
    this.#controls();
    const refused = refusal(settings, this.#written());
    if (refused) {
      this.#client.cancel();
      return this.#report(refused, false);
    }
    try {
      this.#client.connect().catch(() => {}); // `run` meets the same failure, and reports it.
      const [source, bindings] = await Promise.all([loadCorpus(settings.corpus), instance()]);
      if (start !== this.#starts) return;
      if (!this.#view.figures.attached) this.#view.figures.attach(bindings);
      this.#metricNames = bindings.metricNames().split(" ");
      this.#client.run({ key: settings.corpus, source, tokenizer: "word" }, protocolOf(settings));
    } catch (error) {
      if (start === this.#starts) this.#report(error instanceof Error ? error.message : String(error), true);
    }
  }

  /** @param {import("./types.js").FromEngine} message */
  #receive(message) {
    if (message.type === "started") {
      const length = message.prediction.length / 3 - 1;
      this.#next = new Run(message, length, this.#metricNames);
      this.#view.report("");
      this.#controls();
    } else if (message.type === "generation" && this.#next) {
      this.#run = this.#next;
      this.#run.push(message);
      this.#emit("generation", { index: message.index, metrics: this.#run.metrics(message.index) });
      this.#render();
    } else if (message.type === "done" && this.#next) {
      this.#next.complete = true;
      this.#render();
    } else if (message.type === "error") this.#report(message.message, message.fatal);
  }

  #position() {
    const last = this.#run?.last ?? 0;
    return Math.min(this.#cursor ?? last, last);
  }

  /** Moves the cursor on; false when there is nothing further, now or later. */
  #advance() {
    if (!this.#run) return true;
    const position = this.#position();
    if (position >= this.#run.length) return false;
    this.#cursor = Math.min(position + 1, this.#run.last);
    this.#render();
    return this.#cursor < this.#run.length;
  }

  /** @param {number} generation */
  #seek(generation) {
    this.#player.pause();
    this.#cursor = generation;
    this.#render();
  }

  #show() {
    if (!this.#run || !this.isConnected) return;
    try {
      const drawn = this.#view.show(this.#run, this.#position(), this.#player, formats(this.#language));
      if (drawn && !this.#view.revealed) {
        this.#view.reveal();
        this.#emit("ready", { thread: this.#client.thread });
      }
      // Only now: who waits for the end of a run wants to see it.
      if (drawn && this.#run.complete && !this.#run.announced) {
        this.#run.announced = true;
        this.#emit("complete", { generations: this.#run.last });
      }
    } catch (error) {
      // Drawing happens in wasm too. Its instance may be broken, so the next run draws with another one.
      this.#view.figures.detach(true);
      discardInstance();
      this.#report(error instanceof Error ? error.message : String(error), true);
    }
  }

  /**
   * @param {string} message
   * @param {boolean} fatal
   */
  #report(message, fatal) {
    if (fatal) this.#player.pause();
    this.#view.report(message, fatal);
    this.#emit("error", { message, fatal });
  }

  /**
   * @param {"ready" | "generation" | "complete" | "error"} name
   * @param {object} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`recursive-trap-${name}`, { detail, bubbles: true, composed: true }));
  }

  #dispose() {
    this.#disposal = undefined;
    this.#starts++;
    this.#player.pause();
    this.#render.cancel();
    this.#restart.cancel();
    this.#client.dispose();
    this.#view.figures.detach();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}
