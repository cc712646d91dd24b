// The ways out, in words.

import { labels } from "./labels.js";

/**
 * The ways out: what each is called here, and what it does.
 * @type {Record<import("../../curations.js").Remedy, Record<string, { name: string, why: string }>>}
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

/** @param {readonly import("../../curations.js").Remedy[]} on */
export const remediesOn = (on) => (on.length === 0 ? "a detector, a small teacher, a human reviewer" : `in use: ${on.map((remedy) => labels[remedy].toLowerCase()).join(", ")}`);
