//! Writing a corpus: many documents at once, each from a random stream of its own.

use crate::corpus::{Corpus, CorpusWriter, TokenId};
use crate::ngram::{CLOSED, Draw, OPENING};
use crate::rng::{Rng, Streams};

/// Documents written at the same time. The next draw of a document waits for memory; sixteen documents wait
/// together (measured: 3 to 5 times the speed of one).
const LANES: usize = 16;

/// Plain draws from which nothing is selected need no limit: a document is expected to grow no longer than a human one. This
/// only stops a late, looping generation from filling the memory. `longest` is the length of the longest human document.
pub(crate) fn plain_limit(longest: usize) -> usize {
    longest.saturating_mul(64).max(1 << 12)
}

/// Writes `documents` documents with `model`, document i from stream i. No document grows longer than `limit`.
#[must_use]
pub fn write(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Corpus {
    let mut corpus = CorpusWriter::default().finish();
    Writer::default().write(model, documents, streams, limit, (&mut corpus, &mut Vec::new()));
    corpus
}

/// A document under way.
#[derive(Debug, Clone)]
struct Lane {
    document: u32,
    context: u32,
    rng: Rng,
    /// Where the document begins in `ngrams`.
    start: usize,
    /// The n-grams of everything that this lane has written, one document after the other.
    ngrams: Vec<u32>,
    /// Which documents these were, and where each of them ends.
    written: Vec<(u32, u32)>,
}

/// Writes generation after generation into the same memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writer {
    lanes: Vec<Lane>,
}

impl Writer {
    /// Like [`write`], into `corpus`; `places` becomes, for each place of it, the n-gram that ends there.
    pub(crate) fn write(
        &mut self,
        model: &impl Draw,
        documents: usize,
        streams: Streams,
        limit: usize,
        (corpus, places): (&mut Corpus, &mut Vec<u32>),
    ) {
        fill(&mut self.lanes, model, documents, streams, limit);
        collect(&self.lanes, documents, model.ngrams().next(), (corpus, places));
    }
}

/// The lengths of the documents that [`write`] would write, closing boundaries counted, in no particular order.
pub(crate) fn lengths(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Vec<u32> {
    let mut lengths = Vec::with_capacity(documents);
    let mut lanes = Vec::new();
    fill(&mut lanes, model, documents, streams, limit);
    for lane in lanes {
        let ends = lane.written.iter().map(|&(_, end)| end);
        lengths.extend(ends.scan(0, |start, end| Some(end - std::mem::replace(start, end))));
    }
    lengths
}

/// Writes documents in all lanes until none is left. The order in which the lanes take turns does not reach the
/// documents.
fn fill(lanes: &mut Vec<Lane>, model: &impl Draw, documents: usize, streams: Streams, limit: usize) {
    let documents = documents as u32;
    let mut memory = std::mem::take(lanes).into_iter().map(|lane| (lane.ngrams, lane.written));
    lanes.extend((0..documents.min(LANES as u32)).map(|document| {
        let (mut ngrams, mut written) = memory.next().unwrap_or_default();
        ngrams.clear();
        written.clear();
        Lane { document, context: OPENING, rng: streams.document(document), start: 0, ngrams, written }
    }));
    let mut next_document = lanes.len() as u32;
    let mut active = lanes.len();
    while active > 0 {
        let mut index = 0;
        while index < active {
            let lane = &mut lanes[index];
            let step = model.draw(lane.context, &mut lane.rng);
            index += 1;
            lane.ngrams.push(step.ngram);
            lane.context = step.context;
            if step.context != CLOSED {
                if lane.ngrams.len() - lane.start < limit {
                    continue;
                }
                lane.ngrams.push(model.ngrams().closing(step.context));
            }
            lane.written.push((lane.document, lane.ngrams.len() as u32));
            if next_document < documents {
                lane.document = next_document;
                lane.context = OPENING;
                lane.rng = streams.document(next_document);
                lane.start = lane.ngrams.len();
                next_document += 1;
            } else {
                active -= 1;
                lanes.swap(index - 1, active);
                index -= 1;
            }
        }
    }
}

/// Puts the documents of all lanes in order.
fn collect(
    lanes: &[Lane],
    documents: usize,
    tokens: &[TokenId],
    (corpus, places): (&mut Corpus, &mut Vec<u32>),
) {
    let mut traces: Vec<&[u32]> = vec![&[]; documents];
    for lane in lanes {
        let mut start = 0;
        for &(document, end) in &lane.written {
            traces[document as usize] = &lane.ngrams[start..end as usize];
            start = end as usize;
        }
    }
    let mut writer = CorpusWriter::over(corpus);
    places.clear();
    for trace in traces {
        places.extend_from_slice(trace);
        writer.push_closed(trace.iter().map(|&ngram| tokens[ngram as usize]));
    }
    *corpus = writer.finish();
}
