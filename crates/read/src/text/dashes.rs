//! Interviews in print: a line with a dash asks, the next one answers. Nobody stands before the words, so nobody is named as
//! their speaker but where the lines above, or the first answer, say who answers.

use super::head;
use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use model::{BlockKind, Format, Part, PartKind, Span};

/// Fewest questions.
const QUESTIONS: usize = 2;

/// Reads a text as an interview with dashes, if it is one.
pub(crate) fn read(text: &str) -> Option<Draft> {
    let turns = turns(text)?;
    let mut draft = Draft::new(Format::Transcript);
    let first = turns.first()?.start;
    let mut blocks = Vec::new();
    let mut asked = false;
    let answers = answerer(text, &turns);
    for line in lines(text).map(|line| trimmed(text, line)) {
        let Some(words) = line.of(text).filter(|words| !words.is_empty()) else {
            continue;
        };
        if let Some(behind) = dashed(words) {
            asked = !asked;
            let speaker = answers.filter(|_| !asked);
            let span = Span::new(line.end - behind.len(), line.end);
            blocks.push(block(span, BlockKind::Turn { speaker, at: None }));
        } else if line.start < first {
            let titled = blocks.iter().any(|it| it.kind == BlockKind::Heading);
            let kind = head::above(words, titled, &mut draft);
            blocks.push(block(line, kind));
        } else {
            blocks.push(block(line, BlockKind::Paragraph));
        }
    }
    draft.parts.push(Part {
        kind: PartKind::Transcript,
        label: "interview".to_owned(),
        text: text.to_owned(),
        blocks,
    });
    Some(draft)
}

/// What stands behind the dash of a line that begins with one.
fn dashed(line: &str) -> Option<&str> {
    let words = line
        .strip_prefix(['—', '–', '―'])
        .or_else(|| line.strip_prefix("- "))?
        .trim_start();
    words
        .starts_with(|c: char| !c.is_lowercase())
        .then_some(words)
}

/// The lines with dashes, if they are questions and answers in turn.
fn turns(text: &str) -> Option<Vec<Span>> {
    let filled = lines(text).map(|line| trimmed(text, line));
    let filled: Vec<Span> = filled.filter(|line| !line.is_empty()).collect();
    let words = |line: &Span| line.of(text).and_then(dashed);
    let turns: Vec<Span> = filled
        .iter()
        .copied()
        .filter(|it| words(it).is_some())
        .collect();
    let asks = |line: &Span| words(line).is_some_and(|words| words.contains('?'));
    let ends = |line: &Span| words(line).is_some_and(|words| words.ends_with('?'));
    let questions = turns.iter().step_by(2).filter(|it| asks(it)).count();
    let back = turns
        .iter()
        .skip(1)
        .step_by(2)
        .filter(|it| ends(it))
        .count();
    // "—I saw him —said Ana—": a tale, with the teller in its lines.
    let tales = turns
        .iter()
        .filter(|it| words(it).is_some_and(tells))
        .count();
    let odd = turns.len().div_ceil(2);
    let apart = turns
        .iter()
        .skip(1)
        .step_by(2)
        .filter(|it| !ends(it))
        .count();
    (questions >= QUESTIONS
        && apart >= QUESTIONS
        && questions * 3 >= odd * 2
        && back * 4 <= turns.len() / 2
        && tales * 4 <= turns.len()
        && turns.len() * 2 >= filled.len())
    .then_some(turns)
}

/// Whether another dash in a line has small letters right behind it, as who tells a tale names the speaker.
fn tells(words: &str) -> bool {
    words.match_indices(['—', '–', '―']).any(|(at, dash)| {
        let before = words[..at].trim_end();
        let behind = words[at + dash.len()..].trim_start();
        before.ends_with([',', '.', '!', '?', '…']) && behind.starts_with(char::is_lowercase)
    })
}

/// Ways in which the lines above say who is asked, in small letters.
const ASKED: &[&str] = &[
    "interview with ",
    "a conversation with ",
    "entrevista a ",
    "entrevista con ",
    "entrevistado: ",
    "entrevistada: ",
    "conversación con ",
    "interviewee: ",
    "интервью с ",
    "беседа с ",
    "разговор с ",
];

/// Ways in which an answer says who gives it, in small letters.
const OWN: &[&str] = &["me llamo ", "mi nombre es ", "my name is ", "меня зовут "];

/// Where whoever answers is named: in the lines above, or by himself.
fn answerer(text: &str, turns: &[Span]) -> Option<Span> {
    let first = turns.first()?.start;
    let above = named(text, Span::new(0, first), ASKED);
    above.or_else(|| {
        let answers = turns.iter().skip(1).step_by(2).take(2);
        answers.copied().find_map(|answer| named(text, answer, OWN))
    })
}

/// The name behind the first of these words within `within`: words in large letters, up to four.
fn named(text: &str, within: Span, words: &[&str]) -> Option<Span> {
    let said = within.of(text)?;
    let small = said.to_lowercase();
    // Letters that change their length in small ones would shift what is found.
    if small.len() != said.len() {
        return None;
    }
    let found = words.iter().filter_map(|lead| {
        let at = small.find(lead)?;
        let start = at + lead.len();
        let name = name(said.get(start..)?);
        (!name.is_empty()).then_some(Span::new(
            within.start + start,
            within.start + start + name.len(),
        ))
    });
    found.min_by_key(|span| span.start)
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    let mut end = 0;
    for (count, word) in text.split(' ').enumerate() {
        let bare = word.trim_end_matches([',', '.', ';', ':', '!', '?']);
        if count == 4 || !bare.starts_with(char::is_uppercase) {
            break;
        }
        let start = end + usize::from(count > 0);
        end = start + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    text.get(..end).unwrap_or("").lines().next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Option<&str>, &str)> {
        let draft = read(text).expect("an interview");
        let blocks = draft.parts.into_iter().flat_map(|part| part.blocks);
        blocks
            .filter_map(|block| match block.kind {
                BlockKind::Turn { speaker, .. } => {
                    Some((speaker.and_then(|it| it.of(text)), block.span.of(text)?))
                }
                _ => None,
            })
            .collect()
    }

    #[test]
    fn who_answers_names_himself() {
        let text = "Entrevista en Sihanoukville.\n—¿Cómo terminaste acá?\n—Me llamo Leandro, soy de Rosario.\n—¿Estás seguro?\n—Sí.\n";
        assert_eq!(
            said(text),
            [
                (None, "¿Cómo terminaste acá?"),
                (Some("Leandro"), "Me llamo Leandro, soy de Rosario."),
                (None, "¿Estás seguro?"),
                (Some("Leandro"), "Sí."),
            ]
        );
    }

    #[test]
    fn who_answers_is_named_above() {
        let text = "Interview with Mary Ann Wanjiru, Nairobi\n\n– Who paid you?\n– Nobody.\n– And the guard?\n– He beat us.\n";
        assert_eq!(said(text)[3], (Some("Mary Ann Wanjiru"), "He beat us."));
    }

    #[test]
    fn who_answers_is_not_named() {
        let text = "Интервью с бывшим работником теплиц.\n— Представьтесь, пожалуйста.\n— Бакыт, из Оша.\n— Вас били?\n— Нет.\n— Вам платили?\n— Один раз.\n";
        assert_eq!(said(text)[5], (None, "Один раз."));
    }

    #[test]
    fn tales_and_lists_are_no_interviews() {
        assert!(read("—¿Quién vino? —preguntó Ana.\n—Nadie —dijo Luis—. Nadie vino.\n—¿Y tú?\n—Yo no, —respondió él.\n").is_none());
        assert!(read("Things to bring:\n- A coat\n- A lamp\n- Two pens\n- Who else?\n").is_none());
        assert!(read("A text.\n\n— Who? — She left.\n\nMore of it.\n\nAnd more.\n").is_none());
    }
}
