//! Document by document: which ones a teacher lets pass, by a model written down once more.

use std::cell::RefCell;
use std::collections::HashMap;

use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::Tokenizer;

use crate::common::{cut_moby_dick, moby_dick, padded_ngrams, plainest};
use crate::{Unigrams, protocol};

/// A model of any order after Witten and Bell, by maps of contexts: tokens, types, and the counts of what follows.
struct Teacher {
    contexts: HashMap<Vec<u32>, HashMap<u32, f64>>,
    types: f64,
    order: usize,
    /// log₂ of the probabilities that were asked for.
    known: RefCell<HashMap<Vec<u32>, f64>>,
}

impl Teacher {
    fn new(human: &HumanCorpus, sample: &[usize], order: usize) -> Self {
        let read = Corpus::from_documents(sample.iter().map(|&document| human.train().document(document)));
        let mut contexts = HashMap::<_, HashMap<_, _>>::new();
        for n in 1..=order {
            for (ngram, count) in padded_ngrams(&read, n) {
                contexts.entry(ngram[..n - 1].to_vec()).or_default().insert(ngram[n - 1], f64::from(count));
            }
        }
        let types = human.counts().iter().filter(|&&count| count > 0).count() as f64;
        Self { contexts, types, order, known: RefCell::default() }
    }

    fn probability(&self, context: &[u32], token: u32) -> f64 {
        let shorter = match context {
            [] => 1.0 / self.types,
            [_, shorter @ ..] => self.probability(shorter, token),
        };
        let Some(follow) = self.contexts.get(context) else { return shorter };
        let (tokens, types) = (follow.values().sum::<f64>(), follow.len() as f64);
        (follow.get(&token).unwrap_or(&0.0) + types * shorter) / (tokens + types)
    }

    fn mark(&self, document: &[TokenId]) -> f64 {
        let begin = std::iter::repeat_n(0, self.order - 1);
        let padded = begin.chain(document.iter().map(|token| token.0)).chain([0]).collect::<Vec<_>>();
        let mut known = self.known.borrow_mut();
        let logs = padded.windows(self.order).map(|ngram| {
            if let Some(log) = known.get(ngram) {
                return *log;
            }
            let log = libm::log2(self.probability(&ngram[..self.order - 1], ngram[self.order - 1]));
            known.insert(ngram.to_vec(), log);
            log
        });
        logs.sum::<f64>() / (document.len() + 1) as f64
    }

    fn sorted<'d>(&self, documents: impl Iterator<Item = &'d [TokenId]>) -> Vec<f64> {
        let mut marks = documents.map(|document| self.mark(document)).collect::<Vec<_>>();
        marks.sort_by(f64::total_cmp);
        marks
    }
}

/// The documents that pass are learnt from, in the order in which they were written, and no others; the last one written is
/// the last one needed, unless fewer had to be written than the newest model writes at first.
fn assert_kept(recursion: &Recursion, before: usize, teacher: &Teacher, passing: (f64, f64)) -> usize {
    // Sums in another order differ in their last bits.
    let passes = |document: &&[TokenId]| {
        let mark = teacher.mark(document);
        passing.0 - 1e-9 <= mark && mark <= passing.1 + 1e-9
    };
    let (written, learnt) = (recursion.written(), recursion.corpus());
    let wanted = recursion.human().train().document_count();
    let kept = written.documents().filter(passes).take(wanted).collect::<Vec<_>>();
    assert!(kept.iter().copied().eq(learnt.documents()));
    assert_eq!(kept.len(), wanted);
    // Who has read all that was needed stops reading.
    let mut missing = wanted;
    let read = written.documents().take_while(|document| {
        let reads = missing > 0;
        missing -= usize::from(reads && passes(document));
        reads
    });
    let read = read.collect::<Vec<_>>();
    assert_eq!(written.document_count(), read.len().max(wanted));
    let discarded = before + read.iter().map(|document| document.len()).sum::<usize>() - learnt.token_count();
    assert_eq!(recursion.ledger().machine_tokens_discarded, discarded);
    discarded
}

/// Teachers whose samples leave no choice: all sentences, or all of the plainest. Words and characters, students of an
/// order of their own, three generations.
#[test]
fn what_passes_is_what_the_model_says() {
    let texts = [moby_dick(), cut_moby_dick(Tokenizer::Char, Some(80))];
    for (human, order, teacher, size, keep) in [
        (&texts[0], 3, 1, 203, "keep:0.5,bias:0.7"),
        (&texts[0], 2, 2, 675, "keep:0.25"),
        (&texts[0], 3, 3, 203, "band:0.3,bias:0.7"),
        (&texts[0], 1, 1, 675, "band:0.8"),
        (&texts[1], 4, 2, 80, "band:0.55"),
        (&texts[1], 4, 3, 17, "keep:0.37,bias:0.79"),
        (&texts[1], 3, 1, 40, "band:0.999,bias:0.5"),
    ] {
        let all = human.train().document_count();
        let sample = if size == all { (0..all).collect() } else { plainest(human, size) };
        let model = Teacher::new(human, &sample, teacher);
        if teacher == 1 {
            let (unigrams, document) = (Unigrams::of(human, &sample), human.train().document(3));
            assert!((unigrams.mark(document) - model.mark(document)).abs() < 1e-9);
        }
        let curation = format!("teacher=order:{teacher},documents:{size},{keep}");
        let protocol = Protocol { generations: 3, ..protocol(order, 1.0, &curation) };
        let mut recursion = Recursion::new(human.clone(), protocol).unwrap();
        assert!(recursion.advance());
        let tokens = sample.iter().map(|&document| human.train().document(document).len()).sum::<usize>();
        assert_eq!(
            recursion.ledger().human_tokens_bought,
            human.train().token_count() + tokens,
            "{curation}"
        );
        let share = keep[5..].split(',').next().unwrap().parse::<f64>().unwrap();
        let unread = (0..all).filter(|document| size == all || !sample.contains(document));
        let unread = model.sorted(unread.map(|document| human.train().document(document)));
        let outside = libm::floor((1.0 - share) / 2.0 * unread.len() as f64) as usize;
        let band = (unread[outside], unread[unread.len() - 1 - outside]);
        let mut discarded = 0;
        for _ in 0..3 {
            assert!(recursion.advance());
            let passing = if keep.starts_with("band") {
                band
            } else {
                // The best share of what was written before anything was judged.
                let marks = model.sorted(recursion.written().documents().take(all));
                (marks[all - libm::ceil(share * all as f64) as usize], f64::INFINITY)
            };
            discarded = assert_kept(&recursion, discarded, &model, passing);
        }
    }
}
