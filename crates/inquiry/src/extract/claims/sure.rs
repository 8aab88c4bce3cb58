//! How sure it is that a claim was read rightly: how often claims that were read the same way were right.
//!
//! `lab calibrate` counts them on texts from which no tagger learned. Within one kind of reader the shares never fall as
//! the grade rises (isotonic regression, Ayer and others 1955; for confidences, Zadrozny and Elkan 2002).

use model::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Who found a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// A rule, in text that no tagger reads. Graded by how often the rule was right with its cue, in thousandths.
    #[default]
    Rule,
    /// A rule, where the tagger sees no such cue; graded likewise.
    Unheard,
    /// A rule and the tagger. Graded by how far the tagger prefers the cue to none, in its own units.
    Both,
    /// The tagger alone; graded likewise.
    Tagger,
    /// Nobody else is named: the author's own. Not graded.
    Author,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Rule,
        Self::Unheard,
        Self::Both,
        Self::Tagger,
        Self::Author,
    ];

    /// The word for it in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Unheard => "unheard",
            Self::Both => "both",
            Self::Tagger => "tagger",
            Self::Author => "author",
        }
    }
}

/// How a claim was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The language of its sentence.
    pub language: Language,
    /// Whether the deep tagger was asked.
    pub deep: bool,
    /// Who found it.
    pub reader: Reader,
    /// How clearly; what that counts depends on the reader.
    pub grade: i32,
}

impl Way {
    /// The share of claims read this way that were right; `None` where none were counted.
    pub fn confidence(self) -> Option<f32> {
        let steps = TABLE.get(&(self.language, self.deep, self.reader))?;
        let at = steps.partition_point(|(least, _)| *least <= self.grade);
        steps.get(at.saturating_sub(1)).map(|(_, share)| *share)
    }
}

/// For each kind of reader the grades from which on a share holds, rising.
type Table = BTreeMap<(Language, bool, Reader), Vec<(i32, f32)>>;

static TABLE: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../models/confidence.tsv")));

/// Reads the table; lines that are none are left out.
fn table(text: &str) -> Table {
    let mut out = Table::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [language, depth, reader, least, share, ..] = cells[..] else {
            continue;
        };
        let reader = Reader::ALL.into_iter().find(|it| it.as_str() == reader);
        let (Some(language), Some(reader)) = (Language::parse(language), reader) else {
            continue;
        };
        if let (Ok(least), Ok(share)) = (least.parse(), share.parse()) {
            out.entry((language, depth == "deep", reader))
                .or_default()
                .push((least, share));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_rise_with_the_grade_and_are_shares() {
        assert!(!TABLE.is_empty());
        for steps in TABLE.values() {
            assert!(steps.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1));
            assert!(steps.iter().all(|(_, share)| (0.0..=1.0).contains(share)));
        }
    }

    #[test]
    fn a_grade_has_the_share_of_its_step() {
        let text =
            "# counted\nen\tplain\tboth\t0\t0.5\t10\nen\tplain\tboth\t40\t0.75\t10\nnonsense\n";
        let steps = &table(text)[&(Language::En, false, Reader::Both)];
        assert_eq!(steps, &[(0, 0.5), (40, 0.75)]);
        let way = Way {
            language: Language::Unknown,
            deep: true,
            reader: Reader::Rule,
            grade: 3,
        };
        assert_eq!(way.confidence(), None);
    }
}
