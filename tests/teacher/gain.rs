//! What a teacher gains at first, and what that costs.

use recursive_trap::recursion::Protocol;

use crate::common::moby_dick;
use crate::{assert_above, bits, protocol, watch};

const TEACHER: &str = "teacher=order:1,documents:200,keep:0.8";

/// Who refuses the worst fifth of what is written, in the eyes of 200 sentences, makes the next models foresee held-out text
/// better, although they learn from fewer tokens: after one generation and, the more, after three.
///
/// But that is not worth at once what it costs. A quarter more is written for it, and a model that learns from all of
/// that, the worst fifth included, gains more in the same generation. Measured with 240 runs of order 2: 8.458 bits
/// without a teacher, 8.441 with one, 8.412 with a quarter more text; at order 3 8.934, 8.916 and 8.908. Later it depends:
/// in generation 3 it is 8.641 with a teacher and 8.627 with more text at order 2, 9.022 and 9.033 at order 3.
///
/// 80 runs of one generation, 60 of three; 9 z's at 4.
#[test]
fn a_teacher_helps_at_first_but_not_for_nothing() {
    let human = moby_dick();
    for order in [2, 3] {
        let bits = bits(&human, order);
        let run = |curation, effort, runs, generation| {
            let protocol = Protocol { effort, ..protocol(order, 1.0, curation) };
            let mut all = watch(&human, &protocol, 0..runs, &[generation], |recursion| {
                let written = recursion.ledger().machine_tokens_written;
                [bits(recursion), recursion.corpus().token_count() as f64, written as f64]
            });
            all.remove(0)
        };
        for (generation, runs) in [(1, 80), (3, 60)] {
            let free = run("none", 1.0, runs, generation);
            let taught = run(TEACHER, 1.0, runs, generation);
            let at = |what| format!("order {order}, generation {generation}, {what}");
            assert_above(&at("bits, free over taught"), &free[0], &taught[0], 4.0);
            assert_above(&at("tokens, free over taught"), &free[1], &taught[1], 4.0);
            if (order, generation) == (2, 1) {
                let more = run("none", 1.25, runs, generation);
                assert_above(&at("bits, taught over more text"), &taught[0], &more[0], 4.0);
                let written = [&taught, &more].map(|arm| arm[2].iter().sum::<f64>());
                assert!((written[0] / written[1] - 1.0).abs() < 0.01, "as much is written: {written:?}");
            }
        }
    }
}
