//! Dates: absolute, partial and relative, resolved against the document's own date.
//!
//! A date with no year is put into the year of the document, or the year before where that would lie
//! far ahead of it. A relative date in a document without a date keeps its words and has no value.

use super::words::{MONTHS, NUMBER_WORDS, WEEKDAYS, alternatives, look_up};
use super::{Context, Found, Read, all};
use crate::alphabet::{Captures, Regex, pattern};
use crate::extract::needs::Pattern;
use jiff::civil::Date;
use jiff::{Span as Step, ToSpan};
use model::{Language, MentionKind, PartialDate};
use std::sync::LazyLock;

/// Reads the value of a hit.
type Reader = fn(&Captures<'_>, Context) -> Option<PartialDate>;

/// Every notation with its reader, the more exact before the less exact.
static NOTATIONS: LazyLock<Vec<(Pattern, Reader)>> = LazyLock::new(|| {
    let month = format!("(?P<month>(?i:{}))", alternatives(MONTHS));
    let weekday = format!("(?P<weekday>(?i:{}))", alternatives(WEEKDAYS));
    let many = format!(
        r"(?P<many>\d{{1,3}}|(?i:a|an|un|una|один|одну|{}))",
        alternatives(NUMBER_WORDS)
    );
    let year = r"(?P<year>(?:19|20)\d{2})";
    let list: Vec<(String, Reader)> = vec![
        (r"\b(?P<year>(?:19|20)\d{2})-(?P<mm>\d{2})-(?P<day>\d{2})".into(), numeric),
        (r"\b(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>(?:19|20)\d{2})\b".into(), two_ways),
        (format!(r"\b{month}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year})?\b"), named),
        (format!(r"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|ro|-го|-ое)?\s(?i:of\s|de\s)?{month}\b(?:\.?,?\s(?i:del?\s(?:año\s)?)?{year}(?:\s(?i:года|г\.))?)?"), named),
        (format!(r"\b(?i:primero)\s(?i:de)\s{month}(?:\s(?i:del?)\s{year})?\b"), first_of),
        (format!(r"\b{month}\.?,?\s(?i:of\s|del?\s(?:año\s)?)?{year}(?:\s(?i:году|года|год|г\.))?"), named),
        (format!(r"\b(?P<last>(?i:last|past|this|next))\s{month}\b"), nearby),
        (format!(r"\b{month}\s(?P<last>(?i:pasado|último|próximo))\b"), nearby),
        (format!(r"(?i:\b(?:in|since|until|till|by|during|early|mid|late|through|en|desde|hasta|durante|a mediados de|a finales de|в|с|до|к)[ -]){month}\b"), named),
        (format!(r"\b(?P<last>(?i:last|next|this)\s)?{weekday}(?P<after>\s(?i:pasado|último|próximo))?\b"), weekday_near),
        (r"\b(?P<word>(?i:the day before yesterday|yesterday|today|tonight|tomorrow|anteayer|antier|ayer|anoche|hoy|позавчера|вчера|сегодня|завтра))\b".into(), near_day),
        (r"\b(?P<word>(?i:(?:last|this|next)\s(?:year|month|week)|(?:el\s)?(?:año|mes)\s(?:pasado|próximo)|(?:este|próximo)\s(?:año|mes)|(?:la\s)?semana\s(?:pasada|próxima)|esta semana|в\s(?:прошлом|этом|следующем|будущем)\s(?:году|месяце)|на\s(?:прошлой|этой|следующей)\sнеделе))\b".into(), near_period),
        (format!(r"\b{many}\s(?P<unit>(?i:days?|weeks?|months?|years?|дн(?:я|ей)|день|недел(?:ю|и|ь)|месяц(?:а|ев)?|лет|год(?:а)?))\s(?i:ago|earlier|назад|тому назад)\b"), ago),
        (format!(r"\b(?i:hace)\s(?:(?i:unos|unas|más de|casi)\s)?{many}\s(?P<unit>(?i:días?|semanas?|mes(?:es)?|años?))\b"), ago),
        (format!(r"\b(?i:(?P<season>summer|autumn|fall|winter|spring|verano|otoño|invierno|primavera|лет(?:ом|о|а)|осень?ю?|зим(?:ой|а|ы)|весн(?:ой|а|ы)))\s(?i:of\s|del?\s)?{year}(?:\s(?i:года|г\.))?"), year_only),
        (format!(r"\b{year}(?:\s(?i:году|года|годом|год|гг?\.))"), year_only),
        (format!(r"(?i:\b(?:in|since|until|till|by|during|from|of|early|mid|late|year|en|desde|hasta|durante|año|de|del|в|с|до)[ -]){year}\b"), year_only),
        (format!(r"(?i:\bbetween\s|\bentre\s)?\b{year}\s(?i:and|y|to|a)\s(?:19|20)\d{{2}}\b"), year_only),
    ];
    list.into_iter()
        .map(|(text, reader)| (Pattern::new(text), reader))
        .collect()
});

/// Words before the date that belong to the pattern but not to the mention.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:in|since|until|till|by|during|from|of|early|mid|late|through|en|desde|hasta|durante|a mediados de|a finales de|año|year|del|de|между|в|с|до|к|between|entre)[ -]",
    )
});

/// Dates in a text, in text order; the longer of two that begin together wins.
pub(super) fn dates(read: Read<'_>, context: Context) -> Vec<Found> {
    let (text, _) = read;
    let mut found: Vec<Found> = Vec::new();
    for (regex, reader) in NOTATIONS.iter() {
        for hit in all(read, regex) {
            let Some(whole) = hit.get(0) else { continue };
            if !is_date(&hit, text) {
                continue;
            }
            // "в прошлом году" keeps its preposition: without it the words name no time.
            let lead = if hit.name("word").is_some() {
                0
            } else {
                LEAD.find(whole.as_str()).map_or(0, |lead| lead.end())
            };
            let value = reader(&hit, context)
                .map(|date| told(date, &hit, text, context))
                .map(|date| date.to_string());
            found.push(Found::new(
                whole.start() + lead,
                whole.end(),
                MentionKind::Date,
                value,
            ));
        }
    }
    found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    found
}

/// Words that are months or days only in the right dress: "May", "may"; "mar"; "sat".
fn is_date(hit: &Captures<'_>, text: &str) -> bool {
    let Some(whole) = hit.get(0) else {
        return false;
    };
    let before = text[..whole.start()].chars().next_back();
    if before.is_some_and(|c| "./-".contains(c))
        && whole.as_str().starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let Some(month) = hit.name("month") else {
        return true;
    };
    let english = matches!(
        month.as_str(),
        "may" | "march" | "mar" | "august" | "sep" | "jan" | "dec" | "jun" | "jul"
    );
    let bare = hit.name("year").is_none() && hit.name("day").is_none();
    // "A letter by Jan Kolb": a month may be somebody's given name.
    let named = matches!(month.as_str(), "Jan" | "April" | "May" | "June" | "August")
        && whole.as_str().starts_with("by ")
        && text[whole.end()..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    !((english || named) && bare)
}

fn number<T: std::str::FromStr>(hit: &Captures<'_>, name: &str) -> Option<T> {
    hit.name(name)?.as_str().parse().ok()
}

fn numeric(hit: &Captures<'_>, _: Context) -> Option<PartialDate> {
    PartialDate::new(
        number(hit, "year")?,
        Some(number(hit, "mm")?),
        Some(number(hit, "day")?),
    )
}

/// `03/04/2024`: day first in Spanish and Russian; in English only where one of the two cannot be a month.
fn two_ways(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let (first, second, year): (u8, u8, i16) = (
        number(hit, "first")?,
        number(hit, "second")?,
        number(hit, "year")?,
    );
    let dotted = hit.get(0).is_some_and(|whole| whole.as_str().contains('.'));
    if context.language != Language::En || dotted || first > 12 {
        return PartialDate::new(year, Some(second), Some(first));
    }
    if second > 12 || first == second {
        return PartialDate::new(year, Some(first), Some(second));
    }
    PartialDate::new(year, None, None)
}

fn named(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let month = look_up(MONTHS, hit.name("month")?.as_str())?;
    let day = number::<u8>(hit, "day");
    match number::<i16>(hit, "year") {
        Some(year) => PartialDate::new(year, Some(month), day),
        None => PartialDate::new(year_near(month, context)?, Some(month), day),
    }
}

fn first_of(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let month = named(hit, context)?;
    PartialDate::new(month.year(), month.month(), Some(1))
}

/// The year of a month that is named without one: no more than three months ahead of the document.
fn year_near(month: u8, context: Context) -> Option<i16> {
    let date = context.date?;
    let here = date.month().unwrap_or(12);
    Some(if month > here.saturating_add(3) {
        date.year() - 1
    } else {
        date.year()
    })
}

/// How far around a date what is still to come is looked for, in bytes.
const AROUND: usize = 90;

/// A date without a year that would lie ahead of its document is the last one before it, unless the words around it
/// speak of what is still to come: people tell what happened.
fn told(date: PartialDate, hit: &Captures<'_>, text: &str, context: Context) -> PartialDate {
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:(?:19|20)\d\d|will|shall|won't|is due|are due|due (?:on|in|by)|to be|going to|plans?|planned|scheduled|expected|upcoming|next|until|by|before|no later than|deadline|from now|\p{L}+(?:ar|er|ir)(?:á|án|emos|é)|\p{L}+(?:dr|br|rr)(?:á|án)|va a|van a|próxim[oa]|antes del?|hasta|a partir del?|prevé|previst[oa]|plazo|vence|буд(?:ет|ут|у|ем)|намечен\w*|состоится|назначен\w*|планиру\w+|предстоит|до|не позднее|с завтра\w*|к)\b",
        )
    });
    let unsaid =
        hit.name("year").is_none() && hit.name("last").is_none() && hit.name("month").is_some();
    let (Some(today), Some(whole), true) = (context.date, hit.get(0), unsaid) else {
        return date;
    };
    let ahead = (date.year(), date.month(), date.day())
        > (today.year(), today.month(), today.day().or(date.day()));
    if !ahead || date.year() != today.year() {
        return date;
    }
    let near = super::near(text, whole.start(), whole.end(), AROUND);
    if AHEAD.is_match(near) {
        return date;
    }
    PartialDate::new(date.year() - 1, date.month(), date.day()).unwrap_or(date)
}

/// "last June", "next June", "junio pasado".
fn nearby(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let month = look_up(MONTHS, hit.name("month")?.as_str())?;
    let date = context.date?;
    let here = date.month()?;
    let year = match hit.name("last")?.as_str().to_lowercase().as_str() {
        "this" => date.year(),
        "next" | "próximo" => date.year() + i16::from(month <= here),
        _ => date.year() - i16::from(month >= here),
    };
    PartialDate::new(year, Some(month), None)
}

/// A weekday: the last one up to the document's day, unless "next" is said.
fn weekday_near(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let wanted = look_up(WEEKDAYS, hit.name("weekday")?.as_str())?;
    let day = full(context)?;
    let word = hit
        .name("last")
        .or(hit.name("after"))
        .map(|word| word.as_str().trim().to_lowercase());
    let back = (day.weekday().to_monday_one_offset() - wanted).rem_euclid(7);
    let step = match word.as_deref() {
        Some("next" | "próximo") => 7 - back,
        Some("last" | "pasado" | "último") if back == 0 => -7,
        _ => -back,
    };
    moved(day, i64::from(step).days())
}

fn near_day(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let step: i64 = match hit.name("word")?.as_str().to_lowercase().as_str() {
        "the day before yesterday" | "anteayer" | "antier" | "позавчера" => -2,
        "yesterday" | "ayer" | "anoche" | "вчера" => -1,
        "tomorrow" | "завтра" => 1,
        _ => 0,
    };
    moved(full(context)?, step.days())
}

/// "last year", "el mes pasado", "на прошлой неделе"; a week has no partial date, so only its month.
fn near_period(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let word = hit.name("word")?.as_str().to_lowercase();
    let has = |pieces: &[&str]| pieces.iter().any(|piece| word.contains(piece));
    let step: i64 = if has(&["last", "pasad", "прошл"]) {
        -1
    } else {
        i64::from(has(&["next", "próxim", "следующ", "будущ"]))
    };
    let date = context.date?;
    if has(&["year", "año", "году"]) {
        return PartialDate::new(date.year() + i16::try_from(step).ok()?, None, None);
    }
    if has(&["month", "mes ", " mes", "месяц"]) {
        let first = Date::new(date.year(), i8::try_from(date.month()?).ok()?, 1).ok()?;
        return month_of(first.checked_add(step.months()).ok()?);
    }
    month_of(full(context)?.checked_add(step.weeks()).ok()?)
}

/// "three weeks ago", "hace tres semanas", "три недели назад": as exact as its unit.
fn ago(hit: &Captures<'_>, context: Context) -> Option<PartialDate> {
    let many = hit.name("many")?.as_str().to_lowercase();
    let many: i64 = match many.as_str() {
        "a" | "an" | "un" | "una" | "один" | "одну" => 1,
        word => word
            .parse()
            .ok()
            .or_else(|| super::amount::spoken(word).and_then(|n| i64::try_from(n).ok()))?,
    };
    if many > 500 {
        return None;
    }
    let unit = hit.name("unit")?.as_str().to_lowercase();
    let date = context.date?;
    match unit.chars().next()? {
        'y' | 'a' | 'г' | 'л' => {
            PartialDate::new(date.year() - i16::try_from(many).ok()?, None, None)
        }
        'm' | 'м' => {
            let first = Date::new(date.year(), i8::try_from(date.month()?).ok()?, 1).ok()?;
            month_of(first.checked_sub(many.months()).ok()?)
        }
        'w' | 's' | 'н' => month_of(full(context)?.checked_sub(many.weeks()).ok()?),
        _ => moved(full(context)?, (-many).days()),
    }
}

fn year_only(hit: &Captures<'_>, _: Context) -> Option<PartialDate> {
    PartialDate::new(number(hit, "year")?, None, None)
}

/// The document's day, if it is known to the day.
fn full(context: Context) -> Option<Date> {
    let date = context.date?;
    Date::new(
        date.year(),
        i8::try_from(date.month()?).ok()?,
        i8::try_from(date.day()?).ok()?,
    )
    .ok()
}

fn moved(day: Date, step: Step) -> Option<PartialDate> {
    let day = day.checked_add(step).ok()?;
    PartialDate::new(
        day.year(),
        u8::try_from(day.month()).ok(),
        u8::try_from(day.day()).ok(),
    )
}

fn month_of(day: Date) -> Option<PartialDate> {
    PartialDate::new(day.year(), u8::try_from(day.month()).ok(), None)
}
