//! Studies: several measurements, sometimes several runs, put together to answer one question of the story.
//!
//! A study works in slices, so that a page stays alive while it runs and keeps what is there when it is cancelled. What it
//! has found so far lies in [`Findings`], which figures, captions and tables read.

mod chance;
mod course;
mod fan;
mod next;
mod noise;
mod phase;
mod photocopy;
mod plateau;
mod puzzle;
mod race;
mod remedy;
mod review;
mod safe;
mod tail;
mod verdicts;
mod words;
mod worth;

use std::sync::Arc;

use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// A question being answered.
pub trait Study {
    /// Works for one slice, about a generation of one run; false when nothing is left to do.
    fn advance(&mut self) -> bool;

    /// Slices done, and how many there are in all.
    fn progress(&self) -> (usize, usize);

    /// What is known by now.
    fn findings(&self) -> &Findings;

    /// Why it has ended before it was done, if it has: what it was asked turned out to have no answer.
    fn failure(&self) -> Option<&Error> {
        None
    }
}

/// Begins a study by name. `argument` is what the question is about, where it needs more than a protocol: a word, a choice.
pub fn begin(
    question: &str,
    argument: &str,
    human: &Arc<HumanCorpus>,
    protocol: Protocol,
) -> Result<Box<dyn Study>, Error> {
    Ok(match question {
        "chance" => Box::new(chance::Chance::new(argument, protocol.seed)?),
        "course" => Box::new(course::Course::new(human, protocol)?),
        "fan" => Box::new(fan::Fan::new(argument, human, protocol)?),
        "next" => Box::new(next::Next::new(argument, human, &protocol)?),
        "noise" => Box::new(noise::Noise::new(human, protocol)?),
        "phase" => Box::new(phase::Phase::new(human, protocol)?),
        "photocopy" => Box::new(photocopy::Photocopy::new(human, protocol)?),
        "plateau" => Box::new(plateau::Plateau::new(human, &protocol)?),
        "puzzle" => Box::new(puzzle::Puzzle::new(argument, human, &protocol)?),
        "race" => Box::new(race::Race::new(argument, human, &protocol)?),
        "remedy" => Box::new(remedy::Trial::new(human, protocol)?),
        "review" => Box::new(review::Review::new(argument, human, &protocol)?),
        "safe" => Box::new(safe::Safe::new(human, protocol)?),
        "scorecard" => Box::new(verdicts::Verdicts::new(human, &protocol)?),
        "tail" => Box::new(tail::Tail::new(argument, human, protocol)?),
        "worth" => Box::new(worth::Worth::new(human, &protocol)?),
        _ => {
            let known = "chance, course, fan, next, noise, phase, photocopy, plateau, puzzle, race, remedy, review, safe, \
                scorecard, tail or worth";
            return Err(Error::out_of_range("the question", format!("\"{question}\""), known));
        }
    })
}
