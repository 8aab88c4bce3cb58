//! Words that make a gap, in three languages. Data.

use model::{GapKind, Language};

/// What the subject of the cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// What is not known ("the names remain undisclosed").
    About,
    /// Who withholds or did not answer ("the ministry declined to comment").
    By,
    /// There is none ("it is not known how many").
    None,
    /// The words are what somebody answers: whoever is named beside them withholds, and only quoted.
    Words,
}

use GapKind::{Promised, Unanswered, Undisclosed, Unknown, Unverified};
use Language::{En, Es, Ru};

/// Answers that give none, in English, Spanish and Russian: no claim of whoever says them.
pub(in crate::extract) const NO_COMMENT: [&str; 3] = [
    r"no comments?",
    r"sin comentarios|no (?:hay|tengo) comentarios",
    r"без комментариев|комментариев не будет",
];

/// Language, kind, what the subject is, and the words as a pattern.
pub(super) const CUES: &[(Language, GapKind, Subject, &str)] = &[
    (
        En,
        Unverified,
        Subject::By,
        r"(?:(?:would|could|can|has|have|had|will) )?neither (?:confirm(?:s|ed)?|den(?:y|ies|ied)) n?or (?:den(?:y|ies|ied)|confirm(?:s|ed)?)|(?:did not|didn't|would not|wouldn't|does not|doesn't|do not|has not|have not|could not|refused to|declined to) (?:confirm(?:ed)? or den(?:y|ied)|den(?:y|ied) or confirm(?:ed)?)",
    ),
    (
        En,
        Unverified,
        Subject::By,
        r"(?:did not|didn't|does not|doesn't|do not|would not|wouldn't|has not|have not|hasn't|haven't) (?:immediately |yet )?(?:confirm(?:ed)?|verif(?:y|ied))",
    ),
    (
        En,
        Undisclosed,
        Subject::By,
        r"(?:did not|didn't|does not|doesn't|do not|would not|wouldn't|will not|has not|have not) (?:say|said|tell|told|explain|explained) (?:who|whom|what|when|where|why|which|how many|how much|how|whether)",
    ),
    (
        En,
        Undisclosed,
        Subject::About,
        r"(?:remains?|remained|stays?|stayed|(?:is|are|was|were) (?:being )?kept) (?:undisclosed|secret|confidential|classified|under seal|unnamed|anonymous)",
    ),
    (
        En,
        Undisclosed,
        Subject::About,
        r"(?:was|were|is|are|has|have|had|being|been)(?: been)? (?:not(?: yet)? been|not|n't|never been|never) (?:yet )?(?:disclosed|released|revealed|made public|published|named|identified publicly|identified|given|provided|specified|divulged)",
    ),
    (
        En,
        Undisclosed,
        Subject::About,
        r"(?:wasn't|weren't|isn't|aren't|hasn't been|haven't been) (?:disclosed|released|revealed|made public|published|named|specified)",
    ),
    (
        En,
        Undisclosed,
        Subject::By,
        r"(?:did not|didn't|does not|do not|would not|wouldn't|will not|won't|refused to|refuses to|declined to|declines to) (?:disclose|reveal|release|name|identify|specify|give (?:details|names|figures|a figure)|provide (?:details|names|figures|further details)|make public|publish|elaborate|divulge)",
    ),
    (
        En,
        Undisclosed,
        Subject::None,
        r"no (?:further |more |other )?(?:details|information|figures|names) (?:was|were|has been|have been) (?:given|released|available|provided|disclosed|made public)",
    ),
    (
        En,
        Undisclosed,
        Subject::By,
        r"(?:gave|provided|offered|released) no (?:further |more |other )?(?:details|information|figures|names|explanation)",
    ),
    (En, Unanswered, Subject::Words, NO_COMMENT[0]),
    (Es, Unanswered, Subject::Words, NO_COMMENT[1]),
    (Ru, Unanswered, Subject::Words, NO_COMMENT[2]),
    (
        En,
        Unanswered,
        Subject::By,
        r"(?:declined|refused|declines|refuses|has declined|have declined) (?:to say|to comment|to answer|to discuss|to speak|to be interviewed|all comment|comment|requests? for comment|an interview)",
    ),
    (
        En,
        Unanswered,
        Subject::By,
        r"(?:did not|didn't|has not|have not|hasn't|haven't|had not|never) (?:immediately |yet )?(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)? (?:calls|messages|phone calls|requests)|comment(?:ed)?)",
    ),
    (
        En,
        Unanswered,
        Subject::By,
        r"(?:would not|wouldn't|will not|won't) (?:comment|answer|say|discuss)",
    ),
    (
        En,
        Unanswered,
        Subject::By,
        r"(?:could not|couldn't) (?:immediately )?be reached(?: for comment)?|(?:was|were) (?:not |un)available for comment|had no (?:immediate )?comment",
    ),
    (
        En,
        Unverified,
        Subject::About,
        r"(?:could not|couldn't|cannot|can't|can not) (?:immediately )?(?:be )?(?:independently )?(?:be )?(?:verified|confirmed|corroborated|authenticated)(?: independently)?",
    ),
    (
        En,
        Unverified,
        Subject::By,
        r"(?:could not|couldn't|cannot|has not been able to|was unable to|were unable to|has been unable to) (?:immediately |independently )*(?:verify|confirm|corroborate)",
    ),
    (
        En,
        Unverified,
        Subject::About,
        r"(?:has|have|had) (?:not been|never been) (?:independently )?(?:verified|confirmed|corroborated)|remains? (?:unverified|unconfirmed)|(?:was|were|is|are) not (?:independently )?(?:verified|confirmed)",
    ),
    (
        En,
        Unverified,
        Subject::None,
        r"there (?:was|is|has been) no independent (?:confirmation|verification)",
    ),
    (
        En,
        Unknown,
        Subject::None,
        r"it (?:is|was|remains|remained) (?:not (?:yet |immediately |publicly )?(?:known|clear)|unclear|unknown)|it (?:isn't|wasn't) (?:yet |immediately )?(?:known|clear)",
    ),
    (
        En,
        Unknown,
        Subject::About,
        r"(?:is|are|was|were|remains?|remained) (?:still )?(?:not (?:yet |publicly )?known|unknown|unclear)",
    ),
    (
        En,
        Unknown,
        Subject::None,
        r"(?:nobody|no one|no-one) knows|(?:there (?:is|are|was|were) )?no (?:reliable |official |exact )(?:figures?|data|information|count) (?:on|about|of|for|exists?)",
    ),
    (
        En,
        Unknown,
        Subject::By,
        r"(?:do not|don't|does not|doesn't|did not|didn't) know (?:how many|how much|who|where|what|when|whether|why|which)|(?:has|have|had) no (?:information|data|knowledge)",
    ),
    (
        En,
        Promised,
        Subject::By,
        r"(?:will|would|is to|are to|plans to|plan to|intends to|has promised to|have promised to|promised to|pledged to|vowed to|expects to) (?:soon |later |shortly )?(?:publish|release|disclose|make public|reveal|announce|present|provide|name)",
    ),
    (En, Promised, Subject::By, r"(?:promised|pledged) that"),
    (
        Es,
        Unverified,
        Subject::By,
        r"(?:no|ni) (?:lo |la |los |las )?(?:ha |han |había |quiso |quisieron |pudo )?(?:confirm(?:ó|aron|a|an|ado|ar)|desm(?:intió|intieron|iente|ienten|entido|entir)|neg(?:ó|aron|ado|ar)|niegan?|rechaz(?:ó|aron|ado|a|an)) (?:ni|o) (?:ha |han )?(?:confirm(?:ó|aron|a|an|ado|ar)|desm(?:intió|intieron|iente|ienten|entido|entir)|neg(?:ó|aron|ado|ar)|niegan?|rechaz(?:ó|aron|ado|a|an))",
    ),
    (
        Es,
        Unverified,
        Subject::By,
        r"no (?:ha |han )?confirm(?:ó|aron|a|an|ado)",
    ),
    (
        Es,
        Undisclosed,
        Subject::By,
        r"no (?:dijo|dijeron|ha dicho|han dicho|explicó|explicaron|contó) (?:quién|quiénes|cuántos|cuántas|cuánto|dónde|cómo|cuándo|qué|por qué)",
    ),
    (
        Es,
        Undisclosed,
        Subject::About,
        r"no (?:ha|han|había|habían) trascendido(?: aún| todavía)?|no (?:ha|han|había|habían) sido(?: aún| todavía)? (?:revelad[oa]s?|divulgad[oa]s?|publicad[oa]s?|difundid[oa]s?|dad[oa]s? a conocer|hech[oa]s? públic[oa]s?|identificad[oa]s?)|no (?:fue|fueron|es|son) (?:revelad[oa]s?|divulgad[oa]s?|publicad[oa]s?|difundid[oa]s?|dad[oa]s? a conocer|identificad[oa]s?)",
    ),
    (
        Es,
        Undisclosed,
        Subject::About,
        r"no se (?:hará|harán|hace|hacen|hizo|hicieron) públic[oa]s?|no se (?:ha|han) (?:revelado|divulgado|publicado|dado a conocer|difundido|precisado|informado|hecho públic[oa]s?)|no se (?:reveló|revelaron|divulgó|divulgaron|precisó|informó|dio a conocer|dieron a conocer|especificó)",
    ),
    (
        Es,
        Undisclosed,
        Subject::None,
        r"no (?:ha|han) trascendido|no trascendió|no trascendieron|sin (?:dar|ofrecer|revelar|precisar) (?:más |mayores )?(?:detalles|nombres|cifras|datos)",
    ),
    (
        Es,
        Undisclosed,
        Subject::About,
        r"(?:permanece|permanecen|se mantienen?|sigue|siguen) (?:en secreto|bajo reserva|en reserva|sin revelarse|sin identificar|reservad[oa]s?)",
    ),
    (
        Es,
        Undisclosed,
        Subject::By,
        r"no (?:reveló|revelaron|precisó|precisaron|detalló|detallaron|especificó|dio|ofreció|ofrecieron|facilitó) (?:más |mayores )?(?:detalles|nombres|cifras|datos|información|los nombres|el nombre|la identidad|su identidad|cuántos|cuántas|quién|quiénes)",
    ),
    (
        Es,
        Unanswered,
        Subject::By,
        r"no (?:quiso|quisieron|ha querido|han querido|quería) (?:revelar|precisar|decir|dar (?:detalles|nombres|su nombre|más detalles)|identificar|comentar|responder|contestar|hablar|hacer (?:declaraciones|comentarios)|pronunciarse)|(?:declinó|declinaron|rehusó|rehusaron|se negó a|se negaron a|rechazó|evitó) (?:comentar|responder|contestar|hablar|hacer (?:declaraciones|comentarios)|pronunciarse|dar declaraciones)",
    ),
    (
        Es,
        Unanswered,
        Subject::By,
        r"no (?:respondió|respondieron|contestó|contestaron|ha respondido|han respondido|ha contestado|han contestado|hizo comentarios|hicieron comentarios|se ha pronunciado|se han pronunciado|se pronunció)",
    ),
    (
        Es,
        Unverified,
        Subject::None,
        r"no se (?:ha|han|había) podido (?:verificar|confirmar|comprobar|corroborar)|no (?:pudo|pudieron|puede|pueden) ser (?:verificad[oa]s?|confirmad[oa]s?)|no (?:ha|han) sido (?:confirmad[oa]s?|verificad[oa]s?|corroborad[oa]s?)",
    ),
    (
        Es,
        Unverified,
        Subject::By,
        r"no (?:pudo|pudieron|ha podido|han podido) (?:verificar|confirmar|comprobar|corroborar)",
    ),
    (
        Es,
        Unverified,
        Subject::None,
        r"sin confirmar|sin confirmación (?:oficial|independiente)",
    ),
    (
        Es,
        Unknown,
        Subject::None,
        r"se (?:desconoce|desconocen|desconocía|ignora|ignoran)|no se (?:sabe|conoce|conocen)(?: aún| todavía)?|se desconocía",
    ),
    (
        Es,
        Unknown,
        Subject::About,
        r"(?:es|son|era|sigue siendo|siguen siendo|resulta) (?:desconocid[oa]s?|una incógnita|incierto)",
    ),
    (
        Es,
        Unknown,
        Subject::By,
        r"(?:no (?:dispone|disponen|tiene|tienen|tenemos|cuenta con|cuentan con)) (?:de )?(?:datos|información|cifras|constancia)|desconocen?|dijo desconocer|dijeron desconocer",
    ),
    (
        Es,
        Unknown,
        Subject::None,
        r"no s[ée] (?:el|la|los|las|quién|quiénes|cuántos|cuántas|cuánto|dónde|cómo|qué|su|si)|nadie sabe",
    ),
    (
        Es,
        Promised,
        Subject::By,
        r"(?:publicará|publicarán|divulgará|divulgarán|revelará|revelarán|dará a conocer|darán a conocer|hará público|hará pública|harán públicos?|hará públicos|difundirá|presentará)|(?:prometió|prometieron|se comprometió a|se comprometieron a|anunció que|se compromete a) (?:publicar|divulgar|revelar|dar a conocer|difundir|publicará|dará a conocer|visitar|informar|responder)",
    ),
    (
        Ru,
        Unverified,
        Subject::By,
        r"(?:не|ни) (?:подтвердил[аио]?|подтвержда(?:л[аи]?|ет|ют)|опроверг(?:ла|ли|ло)?|опроверга(?:ет|ют)|отрица(?:л[аи]?|ет|ют)) (?:и|ни|или) (?:не )?(?:подтвердил[аио]?|подтвержда(?:л[аи]?|ет|ют)|опроверг(?:ла|ли|ло)?|опроверга(?:ет|ют)|отрица(?:л[аи]?|ет|ют))",
    ),
    (
        Ru,
        Unverified,
        Subject::By,
        r"не (?:подтвердил[аио]?|подтвержда(?:ет|ют))",
    ),
    (
        Ru,
        Undisclosed,
        Subject::By,
        r"не (?:сказал[аи]?|говорит|говорят|сообщил[аи]?|объяснил[аи]?|рассказал[аи]?),? (?:кто|кому|сколько|где|куда|когда|почему|как|что именно)",
    ),
    (
        Ru,
        Undisclosed,
        Subject::About,
        r"не (?:раскрыва\w+|разглаша\w+|называ(?:ется|ются|лось|лись)|уточня(?:ется|ются|лось)|сообща(?:ется|ются|лось|лись)|публику\w+|обнародован\w*|назван[аы]?|раскрыт[аы]?|указыва\w+|привод\w+ся)|(?:остаётся|остаются|остается) (?:неизвестн\w+ для публики|в тайне|засекречен\w+|нераскрыт\w+)",
    ),
    (
        Ru,
        Undisclosed,
        Subject::By,
        r"не (?:раскрыл[аи]?|назвал[аи]?|назов[её]т|назовут|уточнил[аи]?|привел[аи]?|привёл|сообщил[аи]? подробност\w+|стал[аи]? (?:раскрывать|называть|уточнять))|(?:раскрывать|называть|назвать|раскрыть|разглашать) не (?:буд[уе]\w*|мо[гж]\w+|стал[аи]?|ста[лн]\w*)|отказал(?:ся|ась|ись) (?:назвать|раскрыть|уточнить|называть|раскрывать)",
    ),
    (
        Ru,
        Unanswered,
        Subject::By,
        r"отказал(?:ся|ась|ись|ось) (?:от комментари\w+|комментировать|прокомментировать|отвечать|ответить|от ответа|давать комментари\w+|говорить|от интервью)|не (?:ответил[аи]?|прокомментировал[аи]?|отреагировал[аи]?|стал[аи]? (?:комментировать|отвечать)|комментиру[ею]т\w*|отвеча[ею]т)",
    ),
    (
        Ru,
        Unanswered,
        Subject::None,
        r"(?:ответа|ответ|комментари\w+|комментариев)(?: \S+){0,8} (?:получить не удалось|не получил[аи]?|не получено|не поступило|не последовало)|(?:на запрос|на вопросы) не ответил[аи]?",
    ),
    (
        Ru,
        Unverified,
        Subject::About,
        r"не (?:удалось|смогл[аи]|смог|может|могут|удаётся|удается) (?:независимо )?(?:подтвердить|проверить|верифицировать)|не (?:подтвержд(?:ен[аоы]?|ён)|подтвердил(?:ся|ась|ись|ось)|подтверждается|подтверждаются)|официального подтверждения (?:нет|не было)",
    ),
    (
        Ru,
        Unverified,
        Subject::None,
        r"по неподтвержд[её]нн\w+ (?:данн\w+|сведени\w+|информации)",
    ),
    (
        Ru,
        Unknown,
        Subject::About,
        r"неизвестн[оаы]?|пока неясно|остаётся неизвестн\w+|остается неизвестн\w+|не ясно|неясно|непонятно",
    ),
    (
        Ru,
        Unknown,
        Subject::By,
        r"не (?:располага\w+|облада\w+|владе\w+) (?:\S+ )?(?:данными|информацией|сведениями)|не знал[аи]?,? (?:сколько|кто|где|куда|когда|почему)|не зна(?:ет|ют|ю|ем),? (?:сколько|кто|где|куда|когда|почему)|нет (?:данных|сведений|информации)",
    ),
    (
        Ru,
        Promised,
        Subject::By,
        r"(?:обнародует|обнародуют|опубликует|опубликуют|раскроет|раскроют|назов[её]т имена|представит (?:данные|список|доклад))|(?:пообещал[аи]?|обещал[аи]?|обещает|обещают|намерен[аы]?|обязал(?:ся|ась|ись)|планиру[ею]т) (?:обнародовать|опубликовать|раскрыть|назвать|представить|сообщить|ответить|предоставить)",
    ),
];
