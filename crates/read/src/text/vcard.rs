//! vCard 2.1, 3.0 and 4.0 (RFC 6350): a table with a row a card.

use crate::draft::{Draft, Writer};
use crate::{Limits, decode};
use model::{Format, PartKind};
use std::collections::BTreeMap;

/// Columns, by the property that fills them; the first has several sources.
const COLUMNS: &[(&str, &str)] = &[
    ("FN", "Name"),
    ("N", "Full name"),
    ("NICKNAME", "Nickname"),
    ("TEL", "Phone"),
    ("EMAIL", "Email"),
    ("ORG", "Organisation"),
    ("TITLE", "Title"),
    ("ROLE", "Role"),
    ("ADR", "Address"),
    ("URL", "Url"),
    ("BDAY", "Birthday"),
    ("NOTE", "Note"),
    (OTHER, "Other"),
];
/// What no column of its own exists for, as `PROPERTY: value`.
const OTHER: &str = "";
/// Properties that say nothing of anybody.
const TECHNICAL: &[&str] = &["VERSION", "PRODID", "REV", "UID", "CLIENTPIDMAP"];
/// Values of one property that are kept of one card.
const MAX_VALUES: usize = 32;

type Card = BTreeMap<&'static str, Vec<String>>;

/// What was read, and what was not.
#[derive(Default)]
struct Cards {
    whole: Vec<Card>,
    /// The last card has no end.
    open: bool,
    /// Pictures, sounds and keys.
    binary: usize,
    /// Values beyond the most that are kept.
    beyond: usize,
    /// Lines that are no property, or stand outside every card.
    stray: usize,
}

/// Whether a text is made of cards.
pub(crate) fn is_vcard(text: &str) -> bool {
    let top = text.trim_start_matches(crate::lines::blank);
    top.get(..11)
        .is_some_and(|top| top.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Reads cards.
pub(crate) fn read(text: &str, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Vcard);
    let Cards {
        whole: cards,
        open,
        binary,
        beyond,
        stray,
    } = cards(text);
    for (count, what) in [
        (binary, "pictures or other binary values are not read"),
        (
            beyond,
            "values were left out: there are too many of one kind",
        ),
        (stray, "lines belong to no card and were left out"),
    ] {
        if count > 0 {
            draft.faults.push(format!("{count} {what}"));
        }
    }
    let mut widths: BTreeMap<&str, usize> = BTreeMap::new();
    for card in &cards {
        for (property, values) in card {
            let width = widths.entry(property).or_default();
            *width = (*width).max(values.len());
        }
    }
    let columns: Vec<(&str, String, usize)> = COLUMNS
        .iter()
        .flat_map(|(property, title)| {
            let width = widths.get(property).copied().unwrap_or(0);
            (0..width).map(move |index| {
                let title = if index == 0 {
                    (*title).to_owned()
                } else {
                    format!("{title} {}", index + 1)
                };
                (*property, title, index)
            })
        })
        .collect();
    let mut writer = Writer::new(limits);
    let titles: Vec<String> = columns.iter().map(|(_, title, _)| title.clone()).collect();
    writer.row(1, &titles, true);
    for (index, card) in cards.iter().enumerate() {
        let cells: Vec<String> = columns
            .iter()
            .map(|(property, _, at)| {
                card.get(property)
                    .and_then(|v| v.get(*at))
                    .cloned()
                    .unwrap_or_default()
            })
            .collect();
        writer.row(index + 2, &cells, false);
    }
    if open {
        draft.partial("the last card is cut off");
    }
    if writer.cut {
        draft.partial("there are more cards than are read");
    }
    if cards.is_empty() || writer.is_empty() {
        return Draft::no_text(Format::Vcard, "there is no card in it");
    }
    draft.parts.push(writer.part(PartKind::Sheet, "cards"));
    draft
}

/// The cards, and what was left out.
fn cards(text: &str) -> Cards {
    let mut found = Cards::default();
    let mut card: Option<Card> = None;
    for line in unfolded(text) {
        let Some((left, value)) = halves(&line) else {
            found.stray += usize::from(!line.trim().is_empty());
            continue;
        };
        let mut pieces = left.split(';');
        let name = pieces.next().unwrap_or("");
        let name = name.rsplit('.').next().unwrap_or("").to_ascii_uppercase();
        let parameters: Vec<String> = pieces.map(str::to_ascii_uppercase).collect();
        match (name.as_str(), value.trim().to_ascii_uppercase().as_str()) {
            ("BEGIN", "VCARD") => found.whole.extend(card.replace(Card::new()).map(finished)),
            ("END", "VCARD") => found.whole.extend(card.take().map(finished)),
            _ => match (&mut card, property(&name, &parameters, value)) {
                (None, _) => found.stray += 1,
                (Some(_), Property::Nothing) => {}
                (Some(_), Property::Binary) => found.binary += 1,
                (Some(card), Property::Value(column, value)) => {
                    let values = card.entry(column).or_default();
                    if values.len() >= MAX_VALUES {
                        found.beyond += 1;
                    } else if !values.contains(&value) {
                        values.push(value);
                    }
                }
            },
        }
    }
    found.open = card.is_some();
    found.whole.extend(card.map(finished));
    found.whole.retain(|card| !card.is_empty());
    found
}

/// Name with parameters, and value: the first colon that stands in no quotation.
fn halves(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let colon = line.char_indices().find(|&(_, c)| {
        quoted ^= c == '"';
        c == ':' && !quoted
    });
    let at = colon.map(|(at, _)| at).or_else(|| line.find(':'))?;
    Some((line.get(..at)?, line.get(at + 1..)?))
}

/// A card without a formatted name is named by its structured one; that one is kept where it says more.
fn finished(mut card: Card) -> Card {
    let structured = card.remove("N").unwrap_or_default();
    let names = card.get("FN").cloned().unwrap_or_default();
    let nameless = names.iter().all(String::is_empty);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let known: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
    let says_more = |name: &String| words(name).iter().any(|word| !known.contains(word));
    if let Some(name) = structured.into_iter().next() {
        if nameless {
            card.insert("FN", vec![name]);
        } else if says_more(&name) {
            card.insert("N", vec![name]);
        }
    }
    card
}

/// Lines with their continuations: folded by a leading space, or by `=` at the end in quoted-printable.
fn unfolded(text: &str) -> Vec<String> {
    let mut unfolded: Vec<String> = Vec::new();
    let mut soft = false;
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        match unfolded.last_mut() {
            Some(last) if soft => {
                last.pop();
                last.push_str(line);
            }
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push_str(line.get(1..).unwrap_or(""));
            }
            _ => unfolded.push(line.trim_start_matches('\u{feff}').to_owned()),
        }
        soft = unfolded.last().is_some_and(|last| {
            last.ends_with('=') && last.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
        });
    }
    unfolded
}

/// What one line of a card says.
enum Property {
    /// Nothing that is kept.
    Nothing,
    /// A picture, a sound or a key.
    Binary,
    /// A value and the column it goes to.
    Value(&'static str, String),
}

fn property(name: &str, parameters: &[String], value: &str) -> Property {
    let says = |word: &str| parameters.iter().any(|parameter| parameter.contains(word));
    let inline = value
        .get(..5)
        .is_some_and(|top| top.eq_ignore_ascii_case("data:"));
    if says("BASE64") || says("ENCODING=B") || inline {
        return Property::Binary;
    }
    if TECHNICAL.contains(&name) || value.trim().is_empty() {
        return Property::Nothing;
    }
    let column = COLUMNS.iter().map(|(property, _)| *property);
    let column = column.into_iter().find(|property| *property == name);
    let value = if says("QUOTED-PRINTABLE") {
        quoted_printable(value, parameters)
    } else {
        value.to_owned()
    };
    let value = match column {
        Some("N") => name_of(&value),
        Some("ADR" | "ORG") => split(&value, ';').join(", "),
        Some("TEL") => unescape(value.trim_start_matches("tel:")),
        Some(_) => unescape(&value),
        None => format!("{name}: {}", split(&value, ';').join(", ")),
    };
    if value.trim().is_empty() {
        return Property::Nothing;
    }
    Property::Value(column.unwrap_or(OTHER), value)
}

/// `Surname;Given;Additional;Prefix;Suffix` in the order people say it.
fn name_of(value: &str) -> String {
    let pieces: Vec<String> = value
        .split(';')
        .map(|piece| unescape(piece).trim().to_owned())
        .collect();
    let order = [3, 1, 2, 0, 4];
    let said: Vec<&str> = order
        .iter()
        .filter_map(|&index| pieces.get(index).map(String::as_str))
        .filter(|piece| !piece.is_empty())
        .collect();
    said.join(" ")
}

/// Filled pieces, split where the separator is not escaped.
fn split(value: &str, separator: char) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        if c == separator && !escaped {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    let clean = pieces.iter().map(|piece| unescape(piece).trim().to_owned());
    clean.filter(|piece| !piece.is_empty()).collect()
}

fn unescape(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push(' '),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}

fn quoted_printable(value: &str, parameters: &[String]) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        if let Some(value) = hex
            .and_then(|two| u8::from_str_radix(two, 16).ok())
            .filter(|_| byte == b'=')
        {
            bytes.push(value);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    let charset = parameters
        .iter()
        .find_map(|parameter| parameter.strip_prefix("CHARSET="));
    decode::decode_as(&bytes, charset.unwrap_or("utf-8"))
        .map_or_else(|| value.to_owned(), |decoded| decoded.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_column_is_kept_or_counted() {
        let text = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nTEL;VALUE=uri;X=\"a:b\":tel:+53-5-000-0111\nIMPP:xmpp:ana@x.example\nX-TELEGRAM:@ana\n\
            RELATED;TYPE=spouse;VALUE=text:Paul\nPHOTO:data:image/png;base64,AA\nno property\nEND:VCARD\nFN:outside\n";
        let draft = read(text, &Limits::default());
        assert_eq!(
            draft.parts[0].text,
            "Name\tPhone\tOther\tOther 2\tOther 3\nAna\t+53-5-000-0111\tIMPP: xmpp:ana@x.example\tX-TELEGRAM: @ana\tRELATED: Paul"
        );
        assert_eq!(draft.faults.len(), 2, "{:?}", draft.faults);
    }

    #[test]
    fn cards_of_every_version() {
        let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Rojas;Daiana;;;\r\nFN:Daiana (la Chi\r\n na)\r\nTEL;TYPE=CELL:+53 5 000 0111\r\nTEL:5 0000112\r\nNOTE:viajes\\, papeles\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=A1;=D0=90=\r\n=D0=BD=D0=BD=D0=B0\r\nTEL;CELL:89000000123\r\nEND:VCARD\r\n";
        let draft = read(text, &Limits::default());
        assert_eq!(
            draft.parts[0].text,
            "Name\tFull name\tPhone\tPhone 2\tNote\nDaiana (la China)\tDaiana Rojas\t+53 5 000 0111\t5 0000112\tviajes, papeles\nАнна С\t\t89000000123\t\t"
        );
        assert!(matches!(
            read("BEGIN:VCARD\nFN:x", &Limits::default()).state,
            model::ReadState::Partial(_)
        ));
    }
}
