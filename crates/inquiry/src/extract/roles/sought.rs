//! Who is looked for by kin, and who looks: "her brother, X, has been searching for her", "busca a su hermana, X".

use super::cues::KIN;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// More words of kin and friendship, in the cases of Russian too.
const MORE: &str = r"mum|mom|dad|grandparents?|grandma|grandpa|guardian|fianc[ée]e?|boyfriend|girlfriend|family|abuelos?|padrino|madrina|novi[oa]|cuñad[oa]|familia(?:res)?|сестру|сестрой|мам[аыу]|пап[аыу]|мужа|жену|дочку|дочка|внучк\p{L}+|внук\p{L}*|племянни\p{L}+|бабушк\p{L}+|дедушк\p{L}+|подруг\p{L}|родител\p{L}+|родственни\p{L}+|семь[яюи]";

/// Words of kin right before a name.
static KIN_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{KIN}|{MORE})(?: (?:mayor|menor|gemel[oa]))?,? $"
    ))
});

/// Verbs of searching for people.
const SEARCHES: &str = r"(?:(?:search|look)(?:ed|es|s|ing|) (?:\p{L}+ )?for|busc(?:a|aba|aban|an|ó|aron|ando|ado)(?: desesperadamente| sin descanso)?(?: (?:al?|por))?|(?:ищ[еу]т|искал[аи]?|разыскива(?:ет|ют|л[аи]?)))";

/// Whoever stands before looks for a person.
static LOOKS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^(?:,? (?:who|que|quien|котор(?:ый|ая)))?,?(?: (?:has|have|had|been|is|was|still|now|also|lleva|llevaba|sigue|anda|está|estaba|aún|todavía|[\p{{Ll}}\d]+ (?:días|semanas|meses|años)|до сих пор|вс[её] ещё|теперь|давно|уже|сам|сама|\p{{L}}+ly)){{0,5}} (?P<cue>{SEARCHES})(?P<whom> (?:her|him|them|(?:his|her|the|their|missing|su|la|el|свою|своего|пропавш\p{{L}}+|её|его|ее) ?(?:\p{{L}}+ )?(?:{KIN}|{MORE}|girl|boy|child|woman|niñ[oa]|j[óo]ven|девочк\p{{L}}+|девушк\p{{L}}+)|{KIN}|{MORE}|её|ее|его|их|(?-i:\p{{Lu}}\p{{Ll}})))"
    ))
});

/// The same of a Spanish or Russian pronoun before the verb: "la busca", «её ищет».
static LOOKS_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:,? (?:que|quien|котор(?:ый|ая)))?,?(?: (?:aún|todavía|sigue|до сих пор|давно))* (?:la|lo|её|ее|его) (?P<cue>busc(?:a|aba|ó|ando)|ищет|искал[аи]?|разыскива(?:ет|л[аи]?))(?:$|[^\p{L}])",
    )
});

/// Whoever stands behind is looked for as somebody's kin, or by kin.
static FOR: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{SEARCHES}) (?:(?:his|her|their|the|my|missing|su|mi|la|el|a|свою|своего|мою|моего|пропавш\p{{L}}+|её|ее|его|младш\p{{L}}+|старш\p{{L}}+|younger|older|elder|little|own|\d{{1,2}}-(?:year-old|летн\p{{L}}+)) )*(?P<kin>{KIN}|{MORE})?(?: (?:called|named|llamad[oa]|по имени|mayor|menor))?,? ?$"
    ))
});

/// Whoever stands before is missing: said so, or, where kin look for somebody in the text, gone.
static MISSING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:,[^,.;]{1,40},)?(?:,? (?:who|que|quien|котор(?:ый|ая)))?(?: (?:has|had|been|is|was|also|still|fue|ha|sigue|está|estaba|lleva|[\p{Ll}\d]+ (?:días|semanas|meses|años)|до сих пор|всё ещё|\p{L}+ly)){0,4} (?P<cue>(?:went|gone|reported|declared|still|been|listed as|is|was) missing|(?:reportad[oa] (?:como )?)?desaparecid[oa]|denunciad[oa] como desaparecid[oa]|пропал[аи]? без вести|числится пропавш\p{L}+|объявлен[аы]? (?:в розыск как )?(?:без вести )?пропавш\p{L}+|(?P<gone>vanished|disappeared|desapareció|пропал[аи]?|исчез(?:ла)?))(?:$|[^\p{L}])",
    )
});

/// Kin who look for somebody, anywhere in a text.
static KIN_LOOK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{KIN}|{MORE})(?:$|[^\p{{L}}])[^.;!?\n]{{0,80}}[^\p{{L}}]{SEARCHES} (?:her|him|them|(?:his|her|the|missing|su|la|el|свою|своего|пропавш\p{{L}}+) |{KIN}|{MORE}|её|ее|его|(?-i:\p{{Lu}}\p{{Ll}}))"
    ))
});

/// Whose search it is that makes nobody a victim.
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:police|detectives?|officers?|investigators?|prosecutors?|interpol|gang|traffickers?|policía|fiscalía|agentes|autoridades|guardia civil|banda|полици\p{L}+|следстви\p{L}+|прокуратур\p{L}+|следовател\p{L}+|интерпол|банд\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Kin who look for somebody, and whom kin look for.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    let mut seekers = Vec::new();
    for who in scene.people() {
        let own = who.place.span;
        let left = Span::new(scene.sentence.span.start, own.start);
        let lawful = LAW.is_match(scene.at(left)) || whom::in_office(scene, who);
        let kin = scene.cue(&KIN_BEFORE, left);
        let right = scene.rest(own.end);
        let looks = scene
            .cue(&LOOKS, right)
            .or_else(|| scene.cue(&LOOKS_BEFORE, right));
        if let Some(cue) = looks.filter(|_| kin.is_some() && !lawful) {
            found.push((who, Role::Relative, cue));
            seekers.push(who);
        }
        found.extend(missing(scene, right).map(|cue| (who, Role::PossibleVictim, cue)));
        if let Some(hit) = scene.captures(&FOR, left).filter(|_| !lawful)
            && let Some(cue) = hit.name("cue")
        {
            let by_kin = || seekers.iter().any(|seeker| seeker.id != who.id);
            if hit.name("kin").is_some() || by_kin() {
                found.push((who, Role::PossibleVictim, within(left, cue)));
            }
        }
    }
    found
}

/// Where the words behind a name say that its bearer is missing.
fn missing(scene: &Scene<'_>, right: Span) -> Option<Span> {
    let hit = scene.captures(&MISSING, right)?;
    let sure = hit.name("gone").is_none() || KIN_LOOK.is_match(scene.text);
    let cue = hit.name("cue").filter(|_| sure)?;
    Some(within(right, cue))
}
