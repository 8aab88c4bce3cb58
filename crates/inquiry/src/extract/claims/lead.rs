//! «Всю неделю Чинара отрицала кражу», «Накануне вечером Петров заявил», «Себя Громов виновным не считает»: what stands before a
//! Russian subject and is no part of it, a time or the object in first place.

use super::lexicon::{POSS, PREP};
use super::patterns::longest;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Language, Span};

/// Times, in the accusative and the instrumental, with what stands around them.
#[rustfmt::skip]
const TIMES: [&str; 14] = [
    "?почти ?первую|последнюю|минувшую|прошлую всю|целую|первую|последнюю|минувшую|прошлую неделю|ночь|зиму|осень|весну|дорогу|жизнь|смену",
    "?почти ?первый|последний|минувший|прошлый весь|целый|первый|последний|минувший|прошлый день|вечер|год|месяц|суд|полёт|рейс",
    "все ?последнее|минувшее|это|прошлое лето|утро|время", "?все долгое|некоторое|последнее|первое время",
    "?все|многие первые|последние|долгие|многие годы|дни|недели|месяцы|сутки|часы", "много|немало лет|недель|месяцев|дней",
    "каждый раз|день|вечер|год|месяц", "каждую неделю|ночь|осень|зиму|весну|субботу|среду|пятницу", "каждое утро|лето|воскресенье", "всякий раз",
    "?прошлой|минувшей|этой|той ?же осенью|зимой|весной|ночью", "?прошлым|минувшим|этим|тем|ранним|поздним ?же летом|вечером|утром|днем",
    "накануне|вчера|сегодня|позавчера|однажды|рано|поздно|поутру|наутро ?рано|поздно ?вечером|утром|ночью|днем",
    "раньше|прежде|недавно|давно|вскоре|сначала|сперва|поначалу|накануне|сутками|годами|часами|неделями|месяцами|ежедневно|ежегодно|временами|иногда|тогда",
];
/// How long ago, before the word that says so.
#[rustfmt::skip]
const AGO: [&str; 4] = [
    "?примерно|около|ровно|почти неделю|год|месяц|час|день|сутки|полгода|полчаса|минуту|век назад|спустя",
    "?примерно|около|ровно|почти два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько|пару|полтора|полторы ?с ?половиной недели|недель|лет|года|дня|дней|месяца|месяцев|часа|часов|минут|минуты|суток|года|десятилетия назад|спустя",
    "спустя неделю|год|месяц|час|день|сутки|полгода|полчаса",
    "спустя два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько|пару|полтора|полторы недели|недель|лет|года|дня|дней|месяца|месяцев|часа|часов|минут|минуты|суток",
];
/// Pronouns that are no subject, with which a sentence may begin.
const OBJECTS: [&str; 7] = ["его", "ее", "их", "меня", "нас", "тебя", "вас"];

/// Takes what leads in out of the sources; an object goes to what is said.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        if view.lexicon.language != Language::Ru {
            continue;
        }
        let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
            continue;
        };
        let inside: Vec<usize> = tokens(view, source).collect();
        let [first, .., last] = inside[..] else {
            continue;
        };
        if source.start >= cue.start {
            continue;
        }
        let from = behind_time(view, first, last);
        let object = is_object(view, from, last);
        let name = from + usize::from(object);
        if name == first {
            continue;
        }
        reading.source = Some(Span::new(view.tokens[name].span.start, source.end));
        if object
            && !reading
                .content
                .iter()
                .any(|it| it.contains(view.tokens[from].span))
        {
            reading.content.insert(0, view.tokens[from].span);
        }
    }
}

/// The token behind the times that stand at `from`, if somebody is named behind them.
fn behind_time(view: &View<'_>, from: usize, last: usize) -> usize {
    let step = |at: usize| {
        let time = longest(view, at, &TIMES).into_iter();
        time.chain(longest(view, at, &AGO))
            .chain(counted(view, at))
            .max()
    };
    let mut at = from;
    while let Some(end) = step(at) {
        at = end + usize::from(view.comma(end));
    }
    let named = at <= last && view.tokens[at].is_wordy() && !view.has(at, PREP);
    if named { at } else { from }
}

/// «15 лет назад»
fn counted(view: &View<'_>, at: usize) -> Option<usize> {
    let number =
        view.lower(at).bytes().all(|byte| byte.is_ascii_digit()) && !view.lower(at).is_empty();
    let ago = matches!(view.lower(at + 2), "назад" | "спустя");
    (number && ago).then_some(at + 3)
}

/// Whether an object stands at the token and the subject behind it: «Себя Громов», «Его Громов», but no «Его адвокат».
fn is_object(view: &View<'_>, at: usize, last: usize) -> bool {
    let named = at < last && view.tokens[at + 1].is_wordy();
    let free = OBJECTS.contains(&view.lower(at)) && view.capital(at + 1) && !view.has(at + 1, POSS);
    named && (view.is(at, "себя") || free)
}
