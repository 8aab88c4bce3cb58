//! Characters to tokens: words, numbers, quotation marks, dashes, other marks.

use super::abbreviations;
use model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens; an abbreviation has its full stop with it ("U.S.", "Mr.").
    Word,
    /// Begins with a digit: "20,000", "3.5", "10:30", "2024-05-03", "17th".
    Number,
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// A dash between words: "—", "–", "--", or "-" with a space on a side.
    Dash,
    /// A mark that can end a sentence: ". ! ? …" and runs of them.
    Stop,
    /// Any other mark.
    Punct,
}

/// The smallest piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the part's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Lower case, with `'` for every apostrophe, `е` for `ё`, without soft hyphens.
    pub lower: Box<str>,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether white space (or the start of the paragraph) stands before it.
    pub spaced: bool,
}

impl Token {
    /// Whether it is the word (or mark) `lower`.
    pub fn is(&self, lower: &str) -> bool {
        &*self.lower == lower
    }

    /// Whether it is a word or a number.
    pub const fn is_wordy(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// Walks over the characters of one paragraph.
struct Walk<'t> {
    text: &'t str,
    /// Where the paragraph starts in the part.
    base: usize,
    /// Byte offset in `text`.
    at: usize,
    /// Whether white space stands before `at`.
    spaced: bool,
    /// Straight double quotation marks that are open.
    double_open: bool,
    /// Single quotation marks that are open.
    single_open: bool,
    out: Vec<Token>,
}

/// The tokens of a paragraph that starts at byte `base` of the part.
pub(super) fn tokens(text: &str, base: usize) -> Vec<Token> {
    let mut walk = Walk {
        text,
        base,
        at: 0,
        spaced: true,
        double_open: false,
        single_open: false,
        out: Vec::with_capacity(text.len() / 5),
    };
    while let Some(c) = walk.peek(0) {
        if is_space(c) {
            walk.at += c.len_utf8();
            walk.spaced = true;
        } else if is_letter(c) {
            walk.word();
        } else {
            walk.mark(c);
        }
    }
    walk.out
}

/// White space and marks that show nothing (byte-order mark, zero-width space).
pub(in crate::extract) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// Letters, digits, accents that stand alone, soft hyphens.
pub(in crate::extract) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '_')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

impl Walk<'_> {
    /// The character `ahead` characters on.
    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at..)?.chars().nth(ahead)
    }

    /// The character before `at`.
    fn before(&self) -> Option<char> {
        self.text.get(..self.at)?.chars().next_back()
    }

    /// Ends a token that runs up to byte `end`.
    fn push(&mut self, end: usize, kind: TokenKind) {
        let Some(raw) = self.text.get(self.at..end).filter(|raw| !raw.is_empty()) else {
            self.at = end.max(self.at + 1);
            return;
        };
        self.out.push(Token {
            span: Span::new(self.base + self.at, self.base + end),
            kind,
            lower: fold(raw).into(),
            capital: raw.chars().next().is_some_and(char::is_uppercase),
            spaced: self.spaced,
        });
        self.at = end;
        self.spaced = false;
    }

    /// A word or number from `at` on, with the full stop of an abbreviation.
    fn word(&mut self) {
        let rest = &self.text[self.at..];
        let numeric = rest.starts_with(|c: char| c.is_ascii_digit());
        let mut end = 0;
        let mut dotted = false;
        let mut chars = rest.char_indices().peekable();
        let mut previous = ' ';
        while let Some((offset, c)) = chars.next() {
            let next = chars.peek().map(|pair| pair.1);
            if is_letter(c) {
                end = offset + c.len_utf8();
            } else if !joins(previous, c, next, rest, end) {
                break;
            } else if c == '.' && !numeric {
                dotted = true;
            }
            previous = c;
        }
        let raw = &rest[..end];
        let full = end + usize::from(rest[end..].starts_with('.'));
        let keeps_stop = full > end && !numeric && keeps_stop(raw, dotted, &rest[full..]);
        let end = self.at + if keeps_stop { full } else { end };
        let kind = if numeric {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        self.push(end, kind);
        self.clitic();
    }

    /// The English `'s` after a word is a token of its own.
    fn clitic(&mut self) {
        let mut chars = self.text[self.at..].chars();
        let (Some(mark), Some('s' | 'S')) = (chars.next(), chars.next()) else {
            return;
        };
        if is_apostrophe(mark) && !chars.next().is_some_and(is_letter) {
            self.push(self.at + mark.len_utf8() + 1, TokenKind::Word);
        }
    }

    /// A mark: quotation mark, dash, stop or another.
    fn mark(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        match c {
            '.' | '!' | '?' | '…' => {
                let run = self.text[self.at..]
                    .find(|c| !matches!(c, '.' | '!' | '?' | '…'))
                    .unwrap_or(self.text.len() - self.at);
                self.push(self.at + run, TokenKind::Stop);
            }
            '"' | '\u{ff02}' => {
                let opens = self.opens(self.double_open);
                self.double_open = opens;
                self.push(
                    end,
                    if opens {
                        TokenKind::Open
                    } else {
                        TokenKind::Close
                    },
                );
            }
            '“' => {
                // After a low mark, the upper one closes („so“).
                let closes = self.double_open && !self.spaced;
                self.double_open = !closes;
                self.push(
                    end,
                    if closes {
                        TokenKind::Close
                    } else {
                        TokenKind::Open
                    },
                );
            }
            '«' | '„' | '‹' => {
                self.double_open = c == '„';
                self.push(end, TokenKind::Open);
            }
            '”' | '»' | '›' => {
                self.double_open = false;
                self.push(end, TokenKind::Close);
            }
            '\'' | '‘' | '’' | '‚' | '`' | '´' => self.single(c, end),
            '—' | '–' | '―' | '−' => self.push(end, TokenKind::Dash),
            '-' => self.hyphen(end),
            _ => self.push(end, TokenKind::Punct),
        }
    }

    /// Whether a mark that looks alike on both sides opens here.
    fn opens(&self, open: bool) -> bool {
        let space_after = self.peek(1).is_none_or(is_space);
        let free_before = self.spaced
            || self
                .before()
                .is_none_or(|c| matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '¿' | '¡'));
        match (free_before, space_after) {
            (true, false) => true,
            (false, true) => false,
            _ => !open,
        }
    }

    /// A single quotation mark, or an apostrophe that stands alone.
    fn single(&mut self, c: char, end: usize) {
        let opens = matches!(c, '‘' | '‚') || (c != '’' && self.opens(self.single_open));
        let letter_after = self.peek(1).is_some_and(is_letter);
        let doubled = self.peek(1) == Some(c) && matches!(c, '\'' | '`' | '’' | '‘');
        let end = if doubled { end + c.len_utf8() } else { end };
        if doubled || (opens && letter_after) {
            let opens = opens || c == '`';
            self.single_open = opens && !doubled;
            self.push(
                end,
                if opens {
                    TokenKind::Open
                } else {
                    TokenKind::Close
                },
            );
        } else if self.single_open && !letter_after {
            self.single_open = false;
            self.push(end, TokenKind::Close);
        } else {
            self.push(end, TokenKind::Punct);
        }
    }

    /// A hyphen that stands between words as a dash, or before a number.
    fn hyphen(&mut self, end: usize) {
        let run = self.text[self.at..].len() - self.text[self.at..].trim_start_matches('-').len();
        let end = end + run - 1;
        let space_after = self.text[end..].chars().next().is_none_or(is_space);
        let dash = run > 1 || self.spaced || space_after;
        self.push(
            end,
            if dash {
                TokenKind::Dash
            } else {
                TokenKind::Punct
            },
        );
    }
}

/// Whether `c`, between `previous` and `next`, goes on with the word that reaches up to `end`.
fn joins(previous: char, c: char, next: Option<char>, rest: &str, end: usize) -> bool {
    let Some(next) = next.filter(|next| is_letter(*next)) else {
        return false;
    };
    if !is_letter(previous) {
        return false;
    }
    match c {
        '-' | '‑' | '@' | '&' => true,
        '\'' | '\u{2019}' | '\u{2bc}' => {
            // The clitic 's is split off; "don't", "O'Brien" and "d'État" stay whole.
            let after = rest.get(end + c.len_utf8()..).unwrap_or("");
            let mut chars = after.chars();
            !matches!(chars.next(), Some('s' | 'S')) || chars.next().is_some_and(is_letter)
        }
        ',' | ':' | '/' => previous.is_ascii_digit() && next.is_ascii_digit(),
        '.' => {
            (previous.is_ascii_digit() && next.is_ascii_digit())
                || (short_piece(rest, end) && previous.is_alphabetic() && next.is_alphabetic())
        }
        _ => false,
    }
}

/// Whether the piece of a dotted abbreviation that ends at `end` has one or two letters ("U.S", "EE.UU", "т.е").
fn short_piece(rest: &str, end: usize) -> bool {
    let piece = rest[..end].rsplit('.').next().unwrap_or("");
    piece.chars().nth(2).is_none() || piece == "Ph"
}

/// Whether the full stop after `raw` belongs to it.
fn keeps_stop(raw: &str, dotted: bool, after: &str) -> bool {
    let mut chars = raw.chars();
    let first = chars.next();
    let single = chars.next().is_none();
    if single && first.is_some_and(char::is_uppercase) {
        return !matches!(raw, "I") || after.trim_start().starts_with(char::is_uppercase);
    }
    if dotted {
        return short_piece(raw, raw.len());
    }
    if raw.len() > 12 {
        return false;
    }
    let lower = fold(raw);
    let no_number = lower == "no" && !after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let goes_on = after
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '(' | '«' | '"' | '“'));
    let upper_month_word = |word: &str| {
        matches!(
            word,
            "mar"
                | "dec"
                | "jan"
                | "la"
                | "pa"
                | "co"
                | "ill"
                | "wash"
                | "mass"
                | "ind"
                | "al"
                | "est"
                | "mo"
        )
    };
    (abbreviations::stands_before(&lower) && goes_on && !no_number && !is_plain_word(raw))
        || (abbreviations::stands_inside(&lower)
            && (!upper_month_word(&lower) || raw.starts_with(char::is_uppercase)))
}

/// Words that are also abbreviations, written small: "no.", "del.", "cap.", "art.".
fn is_plain_word(raw: &str) -> bool {
    matches!(
        raw,
        "no" | "del"
            | "cap"
            | "art"
            | "fig"
            | "dip"
            | "st"
            | "fr"
            | "sec"
            | "rep"
            | "gen"
            | "det"
            | "est"
            | "hon"
            | "pres"
            | "dir"
    )
}

/// Lower case, one apostrophe, `е` for `ё`, no soft hyphens.
fn fold(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '\u{ad}' => {}
            '\u{2019}' | '\u{2bc}' => out.push('\''),
            '‑' => out.push('-'),
            'ё' | 'Ё' => out.push('е'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}
