//! Who speaks behind a label that is no name: "A:" under "Interview with X", "Victim: X, I am sixteen", "R: me llamo X".
//!
//! Below the stages: extraction asks it whose "I" a turn has, resolution whose claims they are.

use crate::alphabet::{Regex, pattern};
use crate::fold::fold;
use model::{Block, BlockKind, Part, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// How much of what stands above the first turn is looked at, in bytes.
const HEAD: usize = 1_200;

/// Labels of whoever answers an interview, folded.
#[rustfmt::skip]
const ANSWERS: [&str; 14] = [
    "a", "answer", "ans", "r", "respuesta", "о", "o", "ответ", "interviewee", "entrevistado", "entrevistada",
    "собеседник", "собеседница", "интервьюируемыи",
];

/// First words of labels of those who are heard for what they saw or suffered, folded.
#[rustfmt::skip]
const HEARD_AS: [&str; 18] = [
    "victim", "survivor", "witness", "minor", "complainant", "victima", "sobreviviente", "testigo", "menor", "denunciante",
    "потерпевшая", "потерпевшии", "пострадавшая", "пострадавшии", "жертва", "свидетель", "свидетельница", "заявительница",
];

/// What stands before the name of whoever is interviewed or heard.
static HEARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:interview(?: \p{Ll}+)? (?:with|of)|conversation with|statement (?:of|by)|testimony (?:of|by)|deposition of|examination of|hearing of|entrevista (?:con|a)|conversación con|declaración de|testimonio de|interrogatorio (?:de|a)|интервью с|интервью|беседа с|разговор с|показания|допрос|опрос)(?: (?:the |la |el |un |una )?\p{Ll}[\p{Ll}-]+){0,3},? ?[«“\x22]?$",
    )
});

/// What stands before a name that a speaker gives as his own.
static MY_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:my (?:full )?name is|my name's|I am|I'm|me llamo|mi nombre (?:completo )?es|soy|меня зовут|мо[её] имя|зовут)[ —:-]{1,3}$",
    )
});

/// What follows a name that can only be the speaker's own.
static OWN_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^, (?:мне (?:\p{L}+|\d+)|я\b|I am|I'm|I’m|tengo|soy|vivo|nacid[oa]|born|родил\p{L}+|(?:\d{1,2}|\p{L}+) (?:años|лет|years))",
    )
});

/// What is asked before a name that is given without a verb, folded.
#[rustfmt::skip]
const ASKED: [&str; 20] = [
    "your name", "your full name", "who are you", "say who you are", "introduce yourself", "state your name", "tu nombre", "su nombre",
    "te llamas", "se llama", "identifiquese", "quien es usted", "представьтесь", "представьте себя", "назовите себя",
    "назовите ваше имя", "вас зовут", "тебя зовут", "ваше имя", "кто вы",
];

/// First words of labels of whoever asks, folded.
#[rustfmt::skip]
const ASKS: [&str; 16] = [
    "interviewer", "q", "question", "reporter", "journalist", "entrevistador", "entrevistadora", "p", "pregunta", "periodista",
    "интервьюер", "корреспондент", "корр", "журналист", "вопрос", "в",
];

/// What stands before the name of whoever makes a statement: "I, X, state", «Я, X, поясняю».
static STATES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:I|yo|я|the undersigned|quien suscribe|(?:el|la) que suscribe|(?:el|la) suscrit[oa])(?:, (?:the undersigned|(?:el|la) abajo firmante|нижеподписавш(?:ийся|аяся)))?,\s*$",
    )
});

/// Words before a name by which another is named: «его зовут X».
static ANOTHERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:^|[^\p{L}])(?:его|её|ее|их|котор\p{L}+) зовут\s$"));

/// Whether somebody gives the name at `name` as his own in a sentence: "My name is X", "Yo, X, declaro".
pub(crate) fn gives_name(text: &str, sentence: Span, name: Span) -> bool {
    let lead = text.get(sentence.start..name.start).unwrap_or_default();
    let quoted = lead.contains(['"', '“', '«', '‘', '„']);
    !quoted && (STATES.is_match(lead) || MY_NAME.is_match(lead) && !ANOTHERS.is_match(lead))
}

/// Whether a label is that of whoever asks in an interview.
pub(crate) fn is_asker(label: &str) -> bool {
    label
        .split_whitespace()
        .next()
        .is_some_and(|word| ASKS.contains(&word))
}

/// A label as it is compared.
pub(crate) fn label(words: &str) -> String {
    fold(words.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

/// Where the speakers of a part are named, turn by turn.
pub(crate) fn speakers(part: &Part) -> impl Iterator<Item = Span> {
    part.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Turn { speaker, .. } => speaker,
        _ => None,
    })
}

/// Whether a part is an interview in print: whoever asks there has no label.
pub(crate) fn is_in_print(part: &Part) -> bool {
    let unlabelled = |it: &Block| matches!(it.kind, BlockKind::Turn { speaker: None, .. });
    part.blocks.iter().any(unlabelled)
}

/// Whether a label tells that its bearer answers questions or is heard, and names nobody.
pub(crate) fn is_answerer(label: &str) -> bool {
    ANSWERS.contains(&label)
        || label
            .split_whitespace()
            .next()
            .is_some_and(|word| HEARD_AS.contains(&word))
}

/// For each label that is no person's name, the person who speaks under it, as an index into `people`: the places of a
/// part's people in text order.
pub(crate) fn behind(text: &str, blocks: &[Block], people: &[Span]) -> BTreeMap<String, usize> {
    let turns: Vec<(Span, Span)> = blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Turn {
                speaker: Some(speaker),
                ..
            } => Some((*speaker, block.span)),
            _ => None,
        })
        .collect();
    let mut found = BTreeMap::new();
    let Some((first, _)) = turns.first() else {
        return found;
    };
    let within = |span: Span| {
        let from = people.partition_point(|person| person.start < span.start);
        let to = people.partition_point(|person| person.start < span.end);
        from..to
    };
    let mut earlier = "";
    let mut answering = BTreeSet::new();
    for (speaker, said) in &turns {
        let words = said.of(text).unwrap_or_default();
        let own = label(speaker.of(text).unwrap_or_default());
        if within(*speaker).is_empty() && !own.is_empty() {
            if ANSWERS.contains(&own.as_str()) {
                answering.insert(own.clone());
            }
            if !found.contains_key(&own) {
                let named = within(*said).find(|at| is_own(text, *said, people[*at], earlier));
                found.extend(named.map(|at| (own, at)));
            }
        }
        earlier = words;
    }
    if let Some(heard) = heard(text, first.start, people) {
        for own in answering {
            found.entry(own).or_insert(heard);
        }
    }
    found
}

/// The only person whom the head of a transcript says to be heard.
fn heard(text: &str, end: usize, people: &[Span]) -> Option<usize> {
    let mut of_head = people
        .iter()
        .enumerate()
        .take_while(|(_, person)| person.end <= end.min(HEAD))
        .filter(|(_, person)| {
            let line = text[..person.start].rfind('\n').map_or(0, |at| at + 1);
            HEARD.is_match(&text[line..person.start])
        });
    let (first, place) = of_head.next()?;
    let same = |(_, other): (usize, &Span)| other.of(text) == place.of(text);
    of_head.all(same).then_some(first)
}

/// Whether a name in a turn is given by the speaker as his own; `earlier` is what was said before it.
fn is_own(text: &str, said: Span, name: Span, earlier: &str) -> bool {
    let lead = &text[said.start..name.start];
    let from = lead.ceil_char_boundary(lead.len().saturating_sub(48));
    if MY_NAME.is_match(&lead[from..]) {
        return true;
    }
    if lead.chars().any(char::is_alphabetic) {
        return false;
    }
    let after = text.get(name.end..said.end).unwrap_or_default();
    let asked = fold(earlier);
    OWN_AFTER.is_match(after) || ASKED.iter().any(|words| asked.contains(words))
}
