//! Whether the words beside a number, a handle or an address say that it is somebody's own, or that of an office. Stands below
//! the stages: what is told of a thing is told of whoever it finds.

use crate::alphabet::{Regex, pattern};
use std::sync::LazyLock;

/// How far before a thing its sentence is read, in characters.
const REACH: usize = 110;

/// Where a sentence ends: behind a whole word, since «ул. Мира» and "tel. 5" go on.
static END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:[\p{L}\d]{4}[»”\x22)\]]?|[»”\x22)\]]|[!?])[.!?…] |[!?] |\n"));

/// The words of a thing's sentence before it.
fn lead(before: &str) -> &str {
    let from = before.char_indices().rev().nth(REACH - 1);
    let words = &before[from.map_or(0, |(at, _)| at)..];
    let end = END.find_iter(words).last();
    &words[end.map_or(0, |end| end.end())..]
}

/// Offices, firms and people in office, whose numbers and addresses are for everybody.
const OFFICES: &str = concat!(
    r"hot-?lines?|help-?lines?|(?:emergency|crisis|tip|information|police) lines?|switchboard|office|embassy|consulates?|consul|agency|agencies|compan(?:y|ies)|firms?|police|station|court(?:house)?|prosecutors?|prosecution|ministry|department|inspectorate|council|union|charity|foundation|clinic|hospital|bank|bar|club|hotel|salon|shop|store|restaurant|caf[ée]|warehouse|factory|solicitors?|lawyers?|attorneys?|notary|detectives?|inspector|officer|sergeant|advertis\p{L}+|ads?|flyers?|leaflets?|its|anyone with information|anybody who|visitors|readers|members of the public",
    r"|l[íi]nea(?: (?:de (?:ayuda|atenci[óo]n|emergencias?|denuncias?)|gratuita|directa))|l[íi]nea|oficinas?|despacho|bufete|embajada|consulado|c[óo]nsul|agencia|empresas?|compañ[íi]a|polic[íi]a|comisar[íi]a|juzgado|tribunal|fiscal[íi]a|fiscal|ministerio|defensor[íi]a|procuradur[íi]a|municipalidad|ayuntamiento|alcald[íi]a|sindicato|fundaci[óo]n|asociaci[óo]n|cl[íi]nica|hospital|banco|club|hotel|local|tienda|restaurante|almac[ée]n|f[áa]brica|abogad[oa]s?|notar[íi]a|notario|inspector|comisario|anuncios?|volantes?|quien(?:es)? (?:sepa|tenga|haya)n?|vecinos que|cualquier informaci[óo]n|lectores",
    r"|горяч\p{L}+ лини\p{L}+|лини\p{L}+ доверия|офис\p{L}*|посольств\p{L}*|консул\p{L}*|агентств\p{L}*|компани\p{L}+|фирм\p{L}+|полици\p{L}+|отдел\p{L}*|дежурн\p{L}+ част\p{L}+|суд(?:а|у|е|ом)?|прокуратур\p{L}+|прокурор\p{L}*|министерств\p{L}*|ведомств\p{L}*|комитет\p{L}*|администраци\p{L}+|профсоюз\p{L}*|фонд(?:а|у|е|ом)?|больниц\p{L}+|клиник\p{L}+|банк(?:а|у|е|ом)?|бар(?:а|у|е|ом)?|клуб\p{L}*|гостиниц\p{L}+|отел\p{L}+|салон\p{L}*|магазин\p{L}*|склад\p{L}*|завод\p{L}*|адвокат\p{L}*|юрист\p{L}*|нотариус\p{L}*|следовател\p{L}*|участков\p{L}+|объявлени\p{L}+|листовк\p{L}+|всех,? кто|очевидц\p{L}+|читател\p{L}+",
);

/// Somebody's own: kin, pronouns, homes, people who live somewhere.
const OWN: &str = concat!(
    r"my|her|his|our|their|me|us|i|she|he|we|mum|mom|mother|father|dad|parents|sisters?|brothers?|aunt|uncle|cousin|wife|husband|widow|daughters?|sons?|grand(?:mother|father|ma|pa)|neighbou?rs?|friend|girls?|boys?|child|victims?|witness|flat|apartment|house|home|hous(?:e|ing)|lives?|lived|living|stays?|staying|hides?|hiding|resid(?:es?|ing)|room",
    r"|mi|mis|su|sus|nuestr[oa]|yo|ella|ellos|mam[áa]|madre|pap[áa]|padre|padres|herman[oa]s?|t[íi][oa]s?|prim[oa]s?|espos[oa]|marido|mujer|viuda|hij[oa]s?|abuel[oa]s?|vecin[oa]s?|amig[oa]s?|muchach[oa]s?|niñ[oa]s?|j[óo]ven(?:es)?|chic[oa]s?|menor|v[íi]ctimas?|testigo|casa|departamento|apartamento|piso|cuarto|pieza|domicilio|viv(?:e|en|o|imos|[íi]a|[íi]an)|aloja(?:d[oa])?|me",
    r"|мой|моя|моего|моей|мо[её]м|мне|меня|наш\p{L}*|нам|нас|его|е[её]|ему|ей|их|я|она|он|мы|у не[её]|у него|мам[аыеу]|мать|матери|отец|отц[ау]|пап[аыеу]|родител\p{L}+|сестр\p{L}+|брат\p{L}*|т[её]т\p{L}+|дяд\p{L}+|жен[аыеу]|муж\p{L}*|вдов\p{L}+|доч\p{L}+|сын\p{L}*|бабушк\p{L}+|дед\p{L}*|сосед\p{L}*|подруг\p{L}+|девоч\p{L}+|девуш\p{L}+|реб[её]н\p{L}+|потерпевш\p{L}+|свидетел\p{L}+|дом(?:а|е|у|ом)?|квартир\p{L}+|комнат\p{L}+|жив[её]т|живут|живу|жив[её]м|жил[аи]?|прожива\p{L}+|прячется",
);

static WHOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<office>{OFFICES})|(?P<own>{OWN}))\b"
    ))
});

/// Whose a thing is by the last word before it, in its sentence, that tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// An office's, a firm's, or that of somebody by his trade.
    Office,
    /// Somebody's own.
    Own,
    /// Not told.
    Untold,
}

/// Whose a thing is, by the words before it in its sentence.
pub(crate) fn whose(before: &str) -> Whose {
    let mut words = lead(before);
    let mut told = Whose::Untold;
    while let Some(hit) = WHOSE.captures(words) {
        let Some(end) = hit.get(0).map(|it| it.end()) else {
            break;
        };
        told = if hit.name("office").is_some() {
            Whose::Office
        } else {
            Whose::Own
        };
        words = &words[end..];
    }
    told
}

/// Whether the words right behind a number give it to an office: "(Police)", ", de la Policía Nacional".
pub(crate) fn is_offices(behind: &str) -> bool {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)^[, ]{{0,2}}[(—–-]{{0,1}} ?(?:de la |del |de |of the |at the |the |la |el |это )?(?:\p{{L}}+ )?(?:{OFFICES})(?:$|[^\p{{L}}])"
        ))
    });
    BEHIND.is_match(behind)
}

/// Whether a number or a code is that of a person's paper, by the words before it: a passport, a card of identity, a seaman's
/// book, a record of birth. Numbers of cases, contracts and flights are not.
pub(crate) fn is_paper(before: &str) -> bool {
    static PAPER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:^|[^\p{L}])(?:(?P<own>passports?|visas?|id|i\.d\.|id card|identity (?:card|document)s?|identity|birth certificate|seam[ae]n['’]s book|discharge book|driv(?:er['’]?s?|ing) licen[cs]e|residence permit|work permit|papers|social security",
            r"|pasaportes?|visas?|visado|c[ée]dulas?|c\. ?[ic]\.|ci|cc|dni|nie|dui|cui|curp|rut|carn[ée]t?s?|documentos?(?: nacional)?(?: de identidad)?|d\.n\.i\.|tarjeta de identidad|identidad|libretas?|partida|acta de nacimiento|licencia|permiso de (?:residencia|trabajo)",
            r"|(?:загран)?паспорт\p{L}*|виз[аыуе]|удостоверени\p{L}+|свидетельств\p{L}+ о рождении|снилс|водительск\p{L}+ прав\p{L}*|документ\p{L}*|внж|патент\p{L}*|книжк\p{L}+|метрик\p{L}+)",
            r"|(?P<other>case|docket|file|contract|booking|reservation|flight|tickets?|reference|invoice|plate|expediente|exp\.|causa|contrato|reserva|vuelo|acta|factura|placa|ley|oficio|дел[оауе]|договор\p{L}*|контракт\p{L}*|протокол\p{L}*|рейс\p{L}*|госномер\p{L}*|заявлени\p{L}+|закон\p{L}*|указ\p{L}*))(?:$|[^\p{L}])",
        ))
    });
    let from = before.char_indices().rev().nth(REACH - 1);
    let words = &before[from.map_or(0, |(at, _)| at)..];
    let last = PAPER.captures_iter(words).last();
    last.is_some_and(|hit| hit.name("own").is_some())
}

/// Whether an address is one of rooms in which people live: with a flat, a plot or a house in a row of them.
pub(crate) fn is_home(address: &str) -> bool {
    static HOME: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:flat|apartment|apt|room|house|piso|apto|apartamento|dpto|depto|departamento|casa|lote|lt|solar|manzana|mz|кв|квартир\p{L}+|комн|комнат\p{L}+)(?:$|[^\p{L}])",
        )
    });
    HOME.is_match(address)
}

/// Whether a mailbox is one that offices keep for everybody.
pub(crate) fn is_public_mailbox(address: &str) -> bool {
    const BOXES: [&str; 28] = [
        "info",
        "contact",
        "contacto",
        "office",
        "oficina",
        "press",
        "prensa",
        "media",
        "help",
        "ayuda",
        "hotline",
        "report",
        "denuncias",
        "denuncia",
        "admin",
        "mail",
        "support",
        "editor",
        "redaktsiya",
        "redakcia",
        "news",
        "board",
        "jobs",
        "empleos",
        "hr",
        "police",
        "embassy",
        "pressa",
    ];
    let Some((local, _)) = address.split_once('@') else {
        return false;
    };
    let mut words = local.split(['.', '-', '_']);
    words.any(|word| BOXES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Whose, is_home, is_offices, is_paper, is_public_mailbox, whose};

    #[test]
    fn the_last_word_that_tells_decides_whose_a_thing_is() {
        for (before, told) in [
            ("The office of the union, ", Whose::Office),
            ("The police can reach her mother on ", Whose::Own),
            ("Звоните в полицию. Тётя: ", Whose::Own),
            ("Адвокат принимает: ул. Мира, 4, тел. ", Whose::Office),
            ("La línea de ayuda: ", Whose::Office),
            ("Escribe a ", Whose::Untold),
            ("The embassy was told. Ring ", Whose::Untold),
        ] {
            assert_eq!(whose(before), told, "{before}");
        }
        assert!(is_offices(", de la Policía Nacional"));
        assert!(!is_offices(", después de las seis"));
    }

    #[test]
    fn papers_of_people_are_told() {
        for before in [
            "Her passport, which he keeps, ",
            "паспорт его ",
            "La libreta de embarque. La de él, n.º ",
        ] {
            assert!(is_paper(before), "{before}");
        }
        for before in [
            "He asked for passports in case no. ",
            "Expediente ",
            "рейс ",
        ] {
            assert!(!is_paper(before), "{before}");
        }
    }

    #[test]
    fn homes_and_mailboxes_are_told() {
        assert!(is_home("ул. Мира, 4, кв. 8"));
        assert!(is_home("calle 8, casa 41"));
        assert!(!is_home("22 Market Street, suite 4"));
        assert!(is_public_mailbox("press-office@port.example"));
        assert!(!is_public_mailbox("ana.ruiz@correo.example"));
    }
}
