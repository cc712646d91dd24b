//! Sorting, in one place: every kind of thing that is sorted would add its own copy of the standard sort, 4 kB
//! each, to what a reader downloads.

/// The places of `keys`, the largest key first; equal keys stay in their order.
pub(crate) fn descending(keys: impl Iterator<Item = u32>) -> impl Iterator<Item = usize> {
    let mut packed = keys.zip(0_u64..).map(|(key, place)| u64::from(!key) << 32 | place).collect::<Vec<_>>();
    packed.sort_unstable();
    packed.into_iter().map(|packed| (packed & u64::from(u32::MAX)) as usize)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_largest_comes_first_and_equals_stay_in_order() {
        let order = super::descending([3, 0, u32::MAX, 3, 1].into_iter());
        assert_eq!(order.collect::<Vec<_>>(), [2, 0, 3, 4, 1]);
    }
}
