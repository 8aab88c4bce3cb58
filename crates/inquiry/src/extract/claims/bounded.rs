//! Where what is denied or doubted begins and ends: with the negative word before who says it, before a further thing that is
//! told, and before how and when it was denied.

use super::falsity;
use super::lexicon::{
    ADDRESSEE, ADV, AUX, CLAUSE, COMP, CONJ, Cue, DET, INF, MODAL, POSS, PREP, PRON, Sort, TIME,
};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Certainty, Kind, Language, Polarity, Span};

/// Words that stand for a whole thing that was told.
const THINGS: [&str; 8] = [
    "it",
    "that",
    "this",
    "him",
    "her",
    "them",
    "so",
    "everything",
];
/// How many tokens a thing may have before its circumstance.
const NEAR: usize = 5;
/// What stands behind such a word and is no part of it: "that too", "it outright".
const BEHIND: [&str; 5] = ["too", "either", "outright", "flatly", "the"];

/// Cuts each denied or doubted content where it ends.
pub(super) fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        if is_in_doubt(view, reading) {
            reading.polarity = Polarity::Affirmed;
        }
        begin(view, reading);
        let [content] = &mut reading.content[..] else {
            continue;
        };
        let told = content.of(text).and_then(falsity::told);
        let denied = reading.polarity == Polarity::Denied || told.is_some();
        if let Some(at) = told.filter(|_| view.english()) {
            // "It simply isn't the case that C": what is denied begins behind.
            let mut rest = Span::new(content.start + at, content.end);
            cut(view, &mut rest, denied);
            content.end = rest.end;
        } else if !view.english() {
            if denied || reading.kind == Kind::Position {
                cut_foreign(view, reading.cue, content);
            }
        } else if denied || reading.certainty == Certainty::Believed {
            cut(view, content, denied);
        }
    }
    let hedges: Vec<(Span, Span)> = readings
        .iter()
        .filter(|reading| {
            reading.source.is_none() && !reading.own && reading.certainty != Certainty::Stated
        })
        .filter_map(|reading| Some((reading.cue?, *reading.content.last()?)))
        .collect();
    // "Is alleged to have promised C": the promise is no claim of its own, and no surer than the whole.
    readings.retain(|reading| {
        let within = |cue: Span| {
            hedges
                .iter()
                .any(|(hedge, content)| *hedge != cue && content.contains(cue))
        };
        let owned = reading.source.is_some() || reading.own || reading.dropped;
        owned || !reading.cue.is_some_and(within)
    });
    readings.retain(|reading| !takes_back(&views[reading.sentence], reading));
    readings.retain(|reading| !may_deny(&views[reading.sentence], reading));
}

fn cut(view: &View<'_>, content: &mut Span, denied: bool) {
    let inside: Vec<usize> = tokens(view, *content).collect();
    let [first, second, ..] = inside[..] else {
        return;
    };
    let behind = BEHIND.contains(&view.lower(second));
    // "That" may open a clause.
    let bare = behind && !view.is(second, "the")
        || !view.is(first, "that")
            && !view.is(second, "of")
            && (behind
                || view.comma(second)
                || view.is(second, ":")
                || view.has(second, TIME | ADV | PREP));
    let end = if THINGS.contains(&view.lower(first)) && bare {
        Some(second)
    } else if denied {
        // "Denied that it paid and said that C"
        let joined = |at: usize| view.is(at, "and") && view.tells(at + 1) && view.has(at + 2, COMP);
        let further = |at: &&usize| goes_on(view, **at) || another(view, **at) || joined(**at);
        let manner = |at: &&usize| terms(view, **at);
        inside
            .iter()
            .skip(2)
            .find(|at| further(at) || manner(at))
            .copied()
    } else {
        None
    };
    if let Some(end) = end {
        content.end = view.tokens[end - 1].span.end.min(content.end);
    }
}

/// Words that turn what follows into its opposite.
const NEGATIVE: [&str; 14] = [
    "nothing",
    "nobody",
    "none",
    "never",
    "no",
    "not",
    "nadie",
    "nada",
    "ningún",
    "ninguna",
    "никто",
    "ничего",
    "никогда",
    "вряд",
];

/// Gives a content the negative word that stands before who says it: "Nothing, X insisted, had been deducted".
fn begin(view: &View<'_>, reading: &mut Reading) {
    let Some(comma) = (1..view.len().min(6)).find(|at| view.comma(*at)) else {
        return;
    };
    if !NEGATIVE.contains(&view.lower(0)) {
        return;
    }
    let next = view
        .tokens
        .get(comma + 1)
        .map_or(0, |token| token.span.start);
    let told = [reading.source, reading.cue]
        .into_iter()
        .flatten()
        .map(|span| span.start)
        .min();
    let behind = reading
        .content
        .first()
        .is_some_and(|first| reading.cue.is_some_and(|cue| cue.end <= first.start));
    if told == Some(next) && behind {
        let lead = Span::new(view.tokens[0].span.start, view.tokens[comma - 1].span.end);
        reading.content.insert(0, lead);
    }
}

/// "Rechazó las acusaciones y calificó de falso el informe": an object ends before a further verb of telling.
fn cut_foreign(view: &View<'_>, cue: Option<Span>, content: &mut Span) {
    let inside: Vec<usize> = tokens(view, *content).collect();
    if inside.first().is_none_or(|at| view.has(*at, COMP)) {
        return;
    }
    let near = inside.iter().take(NEAR).skip(1);
    if let Some(end) = near.copied().find(|at| circumstance(view, inside[0], *at)) {
        content.end = view.tokens[end - 1].span.end.min(content.end);
        return;
    }
    // «Отклонила упрёк и благословила прихожан»: a verb of the same subject.
    let ending = cue.and_then(|cue| {
        let mut words = tokens(view, cue).rev();
        words.find_map(|at| past_ending(view.lower(at)))
    });
    let same = |at: usize| {
        let lower = view.lower(at);
        let ends = past_ending(lower).is_some_and(|it| Some(it) == ending);
        view.lexicon.language == Language::Ru && lower.chars().count() > 5 && ends
    };
    let past = |at: usize| {
        let lower = view.lower(at);
        let told = |lower: &str| match view.lexicon.language {
            Language::Es => lower.ends_with('ó') || lower.ends_with("ron"),
            _ => ["л", "ла", "ли", "ло"]
                .iter()
                .any(|end| lower.ends_with(end)),
        };
        let spanish = view.lexicon.language == Language::Es && lower.ends_with('ó');
        same(at) || told(lower) && (spanish || view.tells(at))
    };
    let further = |at: &&usize| view.has(**at, CONJ) && past(**at + 1);
    if let Some(end) = inside.iter().skip(1).find(further) {
        content.end = view.tokens[end - 1].span.end.min(content.end);
    }
}

/// Whether it is told from the token on how, when or where a thing was denied: «опроверг это в тот же вечер», «отмёл жалобу
/// целиком».
fn circumstance(view: &View<'_>, first: usize, at: usize) -> bool {
    if view.lexicon.language != Language::Ru {
        return false;
    }
    let lower = view.lower(at);
    let manner = [
        "целиком",
        "вовсе",
        "полностью",
        "наотрез",
        "категорически",
        "начисто",
        "напрочь",
        "сразу",
    ];
    let pronoun = at == first + 1
        && matches!(
            view.lower(first),
            "это" | "этого" | "его" | "её" | "ее" | "их" | "все" | "всё"
        );
    let next = view.lower(at + 1);
    let spoken = [
        "тот",
        "ту",
        "допрос",
        "суд",
        "очной",
        "эфире",
        "интервью",
        "разговоре",
        "беседе",
        "присягой",
        "негодован",
        "возмущен",
        "собственном",
    ];
    let when = matches!(lower, "еще" | "ещё") && view.has(at + 1, PREP);
    let placed =
        view.has(at, PREP) && (pronoun || spoken.iter().any(|stem| next.starts_with(stem)));
    manner.contains(&lower) || when || placed || pronoun && view.has(at, TIME)
}

/// The ending of a Russian verb in the past.
fn past_ending(lower: &str) -> Option<&'static str> {
    // «Отверг», «опроверг»
    let bare = lower.ends_with("верг").then_some("л");
    let mut ends = ["ла", "ло", "ли", "л"].into_iter();
    bare.or_else(|| ends.find(|end| lower.ends_with(end)))
}

/// Whether what is called a denial is none: "no longer denies", «не стала опровергать», "no hay duda de que".
fn takes_back(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue.filter(|_| reading.polarity == Polarity::Denied) else {
        return false;
    };
    let Some(first) = tokens(view, cue).next() else {
        return false;
    };
    let before = |back: usize, words: &[&str]| {
        first
            .checked_sub(back)
            .is_some_and(|at| words.contains(&view.lower(at)))
    };
    before(1, &["longer"]) && before(2, &["no"])
        || before(1, &["стал", "стала", "стали", "стало"]) && before(2, &["не"])
        || before(1, &["hay", "cabe"])
}

/// "Left little doubt that C", "beyond a reasonable doubt": a noun, which denies nothing.
fn is_in_doubt(view: &View<'_>, reading: &Reading) -> bool {
    let verb = reading.cue.and_then(|cue| tokens(view, cue).next_back());
    let Some(verb) = verb.filter(|at| reading.head == "doubt" && view.is(*at, "doubt")) else {
        return false;
    };
    let doubts = |at: usize| {
        view.has(at, PRON | AUX | CONJ | INF) || view.adverb(at) || view.lower(at).ends_with('s')
    };
    !verb.checked_sub(1).is_some_and(doubts)
}

/// ", and said that", ", and he tells us that": the comma before a further thing that is told.
fn goes_on(view: &View<'_>, comma: usize) -> bool {
    if !view.comma(comma) || !view.has(comma + 1, CONJ) {
        return false;
    }
    let verb = comma + 2 + usize::from(view.has(comma + 2, PRON));
    let plain = |cue: &&Cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & CLAUSE != 0;
    let mut cues = view.lexicon.cues(view.tokens, verb).filter(plain);
    let Some(cue) = cues.next() else {
        return false;
    };
    // "And told our caseworker to go": whoever is told stands behind.
    let told =
        verb == comma + 2 && cue.frames & ADDRESSEE != 0 && view.has(verb + 1, DET | POSS | PRON);
    let clause = verb + 1 + usize::from(view.has(verb + 1, PRON));
    told || view.has(clause, COMP) || clause > verb + 1
}

/// ", and the case was adjourned", ", while the clerk left": the comma before a clause of another subject.
fn another(view: &View<'_>, comma: usize) -> bool {
    const LINKS: [&str; 7] = ["and", "but", "while", "whereas", "though", "although", "so"];
    if !view.comma(comma) || view.is_quoted(comma) || !LINKS.contains(&view.lower(comma + 1)) {
        return false;
    }
    let from = comma + 2 + usize::from(view.adverb(comma + 2));
    let named = view.has(from, DET | POSS | PRON) || view.capital(from);
    let mark = |from: usize| {
        let far = view.len().min(from + 12);
        let ends = |at: &usize| view.comma(*at) || view.stop(*at);
        (from..far).find(ends).unwrap_or(far)
    };
    let verb = |from: usize, to: usize| {
        (from..to).any(|at| view.has(at, AUX) && !view.is(at, "'s") || view.is_finite(at))
    };
    let end = mark(from + 1);
    // "While the clerk, Daniel Asii, scoffed"
    let behind = mark(end + 1) + 1;
    let far = view.comma(end) && verb(behind, view.len().min(behind + 3));
    named && (verb(from + 1, end) || far) && !view.has(from, COMP)
}

/// "In the strongest terms", "in full".
fn terms(view: &View<'_>, at: usize) -> bool {
    view.is(at, "in")
        && (view.is(at + 1, "full")
            || (at + 2..at + 6).any(|at| view.is(at, "terms")) && view.is(at + 1, "the"))
}

/// Whether it is only said that somebody is able to deny it: "they can deny what they like".
fn may_deny(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading
        .cue
        .filter(|_| reading.polarity == Polarity::Denied && view.english())
    else {
        return false;
    };
    let able = |at: usize| {
        view.has(at, MODAL) && matches!(view.lower(at), "can" | "could" | "may" | "might")
    };
    let mut inside = tokens(view, cue);
    inside.next().is_some_and(able)
        && inside
            .next()
            .is_some_and(|at| view.lower(at).starts_with("den"))
}
