//! Every regime by brute force, one generation after the other, with nothing but models, sampling and lists of
//! documents: what the loop must agree with, and what theory is tested against.

use rand::RngExt as _;
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::ngram::NgramModel;
use recursive_trap::regime::Regime;
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;

type Documents = Vec<Vec<TokenId>>;

/// Far more than any document here needs.
const LIMIT: usize = 100_000;

/// One generation: documents, each with a whole number as its weight.
pub(crate) struct Mixture {
    pub(crate) parts: Vec<(Documents, u32)>,
}

impl Mixture {
    /// Weighted occurrences of each type; the boundary's place is left at 0.
    pub(crate) fn counts(&self, types: usize) -> Vec<f64> {
        let mut counts = vec![0.0; types];
        for (documents, weight) in &self.parts {
            for token in documents.iter().flatten() {
                counts[token.index()] += f64::from(*weight);
            }
        }
        counts
    }

    /// A document of weight k, k times over.
    fn corpus(&self) -> Corpus {
        Corpus::from_documents(
            self.parts
                .iter()
                .flat_map(|(documents, weight)| (0..*weight).flat_map(move |_| documents.iter())),
        )
    }
}

/// Runs generations 0 to `generations` and shows each to `visit`.
pub(crate) fn simulate(
    human: &Corpus,
    order: usize,
    regime: Regime,
    seed: u32,
    generations: usize,
    mut visit: impl FnMut(usize, &Mixture),
) {
    let own = human.documents().map(<[_]>::to_vec).collect::<Documents>();
    let d = own.len();
    let mut rng = super::rng(u64::from(seed) << 20 | 0x51);
    let mut current = Mixture { parts: vec![(own.clone(), 1)] };
    visit(0, &current);

    let kept = match regime {
        Regime::Anchored { share } => libm::round(share * d as f64) as usize,
        _ => 0,
    };
    let mut deck = own.clone();
    for place in 0..kept {
        let other = rng.random_range(place as u32..d as u32) as usize;
        deck.swap(place, other);
    }
    deck.truncate(kept);

    for t in 1..=generations {
        let mut anew = |from: &Documents, many: usize| {
            (0..many)
                .map(|_| from[rng.random_range(0..from.len() as u32) as usize].clone())
                .collect::<Documents>()
        };
        let learnt = match regime {
            Regime::Subsample => Corpus::from_documents(anew(&current.parts[0].0, d)),
            _ => current.corpus(),
        };
        let written = |many: usize| {
            let model = NgramModel::new(&learnt, order);
            let text = sampler::write(&model, many, Streams::new(seed, t as u32, Purpose::Write), LIMIT);
            text.documents().map(<[_]>::to_vec).collect::<Documents>()
        };
        let parts = match regime {
            Regime::Replace => vec![(written(d), 1)],
            Regime::Grow { .. } => vec![(written(regime.documents(t, d)), 1)],
            Regime::Accumulate | Regime::Subsample => {
                let mut pool = std::mem::take(&mut current.parts[0].0);
                pool.extend(written(d));
                vec![(pool, 1)]
            }
            Regime::Anchored { .. } => vec![(deck.iter().cloned().chain(written(d - kept)).collect(), 1)],
            Regime::Fresh { .. } | Regime::Contaminate { .. } | Regime::Cure { .. } => {
                let many = libm::round(regime.human_share(t) * d as f64) as usize;
                let mut all = anew(&own, many);
                if many < d {
                    all.extend(written(d - many));
                }
                vec![(all, 1)]
            }
            Regime::Weighted { weight } => {
                let (human, machine) = ratio(weight);
                let both = [(anew(&own, d), human), (written(d), machine)];
                both.into_iter().filter(|&(_, weight)| weight > 0).collect()
            }
        };
        current = Mixture { parts };
        visit(t, &current);
    }
}

/// The smallest whole weights whose shares are w and 1 − w, within 0.3 %.
fn ratio(w: f64) -> (u32, u32) {
    (1..=50_u32)
        .map(|whole| (libm::round(w * f64::from(whole)) as u32, whole))
        .find(|&(part, whole)| (f64::from(part) / f64::from(whole) - w).abs() < 3e-3)
        .map(|(part, whole)| (part, whole - part))
        .expect("a weight between 0 and 1")
}
