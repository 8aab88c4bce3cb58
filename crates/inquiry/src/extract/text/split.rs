//! Tokens of a paragraph to sentences.

use super::abbreviations;
use super::token::{Token, TokenKind};
use model::Section;

/// A sentence is cut after this many tokens: rubbish without full stops must not become one sentence.
const LONGEST: usize = 300;

/// Verbs that go on after a quoted question or exclamation: “Why?” Clinton asked.
const GOES_ON: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "wrote",
    "writes",
    "told",
    "tweeted",
    "added",
    "replied",
    "shouted",
    "yelled",
    "exclaimed",
    "wondered",
    "continued",
    "declared",
    "dijo",
    "preguntó",
    "exclamó",
    "añadió",
    "respondió",
    "escribió",
    "сказал",
    "сказала",
    "спросил",
    "спросила",
    "написал",
    "написала",
    "воскликнул",
    "заявил",
    "заявила",
    "ответил",
    "ответила",
];

/// How a paragraph is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// Kept together but for the longest: rows, headings.
    Whole,
    /// A sentence begins with a capital.
    Capitals,
    /// Or with a small letter: who writes a message does not always look for the capital.
    Small,
}

/// The sentences of a paragraph.
pub(super) fn sentences(tokens: Vec<Token>, cut: Cut) -> Vec<Vec<Token>> {
    let mut cuts = Vec::new();
    let mut start = 0;
    for index in 0..tokens.len() {
        let longest = index + 1 - start >= LONGEST;
        let ended = match cut {
            Cut::Whole => false,
            Cut::Capitals => ends_after(&tokens, index) || heads(&tokens[start..], index - start),
            Cut::Small => ends_after(&tokens, index) || ends_small(&tokens, index),
        };
        if longest || ended {
            cuts.push(index + 1);
            start = index + 1;
        }
    }
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut rest = tokens.into_iter();
    let mut from = 0;
    for cut in cuts {
        out.push(rest.by_ref().take(cut - from).collect());
        from = cut;
    }
    out.push(rest.collect());
    out.retain(|sentence: &Vec<Token>| !sentence.is_empty());
    out
}

/// Whether a sentence ends after the token at `index`.
fn ends_after(tokens: &[Token], index: usize) -> bool {
    let Some(next) = tokens.get(index + 1) else {
        return true;
    };
    // The stop may stand before closing marks: the end is after the last of them.
    if closes(next) {
        return false;
    }
    let mut at = index;
    let mut closed = false;
    while closes(&tokens[at]) {
        closed |= tokens[at].kind == TokenKind::Close;
        if at == 0 || index - at > 3 {
            return false;
        }
        at -= 1;
    }
    let stop = &tokens[at];
    match stop.kind {
        TokenKind::Stop => {
            next.spaced
                && starts(tokens, index + 1, closed && !stop.is("."))
                && !numbers(tokens, at)
        }
        TokenKind::Word if at == index && stop.lower.ends_with('.') => {
            next.spaced && abbreviation_ends(stop, tokens, index + 1)
        }
        _ => false,
    }
}

/// What has a number of its own: "case no. 2291/25".
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "account", "acta", "book", "card", "case", "causa", "cédula", "certificate", "contract", "contrato", "decree", "docket", "dni",
    "expediente", "file", "flight", "id", "licence", "license", "order", "pasaporte", "passport", "permit", "policy", "protocolo", "reference",
    "resolución", "ticket", "visa", ",", "(",
];

/// Whether the stop at `at` is that of "no." before the number of what stands before it.
fn numbers(tokens: &[Token], at: usize) -> bool {
    let [.., of, no] = &tokens[..at] else {
        return false;
    };
    let digits = |token: &Token| token.lower.bytes().filter(u8::is_ascii_digit).count();
    let mut next = tokens[at + 1..].iter();
    let number = next.next().is_some_and(|first| {
        let letters = first.capital && first.lower.chars().count() <= 3;
        digits(first) >= 3 || letters && next.next().is_some_and(|it| digits(it) >= 3)
    });
    tokens[at].is(".") && no.is("no") && NUMBERED.contains(&&*of.lower) && number
}

/// The most tokens of the heading of a section with its mark.
const HEADING: usize = 6;

/// Whether tokens are the heading of a section with its mark: "PRIMERO:", "SEGUNDO.-". The "Que" behind it by which Spanish papers
/// open what they find belongs to it.
pub(in crate::extract) fn is_section(tokens: &[Token]) -> bool {
    let tokens = match tokens {
        [before @ .., last] if last.is("que") => before,
        _ => tokens,
    };
    let words = match tokens {
        [words @ .., stop, dash] if stop.is(".") && dash.kind == TokenKind::Dash => words,
        [words @ .., mark] if mark.is(":") => words,
        _ => return false,
    };
    let words: Vec<&str> = words.iter().map(|token| &*token.lower).collect();
    words.len() < HEADING && Section::of(&words.join(" ")).is_some()
}

/// Whether the heading of a section ends after the token at `index` of a sentence.
fn heads(tokens: &[Token], index: usize) -> bool {
    let next = tokens.get(index + 1);
    index <= HEADING && next.is_some_and(|it| !it.is("que")) && is_section(&tokens[..=index])
}

/// Whether a full stop, question or exclamation mark stands before a word that a message begins with a small letter.
fn ends_small(tokens: &[Token], index: usize) -> bool {
    let stop = &tokens[index];
    let mark = matches!(&*stop.lower, "." | "!" | "?");
    mark && stop.kind == TokenKind::Stop
        && tokens
            .get(index + 1)
            .is_some_and(|next| next.spaced && next.kind == TokenKind::Word)
}

/// Closing quotation marks and brackets that touch what stands before them.
fn closes(token: &Token) -> bool {
    token.kind == TokenKind::Close
        || (token.kind == TokenKind::Punct && matches!(&*token.lower, ")" | "]") && !token.spaced)
}

/// Whether what begins at `index` can begin a sentence; `quoted` where a quoted question stands before.
fn starts(tokens: &[Token], index: usize, quoted: bool) -> bool {
    let token = &tokens[index];
    match token.kind {
        TokenKind::Word if !token.capital => token.lower.starts_with(|c: char| !c.is_lowercase()),
        TokenKind::Word => {
            !(quoted
                && tokens[index..]
                    .iter()
                    .take(5)
                    .any(|token| GOES_ON.contains(&&*token.lower)))
        }
        TokenKind::Number | TokenKind::Open => true,
        TokenKind::Dash => tokens.get(index + 1).is_none_or(|next| next.capital),
        TokenKind::Punct => !matches!(&*token.lower, "," | ";" | ":" | ")" | "]"),
        TokenKind::Close | TokenKind::Stop => false,
    }
}

/// Whether a sentence ends with this abbreviation.
fn abbreviation_ends(token: &Token, tokens: &[Token], next: usize) -> bool {
    let bare = token.lower.trim_end_matches('.');
    let initial = bare.chars().nth(1).is_none();
    if initial || abbreviations::stands_before(bare) {
        return false;
    }
    // After "U.S." or "p.m." a capital is no sign by itself: only a word that begins sentences is.
    let begins = [
        "the", "he", "she", "it", "they", "we", "but", "and", "in", "on", "at", "a", "an", "this",
        "that", "these", "those", "there", "his", "her", "its", "their", "when", "while", "after",
        "if", "so", "el", "la", "los", "las", "en", "un", "una", "según", "по", "в", "на", "он",
        "она", "они", "это", "но", "и", "как",
    ];
    let word = &tokens[next];
    match word.kind {
        TokenKind::Word => word.capital && begins.contains(&&*word.lower),
        TokenKind::Open => true,
        _ => false,
    }
}
