// Das Rennen der Regime, in Worten.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const race = {
  figure: "Der Anteil der menschlichen Wörter, die das nächste Modell liest, bei vier Arten, es zu füttern",
  what: "Der Anteil der verschiedenen Wörter des menschlichen Textes in dem, was das nächste Modell liest, menschlicher Text eingeschlossen. Die gepunktete Linie steht für ebenso viele Sätze, zufällig aus dem menschlichen Text gezogen.",
  table: "Übrige Wörter bei vier Arten, das nächste Modell zu füttern",
  share: "Menschlicher Text in jeder Runde",
  whyShare: "Dieser Anteil dessen, was ein Modell liest, ist menschlicher Text: immer dieselben Sätze, oder in jeder Runde neu gezogen. Die beiden anderen Arten hängen nicht davon ab.",
  prompt: "Drei Arten, menschlichen Text in der Schleife zu halten. Welche ist, gemessen an den bewahrten Wörtern, die billigste?",
  options: ["Ein Zehntel ist menschlich, immer dasselbe", "Ein Zehntel ist menschlich, in jeder Runde neu gezogen", "Nichts wegwerfen"],
  heads: ["Generation", "Nur der neueste Text", "Etwas menschlicher Text, immer derselbe", "Etwas menschlicher Text, neu gezogen", "Alles bisher Geschriebene", "Sätze aus dem menschlichen Text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, share: number, replace: number, anchored: number, fresh: number, accumulate: number }} now
 */
export function raceCaption(n, { generation, share, replace, anchored, fresh, accumulate }) {
  if (generation === 0) return "Alle vier beginnen mit demselben menschlichen Text.";
  return `Generation ${n.count(generation)}: Wird nur der neueste Text gelesen, bleiben ${n.share(replace)} der menschlichen Wörter. Mit ${n.share(share)} menschlichem Text, in jeder Runde demselben, bleiben ${n.share(anchored)}; mit ebenso viel neu gezogenem ${n.share(fresh)}; wird nichts weggeworfen, bleiben ${n.share(accumulate)}.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ share: number, anchored: number, fresh: number, accumulate: number, bought: number }} end  `bought`: sentences
 */
export function raceGap(n, guess, { share, anchored, fresh, accumulate, bought }) {
  const told = `Nichts wegzuwerfen kostet nach dem ersten keinen menschlichen Text mehr und bewahrt ${n.share(accumulate)} der Wörter, weil das Original darin bleibt. ${n.share(share)} neu zu ziehen kostet ${n.count(bought)} Sätze mehr und bewahrt ${n.share(fresh)}; immer dieselben ${n.share(share)} kosten nichts mehr und bewahren ${n.share(anchored)}.`;
  return `${guess === 2 ? "Richtig." : "Es gibt eine billigere."} ${told}`;
}
