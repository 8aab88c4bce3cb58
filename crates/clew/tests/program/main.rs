//! Tests of the program as its users meet it: what it is told, what it prints, what it leaves on disk.

#[cfg(test)]
mod beside;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod dismantle;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod export;
#[cfg(test)]
mod extract;
#[cfg(test)]
mod habits;
#[cfg(test)]
mod judge;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod masking;
#[cfg(test)]
mod network;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod show;
#[cfg(test)]
mod stop;
#[cfg(test)]
mod support;
