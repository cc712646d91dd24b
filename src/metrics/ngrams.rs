//! Different n-grams of a corpus: how many, and how many of the human ones are among them.

use super::{LONGEST_NGRAM, LONGEST_SURVIVOR};
use crate::corpus::{Corpus, TokenId};
use crate::ngram::{Draw as _, NgramModel, Ngrams};

/// How many n-grams lie within documents, for n = 1 to 4.
#[must_use]
pub fn totals(corpus: &Corpus) -> [usize; LONGEST_NGRAM] {
    let mut totals = [0; LONGEST_NGRAM];
    for document in corpus.documents() {
        for (n, total) in (1..).zip(&mut totals) {
            *total += (document.len() + 1).saturating_sub(n);
        }
    }
    totals
}

/// Different n-grams within documents, n = 1 to 4, and how many of them humans wrote, n = 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NgramTypes {
    /// Different n-grams.
    pub distinct: [usize; LONGEST_NGRAM],
    /// Different n-grams that occur in the human corpus.
    pub surviving: [usize; LONGEST_SURVIVOR],
}

/// Counts the different n-grams of each generation of one run.
///
/// Up to the order of the model every n-gram is a human one and has a number already: counting which numbers
/// occur is enough. Longer ones are grouped by their first n − 1 tokens, one length after the other.
#[derive(Debug, Clone)]
pub struct NgramCensus {
    human: NgramTypes,
    /// The human n-grams that are one token longer than the model's order, and so on up to the longest whose
    /// survival is measured.
    longer: Vec<Continuations>,
}

impl NgramCensus {
    /// Takes the census of the human corpus, on which `model` was trained; `places` are its n-grams by place.
    #[must_use]
    pub fn new(human: &Corpus, model: &NgramModel, places: &[u32]) -> Self {
        let mut census = Self { human: NgramTypes::default(), longer: Vec::new() };
        let mut prefixes = Prefixes::new(human, model.ngrams(), places);
        for _ in model.order() + 1..=LONGEST_SURVIVOR {
            let (longer, _) = prefixes.extend(human, &Continuations::default());
            census.longer.push(longer.continuations(&prefixes, human));
            prefixes = longer;
        }
        census.human = census.count(human, model, places);
        census
    }

    /// The human corpus's own numbers.
    #[must_use]
    pub fn human(&self) -> &NgramTypes {
        &self.human
    }

    /// Counts the different n-grams of a corpus, on which `model` was trained; `places` are its n-grams by place.
    #[must_use]
    pub fn count(&self, corpus: &Corpus, model: &NgramModel, places: &[u32]) -> NgramTypes {
        let mut types = NgramTypes { distinct: attested(model), surviving: [0; LONGEST_SURVIVOR] };
        types.surviving.copy_from_slice(&types.distinct[..LONGEST_SURVIVOR]);
        let nothing = Continuations::default();
        let mut prefixes = None;
        for n in model.order() + 1..=LONGEST_NGRAM {
            let known = self.longer.get(n - model.order() - 1).unwrap_or(&nothing);
            let shorter = prefixes.take().unwrap_or_else(|| Prefixes::new(corpus, model.ngrams(), places));
            let (longer, found) = shorter.extend(corpus, known);
            types.distinct[n - 1] = found.distinct;
            if n <= LONGEST_SURVIVOR {
                types.surviving[n - 1] = found.known;
            }
            prefixes = Some(longer);
        }
        types
    }
}

/// Different n-grams within documents up to the model's order, by the numbers that occur.
fn attested(model: &NgramModel) -> [usize; LONGEST_NGRAM] {
    let ngrams = model.ngrams();
    let order = model.order();
    let mut distinct = [0; LONGEST_NGRAM];
    // A shorter n-gram is what several contexts have in common, and these are neighbours.
    let mut shared = 0;
    for (context, visits) in model.context_counts().enumerate() {
        shared = shared.min(usize::from(ngrams.shared()[context]));
        if visits == 0 {
            continue;
        }
        let depth = usize::from(ngrams.depth()[context]);
        for n in shared + 1..=depth.min(LONGEST_NGRAM) {
            distinct[n - 1] += 1;
        }
        shared = usize::from(u8::MAX);
        if depth == order - 1 && order <= LONGEST_NGRAM {
            // The first n-gram of a context closes the document: it ends in no token.
            let words = &model.counts()[ngrams.of_context(context)][1..];
            distinct[order - 1] += words.iter().filter(|&&count| count > 0).count();
        }
    }
    distinct
}

/// Which tokens humans let follow each n-gram. The n-gram one token longer is numbered by its place in `next`.
#[derive(Debug, Clone, Default)]
struct Continuations {
    /// Those of n-gram `i` are `next[first[i]..first[i + 1]]`.
    first: Vec<u32>,
    next: Vec<TokenId>,
}

impl Continuations {
    /// Numbers of the n-grams that continue n-gram `prefix`.
    fn of(&self, prefix: usize) -> std::ops::Range<usize> {
        match self.first.get(prefix..=prefix + 1) {
            Some(bounds) => bounds[0] as usize..bounds[1] as usize,
            None => 0..0,
        }
    }
}

/// How many different n-grams one extension found, and how many of them were known.
struct Found {
    distinct: usize,
    known: usize,
}

/// The number of the n-gram that ends at each place of a corpus, for one n.
struct Prefixes {
    ids: Vec<u32>,
    /// All numbers are below this.
    bound: usize,
}

/// Stands where fewer than n tokens of the document lie before.
const TOO_SHORT: u32 = u32::MAX;

impl Prefixes {
    /// The n-grams of a model's own order, numbered as the model numbers them.
    fn new(corpus: &Corpus, ngrams: &Ngrams, places: &[u32]) -> Self {
        let mut length = 0;
        let whole = corpus.predicted().iter().zip(places).map(|(&token, &ngram)| {
            length = if token == TokenId::BOUNDARY { 0 } else { length + 1 };
            if length < ngrams.order() { TOO_SHORT } else { ngram }
        });
        Self { ids: whole.collect(), bound: ngrams.len() }
    }

    /// Places whose n-gram goes on within its document, grouped by it: the places, and where each group ends.
    fn grouped(&self, tokens: &[TokenId]) -> (Vec<u32>, Vec<u32>) {
        let continued = || {
            let pairs = self.ids.iter().zip(&tokens[1..]).zip(0_u32..);
            pairs.filter(|&((&id, &next), _)| id != TOO_SHORT && next != TokenId::BOUNDARY)
        };
        let mut cursors = vec![0_u32; self.bound];
        for ((&id, _), _) in continued() {
            cursors[id as usize] += 1;
        }
        let mut sum = 0;
        for cursor in &mut cursors {
            sum += std::mem::replace(cursor, sum);
        }
        let mut places = vec![0; sum as usize];
        for ((&id, _), place) in continued() {
            let cursor = &mut cursors[id as usize];
            places[*cursor as usize] = place;
            *cursor += 1;
        }
        // Each cursor has come to the end of its group.
        (places, cursors)
    }

    /// Numbers the n-grams that are one token longer: those of `known` as they are numbered there, others
    /// behind them, in the order of their prefixes.
    fn extend(&self, corpus: &Corpus, known: &Continuations) -> (Self, Found) {
        let tokens = corpus.predicted();
        let (places, ends) = self.grouped(tokens);
        let types = tokens.iter().map(|token| token.index() + 1).max().unwrap_or(1);
        let types = known.next.iter().map(|token| token.index() + 1).fold(types, usize::max);
        // For each token, the group that met it last, and the number of the longer n-gram there.
        let mut met = vec![(u32::MAX, 0_u32); types];
        let mut seen = vec![false; known.next.len()];
        let mut ids = vec![TOO_SHORT; tokens.len()];
        let mut found = Found { distinct: 0, known: 0 };
        let mut fresh = known.next.len() as u32;
        let mut start = 0;
        for (group, &end) in ends.iter().enumerate() {
            let group_places = &places[std::mem::replace(&mut start, end as usize)..end as usize];
            if group_places.is_empty() {
                continue;
            }
            for number in known.of(group) {
                met[known.next[number].index()] = (group as u32, number as u32);
            }
            for &place in group_places {
                let (last_group, number) = &mut met[tokens[place as usize + 1].index()];
                if *last_group != group as u32 {
                    (*last_group, *number) = (group as u32, fresh);
                    fresh += 1;
                    found.distinct += 1;
                } else if let Some(seen) = seen.get_mut(*number as usize).filter(|seen| !**seen) {
                    *seen = true;
                    found.distinct += 1;
                    found.known += 1;
                }
                ids[place as usize + 1] = *number;
            }
        }
        (Self { ids, bound: fresh as usize }, found)
    }

    /// The continuations that a corpus numbered in this way gives to `shorter`.
    fn continuations(&self, shorter: &Self, corpus: &Corpus) -> Continuations {
        let mut continuations = Continuations { first: vec![0; shorter.bound + 1], next: Vec::new() };
        continuations.next.resize(self.bound, TokenId::BOUNDARY);
        let mut prefix_of = vec![0; self.bound];
        for (place, &id) in self.ids.iter().enumerate().filter(|&(_, &id)| id != TOO_SHORT) {
            continuations.next[id as usize] = corpus.predicted()[place];
            prefix_of[id as usize] = shorter.ids[place - 1];
        }
        // Numbers ascend with their prefixes, so counting is sorting.
        for prefix in prefix_of {
            continuations.first[prefix as usize + 1] += 1;
        }
        let mut sum = 0;
        for first in &mut continuations.first {
            sum += *first;
            *first = sum;
        }
        continuations
    }
}
