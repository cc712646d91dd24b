// What the functions of a catalogue are called with, and what is the same in English and in German.

/** @typedef {import("../../www/numbers.js").Formats} Formats */

/** What both languages say alike. */
export const ALIKE = new Set([
  "labels.labels.generation", "labels.labels.topK", "labels.corpusTitles.moby-dick", "labels.labels.topP", "regimes.growths.linear",
  "safe.safe.topK", "safe.safe.topP", "refused.refused.nouns.topK", "refused.refused.nouns.topP", "story.tools.textLabel",
  "columns.columns.6.1", "columns.columns.10.1",
  ...allOf("columns.columns", 13, "0"), ...allOf("columns.costColumns", 12, "0"), ...allOf("story.tools.formats", 6, "0"),
  ...allOf("remedy.detector.options", 4, "0"), ...allOf("remedy.teacher.options", 3, "0"),
  ...["loop", "luck", "plateau", "puzzle", "photocopy", "race", "noise", "safe", "review"].map((file) => `${file}.${file}.heads.0`),
  "remedy.detector.heads.0", "remedy.teacher.heads.0", "tail.tail.heads.0",
  "next.next.options.0", "next.next.options.1", "next.next.options.2", "next.next.options.3",
]);

/** @param {string} list @param {number} length @param {string} place */
function allOf(list, length, place) {
  return Array.from({ length }, (_, i) => `${list}.${i}.${place}`);
}

const alive = { generation: 3, types: 2000, human: 3728, hapax: 12, share: 0.5, expected: 1990, low: 1900, high: 2100, baseline: 2800, half: 2, plain: true, kind: "replace", curated: false };
const bill = { generation: 3, last: 20, alive: 0.7, goal: 0.8, human: 900, machine: 12000, cost: 950, budget: 1000, price: 0.01, solved: 0, end: 0.75 };
const fate = { generation: 3, word: "whale", human: 20, now: 4, founders: 2, gone: 5, last: 20, third: 2 };
const remedies = ["detector", "teacher", "review"];
/** @type {Record<string, number>} */
const costs = { human_tokens_bought: 900, machine_tokens_written: 5000, human_tokens_discarded: 100, machine_tokens_discarded: 2000, tokens_reviewed: 70, documents: 40, curated_human_share: 0.25, detector_auc: 0.9, detector_fpr: 0.05, detector_fpr_plainest: 0.1, detector_fpr_rarest: 0.01 };
const metric = (/** @type {string} */ name, generation = 5) => (name === "detector_auc" && generation === 2 ? 0.7 : costs[name] ?? NaN);
const without = (/** @type {string} */ name) => (name.startsWith("detector") || name === "tokens_reviewed" ? NaN : metric(name));

/** Arguments to try every function with, by its path. @type {Record<string, ((n: Formats) => any[])[]>} */
export const samples = {
  "account.accountSentences": [
    (n) => [n, metric, { generation: 5, curated: true, unlabelled: true, sentences: 41 }],
    (n) => [n, metric, { generation: 5, curated: true, unlabelled: false, sentences: 40 }],
    (n) => [n, without, { generation: 1, curated: false, unlabelled: false, sentences: 40 }],
    (n) => [n, metric, { generation: 0, curated: false, unlabelled: false, sentences: 40 }],
  ],
  "captions.specimenCaption": [
    (n) => [n, { generation: 0, kind: "replace", share: 1, remedies: [] }],
    (n) => [n, { generation: 1, kind: "replace", share: 1, remedies: [] }],
    (n) => [n, { generation: 1, kind: "subsample", share: 1, remedies: [] }],
    (n) => [n, { generation: 3, kind: "accumulate", share: 0, remedies }],
    (n) => [n, { generation: 3, kind: "subsample", share: 0, remedies: ["review"] }],
    (n) => [n, { generation: 3, kind: "replace", share: 0, remedies: [] }],
    (n) => [n, { generation: 3, kind: "fresh", share: 1, remedies: [] }],
    (n) => [n, { generation: 3, kind: "fresh", share: 0.1, remedies: ["detector", "teacher"] }],
    (n) => [n, { generation: 3, kind: "weighted", share: 0.6, remedies: [] }],
  ],
  "captions.survivalCaption": [
    (n) => [n, { ...alive, generation: 0 }],
    (n) => [n, alive],
    (n) => [n, { ...alive, generation: 1, types: 3728, baseline: NaN, low: NaN }],
    ...["replace", "grow", "fresh", "accumulate", "weighted"].flatMap((kind) => [false, true].map((curated) => (/** @type {Formats} */ n) => [n, { ...alive, kind, curated, plain: false }])),
    (n) => [n, { ...alive, low: 2000, high: 2000 }],
  ],
  "captions.rankCaption": [(n) => [n, { generation: 0, gone: 0, human: 3728, hapax: 12 }], (n) => [n, { generation: 2, gone: 0, human: 3728, hapax: 0 }], (n) => [n, { generation: 2, gone: 9, human: 3728, hapax: 12 }]],
  "captions.lostHeading": [(n) => [n, { generation: 0, lost: 0, returns: false }], (n) => [n, { generation: 2, lost: 0, returns: false }], (n) => [n, { generation: 2, lost: 1, returns: true }], (n) => [n, { generation: 2, lost: 7, returns: false }]],
  "chance.chanceCaption": [0, 1, 2, 3].map((hits) => (n) => [n, { k: 1 + hits, n: 20000, chance: 0.368, lost: 37, copies: 100, copy: 4, hits }]),
  "chance.chanceGap": [(n) => [n, 0, 0.368], (n) => [n, 1, 0.368]],
  "counts.times": [0, 1, 2, 3].map((count) => (n) => [n, count]),
  "counts.rounds": [(n) => [n, 1], (n) => [n, 3]],
  "counts.words": [(n) => [n, 1], (n) => [n, 3]],
  "counts.quoted": [() => ["whale"]],
  "dials.words.label": [() => ["7"]],
  ...Object.fromEntries(["network", "mime", "cors", "csp", "no-webassembly", "memory", "trap", "worker"].flatMap((code) => ["reader", "owner"].map((part) => [`failure.failures.${code}.${part}`, [() => [{ file: "a.wasm", origin: "https://b.example", directive: "connect-src" }]]]))),
  "embed.embed.name": [() => ["colour"]],
  "embed.embed.value": [() => ["order", "99", "1"], () => ["regime", "x".repeat(60), "1"]],
  "embed.embed.controls": [() => [["all", "none"]]],
  "labels.sentencesValue": [() => ["1", "2"]],
  "labels.likeliest": [(n) => [n, 1], (n) => [n, 40]],
  "labels.likeliestShare": [(n) => [n, 0.9]],
  "labels.orderValue": [() => [1], () => [2], () => [4]],
  "labels.generationValue": [(n) => [n, 3, 20]],
  "labels.andMore": [(n) => [n, 12]],
  "loop.loopCaption": [(n) => [n, { ...alive, generation: 0 }], (n) => [n, alive], (n) => [n, { ...alive, low: NaN, half: NaN }]],
  "loop.loopGap": [(n) => [n, { guess: 0.5, truth: 0.5, after: 10 }], (n) => [n, { guess: 0.7, truth: 0.5, after: 1 }], (n) => [n, { guess: 0.2, truth: 0.5, after: 10 }]],
  "luck.luckCaption": [(n) => [n, { generation: 0, runs: 40, low: 1, high: 2, middle: 3728, expected: 3, within: 38, last: 20 }], (n) => [n, { generation: 4, runs: 40, low: 100, high: 200, middle: 150, expected: 151, within: 1, last: 20 }]],
  "map.mapCaption": [(n) => [n, { temperature: 0.5, share: 0.1, alive: NaN, rounds: 10 }], (n) => [n, { temperature: 0.5, share: 0.1, alive: 0.4, rounds: 1 }]],
  "next.nextCaption": [(n) => [n, { context: "of the", total: 0, word: "", count: 0, prose: "", free: 0, length: 0 }], (n) => [n, { context: "of the", total: 99, word: "sea", count: 9, prose: "Of the sea.", free: 2, length: 3 }], (n) => [n, { context: "of the", total: 2, word: "sea", count: 1, prose: "Of.", free: 1, length: 1 }]],
  "next.nextGap": [() => [0, "sea"], () => [1, "sea"]],
  "noise.noiseCaption": [0, 1, 4].map((generation) => (n) => [n, { generation, kept: 0.2, distorted: 0.3, invented: 0.5, js: 0.4, first: 0.3, human: generation === 4 ? 0.6 : NaN }]),
  "photocopy.photocopyCaption": [(n) => [n, { generation: 0, alive: 98, words: 98, half: 4, died: [] }], (n) => [n, { generation: 2, alive: 97, words: 98, half: 4, died: ["a", "b"] }], (n) => [n, { generation: 5, alive: 90, words: 98, half: 4, died: [] }]],
  "plateau.plateauCaption": [(n) => [n, { generation: 0, bits: [8, 8, 8], floor: 8, types: [9, 9, 9] }], (n) => [n, { generation: 2, bits: [8.5, 8.4, 8.3], floor: 8, types: [900, 910, 920] }]],
  "plateau.plateauGap": [(n) => [n, 1, 0], (n) => [n, 0, 0], (n) => [n, 0, 1]],
  "puzzle.puzzleCaption": [(n) => [n, bill], (n) => [n, { ...bill, solved: 1 }], (n) => [n, { ...bill, cost: 1100 }], (n) => [n, { ...bill, cost: 1100, end: 0.9 }]],
  "race.raceCaption": [0, 3].map((generation) => (n) => [n, { generation, share: 0.1, replace: 0.2, anchored: 0.3, fresh: 0.4, accumulate: 1 }]),
  "race.raceGap": [0, 2].map((guess) => (n) => [n, guess, { share: 0.1, anchored: 0.3, fresh: 0.4, accumulate: 1, bought: 1000 }]),
  "refused.refused.corpus": [() => [["moby-dick", "sotu"], "faust"]],
  "refused.refused.setting": [() => ["7", "8", "9"]],
  "refused.refused.whole": [() => ["5"]],
  "refused.refused.number": [() => ["5"]],
  "refused.refused.within": [() => [1, 5]],
  "refused.refused.above": [() => [0, 1]],
  "refused.refused.least": [() => [2]],
  "regimes.shareLabel": ["weighted", "contaminate", "fresh"].map((kind) => () => [kind]),
  "regimes.roundLabel": ["cure", "contaminate"].map((kind) => () => [kind]),
  "remedies.numbers": [() => ["band", "share"], () => ["keep", "share"], ...["tpr", "fpr", "documents", "bias", "budget", "right", "wrong", "candidates"].map((name) => () => ["", name])],
  "remedies.remediesOn": [() => [[]], () => [remedies]],
  "remedy.detectorCaption": [(n) => [n, { generation: 0, caught: NaN, accused: 0, plainest: 0, rarest: 0, kept: 5, without: 5 }], (n) => [n, { generation: 1, caught: NaN, accused: 0, plainest: 0, rarest: 0, kept: 6, without: 5 }], (n) => [n, { generation: 3, caught: 0.4, accused: 0.05, plainest: 0.1, rarest: 0.01, kept: 600, without: 500 }], (n) => [n, { generation: 3, caught: 0.4, accused: 0.05, plainest: 0.1, rarest: 0.1, kept: 600, without: 500 }]],
  "remedy.unequally": [(n) => [n, 0.1, 0.1], (n) => [n, 0.2, 0.1], (n) => [n, 0.1, 0.2]],
  "remedy.detectorGap": [0, 1].map((guess) => (n) => [n, guess, { kept: 600, without: 500, caught: 0.4 }]),
  "remedy.teacherCaption": [0, 3].map((generation) => (n) => [n, { generation, kept: 600, without: 500, bits: 8.5, plain: 8.75 }]),
  "reports.translated": [() => ["seed is 0.5; it must be a whole number from 0 to 7"]],
  "review.reviewHeading": [(n) => [n, 2, 10]],
  "review.reviewAsks": [(n) => [n, 4, 10]],
  "review.reviewCaption": [7, 6].map((agreed) => (n) => [n, { generation: 3, taste: "rare", agreed, rounds: 10, length: 20, usual: 18, types: 900, plain: 800 }]),
  "safe.safeCaption": [(n) => [n, { generation: 0, plain: 1, safe: 1, top: 0.3, usual: 0.3, loop: 0, period: 50, cycle: "" }], (n) => [n, { generation: 3, plain: 900, safe: 400, top: 0.4, usual: 0.3, loop: 2, period: 3, cycle: "of the sea" }], (n) => [n, { generation: 3, plain: 900, safe: 400, top: 0.4, usual: 0.3, loop: NaN, period: NaN, cycle: "" }]],
  "safe.safeGap": [(n) => [n, 2, 900, 400], (n) => [n, 0, 900, 400]],
  "stage.working": [(n) => [n, 3, 20]],
  "state.unknown.version": [() => ["2", "1"]],
  "state.unknown.name": [() => ["loop.colour"]],
  "state.unknown.value": [() => ["seed", "x", "1"]],
  "state.unknown.whole": [() => [1, 5]],
  "state.unknown.number": [() => [1, 5]],
  "state.unknown.option": [() => [3]],
  "state.unknown.guess": [() => [0, 1]],
  "state.unknown.least": [() => [2]],
  "state.unknown.oneOf": [() => [["a", "b"]]],
  "state.unknown.words": [() => ["0.1 1"]],
  "state.unknown.refused": [() => ["sandbox"]],
  "story.tools.failed": [() => ["why."]],
  "story.tools.exported": [() => ["run.csv"]],
  "tail.tailCaption": [(n) => [n, { ...fate, generation: 0 }], (n) => [n, fate], (n) => [n, { ...fate, founders: 1, gone: NaN, third: NaN }], (n) => [n, { ...fate, generation: 6, now: 0 }], (n) => [n, { ...fate, generation: 6, now: 0, gone: 1 }]],
  "tail.tailPrompt": [(n) => [n, { word: "whale", count: 21, rounds: 1 }]],
  "tail.tailGap": [(n) => [n, 0, { word: "whale", gone: NaN, last: 20, left: 4 }], (n) => [n, 0, { word: "whale", gone: 5, last: 20, left: 0 }]],
  "tail.tailFate": [(n) => [n, { gone: NaN, last: 20 }], (n) => [n, { gone: 5, last: 20 }]],
  "tail.tailHeading": [(n) => [n, 0], (n) => [n, 1], (n) => [n, 5]],
  "verdicts.verdictsCaption": [(n) => [n, { yes: 5, all: 8, seeds: 6 }]],
  "verdicts.measured": [(n) => [n, "Not known: a trend takes 8 generations."]],
  "worth.worthCaption": [(n) => [n, { share: 0.1, rounds: NaN, value: 0.2, from: -0.1, to: 0.5, seeds: 8 }], (n) => [n, { share: NaN, rounds: 5, value: NaN, from: NaN, to: NaN, seeds: 8 }], (n) => [n, { share: NaN, rounds: 5, value: 12, from: 8, to: 20, seeds: 8 }]],
  "worth.worthGap": [(n) => [n, 2, { rate: NaN, from: NaN, to: NaN }], (n) => [n, 2, { rate: 12, from: 8, to: 20 }], (n) => [n, 10, { rate: 12, from: 8, to: 20 }], (n) => [n, 50, { rate: 12, from: 8, to: 20 }]],
  "worth.exchanged": [NaN, 4].flatMap((early) => [NaN, 12].map((late) => (n) => [n, { rounds: 1, rate: early }, { rounds: 20, rate: late }])),
  "worth.priceCase": [(n) => [n, 0.1]],
  "worth.exchangeCase": [(n) => [n, 5]],
  "worth.tailCase": [(n) => [n, 0.1]],
};
