//! Content that stands before the verb: "C, said X", "C, X said".

use super::Verb;
use crate::extract::claims::clause;
use crate::extract::claims::denials;
use crate::extract::claims::lexicon::{
    ADDRESSEE, AUX, CLAUSE, COMP, CONJ, DET, INF, POSS, PREP, PRON, QUOTE, REL, SUB, Sort, TIME,
};
use crate::extract::claims::places;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::Run;
use crate::extract::text::Token;
use model::{Certainty, Kind, Polarity, Span};

/// The most tokens that say who is told, and when.
const LONGEST_ADDRESS: usize = 9;
/// The most tokens of a hedge before the comma behind it.
const LONGEST_HEDGE: usize = 3;

impl Verb<'_, '_> {
    /// “C,” said X. / C, said X.
    pub(super) fn inverted(&self) -> Option<Reading> {
        let view = self.view;
        let before = self.group.checked_sub(1)?;
        let dash = view.dash(before) && (!view.english() || view.comma(before.saturating_sub(1)));
        let closes = view.close(before)
            || (before > 0 && (view.comma(before) || dash) && view.close(before - 1))
            || (before > 1 && dash && view.close(before - 2));
        // "X, a lawyer, said C": the comma closes a description.
        let described =
            view.comma(before) && !closes && (self.ends_aside(before) || self.behind_name(before));
        let clause_follows = !closes
            && !dash
            && (self
                .marked(clause::after_adjuncts(view, self.after))
                .is_some()
                || !view.english()
                    && (self.after..self.after + 5).any(|at| self.marked(at).is_some()));
        if described || clause_follows || view.infinitive(self.after) {
            return None;
        }
        let marked = view.comma(before) || view.close(before) || dash;
        if !view.english() && closes && self.without_subject() {
            let mut reading = self.reading("inverted");
            reading.source = self.before;
            reading.dropped = reading.source.is_none();
            reading.content.push(self.left_content(before)?);
            self.resume(self.after, &mut reading);
            return Some(reading);
        }
        let noun = self.names_behind();
        if !marked
            || !noun
            || self.cue.frames & QUOTE == 0 && !self.is_opinion()
            || view.gerund(self.head)
            || view.has(self.after, COMP)
            || view.has(self.after, PRON)
                && view.lexicon.language == model::Language::En
                && !view.close(before)
        {
            return None;
        }
        if !view.english() && view.has(self.after, PREP) {
            return self.without_name(before, closes);
        }
        let mut reading = self.reading("inverted");
        let mut source =
            places::behind(view, self.after, self.head).or_else(|| self.speaker_right())?;
        if view.comma(source.to) {
            source.to = clause::age(view, source.to + 1).unwrap_or(source.to);
        }
        // "NAME, a lawyer, said the network reportedly earned C": what follows is a clause, no name.
        let whole_subject = !view.close(before)
            && clause::subject(view, self.group).is_some_and(|subject| subject.from == 0);
        let clausal = source.len() > 6 || (source.from..source.to).any(|at| view.adverb(at));
        let holds_clause = (source.from + 1..source.to)
            .any(|at| view.has(at, COMP) && !view.has(at, PREP | REL) && !view.is_quoted(at));
        if whole_subject && clausal || holds_clause {
            return None;
        }
        reading.source = view.span(source);
        reading.content.push(self.left_content(before + 1)?);
        self.resume(source.to, &mut reading);
        Some(reading)
    }

    /// "«C», dijo en una entrevista": the subject is left out; «C», сообщили в полиции: it is the police; "«C», escribió en sus redes
    /// el alcalde": it stands behind.
    fn without_name(&self, before: usize, closes: bool) -> Option<Reading> {
        let view = self.view;
        let mut reading = self.reading("inverted");
        let office = places::behind(view, self.after, self.head);
        let named = || denials::teller(view, self.after, self.head);
        let spanish = view.lexicon.language == model::Language::Es;
        let named = office.or_else(|| (closes && spanish).then(named).flatten());
        reading.source = named.and_then(|run| view.span(run)).or(self.before);
        reading.dropped = closes && reading.source.is_none();
        reading.content.push(self.left_content(before)?);
        Some(reading)
    }

    /// Whether who says it may stand right behind the verb: "said X", "insists airport director Teo Rasmanu".
    fn names_behind(&self) -> bool {
        let view = self.view;
        let wordy = view.tokens.get(self.after).is_some_and(Token::is_wordy);
        let office = view.english()
            && (self.after + 1..view.len().min(self.after + 4)).any(|at| view.capital(at))
            && wordy
            && !view.has(self.after, PREP | COMP | SUB | CONJ | TIME | AUX)
            && !view.adverb(self.after);
        let foreign = view.lexicon.language != model::Language::En && wordy;
        view.has(self.after, DET | POSS | PRON) || view.capital(self.after) || foreign || office
    }

    /// Whether the verb gives an opinion that may stand around it: «C, считает X», "C, cree X".
    fn is_opinion(&self) -> bool {
        !self.view.english()
            && self.cue.certainty == Certainty::Believed
            && self.cue.polarity == Polarity::Affirmed
            && self.cue.frames & CLAUSE != 0
    }

    /// Whether nothing stands behind the verb that could be its subject: "«C», afirmó."
    fn without_subject(&self) -> bool {
        let view = self.view;
        let mut at = self.after;
        while view.adverb(at) || view.has(at, TIME) {
            at += 1;
        }
        // The sentence begins inside the quotation: no name in quotation marks before the verb.
        let quotation = view.opens_quoted || view.is_quoted(0);
        self.cue.frames & QUOTE != 0
            && quotation
            && !view.gerund(self.head)
            && !(view.comma(at) && view.has(at + 1, COMP))
            && (view.stop(at) || view.comma(at) || view.dash(at) || view.has(at, CONJ))
    }

    /// The source behind the verb, without "a la emisora", «по телефону» behind it.
    fn speaker_right(&self) -> Option<Run> {
        let view = self.view;
        let mut from = self.after;
        // «Сына убили, — сказал мне по телефону командир»: who is told stands between.
        if matches!(view.lower(from), "мне" | "нам" | "ему" | "ей" | "им") {
            from += 1;
            if view.is(from, "по") && view.is(from + 1, "телефону") {
                from += 2;
            }
        }
        let mut source = clause::phrase_right(view, from)?;
        let adjunct = |at: &usize| {
            view.is(*at, "a")
                || view.is(*at, "al")
                || view.is(*at, "en")
                || view.is(*at, "в")
                || view.is(*at, "по")
                || view.is(*at, "por") && view.is(at + 1, "teléfono")
        };
        let cut = (source.from + 1..source.to).find(adjunct);
        if let Some(at) = cut.filter(|_| !view.english()) {
            source.to = at;
        }
        // «Вряд ли, считает X, C»: what goes on behind a hedge is no description of X.
        let hedged = !view.english() && self.group <= LONGEST_HEDGE + 1;
        if let Some(comma) = (source.from..source.to).find(|at| hedged && view.comma(*at)) {
            source.to = comma;
        }
        Some(source)
    }

    /// Whether the comma at `end` closes a name or a "según X" before a verb of promising or ordering: whoever is named before it is
    /// its subject, and what follows its object: "dijo que el dueño, X, ordenó un registro".
    fn behind_name(&self, end: usize) -> bool {
        let view = self.view;
        let Some(comma) = (0..end).rev().find(|at| view.comma(*at)) else {
            return false;
        };
        let name = (comma + 1..end).all(|at| view.capital(at) || view.has(at, PREP));
        let aside = view
            .lexicon
            .cues(view.tokens, comma + 1)
            .any(|cue| cue.sort == Sort::Phrase);
        matches!(self.cue.kind, Kind::Promise | Kind::Order) && (name || aside)
    }

    /// Whether the comma at `end` closes a description behind the name that begins the sentence.
    fn ends_aside(&self, end: usize) -> bool {
        let view = self.view;
        let Some(first) = (1..end).find(|at| view.comma(*at)) else {
            return false;
        };
        let name = Run { from: 0, to: first };
        // "La jueza, Marta Cruz, pidió silencio": a name behind an office describes it too.
        let office = view.has(0, DET | POSS) || !view.capital(first - 1);
        let named = office && (first + 1..end).all(|at| view.capital(at) || view.has(at, PREP));
        let describes = view.has(first + 1, DET | REL) || !view.capital(first + 1) || named;
        // «Неправда, что C, заявил X»: a clause, no description.
        let clause = view.lexicon.language == model::Language::Ru && view.has(first + 1, COMP);
        first <= 8
            && !clause
            && describes
            && !view.finite(name)
            && !(first + 1..end).any(|at| view.comma(at))
            && !view.open(first + 1)
            && !view.is_quoted(0)
    }

    /// C, X said.
    pub(super) fn postposed(&self) -> Option<Reading> {
        let view = self.view;
        // "Tachó de «infundadas» las acusaciones y negó C": no subject ends with "and".
        let joined =
            |run: &Run| view.lexicon.language == model::Language::Es && view.has(run.to - 1, CONJ);
        let subject = clause::subject(view, self.group).filter(|run| !joined(run))?;
        let before = subject.from.checked_sub(1)?;
        // «Как пишет газета, X заявил»: who told it of X.
        let told = matches!(view.lower(0), "как" | "como" | "según") && view.tells(1);
        if told && !view.english() && (1..before).all(|at| !view.comma(at)) {
            return None;
        }
        let closes =
            view.close(before) || (view.comma(before) && before > 0 && view.close(before - 1));
        let marked = closes || view.comma(before) || view.dash(before);
        let addressee = self.cue.frames & ADDRESSEE != 0;
        // "His commander told me by phone": who is told stands between.
        let next = if addressee {
            self.addressed()
        } else {
            clause::after_adjuncts(view, self.after)
        };
        let ended = view.stop(next)
            || (view.comma(next) && !view.open(next + 1))
            || view.close(next)
            || (self.after + 6 >= view.len() && view.has(self.after, PREP));
        let content_right = view.has(next, COMP) || view.is(next, ":") || view.open(next);
        let interrupted = closes && view.comma(next) && view.open(next + 1);
        // «X, которого нашли, в переписке отрицал, что C»: what is said follows.
        let follows = view.comma(next) && view.is(next + 1, "что");
        if (view.has(self.after, INF) || follows) && !closes {
            return None;
        }
        let fits = ended || interrupted || (closes && (addressee || !content_right));
        if !marked || !fits || view.has(self.group.saturating_sub(1), REL) {
            return None;
        }
        let left = Run::new(0, before + 1)?;
        if !closes && !self.is_content(left) {
            return None;
        }
        let mut reading = self.reading("postposed");
        reading.source = view.span(subject);
        reading.content.push(self.left_content(before + 1)?);
        self.resume(next, &mut reading);
        Some(reading)
    }

    /// Where it goes on behind who is told, and when: "told reporters on Monday", "told me by phone".
    fn addressed(&self) -> usize {
        let view = self.view;
        let near = self.after + usize::from(view.has(self.after, PRON));
        let next = clause::after_adjuncts(view, near);
        if near > self.after || view.stop(next) || view.close(next) {
            return next;
        }
        let over = |at: &usize| view.stop(*at) || view.comma(*at) || view.close(*at);
        let end = (self.after..view.len().min(self.after + LONGEST_ADDRESS)).find(over);
        let bare = |end: &usize| {
            (self.after..*end).all(|at| !view.has(at, COMP | SUB | REL | INF) && !view.open(at))
        };
        end.filter(bare).unwrap_or(next)
    }

    /// Whether what stands before "X said" is content and not "In a statement on Monday,".
    fn is_content(&self, left: Run) -> bool {
        let view = self.view;
        let adverbial = (view.has(left.from, PREP) || view.gerund(left.from)) && left.len() < 9;
        // "The embassy knew of it": a verb that the lexicon knows, behind its subject.
        let told = (left.from + 1..left.to)
            .any(|at| !view.has(at - 1, DET | PREP | POSS) && view.tells(at));
        left.len() > 3 && !adverbial && (view.finite(left) || left.len() > 7 || told)
    }

    /// The content that ends right before token `end`.
    fn left_content(&self, end: usize) -> Option<Span> {
        self.view.span(Run { from: 0, to: end })
    }

    /// Content that goes on behind an interrupting "X said,".
    fn resume(&self, at: usize, reading: &mut Reading) {
        let view = self.view;
        let mut at = at;
        while view.comma(at) || view.dash(at) || (view.stop(at) && at + 1 < view.len()) {
            at += 1;
        }
        let marked = at > 0
            && at < view.len()
            && (view.comma(at - 1) || view.dash(at - 1) || view.stop(at - 1));
        // "C, said X, though he admitted that D": another saying.
        let further = view.has(at, SUB | CONJ) && !view.is_quoted(at);
        let tells = |at: usize| {
            let mut cues = view.lexicon.cues(view.tokens, at);
            cues.any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & CLAUSE != 0)
        };
        let further = further && (at + 1..view.len().min(at + 4)).any(tells);
        // "“C”, said X, and D": behind the marks the words are the author's again.
        let closed = (self.group.saturating_sub(2)..self.group).any(|at| view.close(at));
        let outside = closed && !view.is_quoted(at) && view.lexicon.language != model::Language::Ru;
        let aged = clause::age(view, at).is_some();
        if !marked || further || outside || aged || view.gerund(at) || view.has(at, REL) {
            return;
        }
        let end = clause::clause_end(view, at);
        let last = reading.content.last().map_or(0, |last| last.end);
        reading.content.extend(
            view.span(Run { from: at, to: end })
                .filter(|span| last <= span.start),
        );
    }
}
