// Was jeder Regler und jede Messgröße des Instruments bedeutet, in ein, zwei Sätzen.

/** @type {Record<string, string>} */
export const controls = {
  corpus: "Der menschliche Text, aus dem das erste Modell lernt.",
  generations: "Wie oft ein Modell aus dem Text des vorigen lernt und selbst einen Text schreibt.",
  temperature: "Bei 1 zieht ein Modell Wörter so oft, wie es sie gezählt hat. Unter 1 bevorzugt es, was ohnehin wahrscheinlich ist, und bei 0 nimmt es immer das wahrscheinlichste Wort; über 1 bevorzugt es die seltenen.",
  topK: "Nur die k wahrscheinlichsten Wörter dürfen folgen; alle anderen werden von der Liste gestrichen, bevor gewürfelt wird.",
  topP: "Nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil ausmachen, dürfen folgen.",
  order: "Wie viele Wörter das Modell zugleich betrachtet: Bei 3 hängt jedes Wort von den beiden davor ab. Ein längeres Gedächtnis schreibt längere Stellen ab; es hält nicht mehr Wörter am Leben.",
  documents: "Aus wie vielen Sätzen des Textes das erste Modell lernt; jedes spätere lernt aus ebenso vielen. Ohne eigene Wahl sind es neun Zehntel: Der Rest bleibt für die Prüfung zurückgelegt.",
  seed: "Diese Zahl entscheidet über jede zufällige Ziehung. Dieselbe Zahl ergibt immer dieselben Wörter, auf jedem Rechner.",
};

/** @type {Record<string, string>} */
export const figures = {
  specimen: "Die ersten Sätze, die das Modell dieser Generation geschrieben hat. Das Blatt ist abgenutzt wie eines, das zu oft kopiert wurde: je mehr Wörter verloren sind, desto mehr.",
  survival: "Ein Wort lebt, solange der neueste Text es mindestens einmal verwendet. Die gestrichelte Linie wurde vor dem Lauf berechnet, und etwa 19 von 20 Läufen bleiben im grauen Band um sie. Die blaue Linie steht für ebenso viele Sätze, zufällig aus dem menschlichen Text selbst gezogen.",
  rank: "Alle Wörter des menschlichen Textes und des gezeigten, jedes nach seinem eigenen Rang, das häufigste zuerst; beide Achsen wachsen in Zehnerpotenzen. Wo die Linie dieser Generation abbricht, enden die Wörter.",
};

/** @type {Record<string, string>} */
export const metrics = {
  types: "verschiedene Wörter, Kommas und Punkte eingeschlossen, in dem, was das nächste Modell liest",
  predicted: "was der Zufall allein im Mittel übrig lassen sollte; 95 von 100 Läufen bleiben zwischen den nächsten beiden Zahlen",
  baseline_types: "verschiedene Wörter in ebenso vielen zufällig aus dem menschlichen Text gezogenen Sätzen",
  hapax: "Wörter, die dort nur einmal stehen: die ersten, die einer Kopie entgehen können",
  tokens: "alle Wörter, jedes so oft, wie es dort steht",
  entropy_bits: "Ja-Nein-Fragen, die man braucht, um ein Wort des Textes zu erraten, ohne die übrigen zu sehen",
  hill1: "so viele Wörter, alle gleich häufig, wären ebenso schwer zu erraten",
  hill2: "so viele Wörter, alle gleich häufig, wären bei zwei Ziehungen ebenso oft dasselbe; die häufigen zählen mehr",
  distinct2: "verschiedene Paare benachbarter Wörter, als Anteil aller Paare",
  survivors2: "Anteil der menschlichen Paare benachbarter Wörter, die noch vorkommen",
  survivors3: "dasselbe für drei Wörter hintereinander",
  human_tokens_bought: "menschliche Wörter, die bisher genommen wurden, der erste Text eingeschlossen",
  human_tokens_discarded: "davon für maschinell gehalten oder nicht gemocht und weggeworfen",
  human_tokens_read: "menschliche Wörter, aus denen Modelle bisher gelernt haben",
  machine_tokens_written: "Wörter, die Modelle bisher geschrieben haben",
  machine_tokens_discarded: "davon weggeworfen",
  tokens_reviewed: "Wörter, die ein menschlicher Lektor bisher gelesen hat",
  curated_human_share: "Anteil der menschlichen Sätze an denen, die in dieser Runde durchkamen",
  detector_tpr: "Anteil der maschinellen Sätze, die der Detektor meldet",
  detector_fpr: "Anteil der menschlichen Sätze, die er zu Unrecht meldet",
  detector_fpr_plainest: "dasselbe für das Viertel der menschlichen Sätze mit den häufigsten Wörtern",
  detector_fpr_rarest: "dasselbe für das Viertel mit den seltensten Wörtern",
  detector_auc: "wie oft er von je einem Satz beider Arten den maschinellen erkennt: 0,5 ist geraten, 1 ist immer",
};
