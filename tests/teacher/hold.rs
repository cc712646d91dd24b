//! What a small teacher holds of a larger student that drifts, and what it does not.

use recursive_trap::corpus::Corpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::text::Tokenizer;

use crate::common::cut_moby_dick;
use crate::{Unigrams, assert_above, bits, protocol, watch};

/// Characters of a document.
fn length(corpus: &Corpus) -> f64 {
    corpus.token_count() as f64 / corpus.document_count() as f64
}

/// Students of order 3 and 4 write 150 sentences, character by character, at temperature 1.3: their text drifts towards noise.
/// A teacher of order 1 who has read 20 sentences lets those pass that it likes about as well as 80 % of the human ones.
///
/// What it judges is held for 20 generations: the mean frequency of the characters goes less than a third of the way that it
/// goes when the students are alone. What it cannot judge drifts on, but more slowly: held-out bits rise from generation to
/// generation. What it does not look at drifts another way: alone, sentences lose two fifths of their length or more; with a teacher they
/// get longer, because the marks of long ones lie nearer to the middle.
///
/// Measured in generation 20 (order 3, order 4): mark −4.541 among humans, −5.31 and −5.06 alone, −4.68 and −4.54 taught;
/// bits 3.15 and 3.19 at first, 5.14 and 4.98 alone, 4.08 and 4.47 taught; length 128 among humans, 48 and 61 alone,
/// 199 and 175 taught. With words instead of characters temperature does next to nothing at these orders, because
/// most contexts have one continuation, and neither does the teacher.
///
/// 16 runs, 2 × 6 z's at 4, and 2 at 3.
#[test]
fn a_small_teacher_holds_what_it_judges() {
    let human = cut_moby_dick(Tokenizer::Char, Some(150));
    let everyone = Unigrams::of(&human, &(0..150).collect::<Vec<_>>());
    let human_mark = everyone.mean(human.train());
    for order in [3, 4] {
        let bits = bits(&human, order);
        let run = |curation| {
            watch(&human, &protocol(order, 1.3, curation), 0..16, &[0, 5, 10, 20], |recursion| {
                let corpus = recursion.corpus();
                [(everyone.mean(corpus) - human_mark).abs(), bits(recursion), length(corpus)]
            })
        };
        let (free, taught) = (run("none"), run("teacher=order:1,documents:20,band:0.8"));
        let at = |what: &str| format!("order {order}, {what}");
        for (generation, (free, taught)) in [5, 10, 20].into_iter().zip(free[1..].iter().zip(&taught[1..])) {
            let third = free[0].iter().map(|gone| gone / 3.0).collect::<Vec<_>>();
            let what = at(&format!("a third of the way, generation {generation}"));
            assert_above(&what, &third, &taught[0], 4.0);
        }
        assert_above(&at("bits, alone over taught"), &free[3][1], &taught[3][1], 4.0);
        assert_above(&at("bits, taught, 20 over 5"), &taught[3][1], &taught[1][1], 4.0);
        let shorter = free[0][2].iter().map(|length| 0.6 * length).collect::<Vec<_>>();
        assert_above(&at("0.6 of the length over alone"), &shorter, &free[3][2], 3.0);
        assert_above(&at("length, taught over human"), &taught[3][2], &taught[0][2], 4.0);
    }
}

/// Is it the teacher, or only that longer sentences leave less to chance? At order 3 it is the teacher: who writes six times as
/// many sentences and learns from all of them reads more and writes more, and foresees held-out text worse after 20
/// generations. At order 4 it is the length: with four times as many, a quarter more tokens, the student alone does better.
///
/// 16 runs, 4 z's at 4.
#[test]
fn what_is_held_is_worth_more_text_where_contexts_are_many() {
    let human = cut_moby_dick(Tokenizer::Char, Some(150));
    let last = |order, curation, effort| {
        let bits = bits(&human, order);
        let protocol = Protocol { effort, ..protocol(order, 1.3, curation) };
        let mut all = watch(&human, &protocol, 0..16, &[20], |recursion| {
            let written = recursion.ledger().machine_tokens_written;
            [bits(recursion), recursion.corpus().token_count() as f64, written as f64]
        });
        all.remove(0)
    };
    let teacher = "teacher=order:1,documents:20,band:0.8";
    let (taught, more) = (last(3, teacher, 1.0), last(3, "none", 6.0));
    assert_above("order 3, bits, more over taught", &more[0], &taught[0], 4.0);
    assert_above("order 3, tokens, more over taught", &more[1], &taught[1], 2.0);
    assert_above("order 3, written, more over taught", &more[2], &taught[2], 2.0);
    let (taught, more) = (last(4, teacher, 1.0), last(4, "none", 4.0));
    assert_above("order 4, bits, taught over more", &taught[0], &more[0], 4.0);
}

/// A low temperature leads to loops of frequent characters. The teacher refuses those that are too frequent, and what it
/// judges goes less than half of the way that it goes without; but loops of the right frequency pass as well, and after 20
/// generations held-out text is foreseen two bits worse than by the first model (measured: 5.96 bits after 3.19, 5.82 without
/// a teacher).
///
/// 12 runs, 2 z's at 4.
#[test]
fn what_a_teacher_judges_can_be_held_while_all_is_lost() {
    let human = cut_moby_dick(Tokenizer::Char, Some(150));
    let everyone = Unigrams::of(&human, &(0..150).collect::<Vec<_>>());
    let human_mark = everyone.mean(human.train());
    let bits = bits(&human, 4);
    let run = |curation| {
        watch(&human, &protocol(4, 0.8, curation), 0..12, &[0, 20], |recursion| {
            [(everyone.mean(recursion.corpus()) - human_mark).abs(), bits(recursion)]
        })
    };
    let (free, taught) = (run("none"), run("teacher=order:1,documents:20,band:0.8"));
    let half = free[1][0].iter().map(|gone| gone / 2.0).collect::<Vec<_>>();
    assert_above("half of the way", &half, &taught[1][0], 4.0);
    let lost = taught[0][1].iter().map(|bits| bits + 2.0).collect::<Vec<_>>();
    assert_above("bits over those of the first model", &taught[1][1], &lost, 4.0);
}
