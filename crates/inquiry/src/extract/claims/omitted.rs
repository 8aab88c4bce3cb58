//! Whom a verb without subject goes on with: whoever begins a sentence before it in its paragraph. "La víctima llegó en mayo.
//! Contó que C", «Потерпевшая прибыла в мае. Рассказала, что C»: she tells, not who spoke in the paragraph before.

mod nouns;

use super::endings;
use super::lexicon::{DET, PREP};
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
    /// Somebody, who may not be the one that goes on.
    Other,
    /// Nobody, or somebody spoke since.
    Unknown,
}

/// Gives readings whose subject is left out whoever begins a sentence before them, if nobody spoke since. For each reading, from
/// where on somebody who is named may go on otherwise: where its paragraph tells of others, nobody from above it does.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) -> Vec<usize> {
    let mut floors = vec![0; readings.len()];
    let begins = views.first().map_or(0, |view| view.sentence.span.start);
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
            Opener::Other => floors[at] = begins,
            Opener::Unknown => {}
        }
    }
    floors
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
            if goes_on_alone(earlier) {
                continue;
            }
            return if verbs.iter().any(goes_on) {
                Opener::Unknown
            } else {
                Opener::Other
            };
        };
        if ASKS.iter().any(|begin| does(earlier, run.to, begin)) {
            return Opener::Asks;
        }
        if !agrees(view, &verbs, number) || meets(earlier, run) && !verbs.iter().any(judges) {
            return Opener::Other;
        }
        return earlier.span(run).map_or(Opener::Unknown, Opener::Goes);
    }
    Opener::Unknown
}

/// Whether a Spanish phrase with its article is somebody who tells things.
pub(super) fn is_somebody(view: &View<'_>, first: usize) -> bool {
    of_spanish(view.lower(first + 1), view.lower(first)).is_some() || view.capital(first + 1)
}

/// Who begins the sentence, with how many and of which gender they are.
fn begins(view: &View<'_>) -> Option<(Run, Number)> {
    let open = usize::from(view.open(0));
    let first = open + arrived(view, open);
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
    let end = described(view, head);
    let run = aside(view, end).or_else(|| Run::new(from, end))?;
    (!view.is(run.to, ":")).then_some((run, number))
}

/// How many words of coming stand at the head of a sentence, whose subject follows: "Llama el dueño", «Пришла мать».
fn arrived(view: &View<'_>, first: usize) -> usize {
    #[rustfmt::skip]
    const COMES: [&str; 29] = [
        "llama", "llamó", "telefonea", "telefoneó", "llega", "llegó", "acude", "acudió", "acuden", "acudieron", "viene", "vino", "vienen", "vinieron",
        "aparece", "apareció", "comparece", "compareció", "comparecen", "entra", "entró", "ingresa", "ingresó", "regresa", "regresó", "vuelve", "volvió",
        "interviene", "intervino",
    ];
    const COMES_HIMSELF: [&str; 6] = [
        "presenta",
        "presentó",
        "persona",
        "personó",
        "acerca",
        "acercó",
    ];
    #[rustfmt::skip]
    const RUSSIAN: [&str; 16] = [
        "пришел", "пришёл", "пришла", "пришли", "приходила", "приходил", "позвонил", "позвонила", "звонил", "звонила", "приехал", "приехала",
        "явился", "явилась", "обратился", "обратилась",
    ];
    match view.lexicon.language {
        Language::Es => {
            let himself = view.is(first, "se");
            let verb = first + usize::from(himself);
            let comes = COMES.contains(&view.lower(verb))
                || himself && COMES_HIMSELF.contains(&view.lower(verb));
            let subject = comes && view.has(verb + 1, DET);
            usize::from(subject) * (verb + 1 - first)
        }
        Language::Ru => usize::from(RUSSIAN.contains(&view.lower(first))),
        Language::En | Language::Unknown => 0,
    }
}

/// Whether a sentence that nobody begins leaves its subject out too: "Miró al suelo", «Пришла одна».
fn goes_on_alone(view: &View<'_>) -> bool {
    const TOLD: [&str; 9] = [
        "niega", "admite", "reconoce", "acepta", "rechaza", "refiere", "pide", "responde",
        "contesta",
    ];
    let verb = match view.lexicon.language {
        // Large as it is here, the first word is no verb to the view.
        Language::Es => {
            let ends = ["ó", "aron", "ieron", "aba", "aban", "ía", "ían"];
            TOLD.contains(&view.lower(0)) || ends.iter().any(|end| view.lower(0).ends_with(end))
        }
        Language::Ru => endings::past(view.lower(0)).is_some_and(|end| end != "ло"),
        Language::En | Language::Unknown => false,
    };
    verb && !(1..view.len()).any(|at| view.capital(at) || is_told_of(view, at))
}

/// Whether somebody who could tell things is named by the noun at a token.
fn is_told_of(view: &View<'_>, at: usize) -> bool {
    match view.lexicon.language {
        Language::Es => of_spanish(view.lower(at), view.lower(at - 1)).is_some(),
        Language::Ru => of_russian(view.lower(at)).is_some(),
        Language::En | Language::Unknown => of_english(view.lower(at)).is_some(),
    }
}

/// Whether whoever begins a sentence has to do with somebody else in it who may be the one who tells: "El juez llamó
/// al acusado. Negó C", «Полиция задержала Иванову. Призналась, что C».
fn meets(view: &View<'_>, run: Run) -> bool {
    let from = run.to;
    let deals = DEALS.iter().any(|begin| does(view, from, begin));
    match view.lexicon.language {
        Language::Es => {
            let verb = |at: usize| view.is_past_form(at) || view.is_finite(at);
            let taken_up = (from..from + 2)
                .any(|at| matches!(view.lower(at), "la" | "lo" | "los" | "las") && verb(at + 1));
            let whom = |at: usize| {
                let noun = at + 1 + usize::from(view.has(at + 1, DET));
                let named = deals && view.capital(noun);
                matches!(view.lower(at), "a" | "al") && (named || is_told_of(view, noun))
            };
            taken_up || (from..view.len()).any(whom)
        }
        Language::Ru => deals && heard(view, run.from).is_none(),
        Language::En | Language::Unknown => {
            deals && (from..view.len()).any(|at| view.capital(at) || is_told_of(view, at))
        }
    }
}

/// Whether a verb with this beginning stands near behind a token.
fn does(view: &View<'_>, from: usize, begin: &str) -> bool {
    (from..view.len().min(from + 5)).any(|at| view.lower(at).starts_with(begin))
}

/// Whether a verb tells what an expert finds, whoever was examined.
fn judges(verb: &&str) -> bool {
    [
        "conclu",
        "diagnostic",
        "dictamin",
        "constat",
        "заключ",
        "констат",
    ]
    .iter()
    .any(|begin| verb.starts_with(begin))
}

/// Beginnings of verbs of asking: who answers is somebody else.
const ASKS: [&str; 6] = [
    "pregunt",
    "inquiri",
    "спроси",
    "спраш",
    "asked",
    "поинтерес",
];

/// Beginnings of verbs by which an office or a helper has to do with whoever tells something then.
#[rustfmt::skip]
const DEALS: [&str; 60] = [
    "interrog", "entrevist", "escuch", "citó", "citaron", "llam", "detuv", "detien", "detenid", "arrest", "atend", "examin", "evalu", "visit", "rescat", "encontr", "acompañ", "conoció", "localiz", "abord", "допр", "опрос", "опраш", "вызв", "вызыв", "задерж", "арест", "осмотр", "обслед", "заслуш", "выслуш", "освобод", "нашл", "нашел", "нашёл", "посети", "навести", "встрети", "позвони", "разыска", "отпуст", "interview", "question", "met", "called", "visited", "rescued", "found", "detained", "took", "saw", "spoke", "heard", "contacted", "assessed", "accompan", "brought", "phoned", "freed", "helped",
];

/// Where whoever begins a sentence ends: with the name beside the noun, and what they are of where a preposition or an ending tells.
fn described(view: &View<'_>, head: usize) -> usize {
    let names = |from: usize| {
        let mut behind = from..view.len();
        behind.find(|at| !view.capital(*at)).unwrap_or(view.len())
    };
    let named = names(head + 1);
    match view.lexicon.language {
        Language::Es => {
            let social = named + usize::from(view.is(named, "social"));
            let of = match view.lower(social) {
                "de" if view.has(social + 1, DET) => social + 2,
                "de" | "del" => social + 1,
                _ => return social,
            };
            // "La ministra de Trabajo", "los vecinos de la calle Real"
            if view.capital(of) {
                names(of)
            } else {
                names(of + 1)
            }
        }
        // «Директор фирмы», never «Соседи рады»
        Language::Ru if named == head + 1 && !view.lower(head).ends_with(['и', 'ы']) => {
            let of = view.lower(named);
            let fits = of.chars().count() > 4 && of.ends_with(['ы', 'и']) && !of.ends_with("ли");
            named + usize::from(fits)
        }
        _ => named,
    }
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
    let russian = view.lexicon.language == Language::Ru;
    let ends = |end: &str| russian && verbs.iter().any(|verb| endings::past(verb) == Some(end));
    match number {
        Number::Many => many || view.english(),
        Number::She => !many && !ends("л"),
        Number::He => !many && !ends("ла"),
        Number::One => !many,
    }
}

/// Whether verbs are of many.
fn is_many(view: &View<'_>, verbs: &[&str]) -> bool {
    let many = |verb: &&str| match view.lexicon.language {
        Language::Es => verb.ends_with('n'),
        Language::Ru => endings::is_many(verb),
        Language::En | Language::Unknown => false,
    };
    verbs.iter().any(many)
}
