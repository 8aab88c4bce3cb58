//! Whom anybody calls a victim behind his name, or by a pronoun: "she was herself a victim", "a quien consideró víctima", «она сама
//! оказалась жертвой». It holds of who was tried, too.

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Role, RoleSaid, Span};
use std::sync::LazyLock;

/// A pronoun that is called a victim.
static OF_PRONOUN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:(?P<en>s?he) (?:was|is|had been|has been) (?:(?:herself|himself|also|in fact|really|actually|clearly) )*(?:an? |the |one of the )?(?:trafficking |possible )?(?P<en_cue>victims?)|(?P<es>ella|él)(?: mism[oa]| también)* (?:fue|era|es|ha sido|había sido|resultó)(?: también| en realidad| otra| una)* (?P<es_cue>víctima)|(?P<ru>она|он)(?: сам[аи]?| тоже| также)* (?:был[аи]? |является |оказал(?:ась|ся) |стал[аи]? )?(?:сам[аи]? |тоже |также )*(?P<ru_cue>жертв(?:ой|а)|потерпевш(?:ей|ая|ий|им)))(?:$|[^\p{L}'’])",
    )
});

/// A relative clause that calls the name before it so.
static RELATIVE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^, (?:(?:whom|who) (?:\p{L}+ ){1,4}?(?:called|considered|found|recogni[sz]ed|regarded|described|deemed)(?: as| to be)? (?:(?:herself|himself|also) )?(?:an? |the )?(?P<en>victim)|a (?:quien|la que|el que) (?:\p{L}+ ){0,4}?(?:consider|reconoc|calific|declar|trat|señal|describ)\p{L}+ (?:(?:como|de|una|también|otra) )*(?P<es>víctima)|котор(?:ую|ого) (?:\p{L}+ ){0,3}?(?:призна|назва|сч[её]л|сочл|счита)\p{L}* (?:\p{L}+ ){0,2}?(?P<ru>потерпевш(?:ей|им)|жертвой))(?:$|[^\p{L}'’])",
    )
});

/// What no network does to somebody.
static OF_PLOT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^.?(?:of|de|del)? ?(?:an? |the |una? |la |el |su |his |her |judicial |political )*(?:smear|plot|conspiracy|injustice|campaign|campaña|mistake|misunderstanding|witch|slander|set-?up|frame-?up|revenge|circumstance|complot|conspiración|injusticia|persecución|montaje|trampa|venganza|calumnia|error|оговор|клевет|ошибк|заговор|провокаци|мест[ьи]|интриг|обстоятельств|навет)",
    )
});

/// Whom a scene calls a victim, and where; `near` are those of the sentence before.
pub(super) fn told<'a>(scene: &Scene<'a>, near: &[&'a Mention]) -> Vec<(&'a Mention, Span)> {
    let mut found = Vec::new();
    let plot = |cue: Span| OF_PLOT.is_match(scene.at(scene.rest(cue.end)));
    for who in scene.people() {
        let right = scene.rest(who.place.span.end);
        let Some(hit) = scene.captures(&RELATIVE, right) else {
            continue;
        };
        let cue = ["en", "es", "ru"].iter().find_map(|name| hit.name(name));
        let cue = cue.map(|cue| within(right, cue));
        found.extend(cue.filter(|cue| !plot(*cue)).map(|cue| (who, cue)));
    }
    let Some(hit) = scene.captures(&OF_PRONOUN, scene.sentence.span) else {
        return found;
    };
    let group = |names: [&str; 3]| {
        let hit = names.iter().find_map(|name| hit.name(name))?;
        Some(scene.span(hit.start(), hit.end()))
    };
    if let (Some(pron), Some(cue)) = (
        group(["en", "es", "ru"]),
        group(["en_cue", "es_cue", "ru_cue"]),
    ) && !plot(cue)
        && let Some(who) = whom::subject(scene, pron, near)
    {
        found.push((who, cue));
    }
    found
}

/// Calls somebody a victim. Whom the same words acquit is one all the same.
pub(super) fn give(scene: &Scene<'_>, who: &Mention, cue: Span, found: &mut Vec<RoleSaid>) {
    let denied = scene.is_denied(cue) || scene.is_refuted(cue);
    if denied || !scene.is_cleared(cue) {
        super::give(scene, who, Role::Victim, cue, found);
        return;
    }
    found.push(RoleSaid {
        who: who.id.clone(),
        role: Role::Victim,
        place: scene.place(cue),
        certainty: scene.certainty(cue),
        claim: scene.claim(cue).map(|claim| claim.id().clone()),
    });
}
