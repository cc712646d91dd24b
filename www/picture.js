// A figure as a picture: drawn once more on a canvas of its own, since an image made of an SVG is what a strict page refuses.

import { readTheme } from "./theme.js";

/**
 * @param {import("./types.js").Bindings} bindings
 * @param {Element} element  whose theme it takes
 * @param {[width: number, height: number]} size  in CSS pixels
 * @param {number} scale  pixels of the picture to a CSS pixel
 * @param {(chart: import("./types.js").Chart) => void} draw
 * @returns {Promise<Blob>} a PNG
 */
export function picture(bindings, element, [width, height], scale, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const chart = new bindings.Chart(canvas);
  chart.setTheme(...readTheme(element));
  draw(chart);
  chart.free();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made.")))));
}
