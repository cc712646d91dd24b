//! Diversity of a distribution over types, from its counts.

/// How varied the words of a corpus are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Diversity {
    /// Different types.
    pub types: usize,
    /// Types that occur exactly once.
    pub hapax: usize,
    /// Shannon entropy in bits, −Σ p log₂ p: the plug-in estimate, biased down by about (types − 1) / 2N ln 2.
    pub entropy_bits: f64,
    /// Gini-Simpson index, 1 − Σ p²: the chance that two tokens drawn with replacement differ.
    pub simpson: f64,
    /// Hill numbers of order 0, 1 and 2: types, 2^entropy, 1 / Σ p². Each is the number of equally frequent
    /// types that would be as diverse; the higher the order, the less the rare ones weigh.
    pub hill: [f64; 3],
}

/// Counts below this look their logarithm up.
const TABLE: usize = 256;

impl Diversity {
    /// The diversity of types that occur `counts` times; zeros are ignored. NaN where no token occurs.
    #[must_use]
    pub fn of(counts: &[u32]) -> Self {
        // Σ c log₂ c over all types, grouped by count: most types share a few small counts.
        let mut with_count = [0_u32; TABLE];
        let (mut tokens, mut squares) = (0_u64, 0_u64);
        let mut weighted_logs = 0.0;
        for &count in counts {
            tokens += u64::from(count);
            squares += u64::from(count) * u64::from(count);
            match with_count.get_mut(count as usize) {
                Some(types) => *types += 1,
                None => weighted_logs += c_log2_c(count),
            }
        }
        let beyond_table = counts.len() - with_count.iter().sum::<u32>() as usize;
        for (count, &types) in with_count.iter().enumerate().skip(2).filter(|&(_, &types)| types > 0) {
            weighted_logs += f64::from(types) * c_log2_c(count as u32);
        }
        let types = beyond_table + with_count[1..].iter().sum::<u32>() as usize;
        let hapax = with_count[1] as usize;
        let n = tokens as f64;
        let entropy_bits = libm::log2(n) - weighted_logs / n;
        Self::from_parts(types, hapax, entropy_bits, squares as f64 / (n * n))
    }

    /// The diversity of types that occur `counts` times but have these shares, which add to 1: documents may have
    /// weights.
    #[must_use]
    pub fn weighted(counts: &[u32], shares: &[f64]) -> Self {
        let with_count = |wanted: fn(u32) -> bool| counts.iter().filter(|&&count| wanted(count)).count();
        let positive = || shares.iter().copied().filter(|&p| p > 0.0);
        let entropy_bits = -positive().map(|p| p * libm::log2(p)).sum::<f64>();
        let concentration = positive().map(|p| p * p).sum::<f64>();
        Self::from_parts(with_count(|c| c > 0), with_count(|c| c == 1), entropy_bits, concentration)
    }

    /// `concentration` is Σ p².
    fn from_parts(types: usize, hapax: usize, entropy_bits: f64, concentration: f64) -> Self {
        if types == 0 {
            let hill = [0.0, f64::NAN, f64::NAN];
            return Self { types, hapax, entropy_bits: f64::NAN, simpson: f64::NAN, hill };
        }
        // A single type has entropy 0, not the −0 or 1e-16 that the difference of logarithms may leave.
        let entropy_bits = if types == 1 { 0.0 } else { entropy_bits };
        Self {
            types,
            hapax,
            entropy_bits,
            simpson: 1.0 - concentration,
            hill: [types as f64, libm::exp2(entropy_bits), 1.0 / concentration],
        }
    }
}

fn c_log2_c(count: u32) -> f64 {
    f64::from(count) * libm::log2(f64::from(count))
}
