//! What holds of every study: it ends, it can be stopped, it bears any text, and it refuses in a sentence.

use recursive_trap::study;

use super::{ask, of, protocol, text};

/// Every question, with something to ask about.
const QUESTIONS: [(&str, &str); 16] = [
    ("chance", "2"),
    ("course", ""),
    ("fan", "5"),
    ("next", ""),
    ("noise", ""),
    ("phase", ""),
    ("photocopy", ""),
    ("plateau", ""),
    ("puzzle", "0.2 2"),
    ("race", ""),
    ("remedy", ""),
    ("review", "0101010101"),
    ("safe", ""),
    ("scorecard", ""),
    ("tail", ""),
    ("worth", ""),
];

#[test]
fn a_study_ends_after_as_many_slices_as_it_says_and_is_the_same_again() {
    let human = text(13, 100);
    for (question, argument) in QUESTIONS {
        let mut study = study::begin(question, argument, &human, protocol("")).unwrap();
        let whole = study.progress().1;
        for slice in 0..whole {
            assert_eq!(study.progress(), (slice, whole), "{question}");
            assert!(study.advance(), "{question}, {slice} of {whole}");
        }
        assert!(!study.advance() && !study.advance(), "{question} ends");
        let again = ask(question, argument, &human, protocol(""));
        assert_eq!(format!("{:?}", study.findings()), format!("{again:?}"), "{question}");
    }
}

#[test]
fn strange_texts_are_answered_or_refused() {
    let texts = [
        "One. Two.",
        "a a a a. a a.",
        "😀 🐋! 😀. 🐋🐋 😀.",
        "鲸鱼在海里。船在海上。人在船上。",
        "a b. c d. e f. g h. i j. k l. m n. o p. q r. s t. u v.",
    ];
    for text in texts {
        let human = of(text).unwrap();
        for (question, argument) in QUESTIONS {
            match study::begin(question, argument, &human, protocol("")) {
                Ok(mut study) => while study.advance() {},
                Err(refused) => assert!(refused.to_string().contains("must be"), "{question}: {refused}"),
            }
        }
    }
}

#[test]
fn what_cannot_be_asked_is_refused_in_one_sentence() {
    let human = text(14, 60);
    let refused = |question: &str, argument: &str| {
        study::begin(question, argument, &human, protocol("")).err().map(|error| error.to_string())
    };
    for (question, argument, sentence) in [
        ("nothing", "", "the question is \"nothing\"; it must be chance, course,"),
        ("tail", "zzzz", "the word is \"zzzz\"; it must be a word of this text"),
        ("next", "zzzz", "the word is \"zzzz\"; it must be a word of this text"),
        ("next", "/ 0", "the number of the sentence is \"/ 0\"; it must be a whole number from 1"),
        ("chance", "0", "the number of occurrences is \"0\"; it must be a whole number from 1 to"),
        ("chance", "5 2", "the length of the text is \"2\"; it must be a whole number from 5"),
        ("fan", "1", "the number of runs is \"1\"; it must be a whole number from 2 to 200"),
        ("race", "replace; replaced", "regime is replaced; it must be"),
        (
            "race",
            "replace;replace;replace;replace;replace;replace;replace",
            "the number of regimes is 7; it must be from 1 to 6",
        ),
        ("review", "012", "the list of choices is \"012\"; it must be at most 10 digits"),
        ("review", "00000000000", "the list of choices is"),
        ("puzzle", "2 1", "the share"),
        ("puzzle", "x y", "the share"),
        ("puzzle", "0.5 0", "effort is 0; it must be"),
    ] {
        let told = refused(question, argument).unwrap_or_else(|| panic!("{question} {argument} is answered"));
        assert!(
            told.contains(sentence) || (sentence == "the share" && told.contains("share")),
            "{question} {argument}: {told}"
        );
    }
}

#[test]
fn words_are_found_as_readers_type_them() {
    let text = "I ain’t there. The Ship ain’t there. I and/or the ship. She is; he is. ".repeat(8);
    let human = of(&text).unwrap();
    for (typed, found) in
        [("ain't", "ain’t"), ("AIN’T", "ain’t"), ("“ship,”", "ship"), ("ship", "ship"), (";", ";")]
    {
        let told = ask("tail", typed, &human, protocol(""));
        assert_eq!(told.list("word")[0].to_lowercase(), found, "{typed}");
    }
    assert!(
        study::begin("next", "the/or", &human, protocol(""))
            .is_err_and(|e| e.to_string().contains("\"the/or\""))
    );
    assert_eq!(ask("next", "the / 2", &human, protocol("")).number("take"), Some(2.0));
    let mixed = study::begin("tail", "ship", &human, protocol("regime=fresh=0.5")).err().unwrap().to_string();
    assert_eq!(mixed, "the regime under which a word is followed is fresh=0.5; it must be replace");
}

/// A refusal is no result: of so short a text nothing is held out, and no share is one more sentence.
#[test]
fn what_has_no_answer_says_why() {
    let human = of("One two three. Four five six.").unwrap();
    let mut study = study::begin("worth", "", &human, protocol("")).unwrap();
    while study.advance() {}
    let failure = study.failure().expect("worth nothing").to_string();
    assert!(failure.contains("must"), "{failure}");
}
