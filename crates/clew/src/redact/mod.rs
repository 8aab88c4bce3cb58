//! Redaction: nothing leaves the program but through here.
//!
//! **Invariant.** [`Redacted`] can be had only from this module: from a [`Mask`] built from the
//! whole study, or from an [`Unmasking`] that names who wants to see everything and why.
//! What renders, exports or serves takes `Redacted` values and so cannot be handed anything else.

mod around;
mod born;
mod codes;
mod fold;
mod forms;
mod initials;
mod mask;
mod names;
#[cfg(test)]
mod properties;
mod schools;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod tests;
mod words;

pub use mask::Mask;

use crate::casefile::{CaseFile, Edit, Name, Passage, Shown, Study};
use codes::Sort;
use model::{Entity, EntityKind, Protection};
use serde::{Serialize, Serializer};
use std::fmt;

/// A value in which no protected person can be recognised by name, or that somebody unmasked
/// for a stated reason. It can be read, never made, outside this module.
#[derive(Clone, Debug, PartialEq)]
pub struct Redacted<T>(T);

impl<T> std::ops::Deref for Redacted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Display> fmt::Display for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Serialize> Serialize for Redacted<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Who wants to see protected names, and why. Goes into the custody log before anything is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmasking {
    who: String,
    why: String,
}

impl Unmasking {
    /// `None` if nobody is named or no reason is given.
    pub fn new(who: &str, why: &str) -> Option<Self> {
        let (who, why) = (who.trim(), why.trim());
        (!who.is_empty() && !why.is_empty()).then(|| Self {
            who: who.to_owned(),
            why: why.to_owned(),
        })
    }

    /// Who.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// Why.
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// One protected entity behind its pseudonym: what the legend says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The pseudonym, in brackets.
    pub label: String,
    /// Why it is protected, gravest first.
    pub reasons: Vec<&'static str>,
}

impl Hidden {
    fn new(entity: &Entity, number: usize) -> Self {
        let mut reasons: Vec<Protection> = entity.protected.clone();
        reasons.sort();
        reasons.dedup();
        let reasons: Vec<&str> = reasons.into_iter().map(mask::gravest).collect();
        let what = match entity.kind {
            EntityKind::Person => "person",
            EntityKind::Group => "group",
            EntityKind::Organisation => "organisation",
            EntityKind::Place => "place",
            EntityKind::Phone => "number",
            EntityKind::Document | EntityKind::Address => "item",
        };
        let gravest = reasons.first().copied().unwrap_or("protected");
        Self {
            label: format!("[{what} {number}, {gravest}]"),
            reasons,
        }
    }

    /// What stands for a number, document, address, handset or SIM of this entity.
    fn code(&self, sort: Sort) -> String {
        let what = match sort {
            Sort::Handset(0) => "handset".to_owned(),
            Sort::Handset(number) => format!("handset {number}"),
            Sort::Sim(0) => "SIM".to_owned(),
            Sort::Sim(number) => format!("SIM {number}"),
            Sort::Other | Sort::Phone => "identifier".to_owned(),
        };
        format!("[{what} of {}]", self.short())
    }

    /// What stands for the school of this entity.
    fn school(&self) -> String {
        format!("[school of {}]", self.short())
    }

    /// The pseudonym without brackets and reason.
    fn short(&self) -> &str {
        let name = self.label.trim_matches(['[', ']']);
        name.split(',').next().unwrap_or(name)
    }
}

impl Mask {
    /// One line of text, ready to be shown.
    pub fn line(&self, text: &str) -> Redacted<String> {
        Redacted(self.text(text))
    }

    /// Any JSON value, ready to be shown: every string and every key in it is masked.
    ///
    /// Offsets in it still count bytes of the original text, not of the masked words.
    pub fn json(&self, value: serde_json::Value) -> Redacted<serde_json::Value> {
        Redacted(self.value(value))
    }

    fn value(&self, value: serde_json::Value) -> serde_json::Value {
        use serde_json::Value;
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(all) => Value::Array(all.into_iter().map(|one| self.value(one)).collect()),
            Value::Object(fields) => Value::Object(
                fields
                    .into_iter()
                    .map(|(key, value)| (self.text(&key), self.value(value)))
                    .collect(),
            ),
            other => other,
        }
    }

    /// The same mask with one label for everybody, for answers to words that the user gave: a hit for a name must not
    /// say which pseudonym the name belongs to.
    #[must_use]
    pub fn nameless(&self) -> Self {
        let mut mask = self.clone();
        for hidden in &mut mask.hidden {
            mask::WITHHELD.clone_into(&mut hidden.label);
        }
        mask
    }

    /// Who is hidden behind which pseudonym, by reason, never by name.
    pub fn legend(&self) -> &[Hidden] {
        &self.hidden
    }

    /// Who asked to see everything and why, if this mask hides nothing.
    pub fn unmasking(&self) -> Option<&Unmasking> {
        self.open.as_ref()
    }

    /// A case file, ready to be shown.
    pub fn case(&self, mut case: CaseFile) -> Redacted<CaseFile> {
        case.edit(self);
        match &self.open {
            Some(open) => case.unmasked = Some((open.who.clone(), open.why.clone())),
            None => {
                case.hidden = self
                    .hidden
                    .iter()
                    .map(|one| (one.label.clone(), one.reasons.join(", ")))
                    .collect();
            }
        }
        Redacted(case)
    }
}

/// Masks every protected person of the study in the case file.
pub fn mask(study: &Study, case: CaseFile) -> Redacted<CaseFile> {
    Mask::of(study).case(case)
}

/// Shows the case file with all names, to somebody who said why.
pub fn unmask(case: CaseFile, why: &Unmasking) -> Redacted<CaseFile> {
    Mask::none(why).case(case)
}

impl Edit for Mask {
    fn text(&self, text: &mut String) {
        let cuts = self.cuts(text, &[]);
        if !cuts.is_empty() {
            *text = mask::apply(text, &cuts);
        }
    }

    fn name(&self, name: &mut Name) {
        if let Some(number) = name.entity.as_ref().and_then(|id| self.number.get(id)) {
            name.text.clone_from(&self.hidden[*number].label);
            name.entity = None;
            name.protected = true;
        } else {
            Edit::text(self, &mut name.text);
        }
    }

    fn passage(&self, passage: &mut Passage) {
        let known = passage.ground.take().map_or_else(Vec::new, |ground| {
            self.known(
                &ground.document,
                ground.part,
                ground.start,
                passage.text.len(),
            )
        });
        let cuts = self.cuts(&passage.text, &known);
        for mark in &mut passage.marks {
            let (start, end) = (mark.span.start, mark.span.end);
            mark.span = model::Span::new(moved(&cuts, start, false), moved(&cuts, end, true));
        }
        passage.text = mask::apply(&passage.text, &cuts);
    }
}

/// Where an offset of the original text lies after the cuts; inside a cut, at its near or far edge.
fn moved(cuts: &[mask::Cut], at: usize, far: bool) -> usize {
    let (mut gone, mut came) = (0, 0);
    for cut in cuts {
        if cut.range.end <= at {
            gone += cut.range.len();
            came += cut.label.len();
        } else if cut.range.start < at {
            let edge = cut.range.start - gone + came;
            return if far { edge + cut.label.len() } else { edge };
        } else {
            break;
        }
    }
    at - gone + came
}
