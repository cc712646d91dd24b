// Scene 3, the long tail: the graveyard of words, and one word followed through all its copies.

/** @type {import("../types.js").MakeScene} */
export const tail = ({ counts: { times }, tail: { tail: words, tailCaption, tailFate, tailGap, tailHeading, tailPrompt } }) => ({
  id: "tail",
  question: "tail",
  argument: "",
  settings: {},
  figures: [
    { figure: "graveyard", label: words.graveyard, why: words.whatGraveyard, wide: [640, 400], narrow: [320, 340] },
    { figure: "genealogy", label: words.genealogy, why: words.whatGenealogy, wide: [640, 260], narrow: [320, 220] },
  ],
  cursor: (f) => f.row("follow").length - 1,
  bet: {
    prompt: (f, n) => tailPrompt(n, { word: f.word("word"), count: f.number("follow"), rounds: f.row("follow").length - 1 }),
    options: words.options,
    follows: true,
    unit: (_, value) => words.options[value] ?? "",
    said(f, n, guess) {
      const last = f.row("follow").length - 1;
      return tailGap(n, guess, { word: f.word("word"), gone: f.number("word_gone"), last, left: f.number("follow", last) });
    },
  },
  specimen: (f, n, generation) => ({ heading: tailHeading(n, generation), text: f.word("last_seen", generation).split("\n").filter(Boolean).join(", "), marks: [] }),
  controls: [{ setting: "argument", label: words.word, why: words.why, placeholder: words.example }],
  caption(f, n, generation) {
    return tailCaption(n, {
      generation,
      word: f.word("word"),
      human: f.number("follow", 0),
      now: f.number("follow", generation),
      founders: f.number("founders", generation),
      gone: f.number("word_gone"),
      last: f.row("follow").length - 1,
      third: f.number("rare_lost"),
    });
  },
  facts(f, n) {
    const fate = tailFate(n, { gone: f.number("word_gone"), last: f.row("follow").length - 1 });
    return { word: f.word("word"), count: times(n, f.number("follow", 0)), fate, third: n.count(f.number("rare_lost")) };
  },
  tables(f, n) {
    const step = (/** @type {number} */ i) => {
      const [from, to] = [f.number("step_from", i), f.number("step_to", i)];
      return [from === to ? n.count(from) : `${n.count(from)}–${n.count(to)}`, n.count(f.number("step_count", i)), n.count(to - from + 1), n.count(f.number("step_dead", i))];
    };
    const row = (/** @type {number} */ t) => [n.count(t), n.count(f.number("follow", t)), n.count(f.number("founders", t))];
    const width = f.row("follow").length;
    const lines = width > 0 ? f.row("lineage").length / width : 0;
    const line = (/** @type {number} */ i) => [i < lines - 1 ? f.word("sentences", i) : words.others, ...Array.from({ length: width }, (_, t) => n.count(f.number("lineage", i * width + t)))];
    return [
      { caption: words.tables.graveyard, heads: words.graveyardHeads, rows: Array.from(f.row("step_from"), (_, i) => step(i)) },
      { caption: words.tables.genealogy, heads: words.heads, rows: Array.from(f.row("follow"), (_, t) => row(t)) },
      { caption: words.tables.lineage, heads: [words.sentence, ...Array.from({ length: width }, (_, t) => n.count(t))], rows: Array.from({ length: lines }, (_, i) => line(i)) },
    ];
  },
});
