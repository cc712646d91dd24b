// The script of the documentation: its buttons copy the code below them, and the address of this very site in all of them.

import { setText } from "./dom.js";

const page = globalThis.document;
// A site that was built without knowing its address finds it out now.
const { site = "", placeholder } = page.documentElement.dataset;
const here = new URL(".", location.href).href;

for (const code of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("pre > code"))) {
  if (placeholder !== undefined && site !== "" && location.protocol.startsWith("http")) setText(code, (code.textContent ?? "").replaceAll(site, here));
  const [button, said] = /** @type {Iterable<HTMLElement>} */ (code.parentElement?.previousElementSibling?.children ?? []);
  button?.addEventListener("click", async () => {
    if (!said) return;
    setText(said, "");
    setText(said, ((await copied(code)) ? said.dataset.copied : said.dataset.selected) ?? "");
  });
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
