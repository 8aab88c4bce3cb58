//! "Rejected the plan", "dismissed the appeal": what is only proposed or asked for is not called untrue by who turns it down.

use super::lexicon::{AUX, BE, BY, COMP, CONJ, DET, POSS, PREP, PRON, SUB, TIME};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use crate::extract::text::Token;
use model::{Kind, Polarity};

/// The most words before the noun: "the ministry's second revised".
const NEAR: usize = 6;
/// What one is for or against.
const PLANS: [&str; 34] = [
    "plan",
    "plans",
    "proposal",
    "proposals",
    "offer",
    "offers",
    "bid",
    "bids",
    "scheme",
    "schemes",
    "project",
    "projects",
    "deal",
    "deals",
    "settlement",
    "compromise",
    "budget",
    "bill",
    "amendment",
    "amendments",
    "invitation",
    "invitations",
    "recommendation",
    "recommendations",
    "ultimatum",
    "resignation",
    "merger",
    "treaty",
    "idea",
    "candidacy",
    "nomination",
    "demand",
    "demands",
    "measures",
];
/// What courts and offices decide on.
const ASKED: [&str; 16] = [
    "appeal",
    "appeals",
    "application",
    "applications",
    "petition",
    "petitions",
    "motion",
    "motions",
    "request",
    "requests",
    "challenge",
    "lawsuit",
    "suit",
    "bail",
    "visa",
    "permit",
];

/// Makes such readings positions, and drops what is only decided.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain_mut(|reading| {
        let view = &views[reading.sentence];
        if is_kept_from(view, reading) {
            return false;
        }
        let turned = reading.kind == Kind::Fact && view.english();
        let verb = reading.cue.map(|cue| tokens(view, cue).collect::<Vec<_>>());
        let turned = turned
            && verb.is_some_and(|cue| {
                cue.iter().any(|at| {
                    ["reject", "dismiss", "rebuff", "turn", "refus", "spurn"]
                        .iter()
                        .any(|stem| view.lower(*at).starts_with(stem))
                })
            });
        let Some(first) = reading.content.first().filter(|_| turned) else {
            return true;
        };
        let inside: Vec<usize> = tokens(view, *first).take(NEAR).collect();
        let head = |words: &[&str]| {
            let mut near = inside.iter().take_while(|at| !view.has(**at, PREP | COMP));
            let noun = near.find(|at| words.contains(&view.lower(**at)));
            // "The idea that C" may be denied.
            let told =
                |at: usize| view.is(at + 1, "that") || view.is(at, "idea") && view.is(at + 1, "of");
            noun.is_some_and(|at| !told(*at))
        };
        if head(&ASKED) {
            return false;
        }
        if head(&PLANS) {
            if reading.source.is_none() && !reading.own && !reading.dropped {
                return false;
            }
            reading.polarity = Polarity::Affirmed;
            reading.kind = Kind::Position;
        }
        true
    });
}

/// "Were denied boarding", "denied the men their passports": a thing is kept from somebody, and nothing is called untrue.
fn is_kept_from(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading
        .cue
        .filter(|_| view.english() && reading.polarity == Polarity::Denied)
    else {
        return false;
    };
    let inside: Vec<usize> = tokens(view, cue).collect();
    let Some(verb) = inside.iter().copied().find(|at| view.is(*at, "denied")) else {
        return false;
    };
    let passive = inside.iter().any(|at| *at < verb && view.has(*at, BE));
    let next = verb + 1;
    let thing = view.tokens.get(next).is_some_and(Token::is_wordy)
        && !view.has(next, PREP | COMP | CONJ | SUB | TIME | PRON | BY)
        && !view.adverb(next);
    if passive {
        return thing || view.has(next, POSS);
    }
    // Somebody by an article, then what is his.
    let person = view.has(next, DET) && !view.has(next, POSS);
    let own =
        (next + 2..view.len().min(next + 5)).find(|at| view.has(*at, POSS) && !view.is(*at, "'s"));
    person
        && own.is_some_and(|own| {
            (next + 1..own)
                .all(|at| view.tokens[at].is_wordy() && !view.has(at, PREP | COMP | CONJ | AUX))
        })
}
