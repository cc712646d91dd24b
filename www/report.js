// A sentence of the machinery's, shown in the reader's language; in English, and marked as such, where that language does not
// know it.

import { h, setText } from "./dom.js";

/**
 * @param {Element} element
 * @param {Pick<import("./types.js").Catalogue, "reports">} words
 * @param {string} reason  it may begin with the name of a parameter; nothing to take it back
 */
export function tell(element, { reports }, reason) {
  const known = reports.translated(reason);
  const said = (known ?? reason).replace(/\.$/, "");
  const sentence = said === "" ? said : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  if (known !== undefined) setText(element, sentence);
  else element.replaceChildren(h("i", { lang: "en" }, sentence));
}
