//! «Несогласие с выводом о C выразил X», «о непричастности к T заявил X»: a noun of denying that a verb of telling voices.

use super::Denial;
use super::parsing::{before, first, group, russian, teller, thing_end, told};
use super::topics::{RETRACTS, SIGNED};
use crate::extract::claims::lexicon::{NEG, PREP};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Nouns by which somebody says that he does not believe a thing, with what leads it.
const DOUBTS: [&str; 3] = [
    "?свое ?полное несогласие с|со",
    "?свое недоверие к",
    "?свои|большие|серьезные сомнение|сомнения в|насчет|относительно ?том ?,",
];
/// Nouns by which he denies it.
const DENIALS: [&str; 1] = ["?решительный протест|возражение|возражения против"];
/// Who had no part in a thing.
const APART: [&str; 1] =
    ["о|об|на ?своей|полной|собственной ?полной непричастности|неосведомленности|неведении"];
/// Verbs that voice such nouns.
const VOICES: &str = "выраз*|выраж*|выска*|заяви*|заявля*|озвучи*|сообщи*|объяви*|напомни*|настаива*|настоя*|говори*|говоря*";

/// Verbs of taking a thing in, and how who does not believe it does so.
const TAKES: &str = "встрет*|встреч*|принял*|принима*|воспринял*|воспринима*|отнесся|отнеслась|отнеслись|относит*|относил*|слуша*|выслуша*";
const MANNER: [&str; 3] = [
    "с ?большим|явным|нескрываемым|полным недоверием|скепсисом|сомнением|иронией",
    "?весьма|крайне скептически|недоверчиво|насмешливо",
    "без ?всякого доверия",
];

/// The denial of a sentence by such a noun.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    if !russian(view) {
        return None;
    }
    fronted(view)
        .or_else(|| apart(view))
        .or_else(|| doubting(view))
        .or_else(|| takes_back(view))
}

/// «Несогласие с T выразил X», «О непричастности к T заявил X».
fn fronted(view: &View<'_>) -> Option<Denial> {
    let from = first(view)?;
    let doubted = longest(view, from, &DOUBTS);
    let denied = || longest(view, from, &DENIALS);
    let apart = || longest(view, from, &APART).filter(|at| view.is(*at, "к"));
    let start = doubted.or_else(denied).or_else(apart)?;
    let head = (start + 1..view.len()).find(|at| voices(view, *at))?;
    let to = head - usize::from(view.comma(head - 1));
    let source = teller(view, (head + 1, view.len()), head)?;
    let certainty = match doubted {
        Some(_) => Certainty::Believed,
        None => Certainty::Stated,
    };
    let cue = Run::new(from, start - usize::from(view.comma(start - 1)))?;
    Some(Denial {
        source: Some(source),
        cue: Some(cue),
        content: Run::new(start, to)?,
        over: Run {
            from: cue.from,
            to: head + 1,
        },
        certainty,
    })
}

/// «X заявил о своей непричастности к T».
fn apart(view: &View<'_>) -> Option<Denial> {
    let (head, start) = (1..view.len()).find_map(|at| {
        let end = voices(view, at).then(|| longest(view, at + 1, &APART))?;
        Some((at, end.filter(|end| view.is(*end, "к"))?))
    })?;
    let source = before(view, group(view, head)?, head)?;
    let cue = Run::new(head, start)?;
    Some(Denial {
        source: Some(source),
        cue: Some(cue),
        content: Run::new(start, thing_end(view, start))?,
        over: cue,
        certainty: Certainty::Stated,
    })
}

/// Whether a verb at the token voices a noun, and nothing negates it.
fn voices(view: &View<'_>, at: usize) -> bool {
    let negated = at > 0 && view.has(at - 1, NEG);
    fits(view.lower(at), VOICES) && !view.infinitive(at) && !negated
}

/// «С недоверием встретил X слова о C», «X скептически отнёсся к сообщениям о C».
fn doubting(view: &View<'_>) -> Option<Denial> {
    let verb = (1..view.len()).find(|at| fits(view.lower(*at), TAKES) && !view.infinitive(*at))?;
    let lead = (0..verb).find(|at| longest(view, *at, &MANNER) == Some(verb));
    let behind = longest(view, verb + 1, &MANNER);
    let from = behind.unwrap_or(verb + 1);
    let start = lead.unwrap_or(verb);
    (lead.is_some() || behind.is_some()).then_some(())?;
    group(view, verb)?;
    let thing = |at: usize| {
        let at = at + usize::from(matches!(view.lower(at), "к" | "ко"));
        told(view, at).map(|_| at)
    };
    let (source, content) = if let Some(at) = thing(from) {
        (before(view, start, verb)?, at)
    } else {
        let at = (from + 1..view.len().min(from + 9)).find(|at| thing(*at).is_some())?;
        let source = Run::new(from, at)?;
        let plain = (source.from..source.to).all(|at| view.tokens[at].is_wordy());
        (source, thing(at).filter(|_| plain)?)
    };
    let over = Run::new(start, from)?;
    Some(Denial {
        source: Some(source),
        cue: Some(over),
        content: Run::new(content, thing_end(view, content))?,
        over,
        certainty: Certainty::Believed,
    })
}

/// «X отказался от своих показаний».
fn takes_back(view: &View<'_>) -> Option<Denial> {
    let head = (1..view.len().saturating_sub(2))
        .find(|at| fits(view.lower(*at), RETRACTS) && view.is(at + 1, "от"))?;
    let from = head + 2;
    let signed = (from..from + 2)
        .find(|at| fits(view.lower(*at), SIGNED))
        .filter(|_| !view.is(from, "дачи"))?;
    let plain = (from..signed).all(|at| view.tokens[at].is_wordy());
    // «А после обыска отказалась от слов»: a circumstance is nobody.
    let named = |run: &Run| !view.has(run.from, PREP) && !view.adverb(run.from);
    let source = before(view, group(view, head)?, head).filter(|run| plain && named(run))?;
    let cue = Run::new(head, from)?;
    Some(Denial {
        source: Some(source),
        cue: Some(cue),
        content: Run::new(from, thing_end(view, from))?,
        over: cue,
        certainty: Certainty::Stated,
    })
}
