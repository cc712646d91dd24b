//! The newest model writes.

use super::Recursion;
use super::ancestry::Occurrences;
use crate::decoding::DecodedModel;
use crate::ngram::Trace;
use crate::regime::Regime;
use crate::rng::Purpose;

impl Recursion {
    /// How many documents the newest model writes to begin with.
    pub(super) fn documents_to_write(&self) -> usize {
        let human_documents = self.human.train().document_count();
        match self.protocol.machine_documents(self.next, human_documents) {
            // Nothing of it will be learnt from, but it will be read.
            0 => human_documents,
            documents => documents,
        }
    }

    /// Lets the newest model write: batch 0 takes the place of what was written before, others are added to it.
    pub(super) fn write(&mut self, batch: u32, documents: usize) {
        let human_documents = self.human.train().document_count();
        let reading = (self.protocol.regime == Regime::Subsample).then(|| self.draw_reading(human_documents));
        let followed = self.ancestry.is_some();
        let learnt = reading.as_ref().unwrap_or(self.learnt());
        let lineages = followed.then(|| Occurrences::new(learnt, self.model.counts().len()));
        let reader = reading.map(|reading| {
            let mut reader = self.model.clone();
            reader.train(&reading.places);
            reader
        });
        let streams = self.streams(Purpose::Write).batch(batch);
        let mut writer = std::mem::take(&mut self.writer);
        let mut written = if batch == 0 { std::mem::take(&mut self.written) } else { Trace::default() };
        let into = (&mut written.corpus, &mut written.places);
        let model = reader.as_ref().unwrap_or(&self.model);
        if self.protocol.decoding.is_plain() && self.weighted.is_none() {
            writer.write(model, documents, streams, self.document_limit, into);
        } else {
            let weight = |ngram: usize| match &reader {
                Some(reader) => f64::from(reader.counts()[ngram]),
                None => self.ngram_weight(ngram),
            };
            let decoded = DecodedModel::weighted(model.shared_ngrams(), weight, &self.protocol.decoding);
            writer.write(&decoded, documents, streams, self.document_limit, into);
        }
        self.writer = writer;
        if let Some(lineages) = lineages {
            let mut rng = self.streams(Purpose::Ancestry).document(batch);
            let weights = self.weighted.as_ref().map(|weighted| (&weighted.ngrams[..], weighted.weight));
            lineages.inherit(&mut written, weights, &mut rng);
        }
        if batch == 0 {
            self.written = written;
        } else {
            self.written.extend(&written, 0..documents);
        }
    }
}
