// The map of two dials, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const map = {
  figure: "The share of the human words alive after ten rounds, by temperature and by the share of fresh human text",
  heads: ["Temperature", "Human text", "Words alive"],
  generations: "Rounds",
  whyGenerations: "After how many rounds the words are counted.",
};

/**
 * @param {Formats} n
 * @param {{ temperature: number, share: number, alive: number, rounds: number }} now
 */
export const mapCaption = (n, { temperature, share, alive, rounds }) =>
  `At temperature ${n.decimal(temperature)} with ${n.share(share)} fresh human text in each round, ${n.share(alive)} of the human words are alive after ${n.count(rounds)} rounds. Downwards the models write more boldly, to the right they read more human text.`;
