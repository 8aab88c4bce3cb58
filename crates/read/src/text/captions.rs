//! Captions: `WebVTT` and SRT; a block a cue, in the file's own bytes.

use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use model::{BlockKind, Format, Part, PartKind, Span};

/// Reads a text as captions, if it is `WebVTT` or SRT.
pub(crate) fn read(text: &str) -> Option<Draft> {
    let top = text.trim_start_matches(crate::lines::blank);
    let named = top.starts_with("WEBVTT");
    let timed = lines(top)
        .take(3)
        .any(|line| line.of(top).and_then(start_time).is_some());
    if !named && !timed {
        return None;
    }
    let mut blocks: Vec<model::Block> = Vec::new();
    let mut at: Option<String> = None;
    let mut fresh = false;
    for line in lines(text) {
        let line = trimmed(text, line);
        let raw = line.of(text).unwrap_or("");
        if raw.is_empty() {
            at = None;
        } else if let Some(time) = start_time(raw) {
            at = Some(time);
            fresh = true;
        } else if at.is_some() {
            let (speaker, words) = voice(text, line);
            let new_voice = speaker.is_some();
            match blocks.last_mut().filter(|_| !fresh && !new_voice) {
                Some(last) => last.span = Span::new(last.span.start, words.end),
                None if words.is_empty() => {}
                None => {
                    let kind = BlockKind::Turn {
                        speaker,
                        at: at.clone(),
                    };
                    blocks.push(block(words, kind));
                    fresh = false;
                }
            }
        }
    }
    if blocks.is_empty() {
        return Some(Draft::no_text(Format::Transcript, "captions without words"));
    }
    let mut draft = Draft::new(Format::Transcript);
    draft.parts.push(Part {
        kind: PartKind::Transcript,
        label: "captions".to_owned(),
        text: text.to_owned(),
        blocks,
    });
    Some(draft)
}

/// The first time of a line `00:00:01.000 --> 00:00:02.000`.
fn start_time(line: &str) -> Option<String> {
    let (from, to) = line.split_once("-->")?;
    let from = from.trim();
    let is_time = |time: &str| {
        time.contains(':')
            && time
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ','))
    };
    let to = to.split_whitespace().next()?;
    (is_time(from) && is_time(to)).then(|| from.to_owned())
}

/// The speaker a line of a cue names (`<v Ana>words</v>`, `ANA: words`, `>> ANA: words`), and the words.
fn voice(text: &str, line: Span) -> (Option<Span>, Span) {
    let raw = line.of(text).unwrap_or("");
    let inner =
        |from: usize, to: usize| trimmed(text, Span::new(line.start + from, line.start + to));
    if raw.starts_with("<v")
        && let Some(close) = raw.find('>')
    {
        let name = raw.find(' ').filter(|&space| space < close);
        let speaker = name
            .map(|space| inner(space, close))
            .filter(|span| !span.is_empty());
        let end = raw
            .find("</v>")
            .filter(|&end| end > close)
            .unwrap_or(raw.len());
        return (speaker, inner(close + 1, end));
    }
    let lead = raw.len() - raw.trim_start_matches(['>', '-', ' ', '–', '—']).len();
    let body = raw.get(lead..).unwrap_or("");
    if let Some(colon) = body.find(':') {
        let name = body.get(..colon).unwrap_or("");
        let shouts = name.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !name.chars().any(char::is_lowercase)
            && name.split_whitespace().count() <= 4;
        if shouts {
            return (
                Some(inner(lead, lead + colon)),
                inner(lead + colon + 1, raw.len()),
            );
        }
    }
    (None, inner(lead, raw.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats() {
        let text = "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\n<v Ana Ruiz>Hola.</v>\n\n00:03.000 --> 00:04.000\nTwo\nlines\n";
        let draft = read(text).expect("captions");
        let blocks = &draft.parts[0].blocks;
        assert_eq!(blocks[0].span.of(text), Some("Hola."));
        assert!(
            matches!(&blocks[0].kind, BlockKind::Turn { speaker: Some(s), at: Some(at) } if s.of(text) == Some("Ana Ruiz") && at == "00:00:01.000")
        );
        assert_eq!(blocks[1].span.of(text), Some("Two\nlines"));
        let text = "1\r\n00:00:01,000 --> 00:00:02,000\r\nPAUL: No.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Yes.\r\n";
        let draft = read(text).expect("captions");
        let blocks = &draft.parts[0].blocks;
        assert_eq!(
            blocks
                .iter()
                .filter_map(|b| b.span.of(text))
                .collect::<Vec<_>>(),
            ["No.", "Yes."]
        );
        assert!(read("An arrow --> here\n").is_none());
    }
}
