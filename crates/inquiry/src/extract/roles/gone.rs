//! Who is meant by a pronoun where kin look for her or kin of hers are threatened, and whose mother or father writes: "her
//! brother, X, is looking for her", «угрожали расправой над её матерью», "I am X's mother", "my son, X, vanished".

use super::cues::KIN;
use super::threats;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::whom::{self, Near};
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Somebody looks for whom a pronoun names.
static SEEKS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?:",
        r"(?P<cue>(?:look|search)(?:ed|s|es|ing)? for) (?P<pron>her|him)",
        r"|(?P<es>la|lo) (?P<es_cue>(?:ha |había )?(?:busc(?:a|an|aba|aban|ó|aron|ado)|(?:sigue|siguen|lleva|llevan) (?:[\p{L}]+ ){0,2}buscando))",
        r"|(?P<ru_cue>(?:разыскива|ищ|иска)(?:ет|ют|ут|л|ла|ли)) (?P<ru>е[её]|его)",
        r")(?:$|[^\p{L}])",
    ))
});

/// A word of kin in the words before.
static IS_KIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{KIN}|family|relatives|familia|familiares|семья|родители|родственники|мама|папа)(?:$|[^\p{{L}}])"
    ))
});

/// A word of kin right before a name, with whose kin it is.
static KIN_OF: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<pron>her|his|their|su|sus|е[её]|его|их) )(?:(?:little|younger|older|elder|only|own|propi[oa]|младш\p{{L}}+|старш\p{{L}}+|родн\p{{L}}+) )?(?P<cue>{KIN}|матерью|сестрой|братом|сыном|дочерью|отцом|мамой|матери|сестре|брату|дочке|детьми|hermanit[oa]|abuel[oa]),? $"
    ))
});

/// "My daughter, X," and that she is gone.
static MINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:my|our|mi|nuestr[oa]|мо[йяюе]\p{{L}}?|наш\p{{L}}?) (?:(?:little|younger|older|elder|only|eldest|menor|mayor|младш\p{{L}}+|старш\p{{L}}+) )?(?:{KIN}|дочку|дочка|сестру|брата),? $"
    ))
});

/// Whoever stands before is gone, or was taken.
static GONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^[»”\x22]?,?(?:[^,.;]{1,40},)? ?(?P<cue>",
        r"vanished|disappeared|(?:is|has been|went|was reported) missing|was (?:taken|sold|lured|last seen)|never (?:came|returned|wrote|called)|left home|has not (?:called|come|been)",
        r"|desapareció|(?:está|sigue|anda) (?:desaparecid|perdid)[oa]|(?:no|nunca) (?:ha )?(?:volvió|vuelto|regresó|regresado|llamó|llamado)|se fue de (?:la )?casa|se l[ao] llevaron",
        r"|пропал[аи]?|исчез(?:ла)?|не вернул(?:ась|ся)|ушла из дома|ушёл из дома|не выходит на связь|увезли)(?:$|[^\p{L}])",
    ))
});

/// "I am X's mother", "soy la madre de X", «я мать X».
static PARENT: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    (
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:(?:I am|I'm|I’m|we are) (?P<of>the (?:mother|father|sister|brother|aunt|parents) of )?|(?:soy|somos) (?P<es>(?:la |el |los )?(?:madre|padre|mamá|papá|hermana|hermano|tía|tío|abuela|abuelo|padres) de )|(?:я|мы)(?: [—–-])? (?P<ru>(?:мать|мама|отец|папа|сестра|брат|родители) ))$",
        ),
        pattern(
            r"(?i)^['’]s (?:mother|father|mum|mom|dad|sister|brother|aunt|grandmother|parents)(?:$|[^\p{L}])",
        ),
    )
});

/// Role, cue and bearer.
type Told<'a> = (&'a Mention, Role, Span);

/// What a scene says so; `near` are the people of the sentences before.
pub(super) fn told<'a>(scene: &Scene<'a>, near: &Near<'a>) -> Vec<Told<'a>> {
    let mut all = Vec::new();
    all.extend(sought(scene, near));
    for who in scene.people() {
        let whole = Span::new(scene.sentence.span.start, who.place.span.start);
        let lead = Span::new(whole.end - ending(scene.at(whole)).len(), whole.end);
        let right = scene.rest(who.place.span.end);
        let gone = scene
            .cue(&GONE, right)
            .filter(|_| MINE.is_match(scene.at(lead)));
        let child = gone.or_else(|| is_parents(scene, who, lead).then_some(who.place.span));
        all.extend(child.map(|cue| (who, Role::PossibleVictim, cue)));
        all.extend(through_kin(scene, who, lead, near));
    }
    all
}

/// Whether whoever writes calls himself the parent or another of the nearest kin of who is named.
fn is_parents(scene: &Scene<'_>, who: &Mention, lead: Span) -> bool {
    let Some(hit) = PARENT.0.captures(scene.at(lead)) else {
        return false;
    };
    let of = ["of", "es", "ru"]
        .iter()
        .any(|name| hit.name(name).is_some());
    of || PARENT.1.is_match(scene.at(scene.rest(who.place.span.end)))
}

/// Whom kin look for.
fn sought<'a>(scene: &Scene<'a>, near: &Near<'a>) -> Option<Told<'a>> {
    let whole = scene.sentence.span;
    let hit = scene.captures(&SEEKS, whole)?;
    let group = |names: &[&str]| names.iter().find_map(|name| hit.name(name));
    let cue = within(whole, group(&["cue", "es_cue", "ru_cue"])?);
    let pron = within(whole, group(&["pron", "es", "ru"])?);
    let before = scene.at(Span::new(whole.start, cue.start.min(pron.start)));
    let who = whom::earlier(scene, pron, near).filter(|_| IS_KIN.is_match(before))?;
    Some((who, Role::PossibleVictim, cue))
}

/// Whose kin somebody is by whose harm there is a threat.
fn through_kin<'a>(
    scene: &Scene<'a>,
    who: &'a Mention,
    lead: Span,
    near: &Near<'a>,
) -> Option<Told<'a>> {
    let hit = scene.captures(&KIN_OF, lead)?;
    let (cue, pron) = (hit.name("cue")?, hit.name("pron")?);
    threats::told(scene, who, lead, scene.rest(who.place.span.end))?;
    let cue = within(lead, cue);
    let pron = within(lead, pron);
    let whose = whom::earlier(scene, pron, near).filter(|it| it.text != who.text);
    whose.map(|it| (it, Role::PossibleVictim, cue))
}
