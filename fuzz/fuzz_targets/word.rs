//! Word-processor documents (a package whose document is the input): nothing panics, and every place lies in its text.
#![no_main]

mod shared;

use libfuzzer_sys::fuzz_target;
use std::io::Write;

fuzz_target!(|bytes: &[u8]| {
    // Packed as it comes, so that the walk over the XML is reached at once.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    if writer.start_file("word/document.xml", options).is_ok()
        && writer.write_all(bytes).is_ok()
        && let Ok(package) = writer.finish()
    {
        shared::check(package.get_ref(), "a.docx");
    }
});
