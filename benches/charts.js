// In the page, for page.mjs: a finished run of its own, and every kind of chart of it on canvases as wide as they get.
import { loadCorpus } from "../www/corpora.js";
import { freshInstance } from "../www/load-wasm.js";
import { readTheme } from "../www/theme.js";

/** 1040 CSS pixels, two device pixels each. */
const WIDTH = 2080;

const bindings = await freshInstance("whole");
const text = new bindings.Text(await loadCorpus("moby-dick"), "word");
const run = new bindings.Recursion(text, undefined, 3, 20, "replace", "none", 1, undefined, undefined, 1);
const [prediction, human] = [run.prediction(), run.humanCounts()];
const generations = [...everyGeneration()];
const [types, baseline, survivors] = ["types", "baseline_types", "survivors1"].map(series);
const width = prediction.length / 3;
const [expected, low, high] = [0, 1, 2].map((row) => prediction.slice(row * width, (row + 1) * width));
const rows = { expected, low, high, plain: Float64Array.of(1), types, baseline_types: baseline };
const charts = { survival: chart("survival"), rank: chart("rank"), specimen: chart("specimen") };
const blank = canvas("survival");

/** @type {Record<string, (generation: number) => void>} */
const drawings = {
  survival(i) {
    for (const [name, row] of Object.entries(rows)) charts.survival.note(name, row);
    charts.survival.drawFigure("survival", 2, i);
  },
  rank: (i) => charts.rank.drawRankFrequency(2, human, generations[i].counts, i),
  specimen: (i) => charts.specimen.drawSpecimen(2, generations[i].sample, generations[i].marks, i, 1 - survivors[i]),
  // What the browser itself needs to show a canvas of this size.
  blank: () => blank.getContext("2d")?.fillRect(0, 0, WIDTH, WIDTH),
};

export const names = Object.keys(drawings);

/** Draws each of them that many times, one in a frame, as the element does it. @param {number} times */
export async function draw(times) {
  for (let i = 0; i < times; i++) {
    for (const draw of Object.values(drawings)) {
      await new Promise((resolve) => requestAnimationFrame(() => resolve(draw(i % generations.length))));
    }
  }
  // Let the last frame end.
  await new Promise((resolve) => setTimeout(resolve, 100));
}

function* everyGeneration() {
  for (let now; (now = run.next()); ) {
    yield { metrics: now.metrics(), counts: now.counts(), sample: now.sample(), marks: now.marks() };
  }
}

/** @param {string} name */
function series(name) {
  const column = bindings.metricNames().split(" ").indexOf(name);
  return Float64Array.from(generations, ({ metrics }) => metrics[column]);
}

/** The page's own canvas. @param {string} name */
function original(name) {
  const found = document.querySelector("recursive-trap")?.shadowRoot?.querySelector(`canvas.${name}`);
  if (found instanceof HTMLCanvasElement) return found;
  throw new Error(`The page has no canvas "${name}".`);
}

/** Another one with the same proportions. @param {string} name */
function canvas(name) {
  const { width, height } = original(name);
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = Math.round((WIDTH * height) / width);
  canvas.style.cssText = `position: fixed; inset: 0; width: ${WIDTH / 2}px`;
  document.body.append(canvas);
  return canvas;
}

/** @param {string} name */
function chart(name) {
  const chart = new bindings.Chart(canvas(name));
  chart.setTheme(...readTheme(original(name)));
  return chart;
}
