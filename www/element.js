// <recursive-trap>: life cycle, attributes, properties, methods, events. What it holds is the whole instrument, or one scene.

import { ENGLISH, withCatalogue } from "./catalogue.js";
import { Instrument } from "./instrument.js";
import { languageOf } from "./language.js";
import { NAMES, attributeOf, parse } from "./protocol.js";
import { sceneOf } from "./scenes/index.js";
import { Stage } from "./stage.js";
import { sheet } from "./styles.js";
import { watchTheme } from "./theme.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").View} View */

/** Texts of the reader's own so far: each is another text to the worker. */
let texts = 0;

// A stand-in where there is no DOM, so that a server can import the module.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class RecursiveTrapElement extends Base {
  static observedAttributes = [...NAMES.map(attributeOf), "lang"];

  /** @type {Instrument | Stage | undefined} */
  #content;
  /** @type {Record<string, string | null> | undefined} The attributes as the page wrote them: what reset returns to. */
  #initial;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #disposal;
  /** @type {(() => void) | undefined} */
  #unwatch;
  #language = "";
  /** In the page, or out of it for a moment only. */
  #live = false;
  /** Nothing is built before the reader is near. */
  #nearby;
  /** What is set before there is anything to set it on. @type {{ view?: View, pinned?: Settings }} */
  #early = {};
  /** @type {{ key: string, source: string } | undefined} */
  #own;
  #root;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet()];
    this.#root.append(document.createElement("slot"));
    this.#nearby = new IntersectionObserver((changes) => changes.at(-1)?.isIntersecting && this.#enliven(), { rootMargin: "100%" });
  }

  connectedCallback() {
    // Moving the element disconnects it for a moment; that must not cost it its worker.
    clearTimeout(this.#disposal);
    this.#disposal = undefined;
    if (this.#live) return;
    this.#live = true;
    for (const name of NAMES) this.#upgrade(name);
    this.#initial ??= this.#written();
    if (this.#content && languageOf(this) !== this.#language) return this.#translate();
    this.#language = languageOf(this);
    if (this.#content) this.#begin(this.#content);
    else this.#nearby.observe(this);
  }

  /** Builds what the element holds, once its own children have been parsed. */
  #enliven() {
    if (!this.#live || this.#content) return;
    if (document.readyState === "loading" && !this.nextSibling) return void requestAnimationFrame(() => this.#enliven());
    this.#nearby.disconnect();
    const language = this.#language;
    withCatalogue(language, (words) => this.#live && !this.#content && language === this.#language && this.#build(words));
  }

  /** @param {import("./types.js").Catalogue} words */
  #build(words) {
    const content = (this.#content = this.#create(words));
    this.#root.replaceChildren(content.element);
    this.#begin(content);
    const { view, pinned } = this.#early;
    if (view) content.view = view;
    if (pinned) this.pinned = pinned;
    this.#early = {};
  }

  /** The element speaks another language: what it holds is built anew, as the reader has left it. */
  #translate() {
    const language = languageOf(this);
    if (language === this.#language) return;
    this.#language = language;
    const content = this.#content;
    if (!content) return void (this.#live && this.#nearby.observe(this));
    this.#early = { view: content.view, pinned: this.pinned };
    this.#leave();
    this.#content = undefined;
    this.#root.replaceChildren(document.createElement("slot"));
    if (this.#live) this.#enliven();
  }

  /** @param {Instrument | Stage} content */
  #begin(content) {
    this.#unwatch = watchTheme(() => content.retheme(), () => content.print());
    content.start();
  }

  disconnectedCallback() {
    this.#disposal ??= setTimeout(() => this.#dispose(), 20);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (name === "lang") return this.#translate();
    if (this.#unwatch && before !== after) this.#content?.restart();
  }

  /** The scene of the story that is shown alone; without one, the whole instrument is. */
  get scene() { return this.getAttribute("scene") ?? ""; }
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

  /** What the reader has changed that is no attribute. @returns {View} */
  get view() {
    const scene = sceneOf(this.scene, ENGLISH);
    return this.#content?.view ?? this.#early.view ?? { bet: scene?.bet ? "open" : "skipped", cursor: undefined, argument: scene?.opening ?? scene?.argument ?? "" };
  }
  set view(value) {
    if (this.#content) this.#content.view = value;
    else this.#early.view = value;
  }
  /** A text of the reader's own, in place of the corpus; it never leaves the page. */
  get text() { return this.#own?.source; }
  set text(source) {
    this.#own = source === undefined ? undefined : { key: `own ${++texts}`, source };
    this.#reflect("documents", undefined);
    this.#content?.restart();
  }

  /** Whether all that is asked for is computed and drawn. */
  get complete() {
    return this.#content?.complete ?? false;
  }

  /** The run of an instrument that is shown, as plain data: settings, metrics, samples and lost words. */
  data() {
    return this.#content instanceof Instrument ? this.#content.data() : undefined;
  }

  /** The survival figure of an instrument as SVG. */
  svg() {
    return this.#content instanceof Instrument ? this.#content.svg() : "";
  }

  /** Keeps the run of an instrument that is shown as a ghost behind the next ones; or no run at all. @param {boolean} [on] */
  pin(on = true) {
    if (this.#content instanceof Instrument) this.#content.pin(on);
  }

  /** The settings of an instrument's pinned run; setting them runs and pins it. */
  get pinned() {
    return this.#content instanceof Instrument ? this.#content.pinned : this.#early.pinned;
  }
  set pinned(settings) {
    if (this.#content instanceof Instrument) this.#content.pinned = settings;
    else this.#early.pinned = settings;
  }

  /** From now on, `reset` returns to the value that this setting has now. @param {keyof Settings} name */
  keep(name) {
    if (this.#initial) this.#initial[name] = this.getAttribute(attributeOf(name));
  }

  /** Says again, in events, what a scene has found and how its bet stands: for a page that has come later. */
  announce() {
    if (this.#content instanceof Stage) this.#content.announce();
  }

  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. */
  play() {
    this.#enliven();
    this.#content?.play();
  }

  pause() {
    this.#content?.pause();
  }

  /** Moves the cursor one generation on. */
  step() {
    this.#content?.step();
  }

  /** Back to the settings the page gave, and to the end of their run. */
  reset() {
    this.#content?.reset();
  }

  /** @param {import("./types.js").Catalogue} words */
  #create(words) {
    /** @type {import("./types.js").Host} */
    const host = {
      element: this,
      language: this.#language,
      words,
      settings: () => this.#settings(),
      written: () => this.#written(),
      ownText: () => this.#own,
      reflect: (name, value) => this.#reflect(name, value),
      restore: () => {
        for (const name of NAMES) this.#reflect(name, this.#initial?.[name]);
      },
      emit: (name, detail) => this.#emit(name, detail),
    };
    return this.scene === "" ? new Instrument(host) : new Stage(host, this.scene);
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

  /** @returns {Settings} */
  #settings() {
    const { corpus, regime, curation, order, generations, documents, temperature, topK, topP, seed } = this;
    return { corpus, regime, curation, order, generations, documents, temperature, topK, topP, seed };
  }

  /** The settings as attributes, by the name of the property. */
  #written() {
    return Object.fromEntries(NAMES.map((name) => [name, this.getAttribute(attributeOf(name))]));
  }

  /**
   * @param {string} name  without its prefix
   * @param {object} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`recursive-trap-${name}`, { detail, bubbles: true, composed: true }));
  }

  #dispose() {
    this.#disposal = undefined;
    this.#live = false;
    this.#nearby.disconnect();
    this.#leave();
  }

  /** What the element holds computes and watches nothing any more. */
  #leave() {
    this.#content?.dispose();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}
