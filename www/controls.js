// The settings of the experiment: those that every reader needs, and more for those who ask.

import { h } from "./dom.js";
import { NumberField, Segments, Slider, choice, glossary } from "./inputs.js";
import { CORPORA, RANGES, documentStops } from "./protocol.js";
import { RegimeControls } from "./regime-controls.js";
import { RemedyControls } from "./remedy-controls.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {<Name extends keyof Settings>(name: Name, value: Settings[Name]) => void} Change */

/** The hottest temperature the slider reaches by itself; an attribute may ask for more. */
const WARM = 2;
/** The smallest top-p it reaches. */
const NARROW = 0.05;

export class Controls {
  #corpus;
  #generations;
  #temperature;
  #regime;
  #remedies;
  #topK;
  #topP;
  #order;
  #documents;
  #seed;
  #words;
  /** @type {number[]} What the slider of documents can be set to. */
  #stops = [];
  element;

  /**
   * @param {import("./types.js").InstrumentWords} words
   * @param {Change} change  called for every move of a control
   * @param {() => void} newSeed
   */
  constructor(words, change, newSeed) {
    const { labels: { labels, corpusTitles }, stage: { stage }, whys: { controls: reasons } } = words;
    this.#words = words.labels;
    const { min, max } = RANGES.generations;
    this.#regime = new RegimeControls(words, (regime) => change("regime", regime));
    this.#remedies = new RemedyControls(words, (curation) => change("curation", curation));
    this.#corpus = choice("corpus", labels.corpus, CORPORA.map((name) => [name, corpusTitles[name] ?? name]), (name) => change("corpus", name));
    this.#generations = new Slider("generations", labels.generations, { min, max, step: 1 }, (value) => change("generations", value));
    this.#temperature = new Slider("temperature", labels.temperature, { min: 0, max: WARM, step: 0.05 }, (value) => change("temperature", value));
    this.#topK = new NumberField("top-k", labels.topK, { min: 1, placeholder: labels.off }, (value) => change("topK", value));
    this.#topP = new Slider("top-p", labels.topP, { min: NARROW, max: 1, step: 0.05 }, (value) => change("topP", value === 1 ? undefined : value));
    this.#order = new Segments("order", labels.order, ["1", "2", "3", "4", "5"], (value) => change("order", Number(value)));
    this.#documents = new Slider("documents", labels.documents, { min: 0, max: 1, step: 1 }, (stop) => change("documents", stop === this.#stops.length - 1 ? undefined : this.#stops[stop]));
    const again = h("button", { type: "button", part: "button" }, labels.newSeed);
    again.addEventListener("click", newSeed);
    this.#seed = new NumberField("seed", labels.seed, { min: 0, max: RANGES.seed.max }, (value) => {
      if (value !== undefined) change("seed", value);
    }, again);
    const more = [this.#topK, this.#topP, this.#order, this.#documents, this.#seed].map(({ element }) => element);
    this.element = h("div", { class: "settings", role: "group", "aria-label": labels.settings, part: "controls" },
      this.#regime.element,
      h("div", { class: "fields" }, this.#corpus.element, this.#generations.element, this.#temperature.element),
      glossary("settings-why", stage.controls, [["corpus", labels.corpus], ["generations", labels.generations], ["temperature", labels.temperature]], reasons),
      this.#remedies.element,
      h("details", { id: "more" }, h("summary", { dir: "auto" }, labels.more), h("div", { class: "fields" }, ...more), glossary("more-why", stage.controls, [["topK", labels.topK], ["topP", labels.topP], ["order", labels.order], ["documents", labels.documents], ["seed", labels.seed]], reasons)),
    );
  }

  /**
   * @param {Settings} settings
   * @param {{ available: number, documents: number } | undefined} started  sentences the text has, and those that train
   * @param {import("./numbers.js").Formats} n
   */
  show({ corpus, regime, curation, order, generations, documents, temperature, topK, topP, seed }, started, n) {
    const available = started?.available ?? 0;
    this.#corpus.select.value = corpus;
    this.#regime.show(regime, generations, n);
    this.#remedies.show(curation, { documents: started?.documents ?? 0, order }, n);
    this.#generations.show(generations, n.count(generations));
    this.#temperature.show(temperature, n.decimal(temperature), { max: Math.max(WARM, temperature || 0) });
    this.#topK.show(topK, topK === undefined ? "" : this.#words.likeliest(n, topK));
    this.#topP.show(topP ?? 1, topP === undefined || topP === 1 ? this.#words.labels.off : this.#words.likeliestShare(n, topP));
    this.#order.show(String(order), this.#words.orderValue(order));
    this.#seed.show(seed);
    this.#stops = documentStops(Math.max(available, documents ?? 0), documents);
    const last = this.#stops.length - 1;
    // Without a number the last tenth of the text is held out, so "all" would not be true.
    const trained = documents ?? started?.documents;
    const said = trained === undefined ? "" : this.#words.sentencesValue(n.count(trained), n.count(available || trained));
    this.#documents.show(documents === undefined ? last : this.#stops.indexOf(documents), said, { max: last });
  }

  /** @param {string} account  what a run has cost, and what the ways out did */
  tell(account) {
    this.#remedies.tell(account);
  }
}
