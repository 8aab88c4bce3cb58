//! Whether the words beside a name give its bearer a part in public: an office, an accusation, the running of a place, a
//! byline. Stands below the stages: whoever has no such part, in a text of harm, may be one of those who suffered it.

mod deeds;
mod nouns;

use crate::alphabet::{Regex, pattern};
use nouns::{ACCUSED, HEALERS, HELPERS, MASTERS, OFFICES, STAFF, WHICH};
use std::sync::LazyLock;

/// Nouns for a part in public.
fn nouns() -> String {
    let all = [OFFICES, STAFF, HELPERS, ACCUSED, MASTERS];
    all.concat().join("|")
}

/// A noun for a part right before a name, with what it is of: "Detective Sergeant ", "encargado de la finca, ", «следователя ».
fn noun_before(nouns: &str) -> String {
    format!(
        r"(?:^|[^\p{{L}}])(?:ex-?|экс-)?(?:{nouns})(?: (?:{WHICH}))?(?: (?:of|for|from|in|at|de|del|para|en|por)(?: [\p{{L}}.-]+){{1,5}}?,| (?P<whose>[а-яё-]+(?: [а-яё-]+)?))?,?(?: (?:named|called|known as|llamad[oa]|de nombre|identificad[oa] como|por nombre|по имени|,? ?(?:un|una) tal|,? ?a certain|,? ?нек(?:ий|ая|оего|оей|оему|ую|им)|,? ?(?:Mr|Mrs|Ms|Dr|don|doña|doctora?|señora?|licenciad[oa]|г-н|г-жа|господин|госпожа)\.?))? [«“\x22]?$"
    )
}

/// A public part right before a name: "Detective Sergeant X", "the accused, X", "encargado de la finca, X", «следователя X».
static NOUN: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", noun_before(&nouns()))));

/// One who runs a place, right before a name.
static MASTER: LazyLock<Regex> = LazyLock::new(|| {
    let all = [ACCUSED, MASTERS].concat().join("|");
    pattern(&format!("(?i){}", noun_before(&all)))
});

/// One who treats or examines people, right before a name.
static HEALER: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!("(?i){}", noun_before(&HEALERS.join("|")))));

/// What was done by, for or to the one whose name stands behind: "police have charged X", "sold to X", "R v X", "By X".
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    let harm = r"at the hands of|a manos de|victims? of|víctimas? de|(?:sold|handed over|married off|traded) to|(?:beaten|raped|sold|recruited|lured|held|kept|trafficked|abused|exploited|threatened|kidnapped|abducted|assaulted|slapped|hit|deceived|tricked) by|recruit(?:ed|s|ing) (?:the |young )?\p{Ll}+ for|(?:golpead|violad|vendid|captad|reclutad|retenid|explotad|abusad|secuestrad|amenazad|engañad|maltratad)[oa]s? por|capt\p{L}+ (?:a )?\p{Ll}+ para|(?:entregad|vendid)[oa]s? a|вербов\p{L}+ \p{Ll}+ для|их (?:удерживал|держал|бил|избивал|продал)[аи]?|(?:меня|нас|е[её]) (?:привезла?|прив[её]з|вывезла?|вывез|обманула?|завербовала?|уговорила?|заманила?|продала?)(?: (?:женщина|мужчина|некая|некий|знакомая|знакомый|по имени)){0,2}|(?:приговорил|назначил)[аио]?";
    let step = r"(?:police|officers|detectives|prosecutors|authorities|court|jury|judge|agents) (?:\p{Ll}+ ){0,2}(?:charged|arrested|convicted|jailed|indicted|sentenced|acquitted|detained|accused)|(?:detuv\p{L}+|detenido|arrest\p{L}+|acus\p{L}+|conden\p{L}+|imput\p{L}+|proces\p{L}+|absolv\p{L}+) a|responsables? a|en contra de|(?:предъяв\p{L}+|выдвин\p{L}+) обвинени\p{L}+|арестовал[аи]?|задержал[аи]?|осудил[аи]?|оправдал[аи]?|к ответственности|в отношении|обвиня(?:ет|ют)";
    pattern(&format!(
        r"(?i)(?:(?:^|[^\p{{L}}])(?:{step}|{harm}) |(?-i:(?:^|[^\p{{L}}])(?:R|Regina|The Queen|The King|The Crown|United States|State|People|Commonwealth|Crown)) (?:v|vs|c|contra)\.? |(?:^|\n)\s*(?:by|por|автор:?|текст:?|texto:?) )$"
    ))
});

/// An accused right before a name.
static ACCUSED_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    let nouns = ACCUSED.join("|");
    pattern(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{nouns}),? $"))
});

/// Whether a name's bearer is called accused, suspected or convicted right before it.
pub(crate) fn is_accused(before: &str) -> bool {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    ACCUSED_BEFORE.is_match(&before[from..])
}

/// The same behind a name: ", 44, an inspector", ", el dueño del bar", ", бригадир завода", "was charged with", "denies the
/// charges", "'s lawyer", "вину не признаёт".
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    let nouns = nouns();
    let article = "(?:an? |the |el |la |un |una |one of the )";
    let aside = r"(?:,? \(?(?:aged |de |, )?\d{1,3}(?: (?:years old|años|лет|года?))?\)?)?";
    let step = r"(?:(?:(?:also|también|тоже|также) )?(?:was|were|is|has been|had been|who was|fue|ha sido|había sido|est[áa]|был[аи]?)? ?(?:already |later |then |also |ya |luego |también |уже |тоже |также )?(?:charged|indicted|convicted|jailed|acquitted|prosecuted|sentenced|extradited|remanded|accused of|suspected of|on trial|acusad[oa] de|imputad[oa]|condenad[oa]|procesad[oa]|absuelt[oa]|extraditad[oa]|enjuiciad[oa]|осужд[её]на?|приговор[её]на?|обвиня(?:ет|ют)ся|подозрева(?:ет|ют)ся|оправдана?|арестована?)|(?:is|are|stands?|stood) (?:also |now )?accused|pleaded (?:not )?guilty|(?:denies|denied|rejects|rejected) (?:the|all|both|any) (?:charges?|allegations?|accusations?|wrongdoing)|nieg[ao]n? (?:los hechos|las acusaciones|los cargos|todo)|(?:свою )?вин[уы] (?:не )?призна\p{L}+|отрица(?:ет|ла?) (?:свою )?(?:вину|обвинения|причастность)|(?:who|quien|que|котор\p{L}+) (?:held (?:the )?(?:office|post)|ocup(?:ó|a|aba) (?:el|un) (?:cargo|puesto)|занима(?:ет|ла?) (?:пост|должность)))";
    pattern(&format!(
        r"(?i)^[»”\x22]?(?:{aside}(?:, |,? \(| — | – )(?:{article}(?P<set>(?:[\p{{Ll}}-]+ ){{0,2}}?))?(?:{nouns})(?: (?:of|for|in|at|from|de|del|en)\s[^,.;:()]+| (?P<whose>[а-яё -]+))?(?:[,.;:)»”]|$)|{aside}(?: is | was | es | era | fue |, que es |, who is |, who was )(?:{article}(?P<called>(?:[\p{{Ll}}-]+ ){{0,2}}?))?(?:{nouns})(?:$|[^\p{{L}}'’])|{aside},? {step}(?:$|[^\p{{L}}])|, (?:содержавш|организовавш|завербовавш|удерживавш|возглавлявш|эксплуатировавш)\p{{L}}+|['’]s? (?:bar|club|brothel|men|gang|network|agency|company|firm|trial)(?:$|[^\p{{L}}]))"
    ))
});

/// The first of several who stand accused together: "X and his brother Y were charged", "X y Y fueron condenados".
static TOGETHER: LazyLock<Regex> = LazyLock::new(|| {
    const NAME: &str = r"(?-i:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3})";
    pattern(&format!(
        r"(?i)^(?:, {NAME}){{0,4}},? (?:and|y|e|и)(?: (?:his|her|their|su|sus|его|е[её]|их)(?: [\p{{Ll}}-]+){{1,2}},?)? {NAME},? (?:(?:were|are|have been|had been|both|all|fueron|son|han sido|habían sido|están|ambos|были|оба) ){{0,2}}(?:charged|indicted|convicted|jailed|acquitted|prosecuted|sentenced|extradited|remanded|on trial|accused of|(?:acusad|imputad|condenad|procesad|absuelt|enjuiciad)[oa]s|осуждены|приговорены|обвиняются|подозреваются|оправданы|stand accused|pleaded (?:not )?guilty)(?:$|[^\p{{L}}])"
    ))
});

/// How far from a name its part is looked for, in bytes.
const REACH: usize = 120;

/// Whether the words right beside a name give its bearer a part in public.
pub(crate) fn is_told(name: &str, before: &str, behind: &str) -> bool {
    static SAYS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^ (?:said|says|told|recalled|added|explained|testified|claimed|alleged|wrote)(?:$|[^\p{L}])",
        )
    });
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let behind = &behind[..behind.floor_char_boundary(behind.len().min(REACH))];
    // "Beaten by the owner, X said": she is not the owner.
    let speaks = before.trim_end().ends_with(',') && SAYS.is_match(behind);
    // Who helps somebody flee is not told by the trade he has.
    let helps = || HELPED_BY.is_match(before) || HELPS.is_match(behind);
    is_told_behind(behind)
        || TOGETHER.is_match(behind)
        || deeds::are_told(name, before, behind)
        || !speaks && is_told_before(before) && !(MASTER.is_match(before) && helps())
        || HEALER.is_match(before) && is_expert(behind)
}

/// Somebody is helped to flee by whoever is named behind: «бежать помогла покупательница X», "me ayudó a salir la dueña, X".
static HELPED_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:was|were|been) (?:helped|hidden|sheltered|rescued|saved|freed|taken in|smuggled out)(?: [\p{L}-]+){0,4} by|(?:help|shelter|refuge|a lift|a phone) (?:came )?from|thanks to|(?:ayud|escond|auxili|salv|acog|refugi|rescat|socorr)(?:ó|ió|aba|ía)|(?:prestó|dejó) (?:su |el |un )?(?:tel[ée]fono|celular|móvil)|gracias a|ayuda de|(?:помог|спас|приютил|спрятал|укрыл|выручил|вывел|вызволил|одолжил|подвёз|подвез)(?:ла|ли|ло|а|и)?|с помощью|благодаря)(?:[ ,][^.;!?]{0,50})? $",
    )
});

/// Whoever is named before helps somebody flee: " helped me flee", " me ayudó a salir", « помогла ей бежать».
static HELPS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,50},)?,?(?: (?:who|que|quien|котор(?:ый|ая)))?(?: (?:had|has|later|then|also|secretly|finally|luego|después|también|por fin|потом|тайно|тоже|наконец)){0,2} (?:(?:helped|helps) (?:me|us|her|him|them|the \p{Ll}+|(?-i:\p{Lu}\p{Ll}+))(?: (?:to )?(?:flee|escape|run|leave|get (?:out|away|home|back)|call|ring|phone|reach|contact|hide|out)|[.,;!]|$| (?:when|and|by|with)(?: |$))|(?:hid|sheltered|rescued|saved|freed|took in) (?:me|us|her|him|them|the (?:girls|women|workers))|(?:lent|gave) (?:me|us|her|him|them) (?:her|his|a|the) (?:phone|mobile|coat|money|lift)|let (?:me|us|her|him|them) (?:use|call|ring|phone|out|go|sleep|stay)|(?:called|rang|alerted|phoned|warned) the (?:police|helpline|hotline)|(?:me|la|lo|nos|las|los|le|les) (?:ayud|escond|auxili|salv|acog|refugi|rescat|socorr)(?:ó|ió|aba|ía)|(?:me|le|nos|les) (?:prestó|dejó) (?:su |el |un )?(?:tel[ée]fono|celular|móvil)|(?:avisó|llamó) a la (?:policía|línea)|(?:помог|спас|приютил|спрятал|укрыл|выручил|вывел|одолжил|подвёз|подвез)(?:ла|ло|а)? (?:мне|нам|ей|ему|им|меня|нас|её|ее|его|их|девуш\p{L}+|женщин\p{L}*|рабочим|бежать|сбежать|выбраться|уйти)|(?:мне|нам|ей|ему|им|меня|нас|её|ее|его|их) (?:помог|спас|приютил|спрятал|укрыл|выручил|вывел)(?:ла|ло|а)?|(?:вызвал|позвонил)а? (?:в )?(?:полицию|на горячую линию))(?:$|[^\p{L}])",
    )
});

/// Whether who treats people says something of them, and nothing of himself: "Dr X told the court".
fn is_expert(behind: &str) -> bool {
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^[»”\x22]?(?:,[^,.;]{1,60},)?(?: (?:who|que|quien|котор(?:ый|ая)))?(?: (?:later|also|had|has|luego|también|позже|также)){0,2},? (?:said|says|told|testified|explained|examined|found|noted|confirmed|reported|recorded|added|wrote|diagnosed|dijo|declaró|explicó|señaló|confirmó|informó|constató|examinó|certificó|sostuvo|indicó|observó|сказала?|сообщила?|пояснила?|подтвердила?|показала?|осмотрела?|заявила?|отметила?|установила?|зафиксировала?|рассказала?)(?:$|[^\p{L}])",
        )
    });
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:I|me|my|us|our|myself|herself|himself|s?he (?:was|had|is)|they (?:took|beat|kept|locked|sold)|mi|mis|nos|fui|fue|la habían|lo habían|le quit\p{L}+|меня|мне|мо[йяюе]|нас|нам|сама|сам|е[её] (?:обману|прода|держа|били|увез)\p{L}*)(?:$|[^\p{L}])",
        )
    });
    TELLS.is_match(behind) && !OWN.is_match(behind)
}

fn is_told_before(before: &str) -> bool {
    if BEFORE.is_match(before) {
        return true;
    }
    let Some(hit) = NOUN.captures(before) else {
        return false;
    };
    // «Хозяин избил X»: a verb stands between, and X is whom he beat.
    let whose = hit.name("whose").map_or("", |it| it.as_str());
    !whose.split(' ').any(is_russian_verb)
}

/// Words by which a noun hangs on another.
const OF: &[&str] = &[
    "of", "to", "for", "by", "with", "de", "del", "a", "al", "con", "por",
];

/// Whether a Russian word in small letters ends as verbs do.
fn is_russian_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "л", "ла", "ло", "ли", "лся", "лась", "лись", "ет", "ёт", "ит", "ют", "ут", "ят", "ть",
        "ться", "тся",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn is_told_behind(behind: &str) -> bool {
    // ", la hija del dueño": of whom he is something, not what he is.
    let is_what = |hit: crate::alphabet::Captures<'_>| {
        let words = |name| hit.name(name).map_or("", |it| it.as_str()).split(' ');
        let hangs = words("set")
            .chain(words("called"))
            .any(|word| OF.contains(&word));
        // «…, бригадир избил её.»
        !hangs && !words("whose").any(is_russian_verb)
    };
    BEHIND.captures(behind).is_some_and(is_what)
}

#[cfg(test)]
mod tests {
    use super::{is_told, is_told_before};

    fn is_told_behind(behind: &str) -> bool {
        is_told("Ana", "", behind)
    }

    #[test]
    fn parts_are_told_before_a_name() {
        for before in [
            "Detective Sergeant ",
            "According to Special Agent ",
            "DC ",
            "the accused, ",
            "Police have charged ",
            "R v ",
            "The foreman of the site, ",
            "la teniente ",
            "El defensor oficial, ",
            "encargado de una finca de lechugas, ",
            "La Guardia Civil ha detenido a ",
            "El acusado ",
            "По словам следователя ",
            "Официальный представитель ведомства ",
            "Подсудимый ",
            "предъявил обвинение ",
            "Бригадир завода ",
            "Сотрудница фирмы ",
            "a victim of exploitation at the hands of ",
            "She was sold to ",
            "Fue golpeada por ",
        ] {
            assert!(is_told_before(before), "{before}");
        }
        for before in [
            "Her sister, ",
            "One of the women, ",
            "su primo ",
            "her little boy, ",
            "Один из освобождённых, ",
            "the room where ",
            "The boss beat ",
            "The owner of the bar sold ",
            "El fiscal interrogó a ",
            "Хозяин избил ",
            "Следователь допросил ",
            "моего брата ",
        ] {
            assert!(!is_told_before(before), "{before}");
        }
    }

    #[test]
    fn who_speaks_behind_somebody_in_office_is_not_he() {
        assert!(is_told("Ana", "said the owner, ", ", who left"));
        assert!(!is_told("Ana", "beaten by the owner, ", " said"));
    }

    #[test]
    fn parts_are_told_behind_a_name() {
        for behind in [
            ", 44, was charged with",
            ", a neighbour, promised me work",
            " (51), the owner of the bar",
            ", the skipper, ",
            " pleaded guilty to",
            " denies the charges",
            "'s club",
            ", el dueño de la camaronera",
            ", encargado de una finca",
            " niega los hechos",
            " вину не признаёт",
            ", бригадир завода,",
            " и забрал документы",
            " offered me a job in a kitchen",
            ", 40, took away their passports",
            " quien le buscó el empleo",
            " me ofreció trabajo",
            ", которая предложила место няни",
            " забрал документы",
            " позвонил мне и пообещал сжечь машину",
            ", содержавшая салон",
            ", quien ocupó el cargo",
            " denied kidnapping",
            ", который якобы командует лагерем",
            " had held them for a month",
            " negó haber captado a",
        ] {
            assert!(is_told_behind(behind), "{behind}");
        }
        for behind in [
            ", 19, said the owner took her papers",
            " said the foreman beat him",
            ", her sister,",
            " was beaten",
            " relató que",
            " рассказал, что бригадир",
            "'s mother",
            "'s lawyer said",
            " was offered a job",
            " took her daughter to the clinic",
            " busca a su hija",
            " me buscó durante un año",
            ", he took her passport",
            ", le quitaron el pasaporte",
            ", la hija del dueño",
            ", the owner's daughter",
            ", the owner beat her.",
            ", la encargada la insultó.",
            ", бригадир избил его.",
            ", fue un tal Pedro quien le buscó el empleo",
            " нашла дочь в приюте",
        ] {
            assert!(!is_told_behind(behind), "{behind}");
        }
    }
}
