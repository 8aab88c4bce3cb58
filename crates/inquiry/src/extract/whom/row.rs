//! Who does the further deeds of a row: "X met her in Lima, took her passport and sold her".

use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::order;
use crate::extract::predicate;
use model::{Language, Mention, Span};
use std::sync::LazyLock;

/// What joins a further verb to those before it.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:,|,? (?:and|but|y|e|pero|и|а|но))(?: (?:then|later|also|finally|eventually|had|has|luego|después|finalmente|también|потом|затем|позже|наконец|тоже|сам[аи]?))*\s$",
    )
});

/// A preposition before a name: its bearer is no subject.
static LED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:a|al|to|with|by|of|from|for|at|in|con|de|del|por|para|en|с|со|у|от|к|ко|для|о|об|за)(?: (?:an?|the|his|her|el|la|su|un|una))? $",
    )
});

static WHO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^,? (?:who|que|quien|котор(?:ый|ая))(?P<rest> .*)$"));

/// Whether a verb stands in the plural, where its form tells it.
pub(super) fn is_plural(verb: &str) -> bool {
    let word = verb
        .split_whitespace()
        .next()
        .unwrap_or(verb)
        .to_lowercase();
    let ends = |all: &[&str]| all.iter().any(|end| word.ends_with(end));
    ends(&["ron", "ban", "ían", "han", "ли", "ют", "ят"]) || word == "habrían"
}

/// Whether the words at a verb are English.
pub(super) fn is_english(scene: &Scene<'_>, verb: Span) -> bool {
    let words = scene.at(verb);
    words.is_ascii() && scene.sentence.language != Language::Es
}

/// Whether somebody is the subject of what follows his name.
pub(super) fn acts(scene: &Scene<'_>, who: &Mention) -> bool {
    let own = who.place.span;
    let line = |words: &str| words.find('\n').unwrap_or(words.len());
    let behind = scene.text.get(own.end..).unwrap_or_default();
    let behind = &behind[..line(behind)];
    let before = scene.text.get(..own.start).unwrap_or_default();
    let told = scene.told_from(who).saturating_sub(own.end);
    let behind = behind.get(told..).unwrap_or(behind);
    // "Her cousin, X, brought her": the name stands behind the noun for its bearer.
    let apposed = before.ends_with(", ").then(|| behind.strip_prefix(','));
    let behind = apposed.flatten().unwrap_or(behind);
    let rest = WHO.captures(behind).and_then(|hit| hit.name("rest"));
    let behind = rest.map_or(behind, |rest| rest.as_str());
    !LED.is_match(before) && predicate::follows(behind) && order::roles_of(who).0
}

/// Who does what a verb that is joined to others before it tells.
pub(super) fn doer<'a>(scene: &Scene<'a>, verb: Span, start: usize) -> Option<&'a Mention> {
    let lead = scene.at(Span::new(scene.sentence.span.start, start));
    if is_plural(scene.at(verb)) || !JOINS.is_match(lead) {
        return None;
    }
    let before = scene
        .people()
        .filter(|who| who.place.span.end <= start && scene.aside(who).is_none());
    before
        .filter(|who| acts(scene, who))
        .last()
        .filter(|who| order::may_act(who, scene.at(verb)))
}
