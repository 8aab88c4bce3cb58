//! Ages of several who are named together: "A and B, fourteen and twelve", "both minors", and ages told by another's: "a year
//! younger".

use super::young::{self, any_age, is_young};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::values::spoken;
use model::{Mention, Span};
use std::sync::LazyLock;

/// What softens an age.
const ABOUT: &str = r"(?:(?:both|only|just|aged|ages|of|about|around|roughly|barely|approximately|de|con|unos|unas|apenas|solo|aproximadamente|entre|в возрасте|около|примерно|всего|им|соответственно) )*";

/// Two or more ages behind the last of a list.
static AGES: LazyLock<Pattern> = LazyLock::new(|| {
    let age = any_age();
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:,|\s\(|\s[—–]|)\s?{ABOUT}(?P<ages>(?:{age})(?: años| лет)?(?:, (?:{age})){{0,3}},? (?:and|y|и) (?:de )?(?:{age}))(?P<end>[ -]years?[ -](?:old|of age)| años| лет| года| respectively| respectivamente|[,.;)]|$)"
    ))
});

/// What makes minors of all of a list, behind it.
static ALL: LazyLock<Pattern> = LazyLock::new(|| {
    let age = any_age();
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:,|\s\(|\s[—–]|)\s?(?:(?:who|que|котор\p{{L}}+) )?(?:(?:are|were|both|all|all three|the two|still|eran|son|ambas|ambos|las dos|los dos|las tres|los tres|todas|todos|aún|todavía|были|обе|оба|все|все трое|ещё|еще|которые|обеим|обоим|им) )*(?:(?P<cue>minors|underage|under (?:18|eighteen|age)|teenagers|schoolgirls|schoolboys|schoolchildren|menores(?: de (?:edad|18|dieciocho))?|adolescentes|niñas|niños|colegialas|несовершеннолетн(?:ие|их|им|ими)|подростки|подростков|школьниц\p{{L}}*|школьник\p{{L}}+)|(?:both|ambas|ambos|las dos|los dos|обе|оба|обеим|обоим|обеим по|обоим по) {ABOUT}(?P<age>{age})(?: years old| años| лет|[,.;)]|$))(?:$|[^\p{{L}}])"
    ))
});

/// An age told by that of whoever was named before.
static THAN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,|\s\(|\s[—–]|) ?(?:(?:who|que|котор\p{L}+) )?(?:(?:is|was|es|era|была?) )?(?P<cue>(?:(?P<n>an?|one|two|three|\d|un|uno|dos|tres) (?:years?|años?) (?P<dir>younger|older|menor|mayor)|(?:на (?P<ru>год|два года|три года|\d года?)|(?P<ins>годом|двумя годами|тремя годами)) (?P<to>младше|моложе|старше)))(?:$|[^\p{L}])",
    )
});

/// Minors among those who are named together up to `mention`, each with where it is said.
pub(super) fn told<'a>(
    scene: &Scene<'a>,
    mention: &'a Mention,
    right: Span,
) -> Vec<(&'a Mention, Span)> {
    let mut found = Vec::new();
    let behind = Span::new(right.start, right.start);
    if let Some(hit) = scene.captures(&AGES, right)
        && let Some(ages) = hit.name("ages")
        && !young::is_no_age(&scene.at(right)[hit.name("end").map_or(0, |end| end.start())..])
    {
        let mut people = listed::with(scene, mention, behind);
        people.push(mention);
        let all: Vec<_> = EACH.find_iter(ages.as_str()).collect();
        let from = people.len().checked_sub(all.len());
        for (who, age) in people.iter().skip(from.unwrap_or(people.len())).zip(&all) {
            if is_young(scene, age.as_str()) {
                let base = right.start + ages.start();
                found.push((*who, Span::new(base + age.start(), base + age.end())));
            }
        }
    }
    if let Some(hit) = scene.captures(&ALL, right)
        && let Some(cue) = hit
            .name("cue")
            .or_else(|| hit.name("age").filter(|age| is_young(scene, age.as_str())))
    {
        let cue = within(right, cue);
        let others = listed::with(scene, mention, behind);
        if !others.is_empty() {
            found.extend(others.into_iter().chain([mention]).map(|who| (who, cue)));
        }
    }
    found.extend(younger(scene, mention, right).map(|cue| (mention, cue)));
    found
}

/// One age.
static EACH: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{})\b", any_age())));

/// Where somebody is said to be so many years younger or older than a child who stands before him.
fn younger(scene: &Scene<'_>, mention: &Mention, right: Span) -> Option<Span> {
    let hit = scene.captures(&THAN, right)?;
    let own = mention.place.span;
    let before = scene
        .people()
        .filter(|who| who.place.span.end <= own.start)
        .last()?;
    let gap = scene.at(Span::new(before.place.span.end, own.start));
    let age = EACH.find(gap)?.as_str().to_lowercase();
    let years = age.parse::<u64>().ok().or_else(|| spoken(&age));
    let group = |names: &[&str]| names.iter().find_map(|name| hit.name(name));
    let step = match group(&["n", "ru", "ins"])?.as_str().to_lowercase().as_str() {
        "two" | "dos" | "2" | "два года" | "двумя годами" => 2,
        "three" | "tres" | "3" | "три года" | "тремя годами" => 3,
        other => other.chars().next()?.to_digit(10).map_or(1, u64::from),
    };
    let older = matches!(
        group(&["dir", "to"])?.as_str().to_lowercase().as_str(),
        "older" | "mayor" | "старше"
    );
    // Of an age in another case it is known only that it is that of a child.
    let young = match (years, older) {
        (Some(years), true) => years + step < 18,
        (Some(years), false) => years < 18 + step,
        (None, older) => !older && is_young(scene, &age),
    };
    let cue = hit.name("cue").filter(|_| young)?;
    Some(within(right, cue))
}
