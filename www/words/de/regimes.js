// Die Regime in Worten.

const copied = "Jede Trainingsrunde geht von einer Kopie der vorigen aus.";
const kept = "Keine Runde wirft weg, was schon da ist.";

/**
 * The regimes: what they are called here, what happens in them, and what the human text is told of the rounds to come.
 * @type {Record<string, { name: string, why: string, onward: string }>}
 */
export const regimes = {
  replace: {
    name: "Nur den Text des neuesten Modells",
    why: "Ersetzen: Jedes Modell liest, was das vorige geschrieben hat, und sonst nichts.",
    onward: copied,
  },
  fresh: {
    name: "In jeder Runde etwas frischen menschlichen Text",
    why: "Frische Daten: In jeder Runde wird dieser Anteil der Sätze neu aus dem menschlichen Text gezogen.",
    onward: "Jede Trainingsrunde zieht einen Teil davon neu.",
  },
  anchored: {
    name: "Immer denselben menschlichen Text",
    why: "Feste echte Daten: Dieser Anteil der Sätze ist menschlich, und es sind immer dieselben.",
    onward: "Ein Teil davon bleibt in jeder Trainingsrunde.",
  },
  accumulate: {
    name: "Alles bisher Geschriebene",
    why: "Ansammeln: Nichts wird weggeworfen. Jedes Modell liest den menschlichen Text und alles, was seither geschrieben wurde.",
    onward: kept,
  },
  subsample: {
    name: "Eine Stichprobe von allem Bisherigen",
    why: "Ansammeln und Stichprobe: Nichts wird weggeworfen, aber ein Modell liest davon nicht mehr als das erste.",
    onward: kept,
  },
  grow: {
    name: "Den neuesten Text, jede Runde mehr",
    why: "Ersetzen mit wachsender Menge: Jedes Modell liest nur den neuesten Text, aber dessen Umfang kann wachsen.",
    onward: copied,
  },
  weighted: {
    name: "Menschlichen und Maschinentext, gewichtet",
    why: "Gewichtet: Jedes Modell liest gleich viel frischen menschlichen Text und Maschinentext; das Gewicht sagt, was mehr zählt.",
    onward: "Jede Trainingsrunde liest davon ebenso viel wie vom Maschinentext.",
  },
  contaminate: {
    name: "Maschinentext füllt das Netz",
    why: "Verunreinigung: Maschinentext verdrängt menschlichen Text, jede Runde ein wenig mehr, bis zu diesem Anteil.",
    onward: "Maschinentext verdrängt ihn, jede Runde ein wenig mehr.",
  },
  cure: {
    name: "Menschlicher Text kommt zurück",
    why: "Erst ersetzen; von der gewählten Runde an ist dieser Anteil der Sätze wieder menschlich.",
    onward: "Er wird zuerst ersetzt und kommt später zurück.",
  },
};

/** @param {string} kind @returns {string} */
export const shareLabel = (kind) => (kind === "weighted" ? "Gewicht des menschlichen Textes" : kind === "contaminate" ? "Anteil der Maschinen" : "Menschlicher Anteil");

/** @param {string} kind @returns {string} */
export const roundLabel = (kind) => (kind === "cure" ? "Von Runde an" : "Erreicht in Runde");

/** How the text of `grow` may grow. @type {Record<string, string>} */
export const growths = { constant: "gleich", linear: "linear", quadratic: "quadratisch" };
