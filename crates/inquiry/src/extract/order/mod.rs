//! Who acts and who is acted on: by voice, prepositions, and in Russian by case endings and agreement.
//!
//! Word order alone decides in English only. What cannot be told is `None`: better nothing than the wrong way round.

mod cases;

use super::around::Scene;
use crate::alphabet::{Regex, pattern};
use cases::{ACC_F, ACC_M, ALL, DAT_F, DAT_M, Forms, INS_F, INS_M, NOM_F, NOM_M};
use model::{Language, Mention, MentionKind, Span};
use std::sync::LazyLock;

/// How a verb marks the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// The words themselves say it: who acts stands before them.
    Before,
    /// The words themselves say it: who acts stands after them.
    After,
    /// An English past form, which is also the participle: "recruited", "was recruited by".
    English,
    /// A Spanish verb whose object has "a".
    Spanish,
    /// A participle with its agent behind "por" or in the instrumental.
    Participle,
    /// A Russian verb with its object in the accusative.
    Accusative,
    /// A Russian verb with its object in the dative.
    Dative,
    /// A Russian verb with its object in the instrumental.
    Instrumental,
}

/// Which of two acts, by their order in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doer {
    First,
    Second,
}

/// "was", "has been later": a passive stands before a participle.
static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:was|were|is|are|be|been|being|got|gets|get)(?:\s(?:\p{L}+ly|also|then|later|first|never|already|once|both|all|not))*\s*$",
    )
});
static BY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:^|\s)by\s[^,;]*$"));
static POR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:^|\s)por\s(?:[^,;]{0,40}\s)?$"));
/// "a ", "al joven ", "a su vecino ".
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:al|a)\s(?:(?:su|sus|el|la|los|las|un|una|mi|tu)\s)?(?:\p{Ll}+,?\s){0,2}$",
    )
});
/// "a quien", "al que", "whom": the one before is the object.
static OBJECT_RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:a (?:quien|quienes|la que|las que|los que|la cual)|al (?:que|cual)|whom)(?:\W|$)",
    )
});
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:^|\W)котор(?P<end>\p{L}+)"));

/// What a clause says of two mentions with a verb: `gap` is between them, the verb in it at `verb`.
pub(crate) fn between(
    scene: &Scene<'_>,
    first: &Mention,
    second: &Mention,
    verb: Span,
    frame: Frame,
) -> Option<Doer> {
    let lead = scene.at(Span::new(first.place.span.end, verb.start));
    let rest = scene.at(Span::new(verb.end, second.place.span.start));
    let words = rest.split_whitespace().count();
    match frame {
        Frame::Before => (words <= 4 && !is_marked(scene, first)).then_some(Doer::First),
        Frame::After => (words <= 4).then_some(Doer::Second),
        Frame::English => english(lead, rest),
        Frame::Spanish => {
            let marked = is_marked(scene, first) || OBJECT_RELATIVE.is_match(lead);
            match (marked, ends_marked(rest)) {
                (false, true) if words <= 4 => Some(Doer::First),
                (true, false) if words <= 2 => Some(Doer::Second),
                _ => None,
            }
        }
        Frame::Participle if is_latin(scene.at(verb)) => {
            (words <= 7 && POR.is_match(rest)).then_some(Doer::Second)
        }
        Frame::Participle | Frame::Accusative | Frame::Dative | Frame::Instrumental => {
            let shown = RELATIVE
                .captures_iter(lead)
                .last()
                .and_then(|hit| hit.name("end"));
            let own = shown.map_or_else(|| forms(first), |end| relative(end.as_str()));
            // "Он сказал, что завербовал": another clause begins between them.
            let apart = shown.is_none()
                && lead.contains(", ")
                && lead.split(", ").count().is_multiple_of(2);
            if words > 4 || rest.contains(',') && !rest.trim_end().ends_with(',') || apart {
                return None;
            }
            russian(
                scene.at(verb),
                frame,
                (own, joined(scene, first)),
                (forms(second), joined(scene, second)),
            )
        }
    }
}

/// Two mentions side by side with the verb before or behind both: "Завербовал Ивана Роке", "Reclutó Ana a Luis".
pub(crate) fn beside(
    scene: &Scene<'_>,
    first: &Mention,
    second: &Mention,
    verb: Span,
    frame: Frame,
) -> Option<Doer> {
    match frame {
        Frame::Spanish => match (is_marked(scene, first), is_marked(scene, second)) {
            (false, true) => Some(Doer::First),
            (true, false) if verb.end <= first.place.span.start => Some(Doer::Second),
            _ => None,
        },
        Frame::Participle if is_latin(scene.at(verb)) => None,
        Frame::Participle | Frame::Accusative | Frame::Dative | Frame::Instrumental => russian(
            scene.at(verb),
            frame,
            (forms(first), joined(scene, first)),
            (forms(second), joined(scene, second)),
        ),
        Frame::English => {
            let whom = scene.at(Span::new(first.place.span.end, second.place.span.start));
            let after = verb.start >= second.place.span.end;
            (after && OBJECT_RELATIVE.is_match(whom)).then_some(Doer::Second)
        }
        Frame::Before | Frame::After => None,
    }
}

fn english(lead: &str, rest: &str) -> Option<Doer> {
    if BY.is_match(rest) {
        return (rest.split_whitespace().count() <= 8).then_some(Doer::Second);
    }
    // "Tom, recruited in May, met Peter": a participle that describes who stands before it.
    let reduced = lead.trim_end().ends_with(',') && lead.trim().len() <= 1;
    let whom = OBJECT_RELATIVE.is_match(lead);
    let near =
        rest.split_whitespace().count() <= 4 && !rest.trim_end_matches([',', ' ']).contains(',');
    (near && !reduced && !whom && !PASSIVE.is_match(lead)).then_some(Doer::First)
}

/// The forms of a mention; a body's name tells nothing.
fn forms(mention: &Mention) -> Forms {
    match mention.kind {
        MentionKind::Person => cases::name(&mention.text),
        _ => ALL,
    }
}

/// The forms of a relative pronoun, by its ending.
fn relative(end: &str) -> Forms {
    match end {
        "ый" => NOM_M,
        "ая" => NOM_F,
        "ого" => ACC_M,
        "ую" => ACC_F,
        "ому" => DAT_M,
        "ой" => DAT_F | INS_F,
        "ым" => INS_M,
        _ => 0,
    }
}

/// Whether another person is joined to the mention by "и" or a comma, so that a plural verb may have them as subject.
fn joined(scene: &Scene<'_>, mention: &Mention) -> bool {
    scene.mentions.iter().any(|other| {
        let (a, b) = if other.place.span.start < mention.place.span.start {
            (other, mention)
        } else {
            (mention, other)
        };
        other.id != mention.id
            && a.place.span.end <= b.place.span.start
            && matches!(
                scene
                    .at(Span::new(a.place.span.end, b.place.span.start))
                    .trim(),
                "и" | "," | "с" | "вместе с"
            )
    })
}

/// What the subject of a verb form must be: forms, and whether more than one.
fn subject_of(word: &str) -> (Forms, bool) {
    let word = word.to_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    if ends(&["ли", "лись", "ют", "ят", "ут", "ны", "ены"]) {
        (NOM_M | NOM_F, true)
    } else if ends(&["ла", "лась", "на"]) {
        (NOM_F, false)
    } else if ends(&["ло", "лось", "но"]) {
        (0, false)
    } else if ends(&["ет", "ит", "ется", "ится"]) {
        (NOM_M | NOM_F, false)
    } else {
        (NOM_M, false)
    }
}

/// Which of two acts, by cases and agreement; `true` where another is joined to it.
fn russian(verb: &str, frame: Frame, first: (Forms, bool), second: (Forms, bool)) -> Option<Doer> {
    let first_acts = may(verb, frame, first, second);
    let second_acts = may(verb, frame, second, first);
    match (first_acts, second_acts) {
        (true, false) => Some(Doer::First),
        (false, true) => Some(Doer::Second),
        _ => None,
    }
}

/// Whether `who` may act on `whom` by this verb form.
fn may(verb: &str, frame: Frame, who: (Forms, bool), whom: (Forms, bool)) -> bool {
    let mut words = verb.split_whitespace();
    let word = if frame == Frame::Participle {
        words.last()
    } else {
        words.next()
    };
    let (subject, many) = subject_of(word.unwrap_or(verb));
    // The subject of a passive is who is acted on.
    let (subject_is, other_is) = if frame == Frame::Participle {
        (whom, who)
    } else {
        (who, whom)
    };
    let agrees = subject_is.0 == ALL || subject_is.0 & subject != 0 && (!many || subject_is.1);
    agrees && other_is.0 & case(frame) != 0
}

/// The forms of whoever is no subject.
const fn case(frame: Frame) -> Forms {
    match frame {
        Frame::Dative => DAT_M | DAT_F,
        Frame::Instrumental | Frame::Participle => INS_M | INS_F,
        _ => ACC_M | ACC_F,
    }
}

fn is_latin(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_alphabetic())
}

/// Whether a Spanish "a" before the mention makes it an object: "a su vecino X".
pub(crate) fn is_marked(scene: &Scene<'_>, mention: &Mention) -> bool {
    scene.speaks(Language::Es)
        && ends_marked(scene.at(Span::new(
            scene.sentence.span.start,
            mention.place.span.start,
        )))
}

fn ends_marked(words: &str) -> bool {
    MARKED.is_match(words)
}

/// Words behind a Russian verb that are its object.
static RUSSIAN_OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s(?:его|её|ее|их|меня|нас|тебя|вас|\d|двух|двоих|тр[её]х|троих|пятерых|нескольких|десятки|сотни|многих|всех|людей|мужчин|парней|юношей|молод\w+|кубинцев|соседа|друга|брата|подростк\w+|новобранцев|добровольцев|наёмников|наемников|рекрутов)",
    )
});

/// Whether who stands before an active verb is surely its subject: a name before "recruited", "reclutó", «завербовал».
///
/// `whole` says that the verb's words hold its object already ("paid for the tickets").
pub(crate) fn acts(scene: &Scene<'_>, who: &Mention, verb: Span, whole: bool) -> bool {
    let lead = scene.at(Span::new(
        who.place.span.end,
        verb.start.max(who.place.span.end),
    ));
    let behind = scene.at(scene.rest(verb.end));
    let words = scene.at(verb);
    if is_latin(words) {
        let other = next(scene, verb).filter(|(gap, _)| gap.split_whitespace().count() == 0);
        let turned = scene.speaks(Language::Es)
            && (is_marked(scene, who)
                || OBJECT_RELATIVE.is_match(lead)
                || !whole && !words.ends_with(" a") && other.is_some() && is_spanish(words));
        let ongoing = words.split_whitespace().any(|word| word.ends_with("ing"));
        let passive = !whole && !ongoing && PASSIVE.is_match(lead);
        // "Had girls recruited by Y": who has it done acts all the same.
        let has_done = whole
            && ["had ", "got ", "has ", "gets "]
                .iter()
                .any(|word| words.starts_with(word));
        let by = BY_NEXT.is_match(behind) && !has_done;
        return !(turned || passive || by || OBJECT_RELATIVE.is_match(lead));
    }
    let shown = RELATIVE
        .captures_iter(lead)
        .last()
        .and_then(|hit| hit.name("end"));
    let own = shown.map_or_else(|| forms(who), |end| relative(end.as_str()));
    // The verb is the first word; what it takes may follow.
    let verb_word = words.split_whitespace().next().unwrap_or(words);
    let (subject, many) = subject_of(verb_word);
    let agrees = own & subject != 0 && (!many || joined(scene, who));
    if !agrees || whole || own & (ACC_M | ACC_F) == 0 {
        return agrees;
    }
    if RUSSIAN_OBJECT.is_match(behind) {
        return true;
    }
    next(scene, verb).is_some_and(|(gap, other)| {
        gap.split_whitespace().count() <= 3
            && russian(
                verb_word,
                Frame::Accusative,
                (own, joined(scene, who)),
                (forms(other), joined(scene, other)),
            ) == Some(Doer::First)
    })
}

/// "recruited in May by": a passive whose agent follows.
static BY_NEXT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:\s[\p{L}\d]+){0,4}\sby\s"));

fn is_spanish(words: &str) -> bool {
    !words.ends_with("ed") && !words.ends_with("ing") && !words.ends_with('s')
}

/// The next person behind the verb in the sentence, with the words between.
fn next<'s>(scene: &'s Scene<'_>, verb: Span) -> Option<(&'s str, &'s Mention)> {
    let other = scene
        .people()
        .find(|other| other.place.span.start >= verb.end)?;
    Some((scene.at(Span::new(verb.end, other.place.span.start)), other))
}

/// Whether who stands before an active verb is surely its object: «Ивана задержала полиция», "a Iván lo detuvo".
pub(crate) fn is_object(scene: &Scene<'_>, whom: &Mention, verb: Span) -> bool {
    let words = scene.at(verb);
    if is_latin(words) {
        return is_marked(scene, whom);
    }
    let own = forms(whom);
    let (subject, many) = subject_of(words.split_whitespace().next().unwrap_or(words));
    let may_act = own & subject != 0 && (!many || joined(scene, whom));
    !may_act && own & (ACC_M | ACC_F) != 0
}

/// Whether two names may stand in one case, as those of a list do. What tells nothing says nothing against it.
pub(crate) fn same_case(one: &Mention, other: &Mention) -> bool {
    let (one, other) = (forms(one), forms(other));
    let both = |case: Forms| one & case != 0 && other & case != 0;
    let cases = [NOM_M | NOM_F, ACC_M | ACC_F, DAT_M | DAT_F, INS_M | INS_F];
    one == 0 || other == 0 || cases.into_iter().any(both)
}

/// Whether a name may be a subject, and whether it may be a direct object, by its endings.
pub(crate) fn roles_of(who: &Mention) -> (bool, bool) {
    let own = forms(who);
    (
        own & (NOM_M | NOM_F) != 0,
        own == 0 || own & (ACC_M | ACC_F) != 0,
    )
}

/// Whether a Russian name stands in the instrumental, and may be no subject.
pub(crate) fn is_instrumental(who: &Mention) -> bool {
    let own = forms(who);
    own & (INS_M | INS_F) != 0 && own & (NOM_M | NOM_F) == 0
}

/// Whether a Russian name stands in the dative, and not in the nominative.
pub(crate) fn is_dative(who: &Mention) -> bool {
    let own = forms(who);
    own & (DAT_M | DAT_F) != 0 && own & (NOM_M | NOM_F) == 0
}

/// Whether a Russian name may stand in the case in which a feminine noun in "а", in small letters, stands beside it; what
/// tells nothing may.
pub(crate) fn agrees(noun: &str, who: &Mention) -> bool {
    let own = forms(who);
    let case = match noun.chars().next_back() {
        Some('а') => NOM_M | NOM_F,
        Some('у') => ACC_M | ACC_F,
        Some('е') => DAT_M | DAT_F,
        Some('й') => INS_M | INS_F,
        _ => return true,
    };
    own & case != 0
}

/// Whether a name may be a man's, and whether a woman's, by its endings; both where it tells nothing.
pub(crate) fn genders(who: &Mention) -> (bool, bool) {
    let own = forms(who);
    let any = |forms: Forms| own == 0 || own & forms != 0;
    (
        any(NOM_M | ACC_M | DAT_M | INS_M),
        any(NOM_F | ACC_F | DAT_F | INS_F),
    )
}

/// Whether a name may be the subject of an active verb form; what is not Russian says nothing against it.
pub(crate) fn may_act(who: &Mention, verb: &str) -> bool {
    if is_latin(verb) {
        return true;
    }
    let word = verb.split_whitespace().next().unwrap_or(verb);
    let (subject, many) = subject_of(word);
    word.ends_with("ть") || forms(who) & subject != 0 && !many
}

/// Whether who stands right behind an active verb is surely its object: a name behind «завербовал».
pub(crate) fn suffers(scene: &Scene<'_>, whom: &Mention, verb: Span) -> bool {
    let words = scene.at(verb);
    if is_latin(words) {
        return true;
    }
    let own = forms(whom);
    let verb_word = words.split_whitespace().next().unwrap_or(words);
    let (subject, many) = subject_of(verb_word);
    let infinitive = verb_word.ends_with("ть");
    let may_act = !infinitive && own & subject != 0 && (!many || joined(scene, whom));
    if own & (ACC_M | ACC_F) == 0 {
        return false;
    }
    if !may_act {
        return true;
    }
    let before = scene
        .people()
        .filter(|other| other.place.span.end <= verb.start)
        .last();
    before.is_some_and(|other| {
        russian(
            verb_word,
            Frame::Accusative,
            (forms(other), joined(scene, other)),
            (own, joined(scene, whom)),
        ) == Some(Doer::First)
    })
}

/// Whether who stands before a passive is surely its subject: a name before "was recruited", «был завербован».
pub(crate) fn undergoes(scene: &Scene<'_>, whom: &Mention, verb: Span) -> bool {
    let words = scene.at(verb);
    if is_latin(words) {
        static AGENT: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"(?i)(?:^|\s)(?:por|by)\s(?:\p{Ll}+\s){0,2}$"));
        return !AGENT
            .is_match(scene.at(Span::new(scene.sentence.span.start, whom.place.span.start)));
    }
    let own = forms(whom);
    let (subject, many) = subject_of(words.split_whitespace().last().unwrap_or(words));
    let agrees = own & subject != 0 && (!many || joined(scene, whom));
    let after = next(scene, verb).map(|(_, other)| forms(other));
    // "Роке завербован Иван": both may be either.
    let turned = own & (INS_M | INS_F) != 0
        && after.is_some_and(|other| other & subject != 0 && other & (INS_M | INS_F) == 0);
    agrees && !turned
}
