//! «Если министр опровергнет слухи», «показания мог бы опровергнуть», «опровергнет ли он слухи»: a Russian denial that is only
//! supposed, possible, wished, still to come or asked about is none.

use super::parsing::russian;
use crate::extract::claims::lexicon::{CONJ, NEG};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;
use model::Polarity;

/// Verbs, adjectives and nouns with which an infinitive tells nothing that was done.
const UNDONE: &str = "мож*|мог|могла|могло|могли|могу|могут|сможет|смогут|сможем|хочет|хотят|хочу|хотел*|захоч*|желает|желают|желал*|желая|жела*|\
    пытаясь|стараясь|намереваясь|надеясь|собираясь|готов|готова|готовы|готовит*|намерен|намерена|намерены|намерева*|собирается|собираются|собирал*|планиру*|\
    обещал*|обещает|обещают|пообещал*|просит|просят|просил*|попросил*|требует|требуют|требовал*|потребовал*|призвал*|призыва*|предложил*|предлага*|советует|посоветовал*|\
    поручил*|велел*|должен|должна|должны|должно|обязан|обязана|обязаны|нужно|надо|следует|следовало|стоит|стоило|нельзя|трудно|сложно|легко|невозможно|вправе|\
    рассчитыва*|надеется|надеются|надеял*|мечта*|боится|боятся|боял*|побоял*|отказал*|отказыва*|будет|будут|буду|будем|станет|станут|бессил*|вместо|успел*|удастся|удается|\
    попытк*|попытал*|возможност*|право|права|желани*|намерени*|готовност*|обещани*|шанс*|просьб*|требовани*|способ|способы|сил|силах|смысла";
/// Forms of verbs in which a denial is still to come.
const TO_COME: &str = "опровергнет|отвергнет|отметет|оспорит|опровергнете|открестится|отречется|назовет|назовут|отвергну|опровергну|опровергнем|развеет|развеют";
/// The most words between such a word and the infinitive.
const NEAR: usize = 6;

/// Drops such denials.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !russian(view) {
        return;
    }
    readings.retain(|reading| {
        let denies =
            reading.sentence == index && reading.polarity == Polarity::Denied && !reading.own;
        let verb = reading
            .cue
            .and_then(|cue| tokens(view, cue).find(|at| is_head(view, *at)));
        !denies || !verb.is_some_and(|at| is_supposed(view, at))
    });
}

/// Whether the token of a cue is no "not" and no adverb beside its verb.
fn is_head(view: &View<'_>, at: usize) -> bool {
    !view.has(at, NEG) && !view.adverb(at) && view.tokens[at].is_wordy()
}

/// Whether the denial by the verb at the token is not told as done.
fn is_supposed(view: &View<'_>, at: usize) -> bool {
    let (from, to) = clause(view, at);
    let lower = view.lower(at);
    let past = ["л", "ла", "ло", "ли", "верг"]
        .iter()
        .any(|end| lower.ends_with(end));
    let has = |word: &str| (from..to).any(|at| view.is(at, word));
    let conditional = past && (view.is(at + 1, "бы") || (from..at).any(|at| view.is(at, "бы")));
    let aimed = past && (from..at).any(|at| view.is(at, "чтобы"));
    let opened = (from..at).any(|at| view.is(at, "если"));
    let contrasted = view.comma(to) && matches!(view.lower(to + 1), "то" | "теперь");
    let whether = |at: usize| view.is(at, "ли") && !view.tokens[at].capital;
    let asked = whether(at + 1) || (from..at).any(whether);
    fits(lower, TO_COME)
        || conditional
        || aimed
        || asked
        || opened && !past && !contrasted
        || view.infinitive(at) && (is_undone(view, from, at, to) || has("бы"))
}

/// Whether the infinitive at the token goes with a word by which nothing is done.
fn is_undone(view: &View<'_>, from: usize, at: usize, to: usize) -> bool {
    let near = from.max(at.saturating_sub(NEAR))..at;
    let undone = |at: usize| fits(view.lower(at), UNDONE);
    let link = near.clone().rev().find(|at| view.has(*at, CONJ));
    let before = (link.unwrap_or(near.start)..at).any(undone);
    // «Опровергнуть это он не смог»
    let opens = !(from..at).any(|at| view.tokens[at].is_wordy() && view.is_finite(at));
    before || opens && (at + 1..to).any(|at| undone(at) && !view.is(at, "права"))
}

/// Where the clause of the token begins and ends.
fn clause(view: &View<'_>, at: usize) -> (usize, usize) {
    let mark = |at: &usize| !view.tokens[*at].is_wordy() && !view.open(*at) && !view.close(*at);
    let from = (0..at).rev().find(mark).map_or(0, |at| at + 1);
    let to = (at + 1..view.len()).find(mark).unwrap_or(view.len());
    (from, to)
}
