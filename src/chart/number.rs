//! Numbers as a reader meets them: separated thousands, round ticks, powers of ten.

/// `1204.0` as `1,204`, with `group` for the comma: rounded to a whole number.
pub(super) fn digits(value: f64, group: &str) -> String {
    // By way of an integer: formatting a float with a precision alone would add 7 kB to the page.
    let digits = (value.abs().round() as u64).to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0.0 && digits != "0" {
        text.push('−');
    }
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    text
}

/// Multiples of 1, 2 or 5 times a power of ten from 0 to `max`: the finest set of at most `limit` steps.
pub(super) fn ticks(max: f64, limit: usize) -> Vec<f64> {
    if !max.is_finite() {
        return vec![0.0];
    }
    let limit = limit.max(1) as f64;
    let mut decade = 1.0;
    let step = loop {
        if let Some(step) = [1.0, 2.0, 5.0].map(|m| m * decade).into_iter().find(|s| max / s <= limit) {
            break step;
        }
        decade *= 10.0;
    };
    (0..=(max / step) as u32).map(|i| f64::from(i) * step).collect()
}

/// Multiples of 1, 2 or 5 times a power of ten, 0.1 at the finest, within `low` and `high`: the finest set of at most `limit`
/// steps.
pub(super) fn steps(low: f64, high: f64, limit: usize) -> Vec<f64> {
    if !(high - low).is_finite() {
        return Vec::new();
    }
    let step = ticks((high - low) * 10.0, limit).get(1).map_or(1.0, |tenths| tenths / 10.0);
    let (first, last) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
    (first..=last).map(|i| i as f64 * step).collect()
}

/// The powers of ten from 1 to `max`, thinned evenly until at most `limit` steps separate them.
pub(super) fn decades(max: f64, limit: usize) -> Vec<f64> {
    let all: Vec<f64> =
        std::iter::successors(Some(1.0), |d| Some(d * 10.0)).take_while(|d| *d <= max).collect();
    let stride = (all.len().saturating_sub(1)).div_ceil(limit.max(1)).max(1);
    all.into_iter().step_by(stride).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_bits_are_stepped() {
        assert_eq!(steps(0.0, 1.0, 5), [0.0, 0.2, 0.4, 3.0 * 0.2, 0.8, 1.0]);
        assert_eq!(steps(8.23, 9.6, 4), [8.5, 9.0, 9.5]);
    }

    #[test]
    fn thousands_are_separated() {
        let cases = [(0.0, "0"), (-0.2, "0"), (999.4, "999"), (1000.0, "1,000"), (1_234_567.0, "1,234,567")];
        for (value, text) in cases {
            assert_eq!(digits(value, ","), text);
        }
    }

    #[test]
    fn ticks_are_round_whole_and_few() {
        assert_eq!(ticks(3.0, 5), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(30.0, 6), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0]);
        assert_eq!(ticks(5210.0, 4), [0.0, 2000.0, 4000.0]);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!((ticks(f64::INFINITY, 4), steps(-1e308, 1e308, 4)), (vec![0.0], vec![]));
        assert_eq!(steps(-1e300, 1e300, 4).len(), 5);
        for max in 1..500 {
            assert!(ticks(f64::from(max), 4).len() <= 5);
        }
    }

    #[test]
    fn decades_are_powers_of_ten() {
        assert_eq!(decades(2500.0, 9), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(decades(20_000.0, 2), [1.0, 100.0, 10_000.0]);
        assert_eq!(decades(1.0, 3), [1.0]);
    }
}
