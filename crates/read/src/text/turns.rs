//! Transcripts: `SPEAKER: words`, with clock times or without; a block a turn, in the file's own bytes.

use super::head;
use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use model::{Block, BlockKind, Format, Part, PartKind, Section, Span};
use std::collections::BTreeMap;

/// A line that opens a turn.
struct Opening {
    /// The speaker's label.
    speaker: Span,
    /// How it is said, in brackets behind the label.
    note: Option<Span>,
    /// The words on the line.
    words: Span,
    /// Clock time or time code as written.
    at: Option<String>,
}

/// Longest label, in characters.
const MAX_LABEL: usize = 48;

/// Reads a text as a transcript, if it is one.
pub(crate) fn read(text: &str) -> Option<Draft> {
    let mut draft = Draft::new(Format::Transcript);
    let blocks = blocks(text, &mut draft)?;
    draft.parts.push(Part {
        kind: PartKind::Transcript,
        label: "transcript".to_owned(),
        text: text.to_owned(),
        blocks,
    });
    Some(draft)
}

/// The turns of a text and what stands around them, if it is a transcript; what its top says goes to `draft`.
pub(crate) fn blocks(text: &str, draft: &mut Draft) -> Option<Vec<Block>> {
    let labels = labels(text)?;
    let mut walk = Walk {
        text,
        blocks: Vec::new(),
        speaker: None,
        running: false,
        dense: is_dense(text, &labels),
        ended: false,
    };
    for line in lines(text) {
        let line = trimmed(text, line);
        if line.is_empty() {
            walk.running = false;
            if walk.dense && walk.speaker.is_some() {
                walk.ended = true;
            }
            continue;
        }
        let opening = opening(text, line).filter(|opening| {
            let label = label(text, opening.speaker);
            // A list in small letters counts points; a label in large ones speaks.
            let raw = opening.speaker.of(text).unwrap_or("");
            let speaks = !raw.contains(char::is_lowercase) || Section::of(&label).is_none();
            labels.contains_key(&label) || walk.speaker.is_some() && !walk.ended && speaks
        });
        if opens_section(text, line) {
            (walk.running, walk.ended) = (false, walk.speaker.is_some());
        }
        match opening {
            Some(opening) => walk.open(opening),
            None if walk.speaker.is_some() => walk.go_on(line),
            None => walk.top(line, draft),
        }
    }
    Some(walk.blocks)
}

/// Whether most turns follow each other without an empty line: then an empty line ends a turn.
fn is_dense(text: &str, labels: &BTreeMap<String, usize>) -> bool {
    let (mut dense, mut apart) = (0_usize, 0_usize);
    let mut after_empty = true;
    for line in lines(text) {
        let line = trimmed(text, line);
        let opens =
            opening(text, line).is_some_and(|o| labels.contains_key(&label(text, o.speaker)));
        dense += usize::from(opens && !after_empty);
        apart += usize::from(opens && after_empty);
        after_empty = line.is_empty();
    }
    // Where every turn has its time, only the next time ends it.
    let timed = lines(text).any(|line| stamp(line.of(text).unwrap_or("")).0.is_some());
    dense > apart && !timed
}

/// Whether a line begins a section of a paper: no speaker goes on below its heading.
fn opens_section(text: &str, line: Span) -> bool {
    let raw = line.of(text).unwrap_or("");
    let heading = raw.split_once(':').map(|(heading, _)| heading);
    heading.and_then(Section::of) == Some(Section::Named)
}

/// A label as it is compared: without what stands in brackets behind it.
fn label(text: &str, span: Span) -> String {
    let label = span.of(text).unwrap_or("");
    label
        .split('(')
        .next()
        .unwrap_or(label)
        .trim()
        .to_lowercase()
}

/// The labels of the speakers with how often they speak; `None` if the text is no transcript.
fn labels(text: &str) -> Option<BTreeMap<String, usize>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut filled, mut turns, mut capitals) = (0_usize, 0_usize, 0_usize);
    for line in lines(text).take(5_000) {
        let line = trimmed(text, line);
        filled += usize::from(!line.is_empty());
        if let Some(opening) = opening(text, line) {
            let raw = opening.speaker.of(text).unwrap_or("");
            let raw = raw.split('(').next().unwrap_or(raw);
            capitals +=
                usize::from(!raw.chars().any(char::is_lowercase) && raw.chars().count() > 1);
            *counts.entry(label(text, opening.speaker)).or_default() += 1;
            turns += 1;
        }
    }
    // A line `Key: value` is in many texts; speakers speak again, and most lines are theirs. A paper has two lists at most.
    let numbered = |label: &str| Section::of(label) == Some(Section::Numbered);
    let people = counts
        .iter()
        .any(|(label, count)| *count > 1 && !numbered(label));
    counts.retain(|label, count| *count > 2 || *count > 1 && (people || !numbered(label)));
    let again: usize = counts.values().sum();
    let often = again >= 4 && again * 10 >= filled * 3 && again * 10 >= turns * 7;
    let short = again >= 2 && turns >= 3 && capitals * 10 >= turns * 8 && turns * 10 >= filled * 4;
    let two = counts.len() >= 2 || capitals * 10 >= turns * 8;
    ((often && two) || short).then_some(counts)
}

/// Reads the opening of a turn out of a line.
fn opening(text: &str, line: Span) -> Option<Opening> {
    let raw = line.of(text)?;
    let (at, behind) = stamp(raw);
    let rest = raw.get(behind..)?;
    let colon = rest.find(':')?;
    let name = rest.get(..colon)?;
    let words = rest.get(colon + 1..)?;
    let bare = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '-' | '–' | '—' | '>' | '#')
    });
    if !is_label(bare) || words.starts_with("//") || words.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let lead = name.find(bare)?;
    let start = line.start + behind + lead;
    let label = named(bare).unwrap_or(bare);
    let speaker = Span::new(start, start + label.len());
    let note = trimmed(text, Span::new(speaker.end, start + bare.len()));
    let mut words = trimmed(text, Span::new(line.start + behind + colon + 1, line.end));
    if words.of(text).is_some_and(|words| words.starts_with("**")) {
        words = trimmed(text, Span::new(words.start + 2, words.end));
    }
    Some(Opening {
        speaker,
        note: (!note.is_empty()).then_some(note),
        words,
        at,
    })
}

/// The name before a note in brackets: `ANA PELL (crying)`. A number in brackets tells speakers apart and stays.
pub(super) fn named(label: &str) -> Option<&str> {
    let (name, note) = label.strip_suffix(')')?.split_once('(')?;
    let told = note.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let name = name.trim_end();
    (told && !name.is_empty()).then_some(name)
}

/// Whether a name can be a speaker's label and is no key of a header line.
fn is_label(name: &str) -> bool {
    let plain = name.split('(').next().unwrap_or(name).trim();
    let words = plain.split_whitespace().count();
    let first = plain.chars().next();
    (1..=5).contains(&words)
        && name.chars().count() <= MAX_LABEL
        && first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() && plain.starts_with('+'))
        && !plain.contains([',', ';', '!', '?', '"', '«', '“', '/', '='])
        && !head::is_key(plain)
        && Section::of(plain) != Some(Section::Named)
}

/// A clock time or time code at the start of a line: the time as written, and where what follows it begins.
fn stamp(raw: &str) -> (Option<String>, usize) {
    let open = raw.starts_with(['[', '(']);
    let from = usize::from(open);
    let body = raw.get(from..).unwrap_or("");
    let len = body
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')))
        .unwrap_or(body.len());
    let time = body.get(..len).unwrap_or("");
    if time.matches(':').count() == 0
        || !time.starts_with(|c: char| c.is_ascii_digit())
        || time.len() < 4
    {
        return (None, 0);
    }
    let mut at = from + len;
    let rest = raw.get(at..).unwrap_or("");
    if open {
        if !rest.starts_with([']', ')']) {
            return (None, 0);
        }
        at += 1;
    }
    let rest = raw.get(at..).unwrap_or("");
    let gap = rest.len() - rest.trim_start_matches([' ', '\t', '-', '–', '—']).len();
    if gap == 0 && !open {
        return (None, 0);
    }
    (
        Some(time.trim_end_matches([':', '.', ',']).to_owned()),
        at + gap.min(rest.len()),
    )
}

struct Walk<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    speaker: Option<Span>,
    /// Whether the next line goes on with the last block.
    running: bool,
    /// Whether an empty line ends a turn.
    dense: bool,
    /// Whether one did: what follows without a label is nobody's.
    ended: bool,
}

impl Walk<'_> {
    fn open(&mut self, opening: Opening) {
        self.speaker = Some(opening.speaker);
        self.ended = false;
        if let Some(note) = opening.note {
            self.blocks.push(block(note, BlockKind::Furniture));
        }
        self.running = !opening.words.is_empty();
        if self.running {
            let kind = BlockKind::Turn {
                speaker: self.speaker,
                at: opening.at,
            };
            self.blocks.push(block(opening.words, kind));
        }
    }

    /// A line that opens no turn belongs to the one before, but for notes in brackets.
    fn go_on(&mut self, line: Span) {
        let words = line.of(self.text).unwrap_or("");
        let note =
            words.starts_with(['[', '(']) && words.ends_with([']', ')', '.']) && words.len() < 200;
        if note && !self.running {
            self.blocks.push(block(line, BlockKind::Furniture));
            return;
        }
        if let Some(last) = self.blocks.last_mut().filter(|_| self.running) {
            last.span = Span::new(last.span.start, line.end);
            return;
        }
        let kind = if self.ended {
            BlockKind::Paragraph
        } else {
            BlockKind::Turn {
                speaker: self.speaker,
                at: None,
            }
        };
        self.blocks.push(block(line, kind));
        self.running = true;
    }

    /// A line before the first turn.
    fn top(&mut self, line: Span, draft: &mut Draft) {
        let words = line.of(self.text).unwrap_or("");
        let titled = self.blocks.iter().any(|b| b.kind == BlockKind::Heading);
        let kind = head::above(words, titled, draft);
        self.blocks.push(block(line, kind));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Vec<(String, String, Option<String>)> {
        let draft = read(text).expect("a transcript");
        assert_eq!(draft.parts[0].text, text);
        draft.parts[0]
            .blocks
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Turn { speaker, at } => Some((
                    speaker.and_then(|s| s.of(text)).unwrap_or("").to_owned(),
                    block.span.of(text).unwrap_or("").to_owned(),
                    at.clone(),
                )),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_call_with_its_header() {
        let text = "Transcripción de llamada\nFecha: 12 de octubre de 2024, 21:14\n\nDAYANA: Oye,\nYadier.\nYADIER: ¿Y?\n\n[inaudible]\n\nDAYANA (susurra): El lunes.\n";
        let turns = turns(text);
        assert_eq!(turns.len(), 3);
        assert_eq!(turns[0].1, "Oye,\nYadier.");
        assert_eq!(turns[2].0, "DAYANA");
        let draft = read(text).expect("a transcript");
        let note = |block: &&Block| block.span.of(text) == Some("(susurra)");
        let note = draft.parts[0].blocks.iter().find(note).expect("the note");
        assert_eq!(note.kind, BlockKind::Furniture);
        assert_eq!(draft.title.as_deref(), Some("Transcripción de llamada"));
        assert_eq!(draft.date, model::PartialDate::parse("2024-10-12"));
    }

    #[test]
    fn time_codes_and_paragraphs() {
        let text = "[00:00:01] Speaker 1: One.\n\nGoes on.\n[00:00:09] Speaker 2: Two: three.\n[00:00:12] Speaker 1: Four.\n[00:01:00] Speaker 2: Five.\n";
        let turns = turns(text);
        assert_eq!(
            turns[0],
            ("Speaker 1".into(), "One.".into(), Some("00:00:01".into()))
        );
        assert_eq!(turns[1], ("Speaker 1".into(), "Goes on.".into(), None));
        assert_eq!(turns[2].1, "Two: three.");
        assert_eq!(turns.len(), 5);
    }

    #[test]
    fn an_interview_in_a_text() {
        let text = "Fuente: Costa Norte\n\nUna charla\n\nEl abogado respondió a las preguntas de este diario en Holguín.\n\nREPORTERA: ¿Sí?\nABOGADO: No.\nREPORTERA: ¿Y?\nABOGADO: Tal vez.\n\nDespués el abogado dijo otra cosa.\n";
        let draft = read(text).expect("a transcript");
        let kinds: Vec<_> = draft.parts[0]
            .blocks
            .iter()
            .map(|block| &block.kind)
            .collect();
        assert_eq!(kinds.len(), 8);
        assert_eq!(kinds[1], &BlockKind::Heading);
        assert_eq!(
            (kinds[2], kinds[7]),
            (&BlockKind::Paragraph, &BlockKind::Paragraph)
        );
        assert_eq!(draft.publisher.as_deref(), Some("Costa Norte"));
    }

    #[test]
    fn a_note_is_no_name_but_a_number_is() {
        assert_eq!(named("ANA PELL (crying)"), Some("ANA PELL"));
        assert_eq!(named("Свидетель (по телефону)"), Some("Свидетель"));
        assert_eq!(
            (named("Witness (2)"), named("(off)"), named("ANA")),
            (None, None, None)
        );
    }

    #[test]
    fn sections_of_a_judgment_are_no_speakers() {
        let text = "RESULTA: Que el acusado calló.\n\nRESULTA: Que su abogada habló.\n\nCONSIDERANDO: Que basta.\n\nCONSIDERANDO: Que procede.\n";
        assert!(read(text).is_none());
        let text = "JUEZ: ¿Jura?\nTESTIGO: Juro.\nJUEZ: Hable.\nTESTIGO: Lo vi.\nRESUELVE: Se admite.\nJUEZ: Fin.\n";
        let turns = turns(text);
        assert_eq!(turns.len(), 5);
        assert_eq!(turns[3].1, "Lo vi.");
    }

    #[test]
    fn a_number_that_is_a_name_speaks() {
        let text =
            "MODERADOR: ¿Quién?\nPRIMERA: Luis.\nMODERADOR: ¿Y?\nSEGUNDA: Yo.\nMODERADOR: Bien.\n";
        assert_eq!(turns(text).len(), 5);
        let text =
            "SEGUNDO: Hola.\nROSA: ¿Sí?\nSEGUNDO: Ven.\nROSA: No.\nSEGUNDO: Ya.\nROSA: No.\n";
        assert_eq!(turns(text).len(), 6);
    }

    #[test]
    fn texts_with_colons_are_none() {
        assert!(
            read("Title: A\nDate: B\nThe list: one, two.\n\nMore text follows here.\n").is_none()
        );
        assert!(read("He said: no.\nShe said: yes.\nNobody else spoke.\n").is_none());
    }
}
