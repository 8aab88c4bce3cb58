//! What a verb calls false, before or behind what it is called: "dismissed as fabricated a report", "called the report a lie".

use super::super::clause;
use super::super::lexicon::{AUX, COMP, CONJ, DET, POSS, PREP, PRON, SUB, TIME};
use super::super::patterns;
use super::super::preposed;
use super::super::view::{Run, View};
use super::words::{Words, is};
use super::{LONGEST, is_name};
use model::Language;

/// A verb that may call something false.
pub(super) struct Caller<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) words: &'static Words,
    /// The verb.
    pub(super) verb: usize,
    /// Whether it turns down by itself.
    pub(super) turns: bool,
    /// Whether it does so with the words behind it.
    pub(super) parted: bool,
    /// The token behind the verb and its adverbs.
    pub(super) after: usize,
}

/// What is called false, and what it is called: the tokens of each.
pub(super) struct Found {
    pub(super) content: Run,
    pub(super) called: Option<Run>,
    /// Who does, where the order of words tells it.
    pub(super) by: Option<Run>,
}

impl Found {
    pub(super) const fn new(content: Run, called: Option<Run>) -> Self {
        Self {
            content,
            called,
            by: None,
        }
    }

    /// The tokens of the cue: the verb at `at`, whose group begins at `group`, and what it calls the thing near it.
    pub(super) fn cue(
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

impl Caller<'_, '_> {
    /// What an active verb calls false, whose group begins at `group`.
    pub(super) fn active(&self, group: usize) -> Option<Found> {
        self.named_first()
            .or_else(|| self.named_last())
            .or_else(|| self.fronted(group))
            .or_else(|| self.inverted(group))
            .or_else(|| self.turned())
            .or_else(|| self.clitic(group))
    }

    /// Whether the verb says of nothing that it is well: "tildar", "tachar".
    pub(super) fn blames(&self) -> bool {
        let verb = self.view.lower(self.verb);
        self.view.lexicon.language == Language::Es && is(&["tild*", "tach*"], verb)
    }

    /// Where a thing ends that begins at `from` and of which no clause tells: before a mark, a conjunction, a clause or a verb.
    pub(super) fn thing_end(&self, from: usize) -> usize {
        let view = self.view;
        let over = |at: &usize| {
            let clause = view.has(*at, COMP | CONJ | SUB | AUX) && !view.has(*at, PREP);
            !view.tokens[*at].is_wordy() || clause || view.is_finite(*at) && !view.capital(*at)
        };
        (from + 1..view.len()).find(over).unwrap_or(view.len())
    }

    /// Whether the verb says of a thing what it is, or only blames it: "calificar de falsa la cifra".
    pub(super) fn qualified(&self) -> bool {
        let verb = self.view.lower(self.verb);
        let spanish = self.view.lexicon.language == Language::Es;
        self.blames() || spanish && is(&["calific*", "catalog*", "dio", "dieron", "dado"], verb)
    }

    pub(super) fn told(&self, at: usize) -> bool {
        is(self.words.told, self.view.lower(at))
    }

    /// «Исключил участие», «исключает давление»: whether the token is what may have happened, and the verb rules it out.
    pub(super) fn rules_out(&self, at: usize) -> bool {
        const HAPPENING: [&str; 7] = ["ние", "тие", "ство", "ость", "версию", "подделку", "ошибку"];
        let lower = self.view.lower(at);
        let removed = (at..at + 6).any(|at| self.view.is(at, "из"));
        self.view.lower(self.verb).starts_with("исключ")
            && !removed
            && (preposed::is_denied(lower) || HAPPENING.iter().any(|end| lower.ends_with(end)))
    }

    pub(super) fn lies(&self, at: usize) -> bool {
        is(self.words.lies, self.view.lower(at))
    }

    /// «Называет небылицей само существование»: whether Russian nouns in the instrumental call false what begins at `to`.
    pub(super) fn names_thing(&self, from: usize, to: usize) -> bool {
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

    pub(super) fn is_name(&self, from: usize, to: usize) -> bool {
        is_name(self.view, from, to)
    }

    /// Whether what is told begins at the token: "a report", "that", "las acusaciones", "having met her".
    pub(super) fn is_object(&self, at: usize) -> bool {
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
    pub(super) fn end(&self, from: usize) -> usize {
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
            // «Признал вину в подделке»
            if view.lexicon.language == Language::Ru && view.has(start - 1, PREP) {
                return None;
            }
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
        let noun = (from + 1..link).any(|at| patterns::listed(BELITTLED, view.lower(at)));
        let name =
            (link + 1..link + 4).any(|at| self.lies(at) || patterns::listed(AS, view.lower(at)));
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
    pub(super) fn in_clause(&self, from: usize, lies: usize) -> bool {
        let view = self.view;
        let near = (from.max(lies.saturating_sub(5))..lies).rev();
        let mut near = near.take_while(|at| self.is_name(*at, lies + 1) || view.has(*at, AUX));
        near.any(|at| view.has(at, AUX))
    }

    /// Whether what something is called is over before the token.
    pub(super) fn ends(&self, at: usize) -> bool {
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
