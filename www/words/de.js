// Deutsch: alles, was gesagt wird, nach der Datei, die es sagt.

export * from "./de-instrument.js";
export * as chance from "./de/chance.js";
export * as dials from "./de/dials.js";
export * as embed from "./de/embed.js";
export * as loop from "./de/loop.js";
export * as luck from "./de/luck.js";
export * as map from "./de/map.js";
export * as next from "./de/next.js";
export * as noise from "./de/noise.js";
export * as photocopy from "./de/photocopy.js";
export * as plateau from "./de/plateau.js";
export * as puzzle from "./de/puzzle.js";
export * as race from "./de/race.js";
export * as refused from "./de/refused.js";
export * as review from "./de/review.js";
export * as safe from "./de/safe.js";
export * as story from "./de/story.js";
export * as tail from "./de/tail.js";
export * as verdicts from "./de/verdicts.js";
export * as worth from "./de/worth.js";
