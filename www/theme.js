// From CSS to canvas: the colours and faces that charts are drawn with, and when they have changed.

const COLOURS = /** @type {const} */ (["paper", "ink", "muted", "rule", "human", "machine", "remedy"]);

/** @typedef {[paper: string, ink: string, muted: string, rule: string, human: string, machine: string, remedy: string, serif: string, sans: string]} Theme */

/**
 * What `Chart.setTheme` takes.
 * @param {Element} element  within the shadow root, where the custom properties are set
 * @returns {Theme}
 */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const context = document.createElement("canvas").getContext("2d");
  /** @param {string} name */
  const colour = (name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    if (!context) return value;
    // The canvas knows every colour CSS knows, system colours too, and writes opaque ones as #rrggbb.
    context.fillStyle = "#808080";
    context.fillStyle = value;
    return /^#[0-9a-f]{6}$/i.test(String(context.fillStyle)) ? String(context.fillStyle) : "#808080";
  };
  const [paper, ink, muted, rule, human, machine, remedy] = COLOURS.map(colour);
  const faces = ["--serif", "--sans"].map((name) => style.getPropertyValue(name).trim());
  return /** @type {Theme} */ ([paper, ink, muted, rule, human, machine, remedy, ...faces]);
}

/** Device pixels to a CSS pixel. Plotters snaps to whole pixels: below two of them lines are stairs, above three nobody sees more. */
export const scale = () => Math.min(3, Math.max(2, globalThis.devicePixelRatio || 1));

/**
 * Calls back whenever the theme, the scale or the language of the page may have changed; returns a function that stops watching.
 * @param {() => void} changed
 * @param {() => void} printing  a print is laid out at once, it cannot wait for the next frame
 */
export function watchTheme(changed, printing) {
  const watch = new AbortController();
  const { signal } = watch;
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", changed, { signal });
  }
  matchMedia("print").addEventListener("change", printing, { signal });
  const watchScale = () => {
    // A resolution query matches one ratio only, so each change needs the next one.
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      changed();
      watchScale();
    }, { signal, once: true });
  };
  watchScale();
  // Hosts switch themes by a class or a data attribute on the root or the body, and languages by `lang` on the root.
  const host = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) host.observe(element, { attributeFilter: ["class", "data-theme", "style", "lang"] });
  signal.addEventListener("abort", () => host.disconnect());
  return () => watch.abort();
}
