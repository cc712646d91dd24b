// A curation as it is written, "detector=…+teacher=…+review=…", taken apart for its controls. Which values are allowed, the
// core says.

/** @typedef {"detector" | "teacher" | "review"} Remedy */
/** @typedef {Partial<Record<Remedy, string>>} Parts  as they are written */
/** @typedef {{ kind: string, taste?: string, [number: string]: number | string | undefined }} Settings */

/** @type {readonly Remedy[]} In the order in which they act. */
export const REMEDIES = ["detector", "teacher", "review"];

/** The kinds of each remedy, in the order in which they are offered, each as it is when it is chosen first. */
export const KINDS = Object.freeze({
  detector: ["detector=0.8,0.05", "detector=trained@0.05", "resample=trained"],
  teacher: ["teacher=order:1,documents:200,keep:0.5", "teacher=order:2,documents:200,band:0.9"],
  review: ["review=200,accept", "review=200,better", "review=200,best-of:5"],
});

/** What a reviewer may like. */
export const TASTES = ["plain", "rare", "short", "long"];

/**
 * @param {string} curation
 * @returns {Parts}
 */
export function split(curation) {
  /** @type {Parts} */
  const parts = {};
  for (const part of curation.split("+")) {
    const [name = ""] = part.split("=");
    const remedy = name === "resample" ? "detector" : REMEDIES.find((remedy) => remedy === name);
    if (remedy) parts[remedy] = part;
  }
  return parts;
}

/** @param {Parts} parts */
export const join = (parts) => REMEDIES.flatMap((remedy) => parts[remedy] ?? []).join("+") || "none";

/**
 * What a part says, with what the core assumes where it says nothing. A kind that is not offered is "".
 * @param {string | undefined} part
 * @returns {Settings}
 */
export function read(part) {
  const [name, values = ""] = (part ?? "").split("=");
  const list = values.split(",");
  const [first, second, third, fourth] = list;
  if (name === "detector" && first?.startsWith("trained")) return { kind: "trained", fpr: Number(values.split("@")[1] ?? 0.05) };
  if (name === "detector") return { kind: "ideal", tpr: Number(first), fpr: Number(second) };
  if (name === "resample") return { kind: first?.startsWith("trained") ? "resample" : "" };
  if (name === "teacher") {
    const { order = 1, documents = 200, bias = 0, keep = 0.5, band } = Object.fromEntries(list.map((pair) => pair.split(":")));
    return { kind: band ? "band" : "keep", share: Number(band ?? keep), order: Number(order), documents: Number(documents), bias: Number(bias) };
  }
  if (name === "review") {
    const budget = Number(first);
    if (second === "accept") return { kind: "accept", budget, right: Number(third ?? 1), wrong: Number(fourth ?? 0) };
    if (second === "better") return { kind: "better", budget, taste: third ?? "plain" };
    return { kind: "best", budget, candidates: Number(second?.split(":")[1]), taste: third ?? "plain" };
  }
  return { kind: "off" };
}

/**
 * What {@link read} reads; nothing for "off".
 * @param {Settings} settings
 */
export function write({ kind, tpr, fpr, share, order, documents, bias, budget, right, wrong, candidates, taste }) {
  switch (kind) {
    case "ideal": return `detector=${tpr},${fpr}`;
    case "trained": return `detector=trained@${fpr}`;
    case "resample": return "resample=trained";
    case "keep":
    case "band": return `teacher=order:${order},documents:${documents},${kind}:${share}${bias ? `,bias:${bias}` : ""}`;
    case "accept": return `review=${budget},accept${right === 1 && wrong === 0 ? "" : `,${right},${wrong}`}`;
    case "better": return `review=${budget},better${liked(taste)}`;
    case "best": return `review=${budget},best-of:${candidates}${liked(taste)}`;
    default: return undefined;
  }
}

/** @param {string} [taste] */
const liked = (taste) => (taste === "plain" ? "" : `,${taste}`);
