//! Numbers, addresses and papers that stand beside a person's name as his own.
//!
//! "I, Ana Bell, born 3 May 1980, residing at 14 Dock Street, telephone ...": between the name and the thing stand only
//! other particulars and the words that introduce them.

use super::Ties;
use crate::alphabet::{Regex, pattern};
use crate::belongings;
use crate::extract::names::lexicon::fold;
use crate::extract::needs::Pattern;
use crate::extract::text::Setting;
use crate::extract::whom;
use model::{Layer, Mention, MentionKind, Span};
use std::sync::LazyLock;

/// Longest stretch of particulars after a name, in bytes.
const REACH: usize = 400;

/// A number right behind a name, or introduced by what it is.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:'s|’s)?[ ,:;(\-–—\t|]*(?:$|(?:[^.]{0,40}?(?:number|phone|tel[ée]fono|m[óo]vil|celular|n[úu]mero|номер|телефон\w*|WhatsApp|uses?|usa|used|usaba|(?:can|may|could|should) (?:only )?be (?:reached|contacted|called|texted|found|phoned) (?:\w+ ){0,3}(?:on|at|by|under|via|through)|(?:is|was) (?:reachable|contactable) (?:on|at|by)|(?:se )?(?:la|lo|le|los|las)? ?(?:puede|pueden|podemos|se puede) (?:llamar|ubicar|contactar|localizar|encontrar|escribir)(?:la|lo|le|los|las)? (?:en|al?)|(?:atiende|responde|contesta|localizable|disponible) (?:en|al?)|можно (?:связаться|дозвониться|позвонить|застать|найти)|доступн\p{L}+|отвечает|на связи|(?:calls?|called|calling|rings?|rang|ringing|text(?:s|ed)|writes|wrote) (?:\w+ ){0,2}from|(?:llam(?:a|ó|aba)|escrib(?:e|ió)|marc(?:a|ó)) (?:\w+ ){0,2}(?:desde|del?)|(?:звон(?:ит|ил[аи]?)|пишет|писал[аи]?) (?:\w+ ){0,2}с|пользу\w+|tel\.?|тел\.?)[^.]{0,24})$)",
    )
});

/// In whose name a number is, behind it, up to the name.
static REGISTERED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[,)]? ?\(?(?:(?:which|that|que|котор\p{L}+) )?(?:(?:is|was|está|estaba|es|era|был[аи]?) )?(?:registered (?:to|in the name of)|in the name of|belonging to|belongs to|used by|owned by|subscribed to|(?:registrad[oa]|inscrit[oa]|dad[oa] de alta) (?:a nombre de|por)|a nombre de|perteneciente a|que usa(?:ba)?|utilizado por|de titularidad de|(?:зарегистрированн|оформленн)\p{L}+ на(?: имя)?|принадлежащ\p{L}+|котор\p{L}+ пользовал(?:ся|ась)) (?:\p{Ll}+ ){0,2}$",
    )
});

/// A number that is called somebody's before his name, and what stands between the name and it: "el número de X era", «номер
/// X был».
static OF_NAMED: LazyLock<(Pattern, Regex)> = LazyLock::new(|| {
    (
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?:numbers?|phones?|mobiles?|cell|whatsapp|n[úu]meros?|tel[ée]fonos?|m[óo]vil|celular|номер\p{L}*|телефон\p{L}*|мобильн\p{L}+|ватсап)(?: (?:personal|nuev[oa]|viej[oa]|antigu[oa]|móvil|celular|de (?:tel[ée]fono|m[óo]vil|celular)|телефона))?(?: (?:of|for|belonging to|used by|de|del|from))?(?: (?:the|la|el|doña|don|niña|niño|menor|joven|testigo|víctima|girl|witness|victim|девочки|девушки|свидетел\p{L}+|потерпевшей|потерпевшего|\p{Ll}+)){0,2},? $",
        ),
        pattern(
            r"(?i)^,?(?: (?:then|now|at the time|entonces|antes|ahora|тогда|теперь|раньше|сейчас))?,? ?(?:(?:is|was|were|has been|es|era|fue|sigue siendo|был|была|такой|следующий|значится|—|–|-|:) ?)*(?:(?:the|el|такой|следующий|still|always|\p{Ll}+)[ :]+){0,2}$",
        ),
    )
});

/// A home that a person is said to have: "Ana Bell lives at", "Ана Белл проживает по адресу".
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;]{0,60}?\b(?:lives?|lived|living|resid\w+|of|from|vive|vivía|domicili\w+|residente|vecin[ao]|прожива\w+|живёт|живет|жил[аи]?|зарегистрирован\w*)\b[^.;]{0,40}$",
    )
});

/// What a speaker says is his: "my number is", "vivo en", "позвоните мне по".
static MINE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:(?:my|mis?|мо(?:й|я|ё|е|его|ей|ём|ем))(?: own| old| new| propi[oa])? (?:number|phone|mobile|cell|e-?mail|mail|address|home|house|flat|apartment|passport|papers|id|identity card|whatsapp|n[úu]mero|m[óo]vil|celular|tel[ée]fono|correo|direcci[óo]n|casa|domicilio|pasaporte|carn[ée]t?|c[ée]dula|dni|номер|телефон\p{L}*|мобильн\p{L}+|почт\p{L}+|адрес|паспорт\p{L}*|дом)|I (?:can|may) be (?:reached|contacted|called)|(?:телефон для связи|контактный телефон|contact (?:number|phone)|tel[ée]fono de contacto)|(?:pueden |puede )?(?:llamar|escribir|ubicar|contactar)me|I(?:'m| am)? (?:live|lived|was living|living|stay|stayed|reside|resided|residing)|(?:call|phone|ring|text|reach|write(?: to)?|e-?mail|message) me|vivo|vivía|resido|residía|(?:ll[áa]m(?:e|a|en)me|escr[íi]b(?:e|a|an)me)|ж[иы](?:ву|л|ла|вал\p{L}*)|прожива(?:ю|л|ла)|(?:по)?звоните(?: мне)?|(?:по)?звони(?: мне)?|пишите(?: мне)?|пиши(?: мне)?)(?:$|[^\p{L}][^;!?\n]{0,48}$)",
    )
});

/// A pronoun for who was named last, before what is his: "His passport number is", "She lives at", "Vive en".
static HIS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^\p{L}]*(?:(?:his|her|their|su|sus|его|е[её]|у не(?:го|[её])) (?:\p{L}+ )?(?:number|phone|mobile|e-?mail|address|home|house|passport|papers|id|identity|whatsapp|n[úu]mero|m[óo]vil|celular|tel[ée]fono|correo|direcci[óo]n|casa|domicilio|pasaporte|carn[ée]t?|c[ée]dula|dni|номер|телефон\p{L}*|почт\p{L}+|адрес|паспорт\p{L}*|дом)|(?:s?he|they|[ée]l|ella|он|она)? ?(?:lives?|lived|is living|was living|resides?|resided|stays|stayed|vive|vivía|reside|residía|прожива\p{L}+|жив[её]т|жил[аи]?)|(?:reach|call|phone) (?:him|her|them)|s?he (?:can|may|could) be (?:reached|called|contacted|phoned|texted)|(?:se )?(?:la|lo|le) puede (?:llamar|ubicar|contactar|localizar|escribir)|(?:с (?:ней|ним) можно связаться|(?:е[её]|ему|ей) можно (?:позвонить|дозвониться|написать))|(?:ll[áa]m(?:e|a|en)l[aoe]))(?:$|[^\p{L}][^;!?\n]{0,48}$)",
    )
});

/// A paper that is called his anywhere before its number: "I keep his passport, number".
static HIS_PAPER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<pron>his|her|su|его|е[её]) (?:\p{L}+ )?(?:passport|papers|id|identity card|pasaporte|carn[ée]t?|c[ée]dula|dni|паспорт\p{L}*|загранпаспорт\p{L}*|удостоверени\p{L}+)(?:$|[^\p{L}][^;!?.\n]{0,32}$)",
    )
});

/// Words that introduce a particular, folded; ends of words as people inflect them.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "a", "address", "adult", "age", "aged", "an", "and", "at", "birth", "born", "card", "citizen", "date", "divorced", "dob", "domiciled",
    "email", "e", "mail", "her", "his", "holder", "holding", "home", "id", "identity", "in", "is", "issued", "live", "lives", "living",
    "married", "mobile", "my", "national", "nationality", "no", "number", "occupation", "of", "old", "on", "passport", "phone", "resident",
    "residing", "resides", "single", "tel", "telephone", "the", "unemployed", "whatsapp", "widow", "widowed", "with", "years", "year",
    "anos", "calle", "carne", "carnet", "casada", "casado", "celular", "cedula", "ciudadana", "ciudadano", "con", "correo", "de", "del", "direccion",
    "dni", "domiciliada", "domiciliado", "domicilio", "edad", "el", "electronico", "en", "estado", "expedido", "fecha", "identidad", "la",
    "los", "mayor", "movil", "nacida", "nacido", "nacimiento", "natural", "numero", "pasaporte", "profesion", "residente", "soltera", "soltero",
    "su", "telefono", "titular", "vecina", "vecino", "viuda", "viudo", "y",
    "адрес", "адресу", "в", "выдан", "г", "гражданин", "гражданка", "года", "дата", "и", "зарегистрирован", "зарегистрированная", "зарегистрированный",
    "лет", "мобильный", "моб", "на", "номер", "паспорт", "по", "почта", "проживаю", "проживающая", "проживающий", "проживает", "р", "родившаяся",
    "родившийся", "рождения", "с", "серия", "тел", "телефон", "уроженец", "уроженка", "электронная",
];

/// Ties a person to the things beside his name; `near` was named last before the sentence.
pub(super) fn uses(ties: &mut Ties<'_, '_>, near: Option<&Mention>) {
    let scene = ties.scene;
    let row = scene.sentence.setting == Setting::Row;
    let mut person: Option<&Mention> = None;
    for mention in scene.mentions {
        let thing = matches!(
            mention.kind,
            MentionKind::Phone | MentionKind::Address | MentionKind::Document
        );
        match mention.kind {
            MentionKind::Person if !(row && person.is_some()) => person = Some(mention),
            _ if thing => {
                let named = registered(ties, mention).filter(|_| !row);
                let start = mention.place.span.start;
                let phone = mention.kind == MentionKind::Phone && !row;
                if named.is_none() && phone && belongings::is_callers(&scene.text[..start]) {
                    continue;
                }
                let own = named.or_else(|| person.filter(|owner| owns(ties, owner, mention, row)));
                let other = || spoken(ties, mention, person, near).filter(|_| !row);
                if let Some(owner) = own.or_else(other) {
                    ties.tie(owner, mention, Layer::Uses, mention.place.span);
                }
            }
            _ => {}
        }
    }
}

/// In whose name a number is that stands before him: "the phone N, registered to X".
fn registered<'m>(ties: &Ties<'_, 'm>, thing: &Mention) -> Option<&'m Mention> {
    let scene = ties.scene;
    let end = thing.place.span.end;
    let next = scene.people().find(|who| who.place.span.start >= end)?;
    let gap = Span::new(end, next.place.span.start);
    (thing.kind == MentionKind::Phone && scene.captures(&REGISTERED, gap).is_some()).then_some(next)
}

/// Whose a thing is that a speaker calls his own, or that is said of somebody by a pronoun.
fn spoken<'m>(
    ties: &Ties<'_, 'm>,
    thing: &Mention,
    named: Option<&'m Mention>,
    near: Option<&'m Mention>,
) -> Option<&'m Mention> {
    let scene = ties.scene;
    if thing.kind == MentionKind::Address && scene.at(thing.place.span).contains("//") {
        return None;
    }
    let start = scene.sentence.span.start;
    let lead = scene.at(Span::new(start, thing.place.span.start.max(start)));
    // Who speaks under a label that names nobody has things of his own too.
    let speaks = |it: &&Mention| matches!(it.kind, MentionKind::Person | MentionKind::Role);
    let speaker = scene.speaker.filter(|it| speaks(it) && it.id != thing.id);
    // Between the words and the thing stands nobody else.
    let alone = |cue: crate::alphabet::Match<'_>| {
        named.is_none_or(|it| it.place.span.end <= start + cue.start())
    };
    if let Some(speaker) =
        speaker.filter(|_| scene.may(&MINE) && MINE.find(lead).is_some_and(alone))
    {
        return Some(speaker);
    }
    let lead = Span::new(start, thing.place.span.start.max(start));
    let paper = || {
        let hit = scene.captures(&HIS_PAPER, lead)?.name("pron")?;
        let pron = Span::new(start + hit.start(), start + hit.end());
        whom::holder(scene, pron, &ties.before)
    };
    near.filter(|_| named.is_none() && scene.may(&HIS) && HIS.is_match(scene.at(lead)))
        .or_else(|| (thing.kind == MentionKind::Document).then(paper).flatten())
        .or_else(|| of_harmed(ties, lead))
}

/// Whoever makes a complaint, or is helped, and gives a number: "El denunciante facilita el número".
static GIVES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:complainant|client|patient|applicant|witness|victim|survivor|s?he|denunciante|compareciente|declarante|solicitante|paciente|víctima|testigo|usuari[oa]|ella|él|заявител(?:ь|ьница)|потерпевш(?:ая|ий)|пострадавш(?:ая|ий)|свидетел(?:ь|ьница)|клиентка?|она|он),? (?:\p{L}+ ){0,2}?(?:gives?|gave|provid(?:es|ed)|left|leaves|facilit(?:a|ó)|aport(?:a|ó)|dej(?:a|ó)|proporcion(?:a|ó)|d[ai]o?|оставил[аи]?|сообщил[аи]?|указал[аи]?|назвал[аи]?|да(?:л[аи]?|[её]т)) [^.;!?]{0,40}$|^[^\p{L}]*(?:facilita|aporta|deja|proporciona|facilitó|aportó|dejó|оставила?|сообщила?) [^.;!?]{0,40}$",
    )
});

/// Whose a thing is that is called the girl's, or the victim's, in the words before it: the only one who is told to be harmed,
/// in the sentence or the one before.
fn of_harmed<'m>(ties: &Ties<'_, 'm>, lead: Span) -> Option<&'m Mention> {
    if belongings::protects(ties.scene.at(lead)).is_none()
        && !(ties.scene.may(&GIVES) && GIVES.is_match(ties.scene.at(lead)))
    {
        return None;
    }
    let harmed = |who: &&'m Mention| ties.harmed.contains(&who.id);
    let here: Vec<&Mention> = ties
        .scene
        .people()
        .filter(|who| who.place.span.end <= lead.end)
        .filter(harmed)
        .collect();
    let near = ties.before.iter().copied().filter(harmed);
    let mut all: Vec<&Mention> = if here.is_empty() {
        near.collect()
    } else {
        here
    };
    if all.is_empty() {
        all.extend(ties.all.iter().copied().filter(harmed));
        let full = all.iter().copied().max_by_key(|who| who.text.len())?;
        let same = |who: &&Mention| full.text.contains(&who.text);
        return all.iter().all(same).then_some(full);
    }
    let first = all.first()?;
    all.iter()
        .all(|who| who.text == first.text)
        .then_some(*first)
}

/// Whether the thing is told to be the person's who stands before it.
fn owns(ties: &Ties<'_, '_>, owner: &Mention, thing: &Mention, row: bool) -> bool {
    let scene = ties.scene;
    let gap = Span::new(
        owner.place.span.end,
        thing.place.span.start.max(owner.place.span.end),
    );
    let words = scene.at(gap);
    match thing.kind {
        MentionKind::Phone => {
            let lead = Span::new(
                scene.sentence.span.start,
                owner.place.span.start.max(scene.sentence.span.start),
            );
            let of_named =
                || OF_NAMED.1.is_match(words) && scene.captures(&OF_NAMED.0, lead).is_some();
            row || NUMBER.is_match(words) || introduced(ties, gap) || of_named()
        }
        // A web address in a row is the firm's as often as the person's; a home or mailbox is his.
        MentionKind::Address => {
            let web = scene.at(thing.place.span).contains("//");
            !web && (row || introduced(ties, gap) || is_home(ties, thing) && HOME.is_match(words))
        }
        _ => introduced(ties, gap) && !keeps(ties, owner),
    }
}

/// Somebody else's paper, right before whoever keeps it: "his passport is with the foreman, X".
static KEPT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:passports?|papers|card|pasaportes?|c[ée]dulas?|documentos?|carn[ée]t?s?|libretas?|(?:загран)?паспорт\p{L}*|документ\p{L}*|удостоверени\p{L}+)(?:$|[^\p{L}])[^.;!?]{0,40}?(?:^|[^\p{L}])(?:with|(?:held|kept|taken) by|at|у|con|en (?:poder|manos) del?|(?:lo|la) (?:tiene|guarda|retiene)|retenid[oa] por|забрал[аи]?|отобрал[аи]?|держит) (?:[\p{Ll}-]+,? ){0,3}$",
    )
});

/// Whether the paper told before a name is another's, which its bearer keeps.
fn keeps(ties: &Ties<'_, '_>, owner: &Mention) -> bool {
    let scene = ties.scene;
    let start = scene.sentence.span.start;
    let lead = Span::new(start, owner.place.span.start.max(start));
    scene.captures(&KEPT, lead).is_some()
}

/// Whether an address is a postal one.
fn is_home(ties: &Ties<'_, '_>, thing: &Mention) -> bool {
    let words = ties.scene.at(thing.place.span);
    words.contains(' ') && !words.contains('@')
}

/// Whether only particulars, and words that introduce them, stand in the gap.
fn introduced(ties: &Ties<'_, '_>, gap: Span) -> bool {
    let scene = ties.scene;
    if gap.len() > REACH {
        return false;
    }
    let particular = |mention: &&Mention| {
        !matches!(mention.kind, MentionKind::Person | MentionKind::Role)
            && gap.contains(mention.place.span)
    };
    let mut at = gap.start;
    let mut strange = 0;
    for mention in scene.mentions.iter().filter(particular) {
        let before = Span::new(at, mention.place.span.start.max(at));
        strange += unknown(scene.at(before));
        at = at.max(mention.place.span.end);
    }
    strange + unknown(scene.at(Span::new(at, gap.end))) <= STRANGE
}

/// How many names of towns and the like may stand among the particulars.
const STRANGE: usize = 3;

/// How many words with a capital introduce no particular; one in small letters counts as too many. Numbers do not matter.
fn unknown(words: &str) -> usize {
    let word = |letter: char| !letter.is_alphanumeric();
    words
        .split(word)
        .filter(|word| !word.is_empty() && !word.chars().all(|letter| letter.is_ascii_digit()))
        .filter(|word| !WORDS.contains(&fold(word).as_str()))
        .map(|word| {
            if word.starts_with(char::is_uppercase) {
                1
            } else {
                STRANGE + 1
            }
        })
        .sum()
}
