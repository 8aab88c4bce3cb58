//! The orders of words in which what is called false stands before the verb: "Reports that C were dismissed as false",
//! «Рассказы о C управляющий отмёл как выдумку», «Ложью считает X слова Y».

use super::LONGEST;
use super::clause;
use super::shapes::{Caller, Found};
use super::words::is;
use crate::extract::claims::lexicon::{BE, BY, COMP, DET, PREP, TIME};
use crate::extract::claims::places;
use crate::extract::claims::preposed;
use crate::extract::claims::view::Run;
use model::Language;

impl Caller<'_, '_> {
    /// «Сообщения о том, что C, посол назвал ложью».
    pub(super) fn fronted(&self, group: usize) -> Option<Found> {
        let view = self.view;
        let comma = (group.saturating_sub(8)..group)
            .rev()
            .find(|at| view.comma(*at));
        let end = (self.after..view.len().min(self.after + LONGEST))
            .find(|at| self.ends(*at))
            .unwrap_or(view.len());
        let linked = is(self.words.link, view.lower(self.after));
        let name = self.after + usize::from(linked);
        let named = self.is_name(name, end) || linked && self.turns && !view.english();
        let called = Some(Run::new(self.after, end).filter(|_| named)?);
        if let Some(found) = self.before(group, called) {
            return Some(found);
        }
        let comma = comma?;
        let fits =
            comma + 1 < group && !view.has(comma + 1, COMP) && (0..4).any(|at| self.told(at));
        let content = Run::new(0, comma)?;
        fits.then(|| Found::new(content, called))
    }

    /// «В посольстве слухи назвали вымыслом», «Рассказы о C управляющий отмёл как выдумку».
    fn before(&self, group: usize, called: Option<Run>) -> Option<Found> {
        let view = self.view;
        if view.lexicon.language != Language::Ru {
            return None;
        }
        // «В дирекции это назвали ложью»
        let this = group
            .checked_sub(1)
            .filter(|at| matches!(view.lower(*at), "это" | "их"));
        if let Some(this) = this.filter(|at| *at > 0) {
            return Some(Found::new(Run::new(this, group)?, called));
        }
        if let Some(found) = self.behind_office(group, called) {
            return Some(found);
        }
        let near = group.checked_sub(1).filter(|at| self.told(*at));
        if let Some(noun) = near {
            let from = noun - usize::from(noun > 0 && view.has(noun - 1, DET));
            return Some(Found::new(Run::new(from, group)?, called));
        }
        let noun = (0..2).find(|at| self.told(*at))?;
        let office = places::before(view, (noun + 1, group), self.verb);
        if let Some(within) = office.filter(|within| !(noun..*within).any(|at| view.comma(at))) {
            return Some(Found {
                content: Run::new(0, within)?,
                called,
                by: Run::new(within + 1, group),
            });
        }
        let start = preposed::subject_start(view, noun + 1, group)?;
        if (noun..start).any(|at| view.comma(at)) {
            return None;
        }
        Some(Found {
            content: Run::new(0, start)?,
            called,
            by: Run::new(start, group),
        })
    }

    /// «В посольстве страны сообщения о C назвали домыслами»: what stands behind the office that opens the sentence.
    fn behind_office(&self, group: usize, called: Option<Run>) -> Option<Found> {
        let view = self.view;
        let within = matches!(view.lower(0), "в" | "во") && places::is_plural(view, self.verb);
        let apart = |at: &usize| {
            let lower = view.lower(*at);
            let oblique = ["ах", "ях", "ам", "ям"]
                .iter()
                .any(|end| lower.ends_with(end));
            self.told(*at) && !oblique && !lower.ends_with("ии") && !view.has(at - 1, PREP)
        };
        let noun = (2..group.min(9)).find(apart).filter(|_| within)?;
        let plain = (1..noun).all(|at| view.tokens[at].is_wordy() && !view.has(at, TIME | PREP));
        plain.then_some(Found {
            content: Run::new(noun, group)?,
            called,
            by: Run::new(1, noun),
        })
    }

    /// «Ложью считает посол слова Y»: the name, the verb, who calls it so, and what.
    pub(super) fn inverted(&self, group: usize) -> Option<Found> {
        let view = self.view;
        if view.lexicon.language != Language::Ru || group == 0 {
            return None;
        }
        let from = (group.saturating_sub(3)..group).find(|at| self.is_name(*at, group))?;
        let told = (self.after..view.len().min(self.after + 10)).find(|at| self.told(*at))?;
        let subject = Run::new(self.after, told);
        let plain = |run: &Run| {
            let marks = |at: usize| view.open(at) || view.close(at);
            (run.from..run.to).all(|at| view.tokens[at].is_wordy() || marks(at))
        };
        if subject.as_ref().is_some_and(|run| !plain(run)) {
            return None;
        }
        let content = Run::new(told, self.end(told))?;
        let called = Run::new(from, group);
        Some(Found {
            content,
            called,
            by: subject,
        })
    }

    /// "La denuncia fue rechazada por el juez": whether a complaint is turned down, which a court calls untrue in no way.
    fn dismisses(&self) -> bool {
        let view = self.view;
        let spanish = view.lexicon.language == Language::Es;
        let complaint = (0..3).any(|at| {
            is(
                &["denuncia", "denuncias", "queja", "quejas"],
                view.lower(at),
            )
        });
        let court = (self.after..view.len().min(self.after + 4)).any(|at| {
            is(
                &[
                    "juez",
                    "jueza",
                    "tribunal",
                    "corte",
                    "juzgado",
                    "audiencia",
                    "sala",
                ],
                view.lower(at),
            )
        });
        spanish && complaint && court && !view.has(self.after + 3, COMP)
    }

    /// «Сообщение признано недостоверным лабораторией»: who calls it so stands in the instrumental behind the name.
    fn by_whom(&self, run: Run, thing: usize) -> Option<Found> {
        let view = self.view;
        if view.lexicon.language != Language::Ru {
            return None;
        }
        let end = (run.from + 1..run.to)
            .rev()
            .find(|at| self.is_name(run.from, *at))?;
        let lower = view.lower(end);
        let ends = ["ой", "ей", "ом", "ем", "ами", "ями", "ым", "им", "ью"];
        let agent = ends.iter().any(|it| lower.ends_with(it)) && !self.lies(end);
        let by = clause::phrase_right(view, end).filter(|_| agent)?;
        Some(Found {
            content: Run::new(0, thing)?,
            called: Run::new(run.from, end),
            by: Some(by),
        })
    }

    /// "Reports that C were dismissed as false", "las versiones de que C fueron tildadas de mentira".
    pub(super) fn passive(&self, group: usize) -> Option<Found> {
        let view = self.view;
        // «Было им отвергнуто»
        let mut thing = group;
        while thing > 0
            && (view.has(thing - 1, BE) || matches!(view.lower(thing - 1), "им" | "ею" | "ими"))
        {
            thing -= 1;
        }
        let told = (0..4).any(|at| self.told(at)) && !self.dismisses();
        let from = self.after + usize::from(is(self.words.link, view.lower(self.after)));
        let end = (from..view.len().min(from + LONGEST))
            .find(|at| self.ends(*at))
            .unwrap_or(view.len());
        if let Some(found) = Run::new(from, end).and_then(|run| self.by_whom(run, thing)) {
            return told.then_some(found);
        }
        // «Признано ложным» by nobody is no denial of anybody's.
        if is(&["признан*", "сочтен*", "объявлен*"], view.lower(self.verb)) {
            return None;
        }
        let by = self.turns && view.has(self.after, BY);
        let name = self.is_name(from, end);
        let named = name || self.turns && from > self.after || by;
        (told && named).then_some(Found {
            content: Run::new(0, thing)?,
            // "Fueron rechazadas por el portavoz" names who does it.
            called: Run::new(from, end).filter(|_| name || !by),
            by: None,
        })
    }
}
