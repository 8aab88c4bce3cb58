//! Everything that touches a person.
