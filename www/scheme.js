// Light or dark: as the element says, else the page around it, else the reader's own preference.

/** @typedef {"light" | "dark" | ""} Scheme  "" follows the reader's preference */

/** @param {Element} element @returns {Element | null} the nearest element around it, also out of a shadow root */
const around = (element) => element.parentElement ?? (/** @type {ShadowRoot | null} */ (element.getRootNode())?.host ?? null);

/**
 * @param {HTMLElement} element
 * @param {string} own  the element's `theme`
 * @returns {Scheme}
 */
export function schemeOf(element, own) {
  if (own === "light" || own === "dark") return own;
  for (let at = /** @type {Element | null} */ (element); at; at = around(at)) {
    const said = at.getAttribute("data-theme");
    if (said === "light" || said === "dark") return said;
  }
  // A page that is only ever light, or only ever dark, says so in CSS.
  const used = getComputedStyle(element).colorScheme?.split(/\s+/) ?? [];
  const [light, dark] = [used.includes("light"), used.includes("dark")];
  return light === dark ? "" : light ? "light" : "dark";
}
