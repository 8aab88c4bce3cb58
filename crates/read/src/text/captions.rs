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
    let mut walk = Walk {
        text,
        blocks: Vec::new(),
        cue: None,
        fresh: false,
        speaker: None,
        pending: None,
        note: false,
        stray: 0,
    };
    for line in lines(text) {
        walk.line(trimmed(text, line));
    }
    walk.outside();
    let Walk { blocks, stray, .. } = walk;
    let spoken = |block: &model::Block| matches!(block.kind, BlockKind::Turn { .. });
    if !blocks.iter().any(spoken) {
        return Some(Draft::no_text(Format::Transcript, "captions without words"));
    }
    let mut draft = Draft::new(Format::Transcript);
    if stray > 0 {
        draft.faults.push(format!(
            "{stray} lines stand outside every caption: they are kept without a time"
        ));
    }
    draft.parts.push(Part {
        kind: PartKind::Transcript,
        label: "captions".to_owned(),
        text: text.to_owned(),
        blocks,
    });
    Some(draft)
}

/// What has been read of the captions.
struct Walk<'a> {
    text: &'a str,
    blocks: Vec<model::Block>,
    /// Time of the caption that is open.
    cue: Option<String>,
    /// Nothing of the open caption was written yet.
    fresh: bool,
    /// A speaker named on a line without words.
    speaker: Option<Span>,
    /// A line outside captions that may turn out to be the name of the next one.
    pending: Option<Span>,
    /// Inside a note or a style sheet.
    note: bool,
    /// Lines outside every caption that hold words.
    stray: usize,
}

impl Walk<'_> {
    fn line(&mut self, line: Span) {
        let raw = line.of(self.text).unwrap_or("");
        if raw.is_empty() {
            self.outside();
            (self.cue, self.note) = (None, false);
        } else if let Some(time) = start_time(raw) {
            if let Some(name) = self.pending.take() {
                self.furniture(name);
            }
            (self.cue, self.fresh, self.speaker) = (Some(time), true, None);
        } else if self.cue.is_some() {
            self.words(line);
        } else if self.note || is_note(raw) {
            self.outside();
            self.note = true;
            self.furniture(line);
        } else {
            self.outside();
            self.pending = Some(line);
        }
    }

    /// Words of the open caption, voice by voice.
    fn words(&mut self, line: Span) {
        for (speaker, words) in voices(self.text, line) {
            if words.is_empty() {
                self.speaker = speaker.or(self.speaker);
                continue;
            }
            let speaker = speaker.or(self.speaker.take());
            match self.blocks.last_mut() {
                Some(last) if !self.fresh && speaker.is_none() => {
                    last.span = Span::new(last.span.start, words.end);
                }
                _ => {
                    let at = self.cue.clone();
                    self.blocks
                        .push(block(words, BlockKind::Turn { speaker, at }));
                }
            }
            self.fresh = false;
        }
    }

    /// Keeps a line that belongs to no caption.
    fn outside(&mut self) {
        let Some(line) = self.pending.take() else {
            return;
        };
        let raw = line.of(self.text).unwrap_or("");
        if !raw.chars().any(char::is_alphabetic) {
            return self.furniture(line);
        }
        self.stray += 1;
        let (speaker, at) = (None, None);
        self.blocks
            .push(block(line, BlockKind::Turn { speaker, at }));
    }

    fn furniture(&mut self, line: Span) {
        self.blocks.push(block(line, BlockKind::Furniture));
    }
}

/// Whether a line opens what no viewer sees: the header, a note, a style sheet.
fn is_note(raw: &str) -> bool {
    let raw = raw.trim_start_matches('\u{feff}');
    ["WEBVTT", "NOTE", "STYLE", "REGION"].iter().any(|word| {
        raw.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', ':', '-']))
    })
}

/// The speakers of a line of a caption with their words; a line may hold several voices.
fn voices(text: &str, line: Span) -> Vec<(Option<Span>, Span)> {
    let raw = line.of(text).unwrap_or("");
    let opens: Vec<usize> = raw
        .match_indices("<v")
        .map(|(at, _)| at)
        .filter(|&at| {
            raw.get(at + 2..)
                .is_some_and(|rest| rest.starts_with([' ', '.', '\t']))
        })
        .collect();
    if opens.is_empty() {
        return vec![voice(text, line)];
    }
    let ends = opens.iter().skip(1).copied().chain([raw.len()]);
    let mut found = Vec::new();
    let inner =
        |from: usize, to: usize| trimmed(text, Span::new(line.start + from, line.start + to));
    found.push((None, inner(0, opens.first().copied().unwrap_or(0))));
    for (&open, end) in opens.iter().zip(ends) {
        let piece = Span::new(line.start + open, line.start + end);
        let closed = raw
            .get(open..end)
            .and_then(|piece| piece.find("</v>"))
            .map(|at| open + at + "</v>".len());
        found.push(voice(text, piece));
        found.push((None, inner(closed.unwrap_or(end), end)));
    }
    found.retain(|(speaker, words)| speaker.is_some() || !words.is_empty());
    found
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
        let name = super::turns::named(name.trim_end()).unwrap_or(name);
        let shouts = name.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !name.chars().any(char::is_lowercase)
            && name.split_whitespace().count() <= 4;
        if shouts {
            return (
                Some(inner(lead, lead + name.len())),
                inner(lead + colon + 1, raw.len()),
            );
        }
    }
    (None, inner(lead, raw.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(text: &str) -> (Vec<(Option<&str>, &str)>, Draft) {
        let draft = read(text).expect("captions");
        let turns = draft.parts[0]
            .blocks
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Turn { speaker, .. } => Some((
                    speaker.and_then(|speaker| speaker.of(text)),
                    block.span.of(text).unwrap_or("?"),
                )),
                _ => None,
            })
            .collect();
        (turns, draft)
    }

    #[test]
    fn every_voice_of_a_caption_is_kept() {
        let text = "WEBVTT - made by x\n\nSTYLE\n::cue { }\n\nintro\n00:01.000 --> 00:02.000\n<v.loud Ana>Hola.</v> <v Paul>No.</v> (ríe)\n\n\
            00:03.000 --> 00:04.000\n<v Eva>\nsí\n";
        let (turns, draft) = spoken(text);
        assert_eq!(
            turns,
            [
                (Some("Ana"), "Hola."),
                (Some("Paul"), "No.</v> (ríe)"),
                (Some("Eva"), "sí")
            ]
        );
        assert!(draft.faults.is_empty(), "{:?}", draft.faults);
    }

    #[test]
    fn words_behind_an_empty_line_are_not_lost() {
        let text = "\u{feff}1\r\n00:00:01,000 --> 00:00:02,000\r\nOne.\r\n\r\nStill one.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo.\r\n";
        let (turns, draft) = spoken(text);
        assert_eq!(
            turns,
            [(None, "One."), (None, "Still one."), (None, "Two.")]
        );
        assert!(draft.faults[0].starts_with("1 lines stand outside"));
    }

    #[test]
    fn both_formats() {
        let text = "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\n<v Ana Ruiz>Hola.</v>\n\n00:03.000 --> 00:04.000\nTwo\nlines\n";
        let draft = read(text).expect("captions");
        let blocks: Vec<_> = draft.parts[0]
            .blocks
            .iter()
            .filter(|block| block.kind != BlockKind::Furniture)
            .collect();
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
                .filter(|b| b.kind != BlockKind::Furniture)
                .filter_map(|b| b.span.of(text))
                .collect::<Vec<_>>(),
            ["No.", "Yes."]
        );
        assert!(read("An arrow --> here\n").is_none());
        let text = "1\n00:00:01,000 --> 00:00:02,000\nANA PELL (crying): No.\n";
        assert_eq!(spoken(text).0, [(Some("ANA PELL"), "No.")]);
    }
}
