//! Where every token comes from: copies followed back to the human text.

use rand::RngExt as _;

use crate::corpus::TokenId;
use crate::ngram::Trace;
use crate::rng::{Rng, uniform};

/// The readings of human tokens that still have descendants.
///
/// A *reading* is one token of the human corpus entering the loop: all of them in generation 0, and those of a document each
/// time it is drawn anew. `Trace::founders` names a reading for every place.
#[derive(Debug, Clone)]
pub(super) struct Ancestry {
    /// For each reading, the place of the human corpus (as in `Corpus::predicted`) that was read.
    readings: Vec<u32>,
}

impl Ancestry {
    /// Every token of the human corpus has been read once.
    pub(super) fn new(human: &mut Trace) -> Self {
        let readings = (0..human.places.len() as u32).collect::<Vec<_>>();
        human.founders.clone_from(&readings);
        Self { readings }
    }

    /// Reads the document at these places of the human corpus, which has just been appended to `corpus`.
    pub(super) fn read(&mut self, places: std::ops::Range<usize>, corpus: &mut Trace) {
        let first = self.readings.len() as u32;
        corpus.founders.extend((first..).take(places.len()));
        self.readings.extend(places.map(|place| place as u32));
    }

    /// Forgets readings without descendants in any of the traces.
    pub(super) fn forget_the_dead(&mut self, traces: &mut [&mut Trace]) {
        let mut number = vec![u32::MAX; self.readings.len()];
        for founder in traces.iter().flat_map(|trace| &trace.founders) {
            number[*founder as usize] = 0;
        }
        let mut living = 0;
        for (reading, number) in number.iter_mut().enumerate().filter(|(_, number)| **number == 0) {
            *number = living;
            self.readings[living as usize] = self.readings[reading];
            living += 1;
        }
        self.readings.truncate(living as usize);
        for founder in traces.iter_mut().flat_map(|trace| &mut trace.founders) {
            *founder = number[*founder as usize];
        }
    }

    /// The place of the human corpus that a place of a trace descends from.
    pub(super) fn origin(&self, trace: &Trace, place: usize) -> Option<u32> {
        trace.founders.get(place).map(|&founder| self.readings[founder as usize])
    }

    /// How many readings of tokens have descendants in `corpus`, and how many different tokens of the human corpus.
    pub(super) fn living(&self, corpus: &Trace) -> (usize, usize) {
        let mut read = vec![false; self.readings.len()];
        for (&founder, &token) in corpus.founders.iter().zip(corpus.corpus.predicted()) {
            read[founder as usize] |= token != TokenId::BOUNDARY;
        }
        let mut origins = vec![false; self.readings.iter().max().map_or(0, |&last| last as usize + 1)];
        for (&place, _) in self.readings.iter().zip(&read).filter(|&(_, &read)| read) {
            origins[place as usize] = true;
        }
        let count = |marks: &[bool]| marks.iter().filter(|&&mark| mark).count();
        (count(&read), count(&origins))
    }
}

/// The occurrences of each n-gram in a text, by their founders.
///
/// A model that has drawn an n-gram has copied one of its occurrences, each with the same chance (or in proportion to
/// its weight). Which one decides nothing about the text, so it is drawn afterwards, and only when ancestry is followed.
pub(super) struct Occurrences {
    /// The founders of n-gram g are `founders[starts[g]..starts[g + 1]]`, in the order of the text.
    starts: Vec<u32>,
    founders: Vec<u32>,
}

impl Occurrences {
    pub(super) fn new(text: &Trace, ngrams: usize) -> Self {
        let mut starts = vec![0; ngrams + 2];
        // Counted two places further on, so that the starts become the ends while the founders are laid out.
        for &ngram in &text.places {
            starts[ngram as usize + 2] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut founders = vec![0; text.places.len()];
        for (&ngram, &founder) in text.places.iter().zip(&text.founders) {
            let slot = &mut starts[ngram as usize + 1];
            founders[*slot as usize] = founder;
            *slot += 1;
        }
        Self { starts, founders }
    }

    /// Draws a parent for every place of what was written. `human(g)` is how many of the first occurrences of n-gram g
    /// share the weight `w`, the others sharing 1 − w, each in proportion to its number.
    pub(super) fn inherit(&self, written: &mut Trace, weights: Option<(&[u32], f64)>, rng: &mut Rng) {
        written.founders.clear();
        for &ngram in &written.places {
            let ngram = ngram as usize;
            let all = &self.founders[self.starts[ngram] as usize..self.starts[ngram + 1] as usize];
            let copied = match weights {
                None => all,
                Some((human, w)) => {
                    let (human, machine) = all.split_at(human[ngram] as usize);
                    let (heavy, rest) = (w * human.len() as f64, (1.0 - w) * machine.len() as f64);
                    if uniform(rng) * (heavy + rest) < heavy { human } else { machine }
                }
            };
            let founder = match copied {
                // A document that was cut at its limit: its end was never read, and comes with the token before it.
                [] => written.founders.last().copied().unwrap_or_default(),
                _ => copied[rng.random_range(0..copied.len() as u32) as usize],
            };
            written.founders.push(founder);
        }
    }
}
