// What clean data is worth, in words.

import { BITS, rounds as roundsOf } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const worth = {
  price: "The gain from one more human sentence in each round, by how much of the text is human already, with 95% intervals",
  exchange: "How many more machine sentences help as much as one more human sentence, with 95% intervals",
  whatPrice: `${BITS} A thousandth of a bit is little; but it is what a single sentence does, put in the place of a machine’s.`,
  whatExchange: "How many machine sentences must be added to every round for the same gain as one human sentence in every round. The lines are 95% intervals: so far chance alone can move the measured value.",
  table: "Gain, rate of exchange, and loss of words",
  prompt: "After 20 rounds with a tenth of human text: how many more machine sentences help as much as one more human sentence?",
  heads: ["Case", "Value", "95% interval"],
};

/**
 * What one case of the two figures says.
 * @param {Formats} n
 * @param {{ share: number, rounds: number, value: number, from: number, to: number, seeds: number }} now  `share` or `rounds` is not a number
 */
export function worthCaption(n, { share, rounds, value, from, to, seeds }) {
  const sure = `Measured with ${n.count(seeds)} pairs of runs.`;
  if (Number.isNaN(rounds)) {
    const doubt = from <= 0 && to >= 0 ? ", so it may be nothing" : "";
    return `Where ${n.whole(share)} of each round is human text, one more human sentence in the place of a machine’s saves ${n.decimal(value)} thousandths of a bit for each word (95% interval ${n.decimal(from)} to ${n.decimal(to)}${doubt}). ${sure}`;
  }
  if (Number.isNaN(value)) return `After ${roundsOf(n, rounds)} more machine sentences gain nothing that could be measured: there is no rate of exchange. ${sure}`;
  return `After ${roundsOf(n, rounds)} one more human sentence in every round helps as much as ${n.count(value)} more machine sentences in every round (95% interval ${n.count(from)} to ${n.count(to)}). ${sure}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ rate: number, from: number, to: number }} truth  `rate`: not a number if there is none
 */
export function worthGap(n, guess, { rate, from, to }) {
  if (Number.isNaN(rate)) return `You said ${n.count(guess)}; here more machine sentences gain nothing that could be measured, so there is no rate of exchange.`;
  const told = `You said ${n.count(guess)}; we measured ${n.count(rate)}, and it may be anything from ${n.count(from)} to ${n.count(to)}.`;
  const close = from <= guess && guess <= to;
  return `${told} ${close ? "Well guessed." : guess < rate ? "Human text is dearer than you thought." : "Human text is not quite as dear as you thought."}`;
}

/**
 * The rate of exchange early and late, where there is one.
 * @param {Formats} n
 * @param {{ rounds: number, rate: number }} early  `rate`: not a number if there is none
 * @param {{ rounds: number, rate: number }} late
 */
export function exchanged(n, early, late) {
  const none = "more machine sentences gain nothing that could be measured, so that there is no rate of exchange";
  const first = Number.isNaN(early.rate) ? none : `one more human sentence in every round does as much as ${n.count(early.rate)} more machine sentences`;
  const then = Number.isNaN(late.rate) ? (Number.isNaN(early.rate) ? "nor is there any" : none) : Number.isNaN(early.rate) ? `one human sentence does as much as ${n.count(late.rate)}` : `as ${n.count(late.rate)}`;
  return `After ${roundsOf(n, early.rounds)} ${first}; after ${roundsOf(n, late.rounds)}, ${then}.`;
}

/** @param {Formats} n @param {number} share */
export const priceCase = (n, share) => `Gain of one more human sentence, at ${n.whole(share)} human text (thousandths of a bit)`;
/** @param {Formats} n @param {number} rounds */
export const exchangeCase = (n, rounds) => `Machine sentences for a human one, after ${roundsOf(n, rounds)}`;
/** @param {Formats} n @param {number} share */
export const tailCase = (n, share) => `Words lost, at ${n.whole(share)} human text`;
