// Was ein Lauf gekostet hat, in Worten.

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
  const said = [`Bisher wurden ${n.count(bought)} menschliche Wörter gekauft und ${n.count(written)} maschinelle geschrieben`];
  if (curated) {
    const [lostHuman, lostMachine] = [metric("human_tokens_discarded"), metric("machine_tokens_discarded")];
    said[0] += `; davon wurden ${n.count(lostHuman)} und ${n.count(lostMachine)} weggeworfen`;
    const reviewed = metric("tokens_reviewed");
    if (reviewed > 0) said[0] += `, und ${n.count(reviewed)} hat der Lektor gelesen`;
    said.push(unlabelled ? `Von den Sätzen, die in Runde ${n.count(generation)} durchkamen, sind ${n.share(passed)} menschlich` : "Unter dem, was hier gesiebt wird, ist kein menschlicher Text; es kann also keiner durchkommen");
    const left = metric("documents");
    if (left < sentences) said.push(`Es kamen so wenige Sätze durch, dass das nächste Modell nur ${n.count(left)} liest`);
  }
  if (!Number.isNaN(auc)) {
    const first = metric("detector_auc", 2);
    const before = generation > 2 && !Number.isNaN(first) ? `, in Runde 2 in ${n.share(first)}` : "";
    said.push(`Von zwei Sätzen, je einem von Mensch und Maschine, erkennt der Detektor in ${n.share(auc)} aller Fälle den maschinellen${before}`);
    said.push(`Von den menschlichen Sätzen meldet er ${n.share(metric("detector_fpr"))}: ${n.share(metric("detector_fpr_plainest"))} des Viertels mit den schlichtesten Wörtern, ${n.share(metric("detector_fpr_rarest"))} des Viertels mit den seltensten`);
  }
  return `${said.join(". ")}.`;
}
