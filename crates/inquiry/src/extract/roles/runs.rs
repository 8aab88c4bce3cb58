//! Who runs a network, told the other way round: "the ring was led by X", "La red la dirigía X", «сетью руководил X»; who is
//! tried for it; who buys people; and who merely gives them a ride.

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::extract::predicate;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Words for a network, with who runs it behind.
static LED_BY: LazyLock<Pattern> = LazyLock::new(|| {
    const EN: &str = r"(?:network|ring|gang|cell|(?:trafficking|smuggling|criminal|recruitment) (?:operation|scheme|group))";
    const ES: &str = r"(?:red|banda|trama|célula|organización (?:criminal|delictiva|de trata))";
    const RU: &str = r"(?:сет(?:ью|ь)|банд(?:ой|у)|(?:преступной )?групп(?:ой|у)|группировк(?:ой|у)|схем(?:ой|у))";
    const OF_RU: &str = r"(?:сети|банды|(?:преступной )?группы|группировки|схемы)";
    const DETAIL: &str = r"(?: [\p{Ll}]+){0,4}?";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{EN}{DETAIL},? (?P<en>(?:run|led|headed|organi[sz]ed|masterminded|controlled|set up) by)|(?P<head>at the head of the (?:\p{{Ll}}+ )?{EN} (?:was|is|stood))|{ES}{DETAIL},? (?:la |los |las )?(?P<es>dirig(?:ía|ió|e)|encabez(?:aba|ó|a)|lider(?:aba|ó|a)|comand(?:aba|ó|a)|manej(?:aba|ó|a)|controlaba)|{ES}{DETAIL},? (?P<by>(?:dirigid|liderad|encabezad|comandad|controlad|manejad|integrad y dirigid)a por)|(?P<front>(?:al frente|a la cabeza|al mando) de (?:la|esta|dicha|una) {ES}{DETAIL} (?:estaba|está|estuvo|figuraba|figura|se encontraba))|{RU}{DETAIL} (?P<ru>(?:руководил|управлял|возглавлял|возглавил|организовал|контролировал|заправлял|командовал)[аи]?)|(?P<turned>(?:руководил|управлял|возглавлял|возглавил|организовал)[аи]? {RU})|(?P<top>во главе {OF_RU}{DETAIL} (?:стоял[аи]?|стоит|был[аи]?|находил\p{{L}}+)))(?: (?:un|una|el|la|su|the|an?|his|her|некий|некая|её|его|местн\p{{L}}+)?(?: ?[\p{{Ll}}-]+){{0,3}},?)? $"
    ))
});

/// Whoever is tried, held or charged for what he did to people, behind his name.
static TRIED: LazyLock<Vec<(Role, Pattern)>> = LazyLock::new(|| {
    const EN: &str = r"(?:convicted|found guilty|guilty|sentenced|jailed|imprisoned|pleaded guilty|(?P<open_en>accused|charged|indicted|arrested|held|detained|suspected|wanted|tried|prosecuted))";
    const ES: &str = r"(?:condenad|sentenciad|(?P<open_es>acusad|procesad|imputad|detenid|arrestad|investigad|señalad|encarcelad|juzgad))[oa]s?";
    const RU: &str = r"(?:осужд[её]н|приговор[её]н|признан[аы]? виновн|(?P<open_ru>обвин[её]н|обвиняется|подозревается|задержан|арестован|обвиняем|обвинявш))\p{L}*";
    let tried = |en: &str, es: &str, ru: &str| {
        Pattern::new(format!(
            r"(?i)^[»”\x22]?(?:,[^,.;]{{1,60}},)?,? ?(?:(?:who|que|quien|котор\p{{L}}+) )?(?:(?:was|were|is|has been|had been|being|stands?|also|later|fue|fueron|ha sido|había sido|está|estaba|также|был[аи]?|позже|ранее|уже) ){{0,3}}(?:{EN}(?: [^.;:,]{{0,48}}?)? (?:of|for|with|to|on charges of|on suspicion of) (?:[\p{{Ll}}]+ ){{0,2}}?(?P<en>{en})|{ES}(?: [^.;:,]{{0,48}}?)? (?:por|de) (?:haber )?(?:el |la )?(?:presunt[oa] |delito de )?(?P<es>{es})|{RU}(?: [^.;:,]{{0,48}}?)? (?:за|в|во|по делу о|по обвинению в|по подозрению в) (?P<ru>{ru}))(?:$|[^\p{{L}}])"
        ))
    };
    vec![
        (
            Role::Recruiter,
            tried(
                r"recruiting|luring|enlisting|grooming|the recruitment of|recruitment",
                r"reclutar|captar|enganchar|embaucar|captación|reclutamiento|reclutado|captado",
                r"вербовк\p{L}+",
            ),
        ),
        (
            Role::Exploiter,
            tried(
                r"(?:human|people|sex|child|person) trafficking|trafficking (?:in )?(?:women|girls|people|persons|children|minors|victims|human beings)|pimping|keeping a brothel|running a brothel|slavery",
                r"trata(?: de (?:personas|mujeres|menores|blancas|niñas|seres humanos)|$)|proxenetismo|explotación sexual|esclavitud",
                r"торговл\p{L}+ людьми|сут[её]н[её]рств\p{L}+|содержани\p{L}+ притона|организаци\p{L}+ (?:занятия )?проституци\p{L}+|использовани\p{L}+ рабского труда",
            ),
        ),
    ]
});

/// A sale with to whom behind, up to the buyer's name.
static SOLD_TO: LazyLock<Pattern> = LazyLock::new(|| {
    const NAMED: &str = r"(?:(?:named|called|by the name of|identified as|llamad[oa]|de nombre|identificad[oa] como|по имени|по фамилии),? )?";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<was>(?:was|were|been|being|got) )?(?P<en>(?:re)?sold|(?:re)?sells?|(?:re)?selling)(?P<what> [^.;:]{{1,80}}?)? to (?:(?:an?|the|another|his|her|their|one) )?(?-i:[\p{{Ll}}-]+ ){{0,4}}?|(?P<clitic>(?:la|lo|las|los) (?:ha |han |había |habían |habría )?)?(?P<es>(?:re)?vend(?:ió|ieron|ía|ían|ido|e|en|er(?P<enclitic>l[ao]s?)?)|(?P<done>(?:re)?vendid[oa]s?))(?P<cosa> [^.;:]{{1,80}}?)? al? (?:(?:un|una|el|la|su|otro|otra) )?(?-i:[\p{{Ll}}-]+ ){{0,4}}?|(?P<him>(?:её|ее|его|их|меня)(?-i: [\p{{Ll}}-]+){{0,2}} )?(?P<ru>(?:пере)?прода(?:л[аи]?|вал[аи]?|ть|(?P<passive>н[аы]?)))(?P<veshch> [^.;:]{{1,60}}?)? (?-i:[\p{{Ll}}-]+ ){{0,3}}?){NAMED}$"
    ))
});

/// Whoever takes people somewhere for his trade.
const TRADE: &str = r"(?:taxi|cab|minicab|bus|coach|ambulance|tram|train|hotel|motel|hostel)[ -]?(?:driver|clerk|receptionist|porter|manager|owner|worker|guard)?|cabbie|cabdriver|paramedic|receptionist|concierge|taxistas?|(?:chofer|conductora?) de (?:taxi|autobús|ambulancia|bus|micro)|conserje|recepcionista|paramédic[oa]|таксист\p{L}*|водител\p{L}+ (?:такси|автобуса|скорой|маршрутки)|портье|администратор\p{L}* гостиницы|фельдшер\p{L}*";

static BY_TRADE: LazyLock<(Pattern, Pattern)> = LazyLock::new(|| {
    (
        Pattern::new(format!(
            r"(?i)(?:^|[^\p{{L}}])(?:{TRADE})(?: (?:named|called|llamad[oa]|по имени))?,? $"
        )),
        Pattern::new(format!(
            r"(?i)^(?:,| \() ?(?:(?:an?|the|el|la|un|una|su|her|his|местн\p{{L}}+) )?(?:[\p{{Ll}}-]+ )?(?:{TRADE})(?:$|[^\p{{L}}])"
        )),
    )
});

/// Where people are brought to be helped.
static TO_HELP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;:]{0,40}?(?:^|[^\p{L}])(?:to|into|al?|hasta|en|в|во|до|к) (?:(?:an?|the|her|his|their|una?|la|el|los|las) )?(?:[\p{L}’'-]+ ){0,2}?(?:school|church|hospital|clinic|a&e|police|shelter|refuge|embassy|consulate|safety|doctor|safe house|escuela|colegio|iglesia|clínica|urgencias|comisaría|policía|albergue|refugio|embajada|consulado|школ\p{L}+|церк\p{L}+|больниц\p{L}+|клиник\p{L}+|полици\p{L}+|отдел\p{L}*|приют\p{L}*|травмпункт\p{L}*|посольств\p{L}+|консульств\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Whether whoever brings people somewhere does it for his trade, or brings them where they are helped.
pub(super) fn is_ride(scene: &Scene<'_>, who: &Mention, deed: Span) -> bool {
    let own = who.place.span;
    let left = Span::new(scene.sentence.span.start, own.start);
    let right = scene.rest(own.end);
    let (before, behind) = (&BY_TRADE.0, &BY_TRADE.1);
    scene.captures(before, left).is_some()
        || scene.captures(behind, right).is_some()
        || TO_HELP.is_match(scene.at(scene.rest(deed.end)))
}

/// Everybody who is named together before a verb in the plural, without who stands right before it: "A, B and C ran it".
/// What stands before the first may not do something to him.
pub(super) fn together<'a>(scene: &Scene<'a>, last: &Mention, verb: Span) -> Vec<&'a Mention> {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^[^\p{L}]*|[,;:«“\x22(] ?|(?:^|[^\p{L}])(?:that|said|says|say|told|when|while|because|and|but|que|dijo|dijeron|dice|cuando|porque|y|pero|что|сказал\p{L}*|сообщил\p{L}*|когда|и|а|но) )(?:(?:the|his|her|two|both|los|las|sus|dos|его|её|их|оба|двое) )?(?:[\p{Ll}-]+ )?$",
        )
    });
    let list = listed::with(scene, last, verb);
    let Some(first) = list.first() else {
        return Vec::new();
    };
    let lead = scene.at(Span::new(scene.sentence.span.start, first.place.span.start));
    if OPENS.is_match(lead) {
        list
    } else {
        Vec::new()
    }
}

/// What the words around a name say that its bearer runs, or was tried for, or bought, and whether it is only a charge.
pub(super) fn told(scene: &Scene<'_>, who: &Mention, right: Span) -> Vec<(Role, Span, bool)> {
    let mut found = Vec::new();
    let own = who.place.span;
    let start = scene.sentence.span.start;
    let lead = Span::new(start, own.start);
    let subject = order::roles_of(who).0;
    if whom::in_office(scene, who) {
        return found;
    }
    if let Some(hit) = scene.captures(&LED_BY, lead).filter(|_| subject) {
        let groups = ["en", "head", "es", "by", "front", "ru", "turned", "top"];
        let cue = groups.iter().find_map(|name| hit.name(name));
        let whole = hit.get(0).map_or(lead, |whole| within(lead, whole));
        let harms = !is_of_others(scene, whole);
        found.extend(
            cue.filter(|_| harms)
                .map(|cue| (Role::Organiser, within(lead, cue), false)),
        );
    }
    for (role, regex) in TRIED.iter().filter(|_| subject) {
        if let Some(hit) = scene.captures(regex, right) {
            let any = |names: [&str; 3]| names.iter().find_map(|name| hit.name(name));
            let charged = any(["open_en", "open_es", "open_ru"]).is_some();
            let cue = any(["en", "es", "ru"]);
            found.extend(cue.map(|cue| (*role, within(right, cue), charged)));
        }
    }
    found.extend(bought(scene, who, lead).map(|cue| (Role::Exploiter, cue, false)));
    found
}

/// Whoever is said to keep workers or girls locked in, to sell them or force them, and the kin who are named with him: "X, and
/// his brother Y, locked the workers in".
pub(super) fn keepers<'a>(
    scene: &Scene<'a>,
    who: &'a Mention,
    right: Span,
) -> Vec<(&'a Mention, Span)> {
    static KEEPS: LazyLock<Pattern> = LazyLock::new(|| {
        const PEOPLE: &str = r"(?:the |his |her |their |these |those |two |three |several |many |young |other |migrant |\d+ )*(?:girls|boys|women|men|workers|children|victims|migrants|labou?rers|recruits|maids|pickers|teenagers|captives)";
        const GENTE: &str = r"(?:las |los |sus |varias |varios |otras |dos |tres |\d+ )*(?:niñ[oa]s|chic[oa]s|j[óo]venes|mujeres|menores|trabajador[ae]s|víctimas|muchach[oa]s|migrantes|jornaleros|obrer[oa]s)";
        const LYUDI: &str = r"(?:своих |этих |двух |тр[её]х |несколько |нескольких |\d+ )*(?:девочек|девушек|женщин|рабочих|работни(?:ков|ц)|людей|детей|мигрантов|подростков|батраков)";
        Pattern::new(format!(
            r"(?i)^[»”\x22]?(?:,[^,.;]+,|,)?(?: (?:who|que|котор\p{{L}}+))?(?: (?:had|has|have|also|then|later|often|regularly|\p{{L}}+ly|también|luego|siempre|también|потом|часто|также|регулярно|\p{{L}}+mente)){{0,3}} (?P<cue>(?:locked|lock|locks|kept|keep|keeps|held|hold) {PEOPLE} (?:in(?:$|[.,;]| (?:an?|the|their|his|at))|up|captive|prisoner|locked|against|under lock)|locked up {PEOPLE}|(?:re)?(?:sold|sells?) {PEOPLE}|(?:forced|forces?|coerced) {PEOPLE} (?:to|into)|(?:encerr(?:ó|aba|aron|aban)|encierran?|vend(?:ió|ía|ieron|ían)|oblig(?:ó|aba|aron|aban)|forz(?:ó|aba|aron|aban)|ret(?:uvo|enía|uvieron|enían)|explot(?:ó|aba|aron|aban)) a {GENTE}|(?:запира(?:л[аи]?)|заперл[аи]|запер|удерживал[аи]?|держал[аи]? (?:взаперти|под замком)|продавал[аи]?|продал[аи]?|заставлял[аи]?|принуждал[аи]?|эксплуатировал[аи]?) {LYUDI})(?:$|[^\p{{L}}])"
        ))
    });
    static KIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:,[^,.;]{1,40})?,? (?:and|y|и) (?:(?:his|her|su|его|её|ее) )?(?:(?:younger|older|elder|twin|младш\p{L}+|старш\p{L}+|двоюродн\p{L}+) )?(?:\p{Ll}+)?(?: mayor| menor)?,?\s?$",
        )
    });
    let cue = scene.cue(&KEEPS, right).filter(|_| {
        order::roles_of(who).0 && !whom::in_office(scene, who) && !is_police(scene, who)
    });
    let Some(cue) = cue else {
        return Vec::new();
    };
    let own = who.place.span;
    let before = scene.people().filter(|it| it.place.span.end <= own.start);
    let beside = before
        .last()
        .filter(|it| KIN.is_match(scene.at(Span::new(it.place.span.end, own.start))));
    std::iter::once(who)
        .chain(beside)
        .map(|it| (it, cue))
        .collect()
}

/// Whether whoever keeps people in is of the police, a prison or a hospital.
fn is_police(scene: &Scene<'_>, who: &Mention) -> bool {
    static LAW: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:police\p{L}*|policías?|guardia|полици\p{L}+|полицейск\p{L}+|warden|jailer|prison|cárcel|celador|тюрьм\p{L}+|охранник\p{L}* (?:сизо|колонии)|nurse|teacher|maestr[oa]|учител\p{L}+)(?:$|[^\p{L}])",
        )
    });
    LAW.is_match(scene.at(Span::new(scene.sentence.span.start, who.place.span.start)))
}

/// Whether a network is one of those who help, or of shops: "a network of shelters run by".
fn is_of_others(scene: &Scene<'_>, words: Span) -> bool {
    static HELPS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:anti|shelter|refuge|support|charit|relief|volunteer|ngo|activist|church|legal|news|media|radio|hospital|clinic|school|shop|women['’]s|apoyo|refugi|albergue|ayuda|solidari|voluntari|defensa|periodis|escuela|tienda|contra la|помощ|приют|волонт|благотвор|магазин|аптек|больниц|школ|правозащит|против )",
        )
    });
    static OF: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i) (?:of|de) (?P<what>\p{L}+)"));
    static HARMS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:the|this|an?|la|las|los|una|esta|dicha)$|traffick|smuggl|recruit|brothel|pimp|prostit|kidnap|trata|trafic|tratant|reclut|proxenet|coyote|burdel|prostíb|explot|captac|secuestr)",
        )
    });
    // "A women's shelter network", "una organización de apoyo": a word or two before may say it.
    let from = scene
        .text
        .floor_char_boundary(words.start.saturating_sub(BEFORE))
        .max(scene.sentence.span.start);
    let all = scene.at(Span::new(from, words.end));
    let of = OF
        .captures(scene.at(words))
        .and_then(|hit| hit.name("what"));
    HELPS.is_match(all) || of.is_some_and(|what| !HARMS.is_match(what.as_str()))
}

/// How far before a word for a network it is looked for what it does, in bytes.
const BEFORE: usize = 32;

/// Where people are sold to whoever bears the name behind `lead`.
fn bought(scene: &Scene<'_>, who: &Mention, lead: Span) -> Option<Span> {
    let hit = scene.captures(&SOLD_TO, lead)?;
    let has = |name: &str| hit.name(name).is_some();
    let tail = scene.at(scene.rest(who.place.span.end));
    // "sold her to X's men", "la vendió a Luz a un burdel".
    if tail.starts_with(['\'', '’']) || tail.starts_with(" a ") || tail.starts_with(" al ") {
        return None;
    }
    let people = |name: &str| {
        let what = hit.name(name)?;
        let span = within(lead, what);
        Some(is_of_people(scene, span))
    };
    if let Some(cue) = hit.name("en") {
        let sold = people("what").unwrap_or(has("was"));
        return sold.then(|| within(lead, cue));
    }
    if let Some(cue) = hit.name("es") {
        let told = people("cosa").unwrap_or(has("clitic") || has("enclitic") || has("done"));
        return told.then(|| within(lead, cue));
    }
    let cue = hit.name("ru")?;
    let whom = people("veshch").unwrap_or(false) || has("him") || has("passive");
    let named = ["по имени ", "по фамилии "]
        .iter()
        .any(|words| scene.at(lead).ends_with(words));
    (whom && (order::is_dative(who) || named)).then(|| within(lead, cue))
}

/// Whether words between a sale and its buyer are people: a pronoun, a name, a noun for them.
fn is_of_people(scene: &Scene<'_>, what: Span) -> bool {
    static PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^ ?(?:(?:her|him|them|me|us|её|ее|его|их|меня)(?: (?:on|again|twice|over|later|снова|потом|затем))*|(?:(?:the|two|three|a|an|his|her|several|al?|las|los|dos|tres|una|varias|двух|своих) )*(?:girls?|boys?|women|woman|children|child|victims?|sisters?|mujer(?:es)?|niñ[oa]s?|chic[oa]s?|jóvenes|joven|menor(?:es)?|víctimas?|девуш\p{L}+|девоч\p{L}+|женщин\p{L}*|дет(?:ей|и)))$",
        )
    });
    let words = scene.at(what);
    let thing = |who: &Mention| {
        let behind = scene.at(Span::new(
            who.place.span.end,
            what.end.max(who.place.span.end),
        ));
        behind.starts_with(['\'', '’']) || predicate::follows(behind)
    };
    let named = scene
        .people()
        .find(|who| what.contains(who.place.span) && who.place.span.start <= what.start + 12);
    PEOPLE.is_match(words.trim_end()) || named.is_some_and(|who| !thing(who))
}
