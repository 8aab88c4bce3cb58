//! «Обычный фейк», — написала X о сообщении, что C; "«Un disparate», así despachó X la noticia de que C": what is called false in
//! a quotation that says nothing else is denied by whoever speaks.

use super::Denial;
use super::parsing::{russian, teller, tells, thing_end, told};
use crate::extract::claims::called;
use crate::extract::claims::lexicon::{ADV, COMP, CONJ, DET, NEG, PREP, SUB};
use crate::extract::claims::patterns::{end, fits, longest};
use crate::extract::claims::preposed;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// The most words of a label.
const LONGEST: usize = 9;

/// What stands before a label's noun: «Это просто», "Eso es".
#[rustfmt::skip]
const LEADS: [&str; 7] = [
    "это ?все ?просто|же|уже", "все ?это ?просто", "да ?это ?просто|же", "ну ?это", "просто", "eso|esto|todo|ello ?eso|esto ?es|son", "es|son|fue|sería",
];
/// Nouns and adjectives besides those of `called` that call a thing untrue.
const NAMES: &str = "чушь|ерунда|поклеп|поклепы|оговор|навет|наветы|россказни|вздор|абсурд|басни|страшилки|пустышка|байки|блеф|чепуха|брехня|враки|вранье|бред|бредни|ахинея|галиматья|сказки|сказка|утка|липа|деза|дезинформация|вброс|\
    глупость|глупости|миф|мифы|инсинуации|измышления|болтовня|дичь|туфта|чистый|бессмыслица|нонсенс|\
    leyenda|leyendas|tontería|tonterías|paparrucha|paparruchas|bobada|bobadas|cuento|cuentos|mito|mitos|sandez|sandeces|falacia|falacias|delirio|delirios|desvarío|desvaríos|chisme|chismes|pamplinas";
/// Whole labels.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "ничего подобного", "ничего подобного не было", "ни слова|капли|грамма|доли|крупицы правды", "не правда", "не так", "не соответствует действительности",
    "высосано из пальца", "nada más lejos", "nada más lejos de la realidad|verdad", "no hay tal", "nada de eso|ello|nada",
    "de eso nada", "no es cierto|verdad", "no hay nada de cierto|eso",
    "бред сивой кобылы", "пустой звук", "?это ?просто досадная|грубая|чья-то ошибка", "?это ?глубокое заблуждение", "сапоги всмятку", "?все ?это ?пустые|пустая слова|разговоры|болтовня", "с больной головы на здоровую", "быть того не может",
    "no pasa|pasan de ser ?un|una ?puro|mero|simple rumor|rumores|bulo|bulos|invento|infundio|chisme|habladuría ?malintencionado|malintencionados|interesado", "ni hablar", "en absoluto", "para nada", "no hubo tal ?cosa",
    "no es|son más que ?un|una|puros|puras|meros|simples ?mero|puro rumor|rumores|habladurías|infundios|chismes|bulos|bulo|invento|inventos", "ni por asomo", "ni mucho menos", "de ninguna|ningún manera|modo",
];
/// Words between who calls a thing a name and the thing: of any, and of what is told only.
#[rustfmt::skip]
const ABOUT: [&str; 9] = [
    "cuando|al ?se ?le|les preguntaron|preguntaban|preguntarle|preguntársele ?acerca por|sobre|de", "preguntado|preguntada|consultado|consultada|interrogado|interrogada ?acerca por|sobre|de",
    "?в ?ответ на вопрос|вопросы о|об|про|насчет", "?в ?ответ на вопрос , правда|верно ли ,", "acerca de|del", "respecto a|al|de|del", "en cuanto|relación|referencia a|al|con", "sobre", "a propósito de|del",
];
#[rustfmt::skip]
const OF: [&str; 9] = [
    "по поводу", "в ответ на", "в отношении", "в связи с|со", "о|об|обо|про|на|насчет|относительно|касательно|комментируя|опровергая", "прокомментировал*",
    "de|del|a|al|ante|por|con", "en respuesta a|al", "contra",
];

/// The denial by a label at the head or at the end of the sentence.
pub(super) fn read(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Denial> {
    before(view).or_else(|| behind(view, index, readings))
}

/// Whether the tokens call something false, and say nothing else.
pub(super) fn is_label(view: &View<'_>, from: usize, to: usize) -> bool {
    let mut from = from;
    if let Some(end) = longest(view, from, &LEADS).filter(|end| *end < to) {
        from = end;
    }
    let mut to = to;
    while to > from && !view.tokens[to - 1].is_wordy() {
        to -= 1;
    }
    if from >= to || to - from > LONGEST {
        return false;
    }
    if WHOLE.iter().any(|whole| end(view, from, whole) == Some(to)) {
        return true;
    }
    let plain = |at: usize| {
        view.tokens[at].is_wordy() && !view.has(at, COMP | SUB | NEG) && !view.tells(at)
    };
    let verb = |at: usize| view.is_finite(at) && !view.has(at, ADV | DET);
    let names = |at: usize| fits(view.lower(at), NAMES) || called::is_name(view, at, at + 1);
    (from..to).all(|at| plain(at) && (names(at) || !verb(at)))
        && (from..to.min(from + 4)).any(names)
}

/// «Чушь», — сказал X о C.
fn before(view: &View<'_>) -> Option<Denial> {
    let open = (0..view.len().min(3)).find(|at| view.open(*at))?;
    let ends =
        |at: &usize| view.close(*at) || view.comma(*at) && view.dash(at + 1) || view.dash(*at);
    let last = (open + 2..view.len().min(open + LONGEST + 6)).find(ends)?;
    if !is_label(view, open + 1, last) {
        return None;
    }
    let mut verb = last;
    while verb < view.len() && !view.tokens[verb].is_wordy() {
        verb += 1;
    }
    verb += usize::from(matches!(view.lower(verb), "так" | "así" | "вот"));
    if !tells(view, verb) {
        return None;
    }
    let (from, target) = target(view, verb + 1)?;
    let mut end = pronoun(view, target).unwrap_or_else(|| thing_end(view, target));
    let near = teller(view, (verb + 1, from), verb).filter(|_| from > verb + 1);
    // "Respondió a las quejas de los padres la directora"
    let subject = |at: &usize| {
        let article = view.has(*at, DET) && !view.has(*at, PREP);
        article && !view.has(at - 1, PREP | CONJ | COMP | DET)
    };
    let inside = (target + 2..end).find(subject);
    if let Some(at) = inside.filter(|_| near.is_none() && !russian(view)) {
        end = at;
    }
    let source = near.or_else(|| teller(view, (end, view.len()), verb));
    Some(Denial {
        source: Some(source?),
        cue: Run::new(open + 1, last),
        content: Run::new(target, end)?,
        over: Run::new(open + 1, verb + 1)?,
        certainty: Certainty::Stated,
    })
}

/// Where the word for "about" stands behind the token, and what it is about begins.
fn target(view: &View<'_>, from: usize) -> Option<(usize, usize)> {
    let over = |at: &usize| view.stop(*at) || view.dash(*at);
    let end = (from..view.len()).find(over).unwrap_or(view.len());
    (from..end).find_map(|at| {
        if let Some(thing) = longest(view, at, &ABOUT) {
            return Some((at, thing));
        }
        let of = longest(view, at, &OF);
        // "Así despachó X, la noticia de que C"
        let bare = !russian(view)
            && view
                .comma(at)
                .then(|| told(view, at + 1))
                .flatten()
                .is_some();
        let thing = of.or_else(|| bare.then_some(at + 1))?;
        let named = told(view, thing).is_some() || pronoun(view, thing).is_some();
        named.then_some((at, thing))
    })
}

/// The token behind a pronoun that stands for what was said.
fn pronoun(view: &View<'_>, at: usize) -> Option<usize> {
    let whole = usize::from(matches!(view.lower(at), "все" | "todo"));
    let this = matches!(
        view.lower(at + whole),
        "это" | "этом" | "этому" | "eso" | "esto" | "ello"
    );
    this.then_some(at + whole + 1)
}

/// «О слухах про C X сказал: «Чушь»»: what is called so stands before the quotation.
fn behind(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Denial> {
    let open = (3..view.len()).find(|at| view.open(*at) && view.is(at - 1, ":"))?;
    let close = (open + 1..view.len()).find(|at| view.close(*at) || view.stop(*at))?;
    let over = (close..view.len()).all(|at| !view.tokens[at].is_wordy());
    if !over || !is_label(view, open + 1, close) {
        return None;
    }
    let label = view.span(Run::new(open + 1, close)?)?;
    let said = readings.iter().find(|reading| {
        reading.sentence == index && reading.content.iter().any(|it| it.overlaps(label))
    })?;
    let (source, cue) = (said.source?, said.cue?);
    let at = |end: usize| (0..view.len()).find(|at| view.tokens[*at].span.start >= end);
    let (_, thing) = target(view, 0).filter(|(at, _)| *at < open)?;
    let starts = [source.start, cue.start].into_iter().filter_map(at);
    let end = starts.filter(|at| *at > thing).min().unwrap_or(open - 1);
    // «О слухах про C мэр Ильин сказал»: a title stands before the name.
    let titled = at(cue.start).and_then(|verb| preposed::subject_start(view, thing + 1, verb));
    let titled = titled.filter(|at| russian(view) && *at > thing);
    let end = titled.map_or(end, |at| at.min(end));
    let end = end.min(thing_end(view, thing).max(thing + 1));
    Some(Denial {
        source: Run::new(
            titled.unwrap_or(usize::MAX).min(at(source.start)?),
            at(source.end)?,
        ),
        cue: Run::new(open + 1, close),
        content: Run::new(thing, end)?,
        over: Run::new(at(cue.start)?, close)?,
        certainty: Certainty::Stated,
    })
}
