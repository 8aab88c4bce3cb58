//! What people do by which others are lured, moved, held or lived on, as it is told behind their names, by kinds of deeds and by
//! language. Verbs have those whom they are done to beside them: who only has something is told of nobody.

use crate::alphabet::{Regex, pattern};
use crate::kindred;
use std::sync::LazyLock;

/// Those to whom something is done, in English.
const WHOM: &str = r"(?:me|us|her|him|them|(?:the|two|three|four|five|several|some|both|those|these|other|young|new|\d+) (?:\p{Ll}+ ){0,2}?(?:girls?|wom[ae]n|m[ae]n|boys?|children|workers?|victims?|migrants|others|recruits?|teenagers?|people|maids?|pickers)|(?:my|our|her|his|their) (?:\p{Ll}+ )?(?:sister|brother|daughter|son|niece|nephew|cousin|friend|wife|stepdaughter|girls?)|(?-i:\p{Lu}\p{Ll}+))";

/// Whose a thing is that is taken; "her" and "his" may be those of who takes it.
const OURS: &str = r"(?:my|our|their|your|everyone's|everybody's|(?:all )?(?:of )?our|the (?:girls|women|workers|men|migrants|victims|boys)['’])";

/// Threats, blows, and what is owned up to or denied; English.
const HARMS_EN: &str = r"threatened (?:to|that he would|that she would) (?:kill|burn|hurt|beat|sell|harm|destroy|drown|cut|break|rape|shoot|stab|find|come for|send)|(?:told|ordered|warned) (?:me|us|her|him|them) to keep (?:\p{Ll}+ )?(?:mouth|mouths|quiet|silent)|warned (?:me|us|her|him|them) (?:that )?(?:\p{L}+ ){1,6}?(?:would|will) (?:regret|pay for|be sorry)|(?:denie[ds]|den(?:y|ying)|acquitted of|cleared of|admit(?:s|ted)) (?:ever )?(?:kidnapping|abducting|selling|buying|recruiting|luring|trafficking|holding|keeping|beating|raping|abusing|exploiting|threatening|hitting|taking|transporting|smuggling)|(?:held|kept|locked) (?:them|her|him|me|us) (?:for|in|there|up|against)|(?:slapped|hit|beat|punched|kicked|threatened|locked|whipped|burned|choked) (?:me|us|her|him|them|the|(?-i:\p{Lu}))";

/// What is run or commanded; English.
const RUNS_EN: &str = r"(?:commands?|commanded) (?:the|a|an|this|that|his|her)|(?:leads?|led|heads|headed) (?:the|a|an|this|that) (?:[\p{L}-]+ ){0,2}?(?:gang|ring|network|group|cell|team|unit|police|operation|investigation|inquiry|raid|brigade|squad|patrol|charity|organi[sz]ation|agency|company|mission|section|department|crew|camp)|(?:runs?|operat(?:es|ed)|own(?:s|ed)|manages) (?:the|a|an|two|three|four|several|this|that|his|her)|(?:ran|managed) (?:the|a|an|two|three|four|several|this|that|his|her) (?:[\p{L}-]+ ){0,2}?(?:bars?|clubs?|brothels?|hotels?|farms?|salons?|shops?|flats?|houses?|agenc(?:y|ies)|compan(?:y|ies)|firms?|gang|ring|network|business|restaurants?|yards?|sites?|camps?|factor(?:y|ies)|sweatshops?|workshops?|quarr(?:y|ies)|parlou?rs?|line|operation|kitchen|ship|boat|mine)|kept the (?:books|accounts)";

/// Wages, papers, phones and money that are taken; English.
static TAKES_EN: LazyLock<String> = LazyLock::new(|| {
    let papers = r"(?:passports?|papers|documents|phones?|mobiles?|ids?|identity cards?|wages|pay|salar(?:y|ies)|earnings|tips|money|cash|savings|food|clothes)";
    format!(
        r"(?:took|kept|keeps|takes|confiscat(?:ed|es)|seiz(?:ed|es)|withheld|withholds|held|threw|hid|collect(?:ed|s)|pocket(?:ed|s)|dock(?:ed|s)|deduct(?:ed|s)|stole|demand(?:ed|s)|cut|counted|burned|tore up) (?:away |back |off )?(?:{OURS}|all (?:my|our|their|her|his|the)|(?:half|most|part|some) (?:of )?(?:my|our|their|the)) (?:\p{{Ll}}+ ){{0,2}}?{papers}|(?:collect(?:ed|s)|kept|keeps|held|hid|withheld|confiscat(?:ed|es)) the (?:passports|identity cards)|(?:took away|confiscat(?:ed|es)|seiz(?:ed|es)|withheld|pocket(?:ed|s)|dock(?:ed|s)|stole) (?:her|his) (?:\p{{Ll}}+ )?{papers}|(?:took|takes|collect(?:ed|s)|got|received|accept(?:ed|s)) (?:the )?(?:money|cash|payments?) (?:from|off) (?:\p{{Ll}}+ ){{0,3}}?(?:men|clients|customers|punters|buyers)(?: who \p{{Ll}}+)? for (?:her|him|them|us|me|each|every|the (?:girls|women))|(?:was|is|were) paid for (?:her|them|us|each|every|the (?:girls|women))|made (?:me|us|her|him|them) (?:pay|hand over|give)|charg(?:ed|es) (?:me|us|her|him|them|the (?:girls|women|workers|men)) (?:\p{{Ll}}+ )?(?:for|£|\$|€|\d)"
    )
});

/// Who watches people, buys or lends them; English.
static KEEPS_EN: LazyLock<String> = LazyLock::new(|| {
    format!(
        r"(?:guarded|guards|watched over|stood guard over|kept watch (?:over|on)|searched) (?:us|them|the (?:girls|women|workers|men|migrants))|(?:bought|buys) {WHOM} (?:for|from|at|off)|(?:rent(?:ed|s)|hir(?:ed|es)|lent|loan(?:ed|s)|pimp(?:ed|s)) {WHOM} (?:out|to)"
    )
});

/// Who shows people to buyers, or takes them there; English.
static SHOWS_EN: LazyLock<String> = LazyLock::new(|| {
    format!(
        r"(?:takes?|took|snapp(?:ed|s)|shot) (?:[\p{{Ll}}-]+ ){{0,3}}?(?:photos|photographs|pictures|videos?) of (?:me|us|her|him|them|the (?:girls|women))|(?:film(?:ed|s)|photograph(?:ed|s)) (?:me|us|her|him|them|the (?:girls|women))|(?:post(?:ed|s)|put|upload(?:ed|s)) (?:[\p{{Ll}}-]+ ){{0,2}}?(?:ads?|adverts?|advertisements?|(?:photos|pictures|profiles?) of)|advertis(?:ed|es) (?:me|us|her|him|them|the (?:girls|women))|(?:takes?|took|drives?|drove|deliver(?:s|ed)|brings?|brought|ferri(?:es|ed)|dropp?(?:s|ed)|sends?|sent) {WHOM}(?: \p{{Ll}}+)? to (?:(?:the|other|older|strange|rich|his|some|different|various|these|those|paying) )*(?:men|clients|customers|punters|johns|buyers|brothels?)"
    )
});

/// Offers of work that are no deed of who is lured; English.
static OFFERS_EN: LazyLock<String> = LazyLock::new(|| {
    format!(
        r"(?:(?:offer(?:ed|s)|promis(?:ed|es)) (?:{WHOM} |[\p{{Ll}}]+s )?|(?:found|got|arranged|arranges|fixed) (?:{WHOM} |[\p{{Ll}}]+s ))(?:(?:an?|the|some|good|well-paid|paid|better) )*(?:jobs?|work|positions?|places?|contracts?|employment|roles?)"
    )
});

/// Who pays for a journey or sends people on it; English.
static SENDS_EN: LazyLock<String> = LazyLock::new(|| {
    format!(
        r"(?:bought|buys|paid for|pays for|booked|arranged|bought up) (?:my|our|her|his|their|all (?:the|our|their)|the (?:girls|women|workers|men)['’]) (?:[\p{{Ll}}-]+ )?(?:tickets?|flights?|fares?|visas?|passage|journeys?|trips?|travel)|(?:bought|booked|got) (?:me|us|her|him|them) (?:an? |the |our )?(?:[\p{{Ll}}-]+ )?(?:tickets?|flights?|visas?|seats?)|(?:put|puts|loaded|bundled|herded|smuggled|packed) {WHOM} (?:on|onto|into|in|aboard) (?:an?|the|that|another|his) (?:[\p{{Ll}}-]+ )?(?:plane|flight|boat|ferry|ship|dinghy|bus|coach|train|lorry|truck|van|car|minibus|container|boot)|(?:offered|proposed|persuaded|convinced|talked|promised) (?:me|us|her|him|them)? ?(?:to (?:take|bring|send|go|travel|work|come)|into (?:going|travelling|coming))|(?:smuggled|trafficked|shipped|flew) {WHOM} (?:to|into|over|out|across)"
    )
});

/// Harm in Spanish by a verb that is no pronoun's.
const HARMS_ES: &str = r"(?:amenazó|amenazaba|amenaza) con (?:matar|quemar|hacer daño|hacerle daño|golpear|vender|violar|entregar|denunciar|buscar)\p{L}*|(?:captó|reclutó|engañó|trasladó|captaba|reclutaba)|(?:negó|niega|negaba|admitió) (?:haber (?:captado|reclutado|vendido|retenido|golpeado|explotado|amenazado|secuestrado|violado|comprado|trasladado|engañado)|que (?:captara|reclutara|vendiera|retuviera|golpeara|explotara|amenazara))|golpear a|amenazar a|(?:me|nos|le|les|la|lo) (?:advirtió|avisó|advertía) (?:de )?que (?:[\p{L}]+ ){1,8}?(?:arrepent|lo (?:pagar|lament))\p{L}+";

/// What is run, in Spanish.
const RUNS_ES: &str = r"(?:comandaba|comanda|mandaba en|dirigía|dirige) (?:el|la|un|una)|(?:regent|dirig|administr)(?:a|ía|aba|e) (?:el|la|un|una|los|las|varios|dos|tres)|llevaba (?:las cuentas|la contabilidad|los libros)";

/// What is done to whom a pronoun before the verb means, in Spanish.
static CLITIC_ES: LazyLock<Regex> = LazyLock::new(|| {
    behind(
        r"(?:(?:me|le|les|nos|la|lo|las|los) (?:habría |había |ha )?(?:ofrec|quit|reten|ret[ue]v|peg|golpe|amenaz|encerr|vend|cobr|descont|enga[ñn]|vigil|custodi|alquil|ofert)\p{L}+|(?:la|lo|las|los|me|nos) (?:compró|compraba) (?:por|a) |(?:me|le|les|nos) (?:guard|confisc)\p{L}+ (?:el|los|la|las) (?:pasaporte|documento|papel|celular|teléfono|salario|sueldo)\p{L}*)",
    )
});

/// What is taken or shown, in Spanish.
const TAKES_ES: &str = r"(?:quit|reten|retuv|confisc|arrebat|decomis)\p{L}+ (?:el|los|las|sus?|nuestr[oa]s?|mis?|la) (?:pasaporte|documento|papel|celular|teléfono|móvil|salario|sueldo|dinero|plata|paga|propina|ganancia)\p{L}*|(?:guardaba|guardó|se quedaba con|se quedó con|cobraba|recogía) (?:el|los|las|nuestr[oa]s?|mis?|la) (?:pasaporte|documento|papel|celular|teléfono|móvil|salario|sueldo|dinero|plata|paga|propina|ganancia)\p{L}* (?:de (?:las|los|la|el|todas|todos|cada|ell[ao]s)|nuestr)|(?:cobraba|recibía|recibió|cobró) (?:\p{L}+ ){0,3}?por (?:ella|ellas|cada (?:una|chica|mujer|joven)|las (?:chicas|mujeres|jóvenes|niñas|muchachas)|nosotras|mí)|(?:vigilaba|custodiaba) (?:a (?:las|los)|la puerta)";

/// Offers of work, and who pays for a journey or sends people on it; Spanish.
const SENDS_ES: &str = r"(?:ofrec|promet)\p{L}+ (?:un |el |les |la )?(?:trabajo|empleo|contrato|puesto|plaza|sueldo|colocación)\p{L}*|(?:me|le|les|nos) (?:ofrec|promet|busc|consigu|prop[uo])\p{L}+ (?:un |el |les |la )?(?:trabajo|empleo|contrato|puesto|plaza|sueldo|colocación|ir(?:me|nos|se)?|viajar|trabajar|cuidar|limpiar|llevar(?:me|nos|la|las|lo)?|un viaje|venir(?:me|nos)?)|(?:(?:me|le|les|nos) (?:pag|compr|sac|reserv|tramit|gestion)\p{L}+ (?:el|los|un|la|las) |(?:pag|compr|reserv|tramit)(?:ó|aba) (?:mi|su|sus|nuestros?|los|el) )(?:pasajes?|billetes?|boletos?|viajes?|visas?|visado|vuelos?|pasaporte)|(?:la|lo|las|los|me|nos) (?:embarc|sub|met|mont|escond)(?:ó|ió|aba|ía) (?:en|a|al) (?:un[oa]? |el |la )?(?:patera|barco|lancha|bote|autob[úu]s|bus|avi[óo]n|cami[óo]n|camioneta|furgoneta|coche|carro|taxi|tren|combi|vuelo)|(?:embarc|sub|met)(?:ó|ió) a (?:la|las|los|otras|varias|\p{L}+ (?:mujeres|chicas|jóvenes)) [^.;,]{0,30}?(?:en|a|al) (?:un[oa]? |el |la )?(?:patera|barco|lancha|bote|autob[úu]s|avi[óo]n|cami[óo]n|furgoneta)|(?:me|la|lo|nos|las|los) (?:convenció|persuadió) (?:de|para)";

/// Harm in Russian.
const HARMS_RU: &str = r"(?:угрожал|угрожала|пригрозил|пригрозила|обещал|обещала|пообещал|пообещала) (?:\p{L}+ )?(?:убить|сжечь|утопить|избить|зарезать|продать|покалечить|найти|расправ|изнасил)\p{L}*|предупредила? (?:меня|нас|е[её]|его|их), что (?:\p{L}+,? ){1,6}?(?:пожале|поплат|не поздоровит)\p{L}+|склонила? \p{L}|содержавш\p{L}+|(?:отрицал|отрицает|отрицала)а?,? что (?:похищал|продавал|вербовал|бил|избивал|удерживал)а?|(?:похитил|завербовал|вербовал)а?(?: в| на| его| её| их|[.,;!?]|$)|(?:избил|избивал|ударил|бил|запер|запирал|удерживал|продал|держал|заталкивал)(?:а|ла)? \p{L}";

/// What is run, taken, guarded or shown, in Russian.
const TAKES_RU: &str = r"(?:командует|командовал|командовала|заправляет|заправлял|руководит|руководил|руководила) \p{L}|в[её]ла? (?:бухгалтерию|учёт|счета)|(?:забрал|отобрал|забирал|отбирал|удерживал|отнял|отнимал|присваивал|присвоил)а? (?:\S+ ){0,3}?(?:паспорт|документ|телефон|зарплат|деньг|заработ)\p{L}*|прятала? (?:наши|их|мой|мои|все) (?:паспорт|документ|телефон)\p{L}*|брала? (?:за (?:не[её]|них|нас|девуш\p{L}+|женщин\p{L}*|каждую) (?:\p{L}+ )?деньги|деньги за (?:не[её]|них|нас|девуш\p{L}+|каждую))|получ(?:ил|ал)а? (?:за (?:не[её]|них|нас|девуш\p{L}+|женщин\p{L}*|каждую) (?:\p{L}+ )?деньги|деньги за (?:не[её]|них|нас|девуш\p{L}+|каждую))|брал (?:деньги|плату|наличные) (?:у|с) (?:\p{L}+ ){0,2}?(?:мужчин\p{L}*|клиент\p{L}+|мужик\p{L}+|посетител\p{L}+)|(?:охранял|сторожил|караулил|стер[её]г)(?:а|ла)? (?:нас|их|е[её]|девуш\p{L}+|женщин\p{L}*|рабочих|дверь|вход)|(?:купил|покупал)а? (?:е[её]|нас|их|меня|девуш\p{L}+) (?:за|у)|(?:сдавал|сдал)а? (?:е[её]|нас|их|меня|девуш\p{L}+|женщин\p{L}*)";

/// Offers of work, and who pays for a journey or sends people on it; Russian.
const SENDS_RU: &str = r"(?:предл(?:ожил|агал)|обещал|пообещал)а? (?:\S+ )?(?:\S+ )?(?:работ|мест|ваканс|контракт|заработ|подработ)\p{L}*|(?:наш(?:[её]л|ла)|подыскал|подыскала|устроил|устроила) (?:мне|ей|ему|нам|им|е[её]|его|нас|их|меня|девуш\p{L}+|женщин\p{L}*) (?:\S+ )?(?:работ|мест|ваканс|контракт|заработ|подработ)\p{L}*|предл(?:ожил|агал)а? (?:мне|ей|ему|нам|им)? ?(?:поехать|работать|уехать|переехать|подработать|выехать|съездить)|(?:покупал|купил|оплатил|оплачивал|заказал|оформил|брал|взял)а? (?:(?:мне|ей|ему|нам|им|девуш\p{L}+|женщин\p{L}*|всем|её|его|их|наши) )(?:\S+ )?(?:билет|дорог|визу|визы|про(?:езд|лёт)|перел[её]т|загранпаспорт)\p{L}*|(?:посадил|сажал|отправил|отправлял|погрузил|переправил|переправлял|вывез|вывозил)(?:а|ла)? (?:е[её]|его|нас|их|меня|девуш\p{L}+|женщин\p{L}*|рабочих|людей)(?: \p{L}+)? (?:в|на|за|через) \p{L}|уговорила? (?:меня|нас|е[её]|его|их)";

/// Who shows people to buyers, in Spanish and Russian.
const SHOWS: &str = r"(?:me|le|les|nos) (?:sacaba|tomaba|hacía|saca|toma|hace) (?:\p{L}+ )?(?:fotos|fotografías|videos|vídeos)|(?:la|las|los|lo|me|nos) (?:fotograf|film|grab)(?:iaba|aba|ía|ió|ó)|(?:publicaba|publicó|subía|subió|ponía|puso|colgaba) (?:\p{L}+ ){0,2}?(?:anuncios?|avisos?|(?:sus|las|nuestras|mis) fotos)|(?:фотографировал|снимал)а? (?:е[её]|нас|их|девуш\p{L}+|женщин\p{L}*)(?: (?:для|на|голы\p{L}+|в|полуголы\p{L}+)|$|[.,])|(?:выкладывал|размещал|публиковал|выложил|разместил)а? (?:\S+ ){0,3}?(?:анкет|фото|объявлени|снимки)\p{L}*";

/// What may stand between a name and a deed.
fn behind(deeds: &str) -> Regex {
    pattern(&format!(
        r"(?i)^[»”\x22]?(?:,(?-i:[^,.;:\p{{Lu}}])+,)?(?:,? (?:who|that|que|quien|котор(?:ый|ая))|(?: (?-i:[^.;:,\p{{Lu}}])+)? (?:and|y|и))?(?: (?:had|has|have|also|then|later|often|once|always|allegedly|reportedly|first|\p{{L}}+ly|también|luego|después|siempre|además|ya|presuntamente|supuestamente|\p{{L}}+mente|также|потом|затем|часто|всегда|якобы|сам|сама|уже)){{0,3}} (?:{deeds})"
    ))
}

/// Deeds of whoever bears the name.
static HARD: LazyLock<Regex> = LazyLock::new(|| {
    let all = [
        HARMS_EN, RUNS_EN, &TAKES_EN, &KEEPS_EN, &OFFERS_EN, HARMS_ES, RUNS_ES, TAKES_ES, HARMS_RU,
        TAKES_RU,
    ];
    behind(&all.join("|"))
});

/// How people are shown or brought to buyers.
static SHOWN: LazyLock<Regex> = LazyLock::new(|| behind(&[SHOWS_EN.as_str(), SHOWS].join("|")));

/// What kin and friends do for each other too: they pay for journeys and speak of work.
static SOFT: LazyLock<Regex> =
    LazyLock::new(|| behind(&[SENDS_EN.as_str(), SENDS_ES, SENDS_RU].join("|")));

/// Somebody who is not known but by name, and the pronoun that means him: "a man called X, he took my phone".
static STRANGER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?P<man>man|guy|bloke|fellow|gentleman|hombre|señor|tipo|sujeto|tal|мужчина|мужик|парень|тип)|(?P<woman>woman|lady|madam|mujer|señora|tipa|tal|женщина|тётка))(?:,? (?:called|named|who called (?:him|her)self|by the name of|llamad[oa]|de nombre|que se (?:llamaba|hacía llamar)|al que (?:llamaban|decían)|a la que (?:llamaban|decían)|whose name was|(?:его|е[её]) (?:звали|зовут)|котор(?:ого|ую) (?:звали|зовут)|по имени|по кличке|по прозвищу))?,? [«“\x22]?$",
    )
});

/// Somebody who is told by what he is before he is told by name: "a man in our church, Brother X".
static SOMEBODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:an?|some|the|this|un|una|el|la|один|одна|некий|некая|какой-то|какая-то) (?:\p{Ll}+ ){0,2}?(?:(?P<man>man|guy|bloke|fellow|pastor|hombre|señor|tipo|sujeto|мужчина|парень)|(?P<woman>woman|lady|mujer|señora|tipa|женщина))(?: \p{Ll}+){0,5}?,? (?:\p{L}+ )?[«“\x22]?$",
    )
});

/// The pronoun for a stranger right behind his name.
static HE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[»”\x22]?[,.;]?(?: and)? (?:(?P<man>he|él|он)|(?P<woman>she|ella|она))(?: |$)")
});

/// Kin, or a friend, right before a name.
static KIN: LazyLock<Regex> = LazyLock::new(|| {
    let (en, es, ru) = (kindred::EN, kindred::ES, kindred::RU);
    pattern(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{en}|{es}|{ru}),? $"))
});

/// Somebody by whom whoever speaks was brought, right before his name.
static BROUGHT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:I was|we were|she was|he was) (?:brought|taken|recruited|driven|sent)(?: \p{L}+){0,3} by|(?:brought|took|recruited|drove|sent) (?:me|us|her|him)(?: \p{L}+){0,3} was|(?:me|nos|la|lo|las|los) (?:llevó|trajo|llevaba|traía|mandó|metió|reclutó|contactó)|(?:меня|нас|е[её]|его) (?:туда |сюда )?(?:прив[её]з|привезла|увёз|увезла|позвал|позвала|взял|взяла|отправил|отправила|вербовал|вербовала))(?: (?:my|our|her|his|an?|the|mi|su|nuestr[oa]|una?|el|la|мой|моя|наш|наша|е[её]|его))?(?: \p{L}+)?,? $",
    )
});

/// Work that somebody promised, in the sentence right behind his name: ". He told my mother I would mind children".
static PROMISES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[.,;]? (?:(?:who|quien|котор(?:ый|ая)|and|y|и) )?(?:(?:he|she|[ée]l|ella|он|она) )?(?:(?:said|told (?:me|us|(?:my|our) \p{L}+(?: \p{L}+)?|her|him|them)|promised(?: (?:me|us|(?:my|our) \p{L}+(?: \p{L}+)?|her|him))?|swore) (?:that )?(?:I|we|she|he) (?:would|'d|’d|was going to|were going to|could) (?:be )?(?:work|mind|cook|clean|look after|earn|care|make|study|get|serv|wait|dance|model|pick|nurs)|(?:me|nos|le|les) (?:dijo|prometió|aseguró|juró|contó) que (?:iba|íbamos|iban|podía|podíamos) a? ?(?:trabajar|cocinar|cuidar|limpiar|ganar|estudiar|servir|bailar|atender|lavar|cosechar)|(?:сказал|обещал|пообещал|уверял|говорил)а?(?: (?:мне|нам|ей|ему|маме|матери))?,? что (?:(?:я|мы|она|он) )?(?:буду|будем|будет|смогу|сможет)?(?: (?:там|хорошо|много))? ?(?:работ|готов|убира|смотр|зарабат|учи|нянч|присматр|ухажив|танц)\p{L}*)",
    )
});

/// A deed before the name of who did it: "the one who kept the wages was X", "quien captaba era X".
static CLEFT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:the (?:one|man|woman|person)|it was (?:he|she)) who|quien|(?:el|la) que|la persona que|тот,? кто|та,? кто|тем,? кто)(?P<deed> [^.;:!?]{3,90}?),? (?:was|is|era|fue|es|был[аи]?|[—–-](?: это)?|это)(?: (?:un|una) tal| a certain| некий| некая)?,? [«“\x22]?$",
    )
});

/// What belongs to those who are held, and is taken by whom the name behind names: "the passports were kept by X", "los sueldos
/// los cobraba X", «паспорта отбирал X».
static TAKEN: LazyLock<Regex> = LazyLock::new(|| {
    const PAPERS: &str =
        r"(?:passports?|papers|documents|phones|wages|salar(?:y|ies)|pay|earnings)";
    const PAPERS_ES: &str = r"(?:pasaportes?|documentos|papeles|sueldos?|salarios?|pagas?|tel[ée]fonos|celulares|m[óo]viles|ganancias|dinero (?:de|por) (?:ellas|cada una|las (?:chicas|mujeres|j[óo]venes|niñas))|propinas)";
    const WHOSE: &str =
        r"(?:у (?:всех|нас|них|не[её]|девуш\p{L}+|женщин|рабочих|каждой|каждого)|наши|их|е[её])";
    const FOR_WHOM: &str = r"за (?:не[её]|них|нас|девуш\p{L}+|женщин|каждую|каждого)";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{PAPERS}(?: [^.;:,]{{1,30}}?)? (?:were|was|had been|have been|are|is) (?:\p{{L}}+ )?(?:taken(?: away)?|kept|held|collected|withheld|confiscated|hidden|pocketed|docked) by(?: (?:the|a|a certain))?|{PAPERS_ES}(?: [^.;:,]{{1,40}}?)? (?:(?:nos|me|les|se) )?(?:lo|la|los|las) (?:guardaba|guardó|cobraba|cobró|recogía|recogió|retenía|retuvo|quitaba|quitó|confiscaba|confiscó|escondía|escondió)(?: (?:un|una) tal)?|{PAPERS_ES}(?: [^.;:,]{{1,30}}?)? (?:eran|fueron|era|fue) (?:retenid|guardad|confiscad|escondid|cobrad|quitad)[oa]s? por(?: (?:un|una) tal)?|(?:паспорт|документ|телефон|зарплат|мобильн)\p{{L}}*(?: {WHOSE})? (?:отбирал|отобрал|удерживал|прятал|присваивал)а?(?: сам[аи]?| некий| некая)?|(?:паспорт|документ|телефон|зарплат|мобильн)\p{{L}}* {WHOSE} (?:забирал|забрал|хранил|держал)а?(?: сам[аи]?| некий| некая)?|(?:деньги|плату) {FOR_WHOM} (?:получ(?:ал|ил)|брал|взял|забирал|забрал|собирал)а?|{FOR_WHOM} (?:деньги|плату) (?:получ(?:ал|ил)|брал|взял|забирал|забрал|собирал)а?) [«“\x22]?$"
    ))
});

/// Who goes on acting right behind his name, with a pronoun that can be nobody else's: ", he also kept", «, он и получил».
static AGAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? (?:[—–-] )?(?:(?:он|она) (?:и|же)(?: и)?|(?:and )?s?he (?:himself|herself)|(?:y )?(?:él|ella) mism[oa])",
    )
});

/// A preposition before a name: somebody else acts.
static TO_WHOM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:with|to|from|for|of|at|a|al|con|de|del|para|к|ко|у|с|со|от|для|из|о|об|на)(?: \p{Ll}+)? $",
    )
});

/// Help, or a way home, in the words of a deed: nobody is lured by it.
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:home|back|to (?:the |a )?(?:safety|hospital|police|shelter|embassy|clinic|consulate|refuge)|bruis\p{L}+|injur\p{L}+|wounds?|scars?|de vuelta|de regreso|volver|regresar|a casa|a su (?:casa|país|pueblo)|al (?:hospital|consulado|refugio|albergue)|a la (?:policía|embajada|clínica|comisaría)|moret\p{L}+|golpes|heridas|lesiones|домой|обратно|назад|на родину|в (?:больниц|полици|приют|посольств|консульств)\p{L}+|синяк\p{L}*|побо\p{L}+|травм\p{L}*|раны?)(?:$|[^\p{L}])",
    )
});

/// The words of the first sentence.
fn clause(behind: &str) -> &str {
    let skip = behind.len().min(2);
    let from = behind.ceil_char_boundary(skip);
    let end = behind[from..]
        .find(['.', ';', '!', '?'])
        .map_or(behind.len(), |at| from + at);
    &behind[..end]
}

/// Whether a Russian name stands in the case of whom something is done to.
fn is_oblique(name: &str) -> bool {
    const ENDS: [&str; 6] = ["у", "ю", "ого", "его", "ому", "ему"];
    name.split(' ')
        .any(|word| ENDS.iter().any(|end| word.ends_with(end)))
}

/// Whether the words before a name call its bearer a man and those behind go on with "he", or a woman and "she"; and where
/// they go on.
fn goes_on(who: &Regex, before: &str, behind: &str) -> Option<usize> {
    let who = who.captures(before)?;
    let he = HE.captures(behind)?;
    let same = |name: &str| who.name(name).is_some() && he.name(name).is_some();
    ["man", "woman"].into_iter().find(|name| same(name))?;
    // The verb keeps the space before it.
    Some(he.get(0)?.end().saturating_sub(1))
}

/// Whether the words behind a name tell such a deed of its bearer.
pub(super) fn are_told(name: &str, before: &str, behind: &str) -> bool {
    static TO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)(?:^|[^\p{L}])(?:al?|a (?:la|el|mi|su|otra|una)(?: \p{L}+)?) $")
    });
    if is_oblique(name) {
        return false;
    }
    let home = HOME.is_match(clause(behind));
    let kin = KIN.is_match(before);
    let hard = |words: &str| {
        HARD.is_match(words)
            || !TO.is_match(before) && CLITIC_ES.is_match(words)
            || !home && SHOWN.is_match(words)
    };
    let promises = || {
        PROMISES.is_match(behind)
            && (BROUGHT.is_match(before) || goes_on(&SOMEBODY, before, behind).is_some())
    };
    let stranger = || {
        let from = goes_on(&STRANGER, before, behind);
        from.and_then(|from| behind.get(from..)).is_some_and(hard)
    };
    // "The clerk's wife, X, kept the books": set off on both sides.
    let apposed = behind.strip_prefix(',').filter(|_| before.ends_with(", "));
    let set_off =
        apposed.is_some_and(|words| HARD.is_match(words) || !home && SHOWN.is_match(words));
    let again = || {
        let end = AGAIN.find(behind).map(|hit| hit.end());
        let words = end.and_then(|end| behind.get(end..));
        words.is_some_and(hard) && !TO_WHOM.is_match(before)
    };
    let cleft = || {
        let deed = CLEFT.captures(before).and_then(|hit| hit.name("deed"));
        deed.is_some_and(|deed| hard(deed.as_str()))
    };
    hard(behind)
        || set_off
        || TAKEN.is_match(before)
        || cleft()
        || again()
        || !home && !kin && SOFT.is_match(behind)
        || promises()
        || stranger()
}
