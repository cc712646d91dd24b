// The map of two dials, in words.

import { rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const map = {
  figure: "The share of the human words that the next model reads at the end, by temperature and by the share of human text",
  what: "Every cell is a run of its own: its temperature at the left, its share of human text below. The number is the share of the human words found in what the next model reads at the end, the human part included.",
  table: "Words left at the end of each run",
  heads: ["Temperature", "Human text", "Words left"],
  generations: "Rounds",
  whyGenerations: "After how many rounds the words are counted.",
};

/**
 * @param {Formats} n
 * @param {{ temperature: number, share: number, alive: number, rounds: number }} now
 */
export const mapCaption = (n, { temperature, share, alive, rounds: after }) =>
  Number.isNaN(alive) ? "This cell is being computed."
  : `At temperature ${n.decimal(temperature)}, with ${n.share(share)} human text in each round, ${n.share(alive)} of the human words are left after ${rounds(n, after)}. Above 1 a model favours rare words, and more of them live on; but that is no longer how people wrote.`;
