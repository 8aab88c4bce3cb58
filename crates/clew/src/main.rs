//! The `clew` program.

fn main() {}
