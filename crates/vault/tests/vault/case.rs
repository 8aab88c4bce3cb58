//! What a case promises: acknowledged things stay, one writer at a time, judgements can be taken back.

use crate::common::named;
use model::{Anchor, EntityKind, EvidenceId, JudgementId, Role, Verdict};
use vault::{Action, Case, Clock, Error, Kind, verify};

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

fn undo(id: &JudgementId) -> Verdict {
    Verdict::Undo {
        judgement: id.clone(),
    }
}

#[test]
fn the_same_bytes_are_one_evidence_with_two_entries() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let first = case.deposit(b"letter", &named("a.txt")).unwrap();
    let mut again = named("b.txt");
    again.publisher = Some("El Faro".to_owned());
    let second = case.deposit(b"letter", &again).unwrap();
    assert!(first.new && !second.new);
    assert_eq!((first.entry, second.entry), (2, 3));
    let records = case.evidence();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].name(), "a.txt");
    assert_eq!(records[0].publisher(), Some("El Faro"));
    assert_eq!(case.bytes(&first.evidence).unwrap(), b"letter");
    // Log, one piece of evidence, nothing else.
    assert_eq!(crate::common::files(folder.path()).len(), 2);
    drop(case);
    assert_eq!(Case::open(folder.path()).unwrap().entries().len(), 3);
    let report = verify(folder.path()).unwrap();
    assert_eq!(report.faults, []);
    assert_eq!((report.entries, report.evidence), (3, 1));
    assert_eq!(report.notes, [""; 0]);
}

#[test]
fn evidence_is_left_read_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let id = case.deposit(b"letter", &named("a.txt")).unwrap().evidence;
    let path = folder
        .path()
        .join(format!("evidence/{}/{id}", &id.as_str()[..2]));
    assert!(std::fs::metadata(path).unwrap().permissions().readonly());
}

#[test]
fn a_batch_is_acknowledged_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let mut batch = case.batch().unwrap();
    batch.deposit(b"one", &named("1")).unwrap();
    batch.deposit(b"two", &named("2")).unwrap();
    drop(batch);
    assert!(case.evidence().is_empty());
    assert_eq!(crate::common::files(folder.path()).len(), 1);
    let mut batch = case.batch().unwrap();
    for (bytes, name) in [(b"one", "1"), (b"two", "2"), (b"one", "3")] {
        batch.deposit(bytes, &named(name)).unwrap();
    }
    let done = batch.commit().unwrap();
    assert_eq!(
        done.iter().map(|d| d.new).collect::<Vec<_>>(),
        [true, true, false]
    );
    assert_eq!(done.iter().map(|d| d.entry).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(case.evidence().len(), 2);
    assert!(verify(folder.path()).unwrap().is_sound());
}

#[test]
fn a_case_is_made_only_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("deep/malecon");
    // What an interrupted creation leaves does not count.
    std::fs::create_dir_all(case.join("evidence")).unwrap();
    std::fs::write(case.join(".part-custody"), "{").unwrap();
    drop(Case::create(&case, "malecon", "ana").unwrap());
    let error = Case::create(&case, "malecon", "ana").unwrap_err();
    assert!(matches!(error, Error::AlreadyACase { .. }), "{error}");
    let error = Case::create(folder.path(), "malecon", "ana").unwrap_err();
    assert!(matches!(error, Error::NotEmpty { .. }), "{error}");
    let error = Case::open(folder.path()).unwrap_err();
    assert_eq!(error.kind(), Kind::Case);
    assert!(error.hint().unwrap().contains("clew new"));
}

#[test]
fn a_second_writer_is_refused_and_readers_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Case::create(folder.path(), "malecon", "ana").unwrap();
    let mut second = Case::open(folder.path()).unwrap();
    first.deposit(b"one", &named("1")).unwrap();
    let error = second.deposit(b"two", &named("2")).unwrap_err();
    assert_eq!(error.kind(), Kind::Busy);
    assert!(error.hint().is_some());
    assert_eq!(Case::open(folder.path()).unwrap().evidence().len(), 1);
    drop(first);
    // The second reads what the first wrote before it writes itself.
    assert_eq!(second.deposit(b"two", &named("2")).unwrap().entry, 3);
    assert!(verify(folder.path()).unwrap().is_sound());
}

#[test]
fn judgements_are_taken_back_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let judged = case.judge(role(), "ana", "she said so").unwrap();
    assert_eq!(judged.id.0, "j-2");
    let undone = case.judge(undo(&judged.id), "ana", "wrong cousin").unwrap();
    assert_eq!(case.judgements(), []);
    let error = case.judge(undo(&judged.id), "ana", "again").unwrap_err();
    assert!(error.hint().unwrap().contains(&undone.id.0), "{error}");
    case.judge(undo(&undone.id), "luis", "right after all")
        .unwrap();
    assert_eq!(case.judgements(), [judged]);
    assert_eq!(case.all_judgements().len(), 3);
    for wrong in ["j-1", "j-99", "x"] {
        let error = case
            .judge(undo(&JudgementId(wrong.to_owned())), "ana", "why not")
            .unwrap_err();
        assert_eq!(error.kind(), Kind::User);
    }
    let error = case.judge(role(), " ", "why").unwrap_err();
    assert!(matches!(error, Error::Missing { .. }));
    assert_eq!(case.entries().len(), 4);
}

#[test]
fn changed_evidence_is_never_given_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let id = case.deposit(b"letter", &named("a.txt")).unwrap().evidence;
    let path = crate::common::files(folder.path()).pop().unwrap();
    crate::common::overwrite(&path, b"lettre");
    assert_eq!(case.bytes(&id).unwrap_err().kind(), Kind::Corrupt);
    // Nor is it taken for the evidence when the same bytes are put in again.
    let error = case.deposit(b"letter", &named("a.txt")).unwrap_err();
    assert_eq!(error.kind(), Kind::Corrupt);
    let unknown = case.bytes(&EvidenceId::of(b"nothing")).unwrap_err();
    assert_eq!(unknown.kind(), Kind::User);
}

#[test]
fn times_come_from_the_clock_that_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed("2024-06-03T08:00:00Z").unwrap();
    let mut case = Case::create_at(folder.path(), "malecon", "ana", clock).unwrap();
    let action = Action::Unmasked {
        why: "the court asked".to_owned(),
        output: "report.html".to_owned(),
    };
    case.log(&action, "ana").unwrap();
    for entry in case.entries() {
        assert_eq!(entry.when, "2024-06-03T08:00:00.000Z");
    }
    assert_eq!(case.entries()[1].action, action);
    assert_eq!(case.entries()[1].previous, case.entries()[0].hash);
}
