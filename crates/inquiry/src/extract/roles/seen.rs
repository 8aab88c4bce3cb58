//! Who was seen being taken, and who saw it: "neighbours saw X get into a van", "X, que vio a la niña subir a un coche".

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Cars in which people are taken, by language.
const CAR: &str = r"(?:cars?|vans?|trucks?|lorr(?:y|ies)|minibus|minivan|bus|taxi|cab|suv|jeep|vehicle|boat|pickup|house|flat|hotel)";
const COCHE: &str = r"(?:coche|auto|autom[óo]vil|carro|furgoneta|camioneta|cami[óo]n|microb[úu]s|autob[úu]s|taxi|veh[íi]culo|furg[óo]n|lancha|barco|casa|hotel|combi)";
const MASHINA: &str = r"(?:машин\p{L}+|фургон\p{L}*|автомобил\p{L}+|микроавтобус\p{L}*|грузовик\p{L}*|такси|автобус\p{L}*|джип\p{L}*|внедорожник\p{L}*|минивэн\p{L}*|лодк\p{L}+|дом|гостиниц\p{L}+)";

/// What is seen of somebody who is taken, behind his name.
static TAKEN: LazyLock<Regex> = LazyLock::new(|| {
    let en = format!(
        r"(?:being |be |getting |get )?(?:put|forced|pushed|dragged|bundled|pulled|shoved|thrown|taken|led|driven|carried|hauled|marched)(?: \p{{Ll}}+ly)? (?:into|onto|inside|in|away|off|out|aboard|by|from|to)(?:$|[^\p{{L}}])|(?:get|getting|got|climb(?:ing)?|step(?:ping)?|enter(?:ing)?|go|going|leave|leaving|walk(?:ing)?) (?:\p{{Ll}}+ ){{0,3}}?(?:into|in|onto|inside|with|off with)? ?(?:(?:an?|the|his|her|their|two|some) )?(?:[\p{{Ll}}-]+ ){{0,2}}?(?:{CAR}|men|man|strangers?|woman)(?:$|[^\p{{L}}])"
    );
    let es = format!(
        r"(?:(?:que )?(?:se |la |lo )?(?:sub|mont|met|entr|ser)\p{{L}}*|siendo|cuando (?:la|lo|se) \p{{L}}+|que (?:la|lo) \p{{L}}+)(?: (?:\p{{Ll}}+ )?(?:por la fuerza|a la fuerza|obligad[oa]|arrastrad[oa]|llevad[oa]|metid[oa]|forzad[oa]))?(?: (?:a|en|al|por|con) )?(?: ?(?:una?|el|la|su|un) )?(?: ?[\p{{Ll}}-]+ )?(?:{COCHE}|a la fuerza|por la fuerza|llevad[oa]|arrastrad[oa]|hombres?|desconocidos?)(?:$|[^\p{{L}}])"
    );
    let ru = format!(
        r"(?:сел[аи]?|садил\p{{L}}+|сажали|посадили|усадили|усаживали|затащили|затаскивали|затолкали|заталкивали|втолкнули|увезли|увозили|вели|увели|уехал[аи]?|уезжал[аи]?|залез(?:ла|ли)?|забрал[аи]?|забирал[аи]?)(?: \p{{Ll}}+)? (?:в|на|с|к) (?:\p{{Ll}}+ )?(?:{MASHINA}|мужчин\p{{L}}*|незнаком\p{{L}}+|неизвестн\p{{L}}+)(?:$|[^\p{{L}}])|(?:увезли|затащили|затолкали|похитили|схватили|хватали|увели)(?:$|[^\p{{L}}])"
    );
    pattern(&format!(
        r"(?i)^[»”\x22]?(?:,[^,.;]{{1,40}},)? (?:{en}|{es}|{ru})"
    ))
});

/// Verbs of seeing, up to whom one sees.
static SAW: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>saw|seen|see|sees|noticed|watched|spotted|witnessed|recall(?:s|ed)? seeing|remember(?:s|ed)? seeing|(?:vio|vieron|vi|vimos|visto|veía|veían|observ(?:ó|aron)|presenci(?:ó|aron)|ver)(?: cómo| como)? (?:(?:se llev(?:aban?|aron|ó)|sub(?:ían|ieron)|met(?:ían|ieron)|arrastraban|obligaban) )?al?|(?:виде(?:л[аи]?|ть)|замети(?:л[аи]?|ть)|наблюдал[аи]?|вид[ия]т),? (?:как|что)(?: (?:в \p{Ll}+ )?(?:сажали|посадили|затащили|затаскивали|затолкали|увезли|увозили|вели))?)(?: (?:a|the|his|her|their|my|our|la|el|su|su amiga|young|local|girl|boy|woman|niña|niño|joven|friend|neighbour|neighbor|sister|brother|daughter|cousin|vecina|amiga|hermana|prima|девушка|девочка|соседка|подруга|сестра)){0,3},? ?$",
    )
});

/// Others who are seen taking whoever stands behind: "saw two men push X", "vieron a unos hombres meter a X", «видели, как
/// двое затащили X»; and where to.
static BY_OTHERS: LazyLock<(Pattern, Regex)> = LazyLock::new(|| {
    (
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?:saw|seen|see|noticed|watched|witnessed|vi(?:o|eron|mos)?|visto|presenci(?:ó|aron)|виде(?:л[аи]?|ть)|заметил[аи]?)(?:,? [\p{Ll}\d-]+){1,6}? (?P<cue>push|pushing|force|forcing|drag|dragging|bundle|bundling|pull|pulling|shove|shoving|put|putting|take|taking|throw|throwing|carry|carrying|(?:met|sub|llevar?|arrastr|empuj|forz)(?:er(?:se)?|ir|ar|iendo|ían?|ieron|aban?|aron|rse|se) a|затаскива\p{L}+|затащил[аи]?|сажа\p{L}+|посадил[аи]?|заталкива\p{L}+|затолкал[аи]?|увози\p{L}+|увезли|уводи\p{L}+|увели)(?: (?:la|el|su|a|the|her|his|young|joven|niña|девушку|девочку))* $",
        ),
        pattern(
            r"(?i)^,? (?:into|onto|in|inside|away|off|out|a|en|dentro|al|в|на|прочь)(?:$|[^\p{L}])",
        ),
    )
});

/// "X was last seen getting into a car", "X fue vista subiendo a un coche".
static WAS_SEEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,40},)?(?: (?:who|que|котор\p{L}+))? (?:was|were|had been|fue|ha sido|había sido)(?: last| por última vez)? (?P<cue>seen|spotted|vist[oa]s?)(?: por última vez)?(?P<tail>[^.;]{1,80})",
    )
});

/// Whoever stands before saw somebody taken.
static WITNESS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,40}(?:,|$))?,?(?: (?:who|that|que|quien|котор(?:ый|ая)))?(?: (?:had|has|also|later|then|says s?he|said s?he|había|ha|también|тоже|также|сам|сама|лично))* (?P<cue>saw|seen|noticed|watched|witnessed|spotted|vio|visto|presenció|observó|видела?|заметила?|наблюдала?)(?P<tail>[^.;]{1,120})",
    )
});

/// Whom a witness saw, and what was done: a noun for the young or anybody, then what is seen of who is taken.
static OBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:,? (?:как|что|cómo|como))?(?:,? [\p{L}\d-]+){0,4}? (?:girls?|boys?|wom[ae]n|man|child(?:ren)?|victims?|teenagers?|her|him|them|students?|niñ[oa]s?|j[óo]ven(?:es)?|chic[oa]s?|mujer(?:es)?|víctimas?|muchach[oa]s?|menor(?:es)?|adolescentes?|estudiantes?|девоч\p{L}+|девуш\p{L}+|женщин\p{L}*|мальчик\p{L}*|реб[её]н\p{L}+|подрост\p{L}+|е[её]|его|их|школьни\p{L}+|студентк\p{L}+|(?-i:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*))(?P<tail> .*)$",
    )
});

/// Whose work it is to see such things, or who flees in the car.
static WORK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:police(?:man|woman|men)?|pc|dc|ds|di|cctv|cameras?|surveillance|patrol|guard(?:ia)?|policías?|cámaras?|vigilancia|patrulla|полици\p{L}+|полицейск\p{L}+|участков\p{L}+|камер\p{L}+|наблюдени\p{L}+|оперативник\p{L}*|patrulla|agentes?|officers?|detectives?|inspectors?|inspector(?:a|es)?|инспектор\p{L}*|следовател\p{L}*)(?:$|[^\p{L}])",
    )
});

static FLEES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:fle(?:e|d|eing)|drove|drive|driving off|sped|escap\p{L}+|hui[rd]\p{L}*|huy\p{L}+|fug\p{L}+|скры\p{L}+|сбежа\p{L}+|driver['’]s seat|steal\p{L}*|stole|girls?|women|niñas|chicas|девуш\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Those who were seen being taken, as possible victims, and those who saw it, as witnesses.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    for who in scene.people() {
        let own = who.place.span;
        let left = Span::new(scene.sentence.span.start, own.start);
        let right = scene.rest(own.end);
        if WORK.is_match(scene.at(left)) || whom::in_office(scene, who) {
            continue;
        }
        found.extend(taken(scene, who, left, right).map(|cue| (who, Role::PossibleVictim, cue)));
        found.extend(witness(scene, right).map(|cue| (who, Role::Witness, cue)));
    }
    found
}

fn taken(scene: &Scene<'_>, who: &Mention, left: Span, right: Span) -> Option<Span> {
    let words = scene.at(right);
    let flees = || FLEES.is_match(words);
    if let Some(hit) = scene.captures(&WAS_SEEN, right) {
        let tail = hit.name("tail")?;
        let cue = hit.name("cue").filter(|_| TAKEN.is_match(tail.as_str()))?;
        return (!flees()).then(|| within(right, cue));
    }
    let by_others = scene.cue(&BY_OTHERS.0, left);
    if let Some(cue) = by_others.filter(|_| BY_OTHERS.1.is_match(words)) {
        return order::roles_of(who).1.then_some(cue);
    }
    let hit = scene.captures(&SAW, left)?;
    let cue = hit.name("cue")?;
    let done = cue.as_str().to_lowercase();
    // «Видели, как в фургон посадили X», "vieron cómo se llevaban a X": all is said before the name.
    let all = [
        "llev",
        "sub",
        "met",
        "arrastr",
        "oblig",
        "сажа",
        "посад",
        "зата",
        "зато",
        "увез",
        "увоз",
    ]
    .iter()
    .any(|stem| done.contains(stem));
    let object = !all || order::roles_of(who).1;
    ((all && object || TAKEN.is_match(words)) && !flees()).then(|| within(left, cue))
}

fn witness(scene: &Scene<'_>, right: Span) -> Option<Span> {
    let hit = scene.captures(&WITNESS, right)?;
    let tail = hit.name("tail")?.as_str();
    let object = OBJECT.captures(tail)?;
    let done = object.name("tail")?.as_str();
    let cue = hit.name("cue")?;
    TAKEN.is_match(done).then(|| within(right, cue))
}
