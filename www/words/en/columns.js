// The columns of the instrument’s tables: each metric’s name, and what it is called.

import { labels } from "./labels.js";

/** The columns of the table: the metric's name, and what it is called here. */
export const columns = [
  ["types", "Words alive"],
  ["predicted", labels.predicted],
  ["predicted_low", "95% from"],
  ["predicted_high", "to"],
  ["baseline_types", "Sample of human text"],
  ["hapax", "Used once"],
  ["tokens", "Tokens"],
  ["entropy_bits", "Entropy, bits"],
  ["hill1", "Hill number 1"],
  ["hill2", "Hill number 2"],
  ["distinct2", "Distinct-2"],
  ["survivors2", "Pairs surviving"],
  ["survivors3", "Triples surviving"],
];

/** The columns of the other table. */
export const costColumns = [
  ["human_tokens_bought", "Human tokens bought"],
  ["human_tokens_discarded", "of them thrown away"],
  ["human_tokens_read", "Human tokens read"],
  ["machine_tokens_written", "Machine tokens written"],
  ["machine_tokens_discarded", "of them thrown away"],
  ["tokens_reviewed", "Tokens reviewed"],
  ["curated_human_share", "Human share of what passed"],
  ["detector_tpr", "Machine text flagged"],
  ["detector_fpr", "Human text flagged"],
  ["detector_fpr_plainest", "of the plainest quarter"],
  ["detector_fpr_rarest", "of the rarest quarter"],
  ["detector_auc", "Detector’s AUC"],
];
