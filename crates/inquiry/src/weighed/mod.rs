//! What is weighed and not listed: whether a text tells of harm, and whether somebody in it has a part in public. Linear models
//! over hashed words (logistic regression), taught by `lab train-masks` with texts of our own.
//!
//! Stands below the stages. Lists of words for harm, offices and deeds are never whole; whom they leave out would be shown.

pub mod people;
mod table;
pub mod texts;
mod words;

pub use table::{Table, row};

use crate::harming;
use model::Language;

/// Whether a text tells of harm. In a short one single words tell it, in any the plainest of them.
pub(crate) fn tells_harm(text: &str, language: Language) -> bool {
    if texts::can_be_weighed(text, language) {
        texts::tell_harm(text, language) || harming::is_told(text)
    } else {
        harming::is_near(text)
    }
}
