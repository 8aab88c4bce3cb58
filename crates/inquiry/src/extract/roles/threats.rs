//! Who is threatened: "received death threats", "amenazaron a X", «X угрожали». A court that may punish him threatens nobody.

use crate::alphabet::pattern;
use crate::extract::around::{Scene, within};
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::extract::whom::cues::THREATENS_RU;
use model::{Mention, Span};
use regex::Regex;
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

/// Whether the words behind a threat say that it is one of the law, or of an employer: "with prison".
pub(in crate::extract) fn is_lawful(behind: &str) -> bool {
    BY_LAW.is_match(behind)
}

/// Whether the words of a cue are those of a threat to somebody else than who speaks.
pub(in crate::extract) fn is_threat(words: &str) -> bool {
    static WORDS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:^|[^\p{L}])(?:threat|amenaz|угр[ао]|пригро)"));
    static OWN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:^|[^\p{L}])(?:me|I|мне|меня)(?:$|[^\p{L}])"));
    WORDS.is_match(words) && !OWN.is_match(words)
}
