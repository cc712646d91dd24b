// The element's class; importing it does nothing.

export { RecursiveTrapElement } from "./element.js";
