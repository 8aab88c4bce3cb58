//! Things that a text calls those of somebody without a name who may be harmed: "the girl's phone", "el teléfono de la menor",
//! «паспорт потерпевшей». Stands below the stages: what is told of a thing is told of whoever it finds.

use crate::alphabet::{Regex, pattern};
use model::Protection;
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

/// Words right before an address by which somebody who is not named there lives or hides at it.
static DWELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:lives?|stays?|resides?|staying|living|residing|lodging|housed|sheltered|hiding|hidden|accommodated) (?:\p{L}+ ){0,4}?(?:at|in|on|with|near)|viv(?:e|o|en|imos)|resid(?:e|o|en)|(?:se|me) (?:aloj|hosped|qued|refugi)(?:a|o|an)|alojad[ao]s?|hospedad[ao]s?|refugiad[ao]s?|escondid[ao]s?|domiciliad[ao]s?|domicilio|жив(?:у|[её]т|ут|[её]м)|прожива(?:ю|ет|ют|ющ\p{L}+)|остановил(?:ась|ся|ись)|(?:с)?прячется|размещен[аы]?|размещён)(?:$|[^\p{L}!?;\n.](?:\b\p{L}{1,3}\.|[^!?;\n.]){0,80}$)",
    )
});

/// Whether the words right before an address say that somebody lives at it, with nobody named between.
pub(crate) fn is_dwelt(before: &str) -> bool {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    before
        .get(from..)
        .is_some_and(|words| DWELLS.is_match(words))
}

/// Where a call or a message comes from, right before a number, in the same sentence.
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?P<en>from|by)(?: (?:an?|the|that|this|another|unknown|withheld|mobile|phone|number|line|account|whatsapp|telegram|caller|sim|same)){0,5}|(?P<es>desde|del?|por)(?: (?:el|la|los|un|una|este|otro|mismo|número|numero|n[úu]m\.?|teléfono|celular|móvil|línea|cuenta|chip|whatsapp|telegram|desconocido)){0,5}|(?P<ru>с|со|от)(?: (?:\p{L}+ого|\p{L}+ой|\p{L}+его)){0,2}(?: (?:номер(?:а|ов)?|телефона|аккаунта|сим-карты|абонента)){1,2})[ :№«“\x22]*$",
    )
});

/// Somebody who calls, writes or threatens whom he does not name.
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?P<call>(?:phone |voice )?(?:calls?|messages?|texts?|voicemails?) (?:came|comes|were|was|that|arrived)|(?:got|gets|getting|received|receives|receiving|had) (?:\p{L}+ ){0,4}?(?:calls?|messages?|texts?|voicemails?)|(?:was|were|been|is|being) (?:called|rung|phoned|texted|messaged)|(?:somebody|someone|a man|a woman|they|strangers|men) (?:called|rang|phoned|texted|messaged|wrote to) (?:her|him|me|us|them)|(?:recib\p{L}+|lleg\p{L}+|entr\p{L}+) (?:\p{L}+ ){0,3}?(?:llamadas?|mensajes?|audios?)|(?:la|lo|le|les|los|las|me|nos) (?:llam|escrib|marc)(?:aron|aban|an|ieron|ían|en)|(?:ей|ему|им|мне|нам) (?:\p{L}+ ){0,2}?(?:звон(?:ят|или)|позвонили|пис(?:али|ут)|написали|присылали|слали)|(?:звон(?:ят|или)|позвонили|писали) (?:ей|ему|им|мне|нам)|(?:получ\p{L}+|приход\p{L}+|поступ\p{L}+) (?:\p{L}+ ){0,2}?(?:звон\p{L}+|сообщени\p{L}+))|(?P<threat>threats|threatening(?: \p{L}+)?|(?:was|were|been|being|is) (?:\p{L}+ )?(?:threatened|blackmailed)|(?:somebody|someone|a man|they|strangers|men) (?:threatened|blackmailed) (?:her|him|me|us|them)|amenazas|intimidaciones|amenaza(?:ron|ban|n)|amenazad[oa]s?|(?:le|la|lo|les|me|nos) extorsiona(?:ron|ban|n)|extorsiones|chantajea(?:ron|ban)|угроз(?:ы|ами|ах)?|угрожа(?:ли|ют|ющ\p{L}+)|пригрозили|запугивали|шантажировали|вымогали))(?:$|[^\p{L}])",
    )
});

/// A threat behind a number: "and threatened her".
static THREAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.!?\n]{0,60}?(?:^|[^\p{L}])(?:threat\p{L}*|amenaz\p{L}*|intimida\p{L}*|угроз\p{L}*|угрожа\p{L}+|пригрозил\p{L}*|запугив\p{L}+|шантаж\p{L}*)",
    )
});

/// The words of a sentence up to its end.
fn sentence(before: &str) -> &str {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let words = &before[from..];
    let ends = [". ", "! ", "? ", "\n"];
    let start = ends
        .iter()
        .filter_map(|end| Some(words.rfind(end)? + end.len()))
        .max();
    &words[start.unwrap_or(0)..]
}

/// Calls or threats right before where they come from, and whether they are threats.
fn from_stranger(before: &str) -> Option<bool> {
    static APART: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[,;:()]|(?:^| )(?:call|rang|phon|text|wrote|writ|sen[dt]|llam|marc|escrib|envi|mand|по?звон|написа|отправ)",
        )
    });
    static SENDS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:sent|sends|sending|made|makes|making|issued|wrote|(?:envi|mand|profer|hac|lanz|dirig)(?:ó|aba|ía|í|ió|a)|hizo|отправлял[аи]?|отправил[аи]?|слал[аи]?|присылал|рассылал)(?: [\p{L}-]+){0,3} $",
        )
    });
    let words = sentence(before);
    let from = FROM.find(words)?;
    let lead = &words[..from.start()];
    let cue = CALLED.captures_iter(lead).last()?;
    let whole = cue.get(0)?;
    let near = lead[whole.end()..].split_whitespace().count() <= BETWEEN;
    let begins = cue.name("call").or_else(|| cue.name("threat"))?;
    let sends = SENDS.is_match(&lead[..begins.start()]);
    (near && !sends && !APART.is_match(&lead[begins.end()..]))
        .then_some(cue.name("threat").is_some())
}

/// How many words may stand between calls and where they come from.
const BETWEEN: usize = 5;

/// Whether a number is the one that calls or threats came from: it is not that of whom they came to.
pub(crate) fn is_callers(before: &str) -> bool {
    from_stranger(before).is_some()
}

/// Whether threats came from a number, by the words before and behind it.
pub(crate) fn threatens(before: &str, behind: &str) -> bool {
    from_stranger(before).is_some_and(|threat| threat || THREAT.is_match(behind))
}

/// Who writes of himself that he is a victim, a witness, or kin of a child or of somebody who is gone.
static WRITES: LazyLock<Regex> = LazyLock::new(|| {
    const KIN: &str = r"mother|father|sister|brother|aunt|uncle|grandmother|grandfather|guardian|parents?|mum|mom|dad";
    const CHILD: &str = r"daughter|son|sister|brother|niece|nephew|granddaughter|grandson|girl|boy";
    const KIN_ES: &str =
        r"madre|padre|mamá|papá|hermana|hermano|tía|tío|abuela|abuelo|tutora?|padres";
    const CHILD_ES: &str = r"hij[oa]|hermanit?[oa]|sobrin[oa]|niet[oa]|niñ[oa]";
    const KIN_RU: &str =
        r"мать|мама|отец|папа|сестра|брат|т[её]тя|дядя|бабушка|дедушка|опекун\p{L}*|родители";
    const CHILD_RU: &str = r"дочь|дочка|сын|сестра|брат|племянни\p{L}+|внучка|внук|девочка|мальчик";
    const GONE: &str = r"vanished|disappeared|is missing|went missing|has been missing|was taken|never came (?:back|home)|left home|has not (?:called|come)";
    const GONE_ES: &str = r"desapareció|está desaparecid[oa]|no (?:ha )?(?:volvió|vuelto|regresó|regresado|llamó|llamado)|se fue|se la llevaron|se lo llevaron";
    const GONE_RU: &str = r"пропал[аи]?|исчез(?:ла)?|не вернул(?:ась|ся)|не (?:звонит|выходит на связь)|уехал[аи]?|увезли";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:I, [^,.\n]{{3,40}}, (?:state|declare|make this statement|say)|Yo, [^,.\n]{{3,40}}, (?:declaro|denuncio|manifiesto|digo)|Я, [^,.\n]{{3,40}}, (?:заявляю|сообщаю|показываю|прошу)|(?:I am|I'm|I’m|we are) (?:the |an? )?(?:(?:{KIN}) of (?:an?|the|my)? ?|[^.!?\n]{{1,40}}['’]s (?:{KIN})|victim|witness|survivor)|(?:soy|somos) (?:la |el |una? )?(?:(?:{KIN_ES}) de |víctima|testigo|sobreviviente)|(?:я|мы)(?: [—–-])? (?:{KIN_RU}|жертва|свидетель|потерпевш\p{{L}}+)(?:$|[^\p{{L}}])|(?:my|our) (?:\p{{Ll}}+ )?(?:{CHILD})[^.!?\n]{{0,40}}? (?:{GONE})|(?:mi|nuestr[oa]) (?:{CHILD_ES})[^.!?\n]{{0,40}}? (?:{GONE_ES})|(?:моя|мой|наша|наш) (?:{CHILD_RU})[^.!?\n]{{0,40}}? (?:{GONE_RU}))"
    ))
});

/// Whatever the writer calls his own, right before it.
static MINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:^|[^\p{L}])(?:(?:my|our) (?:\p{Ll}+ )?(?:phones?|mobile|cell(?:phone)?|number|telephone|whatsapp|address|e-?mail)(?: number)?",
        r"|(?:mi|nuestro) (?:n[úu]mero|tel[ée]fono|m[óo]vil|celular|whatsapp|correo|direcci[óo]n)(?: de \p{L}+)?",
        r"|(?:мой|наш|моя) (?:номер|телефон|мобильный|адрес|почта)(?: телефона)?",
        r"|(?:call|reach|phone|text|contact) (?:me|us)|ll[áa]m(?:en|e|a)(?:me|nos)|me (?:pueden |puede )?(?:llam(?:en|e|ar)|escrib(?:an|a|ir)|ubi(?:quen|car))|(?:звоните|позвоните|пишите)(?: мне| нам)?)[^.!?\n]{0,40}$",
    ))
});

/// Whether a text is written by a victim, a witness or kin of theirs, by what it says of who writes.
pub(crate) fn is_statement(text: &str) -> bool {
    WRITES.is_match(text)
}

/// Whether somebody tells of himself what is done to those who are held: "he took my passport", "no me deja salir", «я ему
/// должна три тысячи».
pub(crate) fn suffers(words: &str) -> bool {
    static SUFFERS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:^|[^\p{L}])(?:(?:took|takes|has|have|keeps?|kept|hid|got) (?:away )?my (?:passport|papers|documents|id|phone|wages)|(?:won['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|never|not) let(?:s|ting)? (?:me|us) (?:go|out|leave)|(?:beats?|hits?|hurts?|locks?|locked|forces?|makes?) me|i (?:still )?owe (?:him|her|them)|says? i owe|can['’]?t (?:leave|get out)",
            r"|me (?:quit[óo]|quitaron|sac[óo]|tiene[n]?|guarda) (?:el |mi |los )?(?:pasaporte|documentos?|papeles|celular|tel[ée]fono)|no (?:me|nos) dejan? (?:salir|ir|irme|llamar)|me (?:pega|peg[óo]|golpea|golpe[óo]|encierra|encerr[óo]|obliga)n?|(?:le|les) debo|dice[n]? que debo|no puedo (?:salir|irme)",
            r"|(?:за|от)бра(?:л[аи]?|ли) (?:у (?:меня|нас) |мой |мои |наши )?(?:паспорт|документ|телефон)\p{L}*|не (?:выпускает|выпускают|отпускает|отпускают|пускает|пускают) (?:меня|нас)|(?:меня|нас) не (?:выпуска|отпуска|пуска)\p{L}+|(?:бь[её]т|бьют|бил|била|избил|избила) (?:меня|нас)|(?:меня|нас) (?:бь[её]т|бьют|бил|била|били|избили|запирают|заперли|заставляют)|я (?:ему |ей |им )?должн[аы]? (?:ему |ей |им )?(?:\p{L}+ )?(?:тысяч|долл|рубл|евро|деньг|\d))",
        ))
    });
    SUFFERS.is_match(words)
}

/// Whether who writes calls what follows his own.
pub(crate) fn is_writers(before: &str) -> bool {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    before.get(from..).is_some_and(|words| MINE.is_match(words))
}

#[cfg(test)]
mod tests {
    use super::{is_dwelt, protects};
    use model::Protection;

    #[test]
    fn somebody_lives_where_it_is_said() {
        for before in [
            "She's staying at ",
            "My mother lives on ",
            "vive en el sector Los Llanos, ",
            "Сейчас живёт у неё: ",
            "проживаю по адресу г. Курган, ",
        ] {
            assert!(is_dwelt(before), "{before}");
        }
        for before in [
            "The office is at ",
            "vive bien. La empresa está en la ",
            "She lives well!\nOffice: ",
        ] {
            assert!(!is_dwelt(before), "{before}");
        }
    }

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
