//! Files as the vault needs them: hashed in a stream, written so that a crash loses nothing.

use crate::error::{Error, While};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

/// A path as it is shown to people: lossy where it is not UTF-8.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A path as it can be pasted into a shell: quoted where a blank or a sign of the shell is in it.
pub fn quoted(path: &Path) -> String {
    let path = shown(path);
    let plain = |letter: char| letter.is_alphanumeric() || "/._-+:,@%".contains(letter);
    // What begins with a dash would be taken for an option.
    let lead = if path.starts_with('-') { "./" } else { "" };
    if !path.is_empty() && path.chars().all(plain) {
        return format!("{lead}{path}");
    }
    format!("'{lead}{}'", path.replace('\'', r"'\''"))
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// SHA-256 of bytes in memory, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 and size of a file, read in pieces so that its size does not matter.
pub(crate) fn sha256_of_file(path: &Path) -> Result<(String, u64), Error> {
    let mut file = File::open(path).doing("cannot open", path)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0u8; 1 << 16];
    let mut size = 0u64;
    loop {
        let read = file.read(&mut piece).doing("cannot read", path)?;
        if read == 0 {
            return Ok((hex(&hasher.finalize()), size));
        }
        size += read as u64;
        hasher.update(&piece[..read]);
    }
}

/// Writes a new file and waits until it is on the disk; the name itself is safe after [`sync_dir`].
pub(crate) fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).doing("cannot create", path)?;
    file.write_all(bytes).doing("cannot write", path)?;
    file.sync_all().doing("cannot write", path)
}

/// Waits until the names in a folder are on the disk.
pub(crate) fn sync_dir(path: &Path) -> Result<(), Error> {
    // Only Unix can open a folder as a file; elsewhere names are safe with their files.
    if cfg!(unix) {
        let folder = File::open(path).doing("cannot open", path)?;
        folder.sync_all().doing("cannot write", path)?;
    }
    Ok(())
}

/// Removes a file; that it is not there is fine.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result.doing("cannot remove", path),
    }
}

/// Takes away everybody's right to write to an open file.
pub(crate) fn make_read_only(file: &File, path: &Path) -> Result<(), Error> {
    let mut rights = file.metadata().doing("cannot look at", path)?.permissions();
    #[cfg(unix)]
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o444);
    #[cfg(not(unix))]
    rights.set_readonly(true);
    file.set_permissions(rights).doing("cannot protect", path)
}

/// The names in a folder, sorted; an error names the folder.
pub(crate) fn names_in(path: &Path) -> Result<Vec<std::ffi::OsString>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path).doing("cannot list", path)? {
        names.push(entry.doing("cannot list", path)?.file_name());
    }
    names.sort();
    Ok(names)
}
