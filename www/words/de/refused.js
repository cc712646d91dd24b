// Warum eine Einstellung abgelehnt wird, in Worten.

export const refused = {
  nouns: {
    order: "Die Ordnung",
    generations: "Die Zahl der Generationen",
    documents: "Die Zahl der Sätze",
    temperature: "Die Temperatur",
    topK: "Top-k",
    topP: "Top-p",
    seed: "Der Startwert",
  },
  /** @param {string[]} known @param {string} got */
  corpus: (known, got) => `Das Korpus muss ${known.map((name) => `„${name}“`).join(" oder ")} sein; dies ist „${got}“.`,
  /** @param {string} noun @param {string} allowed @param {string} got */
  setting: (noun, allowed, got) => `${noun} muss ${allowed} sein; dies ist ${got}.`,
  /** @param {string} range */
  whole: (range) => `eine ganze Zahl ${range}`,
  /** @param {string} range */
  number: (range) => `eine Zahl ${range}`,
  /** @param {number} min @param {number} max */
  within: (min, max) => `von ${min} bis ${max}`,
  /** Without `min` itself. @param {number} min @param {number} max */
  above: (min, max) => `über ${min} und höchstens ${max}`,
  /** @param {number} min */
  least: (min) => `ab ${min}`,
};
