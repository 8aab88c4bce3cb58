//! Tables in which most bytes are nothing, as they are kept: a bit for each byte, then the bytes that are not nothing.

/// Packs a table.
pub fn pack(table: &[u8]) -> Vec<u8> {
    let bits = table.chunks(8).map(|bytes| {
        let marks = bytes.iter().enumerate();
        marks.fold(0, |bits, (at, byte)| bits | u8::from(*byte != 0) << at)
    });
    let mut out: Vec<u8> = bits.collect();
    out.extend(table.iter().filter(|byte| **byte != 0));
    out
}

/// The table of so many bytes that was packed; `None` where the bytes do not come out even.
pub(super) fn unpack(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let (bits, bytes) = packed.split_at_checked(length.div_ceil(8))?;
    let mut bytes = bytes.iter();
    let mut out = Vec::with_capacity(length);
    for at in 0..length {
        let told = bits[at / 8] >> (at % 8) & 1 == 1;
        out.push(if told { *bytes.next()? } else { 0 });
    }
    bytes.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(table in prop::collection::vec(prop_oneof![Just(0_u8), any::<u8>()], 0..200)) {
            let packed = pack(&table);
            prop_assert_eq!(unpack(&packed, table.len()), Some(table.clone()));
            let mut longer = packed;
            longer.push(1);
            prop_assert_eq!(unpack(&longer, table.len()), None);
        }
    }
}
