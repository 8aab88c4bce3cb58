//! "Rejected the plan", "dismissed the appeal": what is only proposed or asked for is not called untrue by who turns it down.

use super::lexicon::{COMP, PREP};
use super::patterns::listed;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Kind, Polarity};

/// The most words before the noun: "the ministry's second revised".
const NEAR: usize = 6;
/// What one is for or against.
const PLANS: &str = "amendment amendments apology bid bids bill budget call calls candidacy candidate ceasefire \
    compensation compromise compromises deal deals demand demands extension idea invitation \
    invitations measures merger nomination offer offers plan plans project projects proposal \
    proposals recommendation recommendations resignation scheme schemes settlement terms treaty \
    truce ultimatum";
/// What courts and offices decide on.
const ASKED: &str = "appeal appeals application applications bail challenge lawsuit motion motions permit petition \
    petitions request requests suit visa";

/// Makes such readings positions, and drops what is only decided.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain_mut(|reading| {
        let view = &views[reading.sentence];
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
        let head = |words: &str| {
            let mut near = inside.iter().take_while(|at| !view.has(**at, PREP | COMP));
            let noun = near.find(|at| listed(words, view.lower(**at)));
            // "The idea that C" may be denied.
            noun.is_some_and(|at| !view.is(*at, "idea"))
        };
        if head(ASKED) {
            return false;
        }
        if head(PLANS) {
            if reading.source.is_none() && !reading.own && !reading.dropped {
                return false;
            }
            reading.polarity = Polarity::Affirmed;
            reading.kind = Kind::Position;
        }
        true
    });
}
