// The ways out: a detector, a teacher, a reviewer, each with one line on what it does and a control for each number it has.

import { KINDS, REMEDIES, TASTES, join, read, split, write } from "./curations.js";
import { h, setText } from "./dom.js";
import { Slider, choice } from "./inputs.js";

/** @typedef {import("./curations.js").Remedy} Remedy */
/** @typedef {{ documents: number, order: number }} Limits  sentences that train, and the order of the models */

const percent = { min: 0, max: 100, step: 1 };
/** @type {Record<string, { min: number, max: number, step: number }>} Shares are set in per cent. */
const RANGES = {
  tpr: percent,
  fpr: percent,
  share: { ...percent, min: 5 },
  bias: { ...percent, max: 95 },
  right: percent,
  wrong: percent,
  order: { min: 1, max: 5, step: 1 },
  documents: { min: 1, max: 200, step: 1 },
  budget: { min: 0, max: 1000, step: 10 },
  candidates: { min: 2, max: 20, step: 1 },
};

export class RemedyControls {
  /** @type {import("./curations.js").Parts} */
  #parts = {};
  #remedies;
  #on = h("span", { class: "on" });
  #account = h("p", { class: "account" });
  #words;
  element;

  /**
   * @param {import("./types.js").InstrumentWords} words
   * @param {(curation: string) => void} change
   */
  constructor(words, change) {
    this.#words = words;
    this.#remedies = REMEDIES.map((name) => new RemedyControl(name, words, (part) => change(join({ ...this.#parts, [name]: part }))));
    this.element = h("details", { id: "remedies" }, h("summary", { dir: "auto" }, words.labels.labels.remedies, " ", this.#on),
      h("div", { class: "fields" }, ...this.#remedies.map(({ element }) => element)), this.#account);
  }

  /**
   * @param {string} curation
   * @param {Limits} limits
   * @param {import("./numbers.js").Formats} n
   */
  show(curation, limits, n) {
    const parts = split(curation);
    const on = REMEDIES.filter((name) => parts[name]);
    // Who opens a page with a remedy sees it; who closes it is not asked again.
    if (on.length > 0 && Object.keys(this.#parts).length === 0) this.element.open = true;
    this.#parts = parts;
    setText(this.#on, this.#words.remedies.remediesOn(on));
    this.#account.classList.toggle("full", on.length > 0);
    this.#remedies.forEach((remedy, i) => remedy.show(parts[/** @type {Remedy} */ (REMEDIES[i])], limits, n));
  }

  /** @param {string} sentences  what they did and what they cost */
  tell(sentences) {
    setText(this.#account, sentences);
  }
}

class RemedyControl {
  #name;
  #words;
  #change;
  #choice;
  /** How each kind was set last. @type {Map<string, import("./curations.js").Settings>} */
  #known;
  /** @type {import("./curations.js").Settings} */
  #settings = { kind: "off" };
  /** @type {Map<string, Slider | ReturnType<typeof choice>>} Made when they are first needed. */
  #inputs = new Map();
  #numbers = h("div", { class: "numbers" });
  #why;
  element;

  /**
   * @param {Remedy} name
   * @param {import("./types.js").InstrumentWords} words
   * @param {(part: string | undefined) => void} change
   */
  constructor(name, words, change) {
    this.#name = name;
    this.#words = words;
    this.#change = change;
    this.#known = new Map(KINDS[name].map(read).map((settings) => [settings.kind, settings]));
    /** @type {[string, string][]} */
    const kinds = ["off", ...this.#known.keys()].map((kind) => [kind, words.remedies.remedies[name][kind]?.name ?? kind]);
    this.#choice = choice(name, words.labels.labels[name], kinds, (kind) => change(write(this.#known.get(kind) ?? { kind })));
    this.#why = h("p", { class: "why", id: `${name}-why` });
    this.#choice.select.setAttribute("aria-describedby", this.#why.id);
    this.element = h("div", { class: "remedy" }, this.#choice.element, this.#why, this.#numbers);
  }

  /**
   * @param {string | undefined} part
   * @param {Limits} limits
   * @param {import("./numbers.js").Formats} n
   */
  show(part, limits, n) {
    const settings = read(part);
    const { kind } = settings;
    const before = this.#settings.kind;
    this.#settings = settings;
    this.#choice.select.value = kind;
    setText(this.#why, this.#words.remedies.remedies[this.#name][kind]?.why ?? "");
    if (this.#known.has(kind)) this.#known.set(kind, settings);
    const names = Object.keys(settings).filter((name) => name !== "kind");
    // Put in place only when another kind is chosen: that would end a drag.
    if (kind !== before) this.#numbers.replaceChildren(...names.map((name) => this.#input(name).element));
    for (const name of names) this.#fill(name, this.#input(name), settings[name], limits, n);
  }

  /**
   * @param {string} name
   * @param {Slider | ReturnType<typeof choice>} input
   * @param {number | string | undefined} value
   * @param {Limits} limits
   * @param {import("./numbers.js").Formats} n
   */
  #fill(name, input, value, limits, n) {
    if (!(input instanceof Slider)) {
      input.select.value = String(value);
      return;
    }
    const number = Number(value);
    const label = this.#words.remedies.numbers(this.#settings.kind, name);
    if (isShare(name)) return input.show(Math.round(1000 * number) / 10, n.share(number), { label });
    const most = name === "documents" ? Math.max(1, Math.round((1 - Number(this.#settings.bias)) * limits.documents)) : name === "order" ? limits.order : RANGES[name]?.max ?? 0;
    input.show(number, name === "order" ? this.#words.labels.orderValue(number) : n.count(number), { label, max: Math.max(most, number || 0) });
  }

  /** @param {string} name */
  #input(name) {
    const existing = this.#inputs.get(name);
    if (existing) return existing;
    const id = `${this.#name}-${name}`;
    const range = RANGES[name];
    const input = range === undefined
      ? choice(id, this.#words.labels.labels.taste, TASTES.map((taste) => [taste, this.#words.remedies.tastes[taste] ?? taste]), (taste) => this.#set(name, taste))
      : new Slider(id, "", range, (value) => this.#set(name, isShare(name) ? value / 100 : value));
    this.#inputs.set(name, input);
    return input;
  }

  /**
   * @param {string} name
   * @param {number | string} value
   */
  #set(name, value) {
    this.#change(write({ ...this.#settings, [name]: value }));
  }
}

/** @param {string} name */
const isShare = (name) => RANGES[name]?.max === 100 || name === "bias";
