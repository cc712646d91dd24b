// What stands around a figure outside of the story: each scene's idea in one sentence, and what a query sets wrongly.

/** Of each scene, by its name; of the whole instrument, by the name of its place on the page. @type {Readonly<Record<string, string>>} */
export const ideas = {
  photocopy: "One passage copied twenty times by models: the words that no model writes any more are struck out.",
  next: "A language model answers one question, what comes next, by counting what followed in its text.",
  loop: "When each model learns from the one before, the vocabulary falls along a curve that chance alone predicts.",
  tail: "The rarest words go first; follow one of them through all its copies to its end.",
  chance: "A word that is used once has a 37% chance of being missed by any one copy, and a hundred copies show it.",
  luck: "Which words die is luck, and how many is not: a hundred runs beside the curve computed for all of them.",
  safe: "A model that keeps to the probable forgets the rest sooner.",
  map: "How safely is written and how much of what is read is human, two dials at once.",
  noise: "What is written is ever less a copy of what people wrote, and ever more invented.",
  plateau: "More computing slows the loss and wins nothing back.",
  ways: "Four ways of feeding the next model, raced from the same human text.",
  detector: "A detector that sets machine text apart saves words as long as it can still tell the two kinds of text from each other.",
  teacher: "A small teacher trained on human text can filter what a larger model writes, at the price of its own taste.",
  review: "You are the human in the loop: choose the better sentence, and see what your taste does in twenty rounds.",
  puzzle: "Keep four fifths of the words alive for twenty rounds, with a budget.",
  worth: "What one more human sentence is worth, counted in machine sentences.",
  verdicts: "Eight meanings of “model collapse” found in the literature, asked of one loop.",
  sandbox: "The whole instrument: the same text after each round of retraining, and a curve of the words still alive.",
};

/** What a scene is called away from the story, where its heading there is about more than the scene. @type {Readonly<Record<string, string>>} */
export const titles = { verdicts: "Eight definitions" };

export const embed = {
  /** @param {string} name */
  name: (name) => `The address sets “${name}”, which an embedded figure does not have.`,
  /** @param {string} name @param {string} value @param {string} allowed */
  value: (name, value, allowed) => `The address sets “${name}” to “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”; it must be ${allowed}. It was left out.`,
  theme: "“auto”, “light” or “dark”",
  loading: "“lazy” or “eager”",
  language: "a language tag such as “de”",
  /** @param {readonly string[]} tokens */
  controls: (tokens) => `made of ${tokens.join(", ")}`,
  preset: "the name of a paper, such as “gerstgrasser-2024”",
  autoplay: "“true”",
  id: "at most 64 letters, digits, hyphens and underscores",
};
