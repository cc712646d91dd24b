// Scene 9, what clean data is worth: the price, the rate of exchange, and the two prices of head and tail.

/** @param {import("../findings.js").Findings} f */
const final = (f) => f.row("exchange").length - 1;

/** @type {import("../types.js").MakeScene} */
export const worth = ({ worth: { exchangeCase, exchanged, priceCase, tailCase, worth: words, worthCaption, worthGap } }) => ({
  id: "worth",
  question: "worth",
  argument: "",
  settings: {},
  figures: [
    { figure: "price", label: words.price, why: words.whatPrice, wide: [640, 260], narrow: [320, 240] },
    { figure: "exchange", label: words.exchange, why: words.whatExchange, from: (f) => f.row("shares").length, wide: [640, 240], narrow: [320, 220] },
  ],
  controls: [],
  bet: {
    prompt: () => words.prompt,
    range: { min: 1, max: 60, step: 1, start: 2 },
    ghost: "bet_rate",
    unit: (n, value) => n.count(value),
    said: (f, n, guess) => (final(f) === 2 ? worthGap(n, guess, { rate: f.number("exchange", 2), from: f.number("exchange_low", 2), to: f.number("exchange_high", 2) }) : ""),
  },
  at: 2,
  steps: false,
  cursor: (f) => Math.max(0, f.row("shares").length + f.row("rounds").length - 1),
  caption(f, n, place) {
    const prices = f.row("shares").length;
    const [name, i] = place < prices ? ["price", place] : ["exchange", place - prices];
    const at = (/** @type {string} */ row) => f.number(row, i);
    return worthCaption(n, {
      share: at("shares"), rounds: name === "price" ? NaN : at("rounds"),
      value: at(name), from: at(`${name}_low`), to: at(`${name}_high`), seeds: f.number("seeds"),
    });
  },
  facts(f, n) {
    const [last, most] = [final(f), f.row("tail").length - 1];
    return {
      exchanged: exchanged(n, { rounds: f.number("rounds"), rate: f.number("exchange") }, { rounds: f.number("rounds", last), rate: f.number("exchange", last) }),
      late: n.count(f.number("rounds", last)),
      little: n.whole(f.number("prices_shares")), much: n.whole(f.number("prices_shares", most)),
      tail1: n.share(f.number("tail")), tail50: n.share(f.number("tail", most)), redrawn: n.share(f.number("redrawn")),
    };
  },
  tables(f, n) {
    const interval = (/** @type {string} */ name, /** @type {number} */ i) => `${n.decimal(f.number(`${name}_low`, i))} – ${n.decimal(f.number(`${name}_high`, i))}`;
    return [{
      caption: words.table,
      heads: words.heads,
      rows: [
        ...Array.from(f.row("shares"), (share, i) => [priceCase(n, Number(share)), n.decimal(f.number("price", i)), interval("price", i)]),
        ...Array.from(f.row("rounds"), (rounds, i) => [exchangeCase(n, Number(rounds)), n.decimal(f.number("exchange", i)), interval("exchange", i)]),
        ...Array.from(f.row("prices_shares"), (share, i) => [tailCase(n, Number(share)), n.percent(f.number("tail", i)), ""]),
      ],
    }];
  },
});
