//! Promises over any bytes: no panic, one state, spans in their text and in order, no more text than allowed.

use crate::kept::broken;
use crate::made::valid;
use crate::read;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600), index in 0_usize..15) {
        let name = valid()[index].0;
        prop_assert_eq!(broken(&read(&bytes, name)), None);
    }

    #[test]
    fn any_text(text in "[A-Za-zñа-я:;,.\"<>/=\\[\\]0-9\\-\r\n\t ]{0,300}", index in 0_usize..15) {
        let name = valid()[index].0;
        prop_assert_eq!(broken(&read(text.as_bytes(), name)), None);
    }

    #[test]
    fn changed_files(
        index in 0_usize..15,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let (name, mut bytes) = valid().swap_remove(index);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assert_eq!(broken(&read(&bytes, name)), None);
    }

    #[test]
    fn a_text_is_the_file_byte_for_byte(text in "[A-Za-zñа-я:.\\- \r\n]{1,200}", index in 0_usize..3) {
        let name = ["a.txt", "a.md", "a.csv"][index];
        let reading = read(text.as_bytes(), name);
        for part in reading.documents.iter().flat_map(|document| &document.parts) {
            prop_assert_eq!(&part.text, &text);
        }
    }
}
