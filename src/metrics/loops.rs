//! Loops that a model cannot leave: what mode collapse ends in.

use crate::corpus::TokenId;
use crate::decoding::DecodedModel;
use crate::ngram::{CLOSED, Draw as _, OPENING};

/// The terminal loop, token by token: a cycle of contexts, each with one continuation only, so that a writer who has entered
/// it repeats the same tokens for ever. The end of a document leads back to a head, and counts as a token.
///
/// The shortest of all such cycles that can be reached from a document's head, beginning behind a document's end if it holds
/// one; `None` while every context that can be reached leads to a choice.
#[must_use]
pub fn terminal_loop(model: &DecodedModel) -> Option<Vec<TokenId>> {
    let contexts = model.ngrams().context_count();
    let behind = |context: u32| if context == CLOSED { OPENING } else { context };
    // What each context leads to, if there is no choice.
    let mut only = vec![None; contexts];
    let mut tokens = vec![TokenId::BOUNDARY; contexts];
    let mut reached = vec![false; contexts];
    let mut open = vec![OPENING];
    reached[OPENING as usize] = true;
    while let Some(context) = open.pop() {
        let mut steps = model.support(context);
        if let (Some(step), None) = (steps.next(), steps.next()) {
            only[context as usize] = Some(behind(step.context));
            tokens[context as usize] = model.ngrams().next()[step.ngram as usize];
        }
        for step in model.support(context) {
            let next = behind(step.context);
            if !std::mem::replace(&mut reached[next as usize], true) {
                open.push(next);
            }
        }
    }
    let cycle = shortest_cycle(&only)?;
    let mut cycle = cycle.into_iter().map(|context| tokens[context]).collect::<Vec<_>>();
    let start = cycle.iter().position(|&token| token == TokenId::BOUNDARY).map_or(0, |end| end + 1);
    let length = cycle.len();
    cycle.rotate_left(start % length);
    Some(cycle)
}

/// The number of tokens in the [`terminal_loop`].
#[must_use]
pub fn loop_period(model: &DecodedModel) -> Option<usize> {
    terminal_loop(model).map(|cycle| cycle.len())
}

/// The nodes of the shortest cycle of a graph in which every node leads to one other or to none.
fn shortest_cycle(next: &[Option<u32>]) -> Option<Vec<usize>> {
    // For each node, the walk that first came by and its step there.
    let mut visited = vec![(usize::MAX, 0_usize); next.len()];
    let mut shortest: Option<(usize, usize)> = None;
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
            if walk == start && shortest.is_none_or(|(length, _)| step - at < length) {
                shortest = Some((step - at, node));
            }
        }
    }
    let (length, node) = shortest?;
    let walk = std::iter::successors(Some(node), |&node| next[node].map(|next| next as usize));
    Some(walk.take(length).collect())
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
            let cycle = shortest_cycle(&next);
            assert_eq!(cycle.as_ref().map(Vec::len), brute_force(&next), "{next:?}");
            for (i, &node) in cycle.iter().flatten().enumerate() {
                let cycle = cycle.as_ref().unwrap();
                assert_eq!(next[node], Some(cycle[(i + 1) % cycle.len()] as u32), "{next:?}");
            }
            found += u32::from(cycle.is_some());
        }
        assert!((300..2_900).contains(&found));
    }
}
