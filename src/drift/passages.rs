//! What of a human text can only be copied whole, and how much the lengths of documents vary.

use crate::corpus::{Corpus, TokenId};
use crate::human::HumanCorpus;
use crate::ngram::{CLOSED, Draw as _, NgramModel};
use crate::order::descending;
use crate::rng::{Purpose, Streams};
use crate::sampler;

/// Types that occur equally often, in equally many documents.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class {
    pub(super) types: f64,
    /// Occurrences of each.
    pub(super) count: f64,
    /// Documents that hold it.
    pub(super) documents: f64,
}

/// The human text as chance sees it.
#[derive(Debug, Clone)]
pub(super) struct Passages {
    pub(super) classes: Vec<Class>,
    /// Tokens, boundaries not counted.
    pub(super) tokens: f64,
    /// The variance of the number of tokens in a whole generation of D documents, less what it would be if blocks were
    /// copied independently of each other, a Poisson number of times each.
    pub(super) excess: f64,
    /// Words that live and die together: behind the first token, every context occurs once, so a writer who enters
    /// the passage has no choice before its end.
    pub(super) blocks: Groups,
    /// Words that arrive together: the different types of a document.
    pub(super) documents: Groups,
    /// Σ length², in tokens, of blocks and of documents.
    pub(super) squared_blocks: f64,
    pub(super) squared_documents: f64,
}

impl Passages {
    pub(super) fn new(human: &HumanCorpus, order: usize) -> Self {
        let (model, places) = NgramModel::with_places(human.train(), order);
        let train = human.train();
        let (classes, class) = classes(human);

        let after = model.ngrams().after();
        let is_choice = |context: u32| context == CLOSED || model.occurrences(context).len() > 1;
        let mut blocks = Groups::default();
        let (mut squared_blocks, mut words) = (0.0, 0.0);
        for (&token, &ngram) in train.predicted().iter().zip(&places) {
            if token != TokenId::BOUNDARY {
                words += 1.0;
                blocks.push(class[token.index()]);
            }
            if is_choice(after[ngram as usize]) {
                squared_blocks += words * words;
                words = 0.0;
                blocks.close();
            }
        }

        let mut documents = Groups::default();
        let mut seen = vec![u32::MAX; class.len()];
        for (number, document) in (0..).zip(train.documents()) {
            for token in document {
                if std::mem::replace(&mut seen[token.index()], number) != number {
                    documents.push(class[token.index()]);
                }
            }
            documents.close();
        }
        Self {
            classes,
            tokens: train.token_count() as f64,
            excess: length_variance(train, &model) - squared_blocks,
            blocks,
            documents,
            squared_blocks,
            squared_documents: train.documents().map(|d| (d.len() * d.len()) as f64).sum(),
        }
    }
}

/// The classes, and the class of each type by [`TokenId`].
fn classes(human: &HumanCorpus) -> (Vec<Class>, Vec<u32>) {
    let counts = human.counts();
    let mut documents = vec![0_u32; counts.len()];
    let mut seen = vec![u32::MAX; counts.len()];
    for (number, document) in (0..).zip(human.train().documents()) {
        for token in document {
            let fresh = std::mem::replace(&mut seen[token.index()], number) != number;
            documents[token.index()] += u32::from(fresh);
        }
    }
    let mut classes = Vec::<Class>::new();
    let mut class = vec![0; counts.len()];
    let mut start = 1;
    // Types stand in the order of their counts.
    for equals in counts[1..].chunk_by(|a, b| a == b).take_while(|equals| equals[0] > 0) {
        let end = start + equals.len();
        let mut previous = 0;
        for place in descending(documents[start..end].iter().copied()) {
            let holding = documents[start + place];
            if holding != previous {
                let (count, documents) = (f64::from(equals[0]), f64::from(holding));
                classes.push(Class { types: 0.0, count, documents });
                previous = holding;
            }
            let last = classes.len() - 1;
            classes[last].types += 1.0;
            class[start + place] = last as u32;
        }
        start = end;
    }
    (classes, class)
}

/// Groups of two words or more, each word by its class.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    classes: Vec<u32>,
    /// Where each group ends.
    ends: Vec<u32>,
}

impl Groups {
    fn push(&mut self, class: u32) {
        self.classes.push(class);
    }

    /// Ends a group; one of a single word is none.
    fn close(&mut self) {
        let start = self.ends.last().map_or(0, |&end| end as usize);
        if self.classes.len() - start > 1 {
            self.ends.push(self.classes.len() as u32);
        } else {
            self.classes.truncate(start);
        }
    }

    /// Σ over groups of (Σ x)² − Σ x², with one x for each class: the sum of x y over ordered pairs in one group.
    pub(super) fn pairs(&self, x: &[f64]) -> f64 {
        let (mut total, mut start) = (0.0, 0);
        for &end in &self.ends {
            let (mut sum, mut squares) = (0.0, 0.0);
            for &class in &self.classes[start..end as usize] {
                let x = x[class as usize];
                sum += x;
                squares += x * x;
            }
            total += sum * sum - squares;
            start = end as usize;
        }
        total
    }
}

/// Tokens and documents written to learn how much lengths vary: enough to know the width of the band to 2 %.
const PILOT: (usize, std::ops::RangeInclusive<usize>) = (120_000, 8..=8192);

/// The variance of the number of tokens in as many documents as the human corpus has, written by `model`.
///
/// At order 1 a document ends behind every token with the same chance, so lengths are geometric. Beyond, the
/// model writes a pilot to find out.
fn length_variance(human: &Corpus, model: &NgramModel) -> f64 {
    let documents = human.document_count() as f64;
    // A closing boundary counts, which changes no variance.
    let mean = human.predicted().len() as f64 / documents;
    if model.order() == 1 {
        return documents * mean * (mean - 1.0);
    }
    let (tokens, allowed) = PILOT;
    let written = ((tokens as f64 / mean) as usize).clamp(*allowed.start(), *allowed.end());
    let streams = Streams::new(0, 0, Purpose::Pilot);
    let longest = human.documents().map(<[_]>::len).max().unwrap_or(1);
    let lengths = sampler::lengths(model, written, streams, sampler::plain_limit(longest));
    let squares = lengths.iter().map(|&length| (f64::from(length) - mean).powi(2)).sum::<f64>();
    documents * squares / written as f64
}
