//! Readers of single values: what cannot be meant is refused with what can.

pub(super) fn date(text: &str) -> Result<model::PartialDate, String> {
    model::PartialDate::parse(text)
        .ok_or_else(|| "dates are written YYYY, YYYY-MM or YYYY-MM-DD".to_owned())
}

pub(super) fn zone(text: &str) -> Result<String, String> {
    let offset = text.strip_prefix(['+', '-']).is_some_and(|rest| {
        rest.len() == 5
            && rest.as_bytes()[2] == b':'
            && rest.bytes().filter(u8::is_ascii_digit).count() == 4
    });
    if offset || jiff::tz::TimeZone::get(text).is_ok() {
        Ok(text.to_owned())
    } else {
        Err("zones are IANA names like America/Havana, or offsets like +03:00".to_owned())
    }
}

pub(super) fn region(text: &str) -> Result<String, String> {
    let upper = text.to_ascii_uppercase();
    if read::calls::knows_region(&upper) {
        Ok(upper)
    } else {
        Err(
            "regions are two letters of ISO 3166 under which numbers are given out, like CU or RU"
                .to_owned(),
        )
    }
}

pub(super) fn map(text: &str) -> Result<String, String> {
    read::calls::check_map(text).map(|()| text.to_owned())
}

/// A whole number from 1 on: none of anything is not what is meant.
pub(super) fn some(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|&number| number > 0)
        .ok_or_else(|| "a whole number, 1 or more".to_owned())
}

/// The most of a list; none is no list.
pub(super) fn limit(text: &str) -> Result<usize, String> {
    some(text).map_err(|_| "a whole number, 1 or more; leave --limit out to see all".to_owned())
}

/// What is to be opened: something must be named.
pub(super) fn named(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        Err("name what is to be shown, like c-7kq3m9xt; the lists print identifiers".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// A parser for the words of an enumeration that says which there are.
macro_rules! words {
    ($name:ident, $kind:ty) => {
        pub(super) fn $name(text: &str) -> Result<$kind, String> {
            <$kind>::parse(&text.to_lowercase()).ok_or_else(|| {
                let words: Vec<&str> = <$kind>::ALL.iter().map(|word| word.as_str()).collect();
                format!("one of: {}", words.join(", "))
            })
        }
    };
}

words!(certainty, model::Certainty);
words!(polarity, model::Polarity);
words!(kind, model::Kind);
words!(entity_kind, model::EntityKind);
words!(role, model::Role);
words!(layer, model::Layer);
