//! Dates as documents write them, in three languages, as exact as they are.

use model::PartialDate;

/// Months by the beginnings of their names in English, Spanish and Russian.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "янв"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "abr", "апр"],
    &["may", "мая", "май"],
    &["jun", "июн"],
    &["jul", "июл"],
    &["aug", "ago", "авг"],
    &["sep", "set", "сен"],
    &["oct", "окт"],
    &["nov", "ноя"],
    &["dec", "dic", "дек"],
];

/// Longest name of a month or its inflection, in characters.
const LONGEST_MONTH: usize = 11;

/// The month a word names.
fn month(word: &str) -> Option<u8> {
    let lower = word.to_lowercase();
    if lower.chars().count() > LONGEST_MONTH {
        return None;
    }
    let index = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| lower.starts_with(name)))?;
    u8::try_from(index + 1).ok()
}

/// The first date in a short text (a header line, a meta element), reading `03/06/2024` as the day first unless that cannot be.
///
/// Where both readings of such a date are possible and `day_first` is `None`, only its year is kept.
pub(crate) fn find(text: &str, day_first: Option<bool>) -> Option<PartialDate> {
    let text = text.get(..text.floor_char_boundary(200)).unwrap_or(text);
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.' | '/')))
        .map(|word| word.trim_matches(|c| matches!(c, '-' | '.' | '/')))
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        joined(rest.first()?, day_first).or_else(|| named(rest))
    })
}

/// `2024-06-03`, `2024-06-03T10:00`, `20240603`, `03.06.2024`, `3/6/2024`.
fn joined(word: &str, day_first: Option<bool>) -> Option<PartialDate> {
    let word = word.split('T').next().unwrap_or(word);
    if let Some(date) = PartialDate::parse(word).filter(|date| date.month().is_some()) {
        return Some(date);
    }
    let mut pieces = word.split(['.', '/', '-']);
    let (first, second, third) = (pieces.next()?, pieces.next()?, pieces.next()?);
    if pieces.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return PartialDate::new(year(first)?, Some(number(second)?), Some(number(third)?));
    }
    let (a, b, year) = (number(first)?, number(second)?, year(third)?);
    let day_first = if word.contains('.') {
        Some(true)
    } else {
        day_first
    };
    let date = |day, month| PartialDate::new(year, Some(month), Some(day));
    match (date(a, b), date(b, a), day_first) {
        (Some(one), Some(other), None) if one != other => PartialDate::new(year, None, None),
        (Some(date), None, _) | (_, Some(date), Some(false)) => Some(date),
        (one, other, _) => one.or(other),
    }
}

/// `3 June 2024`, `3 de junio de 2024`, `3 июня 2024`, `June 3, 2024`, `junio de 2024`, and the same with a weekday before.
fn named(words: &[&str]) -> Option<PartialDate> {
    let small = |word: &&&str| !matches!(word.to_lowercase().as_str(), "de" | "del" | "of" | "th");
    let mut rest = words.iter().filter(small);
    let first = rest.next()?;
    let second = rest.next()?;
    if let Some(day) = ordinal(first) {
        let month = month(second)?;
        return PartialDate::new(year(rest.next()?)?, Some(month), Some(day));
    }
    let month = month(first)?;
    if let Some(year) = year(second) {
        return PartialDate::new(year, Some(month), None);
    }
    PartialDate::new(year(rest.next()?)?, Some(month), Some(ordinal(second)?))
}

fn year(word: &str) -> Option<i16> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let year = digits.parse().ok()?;
    (digits.len() == 4 && (1800..=2199).contains(&year)).then_some(year)
}

fn number(word: &str) -> Option<u8> {
    (word.len() <= 2).then(|| word.parse().ok()).flatten()
}

/// `3`, `3rd`, `1º`.
fn ordinal(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let tail = word.get(digits.len()..).unwrap_or("");
    matches!(tail, "" | "st" | "nd" | "rd" | "th" | "º" | "°" | "-го")
        .then(|| number(digits))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_documents_write_them() {
        for (text, date) in [
            ("2024-06-03", "2024-06-03"),
            ("2024-06-03T10:00:00Z", "2024-06-03"),
            ("Mon, 3 Jun 2024 10:00:00 +0200", "2024-06-03"),
            ("3 de febrero de 2025", "2025-02-03"),
            ("Published: 5 February 2025", "2025-02-05"),
            ("June 3rd, 2024", "2024-06-03"),
            ("3 июня 2024 г.", "2024-06-03"),
            ("03.06.2024", "2024-06-03"),
            ("13/06/2024", "2024-06-13"),
            ("06/13/2024", "2024-06-13"),
            ("03/06/2024", "2024"),
            ("junio de 2024", "2024-06"),
            ("1º de mayo de 2024", "2024-05-01"),
        ] {
            assert_eq!(
                find(text, None).map(|d| d.to_string()).as_deref(),
                Some(date),
                "{text}"
            );
        }
        assert_eq!(find("31.02.2024", None), None);
        assert_eq!(find("no date 1234 here", None), None);
        assert_eq!(
            find("03/06/2024", Some(true)),
            PartialDate::parse("2024-06-03")
        );
    }
}
