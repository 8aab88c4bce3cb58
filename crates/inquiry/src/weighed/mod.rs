//! What is weighed and not listed: whether a text tells of harm, and whether somebody in it has a part in public. Linear models
//! over hashed words (logistic regression), taught by `lab train-masks` with texts of our own.
//!
//! Stands below the stages. Lists of words for harm, offices and deeds are never whole; whom they leave out would be shown.

pub mod people;
mod table;
pub mod texts;
mod words;

pub use table::{Table, row};
