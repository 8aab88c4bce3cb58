//! "Las letras las reconoció": what a pronoun before the verb takes up again is what the verb is about, never who speaks.

use crate::extract::claims::omitted;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;

/// Articles with the pronoun that takes up what stands behind them.
const TAKEN_UP: [(&str, &str); 9] = [
    ("el", "lo"),
    ("un", "lo"),
    ("la", "la"),
    ("una", "la"),
    ("los", "los"),
    ("las", "las"),
    ("esto", "lo"),
    ("eso", "lo"),
    ("ello", "lo"),
];

/// Makes what is taken up the content of the readings of a sentence. Who speaks stands behind the verb or is left out.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
            continue;
        };
        if !takes_up(view, source, cue) {
            continue;
        }
        let mut others = reading.content.iter().filter(|content| {
            let mut words = tokens(view, **content);
            !words.all(|at| CLITICS.contains(&view.lower(at)))
        });
        let speaker = others.next().copied();
        let behind = |it: model::Span| {
            let first = tokens(view, it).next();
            let near = it.start > cue.end && it.start - cue.end < 2;
            near && first.is_some_and(|at| omitted::is_somebody(view, at))
        };
        // With a content of its own it says something of what is taken up.
        if others.next().is_none() && speaker.is_none_or(behind) {
            reading.content = vec![source];
            reading.source = speaker;
            reading.dropped = speaker.is_none();
        }
    }
}

/// The pronouns.
const CLITICS: [&str; 4] = ["lo", "la", "los", "las"];

/// Whether the pronoun between a source and its cue takes the source up, which is nobody who could speak.
fn takes_up(view: &View<'_>, source: model::Span, cue: model::Span) -> bool {
    let (Some(first), Some(last)) = (
        tokens(view, source).next(),
        tokens(view, source).next_back(),
    ) else {
        return false;
    };
    let pronoun = if view.tokens[last].span.end == source.end && CLITICS.contains(&view.lower(last))
    {
        last
    } else {
        last + 1
    };
    let fits = TAKEN_UP
        .iter()
        .any(|(article, by)| view.is(first, article) && view.is(pronoun, by));
    let near = view.tokens.get(pronoun).is_some_and(|it| {
        cue.contains(it.span) || it.span.end < cue.start && cue.start - it.span.end < 2
    });
    fits && near && pronoun > first && is_thing(view, first)
}

/// Whether what stands behind the article, or the pronoun itself, is a thing that somebody is charged with or owns up to.
fn is_thing(view: &View<'_>, first: usize) -> bool {
    const ENDINGS: [&str; 6] = ["ción", "ciones", "sión", "siones", "dad", "miento"];
    #[rustfmt::skip]
    const THINGS: [&str; 42] = [
        "cargo", "cargos", "hecho", "hechos", "deuda", "deudas", "letra", "letras", "firma", "firmas", "golpe", "golpes", "encierro", "pago",
        "pagos", "delito", "delitos", "robo", "robos", "amenaza", "amenazas", "viaje", "viajes", "contrato", "contratos", "denuncia",
        "denuncias", "dinero", "insultos", "mensaje", "mensajes", "foto", "fotos", "venta", "engaño", "abuso", "abusos", "culpa", "trato",
        "maltrato", "acusación", "acusaciones",
    ];
    let noun = view.lower(first + 1);
    matches!(view.lower(first), "eso" | "esto" | "ello")
        || THINGS.contains(&noun)
        || ENDINGS.iter().any(|end| noun.ends_with(end)) && !omitted::is_somebody(view, first)
}
