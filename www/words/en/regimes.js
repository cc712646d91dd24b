// The regimes, in words.

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

/** @param {string} kind @returns {string} */
export const shareLabel = (kind) => (kind === "weighted" ? "Weight of human text" : kind === "contaminate" ? "Machine share" : "Human share");

/** @param {string} kind @returns {string} */
export const roundLabel = (kind) => (kind === "cure" ? "From round" : "Reached in round");

/** How the text of `grow` may grow. @type {Record<string, string>} */
export const growths = { constant: "constant", linear: "linear", quadratic: "quadratic" };
