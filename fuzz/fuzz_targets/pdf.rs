//! PDF: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.pdf");
    shared::check(&["%PDF-1.4\n".as_bytes(), bytes].concat(), "a.pdf");
});
