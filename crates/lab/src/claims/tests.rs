//! Tests of the gold claims: the form, the samples, agreement and score on small documents.

use super::agree::{self, Agreement};
use super::claim::Claim;
use super::figures::{Labels, Rates};
use super::marks::{Passage, Text};
use super::page::Page;
use super::score::{Card, errors};
use super::{annotation, files, pairs};
use model::{Certainty, Kind, Polarity, Source, Span};
use std::path::Path;

const GUIDELINES: &str = include_str!("../../../../gold/claims/GUIDELINES.md");
const SAMPLES: [(&str, &str); 3] = [
    (
        include_str!("../../../../gold/claims/sample/en.md"),
        include_str!("../../../../gold/claims/sample/en.gold.txt"),
    ),
    (
        include_str!("../../../../gold/claims/sample/es.md"),
        include_str!("../../../../gold/claims/sample/es.gold.txt"),
    ),
    (
        include_str!("../../../../gold/claims/sample/ru.md"),
        include_str!("../../../../gold/claims/sample/ru.gold.txt"),
    ),
];

const SPANISH: &str = "El consulado desmintió haber recibido las cartas. No quiso comentar la lista.\n\n\
    María Duarte habló ayer. Dijo que nadie le tradujo el contrato. Al parecer, la red cobró mil dólares.";
const RUSSIAN: &str =
    "РЕДАКТОР: Кто платил?\nОЛЕГ: Я не знаю. Мать сказала, что платила фирма. Думаю, она права.";

fn page(language: &str, genre: &str, text: &str) -> Page {
    let front = format!("lang: {language}\ndate: 2024-06-20\npublisher: X\ngenre: {genre}");
    Page::parse(&format!("---\n{front}\n---\n{text}\n")).unwrap()
}

/// The claims of an annotation that has no faults.
fn claims(page: &Page, file: &str) -> Vec<Claim> {
    let (claims, faults) = annotation::read(page, file);
    assert_eq!(faults, Vec::<String>::new());
    claims
}

fn words(page: &Page, span: Span) -> &str {
    span.of(&page.text).unwrap()
}

const A: &str = "{source El consulado} {cue desmintió} {content haber recibido las cartas}.\n= stated denied fact\n\
    {source María Duarte} habló ayer. {cue Dijo} {content que nadie le tradujo el contrato}.\n= stated affirmed fact dropped\n\
    {cue Al parecer}, {content la red cobró mil dólares}.\n= reported affirmed fact nobody\n";
const B: &str = "{source El consulado} {cue desmintió} haber {content recibido las cartas}.\n= stated denied fact\n\
    {source María Duarte} habló ayer. {cue Dijo} {content que nadie le tradujo el contrato}.\n= claimed affirmed fact dropped\n\
    {source El consulado} [...] {cue No quiso comentar} {content la lista}.\n= stated denied position\n";

#[test]
fn the_samples_have_no_faults_and_many_values() {
    let mut values = std::collections::BTreeSet::new();
    for (document, file) in SAMPLES {
        let page = Page::parse(document).unwrap();
        let claims = claims(&page, file);
        assert!(claims.len() >= 15, "{} claims", claims.len());
        for claim in &claims {
            values.insert(claim.certainty.as_str());
            values.insert(claim.polarity.as_str());
            values.insert(claim.kind.as_str());
            assert!(
                claim
                    .content
                    .iter()
                    .all(|span| !words(&page, *span).trim().is_empty())
            );
        }
    }
    let all = Certainty::ALL.len() + Polarity::ALL.len() + Kind::ALL.len();
    assert_eq!(
        values.len(),
        all,
        "the samples show every value: {values:?}"
    );
}

/// A passage without its marks.
fn bare(passage: &str) -> String {
    let mut out = String::new();
    let mut rest = passage;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        let open = rest[at..].starts_with('{');
        rest = &rest[at + 1..];
        if open {
            rest = rest.split_once(' ').unwrap().1;
        }
    }
    out.push_str(rest);
    out.replace("[...]", " ")
}

#[test]
fn every_example_of_the_guidelines_is_right() {
    let mut seen = 0;
    for block in GUIDELINES.split("```claims ").skip(1) {
        let (language, rest) = block.split_once('\n').unwrap();
        let mut passage = String::new();
        for line in rest.split("```").next().unwrap().lines() {
            if line.starts_with('#') {
                continue;
            }
            passage.push_str(line);
            passage.push('\n');
            if line.starts_with('=') {
                let text = passage.split("\n=").next().unwrap();
                let page = page(language, "news", &bare(text));
                assert_eq!(claims(&page, &passage).len(), 1);
                seen += 1;
                passage.clear();
            }
        }
    }
    assert!(seen >= 15, "{seen} examples");
}

#[test]
fn a_mark_is_found_wherever_it_stands() {
    let page = Page::parse(SAMPLES[2].0).unwrap();
    let text = Text::new(&page.text);
    for line in page.text.lines().filter(|line| !line.is_empty()) {
        let from = page.text.find(line).unwrap();
        let starts: Vec<usize> = line
            .char_indices()
            .filter(|(at, letter)| {
                !letter.is_whitespace() && !line[..*at].ends_with(char::is_alphanumeric)
            })
            .map(|(at, _)| at)
            .collect();
        for (index, start) in starts.iter().enumerate() {
            for end in starts[index + 1..].iter().chain([&line.len()]) {
                let marked = line[*start..*end].trim_end();
                let passage = format!(
                    "{}{{content {marked}}}{}",
                    &line[..*start],
                    &line[start + marked.len()..]
                );
                let found = Passage::parse(&passage).unwrap().locate(&text).unwrap();
                let wanted = Span::new(from + start, from + start + marked.len());
                assert_eq!(found, [("content".to_owned(), wanted)], "{passage}");
            }
        }
    }
}

#[test]
fn what_is_wrong_is_said() {
    let page = page("es", "news", SPANISH);
    for (file, fault) in [
        (
            "{source El cónsul} {content dijo}\n= stated affirmed fact",
            "behind “El c”",
        ),
        (
            "El {content consulado}\n= stated affirmed fact",
            "mark the source",
        ),
        (
            "El {content consulado}\n= stated affirmed fact nobody publisher",
            "of this sort",
        ),
        (
            "El {content consulado}\n= stated affirmed fact publisher",
            "plain sentence",
        ),
        (
            "El {content consulado}\n= stated fact nobody",
            "no polarity",
        ),
        (
            "El {content consulado}\n= stated affirmed fact speaker",
            "no turn",
        ),
        (
            "El {content consulado}\n= certain affirmed fact nobody",
            "unknown value",
        ),
        (
            "El {content consul}ado\n= stated affirmed fact nobody",
            "cuts a word",
        ),
        (
            "{content El {cue consulado}}\n= stated affirmed fact nobody",
            "overlap",
        ),
        (
            "{content El} {thing consulado}\n= stated affirmed fact nobody",
            "unknown mark",
        ),
        (
            "{content El consulado\n= stated affirmed fact nobody",
            "not closed",
        ),
        (
            "El} consulado\n= stated affirmed fact nobody",
            "} without {",
        ),
        (
            "{content El consulado}\n= reported affirmed fact nobody 2024",
            "belong together",
        ),
        ("{cue la}\n= stated affirmed fact nobody", "copy more"),
        ("{content El consulado}\n", "no line of values"),
        ("= stated affirmed fact nobody", "values without a passage"),
    ] {
        let (_, faults) = annotation::read(&page, file);
        assert!(
            faults.len() == 1 && faults[0].contains(fault),
            "{file}: {faults:?}"
        );
    }
    let (_, faults) = annotation::read(&page, &[A, A].concat());
    assert_eq!(faults.len(), 3, "each claim is there twice: {faults:?}");
}

#[test]
fn a_document_needs_its_front_matter() {
    for (file, fault) in [
        ("Texto", "front matter"),
        (
            "---\nlang: fr\ndate: 2024\npublisher: X\ngenre: news\n---\nT\n",
            "lang",
        ),
        (
            "---\nlang: es\ndate: 2024-13\npublisher: X\ngenre: news\n---\nT\n",
            "date",
        ),
        (
            "---\nlang: es\ndate: 2024\ngenre: news\n---\nT\n",
            "publisher",
        ),
        (
            "---\nlang: es\ndate: 2024\npublisher: X\ngenre: poem\n---\nT\n",
            "genre",
        ),
        (
            "---\nlang: es\ndate: 2024\npublisher: X\ngenre: news\n---\n{T\n",
            "must not hold",
        ),
    ] {
        let said = Page::parse(file).unwrap_err().to_string();
        assert!(said.contains(fault), "{said}");
    }
}

#[test]
fn a_turn_puts_its_speaker_at_the_head_of_the_chain() {
    let page = page("ru", "transcript", RUSSIAN);
    let file = "{content Кто платил?}\n= stated affirmed question speaker\n\
        {source Мать} {cue сказала}, {content что платила фирма}.\n= stated affirmed fact\n\
        {cue Думаю}, {content она права}.\n= believed affirmed fact speaker";
    let claims = claims(&page, file);
    let Source::Speaker { span: Some(editor) } = claims[0].source else {
        unreachable!("the first is the editor's");
    };
    assert_eq!(words(&page, editor), "РЕДАКТОР");
    let chain: Vec<&str> = claims[1]
        .chain
        .iter()
        .map(|span| words(&page, *span))
        .collect();
    assert_eq!(chain, ["ОЛЕГ"]);
    let (_, faults) = annotation::read(
        &page,
        "{cue Думаю}, {content она права}.\n= believed affirmed fact nobody",
    );
    assert!(faults[0].contains("in a turn"), "{faults:?}");
    let document = page.document("x");
    assert_eq!(document.parts[0].blocks.len(), 2);
}

#[test]
fn two_annotations_agree_as_counted_by_hand() {
    let page = page("es", "news", SPANISH);
    let (a, b) = (claims(&page, A), claims(&page, B));
    let same = pairs::pairs(&a, &b, |a, b| pairs::alike(&page.text, a, b));
    assert_eq!(same, [(0, 0), (1, 2)]);
    let mut agreement = Agreement::default();
    agreement.add(&page.text, &a, &b);
    let lines = agreement.lines("es").join("\n");
    assert!(lines.contains("right 2/3  found 2/3"), "{lines}");
    let certainty = lines
        .lines()
        .find(|line| line.starts_with("certainty"))
        .unwrap();
    assert!(certainty.contains("50.0"), "{certainty}");
    // One content of three is the same to the byte, two overlap.
    let row = |name: &str| lines.lines().find(|line| line.starts_with(name)).unwrap();
    assert!(
        row("content, exact").contains("right 1/3  found 1/3"),
        "{lines}"
    );
    assert!(
        row("content, overlap").contains("right 2/3  found 2/3"),
        "{lines}"
    );
    assert_eq!(agree::differences(&page.text, &a, &b).len(), 4);
    assert_eq!(agree::differences(&page.text, &a, &a), Vec::<String>::new());
}

#[test]
fn gold_scored_against_itself_is_whole_and_against_less_is_less() {
    let page = page("es", "news", SPANISH);
    let gold = claims(&page, A);
    let mut card = Card::default();
    card.add(&page.text, &gold, &gold);
    assert_eq!(
        card.claims()[0],
        Rates {
            hit: 3,
            gold: 3,
            right: 3,
            found: 3
        }
    );
    assert_eq!(
        card.denials(),
        Rates {
            hit: 1,
            gold: 1,
            right: 1,
            found: 1
        }
    );
    // The denial taken for an affirmation is found, but it is no denial; the agentless claim is missed.
    let mut found = gold[..2].to_vec();
    found[0].polarity = Polarity::Affirmed;
    let mut card = Card::default();
    card.add(&page.text, &gold, &found);
    assert_eq!(
        card.claims()[0],
        Rates {
            hit: 2,
            gold: 3,
            right: 2,
            found: 2
        }
    );
    assert_eq!(
        card.denials(),
        Rates {
            hit: 0,
            gold: 1,
            right: 0,
            found: 0
        }
    );
    assert_eq!(errors(&page.text, &gold, &found).len(), 1);
}

#[test]
fn plain_sentences_and_optional_claims_count_on_neither_side() {
    let page = page("es", "news", SPANISH);
    let mut gold = claims(&page, A);
    let mut found = gold.clone();
    found[1].source = Source::Publisher;
    gold[2].optional = true;
    let mut card = Card::default();
    card.add(&page.text, &gold, &found);
    // The second is told as the publisher's plain sentence, the third need not be found.
    assert_eq!(
        card.claims()[0],
        Rates {
            hit: 1,
            gold: 2,
            right: 1,
            found: 1
        }
    );
}

#[test]
fn an_unspoken_subject_may_stand_at_any_mention_of_its_name() {
    let page = page(
        "es",
        "news",
        "María Duarte habló. Duarte calló. Dijo que nadie cobró.",
    );
    let file =
        "{source Duarte} calló. {cue Dijo} {content que nadie cobró}.\n= stated affirmed fact";
    let mut gold = claims(&page, &format!("{file} dropped"));
    let mut found = gold.clone();
    found[0].source = Source::Named {
        span: Span::new(0, "María Duarte".len()),
    };
    assert!(pairs::same_source(&page.text, &gold[0], &found[0]));
    gold[0].dropped = false;
    assert!(!pairs::same_source(&page.text, &gold[0], &found[0]));
}

#[test]
fn kappa_and_macro_f1_as_in_the_books() {
    // Cohen's kappa of 20, 5, 10, 15 is 0.4; F1 of yes 40/55, of no 30/45.
    let mut labels = Labels::default();
    for (a, b, count) in [
        ("yes", "yes", 20),
        ("yes", "no", 5),
        ("no", "yes", 10),
        ("no", "no", 15),
    ] {
        (0..count).for_each(|_| labels.add(a, b));
    }
    assert!((labels.kappa().unwrap() - 0.4).abs() < 1e-9);
    let wanted = f64::midpoint(40.0 / 55.0, 30.0 / 45.0);
    assert!((labels.macro_f1().unwrap() - wanted).abs() < 1e-9);
    assert_eq!(Labels::default().kappa(), None);
}

#[test]
fn the_extraction_can_be_scored_on_every_sample() {
    for (document, file) in SAMPLES {
        let page = Page::parse(document).unwrap();
        let facts = inquiry::extract::facts(&page.document("sample"));
        let found: Vec<Claim> = facts.claims.iter().map(Claim::of).collect();
        let mut card = Card::default();
        card.add(&page.text, &claims(&page, file), &found);
        assert!(card.claims()[0].hit > 0);
    }
}

#[test]
fn everything_under_gold_is_without_faults_and_odd_numbers_are_dev() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/claims");
    let paths = files::all(&root).unwrap();
    assert!(paths.len() >= 2 * SAMPLES.len());
    for path in paths {
        let (_, faults) = files::check(&path);
        assert_eq!(faults, Vec::<String>::new(), "{}", path.display());
    }
    for entry in files::entries(&root, None).unwrap() {
        let odd = entry.name.ends_with(['1', '3', '5', '7', '9']);
        assert_eq!(odd, entry.half == files::Half::Dev, "{}", entry.name);
    }
}
