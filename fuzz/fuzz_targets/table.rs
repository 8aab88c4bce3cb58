//! Separated values, and workbooks where the input begins like one: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.csv");
    shared::check(bytes, "a.xlsx");
});
