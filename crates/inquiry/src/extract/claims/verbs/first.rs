//! Subjects behind their verbs, in Spanish and Russian: "Informó X que C", «Сообщил X, что C», "llegó X y ofreció C".

use super::{Verb, group_start};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{
    AUX, BY, CLAUSE, COMP, CONJ, DET, HAVE, INFINITIVE, POSS, PREP, PRON, REL, SUB, TIME,
};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::Language;

/// The most tokens of a subject between its verb and the "and" behind it.
const LONGEST: usize = 6;
/// The most tokens of a circumstance before a verb whose subject follows.
const LONGEST_LEAD: usize = 12;

/// The subject behind the verb that the one whose group begins at `group` is joined to: "cuando llegó X y me ofreció C",
/// «когда пришла X и предложила C».
pub(in crate::extract::claims) fn twin(view: &View<'_>, group: usize) -> Option<Run> {
    let link = group.checked_sub(1).filter(|at| view.has(*at, CONJ))?;
    let bars = |at: usize| view.comma(at) || view.stop(at) || view.is_quoted(at);
    let mut near = (0..link).rev().take_while(|at| !bars(*at));
    let first = near.find(|at| view.is_finite(*at) && !view.has(*at, AUX))?;
    let run = Run::new(first + 1, link).filter(|run| run.len() <= LONGEST)?;
    let of = |at: usize| at > run.from && matches!(view.lower(at), "de" | "del");
    let plain = (run.from..run.to).all(|at| {
        let told = view.has(at, PREP | PRON | COMP | REL | TIME) && !view.has(at, POSS | DET);
        view.tokens[at].is_wordy() && (!told || of(at)) && !view.adverb(at)
    });
    let begins = view.has(run.from, DET | POSS) && !view.has(run.from, PREP)
        || view.capital(run.from)
        || view.capital(run.to - 1);
    // What stands behind a verb that has its own subject is no subject of it.
    let start = group_start(view, 0, first);
    let opens = start == 0 || view.has(start - 1, SUB | COMP) || bars(start - 1);
    let fits = |at: usize| {
        view.lexicon.language != Language::Ru
            || super::super::endings::agrees(view.lower(at), view.lower(first))
    };
    let fits = (run.from..run.to).any(fits);
    (!view.english() && plain && begins && opens && fits).then_some(run)
}

impl Verb<'_, '_> {
    /// «Informó el ministerio que C», «Сообщил адвокат, что C»: the source between verb and clause.
    pub(super) fn verb_first(&self) -> Option<Reading> {
        let view = self.view;
        if view.english() || self.cue.frames & CLAUSE == 0 || view.has(self.after, COMP | PREP) {
            return None;
        }
        // «Отрицая побои, X сослался на врача»: what stands behind a participle is denied.
        if view.lexicon.language == Language::Ru && view.gerund(self.head) {
            return None;
        }
        // «Отрицает и его жена, что C»
        let too = matches!(view.lower(self.after), "и" | "también" | "tampoco")
            && !view.is(self.after + 1, "то");
        let begin = self.after + usize::from(too);
        // "Desmintió también haber C": no subject.
        let spanish = view.lexicon.language == Language::Es;
        if spanish && view.infinitive(begin) {
            return None;
        }
        let plain = clause::phrase_right(view, begin)?;
        let (source, from) = match self.apposed(plain).or_else(|| self.related(plain)) {
            Some(found) => found,
            None => (
                plain,
                self.marked(clause::after_adjuncts(view, plain.to))?.1,
            ),
        };
        let named = !view.comma(self.after)
            && !view.has(self.after, TIME)
            && (!view.adverb(begin) || view.has(begin, DET));
        let alone = self.group == 0 || view.open(self.group - 1) || view.dash(self.group - 1);
        if !named || !alone && !self.is_led() {
            return None;
        }
        let mut reading = self.reading("verb-first");
        reading.source = view.span(source);
        let end = clause::clause_end(view, from);
        reading.content.push(view.span(Run::new(from, end)?)?);
        Some(reading)
    }

    /// "Negó la acusada, Luz Arce, haber C": a source with the name behind it, and where the content begins.
    fn apposed(&self, source: Run) -> Option<(Run, usize)> {
        let view = self.view;
        if !(view.comma(source.to) && view.capital(source.to + 1)) {
            return None;
        }
        let close = (source.to + 2..view.len().min(source.to + 8)).find(|at| view.comma(*at))?;
        let name = (source.to + 1..close).all(|at| view.capital(at) || view.has(at, PREP));
        let infinitive = view.infinitive(close + 1) || view.has(close + 1, HAVE);
        let clause = view.has(close + 1, COMP);
        let fits = clause || infinitive && self.cue.frames & INFINITIVE != 0;
        let whole = Run::new(source.from, close)?;
        (name && fits).then_some((whole, close + 1))
    }

    /// «Отрицает его жена, которая вела книги, что C»: a source with the relative clause behind it, and where the content begins.
    fn related(&self, source: Run) -> Option<(Run, usize)> {
        let view = self.view;
        let relative = |at: usize| view.has(at, REL) || view.lower(at).starts_with("котор");
        let clause = view.comma(source.to) && relative(source.to + 1);
        let ends = |at: &usize| view.comma(*at) && view.has(at + 1, COMP) && !relative(at + 1);
        let close = (source.to + 2..view.len().min(source.to + 14)).find(ends)?;
        Some((Run::new(source.from, close).filter(|_| clause)?, close + 1))
    }

    /// "En la segunda jornada declaró la víctima que C": whether only a circumstance stands before the verb, and its subject
    /// begins behind it.
    fn is_led(&self) -> bool {
        let view = self.view;
        let lead = Run::new(0, self.group).filter(|run| run.len() <= LONGEST_LEAD);
        let plain = lead.is_some_and(|run| {
            let inside = (run.from..run.to).all(|at| {
                let name = view.capital(at) && at > 0 && !view.has(at - 1, PREP);
                view.tokens[at].is_wordy() && !view.has(at, BY | CONJ | COMP) && !name
            });
            view.has(0, PREP | TIME) && inside && !view.finite(run)
        });
        view.lexicon.language == Language::Es
            && plain
            && view.is_past_form(self.head)
            && view.has(self.after, DET | POSS)
    }
}
