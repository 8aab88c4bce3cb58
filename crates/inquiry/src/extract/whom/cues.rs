//! What is done to somebody whom a pronoun stands for, in three languages. Data: how the sentence is built, words.

use crate::extract::needs::Pattern;
use std::sync::LazyLock;

/// How a sentence says who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Build {
    /// "recruited her": who does it stands before.
    Before,
    /// "la reclutó", «его завербовала»: who does it stands on either side.
    Either,
    /// "recruiting her", "reclutarla": who does it is accused of it, or owns up.
    Charged,
    /// "she was recruited": who suffers is the subject.
    Passive,
    /// "took her passport", "le quitó el pasaporte", «забрала у неё паспорт»: whose papers are taken.
    Papers,
    /// "fue reclutada", «был завербован» without a pronoun: who suffers is who says it.
    Bare,
}

/// English verbs, without the ending.
const EN: &str = r"recruit|lur|groom|deceiv|trick|dup|abduct|kidnapp?|enslav|exploit|prostitut|rap|traffick?|smuggl|coerc|lock(?:ed|ing)? up|s[eo]ld|sell|resold|entic|entrapp?";
/// English participles, after "was".
const EN_DONE: &str = r"recruited|trafficked|lured|groomed|deceived|tricked|duped|abducted|kidnapped|sold|resold|held captive|held prisoner|held hostage|held against|kept captive|kept prisoner|locked up|locked in|enslaved|exploited|prostituted|forced to|forced into|coerced|raped|sexually abused|smuggled|trapped|rescued|freed from|enticed|threatened";
/// What "held" and "forced" need behind their object.
const EN_AROUND: &str = r"captive|hostage|prisoner|against|locked|in (?:captivity|slavery|bondage|the brothel|a brothel)|to (?:work|sell|beg|have sex|pay|clean|serve|carry|sign|hand|men|clients)|into|from (?:her|his|their|the|an?) (?:captors?|traffickers?|brothel|house|slavery|captivity)";
/// Spanish finite verbs.
const ES: &str = r"capt(?:ó|aron|aba|aban)|reclut(?:ó|aron|aba|aban)|enganch(?:ó|aron)|engañ(?:ó|aron|aba|aban)|vend(?:ió|ieron|ía|ían)|revend(?:ió|ieron)|explot(?:ó|aron|aba|aban)|secuestr(?:ó|aron)|viol(?:ó|aron|aba|aban)|prostitu(?:yó|yeron|ía|ían)|oblig(?:ó|aron|aba|aban) a|forz(?:ó|aron) a|rescat(?:ó|aron)|esclaviz(?:ó|aron)|ret(?:uvo|uvieron|enía|enían)|encerr(?:ó|aron)|rapt(?:ó|aron)|(?:tenían?|tuv(?:o|ieron)|mantuv(?:o|ieron)|mantenían?) (?:encerrad|retenid|cautiv|prisioner|secuestrad)[oa]s?";
/// How long, or where, somebody is held who is no prisoner of the law.
const HELD: &str = r"for (?:an?|over|more than|about|almost|nearly|two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+)[ \p{L}\d]{0,16}? ?(?:days?|weeks?|months?|years?|nights?)|(?:in|inside|at) (?:an?|the|his|her|their) (?:\p{L}+ ){0,2}(?:cellar|basement|flat|house|apartment|room|shed|attic|garage|barn|farm|brothel|warehouse|container|hotel|villa|van)|under lock|at gunpoint|without food";
/// Spanish participles, without the ending.
const ES_DONE: &str = r"captad|reclutad|enganchad|engañad|vendid|revendid|explotad|secuestrad|violad|prostituid|obligad|forzad|retenid|encerrad|traficad|rescatad|esclavizad";
const ES_INFINITIVE: &str = r"captar|reclutar|enganchar|engañar|vender|explotar|secuestrar|violar|prostituir|retener|esclavizar|traficar";
/// Russian verbs in the masculine past.
const RU: &str = r"завербовал|вербовал|обманул|похитил|продал|перепродал|удерживал|держал|заставил|принудил|вывез|увез|ув[её]з|вызволил|изнасиловал|эксплуатировал|заманил|купил|соблазнил";
/// What may stand between a Russian pronoun and its verb.
const RU_ADVERB: &str = r"(?: (?:в \p{L}+|тогда|потом|сначала|обманом|силой|лично|якобы|также|тоже|уже|туда|затем|позже|там|и|действительно)){0,3}";
/// Russian short participles, without the ending.
const RU_DONE: &str = r"завербован|обманут|похищен|продан|перепродан|вывезен|увезен|увез[её]н|вовлеч[её]н|принужд[её]н|порабощ[её]н|изнасилован|куплен";

/// Papers without which nobody can leave, by language.
pub(in crate::extract) const PAPERS_EN: &str = r"(?:passports?|papers|documents|identity (?:cards?|papers|documents)|ids?|id cards?|birth certificates?|phones?|mobiles?)";
pub(in crate::extract) const PAPERS_ES: &str = r"(?:pasaportes?|documentos?|documentación|papeles|c[ée]dulas?|dni|identificaci(?:ón|ones)|tel[ée]fonos?|m[óo]vil(?:es)?|celular(?:es)?)";
pub(in crate::extract) const PAPERS_RU: &str =
    r"(?:(?:загран)?паспорт\p{L}*|документ\p{L}*|удостоверени\p{L}+|телефон\p{L}*)";
/// Verbs by which they are taken, by language; the Russian ones in the masculine past.
pub(in crate::extract) const TAKES_EN: &str = r"took|takes|taking|taken|confiscat(?:ed|es|ing)|seized|kept|keeps|keeping|withheld|stole|hid|snatched|locked away";
pub(in crate::extract) const TAKES_ES: &str = r"(?:quit|confisc|arrebat|rob)(?:ó|aron|aba|aban)|reten(?:ía|ían)|retuv(?:o|ieron)|(?:ha|han|había|habían) (?:quitado|confiscado|arrebatado|retenido|robado)";
pub(in crate::extract) const TAKES_RU: &str =
    r"забрал|забирал|отобрал|отбирал|отнял|отнимал|украл|присвоил";

/// Verbs of threatening.
const THREATENS_ES: &str = r"amenaz(?:ó|aron|aba|aban)|(?:ha|han|había|habían) amenazado|(?:está|están|estaba|estaban) amenazando";
pub(in crate::extract) const THREATENS_RU: &str = r"угрожа(?:л[аи]?|ет|ют)|пригрози(?:л[аи]?|т)|(?:стал[аи]?|начал[аи]?|продолжал[аи]?|продолжают) угрожать|(?:поступа|приходи|поступи|сыпа|зву)\p{L}* (?:новые )?угрозы|угрозы (?:поступа|приходи|поступи)\p{L}*";
/// What somebody is threatened to suffer, by language.
const KILL: &str = r"kill|hurt|harm|beat|murder|rape|shoot|stab|burn|find";
const MATAR: &str = r"matar|golpear|violar|quemar|secuestrar|asesinar|herir|buscar";
const UBIT: &str = r"убить|избить|зарезать|изнасиловать|похитить|найти|покалечить";

/// The patterns, each with a `verb`, and a `pron` or what shows its gender.
pub(super) static DEEDS: LazyLock<Vec<(Build, Pattern)>> = LazyLock::new(|| {
    let word = |inner: &str| format!(r"(?i)(?:^|[^\p{{L}}]){inner}(?:$|[^\p{{L}}])");
    [
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>(?:{EN})(?:ed|ing|s|es|e)?) (?P<pron>her|him|me)"
            )),
        ),
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>held|kept|holding|keeping|forced|forcing|freed|freeing|bought) (?P<pron>her|him|me),? (?:{EN_AROUND})"
            )),
        ),
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>held|kept|hid) (?P<pron>her|him|me)(?: there| here)?,? (?:{HELD})"
            )),
        ),
        (
            Build::Before,
            word(r"where (?:[\p{L}'’-]+ ){1,4}?(?P<verb>held|kept|hid) (?P<pron>her|him|me)"),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<verb>{TAKES_EN}) (?P<pron>her|his)(?: own)? {PAPERS_EN}"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<pron>le) (?P<verb>(?:{TAKES_ES}) (?:el|los|la|las|su|sus|todos los) {PAPERS_ES})"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<verb>(?:{TAKES_RU})[аи]? у (?P<pron>неё|нее|него))(?: \p{{L}}+)? {PAPERS_RU}"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"у (?P<pron>неё|нее|него) (?P<verb>(?:{TAKES_RU})[аи]?)(?: \p{{L}}+)? {PAPERS_RU}"
            )),
        ),
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>threaten(?:ed|ing|s)(?: to (?:{KILL}))?|intimidat(?:ed|es|ing)) (?P<pron>her|him|me)"
            )),
        ),
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>amenaz(?:ó|aron|aban?|ado|an) con (?:{MATAR}))(?P<pron>la|lo|me)"
            )),
        ),
        (
            Build::Passive,
            word(
                r"(?P<verb>(?:fue|ha sido|había sido|sería|está siendo|era) (?:\p{L}+mente )?(?:amenazad|intimidad)(?P<pron>[oa]))",
            ),
        ),
        (
            Build::Passive,
            word(
                r"(?P<pron>s?he) (?:was|has been|had been|is being|was being|got|is)(?: \p{L}+ly| later| then| also| twice| once)? (?P<verb>threatened|intimidated)",
            ),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>его|её|ее|меня){RU_ADVERB} (?P<verb>запугива(?:л[аи]?|ют|ет)|угрожа(?:л[аи]?|ют) (?:{UBIT}))"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<verb>угрожа(?:л[аи]?|ют) (?:{UBIT})|запугива(?:л[аи]?|ют)) (?P<pron>его|её|ее|меня)"
            )),
        ),
        (
            Build::Either,
            word(
                r"в (?P<pron>её|ее|его) адрес (?P<verb>(?:\p{L}+ )?(?:поступа|приходи|поступи|сыпа|зву)\p{L}* (?:\p{L}+ )?угрозы)",
            ),
        ),
        (
            Build::Either,
            word(&format!(r"(?P<pron>la|lo|le|me) (?P<verb>{THREATENS_ES}|intimid(?:ó|aron|aban?))")),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>ей|ему|мне){RU_ADVERB} (?P<verb>{THREATENS_RU})"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<verb>{THREATENS_RU}) (?P<pron>ей|ему|мне)"
            )),
        ),
        (
            Build::Passive,
            word(
                r"(?P<pron>s?he|она|он) (?:has |had |also |have |уже |также |ранее ){0,2}(?P<verb>(?:been )?(?:receiv(?:ed|ing)|get(?:s|ting)|got)(?: \p{L}+){0,3}? threats|получ(?:ил|ал)а?(?: \p{L}+){0,3}? угроз\p{L}*)",
            ),
        ),
        (
            Build::Passive,
            word(&format!(
                r"(?P<pron>s?he) (?:was|had been|has been|is being|was being|got|is)(?: \p{{L}}+ly| later| then| first| also| once)? (?P<verb>{EN_DONE})"
            )),
        ),
        (
            Build::Passive,
            word(
                r"(?:where|in which|from which) (?P<pron>s?he) (?:was|had been|is|was being|had long been)(?: \p{L}+ly)? (?P<verb>held|kept|locked|imprisoned|hidden)",
            ),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>la|lo|me) (?P<verb>{ES}|(?:ha|han|había|habían|habría|habrían|hubiera) (?:{ES_DONE})o)"
            )),
        ),
        (
            Build::Charged,
            word(&format!(r"(?P<verb>{ES_INFINITIVE})(?P<pron>la|lo|me)")),
        ),
        (
            Build::Bare,
            word(&format!(
                r"(?:que|cuando|donde)(?: (?:ella|él|luego|también|después|presuntamente))? (?P<verb>(?:fue|había sido|habría sido|ha sido) (?:{ES_DONE})(?P<pron>[oa]))"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>его|её|ее|меня){RU_ADVERB} (?P<verb>(?:{RU})(?:а|и|ла|ли)?)"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<verb>(?:{RU})(?:а|и|ла|ли)?|завербовать|продать|обмануть|заманить) (?P<pron>его|её|ее|меня)"
            )),
        ),
        (
            Build::Bare,
            word(&format!(
                r"(?:что|как|когда|где)(?: (?:он|она))? (?P<verb>(?P<pron>была?) (?:{RU_DONE})а?)"
            )),
        ),
        (
            Build::Before,
            word(
                r"(?P<verb>ma(?:de|kes|king)) (?P<pron>her|him|me) (?:work|clean|cook|beg|dance|sell|steal|sleep|strip|serve|pay|carry|wash|go with|have sex|lie|sign)",
            ),
        ),
        (
            Build::Before,
            word(
                r"(?P<verb>slapp(?:ed|ing)|slaps|punch(?:ed|es)|kick(?:ed|s)|whipp?(?:ed|s)|chok(?:ed|es)|hits?|beats?|beating|beaten|burn(?:ed|t)|tortur(?:ed|es)|starv(?:ed|es)) (?P<pron>her|him|me)",
            ),
        ),
        (
            Build::Before,
            word(
                r"(?P<verb>warn(?:ed|s)|told|tells|order(?:ed|s)) (?P<pron>her|him|me) (?:to (?:keep (?:quiet|silent|(?:her|his|my) mouth shut)|shut up|stay (?:quiet|silent)|drop the (?:case|charges|complaint)|withdraw|take back|change (?:her|his|my) (?:story|statement))|not to (?:talk|speak|testify|go to the police|press|report|file))",
            ),
        ),
        (
            Build::Before,
            word(
                r"(?P<verb>threaten(?:ed|ing|s) to (?:burn(?: down)?|destroy|blow up|torch|set fire to)) (?P<pron>her|his|my) (?P<own>house|home|flat|farm|car|shop|family|children)",
            ),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<verb>thr(?:ew|owing)|burn(?:ed|t)|destroyed|tore up|dumped|tossed) (?P<pron>her|his)(?: own)? {PAPERS_EN}"
            )),
        ),
        (
            Build::Before,
            word(
                r"(?P<verb>took|taken|takes|snatched|stole) (?:her|the|his|a|their) (?:[\p{Ll}-]+ )?(?:baby|child|newborn|infant|son|daughter|children)(?: away)? from (?P<pron>her|him|me)",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<pron>le) (?P<verb>(?:quit|arrebat|rob)(?:ó|aron|aban)) (?:a )?(?:su|al?|la|el) (?:beb[ée]|hij[oa]|niñ[oa]|recién nacid[oa]|criatura)",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<pron>le|me) (?P<verb>(?:peg|golpe|azot)(?:ó|aba|aron|aban))",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<pron>la|lo|me) (?P<verb>(?:golpe|azot|tortur|agredi|quem)(?:ó|aba|aron|aban))",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<pron>le|la|lo|me) (?P<verb>(?:advirti|orden|exigi|dij)(?:ó|o|eron|aron)) que (?:no (?:hablara|declarara|denunciara|dijera nada|contara)|se callara|guardara silencio|retirara la denuncia)",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<pron>le) (?P<verb>ofreci(?:ó|eron) (?:dinero|plata|\p{L}+ (?:pesos|euros|dólares))) (?:para|por) (?:que )?(?:retir|call|no (?:declar|denunci))\p{L}*",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<verb>amenaz(?:ó|aron|aban?|ado) con (?:quemar|incendiar|destruir|volar))(?:le)? (?P<pron>su|la|el) (?P<own>casa|rancho|vivienda|finca|coche|familia)",
            ),
        ),
        (
            Build::Either,
            word(
                r"у (?P<pron>неё|нее|него|меня) (?P<verb>(?:забрал|забирал|отобрал|отнял|украл)[аи]?)(?: \p{L}+)? (?:реб[её]нка|сына|дочь|дочку|младенца|малыша|новорожд[её]нн\p{L}+|детей)",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<verb>(?:угрожа|грози|обеща|пообеща|пригрози)(?:л[аи]?|ют|т) (?:сжечь|поджечь|спалить|взорвать)) (?P<pron>её|ее|его) (?P<own>дом|квартиру|хату|двор|машину|сарай)",
            ),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>его|её|ее|меня){RU_ADVERB} (?P<verb>(?:из)?би(?:л|ва|вал)[аи]?|ударил[аи]?|пытал[аи]?|морил[аи]?)"
            )),
        ),
        (
            Build::Either,
            word(
                r"(?P<verb>избил[аи]?|избивал[аи]?|бил[аи]?|ударил[аи]?) (?P<pron>его|её|ее|меня)",
            ),
        ),
        (
            Build::Either,
            word(
                r"(?P<verb>(?:велел|приказал|советовал|посоветовал|требовал|потребовал)[аи]?) (?P<pron>ей|ему|мне|от неё|от него) (?:молчать|забрать заявление|не (?:говорить|заявлять|обращаться))",
            ),
        ),
    ]
    .into_iter()
    .map(|(build, text)| (build, Pattern::new(text)))
    .collect()
});

/// The same of several: "recruited them", "los reclutó", «их завербовал», "they were recruited".
pub(super) static THEM: LazyLock<Vec<(Build, Pattern)>> = LazyLock::new(|| {
    let word = |inner: &str| format!(r"(?i)(?:^|[^\p{{L}}]){inner}(?:$|[^\p{{L}}])");
    [
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>(?:{EN})(?:ed|ing|s|es|e)?) (?P<pron>them|us)"
            )),
        ),
        (
            Build::Before,
            word(&format!(
                r"(?P<verb>held|kept|hid|holding|keeping|forced|forcing|freed|bought) (?P<pron>them|us)(?: both| all| there| here)?,? (?:{HELD}|{EN_AROUND})"
            )),
        ),
        (
            Build::Before,
            word(r"(?P<verb>threaten(?:ed|ing|s)) (?P<pron>them|us)(?: both| all)?"),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>l[ao]s|les) (?P<verb>{THREATENS_ES})"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>им){RU_ADVERB} (?P<verb>{THREATENS_RU})"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<verb>{TAKES_EN}) (?P<pron>their|our) {PAPERS_EN}"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<pron>les) (?P<verb>(?:{TAKES_ES}) (?:el|los|la|las|su|sus|todos los) {PAPERS_ES})"
            )),
        ),
        (
            Build::Papers,
            word(&format!(
                r"(?P<verb>(?:{TAKES_RU})[аи]? у (?P<pron>них))(?: \p{{L}}+)? {PAPERS_RU}"
            )),
        ),
        (
            Build::Passive,
            word(&format!(
                r"(?P<pron>they) (?:were|had been|have been|are being|were being|got)(?: \p{{L}}+ly| later| then| first| also| both)? (?P<verb>{EN_DONE})"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>l[ao]s) (?P<verb>{ES}|(?:ha|han|había|habían|habría|habrían|hubiera) (?:{ES_DONE})o)"
            )),
        ),
        (
            Build::Bare,
            word(&format!(
                r"(?:que|cuando)(?: ell[ao]s)? (?P<verb>(?:fueron|habían sido|habrían sido|han sido) (?:{ES_DONE})(?P<pron>[oa]s))"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<pron>их){RU_ADVERB} (?P<verb>(?:{RU})(?:а|и|ла|ли)?)"
            )),
        ),
        (
            Build::Either,
            word(&format!(
                r"(?P<verb>(?:{RU})(?:а|и|ла|ли)?|завербовать|продать|обмануть|заманить) (?P<pron>их)"
            )),
        ),
        (
            Build::Passive,
            word(&format!(r"(?P<pron>они) были (?P<verb>(?:{RU_DONE})ы?)")),
        ),
    ]
    .into_iter()
    .map(|(build, text)| (build, Pattern::new(text)))
    .collect()
});

/// Verbs of things as well as of people.
pub(super) const OF_THINGS: &[&str] = &[
    "vendió",
    "vendía",
    "vendiera",
    "vender",
    "explotó",
    "продал",
    "продала",
    "купил",
    "купила",
    "держал",
    "держала",
];

/// Words that may follow "her" where it is no possessive.
#[rustfmt::skip]
pub(super) const FUNCTION: &[&str] = &[
    "to", "into", "in", "at", "for", "from", "with", "when", "after", "before", "and", "as", "by", "on", "through", "via", "over",
    "online", "last", "there", "here", "again", "while", "because", "abroad", "out", "away", "off", "captive", "hostage", "prisoner",
    "against", "without", "under", "but", "or", "near", "outside", "inside", "that", "where", "who", "twice", "repeatedly", "personally",
    "herself", "himself", "not", "until", "since", "if", "was", "were", "had", "up", "during", "along", "alone", "then", "later", "too", "this",
    "в", "во", "на", "для", "из", "с", "со", "по", "и", "за", "через", "под", "когда", "а", "но", "у", "к", "от", "до", "из-за",
    "как", "чтобы", "тогда", "потом", "там", "туда", "ещё", "еще", "силой", "обманом", "дважды", "или", "что",
    "взаперти", "насильно", "силком", "здесь", "дома", "год", "месяц", "неделю", "два", "две", "три", "четыре", "пять", "шесть", "семь",
    "несколько", "больше", "более", "около", "почти", "целый", "целую", "полгода", "долго", "незаконно", "против", "вчера", "летом", "зимой",
    "весной", "осенью", "пока", "вместе", "якобы", "и", "всю", "весь",
];
