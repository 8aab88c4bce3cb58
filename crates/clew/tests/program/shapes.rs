//! Protected names of every shape, through the whole program: found in texts, masked in whatever is shown.

use crate::support::{clew, done};
use std::collections::BTreeSet;
use std::fs;
use std::iter;
use std::path::Path;

/// Names that shape hides: particles, hyphens, short words, places, months, everyday words; three scripts.
const NAMES: &[&str] = &[
    "Fatima al-Sayed",
    "Omar al-Hassan",
    "Layla el-Amin",
    "Noor bint Ali",
    "Johan van der Berg",
    "María José de los Ríos",
    "Ana Lucía D'Costa",
    "Min-ji Kim",
    "Jean-Luc Roux",
    "Mary St. John",
    "Su Yi",
    "Li Na",
    "Xi Wu",
    "Sue Grand",
    "Sofia Market",
    "Will Church",
    "April Stone",
    "Nina Vale",
    "Faith Young",
    "May Thompson",
    "June Carter",
    "Asia Brown",
    "India Hicks",
    "China Moreno",
    "Paris Lane",
    "Georgia Wells",
    "Santiago Ruiz",
    "León Mar",
    "Princess Adaku",
    "Łucja Żak",
    "Çiğdem Öz",
    "Ева Май",
    "Роман Март",
    "Вера Любовная",
    "Зоя Белкина",
];

/// Words of a name that tell whose it is.
fn telling(name: &str) -> Vec<&str> {
    name.split([' ', '-', '\''])
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase) && *word != "St.")
        .filter(|word| word.chars().nth(1).is_some())
        .collect()
}

fn is_russian(name: &str) -> bool {
    name.chars().any(|letter| ('А'..='я').contains(&letter))
}

/// Words with a capital that stand in a text, as whole words.
fn shown<'t>(text: &'t str, words: &[&'t str]) -> Vec<&'t str> {
    let all: BTreeSet<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    words
        .iter()
        .copied()
        .filter(|word| all.contains(word))
        .collect()
}

/// A case with one text that names somebody protected thrice.
fn case_of(folder: &Path, at: usize, name: &str) -> String {
    let text = if is_russian(name) {
        format!(
            "Вестник\n\n{name}, 15 лет, была завербована Павлом Рыковым. Потерпевшая {name} дала показания. «Били {name}», — сказал сосед.\n"
        )
    } else {
        format!(
            "Gazette\n\n{name}, 15, was trafficked by Paul Reed. Police said that {name} was a victim. \"They hit {name},\" a friend said.\n"
        )
    };
    let (case, file) = (format!("case{at}"), format!("text{at}.txt"));
    fs::write(folder.join(&file), text).unwrap();
    done(folder, &["new", &case]);
    done(folder, &["add", &case, &file]);
    done(folder, &["run", &case]);
    case
}

#[test]
fn a_name_of_any_shape_is_shown_by_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut leaks = Vec::new();
    for (at, name) in NAMES.iter().enumerate() {
        let case = case_of(folder.path(), at, name);
        let words = telling(name);
        let page = format!("{case}.html");
        let asked: Vec<Vec<&str>> = vec![
            vec!["claims", &case, "--authors"],
            vec!["entities", &case],
            vec!["links", &case, "--json"],
            vec!["search", &case, words[0]],
            vec!["export", &case, "--as", "jsonl"],
            vec!["export", &case, "--as", "ftm"],
            vec!["report", &case, "--output", &page],
        ];
        for arguments in asked {
            let answer = clew(folder.path(), &arguments);
            let mut text = answer.text() + &answer.err;
            if arguments[0] == "report" {
                let page = fs::read_to_string(folder.path().join(&page)).unwrap();
                // A style sheet names typefaces, and one of them is a woman's name.
                text.push_str(page.split("</style>").nth(1).unwrap());
            }
            // The words of the question are the user's own.
            let asked: Vec<&str> = if arguments[0] == "search" {
                words[1..].to_vec()
            } else {
                words.clone()
            };
            for word in shown(&text, &asked) {
                leaks.push(format!("{name}: {word} in {}", arguments[0]));
            }
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

#[test]
fn who_recruits_stays_readable_beside_the_masked() {
    let folder = tempfile::tempdir().unwrap();
    let case = case_of(folder.path(), 0, "Nina Vale");
    let answer = done(folder.path(), &["claims", &case, "--authors"]).text();
    assert!(answer.contains("Paul Reed"), "{answer}");
    assert!(answer.contains("minor]"), "{answer}");
}

/// Sentences of growing length, so that a line is cut after each letter of a victim's name in turn.
#[test]
fn a_name_in_which_a_line_is_cut_shows_none_of_its_letters() {
    let folder = tempfile::tempdir().unwrap();
    let far = "on the road and at the border and in the yard and in the town and over";
    let told = "Ludmila Veretennikova, 16, a victim of trafficking, can be reached on +44 7700 900321.\n\n";
    let text: String = iter::once(told.to_owned())
        .chain((30..90).flat_map(|more| {
            let lead = "o".repeat(more);
            [
                format!(
                    "Police said that they had seen {lead} {far} Ludmila Veretennikova there.\n\n"
                ),
                format!("The aunt of {lead} Ludmila Veretennikova said that it was cold.\n\n"),
            ]
        }))
        .collect();
    fs::write(folder.path().join("long.txt"), text).unwrap();
    done(folder.path(), &["new", "case"]);
    done(folder.path(), &["add", "case", "long.txt"]);
    done(folder.path(), &["run", "case"]);
    let mut cut = 0;
    for words in [
        vec!["claims", "case", "--authors"],
        vec!["entities", "case"],
        vec!["findings", "case"],
        vec!["search", "case", "border"],
        vec!["report", "case", "--output", "page.html"],
    ] {
        let answer = done(folder.path(), &words).text();
        cut += answer.matches('…').count();
        assert!(!answer.contains("Ver"), "{words:?}: {answer}");
        assert!(!answer.contains("Lud"), "{words:?}: {answer}");
    }
    assert!(cut > 20, "lines are cut");
    let page = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(
        !page.contains("Veret") && !page.contains("Ludm"),
        "the page"
    );
}
