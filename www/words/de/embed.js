// Was außerhalb der Geschichte um eine Figur steht: die Idee jeder Szene in einem Satz, und was eine Adresse falsch setzt.

/** Jeder Szene, nach ihrem Namen; des ganzen Instruments, nach dem Namen seines Orts auf der Seite. @type {Readonly<Record<string, string>>} */
export const ideas = {
  photocopy: "Ein Absatz, zwanzigmal von Modellen kopiert: durchgestrichen ist, was kein Modell mehr schreibt.",
  next: "Ein Sprachmodell beantwortet eine Frage, was als Nächstes kommt, indem es zählt, was in seinem Text folgte.",
  loop: "Lernt jedes Modell vom vorigen, so fällt der Wortschatz entlang einer Kurve, die der Zufall allein vorhersagt.",
  tail: "Die seltensten Wörter gehen zuerst; eines davon lässt sich durch alle Kopien bis zu seinem Ende verfolgen.",
  chance: "Ein Wort, das einmal vorkommt, fehlt jeder einzelnen Kopie mit 37 % Wahrscheinlichkeit; hundert Kopien zeigen es.",
  luck: "Welche Wörter sterben, ist Glück, wie viele, nicht: hundert Läufe neben der Kurve, die für alle berechnet war.",
  safe: "Ein Modell, das sich an das Wahrscheinliche hält, vergisst das Übrige schneller.",
  map: "Wie vorsichtig geschrieben wird und wie viel des Gelesenen menschlich ist, zwei Regler zugleich.",
  noise: "Was geschrieben wird, ist immer weniger eine Kopie dessen, was Menschen schrieben, und immer mehr erfunden.",
  plateau: "Mehr Rechnen verlangsamt den Verlust und gewinnt nichts zurück.",
  ways: "Vier Arten, das nächste Modell zu füttern, im Wettlauf vom selben menschlichen Text.",
  detector: "Ein Detektor, der Maschinentext aussondert, rettet Wörter, solange er die beiden noch unterscheiden kann.",
  teacher: "Ein kleiner Lehrer, von Menschen geschult, kann filtern, was ein größeres Modell schreibt; der Preis ist sein Geschmack.",
  review: "Sie sind der Mensch in der Schleife: wählen Sie den besseren Satz, und sehen Sie, was Ihr Geschmack in zwanzig Runden tut.",
  puzzle: "Vier Fünftel der Wörter zwanzig Runden lang am Leben halten, mit einem Budget.",
  worth: "Was ein menschlicher Satz mehr wert ist, gezählt in Maschinensätzen.",
  verdicts: "Acht Bedeutungen von „Modellkollaps“ aus der Literatur, an eine Schleife gestellt.",
  sandbox: "Das ganze Instrument: derselbe Text nach jeder Runde, und eine Kurve der Wörter, die noch leben.",
};

/** Wie eine Szene fern der Geschichte heißt, wo ihre Überschrift dort mehr als die Szene meint. @type {Readonly<Record<string, string>>} */
export const titles = { verdicts: "Acht Definitionen" };

export const embed = {
  /** @param {string} name */
  name: (name) => `Die Adresse setzt „${name}“; das hat eine eingebettete Figur nicht.`,
  /** @param {string} name @param {string} value @param {string} allowed */
  value: (name, value, allowed) => `Die Adresse setzt „${name}“ auf „${value.length > 40 ? `${value.slice(0, 40)}…` : value}“; erlaubt ist ${allowed}. Es wurde weggelassen.`,
  theme: "„auto“, „light“ oder „dark“",
  loading: "„lazy“ oder „eager“",
  language: "ein Sprachkürzel wie „de“",
  /** @param {readonly string[]} tokens */
  controls: (tokens) => `aus ${tokens.join(", ")} gemacht`,
  preset: "der Name einer Arbeit, wie „gerstgrasser-2024“",
  autoplay: "„true“",
  id: "höchstens 64 Buchstaben, Ziffern, Binde- und Unterstriche",
};
