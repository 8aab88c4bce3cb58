//! Evidence files: `evidence/ab/ab12..`, the bytes as they were received, read-only, named by their SHA-256.
//!
//! Files get their names only in [`publish`], under a note of intent (`evidence/.adding`) that is on the disk before
//! and goes after the log entries are. So evidence that no entry speaks of is either named in that note (an
//! interrupted addition, never acknowledged) or proof that the log was cut.

use crate::disk::{self, make_read_only, names_in, remove, sync_dir, write_synced};
use crate::error::{Error, While};
use model::EvidenceId;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder of the evidence.
pub(crate) const EVIDENCE: &str = "evidence";
/// Names of files that are still being written begin so.
pub(crate) const PART: &str = ".part-";
/// The note of what is being added.
pub(crate) const ADDING: &str = ".adding";

/// Where evidence lies, relative to the case, with `/` on every system.
pub(crate) fn relative(id: &EvidenceId) -> String {
    format!("{EVIDENCE}/{}/{id}", &id.as_str()[..2])
}

/// Where evidence lies.
pub(crate) fn path_of(case: &Path, id: &EvidenceId) -> PathBuf {
    case.join(EVIDENCE)
        .join(&id.as_str()[..2])
        .join(id.as_str())
}

/// Reads evidence whole and checks that it is what its name says.
pub(crate) fn read(case: &Path, id: &EvidenceId) -> Result<Vec<u8>, Error> {
    let path = path_of(case, id);
    let bytes = match fs::read(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::corrupt(relative(id), "the evidence is missing"));
        }
        bytes => bytes.doing("cannot read", &path)?,
    };
    if EvidenceId::of(&bytes) == *id {
        Ok(bytes)
    } else {
        Err(changed(id))
    }
}

/// The bytes are not those that were received.
fn changed(id: &EvidenceId) -> Error {
    Error::corrupt(relative(id), "the bytes are not those that were received")
}

/// Writes bytes beside where they will lie, unless they lie there already. Gives the file that was written.
pub(crate) fn stage(case: &Path, id: &EvidenceId, bytes: &[u8]) -> Result<Option<PathBuf>, Error> {
    let path = path_of(case, id);
    if path.exists() {
        let (hash, _) = disk::sha256_of_file(&path)?;
        return if hash == id.as_str() {
            Ok(None)
        } else {
            Err(changed(id))
        };
    }
    let folder = path.parent().unwrap_or(case);
    fs::create_dir_all(folder).doing("cannot create", folder)?;
    let part = folder.join(format!("{PART}{id}"));
    let mut file = File::create(&part).doing("cannot create", &part)?;
    file.write_all(bytes).doing("cannot write", &part)?;
    Ok(Some(part))
}

/// Gives staged files their names, so that all of it is on the disk when this returns.
pub(crate) fn publish(case: &Path, staged: &BTreeMap<EvidenceId, PathBuf>) -> Result<(), Error> {
    if staged.is_empty() {
        return Ok(());
    }
    for part in staged.values() {
        let file = File::options()
            .write(true)
            .open(part)
            .doing("cannot open", part)?;
        make_read_only(&file, part)?;
        file.sync_all().doing("cannot write", part)?;
    }
    let evidence = case.join(EVIDENCE);
    let note: String = staged.keys().flat_map(|id| [id.as_str(), "\n"]).collect();
    write_synced(&evidence.join(ADDING), note.as_bytes())?;
    sync_dir(&evidence)?;
    let mut folders = BTreeSet::new();
    for (id, part) in staged {
        let path = path_of(case, id);
        fs::rename(part, &path).doing("cannot name", &path)?;
        folders.extend(path.parent().map(Path::to_owned));
    }
    folders.iter().try_for_each(|folder| sync_dir(folder))
}

/// Removes the note after the log entries are on the disk.
pub(crate) fn acknowledge(case: &Path) -> Result<(), Error> {
    remove(&case.join(EVIDENCE).join(ADDING))
}

/// What an interrupted addition named in its note; a note that was itself cut names fewer.
pub(crate) fn noted(case: &Path) -> BTreeSet<EvidenceId> {
    let note = fs::read_to_string(case.join(EVIDENCE).join(ADDING)).unwrap_or_default();
    note.lines().filter_map(EvidenceId::parse).collect()
}

/// Takes away what an interrupted addition left: files half written, and files in the note that the log does
/// not speak of. Only with the writer's lock held.
pub(crate) fn sweep(case: &Path, logged: &BTreeSet<&EvidenceId>) -> Result<(), Error> {
    for id in noted(case).iter().filter(|id| !logged.contains(id)) {
        remove(&path_of(case, id))?;
    }
    acknowledge(case)?;
    let evidence = case.join(EVIDENCE);
    for name in names_in(&evidence)? {
        let folder = evidence.join(name);
        if !folder.is_dir() {
            continue;
        }
        for name in names_in(&folder)? {
            if name.to_string_lossy().starts_with(PART) {
                remove(&folder.join(name))?;
            }
        }
    }
    Ok(())
}
