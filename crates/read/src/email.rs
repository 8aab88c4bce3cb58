//! E-mail messages (RFC 5322, MIME) and mailboxes: headers, body, attachments as documents of their own.

use crate::Limits;
use crate::draft::{Draft, Inner, Writer, block};
use crate::html::{self, Body};
use crate::lines::{lines, trimmed};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use model::{Block, BlockKind, Format, Part, PartKind, PartialDate, ReadState, Span};
use std::collections::BTreeSet;

/// Header fields that tell a message from a text that happens to begin with `Key: value`.
const TELLING: &[&str] = &[
    "received",
    "message-id",
    "mime-version",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
    "content-type",
];
/// Header fields every message may have.
const COMMON: &[&str] = &[
    "from", "to", "cc", "date", "subject", "sender", "reply-to", "bcc",
];

/// Whether the bytes begin with the header of a message.
pub(crate) fn is_message(bytes: &[u8], extension: &str) -> bool {
    let named = matches!(extension, "eml" | "emlx" | "mht");
    let (mut telling, mut common) = (0, 0);
    let top = bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes);
    for (index, line) in top.split(|&b| b == b'\n').take(200).enumerate() {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            if index == 0 {
                continue;
            }
            break;
        }
        if line.starts_with(b" ")
            || line.starts_with(b"\t")
            || index == 0 && line.starts_with(b"From ")
        {
            continue;
        }
        let Some(colon) = line.iter().position(|&b| b == b':') else {
            break;
        };
        let Some(name) = line
            .get(..colon)
            .and_then(|name| std::str::from_utf8(name).ok())
        else {
            break;
        };
        if name.contains(' ') {
            break;
        }
        let name = name.to_ascii_lowercase();
        telling += usize::from(TELLING.contains(&name.as_str()));
        common += usize::from(COMMON.contains(&name.as_str()));
    }
    telling > 0 && telling + common >= 2 || named && telling + common >= 1
}

/// Whether the bytes are a mailbox: messages set apart by lines that begin with `From `.
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    bytes.starts_with(b"From ")
        && bytes
            .iter()
            .position(|&b| b == b'\n')
            .and_then(|end| bytes.get(end + 1..))
            .is_some_and(|rest| is_message(rest, "eml"))
}

/// Splits a mailbox into its messages.
pub(crate) fn mailbox(bytes: &[u8], limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Email);
    let mut starts = Vec::new();
    let mut at = 0;
    let mut after_empty = true;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        if after_empty && line.starts_with(b"From ") {
            starts.push((at, at + line.len()));
        }
        after_empty = line.trim_ascii().is_empty();
        at += line.len();
    }
    for (index, &(_, from)) in starts.iter().enumerate() {
        if index >= limits.members {
            draft.partial(&format!(
                "only the first {index} of {} messages were read",
                starts.len()
            ));
            break;
        }
        let to = starts
            .get(index + 1)
            .map_or(bytes.len(), |&(start, _)| start);
        let number = index + 1;
        draft.inner.push(Inner {
            name: format!("message {number}.eml"),
            path: format!("message {number}"),
            bytes: unquoted(bytes.get(from..to).unwrap_or_default()),
        });
    }
    draft
}

/// A message as it was before the mailbox put a `>` before its lines that begin with `From ` (RFC 4155, mboxrd).
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let marks = line.iter().take_while(|&&b| b == b'>').count();
        let from = line
            .get(marks..)
            .is_some_and(|rest| rest.starts_with(b"From "));
        plain.extend(
            line.get(usize::from(marks > 0 && from)..)
                .unwrap_or_default(),
        );
    }
    plain
}

/// Reads one message.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Draft {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Draft::refused(
            Format::Email,
            "a damaged message: its header cannot be read",
        );
    };
    let mut draft = Draft::new(Format::Email);
    draft.title = message.subject().map(str::to_owned);
    draft.publisher = message
        .from()
        .and_then(|from| people(from).into_iter().next());
    draft.date = message.date().and_then(|date| {
        let year = i16::try_from(date.year).ok()?;
        PartialDate::new(year, Some(date.month), Some(date.day))
    });
    let header = header(&message, limits);
    if !header.blocks.is_empty() {
        draft.parts.push(header);
    }
    bodies(&message, limits, &mut draft);
    other_version(&message, limits, &mut draft);
    attachments(&message, limits, &mut draft);
    if draft.parts.iter().all(|part| part.kind == PartKind::Header) && draft.inner.is_empty() {
        draft.state = ReadState::NoText("the message has no text".to_owned());
    }
    draft
}

/// Names and addresses, as `Name <address>`.
fn people(address: &Address<'_>) -> Vec<String> {
    address
        .iter()
        .take(500)
        .filter_map(|one| match (one.name(), one.address()) {
            (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
            (one, other) => one.or(other).map(str::to_owned),
        })
        .collect()
}

fn header(message: &Message<'_>, limits: &Limits) -> Part {
    let mut writer = Writer::new(limits);
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            writer.block(&format!("{name}: {value}"), BlockKind::Paragraph);
        }
    };
    let list = |address: Option<&Address<'_>>| address.map(|address| people(address).join(", "));
    line("From", list(message.from()));
    line("Sender", list(message.sender()));
    let (from, reply) = (list(message.from()), list(message.reply_to()));
    line(
        "Reply-To",
        reply.filter(|reply| Some(reply) != from.as_ref()),
    );
    line("To", list(message.to()));
    line("Cc", list(message.cc()));
    line("Bcc", list(message.bcc()));
    line(
        "Date",
        message.date().map(mail_parser::DateTime::to_rfc3339),
    );
    line("Subject", message.subject().map(str::to_owned));
    writer.part(PartKind::Header, "header")
}

/// The bodies: plain text where there is one, else HTML.
fn bodies(message: &Message<'_>, limits: &Limits, draft: &mut Draft) {
    let parts = message.text_body.iter().filter_map(|&id| message.part(id));
    let mut unseen: Option<Part> = None;
    for (index, part) in parts.take(50).enumerate() {
        let label = if index == 0 {
            "body".to_owned()
        } else {
            format!("body {}", index + 1)
        };
        let body = match &part.body {
            PartType::Text(text) => Part {
                kind: PartKind::Body,
                label,
                blocks: blocks(text),
                text: text.to_string(),
            },
            PartType::Html(text) => {
                let body = html::body(text, limits);
                draft.faults.extend(body.fault);
                unseen = body.unseen;
                Part { label, ..body.part }
            }
            _ => continue,
        };
        if part.is_encoding_problem {
            draft.partial("a part of the message is wrongly encoded");
        }
        if !body.text.trim().is_empty() {
            draft.parts.push(body);
        }
        draft.parts.extend(unseen.take());
    }
}

/// Share of the words of an HTML version, in hundredths, that the plain text may lack before it counts as another text.
const MAY_LACK: usize = 25;

/// The HTML version of a message whose plain text says something else: one of them may be meant not to be seen.
fn other_version(message: &Message<'_>, limits: &Limits, draft: &mut Draft) {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| word.chars().nth(2).is_some())
            .map(str::to_lowercase)
            .collect()
    };
    let mut known = BTreeSet::new();
    for part in &draft.parts {
        known.extend(words(&part.text));
    }
    let others = message
        .html_body
        .iter()
        .filter(|id| !message.text_body.contains(id));
    for part in others.take(50).filter_map(|&id| message.part(id)) {
        let PartType::Html(text) = &part.body else {
            continue;
        };
        let Body {
            part: body,
            unseen,
            fault,
        } = html::body(text, limits);
        let said = words(&body.text);
        let lacking = said.difference(&known).count();
        if lacking >= 3 && lacking * 100 > said.len() * MAY_LACK {
            draft.faults.push("the plain text and the HTML of the message say different things: the HTML is kept as a part of its own".to_owned());
            draft.parts.push(Part {
                kind: PartKind::Aside,
                label: "HTML version of the body".to_owned(),
                ..body
            });
        }
        draft.faults.extend(fault);
        draft.parts.extend(unseen);
    }
}

fn attachments(message: &Message<'_>, limits: &Limits, draft: &mut Draft) {
    for (index, part) in message.attachments().enumerate() {
        let number = index + 1;
        if index >= limits.members {
            draft.partial(&format!("only the first {index} attachments were read"));
            break;
        }
        let (name, bytes) = match &part.body {
            PartType::Message(inner) => {
                let subject = inner.subject().unwrap_or("message");
                (format!("{subject}.eml"), inner.raw_message().to_vec())
            }
            _ => (
                part.attachment_name()
                    .map_or_else(|| format!("attachment {number}"), str::to_owned),
                part.contents().to_vec(),
            ),
        };
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        draft.inner.push(Inner {
            path: format!("attachment {number}: {name}"),
            name,
            bytes,
        });
    }
}

/// Ends of lines that introduce an earlier mail.
const WROTE: &[&str] = &[
    "wrote:",
    "writes:",
    "escribió:",
    "escribio:",
    "пишет:",
    "писал:",
    "писал(а):",
    "написал:",
    "написала:",
];
/// Lines behind which an earlier mail stands.
const ORIGINAL: &[&str] = &["original message", "mensaje original", "исходное сообщение"];

/// Paragraphs of a plain body; quoted earlier mail and the signature are furniture.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<bool> = None;
    let mut rest_is_old = false;
    for line in lines(text) {
        let bare = line.of(text).unwrap_or("");
        rest_is_old |= bare == "-- " || bare == "--";
        let line = trimmed(text, line);
        let words = line.of(text).unwrap_or("");
        if line.is_empty() {
            open = None;
            continue;
        }
        let small = words.to_lowercase();
        rest_is_old |= small.starts_with('-') && ORIGINAL.iter().any(|mark| small.contains(mark));
        let old = rest_is_old
            || words.starts_with('>')
            || words.len() < 200
                && WROTE.iter().any(|mark| small.ends_with(mark))
                && words.contains(|c: char| c.is_ascii_digit() || c == '@');
        match blocks.last_mut().filter(|_| open == Some(old)) {
            Some(last) => last.span = Span::new(last.span.start, line.end),
            None => blocks.push(block(
                line,
                if old {
                    BlockKind::Furniture
                } else {
                    BlockKind::Paragraph
                },
            )),
        }
        open = Some(old);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "From: =?utf-8?B?0JDQvdC90LA=?= <anna@x.example>\r\nTo: b@x.example\r\nSubject: List\r\nDate: Wed, 12 Feb 2025 18:05:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHe has\r\nthe list.\r\n\r\nOn 3 Feb 2025 Paul wrote:\r\n> Who?\r\n--B\r\nContent-Type: text/csv; name=\"a.csv\"\r\nContent-Disposition: attachment; filename=\"a.csv\"\r\n\r\nx;y\r\n1;2\r\n--B--\r\n";

    #[test]
    fn a_message_with_an_attachment() {
        assert!(is_message(MAIL.as_bytes(), ""));
        let draft = read(MAIL.as_bytes(), &Limits::default());
        assert_eq!(draft.title.as_deref(), Some("List"));
        assert_eq!(draft.publisher.as_deref(), Some("Анна <anna@x.example>"));
        assert_eq!(draft.date, PartialDate::parse("2025-02-12"));
        let body = &draft.parts[1];
        let furniture: Vec<_> = body
            .blocks
            .iter()
            .map(|b| {
                (
                    b.kind == BlockKind::Furniture,
                    b.span.of(&body.text).unwrap_or("?"),
                )
            })
            .collect();
        assert_eq!(
            furniture,
            [
                (false, "He has\r\nthe list."),
                (true, "On 3 Feb 2025 Paul wrote:\r\n> Who?")
            ]
        );
        assert_eq!(draft.inner[0].path, "attachment 1: a.csv");
        assert_eq!(draft.inner[0].bytes, b"x;y\r\n1;2");
    }

    #[test]
    fn a_mailbox() {
        let text = format!(
            "From a@x Wed Feb 12 18:05:00 2025\n{MAIL}\r\nFrom a@x Wed Feb 12 18:05:00 2025\n{MAIL}"
        );
        assert!(is_mailbox(text.as_bytes()));
        assert_eq!(mailbox(text.as_bytes(), &Limits::default()).inner.len(), 2);
        assert!(!is_message(b"Title: x\nDate: 3 May 2024\n\nText", "txt"));
    }

    #[test]
    fn a_mailbox_gives_back_lines_that_begin_with_from() {
        let text = format!("From a@x Wed Feb 12 18:05:00 2025\n{MAIL}")
            .replace("He has", ">From Tula he has");
        let draft = mailbox(text.as_bytes(), &Limits::default());
        let inner = String::from_utf8_lossy(&draft.inner[0].bytes).into_owned();
        assert!(inner.contains("\nFrom Tula he has") && inner.contains("\n> Who?"));
    }

    #[test]
    fn a_version_that_says_something_else_is_kept() {
        let mail = |html: &str| {
            format!(
                "From: a@x.example\r\nReply-To: b@y.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nThe meeting is on Friday.\r\n--B\r\nContent-Type: text/html\r\n\r\n{html}\r\n--B--\r\n"
            )
        };
        let labels = |html: &str| {
            let draft = read(mail(html).as_bytes(), &Limits::default());
            let labels: Vec<String> = draft.parts.iter().map(|part| part.label.clone()).collect();
            assert!(draft.parts[0].text.contains("Reply-To: b@y.example"));
            (labels, draft.faults.len())
        };
        assert_eq!(
            labels("<p>The <b>meeting</b> is on Friday.</p>").0,
            ["header", "body"]
        );
        let (other, faults) = labels("<p>Bring the passports tomorrow.</p>");
        assert_eq!(other, ["header", "body", "HTML version of the body"]);
        assert_eq!(faults, 1);
    }
}
