//! Whom kin, or words for the young, introduce by name: "the mother of a girl called X", «девочку зовут X», "soy la madre de X".

use super::cues::KIN;
use super::{own, young};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Children, in the forms in which they are introduced.
const YOUNG: &str = r"girls?|boys?|child|kid|toddler|baby|daughter|son|niñ[oa]|nene|nena|bebé|hij[oa]|adolescente|menor|девочк[аиуе]|девочкой|мальчик\p{L}*|реб[её]н\p{L}+|подрост\p{L}+|дочки?|дочку|дочери|дочь|сына?|сыном|малыш\p{L}*";

/// Those who may be of age.
const GROWN: &str = r"wom[ae]n|young wom[ae]n|man|young man|teenager|student|victim|j[óo]ven|chic[oa]|muchach[oa]|mujer|hombre|estudiante|víctima|девушк[аиуе]|девушкой|женщин[аыуе]|женщиной|парн[яюе]|парнем|юнош[аиуе]|студентк[аиуе]|потерпевш\p{L}+";

/// More words of kin, in the cases of Russian too.
const MORE: &str = r"mum|mom|mummy|dad|daddy|granny|grandma|grandpa|guardian|grandparents?|step-?(?:mother|father|brother|sister)|half-(?:brother|sister)|abuelos?|cuñad[oa]|padrastro|madrastra|tutora?|мам[аыуе]|мамой|пап[аыуе]|папой|матерью|отцом|т[её]т(?:ей|ю|и|е)|дяд(?:ей|ю|и|е)|опекун\p{L}*|дедушк\p{L}+|бабушк\p{L}+|сестр\p{L}+|братом|брату";

/// How a name is introduced.
const CALLED: &str = r"(?:,? (?:called|named|by the name of|known as|whose name (?:is|was)|llamad[oa]|de nombre|(?:que |cuyo nombre )?(?:se llama(?:ba)?|es)|por nombre|по имени|котор(?:ую|ого) (?:зовут|звали)|звать котор\p{L}+|имя котор\p{L}+),?)";

/// A child or a woman who is introduced by name.
static INTRODUCED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<kin>{KIN}|{MORE})(?: (?:of|to|for|de|del))? (?:[\p{{Ll}}\d-]+ ){{0,3}}?)?(?:(?P<young>{YOUNG})|(?P<grown>{GROWN}))(?: [\p{{Ll}}\d-]+){{0,3}}?{CALLED} $"
    ))
});

/// A child whose name is told: "the girl's name is X", "la niña se llama X", «девочку зовут X», "my girl is called X".
static NAME_IS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:(?P<en>girl|boy|child|baby|toddler)(?:['’]s name (?:is|was)| (?:is|was) (?:called|named))|(?P<es>niñ[oa]|menor|bebé|adolescente) se llama(?:ba)?|nombre (?:de la|del) (?P<de>niñ[oa]|menor|bebé|adolescente) (?:es|era)|(?P<ru>девочку|мальчика|реб[её]нка|малыша) (?:зовут|звали)|(?:зовут|звали) (?P<turned>девочку|мальчика|реб[её]нка)|имя (?P<imya>девочки|мальчика|реб[её]нка)(?: —| –|:)?),? $",
    )
});

/// "Identified the girl as X", "reconoció a la menor como X", «опознал девочку как X».
static IDENTIFIED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:identif\p{L}+|named|names|recogni[sz]ed|identific\p{L}+|reconoc\p{L}+|nombr(?:ó|aron)|опозна\p{L}+|назва\p{L}+)(?: as)? (?:the |a la |al |как )?(?:dead |missing |young )?(?P<cue>girl|boy|child|baby|toddler|niñ[oa]|menor|adolescente|девочку|мальчика|подростка|реб[её]нка)(?: (?:as|como|как))?,? $",
    )
});

/// An age right behind the name that somebody gives as his own: "and I am sixteen", "tengo 17 años", «мне семнадцать».
static SELF: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[,.]? ?(?:(?:and|y|и) )?(?:I am|I'm|I’m|tengo|мне) (?:only |just |solo |sólo |apenas |только |всего )?(?P<age>\d{1,2}|\p{L}+)",
    )
});

/// Who speaks as kin of the one behind: "I am the mother of X", "my daughter's name is X", "soy la tía de X", «я мать X».
static OWN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:I am|I['’]m|this is|soy|somos|habla|я|это) (?:the |la |el |los |a |una? )?(?P<cue>{KIN}|{MORE})(?: (?:of|to|de|del))?|(?:my|mi|nuestr[oa]|our) (?P<mine>{KIN}|{MORE}) (?:is (?:called|named)|se llama(?:ba)?|is)|(?:my|our) (?P<whose>{KIN}|{MORE})['’]s name (?:is|was)|(?:мою|моего|нашу|нашего) (?P<ru>{KIN}|{MORE}|дочь|дочку|сына|сестру|брата) (?:зовут|звали)) $"
    ))
});

/// A small child of somebody, right before its name: "her little boy, X", "su bebé, X", «её малыш X».
static SMALL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:her|his|their|my|our|your|the|an?|with|and|sus?|mis?|tu|nuestr[oa]|la|el|una?|con|y|её|ее|его|их|мо\p{L}+|сво\p{L}+|тво\p{L}+|с|со|и) (?:(?:own|only|youngest|eldest|second|[\p{L}\d]+-(?:month|week|year)-old|маленьк\p{L}+|грудн\p{L}+|новорожд[её]нн\p{L}+|годовал\p{L}+) ){0,2}(?P<cue>little (?:boy|girl|one)|(?:newborn|infant|baby)(?: (?:boy|girl|son|daughter|brother|sister|child|twins?))?|toddler|beb[ée]|niñit[oa]|nen[ea]|pequeñ[oa]|chiquit[oa]|recién nacid[oa]|hij[oa] (?:recién nacid[oa]|pequeñ[oa])|малыш\p{L}{0,4}|младен\p{L}+|дочурк\p{L}+|сынишк\p{L}+|новорожд[её]нн\p{L}+|реб[её]н(?:ок|ка|ком|ку))(?: de \p{L}+ (?:meses|años|días|semanas))?,? $",
    )
});

/// Whom a court or anybody else finds a victim: "recognised X as a victim", "reconoció a X como víctima", «признал X потерпевшей».
static FOUND: LazyLock<(Pattern, Pattern)> = LazyLock::new(|| {
    (
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?P<cue>(?:recogni[sz]|identifi|declar|treat|regard)(?:ed|es|ing)|(?:reconoci|declar|identific|consider)\p{L}+ a|призна(?:л[аио]?|ют|[её]т|на|ны|в))(?: (?:гражданку|гражданина|the woman|the girl|la joven|la mujer))? $",
        ),
        Pattern::new(
            r"(?i)^ (?:as |to be |como )?(?:an? |the |una? |la )?(?:possible |posible |presunta )?(?P<cue>victim|víctima|sobreviviente|survivor|потерпевш\p{L}+|жертвой|пострадавш\p{L}+)(?:$|[^\p{L}])",
        ),
    )
});

/// Whom the words before name as somebody's child, or as kin of who speaks.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    for who in scene.people() {
        if whom::in_office(scene, who) {
            continue;
        }
        let left = Span::new(scene.sentence.span.start, who.place.span.start);
        found.extend(introduced(scene, left).map(|(role, cue)| (who, role, cue)));
        if let Some(hit) = scene.captures(&NAME_IS, left) {
            let names = ["en", "es", "de", "ru", "turned", "imya"];
            let cue = names.iter().find_map(|name| hit.name(name));
            found.extend(cue.map(|cue| (who, Role::Minor, within(left, cue))));
        }
        if let Some(cue) = scene.cue(&SMALL, left) {
            found.push((who, Role::Minor, cue));
        }
        if let Some(cue) = scene.cue(&IDENTIFIED, left) {
            found.push((who, Role::Minor, cue));
        }
        let right = scene.rest(who.place.span.end);
        if scene.cue(&FOUND.0, left).is_some()
            && let Some(cue) = scene.cue(&FOUND.1, right)
        {
            found.push((who, Role::Victim, cue));
        }
        if own::is_given(scene, who)
            && let Some(age) = scene.captures(&SELF, right).and_then(|hit| hit.name("age"))
            && young::is_young(scene, age.as_str())
        {
            found.push((who, Role::Minor, within(right, age)));
        }
        // "I am the mother of Ruth's friend": somebody else.
        let apart = !scene
            .at(scene.rest(who.place.span.end))
            .starts_with(['\'', '’']);
        if let Some(hit) = scene.captures(&OWN, left).filter(|_| apart) {
            let names = ["cue", "mine", "whose", "ru"];
            let cue = names.iter().find_map(|name| hit.name(name));
            found.extend(cue.map(|cue| (who, Role::Relative, within(left, cue))));
        }
    }
    found
}

/// A child whom anybody introduces by name, or a woman or man whom kin do.
fn introduced(scene: &Scene<'_>, left: Span) -> Option<(Role, Span)> {
    static CHILD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:child|kid|toddler|baby|niñ|nene|nena|bebé|adolesc|menor|девочк|мальчик|реб|подрост|малыш)",
        )
    });
    static OFFSPRING: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^(?:daughter|son|hij|доч|сын)"));
    let hit = scene.captures(&INTRODUCED, left)?;
    let kin = hit.name("kin").is_some();
    let young = hit.name("young");
    let cue = young.or_else(|| hit.name("grown"))?;
    let (child, offspring) = (
        CHILD.is_match(cue.as_str()),
        OFFSPRING.is_match(cue.as_str()),
    );
    let role = match (child, offspring, kin) {
        (true, ..) => Role::Minor,
        // Sons and daughters are of any age.
        (_, true, false) => Role::Relative,
        (_, true, true) => Role::PossibleVictim,
        (.., true) if young.is_some() => Role::Minor,
        (.., true) => Role::PossibleVictim,
        _ => return None,
    };
    Some((role, within(left, cue)))
}
