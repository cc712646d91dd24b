// Numbers in the prose that can be moved: a slider lies over each, as wide as it is, so that dragging, arrow keys and screen
// readers work as they do everywhere, and the number stays text that can be copied.

import { h } from "./dom.js";
import { DEFAULTS } from "./protocol.js";
import { sceneOf } from "./scenes/index.js";

/** @typedef {import("./types.js").SceneControl["setting"]} Setting */

export class Dials {
  /** @type {{ scene: string, setting: Setting, input: HTMLInputElement, place: Element }[]} */
  #dials = [];

  /**
   * @param {Document} page
   * @param {import("./types.js").Catalogue} words
   * @param {(scene: string, setting: Setting, value: string) => void} turn
   */
  constructor(page, words, turn) {
    for (const place of page.querySelectorAll("[data-dial]")) {
      const [id = "", setting = ""] = /** @type {HTMLElement} */ (place).dataset.dial?.split(".") ?? [];
      const scene = sceneOf(id, words);
      const control = scene?.controls.find((control) => control.setting === setting);
      if (!scene || !control) continue;
      const { label, min, max, step } = control;
      const input = h("input", { type: "range", min, max, step, "aria-label": words.dials.words.label(label) });
      input.addEventListener("input", () => turn(id, control.setting, input.value));
      place.append(input);
      place.classList.add("dial");
      this.#dials.push({ scene: id, setting: control.setting, input, place });
      const { argument, settings } = scene;
      this.show(id, { ...DEFAULTS, ...settings }, argument);
    }
  }

  /**
   * Sets the sliders of a scene to what it is asked, and says what the prose says.
   * @param {string} scene
   * @param {Partial<import("./types.js").Settings>} settings
   * @param {string} argument
   */
  show(scene, settings, argument) {
    for (const dial of this.#dials.filter((dial) => dial.scene === scene)) {
      const value = dial.setting === "argument" ? argument : settings[dial.setting];
      if (value !== undefined && dial.input.value !== String(value)) dial.input.value = String(value);
      const said = dial.place.textContent ?? "";
      dial.input.setAttribute("aria-valuetext", said);
      dial.input.style.setProperty("--width", `${Math.max(2, said.length)}ch`);
    }
  }
}
