// What every scene says around its own words.

export const bets = {
  title: "Your bet",
  guess: "My guess",
  place: "Place the bet",
  skip: "Just show me",
  elsewhere: "The bet was about other settings than these: set the scene back, and see how it came out.",
  cover: "What happened is drawn under here. Bet, or scroll on.",
  judged: "What your taste leads to will be drawn here.",
};

export const stage = {
  table: "The numbers drawn here",
  settings: "Try it",
  why: "Why?",
  what: "What is this?",
  columns: "What do the columns mean?",
  controls: "What do these do?",
  figures: "What do the figures show?",
  cancel: "Stop",
  resume: "Go on",
};

/**
 * @param {import("../../numbers.js").Formats} n
 * @param {number} done
 * @param {number} total
 */
export const working = (n, done, total) => `Computing: ${n.count(done)} of ${n.count(total)} steps.`;
