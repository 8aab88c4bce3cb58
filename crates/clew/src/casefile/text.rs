//! Texts of a case file, and how redaction reaches every one of them.

use model::{DocumentId, EntityId, Span};

/// Something that may change every text of a case file.
pub(crate) trait Edit {
    /// Changes a text of ours or of the evidence.
    fn text(&self, text: &mut String);
    /// Changes the name of an entity.
    fn name(&self, name: &mut Name);
    /// Changes words of the evidence whose place is known.
    fn passage(&self, passage: &mut Passage);
}

/// Whatever holds texts that are shown.
pub(crate) trait Shown {
    /// Lets `with` change every text in it.
    fn edit(&mut self, with: &dyn Edit);
}

/// The name of an entity that is known to be that entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// Which; gone once the name was masked.
    pub(crate) entity: Option<EntityId>,
    /// The name, or the pseudonym.
    pub(crate) text: String,
    /// Whether a pseudonym stands here.
    pub(crate) protected: bool,
}

/// What a stretch of a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// What is claimed.
    Content,
    /// The words that tie it to its source, or hedge it.
    Cue,
    /// Whose claim it is.
    Source,
}

/// A marked stretch of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Bytes of the passage.
    pub span: Span,
    /// What it is.
    pub mark: Mark,
}

/// Where a passage was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ground {
    /// The document.
    pub document: DocumentId,
    /// The part.
    pub part: usize,
    /// First byte.
    pub start: usize,
}

/// Words of the evidence, with what is marked in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The words.
    pub(crate) text: String,
    /// In order of their beginning.
    pub(crate) marks: Vec<Marked>,
    /// Where they stand; gone once they were redacted.
    pub(crate) ground: Option<Ground>,
    /// Language (BCP 47).
    pub(crate) language: &'static str,
}

impl Shown for String {
    fn edit(&mut self, with: &dyn Edit) {
        with.text(self);
    }
}

impl Shown for Name {
    fn edit(&mut self, with: &dyn Edit) {
        with.name(self);
    }
}

impl Shown for Passage {
    fn edit(&mut self, with: &dyn Edit) {
        with.passage(self);
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn edit(&mut self, with: &dyn Edit) {
        for one in self {
            one.edit(with);
        }
    }
}

impl<T: Shown> Shown for Option<T> {
    fn edit(&mut self, with: &dyn Edit) {
        if let Some(one) = self {
            one.edit(with);
        }
    }
}

impl<A: Shown, B: Shown> Shown for (A, B) {
    fn edit(&mut self, with: &dyn Edit) {
        self.0.edit(with);
        self.1.edit(with);
    }
}

macro_rules! holds_no_text {
    ($($kind:ty),+) => {
        $(impl Shown for $kind {
            fn edit(&mut self, _with: &dyn Edit) {}
        })+
    };
}
holds_no_text!(bool, i64, u64, usize, f64, &'static str, model::PartialDate);

/// Defines types of a case file. Every field is reached by redaction; none can be forgotten.
macro_rules! shown {
    ($($(#[$doc:meta])* $seen:vis struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $kind:ty),+ $(,)?
    })+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        $seen struct $name {
            $($(#[$field_doc])* pub(crate) $field: $kind),+
        }

        impl $crate::casefile::Shown for $name {
            fn edit(&mut self, with: &dyn $crate::casefile::Edit) {
                $($crate::casefile::Shown::edit(&mut self.$field, with);)+
            }
        })+
    };
}
pub(crate) use shown;
