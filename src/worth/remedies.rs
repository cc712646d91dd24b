//! The remedies that are tried where none is named.

use crate::curation::{Curation, Detector, Judge, Keep, Remedy, Review, Task, Teacher};

/// Every combination of no detector, an ideal one, a trained one and resampling by it; no teacher, or one that keeps what looks
/// human; no review, or that of a tenth of the documents, for a human corpus of so many documents. Without any remedy first.
#[must_use]
pub fn remedies(documents: usize) -> Vec<Curation> {
    let ideal = Judge::Ideal { true_positive_rate: 0.8, false_positive_rate: 0.05 };
    let trained = Judge::Trained { false_positive_rate: 0.05 };
    let detector = |judge, remedy| Some(Detector { judge, remedy });
    let detectors = [
        None,
        detector(ideal, Remedy::Filter),
        detector(trained, Remedy::Filter),
        detector(trained, Remedy::Resample),
    ];
    let sample = documents.div_ceil(3).min(200);
    let teacher = Teacher { order: 1, documents: sample, keep: Keep::Band(0.9), bias: 0.0 };
    let accept = Task::Accept { right: 1.0, wrong: 0.0 };
    let review = Review { budget: documents.div_ceil(10), task: accept };
    let mut all = Vec::new();
    for detector in detectors {
        for teacher in [None, Some(teacher)] {
            for review in [None, Some(review)] {
                all.push(Curation { detector, teacher, review });
            }
        }
    }
    all
}
