// Scene 8, a way out: a small teacher model that filters what a larger one writes.

/** @type {import("../types.js").MakeScene} */
export const teacher = ({ remedy: { teacher: words, teacherCaption } }) => ({
  id: "teacher",
  question: "remedy",
  argument: "",
  settings: { curation: "teacher=order:2,documents:200,keep:0.5" },
  figures: [
    { figure: "remedy-types", label: words.types, why: words.whatTypes, wide: [640, 240], narrow: [320, 220] },
    { figure: "remedy-bits", label: words.bits, why: words.whatBits, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.known(["types_with", "types_without"]),
  controls: [{ setting: "curation", label: words.curation, why: words.why, options: words.options }],
  caption(f, n, generation) {
    const at = (/** @type {string} */ name) => f.number(name, generation);
    return teacherCaption(n, { generation, kept: at("types_with"), without: at("types_without"), bits: at("bits_with"), plain: at("bits_without") });
  },
  facts(f, n) {
    const last = f.row("types_with").length - 1;
    return { with: n.count(f.number("types_with", last)), without: n.count(f.number("types_without", last)) };
  },
  tables(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), n.count(f.number("types_with", t)), n.count(f.number("types_without", t)), n.decimal(f.number("bits_with", t)), n.decimal(f.number("bits_without", t))];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("types_with"), (_, t) => row(t)) }];
  },
});
