// The settings of the experiment: native inputs, each with its label and its value in words.

import { h, setText } from "./dom.js";
import { CORPORA, RANGES, documentStops } from "./protocol.js";
import { corpusTitles, labels, orderValue, sentencesValue } from "./strings.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {<Name extends keyof Settings>(name: Name, value: Settings[Name]) => void} Change */

/** The hottest temperature the slider reaches by itself; an attribute may ask for more. */
const WARM = 2;

export class Controls {
  #corpus = h("select", { id: "corpus" }, ...CORPORA.map((name) => h("option", { value: name }, corpusTitles[name] ?? name)));
  #orders = [1, 2, 3, 4, 5].map((order) => h("input", { type: "radio", name: "order", id: `order-${order}`, value: order }));
  #generations = slider("generations", RANGES.generations.min, RANGES.generations.max, 1);
  #documents = slider("documents", 0, 1, 1);
  #temperature = slider("temperature", 0, WARM, 0.05);
  #seed = h("input", { type: "number", id: "seed", min: 0, max: RANGES.seed.max, step: 1, inputmode: "numeric", autocomplete: "off" });
  #newSeed = h("button", { type: "button", part: "button" }, labels.newSeed);
  /** @type {Record<string, HTMLOutputElement>} */
  #values = Object.fromEntries(["order", "generations", "documents", "temperature"].map((name) => [name, h("output", { for: name, "aria-live": "off" })]));
  /** @type {number[]} What the slider of documents can be set to. */
  #stops = [];
  element;

  /**
   * @param {Change} change  called for every move of a control
   * @param {() => void} newSeed
   */
  constructor(change, newSeed) {
    const orders = this.#orders.map((input) => h("label", {}, input, h("span", {}, input.value)));
    this.element = h("div", { class: "settings", role: "group", "aria-label": labels.settings, part: "controls" },
      h("div", { class: "field" }, h("label", { for: "corpus" }, labels.corpus), h("span", { class: "select" }, this.#corpus)),
      this.#field("generations", this.#generations),
      this.#field("temperature", this.#temperature),
      h("div", { class: "field", role: "radiogroup", "aria-labelledby": "order-label" },
        h("span", { id: "order-label", class: "label" }, labels.order), /** @type {Node} */ (this.#values.order), h("span", { class: "segments" }, ...orders)),
      this.#field("documents", this.#documents),
      h("div", { class: "field" }, h("label", { for: "seed" }, labels.seed), h("span", { class: "seed" }, this.#seed, this.#newSeed)),
    );
    this.#corpus.addEventListener("change", () => change("corpus", this.#corpus.value));
    for (const input of this.#orders) input.addEventListener("change", () => change("order", Number(input.value)));
    for (const name of /** @type {const} */ (["generations", "temperature"])) {
      const input = name === "generations" ? this.#generations : this.#temperature;
      input.addEventListener("input", () => change(name, input.valueAsNumber));
    }
    this.#documents.addEventListener("input", () => {
      const stop = this.#documents.valueAsNumber;
      change("documents", stop === this.#stops.length - 1 ? undefined : this.#stops[stop]);
    });
    this.#seed.addEventListener("input", () => {
      if (this.#seed.value !== "") change("seed", this.#seed.valueAsNumber);
    });
    this.#newSeed.addEventListener("click", newSeed);
  }

  /**
   * @param {Settings} settings
   * @param {{ available: number, documents: number } | undefined} started  sentences the text has, and those that train
   * @param {import("./numbers.js").Formats} n
   */
  show({ corpus, order, generations, documents, temperature, seed }, started, n) {
    const available = started?.available ?? 0;
    this.#corpus.value = corpus;
    for (const input of this.#orders) input.checked = Number(input.value) === order;
    this.#temperature.max = String(Math.max(WARM, temperature || 0));
    this.#stops = documentStops(Math.max(available, documents ?? 0), documents);
    this.#documents.max = String(this.#stops.length - 1);
    const stop = documents === undefined ? this.#stops.length - 1 : this.#stops.indexOf(documents);
    place(this.#generations, generations);
    place(this.#temperature, temperature);
    place(this.#documents, stop);
    // A field that the reader has just emptied, to type another number, stays empty.
    const emptied = this.#seed.value === "" && this.#seed.matches(":focus");
    if (!emptied && this.#seed.valueAsNumber !== seed) this.#seed.value = String(seed);
    this.#say("order", orderValue(order));
    this.#say("generations", n.count(generations), this.#generations);
    this.#say("temperature", n.decimal(temperature), this.#temperature);
    // Without a number the last tenth of the text is held out, so "all" would not be true.
    const trained = documents ?? started?.documents;
    this.#say("documents", trained === undefined ? "" : sentencesValue(n.count(trained), n.count(available || trained)), this.#documents);
  }

  /**
   * @param {"generations" | "documents" | "temperature"} name
   * @param {HTMLInputElement} input
   */
  #field(name, input) {
    return h("div", { class: "field" }, h("label", { for: name }, labels[name]), /** @type {Node} */ (this.#values[name]), input);
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {HTMLInputElement} [input]
   */
  #say(name, text, input) {
    const output = this.#values[name];
    if (output) setText(output, text);
    input?.setAttribute("aria-valuetext", text);
  }
}

/**
 * @param {string} id
 * @param {number} min
 * @param {number} max
 * @param {number} step
 */
function slider(id, min, max, step) {
  return h("input", { type: "range", id, min, max, step, part: "slider" });
}

/**
 * @param {HTMLInputElement} input
 * @param {number} value
 */
function place(input, value) {
  if (input.valueAsNumber !== value && !Number.isNaN(value)) input.valueAsNumber = value;
  const min = Number(input.min);
  const reach = Number(input.max) - min || 1;
  input.style.setProperty("--fill", `${(100 * (input.valueAsNumber - min)) / reach}%`);
}
