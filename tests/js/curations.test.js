import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, REMEDIES, TASTES, join, read, split, write } from "../../www/curations.js";
import { formats } from "../../www/numbers.js";
import { accountSentences } from "../../www/words/en/account.js";
import { specimenCaption, survivalCaption } from "../../www/words/en/captions.js";
import { labels } from "../../www/words/en/labels.js";
import { numbers, remedies, remediesOn, tastes } from "../../www/words/en/remedies.js";

const n = formats("en");
const offered = REMEDIES.flatMap((remedy) => KINDS[remedy]);

test("a curation is taken apart and put together again as it was", () => {
  for (const curation of ["none", ...offered, "resample=0.8,0.05+review=5,better,rare", "detector=trained@0.1+teacher=keep:0.5+review=7,accept,0.9,0.2"]) {
    assert.equal(join(split(curation)), curation);
  }
  assert.deepEqual(split("review=7,accept+resample=trained"), { detector: "resample=trained", review: "review=7,accept" });
});

test("what a control shows is what is written again when another one moves", () => {
  const others = ["detector=1,0", "detector=trained@0.001", "teacher=order:2,documents:20,band:0.9,bias:0.5", "review=100,accept,0.9,0.2", "review=0,best-of:7,long", "review=9,better,rare"];
  for (const part of [...offered, ...others]) assert.equal(write(read(part)), part);
});

test("what is left unsaid is shown as the core reads it", () => {
  const said = { "detector=trained": "detector=trained@0.05", "teacher=band:0.9": "teacher=order:1,documents:200,band:0.9", "teacher=order:1": "teacher=order:1,documents:200,keep:0.5", "review=5,accept,1,0": "review=5,accept", "review=5,better,plain": "review=5,better" };
  for (const [short, long] of Object.entries(said)) assert.equal(write(read(short)), long);
  assert.deepEqual([read(undefined), read("bouncer"), read("resample=0.8,0.05")].map(({ kind }) => kind), ["off", "off", ""]);
  assert.equal(write({ kind: "off" }), undefined);
});

test("every remedy has a name and a line that says what it does, every number a label", () => {
  for (const remedy of REMEDIES) {
    for (const settings of [undefined, ...KINDS[remedy]].map(read)) {
      const { name, why } = remedies[remedy][settings.kind] ?? {};
      assert.match(name ?? "", /^[A-Z].{3,40}$/);
      assert.match(why ?? "", /^[A-Z].{20,110}\.$/);
      for (const number of Object.keys(settings)) if (number !== "kind" && number !== "taste") assert.notEqual(numbers(settings.kind, number), number);
    }
    assert.ok(labels[remedy]);
  }
  for (const taste of TASTES) assert.ok(tastes[taste]);
  assert.equal(remediesOn([]), "a detector, a small teacher, a human reviewer");
  assert.equal(remediesOn(["detector", "review"]), "in use: detector, human review");
});

test("the captions say what was sifted", () => {
  const now = { generation: 3, kind: "fresh", share: 0.1, remedies: /** @type {const} */ (["detector", "teacher", "review"]) };
  assert.equal(specimenCaption(n, now), "Generation 3: written by a model that had read generation 2, 10% of it human text, sifted by a detector, a small teacher and a reader.");
  assert.doesNotMatch(specimenCaption(n, { ...now, generation: 1 }), /sifted/);
  const survival = { generation: 2, types: 60, human: 90, hapax: 9, share: 2 / 3, low: 50, high: 70, baseline: 80, kind: "replace", plain: false, curated: true };
  assert.match(survivalCaption(n, survival), /Chance alone, with only the newest text to read and none of it sifted, would have left 50 to 70\./);
});

test("the account says what was bought, thrown away and flagged", () => {
  /** @type {Record<string, number>} */
  const numbers = { human_tokens_bought: 900, machine_tokens_written: 5000, human_tokens_discarded: 100, machine_tokens_discarded: 2000, tokens_reviewed: 0, documents: 40, curated_human_share: 0.25, detector_auc: 0.9, detector_fpr: 0.05, detector_fpr_plainest: 0.1, detector_fpr_rarest: 0.01 };
  const metric = (/** @type {string} */ name, generation = 5) => (name === "detector_auc" && generation === 2 ? 0.7 : numbers[name] ?? NaN);
  const now = { generation: 5, curated: true, unlabelled: true, sentences: 40 };
  assert.equal(accountSentences(n, metric, now), "So far 900 human words were bought and 5,000 machine words written; of these 100 and 2,000 were thrown away. In round 5, 25% of the sentences that passed are human. Shown one sentence of each kind, the detector knows the machine’s in 90% of all pairs, 70% in round 2. Of human sentences it flags 5%: 10% of the quarter with the plainest words, 1% of that with the rarest.");
  assert.match(accountSentences(n, metric, { ...now, unlabelled: false }), /There is no human text among what is sifted here/);
  assert.match(accountSentences(n, metric, { ...now, sentences: 41 }), /So few sentences passed that the next model reads only 40\./);
  numbers.tokens_reviewed = 70;
  numbers.detector_auc = NaN;
  assert.match(accountSentences(n, metric, now), /thrown away, and 70 were read by the reviewer\. In round 5, .* human\.$/);
  assert.equal(accountSentences(n, metric, { ...now, curated: false, generation: 1 }).indexOf("thrown"), -1);
  assert.equal(accountSentences(n, metric, { ...now, generation: 0 }), "");
});
