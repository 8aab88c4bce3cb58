//! One thing and the words it rests on, for every kind of identifier.

use crate::support::{case_of, clew, copy, demo, demo_lines, done, field, json, of_type};
use std::fs;

#[test]
fn every_identifier_opens_what_the_export_has() {
    for (kind, title) in [
        ("claim", "CLAIM c-"),
        ("entity", " e-"),
        ("link", "LINK l-"),
        ("finding", "FINDING f-"),
        ("gap", "GAP g-"),
        ("proceeding", "PROCEEDING p-"),
        ("origin", "ORIGIN o-"),
        ("mention", "MENTION m-"),
        ("document", "DOCUMENT "),
    ] {
        let all = of_type(demo_lines(), kind);
        let count = all.len();
        assert!(count > 0, "the demonstration has a {kind}");
        for line in [all[0], all[count / 2], all[count - 1]] {
            let id = field(line, "id");
            let shown = json(demo(), &["show", ".", id]);
            assert_eq!(shown, std::slice::from_ref(line), "{kind}");
            let text = done(demo(), &["show", ".", id]).text();
            let head = text.lines().next().unwrap();
            assert!(head.contains(title) && head.contains(id), "{head}");
        }
    }
}

#[test]
fn a_claim_is_shown_with_its_sentence_and_place() {
    let claim = of_type(demo_lines(), "claim")
        .into_iter()
        .find(|it| !it["cue"].is_null())
        .unwrap();
    let text = done(demo(), &["show", ".", field(claim, "id")]).text();
    for words in [
        field(claim, "certainty"),
        field(claim, "polarity"),
        field(claim, "file"),
        "line ",
        "bytes ",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(
        text.contains('»') && text.contains('«'),
        "the content is marked: {text}"
    );
}

#[test]
fn evidence_is_shown_however_it_was_read() {
    let evidence = of_type(demo_lines(), "evidence");
    for state in ["read", "partial", "no_text"] {
        let line = evidence.iter().find(|it| it["state"] == state).unwrap();
        for id in [field(line, "id"), &field(line, "id")[..12]] {
            let text = done(demo(), &["show", ".", id]).text();
            assert!(text.contains(field(line, "id")), "{text}");
            assert!(text.contains("custody"), "who put it in, and when: {text}");
            if let Some(why) = line["why"].as_str() {
                assert!(text.contains(why), "{why}: {text}");
            }
        }
    }
}

#[test]
fn refused_evidence_is_shown_with_why() {
    let (folder, _case) = case_of(&[("a.txt", "The office said that a ship had left.\n")]);
    let at = folder.path();
    fs::write(
        at.join("noise.bin"),
        [0u8, 159, 146, 150, 1, 2, 3, 255, 0, 0, 7],
    )
    .unwrap();
    done(at, &["add", "case", "noise.bin"]);
    done(at, &["run", "case"]);
    let lines = json(at, &["status", "case", "--files"]);
    let line = lines.iter().find(|it| it["file"] == "noise.bin").unwrap();
    assert_ne!(line["state"], "read");
    let text = done(at, &["show", "case", field(line, "id")]).text();
    assert!(
        text.contains("noise.bin") && text.contains(field(line, "why")),
        "{text}"
    );
}

#[test]
fn a_judgement_is_shown_even_when_it_was_taken_back() {
    let (_folder, case) = copy(demo());
    let made = json(
        &case,
        &[
            "judge",
            ".",
            "grade",
            "03-harbour-post",
            "B2",
            "--why",
            "reported well before",
        ],
    );
    let id = field(&made[0], "id").to_owned();
    let text = done(&case, &["show", ".", &id]).text();
    assert!(
        text.contains("reported well before") && text.contains("in force"),
        "{text}"
    );
    done(&case, &["judge", ".", "undo", &id, "--why", "wrong paper"]);
    let text = done(&case, &["show", ".", &id]).text();
    assert!(
        text.contains("reported well before") && text.contains("taken back"),
        "{text}"
    );
    assert_eq!(json(&case, &["show", ".", &id])[0]["type"], "judgement");
}

#[test]
fn what_is_not_there_is_refused_with_a_way_out() {
    for id in ["c-00000000", "e-00000000", "nonsense", "j-1", "f-"] {
        let answer = clew(demo(), &["show", ".", id]);
        assert_eq!(answer.code, 3, "{id}");
        assert!(
            answer.err.contains("nothing is shown under that name") && answer.err.contains("try:"),
            "{}",
            answer.err
        );
        assert!(answer.out.is_empty());
    }
    // Part of a file name that several files share says so rather than that there is nothing.
    let answer = clew(demo(), &["show", ".", "harbour-post"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("2 documents"), "{}", answer.err);
}
