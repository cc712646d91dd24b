// Scene 9, what clean data is worth: the price, the rate of exchange, and the two prices of head and tail.

import { exchangeCase, priceCase, tailCase, worth as words, worthCaption, worthGap } from "../words/worth.js";

/** @param {import("../findings.js").Findings} f */
const final = (f) => f.row("exchange").length - 1;

/** @type {import("../types.js").Scene} */
export const worth = {
  id: "worth",
  question: "worth",
  argument: "",
  settings: {},
  figures: [
    { figure: "price", label: words.price, wide: [640, 260], narrow: [320, 240] },
    { figure: "exchange", label: words.exchange, wide: [640, 240], narrow: [320, 220] },
  ],
  controls: [],
  bet: {
    prompt: words.prompt,
    range: { min: 1, max: 60, step: 1, start: 2 },
    unit: (n, value) => n.count(value),
    said: (f, n, guess) => (final(f) === 2 ? worthGap(n, guess, f.number("exchange", 2)) : ""),
  },
  caption(f, n) {
    const [last, end] = [final(f), f.row("shares").length - 1];
    return worthCaption(n, {
      least: f.number("shares"), dear: f.number("price"), most: f.number("shares", end), cheap: f.number("price", end),
      first: f.number("exchange"), rate: f.number("exchange", last), rounds: f.number("rounds", last),
      from: f.number("exchange_low", last), to: f.number("exchange_high", last), seeds: f.number("seeds"),
    });
  },
  facts(f, n) {
    return {
      first: n.count(f.number("exchange")), rate: n.count(f.number("exchange", final(f))),
      tail1: n.share(f.number("tail")), tail50: n.share(f.number("tail", f.row("tail").length - 1)), head1: n.percent(f.number("head")),
    };
  },
  table(f, n) {
    const interval = (/** @type {string} */ name, /** @type {number} */ i) => `${n.decimal(f.number(`${name}_low`, i))} – ${n.decimal(f.number(`${name}_high`, i))}`;
    return {
      heads: words.heads,
      rows: [
        ...Array.from(f.row("shares"), (share, i) => [priceCase(n, Number(share)), n.decimal(f.number("price", i)), interval("price", i)]),
        ...Array.from(f.row("rounds"), (rounds, i) => [exchangeCase(n, Number(rounds)), n.decimal(f.number("exchange", i)), interval("exchange", i)]),
        ...Array.from(f.row("prices_shares"), (share, i) => [tailCase(n, Number(share)), n.percent(f.number("tail", i)), ""]),
      ],
    };
  },
};
