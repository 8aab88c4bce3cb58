//! What `verify` finds: every changed byte, every line cut, moved or added; and what a torn write costs.

use crate::common::{files, named, overwrite, run};
use model::{Anchor, EntityKind, EvidenceId, JudgementId, Language, Role, Verdict};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vault::{Action, Case, verify};

/// A case with two pieces of evidence, a judgement and a run.
fn small(path: &Path) -> Vec<EvidenceId> {
    let mut case = Case::create(path, "malecon", "ana").unwrap();
    let one = case.deposit(b"letter", &named("a.txt")).unwrap().evidence;
    let two = case.deposit(b"call", &named("b.txt")).unwrap().evidence;
    case.judge(role(), "ana", "she said so").unwrap();
    let texts = [(one.clone(), "Una carta.", Language::Es)];
    drop(run(&mut case, &texts));
    vec![one, two]
}

fn role() -> Verdict {
    Verdict::Role {
        who: Anchor {
            place: None,
            kind: EntityKind::Person,
            name: "Yusniel".to_owned(),
        },
        role: Role::Recruiter,
    }
}

/// The places of all faults.
fn faults(path: &Path) -> BTreeSet<String> {
    let report = verify(path).unwrap();
    report
        .faults
        .into_iter()
        .map(|fault| fault.where_)
        .collect()
}

/// Lines of the log, without their line ends.
fn lines(path: &Path) -> Vec<String> {
    let log = std::fs::read_to_string(path.join("custody.jsonl")).unwrap();
    log.lines().map(str::to_owned).collect()
}

fn write_lines(path: &Path, lines: &[String]) {
    let log: String = lines
        .iter()
        .flat_map(|line| [line.as_str(), "\n"])
        .collect();
    std::fs::write(path.join("custody.jsonl"), log).unwrap();
}

#[test]
fn any_changed_byte_is_found_and_its_file_named() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path());
    assert_eq!(faults(folder.path()), BTreeSet::new());
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for file in files(folder.path()) {
        let whole = std::fs::read(&file).unwrap();
        let name = file
            .strip_prefix(folder.path())
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        // The store is covered by one hash: all of its header, then a sample.
        let step = if name == "derived.db" { 1009 } else { 1 };
        for at in (0..whole.len()).filter(|at| *at < 100 || at % step == 0) {
            // Xorshift (Marsaglia 2003): another flip at every byte.
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let mut changed = whole.clone();
            changed[at] ^= u8::try_from(random % 255 + 1).unwrap();
            overwrite(&file, &changed);
            let found = faults(folder.path());
            assert!(
                found.iter().any(|place| place.starts_with(&name)),
                "{name} byte {at}: {found:?}"
            );
            if name == "custody.jsonl" {
                let line = whole[..at].split(|byte| *byte == b'\n').count();
                assert!(
                    found.contains(&format!("{name} line {line}")),
                    "byte {at}: {found:?}"
                );
                assert!(Case::open(folder.path()).is_err(), "byte {at} of the log");
            }
        }
        overwrite(&file, &whole);
    }
    assert_eq!(faults(folder.path()), BTreeSet::new());
}

#[test]
fn lines_cut_moved_doubled_or_added_are_found() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path());
    let whole = lines(folder.path());
    for at in 0..whole.len() - 1 {
        let mut cut = whole.clone();
        cut.remove(at);
        write_lines(folder.path(), &cut);
        let line = format!("custody.jsonl line {}", at + 1);
        assert!(faults(folder.path()).contains(&line), "cut {at}");
        let mut moved = whole.clone();
        moved.swap(at, at + 1);
        write_lines(folder.path(), &moved);
        assert!(faults(folder.path()).contains(&line), "moved {at}");
        let mut doubled = whole.clone();
        doubled.insert(at, whole[at].clone());
        write_lines(folder.path(), &doubled);
        let line = format!("custody.jsonl line {}", at + 2);
        assert!(faults(folder.path()).contains(&line), "doubled {at}");
    }
    // A sealed line of another case does not fit.
    let other = tempfile::tempdir().unwrap();
    small(other.path());
    let mut mixed = whole.clone();
    mixed[2] = lines(other.path())[2].clone();
    write_lines(folder.path(), &mixed);
    assert!(!faults(folder.path()).is_empty());
}

#[test]
fn a_log_cut_at_its_end_is_proved_by_evidence_and_otherwise_admitted() {
    let folder = tempfile::tempdir().unwrap();
    let ids = small(folder.path());
    let whole = lines(folder.path());
    let report = verify(folder.path()).unwrap();
    let (number, hash) = report.head.unwrap();
    assert_eq!(number, whole.len() as u64);
    assert!(report.cannot_prove.iter().any(|what| what.contains(&hash)));
    write_lines(folder.path(), &whole[..2]);
    let found = faults(folder.path());
    let orphan = format!("evidence/{}/{}", &ids[1].as_str()[..2], ids[1]);
    assert!(
        found.contains(&orphan) && found.contains("derived.db"),
        "{found:?}"
    );
    assert_ne!(verify(folder.path()).unwrap().head.unwrap().1, hash);
}

#[test]
fn missing_and_stray_files_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let ids = small(folder.path());
    let place = format!("evidence/{}/{}", &ids[0].as_str()[..2], ids[0]);
    std::fs::remove_file(folder.path().join(&place)).unwrap();
    std::fs::write(folder.path().join("report.html"), "x").unwrap();
    std::fs::write(folder.path().join("evidence/x"), "x").unwrap();
    let expected = [place, "report.html".to_owned(), "evidence/x".to_owned()];
    assert_eq!(faults(folder.path()), expected.into_iter().collect());
    // Without the store nothing is wrong: it comes back.
    let other = tempfile::tempdir().unwrap();
    small(other.path());
    std::fs::remove_file(other.path().join("derived.db")).unwrap();
    let report = verify(other.path()).unwrap();
    assert!(report.is_sound() && report.notes.len() == 1);
}

#[test]
fn a_write_torn_at_any_byte_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path());
    let log = folder.path().join("custody.jsonl");
    let before = std::fs::read(&log).unwrap();
    let mut case = Case::open(folder.path()).unwrap();
    case.judge(role(), "ana", "once more").unwrap();
    let acknowledged = case.entries()[..case.entries().len() - 1].to_vec();
    drop(case);
    let after = std::fs::read(&log).unwrap();
    for cut in before.len()..after.len() {
        std::fs::write(&log, &after[..cut]).unwrap();
        assert_eq!(
            verify(folder.path()).unwrap().is_sound(),
            cut == before.len()
        );
        let mut case = Case::open(folder.path()).unwrap();
        assert_eq!(case.entries(), acknowledged);
        case.judge(role(), "luis", "after the crash").unwrap();
        let mended = case.entries().iter().any(
            |entry| matches!(&entry.action, Action::Mended { bytes, .. } if *bytes == (cut - before.len()) as u64),
        );
        assert_eq!(mended, cut != before.len());
        drop(case);
        assert_eq!(faults(folder.path()), BTreeSet::new(), "cut at {cut}");
    }
}

#[test]
fn an_interrupted_addition_is_no_forgery_and_is_swept_up() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path());
    // As a crash leaves it between the names of the files and the log: the note, a named file, one half written.
    let id = EvidenceId::of(b"never acknowledged");
    let place = folder.path().join("evidence").join(&id.as_str()[..2]);
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join(id.as_str()), b"never acknowledged").unwrap();
    std::fs::write(place.join(".part-0"), b"never").unwrap();
    std::fs::write(folder.path().join("evidence/.adding"), format!("{id}\n")).unwrap();
    let report = verify(folder.path()).unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!(report.notes.len(), 3);
    let before = Case::open(folder.path()).unwrap().entries().len();
    let mut case = Case::open(folder.path()).unwrap();
    case.hold().unwrap();
    assert_eq!(case.entries().len(), before);
    assert_eq!(verify(folder.path()).unwrap().notes, [""; 0]);
    assert!(
        case.deposit(b"never acknowledged", &named("c"))
            .unwrap()
            .new
    );
}

/// Something done to a case.
#[derive(Clone, Debug)]
enum Step {
    Deposit(u8),
    Batch(Vec<u8>),
    Judge,
    Undo(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0u8..6).prop_map(Step::Deposit),
        prop::collection::vec(0u8..6, 0..4).prop_map(Step::Batch),
        Just(Step::Judge),
        (0usize..12).prop_map(Step::Undo),
        Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_done_the_log_verifies(steps in prop::collection::vec(step(), 0..24), flip in 1u8.., at: prop::sample::Index) {
        let folder = tempfile::tempdir().unwrap();
        let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
        let mut bytes = BTreeSet::new();
        // Our own account of which judgements hold: undos by what they undo, others by nothing.
        let mut holds: BTreeMap<JudgementId, (Option<JudgementId>, bool)> = BTreeMap::new();
        for step in steps {
            match step {
                Step::Deposit(byte) => {
                    let done = case.deposit(&[byte], &named("a")).unwrap();
                    prop_assert_eq!(done.new, bytes.insert(byte));
                }
                Step::Batch(many) => {
                    let mut batch = case.batch().unwrap();
                    for byte in &many {
                        batch.deposit(&[*byte], &named("b")).unwrap();
                    }
                    prop_assert_eq!(batch.commit().unwrap().len(), many.len());
                    bytes.extend(many);
                }
                Step::Judge => {
                    let judgement = case.judge(role(), "ana", "why").unwrap();
                    holds.insert(judgement.id, (None, true));
                }
                Step::Undo(number) => {
                    let id = JudgementId(format!("j-{number}"));
                    let verdict = Verdict::Undo { judgement: id.clone() };
                    let done = case.judge(verdict, "ana", "why");
                    prop_assert_eq!(done.is_ok(), holds.get(&id).is_some_and(|(_, holds)| *holds));
                    if let Ok(undo) = done {
                        holds.insert(undo.id, (Some(id.clone()), true));
                        // What an undone undo had undone holds again, and so on down.
                        let (mut next, mut state) = (Some(id), false);
                        while let Some(id) = next {
                            let held = holds.get_mut(&id).unwrap();
                            held.1 = state;
                            state = !state;
                            next = held.0.clone();
                        }
                    }
                }
                Step::Reopen => {
                    drop(case);
                    case = Case::open(folder.path()).unwrap();
                }
            }
        }
        let in_force: BTreeSet<_> = case.judgements().into_iter().map(|j| j.id).collect();
        let expected = holds.iter().filter(|(_, (undoes, holds))| undoes.is_none() && *holds);
        prop_assert_eq!(in_force, expected.map(|(id, _)| id.clone()).collect());
        prop_assert_eq!(case.evidence().len(), bytes.len());
        let report = verify(folder.path()).unwrap();
        prop_assert_eq!(&report.faults, &[]);
        prop_assert_eq!(report.entries, case.entries().len() as u64);
        drop(case);
        let all = files(folder.path());
        let file = at.get(&all);
        let mut changed = std::fs::read(file).unwrap();
        let place = at.index(changed.len());
        changed[place] ^= flip;
        overwrite(file, &changed);
        prop_assert!(!verify(folder.path()).unwrap().is_sound());
    }
}
