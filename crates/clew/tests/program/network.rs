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
fn every_measure_has_its_value_and_its_ranges() {
    let lines = json(
        demo(),
        &["network", ".", "--top", "200", "--measure", "pagerank"],
    );
    let (whole, people) = lines.split_last().unwrap();
    assert_eq!(whole["ranked_by"], "pagerank");
    assert_eq!(people.len() as u64, whole["nodes"].as_u64().unwrap());
    for node in people {
        for measure in [
            "degree",
            "strength",
            "betweenness",
            "closeness",
            "harmonic",
            "eigenvector",
            "pagerank",
            "core",
            "constraint",
            "effective_size",
            "reciprocity",
            "brokerage",
        ] {
            assert!(node[measure].is_number(), "{measure}: {node}");
            let range = &node["ranges"][measure];
            let ranks = range["rank_30_missing"].as_array().unwrap();
            let values = range["value_30_missing"].as_array().unwrap();
            assert!(ranks[0].as_u64() <= ranks[1].as_u64());
            assert!(values[0].as_f64() <= values[1].as_f64());
        }
        let (opened, partners) = (&node["order"]["opened"], &node["order"]["partners"]);
        assert!(opened.as_u64().unwrap() <= partners.as_u64().unwrap());
    }
    let ranks: Vec<_> = people.iter().map(|node| node["rank"].as_u64()).collect();
    assert!(ranks.is_sorted());
}

#[test]
fn months_show_each_layer_for_itself_and_say_what_is_joined() {
    let lines = json(demo(), &["network", ".", "--by", "month"]);
    let joined: Vec<_> = lines.iter().filter(|it| it["joined"] == true).collect();
    assert!(!joined.is_empty());
    for whole in joined {
        let apart: Vec<_> = lines
            .iter()
            .filter(|it| it["period"] == whole["period"] && it["joined"] == false)
            .collect();
        assert_eq!(apart.len(), whole["layers"].as_array().unwrap().len());
        let sum: f64 = apart.iter().filter_map(|it| it["weight"].as_f64()).sum();
        assert!((whole["weight"].as_f64().unwrap() - sum).abs() < 1e-6);
    }
    let words = done(
        demo(),
        &["network", ".", "--by", "week", "--layer", "called"],
    );
    let words = String::from_utf8(words.out).unwrap();
    assert!(words.contains("-W") && !words.contains("JOINED"), "{words}");
}

#[test]
fn layers_of_a_file_stay_apart_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "from,to,layer,time\na,b,met,2024-01-31\nb,c,called,2024-02-01\nc,b,called,2024-02-02\na,c,called,\n";
    fs::write(folder.path().join("two.csv"), rows).unwrap();
    let lines = json(folder.path(), &["network", "two.csv", "--by", "month"]);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        (&lines[0]["period"], &lines[0]["layers"][0]),
        (&"2024-01".into(), &"met".into())
    );
    assert_eq!(
        (&lines[1]["ties"], &lines[1]["returned"]),
        (&1.into(), &1.0.into())
    );
    assert_eq!(lines[1]["left_out_without_time"], 1);
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
