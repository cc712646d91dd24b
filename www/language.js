// The language that an element goes by.

/**
 * Its own, or that of the nearest ancestor that has one, also of a host around its shadow tree.
 * @param {Element} element
 * @returns {string} BCP 47; empty if nobody says
 */
export function languageOf(element) {
  const near = /** @type {HTMLElement | null} */ (element.closest("[lang]"));
  if (near) return near.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : "";
}
