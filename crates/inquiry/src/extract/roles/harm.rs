//! Who suffers: what is done to a person in the trade in people, and who tells a court of it.
//!
//! Passives and participles after the name, and verbs whose object the name is, in both orders. A name told so is that of
//! a possible victim: who is rescued, sold or held has not been proved to be anything.

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::listed;
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::order;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Participles of what is done to people, by language; the Russian ones without their ending.
const EN: &str = r"trafficked|recruited|lured|groomed|deceived|tricked|duped|abducted|kidnapped|sold|resold|held captive|held hostage|held prisoner|held against|held (?:on|aboard|in|at) (?:the|an?|his|her|their) (?:\p{Ll}+ )?(?:trawler|boat|ship|vessel|farm|camp|house|flat|basement|compound|cellar|container|brothel|villa|warehouse)|beaten|whipped|starved|kept captive|kept prisoner|kept as a slave|imprisoned|locked up|locked in|enslaved|exploited|prostituted|forced|coerced|raped|sexually abused|smuggled|trapped|rescued|freed|liberated|saved from|identified as an? (?:\w+ )?victim|recogni[sz]ed as an? (?:\w+ )?victim|treated as an? (?:\w+ )?victim";
const ES: &str = r"(?:captad|reclutad|engañad|vendid|revendid|comprad|explotad|prostituid|secuestrad|retenid|encerrad|esclavizad|violad|forzad|obligad|traficad|tratad como esclav|rescatad|liberad|raptad|embaucad)[oa]s?|cautiv[oa]s?|(?:identificad|reconocid|considerad)[oa]s? como (?:posible |presunta )?víctimas?|víctimas? de (?:trata|la trata|explotación)|(?:sacad|llevad|trasladad)[oa]s? (?:con engaños|a la fuerza|contra su voluntad)";
const RU: &str = r"(?:завербован|обманут|похищен|продан|перепродан|освобожд[её]н|спас[её]н|вызволен|порабощ[её]н|изнасилован|удержан|вовлеч[её]н|принужд[её]н|вывезен|увез[её]н|куплен)(?:а|о|ы|н\p{L}{2,3})?|признан[аы]? (?:потерпевш\p{L}+|жертв\p{L}+)|удержива(?:лся|лась|лись|ют|ли)|эксплуатирова(?:лся|лась|лись|ли)|оказал\p{L}+ в (?:рабстве|плену|неволе)";

/// What stands between a name and what was done to its bearer.
static PASSIVE: LazyLock<Pattern> = LazyLock::new(|| {
    let en = format!(
        r"(?: (?:who|also|later|allegedly|reportedly|then|herself|himself|themselves))*(?: (?:was|were|is|are|has been|had been|have been|being|been|got|says (?:he|she) was|said (?:he|she) was))(?: \p{{L}}+ly| then| later| also| finally| eventually| first| herself| himself| themselves| once)?,? (?P<en>{EN})"
    );
    let es = format!(
        r"(?: (?:que|quien|también|luego|presuntamente|supuestamente|mism[oa]s?))*(?: (?:fue|fueron|era|es|ha sido|han sido|había sido|habría sido|habrían sido|sería|resultó|estuvo|estaba|permaneció|quedó))(?: \p{{L}}+mente| luego| también| después| finalmente| ell[oa]s? mism[oa]s?)?,? (?P<es>{ES})"
    );
    let ru = format!(
        r"(?:,? котор\p{{L}}+)?(?: (?:также|тоже|затем|потом|позже|якобы|была|был|были|стала|стал|не раз))*(?: \p{{L}}+о)? (?P<ru>{RU})"
    );
    let after = format!(
        r"(?:,| —| –| \() ?(?:(?:allegedly|reportedly|later|presuntamente|supuestamente|якобы|ранее) )?(?P<part>(?:{EN})\b(?: (?:by|to|into|from|for|in|when|at|and|as|with)\b|,)|(?:{ES})(?: (?:por|a|en|de|para|cuando|con)|,)|{RU})"
    );
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:(?:,[^,.;]{{1,60}},| \([^)]{{1,40}}\))?(?:{en}|{es}|{ru})|{after})(?:$|[^\p{{L}}])"
    ))
});

/// A freed prisoner is no rescued victim.
static BY_LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;]{0,20}?\b(?:on bail|on parole|from (?:prison|jail|custody|detention)|(?:by|on) (?:(?:the |a )?orders? of )?(?:the |a )?(?:court|judge|jury|tribunal|prosecutor)|pending|without charge|bajo fianza|por (?:orden |decisión |resolución )?(?:de )?(?:el|la|un|una|l) ?(?:juez|jueza|tribunal|corte|fiscal|fiscalía)|por (?:orden|decisión|resolución) (?:judicial|del (?:juez|tribunal))|sin cargos|de prisión|под залог|из-под стражи|из (?:тюрьмы|сизо|колонии)|судом|по (?:решению|постановлению|распоряжению) (?:суда|судьи|прокурора)|по удо|в зале суда)",
    )
});

/// Words for letting go, of captives and of prisoners.
static LET_GO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:freed|freeing|liberated|liber\p{L}+|освобо\p{L}+)"));

/// Whoever is let go from here was no prisoner of the law.
static FROM_CAPTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;]{0,60}?(?:\bfrom (?:\p{L}+ ){0,3}?(?:captors?|traffickers?|kidnappers?|pimps?|gang|brothel|slavery|captivity|bondage|servitude)|\bde (?:(?:las )?manos de )?(?:\p{L}+ ){0,2}?(?:captor\p{L}*|tratantes?|secuestrador\p{L}*|proxeneta\p{L}*|traficantes?|cautiverio|esclavitud|burdel|prostíbulo)|(?:из|от|у) (?:\p{L}+ ){0,2}?(?:плена|рабства|неволи|притона|борделя|похитител\p{L}+|торговц\p{L}+|вербовщик\p{L}+|сут[её]н[её]р\p{L}*))",
    )
});

/// A court, or who prosecutes, as the one who lets go or orders it, right up to the cue.
static COURT_ACTS: LazyLock<Regex> = LazyLock::new(|| {
    const COURT: &str = r"courts?|tribunal(?:es)?|judges?|magistrates?|prosecutors?|juez|jueza|jueces|juzgado|corte|magistrad[oa]s?|fiscal(?:es|ía)?|суд|судья|прокурор|прокуратура|следователь";
    const ORDERS: &str = r"order(?:s|ed|ing)?|direct(?:s|ed)|grant(?:s|ed)|authori[sz]e[sd]?|approve[sd]?|allow(?:s|ed)|orden(?:ó|aron|a|ado)|dispuso|dispone|decret(?:ó|a)|autoriz(?:ó|a)|concedi(?:ó|eron)|resolvió|acordó|mandó|распорядил\p{L}+|постановил\p{L}*|приказал\p{L}*|решил\p{L}*|обязал\p{L}*|потребовал\p{L}*|санкционировал\p{L}*|одобрил\p{L}*";
    // Between the order and the letting go stands nobody else who does it.
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{COURT})(?:[^\p{{L}}][^!?:;]{{0,160}}?[^\p{{L}}](?P<order>{ORDERS})(?: (?:the|their|his|her|immediate|la|el|su|inmediata|об|чтобы|немедленно|немедленное|немедленном|досрочное)){{0,3}}|(?: (?:of|in|on|de|del|la|el|en|г|города|also|later|then|también|luego|также|затем|позже|has|had|ha|había|(?-i:\p{{Lu}}[\p{{L}}-]*))){{0,6}}) $"
    ))
});

/// What stands between a court and what somebody else says or does.
static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:that|heard|told|que|oyó|escuchó|supo|что|услышал\p{L}*)(?:$|[^\p{L}])",
    )
});

/// How far before an order the court is looked for, in bytes.
const COURT_NEAR: usize = 240;

/// Whether the cue lets go somebody whom the law held: a court does it or orders it. From captors it frees a victim.
fn is_lawful(scene: &Scene<'_>, cue: Span, person: Span) -> bool {
    let end = scene.sentence.span.end;
    let behind = scene.at(Span::new(
        cue.end.max(person.end),
        end.max(cue.end.max(person.end)),
    ));
    if !LET_GO.is_match(scene.at(cue)) || FROM_CAPTORS.is_match(behind) {
        return false;
    }
    let from = scene
        .text
        .ceil_char_boundary(cue.start.saturating_sub(COURT_NEAR));
    let Some(court) = COURT_ACTS.captures(scene.at(Span::new(from, cue.start))) else {
        return false;
    };
    let Some(order) = court.name("order") else {
        return true;
    };
    let start = from + court.get(0).map_or(0, |hit| hit.start());
    // The sentence of the order may leave its subject out: "La jueza oyó a las partes. Ordenó .."
    let words = scene.at(Span::new(start, from + order.start()));
    let start = start + words.rfind(". ").map_or(0, |stop| stop + 2);
    let gap = Span::new(start, from + order.start());
    let named = |other: &Mention| gap.contains(other.place.span);
    !OF_OTHERS.is_match(scene.at(gap)) && !scene.people().any(named)
}

/// Verbs right before the name of whom they happen to.
static OBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    const AR: &str = r"(?:ó|é|aba|aban|aron|ado|ar|ando|ara|aran|ase|aría|ará|arán)";
    const ER: &str = r"(?:ió|í|ía|ían|ieron|ido|er|iendo|iera|ieran|iese|ería|erá)";
    let en = r"traffick(?:ed|ing)|recruit(?:ed|ing)|lur(?:ed|ing)|groom(?:ed|ing)|deceiv(?:ed|ing)|trick(?:ed|ing)|duped|abduct(?:ed|ing)|kidnapp?(?:ed|ing)|enslav(?:ed|ing)|exploit(?:ed|ing)|prostitut(?:ed|ing)|pimp(?:ed|ing)|imprison(?:ed|ing)|rap(?:ed|ing)|rescu(?:ed|ing)|smuggl(?:ed|ing)|trafficking of|recruitment of|exploitation of|abduction of|kidnapping of|rescue of|rape of|sale of|(?:recruiter|trafficker|captor|exploiter|pimp|abuser|kidnapper|rapist)s? of";
    let bare = r"(?:to|not|n['’]t|never|would|will|could|may|might|can|should|did|and|or|help(?:ed)?|let) (?P<bare>traffic|recruit|lure|groom|deceive|trick|dupe|abduct|kidnap|enslave|exploit|prostitute|imprison|rape|smuggle)";
    let es = format!(
        r"(?:(?:capt|reclut|enganch|engañ|explot|secuestr|rapt|rescat|liber|viol){AR}|vend{ER}|revend{ER}|somet{ER}|prostitu(?:yó|í|ía|yeron|ido|ir|yera|yendo)|ret(?:uv(?:o|e|ieron|iera)|en(?:ía|ían|ido|er))|encerr{AR}|trafi(?:c(?:ó|aba|ado|ar|ando|ara)|qué)|esclavi(?:z(?:ó|aba|ado|ar|ara)|cé)|embau(?:c(?:ó|aba|ado|ar|ara)|qué)|sedu(?:jo|je|cir|cido|jera)|(?:mant(?:uv(?:o|ieron)|enían?|ener)|t(?:uv(?:o|ieron)|enían?|ener)) (?:cautiv|encerrad|retenid|prisioner|secuestrad)[oa]s?) (?:(?:ni|también|además|luego|incluso|después|primero|por la fuerza) )?a(?:l| la| las| los| el| sus?| una?)?|(?:trata|captación|explotación|venta|secuestro|rapto|violación|rescate|reclutamiento|captora?|explotadora?|proxeneta|reclutadora?|tratante|secuestradora?) de"
    );
    let whom = r"(?:(?:both|either|neither|ni|even|also|his|her|their|our|my|an?|the|another|fellow|local|young|younger|older|elder|little|teenage|teenager|girl|boy|woman|man|child|student|pupil|nurse|waitress|maid|worker|migrant|refugee|orphan|runaway|neighbou?r|friend|best|cousin|niece|nephew|sister|brother|daughter|son|wife|girlfriend|classmate|named|called|\d{1,2}-year-old|joven|niñ[oa]|menor|adolescente|estudiante|alumn[oa]|muchach[oa]|chic[oa]|mujer|vecin[oa]|amig[oa]|prim[oa]|herman[oa]|hij[oa]|sobrin[oa]|espos[oa]|novi[oa]|compañer[oa]|trabajadora?|migrante|enfermer[oa]|maestr[oa]|llamad[oa]|mexican[oa]|propi[oa]),? ){0,4}";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<cue>{en}|{es})|{bare}|(?P<sold>(?:re)?sold|(?:re)?selling)|(?:to|not|n['’]t|never|would|will|could|may|might|can|should|did|and|or) (?P<sell>(?:re)?sell))\s{whom}$"
    ))
});

/// What stands behind whoever is sold: what else stands there is sold to him.
static SOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:$|[.,;:!?)»”\x22…]| (?:to|for|into|in|at|on|onto|from|and|or|as|but|when|while|after|before|who|because|twice|again|abroad|off|then|last|this|that|like|over|over and|across|by|through|between|during|\p{L}+ly|[—–]))",
    )
});

/// A thing that is sold to whoever stands before it, in Spanish.
static SOLD_ES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:un[oa]?s?|el|los|su|sus|dos|tres|cuatro|cinco|varios|varias|muchos|muchas|\d+|droga|drogas|cocaína|ropa|comida|boletos|entradas|la (?:casa|finca|droga|tienda|moto)|las (?:tierras|acciones|drogas|entradas))(?:$|[^\p{L}])",
    )
});

/// What stands behind whoever is sold, in Russian: a thing without a preposition is sold to him.
static SOLD_RU: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:$|[.,;:!?)»”\x22…]| (?:в|во|на|за|из|от|с|со|к|для|по|через|у|до|под|и|а|но|или|как|когда|чтобы|потому|вместе|там|туда|тогда|потом|дважды|снова|вчера|[—–]|\p{L}{3,}(?:ому|ей|ам|ям|ым|ом|цу|ку|ру))(?:$|[^\p{L}]))",
    )
});

/// Harms by which somebody makes money of people, or keeps them.
static EXPLOITS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:ha|han|había|habían|habría|habrían|hubiera) )?(?:(?:re)?s[eo]ld|tak(?:e|ing)|took|confisc|withh|steal|stole|snatch|quit|arrebat|rob|отобра|забра|забира|отбира|отн[яи]|(?:re)?sell|traffic|exploit|enslav|prostitut|pimp|kidnap|abduct|held|kept|hid|lock|imprison|hold|keep|forc|coerc|(?:re)?vend|explot|prostitu|secuestr|rapt|ret[eu]|encerr|trafi|esclavi|oblig|forz|mant|t[eu][nv]|(?:пере)?прода(?:л|ть|в)|похи|удерж|держа|экспл|застав|прину|насил|порабо)",
    )
});

/// Whether whoever does it is said to live off people or to keep them captive.
pub(super) fn exploits(verb: &str) -> bool {
    EXPLOITS.is_match(verb) && !LET_GO.is_match(verb)
}

/// "held X captive", "sold X to", "kept X locked up", "forced X to", "freed X from".
static AROUND: LazyLock<(Pattern, Pattern)> = LazyLock::new(|| {
    (
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?P<cue>held|kept|holding|keeping|beat|beats|beating|whipped|kicked|punched|(?:golpe|azot)(?:ó|aba|aban|aron) a|sold|selling|resold|forced|forcing|coerced|freed|freeing|saved|bought|had|(?:oblig|forz)(?:ó|aron|aba|aban|ado) a)\s$",
        ),
        Pattern::new(
            r"(?i)^(?: and [\p{L} -]{2,40}?)?,? (?:captive|hostage|prisoner|as an? (?:slave|prisoner|captive)|against|locked|in (?:captivity|slavery|bondage|the brothel|a brothel)|to (?:an?|the|another|other|men|clients|work|sell|beg|have|him|her|them)\b|into\b|for (?:\$|€|£|\d|sex)|with (?:an?|his|her|the) (?:\p{Ll}+ )?(?:hose|belt|stick|rope|bottle|cable|iron|whip|bar|chain|fists?|pipe|gun|hammer|shoe|strap)|until|unconscious|con (?:un|una|el|la) (?:\p{Ll}+ )?(?:manguera|cinturón|palo|cable|correa|vara|tubo|látigo)|hasta|from (?:an?|the|her|his|their) (?:\p{L}+ )?(?:captors?|traffickers?|pimps?|gang|madam|recruiters?|kidnappers?|smugglers?|brothel|house|camp|slavery|captivity)|a (?:prostituirse|trabajar|mendigar|robar|pelear|combatir|servir|cocinar|limpiar|transportar|firmar|casarse|tener|bailar))",
        ),
    )
});

/// "A X la captó Y": whom it happens to stands first.
static FIRST_ES: LazyLock<(Pattern, Pattern)> = LazyLock::new(|| {
    (
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])al? (?:(?:la|el|mi|tu|su|una|un|nuestr[oa]) (?:[\p{Ll}]+ ){1,2})?$",
        ),
        Pattern::new(
            r"(?i)^,? (?:también |luego |después )?(?:la|lo|las|los|le|les) (?:ha |han |había |habían |habría )?(?P<cue>captó|captaron|captaba|captado|reclutó|reclutaron|reclutado|engañó|engañaron|vendió|vendieron|vendido|explotó|explotaban?|explotaron|secuestró|secuestraron|retuvo|retuvieron|tenían? (?:encerrad|retenid|cautiv)[oa]|rescató|rescataron|liberaron|obligó|obligaron|obligaban?|forzó|forzaron|violó|violaron|golpearon|llevaron|sacaron|trasladaron)(?:$|[^\p{L}])",
        ),
    )
});

/// Russian verbs, in the singular with a subject and in the plural without one.
const VERBS: &str = r"завербовал|вербовал|обманул|обманывал|похитил|похищал|продал|продавал|перепродал|перепродавал|удерживал|держал|заставил|принудил|принуждал|вывез|вывозил|увез|увёз|увозил|освободил|спас|вызволил|изнасиловал|насиловал|избил|эксплуатировал|заманил|заманивал|купил|покупал|порабощал|соблазнил";

/// "Иру Котову тоже увезли": the plural without a subject.
static FIRST_RU: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^,?(?: (?:тоже|также|потом|затем|силой|обманом|в \p{{L}}+|туда)){{0,3}} (?P<cue>(?:{VERBS})и|(?:у|вы|за|при)везли|спасли|увели)(?:$|[^\p{{L}}])"
    ))
});

/// "Светлану Рогову продала", with a subject behind.
static FIRST_RU_ONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^,?(?: (?:тоже|также|потом|затем|силой|обманом|в \p{{L}}+|туда)){{0,3}} (?P<cue>(?:{VERBS})а?|(?:у|вы|за|при)везла|спасла|увела)(?:$|[^\p{{L}}])"
    ))
});

/// "завербовал Ивана Петрова", "освободили Нину".
static OBJECT_RU: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>(?:{VERBS})(?:а|и)?|(?:у|вы)везл[аи]|спасл[аи]|(?P<inf>(?:за)?вербовать|(?:пере)?прода(?:ть|вать)|похи(?:тить|щать)|обман(?:уть|ывать)|заман(?:ить|ивать)|(?:из)?насиловать|удерж(?:ать|ивать)|увезти|вывезти|увозить|вывозить|эксплуатировать|принудить|соблазнить)|(?P<noun>(?:удержани|похищени|освобождени|изнасиловани|обман|порабощени|удерживани|принуждени|завлечени|вовлечени)(?:[еяюи]|ем)|вербовк(?:[аиуе]|ой)|перепродаж(?:[аеиу]|ей)|продаж(?:[аеиу]|ей)|эксплуатаци(?:[яию]|ей)))(?:,? (?:ни|и|также|тоже|ещё|еще|даже|в рабство|силой|обманом|свою|своего|её|его|их|сво(?:их|ю)|одну|одного|несовершеннолетн\p{{L}}+|\d{{1,2}}-летн\p{{L}}+|молод\p{{L}}+|двоюродн\p{{L}}+|младш\p{{L}}+|старш\p{{L}}+|родн\p{{L}}+|местн\p{{L}}+|подругу|друга|сестру|брата|дочь|сына|жену|мужа|соседку|соседа|племянни\p{{L}}+|знакомую|знакомого|девушку|девочку|женщину|парня|мальчика|студентку|студента|школьницу|школьника|одноклассни\p{{L}}+|гражданку|гражданина|(?:уроженку|жительницу|жителя|уроженца) \p{{L}}+)){{0,3}},?\s$"
    ))
});

/// "X identified Y as her recruiter", "X's trafficker".
static NAMES_OTHERS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:['’]s (?P<of>(?:alleged )?(?:recruiter|trafficker|captor|exploiter|pimp|abuser|rescue|abduction|trafficking))\b|,?(?: (?:has|had|later|also|ha|había|también|позже))? (?P<cue>identif(?:ied|ies)|named|recogni[sz]ed|picked out|identificó|reconoció|señaló|опознала?|узнала?|назвала?) [^.;]{2,80}? (?:as|como|как) (?:(?:her|his|their|su|sus|свою|своего|её|его) )(?:\p{L}+ )?(?:recruiter|trafficker|captor|exploiter|pimp|abuser|reclutador|captor|proxeneta|explotador|tratante|agresor|вербовщи|похитител|мучител|сутен[её]р))",
    )
});

/// What a witness does.
static TESTIFIES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,60},)?(?: (?:who|que|quien|котор\p{L}+))?(?: (?:has|had|later|also|then|ha|había|habría|también|luego|ранее|также|позже|уже)){0,2} (?P<cue>testified|gave evidence|told (?:the |a )?(?:court|jury|judge|tribunal|inquest|hearing|investigators|prosecutors)|took the stand|declaró (?:ante|como testigo|en (?:el juicio|la vista|sala))|compareció como testigo|testificó|atestiguó|(?:relató|contó|dijo|narró) (?:ante (?:el|la) )?(?:tribunal|juez|jueza|jurado|fiscalía|corte|al tribunal|al juez|al jurado)|дал[аи]? показания|свидетельствовал[аи]?|показал[аи]? (?:в|на) (?:суде|следствии|допросе)|(?:рассказал|сообщил|заявил)[аи]? (?:суду|следствию|следователю|присяжным|в суде|на суде)|выступил[аи]? (?:свидетел\p{L}+|в суде))(?:$|[^\p{L}])",
    )
});

/// Offices in which people speak to courts, and those who are charged: no witnesses to protect.
const OFFICE: &str = r"prosecutor|judge|lawyer|attorney|counsel|detective|officer|inspector|agent|sgt\.?|sergeant|captain|lieutenant|commissioner|constable|sheriff|expert|professor|prof\.?|dr\.?|spokes\w+|minister|accused|defendant|suspect|fiscal|juez|jueza|abogad[oa]|inspectora?|agente|perit[oa]|comisari[oa]|sargento|capitán|teniente|portavoz|ministr[oa]|acusad[oa]|imputad[oa]|procesad[oa]|прокурор\p{L}*|судь\p{L}|адвокат\p{L}*|следовател\p{L}*|эксперт\p{L}*|инспектор\p{L}*|капитан\p{L}*|майор\p{L}*|полковник\p{L}*|подозреваем\p{L}+|обвиняем\p{L}+|подсудим\p{L}+|министр\p{L}*";

static IN_OFFICE: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    (
        pattern(&format!(
            r"(?i)(?:^|[^\p{{L}}])(?:{OFFICE})(?: (?:general|de la \p{{L}}+|del \p{{L}}+))?,? $"
        )),
        pattern(&format!(
            r"(?i)^(?:,| \() ?(?:(?:an?|the|who is|el|la|un|una|su|his|her) )?(?:[\p{{Ll}}-]+ ){{0,3}}?(?:{OFFICE})(?:$|[^\p{{L}}])"
        )),
    )
});

/// What is told of one person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Harm {
    /// A possible victim, or a witness.
    pub(super) role: Role,
    /// The words of the verb.
    pub(super) cue: Span,
    /// Whether they say that somebody does it, not only that it was done.
    pub(super) active: bool,
}

/// What is told of one person, between his neighbours.
pub(super) fn told(scene: &Scene<'_>, mention: &Mention, left: Span, right: Span) -> Vec<Harm> {
    let before = ending(scene.at(left));
    let left = Span::new(left.end - before.len(), left.end);
    let after = scene.at(right);
    let person = mention.place.span;
    let harm = |active: bool| {
        move |cue: Span| Harm {
            role: Role::PossibleVictim,
            cue,
            active,
        }
    };
    let mut found: Vec<Harm> = Vec::new();
    found.extend(passive(scene, right).map(harm(false)));
    found.extend(
        objects(scene, mention, left, right)
            .into_iter()
            .map(harm(true)),
    );
    found.extend(
        firsts(scene, mention, before, right)
            .into_iter()
            .map(harm(true)),
    );
    let tail = scene.rest(right.start);
    if let Some(hit) = scene.captures(&NAMES_OTHERS, tail) {
        let cue = hit
            .name("cue")
            .map(|hit| within(tail, hit))
            .or_else(|| hit.name("of").map(|hit| within(tail, hit)));
        found.extend(cue.map(harm(false)));
    }
    found.retain(|harm| !is_lawful(scene, harm.cue, person));
    if let Some(told) = scene.cue(&TESTIFIES, right)
        && !IN_OFFICE.0.is_match(before)
        && !IN_OFFICE.1.is_match(after)
    {
        found.push(Harm {
            role: Role::Witness,
            cue: told,
            active: false,
        });
    }
    found
}

/// A passive or participle behind the name.
fn passive(scene: &Scene<'_>, right: Span) -> Option<Span> {
    let hit = scene.captures(&PASSIVE, right)?;
    let said = ["en", "es", "ru", "part"]
        .iter()
        .find_map(|name| hit.name(name).map(|hit| within(right, hit)))?;
    let rest = scene.at(scene.rest(said.end));
    (!BY_LAW.is_match(rest)).then_some(said)
}

/// Verbs before the name whose object it is.
fn objects(scene: &Scene<'_>, mention: &Mention, left: Span, right: Span) -> Vec<Span> {
    let mut found = Vec::new();
    if let Some(hit) = scene.captures(&OBJECT, left) {
        let group = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| hit.name(name).map(|hit| within(left, hit)))
        };
        let sold = group(&["sold", "sell"]);
        let to = |regex: &Regex, cue: Span| regex.is_match(scene.at(beyond(scene, mention, cue)));
        found.extend(sold.filter(|cue| to(&SOLD, *cue)));
        let thing = |cue: &Span| scene.at(*cue).starts_with("vend") && to(&SOLD_ES, *cue);
        let noun = |cue: &Span| [" of", " de"].iter().any(|of| scene.at(*cue).ends_with(of));
        found.extend(group(&["cue", "bare"]).filter(|cue| {
            let agent = noun(cue) && is_agent(scene, *cue);
            // "Se trata de X": it is about X.
            let about = scene.at(*cue).eq_ignore_ascii_case("trata de")
                && scene
                    .at(Span::new(left.start, cue.start))
                    .to_lowercase()
                    .ends_with("se ");
            !about && !thing(cue) && !buys(scene, mention, *cue) && !agent
        }));
    }
    if let Some(held) = scene.cue(&AROUND.0, left) {
        let tail = beyond(scene, mention, held);
        let around = AROUND.1.is_match(scene.at(right)) || AROUND.1.is_match(scene.at(tail));
        found.extend(around.then_some(held));
    }
    if let Some(hit) = scene.captures(&OBJECT_RU, left)
        && let Some(done) = hit.name("cue").map(|hit| within(left, hit))
    {
        let noun = hit.name("noun").is_some();
        let suffers = suffers(scene, mention, left, (noun, hit.name("inf").is_some()));
        if suffers && !is_buyer(scene, mention, done) && !(noun && is_agent(scene, done)) {
            found.push(done);
        }
    }
    found
}

/// Whether who stands behind a noun of harm is the one who does it: "víctima de la explotación de X", «по принуждению X».
fn is_agent(scene: &Scene<'_>, noun: Span) -> bool {
    static LED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:víctimas? de(?:l| la| una| un)?(?: presunt[oa]| supuest[oa])?|victims? of(?: the| a| an)?|жертв\p{L}+|(?P<to>по|под)) $",
        )
    });
    let words = scene.at(noun).to_lowercase();
    let lead = scene.at(Span::new(scene.sentence.span.start, noun.start));
    let forced = words.starts_with("прину") || words.starts_with("обман");
    LED.captures(lead)
        .is_some_and(|hit| hit.name("to").is_none() || forced)
}

/// Whether a noun for a victim right before a Russian name calls its bearer the one whose victim somebody is: «стала жертвой
/// Петрова», by its case.
pub(super) fn is_victim_of(scene: &Scene<'_>, mention: &Mention, noun: Span) -> bool {
    let words = scene.at(noun).to_lowercase();
    words.starts_with("жертв") && !order::agrees(&words, mention)
}

/// What stands behind a name, and behind everybody who is listed with it from the verb on.
fn beyond(scene: &Scene<'_>, mention: &Mention, verb: Span) -> Span {
    let list = listed::with(scene, mention, verb);
    let end = list
        .last()
        .map_or(mention.place.span.end, |last| last.place.span.end);
    scene.rest(end)
}

/// Whether who stands behind a Spanish verb of selling is the buyer, since a pronoun before it says who was sold: "la vendió
/// a Matilde Urrego", but "la vendió a Luz a un burdel".
fn buys(scene: &Scene<'_>, mention: &Mention, verb: Span) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)(?:^|\s)(?:la|lo|las|los) (?:ha |han |había |habían |habría )?$")
    });
    let sells = ["vend", "revend"]
        .iter()
        .any(|stem| scene.at(verb).to_lowercase().starts_with(stem));
    let before = scene.at(Span::new(scene.sentence.span.start, verb.start));
    let end = mention.place.span.end;
    let tail = scene.at(scene.rest(end));
    sells && BEFORE.is_match(before) && !tail.starts_with(" a ") && !tail.starts_with(" al ")
}

/// Whether something is sold to whoever stands behind a Russian verb: «продал Рыбину дом».
fn is_buyer(scene: &Scene<'_>, mention: &Mention, verb: Span) -> bool {
    let tail = scene.at(beyond(scene, mention, verb));
    let ends = ["у", "ю"]
        .iter()
        .any(|end| last_word(scene.at(mention.place.span)).ends_with(end));
    let word = scene.at(verb).to_lowercase();
    ends && (word.contains("прода") || word.contains("куп")) && !SOLD_RU.is_match(tail)
}

/// Verbs behind the name whose object it is.
fn firsts(scene: &Scene<'_>, mention: &Mention, before: &str, right: Span) -> Vec<Span> {
    let mut found = Vec::new();
    if scene.may(&FIRST_ES.1) && FIRST_ES.0.is_match(before) {
        found.extend(scene.cue(&FIRST_ES.1, right));
    }
    // "Светлану Рогову продала Тамара": by its case.
    if let Some(first) = scene.cue(&FIRST_RU_ONE, right)
        && order::is_object(scene, mention, first)
    {
        found.push(first);
    }
    // «Аллу Рыжову Эдуард Ким увёз»: who does it stands between.
    let (subject, object) = order::roles_of(mention);
    let own = mention.place.span;
    let next = scene.people().find(|it| it.place.span.start >= own.end);
    if let Some(doer) = next.filter(|_| object && !subject && !right.is_empty())
        && scene.at(Span::new(own.end, doer.place.span.start)) == " "
        && order::roles_of(doer).0
    {
        let end = doer.place.span.end;
        let tail = scene.rest(end);
        found.extend(scene.cue(&FIRST_RU_ONE, tail));
    }
    let coupled = ["с", "and", "y"]
        .iter()
        .any(|word| before.trim_end().ends_with(word));
    let listed = before.trim_end().ends_with(" и");
    if let Some(first) = scene.cue(&FIRST_RU, right)
        && !coupled
        && (!listed || object && !subject)
        && is_object(scene.at(mention.place.span))
    {
        found.push(first);
    }
    found
}

/// Whether a Russian name may stand in the accusative. Names that are never declined may.
fn is_object(name: &str) -> bool {
    let word = name
        .split_whitespace()
        .next_back()
        .unwrap_or(name)
        .to_lowercase();
    // "Нина Крутова", "Пётр Санин" are subjects; "Иру Котову", "Ивана Петрова", "Эстебан Роке" may be objects.
    ![
        "ова", "ева", "ина", "ская", "ов", "ев", "ин", "ский", "ий", "ой",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
        || first_is_masculine(name)
}

/// Masculine given names in the accusative. Feminine ones end so too: only names that can be nothing else.
#[rustfmt::skip]
const MASCULINE: &[&str] = &[
    "ивана", "петра", "павла", "сергея", "андрея", "алексея", "дмитрия", "николая", "михаила", "юрия", "игоря",
    "олега", "виктора", "владимира", "романа", "максима", "артёма", "артема", "егора", "никиту", "илью", "данилу",
    "кирилла", "антона", "бориса", "льва", "глеба", "тимура", "руслана", "рустама", "марата", "степана", "фёдора",
];

/// Whether the first word ends as a masculine name in the accusative does, and the last as its surname: "Ивана Петрова".
fn first_is_masculine(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let last = words.next_back().unwrap_or_default().to_lowercase();

    MASCULINE.contains(&first.as_str())
        && ["ова", "ева", "ина", "ого", "его"]
            .iter()
            .any(|end| last.ends_with(end))
}

/// Whether the name after a Russian verb is its object: by its own case, or because the subject stands before the verb.
fn suffers(
    scene: &Scene<'_>,
    mention: &Mention,
    left: Span,
    (noun, infinitive): (bool, bool),
) -> bool {
    let (subject, object) = order::roles_of(mention);
    if !noun {
        if !object {
            return false;
        }
        if !subject {
            return true;
        }
    }
    let name = scene.at(mention.place.span);
    let ends = |word: &str, ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let last = last_word(name);
    if ends(&last, &["у", "ю", "ого", "его"]) || first_is_masculine(name) {
        return true;
    }
    let subject = scene
        .people()
        .filter(|other| other.place.span.end <= left.start.max(scene.sentence.span.start))
        .last();
    let first = subject.map(|other| last_word(scene.at(other.place.span)));
    let turned = first
        .as_ref()
        .is_some_and(|word| ends(word, &["у", "ю", "ого", "его"]));
    let ambiguous = ends(&last, &["а", "я", "ы", "и", "ой", "ей"]);
    // «Х пояснила, что билет купила Шаманова»: a clause with a subject of its own.
    let clause = scene.at(left).trim_end();
    let acts = clause.contains(", что ") && clause.ends_with("ла");
    if acts && !noun && !infinitive && ends(&last, &["ова", "ева", "ина", "ая"]) {
        return false;
    }
    noun || infinitive || !turned && ambiguous && first.is_some()
}

/// The last word of a name in small letters.
fn last_word(name: &str) -> String {
    let word = name.split_whitespace().next_back().unwrap_or(name);
    word.to_lowercase()
}
