//! A passage with marks, and where it stands in the text.
//!
//! People cannot count bytes, so they copy a passage and mark it: `{source The clerk} {cue said}
//! {content that he left}`. `[...]` skips text. White space counts as one space, however much of it.

use anyhow::{Context as _, Result, bail, ensure};
use model::Span;

/// A place in a passage: piece (between skips) and byte of its words.
type Spot = (usize, usize);

/// A passage as it was copied.
#[derive(Debug)]
pub(crate) struct Passage {
    /// The words, without marks, cut at each `[...]`.
    pieces: Vec<String>,
    /// Name, first byte, byte after the last.
    marks: Vec<(String, Spot, Spot)>,
}

/// Appends a letter; white space only once, and none at the beginning.
fn push(words: &mut String, letter: char) {
    if !letter.is_whitespace() {
        words.push(letter);
    } else if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
}

impl Passage {
    /// Takes the marks out of a passage.
    pub(crate) fn parse(passage: &str) -> Result<Self> {
        let mut pieces = vec![String::new()];
        let mut marks = Vec::new();
        let mut open: Vec<(String, Spot)> = Vec::new();
        let mut rest = passage;
        while let Some(letter) = rest.chars().next() {
            let last = pieces.len() - 1;
            let spot = (last, pieces[last].len());
            if let Some(behind) = rest.strip_prefix("[...]") {
                pieces.push(String::new());
                rest = behind;
                continue;
            }
            rest = &rest[letter.len_utf8()..];
            match letter {
                '{' => {
                    let (name, behind) = rest
                        .split_once(char::is_whitespace)
                        .context("a mark has no words: write {source The clerk}")?;
                    open.push((name.to_owned(), spot));
                    rest = behind;
                }
                '}' => {
                    let (name, start) = open.pop().context("} without {")?;
                    marks.push((name, start, spot));
                }
                letter => push(&mut pieces[last], letter),
            }
        }
        if let Some((name, _)) = open.pop() {
            bail!("the mark {name} is not closed");
        }
        for piece in &mut pieces {
            piece.truncate(piece.trim_end().len());
            ensure!(!piece.is_empty(), "nothing stands beside [...]");
        }
        Ok(Self { pieces, marks })
    }

    /// The marks with their spans in the text.
    pub(crate) fn locate(&self, text: &Text) -> Result<Vec<(String, Span)>> {
        let mut starts = Vec::new();
        let mut from = 0;
        for piece in &self.pieces {
            let at = text.only(piece, from)?;
            starts.push(at);
            from = at + piece.len();
        }
        let mut out = Vec::new();
        for (name, start, end) in &self.marks {
            let byte = |spot: &Spot| starts[spot.0] + spot.1.min(self.pieces[spot.0].len());
            let span = text
                .span(byte(start), byte(end))
                .with_context(|| format!("the mark {name} holds nothing"))?;
            out.push((name.clone(), span));
        }
        out.sort_by_key(|(_, span)| *span);
        Ok(out)
    }
}

/// A text in which runs of white space are one space, with the way back.
pub(crate) struct Text<'text> {
    original: &'text str,
    words: String,
    /// For each byte of `words` the byte of the original it comes from; one more for the end.
    origin: Vec<usize>,
}

impl<'text> Text<'text> {
    /// Prepares a text to be searched.
    pub(crate) fn new(original: &'text str) -> Self {
        let mut words = String::new();
        let mut origin = Vec::new();
        for (at, letter) in original.char_indices() {
            let before = words.len();
            push(&mut words, letter);
            origin.extend((before..words.len()).map(|byte| at + (byte - before)));
        }
        origin.push(original.len());
        Self {
            original,
            words,
            origin,
        }
    }

    /// The one place behind `from` where a piece stands.
    fn only(&self, piece: &str, from: usize) -> Result<usize> {
        let behind = &self.words[from..];
        let mut found = behind.match_indices(piece).map(|(at, _)| from + at);
        match (found.next(), found.count()) {
            (Some(at), 0) => Ok(at),
            (Some(_), more) => bail!(
                "stands {} times in the text, copy more of it: {piece}",
                more + 1
            ),
            (None, _) => {
                let ends = piece.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
                let longest = ends.partition_point(|end| behind.contains(&piece[..*end]));
                let end = longest.checked_sub(1).map_or(0, |last| ends[last]);
                bail!("not in the text behind “{}”: {piece}", &piece[..end])
            }
        }
    }

    /// The original span of two bytes of the words, without white space at its edges.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let marked = self.words.get(start..end)?;
        let start = start + (marked.len() - marked.trim_start().len());
        let last = marked.trim().chars().next_back()?;
        let end = start + marked.trim().len();
        let last = self.origin[end - last.len_utf8()] + last.len_utf8();
        let span = Span::new(self.origin[start], last);
        debug_assert!(span.of(self.original).is_some());
        Some(span)
    }
}
