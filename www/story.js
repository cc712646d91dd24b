// The page around the scenes: its sentences say what the scenes have just computed, its numbers can be moved, and its address
// holds what the reader has changed.

import { arrive } from "./arrive.js";
import { Dials } from "./dials.js";
import { h, setText } from "./dom.js";
import { instance } from "./load-wasm.js";
import { NONE } from "./numbers.js";
import { DEFAULTS, NAMES, RANGES, attributeOf } from "./protocol.js";
import { tell } from "./report.js";
import { enhanceSandbox } from "./sandbox.js";
import { scenesOf } from "./scenes/index.js";
import { PIN, SANDBOX, read, settingsOf, write } from "./state.js";

/** @typedef {import("./element.js").RecursiveTrapElement} Trap */
/** @typedef {import("./state.js").Part} Part */

/** Milliseconds after a change before the address tells it: browsers allow few changes a second. */
const CALM = 400;

export class Story {
  #page;
  #words;
  #dials;
  /** @type {Record<string, Record<string, string | null>>} The attributes as the page wrote them, by scene. */
  #written = {};
  #notice = h("div", { class: "notice", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #calm;
  /** Scenes whose settings a link has set and that have not answered yet. @type {Set<string>} */
  #doubtful = new Set();
  /** The dice that the page came with. */
  #dice = 1;
  /** The scene in which something was changed last. */
  #place = "";
  /** @type {{ rebase: (seed: string) => void } | undefined} */
  #tools;

  /**
   * @param {Document} page
   * @param {import("./types.js").Catalogue} words
   */
  constructor(page, words) {
    this.#page = page;
    this.#words = words;
    this.#dials = new Dials(page, words, (id, setting, value) => this.#turn(id, setting, value));
    // Before the elements are upgraded they have said nothing, so nothing is missed.
    page.addEventListener("recursive-trap-bet", (event) => this.#bet(/** @type {CustomEvent} */ (event)));
    page.addEventListener("recursive-trap-facts", (event) => this.#tell(/** @type {CustomEvent} */ (event)));
    page.addEventListener("recursive-trap-error", (event) => this.#refuse(/** @type {CustomEvent} */ (event)));
    page.addEventListener("recursive-trap-change", (event) => this.#changed(/** @type {Trap} */ (event.target)));
    // What a link has set was accepted once it has an answer.
    for (const name of ["generation", "complete", "change"]) page.addEventListener(`recursive-trap-${name}`, ({ target }) => this.#doubtful.delete(idOf(/** @type {Trap} */ (target))));
  }

  /** The first scene is there: now there is time to lay out the others. */
  #settle() {
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    idle(() => this.#page.querySelector("[data-recursive-trap]")?.classList.add("live"));
  }

  /** Once the elements are defined. */
  begin() {
    for (const trap of this.#traps()) this.#written[idOf(trap)] = attributes(trap);
    this.#dice = this.#traps()[0]?.seed ?? 1;
    const sandbox = this.#trap(SANDBOX);
    if (this.#traps().length < 2) return;
    this.#seed();
    if (sandbox) {
      this.#tools = enhanceSandbox(sandbox, () => this.#address(SANDBOX), this.#words);
      new MutationObserver(() => this.#changed(sandbox)).observe(sandbox, { attributes: true });
    }
    this.#apply(location.hash);
    this.#page.addEventListener("recursive-trap-facts", () => this.#settle(), { once: true });
    // A scene may have been quicker than the rest of the page.
    for (const trap of this.#traps()) trap.announce();
    // Back, forth, or another address: the page is what its address says.
    addEventListener("hashchange", () => {
      if (location.hash !== "" && !location.hash.startsWith("#v=")) return;
      for (const trap of this.#traps()) this.#restore(trap);
      this.#throw(this.#dice);
      this.#apply(location.hash);
    });
    for (const link of this.#page.querySelectorAll(".papers a")) link.addEventListener("click", (event) => this.#follow(event));
  }

  /** A paper's run sets the instrument, and leaves the rest of the page as it is. @param {Event} event */
  #follow(event) {
    const sandbox = this.#trap(SANDBOX);
    const part = read(/** @type {HTMLAnchorElement} */ (event.currentTarget).hash, this.#words, []).parts[SANDBOX];
    if (!sandbox) return;
    event.preventDefault();
    this.#restore(sandbox);
    if (part) this.#set(sandbox, part);
    history.pushState(null, "", this.#address(SANDBOX));
    this.#go(SANDBOX);
  }

  /** @param {string} scene */
  #go(scene) {
    const place = this.#page.getElementById(scene) ?? this.#trap(scene)?.closest("section");
    if (place) arrive(place);
  }

  #traps() {
    return /** @type {Trap[]} */ ([...this.#page.querySelectorAll("recursive-trap")]);
  }

  /** @param {string} id */
  #trap(id) {
    return this.#traps().find((trap) => idOf(trap) === id);
  }

  /** @param {CustomEvent<{ scene: string, settled: boolean }>} event */
  #bet(event) {
    /** @type {Element} */ (event.target).parentElement?.classList.toggle("unsettled", !event.detail.settled);
  }

  /** @param {CustomEvent<{ scene: string, facts: Record<string, string>, settings: import("./types.js").Settings, argument: string, bet?: { prompt: string, guess: string, said: string }, partial: boolean }>} event */
  #tell({ detail: { scene, facts, settings, argument, bet, partial } }) {
    for (const place of this.#page.querySelectorAll("[data-fact]")) {
      const [id, name = ""] = /** @type {HTMLElement} */ (place).dataset.fact?.split(".") ?? [];
      const said = id === scene ? facts[name] : undefined;
      // Of what was stopped the page tells what is known.
      if (said !== undefined && !(partial && said === NONE)) setText(place, said);
    }
    this.#dials.show(scene, settings, argument);
    if (bet) this.#list(scene, bet);
  }

  /**
   * @param {string} scene
   * @param {{ prompt: string, guess: string, said: string }} bet
   */
  #list(scene, { prompt, guess, said }) {
    const list = this.#page.querySelector(".bets");
    if (!list) return;
    list.parentElement?.querySelector(".none")?.remove();
    const entry = /** @type {HTMLElement | null} */ (list.querySelector(`[data-scene="${scene}"]`)) ?? h("div", { "data-scene": scene });
    entry.replaceChildren(h("dt", {}, prompt), h("dd", {}, guess + said));
    if (!entry.isConnected) list.append(entry);
  }

  /**
   * A link may set what the core refuses: that is named, and the page's own settings come back.
   * @param {CustomEvent<{ message: string, fatal: boolean, pin?: boolean }>} event
   */
  #refuse({ target, detail: { message, fatal, pin } }) {
    const trap = /** @type {Trap} */ (target);
    const id = idOf(trap);
    if (pin) {
      this.#explain(PIN, message);
      return this.#changed();
    }
    if (fatal || !this.#doubtful.delete(id)) return;
    this.#restore(trap);
    this.#explain(id, message);
  }

  /**
   * @param {string} id  of what a link has set in vain
   * @param {string} message
   */
  #explain(id, message) {
    const { unknown } = this.#words.state;
    const reason = h("span");
    tell(reason, this.#words, message);
    this.#notice.append(h("p", {}, unknown.refused(id), " ", reason, " ", unknown.stands));
  }

  /** @param {Trap} trap */
  #restore(trap) {
    for (const [name, value] of Object.entries(this.#written[idOf(trap)] ?? {})) if (name !== "seed") setAttribute(trap, name, value);
    trap.view = { bet: trap.view.bet, cursor: undefined, argument: undefined };
    if (idOf(trap) === SANDBOX) trap.pinned = undefined;
  }

  /** @param {string[]} sentences */
  #notify(sentences) {
    this.#notice.append(...sentences.map((sentence) => h("p", {}, sentence)));
  }

  /** @param {string} hash */
  #apply(hash) {
    const { seed, scene, parts, refused } = read(hash, this.#words, scenesOf(this.#words));
    this.#notice.replaceChildren();
    this.#notify(refused);
    if (seed !== undefined) this.#throw(seed);
    for (const [id, part] of Object.entries(parts)) {
      const trap = this.#trap(id);
      if (trap) this.#set(trap, part);
    }
    const [sandbox, pin] = [this.#trap(SANDBOX), parts[PIN]];
    if (sandbox && pin) sandbox.pinned = settingsOf(pin.settings);
    if (scene !== undefined) {
      this.#place = scene;
      // Where a browser comes back to is its own business.
      if (arrived()) this.#go(scene);
    }
  }

  /**
   * @param {Trap} trap
   * @param {Part} part
   */
  #set(trap, { settings, bet, at, about }) {
    this.#doubtful.add(idOf(trap));
    for (const [name, value] of Object.entries(settings)) setAttribute(trap, name, value);
    const { view } = trap;
    trap.view = { bet: bet ?? view.bet, cursor: at ?? view.cursor, argument: about ?? view.argument };
  }

  /** What differs from the page as it was written. */
  #state() {
    /** @type {import("./state.js").State} */
    const state = { parts: {} };
    const seeds = new Set(this.#traps().map((trap) => trap.seed));
    const [seed] = seeds;
    const common = seeds.size === 1;
    if (common && seed !== this.#dice) state.seed = seed;
    if (this.#place !== "") state.scene = this.#place;
    for (const trap of this.#traps()) {
      const id = idOf(trap);
      const now = attributes(trap);
      const settings = Object.entries(now).filter(([name, value]) => value !== null && value !== this.#written[id]?.[name] && !(common && name === "seed"));
      const { bet, cursor, argument } = trap.view;
      /** @type {Part} */
      const part = { settings: /** @type {Record<string, string>} */ (Object.fromEntries(settings)) };
      if (bet !== undefined && bet !== "open") part.bet = bet;
      if (cursor !== undefined) part.at = cursor;
      if (argument !== undefined) part.about = argument;
      if (settings.length > 0 || Object.keys(part).length > 1) state.parts[id] = part;
    }
    const pinned = this.#trap(SANDBOX)?.pinned;
    if (pinned) state.parts[PIN] = { settings: writtenOf(pinned) };
    return state;
  }

  /** @param {string} [place]  the scene to begin with */
  #address(place) {
    const state = this.#state();
    return new URL(write(place ? { ...state, scene: place } : state) || "#", location.href.split("#")[0]).href.replace(/#$/, "");
  }

  /** @param {Trap} [trap]  where the reader has changed something */
  #changed(trap) {
    if (trap) this.#place = idOf(trap);
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      try {
        history.replaceState(history.state, "", this.#address());
      } catch {
        // A sandboxed frame may not change its address; everything else works without.
      }
    }, CALM);
  }

  /**
   * @param {string} id
   * @param {import("./types.js").SceneControl["setting"]} setting
   * @param {string} value
   */
  #turn(id, setting, value) {
    const trap = this.#trap(id);
    if (!trap) return;
    if (setting === "argument") trap.view = { ...trap.view, argument: value };
    else setAttribute(trap, attributeOf(setting), value);
    this.#changed(trap);
  }

  /** @param {number} seed */
  #throw(seed) {
    for (const trap of this.#traps()) {
      if (trap.seed === seed) continue;
      trap.seed = seed;
      // Undo and reset are about the experiment, not about its dice.
      trap.keep("seed");
    }
    this.#tools?.rebase(String(seed));
    for (const told of this.#page.querySelectorAll(".bets dd")) setText(told, this.#words.story.story.stale);
    const input = /** @type {HTMLInputElement | null} */ (this.#page.querySelector("#dice"));
    if (input) input.value = String(seed);
  }

  #seed() {
    const { story: words } = this.#words.story;
    const { min, max } = RANGES.seed;
    const place = this.#page.querySelector(".dice");
    if (!place) return;
    const input = h("input", { type: "number", id: "dice", min, max, step: 1, value: this.#traps()[0]?.seed ?? 1, "aria-describedby": "why-dice" });
    const roll = (/** @type {number} */ seed) => {
      this.#throw(seed);
      this.#changed();
    };
    input.addEventListener("change", () => (input.checkValidity() && input.value !== "" ? roll(input.valueAsNumber) : input.reportValidity()));
    const other = h("button", { type: "button" }, words.throwDice);
    other.addEventListener("click", async () => roll((await instance("whole")).randomSeed()));
    place.replaceChildren(h("label", { for: "dice" }, words.seed), " ", input, " ", other, " ", h("small", { id: "why-dice" }, words.whySeed));
    place.after(this.#notice);
  }
}

/** @param {Trap} trap */
const idOf = (trap) => trap.scene || SANDBOX;

/** @param {Trap} trap */
const attributes = (trap) => Object.fromEntries(NAMES.map(attributeOf).map((name) => [name, trap.getAttribute(name)]));

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** What differs from the defaults, and the seed in any case: a run has one. @param {import("./types.js").Settings} settings */
const writtenOf = (settings) => Object.fromEntries(NAMES.filter((name) => name === "seed" || settings[name] !== DEFAULTS[name]).map((name) => [attributeOf(name), String(settings[name])]));

/** Whether the page was opened, not reloaded or returned to. */
const arrived = () => !["reload", "back_forward"].includes(/** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0])?.type ?? "");
