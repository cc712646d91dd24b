//! The heavier metrics: each is computed when it is asked for by name, and not before.

use std::cell::OnceCell;

use crate::corpus::TokenId;
use crate::curation::Detection;
use crate::decoding::DecodedModel;
use crate::human::HumanCorpus;
use crate::metrics::{
    Copying, Divergence, HeldOut, HeldOutScore, Reachable, Repetition, hdd, loop_period, lz76, mattr, mtld,
    self_bleu, terminal_loop, top10_share, zipf_exponent,
};
use crate::ngram::NgramModel;
use crate::recursion::Recursion;

/// A metric of one generation, by name.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// As in the JSON that `examples/collapse.rs` prints.
    pub name: &'static str,
    /// NaN where it is not defined.
    compute: fn(&Probe<'_>) -> f64,
}

const fn measure(name: &'static str, compute: fn(&Probe<'_>) -> f64) -> Measure {
    Measure { name, compute }
}

/// All of them. Those up to `effective_human_tokens` are about the text that the next model learns from
/// ([`Recursion::corpus`]), the others about what the newest model wrote ([`Recursion::written`]).
pub const MEASURES: [Measure; 45] = [
    measure("kl", |p| p.divergence().kl),
    measure("js", |p| p.divergence().js),
    measure("tv", |p| p.divergence().tv),
    measure("w1", |p| p.divergence().w1),
    measure("squared_error", |p| p.divergence().squared_error),
    measure("tail_lost", |p| p.divergence().tail_lost),
    measure("heldout_bits", |p| p.held_out().bits),
    measure("heldout_perplexity", |p| p.held_out().perplexity),
    measure("oov", |p| p.held_out().oov),
    measure("recall", |p| p.human.reachable.recall(p.recursion.model().counts())),
    measure("zipf_exponent", |p| zipf_exponent(&p.recursion.counts()[1..])),
    measure("top10_share", |p| top10_share(&p.recursion.counts()[1..])),
    measure("loop_period", |p| loop_period(&p.decoded()).map_or(f64::NAN, |period| period as f64)),
    measure("genealogy", |p| p.recursion.genealogy().unwrap_or(f64::NAN)),
    measure("effective_human_tokens", |p| {
        p.recursion.effective_human_tokens().map_or(f64::NAN, |tokens| tokens as f64)
    }),
    measure("copy_rate", |p| p.copying().copy_rate),
    measure("longest_copy", |p| p.copying().longest_copy as f64),
    measure("kept", |p| p.copying().kept),
    measure("distorted", |p| p.copying().distorted),
    measure("invented", |p| p.copying().invented),
    measure("precision", |p| p.copying().precision),
    measure("rep2", |p| p.repetition().rep[0]),
    measure("rep3", |p| p.repetition().rep[1]),
    measure("rep4", |p| p.repetition().rep[2]),
    measure("rep_diversity", |p| p.repetition().diversity),
    measure("self_bleu", |p| self_bleu(p.recursion.written())),
    measure("hdd", |p| hdd(p.tokens())),
    measure("mattr", |p| mattr(p.tokens())),
    measure("mtld", |p| mtld(p.tokens())),
    measure("lz76", |p| lz76(p.tokens()) as f64),
    measure("written_documents", |p| p.recursion.written().document_count() as f64),
    measure("written_tokens", |p| p.recursion.written().token_count() as f64),
    measure("written_types", |p| p.written_types() as f64),
    measure("human_tokens_read", |p| p.recursion.ledger().human_tokens_read as f64),
    measure("human_tokens_bought", |p| p.recursion.ledger().human_tokens_bought as f64),
    measure("human_tokens_discarded", |p| p.recursion.ledger().human_tokens_discarded as f64),
    measure("tokens_reviewed", |p| p.recursion.ledger().tokens_reviewed as f64),
    measure("machine_tokens_written", |p| p.recursion.ledger().machine_tokens_written as f64),
    measure("machine_tokens_discarded", |p| p.recursion.ledger().machine_tokens_discarded as f64),
    measure("curated_human_share", |p| p.recursion.curated_human_share()),
    measure("detector_auc", |p| p.detection(|detection| detection.roc().auc)),
    measure("detector_tpr", |p| p.detection(|detection| detection.true_positive_rate)),
    measure("detector_fpr", |p| p.detection(|detection| detection.false_positive_rate)),
    measure("detector_fpr_plainest", |p| p.detection(|detection| detection.false_positives_by_rarity[0])),
    measure("detector_fpr_rarest", |p| p.detection(|detection| detection.false_positives_by_rarity[3])),
];

impl Measure {
    /// The metric of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        MEASURES.into_iter().find(|measure| measure.name == name)
    }

    /// Whether it is known only to a run that follows ancestry ([`Recursion::with_ancestry`]).
    #[must_use]
    pub fn needs_ancestry(&self) -> bool {
        matches!(self.name, "genealogy" | "effective_human_tokens")
    }
}

/// What these metrics need to know about the human corpus: prepared once for all generations and runs of one order.
#[derive(Debug, Clone)]
pub struct HumanReference {
    held_out: HeldOut,
    reachable: Reachable,
    /// Share of each type, from id 1 on.
    shares: Vec<f64>,
}

impl HumanReference {
    /// Prepares `human` for models of order `order`.
    ///
    /// # Panics
    /// If `order` is not within [`ORDERS`](crate::ngram::ORDERS).
    #[must_use]
    pub fn new(human: &HumanCorpus, order: usize) -> Self {
        let (model, places) = NgramModel::with_places(human.train(), order);
        let tokens = human.train().token_count() as f64;
        Self {
            held_out: HeldOut::new(human, &model, &places),
            reachable: Reachable::new(human.train(), &places, order),
            shares: human.counts()[1..].iter().map(|&count| f64::from(count) / tokens).collect(),
        }
    }

    /// See [`HeldOut::unigram_bits`].
    #[must_use]
    pub fn unigram_bits(&self) -> f64 {
        self.held_out.unigram_bits()
    }

    /// See [`HeldOut::scored`].
    pub(crate) fn scored(&self) -> Vec<bool> {
        self.held_out.scored()
    }

    /// See [`HeldOut::score_only`].
    pub(crate) fn score_only(&mut self, these: &[bool]) {
        self.held_out.score_only(these);
    }
}

/// One generation under the glass. What several metrics share is computed once.
#[derive(Debug)]
pub struct Probe<'a> {
    recursion: &'a Recursion,
    human: &'a HumanReference,
    divergence: OnceCell<Divergence>,
    held_out: OnceCell<HeldOutScore>,
    copying: OnceCell<Copying>,
    repetition: OnceCell<Repetition>,
    tokens: OnceCell<Vec<TokenId>>,
}

impl<'a> Probe<'a> {
    /// Looks at the generation that `recursion` came to last; `human` must be of its human corpus and order.
    #[must_use]
    pub fn new(recursion: &'a Recursion, human: &'a HumanReference) -> Self {
        Self {
            recursion,
            human,
            divergence: OnceCell::new(),
            held_out: OnceCell::new(),
            copying: OnceCell::new(),
            repetition: OnceCell::new(),
            tokens: OnceCell::new(),
        }
    }

    /// One metric; NaN where it is not defined.
    #[must_use]
    pub fn measure(&self, measure: &Measure) -> f64 {
        (measure.compute)(self)
    }

    fn divergence(&self) -> &Divergence {
        self.divergence.get_or_init(|| Divergence::between(&self.recursion.shares(), &self.human.shares))
    }

    fn held_out(&self) -> &HeldOutScore {
        self.held_out.get_or_init(|| {
            let weight = |ngram| self.recursion.ngram_weight(ngram);
            self.human.held_out.score(weight, self.recursion.counts())
        })
    }

    fn copying(&self) -> &Copying {
        self.copying.get_or_init(|| {
            let (human, written) = (self.recursion.human().train(), self.recursion.written());
            Copying::of(human, written, self.recursion.protocol().order)
        })
    }

    fn repetition(&self) -> &Repetition {
        self.repetition.get_or_init(|| Repetition::of(self.recursion.written()))
    }

    /// What was written as one stream, without document ends.
    fn tokens(&self) -> &[TokenId] {
        self.tokens.get_or_init(|| self.recursion.written().documents().flatten().copied().collect())
    }

    fn written_types(&self) -> usize {
        let counts = self.recursion.written().counts(self.recursion.counts().len());
        counts[1..].iter().filter(|&&count| count > 0).count()
    }

    fn detection(&self, of: impl Fn(&Detection) -> f64) -> f64 {
        self.recursion.detection().map_or(f64::NAN, of)
    }

    /// The next model as it will write.
    /// The loop that a writer cannot leave, token by token; see [`terminal_loop`].
    #[must_use]
    pub fn terminal_loop(&self) -> Option<Vec<TokenId>> {
        terminal_loop(&self.decoded())
    }

    fn decoded(&self) -> DecodedModel {
        let (model, decoding) = (self.recursion.model(), &self.recursion.protocol().decoding);
        DecodedModel::weighted(model.shared_ngrams(), |ngram| self.recursion.ngram_weight(ngram), decoding)
    }
}
