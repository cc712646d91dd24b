//! Writing a corpus: many documents at once, each from a random stream of its own.

use crate::corpus::{Corpus, CorpusWriter, TokenId};
use crate::decoding::Draw;
use crate::ngram::OPENING;
use crate::rng::{Rng, Streams};

/// Documents written at the same time. The next draw of a document waits for memory; sixteen documents wait
/// together (measured: 3 to 5 times the speed of one).
const LANES: usize = 16;

/// Plain draws need no limit: a document is expected to grow no longer than a human one. This only stops a late,
/// looping generation from filling the memory.
pub(crate) const PLAIN_LIMIT: usize = 1 << 16;

/// A document under way.
struct Lane {
    document: u32,
    context: u32,
    rng: Rng,
    /// Where the document begins in `tokens`.
    start: usize,
    /// Everything that this lane has written, one document after the other.
    tokens: Vec<TokenId>,
    /// Which documents these were, and where each of them ends.
    written: Vec<(u32, u32)>,
}

/// Writes `documents` documents with `model`, document i from stream i. No document grows longer than `limit`.
///
/// The order in which the lanes take turns does not reach the result.
#[must_use]
pub fn write(model: &impl Draw, documents: usize, streams: Streams, limit: usize) -> Corpus {
    let documents = documents as u32;
    let mut lanes = (0..documents.min(LANES as u32))
        .map(|document| Lane {
            document,
            context: OPENING,
            rng: streams.document(document),
            start: 0,
            tokens: Vec::new(),
            written: Vec::new(),
        })
        .collect::<Vec<_>>();
    let mut next_document = lanes.len() as u32;
    let mut active = lanes.len();
    while active > 0 {
        let mut index = 0;
        while index < active {
            let lane = &mut lanes[index];
            let (token, context) = model.draw(lane.context, &mut lane.rng);
            index += 1;
            if token != TokenId::BOUNDARY {
                lane.tokens.push(token);
                lane.context = context;
                if lane.tokens.len() - lane.start < limit {
                    continue;
                }
            }
            lane.written.push((lane.document, lane.tokens.len() as u32));
            if next_document < documents {
                lane.document = next_document;
                lane.context = OPENING;
                lane.rng = streams.document(next_document);
                lane.start = lane.tokens.len();
                next_document += 1;
            } else {
                active -= 1;
                lanes.swap(index - 1, active);
                index -= 1;
            }
        }
    }
    collect(&lanes, documents as usize)
}

/// Puts the documents of all lanes in order.
fn collect(lanes: &[Lane], documents: usize) -> Corpus {
    let mut places: Vec<&[TokenId]> = vec![&[]; documents];
    for lane in lanes {
        let mut start = 0;
        for &(document, end) in &lane.written {
            places[document as usize] = &lane.tokens[start..end as usize];
            start = end as usize;
        }
    }
    let tokens = lanes.iter().map(|lane| lane.tokens.len()).sum();
    let mut writer = CorpusWriter::with_capacity(tokens, documents);
    for document in places {
        writer.push(document);
    }
    writer.finish()
}
