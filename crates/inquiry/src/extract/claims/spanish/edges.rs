//! Where the cue and the thing of a Spanish denial end, what of a quotation calls a thing false, and sayings without a content.

use crate::extract::claims::called;
use crate::extract::claims::falsity;
use crate::extract::claims::lexicon::{ADV, AUX, COMP, CONJ, DET, NEG, PREP, TIME};
use crate::extract::claims::patterns::{fits, listed};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;
use crate::extract::text::TokenKind;
use model::{Polarity, Span};

/// Verbs of which who only speaks up says nothing with: "declaró primero", "habló dos horas".
const SPEAKS: &str = "declar*|testific*|comparec*|respond*|contest*";
/// Words for when and how long somebody speaks.
const WHEN: &str = "primero|primera|primeros|segundo|segunda|último|última|últimos|tercero|tercera|hora|horas|minuto|minutos|día|días|testigo|testigos|\
    imputado|imputada|investigado|investigada|lugar|videoconferencia|voluntariamente|nuevo|vez|veces|juicio|juez|jueza|tribunal|fiscal|sala";
/// Adverbs that belong to the verb of denying before them.
const WITH: &str = "también|tampoco|asimismo|igualmente|además";

/// Settles the edges of the readings of a sentence.
pub(super) fn settle(text: &str, view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    let rulings: Vec<Span> = readings
        .iter()
        .filter(|it| it.sentence == index && is_ruling(view, it))
        .flat_map(|it| it.content.iter().chain(&it.cue).copied())
        .collect();
    readings.retain(|reading| {
        let ruled = |cue: Span| rulings.iter().any(|it| it.contains(cue));
        let none = || is_idle(view, reading) || is_explained(view, reading);
        reading.sentence != index || !(reading.cue.is_some_and(ruled) || none())
    });
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        if reading.polarity == Polarity::Denied {
            without_circumstance(view, reading);
            until_other(view, reading);
            with_manner(view, reading);
        } else {
            called_false(text, view, reading);
        }
    }
}

/// "Declaró primero", "declaró durante dos horas": who only speaks says nothing that is told.
fn is_idle(view: &View<'_>, reading: &Reading) -> bool {
    let affirmed = reading.polarity == Polarity::Affirmed && !reading.own;
    let verb = reading.cue.and_then(|cue| tokens(view, cue).next_back());
    let speaks = verb.is_some_and(|verb| fits(view.lower(verb), SPEAKS));
    let when = |at: usize| {
        fits(view.lower(at), WHEN)
            || view.has(at, ADV | TIME | DET | PREP)
            || view.adverb(at)
            || view.kind(at) == Some(TokenKind::Number)
    };
    let mut contents = reading.content.iter();
    affirmed && speaks && contents.all(|content| tokens(view, *content).all(when))
}

/// "Desmintió ese relato durante la instrucción", "negó los cargos el lunes": when it is denied is no part of it.
fn without_circumstance(view: &View<'_>, reading: &mut Reading) {
    let behind = |content: &&mut Span| reading.cue.is_some_and(|cue| content.start >= cue.end);
    let Some(content) = reading.content.last_mut().filter(behind) else {
        return;
    };
    let inside: Vec<usize> = tokens(view, *content).collect();
    let Some(first) = inside.first().copied() else {
        return;
    };
    // What a clause tells has its own circumstances.
    let clause = |at: usize| view.has(at, COMP | AUX) && !view.has(at, PREP) || view.infinitive(at);
    let day = |at: usize| {
        let weekday = view.has(at + 1, TIME) && matches!(view.lower(at), "el" | "este" | "esta");
        let alone = matches!(view.lower(at), "ayer" | "hoy" | "anoche");
        (weekday || alone) && !view.has(at - 1, PREP)
    };
    let over = |at: &usize| view.is(*at, "durante") || day(*at) || goes_on(view, *at);
    let nominal = inside.iter().skip(1).copied();
    let cut = nominal
        .take_while(|at| !clause(*at) && !view.is_quoted(*at))
        .filter(|at| *at > first + 1 || !view.has(first, DET))
        .find(over)
        .filter(|_| !clause(first));
    if let Some(cut) = cut {
        content.end = view.tokens[cut - 1].span.end;
    }
}

/// "Rechaza los cargos y los atribuye a X", "negó haber estado allí y ella lo confirmó": another verb's clause.
fn goes_on(view: &View<'_>, at: usize) -> bool {
    let clitic = |at: usize| {
        matches!(
            view.lower(at),
            "se" | "lo" | "la" | "los" | "las" | "le" | "les"
        )
    };
    let pronoun = usize::from(matches!(
        view.lower(at + 1),
        "él" | "ella" | "ellos" | "ellas"
    ));
    let verb = at + 1 + pronoun;
    let helped = usize::from(clitic(verb));
    let told = view.tells(verb + helped) || view.is_past_form(verb + helped);
    view.has(at, CONJ) && pronoun + helped > 0 && told
}

/// Ends the content of an infinitive where another's clause begins.
fn until_other(view: &View<'_>, reading: &mut Reading) {
    let Some(content) = reading
        .content
        .last_mut()
        .filter(|_| reading.rule == "infinitive")
    else {
        return;
    };
    let cut = tokens(view, *content).skip(1).find(|at| goes_on(view, *at));
    if let Some(cut) = cut {
        content.end = view.tokens[cut - 1].span.end;
    }
}

/// Whether a court turns down a complaint, which it calls untrue in no way: "el juzgado desestimó la queja de X".
fn is_ruling(view: &View<'_>, reading: &Reading) -> bool {
    const COURTS: &str =
        "juez jueza jueces tribunal juzgado corte sala cámara audiencia magistrado magistrada";
    let court = reading.source.is_some_and(|source| {
        tokens(view, source)
            .take(3)
            .any(|at| listed(COURTS, view.lower(at)))
    });
    let inside: Vec<usize> = reading
        .content
        .iter()
        .flat_map(|content| tokens(view, *content))
        .collect();
    let complaint = |at: &usize| {
        fits(
            view.lower(*at),
            "queja|quejas|denuncia|denuncias|demanda|demandas|querella|querellas",
        )
    };
    let ruled = inside.iter().take(3).any(complaint);
    let clausal = inside.iter().any(|at| view.is(*at, "que"));
    reading.polarity == Polarity::Denied && court && ruled && !clausal
}

/// "Los inspectores contradicen al ministro: C": what stands behind the colon they say, and deny whom it tells against.
fn is_explained(view: &View<'_>, reading: &Reading) -> bool {
    let (Some(cue), Some(content)) = (reading.cue, reading.content.first()) else {
        return false;
    };
    let from = tokens(view, cue).next_back().map_or(0, |at| at + 1);
    let to = tokens(view, *content).next().unwrap_or(from);
    let colon = to
        .checked_sub(1)
        .filter(|at| *at > from && view.is(*at, ":"));
    let object = (from..to).any(|at| view.has(at, DET | PREP));
    reading.polarity == Polarity::Denied
        && reading.rule == "quote-after"
        && colon.is_some()
        && object
}

/// "Desmintió también C", "rechazamos igualmente C": an adverb right behind the verb belongs to it.
fn with_manner(view: &View<'_>, reading: &mut Reading) {
    let Some(cue) = reading.cue else {
        return;
    };
    let Some(last) = tokens(view, cue).next_back() else {
        return;
    };
    let verb = view.tells(last)
        || called::is_calling(view, last)
        || fits(view.lower(last), "neg*|nieg*|desm*|rech*|refut*|desc*");
    let mut at = last + 1;
    while fits(view.lower(at), WITH) || view.lower(at).ends_with("mente") && !view.has(at, NEG) {
        at += 1;
    }
    let end = view.tokens[at - 1].span.end;
    let over = Span::new(cue.end.min(end), end);
    let free = reading
        .content
        .iter()
        .all(|content| !content.overlaps(over));
    if verb && at > last + 1 && free {
        reading.cue = Some(Span::new(cue.start, end));
    }
}

/// "“No es verdad lo que leyó el fiscal”, afirmó X": X denies the thing.
fn called_false(text: &str, view: &View<'_>, reading: &mut Reading) {
    let [content] = reading.content[..] else {
        return;
    };
    let mut inside = tokens(view, content).filter(|at| view.tokens[*at].is_wordy());
    let opens = |at: usize| {
        matches!(
            view.lower(at),
            "no" | "tampoco" | "es" | "son" | "era" | "eran"
        )
    };
    let quoted = tokens(view, content).any(|at| view.is_quoted(at));
    if reading.source.is_none() && !reading.dropped || !quoted || !inside.next().is_some_and(opens)
    {
        return;
    }
    let mut thing = [content];
    if falsity::own(text, &mut thing) {
        reading.content = thing.to_vec();
        reading.polarity = Polarity::Denied;
    }
}
