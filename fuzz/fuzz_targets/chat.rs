//! Chat exports: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.txt");
    shared::check(
        &[
            "5/11/24, 20:03 - Ana: Hola\n5/11/24, 20:04 - Paul: No\n".as_bytes(),
            bytes,
        ]
        .concat(),
        "a.txt",
    );
});
