// Scene 8, a way out: the reader as the human in the loop, and what a taste does in twenty rounds.

/** Ten choices somebody could have made, for the page that nobody has touched yet. */
const EXAMPLE = "1101010010";

/** @type {import("../types.js").MakeScene} */
export const review = ({ review: { review: words, reviewAsks, reviewCaption, reviewHeading } }) => ({
  id: "review",
  question: "review",
  argument: EXAMPLE,
  opening: "",
  settings: {},
  figures: [
    { figure: "lengths", label: words.figure, why: words.whatLengths, wide: [640, 240], narrow: [320, 220] },
    { figure: "remedy-types", label: words.types, why: words.whatTypes, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.known(["types_with", "types_without"]),
  controls: [],
  asking: (f) => f.list("left").length > 0,
  choices(f, n, argument) {
    const [round, rounds] = [f.number("round"), f.number("rounds")];
    if (f.list("left").length === 0) return { heading: "", options: [{ label: words.again, argument: "" }] };
    const option = (/** @type {"left" | "right"} */ side, /** @type {number} */ digit) => ({ label: f.word(side), argument: `${argument}${digit}`, long: true, sample: true });
    return { heading: reviewHeading(n, round, rounds), options: [option("left", 0), option("right", 1)] };
  },
  caption(f, n, generation) {
    if (f.list("left").length > 0) return reviewAsks(n, f.number("round"), f.number("rounds"));
    const agreed = Math.max(...Array.from(f.row("agreed"), Number));
    const at = (/** @type {string} */ name) => f.number(name, generation);
    return reviewCaption(n, { generation, taste: f.word("taste"), agreed, rounds: f.number("rounds"), length: at("length_with"), usual: at("length_without"), types: at("types_with"), plain: at("types_without") });
  },
  facts: () => ({}),
  tables(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), n.decimal(f.number("length_with", t)), n.decimal(f.number("length_without", t)), n.count(f.number("types_with", t)), n.count(f.number("types_without", t))];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("types_with"), (_, t) => row(t)) }];
  },
});
