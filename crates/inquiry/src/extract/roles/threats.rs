//! Who is threatened: "received death threats", "amenazaron a X", «X угрожали». A court that may punish him threatens nobody.

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::extract::whom::cues::THREATENS_RU;
use model::{Mention, Span};
use std::sync::LazyLock;

/// Whoever stands before gets threats.
static GETS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,60},)?(?:,? (?:who|que|quien|котор\p{L}+))?(?: (?:had|has|have|also|since|later|then|been|recently|repeatedly|ha|han|había|también|luego|уже|также|тоже|потом|неоднократно|стала?|начала?|\p{L}+ly|\p{L}+mente))* (?P<cue>",
        r"(?:receiv(?:ed|es|ing)|got|gets|getting|fac(?:ed|es|ing))(?: [\p{L}-]+){0,3}? threats?",
        r"|(?:recib(?:ió|e|ía|ieron|ido|iendo)|sufri(?:ó|eron|do))(?: \p{L}+){0,3}? amenazas?|(?:es|era|fue|sido) (?:objeto|blanco) de (?:\p{L}+ )?amenazas",
        r"|получ(?:ил[аи]?|ал[аи]?|ает|ают|ать)(?: \p{L}+){0,3}? угроз\p{L}*|подверг\p{L}+(?: \p{L}+)? угрозам",
        r")(?:$|[^\p{L}])",
    ))
});

/// The same of a Russian name in the dative.
static TO_WHOM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^,?(?: (?:тоже|также|потом|затем|теперь|не раз|по телефону|письмами|\p{{L}}+о))* (?P<cue>{THREATENS_RU}|поступа(?:ли|ют) угрозы|(?:при|по)шли угрозы)(?:$|[^\p{{L}}])"
    ))
});

/// Whoever stands behind is threatened.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?P<cue>",
        r"threaten(?:ed|ing|s)|threats (?:against|to|aimed at|directed at|made against)|threat against",
        r"|amenaz(?:ó|aron|aba|aban|ado|ar|ando|ara)(?: (?:de muerte|por teléfono|también|luego|después))? al?|amenazas (?:de muerte |telefónicas )?(?:contra|al?|hacia|dirigidas al?)",
        r"|(?P<ru>угрожа(?:л[аи]?|ет|ют|ть)|пригрози(?:л[аи]?|ть))|угроз\p{L}* (?:в адрес|в отношении|против)",
        r")(?P<who>(?: [\p{Ll}-]+){0,4}),? $",
    ))
});

/// Whoever stands behind is whom a threat, or what somebody said he would do, is to harm: "threatened to kill her mother, X",
/// "amenazaron con matar a su madre, X", «угрожали убить X», «расправой над её матерью, X».
static TO_HARM: LazyLock<Pattern> = LazyLock::new(|| {
    const KILL: &str = r"kill|hurt|harm|beat(?: up)?|murder|attack|rape|shoot|stab|burn|maim|kidnap|abduct|go after|come after|come for|find|get|cut|drown|bury|do something to";
    const MATAR: &str = r"matar|golpear|lastimar|dañar|herir|violar|quemar|secuestrar|asesinar|agredir|degollar|hacerle (?:daño|algo)|hacer(?:les)? daño|ir por|buscar|raptar";
    const UBIT: &str = r"убить|убьют|убь[её]т|избить|изобьют|изобь[её]т|зарезать|зарежут|зарежет|покалечить|покалечат|изнасиловать|изнасилуют|похитить|похитят|сжечь|сожгут|застрелить|застрелят|найти|найдут|расправиться с|расправятся с|расправится с|навредить|навредят|тронуть";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>threat(?:en\p{{L}}*|s?) (?:(?:her|him|me|them|us) )?(?:to |that (?:they|he|she) (?:would|will) )(?:{KILL})|(?:would|['’]d|will|['’]ll|going to) (?:kill|hurt|harm|beat|murder|rape|shoot|burn)|amenaz\p{{L}}+ (?:con|de) (?:{MATAR})(?: a)?|(?:mat|golpe|lastim|viol|quem|secuestr|asesin)ar(?:ían?|án?) a|(?:iban?|van?) a (?:{MATAR}) a|(?:le|les) (?:pasaría|pasará|iba a pasar|va a pasar) algo a|угро(?:жа\p{{L}}+|з\p{{L}}+)(?: (?:ей|ему|мне|им))?(?:,? (?:что )?)?(?:{UBIT})|(?:убьют|убь[её]т|изобьют|изобь[её]т|зарежут|расправятся с|расправится с)|(?:обеща|грози|собира|покля)\p{{L}}+ (?:{UBIT})|расправ\p{{L}}+ (?:над|с)|угро(?:жа\p{{L}}+|з\p{{L}}+) (?:\p{{L}}+ )?(?:расправ\p{{L}}+|убийств\p{{L}}+|смерт\p{{L}}+))(?P<who>(?: [\p{{Ll}}-]+){{0,4}}),? $"
    ))
});

/// Whoever stands before is to be harmed: "X would be hurt", "a X la matarían", «X убьют».
static TO_BE_HARMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,60})?,?(?: (?:and|y|и) [\p{L} ]{2,40})? (?P<cue>(?:would|will|could|might|was going to|were going to|is going to) be (?:hurt|harmed|killed|beaten|murdered|attacked|raped|shot|burned|kidnapped)|would (?:die|suffer|pay for it|regret it)|(?:sería|será|serían|iba a ser) (?:asesinad|golpead|violad|atacad|secuestrad|quemad)[oa]s?|(?:moriría|morirá|lo pagaría|lo pagará|sufriría)|(?:la|lo|los|las) (?:matarían?|matarán?|iban a matar|golpearían)|(?:убьют|изобьют|зарежут|покалечат|изнасилуют|похитят|сожгут)|(?:будет|будут) (?:убит|избит)[аы]?|(?:не поздоровится|придётся плохо|пожалеет))(?:$|[^\p{L}])",
    )
});

/// Who is to be told that somebody knows where his people live: "tell X we know where", "dile a X que sabemos dónde", «передай X,
/// что мы знаем, где».
static WE_KNOW: LazyLock<(Regex, Pattern)> = LazyLock::new(|| {
    (
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:(?:tell|remind|warn)|(?:d[ií]le|d[ií]gan?le|decile|decirle|av[ií]sa(?:n)?le|recu[eé]rda(?:n)?le) a(?: (?:la|el))?|(?:скажи|передай|напомни)(?:те)?) $",
        ),
        Pattern::new(
            r"(?i)^,? (?:(?:that|que|что) )?(?P<cue>(?:we|I|they) know where|(?:sabemos|sé|saben) d[óo]nde|(?:(?:мы|я) )?(?:знаем|знаю|знают),? где)(?:$|[^\p{L}])",
        ),
    )
});

/// What makes "would be hurt" a threat, anywhere in the sentence.
static TOLD_SO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:threat\p{L}*|warn(?:ed|ing|s)|told|said|says|swore|vowed|if|unless|or else|amenaz\p{L}*|advirti\p{L}+|dij(?:o|eron)|jur(?:ó|aron)|si|угр[ао]\p{L}+|предупре\p{L}+|сказал\p{L}*|обещал\p{L}*|говорил\p{L}*|если|иначе|клял\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Words between a verb and a name that make the name somebody else's: "threatened to sue X".
const OTHERS: [&str; 21] = [
    "of", "to", "by", "with", "and", "or", "if", "that", "con", "de", "por", "que", "si", "y",
    "со", "с", "из", "и", "что", "от", "за",
];

/// What the law or an employer may do to somebody, as what he is threatened with.
static BY_LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? (?:(?:with|con|по|в) )?(?:[\p{L}]+ ){0,2}?(?:arrest|prosecution|charges?|jail|prison|legal|lawsuits?|court|dismissal|the sack|sanctions?|expulsion|suspension|fines?|deportation|demandar\p{L}*|demandas?|denunciar\p{L}*|cárcel|prisión|acciones|querellas?|despi[dr]\p{L}*|sanci\p{L}+|juicio|multas?|судом|иском|арестом|тюрьм\p{L}+|увольнением|штраф\p{L}*|уголовн\p{L}+|срок\p{L}*|(?:наказание|лишение)\p{L}*)(?:$|[^\p{L}])",
    )
});

/// Where the words around a name say that its bearer is threatened, and whether they tell who does it.
pub(super) fn told(
    scene: &Scene<'_>,
    mention: &Mention,
    left: Span,
    right: Span,
) -> Option<(Span, bool)> {
    let own = mention.place.span;
    if let Some(cue) = scene.cue(&GETS, right) {
        return Some((cue, false));
    }
    let tail = scene.rest(own.end);
    let dative = order::is_dative(mention);
    if let Some(cue) = scene.cue(&TO_WHOM, right).filter(|_| dative) {
        let rest = scene.at(Span::new(cue.end, tail.end.max(cue.end)));
        return (!BY_LAW.is_match(rest)).then_some((cue, true));
    }
    let lead = ending(scene.at(left));
    let left = Span::new(left.end - lead.len(), left.end);
    if let Some(cue) = scene
        .cue(&WE_KNOW.1, right)
        .filter(|_| WE_KNOW.0.is_match(lead))
    {
        return Some((cue, true));
    }
    if let Some(cue) = harm_to(scene, mention, left, right) {
        return Some((cue, true));
    }
    let hit = scene.captures(&BEFORE, left)?;
    let cue = hit.name("cue")?;
    let between = hit.name("who").map_or("", |who| who.as_str());
    let another = between
        .split_whitespace()
        .any(|word| OTHERS.contains(&word));
    let of_it = scene.at(tail).starts_with(['\'', '’']);
    let subject = hit.name("ru").is_some() && !dative;
    let harm = !another && !of_it && !subject && !BY_LAW.is_match(scene.at(tail));
    harm.then(|| (within(left, cue), true))
}

/// Whoever gets threats in a Spanish sentence, or a Russian one, that leaves its subject to the sentence before, which
/// names one person: "Recibió amenazas de muerte".
pub(super) fn of_subject<'a>(
    scene: &Scene<'a>,
    near: &[&'a Mention],
) -> Option<(&'a Mention, Span)> {
    static BARE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)^[^\p{L}]*(?:(?:desde entonces|luego|después|también|ella|él|además|por eso|потом|затем|она|он|тогда),? )*(?P<cue>(?:ha |había )?recib(?:ió|e|ía|ido)(?: \p{L}+){0,3}? amenazas|получ(?:ил|ал|ает)а?(?: \p{L}+){0,3}? угроз\p{L}*|угрозы (?:она|он) получ\p{L}+)(?:$|[^\p{L}])",
        )
    });
    let cue = scene.cue(&BARE, scene.sentence.span)?;
    let first = near.first().filter(|who| who.place.part == scene.part)?;
    near.iter()
        .all(|who| who.text == first.text)
        .then_some((*first, cue))
}

/// Where somebody threatens to harm whoever bears the name, or says that harm will come to him.
fn harm_to(scene: &Scene<'_>, mention: &Mention, left: Span, right: Span) -> Option<Span> {
    let (subject, object) = order::roles_of(mention);
    if let Some(cue) = scene.cue(&TO_BE_HARMED, right) {
        let told = TOLD_SO.is_match(scene.words());
        let russian = scene.at(cue).chars().any(|c| ('а'..='я').contains(&c));
        let passive = ["буд", "не ", "при", "пож"]
            .iter()
            .any(|stem| scene.at(cue).starts_with(stem));
        let fits = !russian || if passive { true } else { object };
        return (told && fits).then_some(cue);
    }
    let hit = scene.captures(&TO_HARM, left)?;
    let between = hit.name("who").map_or("", |who| who.as_str());
    let another = between
        .split_whitespace()
        .any(|word| OTHERS.contains(&word));
    let cue = hit.name("cue")?;
    // «Угрожал убить Иван Петров»: who threatens stands in the nominative.
    let russian = cue.as_str().chars().any(|c| ('а'..='я').contains(&c));
    let acts = russian && subject && !object;
    let of_it = scene
        .at(scene.rest(mention.place.span.end))
        .starts_with(['\'', '’']);
    // "Her they threatened to kill X": the threat itself is told of whom the pronoun means.
    let threat = is_threat(cue.as_str().split(' ').next().unwrap_or_default());
    let from = cue.as_str().find(' ').filter(|_| threat);
    let start = left.start + cue.start() + from.map_or(0, |space| space + 1);
    (!another && !acts && !of_it).then(|| Span::new(start, left.start + cue.end()))
}

/// Whether the words behind a threat say that it is one of the law, or of an employer: "with prison".
pub(in crate::extract) fn is_lawful(behind: &str) -> bool {
    BY_LAW.is_match(behind)
}

/// Whether the words of a cue are those of a threat to somebody else than who speaks.
pub(in crate::extract) fn is_threat(words: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:threat|amenaz|угр[ао]|пригро|запуг|intimid|would|will|going to|['’]ll|['’]d|could|might|mat|расправ|уби|убь|будет|будут)|^(?:to|that|con|de|her|him|them|us|ей|ему|им|что) |^(?:избить|зарезать|покалечить|изнасиловать|похитить|сжечь|застрелить|найти|навредить|обеща|грози)",
        )
    });
    static OWN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:^|[^\p{L}])(?:me|I|мне|меня)(?:$|[^\p{L}])"));
    WORDS.is_match(words) && !OWN.is_match(words)
}
