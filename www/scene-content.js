// What an element holds that shows one scene; the whole instrument where there is none of that name.

import { named } from "./attributes.js";
import { ENGLISH } from "./catalogue.js";
import { Instrument } from "./instrument.js";
import { scenesOf } from "./scenes/index.js";
import { Stage } from "./stage.js";
import { UrlState } from "./url-state.js";

export { withCatalogue } from "./catalogue.js";

/**
 * @param {import("./types.js").Host<import("./types.js").Catalogue>} host
 * @returns {import("./types.js").Content}
 */
export function createContent(host) {
  const ids = scenesOf(host.words).map(({ id }) => id);
  const scene = named(host.element, "scene", (id) => ids.includes(id), `one of ${ids.join(", ")}`);
  return scene === undefined ? new Instrument(host) : new Stage(host, scene);
}

/** @param {import("./element.js").RecursiveTrapElement} trap */
export const urlState = (trap) => new UrlState(trap, ENGLISH, scenesOf(ENGLISH));
