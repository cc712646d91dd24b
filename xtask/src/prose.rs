//! From a transcription to prose: one paragraph a line, a blank line between two.
//!
//! The tokenizer takes a blank line for the end of a paragraph and everything else for text, so what an editor or a
//! stenographer added has to go, and marks that stand for others are set right.

/// A chapter of Moby-Dick.
pub(crate) fn chapter(text: &str) -> String {
    // Three spaced asterisks mark an omission, a lone one a footnote; brackets enclose stage directions, which stay.
    let text = text.replace("* * *", "...").replace(['*', '[', ']'], "");
    let paragraphs = text.split("\n\n").map(one_line).filter(|paragraph| !paragraph.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// What follows the first paragraph: in the front matter and the epilogue that one is a heading.
pub(crate) fn without_heading(chapter: &str) -> &str {
    chapter.split_once("\n\n").map_or("", |(_, rest)| rest)
}

/// An address to Congress: one paragraph, as the transcripts keep none.
pub(crate) fn address(text: &str) -> String {
    let text =
        text.replace("• . .", "...").replace("--", "—").replace(" .at ", " at ").replace("non- ", "non-");
    let text = without_stage_directions(&text);
    let words = text.split_whitespace().map(mend_dash).collect::<Vec<_>>().join(" ");
    // A hyphen that begins a word is the mark of a list's item after a stop, and a dash anywhere else.
    let items = [".", ",", ":", "?"]
        .iter()
        .fold(words, |text, end| text.replace(&format!("{end} -"), &format!("{end} ")));
    items.replace(" -", "—").replace("- —", "—").replace("-—", "—").replace(" —", "—")
}

fn one_line(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[Laughter]`, `[Applause]`.
fn without_stage_directions(text: &str) -> String {
    let mut spoken = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        spoken += before.trim_end();
        rest = after.split_once(']').map_or("", |(_, after)| after);
    }
    spoken + rest
}

/// No compound ends in one of these words: the hyphen before it stands for a dash, as in "Washington-and this House".
const NEVER_LAST: [&str; 31] = [
    "a",
    "after",
    "and",
    "as",
    "at",
    "but",
    "even",
    "for",
    "from",
    "including",
    "is",
    "it",
    "must",
    "neither",
    "no",
    "not",
    "or",
    "our",
    "so",
    "that",
    "the",
    "these",
    "they",
    "this",
    "to",
    "until",
    "we",
    "which",
    "while",
    "who",
    "will",
];

fn mend_dash(word: &str) -> String {
    match word.rsplit_once('-') {
        Some((first, last)) if !first.is_empty() && NEVER_LAST.contains(&last.trim_end_matches(',')) => {
            format!("{first}—{last}")
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_is_paragraphs_without_editors_marks() {
        let text = "Call me\nIshmael.\n\n     \"The ribs,      Arched.\n\nA royal fish.*\n\n*See below.\n\n[A burst.]\n\nX. * * * Y\n";
        let clean =
            "Call me Ishmael.\n\n\"The ribs, Arched.\n\nA royal fish.\n\nSee below.\n\nA burst.\n\nX. ... Y";
        assert_eq!(chapter(text), clean);
    }

    #[test]
    fn a_heading_is_a_first_paragraph() {
        assert_eq!(without_heading("EXTRACTS.\n\nIt will\n\nbe seen"), "It will\n\nbe seen");
    }

    #[test]
    fn an_address_keeps_what_was_said_and_the_dashes() {
        for (transcript, said) in [
            ("States--she's around", "States—she's around"),
            ("Washington-and this House", "Washington—and this House"),
            ("all-and, in", "all—and, in"),
            ("Food-for-Peace, a well-being", "Food-for-Peace, a well-being"),
            ("low- and middle-income", "low- and middle-income"),
            ("help. [Applause] It's", "help. It's"),
            ("does too- [laughter] --everyone.", "does too—everyone."),
            ("spirit- [laughter] -I said", "spirit—I said"),
            ("following: -That the Congress. -That we", "following: That the Congress. That we"),
            ("require -more", "require—more"),
            ("despair • . . I see", "despair ... I see"),
        ] {
            assert_eq!(address(transcript), said);
        }
    }
}
