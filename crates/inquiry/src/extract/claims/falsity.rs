//! "It is false that C": whoever says it denies C.

use crate::alphabet::{Regex, pattern};
use model::{Polarity, Span};
use std::sync::LazyLock;

/// The words that call what follows false, at the beginning of a content.
static FALSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[«“‘'\x22\s]*(?:(?:that|que|что|pero|but|но|and|y|и|а|no,|well,|look,|so,?|again,|honestly,|frankly,|with (?:all )?(?:due )?respect,)\s)?(?:",
        r"(?:(?:it\s?(?:is|was|'s|’s)|its) (?:\p{L}+ly |likewise |moreover |also |just |an? \p{L}+ |\d+ ?% )?(?:false|untrue|incorrect|wrong|a lie|lie|an untruth|a falsehood|a fabrication|a myth|(?:\p{L}+ly )?not (?:\p{L}+ly )?(?:true|correct|accurate|the case)|not so)|it\s?(?:is|was|'s|’s) [“‘\x22](?:\p{L}+ly )?(?:false|untrue|incorrect|not true|a lie|nonsense)[”’\x22]|it (?:\p{L}+ly |just )?(?:isn|wasn)['’]t (?:\p{L}+ )?(?:true|the case))(?:, as [^,.;:]{1,70},)? that",
        r"|(?:(?:it\s?(?:is|was|'s|’s|would be)|its) (?:\p{L}+ly |quite |just |a )?(?:false|untrue|incorrect|inaccurate|wrong|not true|nonsense|rubbish|absurd|ridiculous|preposterous|lie|falsehood)) to (?:say|suggest|claim|assert|pretend|allege|state|write|imply|think|maintain) that",
        r"|(?:equally|also|just as|likewise) (?:untrue|false|without (?:any )?(?:merit|foundation|substance|basis)) (?:is|was|are|were)(?: too| also)?",
        r"|(?:también |igualmente |asimismo )?(?:fals[oa]s?|inciert[oa]s?)(?: también| asimismo| igualmente)? (?:es|son|era|eran|fue|fueron)(?: también| asimismo| igualmente| además)?(?: que)?",
        r"|(?:неверно|ложно|неправда) (?:и|также) то, (?:что|будто)",
        r"|(?:no|not a (?:word|shred|grain|iota) of) (?:truth|substance|foundation)(?: whatsoever| whatever| at all)? (?:in|to|for)",
        r"|(?:there\s?(?:is|was|'s|’s|has (?:never )?been)(?:, \p{L}+,)? (?:\p{L}+ly )?(?:no|not (?:a (?:word|shred|grain|iota) of|any|the slightest)|never any) (?:truth|substance|foundation|basis)(?: whatsoever| whatever| at all)? (?:in|to|for))",
        r"|(?:there\s?(?:is|was|'s|’s|can be|could be) (?:\p{L}+ly )?no question of)",
        r"|(?:(?:es|era|resulta|sea|fue|sería) (?:\p{L}+mente )?(?:falso|mentira|incierto|inexacto|incorrecto|(?:un|una|puro|pura)(?: \p{L}+)? (?:mentira|bulo|infundio|patraña|embuste|invento|invención|cuento|fábula|falsedad|calumnia|disparate|leyenda|montaje|fantasía|falacia|mito)|(?:un|una) (?:mentira|bulo|infundio|patraña|embuste|invento|invención|cuento|fábula|falsedad|calumnia|disparate|leyenda|montaje|fantasía|falacia|mito)(?: urbana| chino| absurdo| malintencionada?| interesada?| \p{L}+mente)?)(?: de toda falsedad| de raíz| del todo| por completo| de principio a fin| también| asimismo| igualmente)?|(?:no|tampoco|ni) (?:es|era|ser) (?:en absoluto |\p{L}+mente )?(?:verdad|cierto|exacto|efectivo|correcto)(?: en absoluto)?|no hay nada de (?:cierto|verdad|eso) en|(?:no|tampoco) (?:corresponde|responde|se ajusta) a la (?:realidad|verdad)|carece de (?:todo |cualquier )?fundamento|(?:es )?(?:(?:pura|puro|todo) (?:mentira|falsedad|cuento|verso|invento)|mentira|falsedad|falso)(?: también| asimismo| igualmente)?|(?:es|era|sería) (?:\p{L}+mente )?(?:falso|absurdo|ridículo|inexacto|incorrecto) (?:decir|afirmar|sostener|sugerir|pensar|asegurar|insinuar))(?:, [^,.;:]{1,60},)? (?:de )?que",
        r"|(?:(?:это )?(?:(?:наглая |чистая |полная |полный )?(?:неправда|ложь|неверно|не правда|выдумка|не так|враки|вранье|враньё|клевета|наговор|поклёп|поклеп|оговор|навет|чушь|чепуха|бред|сказки|ерунда|глупости?|вздор|брехня|абсурд|(?:глубокое )?заблуждение|полн(?:ый|ая) (?:бред|вздор|абсурд|чушь|чепуха|ерунда)|чист(?:ый|ая|ое|ой воды) (?:вымысел|выдумка|вранье|враньё)))|(?:совершенно )?не соответствует (?:действительности|истине)|(?:было бы |(?:\p{L}+ )?)(?:неверно|нелепо|абсурдно|смешно|ложно) (?:говорить|утверждать|заявлять|писать|думать|считать|полагать))(?: то)?,(?: \p{L}+(?: \p{L}+)?,)? (?:что|будто)(?: бы)?",
        r")\s+",
    ))
});

/// Sentences in which the author calls a thing false that no clause tells; the group is the thing.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^\W*(?:(?:pero|y|но|и|а)\s)?(?:",
        r"(?:(?:no|tampoco) (?:es|son|era|eran) (?:\p{L}+mente )?(?:verdad|cierto|cierta|ciertos|ciertas|exacto|exacta|exactas)",
        r"|(?:es|son|era|eran|resulta|resultan) (?:\p{L}+mente )?(?:falso|falsa|falsos|falsas|mentira|infundadas?|infundados?))(?:,? [^,.;:]{1,60},)?",
        r"\s(?P<es>(?:el|la|los|las|lo|esa|ese|esas|esos|esta|este|estas|estos|tal|tales|cualquier)\s.+)",
        r"|(?:(?:no|tampoco) (?:corresponden?|responden?|se ajustan?) a la (?:realidad|verdad)|carecen? de (?:todo |toda |cualquier )?(?:fundamento|base|sustento))\s(?P<base_es>(?:que|el|la|los|las|lo|esa|ese|esas|esos|tal|tales)\s.+)",
        r"|(?P<base_told>(?:la|las|el|los|esa|esas|ese|esos|tal|tales)\s.+?)\s(?:(?:no|tampoco) (?:corresponden?|responden?|se ajustan?) a la (?:realidad|verdad)|carecen? de (?:todo |toda |cualquier )?(?:fundamento|base|sustento))",
        r"|(?:(?:esto|eso|ello) )?no (?:significa|quiere decir)\s(?P<means>que\s.+)",
        r"|(?:(?:ложью|ложным|ложной|выдумкой|вымыслом|клеветой|неправдой) (?:является|являются|оказал(?:ся|ась|ось|ись))(?: и)?|(?:(?:столь|так|также|тоже|абсолютно|совершенно) (?:же )?)?(?:беспочвенн|необоснованн|безосновательн)[ыоа]|не (?:находит|находят|нашло|нашли) (?:\p{L}+ )?подтверждени[яй]|ни на ч[её]м не основан[аоы]?|лишен[аоы]? (?:всяких|всякого|каких-либо) оснований)\s(?P<lie_ru>.+)",
        r"|(?P<told_ru>(?:\p{L}+ ){0,2}(?:информаци|сообщени|утверждени|сведени|заявлени|обвинени|слух|публикаци|разговор|слова|рассказ)\p{L}* .*?),? (?:лишен[аоы]? (?:всяких|всякого|каких-либо) оснований|не име(?:ет|ют) ничего общего с (?:истиной|правдой|действительностью)|(?:действительности|истине) не (?:отвеча|соответству)(?:ет|ют)|не отвеча(?:ет|ют) (?:действительности|истине)|(?:\p{L}+ )?неверн[ыао](?:[:;,].*)?)",
        r"|(?:\p{L}+ )?не (?:соответству|отвеча)(?:ет|ют) (?:действительности|истине|фактам) (?:и |также )?(?P<ru>.+)",
        r"|(?:(?:столь|так|также|тоже|абсолютно|совершенно|заведомо|полностью) (?:же )?)?(?:ложн|лжив|надуманн?|выдуманн?|голословн)[ыоа](?: от начала до конца| целиком| полностью)? (?:и |также )?(?P<first_ru>(?:рассказ|сообщени|утверждени|слух|обвинени|сведени|слова|разговор|показани|домысл|заявлени)\p{L}*\s.+)",
        r"|не име(?:ет|ют) (?:ничего общего с действительностью|под собой (?:никаких )?оснований) (?P<base>.+)",
        r"|(?P<told>(?:\p{L}+ ){0,2}(?:информаци|сообщени|утверждени|сведени|заявлени|обвинени|слух|публикаци)\p{L}+ .*?),? не (?:соответству|отвеча)(?:ет|ют) (?:действительности|истине|фактам)",
        r"|(?:это )?не (?:значит|означает), (?P<that>что\s.+)",
        r"|(?P<thing>(?:(?:the|this|these|those|any|all|such|both|its|his|her|their)\s)?(?:[^\s,;:.]+\s){0,8}?(?:allegation|accusation|claim|charge|report|rumou?r|stor(?:y|ie)|suggestion|assertion|statement|post|letter|version|figure|list)s?(?:,?\s(?:that|of|about|from|in|on|by|which|to|against|made|\p{L}+ing|\p{L}+ed)\b[^;:.]{0,120}?)?,?)",
        r"\s(?:is|are|was|were)\s(?:(?:simply|just|quite|completely|entirely|utterly|wholly|plainly|categorically|totally|absolutely|demonstrably|patently)\s)?",
        r"(?:false|untrue|not true|incorrect|baseless|unfounded|fabricated|nonsense|not the case|wrong|an? (?:lie|fabrication|falsehood|forgery|hoax|invention|fake))(?:,? (?:and|but) .+|, .+)?",
        r"|(?P<that_en>that|this|it|which)(?:\sis|\swas|['’]s)\s(?:(?:simply|just|quite|completely|entirely|utterly|plainly|categorically|totally|absolutely|plain|flat|flatly|pure|complete|total|utter|all)\s){0,2}(?:false|untrue|not true|not correct|incorrect|nonsense|rubbish|garbage|made up|not the case|not so|a lie|lies|fiction|fantasy)",
        r"|(?:(?:equally|also|just as|no less|likewise|as) )?(?:without (?:any |all )?(?:merit|foundation|substance|basis)|false|untrue|baseless|unfounded|groundless|fabricated) (?:too |also )?(?:is|are|was|were)(?: too| also|, too,)?\s(?P<first>(?:the|any|all|every|that|this|these|those|a|an|his|her|their|its|our|what)\s.+)",
        r"|(?:(?:también|igualmente|asimismo) )?(?:fals[oa]s?|inciert[oa]s?)(?: también| asimismo| igualmente)? (?:es|son|era|eran|fue|fueron)(?: también| asimismo| igualmente| además)?\s(?P<falsa>(?:que|el|la|los|las|lo|esa|ese|esas|esos|esta|este|estas|estos)\s.+)",
        r"|(?:not a (?:single )?word of|not one word of|none of|nothing in) (?P<word>it|this|that|these|what .{3,90}) (?:is|was) (?:\p{L}+ly )?(?:true|so)",
        r"|(?:ni una (?:sola )?palabra de|nada de) (?P<palabra>eso|esto|ello|lo que .{3,90}) (?:es|era) (?:\p{L}+mente )?(?:verdad|ciert[oa]|así)",
        r"|(?:ни слова правды|ни капли правды|ни крупицы правды) (?:нет )?(?:в|во) (?P<slovo>.{3,90})",
        r"|(?:в|во) (?P<v_nem>.{3,60}) (?:нет )?ни (?:слова|капли|крупицы) правды",
        r"|(?P<eso>(?:todo )?(?:eso|esto|ello|aquello))\s(?:(?:es|era|son)\s(?:(?:\p{L}+mente|puro|pura|puros|puras|una|un|todo)\s){0,2}(?:mentiras?|falso|falsedad|invento|inventos|invención|calumnias?|montaje|cuento|cuentos)|no (?:es|era)\s(?:\p{L}+mente )?(?:verdad|cierto|así))",
        r"|(?P<eto>(?:вс[её] )?это)\s(?:[—–-]\s)?(?:(?:\p{L}+ая|от начала до конца|вс[её])\s)?(?:ложь|неправда|не правда|клевета|вранье|враньё|выдумка|выдумки|вымысел|наговор|бред|брехня|чушь|сказки|небылицы|не так|не соответствует (?:действительности|истине))(?:[,:;] .+|\sот .+|\s[—–-] .+)?",
        r"|(?:ложь|неправда|вранье|враньё|выдумка|выдумки|вымысел|клевета|наговор|бред|брехня|чушь|сказки|байки|фантазии|небылицы|подделка|фальшивка)\s(?:[—–-]\s)?(?P<eto_last>(?:вс[её] )?это(?: вс[её])?|(?:ваш|этот|эта|эти|его|е[её]|их)\p{L}* \p{L}+)(?:, .+)?",
        r"|(?:(?:и|а)\s)?(?P<such_ru>(?:этот|эта|эти|ваш\p{L}*|их|его|е[её]) \p{L}+|\p{L}+ (?:этот|эта|эти))\s(?:(?:тоже|также|[—–-]|\p{L}+ая|\p{L}+ый)\s){0,3}(?:ложь|неправда|клевета|вранье|враньё|выдумка|выдумки|вымысел|наговор|бред|брехня|чушь|сказки|небылицы|фальшивка)",
        r"|(?:there (?:is|was|has (?:never )?been) (?:absolutely |simply )?no (?:truth|substance) (?:whatsoever |whatever |at all )?(?:in|to)|nor (?:is|was) (?:it (?:true|the case)|there any truth in)|(?:it is|it was) (?:also )?not (?:true|the case))\s(?P<en>.+)",
        r")\W*$",
    ))
});

/// The bytes of what an author's own sentence calls false, if it does.
pub(super) fn thing(words: &str) -> Option<Span> {
    let found = OWN.captures(words)?;
    let rest = found.first()?;
    Some(Span::new(rest.start(), rest.end()))
}

/// Where what an author's own sentence calls false begins in its words, if it calls something so.
pub(super) fn denied(words: &str) -> Option<usize> {
    told(words).or_else(|| thing(words).map(|it| it.start))
}

/// Where what is called false ends in its words: before what is set against it ("but", "pero", "а").
fn against(words: &str) -> usize {
    static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[,;]?\s(?:but|pero|sino|aunque|mientras que|although|whereas|но|зато|однако)\s|,\s(?:а|y|and|и)\s|;\s|,\s(?:while|mientras)\s",
        )
    });
    AGAINST.find(words).map_or(words.len(), |hit| hit.start())
}

/// Makes the content of an author's sentence what it calls false; whether it does.
pub(super) fn own(text: &str, content: &mut [Span]) -> bool {
    let Some(whole) = content.first_mut() else {
        return false;
    };
    let Some(rest) = whole.of(text).and_then(thing) else {
        return false;
    };
    *whole = Span::new(whole.start + rest.start, whole.start + rest.end);
    until_against(text, whole);
    true
}

/// Ends what is called false before what is set against it.
fn until_against(text: &str, content: &mut Span) {
    let end = content.of(text).map_or(content.len(), against);
    if end > 0 {
        content.end = content.start + end;
    }
}

/// Where what is called false begins in these words, if they call it so.
pub(super) fn told(words: &str) -> Option<usize> {
    FALSE.find(words).map(|hit| hit.end())
}

/// Words that call false what goes on behind who says it.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^\W*(?:(?:no|tampoco) es (?:cierto|verdad)|es (?:falso|mentira)|(?:это )?(?:неправда|ложь|не правда|неверно|оговор|наговор|поклёп|поклеп|клевета|выдумка)|no tienen? (?:\p{L}+ )?(?:asidero|fundamento|sustento|base)(?: alguna?o?)?|carecen? de (?:\p{L}+ )?(?:asidero|fundamento|sustento|base)|no se ajustan? a la (?:verdad|realidad)|no (?:corresponden?|responden?) a la (?:verdad|realidad)",
        r"|it (?:is|was) (?:not true|false|untrue|a lie))\W*$",
    ))
});

/// "No es cierto, añadió X, que C": what stands in `lead` calls the rest of the content false.
pub(super) fn led(text: &str, lead: Span, content: &mut Vec<Span>, polarity: &mut Polarity) {
    let before = content
        .iter()
        .rposition(|span| span.end <= lead.end)
        .map_or(0, |at| at + 1);
    let words = lead.of(text).unwrap_or_default();
    // Who says it may stand before the verb: "It was not true, the judges wrote, that C".
    let (head, rest) = words.split_once(',').unwrap_or((words, ""));
    if before < content.len()
        && *polarity == Polarity::Affirmed
        && LEAD.is_match(head)
        && words.contains(',')
    {
        content.drain(..before);
        // "It is not true, as X has said, that C": X says C, and the author denies it.
        if !as_told(rest) {
            *polarity = Polarity::Denied;
        }
    }
}

/// Whether the words begin as what is told by another: "as some readers have suggested".
pub(super) fn as_told(words: &str) -> bool {
    let first = words.split_whitespace().next();
    first.is_some_and(|first| ["as", "como", "как"].contains(&first))
}

/// A content that begins by calling the rest false, or whose sentence begins so at `start`: the rest, denied; a denial of that
/// affirms it.
pub(super) fn turned(text: &str, start: usize, content: &mut [Span], polarity: &mut Polarity) {
    let Some(first) = content.first_mut() else {
        return;
    };
    // «Неверно и то, что C, сказано в ответе»: the content may begin amid the words that call it false.
    let whole = Span::new(start.min(first.start), first.end);
    let begins = whole.of(text).and_then(told).map(|at| whole.start + at);
    let amid = |begin: &usize| start < first.start && (first.start..first.end).contains(begin);
    if let Some(begin) = begins
        .filter(amid)
        .filter(|_| *polarity == Polarity::Affirmed)
    {
        first.start = begin;
        until_against(text, first);
        *polarity = Polarity::Denied;
        return;
    }
    let Some(at) = first.of(text).and_then(told).filter(|at| *at < first.len()) else {
        return;
    };
    let opened = first
        .of(text)
        .is_some_and(|words| words.trim_start().starts_with(['«', '“', '"']));
    first.start += at;
    // The mark that opened before it is gone: so is the one that closes.
    let kept = first.of(text).unwrap_or_default();
    if opened {
        first.end -= kept.len() - kept.trim_end_matches(['»', '”', '"', ',', '.']).len();
    }
    until_against(text, first);
    *polarity = match *polarity {
        Polarity::Affirmed => Polarity::Denied,
        Polarity::Denied => Polarity::Affirmed,
    };
}
