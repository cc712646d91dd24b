/** Importing it defines `<recursive-trap>`. */
export { RecursiveTrapElement } from "./recursive-trap.js";
