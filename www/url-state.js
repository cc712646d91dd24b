// `url-state`: what a reader changes in one element stands in the page's address, under the element's id, in the grammar of
// `state.js`: `#v=1&ID.seed=7&ID.at=4`. What others keep in the address stays.

import { attributeOf, NAMES } from "./protocol.js";
import { SANDBOX, read, write } from "./state.js";

/** @typedef {import("./element.js").RecursiveTrapElement} Trap */

/** Milliseconds after a change before the address tells it: browsers allow few changes a second. */
const CALM = 400;

export class UrlState {
  #trap;
  #words;
  #scenes;
  #initial;
  #watch = new AbortController();
  #observer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #calm;

  /**
   * @param {Trap} trap  before the address has changed anything of it
   * @param {Pick<import("./types.js").Catalogue, "state">} words  for the console: English, whatever the reader's language
   * @param {readonly import("./types.js").Scene[]} scenes  that it may show
   */
  constructor(trap, words, scenes) {
    this.#trap = trap;
    this.#words = words;
    this.#scenes = scenes;
    this.#initial = written(trap);
    this.#observer = new MutationObserver(() => this.#changed());
  }

  start() {
    const { signal } = this.#watch;
    this.#apply();
    this.#observer.observe(this.#trap, { attributes: true });
    this.#trap.addEventListener("recursive-trap-change", () => this.#changed(), { signal });
    addEventListener("hashchange", () => this.#apply(), { signal });
  }

  stop() {
    clearTimeout(this.#calm);
    this.#watch.abort();
    this.#observer.disconnect();
  }

  /** The name under which the address keeps it. */
  get #id() {
    return this.#trap.id || "trap";
  }

  /** The name under which the grammar knows what it can be told. */
  get #kind() {
    return this.#trap.scene || SANDBOX;
  }

  /** Sets what the address says, and takes back what it no longer says. */
  #apply() {
    const own = pairs().filter((pair) => pair.startsWith(`${this.#id}.`)).map((pair) => this.#kind + pair.slice(this.#id.length));
    const { parts, refused } = read(`#${["v=1", ...own].join("&")}`, this.#words, this.#scenes);
    for (const sentence of refused) console.warn(`<recursive-trap>: ${sentence}`);
    const { settings = {}, bet, at, about } = parts[this.#kind] ?? {};
    for (const name of NAMES.map(attributeOf)) {
      const value = settings[name] ?? this.#initial[name] ?? null;
      if (value === null) this.#trap.removeAttribute(name);
      else if (this.#trap.getAttribute(name) !== value) this.#trap.setAttribute(name, value);
    }
    const { view } = this.#trap;
    this.#trap.view = { bet: bet ?? view.bet, cursor: at, argument: about ?? view.argument };
  }

  #changed() {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => this.#tell(), CALM);
  }

  #tell() {
    const now = written(this.#trap);
    const changed = Object.entries(now).filter(([name, value]) => value !== null && value !== this.#initial[name]);
    const { bet, cursor: at, argument: about } = this.#trap.view;
    const part = { settings: /** @type {Record<string, string>} */ (Object.fromEntries(changed)), bet: bet === "open" ? undefined : bet, at, about };
    const own = write({ parts: { [this.#id]: part } }).replace(/^#v=1&?/, "").split("&").filter(Boolean);
    const others = pairs().filter((pair) => !pair.startsWith(`${this.#id}.`) && pair !== "v=1");
    const hash = own.length + others.length > 0 ? `#${["v=1", ...others, ...own].join("&")}` : "";
    if (hash === location.hash) return;
    try {
      history.replaceState(history.state, "", hash || location.pathname + location.search);
    } catch {
      // A sandboxed frame may not; its reader has no address bar either.
    }
  }
}

const pairs = () => location.hash.replace(/^#/, "").split("&").filter(Boolean);

/** @param {Trap} trap */
const written = (trap) => Object.fromEntries(NAMES.map(attributeOf).map((name) => [name, trap.getAttribute(name)]));
