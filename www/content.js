// What an element holds that shows no scene, loaded when a reader comes near: the whole instrument.

import { ENGLISH } from "./instrument-catalogue.js";
import { Instrument } from "./instrument.js";
import { UrlState } from "./url-state.js";

export { withCatalogue } from "./instrument-catalogue.js";

/** @param {import("./types.js").Host<import("./types.js").InstrumentWords>} host */
export const createContent = (host) => new Instrument(host);

/** @param {import("./element.js").RecursiveTrapElement} trap */
export const urlState = (trap) => new UrlState(trap, ENGLISH, []);
