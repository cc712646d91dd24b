// The one script an article loads: gives the element its name, unless another copy of this script has done so already.

import { RecursiveTrapElement } from "./element.js";

if (globalThis.customElements && !customElements.get("recursive-trap")) {
  customElements.define("recursive-trap", RecursiveTrapElement);
}

export { RecursiveTrapElement };
