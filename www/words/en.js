// English: all that is said, by the file that says it.

export * from "./en-instrument.js";
export * as chance from "./en/chance.js";
export * as dials from "./en/dials.js";
export * as embed from "./en/embed.js";
export * as loop from "./en/loop.js";
export * as luck from "./en/luck.js";
export * as map from "./en/map.js";
export * as next from "./en/next.js";
export * as noise from "./en/noise.js";
export * as photocopy from "./en/photocopy.js";
export * as plateau from "./en/plateau.js";
export * as puzzle from "./en/puzzle.js";
export * as race from "./en/race.js";
export * as refused from "./en/refused.js";
export * as review from "./en/review.js";
export * as safe from "./en/safe.js";
export * as story from "./en/story.js";
export * as tail from "./en/tail.js";
export * as verdicts from "./en/verdicts.js";
export * as worth from "./en/worth.js";
