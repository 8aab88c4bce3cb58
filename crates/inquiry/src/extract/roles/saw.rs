//! Who saw or heard what was done to people without a name: "Two fishermen, X and Y, heard them crying", "una vecina, X, vio cómo
//! subían a las muchachas".

use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::text::Setting;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Whom a network may have harmed, as those who were seen.
const SEEN: &str = r"(?:the|a|an|two|three|four|five|six|several|some|other|young|little|crying|her|las?|los|el|una?|dos|tres|cuatro|varias|varios|unas|unos|двух|тр[её]х|нескольких|молодых|чужих) ?(?:\p{Ll}+ )?";
const PEOPLE: &str = r"girls?|wom[ae]n|boys?|children|child|kids?|teenagers?|youths?|m[ae]n|people|migrants?|workers?|recruits?|niñ[oa]s?|muchach[oa]s?|chic[oa]s?|mujer(?:es)?|jóvenes|joven|menor(?:es)?|hombres?|personas|migrantes|trabajador[ae]s|девушек|девушку|девочек|девочку|женщин[ау]?|детей|реб[её]нка|мальчик(?:а|ов)|подростк(?:а|ов)|парней|парня|мужчин|людей|рабочих|мигрантов";

/// Somebody sees or hears what is done.
static SAW: LazyLock<Pattern> = LazyLock::new(|| {
    let done_en = r"(?:get(?:ting)? in|climb|be(?:ing)? \p{L}+|tak(?:e|en|ing)|dragg?ed|dragging|push(?:ed|ing)|led|leav(?:e|ing)|forced|forcing|load(?:ed|ing)|put|beat(?:en|ing)?|cry(?:ing)?|scream(?:ing)?|bundled|walk(?:ed)? out|brought|carried|arriv(?:e|ing)|beg(?:ging)?|run(?:ning)?|jump(?:ing)?)";
    let done_es = r"(?:sub(?:ían|ieron|ía|ir)|met(?:ían|ieron|ía|er)|llev(?:aban|aron|aba|ar)|sac(?:aban|aron|aba|ar)|arrastr\p{L}+|golpe\p{L}+|oblig\p{L}+|baj(?:aban|aron|ar)|encerr\p{L}+|empuj\p{L}+|llor\p{L}+|grit\p{L}+|entr(?:aban|ar|aron)|sal(?:ían|ir|ieron)|subiendo|llegar)";
    let done_ru = r"(?:саж(?:али|ал|ают)|вели|вывели|выводили|увозили|увезли|заталкива\p{L}+|тащили|били|бил|избива\p{L}+|грузили|забирали|заводили|привозили|привезли|сажали|плака\p{L}+|крича\p{L}+|выбега\p{L}+|запира\p{L}+)";
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:,[^,.;]{{1,60}},)?,?(?:,? (?:who|que|quien|котор\p{{L}}+))?(?: (?:had|has|also|later|once|ha|había|también|тоже|также|сам|сама|лично|однажды))* (?P<cue>saw|seen|heard|watched|witnessed|noticed|filmed|vio|vieron|oyó|oyeron|escuchó|escucharon|presenció|presenciaron|видел[аи]?|слышал[аи]?|наблюдал[аи]?|заметил[аи]?)(?:,? (?:how|cómo|que|when|cuando|как|что))?(?: (?:(?:{SEEN})?(?:{PEOPLE})|them|her|him|их|её|ее|его)(?: \p{{L}}+){{0,3}}? (?:{done_en}|{done_ru})| (?:se )?(?:l[ao]s? )?{done_es}(?: \p{{Ll}}+)?(?: al?)? (?:{SEEN})?(?:{PEOPLE})|,? (?:{done_es} )?a(?:l| la| las| los| una?| unos| unas| dos| tres| varias| varios)? (?:{PEOPLE})(?: \p{{L}}+){{0,2}}? {done_es}| (?:\p{{L}}+ ){{0,3}}?{done_ru} (?:{SEEN})?(?:{PEOPLE}))"
    ))
});

/// Who sees things for his living.
static DUTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:polic\p{L}+|officers?|sergeant|detective|inspectors?|captain|constable|agents?|guards?|soldiers?|prosecutor|minister|ambassador|consul|journalist|reporter|correspondent|camera(?:man)?|agentes?|sargento|inspector(?:a|es)?|capitán|guardias?|soldados?|fiscal|cónsul|periodistas?|полиц\p{L}+|офицер\p{L}*|следовател\p{L}+|инспектор\p{L}*|капитан\p{L}*|охранник\p{L}*|прокурор\p{L}*|консул\p{L}*|журналист\p{L}*|recruiters?|traffickers?|reclutador\p{L}*|вербовщи\p{L}+|owner|boss|foreman|manager|dueñ[oa]|capataz|jef[ea]|хозя\p{L}+|владел\p{L}+|бригадир\p{L}*|управляющ\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Everybody who saw or heard it.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let sentence = scene.sentence.span;
    let mut found = Vec::new();
    if scene.sentence.setting == Setting::Heading {
        return found;
    }
    for who in scene.people() {
        if let Some(cue) = scene.cue(&SAW, scene.rest(who.place.span.end))
            && !DUTY.is_match(scene.at(Span::new(sentence.start, cue.start)))
        {
            let all = listed::with(scene, who, cue).into_iter();
            found.extend(all.chain([who]).map(|one| (one, Role::Witness, cue)));
        }
    }
    found
}
