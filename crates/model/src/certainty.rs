//! How sure a source voices itself, which way, and what kind of statement it makes.
//!
//! These are the source's own words. They are never an analyst's grade and never a probability.

use serde::{Deserialize, Serialize};

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All values, in the order of the type.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written in every output.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a word, if it is one.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
pub(crate) use word_enum;

word_enum! {
    /// How sure the source voices itself, from strongest to weakest.
    Certainty {
        /// Saying plus acknowledgement: confirmed, admitted.
        Confirmed = "confirmed",
        /// Neutral saying: said, according to.
        Stated = "stated",
        /// Hearsay: reportedly, is said to, *habría* with participle.
        Reported = "reported",
        /// Saying, with distance: claimed, insisted.
        Claimed = "claimed",
        /// Accusation without proof: allegedly, accused of.
        Alleged = "alleged",
        /// Opinion or assessment: is believed to.
        Believed = "believed",
        /// Modality: may, might, appears to.
        Possible = "possible",
    }
}

impl Certainty {
    /// Where two meet, the weaker wins.
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        self.max(other)
    }
}

word_enum! {
    /// Whether the source says that the content is so, or that it is not.
    Polarity {
        /// The source says it is so; a negation inside the content belongs to the content.
        Affirmed = "affirmed",
        /// The source denies, rejects or refutes the content.
        Denied = "denied",
    }
}

word_enum! {
    /// What kind of statement the content is.
    Kind {
        /// Something that is, was or happened.
        Fact = "fact",
        /// What the source says it will do itself.
        Promise = "promise",
        /// For or against something.
        Position = "position",
        /// Something asked.
        Question = "question",
        /// Something ordered or demanded.
        Order = "order",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weaker_wins_both_ways() {
        for &a in Certainty::ALL {
            for &b in Certainty::ALL {
                assert_eq!(a.weaker(b), b.weaker(a));
            }
            assert_eq!(a.weaker(Certainty::Possible), Certainty::Possible);
            assert_eq!(a.weaker(Certainty::Confirmed), a);
            assert_eq!(Certainty::parse(a.as_str()), Some(a));
        }
    }
}
