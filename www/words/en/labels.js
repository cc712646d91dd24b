// What controls, figures and values are called.

/** @typedef {import("../../numbers.js").Formats} Formats */

/** The language of this catalogue, which may not be that of the page around it. */
export const language = { lang: "en" };

export const labels = {
  play: "Play",
  pause: "Pause",
  step: "Step",
  reset: "Reset",
  retry: "Retry",
  generation: "Generation",
  newSeed: "New seed",
  regime: "What the next model reads",
  growth: "Amount of text",
  remedies: "Ways out",
  detector: "Detector",
  teacher: "Small teacher",
  review: "Human review",
  taste: "What the reader likes",
  costs: "What it cost, and what the ways out did",
  corpus: "Human text",
  order: "Order",
  generations: "Generations",
  documents: "Sentences",
  temperature: "Temperature",
  more: "More settings",
  topK: "Top-k",
  topP: "Top-p",
  off: "off",
  seed: "Seed",
  settings: "The experiment",
  transport: "Generation by generation",
  specimen: "Specimen",
  survival: "Survival",
  rank: "Rank and frequency",
  lost: "Lost",
  predicted: "Predicted",
  chance: "Chance alone",
  table: "The numbers behind the curves",
};

/**
 * @param {string} trained
 * @param {string} available
 */
export const sentencesValue = (trained, available) => `${trained} of ${available}`;

/** @type {Record<string, string>} */
export const corpusTitles = {
  "moby-dick": "Moby-Dick, 1851",
  sotu: "State of the Union",
};

/**
 * @param {Formats} n
 * @param {number} k
 */
export const likeliest = (n, k) => (k === 1 ? "the likeliest word" : `the ${n.count(k)} likeliest words`);

/**
 * @param {Formats} n
 * @param {number} p
 */
export const likeliestShare = (n, p) => `the likeliest ${n.share(p)}`;

/** Words before and after each mark in the legend. */
export const legend = {
  last: "underlined",
  lastMeaning: ": used once in the whole generation, may die next",
  onlyMeaning: ": used once in the whole generation",
  loop: "boxed",
  loopMeaning: ": a loop, the same passage again",
};

/** @param {number} order */
export function orderValue(order) {
  if (order === 1) return "no word of context";
  return order === 2 ? "1 word of context" : `${order - 1} words of context`;
}

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {number} last
 */
export const generationValue = (n, generation, last) => `${n.count(generation)} of ${n.count(last)}`;

/**
 * @param {Formats} n
 * @param {number} more
 */
export const andMore = (n, more) => `, and ${n.count(more)} more.`;
