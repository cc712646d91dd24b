// Every word the reader sees, in one place. `n` writes numbers in the reader's language.

import { keepsAll, mixes } from "./regimes.js";

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

const copied = "Each round of retraining starts from a copy of the round before.";
const kept = "No round throws away what is there already.";

/**
 * The regimes: what they are called here, what happens in them, and what the human text is told of the rounds to come.
 * @type {Record<string, { name: string, why: string, onward: string }>}
 */
export const regimes = {
  replace: {
    name: "Only the newest model’s text",
    why: "Replace: every model reads what the one before it wrote, and nothing else.",
    onward: copied,
  },
  fresh: {
    name: "Some fresh human text each round",
    why: "Fresh data: in every round this share of the sentences is drawn anew from the human text.",
    onward: "Each round of retraining draws some of it anew.",
  },
  anchored: {
    name: "The same human text, kept",
    why: "Fixed real data: this share of the sentences is human, and always the same ones.",
    onward: "A part of it stays in every round of retraining.",
  },
  accumulate: {
    name: "Everything so far",
    why: "Accumulate: nothing is thrown away. Every model reads the human text and all that was written since.",
    onward: kept,
  },
  subsample: {
    name: "A sample of everything so far",
    why: "Accumulate and subsample: nothing is thrown away, but a model reads no more of it than the first one did.",
    onward: kept,
  },
  grow: {
    name: "The newest text, more each round",
    why: "Replace, with growing data: every model reads the newest text only, but its amount may grow.",
    onward: copied,
  },
  weighted: {
    name: "Human and machine text, weighted",
    why: "Weighted: every model reads as much fresh human text as machine text; the weight says which counts more.",
    onward: "Each round of retraining reads as much of it as of machine text.",
  },
  contaminate: {
    name: "Machine text fills the web",
    why: "Contamination: machine text takes the place of human text, a little more each round, up to this share.",
    onward: "Machine text takes its place, a little more each round.",
  },
  cure: {
    name: "Human text comes back",
    why: "Replace at first; from the chosen round on, this share of the sentences is human again.",
    onward: "It is replaced at first, and comes back later.",
  },
};

/**
 * The ways out: what each is called here, and what it does.
 * @type {Record<import("./curations.js").Remedy, Record<string, { name: string, why: string }>>}
 */
export const remedies = {
  detector: {
    off: { name: "None", why: "Human and machine sentences arrive unlabelled, and all of them are learnt from." },
    ideal: { name: "A filter with known errors", why: "Throws away what it takes for a machine’s, and is wrong as often as you say." },
    trained: { name: "A filter that learns", why: "Learns from human text and earlier rounds what machines write, and throws away what looks like it." },
    resample: { name: "Doubtful text counts less", why: "Learns what machines write, and repeats the sentences that look human instead of the others." },
  },
  teacher: {
    off: { name: "None", why: "No other model looks at what is written." },
    keep: { name: "Keeps the most probable", why: "A small model of clean human text keeps the sentences that it finds most probable." },
    band: { name: "Keeps what is humanly probable", why: "A small model of clean human text keeps sentences as probable as human ones, neither stranger nor plainer." },
  },
  review: {
    off: { name: "None", why: "No human reads any of it." },
    accept: { name: "Accept or reject", why: "A reader keeps a sentence if three quarters of its word sequences are known from human text." },
    better: { name: "The better of two", why: "A reader takes one sentence of two, more often the one that is liked better." },
    best: { name: "The best of several", why: "A reader takes the sentence that is liked best, out of several." },
  },
};

/** What a reader may like. @type {Record<string, string>} */
export const tastes = { plain: "Frequent words", rare: "Rare words", short: "Short sentences", long: "Long sentences" };

/**
 * What a number of a remedy means.
 * @param {string} kind
 * @param {string} name
 */
export function numbers(kind, name) {
  if (name === "share") return kind === "band" ? "Middle share of human text" : "Share that it keeps";
  return numberLabels[name] ?? name;
}

/** @type {Record<string, string>} */
const numberLabels = {
  tpr: "Machine text flagged",
  fpr: "Human text flagged",
  order: "Order",
  documents: "Sentences it learns from",
  bias: "Rarest sentences left out",
  budget: "Decisions each round",
  right: "Good ones kept",
  wrong: "Bad ones kept",
  candidates: "Sentences to choose from",
};

/** @param {readonly import("./curations.js").Remedy[]} on */
export const remediesOn = (on) => (on.length === 0 ? "a detector, a small teacher, a human reviewer" : `in use: ${on.map((remedy) => labels[remedy].toLowerCase()).join(", ")}`);

/** @param {string} kind */
export const shareLabel = (kind) => (kind === "weighted" ? "Weight of human text" : kind === "contaminate" ? "Machine share" : "Human share");

/** @param {string} kind */
export const roundLabel = (kind) => (kind === "cure" ? "From round" : "Reached in round");

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

/** The columns of the table: the metric's name, and what it is called here. */
export const columns = [
  ["types", "Words alive"],
  ["predicted", labels.predicted],
  ["predicted_low", "95% from"],
  ["predicted_high", "to"],
  ["baseline_types", "Sample of human text"],
  ["hapax", "Used once"],
  ["tokens", "Tokens"],
  ["entropy_bits", "Entropy, bits"],
  ["hill1", "Hill number 1"],
  ["hill2", "Hill number 2"],
  ["distinct2", "Distinct-2"],
  ["survivors2", "Pairs surviving"],
  ["survivors3", "Triples surviving"],
];

/** The columns of the other table. */
export const costColumns = [
  ["human_tokens_bought", "Human tokens bought"],
  ["human_tokens_discarded", "of them thrown away"],
  ["human_tokens_read", "Human tokens read"],
  ["machine_tokens_written", "Machine tokens written"],
  ["machine_tokens_discarded", "of them thrown away"],
  ["tokens_reviewed", "Tokens reviewed"],
  ["curated_human_share", "Human share of what passed"],
  ["detector_tpr", "Machine text flagged"],
  ["detector_fpr", "Human text flagged"],
  ["detector_fpr_plainest", "of the plainest quarter"],
  ["detector_fpr_rarest", "of the rarest quarter"],
  ["detector_auc", "Detector’s AUC"],
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
 * What the writer of a generation had read.
 * @param {Formats} n
 * @param {{ generation: number, kind: string, share: number, remedies: readonly import("./curations.js").Remedy[] }} now  `share`: how much of it was human, or its weight; `remedies`: what stood before it
 */
function reading(n, { generation, kind, share, remedies }) {
  const sifted = remedies.length > 0 && generation > 1 ? `, sifted by ${list(remedies.map((remedy) => sieves[remedy]))}` : "";
  return `${unsifted(n, generation, kind, share)}${sifted}`;
}

/** @param {string[]} items  one or more */
const list = (items) => [items.slice(0, -1).join(", "), items.at(-1)].filter(Boolean).join(" and ");

const sieves = { detector: "a detector", teacher: "a small teacher", review: "a reader" };

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {string} kind
 * @param {number} share
 */
function unsifted(n, generation, kind, share) {
  const before = `generation ${n.count(generation - 1)}`;
  if (generation === 1) return kind === "subsample" ? "a sample of the human text" : "the human text and nothing else";
  if (kind === "accumulate") return "all generations before it";
  if (kind === "subsample") return "a sample of all generations before it";
  if (share === 0) return `${before} and nothing else`;
  if (share === 1) return "nothing but human text";
  return kind === "weighted" ? `${before}, human text weighing ${n.share(share)}` : `${before}, ${n.share(share)} of it human text`;
}

/**
 * @param {Formats} n
 * @param {Parameters<typeof reading>[1]} now
 */
export function specimenCaption(n, now) {
  if (now.generation === 0) return "Generation 0: the human text itself, before any machine has read it.";
  return `Generation ${n.count(now.generation)}: written by a model that had read ${reading(n, now)}.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, hapax: number, share: number, low: number, high: number, plain: boolean, kind: string, baseline: number, curated: boolean }} now
 */
export function survivalCaption(n, { generation, types, human, hapax, share, low, high, plain, kind, baseline, curated }) {
  if (generation === 0) {
    return `The human text has ${n.count(types)} different words; ${n.count(hapax)} of them are used only once. ${regimes[kind]?.onward ?? ""}`;
  }
  const round = `After ${n.count(generation)} ${rounds(generation)}`;
  const words = `${n.count(types)} of ${n.count(human)} words`;
  const living = mixes(kind) ? `the next model reads ${words}` : `${words} are left`;
  const now = types === human ? `${round} all ${n.count(human)} words are left.` : `${round} ${living}, ${n.percent(share)}.`;
  const unlike = curated ? "Chance alone, with only the newest text to read and none of it sifted," : kind === "replace" ? "Chance alone, at temperature 1 and without a cut," : kind === "grow" ? "Without more text each round, chance alone" : "Without human text, chance alone";
  const band = n.count(low) === n.count(high) ? n.count(low) : `${n.count(low)} to ${n.count(high)}`;
  const theory = Number.isNaN(low) ? "" : ` ${plain ? "The prediction was" : `${unlike} would have left`} ${band}.`;
  const size = keepsAll(kind) || kind === "grow" || kind === "weighted" ? "as long as the whole human text" : "of the same size";
  const fresh = Number.isNaN(baseline) ? "" : ` A sample of the human text ${size} keeps ${n.count(baseline)}.`;
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
  const once = hapax === 0 ? "none" : n.count(hapax);
  if (gone === 0) return `All ${n.count(human)} words are still there, ${once} of them used only once.`;
  return `${n.count(gone)} of ${n.count(human)} words are gone, the rare end first. Of those left, ${once} are used only once.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, lost: number, returns: boolean }} now
 */
export function lostHeading(n, { generation, lost, returns }) {
  if (generation === 0) return "Nothing is lost yet.";
  if (lost === 0) return `No word was lost in round ${n.count(generation)}.`;
  return `${n.count(lost)} ${lost === 1 ? "word" : "words"} lost in round ${n.count(generation)}, for ${returns ? "now" : "good"}:`;
}

/**
 * What a run has cost up to a generation, and what its detector did in it.
 * @param {Formats} n
 * @param {(name: string, generation?: number) => number} metric  of this generation, or another
 * @param {{ generation: number, curated: boolean, unlabelled: boolean, sentences: number }} now  `unlabelled`: whether human text is among what is sifted; `sentences`: of the human text
 */
export function accountSentences(n, metric, { generation, curated, unlabelled, sentences }) {
  if (generation === 0) return "";
  const [bought, written] = [metric("human_tokens_bought"), metric("machine_tokens_written")];
  const passed = metric("curated_human_share");
  const auc = metric("detector_auc");
  const said = [`So far ${n.count(bought)} human words were bought and ${n.count(written)} machine words written`];
  if (curated) {
    const [lostHuman, lostMachine] = [metric("human_tokens_discarded"), metric("machine_tokens_discarded")];
    said[0] += `; of these ${n.count(lostHuman)} and ${n.count(lostMachine)} were thrown away`;
    const reviewed = metric("tokens_reviewed");
    if (reviewed > 0) said[0] += `, and ${n.count(reviewed)} were read by the reviewer`;
    said.push(unlabelled ? `In round ${n.count(generation)}, ${n.share(passed)} of the sentences that passed are human` : "There is no human text among what is sifted here, so none can pass");
    const left = metric("documents");
    if (left < sentences) said.push(`So few sentences passed that the next model reads only ${n.count(left)}`);
  }
  if (!Number.isNaN(auc)) {
    const first = metric("detector_auc", 2);
    const before = generation > 2 && !Number.isNaN(first) ? `, ${n.share(first)} in round 2` : "";
    said.push(`Shown one sentence of each kind, the detector knows the machine’s in ${n.share(auc)} of all pairs${before}`);
    said.push(`Of human sentences it flags ${n.share(metric("detector_fpr"))}: ${n.share(metric("detector_fpr_plainest"))} of the quarter with the plainest words, ${n.share(metric("detector_fpr_rarest"))} of that with the rarest`);
  }
  return `${said.join(". ")}.`;
}

/**
 * @param {Formats} n
 * @param {number} more
 */
export const andMore = (n, more) => ` and ${n.count(more)} more.`;

/** @param {string} reason */
export const fatal = (reason) => `The simulation stopped (${reason.replace(/\.$/, "")}).`;

/** @param {string} reason  as the core says it; it may begin with the name of a parameter */
export const sentence = (reason) => (reason === "" ? "" : `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, "")}.`);
