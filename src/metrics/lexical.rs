//! Lexical diversity of running text, by measures that do not fall as the text grows.
//!
//! All take the tokens as one stream: documents one after the other, boundaries left out.

use crate::corpus::TokenId;

/// Tokens of a random sample for [`hdd`].
const SAMPLE: usize = 42;
/// Tokens of a window for [`mattr`].
const WINDOW: usize = 50;
/// Share of types at which a factor of [`mtld`] is complete.
const THRESHOLD: f64 = 0.72;

/// HD-D (McCarthy and Jarvis 2007): the expected share of types in a sample of 42 tokens, drawn without replacement.
/// From 1/42 to 1. NaN for fewer than 42 tokens.
#[must_use]
pub fn hdd(tokens: &[TokenId]) -> f64 {
    if tokens.len() < SAMPLE {
        return f64::NAN;
    }
    let mut counts = vec![0_u32; types_bound(tokens)];
    for token in tokens {
        counts[token.index()] += 1;
    }
    let contributions = counts.iter().filter(|&&count| count > 0).map(|&count| {
        // The chance that the sample misses the type: each draw takes one of the other tokens that are left.
        let others = tokens.len() - count as usize;
        let left = |drawn| others.saturating_sub(drawn) as f64 / (tokens.len() - drawn) as f64;
        1.0 - (0..SAMPLE).map(left).product::<f64>()
    });
    contributions.sum::<f64>() / SAMPLE as f64
}

/// MATTR (Covington and McFall 2010): the mean share of types over all windows of 50 tokens. From 1/50 to 1. NaN for
/// fewer than 50 tokens.
#[must_use]
pub fn mattr(tokens: &[TokenId]) -> f64 {
    let mut counts = vec![0_u32; types_bound(tokens)];
    let (mut types, mut sum) = (0_u64, 0_u64);
    for (place, token) in tokens.iter().enumerate() {
        if let Some(left) = place.checked_sub(WINDOW) {
            let count = &mut counts[tokens[left].index()];
            *count -= 1;
            types -= u64::from(*count == 0);
        }
        let count = &mut counts[token.index()];
        types += u64::from(*count == 0);
        *count += 1;
        if place + 1 >= WINDOW {
            sum += types;
        }
    }
    let windows = (tokens.len() + 1).saturating_sub(WINDOW);
    sum as f64 / (windows * WINDOW) as f64
}

/// MTLD (McCarthy and Jarvis 2010), the original: the mean number of tokens until the share of types has fallen to 0.72
/// or below, reading forward and backward. What is left at the end counts as the part of a factor that its share of
/// types has come down. A text without any repetition has its own length. In tokens; NaN for none.
#[must_use]
pub fn mtld(tokens: &[TokenId]) -> f64 {
    if tokens.is_empty() {
        return f64::NAN;
    }
    let bound = types_bound(tokens);
    let forward = factors(tokens.iter(), bound);
    let backward = factors(tokens.iter().rev(), bound);
    let length = |factors: f64| tokens.len() as f64 / if factors == 0.0 { 1.0 } else { factors };
    f64::midpoint(length(forward), length(backward))
}

/// How many times the share of types falls to the threshold.
fn factors<'t>(tokens: impl Iterator<Item = &'t TokenId>, bound: usize) -> f64 {
    // By type: the factor that met it last, counted from 1.
    let mut met = vec![0_u32; bound];
    let (mut factor, mut types, mut length, mut share) = (1, 0_u32, 0_u32, 1.0);
    for token in tokens {
        length += 1;
        types += u32::from(std::mem::replace(&mut met[token.index()], factor) != factor);
        share = f64::from(types) / f64::from(length);
        if share <= THRESHOLD {
            factor += 1;
            (types, length, share) = (0, 0, 1.0);
        }
    }
    f64::from(factor - 1) + (1.0 - share) / (1.0 - THRESHOLD)
}

/// All ids are below this.
fn types_bound(tokens: &[TokenId]) -> usize {
    tokens.iter().map(|token| token.index() + 1).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use rand::{RngExt as _, SeedableRng as _};
    use std::collections::BTreeSet;

    fn close(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-12, "{value} is not {expected}");
    }

    fn slow_factors(tokens: &[TokenId]) -> f64 {
        let share =
            |tokens: &[TokenId]| tokens.iter().collect::<BTreeSet<_>>().len() as f64 / tokens.len() as f64;
        for end in 1..=tokens.len() {
            if share(&tokens[..end]) <= 0.72 {
                return 1.0 + slow_factors(&tokens[end..]);
            }
        }
        if tokens.is_empty() { 0.0 } else { (1.0 - share(tokens)) / (1.0 - 0.72) }
    }

    #[test]
    fn by_brute_force() {
        let mut rng = Rng::seed_from_u64(33);
        for _ in 0..300 {
            let (len, types) = (rng.random_range(1..=150_u32), rng.random_range(1..=90_u32));
            let tokens = (0..len).map(|_| TokenId(rng.random_range(1..=types))).collect::<Vec<_>>();
            let windows = tokens.windows(50).map(|w| w.iter().collect::<BTreeSet<_>>().len() as f64 / 50.0);
            let count = windows.len() as f64;
            if len < 50 {
                assert!(mattr(&tokens).is_nan());
            } else {
                close(mattr(&tokens), windows.sum::<f64>() / count);
            }
            let reversed = tokens.iter().rev().copied().collect::<Vec<_>>();
            let length =
                |factors: f64| if factors == 0.0 { f64::from(len) } else { f64::from(len) / factors };
            let expected = f64::midpoint(length(slow_factors(&tokens)), length(slow_factors(&reversed)));
            assert!((mtld(&tokens) / expected - 1.0).abs() < 1e-12, "{tokens:?}");
        }
    }

    /// Where a sample is the whole text, the expectation is its share of types.
    #[test]
    fn hdd_at_its_ends() {
        let tokens = (0..43).map(|place| TokenId(1 + place % 7)).collect::<Vec<_>>();
        close(hdd(&tokens[..42]), 7.0 / 42.0);
        // One token is missing from each sample: no type has less than six, so none is missed.
        close(hdd(&tokens), 7.0 / 42.0);
        close(hdd(&[TokenId(3); 500]), 1.0 / 42.0);
        let different = (1..=100).map(TokenId).collect::<Vec<_>>();
        close(hdd(&different), 1.0);
        assert!(hdd(&tokens[..41]).is_nan());
    }

    #[test]
    fn texts_without_a_factor() {
        assert!(mtld(&[]).is_nan() && mattr(&[]).is_nan() && hdd(&[]).is_nan());
        let different = (1..=30).map(TokenId).collect::<Vec<_>>();
        assert_eq!(mtld(&different), 30.0);
        // One word again and again: the share is 1/2 at every second token.
        assert_eq!(mtld(&[TokenId(1); 10]), 2.0);
        // 18 types in 25 tokens are 0.72 exactly, and that completes a factor.
        let eighteen = (1..=18).chain(std::iter::repeat_n(18, 7)).map(TokenId).collect::<Vec<_>>();
        assert_eq!(factors(eighteen.iter(), 19), 1.0);
    }
}
