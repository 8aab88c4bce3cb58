//! Ties by a verb that joins two names; who acts is asked of `order`.

use super::Ties;
use super::cues::BETWEEN;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::order::{self, Doer, Frame};
use crate::extract::roles::handed;
use model::{Layer, Mention, MentionKind, Span};
use std::sync::LazyLock;

/// Longest stretch between two mentions that a verb may join, in bytes.
const REACH: usize = 120;
/// Longest stretch between a verb and the two mentions that stand beside each other, in bytes.
const NEAR: usize = 24;

struct Verb {
    layer: Layer,
    frame: Frame,
    words: Pattern,
}

static VERBS: LazyLock<Vec<Verb>> = LazyLock::new(|| {
    BETWEEN
        .iter()
        .map(|(layer, frame, words)| Verb {
            layer: *layer,
            frame: *frame,
            words: Pattern::new(format!(
                r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])"
            )),
        })
        .collect()
});

/// What is ordered stands between: "ordered the release of X", "ordenó liberar a X". That is no order to X.
static DEED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s(?:to\s|(?:the |an? |his |her |that )?(?:[\p{L}-]+ ){0,2}(?:release|arrest|detention|extradition|expulsion|deportation|transfer|search|return|acquittal|trial|imprisonment|removal|prosecution|surveillance|payment)s?\b|that\s|(?:la|el|su) (?:libertad|detención|captura|arresto|extradición|expulsión|deportación|traslado|registro|liberación|excarcelación|prisión|búsqueda)|(?:que\s)?\p{L}+(?:ar|er|ir)(?:se)? a(?:l)?\s)",
    )
});

/// Who writes about somebody, or that he did something, writes nothing to him.
static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[\s,])(?:that|about|on|of|how|que|sobre|acerca|contra|cómo|si|о|об|обо|про|что|как|против|книгу|статью|заметку)\s",
    )
});

/// Between people who are recruited and for whom: "recruited girls for X", "captaba chicas para X", «вербовала девушек для X».
static FOR_WHOM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\s)(?:for|on behalf of|on the orders of|with|to|para|con|por encargo de|por orden de|por cuenta de|для|по заказу|по поручению|по приказу|вместе с|к)(?: (?:the|a|an|his|her|el|la|un|una|su|[\p{Ll}-]+)){0,3}\s$",
    )
});

/// People right before a participle, who are the ones recruited: "X had girls recruited by Y", "tenía chicas captadas por Y".
static THEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\s)(?:girls?|wom[ae]n|boys?|m[ae]n|people|workers?|children|teenagers?|migrants?|recruits?|chic[oa]s?|mujer(?:es)?|jóvenes|muchach[oa]s?|menores|niñ[oa]s?|hombres?|personas|trabajador(?:as|es)|девуш\p{L}+|женщин\p{L}*|людей|рабочих|девоч\p{L}+)\s$",
    )
});

/// Ties every two neighbours that a verb joins.
pub(super) fn acts(ties: &mut Ties<'_, '_>, people: &[&Mention]) {
    let bodies: Vec<&Mention> = ties
        .scene
        .mentions
        .iter()
        .filter(|mention| {
            matches!(
                mention.kind,
                MentionKind::Person | MentionKind::Organisation
            )
        })
        .collect();
    let mut used: Vec<Span> = Vec::new();
    for pair in bodies.windows(2).filter(|pair| with_person(people, pair)) {
        beside(ties, pair[0], pair[1], &mut used);
    }
    for pair in bodies.windows(2).filter(|pair| with_person(people, pair)) {
        // What follows what is set off is told of the name before it.
        let inside = ties.scene.aside(pair[0]).map(|it| it.span);
        if inside.is_none_or(|span| span.contains(pair[1].place.span)) {
            between(ties, pair[0], pair[1], &used);
        }
    }
    across(ties, people, &bodies, &used);
}

/// Two with what is set off from the first between them, and the verb behind that.
fn across(ties: &mut Ties<'_, '_>, people: &[&Mention], bodies: &[&Mention], used: &[Span]) {
    let scene = ties.scene;
    for aside in scene.asides() {
        let head = people.iter().find(|who| who.place.span == aside.head);
        let next = bodies
            .iter()
            .find(|other| other.place.span.start >= aside.span.end);
        if let (Some(head), Some(second)) = (head, next) {
            let mut head = (*head).clone();
            head.place.span = Span::new(head.place.span.start, aside.span.end);
            between(ties, &head, second, used);
        }
    }
}

fn with_person(people: &[&Mention], pair: &[&Mention]) -> bool {
    people
        .iter()
        .any(|person| pair.iter().any(|one| one.id == person.id))
}

/// Two side by side, with the verb before or behind both.
fn beside(ties: &mut Ties<'_, '_>, first: &Mention, second: &Mention, used: &mut Vec<Span>) {
    let scene = ties.scene;
    let gap = scene.at(Span::new(
        first.place.span.end,
        second.place.span.start.max(first.place.span.end),
    ));
    // Two of a list do nothing to each other.
    let joined = listed::are_joined(scene, first, second);
    if joined || gap.split_whitespace().count() > 3 || gap.contains([';', '.', ':']) {
        return;
    }
    let sentence = scene.sentence.span;
    let lead = Span::new(sentence.start, first.place.span.start.max(sentence.start));
    let tail = scene.rest(second.place.span.end);
    let for_whom = FOR_WHOM.is_match(gap);
    let apart = |verb: &&Verb| !(for_whom && verb.layer == Layer::Recruited);
    let verbs = VERBS.iter().filter(|verb| scene.may(&verb.words));
    for verb in verbs.filter(apart) {
        let before = last(verb, scene.at(lead)).filter(|(_, end)| {
            lead.len() - end <= NEAR && !scene.at(lead)[*end..].contains([',', ';', ':'])
        });
        let behind = first_of(verb, scene.at(tail)).filter(|(start, _)| {
            *start <= NEAR && !scene.at(tail)[..*start].contains([',', ';', ':'])
        });
        let found = before
            .map(|(start, end)| Span::new(lead.start + start, lead.start + end))
            .or_else(|| behind.map(|(start, end)| Span::new(tail.start + start, tail.start + end)));
        let Some(span) = found else { continue };
        if verb.layer == Layer::Called && is_naming(scene, span) {
            continue;
        }
        if let Some(doer) = order::beside(scene, first, second, span, verb.frame) {
            used.push(span);
            tie(ties, (first, second), doer, verb.layer, span);
        }
    }
}

/// Two with a verb's words between them.
fn between(ties: &mut Ties<'_, '_>, first: &Mention, second: &Mention, used: &[Span]) {
    let scene = ties.scene;
    let gap = Span::new(
        first.place.span.end,
        second.place.span.start.max(first.place.span.end),
    );
    if gap.len() > REACH {
        return;
    }
    for verb in VERBS.iter().filter(|verb| scene.may(&verb.words)) {
        let Some((start, end)) = last(verb, scene.at(gap)) else {
            continue;
        };
        let span = Span::new(gap.start + start, gap.start + end);
        let rest = &scene.at(gap)[end..];
        let of_pronoun = ties.deeds.iter().any(|deed| deed.verb.overlaps(span));
        let far = of_pronoun
            || verb.layer == Layer::Called && is_naming(scene, span)
            || verb.layer == Layer::Commanded && DEED.is_match(rest)
            || verb.layer == Layer::Messaged && ABOUT.is_match(rest)
            || verb.layer == Layer::Recruited
                && (FOR_WHOM.is_match(rest) || THEY.is_match(&scene.at(gap)[..start]))
            || verb.layer == Layer::Paid && is_handed_over(scene, span, second)
            || verb.layer == Layer::Paid && (is_fare(scene, first, span) || is_word(scene, span));
        if rest.contains([';', ':', '«', '“', '"']) || used.contains(&span) || far {
            continue;
        }
        if let Some(doer) = order::between(scene, first, second, span, verb.frame) {
            tie(ties, (first, second), doer, verb.layer, span);
        }
    }
}

/// Whether what is received is no money: "received a call from", "recibió una llamada de", «получила письмо от».
fn is_word(scene: &Scene<'_>, verb: Span) -> bool {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:calls?|messages?|texts?|letters?|e-?mails?|visits?|threats?|notes?|voicemails?|news|orders?|instructions?|complaints?|reports?|offers?|invitations?|help|support|advice|llamadas?|mensajes?|cartas?|correos?|visitas?|amenazas?|notas?|audios?|noticias|[óo]rdenes|orden|instrucciones|denuncias?|ofertas?|invitaci(?:ón|ones)|ayuda|apoyo|звон\p{L}+|сообщени\p{L}+|письм\p{L}+|угроз\p{L}*|записк\p{L}+|приказ\p{L}*|указани\p{L}+|жалоб\p{L}+|предложени\p{L}+|приглашени\p{L}+|помощь|поддержку|весточк\p{L}+|вест[ьи])(?:$|[^\p{L}])",
        )
    });
    WORD.is_match(scene.at(verb))
}

/// Whether "called" gives somebody his name: "a man called X".
fn is_naming(scene: &Scene<'_>, verb: Span) -> bool {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:an?|the|one|another|some|two|three|this|that|these|those|his|her|their|my|our|certain|someone|somebody|people)(?: (?-i:\p{Ll})[\p{Ll}-]*){0,4} $",
        )
    });
    let lead = scene.at(Span::new(scene.sentence.span.start, verb.start));
    scene.at(verb).eq_ignore_ascii_case("called") && NAMED.is_match(lead)
}

/// Whether "entregó a X a cambio de dinero" hands over whoever stands behind, and pays him nothing.
fn is_handed_over(scene: &Scene<'_>, verb: Span, second: &Mention) -> bool {
    let end = second.place.span.end;
    let given = scene.at(Span::new(verb.start, second.place.span.start));
    handed::is_whole(given) && handed::is_for_money(scene.at(scene.rest(end)))
}

/// Whether a payment is that of a fare or a bill of who stands before it: "passenger X, paid by", "X's ticket was paid by".
fn is_fare(scene: &Scene<'_>, first: &Mention, verb: Span) -> bool {
    static TRAVELS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?:passengers?|travell?ers?|pasajer[oa]s?|viajer[oa]s?|пассажир\p{L}*)(?: name| nombre)?:? $",
        )
    });
    static FARE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?:tickets?|fares?|seats?|flights?|trip|journey|passage|rent|bills?|fees|travel|visas?|passport|billetes?|pasajes?|boletos?|vuelos?|viajes?|asientos?|alquiler|facturas?|pasaportes?|билет\p{L}*|проезд\p{L}*|перел[её]т\p{L}*|рейс\p{L}*|место|дорог\p{L}|виз\p{L}+|паспорт\p{L}*)(?:$|[^\p{L}])",
        )
    });
    let start = scene.sentence.span.start.min(first.place.span.start);
    let before = Span::new(start, first.place.span.start);
    let gap = Span::new(first.place.span.end, verb.start.max(first.place.span.end));
    scene.captures(&TRAVELS, before).is_some() || scene.captures(&FARE, gap).is_some()
}

fn tie(
    ties: &mut Ties<'_, '_>,
    (first, second): (&Mention, &Mention),
    doer: Doer,
    layer: Layer,
    span: Span,
) {
    let (from, to) = match doer {
        Doer::First => (first, second),
        Doer::Second => (second, first),
    };
    ties.tie(from, to, layer, span);
    // Whoever is listed with a recruit was recruited too.
    if layer == Layer::Recruited {
        for other in listed::with(ties.scene, to, span) {
            ties.tie(from, other, layer, span);
        }
    }
}

/// Where the verb stands last in the words.
fn last(verb: &Verb, words: &str) -> Option<(usize, usize)> {
    let hit = verb.words.captures_iter(words).last()?.name("cue")?;
    Some((hit.start(), hit.end()))
}

/// Where the verb stands first in the words.
fn first_of(verb: &Verb, words: &str) -> Option<(usize, usize)> {
    let hit = verb.words.captures(words)?.name("cue")?;
    Some((hit.start(), hit.end()))
}
