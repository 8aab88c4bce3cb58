//! Words around a cue that hedge it, deny it, take it back or leave it open, in three languages.

use crate::alphabet::{Regex, pattern};
use crate::extract::needs::Pattern;
use model::Certainty;
use std::sync::LazyLock;

/// Marks that end a clause, and words that open one.
pub(super) static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[;:]\s|[—–]\s|,\s(?:but|while|although|though|and|which|who|whom|whose|because|pero|mientras|aunque|y|que|quien|porque|sino|но|а|и|котор\w+|хотя|что|где|когда)\s|\s(?:but|pero|sino|но)\s|\s(?:that|que|что)\s|[»”\x22],?\s",
    )
});

pub(super) static HEDGES: LazyLock<Vec<(Pattern, Certainty)>> = LazyLock::new(|| {
    [
        (r"(?i)(?:^|\W)(?:(?-i:may)|might|could|possibly|perhaps|maybe|appears? to|puede|podr[ií]an?|quiz[áa]s?|tal vez|может|могут|возможно|вероятно)(?:\W|$)", Certainty::Possible),
        (r"(?i)(?:^|\W)(?:believed|thought to|considered to be|se cree|se considera|считается|полагают|предположительно)(?:\W|$)", Certainty::Believed),
        (r"(?i)(?:^|\W)(?:alleged|allegedly|accused of|accus(?:es?|ed) [^,.;]{1,60}? of|accuses? of|suspected|suspect|presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|acusad[oa]s? de|acus(?:ó|a|aron|an) [^.;]{0,60}?de|sospechos[oa]s? de|якобы|предполагаем\w+|подозревае\w+|обвиняем\w+ в|обвиня(?:ет|ют|л[аи]?) в|подозрева(?:ет|ют|л[аи]?) в)(?:\W|$)", Certainty::Alleged),
        (r"(?i)(?:^|\W)(?:claims?|claimed|insists?|insisted|purported|asegur[aóa]\w*|sostiene|sostuvo|утвержда\w+|уверя\w+)(?:\W|$)", Certainty::Claimed),
        (r"(?i)(?:^|\W)(?:reportedly|is said to|are said to|rumou?red|al parecer|según trascendió|habr[ií]an?|как сообщается|по некоторым данным|по слухам|dicen que|говорят, что)(?:\W|$)", Certainty::Reported),
    ]
    .into_iter()
    .map(|(text, certainty)| (Pattern::new(text), certainty))
    .collect()
});

/// A saying that did not come about, with the clause that it would have had.
pub(super) static UNSAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:not|never|n[’']t)(?: yet)? (?:say|said|confirm|confirmed|state|stated|announce|announced|claim|claimed|disclose|disclosed|clear|known|(?:been )?(?:told|informed|notified|advised))(?: (?:\p{L}+ ){0,2}?)?(?:that|whether|if)|\bno (?:(?:ha|han|había|habían|se|lo|les?) )?(?:dij(?:o|eron)|dicho|dice|confirm(?:ó|aron|ado|a)|inform(?:ó|aron|ado)|precis(?:ó|aron|ado)|afirm(?:ó|aron|ado)|sabe|está claro|sido (?:informad[oa]s?|notificad[oa]s?|avisad[oa]s?)(?: de)?)(?: \p{L}+){0,2}? (?:que|si)|не (?:сказал|говорил|сообщ[аи]л|подтвердил|подтверждал|заявлял|заявил|утверждал|уточнил|известно|ясно|(?:был[аио]? )?(?:проинформирован|уведомлен|уведомл[её]н|извещ[её]н))[аыио]?,? (?:что|ли))\s[^.;]*$",
    )
});

/// A report that nobody calls false, up to a cue: "did not dismiss as false the report that". It is not affirmed by that.
pub(super) static UNDENIED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:\b(?:not|never)|n[’']t|\b(?:refused|declined) to)(?: \p{L}+ly)? (?:dismiss|reject|den(?:y|ied)|refute|dispute|call|brand|label|term|describe|denounce|deem|consider)\p{L}*\s[^.;]{0,100}?(?:\b(?:reports?|claims?|allegations?|accusations?|stor(?:y|ies)|rumou?rs?|suggestions?|assertions?|statements?|versions?|accounts?|lies?|false|untrue|fabricat(?:ed|ion)))(?:,? of [^.;]{0,40}?)? that|\bno (?:(?:ha|han|había|habían|se|lo|la|quiso|quisieron) )?(?:rechaz|desestim|desech|descart|desmint|desmient|refut|tild|calific|tach|llam|neg|nieg|consider)\p{L}*\s[^.;]{0,100}?\b(?:versi|notici|informaci|rumor|denunci|afirmaci|declaraci|reporte|relato|acusaci|señalamiento|testimoni|fals|mentira|bulo|infundad)\p{L}* (?:de )?que|не (?:стал\p{L}* )?(?:назв|назыв|отверг|отмел|опроверг|сч[её]л|сочл|объяв|отриц)\p{L}*\s[^.;]{0,100}?(?:сообщени|слух|утверждени|обвинени|информаци|заявлени|сведени|публикаци|новост|верси|рассказ|показани|лож|неправд|выдумк|вымыс|фейк)\p{L}*(?: о том)?, (?:что|будто))\s[^.;]*$",
    )
});

/// What says behind a report that nobody called it false.
pub(super) static UNDENIED_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:was|were|is|are|has|have|had)(?:n['’]t| not| never)(?: been)? (?:dismissed|rejected|denied|refuted|disputed|called|branded|label\p{L}+|described|denounced)\b|\bno (?:fue|fueron|ha sido|han sido) (?:rechazad|desmentid|desestimad|descartad|tildad|calificad|negad)[oa]s?\b|не (?:был\p{L}* )?(?:опроверг|отверг|отвергнут|назва)\p{L}*)",
    )
});

pub(super) static NEGATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:not|never|no|nobody|none|without|n't|isn't|wasn't|weren't|hasn't|hadn't|haven't|didn't|doesn't|neither|nor|nunca|jamás|tampoco|sin|ni|nadie|ningún|ninguna|не|никогда|никто|без|ни|нет)(?:\s[\p{L}']+){0,2}\s*$|(?:^|\W)(?:no longer|denie[sd]|deny|denying|nieg\w+|neg(?:[óo]|aron|aba|aban|ar|ado)|desm(?:int|ient)\w+|rechaz\w+|(?:rule[sd]?|ruling) out|descart\w+|excluy\w+|отрица\w+|опроверг\w*|отверг\w*|исключ\w+),?\s(?:[^.;]{0,80}\s)?$",
    )
});

/// An acquittal, up to the deed that it is about.
pub(super) static CLEARED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:acquit(?:s|ted|ting|tal)?|clear(?:s|ed|ing)?|exonerat(?:es|ed|ing)|not guilty|innocent|(?:falsely|wrongly|wrongfully) (?:accused|charged|convicted|suspected)|absuel(?:t[oa]s?|ven?)|absolvi(?:ó|eron|endo)|absolver|exoner(?:ó|aron|ad[oa]s?)|exculp(?:ó|aron|ad[oa]s?)|inocentes?|(?:acusad[oa]s?|señalad[oa]s?|imputad[oa]s?) (?:falsa|injusta)mente|(?:falsa|injusta)mente (?:acusad[oa]s?|señalad[oa]s?)|оправда(?:л\p{L}?|н\p{L}?|ть|нн\p{L}+)|невинов\p{L}+|(?:ложно|несправедливо|напрасно) (?:обвин\p{L}+|заподозр\p{L}+|осужд\p{L}+)) [^.;]{0,80}$",
    )
});

/// What calls false what follows it, up to a cue.
pub(super) static FALSE_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:^|\W)(?:false|untrue|not true|not the case|a lie|n['’]t true) that|(?:^|\W)(?:falso|mentira|no (?:es|era|sea) (?:cierto|verdad)|una mentira|un bulo) (?:de )?que|(?:неправда|ложь|неверно|не правда|выдумка|не соответствует (?:действительности|истине))(?: то)?, (?:что|будто))\s(?:[^.;]{0,160}\s)?$",
    )
});

/// A statement that goes on over a cue, and what calls it false behind the cue.
pub(super) static STATEMENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:^|\W)(?:claims?|charges?|counts?|complaints?|evidence|proof|allegations?|reports?|statements?|accusations?|rumou?rs?|assertions?|stor(?:y|ies)) that|(?:^|\W)(?:afirmaci[óo]n(?:es)?|acusaci[óo]n(?:es)?|versi[óo]n(?:es)?|informaci[óo]n(?:es)?|noticias?|rumor(?:es)?|denuncias?|cargos?|imputaci[óo]n(?:es)?|pruebas?) de que|(?:утверждени|сообщени|информаци|обвинени|слух|заявлени|сведени|доказательств)\p{L}*(?: (?:о|в) том| того| тому)?, что)\s(?:[^.;]{0,120}\s)?$",
    )
});
pub(super) static FALSE_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:is|are|was|were|proved|turned out) (?:\p{L}+ly |to be )?(?:false|untrue|incorrect|unfounded|fabricated|a lie|not true)\b|\b(?:es|son|era|eran|resultó|resultaron) (?:\p{L}+mente )?(?:fals[oa]s?|mentiras?|inciert[oa]s?|infundad[oa]s?)\b|не соответству[ею]т (?:действительности|истине)|(?:оказал\p{L}+|является|это) (?:ложью|ложь|неправдой|неправда)|ложн\p{L}+)",
    )
});

/// A charge or claim that is taken back, or for which there is nothing, up to a cue.
pub(super) static UNSUPPORTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?:",
        r"(?:drop(?:s|ped|ping)?|withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|abandon(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|threw out|thrown out|took back|taken back|recant(?:s|ed)?|reject(?:s|ed)?|quash(?:ed)?|struck out) (?:[\p{L}'’]+ ){0,3}(?:charges?|claims?|allegations?|accusations?|counts?|complaints?|suggestions?|statements?|testimony)(?: against [^,.;]{1,40}?)? (?:that|of|for)",
        r"|(?:no|not any|not enough|n['’]t any|n['’]t enough|insufficient|lack of|absence of|without|any|sufficient|nor) (?:\p{L}+ )?(?:evidence|proof|grounds?|basis|indication|sign)(?: (?:to (?:show|suggest|prove|support|believe)|whatsoever|at all|either|(?:was|were|has been|had been) (?:found|presented|offered|given|shown)))?(?: the (?:claim|allegation|charge|suggestion)s?)? (?:that|of)",
        r"|(?:never|not|n['’]t|fail(?:s|ed) to|unable to|could not)(?: been| be)? (?:prove[dn]?|substantiate[d]?|established?|shown?) that",
        r"|(?:retir|desestim|archiv|desech|descart|abandon|anul|sobrese)\p{L}+ (?:\p{L}+ ){0,3}(?:acusaci[óo]n(?:es)?|cargos?|denuncias?|imputaci[óo]n(?:es)?|querella|afirmaci[óo]n|alegaci[óo]n|declaraci[óo]n|versi[óo]n)(?: contra [^,.;]{1,40}?)? (?:de(?: que)?|por)",
        r"|(?:desisti|retract)\p{L}+ (?:\p{L}+ ){0,4}de que",
        r"|(?:no (?:hay|hubo|había|existen?|existían?|se (?:halló|hallaron|encontró|encontraron|presentaron)|tienen?|tenía|encontró|halló)|sin|falta de|ausencia de|insuficientes) (?:\p{L}+ )?(?:pruebas?|evidencias?|indicios?|base|fundamento)(?: alguna?| suficientes?)? (?:de )?que",
        r"|no (?:se )?(?:probó|demostró|acreditó|pudo (?:probar|demostrar|acreditar)(?:se)?) que",
        r"|(?:снял|сняла|сняли|сняло|снимает|снимают|отозвал|прекратил|отклонил|отказал\p{L}*)(?:а|и|о|ся|ась|ось|ись)? (?:\p{L}+ ){0,3}(?:обвинени|показани|заявлени|утверждени|жалоб)\p{L}*(?: (?:с|против|от) [^,.;]{1,40}?)?(?: в том| о том)?, (?:что|будто)",
        r"|(?:нет|не было|недостаточно|без|не (?:нашл|наш[её]л|обнаруж|представ|получ)\p{L}*) (?:\p{L}+ ){0,2}?(?:доказательств\p{L}*|улик|данных|свидетельств|подтверждени[йея]|оснований)(?: (?:того|тому|полагать|считать))?, (?:что|будто)",
        r"|не (?:доказа|подтверди|установ)\p{L}+(?: \p{L}+)?(?: то)?, (?:что|будто)",
        r")\s(?P<rest>[^.;]{0,160})$",
    ))
});

/// A claim that goes on over a cue, and what says behind the cue that it was taken back.
pub(super) static TAKEN_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:is|are|was|were|has been|have been|had been) (?:\p{L}+ly |later |then |since )?(?:dropped|withdrawn|retracted|dismissed|thrown out|abandoned|rejected|quashed|recanted|unproven|unsupported|never proved)\b|\b(?:fue|fueron|ha sido|han sido|quedó|quedaron) (?:\p{L}+mente |luego )?(?:retirad|desestimad|archivad|rechazad|descartad|desechad)[oa]s?\b|\bse retir(?:ó|aron)\b|\b(?:был[оаи]? )?(?:снят|отозван|прекращ[её]н|отклон[её]н|отвергнут)[оаы]?(?:[^\p{L}]|$)|, (?:нет|не было|не нашли|не найдено)(?:[^\p{L}]|$))",
    )
});

/// "did not drop": what stands before words of taking back, and undoes them.
pub(super) static KEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:no|not|n['’]t|never|nunca|не)(?:\s(?:ha|han|había|se|yet|ever))?$",
    )
});

/// Where a sentence turns to what is said for sure.
pub(super) static TURNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),? (?:but|although|while|pero|aunque|mientras|но|хотя) |, (?:who|which|quien|and (?:[^t]|t[^h])|y (?:[^q]|q[^u])|котор\p{L}+) ?",
    )
});

pub(super) static CONDITIONAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:if|unless|whether|in case|could|might|(?-i:may)|would have|should|were to|si|podr[ií]an?|pued[ae]n?|en caso de|de ser|если|может|могут|мог|могла|бы|в случае|угрожа\w+|threaten\w*|amenaz\w+|fears?|feared|temen?|боит\w+|боял\w+)(?:\s[\p{L}']+){0,4}\s*$",
    )
});
