//! One reading from start to end: members numbered, readers called, limits kept, one state found.

use crate::draft::{Draft, Inner, Input};
use crate::package::Package;
use crate::{Hint, Limits, language, sniff};
use model::{Block, BlockKind, Document, DocumentId, Fault, Format, Part, ReadState, Reading};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is known while members are read.
pub(crate) struct Job<'a> {
    hint: &'a Hint,
    limits: &'a Limits,
    documents: Vec<Document>,
    faults: Vec<Fault>,
    /// Bytes of text that may still be given out.
    left: usize,
    /// Faults that may still be listed.
    faults_left: usize,
}

/// Most faults one reading lists.
const MAX_FAULTS: usize = 200;

/// Reads the evidence and everything in it.
pub(crate) fn run(bytes: &[u8], hint: &Hint, limits: &Limits) -> Reading {
    let mut job = Job::new(hint, limits);
    let state = job.member(bytes, &hint.name, None, 0);
    job.end(state)
}

/// Reads the evidence as [`run`] does if it is plain text, without markup and with nothing inside it.
pub(crate) fn plain(bytes: &[u8], hint: &Hint, limits: &Limits) -> Option<Reading> {
    let mut job = Job::new(hint, limits);
    let id = DocumentId::new(&hint.evidence, 0);
    let input = Input {
        bytes,
        name: &hint.name,
        id: &id,
        hint,
        limits,
    };
    let draft = sniff::plain(&input).filter(|draft| draft.inner.is_empty())?;
    let (state, _) = job.keep(draft, id, &hint.name, None);
    Some(job.end(state))
}

impl<'a> Job<'a> {
    fn new(hint: &'a Hint, limits: &'a Limits) -> Self {
        Self {
            hint,
            limits,
            documents: Vec::new(),
            faults: Vec::new(),
            left: usize::try_from(limits.output_bytes).unwrap_or(usize::MAX),
            faults_left: MAX_FAULTS,
        }
    }

    /// The reading that ends in this state.
    fn end(mut self, state: ReadState) -> Reading {
        if matches!(state, ReadState::Refused(_)) {
            self.documents.clear();
        }
        // What the state says already is not said twice.
        self.faults.retain(|fault| {
            let path = fault.path.as_ref();
            let said = path.map_or_else(
                || fault.what.clone(),
                |path| format!("{path}: {}", fault.what),
            );
            state.why() != Some(said.as_str())
        });
        Reading {
            state,
            documents: self.documents,
            faults: self.faults,
        }
    }
}

impl Job<'_> {
    /// Reads one member and all inside it; gives the state it ends in.
    pub(crate) fn member(
        &mut self,
        bytes: &[u8],
        name: &str,
        path: Option<&str>,
        depth: usize,
    ) -> ReadState {
        let id = DocumentId::new(&self.hint.evidence, self.documents.len());
        let input = Input {
            bytes,
            name,
            id: &id,
            hint: self.hint,
            limits: self.limits,
        };
        let draft = guarded(|| sniff::read(&input));
        let is_archive = draft.format == Format::Archive && draft.state == ReadState::Read;
        let (state, inner) = self.keep(draft, id, name, path);
        let mut state = state;
        for member in inner {
            let below = self.inner(&member, path, depth + 1);
            state = worse(state, &member.path, &below);
        }
        if is_archive {
            let first = self.documents.len();
            state = self.archive(bytes, path, depth + 1, state);
            let members = self.documents.get(first..).unwrap_or_default();
            // An archive of which nothing was read was not read in part.
            if members.iter().all(|member| member.parts.is_empty()) {
                state = match state {
                    ReadState::Partial(why) => ReadState::Refused(why),
                    ReadState::Read => ReadState::NoText("the archive is empty".to_owned()),
                    other => other,
                };
            }
        }
        state
    }

    /// Unpacks an archive into members, one after the other.
    fn archive(
        &mut self,
        bytes: &[u8],
        path: Option<&str>,
        depth: usize,
        mut state: ReadState,
    ) -> ReadState {
        let mut package = match Package::open(bytes, self.limits) {
            Ok(package) => package,
            Err(why) => return ReadState::Refused(why),
        };
        if package.is_torn() {
            state = ReadState::Partial("the end of the archive is missing".to_owned());
        }
        for index in 0..package.len() {
            let Some(name) = package.name(index).filter(|name| !is_folder(name)) else {
                continue;
            };
            if self.documents.len() > self.limits.members {
                let why = format!(
                    "only the first {} files in it were read",
                    self.limits.members
                );
                self.fault(path, &why);
                return worse(state, &name, &ReadState::Refused(why));
            }
            let read = catch_unwind(AssertUnwindSafe(|| package.read(index)));
            let below = match read.unwrap_or_else(|_| Err("damaged".to_owned())) {
                Ok(bytes) => {
                    let member = Inner {
                        name: name.rsplit(['/', '\\']).next().unwrap_or(&name).to_owned(),
                        path: name.clone(),
                        bytes,
                    };
                    self.inner(&member, path, depth)
                }
                Err(why) => {
                    let full =
                        path.map_or_else(|| name.clone(), |above| format!("{above} / {name}"));
                    self.fault(Some(&full), &why);
                    ReadState::Refused(why)
                }
            };
            state = worse(state, &name, &below);
        }
        state
    }

    /// Reads an inner file, unless that goes too deep or there are too many.
    pub(crate) fn inner(&mut self, member: &Inner, above: Option<&str>, depth: usize) -> ReadState {
        let path = above.map_or_else(
            || member.path.clone(),
            |above| format!("{above} / {}", member.path),
        );
        let limit = if depth > self.limits.depth {
            format!("nested deeper than {} levels", self.limits.depth)
        } else if self.documents.len() > self.limits.members {
            format!("more than {} files in it", self.limits.members)
        } else {
            return self.member(&member.bytes, &member.name, Some(&path), depth);
        };
        self.fault(Some(&path), &limit);
        ReadState::Refused(limit)
    }

    /// Lists a fault; the last one listed says that there are more.
    pub(crate) fn fault(&mut self, path: Option<&str>, what: &str) {
        let Some(left) = self.faults_left.checked_sub(1) else {
            return;
        };
        self.faults_left = left;
        let what = if left == 0 {
            "more faults are not listed".to_owned()
        } else {
            what.to_owned()
        };
        self.faults.push(Fault {
            path: path.map(str::to_owned),
            what,
        });
    }

    /// Makes a document of a draft: cut to size, checked, with its language.
    fn keep(
        &mut self,
        mut draft: Draft,
        id: DocumentId,
        name: &str,
        path: Option<&str>,
    ) -> (ReadState, Vec<Inner>) {
        let most = usize::try_from(self.limits.part_bytes).unwrap_or(usize::MAX);
        for index in 0..draft.parts.len() {
            let Some(part) = draft.parts.get_mut(index) else {
                break;
            };
            let room = most.min(self.left);
            let cut = part.text.len() > room;
            sound(part, room);
            self.left = self.left.saturating_sub(part.text.len());
            if cut {
                let why = format!("the text of {} was cut after {room} bytes", part.label);
                draft.partial(&why);
            }
        }
        let language = language::mark(&mut draft.parts);
        for what in &draft.faults {
            self.fault(path, what);
        }
        if path.is_some()
            && let Some(why) = draft.state.why()
        {
            let why = why.to_owned();
            self.fault(path, &why);
        }
        self.documents.push(Document {
            id,
            evidence: self.hint.evidence.clone(),
            path: path.map(str::to_owned),
            name: name.to_owned(),
            format: draft.format,
            title: draft.title.map(|title| shorten(&title)),
            language,
            date: draft.date,
            publisher: draft.publisher.map(|name| shorten(&name)),
            parts: draft.parts,
            contacts: draft.contacts,
            receipt: draft.receipt,
        });
        (draft.state, draft.inner)
    }
}

/// Runs a reader; a panic below costs this member only.
fn guarded(reader: impl FnOnce() -> Draft) -> Draft {
    catch_unwind(AssertUnwindSafe(reader)).unwrap_or_else(|_| {
        let why = "the file is so damaged that its reader stumbled over it";
        Draft::refused(Format::Other, why)
    })
}

/// Folders, and what systems put beside files without anybody's asking; nothing else that hides among it.
fn is_folder(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let of_mac = name.starts_with("__MACOSX/") && file.starts_with("._");
    file.is_empty() || of_mac || file == ".DS_Store"
}

/// The state of a file, given the state of one inside it.
pub(crate) fn worse(state: ReadState, path: &str, below: &ReadState) -> ReadState {
    match (state, below.why()) {
        (ReadState::Read, Some(why)) => ReadState::Partial(format!("{path}: {why}")),
        (state, _) => state,
    }
}

/// Longest title or publisher, in characters.
const MAX_NAME: usize = 300;

/// On one line, and not longer than a title is.
fn shorten(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(MAX_NAME).collect()
}

/// Cuts a part to `most` bytes and drops every block that does not stand in it in order.
fn sound(part: &mut Part, most: usize) {
    if part.text.len() > most {
        let end = part.text.floor_char_boundary(most);
        part.text.truncate(end);
    }
    let text = &part.text;
    let mut last = 0;
    part.blocks.retain(|block| {
        let fits = fits(block, text) && block.span.start >= last;
        if fits {
            last = block.span.end;
        }
        fits
    });
}

/// Whether all spans of a block lie in the text on character boundaries.
fn fits(block: &Block, text: &str) -> bool {
    let inside = |span: &model::Span| span.of(text).is_some();
    inside(&block.span)
        && !block.span.is_empty()
        && match &block.kind {
            BlockKind::Turn { speaker, .. } => speaker.iter().all(inside),
            BlockKind::Row { cells, .. } => cells.iter().all(inside),
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::Furniture => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn both(bytes: &[u8], name: &str) -> (Option<Reading>, Reading) {
        let hint = Hint {
            evidence: model::EvidenceId::of(bytes),
            name: name.to_owned(),
            settings: BTreeMap::new(),
        };
        let limits = Limits {
            part_bytes: 400,
            ..Limits::default()
        };
        (plain(bytes, &hint, &limits), run(bytes, &hint, &limits))
    }

    #[test]
    fn lines_of_words_are_plain() {
        for text in [
            "A title\n\nShe said that he left.\n",
            "\u{feff}# Заголовок\r\n\r\n<!-- two -->\r\nОна сказала.\r\n",
            "ANNA: Who paid?\nPAUL: He did.\nANNA: When?\nPAUL: In May.\n",
            "5/11/24, 20:03 - Ana: <Media omitted>\n5/11/24, 20:04 - Paul: no\n",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>No.\n",
            "Title: x\nDate: 3 May 2024\n\nText, and an e-mail: a@x.example.\n",
            " \n\t",
        ] {
            for name in ["a.txt", "a.md", "a"] {
                let (plain, all) = both(text.as_bytes(), name);
                let parts = all.documents.iter().flat_map(|document| &document.parts);
                let kept: String = parts.map(|part| part.text.as_str()).collect();
                assert!(all.state != ReadState::Read || kept == text, "{text:?}");
                assert_eq!(plain, Some(all), "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_marked_up_or_packed_is_not_plain() {
        let mail = "From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHe left.\n";
        let box_of_one = format!("From a@x Wed Feb 12 18:05:00 2025\n{mail}");
        for text in [
            "",
            mail,
            &box_of_one,
            "<!DOCTYPE html><p>He left.",
            "\n <html><body>He left.",
            "<?xml version='1.0'?><a>He left.</a>",
            "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n",
            "{\"schema\":\"Person\",\"id\":\"a\",\"properties\":{\"name\":[\"Ana\"]}}\n",
            "a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n",
            "words before %PDF-1.4 and behind",
            "BZh is how it begins",
        ] {
            for name in ["a.txt", "a.md", "a"] {
                assert_eq!(both(text.as_bytes(), name).0, None, "{text:?}");
            }
        }
        assert_eq!(both(b"caf\xe9 con leche", "a.txt").0, None);
    }

    proptest! {
        #[test]
        fn what_is_plain_is_read_as_ever(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "From a@x 2025", "From: a@x", "Subject: x", "Message-ID: <1>", "Content-Type: text/html", "<html", "<body>", "<?xml",
                    "BEGIN:VCARD", "{\"schema\":", "\"properties\"", "WEBVTT", "00:01.000 --> 00:02.000", "5/11/24, 20:03 - Ana: ", "ANNA: ",
                    "a;b;c", "a\tb\tc", "1,2,3", "%PDF-", "BZh", "# ", "<!--", "-->", "```", "Source: x", "Дата: 3 мая", "по-русски", "dijo que no. ",
                    "He said that he left.", "\n", "\n", "\n\n", "\r\n", " ", "\t", "\u{feff}",
                ]),
                0..24,
            ),
            name in prop::sample::select(vec!["a.txt", "a.md", "a"]),
        ) {
            let (plain, all) = both(pieces.concat().as_bytes(), name);
            if let Some(plain) = plain {
                prop_assert_eq!(plain, all);
            }
        }
    }
}
