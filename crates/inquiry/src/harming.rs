//! Who does harm to people by the words behind his name, and whether a text tells of harm at all. Stands below the stages: kin who
//! harm are offenders wherever it is asked.

use crate::alphabet::{Regex, pattern};
use std::sync::LazyLock;

/// What may stand between a name and what its bearer does: an aside, a relative, adverbs.
const LEAD: &str = r"^[»”\x22]?(?:,[^,.;:]{1,50},|,)?(?: (?:who|that|que|quien|котор(?:ый|ая)))?(?: (?:had|has|have|also|then|later|often|once|would|used to|then|allegedly|reportedly|himself|herself|first|soon|regularly|\p{L}+ly|también|luego|después|siempre|antes|ya|presuntamente|supuestamente|además|\p{L}+mente|также|потом|затем|тоже|часто|постоянно|регулярно|якобы|сам|сама|позже|сначала|ранее|уже|не раз)){0,3}";

/// People as the object of a verb, in English.
const WHOM: &str = r"(?:(?:her|him|them|me|us)(?:$|[^\p{L}])|(?:the |his |her |their |those |these |two |three |four |several |many |some |young |other |local |migrant |\d+ )*(?:girls?|boys?|wom[ae]n|m[ae]n|workers?|child(?:ren)?|victims?|daughters?|sons?|nieces?|nephews?|sisters?|brothers?|stepdaughters?|stepsons?|migrants?|labou?rers?|wife|people|recruits?|maids?|pickers?|employees|teenagers?|staff|tenants|passengers|captives)(?:$|[^\p{L}])|(?-i:\p{Lu}\p{Ll}))";

/// The same in Spanish, with the preposition.
const WHOM_ES: &str = r"al? (?:(?:la|las|los|el|su|sus|otras?|otros?|varias|varios|dos|tres|una|un|muchas|muchos) )*(?:niñ[oa]s?|chic[oa]s?|j[óo]ven(?:es)?|mujer(?:es)?|menor(?:es)?|trabajador(?:as?|es)?|hij[oa]s?|hijastr[oa]s?|sobrin[oa]s?|herman[oa]s?|víctimas?|emplead[oa]s?|muchach[oa]s?|migrantes?|jornaleros?|obrer[oa]s?|personas?|espos[oa]|gente)(?:$|[^\p{L}])|a (?-i:\p{Lu}\p{Ll})";

/// The same in Russian.
const WHOM_RU: &str = r"(?:её|ее|его|их|ей|ему|им|меня|мне|нас|нам)(?:$|[.,;:!?»]| )|(?:(?:двух|тр[её]х|своих?|свою|своего|своей|этих|многих|других|молод\p{L}+|несовершеннолетн\p{L}+) )*(?:девоч\p{L}+|девуш\p{L}+|женщин\p{L}*|рабочи[хм]|работни[кц]\p{L}+|людей|людям|детей|реб[её]нка|падчериц\p{L}+|пасынка|дочь|дочку|дочери|племянни\p{L}+|сестру|брата|жену|сына|жертв\p{L}*|потерпевш\p{L}+|мигрант\p{L}+|подростк\p{L}+|мальчик\p{L}*|батрак\p{L}+)|(?-i:\p{Lu}\p{Ll})";

static DOES: LazyLock<Regex> = LazyLock::new(|| {
    let held = r"(?:captive|prisoner|locked|hostage|against|chained|in (?:a|the|his|her) |under lock|without)";
    let en = format!(
        r"(?:beat|beats|hit|hits|punched|kicked|hurts?|rap(?:ed|es)|abus(?:ed|es)|assault(?:ed|s)|molest(?:ed|s)|threaten(?:ed|s)|starv(?:ed|es)|chain(?:ed|s)|tortur(?:ed|es)|exploit(?:ed|s)|enslav(?:ed|es)|pimp(?:ed|s)(?: out)?|prostitut(?:ed|es)|traffick(?:ed|s)|whipp(?:ed|s)|forc(?:ed|es|e)|coerc(?:ed|es)|imprison(?:ed|s)) {WHOM}|(?:re)?(?:sold|sells?) (?:(?:her|him|me|them|us)(?: off| on)?(?:$|[.,;:!?]| (?:to|for|into|on|in|and|off|at|when|as))|(?:the |his |own |her |their |young |two )*(?:girls?|boys?|wom[ae]n|child(?:ren)?|victims?|daughters?|sons?|nieces?|nephews?|sisters?|stepdaughters?|people)(?:$|[^\p{{L}}]))|(?:locked|locks|kept|keeps|held|holds) (?:(?:her|him|them|me|us|(?:the|his|their|two|three|several|\d+) (?:\p{{Ll}}+ )?\p{{Ll}}+) (?:in(?:$|[.,;]| )|up|{held})|up {WHOM})|(?:made|makes|make) (?:her|him|them|me|us) (?:work|beg|steal|sleep|have|sell|strip|clean|serve|pay|dance|go with)|handed (?:her|him|me|them) over (?:to|for)|(?:put|puts|sent|sends) (?:her|him|me|them) (?:to work|on the street|out to)|(?:bought|buys) (?:her|him|me|them|us) (?:for|from|off) |(?:rent(?:ed|s)|pimp(?:ed|s)|hir(?:ed|es)|loan(?:ed|s)) (?:her|him|me|them|us) (?:out|to)|(?:takes?|took|drives?|drove|deliver(?:s|ed)|brings?|brought|dropp?(?:s|ed)|sends?|sent) (?:her|him|me|them|us|the girls?)(?: \p{{Ll}}+)? to (?:(?:[\p{{Ll}}-]+ ){{0,3}}?(?:men|clients|customers|punters|johns|brothels?|strip clubs?)|(?:hotels?|flats?|houses?|parties|rooms?) (?:where|with|so) (?:\p{{Ll}}+ )?(?:m[ae]n|strangers|clients|others))"
    );
    let stem = r"(?:golpe|maltrat|amenaz|oblig|forz|explot|encerr|viol|abus|tortur|secuestr|azot|peg|esclaviz)(?:ó|aba|a|aron|aban|an|ado)|vend(?:ió|ía|e|ieron|ían|en|ido)|prostitu(?:yó|ía|ye)|encierra|ret(?:uvo|enía|iene|uvieron)|(?:agred|somet)(?:ió|ía|e)|(?:tenía|mantenía|tuvo|mantuvo) (?:encerrad|retenid|cautiv)[oa]s?";
    let es = format!(
        r"(?:(?:la|lo|las|los|le|les|me|nos) (?:ha |han |había |habían )?(?:{stem})|(?:{stem}) (?:sexualmente )?(?:{WHOM_ES}|de (?:la|las|los|ella|una|su|sus) )|(?:la|lo|las|los|me) (?:entreg|dio|cedi)\p{{L}}* (?:a cambio|por dinero|a un(?:os?|a)? (?:burdel|bar|hombres?|prostíbulo|club|proxeneta|cliente))|(?:la|lo|las|los|me|nos) (?:compró|compraba) (?:por |a )|(?:la|lo|las|los|me|nos) (?:alquil|prostitu)\p{{L}}+|(?:cobraba|cobró|cobra) (?:\p{{L}}+ ){{0,2}}?por (?:ella|ellas|cada)|(?:la|lo|las|los|me|nos) (?:llev|tra|mand|met|conduc)\p{{L}}* (?:a|al|con|en) (?:(?:un[oa]?s?|el|la|los|las|otros|varios) )*(?:whisker[íi]as?|burdel(?:es)?|prostíbulos?|cabarets?|puticlubs?|nightclubs?|clubes? nocturnos?|casas? de citas|cantinas?|moteles?|hombres|clientes|(?:hoteles?|bar(?:es)?|departamentos?|casas?|pisos?) (?:con|donde|para que) (?:\p{{L}}+ ){{0,2}}?(?:hombres|clientes|desconocidos)))(?:$|[^\p{{L}}])"
    );
    let stem = r"(?:бил|избивал|избил|побил|ударил|заставлял|заставил|принуждал|принудил|насиловал|изнасиловал|удерживал|держал (?:взаперти|под замком)|запирал|запер(?:ла)?|угрожал|мучил|истязал|эксплуатировал|домогал(?:ся|ась)|морил|вербовал|завербовал|продал|продавал|перепродал)(?:а|и)?";
    let sold = r"(?:её|ее|его|их|меня|дочь|дочку|девоч\p{L}+|девуш\p{L}+|падчериц\p{L}+|племянниц\p{L}+|сестру|сына|женщин\p{L}*|людей)";
    let ru = format!(
        r"(?:{stem} (?:свою |своего |своих )?(?:{WHOM_RU})|(?:её|ее|его|их|ей|ему|им|меня|мне|нас|нам)(?: (?:часто|постоянно|потом|сам|сама|затем|также|силой|регулярно|дома|тоже)){{0,2}} {stem}(?:$|[^\p{{L}}])|(?:отдал|сдал|передал)а? {sold} (?:за деньги|в (?:бордель|притон|рабство))|(?:возил|возит|водил|водит|отвозил|отвозит|привозил|привозит|отв[её]з|отвезла|прив[её]з|привезла|приводил|таскал|отправлял|посылал)(?:а|и)? (?:(?:по ночам|ночами|силой|потом) )?(?:е[её]|его|их|меня|нас|\p{{Ll}}*(?:дочь|дочку|девоч\p{{L}}+|девуш\p{{L}}+|женщин\p{{L}}*|падчериц\p{{L}}+|племянниц\p{{L}}+|сестру))(?: \S+){{0,4}}? (?:к (?:\p{{L}}+ ){{0,2}}?(?:мужчинам|мужчине|мужикам|клиентам|клиенту)|(?:в|на|по) (?:\p{{L}}+ )?(?:саун\p{{L}}+|бордел\p{{L}}+|притон\p{{L}}*|вызов\p{{L}}*|клиент\p{{L}}+|точк\p{{L}}+|трасс\p{{L}}+))|(?:купил|покупал)а? (?:е[её]|его|их|меня|нас) (?:за|у) |(?:сдавал|сдал)а? (?:е[её]|их|меня|нас|девуш\p{{L}}+|падчериц\p{{L}}+)|брала? (?:за (?:не[её]|них|нас) деньги|деньги за (?:не[её]|них|нас)))"
    );
    pattern(&format!(r"(?i){LEAD} (?:{en}|{es}|{ru})"))
});

/// Things that are sold for somebody, behind a pronoun in Russian: «продал её машину».
static THING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:прода(?:л|вал)|перепродал)[аи]? (?:её|ее|его|их) (?:квартир|дом|машин|вещ|телефон|украшен|земл|участ|долю|скот|мебел|кольц)",
    )
});

/// Whether the words behind a name say that its bearer harms people: "X beat her", "X la obligaba a", «X продал её».
pub(crate) fn is_done(behind: &str) -> bool {
    let to = behind.floor_char_boundary(behind.len().min(REACH));
    let words = &behind[..to];
    DOES.is_match(words) && !THING.is_match(words)
}

/// Whether the words before the name of somebody's kin say that he harms people: "sold by her uncle, X", "golpeada por su
/// padrastro, X", «продал её отчим, X».
pub(crate) fn is_done_by(before: &str) -> bool {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:(?:(?:re)?sold|beaten|raped|abused|forced|exploited|trafficked|recruited|locked up|starved|prostituted|enslaved|handed over|threatened)(?P<en> [^.;,]{1,50}?)? by (?:her|his|their|an?) (?:own )?(?:[\p{Ll}-]+ ?){1,3}|(?:vendid|golpead|violad|abusad|obligad|forzad|explotad|captad|reclutad|encerrad|retenid|maltratad|entregad|prostituid|amenazad)[oa]s?(?P<es> [^.;,]{1,50}?)? por (?:su|sus|un|una) (?:\p{Ll}+ ?){1,3}|(?:(?:пере)?прода(?:л|вал)|избил|избивал|бил|изнасиловал|насиловал|похитил|завербовал|заставлял|удерживал)а? (?:её |ее |его )?(?:родной |родная |двоюродный |двоюродная )?(?:отчим|отец|дядя|мать|мачеха|т[её]тя|брат|муж|бабушка|дед|дедушка|сестра)|(?:(?:пере)?продан|избит|изнасилован|похищен|завербован)[аы]? (?P<ru>[^.;,]{1,30} )?(?:отчимом|отцом|дядей|матерью|мачехой|т[её]тей|братом|мужем|бабушкой|дедом|сестрой)),? ?$",
        )
    });
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let Some(hit) = BY.captures(&before[from..]) else {
        return false;
    };
    // "Recruited, and found by her brother": another verb stands nearer.
    let between = ["en", "es", "ru"].iter().find_map(|name| hit.name(name));
    between.is_none_or(|words| {
        let mut words = words.as_str().split_whitespace();
        !words.any(|word| ["and", "but", "y", "e", "pero", "и", "но", "а"].contains(&word))
    })
}

/// How far from a name it is looked for what its bearer does, in bytes.
const REACH: usize = 200;

/// Whether a text tells of people who are traded, taken or missing.
pub(crate) fn is_told(text: &str) -> bool {
    static TOLD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:(?:was|were|been|is|are|got) (?:\p{L}+ )?(?:recruited|lured|sold|abducted|kidnapped|taken|groomed|exploited|enslaved|rescued|raped|held|locked)|traffick\p{L}*|human trafficking|went missing|is missing|been missing|vanished|disappeared|brothel|pimp|(?:fue|fueron|ha sido|habían sido|había sido) (?:captad|reclutad|vendid|secuestrad|explotad|engañad|violad|raptad|rescatad|obligad)[oa]s?|trata de (?:personas|blancas|mujeres|menores|niñ[oa]s|jóvenes|seres)|tratantes?|desaparec(?:ió|id[oa]s?|ieron)|proxeneta|prostíbulo|burdel|(?:за)?вербова(?:л|н)\p{L}*|похи(?:тил|щен)\p{L}*|прода(?:ли|на|ны|н)|пропал[аи]?|пропавш\p{L}+|исчез(?:ла|ли)?|притон\p{L}*|бордел\p{L}+|сут[её]н[её]р\p{L}*|торговл\p{L}+ людьми|в рабств\p{L}+|(?:her|him|them|girls?|boys?|children|child|baby)(?: \p{L}+){0,3} to (?:the|an?|his|their) buyers?|(?:la|lo|las|los) \p{L}+(?: \p{L}+){0,4} (?:al|a la casa del|a un) comprador|(?:е[её]|его|их|девоч\p{L}+|мальчик\p{L}*|реб[её]нка|девуш\p{L}+) к покупател\p{L}+)(?:$|[^\p{L}])",
        )
    });
    TOLD.is_match(text)
}

/// Whether a text speaks of people who are harmed or held, or may be, in any way: who is named in it may be one of them.
pub(crate) fn is_near(text: &str) -> bool {
    static NEAR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:traffick|passports?\b|social worker|case (?:note|worker)|caseworker|safeguarding|disclos(?:ed|es|ure)|forc(?:ed|es|ing) (?:her|him|them|us|me|to)\b|(?:men|clients|customers|punters) (?:who )?(?:pay|paid|paying)|(?:pay|paid|paying) (?:him|her|them|for) (?:sex|her\b)|for sex\b|bruis(?:ed?s?)|my name is|me llamo|mi nombre es|меня зовут|мо[её] имя|recruit|exploit|victim|survivor|complainant|rescue[ds]|shelter|safe house|beat(?:en|ing)?s?\b|hit\b|kicked|burn(?:ed|t)|escap(?:e|ed|ing)\b|fle[ed]\b|fleeing|ran away|lock-?up\b|owes\b|gave evidence|arranging the travel|clients were|(?:took|kept|confiscated) (?:the \p{L}+['’]s?|their|our|everyone's) (?:phones?|wages|papers|documents)|behind a screen|kept (?:\p{L}+ ){0,3}?(?:men|women|girls|boys) in\b|debts?\b|slapped|punched|rap(?:ed|ist|es?)\b|sexual|assault|abus(?:e|ed|es|ing|ive)\b|threaten|captive|enslav|slavery|slaves|servitude|bondage|smuggl|kidnap|abduct|ransom|prostitut|brothel|pimp|underage|unpaid|without pay|for no pay|conscript|mercenar|runaway|pasaporte|biombo|testigo protegid|tra(?:ía|jo|ían) a las (?:chicas|jóvenes|mujeres|muchachas)|trabajador(?:a)? social|informe social|hombres (?:que )?(?:le |les )?pag(?:an|aban|aron)|moret[oó]n|sexo|(?:la|una|por|contra) trata\b|trata de (?:personas|blancas|mujeres|menores|niñ[oa]s|jóvenes|seres)|tratante|explota|víctima|sobrevivient|denunciante|rescatad|albergue|refugio\b|golpe(?:ó|ab|ad|ar|an|é)|peg(?:ó|aba|ué|aron)|viol(?:ó|ad|aci|ar)|agre(?:sión|dió|did)|amenaz|oblig(?:ó|ab|ad|ar)|encerr|escap(?:ó|ar|é|aron)|huy(?:ó|eron)|huir|deuda|esclav|servidumbre|secuestr|proxenet|prostit|burdel|prostíbul|sin cobrar|sin pagar|mercenari|reclut|quemadura|соцработник|в подвале|штрафовал|(?:забирал|отбирал|забрал|отобрал)[аи]? (?:у \p{L}+ )?(?:телефон|документ)|малолетк|социальн\p{L}+ (?:педагог|работник)|к (?:взрослым |чужим |незнакомым )?мужчинам|мужчин\p{L} (?:ему |ей |им )?плат|интим|синяк|(?:загран)?паспорт|эксплуат|жертв|потерпевш|пострадавш|освобожд[её]н|приют|изби[лвт]|побо[еия]|изнасил|насили|угро[жз]|удержив|взаперти|рабск|рабств|похи[тщ]|проститу|бордел|притон|сут[её]н|вербов|завербов|выкуп|купил[аи]? (?:меня|нас|е[её]|его|их)|продал[аи]?|сбежа|бежать\b|бежал[аи]?\b|побег|бил[аи]?\b|бь[её]т\b|бьют\b|заставля|принужд|долг(?:а|и|у|ов)?\b|на[её]мник|без оплаты|не платил)",
        )
    });
    NEAR.is_match(text) || is_told(text)
}

/// Whether words that call somebody kin say that he looks for whose kin he is.
pub(crate) fn is_search(cue: &str) -> bool {
    static SEARCH: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:^|[^\p{L}])(?:search|look|busca|ищ[еу]|искал|разыск)"));
    SEARCH.is_match(cue)
}

#[cfg(test)]
mod tests {
    use super::{is_done, is_done_by, is_near, is_search, is_told};

    #[test]
    fn who_harms_is_told_before_his_name() {
        for before in [
            "was sold to a bar by her uncle, ",
            "fue vendida por su padrastro, ",
            "Продал её отчим, ",
            "была избита отчимом ",
        ] {
            assert!(is_done_by(before), "{before}");
        }
        for before in [
            "was found by her uncle, ",
            "was recruited and found by her uncle, ",
            "fue rescatada por su hermano, ",
            "Искал её отец, ",
            "Избили её брата, ",
        ] {
            assert!(!is_done_by(before), "{before}");
        }
    }

    #[test]
    fn who_harms_is_told() {
        for behind in [
            ", beat her every night",
            ", 45, sold her to a bar",
            " who later forced the girls to work",
            " locked the workers in",
            " made her beg",
            ", la vendió a un bar",
            " golpeaba a la niña",
            " la obligaba a trabajar",
            ", бил её",
            " заставлял её работать",
            ", продал её в бар",
        ] {
            assert!(is_done(behind), "{behind}");
        }
    }

    #[test]
    fn who_suffers_or_helps_is_not() {
        for behind in [
            ", was beaten by them",
            " never beat her",
            ", sold her car",
            " held her hand",
            ", fue golpeada",
            " buscó a la niña",
            ", искал её",
            ", продал её машину",
            ". He beat her",
        ] {
            assert!(!is_done(behind), "{behind}");
        }
    }

    #[test]
    fn texts_of_harm_and_searches_are_told() {
        assert!(is_told("A girl was recruited in Leeds."));
        assert!(is_told("Девочку завербовали в Туле."));
        assert!(!is_told("The choir was formed in Leeds."));
        assert!(is_near("The crew were beaten and unpaid."));
        assert!(is_near("Trabajaban sin cobrar."));
        assert!(!is_near("The choir sang in Leeds."));
        assert!(is_search("has been searching for"));
        assert!(!is_search("mother"));
    }
}
