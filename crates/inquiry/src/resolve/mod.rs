//! Mentions to entities.
