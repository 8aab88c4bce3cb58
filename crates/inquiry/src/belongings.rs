//! Things that a text calls those of somebody without a name who may be harmed: "the girl's phone", "el teléfono de la menor",
//! «паспорт потерпевшей». Stands below the stages: what is told of a thing is told of whoever it finds.

use crate::alphabet::pattern;
use model::Protection;
use regex::Regex;
use std::sync::LazyLock;

/// How far a thing may stand from the words that say whose it is, in bytes.
const REACH: usize = 160;

static WHOSE: LazyLock<Regex> = LazyLock::new(|| {
    const THING: &str = r"phones?|mobiles?|cell(?:phone)?|telephone|numbers?|whatsapp|sim(?: card)?|passports?|ids?|id card|identity card|papers|documents?|e-?mail|address|account";
    const THING_ES: &str = r"n[úu]meros?|tel[ée]fonos?|m[óo]vil(?:es)?|celular(?:es)?|whatsapp|pasaportes?|c[ée]dulas?|dni|carn[ée]t?|documentos?|identificaci[óo]n|correo|direcci[óo]n|domicilio|cuenta";
    const THING_RU: &str = r"(?:телефон|номер|мобильн|паспорт|загранпаспорт|адрес|свидетельств|удостоверени|почт)\p{L}*";
    const REST: &str = r"(?:$|[^\p{L};!?\n][^;!?\n]{0,32}$)";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:(?P<minor>girl|boy|child|children|teenager|minor|schoolgirl|schoolboy|pupil|baby|daughter|toddler)s?|(?P<victim>victim|survivor|woman|recruit|captive)s?)['’]s? (?:[\p{{Ll}}-]+ ){{0,2}}?(?:{THING}){REST}|(?:{THING_ES})(?: [\p{{Ll}}]+)? (?:de (?:la|una|el|un|las|los)|del) (?:[\p{{Ll}}]+ )?(?:(?P<menor>niñ[oa]s?|menor(?:es)?|adolescentes?|alumn[oa]s?|hij[oa]s?)|(?P<joven>j[óo]ven(?:es)?|chic[oa]s?|muchach[oa]s?|víctimas?|mujer(?:es)?))(?: de edad)?{REST}|{THING_RU} (?:(?:телефона|паспорта|рождения|о рождении) )?(?:[\p{{Ll}}]+ )?(?:(?P<reb>девоч(?:ки|ек)|мальчик(?:а|ов)|подростк(?:а|ов)|школьни(?:цы|ц|ка|ков)|реб[её]нка|детей|несовершеннолетн(?:ей|его|их))|(?P<dev>девуш(?:ки|ек)|потерпевш(?:ей|его|их)|жертвы?|женщин[ы]?|студент(?:ки|ок))){REST})"
    ))
});

/// Why a thing is protected by the words right before it, that call it somebody's who has no name there.
pub(crate) fn protects(before: &str) -> Option<Protection> {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let words = before.get(from..)?;
    let line = words.rfind('\n').map_or(0, |at| at + 1);
    let hit = WHOSE.captures(&words[line..])?;
    let young = ["minor", "menor", "reb"]
        .iter()
        .any(|name| hit.name(name).is_some());
    Some(if young {
        Protection::Minor
    } else {
        Protection::PossibleVictim
    })
}

#[cfg(test)]
mod tests {
    use super::protects;
    use model::Protection;

    #[test]
    fn things_of_the_young_are_told() {
        for before in [
            "The girl's phone, ",
            "He kept the boy’s passport, number ",
            "El teléfono de la menor, ",
            "el número de móvil del niño es ",
            "Телефон девочки: ",
            "паспорт несовершеннолетней ",
        ] {
            assert_eq!(protects(before), Some(Protection::Minor), "{before}");
        }
        for before in [
            "The victim's number is ",
            "el pasaporte de la víctima, ",
            "номер потерпевшей ",
        ] {
            assert_eq!(
                protects(before),
                Some(Protection::PossibleVictim),
                "{before}"
            );
        }
    }

    #[test]
    fn things_of_others_are_not() {
        for before in [
            "The driver's phone, ",
            "The girl left. The number of the van is ",
            "El teléfono del chofer, ",
            "Телефон водителя: ",
            "the girls called ",
        ] {
            assert_eq!(protects(before), None, "{before}");
        }
    }
}
