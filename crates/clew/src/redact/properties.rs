//! Properties of the mask: whatever the names and wherever they stand, no byte of the page shows them.

use super::*;
use crate::casefile::{CustodyLine, sample};
use crate::report;
use model::{
    Anchor, EntityKind, Fault, Judgement, JudgementId, Language, Layer, MentionKind, Protection,
    ReadState, Role, Verdict,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// A word of a made-up name, in Latin or Cyrillic letters, some with marks.
fn word() -> impl Strategy<Value = String> {
    let syllable = |all: &'static [&'static str]| proptest::sample::select(all);
    let latin = syllable(&[
        "xo", "zú", "ñi", "vla", "qué", "gro", "dyu", "wen", "jha", "böz",
    ]);
    let cyrillic = syllable(&[
        "жо", "щу", "фё", "хры", "цай", "эл", "гвю", "зя", "шны", "бъе",
    ]);
    prop_oneof![
        proptest::collection::vec(latin, 3..5),
        proptest::collection::vec(cyrillic, 3..5),
    ]
    .prop_map(|all| {
        let word = all.concat();
        let first: String = word.chars().take(1).flat_map(char::to_uppercase).collect();
        first + &word.chars().skip(1).collect::<String>()
    })
}

/// How a name may be written: cases, marks, invisible letters, what stands around it.
fn written(name: &str, way: usize) -> String {
    match way % 12 {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => name.nfd().collect(),
        3 => name
            .nfd()
            .filter(|c| !('\u{300}'..'\u{370}').contains(c))
            .collect(),
        4 => name.replacen(' ', "_", 1),
        5 => name.replace(' ', ""),
        6 => name.replace(' ', "\n"),
        7 => format!("<b title='{name}'>&{name}&amp;</b>"),
        8 => name.chars().flat_map(|letter| [letter, '\u{ad}']).collect(),
        9 => format!("https://x.example/{}#{name}", name.replace(' ', "/")),
        10 => format!("\"{name}\"'s"),
        _ => name.to_owned(),
    }
}

/// A number of a protected person in one of its notations.
fn dialled(digits: &str, way: usize) -> String {
    let (a, b) = digits.split_at(4);
    match way % 5 {
        0 => format!("+53{a}{b}"),
        1 => format!("+53 {a}-{b}"),
        2 => format!("({a}) {b}"),
        3 => format!("119 53 {a} {b}"),
        _ => format!("0{a}.{b}"),
    }
}

/// Small letters without marks, for the comparison; made without the mask's own folding.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .nfkd()
        .filter(|c| !('\u{300}'..'\u{370}').contains(c) && *c != '\u{ad}')
        .collect()
}

/// The page without where its drawings put their lines: coordinates side by side are no number of anybody.
fn undrawn(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find(" d=\"m") {
        let (before, path) = rest.split_at(at);
        out.push_str(before);
        let shape = path[4..].find('"').map_or(path.len(), |end| end + 5);
        let (path, after) = path.split_at(shape);
        let drawn = |c: char| c.is_ascii_digit() || " -.,mlqcz\"".contains(c);
        if !path[4..].chars().all(drawn) {
            out.push_str(path);
        }
        rest = after;
    }
    out + rest
}

/// A case in which `names` (protected) and `open` (one word each) stand in every place there is.
fn study(names: &[String], ways: &[usize], digits: &str) -> Study {
    let mut study = sample::study();
    let forms: Vec<String> = names
        .iter()
        .enumerate()
        .flat_map(|(at, name)| {
            let way = ways[at % ways.len()];
            [written(name, way), written(name, way + 5), name.clone()]
        })
        .collect();
    let all = forms.join(" y ");
    let number = dialled(digits, ways[0]);
    let sentence = format!("Dijo {all} que {number} era de su casa.");
    let text = format!("{sentence}\nOtra cosa pasó.\n");
    let name = format!("{all}.txt");
    let mut sheet = sample::Sheet::new(&name, &all, "2024", Language::Es, &text);
    sheet.document.title = Some(format!("Sobre {all}"));
    for (at, name) in names.iter().enumerate() {
        let mut entity = sample::entity(name, EntityKind::Person, &[], &[Protection::Witness]);
        let mention = sheet.mention(name, MentionKind::Person);
        study
            .resolution
            .of_mention
            .insert(mention, entity.id.clone());
        if at == 0 {
            entity.identifiers.push(format!("+53{digits}"));
        }
        study.network.links.push(sample::link(
            &entity.id,
            &study.resolution.entities[0].id,
            Layer::Kin,
            1,
            &[],
        ));
        study.resolution.entities.push(entity);
    }
    sheet.claim(
        &sentence,
        (&forms[0], "Dijo", "era de su casa"),
        (
            model::Certainty::Alleged,
            model::Polarity::Affirmed,
            model::Kind::Fact,
        ),
        None,
    );
    study.name.clone_from(&all);
    study.facts.push(sheet.facts);
    study.documents.push(sheet.document);
    records(&mut study, &all, &number);
    study
}

/// Evidence, custody and judgements that carry `all` and `number` wherever words can stand.
fn records(study: &mut Study, all: &str, number: &str) {
    for line in &mut study.evidence {
        line.name = format!("{} {number}.pdf", line.name);
        line.from = Some(all.to_owned());
        line.basis = Some(all.to_owned());
        line.publisher = Some(all.to_owned());
        line.state = ReadState::Partial(format!("{all} {number}"));
        line.faults.push(Fault {
            path: Some(all.to_owned()),
            what: all.to_owned(),
        });
    }
    study.custody.push(CustodyLine {
        number: 2,
        when: "2024-10-03T00:00:00Z".to_owned(),
        who: all.to_owned(),
        what: format!("added {all} {number}"),
        hash: "00".to_owned(),
    });
    study.judgements.push(Judgement {
        id: JudgementId("j-2".to_owned()),
        who: all.to_owned(),
        why: all.to_owned(),
        when: "2024".to_owned(),
        verdict: Verdict::Role {
            who: Anchor {
                place: None,
                kind: EntityKind::Person,
                name: all.to_owned(),
            },
            role: Role::Witness,
        },
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_byte_of_the_page_shows_a_protected_name(
        words in proptest::collection::vec(word(), 2..7),
        ways in proptest::collection::vec(0usize..60, 3),
        digits in "5[0-9]{7}",
    ) {
        let names: Vec<String> = words.chunks(2).map(|pair| pair.join(" ")).collect();
        let study = study(&names, &ways, &digits);
        let page = plain(&report::html(&mask(&study, CaseFile::of(&study))));
        for word in &words {
            prop_assert!(!page.contains(&plain(word)), "{word} stands on the page");
        }
        let numbers: String = undrawn(&page).chars().filter(|c| !" -().".contains(*c)).collect();
        prop_assert!(!numbers.contains(&digits[1..]), "{digits} stands on the page");
    }

    #[test]
    fn masking_never_panics_and_is_settled(text in "\\PC{0,80}", way in 0usize..12) {
        let mask = Mask::of(&sample::study());
        let mixed = format!("{text}{}{text}", written("Yuliet Ferrer", way));
        let once = mask.text(&mixed);
        prop_assert!(!plain(&once).contains("yuliet"), "{once}");
        prop_assert_eq!(mask.text(&once), once);
    }

    #[test]
    fn marks_stay_on_character_bounds(text in "[a-zñЖ ]{0,20}", start in 0usize..40, len in 1usize..20) {
        use crate::casefile::{Edit, Mark, Marked};
        let whole = format!("{text}Yuliet Ferrer{text}");
        let (start, end) = (start.min(whole.len()), (start + len).min(whole.len()));
        prop_assume!(start < end && whole.is_char_boundary(start) && whole.is_char_boundary(end));
        let mut passage = Passage {
            text: whole,
            marks: vec![Marked { span: model::Span::new(start, end), mark: Mark::Content }],
            ..Passage::default()
        };
        Mask::of(&sample::study()).passage(&mut passage);
        let span = passage.marks[0].span;
        prop_assert!(span.of(&passage.text).is_some());
    }
}
