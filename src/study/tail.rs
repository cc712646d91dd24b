//! The long tail: which words die when, and one word followed through all its copies.

use std::sync::Arc;

use super::Study;
use super::words::find;
use crate::corpus::TokenId;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;
use crate::text::typography::is_word;

/// Lines of descent that are shown one by one.
const FOUNDERS: usize = 12;
/// Words named of those that are gone in one generation.
const MOURNED: usize = 14;
/// A followed word that nobody chose dies between these generations.
const DIES: std::ops::RangeInclusive<usize> = 3..=8;

/// By rank: `human` and `gone` (the generation from which on the word occurs nowhere; NaN lives to the end), list `words`.
/// The same by steps of the staircase that the counts make: `step_from` and `step_to` (ranks), `step_count` (occurrences of each) and
/// `step_dead` (how many of its words are gone at the end). `rare_lost`: the first generation in which
/// a third of the types are gone. Of the followed `word`: `rank`, `follow` (its count by generation), `word_gone`; `founders`
/// (how many of its human occurrences have descendants among its occurrences, by generation), `lineage` (a matrix, founder by
/// founder, of descendants by generation; the last row is all other founders) and list `sentences`, those of the founders. List `last_seen` by
/// generation: the most frequent words of the generation before that it has not, one a line.
pub(super) struct Tail {
    human: Arc<HumanCorpus>,
    recursion: Recursion,
    word: TokenId,
    counts: Vec<Vec<u32>>,
    /// For each generation, the human document and place that each occurrence of the word descends from.
    origins: Vec<Vec<(usize, usize)>>,
    findings: Findings,
}

impl Tail {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        if protocol.regime != Regime::Replace {
            // Where human text is added, what is counted and what was copied are two texts.
            return Err(Error::out_of_range(
                "the regime under which a word is followed",
                protocol.regime,
                "replace",
            ));
        }
        let wanted = argument.trim();
        let vocabulary = human.vocabulary();
        let types = living_types(human.counts());
        let word = if wanted.is_empty() { chosen(human, &protocol)? } else { find(human, wanted)? };
        let recursion = Recursion::with_ancestry(Arc::clone(human), protocol)?;
        let mut findings = Findings::default();
        findings.note("human", human.counts()[1..=types].iter().map(|&count| f64::from(count)));
        findings.say("words", (1..=types).map(|id| vocabulary.spelling(TokenId(id as u32))));
        findings.say("word", [vocabulary.spelling(word)]);
        findings.note("rank", [f64::from(word.0)]);
        let human = Arc::clone(human);
        Ok(Self { human, recursion, word, counts: Vec::new(), origins: Vec::new(), findings })
    }

    /// Where the occurrences of the followed word in the newest text come from.
    fn look_back(&self) -> Vec<(usize, usize)> {
        let documents = self.recursion.written().documents().enumerate();
        let places = documents.flat_map(|(d, document)| {
            document.iter().enumerate().filter(|&(_, token)| *token == self.word).map(move |(t, _)| (d, t))
        });
        places.filter_map(|(document, token)| self.recursion.origin(document, token)).collect()
    }

    fn tell(&mut self) {
        let types = self.findings.row("human").len();
        let gone = (1..=types).map(|id| first_without(&self.counts, id)).collect::<Vec<_>>();
        let living = self.counts.iter().map(|counts| living_types(counts)).collect::<Vec<_>>();
        let third = living.iter().position(|&alive| 3 * alive < 2 * types);
        self.findings.note("rare_lost", [third.map_or(f64::NAN, |t| t as f64)]);
        let word = self.word.index();
        let follow = self.counts.iter().map(|counts| f64::from(counts[word]));
        self.findings.note("follow", follow);
        self.findings.note("word_gone", [gone[word - 1]]);
        self.tell_steps(&gone);
        let vocabulary = self.human.vocabulary();
        let last_seen = |t: usize| {
            let dies = |id: &usize| gone[id - 1] == t as f64;
            let words = (1..=types).filter(dies).map(|id| vocabulary.spelling(TokenId(id as u32)));
            words.filter(|word| is_word(word)).take(MOURNED).collect::<Vec<_>>().join("\n")
        };
        let last_seen = (0..self.counts.len()).map(last_seen).collect::<Vec<_>>();
        self.findings.say("last_seen", last_seen);
        self.findings.note("gone", gone);
        self.tell_lineage();
    }

    fn tell_steps(&mut self, gone: &[f64]) {
        let human = self.findings.row("human").to_vec();
        let (mut from, mut rows) = (0, [const { Vec::new() }; 4]);
        for step in human.chunk_by(|a, b| a == b) {
            let to = from + step.len();
            let dead = gone[from..to].iter().filter(|gone| gone.is_finite()).count();
            let told = [(from + 1) as f64, to as f64, step[0], dead as f64];
            rows.iter_mut().zip(told).for_each(|(row, value)| row.push(value));
            from = to;
        }
        for (name, row) in ["step_from", "step_to", "step_count", "step_dead"].into_iter().zip(rows) {
            self.findings.note(name, row);
        }
    }

    /// Those founders are shown whose descendants live longest, then have most of them.
    fn tell_lineage(&mut self) {
        let mut all = self.origins.iter().flatten().copied().collect::<Vec<_>>();
        all.sort_unstable();
        all.dedup();
        let descendants = |founder: (usize, usize)| {
            let of = move |origins: &Vec<(usize, usize)>| origins.iter().filter(|&&o| o == founder).count();
            self.origins.iter().map(of).collect::<Vec<_>>()
        };
        let mut lines = all.iter().map(|&founder| (founder, descendants(founder))).collect::<Vec<_>>();
        lines.sort_by_key(|(founder, line)| {
            let life = line.iter().rposition(|&count| count > 0).unwrap_or_default();
            (std::cmp::Reverse((life, line.iter().sum::<usize>())), *founder)
        });
        let founders = |t: usize| lines.iter().filter(|(_, line)| line[t] > 0).count() as f64;
        let founders = (0..self.origins.len()).map(founders).collect::<Vec<_>>();
        let shown = &lines[..lines.len().min(FOUNDERS)];
        let others = |t: usize| lines[shown.len()..].iter().map(|(_, line)| line[t]).sum::<usize>() as f64;
        let others = (0..self.origins.len()).map(others);
        let lineage = shown.iter().flat_map(|(_, line)| line.iter().map(|&count| count as f64)).chain(others);
        let lineage = lineage.collect::<Vec<_>>();
        let sentence = |founder: &(usize, usize)| {
            self.human.vocabulary().detokenize(self.human.train().document(founder.0))
        };
        let sentences = shown.iter().map(|(founder, _)| sentence(founder)).collect::<Vec<_>>();
        self.findings.note("founders", founders);
        self.findings.note("lineage", lineage);
        self.findings.say("sentences", sentences);
    }
}

impl Study for Tail {
    fn advance(&mut self) -> bool {
        if !self.recursion.advance() {
            return false;
        }
        self.counts.push(self.recursion.counts().to_vec());
        let origins = self.look_back();
        self.origins.push(origins);
        self.tell();
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.counts.len(), self.recursion.protocol().generations + 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}

fn living_types(counts: &[u32]) -> usize {
    counts[1..].iter().filter(|&&count| count > 0).count()
}

/// The generation from which on a type occurs nowhere; NaN if it lives to the end.
fn first_without(counts: &[Vec<u32>], id: usize) -> f64 {
    let last = counts.iter().rposition(|counts| counts[id] > 0);
    let gone = last.map_or(0, |last| last + 1);
    if gone < counts.len() { gone as f64 } else { f64::NAN }
}

/// The most frequent word that dies early enough to be mourned; the rarest word if none does.
fn chosen(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<TokenId, Error> {
    let generations = protocol.generations.min(*DIES.end());
    let mut recursion = Recursion::new(Arc::clone(human), Protocol { generations, ..protocol.clone() })?;
    let mut counts = Vec::new();
    while recursion.advance() {
        counts.push(recursion.counts().to_vec());
    }
    let types = living_types(human.counts());
    let word = |id: &usize| is_word(human.vocabulary().spelling(TokenId(*id as u32)));
    let dies = |id: &usize| DIES.contains(&(first_without(&counts, *id) as usize));
    Ok(TokenId((1..=types).filter(word).find(dies).unwrap_or(types) as u32))
}
