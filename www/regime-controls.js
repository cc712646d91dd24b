// What the next model reads: the regime, one line on what it means, and a control for each number it has.

import { h, setText } from "./dom.js";
import { Segments, Slider, choice } from "./inputs.js";
import { GROWTHS, REGIMES, join, split } from "./regimes.js";

export class RegimeControls {
  /** How each regime was set last: who comes back to one finds it as it was. @type {Map<string, string>} */
  #known = new Map(REGIMES.map((regime) => [split(regime).kind, regime]));
  #regime = "";
  #change;
  #choice;
  #words;
  #share = new Slider("share", "", { min: 0, max: 100, step: 1 }, (percent) => this.#set({ value: String(percent / 100) }));
  #round = new Slider("round", "", { min: 1, max: 20, step: 1 }, (round) => this.#set({ at: String(round) }));
  #growth;
  #numbers = h("div", { class: "numbers" });
  #why = h("p", { class: "why", id: "regime-why" });
  element;

  /**
   * @param {import("./types.js").InstrumentWords} words
   * @param {(regime: string) => void} change
   */
  constructor({ labels: { labels }, regimes: words }, change) {
    this.#change = change;
    this.#words = words;
    const named = [...this.#known.keys()].map((kind) => /** @type {[string, string]} */ ([kind, words.regimes[kind]?.name ?? kind]));
    this.#choice = choice("regime", labels.regime, named, (kind) => change(this.#known.get(kind) ?? kind));
    this.#growth = new Segments("growth", labels.growth, GROWTHS, (value) => this.#set({ value }), words.growths);
    this.element = h("div", { class: "regime" }, this.#choice.element, this.#numbers, this.#why);
    this.#choice.select.setAttribute("aria-describedby", "regime-why");
  }

  /** @param {Partial<import("./regimes.js").Parts>} parts */
  #set(parts) {
    this.#change(join({ ...split(this.#regime), ...parts }));
  }

  /**
   * @param {string} regime
   * @param {number} generations
   * @param {import("./numbers.js").Formats} n
   */
  show(regime, generations, n) {
    const { kind, value, at } = split(regime);
    const before = split(this.#regime).kind;
    this.#regime = regime;
    this.#choice.select.value = kind;
    setText(this.#why, this.#words.regimes[kind]?.why ?? "");
    const known = this.#known.has(kind);
    if (known) this.#known.set(kind, regime);
    // What a regime does not have is not there. Put in place only when another one is chosen: that would end a drag.
    if (kind !== before) {
      const grows = kind === "grow";
      const shares = known && value !== undefined && !grows;
      const rounds = shares && at !== undefined;
      this.#numbers.replaceChildren(...(grows ? [this.#growth] : [...(shares ? [this.#share] : []), ...(rounds ? [this.#round] : [])]).map(({ element }) => element));
    }
    const share = Number(value);
    const round = Number(at);
    this.#share.show(100 * share, n.share(share), { label: this.#words.shareLabel(kind) });
    this.#round.show(round, n.count(round), { label: this.#words.roundLabel(kind), max: Math.max(generations || 1, round || 1) });
    this.#growth.show(value ?? "");
  }
}
