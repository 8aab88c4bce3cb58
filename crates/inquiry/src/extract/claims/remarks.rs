//! Sayings that are not what their verb alone tells: "quoted X as saying that C", "have yet to charge X", "said: 'No
//! comment.'"

use super::clause;
use super::lexicon::{AUX, COMP, NEG, PRON};
use super::reading::{self, Reading};
use super::verbs;
use super::view::{Run, View};
use crate::alphabet::{Regex, pattern};
use crate::extract::gaps::NO_COMMENT;
use crate::extract::text::TokenKind;
use model::{Certainty, Kind, Language, Polarity, Span};
use std::sync::LazyLock;

/// Verbs by which one passes on what another says.
const QUOTES: [&str; 6] = ["quoted", "quotes", "quoting", "cited", "cites", "citing"];
/// What who is quoted does, behind "as".
const SAYING: [&str; 7] = [
    "saying",
    "telling",
    "stating",
    "claiming",
    "insisting",
    "alleging",
    "confirming",
];
/// The most tokens of who is quoted.
const LONGEST: usize = 14;

/// Whether what is told was not yet: "have yet to charge X".
pub(super) fn is_still_to_come(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading
        .cue
        .filter(|_| reading.certainty == Certainty::Alleged)
    else {
        return false;
    };
    let inside = |at: &usize| cue.contains(view.tokens[*at].span);
    let Some(first) = (0..view.len()).find(inside) else {
        return false;
    };
    let last = (first..view.len()).take_while(inside).last();
    (first.saturating_sub(2)..last.unwrap_or(first))
        .any(|at| view.is(at, "yet") && view.is(at + 1, "to"))
}

/// Whether "mind" is what somebody does with children or a shop, and no word for or against a thing: "would mind children".
pub(super) fn is_minding(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue.filter(|_| reading.head == "mind") else {
        return false;
    };
    let asks = view.tokens.iter().any(|token| token.lower.contains('?'));
    let negated = (0..view.len())
        .filter(|at| cue.contains(view.tokens[*at].span))
        .any(|at| view.has(at, NEG));
    reading.learned && !negated && !asks
}

/// Whether a denial is only supposed, asked about or asked for: "if the firm denies it", "asked whether he denied it", "expected
/// him to deny it", «отрицает ли он».
pub(super) fn is_supposed(view: &View<'_>, reading: &Reading) -> bool {
    const ASKS: [&str; 12] = [
        "asked",
        "asks",
        "ask",
        "expected",
        "expects",
        "urged",
        "invited",
        "told",
        "wanted",
        "challenged",
        "pressed",
        "ordered",
    ];
    let Some(cue) = reading.cue.filter(|_| reading.polarity == Polarity::Denied) else {
        return false;
    };
    let at = |span: Span| (0..view.len()).find(|at| span.contains(view.tokens[*at].span));
    let Some(first) = at(cue) else {
        return false;
    };
    let subject = reading
        .source
        .filter(|source| source.end <= cue.start)
        .and_then(at);
    let supposed = |at: usize| {
        let word = view.lower(at);
        view.english() && matches!(word, "if" | "whether" | "unless")
            || view.lexicon.language == Language::Es && word == "si"
    };
    let begins = subject.unwrap_or(first).checked_sub(1);
    if begins.is_some_and(supposed) || first.checked_sub(1).is_some_and(supposed) {
        return true;
    }
    if view.is(first + 1, "ли") || view.english() && view.is(0, "had") && subject == Some(1) {
        return true;
    }
    let to = (first.saturating_sub(3)..first + 3).find(|at| view.english() && view.is(*at, "to"));
    to.is_some_and(|to| {
        let whom = to.checked_sub(1).is_some_and(|at| {
            matches!(view.lower(at), "him" | "her" | "them" | "me" | "us" | "you")
        });
        let asks = (to.saturating_sub(5)..to).find(|at| ASKS.contains(&view.lower(*at)));
        whom || asks.is_some_and(|asks| asks + 1 < to && subject.is_none_or(|it| it < asks))
    })
}

/// Whether the sentence says at its beginning that it was never told: "Not once did X dispute C".
pub(super) fn is_never(view: &View<'_>, reading: &Reading) -> bool {
    let first = reading
        .cue
        .and_then(|cue| (0..view.len()).find(|at| cue.contains(view.tokens[*at].span)));
    first.is_some_and(|first| verbs::turned_about(view, first))
}

/// Whether somebody only keeps his name or face to himself: "did not wish to be identified".
pub(super) fn is_withdrawing(view: &View<'_>, reading: &Reading) -> bool {
    const HIDDEN: [&str; 6] = [
        "identified",
        "named",
        "quoted",
        "photographed",
        "recorded",
        "filmed",
    ];
    let Some(first) = reading.content.first() else {
        return false;
    };
    let mut inside = (0..view.len()).filter(|at| first.contains(view.tokens[*at].span));
    let Some(from) = inside.next().filter(|_| view.english()) else {
        return false;
    };
    let to = from + usize::from(view.is(from, "not"));
    view.is(to, "to") && view.is(to + 1, "be") && HIDDEN.contains(&view.lower(to + 2))
}

/// Whether a thing is only handed in: "submitted the ledger", but "submitted that C".
pub(super) fn is_handing(view: &View<'_>, reading: &Reading) -> bool {
    let first = reading.content.first();
    let first = first.and_then(|it| (0..view.len()).find(|at| it.contains(view.tokens[*at].span)));
    let clause = first.is_some_and(|at| view.has(at, COMP) || at > 0 && view.has(at - 1, COMP));
    let behind = reading
        .cue
        .zip(reading.content.first())
        .is_some_and(|(cue, it)| it.start > cue.end);
    let quoted = first.is_some_and(|at| view.is_quoted(at));
    reading.head.starts_with("submi") && behind && !clause && !quoted
}

/// Whether all that is told is how old somebody is: «передал Раису, 17 лет, за деньги».
pub(super) fn is_age(view: &View<'_>, reading: &Reading) -> bool {
    const YEARS: [&str; 8] = ["лет", "год", "года", "años", "year", "years", "old", "de"];
    let mut inside = reading
        .content
        .iter()
        .flat_map(|content| (0..view.len()).filter(|at| content.contains(view.tokens[*at].span)))
        .filter(|at| !view.comma(*at))
        .peekable();
    let number = |at: usize| view.kind(at) == Some(TokenKind::Number);
    inside.peek().is_some() && inside.all(|at| number(at) || YEARS.contains(&view.lower(at)))
}

/// Whether a cue only tells what somebody goes by: "a man called X", "a girl named Y".
pub(super) fn is_naming(view: &View<'_>, reading: &Reading) -> bool {
    let (Some(cue), Some(source)) = (reading.cue, reading.source) else {
        return false;
    };
    let at = (0..view.len()).find(|at| cue == view.tokens[*at].span);
    let Some(at) = at.filter(|at| *at > 0 && matches!(view.lower(*at), "called" | "named")) else {
        return false;
    };
    let plain = !view.capital(at - 1) && !view.has(at - 1, PRON | AUX);
    view.english() && plain && source.contains(view.tokens[at - 1].span) && view.capital(at + 1)
}

/// Drops "No comment" as somebody's words: it is a gap. What another cue took of his naming ends before it.
pub(super) fn settle_withheld(text: &str, readings: &mut Vec<Reading>) {
    static WITHHELD: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)^\W*(?:{})\W*$", NO_COMMENT.join("|"))));
    let withheld = |reading: &Reading| {
        let mut words = reading.content.iter().filter_map(|span| span.of(text));
        reading.kind == Kind::Fact
            && reading.content.len() == 1
            && words.all(|words| WITHHELD.is_match(words))
    };
    let sources: Vec<Span> = readings
        .iter()
        .filter(|reading| withheld(reading))
        .filter_map(|reading| reading.source)
        .collect();
    readings.retain(|reading| !withheld(reading));
    for source in sources {
        for content in readings
            .iter_mut()
            .flat_map(|reading| reading.content.iter_mut())
            .filter(|content| content.contains(source) && content.start < source.start)
        {
            let kept = Span::new(content.start, source.start);
            let words = kept.of(text).unwrap_or_default();
            content.end = kept.start + words.trim_end_matches([' ', ',']).len();
        }
    }
}

/// "X quoted Y as saying that C": Y says it, through X.
pub(super) fn settle_quoted(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate().filter(|(_, view)| view.english()) {
        for at in 0..view.len() {
            if QUOTES.contains(&view.lower(at))
                && let Some(saying) = saying(view, at)
            {
                pass_on(view, index, (at, saying), readings);
            }
        }
    }
}

/// The token of "saying" in "quoted Y as saying".
fn saying(view: &View<'_>, verb: usize) -> Option<usize> {
    let link = (verb + 2..view.len().min(verb + LONGEST))
        .take_while(|at| !view.stop(*at) && !view.open(*at) && !view.has(*at, COMP))
        .find(|at| view.is(*at, "as"))?;
    SAYING.contains(&view.lower(link + 1)).then_some(link + 1)
}

/// Makes one reading of all that meet the verb and "as saying": by who is quoted, through who quotes.
fn pass_on(
    view: &View<'_>,
    index: usize,
    (verb, saying): (usize, usize),
    readings: &mut Vec<Reading>,
) {
    let whole = Span::new(view.tokens[verb].span.start, view.tokens[saying].span.end);
    let meets = |reading: &Reading| {
        reading.sentence == index && reading.cue.is_some_and(|cue| cue.overlaps(whole))
    };
    let Some(mut reading) = readings.iter().find(|reading| meets(reading)).cloned() else {
        return;
    };
    let from = saying + 1;
    let quoted = Run::new(verb + 1, saying - 1).and_then(|run| view.span(run));
    let content = Run::new(from, clause::clause_end(view, from)).and_then(|run| view.span(run));
    let (Some(quoted), Some(content)) = (quoted, content) else {
        return;
    };
    reading.through = reading
        .source
        .filter(|source| source.end <= whole.start)
        .or_else(|| clause::subject(view, verb).and_then(|run| view.span(run)));
    reading.source = Some(quoted);
    reading.cue = Some(view.tokens[saying].span);
    reading.content = vec![content];
    reading.kind = Kind::Fact;
    readings.retain(|reading| !meets(reading));
    readings.push(reading);
    reading::sort(readings);
}
