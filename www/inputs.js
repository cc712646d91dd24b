// Native inputs as the figure sets them: a label, the value in words, and the input under both.

import { h, setText } from "./dom.js";

/**
 * A control with the sentence that says what it does.
 * @param {Node} control
 * @param {string} question  what leads to it
 * @param {string} why
 */
export const explained = (control, question, why) => h("div", { class: "control" }, control, h("details", { class: "why" }, h("summary", { dir: "auto" }, question), why));

/**
 * Several terms, each with the sentence that says what it means.
 * @param {string} id
 * @param {string} title
 * @param {string[][]} terms  name and label of each; one that has no meaning is left out
 * @param {Record<string, string>} meanings  by name
 */
export const glossary = (id, title, terms, meanings) =>
  h("details", { class: "why", id }, h("summary", { dir: "auto" }, title),
    h("dl", {}, ...terms.flatMap(([name = "", label = ""]) => (name in meanings ? [h("dt", {}, label), h("dd", {}, meanings[name] ?? "")] : []))));

/** A slider. */
export class Slider {
  #label;
  #value;
  #input;
  element;

  /**
   * @param {string} id
   * @param {string} label
   * @param {{ min: number, max: number, step: number }} range
   * @param {(value: number) => void} moved
   */
  constructor(id, label, { min, max, step }, moved) {
    this.#label = h("label", { for: id }, label);
    this.#value = h("output", { for: id, "aria-live": "off" });
    this.#input = h("input", { type: "range", id, min, max, step, part: "slider" });
    this.#input.addEventListener("input", () => moved(this.#input.valueAsNumber));
    this.element = h("div", { class: "field" }, this.#label, this.#value, this.#input);
  }

  /**
   * @param {number} value
   * @param {string} text
   * @param {{ max?: number, label?: string }} [changed]
   */
  show(value, text, { max, label } = {}) {
    const input = this.#input;
    if (max !== undefined) input.max = String(max);
    if (label !== undefined) setText(this.#label, label);
    if (input.valueAsNumber !== value && !Number.isNaN(value)) input.valueAsNumber = value;
    const min = Number(input.min);
    const reach = Number(input.max) - min || 1;
    input.style.setProperty("--fill", `${(100 * (input.valueAsNumber - min)) / reach}%`);
    setText(this.#value, text);
    input.setAttribute("aria-valuetext", text);
  }
}

/** A few values side by side, of which one is chosen. */
export class Segments {
  #value = h("output", { "aria-live": "off" });
  #inputs;
  element;

  /**
   * @param {string} name
   * @param {string} label
   * @param {readonly string[]} values
   * @param {(value: string) => void} chosen
   * @param {Record<string, string>} [names]  what a value is called, where it does not speak for itself
   */
  constructor(name, label, values, chosen, names = {}) {
    this.#inputs = values.map((value) => h("input", { type: "radio", name, id: `${name}-${value}`, value }));
    for (const input of this.#inputs) input.addEventListener("change", () => chosen(input.value));
    const labels = this.#inputs.map((input) => h("label", {}, input, h("span", {}, names[input.value] ?? input.value)));
    this.element = h("div", { class: "field", role: "radiogroup", "aria-labelledby": `${name}-label` },
      h("span", { id: `${name}-label`, class: "label" }, label), this.#value, h("span", { class: "segments" }, ...labels));
  }

  /**
   * @param {string} value
   * @param {string} [text]
   */
  show(value, text = "") {
    for (const input of this.#inputs) input.checked = input.value === value;
    setText(this.#value, text);
  }
}

/** A field for a number, which may be left empty. */
export class NumberField {
  #value;
  input;
  element;

  /**
   * @param {string} id
   * @param {string} label
   * @param {{ min: number, max?: number, placeholder?: string }} attributes
   * @param {(value: number | undefined) => void} typed
   * @param {...Node} more  what stands beside it
   */
  constructor(id, label, attributes, typed, ...more) {
    this.#value = h("output", { for: id, "aria-live": "off" });
    this.input = h("input", { type: "number", id, step: 1, inputmode: "numeric", autocomplete: "off", ...attributes });
    this.input.addEventListener("input", () => typed(this.input.value === "" ? undefined : this.input.valueAsNumber));
    this.element = h("div", { class: "field" }, h("label", { for: id }, label), this.#value, h("span", { class: "number" }, this.input, ...more));
  }

  /**
   * @param {number | undefined} value
   * @param {string} [text]
   */
  show(value, text = "") {
    // A field that the reader has just emptied, to type another number, stays empty.
    const emptied = this.input.value === "" && this.input.matches(":focus");
    if (!emptied && this.input.valueAsNumber !== (value ?? NaN)) this.input.value = value === undefined ? "" : String(value);
    setText(this.#value, text);
  }
}

/**
 * @param {string} id
 * @param {string} label
 * @param {[value: string, text: string][]} options
 * @param {(value: string) => void} chosen
 */
export function choice(id, label, options, chosen) {
  const select = h("select", { id }, ...options.map(([value, text]) => h("option", { value }, text)));
  select.addEventListener("change", () => chosen(select.value));
  return { select, element: h("div", { class: "field" }, h("label", { for: id }, label), h("span", { class: "select" }, select)) };
}
