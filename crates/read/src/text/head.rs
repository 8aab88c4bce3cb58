//! What the first lines of a text say about it: title, publisher, date, author.

use crate::dates;
use crate::draft::Draft;
use crate::lines::{lines, trimmed};
use model::{BlockKind, PartialDate, Span};

/// What the top of a text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Title named by a header line.
    pub(crate) title: Option<String>,
    /// Publisher named by a header line.
    pub(crate) publisher: Option<String>,
    /// Date named by a header line.
    pub(crate) date: Option<PartialDate>,
    /// Author named by a header line or byline.
    pub(crate) author: Option<String>,
    /// The header lines.
    pub(crate) lines: Vec<Span>,
    /// Where the text behind them begins.
    pub(crate) end: usize,
}

impl Head {
    /// The author a line names, if it is a byline.
    pub(crate) fn byline(line: &str) -> Option<&str> {
        byline(line)
    }

    /// The date a line consists of.
    pub(crate) fn date_line(line: &str) -> Option<PartialDate> {
        date_line(line)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Title,
    Publisher,
    Date,
    Author,
    Other,
}

/// Names of header lines in three languages, in small letters.
const KEYS: &[(Key, &[&str])] = &[
    (
        Key::Title,
        &[
            "title",
            "headline",
            "subject",
            "título",
            "titulo",
            "titular",
            "asunto",
            "заголовок",
            "тема",
            "название",
        ],
    ),
    (
        Key::Publisher,
        &[
            "publisher",
            "source",
            "outlet",
            "published by",
            "publication",
            "newspaper",
            "agency",
            "fuente",
            "medio",
            "publicado por",
            "agencia",
            "источник",
            "издание",
            "издатель",
            "опубликовано в",
            "агентство",
        ],
    ),
    (
        Key::Date,
        &[
            "date",
            "published",
            "publication date",
            "fecha",
            "publicado",
            "fecha de publicación",
            "дата",
            "опубликовано",
            "дата публикации",
        ],
    ),
    (
        Key::Author,
        &["author", "byline", "autor", "autora", "por", "автор"],
    ),
    (
        Key::Other,
        &[
            "url",
            "link",
            "language",
            "lang",
            "place",
            "section",
            "id",
            "case",
            "file",
            "transcript",
            "location",
            "enlace",
            "idioma",
            "lugar",
            "sección",
            "expediente",
            "tipo",
            "ссылка",
            "язык",
            "место",
            "раздел",
            "дело",
            "type",
            "kind",
            "updated",
            "retrieved",
            "captured",
            "actualizado",
            "обновлено",
            "recording",
            "grabación",
            "запись",
            "participants",
            "participantes",
            "участники",
            "duration",
            "duración",
            "длительность",
            "from",
            "to",
            "de",
            "para",
            "от",
            "кому",
            "time zone",
            "zona horaria",
            "часовой пояс",
        ],
    ),
];

/// Most header lines a text has.
const MAX_LINES: usize = 12;

/// Reads `Key: value` lines at the very top; there are none where no line names a title, publisher, date or author.
pub(crate) fn read(text: &str) -> Head {
    let mut head = Head::default();
    let mut telling = false;
    for line in lines(text).take(MAX_LINES * 2) {
        let line = trimmed(text, line);
        if line.is_empty() {
            if head.lines.is_empty() {
                continue;
            }
            break;
        }
        let Some((key, value)) = line.of(text).and_then(header) else {
            break;
        };
        let taken = value.to_owned();
        match key {
            Key::Title => head.title = head.title.or(Some(taken)),
            Key::Publisher => head.publisher = head.publisher.or(Some(taken)),
            Key::Author => head.author = head.author.or(Some(taken)),
            Key::Date => head.date = head.date.or_else(|| dates::find(value, None)),
            Key::Other => {}
        }
        telling |= key != Key::Other;
        head.end = line.end;
        head.lines.push(line);
    }
    if telling { head } else { Head::default() }
}

/// Whether a word is the key of header lines, and so names no speaker.
pub(super) fn is_key(name: &str) -> bool {
    let name = name.to_lowercase();
    KEYS.iter().any(|(_, names)| names.contains(&name.as_str()))
}

/// Takes what a header line says into a draft; whether it was one.
pub(super) fn tell(line: &str, draft: &mut Draft) -> bool {
    let Some((key, value)) = header(line) else {
        return false;
    };
    let own = Some(value.to_owned());
    match key {
        Key::Title => draft.title = draft.title.take().or(own),
        Key::Publisher | Key::Author => draft.publisher = draft.publisher.take().or(own),
        Key::Date => draft.date = draft.date.or_else(|| dates::find(value, None)),
        Key::Other => {}
    }
    true
}

/// The key and value of a header line.
fn header(line: &str) -> Option<(Key, &str)> {
    let line = line.trim_start_matches(['*', '#', ' ']);
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', ' ']).to_lowercase();
    let value = value.trim_matches(['*', ' ']);
    if value.is_empty() || value.chars().count() > 300 {
        return None;
    }
    let key = KEYS
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()))?
        .0;
    Some((key, value))
}

/// The author a byline names: `By X`, `Por X`, `Автор: X`; short, and without a sentence end.
pub(crate) fn byline(line: &str) -> Option<&str> {
    let rest = ["By ", "BY ", "Por ", "POR ", "Текст: ", "Автор: "]
        .iter()
        .find_map(|by| line.strip_prefix(by))?;
    let capital = rest.chars().next().is_some_and(char::is_uppercase);
    let short = rest.split_whitespace().count() <= 10 && !rest.ends_with(['.', ':', ';', '?', '!']);
    (capital && short).then_some(rest)
}

/// The date a line consists of (with a place, weekday or clock time around it at most).
pub(crate) fn date_line(line: &str) -> Option<PartialDate> {
    if line.chars().count() > 60 || line.split_whitespace().count() > 9 {
        return None;
    }
    let date = dates::find(line, None)?;
    let starts_with_date = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(3)
        .any(|word| word.chars().any(|c| c.is_ascii_digit()));
    (starts_with_date && !line.ends_with(['?', '!', ':'])).then_some(date)
}

/// What a line above the turns of a talk is; a title, publisher or date that it tells goes to `draft`. `titled` if a title stands above it.
pub(super) fn above(line: &str, titled: bool, draft: &mut Draft) -> BlockKind {
    let told = tell(line, draft);
    if !told && !titled && is_title(line) && date_line(line).is_none() {
        draft.title.get_or_insert_with(|| line.to_owned());
        return BlockKind::Heading;
    }
    if !told && line.split_whitespace().count() > 8 && line.ends_with(['.', '»', '"', '”', '?'])
    {
        return BlockKind::Paragraph;
    }
    draft.date = draft.date.or_else(|| date_line(line));
    BlockKind::Furniture
}

/// Whether a line standing alone above a text is its title: short, and no sentence with a full stop.
pub(crate) fn is_title(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    (1..=25).contains(&words)
        && letters >= 3
        && letters * 2 > line.chars().count()
        && line.chars().count() <= 200
        && !line.ends_with([':', ';', ',', '"', '”', '»'])
        && !is_left_open(line)
        && (!line.ends_with('.') || (words <= 4 && !line.contains(". ")))
}

/// Whether the line begins with a quotation that goes on in the next paragraph.
fn is_left_open(line: &str) -> bool {
    line.starts_with(['"', '“', '«']) && !line.chars().skip(1).any(|c| matches!(c, '"' | '”' | '»'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_lines_in_three_languages() {
        for (text, publisher) in [
            (
                "Source: The Harbour Post\nDate: 5 February 2025\n\nText.",
                "The Harbour Post",
            ),
            (
                "Fuente: Costa Norte\r\nFecha: 5 de febrero de 2025\r\n\r\nTexto.",
                "Costa Norte",
            ),
            (
                "\u{feff}Источник: Вестник\nДата: 5 февраля 2025\n\nТекст.",
                "Вестник",
            ),
        ] {
            let head = read(text);
            assert_eq!(head.publisher.as_deref(), Some(publisher));
            assert_eq!(head.date, PartialDate::parse("2025-02-05"));
            assert_eq!(head.lines.len(), 2);
        }
        assert_eq!(read("ANNA: I said so.\nPAUL: No.\n"), Head::default());
    }

    #[test]
    fn lines_above_a_text() {
        assert_eq!(
            byline("By Anna Reed and Paul Ortiz"),
            Some("Anna Reed and Paul Ortiz")
        );
        assert_eq!(byline("By the time they left, it was dark."), None);
        assert_eq!(
            date_line("La Habana, 3 de junio de 2024"),
            PartialDate::parse("2024-06-03")
        );
        assert_eq!(
            date_line("He was arrested on 3 June 2024 in the town of Tula by four men."),
            None
        );
        assert!(is_title("Les prometieron ladrillos y les dieron fusiles"));
        assert!(is_title("Nota oficial."));
        assert!(!is_title("Nine men from Regla died in May."));
        assert!(!is_title(
            "He said that it was late. She did not agree with it."
        ));
    }
}
