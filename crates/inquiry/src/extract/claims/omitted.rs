//! Whom a verb without subject goes on with: whoever begins a sentence before it in its paragraph. "La víctima llegó en mayo.
//! Contó que C", «Потерпевшая прибыла в мае. Рассказала, что C»: she tells, not who spoke in the paragraph before.

mod nouns;

use super::clause;
use super::lexicon::{COMP, CONJ, DET, PREP, PRON};
use super::nest;
use super::reading::Reading;
use super::untold::tokens;
use super::view::{Run, View};
use model::{Language, Span};
use nouns::{Number, of_english, of_russian, of_spanish};

/// How many sentences back whoever is told of may begin one.
const REACH: usize = 3;

/// Beginnings of verbs by which whoever spoke goes on, whoever else is told of between.
#[rustfmt::skip]
const GOES_ON: [&str; 12] = [
    "añad", "agreg", "prosig", "insist", "conclu", "reiter", "subray", "matiz", "добав", "продолж", "дополн", "подчеркн",
];

/// Verbs with which English notes begin, their subject left out.
#[rustfmt::skip]
const NOTED: [&str; 26] = [
    "says", "said", "states", "stated", "told", "tells", "claims", "claimed", "alleges", "alleged", "denies", "denied", "reports",
    "reported", "admits", "admitted", "confirms", "confirmed", "insists", "insisted", "disclosed", "discloses", "describes",
    "described", "recalls", "recalled",
];

/// Who begins a sentence before a reading.
enum Opener {
    /// Somebody who goes on.
    Goes(Span),
    /// Somebody who asks.
    Asks,
    /// Nobody who is known, or somebody spoke since.
    Unknown,
}

/// Gives readings whose subject is left out whoever begins a sentence before them, if nobody spoke since.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        let free = reading.source.is_none() && !reading.own && nest::parent(readings, at).is_none();
        let reach = free.then(|| left_out(&views[reading.sentence], reading));
        let Some(reach) = reach.flatten() else {
            continue;
        };
        match opener(views, readings, at, reach) {
            Opener::Goes(on) => readings[at].source = Some(on),
            // Who answers is not named; whoever spoke in an earlier paragraph does not.
            Opener::Asks => readings[at].dropped = false,
            Opener::Unknown => {}
        }
    }
}

/// How many sentences back the subject may stand that the verb of a reading leaves out.
fn left_out(view: &View<'_>, reading: &Reading) -> Option<usize> {
    if reading.dropped {
        return Some(REACH);
    }
    // "Dicen que C" is nobody's, but for many who are told of right before; "Denies that C" in notes.
    let first = tokens(view, reading.cue?).next()?;
    let noted = view.english() && first == 0 && NOTED.contains(&view.lower(first));
    let many = !view.english() && is_many(view, &[view.lower(first)]);
    (noted || many && reading.rule == "clause").then_some(1)
}

/// Who begins a sentence before the reading at `at`.
fn opener(views: &[View<'_>], readings: &[Reading], at: usize, reach: usize) -> Opener {
    let reading = &readings[at];
    let view = &views[reading.sentence];
    let cue = reading.cue.into_iter();
    let verbs: Vec<&str> = cue
        .flat_map(|cue| tokens(view, cue))
        .map(|word| view.lower(word))
        .collect();
    let goes_on = |verb: &&str| GOES_ON.iter().any(|begin| verb.starts_with(begin));
    if verbs.iter().any(goes_on) && readings[..at].iter().any(|it| it.source.is_some()) {
        return Opener::Unknown;
    }
    let from = reading.sentence.saturating_sub(reach);
    for before in (from..reading.sentence).rev() {
        let spoken = |other: usize| {
            let told = &readings[other];
            told.sentence == before
                && told.source.is_some()
                && nest::parent(readings, other).is_none()
        };
        if (0..at).any(spoken) {
            return Opener::Unknown;
        }
        let earlier = &views[before];
        let Some((run, number)) = begins(earlier) else {
            if tells_of_somebody(earlier) {
                return Opener::Unknown;
            }
            continue;
        };
        if asks(earlier, run.to) {
            return Opener::Asks;
        }
        if agrees(view, &verbs, number) {
            return earlier.span(run).map_or(Opener::Unknown, Opener::Goes);
        }
    }
    Opener::Unknown
}

/// Whether a Spanish phrase with its article is somebody who tells things.
pub(super) fn is_somebody(view: &View<'_>, first: usize) -> bool {
    of_spanish(view.lower(first + 1), view.lower(first)).is_some() || view.capital(first + 1)
}

/// Who begins the sentence, with how many and of which gender they are.
fn begins(view: &View<'_>) -> Option<(Run, Number)> {
    let first = usize::from(view.open(0));
    let (head, number) = match view.lexicon.language {
        Language::Es => {
            let article = view.has(first, DET) || OTHERS.contains(&view.lower(first));
            let head = first + usize::from(article);
            let number = of_spanish(view.lower(head), view.lower(first))?;
            // A name stands beside a title: "Licenciado X", never "Joven de 20 años".
            (article || view.capital(head + 1)).then_some((head, number))?
        }
        Language::Ru => {
            let described = DESCRIBED.iter().any(|end| view.lower(first).ends_with(end));
            of_russian(view.lower(first))
                .or_else(|| heard(view, first))
                .map(|number| (first, number))
                .or_else(|| {
                    let number = of_russian(view.lower(first + 1)).filter(|_| described)?;
                    Some((first + 1, number))
                })?
        }
        Language::En => {
            let article = view.has(first, DET);
            let head = first + usize::from(article);
            (head, of_english(view.lower(head))?)
        }
        Language::Unknown => return None,
    };
    // "Al acusado lo detuvieron": it is told of him, too.
    let from = if view.has(first, PREP) { head } else { first };
    let end = described(view, first, head);
    let run = aside(view, end).or_else(|| Run::new(from, end))?;
    (!view.is(run.to, ":")).then_some((run, number))
}

/// Whether somebody who could go on is spoken of in a sentence that nobody begins: "Compareció ayer la ministra".
fn tells_of_somebody(view: &View<'_>) -> bool {
    (1..view.len()).any(|at| {
        view.capital(at)
            || match view.lexicon.language {
                Language::Es => of_spanish(view.lower(at), view.lower(at - 1)).is_some(),
                Language::Ru => of_russian(view.lower(at)).is_some(),
                Language::En | Language::Unknown => of_english(view.lower(at)).is_some(),
            }
    })
}

/// Whether whoever begins a sentence asks in it: who answers is somebody else.
fn asks(view: &View<'_>, from: usize) -> bool {
    let near = from..view.len().min(from + 4);
    near.into_iter()
        .any(|at| ASKS.iter().any(|begin| view.lower(at).starts_with(begin)))
}

/// Beginnings of verbs of asking.
const ASKS: [&str; 7] = [
    "pregunt",
    "interrog",
    "inquiri",
    "спроси",
    "спраш",
    "допрашив",
    "asked",
];

/// Where whoever begins a sentence ends: with the name beside the noun, and what they are of.
fn described(view: &View<'_>, first: usize, head: usize) -> usize {
    let behind = |from: usize| {
        let names = from..view.len();
        names.clone().find(|at| !view.capital(*at)).unwrap_or(from)
    };
    let named = behind(head + 1);
    let phrase = clause::phrase_right(view, first).filter(|_| !view.english());
    let over = |at: &usize| {
        let verb = view.is_past_form(*at) || view.is_finite(*at) && !view.capital(*at);
        let object = view.has(*at, DET) && (view.is_past_form(at + 1) || view.is_finite(at + 1));
        let pronoun =
            object || view.has(*at, PRON) || matches!(view.lower(*at), "se" | "le" | "les");
        verb || pronoun || view.comma(*at) || view.has(*at, COMP | CONJ)
    };
    let whole = phrase.map_or(named, |run| run.to.max(named));
    (named..whole).find(over).unwrap_or(whole)
}

/// A name between commas: "La ministra de Trabajo, Ana Ruiz, llegó".
fn aside(view: &View<'_>, comma: usize) -> Option<Run> {
    let names = comma + 1..view.len();
    let end = names.clone().find(|at| !view.capital(*at))?;
    let name = view.comma(comma) && end > comma + 1 && (view.comma(end) || view.stop(end));
    Run::new(comma + 1, end).filter(|_| name)
}

/// «Директора допросили»: whom many did something with who are not named; it is told of him.
fn heard(view: &View<'_>, first: usize) -> Option<Number> {
    #[rustfmt::skip]
    const HEARD: [&str; 10] = [
        "допросили", "опросили", "задержали", "вызвали", "заслушали", "выслушали", "доставили", "освободили", "нашли", "арестовали",
    ];
    let whom = view.lower(first);
    let near = first + 1..view.len().min(first + 5);
    if !near.into_iter().any(|at| HEARD.contains(&view.lower(at))) {
        return None;
    }
    let ends = [
        ("а", ""),
        ("я", "ь"),
        ("я", "й"),
        ("ую", "ая"),
        ("у", "а"),
        ("его", "ий"),
        ("ого", "ый"),
    ];
    ends.into_iter().find_map(|(end, instead)| {
        let stem = whom.strip_suffix(end)?;
        of_russian(&format!("{stem}{instead}"))
    })
}

/// What stands before a Spanish noun in place of an article.
const OTHERS: [&str; 9] = [
    "otro", "otra", "otros", "otras", "dos", "tres", "varios", "varias", "ambos",
];

/// Endings of Russian adjectives before whoever begins a sentence.
const DESCRIBED: [&str; 7] = ["ый", "ий", "ой", "ая", "яя", "ые", "ие"];

/// Whether the verbs of a cue can be of so many and of that gender.
fn agrees(view: &View<'_>, verbs: &[&str], number: Number) -> bool {
    let many = is_many(view, verbs);
    let (she, he) = match view.lexicon.language {
        Language::Ru => (ends(verbs, &["ла", "лась"]), ends(verbs, &["л", "лся"])),
        _ => (false, false),
    };
    match number {
        Number::Many => many || view.english(),
        Number::She => !many && !he,
        Number::He => !many && !she,
        Number::One => !many,
    }
}

/// Whether verbs are of many.
fn is_many(view: &View<'_>, verbs: &[&str]) -> bool {
    match view.lexicon.language {
        Language::Es => ends(verbs, &["n"]),
        Language::Ru => ends(
            verbs,
            &["ли", "лись", "ют", "ут", "ят", "ат", "ются", "ятся"],
        ),
        Language::En | Language::Unknown => false,
    }
}

fn ends(verbs: &[&str], ends: &[&str]) -> bool {
    let fits = |verb: &&str| ends.iter().any(|end| verb.ends_with(end));
    verbs.iter().any(fits)
}
