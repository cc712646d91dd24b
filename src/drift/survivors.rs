//! How many types are alive, and how many readings of human tokens have descendants.

use super::lineages::{Ancestry, Schedule};
use super::passages::{Class, Passages};

/// Expectation and variance.
pub(super) type Moments = (f64, f64);

/// What is certain has no variance; beyond this, 1 − x is lost in rounding.
const CERTAIN: f64 = 1.0 - 1e-12;

/// Living types in generation `t`.
///
/// A type is dead if no founder of it has descendants. With x_k the survival of a founder of generation k, c the
/// occurrences of the type and d the documents that hold it, P(dead) = (1 − x_0)^c · Π (1 − hits(x_k) / D)^fresh_k,
/// hits(x) = d (1 − (1 − x)^(c/d)): a drawn document holds the type, and one of its occurrences there has descendants.
/// Documents that never leave: C(D − d, kept) / C(D, kept) · (1 − x_0)^c.
///
/// The variance is that of a process in which blocks are copied, and documents drawn, a Poisson number of times each,
/// less what the fixed number of documents takes away:
///
/// 1. Σ q (1 − q), as if types lived and died alone with chances q;
/// 2. two types of one document or block die together more often than P P': by the factor exp(J), J being the expected
///    number of founding events that leave both alive;
/// 3. documents have random lengths, so a generation has more or fewer tokens than the one before, and with them go
///    the types ([`Schedule::ancestry`]); the number of documents drawn is fixed.
pub(super) fn types(passages: &Passages, schedule: &Schedule, t: usize) -> Moments {
    let ancestry = schedule.ancestry(t);
    let documents = schedule.documents;
    let mut dead = Vec::with_capacity(passages.classes.len());
    let (mut mean, mut alone, mut slope, mut kept_slope) = (0.0, 0.0, 0.0, 0.0);
    let mut hits_of = vec![0.0; ancestry.cohorts.len()];
    for class in &passages.classes {
        let &Class { types, count, documents: holding } = class;
        let not_kept = if t == 0 { 1.0 } else { without(documents, schedule.kept, holding) };
        let mut absent = not_kept * libm::pow(1.0 - ancestry.first, count);
        absent *= unseen(class, &ancestry, documents);
        dead.push(absent);
        mean += types * (1.0 - absent);
        alone += types * absent * (1.0 - absent);
        slope += types * absent * count;
        kept_slope += types * absent * holding;
        if absent > NEGLIGIBLE {
            for (hits_of, cohort) in hits_of.iter_mut().zip(&ancestry.cohorts) {
                *hits_of += types * absent * hits(class, cohort.survival);
            }
        }
    }
    let kept = schedule.kept_share();
    if ancestry.first > CERTAIN || kept > CERTAIN {
        return (mean, 0.0);
    }
    let together = kept / (1.0 - kept);
    let per_document = (1.0 + together) * libm::exp(ancestry.sum(documents, |x| x * x)) - 1.0;
    let per_block = (1.0 + together) * libm::exp(ancestry.sum(documents, |x| x)) / (1.0 - ancestry.first)
        - (1.0 + per_document);
    let mut variance = alone + per_block * passages.blocks.pairs(&dead);
    if per_document > 0.0 {
        variance += per_document * passages.documents.pairs(&dead);
    }
    let relative = passages.excess / (passages.tokens * passages.tokens);
    variance += relative * slope * slope * ancestry.spread_of_dead;
    variance -= together * kept_slope * kept_slope / documents;
    for (hits, cohort) in hits_of.iter().zip(&ancestry.cohorts) {
        variance -= cohort.documents * (hits / documents) * (hits / documents);
    }
    (mean, variance.max(0.0))
}

/// A type that is missing with less than this chance needs no further thought.
const NEGLIGIBLE: f64 = 1e-15;

/// Documents of those that hold a type in which one of its occurrences has descendants, each with chance `x`.
fn hits(class: &Class, x: f64) -> f64 {
    if class.count == class.documents {
        return class.documents * x;
    }
    class.documents * (1.0 - libm::pow(1.0 - x, class.count / class.documents))
}

/// The chance that no human document drawn anew keeps a type alive.
fn unseen(class: &Class, ancestry: &Ancestry, documents: f64) -> f64 {
    let mut exponent = 0.0;
    for cohort in &ancestry.cohorts {
        exponent += cohort.documents * libm::log1p(-hits(class, cohort.survival) / documents);
        // The youngest come first and decide most.
        if exponent < -40.0 {
            return 0.0;
        }
    }
    libm::exp(exponent)
}

/// The chance that none of `chosen` documents, drawn without replacement from `all`, is one of `holding`.
fn without(all: f64, chosen: f64, holding: f64) -> f64 {
    let (mut chance, mut taken) = (1.0, 0.0);
    while chosen > 0.0 && taken < holding && chance > NEGLIGIBLE {
        chance *= ((all - chosen - taken) / (all - taken)).max(0.0);
        taken += 1.0;
    }
    chance
}

/// Readings of human tokens that have descendants in generation `t`: tokens of generation 0, and tokens of each human
/// document each time that it was drawn. Σ over founders of their survival; documents that never leave are read once.
pub(super) fn readings(passages: &Passages, schedule: &Schedule, t: usize) -> Moments {
    if t == 0 {
        return (passages.tokens, 0.0);
    }
    let ancestry = schedule.ancestry(t);
    let &Passages { tokens, excess, squared_blocks, squared_documents, .. } = passages;
    let documents = schedule.documents;
    let kept = schedule.kept_share();
    let s = ancestry.first;
    let squared_mean = tokens * tokens / documents;
    let mean = tokens * (kept + (1.0 - kept) * s + ancestry.sum(documents, |x| x));

    // Blocks of generation 0 live or die whole; so do those of drawn documents, whose lengths differ besides.
    let mut variance =
        squared_blocks * ((1.0 - kept) * s * (1.0 - s) + ancestry.sum(documents, |x| x * (1.0 - x)));
    variance += (squared_documents - squared_mean) * ancestry.sum(documents, |x| x * x);
    variance += (squared_documents - squared_mean) * (1.0 - s) * (1.0 - s) * kept * (1.0 - kept);
    variance += excess * (1.0 - kept) * (1.0 - kept) * ancestry.spread_of_living;
    (mean, variance.max(0.0))
}
