//! Who is meant where a harm is done to "her", "lo", «его»: what somebody says of "her" is said of herself.
//!
//! The pronoun inside what somebody says, or in the sentence of whom he accuses, is himself, where gender allows. Who does the
//! harm is never the one who suffers it. Where more than one may be meant, whoever speaks counts as a possible victim only.
//! "The mother of a missing girl" who says "her" means the girl.

pub(super) mod cues;
mod gender;
mod heard;
mod near;
mod papers;
mod row;
mod several;
pub(crate) mod unnamed;

use super::around::Scene;
use super::names::lexicon::fold;
use super::needs::Pattern;
use super::order;
use super::roles::cues::{LAWYERS, OFFICES, RANKS};
use super::roles::threats;
use crate::alphabet::{Regex, pattern};
use crate::fold::Gender;
use cues::{Build, DEEDS, FUNCTION, OF_THINGS};
use gender::gender as of;
use model::{Language, Mention, Span};
pub(crate) use near::Near;
pub(crate) use several::several;
use std::sync::LazyLock;

/// How a harm is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Somebody does it.
    Done,
    /// Somebody is accused of it.
    Charged,
    /// Somebody undergoes it.
    Suffered,
}

/// A harm done to somebody whom only a pronoun names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deed<'a> {
    /// The words of the verb.
    pub(crate) verb: Span,
    /// Whether it is a recruitment.
    pub(crate) recruits: bool,
    /// How it is told.
    pub(crate) told: Told,
    /// Who does it, where that is sure.
    pub(crate) doer: Option<&'a Mention>,
    /// Who suffers it.
    pub(crate) whom: Option<&'a Mention>,
    /// Whether nobody else can be meant.
    pub(crate) sure: bool,
}

/// What may stand between who does it and the verb or its pronoun.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^['’]?(?:,[^,.;]{1,60},| \([^)]{1,40}\))?",
        r"(?:,? (?:who|que|quien|had|has|have|was|is|also|then|later|first|once|allegedly|reportedly|personally|himself|herself|initially|presuntamente|supuestamente|también|luego|якобы|тоже|также|потом|затем|лично|сам|сама|котор\p{L}+))*",
        r"(?:,? as the (?:man|woman|person|one|recruiter|driver) who(?: had)?|,? como (?:el hombre|la mujer|la persona|quien|el|la)(?: que)?| как (?:мужчину|женщину|человека|того|ту),? котор\p{L}+",
        r"| (?:accused|suspected|convicted|guilty|charged|acusad[oa]|condenad[oa])| (?:of|with|for|de|por|haber|tried to|wanted to|helped(?: to)?|admitted(?: to)?|confessed to|acknowledged|denied|boasted of|bragged about|began|started|admitió|confesó|reconoció|negó|intentó|trató de))*\s?$",
    ))
});

/// "X, a quien Y acusó de", "X, whom Y accused of": between the two, and behind the second.
static ACCUSES: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    (
        pattern(r"(?i)^,? (?:a quien|a la que|al que|whom)\s$"),
        pattern(
            r"(?i)^ (?:has |had |ha |había )?(?:accus(?:ed|es) of|acus(?:ó|a|ado) de|denunci(?:ó|a) por|señal(?:ó|a) (?:de|por))(?: haber)?\s$",
        ),
    )
});

/// Between a verb and whoever does it, behind it.
static DOER_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:(?:el|la|su|un|una|un tal|una tal|некий|некая|его|её|ее|сам|сама) )?(?:(?:(?:hermano|hermana|marido|esposo|esposa|mujer|padre|madre|novio|novia|cuñad[oa]|padrastro|madrastra|patrón|patrona|jef[ea]|dueñ[oa]|отчим|мачеха|брат|сестра|муж|жена|отец|мать|дядя|т[её]тя|хозяин|хозяйка|сожитель)|señora?|vecin[oa]|amig[oa]|prim[oa]|tí[oa]|joven|подруга|друг|знаком\p{L}+|соседка?|родственни\p{L}+|гражданин|гражданка),? ){0,2}$",
    )
});

/// Between a passive and its agent.
static AGENT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:,? [\p{L}\d]+){0,4} (?:by|por)(?: \p{Ll}+){0,2},? $"));

/// Where police and courts hold people.
static CUSTODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:prison|jail|cell|custody|police|station|detention|hospital|court|cárcel|prisión|comisaría|calabozo|тюрьм\p{L}+|сизо|колони\p{L}+|изолятор\p{L}*|полици\p{L}+|отдел\p{L}*|больниц\p{L}+)\b",
    )
});

/// "and sold her": who stands right before is whom the verb before was done to.
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^,? (?:and|y|и)(?: (?:then|later|luego|después|потом|затем))? $")
});

/// Whoever recruits others in the same sentence.
static HARMS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,?(?: (?:who|que|quien|had|has|also|котор\p{L}+|había|ha))* (?:recruit(?:ed|s)|lured|trafficked|kidnapped|reclut(?:ó|aba|ado) a|capt(?:ó|aba|ado) a|(?:за)?вербовала?)\s",
    )
});

static RECRUITS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)recruit|reclut|\bcapt[aó]|enganch|вербова"));

/// Every harm in the sentence that is done to a pronoun; `near` are the people of the sentences before.
pub(crate) fn deeds<'a>(scene: &Scene<'a>, near: &Near<'a>) -> Vec<Deed<'a>> {
    let mut found: Vec<Deed<'a>> = Vec::new();
    for (build, words) in DEEDS.iter().filter(|(_, words)| scene.may(words)) {
        for hit in words.captures_iter(scene.words()) {
            let (Some(verb), Some(pron)) = (hit.name("verb"), hit.name("pron")) else {
                continue;
            };
            let span = scene.span(verb.start(), verb.end());
            let them = scene.span(pron.start(), pron.end());
            let again = found.iter().any(|deed| deed.verb.overlaps(span));
            let paper = *build == Build::Papers;
            // "le quitó el pasaporte a X" names whose it is.
            if paper && papers::is_named(scene, span) {
                continue;
            }
            // "made her clean", "burn her house": the words themselves say what the pronoun is.
            let own = hit.name("own").is_some() || verb.as_str().starts_with("ma");
            let object = paper || own || is_object(scene, span, them);
            if again || !object || is_custody(scene, span) {
                continue;
            }
            found.extend(deed(scene, *build, (span, them), near));
        }
    }
    found.sort_by_key(|deed| deed.verb);
    found
}

/// Who is meant by a pronoun of which something is told: who says it, else who was named last before it.
pub(crate) fn subject<'a>(
    scene: &Scene<'a>,
    pron: Span,
    near: &[&'a Mention],
) -> Option<&'a Mention> {
    let build = match scene.at(pron) {
        "tiene" | "tenía" => Build::Bare,
        _ => Build::Passive,
    };
    whom(scene, build, (pron, pron), None, &Near::of(near)).map(|(who, _)| who)
}

/// Who of the sentences before is meant by a pronoun.
pub(crate) fn earlier<'a>(scene: &Scene<'a>, pron: Span, near: &Near<'a>) -> Option<&'a Mention> {
    before_it(scene, Gender::of_pronoun(scene.at(pron)), None, near)
}

/// The harm of a verb to a pronoun; none if things suffer it as often and nobody is named who does it.
fn deed<'a>(
    scene: &Scene<'a>,
    build: Build,
    (verb, pron): (Span, Span),
    near: &Near<'a>,
) -> Option<Deed<'a>> {
    let words = scene.at(verb).to_lowercase();
    let told = match build {
        Build::Passive | Build::Bare => Told::Suffered,
        Build::Charged => Told::Charged,
        _ if words.ends_with("ing") => Told::Charged,
        _ => Told::Done,
    };
    let start = verb.start.min(pron.start);
    let acts = !matches!(build, Build::Passive | Build::Bare);
    let further = || row::doer(scene, verb, start).filter(|_| acts);
    let doer = doer(scene, build, verb, pron).or_else(further);
    // Who goes on acting is none of those it is done to, though he is not surely the one who does it.
    let implied = (acts && doer.is_none())
        .then(|| near.goes_on(scene, verb, start))
        .flatten();
    let by = doer.or(implied);
    let behind = verb.end.max(pron.end);
    let rest = scene.at(scene.rest(behind));
    if by.is_none() && OF_THINGS.contains(&words.as_str())
        || threats::is_threat(&words) && threats::is_lawful(rest)
        || build == Build::Papers && papers::are_lawful(scene, (verb, pron), by)
    {
        return None;
    }
    let things = OF_THINGS.contains(&words.as_str()) || build == Build::Papers;
    let whom = whom(scene, build, (verb, pron), by, near).or_else(|| {
        let anybody = implied.is_some() && !things;
        anybody.then(|| whom(scene, build, (verb, pron), None, near))?
    });
    // "recruited me" outside what anybody named says is told by who speaks.
    let mine = matches!(
        scene.at(pron).to_lowercase().as_str(),
        "me" | "меня" | "мне"
    );
    if mine && whom.is_none() {
        return None;
    }
    Some(Deed {
        verb,
        recruits: RECRUITS.is_match(&words),
        told,
        doer,
        whom: whom.map(|(who, _)| who),
        sure: whom.is_some_and(|(_, sure)| sure),
    })
}

/// Whether a pronoun behind its verb is no possessive: "recruited her", not "recruited her sister".
fn is_object(scene: &Scene<'_>, verb: Span, pron: Span) -> bool {
    if pron.end <= verb.start {
        return true;
    }
    let rest = scene.at(scene.rest(pron.end));
    let Some(next) = rest.strip_prefix(' ') else {
        return true;
    };
    let word = |c: char| !c.is_alphanumeric() && c != '-';
    let next = next.split(word).next().unwrap_or_default();
    let free = next.is_empty() || FUNCTION.contains(&next);
    match scene.at(pron).to_lowercase().as_str() {
        "her" => free || next.ends_with("ly"),
        "him" => !matches!(next, "a" | "an" | "the" | "some"),
        "его" | "её" | "ее" => free,
        _ => true,
    }
}

/// Whether "held" and the like are what the police does.
fn is_custody(scene: &Scene<'_>, verb: Span) -> bool {
    let words = scene.at(verb).to_lowercase();
    let holds = [
        "held",
        "kept",
        "hid",
        "hidden",
        "locked",
        "imprisoned",
        "держал",
        "удержив",
        "reten",
        "retuv",
        "encerr",
    ];
    holds.iter().any(|word| words.starts_with(word)) && CUSTODY.is_match(scene.words())
}

/// Who surely does what is done to a person at `whom`: behind "by" for a passive, else before the verb.
pub(crate) fn who_did<'a>(
    scene: &Scene<'a>,
    verb: Span,
    whom: Span,
    active: bool,
) -> Option<&'a Mention> {
    let build = if active && whom.end <= verb.start {
        Build::Either
    } else if active {
        Build::Before
    } else {
        Build::Passive
    };
    let who = doer(scene, build, verb, whom)?;
    (!in_office(scene, who) && !who.place.span.overlaps(whom)).then_some(who)
}

/// Who surely does it.
fn doer<'a>(scene: &Scene<'a>, build: Build, verb: Span, pron: Span) -> Option<&'a Mention> {
    let start = verb.start.min(pron.start);
    let end = verb.end.max(pron.end);
    let behind = scene.people().find(|who| who.place.span.start >= end);
    let gap = |who: &Mention| scene.at(Span::new(end, who.place.span.start));
    if matches!(build, Build::Passive | Build::Bare) {
        return behind.filter(|who| AGENT.is_match(gap(who)));
    }
    let agrees = |who: &&Mention| order::may_act(who, scene.at(verb));
    if build == Build::Either
        && let Some(who) = behind
            .filter(|who| DOER_BEHIND.is_match(gap(who)))
            .filter(agrees)
    {
        return Some(who);
    }
    let start = if build == Build::Charged {
        verb.start
    } else {
        start
    };
    // Who is named in what is set off before the verb does nothing.
    let outside = |who: &&Mention| scene.aside(who).is_none_or(|it| it.span.end > start);
    let mut before: Vec<&Mention> = scene
        .people()
        .filter(|who| who.place.span.end <= start)
        .filter(outside)
        .collect();
    let last = before.pop()?;
    let from = scene.told_from(last);
    let from = if from <= start {
        from
    } else {
        last.place.span.end
    };
    let lead = scene.at(Span::new(from, start));
    if ACCUSES.1.is_match(lead) {
        let accused = before.pop()?;
        let between = scene.at(Span::new(accused.place.span.end, last.place.span.start));
        return ACCUSES.0.is_match(between).then_some(accused);
    }
    // "El dueño, X, le quitó": the name behind the noun is the subject.
    let before = scene.at(Span::new(scene.sentence.span.start, last.place.span.start));
    let apposed = lead == ", " && APPOSED.is_match(before);
    // "A X le quitaron": she does nothing.
    let acts = agrees(&last) && !order::is_marked(scene, last);
    ((apposed || SUBJECT.is_match(lead)) && acts).then_some(last)
}

/// A common noun and the comma before the name of whom it means.
static APPOSED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^\p{L}])\p{Ll}{3,}, $"));

/// Who the pronoun is, and whether nobody else can be.
fn whom<'a>(
    scene: &Scene<'a>,
    build: Build,
    (verb, pron): (Span, Span),
    doer: Option<&'a Mention>,
    near: &Near<'a>,
) -> Option<(&'a Mention, bool)> {
    let gender = Gender::of_pronoun(scene.at(pron));
    let may = |who: &&'a Mention| {
        doer.is_none_or(|doer| doer.id != who.id && doer.text != who.text) && gender.fits(of(who))
    };
    let free = |who: &&'a Mention| {
        may(who)
            && !in_office(scene, who)
            && !harms(scene, who)
            && !heard::is_told(scene, who, gender)
    };
    let before: Vec<&Mention> = scene
        .people()
        .filter(|who| who.place.span.end <= pron.start)
        .filter(free)
        .collect();
    // Who stands right before, and suffered what the verb before says.
    let start = verb.start.min(pron.start);
    let joined = before.last().filter(|who| {
        let gap = scene.at(Span::new(who.place.span.end, start));
        // «Толя, его били».
        JOINED.is_match(gap) || gap == ", " && scene.speaks(Language::Ru)
    });
    if let Some(who) = joined {
        return Some((who, before.len() == 1));
    }
    if let Some(who) = speaks(scene, pron).into_iter().find(|who| free(who)) {
        if let Some(other) = unnamed::of(scene, who) {
            return other.before(pron.start).map(|other| (other, true));
        }
        let sure = of(who) == gender || before.iter().all(|other| other.id == who.id);
        return Some((who, sure));
    }
    if let Some(other) = unnamed::said_by_kin(scene, pron) {
        return other.before(pron.start).map(|other| (other, true));
    }
    let le = scene.at(pron).eq_ignore_ascii_case("le");
    if build == Build::Bare || gender == Gender::Open && !le {
        return None;
    }
    let one = if build == Build::Passive {
        before.last()
    } else {
        before.first()
    };
    if let Some(who) = one {
        return Some((who, before.len() == 1));
    }
    before_it(scene, gender, doer, near).map(|who| (who, false))
}

/// Who of the sentence before is meant by a pronoun: the only one of its gender, else the only one who may be of it. Where
/// it names nobody but who does it, the sentence before that is asked.
fn before_it<'a>(
    scene: &Scene<'a>,
    gender: Gender,
    doer: Option<&'a Mention>,
    near: &Near<'a>,
) -> Option<&'a Mention> {
    let other = |who: &Mention| doer.is_none_or(|doer| !is_short(doer, who));
    let helps = |who: &Mention| near.helpers.iter().any(|one| one.id == who.id);
    let fits = |who: &&&'a Mention| {
        who.place.part == scene.part && other(who) && !helps(who) && gender.fits(of(who))
    };
    let only = |all: &[&'a Mention], of_it: bool| {
        let mut all = all.iter().filter(fits);
        let first = all.find(|who| !of_it || of(who) == gender)?;
        let mut rest = all.filter(|who| !of_it || of(who) == gender);
        rest.all(|who| who.text == first.text).then_some(*first)
    };
    let known = |all: &[&'a Mention]| all.iter().filter(fits).any(|who| of(who) == gender);
    let acts_alone = near.last.iter().all(|who| !other(who)) && !near.last.is_empty();
    let all = if acts_alone { &near.far } else { &near.last };
    only(all, known(all))
}

/// Whether the words of one name all stand in the other: "Moss", "Kellan Moss".
fn is_short(short: &Mention, name: &Mention) -> bool {
    let words: Vec<&str> = name.text.split_whitespace().collect();
    short
        .text
        .split_whitespace()
        .all(|word| words.contains(&word))
}

/// Whose kin somebody is that is called "her sister": who bears the same surname, else who says it, else who was named last
/// before, of those whom the pronoun fits; else of the people `near`, of the sentence before. Whoever is told to be harmed
/// comes first: his kin is spoken of sooner than that of who harms him.
pub(crate) fn owner<'a>(
    scene: &Scene<'a>,
    words: Span,
    kin: &Mention,
    near: &[&'a Mention],
    suffers: &dyn Fn(&Mention) -> bool,
) -> Option<&'a Mention> {
    static BESIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^ (?:and|with|y|con|и|с) $"));
    let pron = scene.at(words).split_whitespace().next()?;
    let gender = Gender::of_pronoun(pron);
    let fits = |who: &&'a Mention| who.id != kin.id && gender.fits(of(who));
    let before: Vec<&Mention> = scene
        .people()
        .filter(|who| who.place.span.end <= words.start)
        .filter(fits)
        .collect();
    let last = before.last().copied();
    let related = before.iter().find(|who| share_surname(who, kin));
    let gap = |who: &Mention| scene.at(Span::new(who.place.span.end, words.start));
    let beside = last.filter(|who| BESIDE.is_match(gap(who)));
    let says = || {
        let all = speaks(scene, words);
        all.into_iter()
            .find(|who| fits(who) && !in_office(scene, who))
    };
    let harmed = || before.iter().copied().rfind(|who| suffers(who));
    let here = related.copied().or(beside).or_else(says);
    if let Some(who) = here.or_else(harmed).or(last) {
        return Some(who);
    }
    let there: Vec<&Mention> = near
        .iter()
        .copied()
        .filter(|who| who.place.part == scene.part && fits(who))
        .collect();
    let related = there.iter().find(|who| share_surname(who, kin));
    let harmed = there.iter().rfind(|who| suffers(who));
    related.or(harmed).or(there.first()).copied()
}

/// Whether the pronoun at a span may stand for somebody, by gender.
pub(crate) fn fits(scene: &Scene<'_>, words: Span, who: &Mention) -> bool {
    let pron = scene
        .at(words)
        .split_whitespace()
        .next()
        .unwrap_or_default();
    Gender::of_pronoun(pron).fits(of(who))
}

/// Whose a thing is that is called his: whom the pronoun fits of those named before it in the sentence, else in the sentence
/// before; never whoever speaks.
pub(crate) fn holder<'a>(
    scene: &Scene<'a>,
    pron: Span,
    near: &[&'a Mention],
) -> Option<&'a Mention> {
    let gender = Gender::of_pronoun(scene.at(pron));
    let other = |who: &&'a Mention| {
        who.place.part == scene.part
            && gender.fits(of(who))
            && scene.speaker.is_none_or(|speaker| speaker.text != who.text)
    };
    let before = scene
        .people()
        .filter(|who| who.place.span.end <= pron.start)
        .filter(other)
        .last();
    before.or_else(|| near.iter().copied().rfind(other))
}

/// Whether two names have one surname, but for its ending in Russian.
fn share_surname(one: &Mention, other: &Mention) -> bool {
    let words = |name: &Mention| -> Vec<String> {
        let words = name.text.split_whitespace().skip(1);
        words
            .map(|word| {
                let word = fold(word);
                let kept = if word.is_ascii() {
                    word.chars().count()
                } else {
                    4
                };
                word.chars().take(kept).collect()
            })
            .collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// People who say what stands at a span, the innermost first; of "X's lawyer, Y" first X.
pub(crate) fn speaks<'a>(scene: &Scene<'a>, at: Span) -> Vec<&'a Mention> {
    let mut claims: Vec<_> = scene
        .claims
        .iter()
        .filter(|claim| claim.content.iter().any(|content| content.contains(at)))
        .collect();
    claims.sort_by_key(|claim| {
        claim
            .content
            .iter()
            .map(|content| content.len())
            .sum::<usize>()
    });
    let sources = claims.iter().filter_map(|claim| claim.source.span());
    sources
        .flat_map(|source| {
            scene
                .people()
                .filter(move |who| source.overlaps(who.place.span))
        })
        .collect()
}

/// Whether somebody speaks for an office, or helps: a lawyer, a policeman, a reporter, a volunteer.
pub(crate) fn in_office(scene: &Scene<'_>, who: &Mention) -> bool {
    static OFFICE: LazyLock<(Pattern, Pattern)> = LazyLock::new(|| {
        let words = format!(
            r"{OFFICES}|{RANKS}|{LAWYERS}|counsel|officer|agent|captain|expert|professor|doctor|dr\.?|spokes\w+|journalist|reporter|correspondent|columnist|editor|volunteer|activist|(?:social|youth|case|aid|outreach|charity|shelter|support|welfare|rescue) worker|caseworker|counsellor|counselor|director|researcher|perit[oa]|periodista|reporter[oa]|corresponsal|columnista|voluntari[oa]|activista|trabajadora? social|director(?:a)?|эксперт\p{{L}}*|журналист\p{{L}}*|репорт[её]р\p{{L}}*|корреспондент\p{{L}}*|колумнист\p{{L}}*|волонт[её]р\p{{L}}*|соцработни\p{{L}}+|социальн\p{{L}}+ работни\p{{L}}+|активист\p{{L}}*|правозащитни\p{{L}}+|директор\p{{L}}*"
        );
        (
            Pattern::new(format!(
                r"(?i)(?:^|[^\p{{L}}])(?:{words})(?: (?:general|de la \p{{L}}+|del \p{{L}}+|\p{{L}}+ии))?,? $"
            )),
            Pattern::new(format!(
                r"(?i)^(?:,| \() ?(?:(?:an?|the|who is|el|la|un|una|su|his|her) )?(?:[\p{{Ll}}-]+ ){{0,3}}?(?:{words})(?:$|[^\p{{L}}])"
            )),
        )
    });
    let span = who.place.span;
    let sentence = scene.sentence.span;
    let before = scene
        .people()
        .map(|other| other.place.span.end)
        .filter(|end| *end <= span.start)
        .max()
        .unwrap_or(sentence.start);
    let left = scene.at(Span::new(before, span.start.max(before)));
    let right = scene.at(scene.rest(span.end));
    scene.may(&OFFICE.0) && OFFICE.0.is_match(left)
        || scene.may(&OFFICE.1) && OFFICE.1.is_match(right)
}

fn harms(scene: &Scene<'_>, who: &Mention) -> bool {
    let from = scene.told_from(who);
    HARMS.is_match(scene.at(scene.rest(from)))
}
