// Die Spalten der Tabellen: der Name jeder Messgröße und wie sie hier heißt.

import { labels } from "./labels.js";

/** The columns of the table: the metric's name, and what it is called here. */
export const columns = [
  ["types", "Lebende Wörter"],
  ["predicted", labels.predicted],
  ["predicted_low", "95 % von"],
  ["predicted_high", "bis"],
  ["baseline_types", "Stichprobe aus menschlichem Text"],
  ["hapax", "Einmal verwendet"],
  ["tokens", "Tokens"],
  ["entropy_bits", "Entropie, Bit"],
  ["hill1", "Hill-Zahl 1"],
  ["hill2", "Hill-Zahl 2"],
  ["distinct2", "Distinct-2"],
  ["survivors2", "Überlebende Paare"],
  ["survivors3", "Überlebende Tripel"],
];

/** The columns of the other table. */
export const costColumns = [
  ["human_tokens_bought", "Gekaufte menschliche Tokens"],
  ["human_tokens_discarded", "davon weggeworfen"],
  ["human_tokens_read", "Gelesene menschliche Tokens"],
  ["machine_tokens_written", "Geschriebene maschinelle Tokens"],
  ["machine_tokens_discarded", "davon weggeworfen"],
  ["tokens_reviewed", "Lektorierte Tokens"],
  ["curated_human_share", "Menschlicher Anteil des Durchgelassenen"],
  ["detector_tpr", "Gemeldeter Maschinentext"],
  ["detector_fpr", "Gemeldeter menschlicher Text"],
  ["detector_fpr_plainest", "vom schlichtesten Viertel"],
  ["detector_fpr_rarest", "vom seltensten Viertel"],
  ["detector_auc", "AUC des Detektors"],
];
