//! Writing a corpus: many documents at once, each from a random stream of its own.

use crate::corpus::{Corpus, CorpusWriter, TokenId};
use crate::ngram::{CLOSED, Draw, OPENING};
use crate::rng::{Rng, Streams};

/// Documents written at the same time. The next draw of a document waits for memory; sixteen documents wait
/// together (measured: 3 to 5 times the speed of one).
const LANES: usize = 16;

/// Plain draws need no limit: a document is expected to grow no longer than a human one. This only stops a late,
/// looping generation from filling the memory. `longest` is the length of the longest human document.
pub(crate) fn plain_limit(longest: usize) -> usize {
    longest.saturating_mul(64).max(1 << 12)
}

/// Writes `documents` documents with `model`, document i from stream i. No document grows longer than `limit`.
#[must_use]
pub fn write(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Corpus {
    trace(model, documents, streams, limit).0
}

/// A document under way.
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

/// Like [`write`]; returns as well, for each place of the corpus, the n-gram that ends there.
pub(crate) fn trace(
    model: &impl Draw,
    documents: usize,
    streams: Streams,
    limit: usize,
) -> (Corpus, Vec<u32>) {
    collect(&fill(model, documents, streams, limit), documents, model.ngrams().next())
}

/// The lengths of the documents that [`write`] would write, closing boundaries counted, in no particular order.
pub(crate) fn lengths(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Vec<u32> {
    let mut lengths = Vec::with_capacity(documents);
    for lane in fill(model, documents, streams, limit) {
        let ends = lane.written.iter().map(|&(_, end)| end);
        lengths.extend(ends.scan(0, |start, end| Some(end - std::mem::replace(start, end))));
    }
    lengths
}

/// Writes documents in all lanes until none is left. The order in which the lanes take turns does not reach the
/// documents.
fn fill(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Vec<Lane> {
    let documents = documents as u32;
    let mut lanes = (0..documents.min(LANES as u32))
        .map(|document| Lane {
            document,
            context: OPENING,
            rng: streams.document(document),
            start: 0,
            ngrams: Vec::new(),
            written: Vec::new(),
        })
        .collect::<Vec<_>>();
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
    lanes
}

/// Puts the documents of all lanes in order.
fn collect(lanes: &[Lane], documents: usize, tokens: &[TokenId]) -> (Corpus, Vec<u32>) {
    let mut traces: Vec<&[u32]> = vec![&[]; documents];
    for lane in lanes {
        let mut start = 0;
        for &(document, end) in &lane.written {
            traces[document as usize] = &lane.ngrams[start..end as usize];
            start = end as usize;
        }
    }
    let places = traces.concat();
    let mut writer = CorpusWriter::with_capacity(places.len(), documents);
    for trace in traces {
        writer.push_closed(trace.iter().map(|&ngram| tokens[ngram as usize]));
    }
    (writer.finish(), places)
}
