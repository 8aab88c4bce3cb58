//! Who is offered work in a talk: one offers it, another asks what it pays or says yes. Whoever is lured so tells of no harm yet.
//! Stands below the stages.

use crate::alphabet::{Regex, pattern};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Work, or a journey, that is offered to whoever reads.
static OFFERS: LazyLock<Regex> = LazyLock::new(|| {
    const EN: &str = r"(?:there(?:['’]?s| is| are)|(?:we|i)(?:['’]ve)? (?:have|got|offer|need)|(?:we|i)(?:['’]m|['’]re| am| are) (?:looking for|hiring)|looking for|hiring|u want|you want|would you like|interested in) (?:[\p{L}-]+ ){0,4}?(?:jobs?|work|vacanc(?:y|ies)|positions?|contract|waitress(?:es)?|hostess(?:es)?|cleaners?|maids?|nann(?:y|ies)|models?|dancers?|pickers?|staff|to earn)|(?:we|i)(?:['’]ll| will| can)? (?:pay|cover|arrange|handle|sort out|sort|buy|book|send|do) (?:for )?(?:the |your |ur |all |a )*(?:tickets?|flights?|visas?|travel|fare|passage|papers|documents)|(?:you|u) (?:can )?(?:earn|make|get|pay (?:it |us )?back)";
    const ES: &str = r"(?:tenemos|tengo|hay|buscamos|busco|necesitamos|necesito|ofrecemos|ofrezco|consigo|quer[eé]s|quieres|te interesa)(?: [\p{L}-]+){0,3}? (?:trabaj(?:o|ar)|empleos?|vacantes?|puestos?|contratos?|meseras?|camareras?|niñeras?|modelos?|edecanes|bailarinas|ganar)|(?:te |le )?(?:pagamos|pago|cubrimos|mandamos|compramos|sacamos|arreglamos|tramitamos)(?: nosotros)? (?:el |tu |su |los |la |todos )*(?:pasajes?|boletos?|vuelos?|viajes?|visas?|papeles|billetes?)|(?:ganas|ganar[íi]as|vas a ganar)";
    const RU: &str = r"(?:есть|имеется|имеются|предлага(?:ем|ю)|ищем|ищу|нужн[аоы]|требу(?:ется|ются)|набираем|хочешь|хотите|интересует) (?:\S+ ){0,3}?(?:работ|ваканс|подработ|заработ|контракт|горничн|официант|нян|модел|танцовщиц|сиделк|сборщи)\p{L}*|(?:билет|виз|дорог|проезд|перел[её]т|про[её]зд|жиль)\p{L}* (?:за )?(?:наш|мой) сч[её]т|за наш сч[её]т|(?:оплатим|оплачу|оплачиваем|купим|куплю|оформим|сделаем) (?:\S+ )?(?:билет|виз|дорог|проезд|перел[её]т|загран|документ)\p{L}*";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{EN}|{ES}|{RU})(?:$|[^\p{{L}}])"
    ))
});

/// Somebody else to whom it is to be offered, or of whom two talk.
static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:tell|offer|promise|told|say to) (?:her|him|them|the|this|these)|for (?:her|him|them|the (?:new )?(?:girls?|one))(?:$|[^\p{L}])|d[ií](?:le|les|ga(?:le|les)|ganles?)(?:$|[^\p{L}])|ofr[eé]cel|prom[eé]tel|para (?:ella|ellas|ellos|la nueva|las chicas|las nuevas)|(?:скажи|скажите|передай|предложи|пообещай|напиши) (?:ей|им|ему|этой|девочк|девчонк|девушк|новеньк)|для (?:не[её]|них|новеньк|девочек|девушек)",
    )
});

/// The one who reads is spoken to.
static TO_YOU: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:you|u|your|ur|te|tu|tus|ti|usted|vos|contigo|ты|тебе|тебя|вы|вам|вас|твой|твои|ваш|ваши|здравствуйте)(?:$|[^\p{L}])",
    )
});

/// What somebody asks or says who is offered work.
static APPLIES: LazyLock<Regex> = LazyLock::new(|| {
    const EN: &str = r"how much|what(?:['’]?s| is| are)? (?:the |kind of |sort of )?(?:work|job|pay|hours|salary|wages?|papers|documents)|do i (?:need|have to|get|pay)|(?:when|where|how) (?:can|do|would|will|could) i|i(?:['’]m| am) (?:\p{L}+ )?interested|i(?:['’]d| would) (?:like|love)|i (?:agree|accept|need (?:a |the |this )?(?:job|work|money)|can (?:start|come|cook|clean))|is it (?:safe|legal|real|far)|sounds good|ask my";
    const ES: &str = r"cu[aá]nto (?:pagan|es|ganar|se gana|me)|(?:me|s[ií] me) interesa|qu[eé] (?:trabajo|papeles|documentos|tengo que|hay que)|(?:necesito|quiero) (?:el |un |ese )?(?:trabajo|trabajar|ir)|(?:cu[aá]ndo|d[oó]nde) (?:empiezo|ser[íi]a|es|puedo|tengo)|de qu[eé] (?:es|se trata)|es seguro|acepto|me apunto|le pregunto a mi|tengo que preguntar";
    const RU: &str = r"сколько (?:плат|получ|зарплат|стоит|буд|выход)\p{L}*|какая (?:зарплата|работа|оплата)|что (?:нужно|надо|за работа)|мне (?:интересно|подходит|нужна работа|нужны деньги)|я (?:согласна|согласен|хочу|готова|готов|подумаю)|когда (?:начинать|выезжать|ехать|можно)|(?:какие|нужны ли) документы|это (?:законно|безопасно|легально)|спрошу у|посоветуюсь";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{EN}|{ES}|{RU})(?:$|[^\p{{L}}])"
    ))
});

/// The labels of those who are offered work in a talk; of each turn its label and its words are given, in order.
pub(crate) fn labels(turns: &[(String, &str)]) -> BTreeSet<String> {
    let offers = |words: &str| OFFERS.is_match(words) && !OF_OTHERS.is_match(words);
    let Some(first) = turns.iter().position(|(_, words)| offers(words)) else {
        return BTreeSet::new();
    };
    let offering: BTreeSet<&String> = turns
        .iter()
        .filter(|(_, words)| OFFERS.is_match(words))
        .map(|(label, _)| label)
        .collect();
    // "You pay it back later": whoever else writes there is the one to whom it is offered.
    let spoken_to = turns[first..]
        .iter()
        .any(|(label, words)| offering.contains(label) && offers(words) && TO_YOU.is_match(words));
    turns[first..]
        .iter()
        .filter(|(label, words)| {
            !offering.contains(label) && (spoken_to || APPLIES.is_match(words))
        })
        .map(|(label, _)| label.clone())
        .collect()
}
