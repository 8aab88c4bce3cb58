//! `clew network`: positions with ranges, from a case and from bare edges.

use crate::support::{clew, demo, done, json};
use std::fs;

#[test]
fn a_case_says_its_layers_and_what_alone_ties_groups() {
    let lines = json(demo(), &["network", ".", "--top", "3"]);
    assert_eq!(lines.len(), 4);
    let last = &lines[3];
    assert!(last["layers"]["called"].as_u64().unwrap() > 0);
    assert!(last["layers"].get("named_together").is_none());
    for node in &lines[..3] {
        let rank = node["rank_30_missing"].as_array().unwrap();
        assert!(rank[0].as_u64().unwrap() <= rank[1].as_u64().unwrap());
        assert!(!node["links"].as_array().unwrap().is_empty());
    }
}

#[test]
fn bare_edges_are_measured_and_what_is_wrong_is_said_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("star.csv"),
        "from,to,layer\nhub,a,met\nhub,b,met\nhub,c,paid\n",
    )
    .unwrap();
    let lines = json(folder.path(), &["network", "star.csv"]);
    assert_eq!(lines[0]["id"], "hub");
    assert!((lines[0]["betweenness"].as_f64().unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(lines[4]["layers"]["met"], 2);
    let words = done(folder.path(), &["network", "star.csv", "--layer", "met"]);
    let words = String::from_utf8(words.out).unwrap();
    assert!(words.contains("Only through hub"), "{words}");
    fs::write(folder.path().join("bad.el"), "2 1\n0 5\n").unwrap();
    let bad = clew(folder.path(), &["network", "bad.el"]);
    assert_eq!(bad.code, 4);
    assert!(bad.err.contains("line 2"), "{}", bad.err);
}
