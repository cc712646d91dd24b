// Was jede Szene um ihre eigenen Worte herum sagt.

export const bets = {
  title: "Die Wette",
  guess: "Mein Tipp",
  place: "Wetten",
  skip: "Einfach zeigen",
  elsewhere: "Die Wette galt anderen Einstellungen als diesen: Wird die Szene zurückgesetzt, zeigt sich, wie sie ausging.",
  cover: "Was geschah, ist darunter gezeichnet. Wetten oder weiterblättern.",
  judged: "Wohin dieser Geschmack führt, wird hier gezeichnet.",
};

export const stage = {
  table: "Die hier gezeichneten Zahlen",
  settings: "Ausprobieren",
  why: "Warum?",
  what: "Was ist das?",
  columns: "Was bedeuten die Spalten?",
  controls: "Was bewirken diese Regler?",
  figures: "Was zeigen die Abbildungen?",
  cancel: "Abbrechen",
  resume: "Fortsetzen",
};

/**
 * @param {import("../../numbers.js").Formats} n
 * @param {number} done
 * @param {number} total
 */
export const working = (n, done, total) => `Berechnung: ${n.count(done)} von ${n.count(total)} Schritten.`;
