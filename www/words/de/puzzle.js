// Das Rätsel, in Worten.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const puzzle = {
  figure: "Der Anteil der menschlichen Wörter, den die eigene Mischung bewahrt",
  what: "Der Anteil der verschiedenen Wörter des menschlichen Textes in dem, was das nächste Modell liest, den menschlichen Teil eingeschlossen. Die gepunktete Linie ist, was bewahrt werden muss.",
  table: "Übrige Wörter mit der eigenen Mischung",
  share: "Menschlicher Text in jeder Runde",
  whyShare: "Dieser Anteil jeder Runde wird neu aus dem menschlichen Text gezogen. Jeder gezogene Satz wird bezahlt.",
  effort: "Maschinentext, so viel Mal",
  whyEffort: "Mehr Maschinentext macht jede Kopie genauer, sodass weniger Wörter entgehen. Ein maschineller Satz ist billig, aber nicht umsonst.",
  heads: ["Generation", "Übrige Wörter"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, last: number, alive: number, goal: number, human: number, machine: number, cost: number, budget: number, price: number, solved: number, end: number }} now
 */
export function puzzleCaption(n, { generation, last, alive, goal, human, machine, cost, budget, price, solved, end }) {
  const at = `Generation ${n.count(generation)}: ${n.share(alive)} der Wörter sind übrig; das Ziel sind ${n.share(goal)} nach ${n.count(last)} Runden.`;
  const bill = `Die Rechnung: ${n.count(human)} menschliche Sätze zu 1 und ${n.count(machine)} maschinelle zu ${n.decimal(price)} macht ${n.count(cost)} von ${n.count(budget)}.`;
  const verdict = solved === 1 ? "Gelöst: genug Wörter und genug Geld."
    : end < goal && cost > budget ? "Zu wenige Wörter und zu teuer."
    : end < goal ? "Es ist Geld übrig, aber zu wenige Wörter."
    : "Genug Wörter, aber zu teuer.";
  return `${at} ${bill} ${verdict}`;
}
