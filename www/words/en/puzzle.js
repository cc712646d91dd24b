// The puzzle, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const puzzle = {
  figure: "The share of the human words that your mix keeps",
  what: "The share of the different words of the human text that is in what the next model reads, the human part included. The dotted line is what you have to keep.",
  table: "Words left with your mix",
  share: "Human text in each round",
  whyShare: "This share of every round is drawn anew from the human text. Each sentence drawn is paid for.",
  effort: "Machine text, times as much",
  whyEffort: "More machine text makes every copy more exact, so that fewer words are missed. A machine sentence is cheap, but not free.",
  heads: ["Generation", "Words left"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, last: number, alive: number, goal: number, human: number, machine: number, cost: number, budget: number, price: number, solved: number, end: number }} now
 */
export function puzzleCaption(n, { generation, last, alive, goal, human, machine, cost, budget, price, solved, end }) {
  const at = `Generation ${n.count(generation)}: ${n.share(alive)} of the words are left; the goal is ${n.share(goal)} after ${n.count(last)} rounds.`;
  const bill = `The bill: ${n.count(human)} human sentences at 1 and ${n.count(machine)} machine sentences at ${n.decimal(price)} make ${n.count(cost)} of ${n.count(budget)}.`;
  const verdict = solved === 1 ? "Solved: enough words, and enough money."
    : end < goal && cost > budget ? "Too few words, and too expensive."
    : end < goal ? "There is money left, but too few words."
    : "Enough words, but too expensive.";
  return `${at} ${bill} ${verdict}`;
}
