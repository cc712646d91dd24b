// The race of the regimes, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const race = {
  figure: "The share of the human words that the next model reads, under four ways of feeding it",
  what: "The share of the different words of the human text that is in what the next model reads, human text included. The dotted line is as many sentences drawn at random from the human text.",
  table: "Words left under four ways of feeding the next model",
  share: "Human text in each round",
  whyShare: "This share of what a model reads is human text: always the same sentences, or drawn anew in each round. The two other ways do not depend on it.",
  prompt: "Three ways to keep human text in the loop. Which is the cheapest for the words that it keeps?",
  options: ["A tenth is human, always the same", "A tenth is human, drawn anew in each round", "Throw nothing away"],
  heads: ["Generation", "Only the newest text", "Some human text, always the same", "Some human text, drawn anew", "Everything so far", "Sentences drawn from the human text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, share: number, replace: number, anchored: number, fresh: number, accumulate: number }} now
 */
export function raceCaption(n, { generation, share, replace, anchored, fresh, accumulate }) {
  if (generation === 0) return "All four begin with the same human text.";
  return `Generation ${n.count(generation)}: reading only the newest text leaves ${n.share(replace)} of the human words. With ${n.share(share)} human text, the same in every round, ${n.share(anchored)} are left; with as much drawn anew, ${n.share(fresh)}; throwing nothing away leaves ${n.share(accumulate)}.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ share: number, anchored: number, fresh: number, accumulate: number, bought: number }} end  `bought`: sentences
 */
export function raceGap(n, guess, { share, anchored, fresh, accumulate, bought }) {
  const told = `Throwing nothing away buys no human text after the first, and keeps ${n.share(accumulate)} of the words, because the original stays in. Drawing ${n.share(share)} anew buys ${n.count(bought)} more sentences and keeps ${n.share(fresh)}; the same old ${n.share(share)} buys nothing more and keeps ${n.share(anchored)}.`;
  return `${guess === 2 ? "You were right." : "There is a cheaper one."} ${told}`;
}
