//! Every span of every fact lies inside its part on character boundaries, whatever the text; and a second run
//! gives the same facts.

use inquiry::extract;
use model::{
    Block, BlockKind, Document, DocumentId, EvidenceId, Format, Language, Part, PartKind,
    PartialDate, Span,
};
use proptest::prelude::*;

/// Pieces that steer the rules for names, values, gaps, proceedings, roles and ties.
const PIECES: &[&str] = &[
    "Ana Torres ",
    "Yusniel ",
    "«la profe» ",
    "alias ",
    "Ministerio de ",
    "The ",
    "Mr. ",
    "И. О. ",
    "Дронов ",
    "Олег Ступин ",
    "la ",
    "recruiter ",
    ", 17, ",
    "17-year-old ",
    "+53 5 0",
    "8 (900) 000-01-23 ",
    "000 0123 ",
    "$2,000 ",
    "204 000 рублей ",
    "siete ",
    "June 3, ",
    "hace tres ",
    "días ",
    "в июне 2023 года ",
    "No. ",
    "passport ",
    "214/2023 ",
    "@handle ",
    "did not respond ",
    "se desconoce ",
    "не раскрывается ",
    "was arrested ",
    "fue detenido ",
    "задержан ",
    "by ",
    "por ",
    "recruited ",
    "llamó a ",
    "her son, ",
    "me engañaron ",
    "мать ",
    "who ",
    "que ",
    ", ",
    ". ",
    "? ",
    "; ",
    "— ",
    "(",
    ")",
    "\"",
    "\n",
    "\n\n",
    "é",
    "\u{301}",
    "\u{ad}",
    "İ",
    "ﬁ",
    "x",
    "Tenía diecisiete años ",
    "never ",
    "if ",
    "не ",
    "U.S. ",
    "EE.UU. ",
    "9",
    "99999999999999999999",
    "\u{a0}",
    "ё ",
];

fn document(text: &str, language: Language, turns: bool) -> Document {
    let evidence = EvidenceId::of(text.as_bytes());
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n').filter(|_| turns) {
        let (start, words) = (at, line.trim_end());
        at += line.len();
        let name = words.find(' ').unwrap_or(0);
        if name > 0 {
            let speaker = Some(Span::new(start, start + name));
            let span = Span::new(start + name, start + words.len());
            blocks.push(Block {
                span,
                kind: BlockKind::Turn { speaker, at: None },
                language: None,
            });
        }
    }
    Document {
        id: DocumentId::new(&evidence, 0),
        evidence,
        path: None,
        name: "any".to_owned(),
        format: if turns { Format::Chat } else { Format::Text },
        title: None,
        language,
        date: PartialDate::parse("2024-03-14"),
        publisher: None,
        parts: vec![Part {
            kind: PartKind::Body,
            label: "body".to_owned(),
            text: text.to_owned(),
            blocks,
        }],
        contacts: Vec::new(),
        receipt: None,
    }
}

/// Checks every span that a fact of the document carries.
fn sound(document: &Document) -> Result<(), TestCaseError> {
    let facts = extract::facts(document);
    prop_assert_eq!(&facts, &extract::facts(document));
    let text = &document.parts[0].text;
    for mention in &facts.mentions {
        prop_assert_eq!(mention.place.span.of(text), Some(mention.text.as_str()));
        prop_assert!(!mention.text.trim().is_empty());
    }
    let gaps = facts
        .gaps
        .iter()
        .flat_map(|gap| [Some(gap.place.span), Some(gap.cue), gap.about, gap.by]);
    let steps = facts
        .proceedings
        .iter()
        .flat_map(|step| [Some(step.place.span), step.who, step.by, step.offence]);
    let roles = facts.roles.iter().map(|role| Some(role.place.span));
    let ties = facts.ties.iter().map(|tie| Some(tie.place.span));
    for span in gaps.chain(steps).chain(roles).chain(ties).flatten() {
        prop_assert!(
            span.of(text).is_some_and(|words| !words.trim().is_empty()),
            "{span:?}"
        );
    }
    let known = |id| facts.mentions.iter().any(|mention| mention.id == id);
    for tie in &facts.ties {
        prop_assert!(known(tie.from.clone()) && known(tie.to.clone()) && tie.from != tie.to);
    }
    for role in &facts.roles {
        prop_assert!(known(role.who.clone()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text(text in "\\PC{0,300}", language in 0..4_usize, turns: bool) {
        sound(&document(&text, Language::ALL[language], turns))?;
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), language in 0..4_usize, turns: bool) {
        sound(&document(&pieces.concat(), Language::ALL[language], turns))?;
    }
}
