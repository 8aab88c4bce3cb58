//! Word clusters: which words of a language stand in like places.
//!
//! A file is, in this order: the number of fine clusters as two bytes, the coarse cluster of each fine one as a byte, then for each
//! word the last four bytes of its FNV-1a hash and its fine cluster as two bytes, by rising hash. Little-endian throughout.

use model::Language;

/// Bytes of an entry.
const ENTRY: usize = 6;

/// A table of word clusters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clusters<'b> {
    coarse: &'b [u8],
    entries: &'b [u8],
}

impl Clusters<'static> {
    /// The table that comes with the program for a language; an empty one where there is none.
    pub fn shipped(language: Language) -> Self {
        let bytes: &[u8] = match language {
            Language::En => include_bytes!("../../../../models/names-en.clusters"),
            Language::Ru => include_bytes!("../../../../models/names-ru.clusters"),
            Language::Es | Language::Unknown => &[],
        };
        Self::read(bytes).unwrap_or_default()
    }
}

impl<'b> Clusters<'b> {
    /// Reads a table; `None` where its length is not right.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<2>()?;
        let (coarse, entries) = rest.split_at_checked(usize::from(u16::from_le_bytes(*count)))?;
        entries
            .len()
            .is_multiple_of(ENTRY)
            .then_some(Self { coarse, entries })
    }

    fn entry(&self, at: usize) -> Option<(u32, u16)> {
        let bytes = self.entries.get(at * ENTRY..(at + 1) * ENTRY)?;
        let (hash, cluster) = bytes.split_first_chunk::<4>()?;
        let (cluster, _) = cluster.split_first_chunk::<2>()?;
        Some((u32::from_le_bytes(*hash), u16::from_le_bytes(*cluster)))
    }

    /// The fine and the coarse cluster of a word in small letters by its hash, each from 1; zeros for a word without one.
    pub fn of(&self, hash: u64) -> (u64, u64) {
        let wanted = u32::try_from(hash & 0xffff_ffff).unwrap_or(0);
        let (mut low, mut high) = (0, self.entries.len() / ENTRY);
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.entry(middle) {
                Some((hash, _)) if hash < wanted => low = middle + 1,
                _ => high = middle,
            }
        }
        match self.entry(low) {
            Some((hash, fine)) if hash == wanted => {
                let coarse = self.coarse.get(usize::from(fine)).copied().unwrap_or(0);
                (u64::from(fine) + 1, u64::from(coarse) + 1)
            }
            _ => (0, 0),
        }
    }
}
