//! Suffix arrays: what stands where else, in time that no text can make quadratic.

/// The places of a text in the order of what follows them, with what neighbours have in common.
///
/// A boundary (0) is equal to nothing, not even to another boundary: all that matches lies within documents, and a
/// text that repeats whole documents is not deeper than its longest document.
#[derive(Debug)]
pub(super) struct SuffixArray {
    /// The places, by the suffixes that begin there. A suffix that is a prefix of another stands before it.
    pub(super) places: Vec<u32>,
    /// Longest common prefix of each suffix with the one before it in `places`; 0 for the first.
    pub(super) shared: Vec<u32>,
    /// By place: how many tokens there are up to the end of the document.
    pub(super) room: Vec<u32>,
}

impl SuffixArray {
    /// Sorts the suffixes of `text`, which has fewer than 2³² tokens.
    ///
    /// Prefix doubling, as by Larsson and Sadakane ("Faster suffix sorting", 2007): suffixes that agree in their first
    /// k tokens are sorted by the rank of what comes k tokens later. O(n log² n) for any text, and close to
    /// one sort for most.
    pub(super) fn new(text: &[u32]) -> Self {
        let mut keys = text.iter().zip(0_u64..).map(|(&t, place)| pack(t, place)).collect::<Vec<_>>();
        keys.sort_unstable();
        let mut places = keys.iter().map(|&key| key as u32).collect::<Vec<_>>();
        // By place: where its group, all that is still equal to it, begins in `places`.
        let mut ranks = vec![0_u32; text.len()];
        let mut open = Vec::new();
        split(&keys, 0, &mut ranks, &mut open);
        let mut depth = 1;
        while !open.is_empty() {
            for (start, end) in std::mem::take(&mut open) {
                let group = &mut places[start as usize..end as usize];
                keys.clear();
                keys.extend(group.iter().map(|&place| {
                    // The end of the text is smaller than everything.
                    let later = ranks.get(place as usize + depth).map_or(0, |&rank| rank + 1);
                    pack(later, u64::from(place))
                }));
                keys.sort_unstable();
                for (place, &key) in group.iter_mut().zip(&keys) {
                    *place = key as u32;
                }
                // Some groups will meet ranks that are finer than k tokens. They are right all the same.
                split(&keys, start, &mut ranks, &mut open);
            }
            depth *= 2;
        }
        let mut room = vec![0; text.len()];
        for place in (0..text.len()).rev().filter(|&place| text[place] != 0) {
            room[place] = 1 + room.get(place + 1).unwrap_or(&0);
        }
        let shared = shared(text, &places, &ranks);
        Self { places, shared, room }
    }

    /// The places of each different n-gram that lies within a document, for one n of at least 1.
    pub(super) fn ngrams(&self, n: u32) -> impl Iterator<Item = &[u32]> {
        let mut next = 0;
        std::iter::from_fn(move || {
            while next < self.places.len() {
                let start = next;
                next += 1;
                while self.shared.get(next).is_some_and(|&shared| shared >= n) {
                    next += 1;
                }
                if self.room[self.places[start] as usize] >= n {
                    return Some(&self.places[start..next]);
                }
            }
            None
        })
    }

    /// By place from `border` on: the length of the longest match with anything that begins before `border`.
    pub(super) fn matches_across(&self, border: usize) -> Vec<u32> {
        let mut longest = vec![0; self.places.len() - border];
        // The best match is the nearest suffix from before the border, on one side or the other.
        let mut above = 0;
        for (&place, &shared) in self.places.iter().zip(&self.shared) {
            above = shared.min(above);
            match (place as usize).checked_sub(border) {
                Some(place) => longest[place] = above,
                None => above = u32::MAX,
            }
        }
        let mut below = 0;
        for (&place, &shared) in self.places.iter().zip(&self.shared).rev() {
            match (place as usize).checked_sub(border) {
                Some(place) => longest[place] = below.max(longest[place]),
                None => below = u32::MAX,
            }
            below = shared.min(below);
        }
        longest
    }

    /// By place: the length of the longest factor that begins there and somewhere before (LPF); the two may overlap.
    pub(super) fn longest_previous(mut self) -> Vec<u32> {
        let len = self.places.len() as u32;
        let mut rank = vec![0; self.places.len()];
        for (&place, r) in self.places.iter().zip(0_u32..) {
            rank[place as usize] = r;
        }
        // A list from which the last place is taken, again and again: its neighbours are then earlier places.
        let mut before = (0..len).map(|r| r.wrapping_sub(1)).collect::<Vec<_>>();
        let mut after = (1..=len).collect::<Vec<_>>();
        let mut longest = vec![0; self.places.len()];
        for place in (0..self.places.len()).rev() {
            let here = rank[place] as usize;
            let (above, below) = (before[here] as usize, after[here] as usize);
            let with_above = self.shared[here];
            longest[place] = with_above;
            if let Some(with_below) = self.shared.get_mut(below) {
                longest[place] = with_above.max(*with_below);
                *with_below = with_above.min(*with_below);
                before[below] = above as u32;
            }
            if let Some(after) = after.get_mut(above) {
                *after = below as u32;
            }
        }
        longest
    }
}

fn pack(key: u32, place: u64) -> u64 {
    u64::from(key) << 32 | place
}

/// Gives the places of one sorted group, which begins at `start`, the ranks of the groups that it falls into. Those of
/// several members are put on the list of open ones.
fn split(keys: &[u64], start: u32, ranks: &mut [u32], open: &mut Vec<(u32, u32)>) {
    let mut first = start;
    // No two boundaries are equal. Only the first sort meets the key 0 more than once.
    for group in keys.chunk_by(|a, b| a >> 32 == b >> 32 && a >> 32 != 0) {
        for &key in group {
            ranks[key as u32 as usize] = first;
        }
        let end = first + group.len() as u32;
        if group.len() > 1 {
            open.push((first, end));
        }
        first = end;
    }
}

/// Longest common prefixes of neighbours (Kasai et al. 2001): that of the next place is at most one token shorter.
fn shared(text: &[u32], places: &[u32], ranks: &[u32]) -> Vec<u32> {
    let mut shared = vec![0; text.len()];
    let mut length = 0_usize;
    for (place, &rank) in ranks.iter().enumerate() {
        if rank == 0 {
            length = 0;
            continue;
        }
        let other = places[rank as usize - 1] as usize;
        let (ours, others) = (&text[place + length..], &text[other + length..]);
        length += ours.iter().zip(others).take_while(|(a, b)| a == b && **a != 0).count();
        shared[rank as usize] = length as u32;
        length = length.saturating_sub(1);
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use rand::{RngExt as _, SeedableRng as _};

    /// Length of the common prefix of two suffixes, within documents.
    fn common(text: &[u32], a: usize, b: usize) -> u32 {
        let pairs = text[a..].iter().zip(&text[b..]);
        if a == b { 0 } else { pairs.take_while(|(a, b)| a == b && **a != 0).count() as u32 }
    }

    fn check(text: &[u32]) {
        let array = SuffixArray::new(text);
        let all = 0..text.len();
        // Boundaries differ, the first is the smallest, and all are smaller than words.
        let distinct = |place: usize| {
            let symbol = move |(at, &t): (usize, &u32)| if t == 0 { at } else { text.len() + t as usize };
            text.iter().enumerate().skip(place).map(symbol)
        };
        let mut places = all.clone().collect::<Vec<_>>();
        places.sort_by(|&a, &b| distinct(a).cmp(distinct(b)));
        assert!(array.places.iter().map(|&place| place as usize).eq(places.iter().copied()), "{text:?}");
        let shared = (all.clone()).map(|r| if r == 0 { 0 } else { common(text, places[r - 1], places[r]) });
        assert!(shared.eq(array.shared.iter().copied()), "{text:?}");
        let room = all.clone().map(|place| text[place..].iter().take_while(|t| **t != 0).count() as u32);
        assert!(room.eq(array.room.iter().copied()), "{text:?}");
        for n in 1..5 {
            let found = array.ngrams(n).map(|places| {
                let mut places = places.iter().map(|&place| place as usize).collect::<Vec<_>>();
                places.sort_unstable();
                places
            });
            let mut groups = std::collections::BTreeMap::<&[u32], Vec<usize>>::new();
            for (place, ngram) in text.windows(n as usize).enumerate().filter(|(_, w)| !w.contains(&0)) {
                groups.entry(ngram).or_default().push(place);
            }
            assert!(found.eq(groups.into_values()), "{n}-grams of {text:?}");
        }
        for border in [0, 1, text.len() / 3, text.len() / 2, text.len()].map(|at| at.min(text.len())) {
            let matches = (border..text.len()).map(|p| (0..border).map(|q| common(text, p, q)).max());
            let matches = matches.map(Option::unwrap_or_default).collect::<Vec<_>>();
            assert_eq!(array.matches_across(border), matches, "border {border} in {text:?}");
        }
        let previous = all.map(|p| (0..p).map(|q| common(text, p, q)).max().unwrap_or(0));
        assert!(array.longest_previous().into_iter().eq(previous), "{text:?}");
    }

    #[test]
    fn by_brute_force() {
        let mut rng = Rng::seed_from_u64(31);
        for _ in 0..3_000 {
            let (len, types) = (rng.random_range(0..=40_u32), rng.random_range(1..=5_u32));
            check(&(0..len).map(|_| rng.random_range(0..=types)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn by_brute_force_on_repetitions() {
        for period in 1..6 {
            for len in 0..30 {
                check(&(0..len).map(|place| 1 + place % period).collect::<Vec<_>>());
                check(&(0..len).map(|place| place % period).collect::<Vec<_>>());
            }
        }
        let mut fibonacci = (vec![1], vec![1, 2]);
        while fibonacci.1.len() < 100 {
            let next = [fibonacci.1.clone(), fibonacci.0].concat();
            fibonacci = (fibonacci.1, next);
        }
        check(&fibonacci.1);
    }

    /// What would take hours if it were quadratic.
    #[test]
    fn the_worst_texts_are_no_worse() {
        const LEN: u32 = 300_000;
        let same = SuffixArray::new(&vec![7; LEN as usize]);
        assert!(same.places.iter().copied().eq((0..LEN).rev()));
        assert!(same.shared.iter().copied().eq(0..LEN));
        assert!(same.longest_previous().into_iter().skip(1).eq((1..LEN).rev()));
        // A verbatim copy of one long document.
        let half = (1..LEN / 2).chain([0]);
        let copied = SuffixArray::new(&half.clone().chain(half).collect::<Vec<_>>());
        assert!(copied.matches_across(LEN as usize / 2).into_iter().eq((0..LEN / 2).rev()));
    }
}
