//! "Dismissed as fabricated a report that C", "called the report that C a lie", "rejected claims that C": whoever says it
//! denies C.

mod orders;
mod words;

use super::clause;
use super::conceded;
use super::denials::pattern_end;
use super::lexicon::{
    AUX, BE, BY, COMP, CONJ, Cue, DET, HAVE, INF, NEG, POSS, PREP, PRON, SUB, TIME,
};
use super::places;
use super::preposed;
use super::reading::Reading;
use super::verbs::{
    behind_participle, coordinate, falls_short, group_start, is_raised, near_start, twin_subject,
};
use super::view::{Run, View};
use model::Language;
use words::{Words, is, may_call, words};

/// The rule of such readings.
pub(super) const RULE: &str = "called-false";

/// The most tokens of what something is called.
const LONGEST: usize = 8;

/// Whether a verb brings a denial on: "met with", "drew", "brought".
pub(super) fn draws(lower: &str) -> bool {
    [
        "met",
        "meets",
        "meet",
        "drew",
        "draws",
        "drawn",
        "brought",
        "brings",
        "prompted",
        "provoked",
        "elicited",
        "earned",
        "followed",
        "greeted",
        "triggered",
    ]
    .contains(&lower)
}

/// Whether the token is a noun for what is told.
pub(super) fn is_told(view: &View<'_>, at: usize) -> bool {
    is(words(view).told, view.lower(at))
}

/// Whether the token is a verb that gives a thing a name.
pub(super) fn is_calling(view: &View<'_>, at: usize) -> bool {
    is(words(view).calling, view.lower(at))
}

/// Whether the tokens call something false, and nothing else.
pub(super) fn is_name(view: &View<'_>, from: usize, to: usize) -> bool {
    let words = words(view);
    let lies = |at: usize| is(words.lies, view.lower(at));
    let plain = |at: usize| {
        !view.tokens[at].is_wordy()
            || lies(at)
            || view.adverb(at)
            || view.has(at, DET)
            || is(words.beside, view.lower(at))
    };
    (from..to).any(lies) && (from..to).all(plain)
}

/// Where the words end by which the verb at the token calls false what stands before it, if it has no object: "(which) X called
/// a lie".
pub(super) fn calls(view: &View<'_>, at: usize) -> Option<usize> {
    let words = words(view);
    let turns = is(words.turning, view.lower(at)) || is(words.calling, view.lower(at));
    let from = at + 1 + usize::from(is(words.link, view.lower(at + 1)));
    let over = |at: &usize| view.stop(*at) || view.comma(*at) || view.dash(*at);
    let end = (from..view.len())
        .take(LONGEST)
        .find(over)
        .unwrap_or(view.len());
    (turns && from < end && is_name(view, from, end)).then_some(end)
}

/// Whether a Russian word has the ending of a short passive participle.
fn is_short(lower: &str) -> bool {
    let stem = lower.trim_end_matches(['а', 'о', 'ы']);
    ["гнут", "ен", "ан", "ян"]
        .iter()
        .any(|end| stem.ends_with(end))
        && !lower.ends_with("ено")
        || lower.ends_with("шено")
}

/// Whether a Russian word is a short participle by which a thing is called something.
fn names_passively(lower: &str) -> bool {
    let stem = lower.trim_end_matches(['а', 'о', 'ы']);
    ["назван", "признан", "сочтен", "объявлен"].contains(&stem)
}

/// Where the verb at the token ends, if it turns down by itself: "rejected", "waved away".
pub(super) fn turned_down(view: &View<'_>, at: usize) -> Option<usize> {
    let words = words(view);
    if view.lexicon.language == Language::Ru && is_short(view.lower(at)) {
        return None;
    }
    let particle = parted(view, words, at);
    let turns = particle.is_some() || is(words.turning, view.lower(at));
    turns.then(|| at + 1 + particle.unwrap_or(0))
}

/// Where a Russian verb ends that turns down where it is negated, if the "not" at the token does: «не принимает».
pub(super) fn refused(view: &View<'_>, at: usize) -> Option<usize> {
    let verb = at + 1;
    let negated = view.lexicon.language == Language::Ru && view.is(at, "не");
    (negated && is(words(view).taking, view.lower(verb))).then_some(verb + 1)
}

/// A verb that may call something false.
struct Caller<'v, 'a> {
    view: &'v View<'a>,
    words: &'static Words,
    /// The verb.
    verb: usize,
    /// Whether it turns down by itself.
    turns: bool,
    /// Whether it does so with the words behind it.
    parted: bool,
    /// The token behind the verb and its adverbs.
    after: usize,
}

/// What is called false, and what it is called: the tokens of each.
struct Found {
    content: Run,
    called: Option<Run>,
    /// Who does, where the order of words tells it.
    by: Option<Run>,
}

impl Found {
    const fn new(content: Run, called: Option<Run>) -> Self {
        Self {
            content,
            called,
            by: None,
        }
    }

    /// The tokens of the cue: the verb at `at`, whose group begins at `group`, and what it calls the thing near it.
    fn cue(
        &self,
        view: &View<'_>,
        (group, at): (usize, usize),
        (after, behind): (usize, usize),
    ) -> Run {
        let from = if view.english() { group } else { at };
        // «Ложью считает»
        if let Some(name) = self.called.filter(|run| run.to == group) {
            return Run {
                from: name.from,
                to: behind,
            };
        }
        let near = self.called.filter(|run| run.from <= after + 1);
        Run {
            from,
            to: near.map_or(behind, |run| run.to),
        }
    }
}

/// How many words behind the verb at the token it turns down with, if it does: "brushed off", "took exception to".
fn parted(view: &View<'_>, words: &Words, at: usize) -> Option<usize> {
    let with = |(verb, behind): &&(&str, &str)| {
        is(&[verb], view.lower(at)) && pattern_end(view, at + 1, behind).is_some()
    };
    let (_, behind) = words.parted.iter().find(with)?;
    Some(pattern_end(view, at + 1, behind)? - at - 1)
}

/// Reads the verb at token `at` where it calls false what is told; `before` is the sentence's last source.
pub(super) fn read(
    view: &View<'_>,
    sentence: usize,
    at: usize,
    before: Option<model::Span>,
) -> Option<Reading> {
    let words = words(view);
    let lower = view.lower(at);
    if !may_call(view, lower) {
        return None;
    }
    let parted = parted(view, words, at);
    let group = group_start(view, 0, at);
    if is_other(view, group, at) {
        return None;
    }
    let negated = (group..at).any(|at| view.has(at, NEG));
    // «Суд не принял доводы»
    let refuses = negated && is(words.taking, lower);
    let turns = parted.is_some() || refuses || is(words.turning, lower);
    if !turns && !is(words.calling, lower) {
        return None;
    }
    let infinitive = (group..at).any(|at| view.has(at, INF)) && !is_raised(view, at);
    let first = || infinitive.then(|| main_subject(view, group)).flatten();
    let before = before.or_else(first);
    let short = view.english() && falls_short(view, group);
    if negated && !refuses || short || coordinate(view, group) || infinitive && before.is_none() {
        return None;
    }
    let behind = at + 1 + parted.unwrap_or(0);
    let after = behind_manner(view, words, behind, parted.is_some());
    let caller = Caller {
        view,
        words,
        verb: at,
        turns,
        parted: parted.is_some(),
        after,
    };
    let passive = (near_start(view, group, at)..at).any(|at| view.has(at, BE)) && !view.gerund(at)
        || names_passively(lower);
    let found = if passive {
        caller.passive(group)
    } else {
        caller.active(group)
    }?;
    let found = before_main(view, found, (group, at));
    let mut cued = found.cue(view, (group, at), (after, behind));
    if refuses && !view.english() {
        cued.from = (group..at).find(|at| view.is(*at, "не")).unwrap_or(at);
    }
    // "Ha negado"
    cued.from -= usize::from(cued.from == at && at > group && view.has(at - 1, HAVE));
    let mut reading = Reading::new(sentence, RULE, &Cue::denial(lower), view.span(cued));
    reading.content.push(view.span(found.content)?);
    if passive {
        let by = found.by.and_then(|by| view.span(by));
        reading.source = by.or_else(|| agent(view, found.called.map_or(after, |run| run.to)));
        return Some(reading);
    }
    reading.source = if infinitive {
        before
    } else {
        source(view, &found, (group, at), before)
    };
    reading.dropped = reading.source.is_none() && !view.english() && !view.gerund(at);
    Some(reading)
}

/// "X took to the radio to dismiss claims": the subject of the verb that begins the sentence.
fn main_subject(view: &View<'_>, group: usize) -> Option<model::Span> {
    let run = clause::phrase_right(view, 0).filter(|run| run.to < group && run.len() < 12)?;
    let verb = view.english() && view.is_finite(run.to);
    view.span(run).filter(|_| verb)
}

/// The token behind words of manner at `behind`: «отвёл от себя», "rechaza de plano".
fn behind_manner(view: &View<'_>, words: &Words, behind: usize, parted: bool) -> usize {
    let mut after = behind + usize::from(parted && view.is(behind, "себя"));
    while view.adverb(after) && !view.has(after, DET) {
        after += 1;
    }
    let flatly = view.is(after, "de") && matches!(view.lower(after + 1), "plano" | "lleno");
    after += 2 * usize::from(flatly);
    behind_circumstance(view, words, after).unwrap_or(after)
}

/// Whether the token is no such verb: "en su desmentido de que C", a noun; «им отвергнуты выводы», of which what is denied is the
/// subject.
fn is_other(view: &View<'_>, group: usize, at: usize) -> bool {
    let lower = view.lower(at);
    match view.lexicon.language {
        Language::Es => lower.starts_with("desmentid") && at > 0 && view.has(at - 1, DET | POSS),
        Language::Ru => {
            let helped = (group..at).any(|at| view.has(at, BE)) || names_passively(lower);
            is_short(lower) && !helped
        }
        Language::En | Language::Unknown => false,
    }
}

/// What a participle that opens a Spanish or Russian sentence calls false, up to the main clause: «Отмахнувшись от слов, что C, X».
fn before_main(view: &View<'_>, found: Found, at: (usize, usize)) -> Found {
    let main = behind_participle(view, at, found.content.from).filter(|_| !view.english());
    match main {
        Some((comma, _)) if found.content.from < comma => Found {
            content: Run {
                to: found.content.to.min(comma),
                ..found.content
            },
            ..found
        },
        _ => found,
    }
}

/// Where what is told begins behind a circumstance that parts it from its Russian verb: «опроверг в интервью газете слухи».
fn behind_circumstance(view: &View<'_>, words: &Words, from: usize) -> Option<usize> {
    const FAR: usize = 7;
    const OBLIQUE: [&str; 10] = ["ов", "ев", "ий", "ей", "ах", "ях", "ам", "ям", "ом", "ем"];
    let russian = view.lexicon.language == Language::Ru;
    if !russian || !view.has(from, PREP) || matches!(view.lower(from), "из" | "от" | "к" | "против")
    {
        return None;
    }
    let wordy = |at: &usize| view.tokens[*at].is_wordy() && !view.has(*at, COMP | CONJ | AUX | SUB);
    let mut near = (from + 1..view.len().min(from + FAR))
        .take_while(wordy)
        .skip(1);
    near.find(|at| {
        let lower = view.lower(*at);
        let oblique = OBLIQUE.iter().any(|end| lower.ends_with(end)) || lower.ends_with("ами");
        is(words.told, lower) && !oblique && !view.has(at - 1, PREP) && !lower.ends_with('е')
    })
}

/// Who calls it so by the verb at `at`, whose group begins at `group`; `before` is the sentence's last source.
fn source(
    view: &View<'_>,
    found: &Found,
    (group, at): (usize, usize),
    before: Option<model::Span>,
) -> Option<model::Span> {
    if group > 0 && view.has(group - 1, CONJ) {
        return before.or_else(|| view.span(twin_subject(view, group)?));
    }
    if let Some(by) = found.by {
        return view.span(by);
    }
    let behind = || view.span(behind_participle(view, (group, at), found.content.to)?.1);
    subject(view, found.content, (group, at))
        .or(before)
        .or_else(behind)
}

/// The subject of the verb at `at`, whose group begins at `group`: it stands outside what is called false.
fn subject(view: &View<'_>, content: Run, (group, at): (usize, usize)) -> Option<model::Span> {
    let end = if content.to == group {
        content.from
    } else {
        group
    };
    let run = clause::subject(view, end)
        .filter(|run| run.from >= content.to || run.to <= content.from)?;
    view.span(places::office(view, run, at))
}

/// Who a "by" behind a passive names.
fn agent(view: &View<'_>, end: usize) -> Option<model::Span> {
    let by = (end..(end + 3).min(view.len())).find(|at| view.has(*at, BY))?;
    view.span(clause::phrase_right(view, by + 1)?)
}

/// Cuts what others read inside a content that is called false to it. What nobody turns down, nobody tells.
pub(super) fn settle(readings: &mut Vec<Reading>) {
    let called: Vec<(model::Span, bool)> = readings
        .iter()
        .filter(|reading| reading.rule == RULE)
        .filter_map(|reading| Some((*reading.content.first()?, reading.source.is_some())))
        .collect();
    if called.is_empty() {
        return;
    }
    readings.retain_mut(|reading| {
        let Some(cue) = reading.cue.filter(|_| reading.rule != RULE) else {
            return true;
        };
        let Some((around, sourced)) = called.iter().find(|(content, _)| content.contains(cue))
        else {
            return true;
        };
        for content in &mut reading.content {
            content.end = content.end.min(around.end).max(content.start);
        }
        reading.content.retain(|content| !content.is_empty());
        *sourced || reading.source.is_some()
    });
}

impl Caller<'_, '_> {
    /// What an active verb calls false, whose group begins at `group`.
    fn active(&self, group: usize) -> Option<Found> {
        self.named_first()
            .or_else(|| self.named_last())
            .or_else(|| self.fronted(group))
            .or_else(|| self.inverted(group))
            .or_else(|| self.turned())
            .or_else(|| self.clitic(group))
    }

    /// Whether the verb says of nothing that it is well: "tildar", "tachar".
    fn blames(&self) -> bool {
        let verb = self.view.lower(self.verb);
        self.view.lexicon.language == Language::Es && is(&["tild*", "tach*"], verb)
    }

    /// Where a thing ends that begins at `from` and of which no clause tells: before a mark, a conjunction, a clause or a verb.
    fn thing_end(&self, from: usize) -> usize {
        let view = self.view;
        let over = |at: &usize| {
            let clause = view.has(*at, COMP | CONJ | SUB | AUX) && !view.has(*at, PREP);
            !view.tokens[*at].is_wordy() || clause || view.is_finite(*at) && !view.capital(*at)
        };
        (from + 1..view.len()).find(over).unwrap_or(view.len())
    }

    /// Whether the verb says of a thing what it is, or only blames it: "calificar de falsa la cifra".
    fn qualified(&self) -> bool {
        let verb = self.view.lower(self.verb);
        let spanish = self.view.lexicon.language == Language::Es;
        self.blames() || spanish && is(&["calific*", "catalog*", "dio", "dieron", "dado"], verb)
    }

    fn told(&self, at: usize) -> bool {
        is(self.words.told, self.view.lower(at))
    }

    /// «Исключил участие», «исключает давление»: whether the token is what may have happened, and the verb rules it out.
    fn rules_out(&self, at: usize) -> bool {
        const HAPPENING: [&str; 7] = ["ние", "тие", "ство", "ость", "версию", "подделку", "ошибку"];
        let lower = self.view.lower(at);
        let removed = (at..at + 6).any(|at| self.view.is(at, "из"));
        self.view.lower(self.verb).starts_with("исключ")
            && !removed
            && (preposed::is_denied(lower) || HAPPENING.iter().any(|end| lower.ends_with(end)))
    }

    fn lies(&self, at: usize) -> bool {
        is(self.words.lies, self.view.lower(at))
    }

    /// «Называет небылицей само существование»: whether Russian nouns in the instrumental call false what begins at `to`.
    fn names_thing(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        let instrumental = |at: usize| {
            let lower = view.lower(at);
            ["ой", "ей", "ью", "ом", "ами", "ями"]
                .iter()
                .any(|end| lower.ends_with(end))
        };
        let russian = view.lexicon.language == Language::Ru && from < to;
        let thing = view.tokens[to].is_wordy()
            && !view.has(to, PREP | CONJ | SUB | TIME | AUX)
            && !self.lies(to);
        russian && thing && (from..to).all(instrumental) && self.lies(to - 1)
    }

    fn is_name(&self, from: usize, to: usize) -> bool {
        is_name(self.view, from, to)
    }

    /// Whether what is told begins at the token: "a report", "that", "las acusaciones", "having met her".
    fn is_object(&self, at: usize) -> bool {
        let view = self.view;
        let lower = view.lower(at);
        if view.english()
            && self.turns
            && (lower == "having" || lower == "everything" && !self.ends(at + 1))
        {
            return true;
        }
        if view.has(at, COMP) && !view.has(at, PREP) {
            return true;
        }
        // «Назвали досужими домыслами»: what it is called.
        let named = |at: usize| {
            let lower = view.lower(at);
            let ends = ["ами", "ями", "ой", "ом", "ью"];
            !view.english() && self.lies(at) && ends.iter().any(|end| lower.ends_with(end))
        };
        let thing = |at: &usize| self.told(*at) && !named(*at) || self.rules_out(*at);
        let noun = (at..(at + 4).min(view.len())).find(thing);
        noun.is_some_and(|noun| {
            let bars =
                |at: usize| view.has(at, PREP | COMP) || view.has(at, AUX) && !view.is(at, "'s");
            (at..noun).all(|at| !bars(at) && !view.comma(at))
        })
    }

    /// Where what begins at `from` ends: at the end of its clause, before what is told besides.
    fn end(&self, from: usize) -> usize {
        let view = self.view;
        let clause = (from..(from + 12).min(view.len()))
            .find(|at| view.has(*at, COMP) && !view.has(*at, PREP));
        // «Отверг обвинения и сказал, что C»: the clause is that of the second verb.
        let besides = (from + 1..clause.unwrap_or(from)).find(|at| {
            let verb = at + 1 + usize::from(view.adverb(at + 1));
            let known = verb.min(view.len() - 1);
            view.has(*at, CONJ) && !view.infinitive(verb) && view.tells(known)
        });
        if let Some(end) = besides.filter(|at| !view.english() || !self.told(at + 1)) {
            end
        } else if clause.is_some() {
            clause::clause_end(view, from)
        } else {
            clause::object_end(view, from)
        }
    }

    /// "dismissed as fabricated a report that C", "called it a lie that C", "calificó de mentira que C".
    fn named_first(&self) -> Option<Found> {
        let view = self.view;
        let mut from = self.after;
        from += usize::from(view.is(from, "it"));
        let linked = is(self.words.link, view.lower(from));
        from += usize::from(linked);
        let ceiling = (from + LONGEST).min(view.len());
        for at in from + 1..ceiling {
            let begins = !view.is_quoted(at)
                && (self.names_thing(from, at)
                    || view.has(at, DET | POSS)
                    || self.told(at) && (view.english() || !self.lies(at))
                    || view.has(at, COMP)
                    || view.comma(at) && view.has(at + 1, COMP));
            if !begins {
                continue;
            }
            let object = at + usize::from(view.comma(at));
            let named = self.is_name(from, at)
                || self.turns
                    && linked
                    && (view.close(at - 1) || view.tokens[at - 1].is_wordy())
                    && !view.has(at - 1, DET | PREP);
            // A name that is the attribute of what follows: "called false reports".
            let apart = linked || view.has(object, DET | POSS | COMP) || !view.english();
            // "Tachó de alarmistas las versiones": these verbs only blame.
            let blamed = linked && self.blames() && view.has(object, DET);
            // «Называет небылицей само существование такого пункта»
            let blamed_thing = linked && self.qualified() && view.has(object, DET | POSS);
            let thing = named && (blamed_thing || self.names_thing(from, at));
            if (named || blamed) && apart && (self.is_object(object) || thing) {
                let told = self.is_object(object);
                let end = if told {
                    self.end(object)
                } else {
                    self.thing_end(object)
                };
                return Some(Found {
                    content: Run::new(object, end)?,
                    called: Run::new(from, at),
                    by: None,
                });
            }
        }
        None
    }

    /// "called the report that C a lie", "dismissed the rumour as gossip".
    fn named_last(&self) -> Option<Found> {
        let view = self.view;
        let from = self.after;
        if !self.is_object(from) && !self.is_belittled(from) {
            return None;
        }
        let last = (from + 1..view.len())
            .find(|at| self.lies(*at) && self.ends(at + 1) && !self.in_clause(from, *at));
        if let Some(last) = last {
            let mut start = last;
            let named = |at: usize| self.is_name(at, last + 1) || self.qualifies(at, last);
            while start > from + 1 && named(start - 1) && !self.told(start - 1) {
                start -= 1;
            }
            let linked = is(self.words.link, view.lower(start - 1));
            start -= usize::from(linked);
            let mut to = last + 1;
            while view.close(to) {
                to += 1;
            }
            return Some(Found {
                content: Run::new(from, start)?,
                called: Run::new(start, to),
                by: None,
            });
        }
        // Whatever it is called: "dismissed the rumour as gossip".
        let end = clause::object_end(view, from);
        let link = (from + 1..end)
            .rev()
            .find(|at| view.english() && self.turns && view.is(*at, "as"))?;
        let clausal = (from..link).any(|at| view.has(at, COMP));
        (!clausal).then_some(Found {
            content: Run::new(from, link)?,
            called: Run::new(link, end),
            by: None,
        })
    }

    /// Whether the token is a Russian adjective of the name behind it: «мстительной фантазией».
    fn qualifies(&self, at: usize, name: usize) -> bool {
        const INSTRUMENTAL: [&str; 7] = ["ой", "ей", "ым", "им", "ыми", "ими", "ью"];
        let ends = |at: usize| {
            let lower = self.view.lower(at);
            INSTRUMENTAL.iter().any(|end| lower.ends_with(end)) && lower.chars().count() > 4
        };
        self.view.lexicon.language == Language::Ru && at + 1 == name && ends(at) && ends(name)
    }

    /// "Dismissed the complaint as gossip", "dismissed the receipt as a forgery": what is only called untrue with what it is
    /// dismissed as.
    fn is_belittled(&self, from: usize) -> bool {
        const BELITTLED: &str = "complaint complaints concern concerns criticism evidence figure figures finding findings letter \
            letters number numbers study warning warnings";
        const AS: &str = "fantasy fairytale fairytales forgery forgeries gossip hearsay nonsense propaganda rubbish slander";
        let view = self.view;
        let Some(link) = (from + 2..view.len().min(from + 8)).find(|at| view.is(*at, "as")) else {
            return false;
        };
        let noun = (from + 1..link).any(|at| conceded::listed(BELITTLED, view.lower(at)));
        let name =
            (link + 1..link + 4).any(|at| self.lies(at) || conceded::listed(AS, view.lower(at)));
        let plain = (from..link).all(|at| view.tokens[at].is_wordy() && !view.has(at, AUX | COMP));
        let verb = view.lower(self.verb).starts_with("dismiss");
        self.turns
            && verb
            && view.english()
            && view.has(from, DET | POSS)
            && plain
            && (noun || name)
    }

    /// "Lo tachó de invención".
    fn clitic(&self, group: usize) -> Option<Found> {
        let view = self.view;
        let before = group
            .checked_sub(1)
            .filter(|at| matches!(view.lower(*at), "lo" | "la" | "los" | "las"))?;
        let from = self.after + 1;
        let end = (from..view.len().min(from + LONGEST))
            .find(|at| self.ends(*at))
            .unwrap_or(view.len());
        let fits = view.lexicon.language == Language::Es
            && is(self.words.link, view.lower(self.after))
            && self.is_name(from, end);
        fits.then_some(Found {
            content: Run::new(before, before + 1)?,
            called: Run::new(self.after, end),
            by: None,
        })
    }

    /// Whether a verb of the clause inside what is told has the name for its own: "reports that the papers were false".
    fn in_clause(&self, from: usize, lies: usize) -> bool {
        let view = self.view;
        let near = (from.max(lies.saturating_sub(5))..lies).rev();
        let mut near = near.take_while(|at| self.is_name(*at, lies + 1) || view.has(*at, AUX));
        near.any(|at| view.has(at, AUX))
    }

    /// Whether what something is called is over before the token.
    fn ends(&self, at: usize) -> bool {
        let view = self.view;
        view.stop(at)
            || view.comma(at)
            || view.close(at)
            || view.dash(at)
            || view.is(at, ";")
            || view.has(at, CONJ | SUB | TIME)
            || view.has(at, PREP) && !view.is(at, "of") && !view.is(at, "de")
    }

    /// "rejected claims that C", "descartó las versiones de que C".
    fn turned(&self) -> Option<Found> {
        let view = self.view;
        let from = self.after;
        // "Echó por tierra que faltaran vacunas"
        let spanish = view.lexicon.language == Language::Es;
        let clause = spanish && self.parted && view.is(from, "que");
        let plain = clause || !view.has(from, COMP | PRON);
        let told = self.turns && plain && self.is_object(from);
        told.then_some(Found {
            content: Run::new(from, self.end(from))?,
            called: None,
            by: None,
        })
    }
}
