//! The eight definitions as predicates.

use super::Score;
use super::evidence::{ERRORS, Evidence, Mean};

/// In the order of Schaeffer et al.
pub(super) const ALL: [fn(&Evidence) -> Score; 8] = [
    catastrophic_risk,
    any_increase,
    diverging_risk,
    scaling_law,
    collapsing_variance,
    entangled_modes,
    tail_lost,
    hallucinated,
];

const NOTHING_HELD_OUT: &str = "no human text is held out that the models could be asked to foresee";

/// Share of what can be lost from which on the loss is a catastrophe.
const CATASTROPHE: f64 = 0.5;

impl Evidence {
    /// One number of each run.
    fn mean(&self, number: impl Fn(&super::Course) -> f64 + Copy) -> Mean {
        Mean::of(self.runs.iter().map(number))
    }

    /// One number of each human text drawn anew.
    fn baseline(&self, number: impl Fn(&super::Resample) -> f64 + Copy) -> Mean {
        Mean::of(self.resamples.iter().map(number))
    }

    fn generations(&self) -> usize {
        self.runs.first().map_or(0, |run| run.bits.len().saturating_sub(1))
    }

    /// Bits of the first model, the same in every run.
    fn first_bits(&self) -> f64 {
        self.runs.first().and_then(|run| run.bits.first()).copied().unwrap_or(f64::NAN)
    }

    fn last_bits(&self) -> Mean {
        self.mean(|run| run.bits.last().copied().unwrap_or(f64::NAN))
    }
}

/// 1, catastrophic increase of population risk: the last model is more than half-way from the first model to one that foresees
/// no token of the held-out text. (To be worse than the human unigram would be no catastrophe: on short texts a first model of
/// order 3 is.)
fn catastrophic_risk(evidence: &Evidence) -> Score {
    let (first, worst) = (evidence.first_bits(), evidence.human.worst_bits);
    let last = evidence.last_bits();
    let room = worst - first;
    let lost = Mean { mean: (last.mean - first) / room, error: last.error / room };
    let holds = if room > 0.0 { lost.exceeds(Mean::exactly(CATASTROPHE)) } else { None };
    let sentence = || {
        let [mean, limit] = [lost.mean, CATASTROPHE].map(percent);
        format!(
            "The last model needs {:.2} bits for a token of held-out human text, the first {first:.2}: {mean} of the way \
             to {worst:.2}, where nothing is foreseen; a catastrophe is more than {limit}.",
            last.mean
        )
    };
    Score::new("catastrophic-risk", holds, (lost.mean, CATASTROPHE), sentence, NOTHING_HELD_OUT)
}

/// 2, any increase of population risk: the last model foresees held-out text worse than models of as much human text drawn
/// anew do. (To be worse than the first is no loss to speak of: a new sample of human text is, too.)
fn any_increase(evidence: &Evidence) -> Score {
    let (last, fair) = (evidence.last_bits(), evidence.baseline(|resample| resample.bits));
    let sentence = || {
        format!(
            "The last model needs {:.3} ± {:.3} bits for a token of held-out human text, models of human text drawn \
             anew {:.3} ± {:.3}.",
            last.mean, last.error, fair.mean, fair.error
        )
    };
    Score::new("any-increase", last.exceeds(fair), (last.mean, fair.mean), sentence, NOTHING_HELD_OUT)
}

/// 3, asymptotically diverging risk: the risk still rises, and with each doubling of the generations by at least seven tenths of
/// what it rose by at first. (A logarithm rises as much each time; what tends to a limit, like 1/t, half as much or less. Scoring
/// puts a ceiling on the bits, so nothing rises for ever.)
fn diverging_risk(evidence: &Evidence) -> Score {
    let last = evidence.generations();
    // Half-way in logarithmic time, which begins with generation 0.
    let middle = libm::round(libm::sqrt(last as f64 + 1.0)) as usize;
    let slope = |from: usize, to: usize| {
        evidence.mean(move |run| {
            let place = |t: usize| libm::log2(t as f64 + 1.0);
            slope((from..=to).map(|t| (place(t), run.bits.get(t).copied().unwrap_or(f64::NAN))))
        })
    };
    let (before, after) = (slope(0, middle.max(1) - 1), slope(middle.max(1) - 1, last));
    let threshold = (LASTING * before.mean).max(ERRORS * after.error);
    let long = last >= SHORTEST_TREND;
    let known = long && [before.mean, after.mean, after.error].iter().all(|x| !x.is_nan());
    let sentence = || {
        format!(
            "With each doubling of the generations the risk rises by {:.3} ± {:.3} bits, at first by {:.3}; it diverges if \
             that is more than chance and at least seven tenths as much as at first.",
            after.mean, after.error, before.mean
        )
    };
    let unknown = if long { NOTHING_HELD_OUT } else { "a trend takes 8 generations" };
    Score::new(
        "diverging-risk",
        known.then_some(after.mean > threshold),
        (after.mean, threshold),
        sentence,
        unknown,
    )
}

/// Share of its first pace that a rise must keep in order to be one without end.
const LASTING: f64 = 0.7;

/// Fewest generations in which a trend is looked for.
const SHORTEST_TREND: usize = 8;

/// 4, change in scaling law: a doubling of the human text saves the last model another number of bits than the first one.
/// (A law that is only shifted, as if there were less human text, has not changed in this sense.)
fn scaling_law(evidence: &Evidence) -> Score {
    let sizes = &evidence.sizes;
    let saved = |bits: &dyn Fn(&super::Size) -> f64| {
        let points = sizes.iter().map(|size| (libm::log2(size.tokens), bits(size)));
        -slope(points.collect::<Vec<_>>().into_iter())
    };
    let seeds = sizes.iter().map(|size| size.last.len()).min().unwrap_or(0);
    let before = saved(&|size| size.first);
    let after = Mean::of((0..seeds).map(|seed| saved(&|size| size.last[seed])));
    let change = Mean { mean: (after.mean - before).abs(), error: after.error };
    let sentence = || {
        format!(
            "A doubling of the human text saves the first model {before:.3} bits a token, the last one {:.3} ± {:.3}.",
            after.mean, after.error
        )
    };
    let unknown = if sizes.len() > 1 {
        NOTHING_HELD_OUT
    } else {
        "it takes runs on parts of the text, which is too short"
    };
    let holds = change.exceeds(Mean::exactly(0.0));
    Score::new("scaling-law", holds, (after.mean, before), sentence, unknown)
}

/// 5, collapsing variance: two tokens of the last text, drawn with replacement, differ less often than those of human text drawn
/// anew. For words without an order, this is what variance is for numbers.
fn collapsing_variance(evidence: &Evidence) -> Score {
    let now = evidence.mean(|run| run.simpson);
    let fair = evidence.baseline(|resample| resample.simpson);
    let sentence = || {
        format!(
            "Two words of the last text differ with chance {:.5} ± {:.5}, of human text drawn anew with {:.5} ± {:.5}.",
            now.mean, now.error, fair.mean, fair.error
        )
    };
    Score::new(
        "collapsing-variance",
        fair.exceeds(now),
        (now.mean, fair.mean),
        sentence,
        "there are too few runs",
    )
}

/// Most that a model of the human text may write outside human passages, if these are to be its modes.
const NO_PASSAGES: f64 = 0.99;

/// 6, entanglement of real modes: human passages are the modes of a text; more of what the last model wrote stands in none than
/// of what models write that have read the human text alone. Not known where those write none to speak of, as at orders 1
/// and 2.
fn entangled_modes(evidence: &Evidence) -> Score {
    let last = evidence.mean(|run| run.spliced);
    let first = Mean::of(evidence.first_spliced.iter().copied());
    let sentence = || {
        let [last, first] = [last.mean, first.mean].map(percent);
        format!(
            "Of what the last model wrote {last} stands in no passage of a human, of what a model of the human text \
             writes {first}."
        )
    };
    let holds = last.exceeds(first).filter(|_| first.mean <= NO_PASSAGES);
    let unknown = "models of this order write no human passages to begin with, or there are too few runs";
    Score::new("entangled-modes", holds, (last.mean, first.mean), sentence, unknown)
}

/// 7, disappearance of real tail data: more of the human text is in words that are gone than where human text is drawn anew.
fn tail_lost(evidence: &Evidence) -> Score {
    let lost = evidence.mean(|run| run.tail_lost);
    let fair = evidence.baseline(|resample| resample.tail_lost);
    let sentence = || {
        let [lost, fair] = [lost.mean, fair.mean].map(percent);
        format!(
            "The words that are gone made up {lost} of the human text; where human text is drawn anew, {fair}."
        )
    };
    Score::new("lost-tail", lost.exceeds(fair), (lost.mean, fair.mean), sentence, "there are too few runs")
}

/// 8, appearance of hallucinated data: of what the last model wrote more tokens complete an (n+1)-gram that no human wrote than
/// of held-out human text, which is new to the training text as well. (Any model that does more than copy writes some.)
fn hallucinated(evidence: &Evidence) -> Score {
    let invented = evidence.mean(|run| run.invented);
    let human = evidence.human.invented;
    let sentence = || {
        let [invented, human] = [invented.mean, human].map(percent);
        format!(
            "Of the tokens that the last model wrote {invented} end a run of words, one longer than its order, that \
             stands nowhere in the human text; of those of held-out human text {human} do."
        )
    };
    let holds = invented.exceeds(Mean::exactly(human));
    Score::new("hallucinated-data", holds, (invented.mean, human), sentence, NOTHING_HELD_OUT)
}

/// Slope of a straight line through these points, by least squares; NaN of fewer than two.
fn slope(points: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let n = points.clone().count() as f64;
    let x_mean = points.clone().map(|(x, _)| x).sum::<f64>() / n;
    let y_mean = points.clone().map(|(_, y)| y).sum::<f64>() / n;
    let across = points.clone().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum::<f64>();
    across / points.map(|(x, _)| (x - x_mean) * (x - x_mean)).sum::<f64>()
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
