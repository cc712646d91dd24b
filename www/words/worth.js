// What clean data is worth, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const worth = {
  price: "How much one more human sentence in each round helps, by how much human text is there already, with 95% intervals",
  exchange: "How many machine sentences one human sentence is worth, with 95% intervals",
  prompt: "After 20 rounds with a tenth of human text: how many more machine sentences help as much as one more human sentence?",
  heads: ["Case", "Value", "95% interval"],
};

/**
 * @param {Formats} n
 * @param {{ least: number, dear: number, most: number, cheap: number, first: number, rate: number, rounds: number, from: number, to: number, seeds: number }} now
 */
export function worthCaption(n, { least, dear, most, cheap, first, rate, rounds, from, to, seeds }) {
  const price = `Where ${n.share(least)} of the text is human, one more human sentence in each round saves ${n.decimal(dear)} thousandths of a bit per word; at ${n.share(most)}, ${n.decimal(cheap)}.`;
  const exchange = Number.isNaN(rate) ? "More machine sentences gain nothing that could be measured: there is no rate of exchange."
    : `One human sentence does as much as ${n.count(first)} machine sentences after 5 rounds, and as ${n.count(rate)} after ${n.count(rounds)} (95% interval ${n.count(from)} to ${n.count(to)}).`;
  return `${price} ${exchange} Each from ${n.count(seeds)} pairs of runs.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} rate
 */
export const worthGap = (n, guess, rate) =>
  Number.isNaN(rate) ? "Here machine sentences gain nothing that could be measured."
  : `You said ${n.count(guess)}; it is ${n.count(rate)}. ${guess < rate ? "Human text is dearer than you thought." : guess > rate ? "Human text is not quite as dear as you thought." : "Exactly."}`;

/** @param {Formats} n @param {number} share */
export const priceCase = (n, share) => `One more human sentence, at ${n.share(share)} human text (thousandths of a bit)`;
/** @param {Formats} n @param {number} rounds */
export const exchangeCase = (n, rounds) => `Machine sentences for a human one, after ${n.count(rounds)} rounds`;
/** @param {Formats} n @param {number} share */
export const tailCase = (n, share) => `Words lost, at ${n.share(share)} human text`;
