// <recursive-trap>: life cycle, attributes, properties, methods, events. What it holds comes later, in `content.js` or `scene-content.js`.

import { Absence } from "./absence.js";
import { OTHERS, checkControls, settingsOf, written, writtenOrPreset } from "./attributes.js";
import { drawn } from "./drawn.js";
import { languageOf } from "./language.js";
import { loadContent } from "./load-content.js";
import { fetched, given } from "./own-text.js";
import { place } from "./places.js";
import { NAMES, attributeOf } from "./protocol.js";
import { PROPERTIES, Reflected, reflect } from "./reflected.js";
import { schemeOf } from "./scheme.js";
import { sheet } from "./styles.js";
import { watchTheme } from "./theme.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").View} View */
/** @typedef {import("./types.js").Content} Content */

export class RecursiveTrapElement extends Reflected {
  static observedAttributes = [...NAMES.map(attributeOf), ...OTHERS];

  /** Gives the element its name, unless this or another copy of the script has done so already, or there is no page. */
  static define(name = "recursive-trap") {
    if (globalThis.customElements && !customElements.get(name)) customElements.define(name, this);
  }

  /** @type {Content | undefined} */
  #content;
  /** @type {Promise<void> | undefined} */
  #building;
  /** Those who wait for there to be something to ask. @type {((content: Content) => void)[]} */
  #waiting = [];
  /** The attributes as the page wrote them: what reset returns to. @type {Record<string, string | null> | undefined} */
  #initial;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #disposal;
  /** @type {(() => void) | undefined} */
  #unwatch;
  /** @type {import("./types.js").ContentModule<any>["urlState"] | undefined} */
  #urlState;
  /** @type {import("./url-state.js").UrlState | undefined} */
  #address;
  #language = "";
  /** In the page, or out of it for a moment only. */
  #live = false;
  /** Ends when the element is taken out of the page. */
  #stay = new AbortController();
  /** Nothing is built before the reader is near. */
  #nearby;
  /** What is set before there is anything to set it on. @type {{ view?: View, pinned?: Settings }} */
  #early = {};
  /** A text in place of the corpus. @type {import("./own-text.js").OwnText | undefined} */
  #own;
  /** The rest of the code has failed to come while the reader was near. */
  #missed = false;
  /** What says so. @type {Absence | undefined} */
  #absence;
  /** It has played by itself. */
  #played = false;
  #root;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet(document)];
    this.#root.append(document.createElement("slot"));
    this.#nearby = new IntersectionObserver((changes) => this.#come(changes.at(-1)?.isIntersecting ?? false), { rootMargin: "100%" });
  }

  connectedCallback() {
    // Moving the element disconnects it for a moment; that must not cost it its worker.
    clearTimeout(this.#disposal);
    this.#disposal = undefined;
    if (this.#live) return;
    this.#live = true;
    for (const name of [...PROPERTIES, ...OWN]) this.#upgrade(name);
    this.#initial ??= written(this);
    if (this.#content && languageOf(this) !== this.#language) return this.#translate();
    this.#language = languageOf(this);
    if (this.#content) this.#begin(this.#content);
    else if (this.#waiting.length > 0 || this.loading === "eager") this.#enliven();
    else this.#lookOut();
  }

  /** Being moved by `moveBefore` changes nothing. */
  connectedMoveCallback() {}

  /** In another document (a frame, a window of its own) the sheet of the first one does not count. */
  adoptedCallback() {
    if (this.ownerDocument.defaultView) this.#root.adoptedStyleSheets = [sheet(this.ownerDocument)];
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
    if (before === after) return;
    if (name === "wasm-url" || name === "worker-url") return after === null ? undefined : void place(name === "wasm-url" ? "wasm" : "worker", after);
    if (name === "src") this.#own = after === null ? undefined : fetched(new URL(after, this.baseURI));
    if (name === "lang") return this.#translate();
    if (!this.#unwatch) return;
    if (name === "scene") this.#rebuild();
    else if (name === "theme") this.#paint();
    else if (name === "controls") checkControls(this);
    else if (name === "src" || name === "preset" || NAMES.some((setting) => attributeOf(setting) === name)) this.#content?.restart();
  }

  /** Not on the element itself: the page may have made it `display: contents`. */
  #lookOut() {
    if (this.#root.firstElementChild) this.#nearby.observe(this.#root.firstElementChild);
  }

  /** @param {boolean} near  What has failed to come is asked for again when the reader comes back, not at once. */
  #come(near) {
    if (near && !this.#missed) this.#enliven();
    else if (!near) this.#missed = false;
  }

  /** Builds what the element holds, once its own children have been parsed. */
  #enliven() {
    if (!this.#live || this.#content) return;
    if (document.readyState === "loading" && !this.nextSibling) return void requestAnimationFrame(() => this.#enliven());
    this.#nearby.disconnect();
    const kind = this.#kind;
    const language = (this.#language = languageOf(this));
    this.#building ??= loadContent(kind).then((module) => module.withCatalogue(language, (words) => {
      this.#building = undefined;
      if (kind === this.#kind && language === this.#language) this.#build(module, words);
      else this.#enliven();
    }), (error) => {
      this.#building = undefined;
      this.#missed = true;
      this.#lack(error);
      if (this.#live) this.#lookOut();
    });
  }

  /** What it is to hold. */
  get #kind() {
    return this.scene === "" ? "instrument" : "scene";
  }

  /** @param {import("./failure.js").Failure} failure  for which there is nothing to build */
  #lack(failure) {
    this.#absence ??= new Absence(() => this.#enliven());
    if (!this.#absence.element.isConnected) this.#root.replaceChildren(this.#absence.element);
    this.#absence.show(failure);
    this.#paint();
    const { code, message, fatal } = failure;
    this.#emit("error", { code, message, fatal });
  }

  /**
   * @template Words
   * @param {import("./types.js").ContentModule<Words>} module
   * @param {Words} words
   */
  #build({ createContent, urlState }, words) {
    if (!this.#live || this.#content) return;
    const slotted = this.querySelector(':scope > script[type="text/plain"]');
    if (!this.#own && slotted) this.#own = given(slotted.textContent ?? "");
    this.#urlState = urlState;
    checkControls(this);
    const content = (this.#content = createContent(this.#host(words)));
    this.#root.replaceChildren(content.element);
    this.#absence = undefined;
    this.#begin(content);
    const { view, pinned } = this.#early;
    if (view) content.view = view;
    if (pinned) content.pinned = pinned;
    this.#early = {};
    for (const wait of this.#waiting.splice(0)) wait(content);
  }

  /** @param {Content} content */
  #begin(content) {
    if (this.urlState && this.#urlState) {
      this.#address = this.#urlState(this);
      this.#address.start();
    }
    this.#paint();
    this.#unwatch = watchTheme(() => (this.#translate(), this.#paint()), () => content.print());
    content.start();
  }

  /** The element speaks another language: what it holds is built anew, as the reader has left it. */
  #translate() {
    const language = languageOf(this);
    if (language === this.#language) return;
    this.#language = language;
    if (!this.#content) return void (this.#live && this.#lookOut());
    this.#early = { view: this.view, pinned: this.pinned };
    this.#rebuild();
  }

  /** Another scene, or another language: nothing of the old one is of use. */
  #rebuild() {
    this.#end();
    this.#content = undefined;
    this.#root.replaceChildren(document.createElement("slot"));
    if (this.#live) this.#enliven();
  }

  #paint() {
    const scheme = schemeOf(this, this.theme);
    for (const name of ["light", "dark"]) (this.#content ?? this.#absence)?.element.classList.toggle(name, scheme === name);
    this.#content?.retheme();
  }

  /** What there is to ask, as soon as there is: asking is reason enough to build it. @returns {Promise<Content>} */
  #asked() {
    if (this.#content) return Promise.resolve(this.#content);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#enliven();
    });
  }

  /** What the reader has changed that is no attribute. @returns {View} */
  get view() {
    return this.#content?.view ?? this.#early.view ?? { bet: undefined, cursor: undefined, argument: undefined };
  }
  set view(value) {
    if (this.#content) this.#content.view = value;
    else this.#early.view = value;
  }
  /** A text in place of the corpus; it never leaves the page. Undefined while one is being fetched. @returns {string | undefined} */
  get text() { return typeof this.#own?.source === "string" ? this.#own.source : undefined; }
  set text(source) {
    this.#own = source === undefined || source === null ? undefined : given(String(source));
    reflect(this, "documents", undefined);
    this.#content?.restart();
  }

  /** Whether all that is asked for is computed and drawn. */
  get complete() {
    return this.#content?.complete ?? false;
  }

  /** What is shown, as plain data: of an instrument its run, of a scene its tables. Undefined before there is anything. */
  data() {
    return this.#content?.data();
  }

  /** The same for `JSON.stringify`. */
  toJSON() {
    return this.data() ?? { settings: settingsOf(this), complete: false };
  }

  /** The figure (of several, the first) as SVG; "" before there is one. */
  svg() {
    return this.#content?.svg() ?? "";
  }

  /**
   * The figure as a picture, once it is whole.
   * @param {{ type?: "image/png" | "image/svg+xml", scale?: number }} [options]  `scale`: pixels to a CSS pixel
   * @returns {Promise<Blob>}
   */
  async exportImage({ type = "image/png", scale = 2 } = {}) {
    await this.run();
    const content = await this.#asked();
    if (type === "image/svg+xml") return new Blob([content.svg()], { type });
    return content.picture(Math.min(8, Math.max(0.5, Number(scale) || 2)));
  }

  /** Keeps the run of an instrument that is shown as a ghost behind the next ones; or no run at all. @param {boolean} [on] */
  pin(on = true) {
    this.#content?.pin?.(on);
  }

  /** The settings of an instrument's pinned run; setting them runs and pins it. */
  get pinned() {
    return this.#content ? this.#content.pinned : this.#early.pinned;
  }
  set pinned(settings) {
    if (this.#content) this.#content.pinned = settings;
    else this.#early.pinned = settings;
  }

  /** From now on, `reset` returns to the value that this setting has now. @param {keyof Settings} name */
  keep(name) {
    if (this.#initial) this.#initial[name] = this.getAttribute(attributeOf(name));
  }

  /** Says again, in events, what a scene has found and how its bet stands: for a page that has come later. */
  announce() {
    this.#content?.announce?.();
  }

  /**
   * Computes what is asked for, whether or not a reader is near; fulfilled when all of it is drawn, and that needs a page: it
   * waits for an element that is in none, and is given up when the element is taken out.
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<void>}
   */
  run({ signal } = {}) {
    return drawn(this, () => this.#asked(), this.#stay.signal, signal);
  }

  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. @returns {Promise<void>} */
  play() {
    return this.#ask((content) => content.play());
  }

  /** @returns {Promise<void>} */
  pause() {
    return this.#ask((content) => content.pause());
  }

  /** Moves the cursor one generation on. @returns {Promise<void>} */
  step() {
    return this.#ask((content) => content.step());
  }

  /** Back to the settings the page gave, and to the end of their run; fulfilled when that is drawn. */
  async reset() {
    await this.#ask((content) => content.reset());
    await this.run();
  }

  /** @param {(content: Content) => void} action  fulfilled when what it did is drawn */
  async #ask(action) {
    action(await this.#asked());
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
  }

  /** @template Words @param {Words} words @returns {import("./types.js").Host<Words>} */
  #host(words) {
    return {
      element: this,
      language: this.#language,
      words,
      settings: () => settingsOf(this),
      written: () => writtenOrPreset(this),
      ownText: () => this.#own,
      reflect: (name, value) => reflect(this, attributeOf(name), value),
      restore: () => {
        for (const name of NAMES) reflect(this, attributeOf(name), this.#initial?.[name]);
      },
      emit: (name, detail) => this.#emit(name, detail),
    };
  }

  /** @param {string} name  A property set before the class was known hides the accessor: it is set again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  /**
   * @param {string} name  without its prefix
   * @param {object} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`recursive-trap-${name}`, { detail, bubbles: true, composed: true }));
    if (name !== "complete" || !this.autoplay || this.#played || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.#played = true;
    this.#content?.play();
  }

  #end() {
    this.#content?.dispose();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #dispose() {
    this.#disposal = undefined;
    this.#live = false;
    this.#stay.abort(new DOMException("the element was taken out of the page", "AbortError"));
    this.#stay = new AbortController();
    this.#nearby.disconnect();
    this.#address?.stop();
    this.#address = undefined;
    this.#end();
  }
}

/** Properties that are no attributes and may have been set before the class was known. */
const OWN = ["view", "pinned", "text"];
