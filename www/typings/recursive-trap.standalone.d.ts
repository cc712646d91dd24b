/** A classic script: it defines `<recursive-trap>`, with all files inside, and exports nothing. */
import "./recursive-trap.js";

export {};
