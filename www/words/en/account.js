// What a run has cost, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

/**
 * What a run has cost up to a generation, and what its detector did in it.
 * @param {Formats} n
 * @param {(name: string, generation?: number) => number} metric  of this generation, or another
 * @param {{ generation: number, curated: boolean, unlabelled: boolean, sentences: number }} now  `unlabelled`: whether human text is among what is sifted; `sentences`: of the human text
 */
export function accountSentences(n, metric, { generation, curated, unlabelled, sentences }) {
  if (generation === 0) return "";
  const [bought, written] = [metric("human_tokens_bought"), metric("machine_tokens_written")];
  const passed = metric("curated_human_share");
  const auc = metric("detector_auc");
  const said = [`So far ${n.count(bought)} human words were bought and ${n.count(written)} machine words written`];
  if (curated) {
    const [lostHuman, lostMachine] = [metric("human_tokens_discarded"), metric("machine_tokens_discarded")];
    said[0] += `; of these ${n.count(lostHuman)} and ${n.count(lostMachine)} were thrown away`;
    const reviewed = metric("tokens_reviewed");
    if (reviewed > 0) said[0] += `, and ${n.count(reviewed)} were read by the reviewer`;
    said.push(unlabelled ? `In round ${n.count(generation)}, ${n.share(passed)} of the sentences that passed are human` : "There is no human text among what is sifted here, so none can pass");
    const left = metric("documents");
    if (left < sentences) said.push(`So few sentences passed that the next model reads only ${n.count(left)}`);
  }
  if (!Number.isNaN(auc)) {
    const first = metric("detector_auc", 2);
    const before = generation > 2 && !Number.isNaN(first) ? `, ${n.share(first)} in round 2` : "";
    said.push(`Shown one sentence of each kind, the detector knows the machine’s in ${n.share(auc)} of all pairs${before}`);
    said.push(`Of human sentences it flags ${n.share(metric("detector_fpr"))}: ${n.share(metric("detector_fpr_plainest"))} of the quarter with the plainest words, ${n.share(metric("detector_fpr_rarest"))} of that with the rarest`);
  }
  return `${said.join(". ")}.`;
}
