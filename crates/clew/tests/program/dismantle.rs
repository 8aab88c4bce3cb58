//! `clew dismantle`: the contract for outside scorers, and that no plan names a protected person.

use crate::support::{clew, demo, done, json};
use std::collections::BTreeSet;
use std::fs;

const STAR: &str = "8 7\n0 1\n0 2\n0 3\n0 4\n4 5\n4 6\n4 7\n";

#[test]
fn the_last_object_is_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("star.el"), STAR).unwrap();
    let lines = json(folder.path(), &["dismantle", "star.el", "--until", "0.3"]);
    let plan = lines.last().unwrap();
    let order: Vec<u64> = plan["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_u64().unwrap())
        .collect();
    assert_eq!(
        order.iter().collect::<BTreeSet<_>>(),
        BTreeSet::from([&0, &4])
    );
    assert_eq!(plan["removals"], 2);
    assert!(plan["auc"].as_f64().unwrap() > 0.0);
    assert!(plan["method"].is_string());
    assert!(plan["rivals"].as_array().unwrap().len() >= 4);
}

#[test]
fn whom_a_file_protects_no_plan_names_and_a_slip_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("star.el"), STAR).unwrap();
    fs::write(folder.path().join("spare.txt"), "0\n").unwrap();
    let spared = ["dismantle", "star.el", "--protect", "spare.txt"];
    let lines = json(folder.path(), &spared);
    let plan = &lines[0];
    assert!(!plan["order"].as_array().unwrap().contains(&0.into()));
    assert_eq!(plan["protection"]["costs"][0]["without"], "all");
    let words = String::from_utf8(done(folder.path(), &spared).out).unwrap();
    assert!(words.contains("1 are protected"), "{words}");
    fs::write(folder.path().join("spare.txt"), "0\n99\n").unwrap();
    let refused = clew(folder.path(), &spared);
    assert_ne!(refused.code, 0);
    assert!(refused.err.contains("line 2"), "{}", refused.err);
    let roles = clew(
        folder.path(),
        &["dismantle", "star.el", "--protect", "roles"],
    );
    assert_eq!(roles.code, 3);
}

#[test]
fn costs_are_read_strictly_and_so_many_are_so_many() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("star.el"), STAR).unwrap();
    fs::write(folder.path().join("cost.csv"), "id,cost\n0,5\n4,2.5\n").unwrap();
    let priced = [
        "dismantle",
        "star.el",
        "--cost",
        "cost.csv",
        "--until",
        "0.3",
    ];
    assert!(json(folder.path(), &priced)[0]["price"].as_f64().unwrap() > 2.0);
    fs::write(folder.path().join("cost.csv"), "0,-5\n").unwrap();
    assert_eq!(clew(folder.path(), &priced).code, 4);
    let few = json(folder.path(), &["dismantle", "star.el", "--plan", "k=1"]);
    assert_eq!(few[0]["order"].as_array().unwrap().len(), 1);
    assert_eq!(few[0]["largest"][0], 4);
    assert_eq!(few[0]["method"], "key-players");
    let keys = &few[0]["key_players"];
    assert_eq!(keys["fragmentation"]["proof"]["exact"], true);
    assert_eq!(keys["pairs_left"][0], keys["fragmentation"]["value"]);
    assert_eq!(keys["reach_within"]["order"].as_array().unwrap().len(), 1);
    let words = clew(folder.path(), &["dismantle", "star.el", "--plan", "k=1"]);
    let words = String::from_utf8(words.out).unwrap();
    assert!(words.contains("Proven: no other"), "{words}");
    assert_eq!(
        clew(folder.path(), &["dismantle", "star.el", "--plan", "k=9"]).code,
        3
    );
}

#[test]
fn in_a_case_whoever_is_masked_is_in_no_plan() {
    let people = json(demo(), &["entities", "."]);
    let plan = json(demo(), &["dismantle", "."]);
    let plan = plan.last().unwrap();
    assert!(plan["protected"].as_u64().unwrap() > 0);
    let named: BTreeSet<&str> = plan["order"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it.as_str())
        .collect();
    assert!(!named.is_empty());
    for one in &people {
        let protected = one["protected"].as_array().is_some_and(|it| !it.is_empty());
        if protected && let Some(id) = one["id"].as_str() {
            assert!(!named.contains(id), "{one}");
        }
    }
    let words = String::from_utf8(done(demo(), &["dismantle", "."]).out).unwrap();
    assert!(words.contains("no plan can name them"), "{words}");
    assert!(words.contains("What comes after"), "{words}");
    // The reaction starts from the same flow, and never gives more than there was.
    let (flow, after) = (&plan["flow"], &plan["after"]);
    assert_eq!(after["before"], flow[0]);
    let best = &after["plans"][0];
    assert_eq!(best["method"], plan["method"]);
    assert_eq!(Some(&best["right_after"]), flow.as_array().unwrap().last());
    let steps = best["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 12);
    for step in steps {
        let at = |place: usize| step[place].as_u64().unwrap();
        assert!(best["right_after"].as_u64().unwrap() <= at(0) && at(0) <= at(1));
        assert!(at(1) <= at(2) && at(2) <= flow[0].as_u64().unwrap());
    }
}

#[test]
fn a_plan_of_links_parts_and_keeps_the_protected_together() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("star.el"), STAR).unwrap();
    let asked = ["dismantle", "star.el", "--plan", "links", "--until", "0.6"];
    let plan = &json(folder.path(), &asked)[0];
    assert_eq!(plan["order"], serde_json::json!([[0, 4]]));
    assert_eq!(plan["largest"][0], 4);
    fs::write(folder.path().join("spare.txt"), "0\n4\n").unwrap();
    let spared = [&asked[..], &["--protect", "spare.txt"]].concat();
    let plan = &json(folder.path(), &spared)[0];
    let cut = plan["order"].as_array().unwrap();
    assert!(!cut.is_empty() && !cut.contains(&serde_json::json!([0, 4])));
    let words = String::from_utf8(done(folder.path(), &spared).out).unwrap();
    assert!(words.contains("never cut"), "{words}");
}

#[test]
fn nobody_is_removed_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    // The protected 0, 1, 2 hold together; only the tail of 3 and 4 can be parted from them.
    fs::write(
        folder.path().join("tail.el"),
        "6 5\n0 1\n1 2\n2 3\n3 4\n4 5\n",
    )
    .unwrap();
    fs::write(folder.path().join("spare.txt"), "0\n1\n2\n").unwrap();
    let asked = [
        "dismantle",
        "tail.el",
        "--protect",
        "spare.txt",
        "--until",
        "0.1",
    ];
    let plan = &json(folder.path(), &asked)[0];
    assert_eq!(plan["order"], serde_json::json!([3]));
    assert_eq!(plan["reached"], false);
}

#[test]
fn the_reaction_is_chosen() {
    let ask = |more: &[&str]| {
        let asked = [&["dismantle", "."], more].concat();
        json(demo(), &asked).pop().unwrap()
    };
    let plain = ask(&[]);
    assert_eq!(plain["after"]["react"], "near");
    for (name, heir) in [
        ("near", Some("near")),
        ("promotion", Some("prominent")),
        ("anybody", Some("anybody")),
        ("rewire", None),
    ] {
        let plan = ask(&["--react", name]);
        let after = &plan["after"];
        assert_eq!(
            (&plan["method"], &after["react"]),
            (&"steadfast".into(), &name.into())
        );
        assert_eq!(after["heir"].as_str(), heir);
        // By what comes back under the reaction that was asked for, no rival is better.
        let last = |it: &serde_json::Value| it["steps"][11][1].as_u64().unwrap();
        let all = after["plans"].as_array().unwrap();
        assert!(all.iter().all(|it| last(&all[0]) <= last(it)), "{after}");
    }
    let none = ask(&["--react", "none"]);
    assert_eq!(none["after"], serde_json::Value::Null);
    assert_eq!(none["order"], plain["order"]);
    let wrong = clew(demo(), &["dismantle", ".", "--react", "magic"]);
    assert_eq!(wrong.code, 2);
}
