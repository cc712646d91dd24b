// The figure as the reader sees it: what stands where, and what each part says about the generation at the cursor.

import { Controls } from "./controls.js";
import { h, setText } from "./dom.js";
import { ErrorPanel } from "./error-panel.js";
import { Figures } from "./figures.js";
import { glossary } from "./inputs.js";
import { markedText } from "./specimen.js";
import { drawsAnew, keepsAll } from "./regimes.js";
import { NumbersTable } from "./table.js";
import { Tongue } from "./tongue.js";
import { Transport } from "./transport.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./numbers.js").Formats} Formats */

/** Lost words that are named; the others are counted. */
const NAMED = 40;

export class View {
  figures;
  controls;
  transport;
  #words;
  #table;
  #costs;
  #text = h("span");
  #transcript = h("p", { class: "transcript", lang: "en" }, this.#text);
  #captions = { specimen: h("span"), survival: h("span"), rank: h("span") };
  #lastMeaning = h("span");
  #lostHeading = h("span");
  #lost = h("span", { lang: "en" });
  #more = h("span");
  #panel;
  element;

  /**
   * @param {import("./types.js").Host<import("./types.js").InstrumentWords>} host
   * @param {HTMLElement} work  how far the run has come
   * @param {object} actions
   * @param {() => void} actions.invalidate
   * @param {import("./controls.js").Change} actions.change
   * @param {() => void} actions.newSeed
   * @param {() => void} actions.retry
   * @param {ConstructorParameters<typeof Transport>[1]} actions.transport
   */
  constructor({ words, language }, work, { invalidate, change, newSeed, retry, transport }) {
    const { labels: { labels, language: own }, columns: { columns, costColumns }, stage: { stage }, whys } = words;
    this.#words = words;
    this.#table = new NumbersTable("numbers", labels.table, columns, words);
    this.#costs = new NumbersTable("costs", labels.costs, costColumns, words);
    this.#panel = new ErrorPanel(words, retry);
    this.figures = new Figures(new Tongue(words, language), invalidate);
    this.controls = new Controls(words, change, newSeed);
    this.transport = new Transport(words.labels, transport);
    const { specimen, survival, rank } = this.figures.canvas;
    survival.setAttribute("aria-details", this.#table.element.id);
    const figure = h("div", { class: "figure", part: "figure", ...own },
      h("figure", { class: "specimen" }, plate(specimen), this.#said("specimen", this.#legend(), this.#transcript)),
      this.transport.element,
      work,
      h("figure", { class: "survival" }, plate(survival), this.#said("survival")),
      h("div", { class: "lost" }, h("p", {}, h("b", {}, labels.lost), " ", this.#lostHeading), h("p", { class: "words" }, this.#lost, this.#more)),
      this.controls.element,
      this.#panel.element,
      h("figure", { class: "rank" }, plate(rank), this.#said("rank")),
      h("div", { class: "tables" }, glossary("figures-why", stage.figures, [["specimen", labels.specimen], ["survival", labels.survival], ["rank", labels.rank]], whys.figures), this.#table.element, this.#costs.element),
    );
    this.element = h("div", { class: "frame waiting" }, h("slot"), figure);
  }

  /**
   * @param {"specimen" | "survival" | "rank"} name
   * @param {...Node} more
   */
  #said(name, ...more) {
    const sentence = h("p", { class: "sentence" }, h("b", {}, this.#words.labels.labels[name]), " ", this.#captions[name]);
    return h("figcaption", {}, sentence, ...more);
  }

  /** Puts the figure in the place of the fallback. */
  reveal() {
    this.element.classList.remove("waiting");
  }

  get revealed() {
    return !this.element.classList.contains("waiting");
  }

  /**
   * Says what went wrong; the last good figure stays.
   * @param {import("./failure.js").Failure} [failure]  nothing to take it back
   */
  report(failure) {
    this.#panel.show(failure);
    this.element.classList.toggle("reporting", failure !== undefined);
  }

  /**
   * Words first, charts last: a chart is never ahead of its caption. True when every chart has been drawn.
   * @param {Run} run
   * @param {number} cursor
   * @param {{ playing: boolean }} player
   * @param {Formats} n
   */
  show(run, cursor, { playing }, n) {
    this.transport.show({ cursor, length: run.length, playing }, n);
    this.#table.show(run, cursor, n);
    this.#costs.show(run, cursor, n);
    this.#say(run, cursor, n);
    // Three captions a second are too many to listen to.
    this.#captions.survival.setAttribute("aria-live", playing || !run.complete ? "off" : "polite");
    return this.figures.draw(run, cursor);
  }

  /**
   * @param {Run} run
   * @param {number} generation
   * @param {Formats} n
   */
  #say(run, generation, n) {
    const now = run.generations[generation];
    if (!now) return;
    const { captions: { specimenCaption, survivalCaption, rankCaption, lostHeading }, account: { accountSentences }, labels: { legend, andMore } } = this.#words;
    const { kind, remedies, started: { plain, humanShares, documents } } = run;
    const curated = remedies.length > 0;
    this.element.classList.toggle("curated", curated);
    const { low, high } = run.predicted(generation);
    const types = run.metric(generation, "types");
    const human = run.metric(0, "types");
    const hapax = run.metric(generation, "hapax");
    const share = run.metric(generation, "survivors1");
    const baseline = run.metric(generation, "baseline_types");
    this.#tell("specimen", specimenCaption(n, { generation, kind, share: run.humanShare(generation - 1), remedies }));
    this.#tell("survival", survivalCaption(n, { generation, types, human, hapax, share, low, high, plain, kind, baseline, curated }));
    this.controls.tell(accountSentences(n, (name, t = generation) => run.metric(t, name), { generation, curated, unlabelled: drawsAnew(kind) && (humanShares[generation] ?? 0) > 0, sentences: documents }));
    this.#tell("rank", rankCaption(n, { generation, gone: human - types, human, hapax }));
    // CSS keeps the room that the longest page needs.
    if (this.#transcript.dataset.longest !== run.longest) this.#transcript.dataset.longest = run.longest;
    if (this.#text.textContent !== now.sample) this.#text.replaceChildren(...markedText(now.sample, now.marks));
    const lost = now.lost === "" ? [] : now.lost.split("\n");
    setText(this.#lostHeading, lostHeading(n, { generation, lost: lost.length, returns: run.returns(generation) }));
    setText(this.#lastMeaning, keepsAll(kind) ? legend.onlyMeaning : legend.lastMeaning);
    const rest = lost.length - NAMED;
    setText(this.#lost, lost.slice(0, NAMED).join(", "));
    setText(this.#more, rest > 0 ? andMore(n, rest) : "");
  }

  #legend() {
    const { legend } = this.#words.labels;
    return h("p", { class: "legend" },
      h("span", {}, h("mark", { class: "last" }, legend.last), this.#lastMeaning),
      h("span", {}, h("mark", { class: "loop" }, legend.loop), legend.loopMeaning));
  }

  /**
   * @param {"specimen" | "survival" | "rank"} name
   * @param {string} sentence
   */
  #tell(name, sentence) {
    setText(this.#captions[name], sentence);
    this.figures.canvas[name].setAttribute("aria-label", `${this.#words.labels.labels[name]}. ${sentence}`);
  }
}

/**
 * The canvas lies in a box that CSS sizes: its own width and height, which follow that size, must not feed back into it.
 * @param {HTMLCanvasElement} canvas
 */
const plate = (canvas) => h("div", { class: "plate" }, canvas);
