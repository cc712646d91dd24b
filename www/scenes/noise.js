// Scene 6, noise against signal: kept, distorted, invented, and the distance from human text.

import { placesOf } from "../findings.js";

/** Classes of the marks, as the core numbers where a token comes from. */
const KINDS = ["kept", "distorted", "invented"];

/** @type {import("../types.js").MakeScene} */
export const noise = ({ noise: { noise: words, noiseCaption } }) => ({
  id: "noise",
  question: "noise",
  argument: "",
  settings: {},
  figures: [
    { figure: "noise", label: words.stack, why: words.whatStack, wide: [640, 300], narrow: [320, 260] },
    { figure: "divergence", label: words.divergence, why: words.whatDivergence, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.row("kept").length - 1,
  controls: [{ setting: "order", label: words.order, why: words.whyOrder, min: 1, max: 5, step: 1 }],
  caption(f, n, generation) {
    return noiseCaption(n, {
      generation,
      kept: f.number("kept", generation),
      distorted: f.number("distorted", generation),
      invented: f.number("invented", generation),
      js: f.number("js", generation),
      first: f.number("js", 1),
      human: f.number("human_invented"),
    });
  },
  specimen(f, _, generation) {
    const text = f.word("worst", generation);
    const tokens = f.word("worst_words", generation).split("\n");
    const start = Array.from(f.row("worst_lengths"), Number).slice(0, generation).reduce((sum, length) => sum + length, 0);
    const marks = placesOf(text, tokens).flatMap((place, i) => {
      const kind = f.number("worst_kinds", start + i);
      return place && kind > 0 ? [{ ...place, kind: KINDS[kind] ?? "", title: words.kinds[kind] ?? "" }] : [];
    });
    return { heading: generation === 0 ? words.original : words.worst, text, marks };
  },
  facts(f, n) {
    const last = f.row("kept").length - 1;
    return {
      human: n.share(f.number("human_invented")),
      invented1: n.share(f.number("invented", 1)),
      invented: n.share(f.number("invented", last)),
      js1: n.decimal(f.number("js", 1)),
      js: n.decimal(f.number("js", last)),
    };
  },
  tables(f, n) {
    const shares = ["kept", "distorted", "invented"];
    const row = (/** @type {number} */ t) => [n.count(t), ...shares.map((name) => n.percent(f.number(name, t))), n.decimal(f.number("js", t)), f.word("worst", t)];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("kept"), (_, t) => row(t)) }];
  },
});
