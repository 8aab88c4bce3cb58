//! "According to X, C": who is on record by such words, in three languages, and what he is on record for.

use super::clause;
use super::lexicon::{AUX, COMP, CONJ, Cue, DET, DOC, POSS, PREP, PRON, REL, Sort, TIME};
use super::reading::{Heard, Reading};
use super::relative;
use super::untold::tokens;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity};

/// "According to X, C." / "C, according to X."
pub(super) fn phrase(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let mut after = at + cue.words.len();
    let cued = after + telling(view, after);
    after = behind_day(view, (after, cued));
    // "La versión según la cual C": a relative clause.
    let which = view.is(at, "согласно") && view.lower(after).starts_with("котор");
    if which || view.has(after, DET) && view.has(after + 1, REL) {
        return None;
    }
    let inner = inside(view, (at, after));
    let mut source = match inner {
        Some(run) => run,
        None => with_name(view, at, clause::phrase_right(view, after)?),
    };
    let aside = aside(view, at);
    if aside.is_some() {
        source.to = up_to_verb(view, source);
    }
    let base = clause_start(view, at);
    let first = at == base || (at == base + 1 && !view.tokens[base].is_wordy());
    if first && inner.is_none() && !view.comma(source.to) {
        // What goes on to the end of the sentence is no description of the source.
        if let Some(comma) = (source.from..source.to).find(|at| view.comma(*at)) {
            source.to = comma;
        }
    }
    let mut reading = Reading::new(sentence, "according", cue, view.span(Run::new(at, cued)?));
    if let Some(name) = aside {
        return beside(view, reading, (source, name));
    }
    if let Some(found) = inner_clause(view, at, source) {
        reading.source = view.span(found.0);
        reading.content.push(view.span(found.1)?);
        return Some(reading);
    }
    let relative = related(view, source).filter(|_| first);
    if let Some(whole) = relative {
        let comma = (whole.from..whole.to).find(|at| view.comma(*at));
        source.to = comma.unwrap_or(source.to);
    }
    reading.source = view.span(source);
    if let Some(inner) = relative.and_then(|whole| cited(view, source.to, whole.to)) {
        reading.through = view.span(source);
        reading.source = view.span(inner);
    }
    source.to = relative.map_or(source.to, |whole| whole.to);
    let next = pause(view, source.to.max(after));
    if first {
        let from = if view.comma(next) {
            next + 1
        } else {
            source.to.max(after)
        };
        reading
            .content
            .push(view.span(Run::new(from, clause::clause_end(view, from))?)?);
        return Some(reading);
    }
    reading
        .content
        .extend(Run::new(0, at).and_then(|run| view.span(run)));
    if view.comma(next) && !view.stop(next + 1) && at > 0 && view.comma(at - 1) {
        let end = clause::clause_end(view, next + 1);
        reading
            .content
            .extend(Run::new(next + 1, end).and_then(|run| view.span(run)));
    }
    (!reading.content.is_empty()).then_some(reading)
}

/// "Por sus palabras": the source that stands inside the cue.
fn inside(view: &View<'_>, (from, to): (usize, usize)) -> Option<Run> {
    let own = (from..to).find(|at| view.has(*at, POSS))?;
    Run::new(own, own + 1)
}

/// "Según confirmó ayer X": the token behind the day that follows a verb of telling.
fn behind_day(view: &View<'_>, (after, cued): (usize, usize)) -> usize {
    let told = cued > after && view.lexicon.language == Language::Es;
    let day = |at: &usize| told && view.has(*at, TIME);
    cued + (cued..view.len()).take_while(day).count()
}

/// "X, who according to Y C,": what Y tells of the name before the cue.
fn beside(view: &View<'_>, mut reading: Reading, (source, name): (Run, Run)) -> Option<Reading> {
    reading.source = view.span(source);
    let from = source.to + usize::from(view.comma(source.to));
    let end = (from..view.len()).find(|at| view.comma(*at) || view.stop(*at))?;
    reading.content.extend(view.span(name));
    reading.content.push(view.span(Run::new(from, end)?)?);
    Some(reading)
}

/// Takes out readings that make a source of the word for "according to".
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain(|reading| !is_source(&views[reading.sentence], reading));
}

/// Whether what should be a source is "según" alone: "según me contó X".
fn is_source(view: &View<'_>, reading: &Reading) -> bool {
    let Some(source) = reading.source.filter(|_| reading.rule != "according") else {
        return false;
    };
    let phrase = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Phrase && cue.words.len() == 1)
    };
    let mut inside = tokens(view, source);
    let first = inside.next();
    inside.next().is_none() && first.is_some_and(phrase)
}

/// A source without a name and the name set off behind it: "the mother of one of them, X", "una compañera, X".
fn with_name(view: &View<'_>, at: usize, phrase: Run) -> Run {
    const LONGEST_NAME: usize = 4;
    let source = without_content(view, at, phrase);
    let bare = (source.from..source.to).all(|at| !view.capital(at));
    let from = source.to + 1;
    if !bare || !view.comma(source.to) {
        return source;
    }
    let end = (from..view.len())
        .take(LONGEST_NAME + 1)
        .find(|at| !view.capital(*at) || !view.tokens[*at].is_wordy());
    let end = end.unwrap_or(view.len());
    let closed = end >= view.len() || view.stop(end) || view.comma(end);
    if end == from || end > from + LONGEST_NAME || !closed {
        return source;
    }
    // "According to police, X, 34, sold": what is told is told of X. Behind the comma of an apposition a clause follows.
    let first = at <= clause_start(view, at) + 1;
    let next = (end + 1..view.len())
        .find(|at| view.comma(*at) || view.stop(*at))
        .unwrap_or(view.len());
    let clause = Run::new(end + 1, next).is_some_and(|run| view.finite(run));
    let opens = view.has(end + 1, REL | COMP) || view.is(end + 1, "que");
    if !first || view.comma(end) && clause && !opens {
        return Run {
            from: source.from,
            to: end,
        };
    }
    source
}

/// How many tokens of a verb of telling belong to the cue before it: "según publicó X", "según me contó X".
fn telling(view: &View<'_>, after: usize) -> usize {
    let told_to = matches!(view.lower(after), "me" | "nos" | "le" | "les") && !view.english();
    if told_to && tells(view, after + 1) {
        2
    } else {
        usize::from(tells(view, after))
    }
}

/// Whether a verb of telling belongs to the cue before it: "según publicó X".
fn tells(view: &View<'_>, after: usize) -> bool {
    let mut cues = view.lexicon.cues(view.tokens, after.min(view.len() - 1));
    !view.english() && cues.any(|cue| cue.sort == Sort::Verb)
}

/// Where the clause of the token begins: behind a colon or semicolon that stands before it, else with the sentence.
fn clause_start(view: &View<'_>, at: usize) -> usize {
    let mark = |at: &usize| view.is(*at, ":") || view.is(*at, ";");
    (0..at).rev().find(mark).map_or(0, |mark| mark + 1)
}

/// The name before a relative clause that the cue at `at` opens: "Quesada, que según la policía C,".
fn aside(view: &View<'_>, at: usize) -> Option<Run> {
    let related = |at: usize| {
        view.is(at, "que")
            || view.is(at, "quien")
            || view.english() && view.has(at, REL)
            || view.lower(at).starts_with("котор")
    };
    let link = at.checked_sub(1)?;
    let link = if view.comma(link) {
        link.checked_sub(1)?
    } else {
        link
    };
    let comma = link.checked_sub(1)?;
    if related(link) && view.lexicon.language == Language::Es && relates(view, link) {
        return Run::new(link, link + 1);
    }
    if !related(link) || !view.comma(comma) {
        return None;
    }
    clause::phrase_left(view, comma)
}

/// "Dijo que, según X, C": who is on record for what stands behind the second comma alone, and what that is.
fn inner_clause(view: &View<'_>, at: usize, source: Run) -> Option<(Run, Run)> {
    let that = at.checked_sub(2).filter(|that| view.is(*that, "que"))?;
    let spanish = view.lexicon.language == Language::Es && view.comma(at - 1) && that > 0;
    let comma = (source.from + 1..view.len().min(source.from + 16)).find(|at| view.comma(*at))?;
    // "La balanza en que, según X, los pesaban": a relative clause.
    let governed = view.has(that - 1, PREP) && !view.is(that - 1, "de") || view.comma(that - 1);
    let named = Run::new(source.from, comma).filter(|_| spanish && !governed)?;
    Some((
        named,
        Run::new(comma + 1, clause::clause_end(view, comma + 1))?,
    ))
}

/// Whether a "que" without a comma before it opens a relative clause: "los peones que, según X, C", "que siguen allí y que, según
/// X, C"; a noun stands before it, or before the one that "and" joins it to.
fn relates(view: &View<'_>, link: usize) -> bool {
    let behind_noun = |that: usize| {
        let Some(noun) = that.checked_sub(1) else {
            return false;
        };
        let word = view.tokens[noun].is_wordy() && !view.adverb(noun) && !view.is_finite(noun);
        word && !view.tells(noun)
            && !view.has(noun, COMP | PREP | CONJ | PRON | AUX | TIME)
            && !matches!(
                view.lower(noun),
                "claro" | "cierto" | "verdad" | "falso" | "seguro" | "probable" | "posible" | "más"
            )
    };
    let joined = link > 0 && matches!(view.lower(link - 1), "y" | "e" | "o");
    if !view.is(link, "que") || !view.comma(link + 1) {
        return false;
    }
    if !joined {
        return behind_noun(link);
    }
    let first = (0..link - 1).rev().find(|at| view.is(*at, "que"));
    first.is_some_and(behind_noun)
}

/// Where a source ends before the verb of what it says: "la policía dirigía la red".
fn up_to_verb(view: &View<'_>, source: Run) -> usize {
    let told = |at: usize| view.english() && (relative::is_past(view.lower(at)) || view.tells(at));
    let verb = |at: &usize| view.comma(*at) || told(*at) || view.is_finite(*at);
    let noun = source.from + 1 + usize::from(view.has(source.from, DET));
    let end = (noun..source.to).find(verb);
    let close = (source.to..source.to + 8).find(|at| view.close(*at));
    match (end, close) {
        (None, Some(close)) if view.open(source.to) => close + 1,
        // "La prensa local vive en Miami": no verb is known there.
        (None, _) if !view.english() && source.to > noun + 1 && !view.capital(noun) => noun,
        _ => end.unwrap_or(source.to),
    }
}

/// The next comma or stop from a token on, not far away; else the last token looked at.
fn pause(view: &View<'_>, from: usize) -> usize {
    let end = (from + 12).min(view.len().max(from));
    (from..end)
        .find(|at| view.comma(*at) || view.stop(*at))
        .unwrap_or(end)
}

/// A source with the relative clause behind it, up to the comma that closes that.
fn related(view: &View<'_>, source: Run) -> Option<Run> {
    // "Según el acta, a la que tuvo acceso este diario, C"
    let led = |at: usize| {
        let article = at + usize::from(!matches!(view.lower(at), "al" | "del"));
        let spanish = view.lexicon.language == Language::Es;
        spanish
            && view.has(at, PREP)
            && matches!(view.lower(article + 1), "que" | "cual" | "cuales")
    };
    let opens = |at: &usize| {
        view.comma(*at)
            && (view.has(at + 1, REL)
                || led(at + 1)
                || view.is(at + 1, "que")
                || view.lower(at + 1).starts_with("котор"))
    };
    let comma = (source.from + 1..=source.to).find(opens)?;
    let close = (comma + 1..view.len()).find(|at| view.comma(*at))?;
    Run::new(source.from, close)
}

/// What a source rests on by the relative clause between two commas: ", which cited a police report,".
fn cited(view: &View<'_>, comma: usize, close: usize) -> Option<Run> {
    const CITES: &[&str] = &[
        "cited",
        "cites",
        "quoted",
        "quotes",
        "citó",
        "cita",
        "citaba",
        "ссылается",
        "сослался",
        "сослалась",
        "сослались",
        "ссылаются",
        "цитирует",
    ];
    let verb = (comma + 1..close.min(comma + 5)).find(|at| CITES.contains(&view.lower(*at)))?;
    let linked = !view.english() && matches!(view.lower(verb + 1), "a" | "al" | "на");
    Run::new(verb + 1 + usize::from(linked), close)
}

/// A source at the start of a sentence, cut at its comma where the content would be left empty.
fn without_content(view: &View<'_>, at: usize, source: Run) -> Run {
    let comma = (source.from..source.to).find(|at| view.comma(*at));
    let left = (source.to..view.len()).any(|at| view.tokens[at].is_wordy());
    // "по словам адвоката, депутат утверждает": behind the comma somebody else speaks.
    let speaks = |cut: Run| {
        !view.has(cut.to + 1, REL)
            && (cut.to..source.to).any(|at| {
                view.lexicon
                    .cues(view.tokens, at)
                    .any(|cue| cue.sort == Sort::Verb)
            })
    };
    let romance = view.lexicon.language != Language::En;
    match comma.and_then(|comma| Run::new(source.from, comma)) {
        Some(cut)
            if at <= clause_start(view, at) + 1
                && (!left || (romance && view.has(cut.to + 1, DET)) || speaks(cut)) =>
        {
            cut
        }
        _ => source,
    }
}

/// «По его словам, C», «По паспорту C»: the source stands inside the cue, or is a document.
pub(super) fn russian_phrase(view: &View<'_>, sentence: usize, at: usize) -> Option<Reading> {
    const SAID: &[&str] = &[
        "словам",
        "данным",
        "мнению",
        "сведениям",
        "информации",
        "утверждению",
        "версии",
        "оценке",
        "свидетельству",
        "признанию",
    ];
    if !view.is(at, "по") {
        return None;
    }
    let said = view.has(at + 1, POSS) && SAID.contains(&view.lower(at + 2));
    let paper = at == 0 && view.has(at + 1, DOC);
    if !said && !paper {
        return None;
    }
    let to = if said { at + 3 } else { at + 2 };
    let mut reading = Reading {
        sentence,
        source: view.span(Run::new(at + 1, at + 2)?),
        dropped: false,
        own: false,
        through: None,
        cue: view.span(Run::new(at, if said { to } else { at + 1 })?),
        head: "по".to_owned(),
        content: Vec::new(),
        certainty: Certainty::Stated,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        rule: "according",
        learned: false,
        heard: Heard::default(),
    };
    reading
        .content
        .extend(Run::new(0, at).and_then(|run| view.span(run)));
    let from = if view.comma(to) { to + 1 } else { to };
    let end = clause::clause_end(view, from);
    reading
        .content
        .extend(Run::new(from, end).and_then(|run| view.span(run)));
    (!reading.content.is_empty()).then_some(reading)
}
