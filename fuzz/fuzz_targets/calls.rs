//! Call records out of arbitrary bytes: nothing panics, and a receipt that is given adds up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::EvidenceId;
use read::calls::{Number, e164};
use read::{Hint, Limits};

fuzz_target!(|bytes: &[u8]| {
    let settings = [
        ("map", "from=0,to=1,start=2,duration=3"),
        ("zone", "America/Havana"),
    ];
    let mut table = b"Caller,Called number,Start time,Duration\n".to_vec();
    table.extend_from_slice(bytes);
    for (bytes, settings) in [(table.as_slice(), &settings[..]), (bytes, &settings[..1])] {
        let hint = Hint {
            evidence: EvidenceId::of(bytes),
            name: "calls.csv".to_owned(),
            settings: settings
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
        };
        let reading = read::document(bytes, &hint, &Limits::default());
        for receipt in reading
            .documents
            .iter()
            .filter_map(|document| document.receipt.as_ref())
        {
            assert!(receipt.adds_up());
        }
        assert!(
            !reading
                .faults
                .iter()
                .any(|fault| fault.what.contains("does not add up"))
        );
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Number::Known(number) = e164(text, Some("CU"))
    {
        assert_eq!(e164(&number, None), Number::Known(number.clone()));
    }
});
