//! Where the content behind a verb of saying begins.

use super::Verb;
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{
    ADDRESSEE, AUX, BE, CLAUSE, COMP, CONJ, DET, HAVE, INF, INFINITIVE, MODAL, NEG, OBJECT, POSS,
    PREP, PRON, QUOTE, REL, SUB, TIME,
};
use crate::extract::claims::view::Run;
use model::{Kind, Polarity};

impl Verb<'_, '_> {
    /// Where the content behind the verb begins, and by which rule.
    pub(super) fn content_start(&self) -> Option<(&'static str, usize)> {
        let view = self.view;
        let frames = self.cue.frames;
        if let Some(at) = self.foreign_infinitive() {
            return Some(("infinitive", at));
        }
        if let Some(from) = self.besides() {
            return Some(("clause", from));
        }
        let next = if frames & (CLAUSE | QUOTE) == 0 {
            self.after
        } else {
            clause::after_adjuncts(view, self.after)
        };
        if let Some(from) = self.marked(next).or_else(|| self.far_clause()) {
            return Some(from);
        }
        if frames & OBJECT != 0 && self.is_governed() {
            return Some(("object", self.after));
        }
        if frames & ADDRESSEE != 0 {
            return self.behind_addressee();
        }
        if view.has(self.after, INF) && !view.has(self.after + 1, DET | PRON | POSS) {
            return (frames & INFINITIVE != 0 || self.cue.learned)
                .then_some(("infinitive", self.after));
        }
        if view.stop(next) || view.comma(next) || next >= view.len() {
            return None;
        }
        if !view.english() {
            return self
                .accused(next)
                .or_else(|| self.is_foreign_object(next).then_some(("object", next)));
        }
        if self.cue.kind == Kind::Promise && !view.has(next, PRON) && !view.shortened(next) {
            return None;
        }
        if frames & CLAUSE != 0 && frames & OBJECT == 0 {
            // "Submitted the ledger": what is handed in is no clause.
            let hands = self.cue.words[0].starts_with("submi");
            // "Refused to accept the parcel": a thing that is not taken is no clause.
            let takes = self
                .cue
                .words
                .last()
                .is_some_and(|word| &**word == "accept");
            return (!hands && !takes).then(|| self.bare(next));
        }
        let clause = frames & CLAUSE != 0
            && (view.has(next, PRON) && !view.has(next, POSS)
                || clause::phrase_right(view, next).is_some_and(|run| {
                    view.has(run.to, HAVE | BE | MODAL) && !view.has(run.to, REL)
                }));
        if clause {
            return Some(("bare-clause", next));
        }
        (frames & OBJECT != 0).then_some(("object", next))
    }

    /// "Prometió no volver", "niega incluso haber C": where the infinitive behind a Spanish or Russian verb begins, with what
    /// links it.
    fn foreign_infinitive(&self) -> Option<usize> {
        let view = self.view;
        if self.cue.frames & INFINITIVE == 0 || view.english() {
            return None;
        }
        let mut at = self.after;
        while view.adverb(at) && !view.has(at, NEG)
            || matches!(view.lower(at), "hasta" | "incluso")
            || view.is(at, "de") && view.is(at + 1, "plano")
            || view.is(at, "plano")
        {
            at += 1;
        }
        at = self.behind_circumstance(at).unwrap_or(at);
        let linked = view.is(at, "a") || view.is(at, "en");
        at += usize::from(linked);
        // "Prometió no volver": the negation is part of what is promised.
        view.infinitive(at + usize::from(view.has(at, NEG)))
            .then_some(at)
    }

    /// "Negó entre lágrimas haber tocado nada": where the infinitive begins behind how, where or before whom it is denied.
    fn behind_circumstance(&self, at: usize) -> Option<usize> {
        const FAR: usize = 8;
        let view = self.view;
        let denies = self.cue.polarity == Polarity::Denied;
        let through = view.is(at, "a") && matches!(view.lower(at + 1), "través" | "preguntas");
        let led = through
            || view.has(at, PREP) && !matches!(view.lower(at), "a" | "al" | "en" | "de" | "del");
        let spanish = view.lexicon.language == model::Language::Es;
        let near = at + 2..view.len().min(at + FAR);
        let mut plain = near.take_while(|at| view.tokens[*at].is_wordy() && !view.has(*at, COMP));
        let infinitive = |at: &usize| view.infinitive(*at) && !view.has(at - 1, PREP | DET | POSS);
        (denies && led && spanish)
            .then(|| plain.find(infinitive))
            .flatten()
    }

    /// «Обвинил X в том, что C», «обвинили X в краже»: whom and of what somebody accuses.
    fn accused(&self, next: usize) -> Option<(&'static str, usize)> {
        const FAR: usize = 7;
        let view = self.view;
        let accuses = self.view.lexicon.language == model::Language::Ru
            && self.cue.certainty == model::Certainty::Alleged
            && self.cue.words.len() == 1;
        let named = |at: usize| view.capital(at) || view.has(at, PRON | POSS | DET);
        let link = (next + 1..view.len().min(next + FAR))
            .take_while(|at| !view.comma(*at) && !view.stop(*at))
            .find(|at| matches!(view.lower(*at), "в" | "во"))?;
        let clause = view.is(link + 1, "том") && view.comma(link + 2);
        let rule = if clause { "clause" } else { "object" };
        (accuses && named(next)).then_some((rule, next))
    }

    /// Whether a thing that a Spanish or Russian verb denies, confirms, orders or is for begins at `next`.
    fn is_foreign_object(&self, next: usize) -> bool {
        let view = self.view;
        let position = self.cue.kind == Kind::Position;
        let counts = self.cue.polarity == Polarity::Denied
            || position
            || self.cue.kind == Kind::Order
            || self.cue.certainty == model::Certainty::Confirmed;
        let plain = view.has(next, DET | POSS)
            || matches!(
                view.lower(next),
                "eso" | "esto" | "ello" | "aquello" | "cualquier"
            );
        let russian = view.lexicon.language == model::Language::Ru;
        self.cue.frames & OBJECT != 0 && counts && (plain || russian || position)
    }

    /// A clause without "that" at `next`; behind who is warned, if it has one: "had warned the ministry in March that C".
    fn bare(&self, next: usize) -> (&'static str, usize) {
        const WARNS: [&str; 4] = ["warn", "remind", "caution", "reassur"];
        let view = self.view;
        let warns = WARNS.iter().any(|stem| self.cue.words[0].starts_with(stem));
        let mut near = (next + 1..view.len().min(next + 9)).take_while(|at| {
            !view.has(*at, AUX) && !view.comma(*at) && !view.stop(*at) && !view.open(*at)
        });
        let that = near.find(|at| warns && view.is(*at, "that"));
        that.map_or(("bare-clause", next), |from| ("clause", from))
    }

    /// «Не согласен с X», «усомнился в X»: whether the preposition behind the verb brings in what is denied.
    fn is_governed(&self) -> bool {
        let verb = self.cue.words.last().map_or("", |word| &**word);
        let stem = |stems: &[&str]| stems.iter().any(|stem| verb.starts_with(stem));
        let preposition = match self.view.lower(self.after) {
            "с" | "со" => stem(&["соглас", "соглаш"]),
            "в" | "во" => stem(&["сомнева", "усомн", "верит", "верил", "верю", "верить"]),
            _ => false,
        };
        preposition
            && self.cue.polarity == Polarity::Denied
            && self.view.lexicon.language == model::Language::Ru
    }

    /// «Отрицал и то, что C»: where the clause begins.
    fn besides(&self) -> Option<usize> {
        let view = self.view;
        let too = matches!(view.lower(self.after), "и" | "даже") && view.is(self.after + 1, "то");
        let clause = self.cue.frames & CLAUSE != 0 && view.comma(self.after + 2);
        (too && clause).then_some(self.after + 1)
    }

    /// A clause behind "в эфире радио «X»", "en declaraciones a X" (Spanish, Russian).
    pub(super) fn far_clause(&self) -> Option<(&'static str, usize)> {
        let view = self.view;
        if view.english()
            || self.cue.frames & CLAUSE == 0
            || !view.has(self.after, PREP | TIME | DET)
        {
            return None;
        }
        let russian = view.lexicon.language == model::Language::Ru;
        if self.has_thing() {
            return None;
        }
        for at in self.after + 1..(self.after + 14).min(view.len()) {
            let comma = view.comma(at);
            if russian && comma && view.has(at + 1, COMP) {
                return Some(("clause", at + 1));
            }
            if !russian && view.is(at, "que") {
                return Some(("clause", at));
            }
            // "Rechazó el recurso y denegó la prórroga que pidió X": another verb's.
            if !russian && view.has(at, CONJ) && view.is_past_form(at + 1) {
                return None;
            }
            if comma || view.is(at, ";") || view.has(at, AUX | SUB) && !view.has(at, PREP) {
                return None;
            }
        }
        None
    }

    /// "X rechazó el recurso que presentó Y": whether a Spanish verb of denying, whose subject stands before it, has an object right
    /// behind it, and no day.
    fn has_thing(&self) -> bool {
        let view = self.view;
        let denies = self.cue.polarity == Polarity::Denied && self.cue.frames & OBJECT != 0;
        let article = view.has(self.after, DET) && !view.has(self.after, PREP);
        let dated = (self.after..self.after + 4).any(|at| {
            view.has(at, TIME)
                || matches!(view.lower(at), "semana" | "tarde" | "noche" | "mes" | "año")
        });
        let spanish = view.lexicon.language == model::Language::Es;
        let subject = self.group > 0
            && view.tokens[self.group - 1].is_wordy()
            && !view.has(self.group - 1, CONJ | TIME);
        spanish && denies && article && !dated && subject
    }

    /// Content that a mark or "that" opens at `next`.
    pub(super) fn marked(&self, next: usize) -> Option<(&'static str, usize)> {
        let view = self.view;
        if view.open(next) && (view.english() || next == self.after) {
            return Some(("quote-after", next));
        }
        if let Some(from) = self.behind_aside(next) {
            return Some(("clause", from));
        }
        let mark = view.is(next, ":") || (view.comma(next) && view.open(next + 1));
        if mark && next + 1 < view.len() {
            return Some(("quote-after", next + 1));
        }
        if view.comma(next)
            && view.has(next + 1, COMP)
            && view.lexicon.language == model::Language::Ru
        {
            return Some(("clause", next + 1));
        }
        (view.has(next, COMP) && next + 1 < view.len()).then_some(("clause", next))
    }

    /// "Denies, in the same breath, that C", «отрицает, не повышая голоса, что C»: where the clause behind the aside begins.
    fn behind_aside(&self, next: usize) -> Option<usize> {
        let view = self.view;
        let opens = view.comma(next) && (view.has(next + 1, PREP | NEG) || view.gerund(next + 1));
        let close = (next + 2..view.len().min(next + 9)).find(|at| view.comma(*at))?;
        let inside = Run::new(next + 1, close)?;
        let clause = view.has(close + 1, COMP) && !view.has(close + 1, PREP);
        (opens && clause && !view.finite(inside) && !view.has(next + 1, COMP)).then_some(close + 1)
    }

    /// Content behind the one who is told: "told reporters on Monday that C".
    fn behind_addressee(&self) -> Option<(&'static str, usize)> {
        let view = self.view;
        for at in self.after + 1..(self.after + 14).min(view.len()) {
            if let Some(found) = self.marked(at) {
                return Some(found);
            }
            if view.has(at, INF) && !view.has(at + 1, DET | PRON) {
                return Some(("infinitive", at));
            }
            if view.has(at, AUX) || view.comma(at) {
                break;
            }
        }
        if !view.english() {
            return None;
        }
        let addressee = if view.has(self.after, PRON) {
            Run::new(self.after, self.after + 1)?
        } else {
            clause::phrase_right(view, self.after)?
        };
        let from = clause::after_adjuncts(view, addressee.to);
        (!view.stop(from) && !view.comma(from)).then_some(("bare-clause", from))
    }
}
