// The one script an article loads: gives the element its name, unless another copy of this script has done so already.

import { RecursiveTrapElement } from "./element.js";
import { Story } from "./story.js";

// Only the page that says so is the story; nothing of any other page is touched. Before the elements are upgraded, they have
// said nothing.
const story = globalThis.document?.querySelector("[data-recursive-trap='story']") ? new Story(document) : undefined;

if (globalThis.customElements && !customElements.get("recursive-trap")) {
  customElements.define("recursive-trap", RecursiveTrapElement);
  story?.begin();
}

export { RecursiveTrapElement };
