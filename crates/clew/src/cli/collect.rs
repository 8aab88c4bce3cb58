//! What lies under the paths a user names: the files to add, and what is passed over with the reason.

use super::error::Failure;
use std::fs::FileType;
use std::path::{Path, PathBuf};

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// Files in order of their names, each with the name it is known by.
    pub(super) files: Vec<(PathBuf, String)>,
    /// What is not added, and why.
    pub(super) skipped: Vec<(PathBuf, &'static str)>,
}

/// Everything under `path`; `case` is the folder of the case, which never becomes its own evidence.
pub(super) fn collect(path: &Path, case: &Path, found: &mut Found) -> Result<(), Failure> {
    // What a person names is meant, also where it is a link.
    let kind = std::fs::metadata(path).map_err(|error| Failure::io(path, &error))?;
    if real(path).is_some_and(|path| path.starts_with(case)) {
        return Err(
            Failure::case(format!("{} belongs to the case itself", path.display())).hint(
                "name the folder the evidence comes from; what is in the case is in it already",
            ),
        );
    }
    if kind.is_dir() {
        let base = path.parent().unwrap_or(path).to_path_buf();
        return walk(path, &base, case, found);
    }
    if let Some(why) = passed_over(kind.file_type()) {
        found.skipped.push((path.to_path_buf(), why));
    } else {
        let name = path.file_name().map_or_else(|| path.into(), PathBuf::from);
        let name = name.to_string_lossy().into_owned();
        found.files.push((path.to_path_buf(), name));
    }
    Ok(())
}

/// The folder as the system knows it, links resolved.
pub(super) fn real(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

fn walk(folder: &Path, base: &Path, case: &Path, found: &mut Found) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::io(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| Failure::io(folder, &error))?.path());
    }
    paths.sort();
    for path in paths {
        let kind = std::fs::symlink_metadata(&path).map_err(|error| Failure::io(&path, &error))?;
        if kind.is_dir() && real(&path).as_deref() == Some(case) {
            found.skipped.push((path, "the case itself"));
        } else if kind.is_dir() {
            walk(&path, base, case, found)?;
        } else if let Some(why) = passed_over(kind.file_type()) {
            found.skipped.push((path, why));
        } else {
            let name = path.strip_prefix(base).unwrap_or(&path);
            let name = name.components().skip(1).collect::<PathBuf>();
            let name = name.to_string_lossy().into_owned();
            found.files.push((path, name));
        }
    }
    Ok(())
}

/// Why something in a folder is not added; `None` for files.
fn passed_over(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    if kind.is_symlink() {
        // What a link points at may lie outside what was meant.
        return Some("a link, not followed: name what it points at to add that");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() {
            return Some("a pipe, no file");
        }
        if kind.is_socket() {
            return Some("a socket, no file");
        }
        if kind.is_char_device() || kind.is_block_device() {
            return Some("a device, no file");
        }
    }
    Some("no file")
}
