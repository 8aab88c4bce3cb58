//! The first person: "Rechazamos que C", «Обещаю вернуться», "I promise to C" in a turn. Who speaks says it himself.

mod never;

use super::lexicon::{COMP, CONJ, DET, PREP, PRON, Sort};
use super::nest;
use super::patterns::listed;
use super::reading::Reading;
use super::untold::tokens;
use super::view::{Run, View};
use crate::extract::text::Setting;
use model::{Certainty, Kind, Language, Polarity, Span};

/// Pronouns of the first person.
pub(super) const PRONOUNS: [&str; 7] = ["yo", "nosotros", "nosotras", "я", "мы", "i", "we"];
/// Forms of the first person that their endings do not tell.
pub(super) const IRREGULAR: [&str; 5] = ["he", "dije", "hice", "supe", "quise"];
/// English verbs by which a speaker says what he only thinks, with or without "that".
const THINK: [&str; 6] = ["think", "believe", "guess", "suppose", "reckon", "fear"];
/// Words by which a body names itself: "este ministerio", «наше управление».
const OURS: [&str; 10] = [
    "este", "esta", "nuestro", "nuestra", "nosotros", "nosotras", "наш", "наша", "наше", "мы",
];

/// Gives readings in the first person without a name to who speaks: to the source around them, to the speaker of the
/// turn, else to the `body` that the text names before them, else to the publisher.
pub(super) fn settle(
    views: &[View<'_>],
    readings: &mut Vec<Reading>,
    turn: bool,
    body: impl Fn(usize) -> Option<Span>,
) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        let view = &views[reading.sentence];
        let Some(cue) = reading.cue.filter(|_| is_first(view, reading)) else {
            continue;
        };
        let around = nest::parent(readings, at).and_then(|above| readings[above].source);
        let quoted = tokens(view, cue).any(|at| view.is_quoted(at));
        let pronoun = reading.source.is_some();
        if around.is_some() || !turn && (quoted || pronoun) {
            if !pronoun {
                readings[at].source = around;
            }
            continue;
        }
        let named = if turn {
            None
        } else {
            let said = ours(views, &readings[..at]);
            let here = itself(&views[..=reading.sentence], cue.start);
            let nearer = |it: &Span| said.is_none_or(|said| said.end <= it.start);
            let near = here.filter(nearer).or(said);
            near.or_else(|| body(cue.start))
        };
        let reading = &mut readings[at];
        reading.dropped = false;
        reading.source = named;
        reading.own = named.is_none();
    }
    if turn {
        never::add(views, readings);
    }
    // The speaker's sentence is his claim as it is.
    let plain = |reading: &Reading| {
        reading.certainty == Certainty::Stated
            && reading.polarity == Polarity::Affirmed
            && reading.kind == Kind::Fact
    };
    readings.retain(|reading| !(turn && reading.own && plain(reading)));
}

/// What is left of the speaker's sentence at `index` beside what he denies or promises himself there; `None` where he does not.
pub(super) fn rest(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Vec<Span>> {
    let mut taken: Vec<Span> = Vec::new();
    for reading in readings.iter().filter(|it| it.own && it.sentence == index) {
        taken.extend(reading.cue);
        taken.extend(&reading.content);
    }
    let (first, last) = (
        taken.iter().map(|it| it.start).min()?,
        taken.iter().map(|it| it.end).max()?,
    );
    let whole = view.sentence.span;
    let sides = [
        Span::new(whole.start, first.max(whole.start)),
        Span::new(last.min(whole.end), whole.end),
    ];
    let told = |side: &Span| {
        let inside = tokens(view, *side);
        let said = inside.filter(|at| {
            view.tokens[*at].is_wordy()
                && !view.adverb(*at)
                && !view.has(*at, CONJ | PRON | COMP | PREP | DET)
        });
        said.count() > 1
    };
    let sides = sides.into_iter().filter(told);
    Some(
        sides
            .filter_map(|side| {
                let loose = |at: &usize| !view.tokens[*at].is_wordy() || view.has(*at, CONJ);
                let inside: Vec<usize> = tokens(view, side).skip_while(loose).collect();
                view.span(Run::new(*inside.first()?, *inside.last()? + 1)?)
            })
            .collect(),
    )
}

/// Whether a speaker says in the first person what he thinks, promises or denies himself.
pub(super) fn is_speakers(view: &View<'_>, reading: &Reading) -> bool {
    let mood = reading.certainty == Certainty::Believed && THINK.contains(&&*reading.head)
        || reading.kind == Kind::Promise
        || reading.polarity == Polarity::Denied;
    mood && view.sentence.setting == Setting::Turn && is_first(view, reading)
}

/// By what a body that speaks names itself last.
fn ours(views: &[View<'_>], before: &[Reading]) -> Option<Span> {
    before.iter().rev().find_map(|reading| {
        let source = reading.source?;
        let view = &views[reading.sentence];
        let first = tokens(view, source).next()?;
        OURS.contains(&view.lower(first)).then_some(source)
    })
}

/// Spanish nouns for a body, by which behind "this" it names itself.
const BODIES: &str = "cartera ministerio secretaría secretaria empresa compañía firma entidad institución fundación asociación cooperativa agencia \
    embajada consulado cancillería fiscalía alcaldía ayuntamiento gobernación dirección consejería departamento organismo organización oficina \
    superintendencia defensoría procuraduría gobierno sociedad universidad federación sindicato casa redacción medio periódico";

/// Where a body that speaks names itself last before `at`: "esta cartera", "este ministerio".
fn itself(views: &[View<'_>], at: usize) -> Option<Span> {
    views.iter().rev().find_map(|view| {
        let spanish = view.lexicon.language == Language::Es;
        let names = |noun: &usize| {
            let before = view.tokens[*noun].span.end <= at;
            before
                && matches!(view.lower(noun - 1), "esta" | "este")
                && listed(BODIES, view.lower(*noun))
        };
        let noun = (1..view.len()).rev().find(|noun| spanish && names(noun))?;
        view.span(Run::new(noun - 1, noun + 1)?)
    })
}

/// Whether a reading is told by a verb in the first person whose subject is left out or a pronoun.
pub(super) fn is_first(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue else {
        return false;
    };
    if let Some(source) = reading.source {
        let mut inside = tokens(view, source);
        let first = inside.next();
        // "I'll", "we've"
        let short = |at: usize| view.lower(at).starts_with(['\'', '’']);
        let pronoun = |at: usize| {
            let lower = view.lower(at);
            PRONOUNS.contains(&lower.split_once('\'').map_or(lower, |(pronoun, _)| pronoun))
        };
        // "I'm going" to deny that.
        return first.is_some_and(pronoun) && inside.all(|at| short(at) || view.is(at, "going"));
    }
    if view.english() {
        return false;
    }
    tokens(view, cue).any(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        let verb = cues.any(|cue| cue.sort == Sort::Verb);
        // «Категорически не согласен»: in a turn it is the speaker.
        let agrees = matches!(view.lower(at), "согласен" | "согласна" | "согласны");
        agrees && view.sentence.setting == Setting::Turn
            || is_form(view.lexicon.language, view.lower(at), verb)
    })
}

/// Whether a word is a form of the first person; `verb` where it is one of telling.
fn is_form(language: Language, lower: &str, verb: bool) -> bool {
    let ends = |with: &[&str]| with.iter().any(|end| lower.ends_with(end));
    match language {
        Language::Es => {
            let participle = ends(&[
                "ado", "ido", "cho", "ndo", "crito", "uesto", "uelto", "visto",
            ]);
            let strong = ends(&[
                "ijo", "ujo", "uvo", "uso", "upo", "udo", "izo", "iso", "ino",
            ]);
            let singular = verb && ends(&["o", "é", "í"]) && !participle && !strong;
            ends(&["amos", "emos", "imos"]) || singular || IRREGULAR.contains(&lower)
        }
        Language::Ru => verb && ends(&["ем", "им", "ю", "у", "юсь", "усь", "емся", "имся"]),
        Language::En | Language::Unknown => false,
    }
}
