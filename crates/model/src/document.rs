//! Documents: what reading made of evidence.

use crate::certainty::word_enum;
use crate::{Contact, DocumentId, EvidenceId, PartialDate, Receipt, Span};
use serde::{Deserialize, Serialize};

word_enum! {
    /// The language of a text, as far as clew can work in it.
    Language {
        /// English.
        En = "en",
        /// Spanish.
        Es = "es",
        /// Russian.
        Ru = "ru",
        /// Another language, or not to be told.
        Unknown = "und",
    }
}

word_enum! {
    /// The format a document was read as.
    Format {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// HTML.
        Html = "html",
        /// An e-mail message (RFC 5322).
        Email = "email",
        /// A word-processor document (.docx, .odt).
        Word = "word",
        /// PDF.
        Pdf = "pdf",
        /// Rows and columns (CSV, TSV, XLSX, ODS).
        Table = "table",
        /// Call records.
        Calls = "calls",
        /// vCard.
        Vcard = "vcard",
        /// A transcript with speakers (`WebVTT`, SRT, "SPEAKER: words").
        Transcript = "transcript",
        /// A chat export.
        Chat = "chat",
        /// `FollowTheMoney` entities as JSON.
        Ftm = "ftm",
        /// An archive; its members are documents of their own.
        Archive = "archive",
        /// An image without text.
        Image = "image",
        /// Anything else.
        Other = "other",
    }
}

word_enum! {
    /// What a part of a document is.
    PartKind {
        /// The whole running text.
        Body = "body",
        /// One page.
        Page = "page",
        /// The header lines of a message.
        Header = "header",
        /// One sheet of a workbook, or a whole table.
        Sheet = "sheet",
        /// A whole transcript or chat; its turns are blocks.
        Transcript = "transcript",
        /// Text beside the main text: notes, comments, running heads, another version of a mail.
        Aside = "aside",
        /// Text that was taken out or that no reader of the document sees: deleted and hidden words.
        Unseen = "unseen",
    }
}

impl PartKind {
    /// Whether the part stands beside the text: what it says is not said by the document as its readers have it.
    pub const fn is_beside(self) -> bool {
        matches!(self, Self::Aside | Self::Unseen)
    }
}

/// One part of a document: a text of its own. Places count bytes in it.
///
/// For plain text in UTF-8 the text is the file byte for byte, byte-order mark and line ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// How people name it: "page 3", "sheet Flights", "body".
    pub label: String,
    /// The text.
    pub text: String,
    /// Structure inside the text, in order, not overlapping. Text between blocks is markup or white space.
    /// Empty means: paragraphs are to be found at blank lines.
    pub blocks: Vec<Block>,
}

/// A stretch of a part's text with a structure of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its language, where it differs from the document's.
    pub language: Option<Language>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading, headline or title: stands for what follows, is no sentence of its own.
    Heading,
    /// Words of one speaker. The block's span is the words alone.
    Turn {
        /// The speaker's name or label in the same text, where it is written.
        speaker: Option<Span>,
        /// When it was said, as written (clock time, or time code).
        at: Option<String>,
    },
    /// One row of a table.
    Row {
        /// Row number as people count it, from 1.
        number: usize,
        /// The cells, in column order; an empty cell has an empty span.
        cells: Vec<Span>,
        /// Whether it is the header row.
        header: bool,
    },
    /// What the reader should know but nobody states: navigation, signatures, quoted earlier mail.
    Furniture,
}

/// A document: one text (in parts) or one table of records that was read from evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its identifier.
    pub id: DocumentId,
    /// The evidence it was read from.
    pub evidence: EvidenceId,
    /// Path inside the evidence: attachment or archive member; `None` for the evidence itself.
    pub path: Option<String>,
    /// File name people know it by.
    pub name: String,
    /// What it was read as.
    pub format: Format,
    /// Title, where the document has one.
    pub title: Option<String>,
    /// Main language.
    pub language: Language,
    /// Date of publication or writing, where the document or its depositor says it.
    pub date: Option<PartialDate>,
    /// Who published or wrote it, where the document or its depositor says it.
    pub publisher: Option<String>,
    /// The text.
    pub parts: Vec<Part>,
    /// Contacts, if the document is a table of calls.
    pub contacts: Vec<Contact>,
    /// What came of the import, if the document is a table of calls.
    pub receipt: Option<Receipt>,
}

impl Document {
    /// A plain text that is a document by itself: one body, no date, no publisher.
    #[must_use]
    pub fn of_text(name: &str, text: &str, language: Language) -> Self {
        let evidence = EvidenceId::of(text.as_bytes());
        Self {
            id: DocumentId::new(&evidence, 0),
            evidence,
            path: None,
            name: name.to_owned(),
            format: Format::Text,
            title: None,
            language,
            date: None,
            publisher: None,
            parts: vec![Part {
                kind: PartKind::Body,
                label: "body".to_owned(),
                text: text.to_owned(),
                blocks: Vec::new(),
            }],
            contacts: Vec::new(),
            receipt: None,
        }
    }
}

/// Something that was not as it should be, said instead of failing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fault {
    /// Which member of the evidence it concerns (path), if not the evidence itself.
    pub path: Option<String>,
    /// What is wrong, in words for the person who handed it in.
    pub what: String,
}

/// The one visible state in which every file ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", content = "why", rename_all = "snake_case")]
pub enum ReadState {
    /// All of it was read.
    Read,
    /// Some of it was read; why not the rest.
    Partial(String),
    /// There is no text in it; what would help (OCR).
    NoText(String),
    /// Nothing was read; why.
    Refused(String),
}

impl ReadState {
    /// The state in one word: `read`, `partial`, `no_text`, `refused`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Partial(_) => "partial",
            Self::NoText(_) => "no_text",
            Self::Refused(_) => "refused",
        }
    }

    /// Why, where there is something to say.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::Read => None,
            Self::Partial(why) | Self::NoText(why) | Self::Refused(why) => Some(why),
        }
    }
}

/// What reading one piece of evidence gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// How it ended.
    pub state: ReadState,
    /// The documents in it: the evidence itself first, then its members.
    pub documents: Vec<Document>,
    /// What was not as it should be.
    pub faults: Vec<Fault>,
}
