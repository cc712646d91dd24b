// Numbers in the prose that can be moved: a slider lies over each, as wide as it is, so that dragging, arrow keys and screen
// readers work as they do everywhere, and the number stays text that can be copied.

import { h } from "./dom.js";
import { sceneOf } from "./scenes/index.js";
import { words as controlWords } from "./words/dials.js";

/** @typedef {import("./types.js").SceneControl["setting"]} Setting */

export class Dials {
  /** @type {{ scene: string, fact: string, input: HTMLInputElement }[]} */
  #dials = [];

  /**
   * @param {Document} page
   * @param {(scene: string, setting: Setting, value: string) => void} turn
   */
  constructor(page, turn) {
    for (const place of page.querySelectorAll("[data-dial]")) {
      const [scene = "", setting = ""] = /** @type {HTMLElement} */ (place).dataset.dial?.split(".") ?? [];
      const control = sceneOf(scene)?.controls.find((control) => control.setting === setting);
      const fact = /** @type {HTMLElement | null} */ (place.querySelector("[data-fact]"))?.dataset.fact?.split(".")[1] ?? "";
      if (!control) continue;
      const { label, min, max, step } = control;
      const input = h("input", { type: "range", min, max, step, "aria-label": controlWords.label(label) });
      input.addEventListener("input", () => turn(scene, control.setting, input.value));
      place.append(input);
      place.classList.add("dial");
      this.#dials.push({ scene, fact, input });
    }
  }

  /**
   * @param {string} scene
   * @param {Record<string, string>} facts  as they are said
   */
  show(scene, facts) {
    for (const dial of this.#dials) {
      const said = dial.scene === scene ? facts[dial.fact] : undefined;
      if (said === undefined) continue;
      dial.input.setAttribute("aria-valuetext", said);
      dial.input.style.setProperty("--width", `${Math.max(2, said.length)}ch`);
      const value = facts[`${dial.fact}_value`];
      if (value !== undefined && !dial.input.matches(":active")) dial.input.value = value;
    }
  }
}
