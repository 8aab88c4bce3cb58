//! Denials that no verb of denying tells by itself, in Spanish and Russian: a label («Чушь», said X of Y), a predicate ("has no
//! basis"), a noun of denying with a light verb ("issued a denial of"), a participle, a verb that is left out.

mod answered;
mod behind;
mod bounds;
mod firsthand;
mod fronted;
mod gapped;
mod inverse;
mod joined;
mod labels;
mod leading;
mod parsing;
mod participles;
mod passives;
mod positions;
mod predicates;
mod rebuttal;
mod speakers;
mod spoken;
mod supposed;
mod topics;
mod twofold;
mod verb_first;
mod voiced;

use super::lexicon::Cue;
use super::reading::{self, Reading};
use super::view::{Run, View};
use model::{Certainty, Kind, Polarity, Span};

/// The rule of such readings.
const RULE: &str = "denial";

/// Who denies what, and by which words.
struct Denial {
    source: Option<Run>,
    /// None where the verb is left out.
    cue: Option<Run>,
    content: Run,
    /// The words by which nobody else says anything.
    over: Run,
    certainty: Certainty,
}

/// Adds such denials, in the place of what else was read of their words.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        if view.english() {
            continue;
        }
        positions::settle(view, index, readings);
        predicates::settle(view, index, readings);
        let found = labels::read(view, index, readings)
            .into_iter()
            .chain(rebuttal::read(view))
            .chain(topics::read(view))
            .chain(participles::read(view))
            .chain(passives::read(view))
            .chain(behind::read(view))
            .chain(answered::read(view))
            .chain(voiced::read(view))
            .collect::<Vec<_>>();
        for denial in found {
            put(view, index, &denial, readings);
        }
        if let Some(denial) = gapped::read(view, index, readings) {
            put(view, index, &denial, readings);
        }
        fronted::settle(view, index, readings);
        firsthand::settle(view, index, readings);
        spoken::settle(view, index, readings);
        behind::settle(view, index, readings);
        bounds::settle(view, index, readings);
        joined::settle(view, index, readings);
        inverse::settle(view, index, readings);
        verb_first::settle(view, index, readings);
        twofold::settle(view, index, readings);
        supposed::settle(view, index, readings);
    }
    reading::sort(readings);
}

/// Puts a denial in the place of the readings of its words.
fn put(view: &View<'_>, index: usize, denial: &Denial, readings: &mut Vec<Reading>) {
    let (Some(over), Some(content)) = (view.span(denial.over), view.span(denial.content)) else {
        return;
    };
    let end = view.sentence.span.end;
    readings.retain_mut(|other| {
        if other.sentence != index || !other.cue.is_some_and(|cue| cue.overlaps(over)) {
            return true;
        }
        // «Вымысел, — сказал X об этом. — C»: what he says besides stays his.
        other.content.retain(|part| part.start >= end);
        if other.content.is_empty() {
            return false;
        }
        other.polarity = Polarity::Affirmed;
        other.source = denial
            .source
            .and_then(|run| view.span(run))
            .or(other.source);
        true
    });
    let cue = denial.cue.and_then(|run| view.span(run));
    let head = denial.cue.map_or("", |run| view.lower(run.from));
    let mut reading = Reading::new(index, RULE, &Cue::denial(head), cue);
    reading.certainty = denial.certainty;
    reading.source = denial.source.and_then(|run| view.span(run));
    reading.dropped = reading.source.is_none();
    reading.content = vec![content];
    readings.push(reading);
}

/// Who speaks behind a verb and the circumstances that follow it: "«C», dijo en los pasillos la consejera".
pub(super) fn teller(view: &View<'_>, from: usize, head: usize) -> Option<Run> {
    parsing::teller(view, (from, view.len()), head)
}

/// Makes a reading the denial of a thing.
fn deny(reading: &mut Reading, thing: Span) {
    reading.content = vec![thing];
    reading.polarity = Polarity::Denied;
    reading.kind = Kind::Fact;
}
