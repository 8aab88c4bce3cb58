//! Each rule of assessment on hand-made documents.

mod persons;

use super::findings;
use crate::resolve;
use crate::testing::{Made, slices};
use model::{
    Aspect, Assessment, Certainty, Finding, FindingKind, Gap, GapId, GapKind, Language, Polarity,
    Role, Span,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const REPORT: &str = "Marta Sosa sold her sewing machine in May so that her son could leave. Her son, Leandro Sosa Vidal, 23, flew from Varadero \
    to Moscow on 12 June 2024 with eight other young men from Gibara and Banes. He had been promised work on a building site in Tula. \
    Pavel Orlov, a lawyer for four of the families, said the network reportedly earned about 1,000 dollars for each recruit. \
    The names of 14 other suspects remain undisclosed.";

const SPUN: &str = "Marta Sosa parted with her tailoring apparatus in May to let her boy depart. Her boy, Leandro Sosa Vidal, 23, took a plane out of Varadero \
    bound for Moscow on 12 June 2024 alongside eight more lads of Gibara and Banes. He was offered employment on a construction place at Tula. \
    Pavel Orlov, an attorney acting for four households, stated that the ring made roughly 1,000 dollars on every recruit. \
    Identities of 14 remaining suspects stay secret.";

const TRANSLATED: &str = "Marta Sosa vendió su máquina de coser en mayo. Su hijo, Leandro Sosa Vidal, de 23 años, voló de Varadero a Moscú el 12 de julio de 2024 \
    con otros ocho jóvenes de Gibara y Banes. Le habían prometido trabajo en una obra en Tula. El abogado Pavel Orlov, que representa a cuatro familias, \
    afirmó que la red ganó unos 10 000 dólares por cada recluta. No se conocen los nombres de otros 14 sospechosos.";

const OTHER: &str = "The harvest of 2024 brought 300 tons of tobacco to Pinar del Río, 40 less than in 2023. Farmers in Viñales blame Hurricane Rafael. \
    Rosa Peña, who owns 12 hectares near Consolación, hopes for rain before 15 March. The Ministry of Agriculture expects 500 tons next year.";

/// A short item with few names, the same in other words and in two translations, and one on the same matter by somebody else.
const SHORT: [&str; 5] = [
    "Police in Kestrel Bay said on Friday that a ring had sent thirty men to Tula. The ring promised work on building sites. Their passports \
    were kept at a camp near the border, the prosecutor Ines Marr said. \"We never saw a site,\" said one of them. \"They gave us uniforms.\" \
    The company Grey Heron reportedly paid for the tickets. The company did not reply to questions.",
    "Officers of the police at Kestrel Bay stated on Friday that a gang dispatched thirty men toward Tula. The gang pledged employment in building. \
    Their passports were withheld at a base close to the border, the prosecutor Ines Marr stated. \"No site was ever seen by us,\" stated one. \
    \"Uniforms were handed out.\" The firm Grey Heron covered the tickets. The firm gave no answer.",
    "La policía de Kestrel Bay dijo el viernes que una red había enviado a treinta hombres a Tula. La red prometía trabajo en la construcción. \
    Les retuvieron los pasaportes en un campamento cerca de la frontera, dijo la fiscal Ines Marr. «Nunca vimos una obra», contó uno de ellos. \
    «Nos dieron uniformes». La empresa Grey Heron pagó los pasajes. La empresa no respondió a las preguntas.",
    "Полиция Кестрел-Бей сообщила в пятницу, что сеть отправила тридцать человек в Тулу. Сеть обещала работу на стройке. Паспорта у них забрали \
    в лагере у границы, сказала прокурор Инес Марр. «Стройки мы не видели», — сказал один из них. «Нам выдали форму». Компания Grey Heron \
    оплатила билеты. Компания не ответила на вопросы.",
    "A mother in Gibara told Radio Sol that her son had left for Tula in April. She has not heard from him since. A man of the company Grey Heron had \
    visited her house twice, she said. He promised work and kept the passports. She went to the police on Friday. The police gave her no answer.",
];

fn assess(made: &[Made]) -> Assessment {
    let (documents, facts) = slices(made);
    let resolution = resolve::entities(&documents, &facts, &[], &[]);
    findings(&documents, &facts, &resolution)
}

fn contradictions(assessment: &Assessment) -> Vec<(Aspect, &Finding)> {
    let aspect = |finding: &Finding| match finding.kind() {
        FindingKind::Contradiction { aspect } => Some(*aspect),
        _ => None,
    };
    assessment
        .findings
        .iter()
        .filter_map(|finding| Some((aspect(finding)?, finding)))
        .collect()
}

/// Two documents of different publishers with one claim each, by "A" and "B".
fn held(left: &str, right: &str, polarity: Polarity) -> Assessment {
    let make = |seed: &str, content: &str, polarity| {
        let mut made =
            Made::new(seed, &format!("{seed} said: {content}.")).published("2025-02-01", seed);
        made.organisation(seed);
        made.claim(seed, content, Certainty::Stated, polarity);
        made
    };
    assess(&[
        make("Alpha Bureau", left, polarity),
        make("Beta Council", right, Polarity::Affirmed),
    ])
}

fn aspects(left: &str, right: &str, polarity: Polarity) -> Vec<Aspect> {
    contradictions(&held(left, right, polarity))
        .into_iter()
        .map(|(aspect, _)| aspect)
        .collect()
}

#[test]
fn copies_spun_copies_and_translations_are_one_origin() {
    let made = [
        Made::new("head", REPORT).published("2025-02-05", "The Harbour Post"),
        Made::new("reprint", &format!("From our desk.\n\n{REPORT}"))
            .published("2025-02-06", "Atlantic Ledger"),
        Made::new("spun", SPUN).published("2025-02-07", "NewsMixer"),
        Made::new("translated", TRANSLATED)
            .published("2025-02-08", "Costa Norte")
            .in_language(Language::Es),
        Made::new("other", OTHER).published("2025-02-06", "Guerrillero"),
    ];
    let found = assess(&made);
    let sizes: Vec<usize> = found
        .origins
        .iter()
        .map(|origin| origin.documents.len())
        .collect();
    assert_eq!(sizes, [4, 1], "{:?}", found.origins);
    assert_eq!(found.origins[0].head, made[0].document.id);
    assert_eq!(found.origins[0].reasons.len(), 3);
}

#[test]
fn drift_of_numbers_dates_and_lost_limits_is_shown() {
    let mut head = Made::new("head", REPORT).published("2025-02-05", "The Harbour Post");
    let clause = head.span("The names of 14 other suspects remain undisclosed", 0);
    head.facts.gaps.push(Gap {
        id: GapId::derive(&["x"]),
        place: head.place(clause),
        cue: clause,
        kind: GapKind::Undisclosed,
        about: None,
        by: None,
    });
    let copy = REPORT
        .replace("1,000", "10,000")
        .replace(" reportedly", "")
        .replace(" The names of 14 other suspects remain undisclosed.", "");
    let made = [
        head,
        Made::new("copy", &copy).published("2025-02-06", "Atlantic Ledger"),
    ];
    let found = assess(&made);
    let whats: BTreeSet<&str> = found.origins[0]
        .drifts
        .iter()
        .map(|drift| drift.what.as_str())
        .collect();
    assert_eq!(whats, ["dropped", "hedge dropped", "number"].into());
    let number = found.origins[0]
        .drifts
        .iter()
        .find(|drift| drift.what == "number")
        .expect("a number");
    assert_eq!(number.before.span.of(REPORT), Some("1,000 dollars"));
    assert!(
        found
            .findings
            .iter()
            .any(|finding| *finding.kind() == FindingKind::Drift)
    );
}

#[test]
fn a_document_that_names_its_source_goes_with_it() {
    let mut first = Made::new("first", "The deputy Grigori Lapshin said 1 500 Cubans applied. Another 40 wait in Varadero. Pavel Orlov spoke of 60 in Tula.")
        .published("2025-02-13", "Radio Verst");
    first.claim(
        "Grigori Lapshin",
        "1 500 Cubans applied",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    let retold = "Unos 1 500 cubanos viajaron, según Radio Verst, que citó a Grigori Lapshin. Otros 40 esperan en Varadero. Pavel Orlov habló de 60 en Tula.";
    let mut second = Made::new("second", retold)
        .published("2025-02-14", "Onda")
        .in_language(Language::Es);
    second.claim(
        "Radio Verst",
        "Unos 1 500 cubanos viajaron",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    let found = assess(&[first, second]);
    assert_eq!(found.origins.len(), 1);
    assert_eq!(found.origins[0].reasons, ["names it as its source"]);
    assert_eq!(
        contradictions(&found)[0].0,
        Aspect::Scope,
        "applied or travelled"
    );
}

#[test]
fn a_denial_meets_what_it_denies() {
    let consul = "the consul in Moscow knew about the contracts";
    assert_eq!(
        aspects(
            consul,
            "the consul knew about the contracts in August",
            Polarity::Denied
        ),
        [Aspect::Predicate]
    );
    assert_eq!(
        aspects(
            consul,
            "the consul knew about the contracts in August",
            Polarity::Affirmed
        ),
        []
    );
    assert_eq!(
        aspects(
            consul,
            "the embassy in Moscow sends letters about the harvest",
            Polarity::Denied
        ),
        []
    );
    // Who denies that they paid and who says that nobody paid agree.
    assert_eq!(
        aspects(
            "the firm paid for the tickets",
            "nobody paid for the tickets of the firm",
            Polarity::Denied
        ),
        []
    );
}

#[test]
fn numbers_contradict_only_for_the_same_thing() {
    let nine = "nine young men from Gibara travelled to Moscow";
    assert_eq!(
        aspects(
            nine,
            "nineteen young men from Gibara travelled to Moscow",
            Polarity::Affirmed
        ),
        [Aspect::Value]
    );
    assert_eq!(
        aspects(
            nine,
            "nine young men from Gibara travelled to Moscow by plane",
            Polarity::Affirmed
        ),
        []
    );
    assert_eq!(
        aspects(
            nine,
            "eight other young men from Gibara travelled to Moscow",
            Polarity::Affirmed
        ),
        []
    );
    assert_eq!(
        aspects(
            nine,
            "three of the young men from Gibara travelled to Moscow",
            Polarity::Affirmed
        ),
        []
    );
    assert_eq!(
        aspects(
            nine,
            "nineteen crates of rum from Gibara travelled to Moscow",
            Polarity::Affirmed
        ),
        []
    );
}

#[test]
fn one_number_of_two_things_is_another_scope() {
    let recruited = "20,000 people were recruited";
    assert_eq!(
        aspects(
            recruited,
            "20,000 people travelled to the front",
            Polarity::Affirmed
        ),
        [Aspect::Scope]
    );
    assert_eq!(
        aspects(
            recruited,
            "20,000 people were recruited in spring",
            Polarity::Affirmed
        ),
        []
    );
    let traffickers = "police arrested 17 traffickers of the network";
    assert_eq!(
        aspects(
            traffickers,
            "police identified 17 people of the network",
            Polarity::Affirmed
        ),
        [Aspect::Scope]
    );
}

#[test]
fn acts_of_two_countries_are_two_actors() {
    let found = aspects(
        "Cuban investigators dismantled a recruitment network and detained people in Tula",
        "Russian investigators dismantled a recruitment network and detained people in Tula",
        Polarity::Affirmed,
    );
    assert_eq!(found, [Aspect::Actor]);
}

#[test]
fn summaries_name_nobody_and_copies_are_one_dispute() {
    let make = |seed: &str, day: &str, content: &str| {
        let mut made = Made::new(seed, &format!("{content}.")).published(day, seed);
        made.claim("", content, Certainty::Stated, Polarity::Affirmed);
        made
    };
    let nine = "nine young men from Gibara travelled to Moscow";
    let made = [
        make("a", "2025-02-01", nine),
        make("b", "2025-02-02", nine),
        make(
            "c",
            "2025-02-03",
            "nineteen young men from Gibara travelled to Moscow",
        ),
    ];
    let found = assess(&made);
    let only = contradictions(&found);
    assert_eq!(only.len(), 1);
    assert_eq!(
        only[0].1.summary(),
        "Different numbers for the same thing: 9 and 19."
    );
    assert_eq!((only[0].1.claims().len(), only[0].1.places().len()), (2, 3));
}

#[test]
fn a_short_item_is_one_origin_in_other_words_and_languages() {
    let languages = [
        Language::En,
        Language::En,
        Language::Es,
        Language::Ru,
        Language::En,
    ];
    let made: Vec<Made> = SHORT
        .iter()
        .zip(languages)
        .enumerate()
        .map(|(at, (text, language))| {
            let day = format!("2025-05-0{}", at + 2);
            Made::new(&format!("item {at}"), text)
                .published(&day, "")
                .in_language(language)
        })
        .collect();
    let found = assess(&made);
    let sizes: Vec<usize> = found
        .origins
        .iter()
        .map(|origin| origin.documents.len())
        .collect();
    assert_eq!(sizes, [4, 1], "{:?}", found.origins);
}

#[test]
fn only_independent_origins_corroborate() {
    let make = |seed: &str, text: &str, source: &str| {
        let mut made = Made::new(seed, text).published("2025-02-01", seed);
        if !source.is_empty() {
            made.organisation(source);
        }
        made.claim(
            source,
            "nine young men from Gibara travelled to Moscow in June",
            Certainty::Stated,
            Polarity::Affirmed,
        );
        made
    };
    let text = "Interior Ministry said nine young men from Gibara travelled to Moscow in June.";
    let count = |made: &[Made]| {
        assess(made)
            .findings
            .iter()
            .filter_map(|finding| match finding.kind() {
                FindingKind::Corroboration { origins } => Some(*origins),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let same_source = [
        make("Alpha", text, "Interior Ministry"),
        make("Beta", &format!("Rain fell. {text}"), "Interior Ministry"),
    ];
    assert_eq!(count(&same_source), Vec::<usize>::new());
    let two = [
        make("Alpha", text, "Interior Ministry"),
        make(
            "Beta",
            "We saw that nine young men from Gibara travelled to Moscow in June.",
            "",
        ),
    ];
    assert_eq!(count(&two), [2]);
}

#[test]
fn ages_on_both_sides_of_eighteen_are_in_dispute() {
    let make = |seed: &str, text: &str, content: &str| {
        let mut made = Made::new(seed, text).published("2025-02-01", seed);
        made.person("Maikel Ortiz");
        made.claim("", content, Certainty::Stated, Polarity::Affirmed);
        made
    };
    let made = [
        make(
            "a",
            "Maikel Ortiz tenía diecisiete años.",
            "Maikel Ortiz tenía diecisiete años",
        ),
        make(
            "b",
            "Maikel Ortiz was eighteen.",
            "Maikel Ortiz was eighteen",
        ),
    ];
    let found = assess(&made);
    assert_eq!(
        contradictions(&found)
            .iter()
            .map(|(a, _)| *a)
            .collect::<Vec<_>>(),
        [Aspect::Value]
    );
}

#[test]
fn who_stands_on_both_sides_is_pointed_out() {
    let mut made = Made::new(
        "a",
        "Leo Paz was recruited in June and recruited others in May.",
    )
    .published("2025-02-01", "x");
    let leo = made.person("Leo Paz");
    made.role(&leo, Role::Recruit, Certainty::Stated, None);
    made.role(&leo, Role::Recruiter, Certainty::Alleged, None);
    assert!(
        assess(&[made])
            .findings
            .iter()
            .any(|finding| *finding.kind() == FindingKind::TwoSided)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn origins_partition_the_documents_whatever_the_order(picks in proptest::collection::vec(0..4usize, 1..7)) {
        let texts = [REPORT, SPUN, TRANSLATED, OTHER];
        let made: Vec<Made> = picks.iter().enumerate().map(|(at, pick)| {
            let mut made = Made::new(&format!("d{at}"), texts[*pick]).published(&format!("2025-02-{:02}", at + 1), "P");
            let span = Span::new(0, 40);
            made.claimed(model::Source::Publisher, span, Certainty::Stated, Polarity::Affirmed, None);
            made
        }).collect();
        let found = assess(&made);
        let mut listed: Vec<_> = found.origins.iter().flat_map(|origin| origin.documents.clone()).collect();
        listed.sort();
        let mut all: Vec<_> = made.iter().map(|one| one.document.id.clone()).collect();
        all.sort();
        prop_assert_eq!(listed, all);
        let mut turned = made.clone();
        turned.reverse();
        prop_assert_eq!(found, assess(&turned));
    }

    #[test]
    fn odd_text_does_no_harm(texts in proptest::collection::vec("[\\PC \n]{1,120}", 1..4)) {
        let made: Vec<Made> = texts.iter().enumerate().map(|(at, text)| {
            let mut made = Made::new(&format!("d{at}"), text);
            made.claimed(model::Source::Nobody, Span::new(0, text.len()), Certainty::Possible, Polarity::Denied, None);
            made
        }).collect();
        let found = assess(&made);
        prop_assert!(found.origins.len() <= made.len());
    }
}
