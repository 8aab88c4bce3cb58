//! Parties of proceedings whom a noun or a heading names: "the suspect X", "El acusado X", «Подсудимый X», "R v X", and who is
//! named as responsible to a court or the police.
//!
//! One step for each person and stage, and none where a verb tells the step already.

use super::super::around::{Scene, within};
use super::super::needs::Pattern;
use super::super::text::Setting;
use crate::alphabet::{Regex, pattern};
use model::{Mention, Proceeding, ProceedingId, Span, Stage};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What the law calls somebody, by stage; the endings of Russian are in `RU`.
const NOUNS: &[(Stage, &str, &str, &str)] = &[
    (
        Stage::Investigation,
        "suspect",
        "sospechos[oa]|investigad[oa]",
        "подозреваем",
    ),
    (
        Stage::Charge,
        "(?:co-?)?accused",
        "(?:co)?acusad[oa]|imputad[oa]|procesad[oa]|encausad[oa]|sindicad[oa]",
        "обвиняем",
    ),
    (
        Stage::Trial,
        "(?:co-?)?defendant",
        "enjuiciad[oa]",
        "подсудим",
    ),
    (
        Stage::Arrest,
        "detainee",
        "detenid[oa]",
        "(?:задержанн|арестованн)",
    ),
    (Stage::Conviction, "convict", "condenad[oa]", "осужд[её]нн"),
];

/// Endings of a Russian adjective in the singular.
const RU: &str = "(?:ый|ая|ого|ой|ому|ую|ым|ом)";

struct Noun {
    stage: Stage,
    before: Pattern,
    behind: Pattern,
}

static COMPILED: LazyLock<Vec<Noun>> = LazyLock::new(|| {
    let noun = |(stage, en, es, ru): &(Stage, &str, &str, &str)| Noun {
        stage: *stage,
        before: Pattern::new(format!(
            r"(?i)(?:(?:^[^\p{{L}}]*|(?:^|[^\p{{L}}])(?P<of>(?:of|with|against|for|by|to) )?(?:the|an?|of|with|main|prime|chief|first|second|fellow|other|against|for|by|his|her) )(?P<en>{en})|(?:^[^\p{{L}}]*|(?:^|[^\p{{L}}])(?:(?P<de>del|al|de (?:la|su)|a (?:la|su))|el|la|otr[oa]|un|una|su|también|presunt[oa]) )(?P<es>{es})|(?:^|[^\p{{L}}])(?P<ru>{ru}{RU}))(?:,? (?:named|called|identified as|llamad[oa]|identificad[oa] como|por nombre|по имени|гр\p{{L}}*\.?))?,? (?:(?:mr|mrs|ms|don|doña|el señor|la señora)\.? )?$"
        )),
        behind: Pattern::new(format!(
            r"(?i)^,? \(?(?:,)?(?:the |main |first |second |el |la |el principal |la principal )?(?P<cue>{en}|{es}|{ru}{RU})\)?(?:[,.)]|$)"
        )),
    };
    NOUNS.iter().map(noun).collect()
});

/// The head of a case, up to against whom it is.
static VERSUS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?P<cue>(?:(?:the )?(?:queen|king|crown|people|state|government|commonwealth|prosecutor)|r|regina|rex|united states(?: of america)?|u\.s\.|(?:state|commonwealth|people) of (?:the )?\p{L}+(?: \p{L}+)?|el estado|ministerio público|fiscalía)\.? (?:v|vs|versus|c/|contra)\.?|causa(?: penal)? (?:seguida )?contra|(?:уголовн\p{L}+ )?дел[оау]\p{L}* (?:в отношении|по обвинению)(?: гр\p{L}*\.?)?)\s$",
    )
});

/// Whom somebody names to the law as the one who did it.
static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>(?:señal(?:a|ó|an|aron)|identific(?:a|ó)|apunt(?:a|ó)) como (?:l[oa]s? |el |su |sus |principal |presunt[oa] )*(?:responsables?|autora?|culpables?|captora?|agresora?) a|(?:denunci(?:a|o|ó)|querella contra|denuncia contra) a?|привлечь к (?:\p{L}+ )?ответственности(?: гр\p{L}*\.?)?|(?:named|identified) (?:the|her|his|their) (?:attacker|captor|abuser|recruiter|trafficker|exploiter)s? as) ?$",
    )
});

/// Adds the parties whom no step names yet.
pub(super) fn add(scenes: &[Scene<'_>], all: &mut Vec<Proceeding>) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for scene in scenes {
        let told = all.iter().filter(|step| step.place.part == scene.part);
        let spans: Vec<Span> = told.filter_map(|step| step.who).collect();
        let named = scene
            .people()
            .filter(|who| spans.iter().any(|span| span.overlaps(who.place.span)));
        known.extend(named.filter_map(surname));
    }
    for scene in scenes {
        if matches!(scene.sentence.setting, Setting::Row | Setting::Furniture) {
            continue;
        }
        for who in scene.people() {
            let Some(name) = surname(who) else { continue };
            let Some((stage, cue)) = party(scene, who).filter(|_| !known.contains(&name)) else {
                continue;
            };
            known.insert(name);
            all.push(step(scene, who, stage, cue));
        }
    }
    all.sort_by_key(|step| (step.place.part, step.place.span));
}

/// The last word of a name, by which he is known in the rest of the text.
fn surname(who: &Mention) -> Option<String> {
    let last = who.text.split_whitespace().next_back()?;
    let kept = last
        .chars()
        .count()
        .saturating_sub(if last.is_ascii() { 0 } else { 2 })
        .max(3);
    Some(last.chars().take(kept).collect())
}

/// What the words around a name call its bearer.
fn party(scene: &Scene<'_>, who: &Mention) -> Option<(Stage, Span)> {
    let own = who.place.span;
    let left = Span::new(scene.sentence.span.start, own.start);
    let right = scene.rest(own.end);
    for noun in COMPILED.iter() {
        let before = scene.captures(&noun.before, left).and_then(|hit| {
            let cue = ["en", "es", "ru"].iter().find_map(|name| hit.name(name))?;
            // "The girlfriend of the suspect, X": not the suspect.
            let others = hit.name("of").or_else(|| hit.name("de")).is_some();
            let apart = hit
                .get(0)
                .is_some_and(|whole| whole.as_str()[cue.end() - whole.start()..].contains(','));
            (!others || !apart).then(|| within(left, cue))
        });
        if let Some(cue) = before.or_else(|| scene.cue(&noun.behind, right)) {
            return Some((noun.stage, cue));
        }
    }
    if let Some(cue) = scene.cue(&NAMED, left) {
        return Some((Stage::Complaint, cue));
    }
    // The stop of "v." may end a sentence.
    let line = scene.text[..own.start].rfind('\n').map_or(0, |at| at + 1);
    let from = scene
        .text
        .ceil_char_boundary(own.start.saturating_sub(HEAD))
        .max(line);
    let head = Span::new(from, own.start);
    let hit = VERSUS.captures(scene.at(head))?.name("cue")?;
    Some((Stage::Trial, within(head, hit)))
}

/// Longest head of a case, in bytes.
const HEAD: usize = 80;

fn step(scene: &Scene<'_>, who: &Mention, stage: Stage, cue: Span) -> Proceeding {
    let own = who.place.span;
    let place = scene.place(Span::new(cue.start.min(own.start), cue.end.max(own.end)));
    let id = ProceedingId::derive(&[
        &place.key(),
        stage.as_str(),
        &format!("{}-{}", cue.start, cue.end),
    ]);
    Proceeding {
        id,
        place,
        stage,
        who: Some(own),
        by: None,
        offence: None,
        certainty: scene.certainty(cue),
        claim: scene.claim(cue).map(|claim| claim.id().clone()),
    }
}
