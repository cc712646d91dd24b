//! Sorting, in one place: every kind of thing that is sorted would add its own copy of the standard sort, 4 kB
//! each, to what a reader downloads.

/// The places of `keys`, the largest key first; equal keys stay in their order.
pub(crate) fn descending(keys: impl Iterator<Item = u32>) -> impl Iterator<Item = usize> {
    let mut packed = keys.zip(0_u64..).map(|(key, place)| u64::from(!key) << 32 | place).collect::<Vec<_>>();
    packed.sort_unstable();
    packed.into_iter().map(|packed| (packed & u64::from(u32::MAX)) as usize)
}

/// The numbers, the smallest first; as [`f64::total_cmp`] orders them.
pub(crate) fn ascending(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    // Bits sort as the numbers do, once the sign of those that are positive is set and those that are negative are turned over.
    const SIGN: u64 = 1 << 63;
    let mut keys = numbers
        .map(f64::to_bits)
        .map(|bits| if bits < SIGN { bits | SIGN } else { !bits })
        .collect::<Vec<_>>();
    keys.sort_unstable();
    keys.into_iter().map(|key| f64::from_bits(if key < SIGN { !key } else { key ^ SIGN })).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_sort_as_their_total_order_says() {
        let numbers =
            [3.5, -0.0, f64::NEG_INFINITY, 1e-310, 0.0, f64::INFINITY, -2.0, 3.5, -1e300, f64::MIN_POSITIVE];
        let mut expected = numbers;
        expected.sort_unstable_by(f64::total_cmp);
        let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&super::ascending(numbers.into_iter())), bits(&expected));
    }

    #[test]
    fn the_largest_comes_first_and_equals_stay_in_order() {
        let order = super::descending([3, 0, u32::MAX, 3, 1].into_iter());
        assert_eq!(order.collect::<Vec<_>>(), [2, 0, 3, 4, 1]);
    }
}
