//! The case folder.
