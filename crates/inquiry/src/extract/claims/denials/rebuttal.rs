//! «Разослала опровержение новости», «с опровержением слухов выступил X», "dio un mentís a la versión", "hizo circular un
//! desmentido de la venta": a noun of denying with a verb that only brings it.

use super::Denial;
use super::parsing::{before, first, group, russian, teller, thing_end, told};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{BE, COMP, CONJ, NEG, PREP, SUB};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// The most words between the noun and the verb that brings it.
const NEAR: usize = 6;
/// Verbs that bring out a denial as their object, and as what they come with.
const BRINGS: &str = "разосла*|рассыла*|распростран*|опубликова*|публику*|размести*|размеща*|выпусти*|выпуска*|выложи*|дал|дала|дали|дает|дают|дав|направи*|\
    огласи*|зачита*|сдела*|напечата*|привел|привела|привели|подгот*|\
    dio|dieron|da|dan|dado|daba|hizo|hicieron|emit*|public*|difund*|envi*|remit*|lanz*|circul*|divulg*|formul*|expid*";
const COMES: &str = "выступи*|выступа*|обрати*|вышел|вышла|вышли|ответи*|отвеча*|ограничи*|salió|salieron|respond*|compareci*|reaccion*";
/// Verbs of which a denial is the subject.
const FOLLOWS: &str =
    "последова*|прозвуча*|поступи*|пришло|раздал*|появи*|llegó|sigui*|provin*|vino";
/// Verbs that rest on a denial.
const RESTS: &str = "строит*|строил*|держит*|держал*|основан*|основыва*|базиру*|настаива*|своди*|basa|basó|basan|centra|centró|apoya|descansa|consist*|ratific*|reafirm*|mantuv*|mantien*|persist*|insist*";
/// How they begin.
const BEGINS: [&str; 6] = ["опров", "отриц", "ment", "desm", "nega", "refu"];
/// Nouns of denying.
const NOUNS: &str = "опровержение|опровержением|опровержении|отрицание|отрицанием|отрицании|отрицанию|mentís|desmentido|desmentida|desmentidos|negativa|refutación";

/// The denials of a sentence by such nouns.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    let may = |lower: &str| BEGINS.iter().any(|begin| lower.starts_with(begin));
    (0..view.len())
        .filter(|at| may(view.lower(*at)) && fits(view.lower(*at), NOUNS))
        .find_map(|noun| {
            let held = noun + 1 < view.len() && !view.is_quoted(noun);
            let found = || brought(view, noun).or_else(|| led(view, noun));
            let all = || {
                found()
                    .or_else(|| follows(view, noun))
                    .or_else(|| is(view, noun))
            };
            held.then(all).flatten()
        })
}

/// Whether a finite verb of the list stands at the token, and nothing negates it; where its group begins.
fn verb(view: &View<'_>, at: usize, list: &str) -> Option<usize> {
    let told = fits(view.lower(at), list) && !view.infinitive(at);
    let group = told.then(|| group(view, at)).flatten()?;
    let raised = group.checked_sub(1).is_some_and(|at| view.infinitive(at));
    (!raised).then_some(group)
}

/// What a noun of denying denies, behind it: a genitive, a clause or what "of" leads.
fn thing(view: &View<'_>, noun: usize) -> Option<Run> {
    let mut from = noun + 1;
    if !russian(view) {
        if view.has(from, BE) {
            return None;
        }
        let of = matches!(
            view.lower(from),
            "de" | "del" | "a" | "al" | "sobre" | "acerca"
        );
        from += usize::from(of);
        from += usize::from(view.is(from, "de") && view.is(from - 1, "acerca"));
        if !of {
            return None;
        }
    }
    let wordy = view.tokens.get(from)?.is_wordy();
    let that = view.is(from, "que") || view.is(from, "того");
    let bad = view.has(from, PREP | CONJ | COMP | NEG | SUB) && !that || view.is_finite(from);
    Run::new(from, thing_end(view, from)).filter(|_| wordy && !bad)
}

/// «X разослал опровержение T», «X выступил с опровержением T», «защита строится на отрицании T».
fn brought(view: &View<'_>, noun: usize) -> Option<Denial> {
    let with = noun.saturating_sub(3)..noun;
    // "Una nota de desmentido"
    let note = noun > 2
        && view.is(noun - 1, "de")
        && fits(view.lower(noun - 2), "nota|comunicado|carta|escrito|texto");
    let governed = !note && with.clone().any(|at| view.has(at, PREP));
    let resting = with
        .clone()
        .any(|at| matches!(view.lower(at), "на" | "к" | "в" | "en"));
    let list = match (governed, resting) {
        (false, _) => BRINGS,
        (true, false) => COMES,
        (true, true) => RESTS,
    };
    let list = if view.lower(noun).ends_with("ием") && !governed {
        COMES
    } else {
        list
    };
    let (head, group) = (noun.saturating_sub(NEAR)..noun)
        .rev()
        .find_map(|at| Some((at, verb(view, at, list)?)))?;
    let plain = (head + 1..noun).all(|at| view.tokens[at].is_wordy() && !view.has(at, COMP | NEG));
    let content = thing(view, noun).filter(|_| plain)?;
    let source = before(view, group, head).filter(|run| run.to <= head)?;
    Some(denial(Some(source), (head, noun + 1), content))
}

/// «С опровержением T выступил X», «Опровержение T разослал X».
fn led(view: &View<'_>, noun: usize) -> Option<Denial> {
    let first = first(view)?;
    if noun > first + 2 || !russian(view) {
        return None;
    }
    let governed = view.has(first, PREP);
    let list = if governed { COMES } else { BRINGS };
    let head = (noun + 2..view.len()).find(|at| verb(view, *at, list).is_some())?;
    let thing = Run::new(noun + 1, head).filter(|run| !view.has(run.from, PREP | CONJ))?;
    let source = teller(view, (head + 1, view.len()), head)?;
    let mut found = denial(Some(source), (first, noun + 1), thing);
    found.over.to = noun + 1;
    Some(found)
}

/// «За публикацией о C последовало опровержение из канцелярии», «Из министерства поступило опровержение слухов».
fn follows(view: &View<'_>, noun: usize) -> Option<Denial> {
    let head = (noun.saturating_sub(3)..noun)
        .rev()
        .find(|at| verb(view, *at, FOLLOWS).is_some())?;
    let start = first(view)?;
    let within = matches!(view.lower(start), "из" | "от").then(|| Run::new(start + 1, head));
    let both = within.flatten().zip(thing(view, noun));
    if let Some((source, content)) = both.filter(|(run, _)| run.len() < 8) {
        return Some(denial(Some(source), (head, noun + 1), content));
    }
    let near = (noun + 1..view.len().min(noun + 3))
        .find(|at| matches!(view.lower(*at), "из" | "от" | "с" | "со" | "de" | "desde"));
    let from = near.map(|at| at + 1 + usize::from(view.is(at + 1, "стороны")))?;
    let source = clause::phrase_right(view, from)?;
    let first = first(view)?;
    let lead = matches!(view.lower(first), "за" | "на" | "вслед" | "tras" | "a");
    let start = first + 1 + usize::from(view.is(first, "вслед"));
    let comma = (start..head)
        .rev()
        .find(|at| view.comma(*at))
        .unwrap_or(head);
    let named = told(view, start).is_some_and(|noun| noun < comma);
    let content = Run::new(start, comma).filter(|_| lead && named)?;
    Some(denial(Some(source), (head, noun + 1), content))
}

/// "Categórico fue el desmentido de X sobre T".
fn is(view: &View<'_>, noun: usize) -> Option<Denial> {
    let be = (0..noun).rev().take(3).find(|at| view.has(*at, BE))?;
    let adjective = be.checked_sub(1)?;
    let firm = fits(
        view.lower(adjective),
        "categóric*|rotund*|tajant*|clar*|enérgic*|inmediat*|contundent*|unánim*|firm*",
    );
    let about = (noun + 2..view.len().min(noun + 14))
        .find(|at| matches!(view.lower(*at), "sobre" | "acerca" | "a" | "respecto"))?;
    let source = Run::new(noun + 2, about)
        .filter(|_| firm && matches!(view.lower(noun + 1), "de" | "del"))?;
    let from = about + 1 + usize::from(view.is(about + 1, "de"));
    let content = Run::new(from, thing_end(view, from))?;
    Some(denial(Some(source), (adjective, noun + 1), content))
}

fn denial(source: Option<Run>, (from, to): (usize, usize), content: Run) -> Denial {
    let cue = Run { from, to };
    Denial {
        source,
        cue: Some(cue),
        content,
        over: cue,
        certainty: Certainty::Stated,
    }
}
