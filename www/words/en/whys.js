// What every control and every metric of the instrument means, in a sentence or two.

/** @type {Record<string, string>} */
export const controls = {
  corpus: "The human text that the first model learns from.",
  generations: "How many times a model learns from the last one’s text and writes a text of its own.",
  temperature: "At 1 a model draws words as often as it has counted them. Below 1 it favours what is probable already, and at 0 it always takes the most probable word; above 1 it favours the rare.",
  topK: "Only the k likeliest words may come next; all others are struck from the list before the dice are thrown.",
  topP: "Only the likeliest words that together make up this share may come next.",
  order: "How many words the model looks at together: at 3, each word depends on the two before it. A longer memory copies longer passages; it does not keep more words alive.",
  documents: "How many sentences of the text the first model learns from; every later one learns from as many. Unless you choose, that is nine tenths: the rest is held back to test with.",
  seed: "This number decides every random draw. The same number always gives the same words, on every machine.",
};

/** @type {Record<string, string>} */
export const figures = {
  specimen: "The first sentences that the model of this generation wrote. The page is worn like one that was copied once too often: the more words are lost, the more.",
  survival: "A word is alive while the newest text uses it at least once. The dashed line was computed before the run, and about 19 of 20 runs stay within the grey band around it. The blue line is as many sentences drawn at random from the human text itself.",
  rank: "All words of the human text and of this one, each by its own rank, the most frequent first; both scales grow by factors of ten. Where the line of this generation breaks off, the words end.",
};

/** @type {Record<string, string>} */
export const metrics = {
  types: "different words, commas and full stops included, in what the next model reads",
  predicted: "what chance alone should leave on average; 95 of 100 runs stay between the next two numbers",
  baseline_types: "different words in as many sentences drawn at random from the human text",
  hapax: "words that stand there only once: the first that a copy can miss",
  tokens: "all words, each as often as it stands there",
  entropy_bits: "yes-or-no questions needed to guess one word of the text without seeing the others",
  hill1: "so many words, all equally frequent, would be as hard to guess",
  hill2: "so many words, all equally frequent, would be as often the same when two are drawn; it counts the frequent ones",
  distinct2: "different pairs of neighbouring words, as a share of all pairs",
  survivors2: "share of the human pairs of neighbouring words that still occur",
  survivors3: "the same for three words in a row",
  human_tokens_bought: "human words taken so far, the first text included",
  human_tokens_discarded: "of these, taken for a machine’s or disliked, and thrown away",
  human_tokens_read: "human words that models have learnt from so far",
  machine_tokens_written: "words that models have written so far",
  machine_tokens_discarded: "of these, thrown away",
  tokens_reviewed: "words that a human reviewer has read so far",
  curated_human_share: "share of human sentences among those that passed in this round",
  detector_tpr: "share of the machine sentences that the detector flags",
  detector_fpr: "share of the human sentences that it flags wrongly",
  detector_fpr_plainest: "the same for the quarter of the human sentences with the most frequent words",
  detector_fpr_rarest: "the same for the quarter with the rarest words",
  detector_auc: "shown one sentence of each kind, how often it knows the machine’s: 0.5 is guessing, 1 is always",
};
