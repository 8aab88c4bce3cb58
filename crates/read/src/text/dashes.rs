//! Interviews in print: a line with a dash asks, the next one answers. Nobody stands before the words, so nobody is named as
//! their speaker but where the lines above, or the first answer, say who answers.

use super::head;
use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use model::{BlockKind, Format, Part, PartKind, Span};

/// Fewest questions.
const QUESTIONS: usize = 2;

/// A line with a dash.
#[derive(Clone, Copy)]
struct Turn {
    /// The whole line.
    line: Span,
    /// What stands behind the dash.
    words: Span,
    /// Whether it asks: the first line does, and so does every second one; a question behind what is none asks anew.
    asks: bool,
}

/// Reads a text as an interview with dashes, if it is one.
pub(crate) fn read(text: &str) -> Option<Draft> {
    let turns = turns(text)?;
    let first = turns.first()?.line.start;
    let answerer = answerer(text, &turns);
    let mut draft = Draft::new(Format::Transcript);
    let mut blocks = Vec::new();
    let mut turns = turns.into_iter().peekable();
    for line in filled(text) {
        if let Some(turn) = turns.next_if(|turn| turn.line == line) {
            let speaker = answerer.filter(|_| !turn.asks);
            blocks.push(block(turn.words, BlockKind::Turn { speaker, at: None }));
        } else if line.start < first {
            let titled = blocks.iter().any(|it| it.kind == BlockKind::Heading);
            let words = line.of(text).unwrap_or_default();
            blocks.push(block(line, head::above(words, titled, &mut draft)));
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

/// The lines of a text that are not empty.
fn filled(text: &str) -> impl Iterator<Item = Span> + '_ {
    let lines = lines(text).map(|line| trimmed(text, line));
    lines.filter(|line| !line.is_empty())
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
fn turns(text: &str) -> Option<Vec<Turn>> {
    let mut turns: Vec<Turn> = Vec::new();
    // Whether the line before is a question.
    let mut question = false;
    for line in filled(text) {
        let Some(words) = line.of(text).and_then(dashed) else {
            continue;
        };
        let anew = words.ends_with('?') && !question;
        question = words.ends_with('?');
        turns.push(Turn {
            line,
            words: Span::new(line.end - words.len(), line.end),
            asks: anew || turns.last().is_none_or(|last| !last.asks),
        });
    }
    let words = |turn: &Turn| turn.words.of(text).unwrap_or_default();
    let is_question = |turn: &Turn| words(turn).ends_with('?');
    let questions = turns.iter().filter(|it| is_question(it)).count();
    // "—I saw him —said Ana—": a tale, with the teller in its lines.
    let tales = turns.iter().filter(|it| tells(words(it))).count();
    let in_turn = turns.iter().all(|it| is_question(it) == it.asks);
    let sure = is_interview(text, turns.first()?.line.start)
        || !hyphens(text, &turns) && in_turn && questions > QUESTIONS;
    (sure
        && questions >= QUESTIONS
        && turns.len() - questions >= QUESTIONS
        && questions * 3 >= turns.len()
        && tales * 4 <= turns.len()
        && turns.len() * 2 >= filled(text).count())
    .then_some(turns)
}

/// Whether the lines above call the text an interview.
fn is_interview(text: &str, first: usize) -> bool {
    const CALLED: &[&str] = &["interview", "entrevist", "интервью", "беседа", "беседовал"];
    let above = text[..first].to_lowercase();
    CALLED.iter().any(|word| above.contains(word))
}

/// Whether the lines begin with hyphens, as those of lists do.
fn hyphens(text: &str, turns: &[Turn]) -> bool {
    turns
        .iter()
        .any(|turn| turn.line.of(text).is_some_and(|it| it.starts_with('-')))
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
fn answerer(text: &str, turns: &[Turn]) -> Option<Span> {
    let first = turns.first()?.line.start;
    let above = named(text, Span::new(0, first), ASKED);
    above.or_else(|| {
        let mut answers = turns.iter().filter(|turn| !turn.asks).take(2);
        answers.find_map(|answer| named(text, answer.words, OWN))
    })
}

/// The name behind the first of these words within `within` that stand at the beginning of a line or sentence: words in large
/// letters, up to four, with small words between them.
fn named(text: &str, within: Span, words: &[&str]) -> Option<Span> {
    let said = within.of(text)?;
    let small = said.to_lowercase();
    // Letters that change their length in small ones would shift what is found.
    if small.len() != said.len() {
        return None;
    }
    let found = words.iter().filter_map(|lead| {
        let mut places = small.match_indices(lead);
        let (at, _) = places.find(|(at, _)| opens(&said[..*at]))?;
        let start = at + lead.len();
        let name = name(said.get(start..)?);
        (!name.is_empty()).then_some(Span::new(
            within.start + start,
            within.start + start + name.len(),
        ))
    });
    found.min_by_key(|span| span.start)
}

/// Whether a sentence of the speaker's own begins behind these words: what somebody else is quoted with is not his.
fn opens(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '—', '–', '―']);
    before.is_empty() || before.ends_with(['\n', '.', '!', '?'])
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    const SMALL: &[&str] = &[
        "de", "la", "las", "los", "del", "van", "der", "al", "bin", "y",
    ];
    let line = text.lines().next().unwrap_or("");
    let (mut end, mut at, mut large) = (0, 0, 0);
    for word in line.split(' ') {
        let bare = word.trim_end_matches([',', '.', ';', ':', '!', '?', '»', '”']);
        let name = bare.starts_with(char::is_uppercase);
        if large == 4 || !name && (large == 0 || !SMALL.contains(&word)) {
            break;
        }
        if name {
            large += 1;
            end = at + bare.len();
        }
        if bare.len() < word.len() {
            break;
        }
        at += word.len() + 1;
    }
    &line[..end]
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
    fn whom_an_answer_quotes_does_not_answer() {
        let text = "Entrevista.\n—¿Quién?\n—Me escribió: «Me llamo Carlos Medina». Le creí.\n—¿Y?\n—Me llevó a Tijuana.\n";
        assert_eq!(said(text)[3], (None, "Me llevó a Tijuana."));
        let text = "Entrevista con María de la Cruz\n—¿Quién?\n—Él.\n—Y Yesenia lo vio.\n—¿Y ahora?\n—Tengo miedo.\n";
        let turns = said(text);
        assert_eq!(turns[3], (None, "¿Y ahora?"));
        assert_eq!(turns[4], (Some("María de la Cruz"), "Tengo miedo."));
    }

    #[test]
    fn who_answers_is_not_named() {
        let text = "Интервью с бывшим работником теплиц.\n— Представьтесь, пожалуйста.\n— Бакыт, из Оша.\n— Вас били?\n— Нет.\n— Вам платили?\n— Один раз.\n";
        assert_eq!(said(text)[5], (None, "Один раз."));
    }

    #[test]
    fn tales_and_lists_are_no_interviews() {
        assert!(read("Board meeting\n- Budget: who pays?\n- Report by Anna Pell\n- Staff: how many?\n- Report by Lewis Hart\n").is_none());
        assert!(read("—¿Quién vino? —preguntó Ana.\n—Nadie —dijo Luis—. Nadie vino.\n—¿Y tú?\n—Yo no, —respondió él.\n").is_none());
        assert!(read("Things to bring:\n- A coat\n- A lamp\n- Two pens\n- Who else?\n").is_none());
        assert!(read("A text.\n\n— Who? — She left.\n\nMore of it.\n\nAnd more.\n").is_none());
    }
}
