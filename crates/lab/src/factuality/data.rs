//! Sentences whose events people judged: JSON lines of a text in tokens and of targets with a label from -3 to 3.

use anyhow::{Context as _, Result};
use inquiry::extract;
use inquiry::extract::deep::{self, Chunk, Deep, Pieces, WIDTH};
use inquiry::extract::tagger::Passage;
use model::{Document, Language, Span};
use ndarray::Array2;
use serde::Deserialize;

/// A line of the data.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    /// Tokens with a space between two.
    text: String,
    targets: Vec<Target>,
}

/// A judged event.
#[derive(Debug, Deserialize)]
struct Target {
    /// Its first token, and the one behind its last.
    span1: (usize, usize),
    /// 3 if it surely happened, -3 if it surely did not.
    label: f32,
}

/// The lines of a file.
pub(super) fn lines(text: &str) -> Result<Vec<Line>> {
    let filled = text
        .lines()
        .zip(1..)
        .filter(|(it, _)| !it.trim().is_empty());
    filled
        .map(|(it, number)| serde_json::from_str(it).with_context(|| format!("line {number}")))
        .collect()
}

impl Line {
    /// Where an event stands in the text.
    fn span(&self, target: &Target) -> Option<Span> {
        let mut at = 0;
        let mut tokens = self.text.split(' ').map(|token| {
            let start = at;
            at += token.len() + 1;
            Span::new(start, start + token.len())
        });
        let last = target.span1.1.checked_sub(target.span1.0 + 1)?;
        let first = tokens.nth(target.span1.0)?;
        let end = if last == 0 {
            first
        } else {
            tokens.nth(last - 1)?
        };
        Some(Span::new(first.start, end.end))
    }
}

/// What the encoder makes of a line, and its events.
pub(super) struct Sentence {
    /// The state of each word behind the encoder's first layers.
    pub(super) states: Array2<f32>,
    /// The word of each event, and its label.
    pub(super) events: Vec<(usize, f32)>,
}

impl Sentence {
    /// The sentence of a line; more than one where it is too long for the encoder.
    pub(super) fn of(line: &Line, pieces: &Pieces<'_>, deep: &Deep<'_>) -> Vec<Self> {
        let document = Document::of_text("line", &line.text, Language::En);
        let passages = extract::passages(&document);
        let chunks = deep::chunks(&line.text, &passages, pieces);
        let told = |chunk: &Chunk| Self {
            states: Array2::from_shape_vec((chunk.words.len(), WIDTH), deep::lower(chunk, deep))
                .unwrap_or_else(|_| unreachable!("a row for each word")),
            events: events(line, chunk, &passages),
        };
        chunks.iter().map(told).collect()
    }
}

/// The events whose first word stands in the chunk.
fn events(line: &Line, chunk: &Chunk, passages: &[Passage]) -> Vec<(usize, f32)> {
    let spans: Vec<Span> = chunk
        .words
        .iter()
        .map(|place| passages[place.passage].words[place.word].span)
        .collect();
    let place = |target: &Target| {
        let span = line.span(target)?;
        let word = spans.iter().position(|word| word.overlaps(span))?;
        Some((word, target.label))
    };
    line.targets.iter().filter_map(place).collect()
}

/// The sentences of lines, and how many events stand on no word.
pub(super) fn sentences(lines: &[Line]) -> Result<(Vec<Vec<Sentence>>, usize)> {
    let pieces = Pieces::read(deep::PIECES).context("no word pieces")?;
    let deep = Deep::english().context("no encoder")?;
    let mut lost = 0;
    let told = lines.iter().map(|line| {
        let told = Sentence::of(line, &pieces, deep);
        let placed: usize = told.iter().map(|it| it.events.len()).sum();
        lost += line.targets.len() - placed.min(line.targets.len());
        told
    });
    let told = told.collect();
    Ok((told, lost))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"{"text": "Nadia did n't sign the lease , she said .", "targets": [{"span1": [3, 4], "label": -2.5, "span_text": "sign"}, {"span1": [8, 9], "label": 3.0}], "idx": 0}

{"text": "Él pagó ; los taxis esperan .", "targets": [{"span1": [3, 5], "label": 1.5}, {"span1": [9, 10], "label": 0.0}, {"span1": [2, 2], "label": 0.0}]}
"#;

    fn words(line: &Line) -> Vec<Option<&str>> {
        let spans = line.targets.iter().map(|target| line.span(target));
        spans
            .map(|span| span.and_then(|span| span.of(&line.text)))
            .collect()
    }

    #[test]
    fn events_stand_at_their_tokens() -> Result<()> {
        let read = lines(LINES)?;
        assert_eq!(read.len(), 2);
        assert_eq!(words(&read[0]), [Some("sign"), Some("said")]);
        assert_eq!(words(&read[1]), [Some("los taxis"), None, None]);
        assert!(lines("{\"text\": \"No targets\"}").is_err());
        Ok(())
    }

    #[test]
    fn each_event_keeps_its_word_and_its_label() -> Result<()> {
        let read = lines(LINES)?;
        let (told, lost) = sentences(&read)?;
        assert_eq!(lost, 2, "an empty span, and one behind the end");
        assert_eq!(told[0].len(), 1);
        let [sign, said] = told[0][0].events[..] else {
            anyhow::bail!("{:?}", told[0][0].events)
        };
        assert!(sign.0 < said.0, "{sign:?} {said:?}");
        assert_eq!((sign.1, said.1), (-2.5, 3.0));
        let states = &told[0][0].states;
        assert_eq!(states.ncols(), WIDTH);
        assert_ne!(states.row(sign.0), states.row(said.0));
        Ok(())
    }
}
