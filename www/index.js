// The one script an article loads: gives the element its name, unless another copy of this script has done so already.

import { withCatalogue } from "./catalogue.js";
import { RecursiveTrapElement } from "./element.js";
import { warm } from "./inquiry.js";
import { Story } from "./story.js";

const page = globalThis.document;

if (globalThis.customElements && !customElements.get("recursive-trap")) {
  customElements.define("recursive-trap", RecursiveTrapElement);
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", tell);
  else tell();
}

/** The page that is the story is certain to ask; any other asks when a reader comes near. */
if (page?.querySelector("[data-recursive-trap='story']")) warm();

/** Only the page that says so is the story; nothing of any other page is touched. */
function tell() {
  if (page.querySelector("[data-recursive-trap='story']")) withCatalogue(page.documentElement.lang, (words) => new Story(page, words).begin());
}

export { RecursiveTrapElement };
