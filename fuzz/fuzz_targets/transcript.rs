//! Transcripts: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.txt");
    shared::check(
        &[
            "ANA: Hola.\nPAUL: No.\nANA: Sí.\nPAUL: No.\n".as_bytes(),
            bytes,
        ]
        .concat(),
        "a.txt",
    );
});
