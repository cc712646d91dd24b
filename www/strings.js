// Every word the reader sees, in one place. `n` writes numbers in the reader's language.

/** @typedef {import("./numbers.js").Formats} Formats */

/** The language of this catalogue, which may not be that of the page around it. */
export const language = { lang: "en", dir: "ltr" };

/** @param {number} generations */
const rounds = (generations) => (generations === 1 ? "round" : "rounds");

export const labels = {
  play: "Play",
  pause: "Pause",
  step: "Step",
  reset: "Reset",
  retry: "Retry",
  generation: "Generation",
  newSeed: "New seed",
  corpus: "Human text",
  order: "Order",
  generations: "Generations",
  documents: "Sentences",
  temperature: "Temperature",
  seed: "Seed",
  settings: "The experiment",
  transport: "Generation by generation",
  specimen: "Specimen",
  survival: "Survival",
  rank: "Rank and frequency",
  lost: "Lost",
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

/** Words before and after each mark in the legend. */
export const legend = {
  last: "underlined",
  lastMeaning: ": used once in the whole generation, about to die",
  loop: "boxed",
  loopMeaning: ": a loop, the same passage again",
};

/** The columns of the table: the metric's name, and what it is called here. */
export const columns = [
  ["types", "Words alive"],
  ["predicted", "Predicted"],
  ["predicted_low", "95% from"],
  ["predicted_high", "to"],
  ["baseline_types", "Fresh human sample"],
  ["hapax", "Used once"],
  ["tokens", "Tokens"],
  ["entropy_bits", "Entropy, bits"],
  ["hill1", "Hill number 1"],
  ["hill2", "Hill number 2"],
  ["distinct2", "Distinct-2"],
  ["survivors2", "Pairs surviving"],
  ["survivors3", "Triples surviving"],
];

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
 * @param {number} generation
 */
export function specimenCaption(n, generation) {
  if (generation === 0) return "Generation 0: the human text itself, before any machine has read it.";
  const teacher = generation === 1 ? "the human text" : `generation ${n.count(generation - 1)}`;
  return `Generation ${n.count(generation)}: written by a model that had read ${teacher} and nothing else.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, hapax: number, share: number, low: number, high: number, plain: boolean, baseline: number }} now
 */
export function survivalCaption(n, { generation, types, human, hapax, share, low, high, plain, baseline }) {
  if (generation === 0) {
    return `The human text has ${n.count(types)} different words; ${n.count(hapax)} of them are used only once. Each round of retraining starts from a copy of the round before.`;
  }
  const now = `After ${n.count(generation)} ${rounds(generation)} ${n.count(types)} of ${n.count(human)} words are left, ${n.percent(share)}.`;
  const expected = plain ? "The prediction was" : "Chance alone, at temperature 1, would have left";
  const theory = Number.isNaN(low) ? "" : ` ${expected} ${n.count(low)} to ${n.count(high)}.`;
  const fresh = Number.isNaN(baseline) ? "" : ` A fresh sample of human text of the same size keeps ${n.count(baseline)}.`;
  return now + theory + fresh;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, gone: number, human: number, hapax: number }} now
 */
export function rankCaption(n, { generation, gone, human, hapax }) {
  if (generation === 0) {
    return `Every word of the human text, the commonest first. The long tail at the right, ${n.count(hapax)} words used once, is what a copy can miss.`;
  }
  if (gone === 0) return `All ${n.count(human)} words are still written, ${n.count(hapax)} of them only once.`;
  return `${n.count(gone)} of ${n.count(human)} words are gone, the rare end first. Of those left, ${n.count(hapax)} are used only once.`;
}

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {number} lost
 */
export function lostHeading(n, generation, lost) {
  if (generation === 0) return "Nothing is lost yet.";
  if (lost === 0) return `No word was lost in round ${n.count(generation)}.`;
  return `${n.count(lost)} ${lost === 1 ? "word" : "words"} lost in round ${n.count(generation)}, for good:`;
}

/**
 * @param {Formats} n
 * @param {number} more
 */
export const andMore = (n, more) => ` and ${n.count(more)} more.`;

/** @param {string} reason */
export const fatal = (reason) => `The simulation stopped (${reason.replace(/\.$/, "")}).`;
