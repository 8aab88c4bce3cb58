//! `WhatsApp` text exports, as Android and iOS write them in any region; a block a message, in the file's own bytes.

use super::head;
use crate::draft::{Draft, block};
use crate::lines::{blank, lines};
use model::{BlockKind, Format, Part, PartKind, Span};

/// Reads a text as a chat export, if it is one.
pub(crate) fn read(text: &str) -> Option<Draft> {
    if !is_chat(text) {
        return None;
    }
    let mut blocks: Vec<model::Block> = Vec::new();
    let mut draft = Draft::new(Format::Chat);
    // Who sent what the export leaves out: the words below are his.
    let mut sent: Option<BlockKind> = None;
    let mut begun = false;
    for line in lines(text) {
        let raw = line.of(text).unwrap_or("");
        let Some((at, behind)) = stamp(raw) else {
            if !begun {
                above(text, line, &mut blocks, &mut draft);
                continue;
            }
            // A line without a stamp goes on with the message before it.
            let end = line.start + raw.trim_end_matches(blank).len();
            if let Some(turn) = sent.take_if(|_| !raw.trim_matches(blank).is_empty()) {
                blocks.push(block(crate::lines::trimmed(text, line), turn));
            } else if let Some(last) = blocks
                .last_mut()
                .filter(|_| !raw.trim_matches(blank).is_empty())
            {
                last.span = Span::new(last.span.start, end);
            }
            continue;
        };
        begun = true;
        let start = line.start + behind;
        let rest = raw.get(behind..).unwrap_or("");
        let (span, kind) = match sender(rest) {
            Some((name, words)) => {
                let kind = BlockKind::Turn {
                    speaker: Some(Span::new(start + name.start, start + name.end)),
                    at: Some(at),
                };
                (Span::new(start + words, line.end), kind)
            }
            None => (Span::new(start, line.end), BlockKind::Furniture),
        };
        let span = crate::lines::trimmed(text, span);
        let marked = span.of(text).is_some_and(is_mark);
        sent = (marked && kind != BlockKind::Furniture).then(|| kind.clone());
        let kind = if marked { BlockKind::Furniture } else { kind };
        if !span.is_empty() {
            blocks.push(block(span, kind));
        }
    }
    draft.faults = left_out(text, &blocks);
    draft.parts.push(Part {
        kind: PartKind::Transcript,
        label: "chat".to_owned(),
        text: text.to_owned(),
        blocks,
    });
    Some(draft)
}

/// Takes a line above the first message: who handed the export in writes there what it is.
fn above(text: &str, line: Span, blocks: &mut Vec<model::Block>, draft: &mut Draft) {
    let line = crate::lines::trimmed(text, line);
    let Some(words) = line.of(text).filter(|words| !words.is_empty()) else {
        return;
    };
    let titled = blocks.iter().any(|it| it.kind == BlockKind::Heading);
    let kind = head::above(words, titled, draft);
    blocks.push(block(line, kind));
}

/// What an export says in place of what it leaves out, in three languages.
const LEFT_OUT: [(&str, &[&str]); 4] = [
    (
        "messages were pictures, recordings or files that the export leaves out: ask for an export with media",
        &[
            "<media omitted>",
            "image omitted",
            "video omitted",
            "audio omitted",
            "sticker omitted",
            "gif omitted",
            "document omitted",
            "contact card omitted",
            "multimedia omitido",
            "<omitido>",
            "archivo omitido",
            "imagen omitida",
            "video omitido",
            "audio omitido",
            "sticker omitido",
            "documento omitido",
            "без медиафайлов",
            "медиафайл пропущен",
            "изображение опущено",
            "видео опущено",
            "аудиофайл опущен",
            "стикер опущен",
            "документ опущен",
            "изображение отсутствует",
            "видео отсутствует",
            "аудио отсутствует",
        ],
    ),
    (
        "messages name a file that was sent: it is evidence of its own, add it if you have it",
        &[
            "(file attached)",
            "(archivo adjunto)",
            "(файл добавлен)",
            "<attached:",
            "<adjunto:",
            "<прикреплено:",
            "<вложение:",
        ],
    ),
    (
        "messages had been deleted before the export: their words are not in it",
        &[
            "this message was deleted",
            "you deleted this message",
            "se eliminó este mensaje",
            "este mensaje fue eliminado",
            "eliminaste este mensaje",
            "сообщение удалено",
            "данное сообщение удалено",
            "это сообщение удалено",
            "вы удалили это сообщение",
            "вы удалили данное сообщение",
        ],
    ),
    (
        "messages were changed after they were sent: the first wording is not in the export",
        &[
            "<this message was edited>",
            "<se editó este mensaje",
            "<сообщение изменено",
            "<это сообщение изменено",
        ],
    ),
];

/// Faults for what the export itself leaves out.
fn left_out(text: &str, blocks: &[model::Block]) -> Vec<String> {
    let said: Vec<String> = blocks
        .iter()
        .filter_map(|block| block.span.of(text).map(str::to_lowercase))
        .collect();
    LEFT_OUT
        .iter()
        .filter_map(|(what, marks)| {
            let count = said
                .iter()
                .filter(|said| marks.iter().any(|mark| said.contains(mark)))
                .count();
            (count > 0).then(|| format!("{count} {what}"))
        })
        .collect()
}

/// Whether a message is nothing but the export's own words for what it leaves out.
fn is_mark(message: &str) -> bool {
    let said = message.to_lowercase();
    let bare = |words: &str| words.trim_matches(['<', '>', '.', ' ']).to_owned();
    let file = said.starts_with('<') && said.ends_with('>');
    let mut marks = LEFT_OUT.iter().flat_map(|(_, marks)| *marks);
    marks.any(|mark| bare(&said) == bare(mark) || file && said.starts_with(mark))
}

/// Most filled lines above the first message.
const ABOVE: usize = 4;

/// Whether one of the first filled lines is stamped, and a good part of the others; most of them where it is not the first.
fn is_chat(text: &str) -> bool {
    let (mut filled, mut stamped, mut above) = (0_usize, 0_usize, 0_usize);
    for line in lines(text).take(400) {
        let raw = line.of(text).unwrap_or("");
        if raw.trim_matches(blank).is_empty() {
            continue;
        }
        filled += 1;
        stamped += usize::from(stamp(raw).is_some());
        if stamped == 0 {
            above = filled;
        }
        if above > ABOVE {
            return false;
        }
    }
    let share = if above == 0 { 5 } else { 2 };
    stamped >= 2 && stamped * share >= filled - above
}

/// The sender's name within `rest`, and where his words begin; `None` for a line of the system.
fn sender(rest: &str) -> Option<(Span, usize)> {
    let colon = rest
        .find(": ")
        .or_else(|| rest.strip_suffix(':').map(str::len))?;
    let raw = rest.get(..colon)?;
    let name = raw.trim_matches(|c: char| blank(c) || c == '~');
    let lead = raw.find(name)?;
    (!name.is_empty() && name.chars().count() <= 60 && !name.contains('"'))
        .then_some((Span::new(lead, lead + name.len()), colon + 1))
}

/// The date and time a line begins with, as written, and where what follows them begins.
///
/// `5/11/24, 20:03 - `, `[05.11.2024, 20:03:11] `, `[05.11, 20:03] `, `11/5/24, 8:03 PM - `, `5/11/24 8:03 p. m. - `.
fn stamp(raw: &str) -> Option<(String, usize)> {
    let lead = raw.len() - raw.trim_start_matches(blank).len();
    let body = raw.get(lead..)?;
    let (bracket, body) = match body.strip_prefix('[') {
        Some(body) => (true, body),
        None => (false, body),
    };
    let from = lead + usize::from(bracket);
    // Messages copied from a browser have the time first, in brackets; others leave out the year.
    let orders: &[(Length, Length)] = if bracket {
        &[(date, time), (time, date), (day, clock)]
    } else {
        &[(date, time)]
    };
    let end = orders.iter().find_map(|order| both(body, *order))?;
    let tail = body.get(end..)?;
    let close = if bracket {
        tail.starts_with(']').then_some(1)?
    } else {
        [" - ", " – ", " — "]
            .iter()
            .find(|dash| tail.starts_with(*dash))
            .map(|dash| dash.len())?
    };
    let behind = body.get(end + close..)?;
    let space = behind.len() - behind.trim_start_matches(blank).len();
    Some((
        body.get(..end).unwrap_or("").to_owned(),
        from + end + close + space,
    ))
}

/// Where what a text begins with ends, if it is the one and then the other, with a gap between.
fn both(body: &str, (first, second): (Length, Length)) -> Option<usize> {
    let one = first(body)?;
    let rest = body.get(one..)?;
    let behind = rest.trim_start_matches(|c: char| c == ',' || blank(c));
    let from = body.len() - behind.len();
    let two = second(behind)?;
    (from > one).then_some(from + two)
}

/// How long what stands at the head of a text is, if it is what is looked for.
type Length = fn(&str) -> Option<usize>;

/// Length of a date of three numbers.
fn date(body: &str) -> Option<usize> {
    numbers(body, 3)
}

/// Length of a day and a month.
fn day(body: &str) -> Option<usize> {
    let length = numbers(body, 2)?;
    let (one, other) = body.get(..length)?.split_once(['/', '.', '-'])?;
    let most = |number: &str, most: u8| {
        number
            .parse::<u8>()
            .is_ok_and(|it| (1..=most).contains(&it))
    };
    (most(one, 31) && most(other, 12) || most(one, 12) && most(other, 31)).then_some(length)
}

/// Length of a time with a colon: two numbers with a point between may be anything.
fn clock(body: &str) -> Option<usize> {
    time(body).filter(|length| body[..*length].contains(':'))
}

/// Length of a date of so many numbers.
fn numbers(body: &str, wanted: usize) -> Option<usize> {
    let len = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.' | '-')))?;
    let mut numbers = 0;
    for number in body
        .get(..len)?
        .trim_end_matches('.')
        .split(['/', '.', '-'])
    {
        if number.is_empty() || number.len() > 4 {
            return None;
        }
        numbers += 1;
    }
    (numbers == wanted).then_some(len)
}

/// Length of a time with its half of the day.
fn time(body: &str) -> Option<usize> {
    let len = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))?;
    let clock = body.get(..len)?;
    if !clock.starts_with(|c: char| c.is_ascii_digit()) || !clock.contains([':', '.']) || len > 8 {
        return None;
    }
    let rest = body.get(len..)?.to_lowercase();
    let halves = [
        "am",
        "pm",
        "a. m.",
        "p. m.",
        "a.m.",
        "p.m.",
        "a.\u{a0}m.",
        "p.\u{a0}m.",
        "a.\u{202f}m.",
        "p.\u{202f}m.",
    ];
    let half = halves.iter().find_map(|half| {
        let space = rest
            .chars()
            .next()
            .filter(|&c| blank(c))
            .map_or(0, char::len_utf8);
        rest.get(space..)?
            .starts_with(half)
            .then_some(space + half.len())
    });
    Some(len + half.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout() {
        for at in [
            "5/11/24, 20:03",
            "05.11.2024, 20:03",
            "11/5/24, 8:03\u{202f}PM",
            "5/11/24 8:03 p. m.",
            "2024-11-05, 20:03:11",
        ] {
            for (line, lead) in [
                (format!("{at} - Ana: x"), 0),
                (format!("[{at}] Ana: x"), 1),
                (format!("\u{200e}[{at}] \u{200e}Ana: x"), 4),
            ] {
                let (found, behind) = stamp(&line).expect("a stamp");
                assert_eq!((found.as_str(), &line[behind..]), (at, "Ana: x"));
                assert!(line[lead..].starts_with(at));
            }
        }
        let copied = "[20:03, 5/11/2024] Ana: x";
        let (found, behind) = stamp(copied).expect("a stamp");
        assert_eq!(
            (found.as_str(), &copied[behind..]),
            ("20:03, 5/11/2024", "Ana: x")
        );
        let short = "[03.09, 21:14] Ana: x";
        let (found, behind) = stamp(short).expect("a stamp");
        assert_eq!(
            (found.as_str(), &short[behind..]),
            ("03.09, 21:14", "Ana: x")
        );
        assert_eq!(stamp("20:03, 5/11/2024 - Ana: x"), None);
        assert_eq!(stamp("[19.4, 99.1] Ana: x"), None);
        assert_eq!(stamp("[19.04, 99.1] Ana: x"), None);
        assert_eq!(stamp("5/11 was the day - Ana: x"), None);
        assert_eq!(stamp("20:03 - Ana: x"), None);
    }

    #[test]
    fn what_an_export_leaves_out_is_said() {
        for (omitted, deleted) in [
            ("<Media omitted>", "This message was deleted"),
            ("<Multimedia omitido>", "Se eliminó este mensaje."),
            ("<Без медиафайлов>", "Данное сообщение удалено."),
        ] {
            let text = format!(
                "05.11.2024, 20:03 - Ana: {omitted}\n05.11.2024, 20:04 - Paul: {deleted}\n05.11.2024, 20:05 - Paul: IMG-1.jpg (file attached)\n"
            );
            let draft = read(&text).expect("a chat");
            assert_eq!(draft.faults.len(), 3, "{:?}", draft.faults);
            assert!(
                draft
                    .faults
                    .iter()
                    .all(|fault| fault.starts_with("1 messages"))
            );
        }
    }

    #[test]
    fn the_words_of_the_export_are_nobodys() {
        let text = "05.11.2024, 20:03 - Ana: <Media omitted>\n\nsee him\nthere\n05.11.2024, 20:04 - Paul: \u{200e}image omitted\n05.11.2024, 20:05 - Paul: <attached: 1.jpg>\n05.11.2024, 20:06 - Paul: The video omitted him.\n";
        let draft = read(text).expect("a chat");
        let turn = |block: &model::Block| match &block.kind {
            BlockKind::Turn { speaker, .. } => speaker.and_then(|it| it.of(text)),
            _ => None,
        };
        let blocks: Vec<_> = draft.parts[0]
            .blocks
            .iter()
            .map(|block| (turn(block), block.span.of(text).unwrap_or("?")))
            .collect();
        assert_eq!(
            blocks,
            [
                (None, "<Media omitted>"),
                (Some("Ana"), "see him\nthere"),
                (None, "image omitted"),
                (None, "<attached: 1.jpg>"),
                (Some("Paul"), "The video omitted him."),
            ]
        );
    }

    #[test]
    fn what_stands_above_the_messages() {
        let text = "Chat exportado, aportado por la familia\n\n[12/3/24 21:04] Kevin: ya llegue\n[12/3/24 21:05] Mamá: donde esta\n";
        let draft = read(text).expect("a chat");
        let blocks = &draft.parts[0].blocks;
        assert_eq!(blocks.len(), 3);
        assert_eq!(blocks[0].kind, BlockKind::Heading);
        assert_eq!(blocks[1].span.of(text), Some("ya llegue"));
        let letter = "Dear all.\n\nThis is it:\n5/11/24, 20:03 - Ana: x\n\nI wrote more.\nAnd more.\nAnd more of it.\n";
        assert!(read(letter).is_none());
    }

    #[test]
    fn messages_and_system_lines() {
        let text = "\u{feff}5/11/24, 20:02 - Los mensajes están cifrados.\r\n5/11/24, 20:03 - Ana Ruiz: Hola: tú\r\nsegunda\r\n\r\n5/11/24, 20:04 - Paul: <omitido>\r\n";
        let draft = read(text).expect("a chat");
        let part = &draft.parts[0];
        assert_eq!(part.text, text);
        assert_eq!(part.blocks.len(), 3);
        assert_eq!(part.blocks[0].kind, BlockKind::Furniture);
        assert_eq!(part.blocks[1].span.of(text), Some("Hola: tú\r\nsegunda"));
        let BlockKind::Turn {
            speaker: Some(speaker),
            at,
        } = &part.blocks[1].kind
        else {
            panic!("no turn");
        };
        assert_eq!(
            (speaker.of(text), at.as_deref()),
            (Some("Ana Ruiz"), Some("5/11/24, 20:03"))
        );
        assert!(read("One line.\nAnother - line: x\n").is_none());
    }
}
