//! FollowTheMoney entities: nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::check(bytes, "a.json");
    shared::check(
        &[
            "{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}\n".as_bytes(),
            bytes,
        ]
        .concat(),
        "a.json",
    );
});
