// The puzzle, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const puzzle = {
  figure: "The share of the human words that your mix keeps alive",
  share: "Fresh human text in each round",
  whyShare: "This share of every round is human text that nobody has used before. Each of its sentences is paid for.",
  effort: "Machine text, times as much",
  whyEffort: "More machine text makes every copy more exact, so that fewer words are missed. It costs little, but it is never free.",
  heads: ["Generation", "Words alive"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, last: number, alive: number, goal: number, human: number, machine: number, cost: number, budget: number, price: number, solved: number, end: number }} now
 */
export function puzzleCaption(n, { generation, last, alive, goal, human, machine, cost, budget, price, solved, end }) {
  const at = `Generation ${n.count(generation)}: ${n.share(alive)} of the words are alive; the goal is ${n.share(goal)} after ${n.count(last)} rounds.`;
  const bill = `The bill: ${n.count(human)} human sentences at 1, ${n.count(machine)} machine sentences at ${n.decimal(price)}, together ${n.count(cost)} of ${n.count(budget)}.`;
  const verdict = solved === 1 ? "Solved: the words live, and the money is enough."
    : end < goal && cost > budget ? "Too few words, and too expensive."
    : end < goal ? "There is money left, but too few words live." : "The words live, but the money is not enough.";
  return `${at} ${bill} ${verdict}`;
}
