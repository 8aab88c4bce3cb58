//! Zip packages: members by name, with caps on size and ratio; what can be saved of a torn one.

use crate::Limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A zip package, whole or torn.
pub(crate) struct Package<'a> {
    source: Source<'a>,
    ratio: u64,
    /// Bytes that may still be unpacked.
    budget: u64,
}

enum Source<'a> {
    Whole(Box<ZipArchive<Cursor<&'a [u8]>>>),
    /// The directory at the end is missing: what the members' own headers give.
    Torn(Vec<(String, Vec<u8>)>),
}

/// Largest member that is unpacked, in bytes.
const MAX_MEMBER: u64 = 96 << 20;
/// Unpacked bytes over all members, as a multiple of the text that may come out.
const BUDGET: u64 = 4;

impl<'a> Package<'a> {
    /// Opens a package; says why it cannot be.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, String> {
        let source = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Source::Whole(Box::new(archive)),
            Err(error) => {
                let saved = torn(bytes, limits);
                if saved.is_empty() {
                    return Err(format!("a damaged zip package: {error}"));
                }
                Source::Torn(saved)
            }
        };
        Ok(Self {
            source,
            ratio: limits.ratio,
            budget: limits.output_bytes.saturating_mul(BUDGET),
        })
    }

    /// Whether the package is torn, so that members may be missing or cut.
    pub(crate) const fn is_torn(&self) -> bool {
        matches!(self.source, Source::Torn(_))
    }

    /// How many members it has.
    pub(crate) fn len(&self) -> usize {
        match &self.source {
            Source::Whole(archive) => archive.len(),
            Source::Torn(saved) => saved.len(),
        }
    }

    /// The name of a member.
    pub(crate) fn name(&self, index: usize) -> Option<String> {
        match &self.source {
            Source::Whole(archive) => archive.name_for_index(index).map(|name| {
                name.map_or_else(
                    |_| format!("member {}", index + 1),
                    std::borrow::Cow::into_owned,
                )
            }),
            Source::Torn(saved) => saved.get(index).map(|(name, _)| name.clone()),
        }
    }

    /// The index of the member of this name.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        (0..self.len().min(20_000)).find(|&index| {
            self.name(index)
                .is_some_and(|own| own.trim_start_matches('/').replace('\\', "/") == name)
        })
    }

    /// The bytes of a member; says why they cannot be had.
    pub(crate) fn read(&mut self, index: usize) -> Result<Vec<u8>, String> {
        let (ratio, budget) = (self.ratio, self.budget);
        let bytes = match &mut self.source {
            Source::Torn(saved) => saved
                .get(index)
                .map(|(_, bytes)| bytes.clone())
                .ok_or("no such member")?,
            Source::Whole(archive) => {
                let mut file = archive.by_index(index).map_err(|error| match error {
                    zip::result::ZipError::UnsupportedArchive(why) if why.contains("assword") => {
                        "encrypted: it needs a password".to_owned()
                    }
                    other => format!("damaged: {other}"),
                })?;
                let fair = file.compressed_size().saturating_mul(ratio) + (1 << 20);
                let most = fair.min(MAX_MEMBER).min(budget);
                let mut bytes = Vec::new();
                (&mut file)
                    .take(most + 1)
                    .read_to_end(&mut bytes)
                    .map_err(|error| format!("damaged: {error}"))?;
                if bytes.len() as u64 > most {
                    return Err(if most == fair {
                        format!("packed more than {ratio} times smaller than it is: a zip bomb")
                    } else {
                        "larger than what is unpacked".to_owned()
                    });
                }
                bytes
            }
        };
        self.budget = self.budget.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }

    /// The text of a member that is XML; `None` if there is no such member.
    pub(crate) fn text(&mut self, name: &str) -> Option<Result<String, String>> {
        let index = self.find(name)?;
        Some(self.read(index).and_then(|bytes| {
            crate::decode::decode(&bytes)
                .map(|decoded| decoded.text)
                .ok_or_else(|| format!("{name} is no text"))
        }))
    }
}

/// Members of a package without its directory, read front to back; the last one may be cut.
fn torn(bytes: &[u8], limits: &Limits) -> Vec<(String, Vec<u8>)> {
    let mut saved = Vec::new();
    let mut left = limits.output_bytes;
    let mut cursor = Cursor::new(bytes);
    while saved.len() < limits.members
        && left > 0
        && let Ok(Some(mut file)) = zip::read::read_zipfile_from_stream(&mut cursor)
    {
        let Ok(name) = file.name().map(|name| name.to_string()) else {
            break;
        };
        let mut member = Vec::new();
        let fair = file.compressed_size().saturating_mul(limits.ratio) + (1 << 20);
        let whole = (&mut file)
            .take(fair.min(left))
            .read_to_end(&mut member)
            .is_ok();
        left = left.saturating_sub(member.len() as u64);
        if !member.is_empty() {
            saved.push((name, member));
        }
        if !whole {
            // What was unpacked so far stands; nothing behind it can be found.
            break;
        }
    }
    saved
}
