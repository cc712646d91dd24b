// A scene's bet: open, placed, skipped or scrolled past; the ghost it leaves in the figure, and what came of it.

import { h } from "./dom.js";

/** @typedef {NonNullable<import("./types.js").View["bet"]>} State */

export class Wager {
  #bet;
  #words;
  #form;
  #observer;
  /** What came of it, under the settings that it was about. */
  #outcome = "";
  /** The outcome is that of this guess. @type {State} */
  #of = "open";
  /** @type {State} */
  state;
  /** Who scrolls past a bet does not want to place it, and wants to see what is drawn under it. */
  passed = false;
  elements;

  /**
   * @param {import("./types.js").Bet | undefined} bet  without one, nothing is hidden
   * @param {import("./bet.js").BetForm} form
   * @param {import("./types.js").Catalogue} words
   * @param {() => void} lift  called when the reader has scrolled past it
   */
  constructor(bet, form, words, lift) {
    this.#bet = bet;
    this.#words = words;
    this.#form = form;
    this.state = /** @type {State} */ (bet ? "open" : "skipped");
    this.elements = bet ? [form.element, h("p", { class: "cover" }, words.stage.bets.cover)] : [];
    let seen = false;
    this.#observer = new IntersectionObserver((changes) => {
      const { isIntersecting = false, boundingClientRect } = changes.at(-1) ?? {};
      this.passed ||= seen && this.state === "open" && !isIntersecting && (boundingClientRect?.bottom ?? 0) <= 0;
      seen ||= isIntersecting;
      if (this.passed) lift();
    });
  }

  watch() {
    if (this.open) this.#observer.observe(this.#form.element);
  }

  unwatch() {
    this.#observer.disconnect();
  }

  /** Neither placed nor skipped. */
  get open() {
    return this.state === "open";
  }

  /** Whether it keeps the answer to itself. */
  get hides() {
    return this.open && !this.passed;
  }

  /** What a link tells of it: scrolling past is no decision. */
  get told() {
    return this.#bet ? this.state : "skipped";
  }

  /** @returns {Record<string, (number | null)[]>} the rows under which figures find the guess */
  ghost() {
    const bet = this.#bet;
    return bet?.ghost && typeof this.state === "number" ? { [bet.ghost]: [this.state, bet.after ?? null] } : {};
  }

  /**
   * Shows the form, or what came of it; returns that in words, if a bet was placed and its outcome is known.
   * @param {import("./findings.js").Findings} findings
   * @param {import("./numbers.js").Formats} n
   * @param {{ complete: boolean, unchanged: boolean }} now  whether all is found, and under the scene's own settings
   */
  show(findings, n, { complete, unchanged }) {
    const [bet, guess] = [this.#bet, this.state];
    if (!bet) return undefined;
    if (guess !== this.#of) this.#outcome = "";
    this.#of = guess;
    // What the reader tries afterwards is another question: the answer stays that to the one that was asked.
    if (typeof guess === "number" && complete) {
      if (bet.follows || unchanged) this.#outcome = bet.said(findings, n, guess) || this.#outcome;
      else this.#outcome ||= this.#words.stage.bets.elsewhere;
    }
    this.#form.show(this.passed && this.open ? "skipped" : guess, findings, this.#outcome, n);
    if (typeof guess !== "number" || this.#outcome === "") return undefined;
    const option = bet.options?.[guess] ?? "";
    // Some outcomes repeat the guess.
    return { prompt: bet.prompt(findings, n), guess: option === "" || this.#outcome.includes(this.#words.counts.quoted(option)) ? "" : `${option}. `, said: this.#outcome };
  }
}
