//! "Rejected the plan", "dismissed the appeal": what is only proposed or asked for is not called untrue by who turns it down.

use super::called;
use super::lexicon::{AUX, BE, BY, COMP, CONJ, DET, POSS, PREP, PRON, SUB, TIME};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use crate::extract::text::Token;
use model::{Kind, Polarity};

/// The most words before the noun: "the ministry's second revised".
const NEAR: usize = 6;
/// What one is for or against.
const PLANS: [&str; 44] = [
    "call",
    "calls",
    "ceasefire",
    "truce",
    "compensation",
    "terms",
    "extension",
    "candidate",
    "apology",
    "compromises",
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
            noun.is_some_and(|at| !view.is(*at, "idea"))
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
    let denies = |at: &usize| matches!(view.lower(*at), "denied" | "denies" | "deny");
    let Some(verb) = inside.iter().copied().find(denies) else {
        return false;
    };
    let passive = (verb.saturating_sub(3)..verb).any(|at| view.has(at, BE));
    let next = verb + 1;
    let thing = view.tokens.get(next).is_some_and(Token::is_wordy)
        && !view.has(next, PREP | COMP | CONJ | SUB | TIME | PRON | BY)
        && !view.adverb(next);
    if passive {
        return thing || view.has(next, POSS);
    }
    // "Denied clemency to the four", "denies workers the right to strike", "denied us food".
    let bare = thing && !view.has(next, DET | POSS) && !view.gerund(next) && !view.capital(next);
    let told = (next..view.len().min(next + 3)).any(|at| called::is_told(view, at));
    let given = view.is(next + 1, "to") || view.has(next + 1, DET) && !view.has(next + 1, COMP);
    let whom = matches!(view.lower(next), "us" | "them" | "me" | "him");
    if bare && !told && given || whom {
        return true;
    }
    // Somebody by an article, then what is his.
    let person = view.has(next, DET) && !view.has(next, POSS | COMP);
    let own =
        (next + 2..view.len().min(next + 5)).find(|at| view.has(*at, POSS) && !view.is(*at, "'s"));
    person
        && own.is_some_and(|own| {
            (next + 1..own)
                .all(|at| view.tokens[at].is_wordy() && !view.has(at, PREP | COMP | CONJ | AUX))
        })
}
