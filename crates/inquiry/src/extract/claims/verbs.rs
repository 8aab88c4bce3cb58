//! Verb cues: "X said that C", "C, said X", "told Y that C", "denied C", "vowed to C".

mod backward;
mod contents;
mod first;
mod hurried;
mod idle;

use super::clause;
use super::lexicon::{
    AUX, BE, BY, CLAUSE, COMP, CONJ, Cue, DET, HAVE, INF, INFINITIVE, NEG, OBJECT, POSS, PREP,
    PRON, QUOTE, RAISING, REFUSAL, SUB, Sort, TIME,
};
use super::parted;
use super::places;
use super::preposed;
use super::reading::Reading;
use super::relative;
use super::view::{Run, View};
pub(super) use first::twin;
use hurried::{hurries, raised};
pub(super) use hurried::{is_raised, near_start};
pub(super) use idle::{coordinate, falls_short, foreign_nominal, turned_about};
use model::{Kind, Polarity, Span};

/// Words that deny nothing when negated: "has not ruled out".
const NON_DENIALS: [&str; 6] = ["rule", "rules", "ruled", "ruling", "exclude", "excluded"];

/// What somebody is, no passive: "is not convinced that C".
const STATES: [&str; 4] = ["persuaded", "convinced", "unpersuaded", "unconvinced"];

/// Verbs of opinion that are of perception when negated: who "did not see" a thing denies nothing.
const PERCEPTION: [&str; 12] = [
    "know",
    "knows",
    "knew",
    "known",
    "see",
    "sees",
    "saw",
    "seen",
    "seeing",
    "understand",
    "understands",
    "understood",
];

/// A verb cue in its sentence.
pub(super) struct Verb<'v, 'a> {
    view: &'v View<'a>,
    sentence: usize,
    cue: &'v Cue,
    /// First token of the verb group, auxiliaries and adverbs included.
    group: usize,
    /// The head's first token.
    head: usize,
    /// The token behind the cue.
    after: usize,
    negated: bool,
    passive: bool,
    /// The last source named in the sentence, for participles and joined verbs.
    before: Option<Span>,
}

/// Reads a verb cue at token `at`; `before` is the sentence's last source.
pub(super) fn read(
    view: &View<'_>,
    sentence: usize,
    at: usize,
    cue: &Cue,
    before: Option<Span>,
) -> Option<Reading> {
    let group = group_start(view, 0, at);
    let finite_nominal = group == at
        && at > 0
        && (view.has(at - 1, DET | POSS) && !view.has(at - 1, COMP | PRON)
            || (view.has(at - 1, PREP) && !view.has(at - 1, INF) && !view.gerund(at)));
    // "Ella lo niega": no article.
    let object = preposed::is_pronoun(view, at, cue)
        || cue.polarity == Polarity::Denied
            && preposed::topic(view, at, at + cue.words.len()).is_some();
    if finite_nominal && !object
        || cue.frames & REFUSAL != 0
        || !view.english() && foreign_nominal(view, at)
    {
        return None;
    }
    let after = at + cue.words.len();
    if idle::is_noun(view, (group, at), after)
        || falls_short(view, group)
        || hurries(view, at, after)
    {
        return None;
    }
    let has = |bits| (group..at).any(|index| view.has(index, bits));
    let verb = Verb {
        view,
        sentence,
        cue,
        group,
        head: at,
        after,
        negated: has(NEG) || coordinate(view, group),
        passive: (near_start(view, group, at)..at).any(|at| view.has(at, BE))
            && !view.gerund(at)
            && !STATES.contains(&cue.words.last().map_or("", |word| &**word)),
        before,
    };
    verb.read()
}

/// Where the verb group of the verb at `head` begins, not before `from`.
pub(super) fn group_start(view: &View<'_>, from: usize, head: usize) -> usize {
    let group = near_start(view, from, head);
    raised(view, from, group, head).map_or(group, |start| near_start(view, from, start))
}

/// Whether the token belongs to the verb group of what follows.
pub(super) fn in_group(view: &View<'_>, at: usize) -> bool {
    if view.is(at, "'s") {
        return at > 0 && view.has(at - 1, PRON);
    }
    // "La amenazó": no article stands before a verb in the past.
    let promises = || {
        let mut cues = view.lexicon.cues(view.tokens, at + 1);
        cues.any(|cue| cue.sort == Sort::Verb && cue.kind == Kind::Promise)
    };
    let clitic = matches!(view.lower(at), "la" | "lo" | "las" | "los");
    if clitic && view.is_past_form(at + 1) && promises() {
        return true;
    }
    // "Has since denied"
    let since = view.is(at, "since") && at > 0 && view.has(at - 1, HAVE);
    (view.has(at, AUX) || view.adverb(at) || view.has(at, INF) || since)
        && !view.has(at, DET | PRON)
        && !view.comma(at)
}

/// Words before a participle that opens an English sentence.
const OPENS: [&str; 9] = [
    "while", "before", "after", "when", "although", "though", "even", "besides", "despite",
];

/// "Denying C, X left the court", «Отрицая C, X ушёл»: the subject of the clause behind the participle that begins the
/// sentence, and the comma before it.
pub(super) fn behind_participle(
    view: &View<'_>,
    (group, head): (usize, usize),
    after: usize,
) -> Option<(usize, Run)> {
    // "Having denied C, X left"
    let perfect = view.english() && view.is(group, "having");
    // «Не соглашаясь с тем, что C, X»
    let negative = !view.english() && view.has(head, NEG);
    // "While denying C, X left"
    let led = view.english()
        && (1..3).contains(&group)
        && (0..group).all(|at| OPENS.contains(&view.lower(at)));
    if group > 0 && !led || !view.gerund(head + usize::from(negative)) && !perfect {
        return None;
    }
    let comma = (after..view.len()).find(|at| view.comma(*at) && begins_subject(view, at + 1))?;
    let mut run = clause::phrase_right(view, comma + 1)?;
    let ends = |at: &usize| {
        view.is_finite(*at)
            || view.comma(*at)
            || view.has(*at, NEG)
            || relative::is_past(view.lower(*at))
    };
    let end = (run.from + 1..view.len()).find(ends)?;
    if view.comma(end) && !view.has(run.from, DET | PRON | POSS) && !view.capital(run.from) {
        return None;
    }
    run.to = run.to.min(end);
    Some((comma, run))
}

/// "Compareció ayer y negó que C": whether a Spanish sentence begins with its verb.
fn opens_with_verb(view: &View<'_>) -> bool {
    let lower = view.lower(0);
    let past = ["ó", "aron", "ieron"]
        .iter()
        .any(|end| lower.ends_with(end));
    let spanish = view.lexicon.language == model::Language::Es;
    spanish && (view.tells(0) || past) && !view.has(0, DET | PRON) && !view.capital(1)
}

/// Whether the subject of a clause can begin at the token.
fn begins_subject(view: &View<'_>, at: usize) -> bool {
    let named = view.has(at, DET | POSS | PRON) || view.capital(at);
    let plain = view.lexicon.language == model::Language::Ru
        && view
            .tokens
            .get(at)
            .is_some_and(crate::extract::text::Token::is_wordy)
        && !view.has(at, TIME)
        && !view.adverb(at);
    (named || plain) && !view.has(at, COMP | CONJ | PREP)
}

/// The subject of the verb before the conjunction that the verb group beginning at `group` is joined to: «X назвало ложью
/// и отмело C».
pub(super) fn twin_subject(view: &View<'_>, group: usize) -> Option<Run> {
    let link = group.checked_sub(1)?;
    let bars = |at: usize| view.comma(at) || view.stop(at) || view.has(at, COMP);
    let mut near = (0..link).rev().take_while(|at| !bars(*at));
    let spanish = view.lexicon.language == model::Language::Es;
    // "Negó haber cobrado y tildó de mentira que C": an infinitive has no subject.
    let finite =
        |at: usize| view.is_finite(at) && !view.capital(at) && !(spanish && view.infinitive(at));
    let verb = near.find(|at| finite(*at))?;
    let verbal = |at: usize| view.tells(at) || view.infinitive(at) || view.is(at, "haber");
    // "Pretende estudiar enfermería y teme que C": the sentence begins with the verb.
    clause::subject(view, group_start(view, 0, verb))
        .filter(|run| !spanish || !(run.from..run.to.min(run.from + 2)).any(verbal))
        .filter(|run| !spanish || !is_told_of(view, run.from))
}

/// "Insiste en que las cámaras eran viejas y rechaza que C": whether a subject at the token is that of what somebody tells.
fn is_told_of(view: &View<'_>, from: usize) -> bool {
    let Some(that) = from.checked_sub(1).filter(|at| view.is(*at, "que")) else {
        return false;
    };
    (that.saturating_sub(2)..that).any(|at| view.tells(at))
}

impl Verb<'_, '_> {
    fn read(&self) -> Option<Reading> {
        let speech = self.cue.frames & (CLAUSE | QUOTE) != 0;
        if self.negated && !self.negation_counts() {
            return None;
        }
        if self.cue.frames & RAISING != 0 {
            return self.raising();
        }
        let foreign = !self.view.english();
        if let Some(reading) = foreign
            .then(|| self.as_told().or_else(|| self.named_by()))
            .flatten()
        {
            return Some(reading);
        }
        let charged = self.cue.certainty == model::Certainty::Alleged;
        if foreign && self.passive && !charged && self.fronted().is_none() {
            // "Fue condenado", "fueron identificadas": what happened, nobody's word.
            return None;
        }
        if self.passive && self.negated {
            // "It is not known": nobody claims it.
            return None;
        }
        if self.passive {
            return self.passive();
        }
        if let Some(reading) = self.preposed() {
            return Some(reading);
        }
        let back = speech.then(|| self.inverted().or_else(|| self.postposed()));
        back.flatten()
            .or_else(|| self.verb_first())
            .or_else(|| self.forward())
    }

    /// Whether a negated cue still claims: opinions and positions, not sayings.
    fn negation_counts(&self) -> bool {
        // Who never did a thing that only counts make a cue takes no position.
        let never = self.cue.learned && (self.group..self.head).any(|at| self.view.is(at, "never"));
        // "Must not assume that C" bids, and says of nothing that it is not so.
        let bids = |at: usize| {
            let word = self.view.lower(at);
            ["must", "should", "ought"]
                .iter()
                .any(|modal| word.starts_with(modal))
        };
        let bidden = self.view.english() && (self.group..self.head).any(bids);
        let perceives = self.view.english() && PERCEPTION.contains(&&*self.cue.words[0]);
        self.cue.polarity == Polarity::Affirmed
            && !perceives
            && !never
            && !bidden
            && !NON_DENIALS.contains(&&*self.cue.words[0])
            && (self.cue.certainty == model::Certainty::Believed
                || matches!(self.cue.kind, Kind::Position | Kind::Promise))
    }

    fn reading(&self, rule: &'static str) -> Reading {
        // Clitics and adverbs before a Spanish or Russian verb are no part of the cue.
        let from = if self.view.english() {
            self.group
        } else {
            (self.group..self.head)
                .find(|at| self.view.has(*at, AUX | NEG))
                .unwrap_or(self.head)
        };
        let cue = self.view.span(Run {
            from,
            to: self.after,
        });
        let mut reading = Reading::new(self.sentence, rule, self.cue, cue);
        if self.negated {
            reading.polarity = Polarity::Denied;
        }
        // "Reportedly believes": the saying itself is hearsay.
        for at in self.group..self.head {
            for hedge in self.view.lexicon.cues(self.view.tokens, at) {
                if hedge.sort == Sort::Hedge {
                    reading.certainty = reading.certainty.weaker(hedge.certainty);
                }
            }
        }
        reading
    }

    /// The source before the verb; for participles and joined verbs, the sentence's last source.
    fn source(&self) -> Option<Span> {
        let view = self.view;
        let infinitive =
            (self.group..self.head).any(|at| view.has(at, INF)) && !is_raised(view, self.head);
        let perfect = view.english() && view.is(self.group, "having");
        let negative = !view.english() && view.has(self.head, NEG) && view.gerund(self.head + 1);
        let dependent = view.gerund(self.head) || negative || infinitive || perfect;
        let joined = self.group > 0 && view.has(self.group - 1, CONJ);
        let after_comma = self.group > 0 && view.comma(self.group - 1);
        if let Some(run) = joined.then(|| twin(view, self.group)).flatten() {
            return view.span(run);
        }
        // "Before conceding that C": the subject is that of the main verb.
        let led = self.group > 0 && view.has(self.group - 1, SUB) && view.gerund(self.head);
        if joined || led || (dependent && (after_comma || self.group == 0)) {
            let twin = || {
                let run = joined.then(|| twin_subject(view, self.group)).flatten()?;
                view.span(run)
            };
            let named = self.before.or_else(|| self.first_phrase()).or_else(twin);
            return named.or_else(|| self.behind_participle().and_then(|(_, run)| view.span(run)));
        }
        let subject = clause::subject(view, self.group)
            .filter(|run| !view.gerund(self.head) || self.is_progressive() || run.len() < 8);
        if subject.is_some_and(|run| places::is_told(view, run, self.head)) {
            return None;
        }
        subject
            .map(|run| places::office(view, run, self.head))
            .and_then(|run| view.span(run))
            .or(self.before)
    }

    fn is_progressive(&self) -> bool {
        (self.group..self.head).any(|at| self.view.has(at, BE))
    }

    /// The noun phrase that begins the sentence.
    fn first_phrase(&self) -> Option<Span> {
        let run = clause::phrase_right(self.view, 0).filter(|_| !opens_with_verb(self.view))?;
        (run.to <= self.group && run.len() < 12)
            .then(|| self.view.span(run))
            .flatten()
    }

    /// The subject of the clause behind the participle that begins the sentence, and the comma before it.
    fn behind_participle(&self) -> Option<(usize, Run)> {
        behind_participle(self.view, (self.group, self.head), self.after)
    }

    /// «Как сообщило X, C», «C, как сообщило X».
    fn as_told(&self) -> Option<Reading> {
        let view = self.view;
        let mark = self.group.checked_sub(1)?;
        if !(view.is(mark, "как") || view.is(mark, "como")) {
            return None;
        }
        let mut source = clause::phrase_right(view, self.after)?;
        if let Some(comma) = (source.from..source.to).find(|at| view.comma(*at)) {
            source.to = comma;
        }
        // «Как пишет газета «Звезда», C»
        let close = || (source.to + 1..view.len().min(source.to + 8)).find(|at| view.close(*at));
        if let Some(close) = view.open(source.to).then(close).flatten() {
            source.to = close + 1;
        }
        let mut reading = self.reading("as-told");
        reading.source = view.span(source);
        reading
            .content
            .extend(Run::new(0, mark).and_then(|run| view.span(run)));
        if view.comma(source.to) {
            let end = clause::clause_end(view, source.to + 1);
            reading
                .content
                .extend(Run::new(source.to + 1, end).and_then(|run| view.span(run)));
        }
        (!reading.content.is_empty()).then_some(reading)
    }

    /// "identificada por X como C": a participle with its agent.
    fn named_by(&self) -> Option<Reading> {
        let view = self.view;
        if !view.has(self.after, BY) {
            return None;
        }
        let ceiling = (self.after + 10).min(view.len());
        let link = (self.after + 2..ceiling).find(|at| view.is(*at, "como"))?;
        let mut reading = self.reading("named-by");
        reading.source = view.span(Run::new(self.after + 1, link)?);
        let mut described = clause::phrase_right(view, link + 1)?;
        if let Some(comma) = (described.from + 1..described.to).find(|at| view.comma(*at)) {
            described.to = comma;
        }
        reading.content.push(view.span(described)?);
        Some(reading)
    }

    /// X seems to C: nobody's claim about X.
    fn raising(&self) -> Option<Reading> {
        let view = self.view;
        let subject = clause::subject(view, self.group)?;
        let end = clause::object_end(view, self.after);
        let mut reading = self.reading("raising");
        reading.content.extend(view.span(subject));
        reading
            .content
            .extend(view.span(Run::new(self.after, end)?));
        Some(reading)
    }

    /// "That C is denied by X", "que C fue negado por X": the clause that opens the sentence.
    fn fronted(&self) -> Option<Run> {
        let view = self.view;
        let denied = self.cue.polarity == Polarity::Denied && view.has(0, COMP);
        Run::new(0, self.group).filter(|run| denied && (view.finite(*run) || run.len() > 3))
    }

    /// "X was asked whether C", "C was denied by X", "X is accused of C".
    fn passive(&self) -> Option<Reading> {
        let view = self.view;
        let by = (self.after..(self.after + 8).min(view.len())).find(|at| view.has(*at, BY));
        // "Was sentenced": a word that only counts make a cue puts nobody on record in a passive without an agent.
        if self.cue.learned && by.is_none() {
            return None;
        }
        if let Some(reading) = by.and_then(|by| self.told_by(by)) {
            return Some(reading);
        }
        let mut reading = self.reading("passive");
        // "Was told C and promised D": what stands before "and" is no part of what was promised.
        let joined = view.english() && self.group > 0 && view.has(self.group - 1, CONJ);
        let own = || clause::subject(view, self.group).filter(|_| !joined);
        let subject = self.fronted().or_else(own);
        let mut rest_end = clause::object_end(view, self.after);
        if let Some(by) = by {
            reading.rule = "passive-by";
            reading.source = clause::phrase_right(view, by + 1).and_then(|run| view.span(run));
            rest_end = rest_end.min(by);
        }
        if view.has(self.after, COMP) || view.open(self.after) {
            reading.rule = "passive-clause";
            let end = clause::clause_end(view, self.after);
            reading
                .content
                .extend(view.span(Run::new(self.after, end)?));
        } else {
            reading
                .content
                .extend(subject.and_then(|run| view.span(run)));
            reading
                .content
                .extend(Run::new(self.after, rest_end).and_then(|run| view.span(run)));
        }
        (!reading.content.is_empty()).then_some(reading)
    }

    /// "Was told by an officer that C", "was ordered by the captain to wait": what is told stands behind who tells it.
    fn told_by(&self, by: usize) -> Option<Reading> {
        let view = self.view;
        let mut agent = clause::phrase_right(view, by + 1).filter(|_| view.english())?;
        let opens = |at: usize| {
            view.has(at, COMP) && !view.has(at, PREP) || view.is(at, "to") && !view.has(at + 1, DET)
        };
        agent.to = (agent.from + 1..=agent.to).find(|at| opens(*at))?;
        let tells = self.cue.frames & (CLAUSE | QUOTE | INFINITIVE) != 0;
        let plain = self.cue.certainty != model::Certainty::Alleged && by == self.after;
        let end = clause::clause_end(view, agent.to);
        let mut reading = self.reading("passive-by");
        reading.source = view.span(agent);
        reading.content.push(view.span(Run::new(agent.to, end)?)?);
        (tells && plain).then_some(reading)
    }

    /// What is denied stands before the verb: "ella lo niega", «обвинения отрицает».
    fn preposed(&self) -> Option<Reading> {
        let denies = self.cue.polarity == Polarity::Denied && self.cue.frames & OBJECT != 0;
        let believed = self.cue.certainty == model::Certainty::Believed;
        let topic = denies
            .then(|| preposed::topic(self.view, self.group, self.after))
            .flatten();
        let last = preposed::is_last(self.view, self.after) && !self.view.english();
        if !(denies || believed) || topic.is_none() && !last {
            return None;
        }
        let next = clause::after_adjuncts(self.view, self.after);
        let turned = self.view.is(next, ":") && !self.view.open(next + 1);
        if topic.is_none()
            && !turned
            && (self.marked(next).is_some() || self.far_clause().is_some())
        {
            return None;
        }
        let preposed::Found {
            subject,
            object,
            negated,
        } = topic.or_else(|| preposed::find(self.view, self.group, self.head))?;
        if turned && object.len() > 2 {
            return None;
        }
        // "No lo niega" denies nothing, "no lo cree" does.
        if denies == (negated || self.negated) {
            return None;
        }
        let mut reading = self.reading("object");
        reading.polarity = Polarity::Denied;
        reading.content.push(self.view.span(object)?);
        // "Lo negó todo"
        if self.view.is(self.after, "todo") && object.len() == 1 {
            let all = Run::new(self.after, self.after + 1);
            reading
                .content
                .extend(all.and_then(|run| self.view.span(run)));
        }
        reading.source = subject.and_then(|run| self.view.span(run));
        Some(reading)
    }

    /// The content stands behind the verb.
    fn forward(&self) -> Option<Reading> {
        let view = self.view;
        let (rule, from) = self.content_start()?;
        let end = match rule {
            "object" | "infinitive" => clause::object_end(view, from),
            _ => clause::clause_end(view, from),
        };
        let end = match self.behind_participle() {
            Some((comma, _)) if self.before.is_none() && from < comma => end.min(comma),
            _ => end,
        };
        // "“I deny the charge, every word of it,” X said": nothing of it stands behind the quotation.
        let over = |at: &usize| view.close(*at) || rule == "object" && view.comma(*at);
        let inside = view.english() && view.is_quoted(self.head);
        let end = (from..end).find(|at| inside && over(at)).unwrap_or(end);
        let object = matches!(rule, "object" | "bare-clause") && view.english();
        let further = object.then(|| parted::ends(view, from, end)).flatten();
        let end = further.map_or(end, |(end, _)| end);
        let mut reading = self.reading(rule);
        reading.content.push(view.span(Run::new(from, end)?)?);
        reading.source = self.source();
        if view.gerund(self.head) && !self.is_progressive() {
            reading.rule = match rule {
                "object" => "gerund-object",
                "infinitive" => "gerund-infinitive",
                _ => "gerund-clause",
            };
        }
        Some(reading)
    }
}
