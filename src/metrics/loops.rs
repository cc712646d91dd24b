//! Loops that a model cannot leave: what mode collapse ends in.

use crate::decoding::DecodedModel;
use crate::ngram::{CLOSED, Draw as _, OPENING};

/// The period of the terminal loop: a cycle of contexts, each with one continuation only, so that a writer who has
/// entered it repeats the same tokens for ever. The end of a document leads back to a head, and counts as a token.
///
/// The shortest of all such cycles that can be reached from a document's head; `None` while every context that can be
/// reached leads to a choice.
#[must_use]
pub fn loop_period(model: &DecodedModel) -> Option<usize> {
    let contexts = model.ngrams().context_count();
    let behind = |context: u32| if context == CLOSED { OPENING } else { context };
    // What each context leads to, if there is no choice.
    let mut only = vec![None; contexts];
    let mut reached = vec![false; contexts];
    let mut open = vec![OPENING];
    reached[OPENING as usize] = true;
    while let Some(context) = open.pop() {
        let mut steps = model.support(context);
        if let (Some(step), None) = (steps.next(), steps.next()) {
            only[context as usize] = Some(behind(step.context));
        }
        for step in model.support(context) {
            let next = behind(step.context);
            if !std::mem::replace(&mut reached[next as usize], true) {
                open.push(next);
            }
        }
    }
    shortest_cycle(&only)
}

/// The shortest cycle of a graph in which every node leads to one other or to none.
fn shortest_cycle(next: &[Option<u32>]) -> Option<usize> {
    // For each node, the walk that first came by and its step there.
    let mut visited = vec![(usize::MAX, 0_usize); next.len()];
    let mut shortest = None;
    for start in 0..next.len() {
        let (mut node, mut step) = (start, 0);
        while visited[node].0 == usize::MAX {
            visited[node] = (start, step);
            step += 1;
            match next[node] {
                Some(behind) => node = behind as usize,
                None => break,
            }
            let (walk, at) = visited[node];
            if walk == start {
                shortest = Some(shortest.map_or(step - at, |known: usize| known.min(step - at)));
            }
        }
    }
    shortest
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt as _, SeedableRng as _};

    /// Follows every node for as many steps as there are nodes.
    fn brute_force(next: &[Option<u32>]) -> Option<usize> {
        let walk = |start: usize, steps: usize| {
            (0..steps).try_fold(start, |node, _| next[node].map(|next| next as usize))
        };
        let period = |start: usize| (1..=next.len()).find(|&steps| walk(start, steps) == Some(start));
        (0..next.len()).filter_map(period).min()
    }

    #[test]
    fn the_shortest_cycle_is_found() {
        let mut rng = crate::rng::Rng::seed_from_u64(3);
        let mut found = 0;
        for _ in 0..3_000 {
            let nodes = rng.random_range(1..9_u32);
            let next = (0..nodes).map(|_| {
                let to = rng.random_range(0..nodes + 2);
                (to < nodes).then_some(to)
            });
            let next = next.collect::<Vec<_>>();
            assert_eq!(shortest_cycle(&next), brute_force(&next), "{next:?}");
            found += u32::from(shortest_cycle(&next).is_some());
        }
        assert!((300..2_900).contains(&found));
    }
}
