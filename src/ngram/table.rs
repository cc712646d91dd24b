//! The n-grams of a corpus, numbered once and for all.
//!
//! A maximum-likelihood model of order n writes no n-gram that its training text did not hold. The n-grams of every
//! later generation are therefore among those of the human corpus, and keep the numbers that they have there:
//! retraining is counting these numbers, and an n-gram that dies is a number that is no longer counted.

use crate::corpus::{Corpus, PADDING, TokenId};

/// Longest context: order 5.
const LONGEST_CONTEXT: usize = PADDING;

/// The context at the head of a document: it consists of boundaries, which sort before all words.
pub(crate) const OPENING: u32 = 0;

/// Where a document leads once it is closed: nowhere.
pub(crate) const CLOSED: u32 = u32::MAX;

/// All n-grams of a corpus for one order, those that begin at a document's head or close it included. Each context
/// has an n-gram that closes the document there, seen or not, for a document that is cut.
///
/// Sorted by context, the most recent token first in rank, then by the token that follows. So the n-grams of a
/// context are neighbours, and so are the contexts that end in the same tokens.
#[derive(Debug, Clone)]
pub struct Ngrams {
    order: usize,
    /// The n-grams of context `c` are `first[c]..first[c + 1]`.
    first: Vec<u32>,
    /// By context: how many of its most recent tokens stand within the document, and how many of them the
    /// context before it in the order shares.
    depth: Vec<u8>,
    shared: Vec<u8>,
    /// By n-gram: its last token.
    next: Vec<TokenId>,
    /// By n-gram: the context behind it, or `CLOSED`.
    after: Vec<u32>,
}

impl Ngrams {
    /// The n-grams of order `order`, and for each place of the corpus (as in `Corpus::predicted`) the number of
    /// the n-gram that ends there.
    pub(crate) fn new(corpus: &Corpus, order: usize) -> (Self, Vec<u32>) {
        let places = sorted_places(corpus, order);
        let padded = corpus.padded();
        let mut table =
            Self { order, first: vec![], depth: vec![], shared: vec![], next: vec![], after: vec![] };
        let mut contexts = vec![CLOSED; padded.len()];
        let mut ngrams = vec![0; corpus.predicted().len()];
        let mut previous = None;
        for &place in &places {
            let place = place as usize;
            let context = context_at(padded, place, order);
            let next = padded[place];
            let same_context = previous.is_some_and(|(before, _)| before == context);
            if !same_context {
                let shared = previous.map_or(0, |(before, _)| common_length(&before, &context));
                table.first.push(table.next.len() as u32);
                table.depth.push(context.iter().take_while(|&&token| token != 0).count() as u8);
                table.shared.push(shared as u8);
                table.next.push(TokenId::BOUNDARY);
            }
            if next != TokenId::BOUNDARY && previous != Some((context, next)) {
                table.next.push(next);
            }
            previous = Some((context, next));
            contexts[place] = table.first.len() as u32 - 1;
            ngrams[place - PADDING] = table.next.len() as u32 - 1;
        }
        table.first.push(table.next.len() as u32);
        table.after = vec![CLOSED; table.next.len()];
        for (place, &ngram) in (PADDING..).zip(&ngrams) {
            if padded[place] != TokenId::BOUNDARY {
                table.after[ngram as usize] = contexts[place + 1];
            }
        }
        (table, ngrams)
    }

    /// The order n.
    #[must_use]
    pub fn order(&self) -> usize {
        self.order
    }

    /// How many n-grams there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.next.len()
    }

    /// Whether there is none: the corpus had no document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.next.is_empty()
    }

    /// How many contexts there are.
    #[must_use]
    pub fn context_count(&self) -> usize {
        self.first.len() - 1
    }

    /// The n-grams of a context.
    pub(crate) fn of_context(&self, context: usize) -> std::ops::Range<usize> {
        self.first[context] as usize..self.first[context + 1] as usize
    }

    /// The context of an n-gram.
    pub(crate) fn context_of(&self, ngram: u32) -> u32 {
        self.first.partition_point(|&first| first <= ngram) as u32 - 1
    }

    /// The n-gram that closes a document in `context`: boundaries sort first.
    pub(crate) fn closing(&self, context: u32) -> u32 {
        self.first[context as usize]
    }

    /// The last token of each n-gram.
    pub(crate) fn next(&self) -> &[TokenId] {
        &self.next
    }

    /// The context behind each n-gram.
    pub(crate) fn after(&self) -> &[u32] {
        &self.after
    }

    /// For each context, how many of its most recent tokens lie within the document.
    pub(crate) fn depth(&self) -> &[u8] {
        &self.depth
    }

    /// For each context, how many of its most recent tokens the context before it shares.
    pub(crate) fn shared(&self) -> &[u8] {
        &self.shared
    }
}

/// The n − 1 tokens before `place`, most recent first, with zeros from the document's head on.
fn context_at(padded: &[TokenId], place: usize, order: usize) -> [u32; LONGEST_CONTEXT] {
    let mut context = [0; LONGEST_CONTEXT];
    let preceding = padded[..place].iter().rev().take(order - 1);
    for (slot, token) in context.iter_mut().zip(preceding.take_while(|&&token| token != TokenId::BOUNDARY)) {
        *slot = token.0;
    }
    context
}

fn common_length(a: &[u32; LONGEST_CONTEXT], b: &[u32; LONGEST_CONTEXT]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The places of a corpus sorted by context, then by the token that stands there: one counting sort for each
/// token, the least important first.
fn sorted_places(corpus: &Corpus, order: usize) -> Vec<u32> {
    let padded = corpus.padded();
    let types = padded.iter().map(|token| token.index() + 1).max().unwrap_or(1);
    let mut places = (PADDING as u32..(padded.len() - PADDING) as u32).collect::<Vec<_>>();
    let mut scratch = vec![0; places.len()];
    let mut starts = vec![0_u32; types];
    for distance in std::iter::once(0).chain((1..order).rev()) {
        let key = |place: u32| match distance {
            0 => padded[place as usize].index(),
            _ => context_at(padded, place as usize, distance + 1)[distance - 1] as usize,
        };
        starts.fill(0);
        for &place in &places {
            starts[key(place)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        for &place in &places {
            let slot = &mut starts[key(place)];
            scratch[*slot as usize] = place;
            *slot += 1;
        }
        std::mem::swap(&mut places, &mut scratch);
    }
    places
}
