//! Kin and friends of somebody without a name: "Irma T., a friend of a girl from Hull", "the girl's mother, Irene M.".

use super::speaks;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::extract::roles::cues::KIN;
use model::{Mention, MentionKind, Span};
use std::sync::LazyLock;

/// Friends and others through whom somebody could be found.
const FRIEND: &str = r"friend|girlfriend|boyfriend|classmate|roommate|flatmate|neighbou?r|colleague|fiancé|stepbrother|stepsister|half-sister|half-brother|guardian|amig[oa]|novi[oa]|vecin[oa]|compañer[oa]|colega|madrina|padrino|cuñad[oa]|padrastro|madrastra|tutora?|подруга|друг|соседка|сосед|одноклассни(?:к|ца)|однокурсни(?:к|ца)|коллега|знаком(?:ая|ый)|мама|папа|отчим|мачеха|опекун(?:ша)?|дедушка|крёстная|крестная";

/// Several of somebody's kin.
const SEVERAL: &str = r"uncles|aunts|brothers|sisters|cousins|parents|grandparents|stepbrothers|stepsisters|friends|tíos|tías|hermanos|hermanas|primos|primas|padres|abuelos|amigos|amigas|дяди|дядья|т[её]ти|т[её]тки|братья|с[её]стры|родители|друзья|подруги|кузены";

/// Others who speak for somebody, or know him by their work.
const OTHER: &str = r"lawyers?|attorney|solicitor|counsel|teacher|headteacher|doctor|psychologist|counsell?or|therapist|employer|boss|landlord|representative|spokes\p{L}+|social worker|abogad[oa]|defensora?|maestr[oa]|profesora?|médic[oa]|psicólog[oa]|jef[ea]|representante|portavoz|trabajadora social|адвокат|учител(?:ь|ьница)|врач|психолог|представител(?:ь|ьница)|начальни(?:к|ца)|преподавател(?:ь|ьница)";

/// Nouns for people whom a network may have harmed, in English and Spanish.
pub(super) const YOUNG: &str = r"girls?|boys?|woman|women|man|teenagers?|child|children|youths?|victims?|survivors?|recruits?|students?|pupils?|daughter|son|schoolgirls?|schoolboys?|missing|minors?|j[oó]ven(?:es)?|niñ[oa]s?|mujer(?:es)?|hombres?|chic[oa]s?|muchach[oa]s?|adolescentes?|menor(?:es)?|víctimas?|reclutas?|estudiantes?|alumn[oa]s?|desaparecid[oa]s?|sobrevivientes?|captad[oa]s?|reclutad[oa]s?|them|ell[oa]s";

/// The same in the Russian genitive.
const YOUNG_RU: &str = r"девушки|девушек|девочки|девочек|женщины|женщин|мальчика|мальчиков|юноши|подростка|подростков|потерпевш(?:ей|его|их)|жертвы|жертв|пропавш(?:ей|его|их)|погибш(?:ей|его|их)|школьниц(?:ы)?|школьник(?:а|ов)|студентк?(?:и|а|ов)|студенток|несовершеннолетн(?:ей|его|их)|реб[её]нка|завербованн(?:ой|ого|ых)|пострадавш(?:ей|его|их)|похищенн(?:ой|ого|ых)|проданн(?:ой|ых)|парня|рекрута|новобранца|них|вербованн(?:ой|ого)";

/// Small words, and adjectives in Russian, between kin and whose it is.
const DETAIL: &str = r"(?:(?:[\p{Ll}\d-]+|(?-i:\p{Lu})\p{L}+) ){0,4}?";

/// A word of kin or friendship before whose it is, right before a name: "the mother of a girl, X"; with a comma, but in Russian.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<cue>{KIN}|{FRIEND}|{SEVERAL}) (?:of|to|de|del) {DETAIL}(?:{YOUNG})(?: (?:from|of|in|near|de|en|of whom|who|que) [\p{{L}} ]+)?, |(?P<ru>{KIN}|{FRIEND}|{SEVERAL}) {DETAIL}(?:{YOUNG_RU})(?: (?:из|с|со) [\p{{L}}-]+)?,? |(?:{YOUNG})['’]s? {DETAIL}(?P<own>{KIN}|{FRIEND}|{SEVERAL}),? )$"
    ))
});

/// The same behind a name: "X, a friend of a girl", "X, the girl's mother", «X, мать девушки».
static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^(?:, | is | was | es | era | — | – | \()(?:[^,;.()]{{1,24}}, )?(?:(?:the|an?|one|la|el|una?|who is|que es) )?(?:[\p{{Ll}}-]+ ){{0,2}}?(?:(?P<cue>{KIN}|{FRIEND}) (?:of|to|de|del) {DETAIL}(?:{YOUNG})|(?P<ru>{KIN}|{FRIEND}) {DETAIL}(?:{YOUNG_RU})|{DETAIL}(?:{YOUNG})['’]s? {DETAIL}(?P<own>{KIN}|{FRIEND}))(?:$|[^\p{{L}}])"
    ))
});

/// Verbs that say something, which are no part of a name for somebody.
static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:sa(?:id|ys)|told|tells|knew|knows|met|saw|was|were|is|has|had|dij(?:o|eron)|dice|cont(?:ó|aba)|afirmó|declaró|fue|era|es|conoció|conocía|vio|сказал\p{L}*|рассказал\p{L}*|сообщил\p{L}*|заявил\p{L}*|знал\p{L}*|\p{L}+ed)(?:$|[^\p{L}])",
    )
});

/// Whether words hold a verb that says or tells something.
pub(crate) fn says(words: &str) -> bool {
    VERB.is_match(words)
}

/// Where a name is said to be that of kin or a friend of somebody without one.
pub(crate) fn kin(scene: &Scene<'_>, who: &Mention) -> Option<Span> {
    let own = who.place.span;
    let sentence = scene.sentence.span;
    let from = scene
        .people()
        .map(|other| other.place.span.end)
        .filter(|end| *end <= own.start)
        .max()
        .unwrap_or(sentence.start);
    let left = Span::new(from.min(own.start), own.start);
    let right = scene.rest(own.end);
    let found = |regex: &Pattern, piece: Span| {
        let hit = scene.captures(regex, piece)?;
        let word = |name: &str| hit.name(name).map(|it| (it, name == "ru"));
        let (cue, russian) = word("cue").or_else(|| word("own")).or_else(|| word("ru"))?;
        let names = Span::new(piece.start + cue.end(), piece.start + hit.get(0)?.end());
        let verb = says(scene.at(names));
        // «Мать потерпевшей Светланы Роговой»: that is the harmed one's name.
        let subject = !russian || piece == right || order::roles_of(who).0;
        (!verb && subject).then(|| within(piece, cue))
    };
    found(&BEFORE, left).or_else(|| found(&AFTER, right))
}

/// Whether a word of kin or friendship is a plural.
pub(crate) fn are_several(cue: &str) -> bool {
    SEVERAL_WORDS.is_match(cue)
}

static SEVERAL_WORDS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^(?:{SEVERAL})$")));

/// Whose kin or friend somebody is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whose<'a> {
    /// Somebody called by a noun that is a mention: "a girl".
    Called(&'a Mention),
    /// Somebody of whom there is no mention.
    Nobody,
}

impl<'a> Whose<'a> {
    /// The mention, if it ends before a place in the text.
    pub(super) fn before(self, at: usize) -> Option<&'a Mention> {
        match self {
            Self::Called(who) => Some(who).filter(|who| who.place.span.end <= at),
            Self::Nobody => None,
        }
    }

    fn of(mention: Option<&'a Mention>) -> Self {
        mention.map_or(Self::Nobody, Self::Called)
    }
}

/// Of whom without a name somebody is kin or a friend: nobody told, or told by words that may be a mention.
pub(super) fn of<'a>(scene: &Scene<'a>, who: &Mention) -> Option<Whose<'a>> {
    let cue = kin(scene, who)?;
    let near = |other: &&Mention| {
        let span = other.place.span;
        span.start.abs_diff(cue.end) <= BESIDE
    };
    Some(Whose::of(nouns(scene).find(near)))
}

/// The same where what stands at a span is said by kin without a name: "The mother of a girl said".
pub(super) fn said_by_kin<'a>(scene: &Scene<'a>, at: Span) -> Option<Whose<'a>> {
    static KIN_OF: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)^(?:(?:the|an?|one|la|el|una?) )?(?:{DETAIL}(?:{YOUNG})['’]s? {DETAIL}(?:{KIN}|{FRIEND})|(?:{KIN}|{FRIEND}) (?:(?:of|to|de|del) {DETAIL}(?:{YOUNG})|{DETAIL}(?:{YOUNG_RU})))(?:$|[^\p{{L}}])"
        ))
    });
    if !speaks(scene, at).is_empty() {
        return None;
    }
    let mut claims = scene
        .claims
        .iter()
        .filter(|claim| claim.content.iter().any(|content| content.contains(at)));
    let source = claims.find_map(|claim| {
        let source = claim.source.span()?;
        KIN_OF.is_match(scene.at(source)).then_some(source)
    })?;
    let inside = |other: &&Mention| {
        let span = other.place.span;
        source.contains(span) && span.start > source.start
    };
    Some(Whose::of(nouns(scene).find(inside)))
}

/// Nouns in the sentence for people whom a network may have harmed.
fn nouns<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Mention> {
    let young =
        |other: &&Mention| other.kind == MentionKind::Role && is_young(scene.at(other.place.span));
    scene.mentions.iter().filter(young)
}

/// Whether words name somebody whom a network may have harmed.
fn is_young(words: &str) -> bool {
    static NOUN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)(?:^|[^\p{{L}}])(?:{YOUNG}|{YOUNG_RU}|девушка|девочка|женщина|потерпевшая|жертва|пропавшая)(?:$|[^\p{{L}}])"
        ))
    });
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)^(?:(?:the|an?|la|el|una?) )?(?:{KIN}|{FRIEND})(?:$|[^\p{{L}}])"
        ))
    });
    NOUN.is_match(words) && (!OWN.is_match(words) || !words.contains(' '))
}

/// How far from a word of kin it is looked for whose it is, in bytes.
const BESIDE: usize = 40;

/// Whether a noun right before a name calls somebody else so, whose kin or lawyer bears the name: "the brother of a victim, X",
/// «адвокат потерпевшей Иван Петров».
pub(crate) fn is_of_another(scene: &Scene<'_>, who: &Mention, noun: Span) -> bool {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)(?:^|[^\p{{L}}])(?:(?:{KIN}|{FRIEND}|{OTHER}) (?:of|for|to|de|del) {DETAIL}|(?P<ru>(?:{KIN}|{FRIEND}|{OTHER})) {DETAIL})$"
        ))
    });
    let lead = Span::new(scene.sentence.span.start, noun.start);
    let Some(hit) = HEAD.captures(scene.at(lead)) else {
        return false;
    };
    let rest = scene.at(Span::new(noun.end, who.place.span.start));
    match hit.name("ru") {
        Some(_) => {
            scene.at(noun).chars().any(|c| ('а'..='я').contains(&c)) && order::roles_of(who).0
        }
        None => rest.contains(','),
    }
}
