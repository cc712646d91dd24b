// The script of the documentation: a button that copies each snippet, and the address of this very site in all of them.

import { h, setText } from "./dom.js";
import { docs as words } from "./words/docs.js";

const page = globalThis.document;
// A site that was built without knowing its address finds it out now.
const { site = "", placeholder } = page.documentElement.dataset;
const here = new URL(".", location.href).href;

for (const code of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("pre > code"))) {
  if (placeholder !== undefined && site !== "" && location.protocol.startsWith("http")) setText(code, (code.textContent ?? "").replaceAll(site, here));
  const said = h("span", { role: "status" });
  const button = h("button", { type: "button" }, words.copy);
  button.addEventListener("click", async () => {
    setText(said, "");
    setText(said, (await copied(code)) ? words.copied : words.selected);
  });
  code.parentElement?.before(h("p", { class: "copy" }, button, said));
}

/** Where copying is not allowed, the text is selected. @param {HTMLElement} code */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
