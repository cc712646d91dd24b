// The one script an article loads.

import { RecursiveTrapElement } from "./element.js";

RecursiveTrapElement.define();

export { RecursiveTrapElement };
