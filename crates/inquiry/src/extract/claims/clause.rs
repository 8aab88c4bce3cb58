//! Where sources and contents begin and end: subjects, noun phrases, clauses.

use super::lexicon::{
    AUX, BE, BY, COMP, CONJ, DET, HAVE, INF, MODAL, NEG, POSS, PREP, PRON, REL, SPEECH, SUB, Sort,
    TIME,
};
use super::view::{Run, View};
use crate::extract::text::{Setting, TokenKind};
use model::Language;

/// The longest source in tokens; longer runs are no names.
const LONGEST_SOURCE: usize = 30;
/// The longest description between commas behind a name.
const LONGEST_ASIDE: usize = 25;

/// Whether a noun phrase cannot go on over the token, going left.
fn bounds(view: &View<'_>, at: usize) -> bool {
    let Some(kind) = view.kind(at) else {
        return true;
    };
    match kind {
        TokenKind::Open | TokenKind::Close | TokenKind::Stop | TokenKind::Dash => true,
        TokenKind::Punct => matches!(
            view.lower(at),
            "," | ";" | ":" | "¿" | "¡" | "*" | "•" | "|"
        ),
        TokenKind::Number => false,
        TokenKind::Word => {
            let single_word = view.tokens[at].capital && at > 0;
            !single_word
                && (view.has(at, AUX) && !view.is(at, "'s")
                    || view.has(at, REL)
                    || (view.has(at, SUB | COMP) && !view.has(at, PREP))
                    || is_plain_verb(view, at))
        }
    }
}

/// Whether the token is a cue verb in a place where a noun cannot be.
fn is_plain_verb(view: &View<'_>, at: usize) -> bool {
    let after_noun = at > 0 && (view.has(at - 1, PRON | AUX) || view.adverb(at - 1));
    let before_noun = view.has(at + 1, DET | PRON | COMP) || view.open(at + 1);
    (after_noun || before_noun) && view.tells(at)
}

/// The subject that ends right before token `end`; with the description behind a name.
pub(super) fn subject(view: &View<'_>, end: usize) -> Option<Run> {
    let end = behind_relative(view, end).unwrap_or(end);
    let mut last = end.checked_sub(1)?;
    let mut stop = end;
    // "The ministry “rejects the suggestion”": the quotation begins with the verb.
    if view.open(last) && last > 0 && view.tokens[last - 1].is_wordy() {
        stop = last;
        last -= 1;
    }
    if view.has(last, REL) || (view.has(last, COMP) && last > 0 && !view.comma(last - 1)) {
        stop = last + 1;
        last = last.checked_sub(1)?;
        if view.comma(last) {
            last = last.checked_sub(1)?;
        }
    } else if view.comma(last) || view.dash(last) {
        stop = last;
        last = before_aside(view, last)?;
    }
    if view.has(last, PRON) && !view.has(last, POSS) {
        return Run::new(last, stop.max(last + 1));
    }
    let run = phrase_left(view, last + 1)?;
    Run::new(run.from, stop.max(run.to))
}

/// Where the relative pronoun ends from which only a circumstance parts its verb: "que desde entonces ha negado C".
fn behind_relative(view: &View<'_>, end: usize) -> Option<usize> {
    let rel = (end.saturating_sub(4)..end)
        .rev()
        .find(|at| view.has(*at, REL))?;
    let fits = rel > 0
        && view.comma(rel - 1)
        && view.has(rel + 1, PREP | TIME)
        && (rel + 2..end).all(|at| !view.capital(at) && view.tokens[at].is_wordy());
    (!view.english() && fits).then_some(rel + 1)
}

/// The last token before the description that ends with the comma (or dash) at `end`.
fn before_aside(view: &View<'_>, end: usize) -> Option<usize> {
    let mark = view.lower(end);
    let floor = end.saturating_sub(LONGEST_ASIDE);
    let mut opener = None;
    for at in (floor..end).rev() {
        match view.kind(at)? {
            TokenKind::Stop | TokenKind::Open | TokenKind::Close => break,
            _ if view.is(at, mark) => {
                opener = Some(at);
                // "Ana, of Holguín, a clerk, said": the name stands before the first comma.
                if !view.is(at + 1, "and") && !view.has(at + 1, DET | PREP | REL) && at + 3 < end {
                    break;
                }
            }
            _ => {}
        }
    }
    opener?
        .checked_sub(1)
        .filter(|before| view.tokens[*before].is_wordy() || view.is(*before, ")"))
}

/// The noun phrase that ends right before token `end`.
pub(super) fn phrase_left(view: &View<'_>, end: usize) -> Option<Run> {
    let floor = end.saturating_sub(LONGEST_SOURCE);
    let mut from = end;
    while from > floor {
        let at = from - 1;
        if view.is(at, ")") {
            let open = (floor..at).rev().find(|at| view.is(*at, "("));
            match open {
                Some(open) => from = open,
                None => break,
            }
            continue;
        }
        if let Some(open) = quoted_name(view, floor, at) {
            from = open;
            continue;
        }
        if bounds(view, at) {
            break;
        }
        if view.has(at, CONJ) && !joins_names(view, at, end) {
            break;
        }
        from = at;
    }
    trim_left(view, from, end)
}

/// Where a name in quotation marks that closes at `at` opens: "Фирма «Рубеж»".
fn quoted_name(view: &View<'_>, floor: usize, at: usize) -> Option<usize> {
    if view.kind(at)? != TokenKind::Close {
        return None;
    }
    let open = (floor.max(at.saturating_sub(6))..at)
        .rev()
        .find(|at| view.open(*at))?;
    let name = open > floor
        && view.tokens[open - 1].is_wordy()
        && view.tokens[open + 1].capital
        && (open + 1..at).all(|at| view.tokens[at].is_wordy());
    name.then_some(open)
}

/// Whether "and" stands between two names or two short nouns of one subject.
fn joins_names(view: &View<'_>, at: usize, end: usize) -> bool {
    let both_names = at > 0 && view.capital(at - 1) && view.capital(at + 1);
    let both_plain = at > 0
        && end - at <= 4
        && !view.capital(at + 1)
        && !view.has(at + 1, DET | PRON | POSS)
        && !view.capital(at - 1);
    at > 0 && (both_names || both_plain)
}

/// Leaves out what stands before the noun phrase proper: adverbs, times, "In a statement".
fn trim_left(view: &View<'_>, mut from: usize, end: usize) -> Option<Run> {
    while from < end
        && (view.has(from, CONJ | TIME) && !view.capital(from)
            || (view.adverb(from) && !view.has(from, DET))
            || view.has(from, SUB) && !view.has(from, PREP)
            || !view.tokens[from].is_wordy() && !view.is(from, "$"))
    {
        from += 1;
    }
    from = behind_date(view, from)
        .filter(|at| *at < end)
        .unwrap_or(from);
    if from < end && (view.has(from, PREP) || view.has(from, TIME)) {
        let head = (from + 1..end).find(|at| {
            let starts = view.has(*at, DET | POSS | PRON)
                || (view.tokens[*at].capital && !view.tokens[at - 1].capital);
            starts
                && !view.is(*at, "'s")
                && !view.has(at - 1, PREP | DET | POSS | CONJ)
                && !view.has(*at, TIME)
        });
        if let Some(head) = head {
            from = head;
        }
    }
    Run::new(from, end)
}

/// The token behind a day and its month that stand before a subject: "El 5 de marzo el ministerio", «5 марта адвокат».
fn behind_date(view: &View<'_>, from: usize) -> Option<usize> {
    let day = from + usize::from(view.is(from, "el"));
    let month = day + 1 + usize::from(view.is(day + 1, "de"));
    let dated = view.kind(day) == Some(TokenKind::Number) && view.has(month, TIME);
    (dated && !view.english()).then_some(month + 1)
}

/// Prepositions by which a pronoun says whose or of whom: "one of them", "una de ellas", «одна из них».
const PARTITIVE: [&str; 3] = ["of", "de", "из"];

/// The noun phrase (with description behind it) that begins at token `from`.
pub(super) fn phrase_right(view: &View<'_>, from: usize) -> Option<Run> {
    let mut to = from;
    let ceiling = (from + LONGEST_SOURCE).min(view.len());
    while to < ceiling {
        if view.is(to, "(") {
            match (to..ceiling).find(|at| view.is(*at, ")")) {
                Some(close) => to = close + 1,
                None => break,
            }
            continue;
        }
        if view.comma(to) {
            // A description goes on behind the comma: ", director of the office".
            let describes = view.has(to + 1, DET) || view.has(to + 1, REL) || !view.capital(to + 1);
            let ends =
                (to + 1..ceiling).find(|at| view.comma(*at) || view.stop(*at) || view.open(*at));
            let plain = view.kind(to + 1) == Some(TokenKind::Word)
                && !view.has(to + 1, CONJ | PREP | SUB | COMP | AUX | PRON)
                && !view.gerund(to + 1);
            let sure = ends.is_some_and(|ends| {
                !view.open(ends)
                    && (view.has(to + 1, REL)
                        || !view.finite(Run {
                            from: to + 1,
                            to: ends,
                        }))
            });
            let named = view.english()
                || ends.is_some_and(|ends| (to + 1..ends).all(|at| !view.has(at, PRON | COMP)));
            if to > from && describes && plain && sure && named {
                to = ends.unwrap_or(to);
            }
            break;
        }
        let verb = view.has(to, AUX) && to > from && !view.is(to, "'s");
        let clause = view.has(to, SUB | COMP) && !view.has(to, PREP | REL | DET) && to > from;
        let mark = matches!(
            view.kind(to),
            Some(TokenKind::Open | TokenKind::Close | TokenKind::Stop | TokenKind::Dash)
        ) || matches!(view.lower(to), ";" | ":");
        // "The mother of one of them"
        let whose = to > from + 1 && PARTITIVE.contains(&view.lower(to - 1));
        if verb || clause || mark || (view.has(to, PRON) && to > from && !whose) {
            break;
        }
        to += 1;
    }
    while to > from + 1 && view.has(to - 1, TIME | PREP | CONJ) && !view.capital(to - 1) {
        to -= 1;
    }
    Run::new(from, to)
}

/// The end of an age that begins at `from` and ends its phrase: "24", "de 24 años", «24 года».
pub(super) fn age(view: &View<'_>, from: usize) -> Option<usize> {
    const YEARS: [&str; 5] = ["años", "лет", "год", "года", "years"];
    let number = from + usize::from(matches!(view.lower(from), "de" | "aged"));
    let short = view.kind(number) == Some(TokenKind::Number) && view.lower(number).len() < 3;
    let named = number + 1 + usize::from(YEARS.contains(&view.lower(number + 1)));
    let end = named + usize::from(view.is(named, "old"));
    (short && (view.comma(end) || view.dash(end) || view.stop(end))).then_some(end)
}

/// Steps over "on Monday", "in a statement", "to reporters" where content follows behind it.
pub(super) fn after_adjuncts(view: &View<'_>, mut at: usize) -> usize {
    for _ in 0..4 {
        if (view.has(at, TIME) || view.adverb(at)) && !view.has(at, COMP | DET) {
            at += 1;
        } else if view.has(at, PREP) && view.has(at + 1, TIME) {
            at += 2;
        } else if view.has(at, PREP) || view.has(at, DET) && view.has(at + 1, TIME) {
            let Some(end) = adjunct_end(view, at) else {
                return at;
            };
            at = end;
        } else {
            return at;
        }
    }
    at
}

/// The end of an adjunct that begins at `from`, if something that must be content (or nothing) follows it.
fn adjunct_end(view: &View<'_>, from: usize) -> Option<usize> {
    let mut speech = false;
    for at in from + 1..(from + 14).min(view.len() + 1) {
        let content = view.is(at, ":")
            || view.open(at)
            || view.stop(at)
            || (view.comma(at) && (view.open(at + 1) || speech));
        if content || (view.has(at, COMP) && !view.has(at, PREP)) {
            return Some(at);
        }
        if speech && view.has(at, PRON | DET | TIME) && !view.has(at - 1, PREP) {
            return Some(at);
        }
        // "Desautorizó al párroco y desmintió que C": another verb's clause.
        let further = view.has(at, CONJ) && view.is_past_form(at + 1);
        if view.has(at, AUX | SUB) && !view.has(at, PREP)
            || view.comma(at)
            || view.dash(at)
            || further
        {
            return None;
        }
        speech |= view.has(at, SPEECH) || view.has(at, TIME);
    }
    None
}

/// Where a clause that begins at `from` ends: before a participle cue, "according to", or the sentence's end.
pub(super) fn clause_end(view: &View<'_>, from: usize) -> usize {
    let mut at = from;
    // What is told inside a quotation ends with it.
    let inner = view.is_quoted(from) && !view.open(from) && view.sentence.setting != Setting::Turn;
    while at < view.len() {
        if inner && view.close(at) {
            return at;
        }
        if !view.english() && at > from && !view.is_quoted(at) && joined_cue(view, at) {
            return at;
        }
        if !view.is_quoted(at) && at > from + 1 {
            if view.comma(at) && cue_follows(view, at + 1) {
                return at;
            }
            if view.is(at, ";") {
                return at;
            }
        }
        at += 1;
    }
    view.len()
}

/// Whether "y negó que", ", но признал, что" goes on with another verb of telling; "descartó que A, negó que B" without an "and".
fn joined_cue(view: &View<'_>, at: usize) -> bool {
    let listed =
        view.lexicon.language == Language::Es && view.comma(at) && view.is_past_form(at + 1);
    if !view.has(at, CONJ) && !listed {
        return false;
    }
    let verb = (at + 1..at + 3).find(|at| !(view.adverb(*at) || view.has(*at, NEG | PRON)));
    verb.is_some_and(|verb| {
        verb < view.len()
            && view
                .lexicon
                .cues(view.tokens, verb)
                .any(|cue| cue.sort == Sort::Verb && !view.infinitive(verb))
            && (view.has(verb + 1, COMP) || view.comma(verb + 1) && view.has(verb + 2, COMP))
    })
}

/// Whether a new attribution to the same or another source begins at `at`: "adding that", "according to".
fn cue_follows(view: &View<'_>, at: usize) -> bool {
    let at = if view.has(at, CONJ) { at + 1 } else { at };
    let at = if view.adverb(at) { at + 1 } else { at };
    view.lexicon
        .cues(view.tokens, at)
        .any(|cue| match cue.sort {
            Sort::Phrase => true,
            Sort::Verb => view.gerund(at) && !cue.learned,
            _ => false,
        })
}

/// Where a nominal object that begins at `from` ends.
pub(super) fn object_end(view: &View<'_>, from: usize) -> usize {
    for at in from..view.len() {
        if view.is_quoted(at) {
            continue;
        }
        let mark = view.comma(at) || view.dash(at) || matches!(view.lower(at), ";" | ":");
        let clause =
            at > from && view.has(at, SUB) && !matches!(view.lower(at), "than" | "as" | "that");
        // «И побои, и деньги», "ni los golpes, ni el dinero": one object.
        let twin =
            matches!(view.lower(from), "и" | "ни" | "ni") && view.is(at + 1, view.lower(from));
        let besides = |at: usize| view.is(at, "как") && view.is(at + 1, "и");
        let more = view.is(at + 1, "равно") && besides(at + 2) || besides(at + 1) || besides(at);
        // «Отпирается от всего, и от вербовки, и от денег»
        let whole = matches!(view.lower(from), "всего" | "все" | "everything" | "todo");
        let each = whole
            && (view.has(at + 1, PREP) || view.is(at + 1, "и"))
            && !verb_follows(view, at + 2);
        if mark && (twin || more || each) || more && view.has(at, SUB) {
            continue;
        }
        if (mark && at > from) || clause || (view.has(at, BY) && at > from && view.has(from, BE)) {
            return at;
        }
        // «Отрицал вину и утверждал»: an object may be one word.
        let least = from + usize::from(view.english());
        if at > least && view.has(at, CONJ) && verb_follows(view, at + 1) {
            return at;
        }
        if at > from && deed_follows(view, from, at) {
            return at;
        }
    }
    view.len()
}

/// "Denied wrongdoing but settled the case", "denied abuse and agreed to pay": whether the subject of an English verb does something
/// else behind the conjunction at the token.
pub(super) fn deed_follows(view: &View<'_>, from: usize, at: usize) -> bool {
    const STRONG: [&str; 14] = [
        "left", "went", "took", "gave", "sent", "paid", "made", "ran", "kept", "fled", "chose",
        "began", "put", "set",
    ];
    let verb = view.lower(at + 1);
    let past = verb.ends_with("ed") && verb.len() > 4 || STRONG.contains(&verb);
    if !view.english() || !past || view.capital(at + 1) {
        return false;
    }
    // "Denied having beaten and starved the men"
    // "Wrongdoing" alone is a noun.
    let verbal = (from..at)
        .any(|word| view.gerund(word) && word + 1 < at || view.has(word, HAVE | BE | COMP));
    let does = view.has(at + 2, DET | POSS | INF | PRON) && !view.is(at + 2, "by");
    let plain = view.is(at, "but") && !view.has(at + 2, BY);
    !verbal && (plain || view.is(at, "and") && does)
}

/// Whether a verb of the same subject follows: "and said", "but will not".
fn verb_follows(view: &View<'_>, at: usize) -> bool {
    view.has(at, AUX | MODAL) || view.tells(at)
}
