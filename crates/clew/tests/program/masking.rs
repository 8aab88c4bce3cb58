//! Nobody protected can be recognised in any byte that the program shows.

use crate::support::{clew, copy, corpus, custody, demo, done, field, json, of_type};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Without case and marks.
fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// What must not be seen.
#[derive(Default)]
struct Secret {
    /// Whole names and identifiers, folded.
    forms: BTreeSet<String>,
    /// Single words of names that nobody else carries, folded.
    words: BTreeSet<String>,
}

/// Letters and digits around which a form is a form of its own.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl Secret {
    /// From everything in the case, unmasked.
    fn of(lines: &[Value]) -> Self {
        let entities = of_type(lines, "entity");
        let hidden = |it: &Value| !it["protected"].as_array().unwrap().is_empty();
        let names = |it: &Value| -> Vec<String> {
            let aliases = it["aliases"].as_array().unwrap().iter();
            std::iter::once(&it["name"])
                .chain(aliases)
                .map(|name| name.as_str().unwrap().to_owned())
                .collect()
        };
        // Words of somebody or something that is not hidden tell nothing by themselves.
        let open: BTreeSet<String> = entities
            .iter()
            .filter(|it| !hidden(it))
            .flat_map(|it| names(it))
            .flat_map(|name| words(&name))
            .collect();
        let mut secret = Self::default();
        for entity in entities.iter().filter(|it| hidden(it)) {
            for name in names(entity).iter().filter(|name| is_name(name)) {
                secret.forms.insert(fold(name));
                let telling = words(name)
                    .into_iter()
                    .filter(|word| word.chars().count() >= 5);
                secret
                    .words
                    .extend(telling.filter(|word| !open.contains(word)));
            }
            for identifier in entity["identifiers"].as_array().unwrap() {
                secret.forms.insert(fold(identifier.as_str().unwrap()));
            }
        }
        secret
    }

    /// Forms that stand in the text.
    fn in_text(&self, text: &str) -> Vec<String> {
        let text = fold(text);
        let all = self.forms.iter().chain(&self.words);
        let found = all.filter(|form| {
            text.match_indices(form.as_str())
                .any(|(at, form)| stands_alone(&text, at, at + form.len()))
        });
        found.cloned().collect()
    }
}

/// Whether an alias names somebody rather than describing him ("la menor").
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && name.chars().count() >= 3
}

/// The capitalised words of a name, folded.
fn words(name: &str) -> Vec<String> {
    let all = name.split(|letter: char| !letter.is_alphanumeric());
    all.filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map(fold)
        .collect()
}

/// People of the demonstration whom its gold file calls protected.
fn gold() -> BTreeMap<String, String> {
    let text = fs::read_to_string(corpus().join("gold.jsonl")).unwrap();
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let protected = lines.filter(|it| it["type"] == "protected");
    let role = |it: &Value| match it["reasons"][0].as_str().unwrap() {
        "possible_victim" => "possible_victim".to_owned(),
        other => other.to_owned(),
    };
    protected
        .map(|it| (field(&it, "name").to_owned(), role(&it)))
        .collect()
}

/// The demonstration, with everybody whom the gold file protects judged to be so whatever extraction found.
fn judged() -> (TempDir, PathBuf, Secret) {
    let (folder, case) = copy(demo());
    let people = json(
        &case,
        &["entities", ".", "--kind", "person", "--unmask", "test"],
    );
    let mut judged = 0;
    for (name, role) in gold() {
        let plain = name.split(" (").next().unwrap();
        let Some(entity) = people.iter().find(|it| {
            it["name"] == plain
                || it["aliases"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|alias| alias == plain)
        }) else {
            continue;
        };
        let why = format!("{plain} was named by the shelter");
        done(
            &case,
            &[
                "judge",
                ".",
                "role",
                field(entity, "id"),
                &role,
                "--why",
                &why,
            ],
        );
        judged += 1;
    }
    assert!(judged >= 4, "the demonstration names its people");
    done(&case, &["run", "."]);
    let lines = done(&case, &["export", ".", "--as", "jsonl", "--unmask", "test"]).objects();
    let secret = Secret::of(&lines);
    assert!(secret.forms.len() >= judged && !secret.words.is_empty());
    (folder, case, secret)
}

/// Some objects of a type that touch somebody hidden in one of these fields.
fn about(lines: &[Value], hidden: &[&str], name: &str, fields: &[&str]) -> Vec<String> {
    let touches = |it: &&Value| fields.iter().any(|name| hidden.contains(&field(it, name)));
    of_type(lines, name)
        .into_iter()
        .filter(touches)
        .take(3)
        .map(|it| field(it, "id").to_owned())
        .collect()
}

/// What is asked of every case, in the words of the command line.
const ASKED: &[&[&str]] = &[
    &["status", "case"],
    &["status", "case", "--files"],
    &["claims", "case", "--authors"],
    &["entities", "case"],
    &["links", "case"],
    &["network", "case", "--top", "200"],
    &["network", "case", "--top", "200", "--json"],
    &["findings", "case"],
    &["findings", "case", "--kind", "origin"],
    &["search", "case", "паспорт", "--limit", "100"],
    &["search", "case", "contrato", "--limit", "100"],
    &["search", "case", "years", "--limit", "100"],
    &["search", "case", "Yusniel", "--limit", "100"],
    &["search", "case", "María Tamayo", "--limit", "100"],
    &["search", "case", "Майкель", "--limit", "100"],
    &["search", "case", "Yusniel xylophone"],
    &["entities", "case", "--name", "Yusniel"],
    &["links", "case", "--person", "Maikel"],
    &["claims", "case", "--person", "Maikel", "--authors"],
    &["claims", "case", "--text", "Maikel", "--authors"],
    &["claims", "case", "--source", "María"],
    &["show", "case", "Yusniel Cobas Tamayo"],
    &["judge", "case", "list"],
    &["run", "case"],
    &["verify", "case"],
    &["demo", "--folder", "case"],
    &["report", "case"],
    &["export", "case", "--as", "jsonl"],
    &["export", "case", "--as", "ftm"],
    &["export", "case", "--as", "graphml"],
    &["export", "case", "--as", "csv", "--output", "tables"],
    &["export", "case", "--as", "ftm", "--output", "out.ftm"],
    &[
        "export",
        "case",
        "--as",
        "graphml",
        "--output",
        "out.graphml",
    ],
    &["export", "case", "--as", "jsonl", "--output", "out.jsonl"],
    &["show", "case", "e-00000000"],
];

/// Everything that is asked of the case, without `--unmask`.
fn questions(lines: &[Value]) -> Vec<Vec<String>> {
    let hidden: Vec<&str> = of_type(lines, "entity")
        .into_iter()
        .filter(|it| !it["protected"].as_array().unwrap().is_empty())
        .map(|it| field(it, "id"))
        .collect();
    let mut shown: Vec<String> = hidden.iter().take(6).map(|id| (*id).to_owned()).collect();
    shown.extend(about(lines, &hidden, "link", &["from", "to"]));
    shown.extend(about(lines, &hidden, "claim", &["source_entity"]));
    shown.extend(about(lines, &hidden, "mention", &["entity"]));
    for name in ["finding", "gap", "proceeding", "origin", "document"] {
        shown.extend(
            of_type(lines, name)
                .into_iter()
                .take(2)
                .map(|it| field(it, "id").to_owned()),
        );
    }
    let mut all: Vec<Vec<&str>> = ASKED.iter().map(|words| words.to_vec()).collect();
    all.extend(shown.iter().map(|id| vec!["show", "case", id.as_str()]));
    if let [one, ..] = hidden[..] {
        all.push(vec!["judge", "case", "same", one, one, "--why", "x"]);
    }
    let all = all
        .into_iter()
        .map(|words| words.into_iter().map(str::to_owned).collect::<Vec<_>>());
    all.flat_map(|words| {
        let mut json = words.clone();
        json.push("--json".to_owned());
        [words, json]
    })
    .collect()
}

/// Every file under a folder but those of the case.
fn written(folder: &Path, case: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path == case {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn nobody_protected_is_named_in_any_answer_report_or_export() {
    let (folder, case, secret) = judged();
    let lines = done(&case, &["export", ".", "--as", "jsonl", "--unmask", "test"]).objects();
    let unmasked = lines.iter().map(ToString::to_string).collect::<String>();
    assert!(
        secret
            .forms
            .iter()
            .filter(|form| fold(&unmasked).contains(form.as_str()))
            .count()
            > 3,
        "the test sees names where they are"
    );
    let mut leaks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for arguments in questions(&lines) {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = clew(folder.path(), &arguments);
        for found in secret
            .in_text(&answer.text())
            .into_iter()
            .chain(secret.in_text(&answer.err))
        {
            leaks.entry(found).or_default().insert(arguments.join(" "));
        }
    }
    let files = written(folder.path(), &case);
    assert!(files.len() > 10, "report and exports were written");
    for path in files {
        for found in secret.in_text(&fs::read_to_string(&path).unwrap()) {
            leaks
                .entry(found)
                .or_default()
                .insert(path.display().to_string());
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

#[test]
fn unmasking_is_in_the_custody_log_before_anything_is_shown() {
    let (folder, case, secret) = judged();
    let output = folder.path().join("full.html");
    let before = custody(&case).len();
    done(
        &case,
        &[
            "report",
            ".",
            "--output",
            output.to_str().unwrap(),
            "--unmask",
            "hearing 4/25",
        ],
    );
    let page = fs::read_to_string(&output).unwrap();
    assert!(
        !secret.in_text(&page).is_empty(),
        "who gave a reason sees the names"
    );
    assert!(
        page.contains("hearing 4/25"),
        "and the page says why it names them"
    );
    let entries = custody(&case);
    assert_eq!(entries.len(), before + 2, "why, and then what was written");
    let entry = &entries[before];
    assert_eq!(
        (
            field(entry, "action"),
            field(entry, "why"),
            field(entry, "who")
        ),
        ("unmasked", "hearing 4/25", "tester")
    );
    // Where the log cannot be written, nothing is shown.
    let answer = blocked(&case);
    assert_ne!(answer.0, 0);
    assert!(
        answer.1.is_empty(),
        "names were shown that the log does not know of"
    );
}

/// Asks for names while the custody log cannot be written: the exit code and what was shown.
fn blocked(case: &Path) -> (i32, Vec<u8>) {
    let log = case.join("custody.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen("\"tester\"", "\"taster\"", 1)).unwrap();
    let answer = clew(case, &["entities", ".", "--unmask", "no log, no names"]);
    (answer.code, answer.out)
}

#[test]
fn asking_for_a_protected_name_does_not_tell_its_pseudonym() {
    let (_folder, case, _) = judged();
    for name in ["Yusniel", "Tamayo", "Maikel"] {
        let hits = done(&case, &["search", ".", name, "--limit", "200"]).text();
        assert!(
            hits.contains("[name withheld]"),
            "{name} is found, masked: {hits}"
        );
        assert!(
            !hits.contains("[person "),
            "{name} is told to be somebody: {hits}"
        );
        for words in [
            vec!["entities", ".", "--name", name],
            vec!["links", ".", "--person", name],
            vec!["claims", ".", "--text", name, "--authors"],
        ] {
            let answer = done(&case, &words).text();
            assert!(!answer.contains("[person "), "{words:?}: {answer}");
        }
    }
    let asked = ["entities", ".", "--name", "Maikel", "--unmask", "test"];
    assert!(!json(&case, &asked).is_empty(), "by name with a reason");
    assert!(
        !json(&case, &["entities", ".", "--name", "minor"]).is_empty(),
        "by pseudonym"
    );
}

/// Interviews in which a paper's number is given as an answer, and the number.
const ANSWERED: [(&str, &str, &str); 7] = [
    (
        "a.txt",
        "Interview with Maria Lopez, 16, at the shelter\n\nQ: Your passport number?\nA: N1234567\nQ: Who took it?\nA: Peter Hale took it. He recruited me in Havana.\n",
        "1234567",
    ),
    (
        "b.txt",
        "ВИКТОР: Номер паспорта?\nМАРИЯ: 75 7654321\nВИКТОР: Кто вас завербовал?\nМАРИЯ: Меня завербовал Павел Зуев. Мне было шестнадцать лет.\n",
        "7654321",
    ),
    (
        "c.txt",
        "INVESTIGATOR: Your name?\nWITNESS: My name is Ann Lee.\nINVESTIGATOR: Your identity card number?\nWITNESS: 850101 12345\n",
        "85010112345",
    ),
    (
        "d.txt",
        "LUIS: ¿Me da su número de carné?\nMARTA: Sí, es el 86020223456.\nLUIS: ¿Quién la captó?\nMARTA: Me reclutó Gaspar Molina. Yo tenía 15 años.\n",
        "86020223456",
    ),
    (
        "e.txt",
        "Interview with a woman at the shelter\n\nQ: What happened?\nA: My passport is K1234568. They took it.\nQ: Who?\nA: Peter Hale.\n",
        "1234568",
    ),
    (
        "f.txt",
        "Entrevista con una mujer del refugio\n\nP: ¿Su número de pasaporte?\nR: L7654329.\nP: ¿Quién?\nR: Gaspar Molina.\n",
        "7654329",
    ),
    (
        "g.txt",
        "Интервью с женщиной из приюта\n\nВ: Что случилось?\nО: Мой паспорт 75 7654328, его забрали.\nВ: Кто?\nО: Павел Зуев.\n",
        "7654328",
    ),
];

#[test]
fn a_paper_given_as_an_answer_is_in_no_byte_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (given, out) = (at.join("given"), at.join("out"));
    fs::create_dir(&given).unwrap();
    fs::create_dir(&out).unwrap();
    for (name, text, _) in ANSWERED {
        fs::write(given.join(name), text).unwrap();
    }
    done(at, &["new", "case"]);
    done(at, &["add", "case", "given"]);
    done(at, &["run", "case"]);
    done(at, &["report", "case", "--output", "out/page.html"]);
    for (form, output) in [
        ("jsonl", "out/all.jsonl"),
        ("ftm", "out/ftm.json"),
        ("csv", "out/tables"),
    ] {
        done(at, &["export", "case", "--as", form, "--output", output]);
    }
    let files = written(&out, &at.join("case"));
    assert!(files.len() > 4, "{files:?}");
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let tight: String = String::from_utf8_lossy(&bytes)
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        for (_, _, number) in ANSWERED {
            assert!(!tight.contains(number), "{number} in {}", path.display());
        }
    }
    let shown = done(at, &["search", "case", "N1234567"]).text();
    assert!(shown.contains("[identifier of"), "{shown}");
}

/// Documents with schools, of minors and others.
const SCHOOLS: [(&str, &str); 7] = [
    (
        "a.txt",
        "Bruno Salas Rey, 15, was taken in May. His school is Escuela Marti. He left Northside High School.\n",
    ),
    (
        "b.txt",
        "Police asked at the Northside school on Monday. Carl Voss taught at Westgate High School.\n",
    ),
    (
        "c.txt",
        "Ученица школы № 12 Света Рогова, 15 лет, пропала в мае. В школе № 12 её ждут.\n",
    ),
    // Where Graham Stoll works may be her school too: masked, and said to be nobody's.
    (
        "d.txt",
        "Maisie Tarrant, 14, a pupil at Hollowbrook Academy, went missing. Graham Stoll drives for Brightwater Grammar.\n",
    ),
    (
        "e.txt",
        "Parents at Hollowbrook were told on Monday. The Hollowbrook headteacher said so.\n",
    ),
    (
        "f.txt",
        "Lucía Barro, de 13 años, estudia en el colegio Simón Rodríguez. Su prima va a la Unidad Educativa San Cipriano de Sucre.\n",
    ),
    (
        "g.txt",
        "Катя Смирнова, 13 лет, учится в гимназии имени Ломоносова. Директор Ломоносовской гимназии молчит.\n",
    ),
];

#[test]
fn the_school_of_a_minor_is_in_no_byte_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (given, out) = (at.join("given"), at.join("out"));
    fs::create_dir(&given).unwrap();
    fs::create_dir(&out).unwrap();
    for (name, text) in SCHOOLS {
        fs::write(given.join(name), text).unwrap();
    }
    done(at, &["new", "case"]);
    done(at, &["add", "case", "given"]);
    done(at, &["run", "case"]);
    done(at, &["report", "case", "--output", "out/page.html"]);
    done(
        at,
        &[
            "export",
            "case",
            "--as",
            "jsonl",
            "--output",
            "out/all.jsonl",
        ],
    );
    for path in written(&out, &at.join("case")) {
        let text = fs::read_to_string(&path).unwrap();
        for school in [
            "Northside",
            "Marti",
            "№ 12",
            "Hollowbrook",
            "Brightwater",
            "Rodríguez",
            "Cipriano",
            "Ломоносов",
        ] {
            assert!(!text.contains(school), "{school} in {}", path.display());
        }
    }
    let text = fs::read_to_string(at.join("out/all.jsonl")).unwrap();
    assert!(text.contains("[school of person"), "{text}");
    assert!(text.contains("drives for [school]"), "{text}");
    assert!(text.contains("Westgate High School"), "{text}");
}

#[test]
fn who_answers_an_interview_in_print_is_masked() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(
        at.join("talk.txt"),
        "Entrevista a Karina López\n\n—¿Quién la llevó?\n—Óscar Medina me llevó.\n—¿Adónde?\n—A Tijuana.\n—¿La encerraron?\n—Sí, con candado.\n—¿Quién cobraba?\n—Elvira Batz cobraba por mí.\n—¿Cuánto?\n—Mil pesos.\n—¿Comían?\n—Una vez al día.\n—¿Y ahora?\n—Vivo en un albergue y tengo miedo de salir.\n",
    )
    .unwrap();
    done(at, &["new", "case"]);
    done(at, &["add", "case", "talk.txt"]);
    done(at, &["run", "case"]);
    let text = done(at, &["export", "case", "--as", "jsonl"]).text();
    assert!(!text.contains("Karina"), "{text}");
    let told = json(at, &["claims", "case"]);
    let hers = told.iter().filter(|it| it.to_string().contains("candado"));
    assert!(hers.clone().count() > 0 && hers.clone().all(|it| it.to_string().contains("[person")));
}
