//! «Категорически отрицаю, что C», — сказал X; "«Debo desmentir que C», dijo X": who denies in the first person and in a quotation
//! is whoever speaks it.

use super::parsing::{russian, speaker, thing_end, told};
use crate::extract::claims::lexicon::{COMP, CONJ, Cue, NEG, PREP};
use crate::extract::claims::patterns::longest;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::{Polarity, Span};

/// Verbs that deny whatever is their object.
#[rustfmt::skip]
const DENY: [&str; 8] = [
    "?еще ?раз ?категорически|решительно|полностью|официально|твердо|начисто ?и ?категорически|решительно отрицаю|отрицаем|опровергаю|опровергаем|оспариваю|оспариваем ?категорически|решительно|полностью",
    "?я вынужден|вынуждена|вынуждены|обязан|обязана|обязаны|должен|должна|должны|хочу|хотим|спешу|спешим|могу|можем ?официально|сразу|категорически|ответственно|решительно опровергнуть|отрицать",
    "niego|negamos|desmiento|desmentimos|refuto|refutamos ?rotundamente|categóricamente|tajantemente|terminantemente|enérgicamente|absolutamente|firmemente|completamente",
    "niego|negamos|desmiento|desmentimos|refuto|refutamos de plano|raíz",
    "niego|negamos|desmiento|desmentimos|refuto|refutamos en redondo|rotundo|absoluto",
    "niego|negamos|desmiento|desmentimos|refuto|refutamos de ?la|una|el|un manera|modo|forma ?más enérgica|enérgico|rotunda|rotundo|categórica|categórico|tajante|terminante",
    "lamento|lamentamos|debo|debemos|quiero|queremos|deseo|deseamos|tengo|tenemos|necesito ?que|tener ?que negar|desmentir|refutar",
    "me|nos veo|vemos obligado|obligada|obligados|obligadas a negar|desmentir|refutar",
];
/// Those by which a thing may only be turned down.
#[rustfmt::skip]
const REJECT: [&str; 5] = [
    "?еще ?раз ?категорически|решительно|полностью|официально|твердо ?и ?категорически|решительно отвергаю|отвергаем|отметаю|отметаем",
    "?решительно|категорически протестую|протестуем|возражаю|возражаем против",
    "вынужден|вынуждена|вынуждены|обязан|обязана|обязаны|хочу|хотим|спешу|спешим ?решительно отвергнуть|отмести|развеять",
    "rechazo|rechazamos|descarto|descartamos ?rotundamente|categóricamente|tajantemente|terminantemente|enérgicamente|absolutamente|firmemente ?de ?plano",
    "debo|debemos|quiero|queremos|tengo|tenemos ?que rechazar|descartar",
];

/// Gives such a denial to whoever speaks the quotation.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    let Some((cue, content, close, quote)) = find(view) else {
        return;
    };
    let (Some(cue), Some(content), Some(quote)) =
        (view.span(cue), view.span(content), view.span(quote))
    else {
        return;
    };
    let here = |reading: &Reading| reading.sentence == index;
    let outside = |span: Option<Span>| {
        span.is_some_and(|span| view.sentence.span.contains(span) && !quote.overlaps(span))
    };
    let known = readings.iter().any(|reading| {
        let own = reading.cue.is_some_and(|it| it.overlaps(cue));
        here(reading) && own && reading.polarity == Polarity::Denied && outside(reading.source)
    });
    let speaks = |reading: &Reading| {
        let says = outside(reading.cue) && outside(reading.source);
        let holds = reading.content.iter().any(|part| part.overlaps(cue));
        here(reading) && says && holds && reading.polarity == Polarity::Affirmed
    };
    let said = readings.iter_mut().find(|reading| speaks(reading));
    let source = match said {
        Some(said) => {
            // «Отрицаю кражу, — сказал X. — C»: what he says besides stays his.
            said.content.retain(|part| part.start >= quote.end);
            said.source
        }
        None => speaker(view, close).and_then(|run| view.span(run)),
    };
    if known || source.is_none() {
        return;
    }
    readings.retain(|reading| {
        let same = here(reading) && reading.cue.is_some_and(|it| it.overlaps(cue));
        !reading.content.is_empty() && !same
    });
    let mut reading = Reading::new(index, super::RULE, &Cue::denial(""), Some(cue));
    reading.source = source;
    reading.content.push(content);
    readings.push(reading);
}

/// The words of denying at the head of a quotation, what they deny, and the quotation.
fn find(view: &View<'_>) -> Option<(Run, Run, usize, Run)> {
    let open = (0..view.len().min(3)).find(|at| view.open(*at))?;
    let from = open + 1;
    let deny = longest(view, from, &DENY);
    let end = deny.or_else(|| longest(view, from, &REJECT))?;
    let start = end + usize::from(view.comma(end));
    let clause = view.has(start, COMP) && !view.has(start, PREP);
    let past = view.infinitive(start) && matches!(view.lower(start), "haber" | "haberlo" | "tener");
    let named = deny.is_some() && view.tokens.get(start)?.is_wordy();
    let bare = !view.has(start, PREP | CONJ | NEG) && !view.comma(end);
    if !(clause || bare && (named || past || told(view, start).is_some())) {
        return None;
    }
    let over = |at: &usize| {
        view.close(*at) || view.dash(*at) && view.comma(at - 1) || view.stop(*at) && russian(view)
    };
    let close = (start + 1..view.len()).find(over)?;
    let mut to = close.min(thing_end(view, start).max(start + 1));
    to -= usize::from(to > start + 1 && view.comma(to - 1));
    Some((
        Run::new(from, end)?,
        Run::new(start, to)?,
        close,
        Run::new(open, close + 1)?,
    ))
}
