//! Cues that are no verbs with a subject: nouns, hedges, "is believed to", labels.

use super::clause;
use super::lexicon::{
    ADV, AUX, BE, BY, COMP, CONJ, Cue, DET, INF, INFINITIVE, NEG, OBJECT, POSS, PREP, PRON, SUB,
};
use super::parted;
use super::places;
use super::reading::{Heard, Reading};
use super::relative;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity, Span};

/// "X's claim that C", "the promise to C", "criticism of C".
pub(super) fn noun(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    // "His lawyers claim that": a verb behind a plural.
    let plural = at > 0 && view.lower(at - 1).ends_with('s') && !view.has(at - 1, POSS | DET);
    if view.english() && plural && !view.is(at - 1, "'s") && !view.lower(at).ends_with('s') {
        return None;
    }
    let owner = owner(view, at);
    // "His lawyers claim that": a verb behind a plural.
    let plural = at > 0 && view.tokens[at - 1].is_wordy() && view.lower(at - 1).ends_with('s');
    if owner.is_none() && plural && !view.has(at - 1, DET | PREP | POSS) && view.has(at + 1, COMP) {
        return None;
    }
    let nominal =
        owner.is_some() || (at > 0 && (view.has(at - 1, DET | PREP) || in_phrase(view, at)));
    if !nominal {
        return None;
    }
    // "La negación de la empresa de que C": the noun alone is the cue.
    let bare = after - usize::from(cue.words.len() > 1 && view.is(after - 1, "de"));
    let of = possessor(view, bare);
    let owner = owner.or(of.map(|(owner, _)| owner));
    let (rule, from) = if let Some((_, from)) = of {
        ("noun-clause", from)
    } else if view.is(after, "that")
        || view.is(after, "que")
        || view.is(after, "de") && view.is(after + 1, "que")
        || view.is(after, "о") && view.is(after + 1, "том")
        || view.comma(after) && view.is(after + 1, "что")
    {
        ("noun-clause", after)
    } else if view.has(after, INF) && cue.frames & INFINITIVE != 0 {
        ("noun-infinitive", after)
    } else if view.has(after, PREP) && cue.frames & OBJECT != 0 {
        ("noun-object", after + 1)
    } else {
        return None;
    };
    let end = if of.is_some() && !view.english() && at < 2 {
        before_main_verb(view, from)
    } else if rule == "noun-clause" {
        clause::clause_end(view, from)
    } else {
        clause::object_end(view, from)
    };
    let cued = if of.is_some() { bare } else { after };
    let mut reading = Reading::new(sentence, rule, cue, view.span(Run::new(at, cued)?));
    reading.content.push(view.span(Run::new(from, end)?)?);
    reading.source = owner.and_then(|run| view.span(run));
    Some(reading)
}

/// Where the clause of a noun that begins its Spanish sentence ends: before the verb of which the noun is the subject.
fn before_main_verb(view: &View<'_>, from: usize) -> usize {
    let end = clause::clause_end(view, from);
    let might = |word: &str| {
        ["iera", "ieran", "ara", "aran"]
            .iter()
            .any(|end| word.ends_with(end))
    };
    let verb = |at: &usize| {
        let finite = view.is_past_form(*at) || view.is_finite(*at);
        view.has(*at, AUX) || finite || !view.has(*at, PREP) && might(view.lower(*at))
    };
    let mut verbs = (from..end).filter(verb);
    let own = verbs.next();
    let main = own.and_then(|own| verbs.find(|at| *at > own + 1));
    let (Some(own), Some(main)) = (own, main) else {
        return end;
    };
    let joined = (own..main).any(|at| view.has(at, COMP | SUB | CONJ) || view.comma(at));
    // "No fue": its negation and what stands for an object go with it.
    let first = (own + 1..main).rev();
    let first = first.take_while(|at| view.has(*at, NEG | PRON)).last();
    if joined { end } else { first.unwrap_or(main) }
}

/// Whose the noun that ends at `after` is, and where what it tells begins: "the claim of X that C", "la versión de X de que C".
pub(super) fn possessor(view: &View<'_>, after: usize) -> Option<(Run, usize)> {
    let link = match view.lexicon.language {
        Language::Es => matches!(view.lower(after), "de" | "del"),
        Language::En | Language::Unknown => matches!(view.lower(after), "of" | "by"),
        Language::Ru => return None,
    };
    // "Reports of a killing that shook the town" tell nothing.
    let subject = |at: usize| view.has(at, DET | POSS | PRON) || view.capital(at);
    let begins = |at: &usize| {
        if view.english() {
            view.is(*at, "that") && subject(at + 1)
        } else {
            view.is(*at, "de") && view.is(at + 1, "que")
        }
    };
    let from = (after + 2..view.len().min(after + 9)).find(begins)?;
    let plain = |at: usize| view.tokens[at].is_wordy() && !view.has(at, AUX | COMP | SUB);
    let owner = Run::new(after + 1, from).filter(|run| (run.from..run.to).all(plain))?;
    let named =
        view.has(owner.from, DET | POSS) || view.capital(owner.from) || view.is(after, "del");
    (link && named).then_some((owner, from))
}

/// The possessor of the noun at `at`: "X 's recent claim", "his claim".
fn owner(view: &View<'_>, at: usize) -> Option<Run> {
    for back in 1..=3 {
        let before = at.checked_sub(back)?;
        if view.is(before, "'s") || view.is(before, "'") {
            return clause::phrase_left(view, before);
        }
        if view.has(before, POSS) {
            return Run::new(before, before + 1);
        }
        if view.has(before, DET | PREP | AUX) || !view.tokens[before].is_wordy() {
            return None;
        }
    }
    None
}

/// Whether a determiner stands up to two words before.
fn in_phrase(view: &View<'_>, at: usize) -> bool {
    at > 1 && view.has(at - 2, DET)
}

/// "C, reportedly": nobody's claim, the clause around the adverb.
pub(super) fn hedge(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let from = (0..at)
        .rev()
        .find(|index| {
            view.comma(*index)
                || view.is(*index, ";")
                || view.has(*index, COMP) && !view.has(*index, PREP)
        })
        .map_or(0, |index| index + 1);
    let from = if at == from || at - from > 12 {
        0
    } else {
        from
    };
    let cued = view.span(Run::new(at, after)?);
    // «Как стало известно изданию, C»: who came to know it stands between.
    let knows = view.is(after - 1, "известно") && !view.comma(after);
    let comma = (after..(after + 9).min(view.len())).find(|at| view.comma(*at));
    let after = comma.filter(|_| knows).map_or(after, |comma| comma + 1);
    let end = clause::object_end(view, after + usize::from(view.comma(after)));
    let mut reading = Reading::new(sentence, "hedge", cue, cued);
    // Behind a description between commas only the name before it belongs to the clause.
    let aside = from == 0 && at > 1 && view.comma(at - 1);
    let comma = (1..at.min(9)).find(|at| view.comma(*at));
    let to = comma.filter(|comma| aside && comma + 1 < at).unwrap_or(at);
    reading
        .content
        .extend(Run::new(from, to).and_then(|run| view.span(run)));
    reading
        .content
        .extend(Run::new(after, end).and_then(|run| view.span(run)));
    (!reading.content.is_empty()).then_some(reading)
}

/// Whether "the accused" is who is tried, not what is said of him: "the accused had a key", "the accused, X,".
pub(super) fn is_defendant(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    let noun = view.has(next, AUX | PREP | CONJ | COMP)
        || view.tokens.get(next).is_none_or(|token| !token.is_wordy())
        || view.adverb(next)
        || relative::is_past(view.lower(next))
        || view.lower(next).ends_with("ed");
    view.is(at, "accused") && at > 0 && view.has(at - 1, DET) && noun
}

/// "the alleged recruiter": nobody's claim about one phrase.
pub(super) fn adjective(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    if is_defendant(view, at) {
        return None;
    }
    let after = at + cue.words.len();
    let mut group = at;
    while group > 0 && (view.has(group - 1, AUX) || view.adverb(group - 1)) {
        group -= 1;
    }
    // "Has never been accused of": nobody accuses him.
    if (group..at).any(|at| view.has(at, NEG)) && (group..at).any(|at| view.has(at, BE)) {
        return None;
    }
    let mut phrase = clause::phrase_right(view, after)?;
    // Neither what describes him behind a comma nor what he did is in doubt: "el presunto enfermo salió caminando".
    let over = |at: &usize| view.comma(*at) || view.is_finite(*at);
    let cut = (after + 1..phrase.to).find(over).unwrap_or(phrase.to);
    phrase.to = related(view, after, cut).unwrap_or(cut);
    let phrase = named(view, phrase);
    let mut reading = Reading::new(
        sentence,
        "hedge-adjective",
        cue,
        view.span(Run::new(at, after)?),
    );
    reading.content.push(view.span(phrase)?);
    Some(reading)
}

/// Where a Spanish relative clause ends whose verb stands at the token, without a comma before it: "el presunto intermediario que
/// captaba a los jornaleros sigue huido".
fn related(view: &View<'_>, from: usize, verb: usize) -> Option<usize> {
    let spanish = view.lexicon.language == Language::Es && !view.comma(verb);
    let that = (from + 1..=verb).rev().find(|at| view.is(*at, "que"))?;
    let near = (that + 1..verb).all(|at| view.has(at, ADV | AUX | PRON) || view.is(at, "se"));
    let main = |at: usize| {
        let plain = matches!(
            view.lower(at),
            "sigue"
                | "siguen"
                | "permanece"
                | "permanecen"
                | "continúa"
                | "continúan"
                | "niega"
                | "niegan"
        );
        plain || view.has(at, NEG) || view.is_finite(at) || view.is_past_form(at)
    };
    let over = |at: &usize| view.comma(*at) || view.stop(*at) || view.is(*at, ";") || main(*at);
    let nominal = view.tokens[that - 1].is_wordy() && that > from;
    (spanish && near && nominal && verb < view.len())
        .then(|| (verb + 2..view.len()).find(over))
        .flatten()
}

/// A phrase with the name behind its comma: "the alleged organiser, X,".
fn named(view: &View<'_>, phrase: Run) -> Run {
    let name = phrase.to + 1;
    let mut end = name;
    while view.capital(end) && view.kind(end) == Some(crate::extract::text::TokenKind::Word) {
        end += 1;
    }
    let apposed = view.comma(phrase.to) && end > name && (view.comma(end) || view.stop(end));
    if apposed {
        Run {
            from: phrase.from,
            to: end,
        }
    } else {
        phrase
    }
}

/// "X is believed to C", "it is said that C".
pub(super) fn agentless(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let mut group = at;
    while group > 0 && (view.has(group - 1, AUX) || view.adverb(group - 1)) {
        group -= 1;
    }
    // English needs "is believed"; "se cree" and "считается" are passive by themselves.
    // "It is not known": nobody claims it. «Как стало известно» is a hedge.
    let hedged = group > 0 && view.is(group - 1, "как");
    if hedged || (group..at).any(|index| view.has(index, NEG)) {
        return None;
    }
    // «Его подозревают в C»; behind a subject the verb is not agentless.
    let many = view.lexicon.language == Language::Ru && places::is_plural(view, at);
    let whom = group.checked_sub(1).filter(|at| is_object(view, *at));
    if many && cue.certainty == Certainty::Alleged && whom.is_none() {
        return None;
    }
    let passive =
        view.lexicon.language != Language::En || (group..at).any(|index| view.has(index, BE));
    let by = (after..(after + 8).min(view.len())).any(|index| view.has(index, BY));
    let accused = cue.certainty == Certainty::Alleged && view.has(after - 1, PREP);
    if by || !(passive || accused || !view.english()) {
        return None;
    }
    let mut reading = Reading::new(
        sentence,
        "agentless",
        cue,
        view.span(Run::new(group, after)?),
    );
    let after = if view.comma(after) && view.has(after + 1, COMP) {
        after + 1
    } else {
        after
    };
    if accused {
        // "accused of C": the content is what one is accused of.
        reading.rule = "accused";
        let end = charge_end(view, (group, at), after);
        if let Some(whom) = whom.filter(|_| many) {
            reading.content.push(view.tokens[whom].span);
        }
        let apposed = apposed(view, group).filter(|_| whom.is_none());
        reading
            .content
            .extend(apposed.and_then(|run| view.span(run)));
        reading.content.push(view.span(Run::new(after, end)?)?);
    } else if view.has(after, COMP) || is_hearsay(view, group, after) {
        let after = after + usize::from(view.comma(after));
        let end = clause::clause_end(view, after);
        reading.content.push(view.span(Run::new(after, end)?)?);
    } else if !view.english() {
        let bidden = (cue.kind == Kind::Order).then(|| bidden(view, after));
        reading.content.push(view.span(bidden.flatten()?)?);
    } else if view.has(after, INF) || view.is(after, "as") || view.is(after, "of") {
        // "Was seen in Minsk", "is expected in court": who saw it believes nothing.
        let subject = clause::subject(view, group)?;
        let end = clause::object_end(view, after);
        reading.content.push(view.span(subject)?);
        reading.content.push(view.span(Run::new(after, end)?)?);
    } else {
        return None;
    }
    Some(reading)
}

/// Where what somebody is accused of ends that begins at `after`.
fn charge_end(view: &View<'_>, (group, at): (usize, usize), after: usize) -> usize {
    let mut end = clause::object_end(view, after);
    // «в том, что она вербовала»
    if view.comma(end) && view.has(end + 1, COMP) {
        end = clause::clause_end(view, end + 1);
    }
    // "A man accused of C told the court": who is accused goes on behind the participle.
    let reduced = !(group..at).any(|at| view.has(at, BE));
    let main = (after + 1..end).find(|at| reduced && parted::tells_on(view, *at));
    main.unwrap_or(end)
}

/// "Dos policías, acusados de C": who is accused, before the comma of a Spanish apposition.
fn apposed(view: &View<'_>, group: usize) -> Option<Run> {
    let comma = group.checked_sub(1).filter(|at| view.comma(*at))?;
    let run = clause::phrase_left(view, comma).filter(|_| view.lexicon.language == Language::Es)?;
    // "Comparecieron dos policías": a verb that begins the sentence.
    let past = |at: usize| {
        let ends = ["ó", "aron", "ieron"];
        view.is_past_form(at) || at == 0 && ends.iter().any(|end| view.lower(at).ends_with(end))
    };
    let verb = (run.from..run.to).rev().find(|at| past(*at));
    let from = verb.map_or(run.from, |verb| verb + 1);
    let named = view.has(from, DET | POSS) && !view.has(from, PREP) || view.capital(from);
    // "El proceso contra X, acusado de C": the nearer of two nouns is meant.
    let apart = |at: usize| view.has(at, PREP) && !matches!(view.lower(at), "de" | "del");
    let run = Run::new(from, run.to).filter(|_| named)?;
    (!(from..run.to).any(apart)).then_some(run)
}

/// "Se recomienda a los viajeros no entregar C", "se ruega llamar": whom a Spanish order without an author bids, and what.
fn bidden(view: &View<'_>, after: usize) -> Option<Run> {
    let spanish = view.lexicon.language == Language::Es;
    let does = |at: usize| {
        let linked = at + usize::from(view.has(at, NEG) || view.is(at, "a"));
        view.infinitive(linked) && !view.has(linked, DET)
    };
    let whom = matches!(view.lower(after), "a" | "al");
    let opens = |at: &usize| does(*at) || view.has(*at, COMP) && !view.has(*at, PREP);
    let near = after + 1..view.len().min(after + 12);
    let named = near
        .take_while(|at| !view.stop(*at) && !view.is(*at, ";"))
        .any(|at| opens(&at));
    let from = after + usize::from(view.is(after, "a"));
    let end = clause::clause_end(view, from);
    (spanish && (whom && named || does(after)))
        .then(|| Run::new(from, end))
        .flatten()
}

/// Whether the token is a Russian pronoun for whom something is done to.
fn is_object(view: &View<'_>, at: usize) -> bool {
    #[rustfmt::skip]
    const OBJECTS: [&str; 11] = [
        "его", "ее", "их", "меня", "нас", "вас", "тебя", "которого", "которую", "которых", "обоих",
    ];
    OBJECTS.contains(&view.lower(at))
}

/// «Говорят, он уехал»: what people say at the head of a sentence, behind a comma alone.
fn is_hearsay(view: &View<'_>, group: usize, after: usize) -> bool {
    let heads = (0..group).all(|at| view.open(at) || view.dash(at) || view.has(at, CONJ));
    heads && view.is(group, "говорят") && view.comma(after) && view.tokens.get(after + 1).is_some()
}

/// "NAME: words" at the start of a paragraph of running text.
pub(super) fn label(view: &View<'_>, sentence: usize) -> Option<Reading> {
    let colon = (1..view.len().min(8)).find(|at| view.is(*at, ":"))?;
    let named = (0..colon).all(|at| {
        view.tokens[at].capital || view.has(at, PREP | DET) || !view.tokens[at].is_wordy()
    });
    // «Pensé: no puede ser peor»: the mark opens what is said.
    if !named || view.has(0, PRON) || view.open(0) || colon + 2 >= view.len() {
        return None;
    }
    let words: Vec<&str> = (0..colon).map(|at| view.lower(at)).collect();
    if model::is_field(&words.join(" ")) {
        return None;
    }
    Some(Reading {
        sentence,
        source: Some(view.span(Run::new(0, colon)?)?),
        dropped: false,
        own: false,
        through: None,
        cue: Some(view.tokens[colon].span),
        head: ":".to_owned(),
        content: vec![view.span(Run::new(colon + 1, view.len())?)?],
        certainty: Certainty::Stated,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        rule: "label",
        learned: false,
        heard: Heard::default(),
    })
}

/// The span of a quotation that fills (most of) the sentence, if one does.
pub(super) fn whole_quote(view: &View<'_>) -> Option<Span> {
    let wordy = (0..view.len()).filter(|at| view.tokens[*at].is_wordy());
    let (quoted, all) = wordy.fold((0, 0), |(quoted, all), at| {
        (quoted + usize::from(view.is_quoted(at)), all + 1)
    });
    (quoted == all && all > 0).then_some(view.sentence.span)
}
