// Was sauberer Text wert ist, in Worten.

import { BITS, rounds as roundsOf } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const worth = {
  price: "Der Gewinn durch einen weiteren menschlichen Satz in jeder Runde, danach, wie viel des Textes schon menschlich ist, mit 95-%-Intervallen",
  exchange: "Wie viele maschinelle Sätze mehr so viel helfen wie ein menschlicher Satz mehr, mit 95-%-Intervallen",
  whatPrice: `${BITS} Ein tausendstel Bit ist wenig; aber so viel bewirkt ein einziger Satz, der an die Stelle eines maschinellen tritt.`,
  whatExchange: "Wie viele maschinelle Sätze in jeder Runde hinzukommen müssen, um so viel zu gewinnen wie mit einem menschlichen Satz in jeder Runde. Die Striche sind 95-%-Intervalle: So weit kann der Zufall allein den gemessenen Wert verschieben.",
  table: "Gewinn, Wechselkurs und Verlust von Wörtern",
  prompt: "Nach 20 Runden mit einem Zehntel menschlichem Text: Wie viele maschinelle Sätze mehr helfen so viel wie ein menschlicher Satz mehr?",
  heads: ["Fall", "Wert", "95-%-Intervall"],
};

/**
 * What one case of the two figures says.
 * @param {Formats} n
 * @param {{ share: number, rounds: number, value: number, from: number, to: number, seeds: number }} now  `share` or `rounds` is not a number
 */
export function worthCaption(n, { share, rounds, value, from, to, seeds }) {
  const sure = `Gemessen mit ${n.count(seeds)} Paaren von Läufen.`;
  if (Number.isNaN(rounds)) {
    const doubt = from <= 0 && to >= 0 ? ", es kann also auch nichts sein" : "";
    return `Wo ${n.whole(share)} jeder Runde menschlicher Text sind, spart ein weiterer menschlicher Satz an der Stelle eines maschinellen ${n.decimal(value)} tausendstel Bit je Wort (95-%-Intervall ${n.decimal(from)} bis ${n.decimal(to)}${doubt}). ${sure}`;
  }
  if (Number.isNaN(value)) return `Nach ${roundsOf(n, rounds)} bringen mehr maschinelle Sätze keinen messbaren Gewinn: Es gibt keinen Wechselkurs. ${sure}`;
  return `Nach ${roundsOf(n, rounds)} hilft ein menschlicher Satz mehr in jeder Runde so viel wie ${n.count(value)} maschinelle Sätze mehr in jeder Runde (95-%-Intervall ${n.count(from)} bis ${n.count(to)}). ${sure}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ rate: number, from: number, to: number }} truth  `rate`: not a number if there is none
 */
export function worthGap(n, guess, { rate, from, to }) {
  if (Number.isNaN(rate)) return `Der Tipp war ${n.count(guess)}; hier bringen mehr maschinelle Sätze keinen messbaren Gewinn, es gibt also keinen Wechselkurs.`;
  const told = `Der Tipp war ${n.count(guess)}; gemessen haben wir ${n.count(rate)}, und es kann alles von ${n.count(from)} bis ${n.count(to)} sein.`;
  const close = from <= guess && guess <= to;
  return `${told} ${close ? "Gut geraten." : guess < rate ? "Menschlicher Text ist teurer als gedacht." : "Menschlicher Text ist nicht ganz so teuer wie gedacht."}`;
}

/**
 * The rate of exchange early and late, where there is one.
 * @param {Formats} n
 * @param {{ rounds: number, rate: number }} early  `rate`: not a number if there is none
 * @param {{ rounds: number, rate: number }} late
 */
export function exchanged(n, early, late) {
  const none = "bringen mehr maschinelle Sätze keinen messbaren Gewinn, sodass es keinen Wechselkurs gibt";
  const first = Number.isNaN(early.rate) ? none : `bewirkt ein menschlicher Satz mehr in jeder Runde so viel wie ${n.count(early.rate)} maschinelle Sätze mehr`;
  const then = Number.isNaN(late.rate) ? (Number.isNaN(early.rate) ? "gibt es auch keinen" : none) : Number.isNaN(early.rate) ? `bewirkt ein menschlicher Satz so viel wie ${n.count(late.rate)}` : `so viel wie ${n.count(late.rate)}`;
  return `Nach ${roundsOf(n, early.rounds)} ${first}; nach ${roundsOf(n, late.rounds)} ${then}.`;
}

/** @param {Formats} n @param {number} share */
export const priceCase = (n, share) => `Gewinn durch einen weiteren menschlichen Satz, bei ${n.whole(share)} menschlichem Text (tausendstel Bit)`;
/** @param {Formats} n @param {number} rounds */
export const exchangeCase = (n, rounds) => `Maschinelle Sätze für einen menschlichen, nach ${roundsOf(n, rounds)}`;
/** @param {Formats} n @param {number} share */
export const tailCase = (n, share) => `Verlorene Wörter, bei ${n.whole(share)} menschlichem Text`;
