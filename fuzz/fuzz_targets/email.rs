//! E-mail with attachments: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.eml");
    shared::check(
        &[
            "From: a@x.example\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n".as_bytes(),
            bytes,
        ]
        .concat(),
        "a.eml",
    );
});
