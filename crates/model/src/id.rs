//! Identifiers: evidence by its SHA-256, everything derived by a short hash of what it stands on.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// Letters of derived identifiers: no `i`, `l`, `o`, `u`, so that they can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Eight letters (40 bits) from the SHA-256 of the pieces, each preceded by its length.
fn digest(pieces: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update((piece.len() as u64).to_le_bytes());
        hasher.update(piece.as_bytes());
    }
    let hash = hasher.finalize();
    let mut bits = 0u64;
    for byte in hash.iter().take(5) {
        bits = (bits << 8) | u64::from(*byte);
    }
    (0..8)
        .rev()
        .map(|letter| char::from(ALPHABET[((bits >> (letter * 5)) & 31) as usize]))
        .collect()
}

macro_rules! derived_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The letter and hyphen every identifier of this kind begins with.
            pub const PREFIX: &'static str = $prefix;

            /// Derives the identifier from what the thing stands on; the same pieces give the same identifier.
            pub fn derive(pieces: &[&str]) -> Self {
                Self(format!("{}{}", $prefix, digest(pieces)))
            }

            /// Takes an identifier as a person typed it, if it has the shape of this kind.
            pub fn parse(text: &str) -> Option<Self> {
                let rest = text.strip_prefix($prefix)?;
                let sound = rest.len() == 8 && rest.bytes().all(|byte| ALPHABET.contains(&byte));
                sound.then(|| Self(text.to_owned()))
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

derived_id!(
    /// Names one claim.
    ClaimId, "c-"
);
derived_id!(
    /// Names one mention.
    MentionId, "m-"
);
derived_id!(
    /// Names one entity: derived from its earliest mention, so it survives new evidence behind it.
    EntityId, "e-"
);
derived_id!(
    /// Names one link.
    LinkId, "l-"
);
derived_id!(
    /// Names one finding.
    FindingId, "f-"
);
derived_id!(
    /// Names one contact (a call, message or meeting).
    ContactId, "k-"
);
derived_id!(
    /// Names one gap.
    GapId, "g-"
);
derived_id!(
    /// Names one proceeding.
    ProceedingId, "p-"
);
derived_id!(
    /// Names one origin.
    OriginId, "o-"
);

/// Names one piece of evidence: the SHA-256 of its bytes, 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EvidenceId(String);

impl EvidenceId {
    /// The identifier of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let hex = digest
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect();
        Self(hex)
    }

    /// Takes 64 lower-case hexadecimal digits; anything else is not an identifier.
    pub fn parse(text: &str) -> Option<Self> {
        let sound =
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        sound.then(|| Self(text.to_owned()))
    }

    /// All 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, for people.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }
}

impl fmt::Display for EvidenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Names one document: the evidence it was read from and its member number in it.
///
/// Member 0 is the evidence itself; attachments and files in archives count from 1, in their order.
/// Written as the first sixteen digits of the evidence, then `.` and the member where it is not 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(String);

impl DocumentId {
    /// The document that is member `member` of `evidence`.
    pub fn new(evidence: &EvidenceId, member: usize) -> Self {
        let short = &evidence.as_str()[..16];
        Self(if member == 0 {
            short.to_owned()
        } else {
            format!("{short}.{member}")
        })
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_kept_apart() {
        assert_ne!(ClaimId::derive(&["ab", "c"]), ClaimId::derive(&["a", "bc"]));
        assert_eq!(ClaimId::derive(&["ab", "c"]), ClaimId::derive(&["ab", "c"]));
    }

    #[test]
    fn what_is_derived_parses() {
        let id = EntityId::derive(&["x"]);
        assert_eq!(EntityId::parse(id.as_str()), Some(id.clone()));
        assert_eq!(ClaimId::parse(id.as_str()), None);
    }

    #[test]
    fn evidence_is_named_by_its_bytes() {
        let empty = EvidenceId::of(b"");
        assert_eq!(empty.short(), "e3b0c44298fc");
        assert_eq!(EvidenceId::parse(empty.as_str()), Some(empty.clone()));
        assert_eq!(DocumentId::new(&empty, 2).as_str(), "e3b0c44298fc1c14.2");
    }
}
