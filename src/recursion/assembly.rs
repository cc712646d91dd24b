//! The text that the next model learns from, put together as the regime says.

use rand::RngExt as _;

use super::Recursion;
use super::scrape::Arrival;
use crate::ngram::Trace;
use crate::regime::Regime;
use crate::rng::Purpose;

impl Recursion {
    /// Makes the text that the next model learns from out of what is there and what was written, or, if there is a
    /// curation, what was accepted of it.
    pub(super) fn put_together(&mut self, accepted: &[Arrival]) {
        let curated = self.curator.is_some();
        let documents = self.human.train().document_count();
        let regime = self.protocol.regime;
        let human = regime.human_documents(self.next, documents);
        let machine = self.protocol.machine_documents(self.next, documents);
        if let Some(mut mixture) = self.mixture.take() {
            match regime {
                Regime::Accumulate | Regime::Subsample => {}
                Regime::Anchored { .. } if self.next == 1 => {
                    let mut kept = Trace::default();
                    kept.extend(&mixture, self.draw_anchor(human));
                    mixture = kept;
                }
                Regime::Anchored { .. } => mixture.truncate(human),
                _ => {
                    mixture.truncate(0);
                    if !(curated && regime.draws_anew()) {
                        self.draw_human(human, &mut mixture);
                    }
                }
            }
            if curated {
                self.append(accepted, &mut mixture);
            } else {
                mixture.extend(&self.written, 0..machine);
            }
            self.mixture = Some(mixture);
        }
        if let Some(ancestry) = &mut self.ancestry {
            let mut traces = self.mixture.iter_mut().chain([&mut self.written]).collect::<Vec<_>>();
            ancestry.forget_the_dead(&mut traces);
        }
    }

    fn append(&mut self, accepted: &[Arrival], mixture: &mut Trace) {
        for &Arrival { is_human, document, .. } in accepted {
            if !is_human {
                mixture.extend(&self.written, std::iter::once(document));
                continue;
            }
            mixture.extend(&self.source, std::iter::once(document));
            if let Some(ancestry) = &mut self.ancestry {
                ancestry.read(self.source.range(document), mixture);
            }
        }
    }

    /// Different human documents, in the order of the corpus.
    fn draw_anchor(&self, documents: usize) -> impl Iterator<Item = usize> + use<> {
        let mut rng = self.streams(Purpose::Human).document(0);
        let all = self.human.train().document_count();
        let mut order = (0..all).collect::<Vec<_>>();
        let mut chosen = vec![false; all];
        for i in 0..documents {
            order.swap(i, rng.random_range(i as u32..all as u32) as usize);
            chosen[order[i]] = true;
        }
        (0..all).filter(move |&document| chosen[document])
    }

    /// Appends human documents drawn with replacement.
    fn draw_human(&mut self, documents: usize, mixture: &mut Trace) {
        let mut rng = self.streams(Purpose::Human).document(0);
        let all = self.source.corpus.document_count() as u32;
        let drawn = (0..documents).map(|_| rng.random_range(0..all) as usize).collect::<Vec<_>>();
        let tokens = drawn.iter().map(|&document| self.source.corpus.document(document).len()).sum::<usize>();
        self.ledger.human_tokens_read += tokens;
        self.ledger.human_tokens_bought += tokens;
        mixture.extend(&self.source, drawn.iter().copied());
        if let Some(ancestry) = &mut self.ancestry {
            for document in drawn {
                ancestry.read(self.source.range(document), mixture);
            }
        }
    }

    /// Documents drawn with replacement from all there are.
    pub(super) fn draw_reading(&self, documents: usize) -> Trace {
        let mut rng = self.streams(Purpose::Reading).document(0);
        let pool = self.learnt();
        let size = pool.corpus.document_count() as u32;
        let mut reading = Trace::default();
        reading.extend(pool, (0..documents).map(|_| rng.random_range(0..size) as usize));
        reading
    }
}
