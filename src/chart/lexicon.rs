//! What figures write, in the reader's language: the phrases they know, and how numbers are written.

use std::borrow::Cow;

use super::number::digits;

/// Declares the phrases with their English.
macro_rules! phrases {
    ($($name:ident = $english:literal,)*) => {
        /// Something that a figure writes. `{}` stands for what it is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is documented by its English")]
        pub enum Phrase {
            $($name,)*
        }

        impl Phrase {
            /// Every phrase that any figure writes, beside words of the text and numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The phrase in English, by which other languages know it.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self {
                    $(Self::$name => $english,)*
                }
            }
        }
    };
}

phrases! {
    Generation = "generation",
    GenerationNumber = "generation {}",
    HumanText = "human text",
    MachineText = "machine text",
    MixedText = "mixed text",
    Sample = "sample of human text",
    PinnedRun = "pinned run",
    YourBet = "your bet",
    Predicted = "predicted",
    ChanceAlone = "chance alone",
    Half = "half the words are gone",
    OneWord = "1 word",
    Words = "{} words",
    OneWordLost = "1 word lost",
    WordsLost = "{} words lost",
    ShareLost = "{} of the words lost",
    WordsAlive = "words still alive",
    HumanWordsAlive = "share of the human words alive",
    WordsWritten = "share of the words written",
    TopTen = "share of the ten most frequent words",
    Bits = "bits for a word of human text",
    Distance = "distance from human text, bits (1 is nothing in common)",
    TwiceAsFar = "twice as far as after one round",
    WordsInSentence = "words in a sentence",
    Occurrences = "occurrences",
    HumanOccurrences = "occurrences in the human text",
    Rank = "rank of the word",
    RankDescending = "rank of the word, most frequent first",
    WordsDead = "{} of the words are dead",
    ByAncestor = "occurrences, by human ancestor",
    AllOthers = "all others",
    Coalesced = "all of them from one human occurrence",
    Kept = "kept",
    Distorted = "distorted",
    Invented = "invented",
    AsItComes = "as it comes",
    PlayingSafe = "playing it safe",
    WritingBoldly = "writing boldly",
    FirstLoop = "the first endless loop",
    Without = "without",
    With = "with",
    OnlyNewest = "only the newest",
    EverythingSoFar = "everything so far",
    DrawnAnew = "{} drawn anew",
    TheSame = "{} the same",
    AsMuchText = "as much text",
    FourTimes = "4 times as much",
    SixteenTimes = "16 times as much",
    YourMix = "your mix",
    TheGoal = "the goal",
    CopiesHave = "{} copies have the word,",
    CopiesLost = "{} have lost it",
    WhatFollows = "what follows “{}”, {} times in all",
    AnythingElse = "anything else",
    End = "(end)",
    FanOfRuns = "nine runs in ten, half of them, the middle one",
    FanTheory = "dashed: predicted before any run",
    Temperature = "temperature",
    HumanEachRound = "human text in each round",
    Caught = "machine sentences caught",
    Accused = "human sentences accused",
    Guessing = "guessing",
    DetectorWorksHere = "where this detector works",
    WorksHere = "it works here",
    Here = "here",
    Gain = "gain of one more human sentence, thousandths of a bit",
    ThereAlready = "human text there already",
    MachineForHuman = "machine sentences for a human one",
    RoundsOfRetraining = "rounds of retraining",
}

/// How figures speak and count.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// In the order of `Phrase::ALL`; where it ends, English is spoken.
    phrases: Vec<String>,
    decimal: Cow<'static, str>,
    group: Cow<'static, str>,
    percent: Cow<'static, str>,
}

/// English, and numbers as English writes them.
pub static ENGLISH: Lexicon = Lexicon {
    phrases: Vec::new(),
    decimal: Cow::Borrowed("."),
    group: Cow::Borrowed(","),
    percent: Cow::Borrowed("{}%"),
};

impl Lexicon {
    /// Another language: what it says for English phrases, each at the place of its phrase, and how it writes numbers; in
    /// `percent`, `{}` stands for the number. A phrase that it does not have stays English.
    #[must_use]
    pub fn new(known: &[String], said: &[String], [decimal, group, percent]: [&str; 3]) -> Self {
        let translate = |phrase: &Phrase| {
            let place = known.iter().position(|known| known == phrase.english());
            place.and_then(|place| said.get(place)).map_or_else(|| phrase.english().to_owned(), Clone::clone)
        };
        let own = |text: &str| Cow::Owned(text.to_owned());
        Self {
            phrases: Phrase::ALL.iter().map(translate).collect(),
            decimal: own(decimal),
            group: own(group),
            percent: own(percent),
        }
    }

    /// A phrase as it stands.
    pub(super) fn say(&self, phrase: Phrase) -> &str {
        self.phrases.get(phrase as usize).map_or(phrase.english(), String::as_str)
    }

    /// A phrase with `parts` in its places, one after the other.
    pub(super) fn fill(&self, phrase: Phrase, parts: &[&str]) -> String {
        fill(self.say(phrase), parts)
    }

    /// `1204.0` as `1,204`: rounded to a whole number.
    pub(super) fn thousands(&self, value: f64) -> String {
        digits(value, &self.group)
    }

    /// `1 word`, `1,204 words`.
    pub(super) fn words(&self, count: f64) -> String {
        self.counted(count, Phrase::OneWord, Phrase::Words)
    }

    /// A phrase for one of something, or that for several.
    pub(super) fn counted(&self, count: f64, one: Phrase, several: Phrase) -> String {
        let number = self.thousands(count);
        if number == "1" { self.say(one).to_owned() } else { self.fill(several, &[&number]) }
    }

    /// `0.256` as `26%`.
    pub(super) fn percent(&self, share: f64) -> String {
        fill(&self.percent, &[&self.thousands(share * 100.0)])
    }

    /// `8.4499` as `8.4`.
    pub(super) fn tenths(&self, value: f64) -> String {
        let tenths = (value.abs() * 10.0).round() as u64;
        let sign = if value < 0.0 && tenths > 0 { "−" } else { "" };
        format!("{sign}{}{}{}", tenths / 10, self.decimal, tenths % 10)
    }
}

fn fill(pattern: &str, parts: &[&str]) -> String {
    let mut rest = parts.iter();
    let mut filled = String::new();
    for (i, piece) in pattern.split("{}").enumerate() {
        if i > 0 {
            filled.push_str(rest.next().copied().unwrap_or_default());
        }
        filled.push_str(piece);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german() -> Lexicon {
        let [known, said] =
            [["generation {}", "1 word", "{} words"], ["{}. Generation", "1 Wort", "{} Wörter"]]
                .map(|phrases| phrases.map(str::to_owned).to_vec());
        Lexicon::new(&known, &said, [",", ".", "{}\u{a0}%"])
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let write = |lexicon: &Lexicon| {
            let (thousands, percent) = (lexicon.thousands(1204.4), lexicon.percent(0.256));
            [thousands, percent, lexicon.tenths(8.449), lexicon.tenths(-0.26), lexicon.words(1.0)]
        };
        assert_eq!(write(&ENGLISH), ["1,204", "26%", "8.4", "−0.3", "1 word"]);
        assert_eq!(write(&german()), ["1.204", "26\u{a0}%", "8,4", "−0,3", "1 Wort"]);
        assert_eq!((ENGLISH.words(0.0), german().words(2000.0)), ("0 words".into(), "2.000 Wörter".into()));
    }

    #[test]
    fn a_phrase_that_a_language_lacks_stays_english() {
        assert_eq!(german().fill(Phrase::GenerationNumber, &["7"]), "7. Generation");
        assert_eq!(german().say(Phrase::Temperature), "temperature");
        assert_eq!(
            ENGLISH.fill(Phrase::WhatFollows, &["of the", "9"]),
            "what follows “of the”, 9 times in all"
        );
    }

    #[test]
    fn no_two_phrases_are_the_same() {
        for (i, phrase) in Phrase::ALL.iter().enumerate() {
            assert_eq!(*phrase as usize, i);
            assert!(Phrase::ALL[..i].iter().all(|other| other.english() != phrase.english()), "{phrase:?}");
        }
    }
}
