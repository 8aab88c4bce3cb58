//! Offices that speak without a subject: «В полиции сообщили», «.., рассказали в посольстве», "dijeron en la fiscalía".

use super::clause;
use super::lexicon::{DET, PREP, PRON, SPEECH, TIME};
use super::view::{Run, View};
use model::Language;

/// Beginnings of what stands behind "in" and is no office that speaks.
#[rustfmt::skip]
const NO_OFFICES: [&str; 62] = [
    "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "начал", "конц", "середин", "очередн",
    "последн", "перв", "втор", "трет", "сот", "отсутств", "присутств", "цел", "ход", "бесед", "разговор", "интервью", "комментари", "итог", "случа",
    "момент", "раз", "год", "ответ", "частност", "основн", "принцип", "заключен", "суд", "зал", "процесс", "течен", "эфир", "числ", "прошл", "нов",
    "свое", "его", "ее", "их", "результат", "связ", "отношен", "рамк", "интерес", "адрес", "письм", "заявлен", "публикац", "стать", "двух", "трех",
];

/// Whether the verb is a plural that needs no subject.
pub(super) fn is_plural(view: &View<'_>, head: usize) -> bool {
    let lower = view.lower(head);
    match view.lexicon.language {
        Language::Ru => ["ли", "ют", "ят"].iter().any(|end| lower.ends_with(end)),
        Language::Es => lower.ends_with("ron"),
        Language::En | Language::Unknown => false,
    }
}

/// Whether the token is "in" before an office, and no interview, day or other circumstance.
pub(super) fn leads(view: &View<'_>, at: usize) -> bool {
    let within = match view.lexicon.language {
        Language::Ru => matches!(view.lower(at), "в" | "во"),
        Language::Es => matches!(view.lower(at), "en" | "desde"),
        Language::En | Language::Unknown => false,
    };
    let first = at + 1 + usize::from(view.has(at + 1, DET));
    let spoken = (at + 1..at + 4).any(|at| view.has(at, SPEECH | TIME));
    let dated = view.kind(first) != Some(crate::extract::text::TokenKind::Word);
    // «В тот же день», but "en la fiscalía".
    let day = view.lexicon.language == Language::Ru && view.has(at + 1, DET);
    within && !spoken && !dated && !day && !view.has(first, PREP | PRON)
}

/// The office behind the verb: «сообщили в полиции», «сообщили ТАСС в полиции».
pub(super) fn behind(view: &View<'_>, after: usize, head: usize) -> Option<Run> {
    if !is_plural(view, head) {
        return None;
    }
    let told = view.lower(after);
    let addressed = view.lexicon.language == Language::Ru
        && (["у", "ю", "ам", "ям"].iter().any(|end| told.ends_with(end))
            || told.chars().count() > 2
                && view.tokens.get(after).is_some_and(|token| token.capital)
                && clipped(view, after));
    let at = after + usize::from(addressed && leads(view, after + 1));
    if !leads(view, at) {
        return None;
    }
    let mut run = clause::phrase_right(view, at + 1)?;
    let cut = (run.from + 1..run.to).find(|at| {
        view.comma(*at)
            || matches!(
                view.lower(*at),
                "в" | "во" | "по" | "на" | "en" | "a" | "al"
            )
    });
    run.to = cut.unwrap_or(run.to);
    // «в компании «Вега»»
    if view.open(run.to)
        && let Some(close) = (run.to + 1..view.len().min(run.to + 8)).find(|at| view.close(*at))
    {
        run.to = close + 1;
    }
    Some(run)
}

/// Whether the word has no vowel at its end, as the short names of agencies: «ТАСС».
fn clipped(view: &View<'_>, at: usize) -> bool {
    !view.lower(at).ends_with(['а', 'я', 'ы', 'и', 'е', 'о']) && view.lower(at).chars().count() <= 5
}

/// The "in" before the office that stands right before a plural verb: «Факт избиения в колонии отрицают».
pub(super) fn before(view: &View<'_>, (from, group): (usize, usize), head: usize) -> Option<usize> {
    let near = (from.max(group.saturating_sub(4))..group).rev();
    let link = near
        .take_while(|at| !view.comma(*at))
        .find(|at| leads(view, *at))?;
    (is_plural(view, head) && link > from.saturating_sub(1)).then_some(link)
}

/// A subject that is an office told by its place, without what stands before it: «В среду в полиции» is «полиции».
pub(super) fn office(view: &View<'_>, run: Run, head: usize) -> Run {
    if !is_plural(view, head)
        || view.lexicon.language != Language::Ru
        || !view.has(run.from, PREP | TIME)
    {
        return run;
    }
    let lead = (run.from..run.to)
        .find(|at| leads(view, *at) && (*at == run.from || !view.has(*at - 1, PREP)));
    lead.and_then(|at| Run::new(at + 1, run.to)).unwrap_or(run)
}

/// Whether what stands before a plural verb is who is told: «Мне сказали», «Ивану сказали».
pub(super) fn is_told(view: &View<'_>, run: Run, head: usize) -> bool {
    if view.lexicon.language != Language::Ru {
        return false;
    }
    let last = view.lower(run.to - 1);
    let pronoun = run.len() == 1
        && matches!(
            last,
            "мне"
                | "нам"
                | "ему"
                | "ей"
                | "им"
                | "тебе"
                | "вам"
                | "меня"
                | "нас"
                | "его"
                | "ее"
                | "их"
        );
    let dative = run.len() <= 2
        && is_plural(view, head)
        && (run.from..run.to).all(|at| {
            let lower = view.lower(at);
            lower.chars().count() > 3 && (lower.ends_with('у') || lower.ends_with('ю'))
        });
    pronoun || dative
}

/// Whether what begins with the Russian word behind "in" is a time, a place or another circumstance, and no office that speaks.
pub(super) fn is_circumstance(first: &str) -> bool {
    first == "мае" || NO_OFFICES.iter().any(|stem| first.starts_with(stem))
}
