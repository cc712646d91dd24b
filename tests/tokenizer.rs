//! From text to tokens and back, as a table: what a reader would say the sentences and words are.

mod common;

use std::sync::Arc;

use rand::RngExt as _;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::{MAX_BYTES, MAX_TOKENS, Text, Tokenizer};

/// The documents of a text: tokens in their display form with a bar between them.
fn documents(text: &Text) -> Vec<String> {
    let spelled = |document: &[u32]| {
        document.iter().map(|&t| text.types()[t as usize].as_str()).collect::<Vec<_>>().join("|")
    };
    text.documents().map(spelled).collect()
}

/// The same documents set as prose.
fn prose(text: &Text) -> Vec<String> {
    let human = HumanCorpus::new(text, Some(text.document_count())).unwrap();
    human.train().documents().map(|document| human.vocabulary().detokenize(document)).collect()
}

/// Each case is one sentence or several; a paragraph is added, because a text must have two sentences.
fn paragraph(text: &str, tokenizer: Tokenizer) -> Text {
    Text::new(&format!("{text}\n\nZz."), tokenizer).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn words() {
    for (name, text, tokens, set) in [
        (
            "contractions",
            "Don't say o'clock, he'd've.",
            "Don’t|say|o’clock|,|he’d’ve|.",
            "Don’t say o’clock, he’d’ve.",
        ),
        (
            "possessives",
            "The sailors' oaths, Ahab's.",
            "The|sailors|’|oaths|,|Ahab’s|.",
            "The sailors’ oaths, Ahab’s.",
        ),
        ("two hyphens", "He came--then left.", "He|came|—|then|left|.", "He came—then left."),
        ("em dash", "He came—then left.", "He|came|—|then|left|.", "He came—then left."),
        ("spaced dash", "He came — then left.", "He|came|—|then|left|.", "He came—then left."),
        ("en dash", "In 1851–1899 only.", "In|1851|–|1899|only|.", "In 1851–1899 only."),
        ("compound", "A well-known tar.", "A|well|-|known|tar|.", "A well-known tar."),
        ("unbreakable hyphen", "A well\u{2011}known tar.", "A|well|-|known|tar|.", "A well-known tar."),
        ("decimals", "It is 3.14 or 1,000.", "It|is|3.14|or|1,000|.", "It is 3.14 or 1,000."),
        ("money", "It is $5, £3 or 5%.", "It|is|$|5|,|£|3|or|5|%|.", "It is $5, £3 or 5%."),
        ("ranges", "About 20-30 or 1/2.", "About|20|-|30|or|1|/|2|.", "About 20-30 or 1/2."),
        (
            "straight quotes",
            "A \"big 'red' one\" it is.",
            "A|“|big|‘|red|’|one|”|it|is|.",
            "A “big ‘red’ one” it is.",
        ),
        (
            "curly quotes",
            "A “big ‘red’ one” it is.",
            "A|“|big|‘|red|’|one|”|it|is|.",
            "A “big ‘red’ one” it is.",
        ),
        (
            "quotes within",
            "“‘Ay,’ said he,” said I.",
            "“|‘|Ay|,|’|said|he|,|”|said|I|.",
            "“‘Ay,’ said he,” said I.",
        ),
        (
            "speech",
            "“Well,” said he, “be it.”",
            "“|Well|,|”|said|he|,|“|be|it|.|”",
            "“Well,” said he, “be it.”",
        ),
        ("guillemets", "«Oui», dit-il.", "«|Oui|»|,|dit|-|il|.", "«Oui», dit-il."),
        ("inverted marks", "¿Qué pasa?", "¿|Qué|pasa|?", "¿Qué pasa?"),
        ("brackets", "A (b) and [c], {d}.", "A|(|b|)|and|[|c|]|,|{|d|}|.", "A (b) and [c], {d}."),
        ("three dots", "Wait... what?", "Wait|…|what|?", "Wait… what?"),
        ("ellipsis", "Wait… what?", "Wait|…|what|?", "Wait… what?"),
        ("marks in a row", "No?!—yes?!", "No|?|!|—|yes|?|!", "No?!—yes?!"),
        ("marks only", "?!;", "?|!|;", "?!;"),
        (
            "abbreviations",
            "The U.S. army, e.g. here.",
            "The|U.S|.|army|,|e.g|.|here|.",
            "The U.S. army, e.g. here.",
        ),
        ("family", "A 👨‍👩‍👧‍👦 here.", "A|👨‍👩‍👧‍👦|here|.", "A 👨‍👩‍👧‍👦 here."),
        ("flag and skin", "A 🇮🇸 and 👍🏽.", "A|🇮🇸|and|👍🏽|.", "A 🇮🇸 and 👍🏽."),
        ("Chinese", "我爱你，真的。", "我|爱|你|，|真|的|。", "我爱你，真的。"),
        ("Japanese", "東京タワーは高い。", "東|京|タワー|は|高|い|。", "東京タワーは高い。"),
        ("kana", "ひらがなとカタカナ。", "ひ|ら|が|な|と|カタカナ|。", "ひらがなとカタカナ。"),
        ("Korean", "한국어는 아름답다.", "한국어는|아름답다|.", "한국어는 아름답다."),
        ("Thai", "สวัสดี", "ส|วั|ส|ดี", "สวัสดี"),
        ("Arabic", "مرحبا بالعالم.", "مرحبا|بالعالم|.", "مرحبا بالعالم."),
        ("Hebrew", "שלום עולם, מה שלומך?", "שלום|עולם|,|מה|שלומך|?", "שלום עולם, מה שלומך?"),
        ("Greek", "Ἀρχὴ τῆς σοφίας.", "Ἀρχὴ|τῆς|σοφίας|.", "Ἀρχὴ τῆς σοφίας."),
        (
            "combining mark",
            "Cafe\u{301} and caf\u{e9}.",
            "Cafe\u{301}|and|caf\u{e9}|.",
            "Cafe\u{301} and caf\u{e9}.",
        ),
        ("one word", "Word", "Word", "Word"),
        ("one letter", "a", "a", "A"),
        ("byte order mark", "\u{feff}Word here.", "Word|here|.", "Word here."),
        ("control characters", "A\u{0}b\u{7}c\u{1b}d", "A|b|c|d", "A b c d"),
        ("tabs and thin spaces", "A\tb\u{a0}c\u{2009}d.", "A|b|c|d|.", "A b c d."),
        (
            "wrapped line",
            "A wrapped\nline, and\r\nanother.",
            "A|wrapped|line|,|and|another|.",
            "A wrapped line, and another.",
        ),
    ] {
        let text = paragraph(text, Tokenizer::Word);
        assert_eq!(documents(&text), [tokens, "Zz|."], "{name}");
        assert_eq!(prose(&text)[0], set, "{name}");
    }
}

/// Case folds for counting; the display form is the most frequent human spelling, where a capital at the head of a
/// sentence or quotation says nothing.
#[test]
fn display_forms() {
    for (name, text, types) in [
        ("a name keeps its capital", "Ahab spoke. “Ahab!” I saw Ahab.", "ahab=Ahab"),
        ("a word loses its opening capital", "Whales sing. Whales swim. I like whales.", "whales=whales"),
        ("only at the head: kept", "Thus it ends. Thus it is.", "thus=Thus"),
        ("most frequent inside", "I saw God, god, God and GOD. Then god, God.", "god=God"),
        (
            "a quotation begins a sentence",
            "He said, “Well, Well is well.” The well, “Well!” I say well.",
            "well=well",
        ),
        ("shouting", "See THE WHALE. See the whale. See the whale.", "whale=whale"),
        ("beyond ASCII", "Die Äpfel, äpfel und äpfel. Der ÄPFEL.", "äpfel=äpfel"),
    ] {
        let text = Text::new(text, Tokenizer::Word).unwrap();
        let (folded, display) = types.split_once('=').unwrap();
        let found =
            text.types().iter().filter(|spelling| spelling.to_lowercase() == folded).collect::<Vec<_>>();
        assert_eq!(found, [display], "{name}");
    }
}

/// Every sentence begins with a capital, behind marks too; inside, words are spelled as humans do.
#[test]
fn sentences_begin_with_a_capital() {
    let text = Text::new(
        "I like whales and whales.\n\n“Whales!”\n\n(whales)\n\n…whales\n\n5 whales",
        Tokenizer::Word,
    );
    assert_eq!(
        prose(&text.unwrap()),
        ["I like whales and whales.", "“Whales!”", "(Whales)", "… Whales", "5 whales"]
    );
}

#[test]
fn sentences() {
    for (name, text, expected) in [
        ("full stops", "One. Two! Three? Four…", &["One.", "Two!", "Three?", "Four…"][..]),
        ("titles", "Mr. Starbuck and Capt. Ahab. They met.", &["Mr. Starbuck and Capt. Ahab.", "They met."]),
        ("said he", "“Is it?” said he. “Yes.”", &["“Is it?” said he.", "“Yes.”"]),
        ("paragraphs without stops", "A title\n\nA line", &["A title", "A line"]),
        ("lines without blank lines", "one\ntwo\r\nthree", &["One", "Two", "Three"]),
        ("a wrapped paragraph", "It is\nlong. It ends.\n\nNext", &["It is long.", "It ends.", "Next"]),
        ("decimals", "It is 3.5 feet. So.", &["It is 3.5 feet.", "So."]),
        ("Chinese", "我爱你。你爱我。", &["我爱你。", "你爱我。"]),
        ("nothing but marks", "!!!\n???", &["!!!", "???"]),
        ("empty lines", "\n\n\nA.\n\n\n\n\nB.\n\n", &["A.", "B."]),
        ("line separators", "A\u{2028}B\u{2029}C", &["A", "B", "C"]),
    ] {
        assert_eq!(prose(&Text::new(text, Tokenizer::Word).unwrap()), expected, "{name}");
    }
}

/// Words that begin with an apostrophe, and marks of other scripts, attach where a reader expects them.
#[test]
fn elisions_and_foreign_marks() {
    let mut wrong = Vec::new();
    for (name, text) in [
        ("’tis inside", "Well, ’tis he."),
        ("’tis at the head", "’Tis the sea."),
        ("’twas in a quotation", "“’Twas I,” said he."),
        ("’em", "I saw ’em."),
        ("Arabic comma and question mark", "مرحبا، كيف حالك؟"),
        ("Hindi danda", "यह है।"),
        ("time of day", "At 10:30 sharp."),
    ] {
        let set = prose(&paragraph(text, Tokenizer::Word)).remove(0);
        if set != text {
            wrong.push(format!("{name}: {text} became {set}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn characters() {
    for (name, text, tokens, set) in [
        ("case is kept", "Ab ba.", "A|b| |b|a|.", "Ab ba."),
        ("space is one token", "a  \t b", "a| |b", "a b"),
        ("no typography", "\"a\"--b...", "\"|a|\"|-|-|b|.|.|.", "\"a\"--b..."),
        ("clusters", "e\u{301}👨‍👩‍👧‍👦🇮🇸", "e\u{301}|👨‍👩‍👧‍👦|🇮🇸", "e\u{301}👨‍👩‍👧‍👦🇮🇸"),
        ("ideographs", "我爱你。", "我|爱|你|。", "我爱你。"),
    ] {
        let text = paragraph(text, Tokenizer::Char);
        assert_eq!(documents(&text), [tokens, "Z|z|."], "{name}");
        assert_eq!(prose(&text)[0], set, "{name}");
    }
}

/// A mark that some editors put at the head of a file. Nobody wrote it.
#[test]
fn a_byte_order_mark_is_no_character() {
    for tokenizer in [Tokenizer::Word, Tokenizer::Char] {
        let text = paragraph("\u{feff}Ay.", tokenizer);
        assert_eq!(prose(&text)[0], "Ay.", "{tokenizer}");
        assert!(Text::new("\u{feff}", tokenizer).is_err(), "{tokenizer}");
    }
}

#[test]
fn a_very_long_word_is_one_word() {
    let word = "a".repeat(5_000);
    for (tokenizer, tokens) in [(Tokenizer::Word, 1), (Tokenizer::Char, 5_000)] {
        let text = Text::new(&format!("{word}\n{word}"), tokenizer).unwrap();
        assert_eq!((text.document_count(), text.token_count()), (2, 2 * tokens));
        assert_eq!(text.types().len(), 1);
    }
}

#[test]
fn refusals() {
    let none = "the text has 0 words; it must have at least 2 sentences";
    let one = "the text has 1 sentence; it must have at least 2";
    for tokenizer in [Tokenizer::Word, Tokenizer::Char] {
        for (text, sentence) in [
            ("", none),
            (" \n\t\r\n\u{a0}\u{3000}", none),
            ("Word", one),
            ("One sentence only.", one),
            ("!", one),
            ("Word\n\n\n", one),
        ] {
            let error = Text::new(text, tokenizer).unwrap_err().to_string();
            assert_eq!(error, sentence, "{tokenizer}: {text:?}");
        }
        let long = "A b. ".repeat(MAX_BYTES / 5 + 1);
        let sentence = format!("the text has {} bytes; it must have at most {MAX_BYTES}", long.len());
        assert_eq!(Text::new(&long, tokenizer).unwrap_err().to_string(), sentence);
    }
    // Within the limit of bytes, beyond that of tokens.
    let many = "a b\n".repeat(MAX_TOKENS / 2 + 1);
    let sentence = format!("the text has {} tokens; it must have at most {MAX_TOKENS}", MAX_TOKENS + 2);
    assert_eq!(Text::new(&many, Tokenizer::Word).unwrap_err().to_string(), sentence);
    let error = "letters".parse::<Tokenizer>().unwrap_err().to_string();
    assert_eq!(error, "tokenizer is \"letters\"; it must be \"word\" or \"char\"");
    let text = Text::new("One. Two. Three.", Tokenizer::Word).unwrap();
    for documents in [0, 1, 4, usize::MAX] {
        let error = HumanCorpus::new(&text, Some(documents)).unwrap_err().to_string();
        let allowed = "it must be a whole number from 2 to 3, the sentences of this text";
        assert_eq!(error, format!("documents is {documents}; {allowed}"));
    }
}

/// Ids are ranks: the most frequent type is 1, ties in order of appearance, held-out types last.
#[test]
fn ids_are_ranks() {
    let text = common::made_up_text(31, 300);
    let text = Text::new(&text, Tokenizer::Word).unwrap();
    for documents in [None, Some(2), Some(100), Some(300)] {
        let human = HumanCorpus::new(&text, documents).unwrap();
        let trained = documents.unwrap_or(270);
        assert_eq!(human.train().document_count(), trained);
        assert_eq!(human.held_out().document_count(), (300 - trained).min(trained.div_ceil(9)));
        let counts = &human.counts()[1..];
        assert!(counts.is_sorted_by(|a, b| a >= b));
        assert_eq!(human.counts()[0] as usize, trained);
        assert_eq!(human.vocabulary().len(), human.counts().len());
        // The documents are the text's own, in order, held-out part behind the trained.
        let all = human.train().documents().chain(human.held_out().documents());
        for (ours, original) in all.zip(text.documents()) {
            let original = original.iter().map(|&t| text.types()[t as usize].as_str());
            assert!(ours.iter().map(|&token| human.vocabulary().spelling(token)).eq(original));
        }
    }
}

/// No string does harm: whatever is accepted runs three generations.
#[test]
fn any_string_is_refused_or_runs() {
    const PIECES: [&str; 48] = [
        "a",
        "B",
        "word",
        "Ahab",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        ".",
        ". ",
        "! ",
        "? ",
        ",",
        ";",
        ":",
        "\"",
        "'",
        "“",
        "”",
        "’",
        "--",
        "—",
        "-",
        "...",
        "…",
        "(",
        ")",
        "$",
        "%",
        "3.14",
        "\0",
        "\u{7}",
        "\u{feff}",
        "\u{200b}",
        "\u{200d}",
        "\u{301}",
        "\u{202e}",
        "👨‍👩‍👧‍👦",
        "🇮🇸",
        "我",
        "か",
        "ส",
        "ش",
        "\u{10ffff}",
    ];
    let mut rng = common::rng(32);
    let mut accepted = 0;
    for round in 0..4_000_u32 {
        let length = rng.random_range(0..40_u32);
        let pieces = (0..length).map(|_| match rng.random_range(0..8_u32) {
            // Any character at all.
            0 => char::from_u32(rng.random_range(0..0x11_0000_u32)).unwrap_or('�').to_string(),
            _ => PIECES[rng.random_range(0..48_u32) as usize].to_owned(),
        });
        let string = pieces.collect::<String>();
        let tokenizer = [Tokenizer::Word, Tokenizer::Char][round as usize % 2];
        let Ok(text) = Text::new(&string, tokenizer) else { continue };
        accepted += 1;
        let human = Arc::new(HumanCorpus::new(&text, None).unwrap());
        let mut protocol =
            Protocol { order: 1 + round as usize % 5, generations: 3, seed: round, ..Protocol::default() };
        protocol.decoding.temperature = [1.0, 1.0, 0.7, 0.0][(round / 10) as usize % 4];
        let recursion = Recursion::new(human, protocol.clone()).unwrap();
        let prediction = recursion.chance_alone();
        assert!(prediction.low.iter().chain(&prediction.high).all(|bound| bound.is_finite()), "{string:?}");
        let mut generations = 0;
        for generation in recursion {
            generations += 1;
            let units = generation.sample.text.encode_utf16().count();
            let marks = &generation.sample.marks;
            assert!(marks.iter().all(|mark| mark.start < mark.end && mark.end <= units), "{string:?}");
            assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start), "{string:?}");
        }
        assert_eq!(generations, 4, "{string:?}");
    }
    assert!(accepted > 1_000, "only {accepted} strings were accepted");
}
