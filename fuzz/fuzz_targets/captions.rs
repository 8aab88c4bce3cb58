//! Captions: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.vtt");
    shared::check(
        &["WEBVTT\n\n00:01.000 --> 00:02.000\n".as_bytes(), bytes].concat(),
        "a.vtt",
    );
});
