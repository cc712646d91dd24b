//! A scrape, and what a curation lets through of it.

use rand::RngExt as _;

use super::Recursion;
use crate::corpus::TokenId;
use crate::curation::{Curation, Detection, Judged, Marks, Rewards, SCRAPE_LIMIT, Sieve, Verdict, resample};
use crate::human::HumanCorpus;
use crate::ngram::{NgramModel, Trace};
use crate::protocol::{MAX_CORPUS_TOKENS, Protocol};
use crate::rng::{Purpose, Rng, Streams, uniform};

/// The parts of a curation at work.
#[derive(Debug, Clone)]
pub(super) struct Curator {
    sieve: Option<Sieve>,
    teacher: Option<Marks>,
    rewards: Option<Rewards>,
    /// Begun, and not yet learnt from.
    scrape: Option<Scrape>,
    /// Tokens of the teacher's sample.
    pub(super) sample_tokens: usize,
    /// The share of human documents in what was accepted last.
    pub(super) human_share: f64,
    /// What a trained detector said last.
    pub(super) detection: Option<Detection>,
}

/// Documents on their way from the web to the next model.
#[derive(Debug, Clone)]
struct Scrape {
    /// How many documents the next model is to have of it.
    wanted: usize,
    /// How many may arrive.
    limit: usize,
    /// The chance that one is human.
    human_share: f64,
    /// Decides what arrives and what a detector says of it; `reviewer` what the simulated reviewer does.
    rng: Rng,
    reviewer: Rng,
    arrived: usize,
    /// How many of those a machine wrote: so many of the documents in `Recursion::written` have arrived.
    machine: usize,
    tokens: usize,
    human_tokens: usize,
    batches: u32,
    /// Documents that wait for a verdict, and how many verdicts are still to be had.
    asked: Vec<Arrival>,
    budget: usize,
    accepted: Vec<Arrival>,
}

/// A document of a scrape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    pub(super) is_human: bool,
    /// Its number in `Recursion::source` or in `Recursion::written`.
    pub(super) document: usize,
    log_doubt: f64,
}

impl Curator {
    /// Nothing if everything passes.
    pub(super) fn new(
        protocol: &Protocol,
        human: &HumanCorpus,
        model: &NgramModel,
        source: &Trace,
    ) -> Option<Box<Self>> {
        let Curation { detector, teacher, review } = &protocol.curation;
        let mut rng = Streams::new(protocol.seed, 0, Purpose::Curation).document(0);
        let teacher = teacher.as_ref().map(|teacher| Marks::new(teacher, human, model, source, &mut rng));
        (!protocol.curation.is_none()).then(|| {
            Box::new(Self {
                sieve: detector.as_ref().map(|detector| Sieve::new(detector, human, model, source)),
                sample_tokens: teacher.as_ref().map_or(0, |marks| marks.sample_tokens(human)),
                teacher,
                rewards: review.as_ref().map(|review| Rewards::new(&review.task, human, source)),
                scrape: None,
                human_share: f64::NAN,
                detection: None,
            })
        })
    }
}

impl Recursion {
    /// The documents of the next generation that wait for a reviewer's verdict, one group for each decision; none if there
    /// is nothing to decide. [`Recursion::answer`] takes the verdicts; then there may be more to decide, where documents
    /// were refused and the budget is not used up. Whoever goes on with [`Recursion::next`] leaves the rest to the
    /// simulated reviewer.
    pub fn questions(&mut self) -> Vec<Vec<&[TokenId]>> {
        if self.next == 0 || self.next > self.protocol.generations || !self.ask() {
            return Vec::new();
        }
        let candidates = self.protocol.curation.review.map_or(1, |review| review.candidates());
        let asked = self.curator.iter().flat_map(|curator| &curator.scrape).flat_map(|scrape| &scrape.asked);
        let documents =
            asked.map(|arrival| self.trace_of(arrival).corpus.document(arrival.document)).collect::<Vec<_>>();
        documents.chunks(candidates).map(<[_]>::to_vec).collect()
    }

    /// Takes the verdicts on [`Recursion::questions`], in their order. For those that are missing the simulated
    /// reviewer decides. To keep a document that was not shown is to refuse.
    pub fn answer(&mut self, verdicts: &[Verdict]) {
        let Some(mut curator) = self.curator.take() else { return };
        if let (Some(scrape), Some(rewards), Some(review)) =
            (&mut curator.scrape, &curator.rewards, self.protocol.curation.review)
        {
            let asked = std::mem::take(&mut scrape.asked);
            let mut read = 0;
            for (place, group) in asked.chunks(review.candidates()).enumerate() {
                let shown = group.iter().map(|arrival| (self.trace_of(arrival), arrival.document));
                let shown = shown.collect::<Vec<_>>();
                let tokens = shown.iter().map(|(trace, document)| trace.corpus.document(*document).len());
                read += tokens.sum::<usize>();
                let simulated = || rewards.decide(&review.task, &shown, &mut scrape.reviewer);
                if let Verdict::Keep(kept) = verdicts.get(place).copied().unwrap_or_else(simulated) {
                    scrape.accepted.extend(group.get(kept));
                }
                scrape.budget -= 1;
            }
            self.ledger.tokens_reviewed += read;
        }
        self.curator = Some(curator);
    }

    /// Lets documents arrive until the next model has what it is to learn from.
    pub(super) fn scrape(&mut self) -> Vec<Arrival> {
        while self.ask() {
            self.answer(&[]);
        }
        let Some(mut curator) = self.curator.take() else { return Vec::new() };
        let Some(mut scrape) = curator.scrape.take() else { return Vec::new() };
        while scrape.accepted.len() < scrape.wanted {
            let Some(arrival) = self.next_passing(&mut scrape, &curator) else { break };
            scrape.accepted.push(arrival);
        }
        if scrape.accepted.is_empty() && scrape.wanted > 0 {
            // A model has to learn from something.
            let arrival = self.next_arrival(&mut scrape, &curator).0;
            scrape.accepted.push(arrival);
        }
        let resamples = self.protocol.curation.enlargement() != 1.0;
        let drawn = if resamples && curator.sieve.as_ref().is_some_and(Sieve::has_learnt) {
            let log_doubts = scrape.accepted.iter().map(|arrival| arrival.log_doubt).collect::<Vec<_>>();
            resample(&log_doubts, &mut scrape.rng)
        } else {
            (0..scrape.accepted.len()).collect()
        };
        self.settle(&scrape, &drawn);
        let accepted = drawn.iter().map(|&place| scrape.accepted[place]).collect::<Vec<_>>();
        let human = accepted.iter().filter(|arrival| arrival.is_human).count();
        curator.detection = curator
            .sieve
            .as_ref()
            .and_then(|sieve| sieve.detection(&self.human, &self.source, &self.written));
        curator.human_share = human as f64 / accepted.len() as f64;
        self.curator = Some(curator);
        accepted
    }

    /// Begins a scrape if there is none, and lets documents arrive until a reviewer has something to decide.
    fn ask(&mut self) -> bool {
        let Some(mut curator) = self.curator.take() else { return false };
        let mut scrape = curator.scrape.take().unwrap_or_else(|| self.begin(&mut curator));
        if let Some(review) = self.protocol.curation.review
            && scrape.asked.is_empty()
        {
            let missing = scrape.wanted.saturating_sub(scrape.accepted.len());
            let documents = missing.min(scrape.budget) * review.candidates();
            while scrape.asked.len() < documents {
                let Some(arrival) = self.next_passing(&mut scrape, &curator) else { break };
                scrape.asked.push(arrival);
            }
            // A group that is not complete passes unread, as far as documents are missing beside those to be chosen.
            let choices = scrape.asked.len() / review.candidates();
            let unread = scrape.asked.drain(choices * review.candidates()..);
            scrape.accepted.extend(unread.take(missing - choices));
        }
        let asks = !scrape.asked.is_empty();
        curator.scrape = Some(scrape);
        self.curator = Some(curator);
        asks
    }

    fn begin(&mut self, curator: &mut Curator) -> Scrape {
        let documents = self.human.train().document_count();
        if self.next > 1
            && let Some(sieve) = &mut curator.sieve
        {
            sieve.learn(&self.written, &self.source);
        }
        self.write(0, self.documents_to_write());
        if let Some(teacher) = &mut curator.teacher {
            teacher.look_at(&self.written);
        }
        let wanted = self.protocol.scrape_documents(self.next, documents);
        let streams = self.streams(Purpose::Curation);
        Scrape {
            wanted,
            limit: self.protocol.curation.documents_to_read(wanted) * SCRAPE_LIMIT,
            human_share: self.protocol.scrape_human_share(self.next, documents),
            rng: streams.document(0),
            reviewer: streams.document(1),
            arrived: 0,
            machine: 0,
            tokens: 0,
            human_tokens: 0,
            batches: 1,
            asked: Vec::new(),
            budget: self.protocol.curation.review.map_or(0, |review| review.budget),
            accepted: Vec::new(),
        }
    }

    /// The next document that the detector and the teacher let through; `None` at the end of the scrape.
    fn next_passing(&mut self, scrape: &mut Scrape, curator: &Curator) -> Option<Arrival> {
        while scrape.arrived < scrape.limit && scrape.tokens < MAX_CORPUS_TOKENS {
            let (arrival, flagged) = self.next_arrival(scrape, curator);
            let trace = self.trace_of(&arrival);
            let places = &trace.places[trace.range(arrival.document)];
            if !flagged && curator.teacher.as_ref().is_none_or(|teacher| teacher.pass(places)) {
                return Some(arrival);
            }
        }
        None
    }

    /// The next document, and whether it is to be thrown away because of what the detector says.
    fn next_arrival(&mut self, scrape: &mut Scrape, curator: &Curator) -> (Arrival, bool) {
        let is_human = uniform(&mut scrape.rng) < scrape.human_share;
        let document = if is_human {
            let document = scrape.rng.random_range(0..self.source.corpus.document_count() as u32) as usize;
            scrape.human_tokens += self.source.corpus.document(document).len();
            document
        } else {
            if scrape.machine == self.written.corpus.document_count() {
                let more = self.documents_to_write().div_ceil(2);
                self.write(scrape.batches, more);
                scrape.batches += 1;
            }
            scrape.machine += 1;
            scrape.machine - 1
        };
        scrape.arrived += 1;
        let mut arrival = Arrival { is_human, document, log_doubt: 0.0 };
        scrape.tokens += self.trace_of(&arrival).corpus.document(document).len();
        let mut discarded = false;
        if let Some(sieve) = &curator.sieve {
            let trace = self.trace_of(&arrival);
            let Judged { flagged, log_doubt } = sieve.judge(is_human, trace, document, &mut scrape.rng);
            arrival.log_doubt = log_doubt;
            discarded = flagged && self.protocol.curation.enlargement() == 1.0;
        }
        (arrival, discarded)
    }

    /// Enters a scrape into the ledger, `drawn` being the accepted documents that are learnt from.
    fn settle(&mut self, scrape: &Scrape, drawn: &[usize]) {
        self.written.truncate(scrape.machine.max(self.documents_to_write()));
        let arrived = self.written.corpus.documents().take(scrape.machine).map(<[_]>::len).sum::<usize>();
        let mut learnt = [0, 0];
        let mut before = None;
        for &place in drawn {
            let arrival = &scrape.accepted[place];
            let tokens = self.trace_of(arrival).corpus.document(arrival.document).len();
            if arrival.is_human {
                self.ledger.human_tokens_read += tokens;
            }
            // Copies of one document are neighbours.
            if before != Some(place) {
                learnt[usize::from(arrival.is_human)] += tokens;
            }
            before = Some(place);
        }
        self.ledger.machine_tokens_discarded += arrived - learnt[0];
        self.ledger.human_tokens_discarded += scrape.human_tokens - learnt[1];
        self.ledger.human_tokens_bought += scrape.human_tokens;
    }

    fn trace_of(&self, arrival: &Arrival) -> &Trace {
        if arrival.is_human { &self.source } else { &self.written }
    }
}
