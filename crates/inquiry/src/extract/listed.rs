//! People who stand in a list: what is told of one at its edge is told of all. "recruited A, B and C", "captó a A y a su prima B".

use super::around::Scene;
use super::order;
use super::predicate;
use crate::alphabet::{Regex, pattern};
use model::{Mention, Span};
use std::sync::LazyLock;

/// What joins two names of a list: a comma, or a conjunction; an age or an apposition may stand before it, a preposition and
/// kin behind it.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    const AND: &str = r"and|or|nor|y|e|o|u|ni|и|или|ни|as well as|así como|а также|plus";
    const AGED: &str = r"(?:,? \(?(?:both |aged |de |ambas |обе )?\d{1,2}(?:[ -]years?[ -]old| años| лет| года?)?\)?| \([^()]{1,40}\))";
    const KIN: &str = r"mother|father|brothers?|sisters?|wife|husband|sons?|daughters?|cousins?|nieces?|nephews?|friends?|classmates?|roommates?|flatmates?|neighbou?rs?|colleagues?|girlfriend|madre|padre|herman[oa]s?|espos[oa]|hij[oa]s?|prim[oa]s?|sobrin[oa]s?|amig[oa]s?|vecin[oa]s?|compañer[oa]s?|cuñad[oa]|menor|joven|niñ[oa]|girl|boy|teenager|young|younger|older|elder|twin|best|close|little|mejor|pequeñ[oa]|mayor|gemel[oa]|colega|сестр\p{L}|брата|мать|дочь|сына|жену|мужа|подруг\p{L}|друга|соседк\p{L}|соседа|племянни\p{L}+|одноклассни\p{L}+|коллег\p{L}|младш\p{L}+|старш\p{L}+|двоюродн\p{L}+|родн\p{L}+|лучш\p{L}+|близк\p{L}+|несовершеннолетн\p{L}+|\d{1,2}-(?:year-old|летн\p{L}+)";
    pattern(&format!(
        r"(?i)^(?:{AGED}?(?:(?P<and>,? (?:{AND})(?: also| later| then| también| luego| также| потом| затем)?)|,)|{AGED}?, (?-i:\p{{Ll}})[^,.;:()«“\x22?!]{{1,60}}(?P<also>, (?:{AND}))) (?:(?:a|al|to|of|de|del|from) )?(?:(?:her|his|their|the|another|su|sus|la|el|una|un|otra|otro|её|ее|его|их|ещё одну|другую) )?(?:(?:{KIN}),? ){{0,3}}$"
    ))
});

/// What stands between two people if it joins them in a list, and whether by a conjunction.
fn joint(scene: &Scene<'_>, one: &Mention, other: &Mention) -> Option<bool> {
    let gap = Span::new(one.place.span.end, other.place.span.start);
    if gap.start > gap.end {
        return None;
    }
    let hit = JOINS.captures(gap.of(scene.text)?)?;
    let and = hit.name("and").or_else(|| hit.name("also"));
    order::same_case(one, other).then(|| and.is_some())
}

/// Whether two people stand beside each other in a list.
pub(crate) fn are_joined(scene: &Scene<'_>, one: &Mention, other: &Mention) -> bool {
    joint(scene, one, other).is_some()
}

/// Everybody else in the list at whose edge `who` stands: behind him where `cue` stands before him, else before him.
/// A name that begins a clause of its own ends the list.
pub(crate) fn with<'a>(scene: &Scene<'a>, who: &Mention, cue: Span) -> Vec<&'a Mention> {
    let people: Vec<&Mention> = scene.people().collect();
    let Some(at) = people.iter().position(|one| one.id == who.id) else {
        return Vec::new();
    };
    if cue.end <= who.place.span.start {
        behind(scene, &people[at..])
    } else {
        before(scene, &people[..=at])
    }
}

/// Everybody else whom a noun in the plural before `who` calls so. More than one must be meant, whatever is told behind: at
/// least up to the first conjunction.
pub(crate) fn called<'a>(scene: &Scene<'a>, who: &Mention, noun: Span) -> Vec<&'a Mention> {
    let list = with(scene, who, noun);
    if !list.is_empty() {
        return list;
    }
    let mut run = Vec::new();
    let people: Vec<&Mention> = scene
        .people()
        .filter(|one| one.place.span.start >= who.place.span.start)
        .collect();
    for pair in people.windows(2) {
        match joint(scene, pair[0], pair[1]) {
            Some(and) => {
                run.push(pair[1]);
                if and {
                    return run;
                }
            }
            None => break,
        }
    }
    Vec::new()
}

/// A list that ends with people who have no name: "A, B and two other women".
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:,? \(?(?:de )?\d{1,2}(?: años| лет)?\)?)?,? (?:and|or|y|e|o|и|или|as well as|así como|а также) (?:(?:a|al|to|of|de) )?(?:(?:at least|al menos|по меньшей мере|ещё|еще) )?(?:\d+|two|three|four|five|six|several|many|some|other|others|another|an?|una?s?|dos|tres|cuatro|cinco|seis|varias|varios|otras?|otros?|más|двух|тр[её]х|двоих|троих|четыр[её]х|пять|пятерых|несколько|нескольких|других|другую|другого|одну|одного|их|её)\s",
    )
});

/// The list that the first of `people` begins, without him.
fn behind<'a>(scene: &Scene<'a>, people: &[&'a Mention]) -> Vec<&'a Mention> {
    let mut run: Vec<(&Mention, bool)> = Vec::new();
    for pair in people.windows(2) {
        let Some(and) = joint(scene, pair[0], pair[1]) else {
            break;
        };
        run.push((pair[1], and));
    }
    while let Some((last, and)) = run.last() {
        let tail = scene.rest(last.place.span.end);
        let tail = scene.at(tail);
        if (*and || OTHERS.is_match(tail)) && !predicate::follows(tail) {
            break;
        }
        run.pop();
    }
    run.into_iter().map(|(one, _)| one).collect()
}

/// The list that the last of `people` ends, without him.
fn before<'a>(scene: &Scene<'a>, people: &[&'a Mention]) -> Vec<&'a Mention> {
    let mut run: Vec<&Mention> = Vec::new();
    for (step, pair) in people.windows(2).rev().enumerate() {
        match joint(scene, pair[0], pair[1]) {
            // Before the last of a list stands a conjunction.
            Some(and) if and || step > 0 => run.insert(0, pair[0]),
            _ => break,
        }
    }
    run
}
