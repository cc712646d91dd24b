// The JavaScript side of `cargo xtask bench`: `node wasm.mjs BOOK FOLDER CORPORA`. The wasm that the page loads, and the baseline,
// under the V8 of node. FOLDER and CORPORA come from generation.rs. Answers the same requests and two subjects more: "baseline", and
// "experiment", a run as a reader who drags a slider starts it in every frame. The answer is null where the wasm lacks an export.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import bindings from "../www/pkg/bindings.js";
import { train, write } from "./baseline.js";

/** @typedef {{ documents: number, tokens: number, types: number }} Described */
/** @typedef {InstanceType<typeof bindings.Recursion>} Recursion */
/** @typedef {{ spent: number, times: number }} Sample  milliseconds of so many */

/** Generations of one run that are timed, as in generation.rs. */
const GENERATIONS = 3;
/** Generations of an experiment. */
const EXPERIMENT = 50;
/** Milliseconds of a sample, as in generation.rs. */
const ENOUGH = 20;

const [book, folder, corpora] = process.argv.slice(2);
/** @type {Described[]} */
const described = JSON.parse(corpora);
const humans = described.map((corpus, index) => ({ ...corpus, ids: ids(`${folder}/${index}.ids`) }));
bindings.initSync({ module: readFileSync(new URL("../www/pkg/recursive_trap.wasm", import.meta.url)) });
const text = new bindings.Text(readFileSync(book, "utf8"), "word");

/** @type {Record<string, (human: typeof humans[number], order: number) => Sample | undefined>} */
const SUBJECTS = {
  baseline({ ids, types }, order) {
    let model = train(ids, types, order);
    // As ours: a model writes, and the next one is trained on that.
    const spent = cpuTime(() => {
      for (let i = 0; i < GENERATIONS; i++) model = train(write(model, ids.length, i), types, order);
    });
    return { spent, times: GENERATIONS };
  },
  new(human, order) {
    /** @type {Recursion | undefined} */
    let run;
    const spent = cpuTime(() => (run = start(human, order, GENERATIONS)));
    run?.free();
    return { spent, times: 1 };
  },
  next: (human, order) => generations(human, order, (run) => received(run.next())),
  advance(human, order) {
    if (!("advance" in bindings.Recursion.prototype)) return undefined;
    return generations(human, order, (run) => run.advance());
  },
  experiment: (human, order) => ({ spent: cpuTime(() => experiment(human, order)), times: 1 }),
};

console.log(JSON.stringify(Object.keys(SUBJECTS)));
for await (const line of createInterface({ input: process.stdin })) {
  const { size, order, subject } = JSON.parse(line);
  console.log(JSON.stringify(milliseconds(() => SUBJECTS[subject](humans[size], order))));
}

/** @param {() => Sample | undefined} sample */
function milliseconds(sample) {
  let [spent, times] = [0, 0];
  while (spent < ENOUGH) {
    const one = sample();
    if (!one) return null;
    spent += one.spent;
    times += one.times;
  }
  return spent / times;
}

/**
 * Milliseconds of the whole process: what V8 does in other threads, it does for this one.
 * @param {() => void} work
 */
function cpuTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {Described} human @param {number} order @param {number} length */
function start({ documents }, order, length) {
  return new bindings.Recursion(text, documents, order, length, "replace", "none", 1, undefined, undefined, 1);
}

/** @param {Described} human @param {number} order @param {(run: Recursion) => void} pass */
function generations(human, order, pass) {
  const run = start(human, order, GENERATIONS);
  // The human corpus: nothing is written.
  received(run.next());
  const spent = cpuTime(() => {
    for (let i = 0; i < GENERATIONS; i++) pass(run);
  });
  run.free();
  return { spent, times: GENERATIONS };
}

/** Everything that www/engine.js does for a run, but for the sending. @param {Described} human @param {number} order */
function experiment(human, order) {
  const run = start(human, order, EXPERIMENT);
  run.prediction();
  run.humanCounts();
  while (received(run.next()));
  run.free();
}

/** What the worker takes out of a generation. @param {ReturnType<Recursion["next"]>} generation */
function received(generation) {
  if (!generation) return false;
  generation.metrics();
  generation.counts();
  generation.sample();
  generation.marks();
  generation.lost();
  generation.free();
  return true;
}

/** @param {string} file */
function ids(file) {
  const bytes = readFileSync(file);
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
