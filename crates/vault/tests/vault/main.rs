//! Tests of the vault against real folders.

#[cfg(test)]
mod case;
#[cfg(test)]
mod common;
#[cfg(test)]
mod store;
#[cfg(test)]
mod verify;
