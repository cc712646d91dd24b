// The controls of a scene: a slider, a choice or a field for each, and one sentence that says what it does.

import { h } from "./dom.js";
import { Slider, choice, explained } from "./inputs.js";

/** @typedef {import("./types.js").SceneControl} SceneControl */
/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {(setting: keyof Settings | "argument", value: string | number | undefined) => void} Change */

export class SceneControls {
  /** @type {((settings: Settings, argument: string, n: import("./numbers.js").Formats) => void)[]} */
  #shows = [];
  /** @type {string[]} */
  #usual;
  #why;
  element;

  /**
   * @param {SceneControl[]} controls
   * @param {string} usual  the argument that the scene has by itself, from which words that are missing are taken
   * @param {import("./types.js").Catalogue["stage"]["stage"]} words
   * @param {Change} change
   */
  constructor(controls, usual, words, change) {
    this.#why = words.why;
    this.#usual = usual.split(" ");
    const fields = controls.map((control, i) => this.#field(control, `control-${i}`, change));
    this.element = h("div", { class: "settings", role: "group", "aria-label": words.settings, part: "controls", hidden: controls.length === 0 }, h("div", { class: "fields" }, ...fields));
  }

  /**
   * @param {Settings} settings
   * @param {string} argument
   * @param {import("./numbers.js").Formats} n
   */
  show(settings, argument, n) {
    for (const show of this.#shows) show(settings, argument, n);
  }

  /** @param {string} argument */
  #words(argument) {
    const words = argument.split(/\s+/).filter(Boolean);
    return this.#usual.map((usual, i) => words[i] ?? usual);
  }

  /**
   * @param {SceneControl} control
   * @param {string} id
   * @param {Change} change
   */
  #field({ setting, label, why, min, max, step, options, text, none, part, clean, placeholder }, id, change) {
    /** @param {Settings} settings @param {string} argument */
    const valueOf = (settings, argument) => {
      if (setting !== "argument") return settings[setting];
      return part === undefined ? argument : this.#words(argument)[part];
    };
    let words = this.#usual;
    this.#shows.push((_, argument) => (words = this.#words(argument)));
    /** @param {number} value */
    const moved = (value) => change(setting, value === none ? undefined : part === undefined ? value : words.map((word, i) => (i === part ? String(value) : word)).join(" "));
    if (options) {
      const { select, element } = choice(id, label, options, (value) => change(setting, value));
      this.#shows.push((settings, argument) => (select.value = String(valueOf(settings, argument))));
      return explained(element, this.#why, why);
    }
    if (min !== undefined && max !== undefined && step !== undefined) {
      const slider = new Slider(id, label, { min, max, step }, moved);
      this.#shows.push((settings, argument, n) => {
        const value = Number(valueOf(settings, argument) ?? none);
        slider.show(value, (text ?? ((formats, shown) => formats.count(shown)))(n, value));
      });
      return explained(slider.element, this.#why, why);
    }
    const input = h("input", { type: "text", id, autocomplete: "off", spellcheck: "false", placeholder });
    // On Enter or on leaving: half a word is not a question.
    input.addEventListener("change", () => change(setting, input.value.trim()));
    this.#shows.push((settings, argument) => {
      const value = String(valueOf(settings, argument) ?? "");
      if (!input.matches(":focus")) input.value = clean ? clean(value) : value;
    });
    return explained(h("div", { class: "field" }, h("label", { for: id }, label), h("span", { class: "number" }, input)), this.#why, why);
  }
}
