//! A person's decisions: they win after the next run, and can be taken back.

use crate::support::{case_of, clew, copy, custody, demo, done, exported, field, json, of_type};
use serde_json::Value;
use std::path::Path;

fn entities(case: &Path) -> Vec<Value> {
    json(
        case,
        &["entities", ".", "--kind", "person", "--unmask", "test"],
    )
}

fn by_mention<'all>(all: &'all [Value], mention: &str) -> &'all Value {
    let holds = |it: &&Value| {
        it["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .any(|id| id == mention)
    };
    all.iter().find(holds).unwrap()
}

/// Judges, and gives the judgement's identifier.
fn judge(case: &Path, verdict: &[&str]) -> String {
    let arguments: Vec<&str> = ["judge", "."]
        .into_iter()
        .chain(verdict.iter().copied())
        .chain(["--why", "shelter file 12"])
        .collect();
    let made = json(case, &arguments);
    assert_eq!(field(&made[0], "who"), "tester");
    field(&made[0], "id").to_owned()
}

fn undo(case: &Path, id: &str) {
    done(case, &["judge", ".", "undo", id, "--why", "mistaken"]);
    done(case, &["run", "."]);
}

/// Two people whom nothing holds together, each with a mention.
fn strangers(case: &Path) -> [(String, String); 2] {
    let all = entities(case);
    let mut found = all.iter().filter(|it| {
        it["protected"].as_array().unwrap().is_empty()
            && !it["mentions"].as_array().unwrap().is_empty()
    });
    let mut next = || {
        let it = found.next().unwrap();
        (
            field(it, "id").to_owned(),
            it["mentions"][0].as_str().unwrap().to_owned(),
        )
    };
    [next(), next()]
}

#[test]
fn same_holds_after_the_next_run_until_it_is_taken_back() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    let [(one, first), (other, second)] = strangers(&case);
    let id = judge(&case, &["same", &one, &other]);
    let note = done(&case, &["claims", ".", "--limit", "1"]).err;
    assert!(
        note.contains("clew run"),
        "the list says that it is of before: {note}"
    );
    done(&case, &["run", "."]);
    let all = entities(&case);
    assert_eq!(
        by_mention(&all, &first)["id"],
        by_mention(&all, &second)["id"]
    );
    let reasons = by_mention(&all, &first)["reasons"].to_string();
    assert!(reasons.contains(&id), "why they are one: {reasons}");
    undo(&case, &id);
    assert_eq!(exported(&case), before);
}

#[test]
fn not_same_takes_mentions_apart_until_it_is_taken_back() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    let lines = done(&case, &["export", ".", "--as", "jsonl", "--unmask", "test"]).objects();
    let document = |id: &Value| {
        of_type(&lines, "mention")
            .into_iter()
            .find(|it| it["id"] == *id)
            .map(|it| it["document"].clone())
    };
    // One person named in two documents.
    let pair = of_type(&lines, "entity")
        .into_iter()
        .filter(|it| it["kind"] == "person")
        .find_map(|it| {
            let mentions = it["mentions"].as_array().unwrap();
            let far = mentions
                .iter()
                .find(|id| document(id) != document(&mentions[0]))?;
            Some((mentions[0].as_str()?.to_owned(), far.as_str()?.to_owned()))
        });
    let (first, second) = pair.unwrap();
    let id = judge(&case, &["not-same", &first, &second]);
    done(&case, &["run", "."]);
    let all = entities(&case);
    assert_ne!(
        by_mention(&all, &first)["id"],
        by_mention(&all, &second)["id"]
    );
    undo(&case, &id);
    assert_eq!(exported(&case), before);
}

#[test]
fn a_role_is_held_with_its_judgement_and_protects() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    let [(one, mention), _] = strangers(&case);
    let id = judge(&case, &["role", &one, "minor"]);
    done(&case, &["run", "."]);
    let all = entities(&case);
    let entity = by_mention(&all, &mention);
    let held = entity["roles"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["judgement"] == *id)
        .unwrap();
    assert_eq!(held["role"], "minor");
    assert_eq!(entity["protected"], serde_json::json!(["minor"]));
    let name = field(entity, "name");
    let masked = done(&case, &["entities", ".", "--kind", "person"]).text();
    assert!(
        !masked.contains(name),
        "a judged minor is masked from the next run on"
    );
    let shown = done(&case, &["show", ".", field(entity, "id")]).text();
    assert!(shown.contains(&id), "{shown}");
    undo(&case, &id);
    assert_eq!(exported(&case), before);
}

#[test]
fn unsure_and_grade_are_kept_and_listed() {
    let (_folder, case) = copy(demo());
    let [(one, _), (other, _)] = strangers(&case);
    let unsure = judge(&case, &["unsure", &one, &other]);
    let grade = judge(&case, &["grade", "03-harbour-post", "B2"]);
    done(&case, &["run", "."]);
    let taken = json(&case, &["judge", ".", "undo", &unsure, "--why", "settled"]);
    let listed = json(&case, &["judge", ".", "list"]);
    let state: Vec<(&str, bool)> = listed
        .iter()
        .map(|it| (field(it, "id"), it["in_force"].as_bool().unwrap()))
        .collect();
    assert!(
        state.contains(&(&unsure, false)) && state.contains(&(&grade, true)),
        "{state:?}"
    );
    assert_eq!(
        listed.len(),
        3,
        "taking back is a judgement too, and nothing is erased"
    );
    assert_eq!(field(&taken[0], "type"), "judgement");
    let table = done(&case, &["judge", ".", "list"]).text();
    for words in ["shelter file 12", "tester", "taken back", "in force", "B2"] {
        assert!(table.contains(words), "{words}: {table}");
    }
    let judged: Vec<Value> = custody(&case)
        .into_iter()
        .filter(|it| it["action"] == "judged")
        .collect();
    assert_eq!(judged.len(), 3);
}

#[test]
fn a_judgement_needs_a_reason_and_something_to_judge() {
    let (_folder, case) = copy(demo());
    let [(one, _), (other, _)] = strangers(&case);
    let before = custody(&case).len();
    for (arguments, way_out) in [
        (vec!["judge", ".", "same", &one, &other], "--why"),
        (
            vec!["judge", ".", "same", &one, &other, "--why", "  "],
            "--why",
        ),
        (vec!["judge", ".", "same", &one, &one, "--why", "x"], "m-"),
        (
            vec!["judge", ".", "same", "Nobody Atall", &one, "--why", "x"],
            "clew entities",
        ),
        (
            vec!["judge", ".", "role", "e-00000000", "victim", "--why", "x"],
            "clew entities",
        ),
        (
            vec!["judge", ".", "grade", "03-harbour", "Z9", "--why", "x"],
            "A-F",
        ),
        (
            vec!["judge", ".", "grade", "no-such-file", "B2", "--why", "x"],
            "clew status",
        ),
        (vec!["judge", ".", "undo", "j-9999", "--why", "x"], "try:"),
    ] {
        let answer = clew(&case, &arguments);
        assert_eq!(answer.code, 3, "{arguments:?}: {}", answer.err);
        assert!(
            answer.err.contains("error (case)") && answer.err.contains(way_out),
            "{arguments:?}: {}",
            answer.err
        );
    }
    assert_eq!(
        custody(&case).len(),
        before,
        "what was refused left no trace"
    );
    assert_eq!(
        clew(
            &case,
            &["judge", ".", "role", &one, "villain", "--why", "x"]
        )
        .code,
        2
    );
}

#[test]
fn what_was_misread_is_set_aside_until_that_is_taken_back() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    let claims = json(&case, &["claims", ".", "--unmask", "test"]);
    let claim = field(&claims[0], "id").to_owned();
    let id = judge(&case, &["misread", &claim]);
    done(&case, &["run", "."]);
    let left = json(
        &case,
        &["claims", ".", "--unmask", "test", "--limit", "10000"],
    );
    assert!(left.iter().all(|it| field(it, "id") != claim));
    undo(&case, &id);
    assert_eq!(exported(&case), before);
}

#[test]
fn a_role_can_be_taken_away() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    let all = entities(&case);
    let holds = |it: &&Value| {
        let roles = it["roles"].as_array().unwrap();
        roles.iter().any(|held| held["role"] == "recruiter") && it["mentions"][0].is_string()
    };
    let one = all.iter().find(holds).unwrap();
    let mention = one["mentions"][0].as_str().unwrap().to_owned();
    let id = judge(&case, &["not-role", &mention, "recruiter"]);
    done(&case, &["run", "."]);
    let now = entities(&case);
    let roles = by_mention(&now, &mention)["roles"].clone();
    assert!(
        roles
            .as_array()
            .unwrap()
            .iter()
            .all(|held| held["role"] != "recruiter"),
        "{roles}"
    );
    undo(&case, &id);
    assert_eq!(exported(&case), before);
}

#[test]
fn a_later_judgement_says_which_it_wins_over() {
    let (_folder, case) = copy(demo());
    let [(one, _), (other, _)] = strangers(&case);
    let first = judge(&case, &["same", &one, &other]);
    let told = done(
        &case,
        &[
            "judge",
            ".",
            "not-same",
            &one,
            &other,
            "--why",
            "another man",
        ],
    );
    assert!(told.text().contains(&first), "{}", told.text());
}

#[test]
fn pairs_are_listed_under_their_mask_and_asked_once() {
    let (_folder, case) = copy(demo());
    let all = json(&case, &["judge", ".", "pairs", "--limit", "1000"]);
    assert!(!all.is_empty());
    let table = done(&case, &["judge", ".", "pairs"]).text();
    for entity in entities(&case) {
        let hidden = !entity["protected"].as_array().unwrap().is_empty();
        let name = field(&entity, "name");
        assert!(
            !(hidden && name.contains(' ') && table.contains(name)),
            "{name}"
        );
    }
    let (a, b) = (field(&all[0]["a"], "id"), field(&all[0]["b"], "id"));
    judge(&case, &["unsure", a, b]);
    let left = json(&case, &["judge", ".", "pairs", "--limit", "1000"]);
    assert_eq!(left.len(), all.len() - 1);
}

#[test]
fn initials_of_a_witness_are_masked_beside_her_mask() {
    let (_folder, case) = case_of(&[
        (
            "a.txt",
            "The witness Nadia Abreu told the police that she saw Oleg Kravets at the harbour.\n",
        ),
        (
            "b.txt",
            "NA: He took my passport in June.\nOK: I did not.\nNA: Oleg Kravets met me at the harbour.\n",
        ),
    ]);
    let shown = entities(&case);
    assert!(shown.iter().any(|it| it["name"] == "NA"), "{shown:?}");
    for command in [
        &["judge", ".", "pairs"][..],
        &["entities", "."],
        &["status", "."],
    ] {
        let text = done(&case, command).text();
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        assert!(words.all(|word| word != "NA"), "{command:?}: {text}");
    }
    let pairs = done(&case, &["judge", ".", "pairs"]).text();
    assert!(pairs.contains("witness]"), "{pairs}");
}

#[test]
fn a_person_is_no_place() {
    let (_folder, case) = copy(demo());
    let one_of = |kind: &str| {
        let all = json(&case, &["entities", ".", "--kind", kind]);
        field(&all[0], "id").to_owned()
    };
    let before = custody(&case).len();
    let person = one_of("person");
    {
        let (kind, what) = ("place", "a place");
        let other = one_of(kind);
        let answer = clew(
            &case,
            &["judge", ".", "same", &person, &other, "--why", "x"],
        );
        assert_eq!(answer.code, 3, "{}", answer.err);
        for words in ["a person", what, "try: clew judge . pairs"] {
            assert!(answer.err.contains(words), "{words}: {}", answer.err);
        }
    }
    assert_eq!(custody(&case).len(), before);
}

#[test]
fn whom_a_judgement_protects_is_shown_by_nothing_before_it_is_carried_out() {
    let (_folder, case) = copy(demo());
    let [(one, _), _] = strangers(&case);
    judge(&case, &["role", &one, "victim"]);
    for command in [
        &["entities", "."][..],
        &["claims", "."],
        &["report", ".", "--output", "page.html"],
        &["export", ".", "--as", "csv", "--output", "lists"],
        &["judge", ".", "list"],
    ] {
        let answer = clew(&case, command);
        assert_eq!(answer.code, 3, "{command:?}: {}", answer.err);
        assert!(answer.err.contains("try: clew run ."), "{}", answer.err);
    }
    // The next judgement is not held up.
    judge(&case, &["role", &one, "witness"]);
    done(&case, &["run", "."]);
    done(&case, &["entities", "."]);
}
