//! Who is told of a harm: "told a youth worker, X, that Y had sold her" means whoever tells it, not who hears it.

use super::gender::gender;
use super::unnamed;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::needs::Pattern;
use crate::extract::order;
use crate::fold::Gender;
use model::{Mention, Span};
use std::sync::LazyLock;

/// People to whom others turn.
const HELPER: &str = r"workers?|caseworker|teacher|headteacher|nurse|doctor|midwife|psychologist|counsell?or|therapist|priest|pastor|nun|volunteer|lawyer|solicitor|attorney|officer|detective|reporter|journalist|interpreter|translator|trabajador(?:a)? social|educador(?:a)?|maestr[oa]|profesor(?:a)?|enfermer[oa]|médic[oa]|doctor(?:a)?|psicólog[oa]|monja|cura|sacerdote|voluntari[oa]|abogad[oa]|agente|periodista|intérprete|работни\p{L}+|соцработни\p{L}+|учител\p{L}+|медсестр\p{L}+|врач\p{L}*|психолог\p{L}*|священник\p{L}*|волонт[её]р\p{L}*|адвокат\p{L}*|следовател\p{L}+|журналист\p{L}*|переводчи\p{L}+|воспитател\p{L}+";

/// A verb of telling with who hears it behind, up to his name.
static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?P<verb>",
        r"told|tells|telling|tell|confid(?:ed|es|ing) (?:in|to)|confess(?:ed|es|ing) to|admitted to|reveal(?:ed|s|ing) to|disclos(?:ed|es|ing) to|complain(?:ed|s|ing) to|report(?:ed|s|ing) to|wrote to|explain(?:ed|s|ing) to|describ(?:ed|es|ing) to|(?:said|says|spoke|talked|cried) to|inform(?:ed|s|ing)|recount(?:ed|s|ing) to|whispered to|texted|messaged|assured",
        r"|(?:le |les |se lo )?(?:(?:cont|confes|relat|confi|revel|explic|denunci|narr|avis|coment|habl|declar|manifest|asegur)(?:ó|aba|aron)|dijo|dijeron|dice|escribió)(?: (?:todo|ello|esto|entonces|luego|después|llorando))? (?:al?|ante)",
        r"|(?:рас)?сказал[аи]?|сообщил[аи]?|призна(?:лась|лся|лись)|пожаловал(?:ась|ся)|поведал[аи]?|объяснил[аи]?|написал[аи]?|открыл(?:ась|ся)|доверил(?:ась|ся)",
        r")(?P<who>(?: [\p{Ll}-]+){0,5}),? $",
    ))
});

/// Somebody hears of it from whoever is named behind: "X heard from Y that".
static HEARD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:,[^,;.]{1,60},)?(?: (?:had|has|later|also|first|then|luego|también|позже|потом))* (?:heard|learn(?:ed|t)|found out|supo|se enteró|oyó|escuchó|узнал[аи]?|услышал[аи]?)(?: [\p{L} ]{0,24}?)? (?:from|por|de|от) $",
    )
});

static HELPS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{HELPER})(?:$|[^\p{{L}}])"
    ))
});

/// The same set off behind the name.
static HELPS_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:,| \() ?(?:[\p{{Ll}}-]+ ){{0,4}}?(?:{HELPER})(?:$|[^\p{{L}}])"
    ))
});

/// Whoever tells it without a name, up to the verb, or nobody at all.
static TELLER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[^\p{{L}}]*(?:(?:then|later|after that|luego|después|allí|entonces|потом|затем|там),? )?(?:(?:(?:the|an?|one|la|el|una?|одна|один) )?(?:[\p{{Ll}}-]+ ){{0,3}}?(?P<who>s?he|ella|él|она|он|{}|{}) (?:[\p{{L}}]+ ){{0,3}}?)?$",
        unnamed::YOUNG,
        r"девушка|девочка|женщина|мальчик|юноша|подросток|потерпевш(?:ая|ий)|жертва|пропавшая|школьница|студентка|пострадавш(?:ая|ий)",
    ))
});

/// Whether somebody hears of a harm that is done to a pronoun of this gender, and whoever tells it may be the one it is done to.
pub(super) fn is_told(scene: &Scene<'_>, who: &Mention, pron: Gender) -> bool {
    let fits = |other: &Mention| pron.fits(gender(other));
    if hears_from(scene, who, &fits) {
        return true;
    }
    let Some((verb, helps)) = hears(scene, who) else {
        return false;
    };
    let mut before = scene
        .people()
        .filter(|other| other.place.span.end <= verb)
        .peekable();
    let lead = Span::new(scene.sentence.span.start, verb);
    let unnamed = before.peek().is_none() && tells(scene.at(lead), pron);
    helps || unnamed || before.any(fits)
}

/// Whether somebody to whom others turn hears of something.
pub(super) fn helps(scene: &Scene<'_>, who: &Mention) -> bool {
    hears(scene, who).is_some_and(|(_, helps)| helps)
}

/// Where the verb begins by which somebody hears of something, and whether he is one to whom others turn.
fn hears(scene: &Scene<'_>, who: &Mention) -> Option<(usize, bool)> {
    let own = who.place.span;
    let last = scene
        .people()
        .filter(|other| other.place.span.end <= own.start)
        .last();
    let from = last.map_or(scene.sentence.span.start, |last| last.place.span.end);
    let left = Span::new(from.min(own.start), own.start);
    let hit = scene.captures(&TOLD, left)?;
    let verb = hit.name("verb")?;
    let russian = verb.as_str().chars().any(|c| ('а'..='я').contains(&c));
    if russian && order::roles_of(who).0 {
        return None;
    }
    let behind = scene.at(scene.rest(own.end));
    let noun = hit.name("who").map_or("", |noun| noun.as_str());
    let helps = HELPS.is_match(noun) || HELPS_BEHIND.is_match(behind);
    Some((left.start + verb.start(), helps))
}

/// Whether the words before a verb of telling leave its subject out, or name somebody so whom the pronoun may mean.
fn tells(lead: &str, pron: Gender) -> bool {
    static MAN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:boys?|man|son|schoolboys?|niños?|hombres?|chicos?|muchachos?|alumnos?|мальчик|юноша)$",
        )
    });
    let Some(hit) = TELLER.captures(lead) else {
        return false;
    };
    let who = hit.name("who").map_or("", |who| who.as_str());
    let own = if MAN.is_match(who) {
        Gender::Man
    } else {
        Gender::of_pronoun(who)
    };
    own.fits(pron)
}

/// Whether somebody hears it from whoever is named right behind.
fn hears_from(scene: &Scene<'_>, who: &Mention, fits: &dyn Fn(&Mention) -> bool) -> bool {
    let own = who.place.span;
    let next = scene
        .people()
        .find(|other| other.place.span.start >= own.end);
    next.is_some_and(|other| {
        let gap = Span::new(own.end, other.place.span.start);
        fits(other) && scene.captures(&HEARD, gap).is_some()
    })
}
