//! What a model knows: which words follow the words before, how often, and a sentence drawn from that alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rand::RngExt as _;

use super::Study;
use super::words::find;
use crate::corpus::TokenId;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::rng::{Purpose, Streams};
use crate::text::typography::is_word;

/// Continuations told one by one.
const SHOWN: usize = 8;
/// Words offered to begin with, each followed by so many different ones, and none so common that it says nothing.
const OFFERED: usize = 12;
const FOLLOWED: usize = 6;
const COMMON: usize = 30;
/// A sentence that does not end is left there.
const LONGEST: usize = 40;

/// `argument` is some words, of which the last n − 1 count, and at will `/` and which of many sentences is to be written. Lists:
/// `context`, those that count; `continuations`, what follows them most often, the end of a sentence as an empty word; `suggestions`,
/// words to begin with; `sentence`, token by token, and the same as `prose`. Rows: `counts` of the continuations, `choices`,
/// how many different tokens could have stood at each place of the sentence. Numbers: `total` occurrences of the context,
/// `other` of them followed by anything else, `take`, which sentence it is.
pub(super) struct Next {
    human: Arc<HumanCorpus>,
    memory: usize,
    context: Vec<TokenId>,
    seed: u32,
    take: u32,
    done: bool,
    findings: Findings,
}

impl Next {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        protocol.validate(human)?;
        // "and/or" is a word, "and / 2" its second sentence.
        let numbered = argument.rsplit_once('/').map(|(words, take)| (words, take.trim()));
        let numbered = numbered.filter(|(_, take)| take.bytes().all(|digit| digit.is_ascii_digit()));
        let (words, take) = numbered.unwrap_or((argument, "1"));
        let allowed = "a whole number from 1 to 1,000,000";
        let take = take.parse::<u32>().ok().filter(|take| (1..=1_000_000).contains(take));
        let take = take.ok_or_else(|| {
            Error::out_of_range("the number of the sentence", format!("\"{argument}\""), allowed)
        })?;
        let human = Arc::clone(human);
        let followers = followers_of_types(&human);
        let suggestions = suggestions(&human, &followers);
        let mut context =
            words.split_whitespace().map(|word| find(&human, word)).collect::<Result<Vec<_>, _>>()?;
        if context.is_empty() {
            context.extend(
                suggestions.first().copied().or_else(|| human.train().documents().next()?.first().copied()),
            );
        }
        let vocabulary = human.vocabulary();
        let mut findings = Findings::default();
        findings.say("suggestions", suggestions.iter().map(|&id| vocabulary.spelling(id)));
        let memory = (protocol.order - 1).max(1);
        // A model knows no more of what stands before than its order says.
        let known = &context[context.len().saturating_sub(memory)..];
        findings.say("context", known.iter().map(|&id| vocabulary.spelling(id)));
        findings.note("take", [f64::from(take)]);
        let seed = protocol.seed;
        Ok(Self { human, memory, context, seed, take, done: false, findings })
    }

    /// Every token that follows this context in the human text, once for every occurrence; `None` is the end.
    fn followers(&self, document: &[TokenId]) -> Vec<Option<TokenId>> {
        let context = &document[document.len().saturating_sub(self.memory)..];
        let mut followers = Vec::new();
        for document in self.human.train().documents() {
            for (at, window) in document.windows(context.len().max(1)).enumerate() {
                if window == context {
                    followers.push(document.get(at + context.len()).copied());
                }
            }
        }
        followers
    }

    /// Draws token by token, each time one of the occurrences of what stands there, all being equally likely.
    fn write(&mut self) {
        let mut rng = Streams::new(self.seed, 0, Purpose::Pilot).document(self.take);
        let (mut document, mut choices) = (self.context.clone(), Vec::new());
        while document.len() < LONGEST {
            let followers = self.followers(&document);
            if followers.is_empty() {
                break;
            }
            choices.push(tally(&followers).len() as f64);
            let drawn = rng.random_range(0..followers.len() as u32) as usize;
            match followers[drawn] {
                Some(token) => document.push(token),
                None => break,
            }
        }
        let vocabulary = self.human.vocabulary();
        self.findings.say("sentence", document.iter().map(|&token| vocabulary.spelling(token)));
        self.findings.say("prose", [vocabulary.detokenize(&document)]);
        self.findings.note("choices", choices);
    }
}

impl Study for Next {
    fn advance(&mut self) -> bool {
        if self.done {
            return false;
        }
        let followers = self.followers(&self.context);
        let most = tally(&followers);
        let shown = &most[..most.len().min(SHOWN)];
        let vocabulary = self.human.vocabulary();
        let spelling =
            |token: &Option<TokenId>| token.map_or("", |token| vocabulary.spelling(token)).to_owned();
        self.findings.say("continuations", shown.iter().map(|(token, _)| spelling(token)));
        self.findings.note("counts", shown.iter().map(|(_, count)| *count as f64));
        self.findings.note("total", [followers.len() as f64]);
        let told = shown.iter().map(|(_, count)| count).sum::<usize>();
        self.findings.note("other", [(followers.len() - told) as f64]);
        self.write();
        self.done = true;
        true
    }

    fn progress(&self) -> (usize, usize) {
        (usize::from(self.done), 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}

/// What there is, the most frequent first; of equals the one that is more frequent in the whole text.
fn tally(followers: &[Option<TokenId>]) -> Vec<(Option<TokenId>, usize)> {
    let mut counts = BTreeMap::new();
    for follower in followers {
        *counts.entry(follower.map_or(0, |token| token.0)).or_insert(0) += 1;
    }
    let mut counts = counts.into_iter().collect::<Vec<_>>();
    counts.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
    counts.into_iter().map(|(id, count)| ((id > 0).then_some(TokenId(id)), count)).collect()
}

/// For each type, how many different types follow it.
fn followers_of_types(human: &HumanCorpus) -> Vec<usize> {
    let documents = human.train().documents();
    let mut pairs =
        documents.flat_map(|d| d.windows(2).map(|pair| (pair[0].0, pair[1].0))).collect::<Vec<_>>();
    pairs.sort_unstable();
    pairs.dedup();
    let mut followers = vec![0; human.counts().len()];
    for (first, _) in pairs {
        followers[first as usize] += 1;
    }
    followers
}

fn suggestions(human: &HumanCorpus, followers: &[usize]) -> Vec<TokenId> {
    let telling = |id: &TokenId| {
        let spelling = human.vocabulary().spelling(*id);
        is_word(spelling) && spelling.chars().count() > 2 && followers[id.index()] >= FOLLOWED
    };
    let types = (1..human.counts().len()).map(|id| TokenId(id as u32));
    types.skip(COMMON).filter(telling).take(OFFERED).collect()
}
