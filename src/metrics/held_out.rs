//! How well a model foresees human text that no generation has learnt from.

use crate::corpus::{Corpus, TokenId};
use crate::human::HumanCorpus;
use crate::ngram::{Endings, NgramModel};

/// The weight ε of the human unigram model in the mixture that is scored: maximum likelihood alone gives a text with one
/// unforeseen word the probability 0.
pub const EPSILON: f64 = 0.1;

/// The held-out text of a human corpus, ready to be foreseen by models of one order.
#[derive(Debug, Clone)]
pub struct HeldOut {
    /// One for each order from that of the models down to 1.
    levels: Vec<Level>,
    /// For each held-out token and document end, its share among those of the training part.
    unigram: Vec<f64>,
    /// Types of the held-out tokens, document ends left out.
    tokens: Vec<TokenId>,
}

/// Human n-grams, training part and held-out part numbered together, for one order k.
#[derive(Debug, Clone)]
struct Level {
    endings: Endings,
    /// The k-gram at each held-out place.
    held_out: Vec<u32>,
}

/// The score of one model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeldOutScore {
    /// Cross-entropy in bits per token: the mean of −log₂ q, q = (1 − ε) p + ε u, over the held-out tokens and document ends.
    /// p is the maximum-likelihood probability behind the longest part of the context, up to n − 1 tokens, that the text
    /// learnt from holds; u is the share in the human training part. Tokens that humans did not use there are left
    /// out. NaN if nothing is held out.
    pub bits: f64,
    /// 2^bits.
    pub perplexity: f64,
    /// Out-of-vocabulary rate: the share of held-out tokens whose type does not occur in the text learnt from. NaN if
    /// nothing is held out.
    pub oov: f64,
}

impl Level {
    fn new(human: &HumanCorpus, model: &NgramModel, places: &[u32], order: usize) -> Self {
        let both = human.train().documents().chain(human.held_out().documents());
        let (endings, held_out) = Endings::new(&Corpus::from_documents(both), model, places, order);
        Self { endings, held_out }
    }

    /// The probability of each held-out token and document end, or NaN where the context is not known.
    fn probabilities(&self, weight: impl Fn(usize) -> f64) -> impl Iterator<Item = f64> {
        let ngrams = &self.endings.ngrams;
        let weights = self.endings.sums(weight);
        let total = |context| weights[ngrams.of_context(context)].iter().sum::<f64>();
        let totals = (0..ngrams.context_count()).map(total).collect::<Vec<_>>();
        self.held_out
            .iter()
            .map(move |&ngram| weights[ngram as usize] / totals[ngrams.context_of(ngram) as usize])
    }
}

impl HeldOut {
    /// Prepares the held-out part of `human` for models that began as `model`, whose n-grams stand at `places` of the training
    /// part.
    #[must_use]
    pub fn new(human: &HumanCorpus, model: &NgramModel, places: &[u32]) -> Self {
        let held_out = human.held_out().predicted();
        let everything = human.train().predicted().len() as f64;
        let share = |token: &TokenId| f64::from(human.counts()[token.index()]) / everything;
        Self {
            levels: (1..=model.order()).rev().map(|k| Level::new(human, model, places, k)).collect(),
            unigram: held_out.iter().map(share).collect(),
            tokens: held_out.iter().copied().filter(|&token| token != TokenId::BOUNDARY).collect(),
        }
    }

    /// The bits per token of who knows no more than how frequent each human word is; NaN if nothing is held out. A model
    /// that foresees no token at all needs −log₂ ε more ([`EPSILON`]).
    #[must_use]
    pub fn unigram_bits(&self) -> f64 {
        let known = self.unigram.iter().filter(|&&share| share > 0.0);
        let bits = known.clone().map(|&share| -libm::log2(share)).sum::<f64>();
        bits / known.count() as f64
    }

    /// For each held-out token and document end, whether it is scored: whether the training part knows its type.
    pub(crate) fn scored(&self) -> Vec<bool> {
        self.unigram.iter().map(|&share| share > 0.0).collect()
    }

    /// Scores no more than these, so that models of more and of less human text can be asked the same.
    pub(crate) fn score_only(&mut self, these: &[bool]) {
        for (share, _) in self.unigram.iter_mut().zip(these).filter(|(_, scored)| !**scored) {
            *share = 0.0;
        }
    }

    /// Scores the model in which n-gram g has the weight `weight(g)`, trained on a text whose types occur `counts` times.
    pub fn score(&self, weight: impl Fn(usize) -> f64, counts: &[u32]) -> HeldOutScore {
        let mut foreseen = vec![f64::NAN; self.unigram.len()];
        for level in &self.levels {
            for (known, p) in foreseen.iter_mut().zip(level.probabilities(&weight)) {
                *known = if known.is_nan() { p } else { *known };
            }
        }
        let (mut sum, mut predictions) = (0.0, 0.0);
        for (p, &u) in foreseen.into_iter().zip(&self.unigram).filter(|&(_, &u)| u > 0.0) {
            sum -= libm::log2((1.0 - EPSILON) * p + EPSILON * u);
            predictions += 1.0;
        }
        let unknown = self.tokens.iter().filter(|token| counts[token.index()] == 0).count();
        let bits = sum / predictions;
        let oov = unknown as f64 / self.tokens.len() as f64;
        HeldOutScore { bits, perplexity: libm::exp2(bits), oov }
    }
}
