//! Proceedings: arrests, charges, trials, sentences and the like, with who, by whom and for what.
//!
//! Negated, denied and conditional steps ("was not charged", "if convicted") are no steps.

mod accused;
mod cues;
mod parties;

use super::around::{Scene, filled, trimmed, within};
use super::needs::Pattern;
use super::order;
use super::predicate;
use crate::alphabet::{Regex, pattern};
use cues::{CUES, Voice};
use model::{Language, Mention, MentionKind, Proceeding, ProceedingId, Span, Stage};
use parties::{antecedent, named, without_penalty};
use std::sync::LazyLock;

struct Cue {
    language: Language,
    stage: Stage,
    voice: Voice,
    words: Pattern,
}

static COMPILED: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    CUES.iter()
        .map(|(language, stage, voice, words)| Cue {
            language: *language,
            stage: *stage,
            voice: *voice,
            words: Pattern::new(format!(
                r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])"
            )),
        })
        .collect()
});

/// Words after which the object of a verb is over.
static OBJECT_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[,;:.()«»“”]|\s(?:к|ко|in|on|at|for|with|by|as|who|that|which|and|after|before|during|since|over|from|when|to|while|last|en|por|con|el lunes|el martes|el miércoles|el jueves|el viernes|entre|tras|durante|cuando|que|quien|desde|como|y|luego|в|на|за|по|после|во|которы\w+|и|с|со|при|из|когда|–|—)\s|\s(?:for|in|por|за)$",
    )
});

/// What introduces an offence after the cue.
static OFFENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:(?:^|\W)(?:for|of|with|over|on (?:charges|suspicion|counts?) of|on (?:\S+ )?charges of|in connection with|por(?: los? delitos? de| el delito de)?|de|bajo (?:el cargo|cargos|la acusación) de|por cargos de|в связи с|за|по (?:обвинению|подозрению|делу) (?:в|о|об)|по статье|по факту|в|об|о))\s+",
        r"(?P<what>(?:(?:la|el|los|un|una|aggravated|attempted|alleged|presunt[oa]s?|supuest[oa]s?|незаконн\w+|особо|крупн\w+)\s+){0,2}(?:human |people |sex |drug |arms |alien |illegal |aggravated )?(?:traffick\w+|smuggl\w+|recruit\w+|mercenar\w+|fraud|forg\w+|murder|kidnap\w+|terroris\w+|treason|espionage|extortion|laundering|assault|rape|slavery|exploitation|conspiracy|corruption|bribery|theft|robbery|trata|tráfico|reclut\w+|mercenarismo|estafa|fraude|falsific\w+|asesinato|secuestro|terrorismo|traición|extorsión|blanqueo|lavado|explotación|corrupción|cohecho|soborno|robo|traslado|asociación|торговл\w+|вербовк\w+|наемничеств\w+|наёмничеств\w+|мошенничеств\w+|убийств\w+|похищен\w+|терроризм\w*|измен\w+|вымогательств\w+|отмывани\w+|эксплуатаци\w+|коррупци\w+|взятк\w+|краж\w+|грабеж\w*|шпионаж\w*|подделк\w+|организаци\w+|незаконн\w+)",
        r"(?:\s(?:of|in|de|del|la|los|las|a|un|una|personas|seres|humanos|людьми|человек\w*|persons|people|human|beings|money|dinero|neighbour|neighbor|vecino|jóvenes|moneda|наркотик\w*|незаконной|миграции|laundering|trafficking|documents?|documentos))*)",
    ))
});

/// "by the ministry", "силами полиции"; the agent of a passive.
static AGENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:by|a manos de|por parte de|por)\s+(?P<who>(?:the |la |el |las |los |autoridades |fuerzas )?[\p{L} ]{3,60})",
    )
});

/// Ranks before a name: "Sgt.", "el inspector", "Detective Chief Inspector".
static RANK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:the |el |la )?(?:(?:sgt|sgto|det|insp|lt|capt|cpl|const|ofc|tte|cap|cmdte|agte|com|officers?|inspectora?|sergeant|sargento|detective|constable|captain|capitán|capitana|lieutenant|teniente|agente|agents?|commander|comandante|comisari[oa]|oficial|major|mayor|chief|jefe|superintendent|marshal|sheriff|deputy|prosecutor|fiscal|judge|juez|jueza|police|policía)\.? ){1,3}$",
    )
});

/// Words that turn a step into none where they stand in its cue.
const NOT: [&str; 11] = [
    "not",
    "never",
    "no",
    "without",
    "nunca",
    "ningún",
    "ninguna",
    "sin",
    "не",
    "без",
    "никаких",
];

/// The steps in a document's scenes, in text order.
pub(crate) fn proceedings(scenes: &[Scene<'_>]) -> Vec<Proceeding> {
    let mut all = Vec::new();
    for scene in scenes
        .iter()
        .filter(|scene| scene.is_told() && !scene.is_question())
    {
        let mut found: Vec<(Span, Proceeding)> = Vec::new();
        for cue in COMPILED
            .iter()
            .filter(|cue| scene.speaks(cue.language) && scene.may(&cue.words))
        {
            for hit in cue.words.captures_iter(scene.words()) {
                let Some(words) = hit.name("cue") else {
                    continue;
                };
                let span = scene.span(words.start(), words.end());
                let taken = found.iter().any(|(other, step)| {
                    other.overlaps(span) && (step.stage == cue.stage || other.len() >= span.len())
                });
                let whom = hit.name("whom").or_else(|| hit.name("whom2"));
                let whom = whom.map(|whom| scene.span(whom.start(), whom.end()));
                // «Дело против X не прекращено», "faces no charges": the cue holds its negation.
                let not = |word: &str| NOT.contains(&&*word.to_lowercase());
                let negated = words.as_str().split_whitespace().any(not);
                if taken || negated || scene.is_denied(span) || scene.is_conditional(span) {
                    continue;
                }
                found.push((span, step(scene, cue, span, whom)));
            }
        }
        found.sort_by_key(|(span, step)| (*span, step.stage));
        all.extend(found.into_iter().map(|(_, step)| step));
    }
    accused::add(scenes, &mut all);
    all
}

/// The step that a cue tells; `whom` it concerns, where the cue holds him.
fn step(scene: &Scene<'_>, cue: &Cue, span: Span, whom: Option<Span>) -> Proceeding {
    let (before, after) = (
        subject(scene, span),
        without_penalty(scene, object(scene, span)),
    );
    let whose = antecedent(scene, span).filter(|_| cue.voice == Voice::Passive);
    let front = fronted(scene, span).filter(|_| cue.voice == Voice::Active);
    let rest = scene.rest(span.end);
    let agent = agent(scene, rest);
    let (who, by) = match cue.voice {
        Voice::Passive if whose.is_some() => (whose, agent),
        // "fueron detenidas 17 personas": the subject may stand after the verb.
        Voice::Passive if adverbial(scene.at(before)) => (filled(after).or(filled(before)), agent),
        Voice::Passive => (filled(before).or(filled(after)), agent),
        Voice::Active if front.is_some() => (front, agent.or(filled(after))),
        Voice::Active => (filled(after), actor(scene, span).or(agent)),
        Voice::Noun => (filled(after), agent),
        Voice::About if whom.is_some() => (whom, agent),
        Voice::About => (None, actor(scene, span).or(agent)),
        Voice::Dative => charged(scene, (before, after), span),
    };
    let by = by.map(|by| named(scene, by));
    let me = scene
        .speaker
        .is_some()
        .then(|| first_person(scene, span))
        .flatten();
    let offence = OFFENCE
        .captures(scene.at(rest))
        .and_then(|hit| hit.name("what"))
        .map(|what| within(rest, what));
    let clause = scene.clause(span);
    let end = [who, by, offence]
        .into_iter()
        .flatten()
        .map(|span| span.end)
        .max()
        .unwrap_or(span.end)
        .max(span.end);
    let place = scene.place(Span::new(clause.start.min(span.start), end.max(clause.end)));
    let id = ProceedingId::derive(&[
        &place.key(),
        cue.stage.as_str(),
        &format!("{}-{}", span.start, span.end),
    ]);
    Proceeding {
        id,
        place,
        stage: cue.stage,
        who: me.or(who),
        by,
        offence,
        certainty: scene.certainty(span),
        claim: scene.claim(span).map(|claim| claim.id().clone()),
    }
}

/// Whom charges are brought against, told by his case, and who brings them: «Белову предъявил обвинение следователь».
fn charged(
    scene: &Scene<'_>,
    (before, after): (Span, Span),
    cue: Span,
) -> (Option<Span>, Option<Span>) {
    let dative = |span: &Span| {
        let words = scene.at(*span).to_lowercase();
        let last = words.split_whitespace().next_back().unwrap_or_default();
        let endings = ["у", "ю", "ому", "ему", "ой", "ей", "им", "ым", "ам", "ям"];
        endings.iter().any(|ending| last.ends_with(ending))
    };
    let (before, after) = (filled(before), filled(after));
    if let Some(who) = after.filter(dative) {
        return (Some(who), actor(scene, cue).filter(|by| *by != who));
    }
    if let Some(who) = before.filter(dative) {
        return (Some(who), after);
    }
    (None, actor(scene, cue).or(after))
}

/// "Como resultado de ..", "En Moscú": no subject, so that stands after the verb.
fn adverbial(words: &str) -> bool {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:como resultado|en|tras|según|durante|desde|por|el (?:lunes|martes|miércoles|jueves|viernes)|ayer|hoy|в|на|по|после|вчера|сегодня|ранее)\s",
        )
    });
    OPENING.is_match(words)
}

/// A person before the verb whom the verb has for its object: "A Iván lo detuvo la policía", «Ивана задержала полиция».
fn fronted(scene: &Scene<'_>, cue: Span) -> Option<Span> {
    let own = own(scene, cue);
    let front = scene
        .people()
        .filter(|person| own.contains(person.place.span))
        .last()?;
    let gap = scene.at(Span::new(front.place.span.end, cue.start));
    // «Оправдал Ивана и приговорил ..»: the object of the verb before.
    let joined = gap
        .split_whitespace()
        .any(|word| matches!(word, "и" | "а" | "но" | "y" | "e" | "and" | "but" | "pero"));
    (!joined && gap.split_whitespace().count() <= 2 && order::is_object(scene, front, cue))
        .then_some(front.place.span)
}

/// What of the clause before the cue belongs to the cue's own subject: behind "X said", inside what X said.
fn own(scene: &Scene<'_>, cue: Span) -> Span {
    static TOLD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:said|says|stated|announced|reported|confirmed|added|declared|claimed|wrote|disclosed|noted|insisted|told \S+(?: \p{L}+){0,2}?|dij(?:o|eron)|inform(?:ó|aron)|anunci(?:ó|aron)|confirm(?:ó|aron)|señal(?:ó|aron)|afirm(?:ó|aron)|declar(?:ó|aron)|asegur(?:ó|aron)|report(?:ó|aron)|indic(?:ó|aron)|precis(?:ó|aron)|(?:сообщ|заяв|подтверд|уточн)ил[аи]?|(?:рас)?сказал[аи]?|сообщает|сообщают|утвержда[ею]т)\s(?:(?:on|el|в) \p{L}+\s)?(?:that\s|que\s)?",
        )
    });
    static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i),\s(?:[^,]{1,60}\s)?(?:said|says|told|announced|dijo|informó|según|сообщил[аи]?|заявил[аи]?|according to)(?:\s[^,]{1,40})?,?(?:\s(?:had|have|has|will|would|was|were|is|are|habían?|han?|fue|fueron))?$",
        )
    });
    let mut span = scene.before(cue);
    let content = scene.claim(cue).and_then(|claim| claim.content.first());
    if let Some(content) = content {
        span = Span::new(span.start.max(content.start).min(span.end), span.end);
    }
    if let Some(hit) = ASIDE.find(scene.at(span)) {
        span = Span::new(span.start, span.start + hit.start());
    }
    if let Some(hit) = TOLD.find_iter(scene.at(span)).last() {
        span = Span::new(span.start + hit.end(), span.end);
    }
    trimmed(scene.text, span)
}

/// Who acts: the first body or person named or described in the cue's own clause.
fn actor(scene: &Scene<'_>, cue: Span) -> Option<Span> {
    let own = own(scene, cue);
    let mut before = scene
        .mentions
        .iter()
        .filter(|mention| acts(mention.kind) && mention.place.span.end <= cue.start);
    let near = before.clone().find(|mention| {
        let span = mention.place.span;
        let near = span.start >= own.start && span.start <= own.start + 24;
        near && order::roles_of(mention).0 && !is_object(scene, mention, cue)
    });
    // In a clause without a subject it is that of the sentence; after "X said" it is not X.
    let told = own.start > scene.before(cue).start;
    near.map(|mention| mention.place.span)
        .or_else(|| body(scene, own, cue))
        .or_else(|| {
            let first = before.next().filter(|_| !told)?;
            let start = first.place.span.start;
            let lead = Span::new(scene.sentence.span.start.min(start), start);
            if is_object(scene, first, cue) {
                return body(scene, lead, cue);
            }
            Some(first.place.span)
        })
}

/// Whether somebody stands behind another verb that is joined to the cue: "The court found X guilty and acquitted Y".
fn is_object(scene: &Scene<'_>, who: &Mention, cue: Span) -> bool {
    let end = who.place.span.end;
    let gap = scene.at(Span::new(end.min(cue.start), cue.start));
    let last = gap.split_whitespace().next_back().unwrap_or_default();
    ["and", "y", "e", "и"].contains(&last) && !predicate::follows(gap)
}

/// A body that prosecutes or judges and is no mention, as the subject of the clause or at the beginning of the cue:
/// "prosecutors", «следствие».
fn body(scene: &Scene<'_>, own: Span, cue: Span) -> Option<Span> {
    static BODY: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?P<who>(?:the )?(?:(?:state|federal|district|military|public|local) )?(?:prosecutors?|prosecution|investigators|court|magistrates?)|(?:(?:el|la|los|las) )?(?:fiscalía|fiscales|ministerio público|tribunal|juzgado|acusación|investigadores)|следствие|следователи|прокуратура|прокуроры|суд|обвинение|дознание)(?:$|[^\p{L}])",
        )
    });
    static OBLIQUE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:to|of|from|against|with|for|in|at|a|ante|contra|con|de|en|por|в|на|за|через|про)\s+$",
        )
    });
    if !scene.may(&BODY) {
        return None;
    }
    let found = |base: Span| {
        let hits = BODY.captures_iter(scene.at(base));
        let spans = hits.filter_map(|hit| hit.name("who")).map(|who| {
            let start = base.start + who.start();
            Span::new(start, base.start + who.end())
        });
        spans.collect::<Vec<_>>()
    };
    let free = |span: &Span| !OBLIQUE.is_match(scene.at(Span::new(own.start, span.start)));
    let before = found(own).into_iter().rev().find(free);
    before.or_else(|| found(cue).into_iter().find(|span| span.start == cue.start))
}

/// "me acusó", "меня задержали": the speaker is the one.
fn first_person(scene: &Scene<'_>, cue: Span) -> Option<Span> {
    static ME: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:^|\W)(?P<me>me|меня|мне)(?:\s\S+){0,2}$"));
    let lead = Span::new(scene.sentence.span.start, cue.end);
    let hit = ME.captures(scene.at(lead))?.name("me")?;
    Some(within(lead, hit))
}

/// The subject: of the clause before the cue, what stands next to it.
fn subject(scene: &Scene<'_>, cue: Span) -> Span {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:and|but|so|also|only|just|y|pero|además|solo|и|но|а|также|только|ранее|позже|earlier|later|as a result of [^,]+,?|como resultado de [^,]+?(?:fueron|,))\s+|^(?:after|before|when|tras|cuando|после|когда)\s[^,]*,\s*",
        )
    });
    static AUXILIARY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s(?:was|were|is|are|has|have|had|been|being|remained|remain|remains|later|also|then|already|who|que|fue|fueron|es|son|ha|han|había|habían|sido|está|están|estaba|permanecen|siguen|seguían|se|le|les|ya|был[аи]?|было|уже|ранее)$",
        )
    });
    let mut span = own(scene, cue);
    // An apposition stays with its name: "X, chofer, de 32 años, fue condenado"; other commas part.
    if let Some(lead) = LEAD.find(scene.at(span)) {
        span = trimmed(scene.text, Span::new(span.start + lead.end(), span.end));
    }
    while let Some(tail) = AUXILIARY.find(scene.at(span)) {
        span = trimmed(scene.text, Span::new(span.start, span.start + tail.start()));
    }
    let words = scene.at(span);
    if words.split_whitespace().count() <= 4 {
        return if is_bare(words) {
            Span::new(span.end, span.end)
        } else {
            span
        };
    }
    // A long run-up: the nearest mention of people stands for the subject.
    scene
        .mentions
        .iter()
        .rev()
        .find(|mention| {
            span.contains(mention.place.span)
                && matches!(mention.kind, MentionKind::Person | MentionKind::Role)
        })
        .map_or_else(
            || {
                if words.len() < 80 {
                    span
                } else {
                    Span::new(span.end, span.end)
                }
            },
            |mention| mention.place.span,
        )
}

/// Words that are no subject by themselves.
fn is_bare(words: &str) -> bool {
    matches!(
        words.to_lowercase().as_str(),
        "" | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "been"
            | "and"
            | "and was"
            | "fue"
            | "fueron"
            | "ha sido"
            | "se"
            | "se le"
            | "был"
            | "была"
            | "были"
            | "it"
            | "me"
            | "who"
            | "also"
            | "they"
            | "he"
            | "she"
    )
}

/// The object: what follows the cue up to a preposition or mark.
fn object(scene: &Scene<'_>, cue: Span) -> Span {
    static LEAD: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^(?:a|al|of|de|del|against|contra|в отношении|против)\s+"));
    let words = scene.at(scene.rest(cue.end));
    let end = OBJECT_END
        .find(words)
        .map_or(words.len(), |hit| hit.start());
    let mut span = trimmed(scene.text, Span::new(cue.end, cue.end + end));
    if let Some(lead) = LEAD.find(scene.at(span)) {
        span = Span::new(span.start + lead.end(), span.end);
    }
    let sensible = scene.at(span).split_whitespace().count() <= 8
        && scene.at(span).chars().any(char::is_alphabetic);
    if sensible {
        span
    } else {
        Span::new(cue.end, cue.end)
    }
}

fn agent(scene: &Scene<'_>, rest: Span) -> Option<Span> {
    let Some(hit) = AGENT
        .captures(scene.at(rest))
        .and_then(|hit| hit.name("who"))
    else {
        return instrumental(scene, rest);
    };
    let span = within(rest, hit);
    // Only a body or person that is named or described: "por" also brings offences. A rank may stand before.
    scene
        .mentions
        .iter()
        .filter(|mention| acts(mention.kind) && mention.place.span.end > span.start)
        .find(|mention| {
            let gap = Span::new(span.start, mention.place.span.start.max(span.start));
            mention.place.span.start <= span.start + 4 || RANK.is_match(scene.at(gap))
        })
        .map(|mention| mention.place.span)
}

/// Who acts by his case, right behind the verb: «задержан лейтенантом Ермаковым».
fn instrumental(scene: &Scene<'_>, rest: Span) -> Option<Span> {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^\s(?:(?:в|на) \p{Lu}\p{L}+\s)?(?:\p{Ll}+(?:ом|ем|ой|ей|ым|им|ами|ями)\s){0,2}$")
    });
    if !scene.speaks(Language::Ru) {
        return None;
    }
    let ending = ["ом", "ем", "ой", "ей", "ым", "им", "ами", "ями", "ией"];
    scene
        .mentions
        .iter()
        .filter(|mention| acts(mention.kind) && mention.place.span.start > rest.start)
        .find(|mention| {
            let words = scene.at(mention.place.span);
            let first = words.split_whitespace().next().unwrap_or_default();
            let gap = Span::new(rest.start, mention.place.span.start);
            ending.iter().any(|end| first.ends_with(end)) && WORDS.is_match(scene.at(gap))
        })
        .map(|mention| mention.place.span)
}

/// Whether such a mention can act.
fn acts(kind: MentionKind) -> bool {
    matches!(
        kind,
        MentionKind::Organisation | MentionKind::Role | MentionKind::Person
    )
}
