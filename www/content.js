// What the element holds, loaded when a reader comes near: the whole instrument, or one scene.

import { named } from "./attributes.js";
import { Instrument } from "./instrument.js";
import { scenesOf } from "./scenes/index.js";
import { Stage } from "./stage.js";

export { withCatalogue } from "./catalogue.js";
export { UrlState } from "./url-state.js";

/**
 * @param {import("./types.js").Host} host
 * @returns {import("./types.js").Content}
 */
export function createContent(host) {
  const ids = scenesOf(host.words).map(({ id }) => id);
  const scene = named(host.element, "scene", (id) => ids.includes(id), `one of ${ids.join(", ")}`);
  return scene === undefined ? new Instrument(host) : new Stage(host, scene);
}
