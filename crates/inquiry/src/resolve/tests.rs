//! What resolution takes together and what it keeps apart.

mod judgements;
mod protection;

use super::{candidates, entities};
use crate::testing::{Made, slices};
use model::{
    Anchor, Certainty, EntityId, EntityKind, Judgement, JudgementId, Layer, MentionKind, Polarity,
    Protection, Resolution, Role, Source, Verdict,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn resolve(made: &[Made], judgements: &[Judgement]) -> Resolution {
    let (documents, facts) = slices(made);
    entities(&documents, &facts, &[], judgements)
}

/// A document in which each of these names is mentioned once, in order, each in a sentence of its own.
fn naming(seed: &str, names: &[&str]) -> Made {
    let sentences: Vec<String> = names
        .iter()
        .map(|name| format!("Then {name} came.\n"))
        .collect();
    let text = sentences.concat();
    let mut made = Made::new(seed, &text);
    let mut seen = std::collections::BTreeMap::new();
    for name in names {
        let count: &mut usize = seen.entry(*name).or_default();
        let at = text
            .match_indices(&format!("Then {name} "))
            .nth(*count)
            .expect("it is there")
            .0
            + 5;
        let ordinal = text
            .match_indices(name)
            .position(|(start, _)| start == at)
            .expect("found");
        *count += 1;

        made.mention(MentionKind::Person, name, ordinal);
    }
    made
}

/// How many persons there are.
fn persons(resolution: &Resolution) -> usize {
    resolution
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person)
        .count()
}

#[test]
fn forms_of_one_name_in_one_document() {
    for (names, wanted) in [
        (
            &["Yusniel Pérez Ruiz", "Pérez", "Yusniel", "Y. Pérez"][..],
            1,
        ),
        (
            &["Юсниель Перес", "Переса", "Юсниелем", "Юсниелю Пересу"],
            1,
        ),
        (&["Анна Иванова", "Ивановой", "Анной Ивановой"], 1),
        (&["Yusniel Pérez", "Юсниель Перес"], 1),
        (&["Pérez Ruiz Yusniel", "Yusniel Pérez Ruiz"], 1),
        // Two persons of one surname: the surname alone is nobody's.
        (&["Yusniel Pérez", "Dayana Pérez", "Pérez"], 3),
        (&["Luis Pérez Gómez", "Luis Pérez Díaz", "Luis Pérez"], 3),
        (&["Mr. Smith", "John Smith"], 1),
    ] {
        let made = naming("a", names);
        assert_eq!(persons(&resolve(&[made], &[])), wanted, "{names:?}");
    }
}

#[test]
fn across_documents_only_full_names() {
    for (left, right, wanted) in [
        ("Yusniel Pérez", "YUSNIEL PEREZ", 1),
        ("Yusniel Pérez", "Юсниель Перес", 1),
        ("Iusniel Pérez", "Юсньелю Пересу", 1),
        ("Pérez Yusniel", "Yusniel Pérez", 1),
        ("Yusniel", "Yusniel", 2),
        ("la China", "la China", 2),
        ("Y. Pérez", "Y. Pérez", 2),
        ("Yusniel Pérez", "Yasniel Pérez", 2),
        ("María Pérez", "Mario Pérez", 2),
    ] {
        let made = [naming("a", &[left]), naming("b", &[right])];
        assert_eq!(persons(&resolve(&made, &[])), wanted, "{left} / {right}");
    }
}

#[test]
fn conflicting_identifiers_keep_namesakes_apart() {
    let cousins = [
        naming("a", &["Luis Pérez Gómez", "Luis Pérez"]),
        naming("b", &["Luis Pérez Díaz", "Luis Pérez"]),
        naming("c", &["Luis Pérez"]),
    ];
    assert_eq!(
        persons(&resolve(&cousins, &[])),
        3,
        "and the third may be either"
    );
    let aged = |seed: &str, text: &str| {
        let mut made = Made::new(seed, text).published("2024-05-01", "");
        made.person("Luis Pérez");
        made
    };
    let ages = [
        aged("a", "Luis Pérez, 19, left."),
        aged("b", "Luis Pérez, de 52 años, habló."),
    ];
    assert_eq!(persons(&resolve(&ages, &[])), 2);
    let same = [
        aged("a", "Luis Pérez, 19, left."),
        aged("b", "Luis Pérez, de 20 años, habló."),
    ];
    assert_eq!(persons(&resolve(&same, &[])), 1);
}

#[test]
fn a_number_holds_together_only_with_a_name_in_common() {
    let with_phone = |seed: &str, name: &str| {
        let mut made = Made::new(seed, &format!("{name} uses 5350000123."));
        let who = made.person(name);
        let phone = made.valued(MentionKind::Phone, "5350000123", 0, Some("+5350000123"));
        made.tie(&who, Layer::Uses, &phone, Certainty::Stated, None);
        made
    };
    let one = resolve(
        &[with_phone("a", "Yusniel Pérez"), with_phone("b", "Yusniel")],
        &[],
    );
    assert_eq!(persons(&one), 1);
    let two = resolve(
        &[with_phone("a", "Yusniel Pérez"), with_phone("b", "Dayana")],
        &[],
    );
    assert_eq!(persons(&two), 2, "a phone is not a person");
    assert_eq!(
        two.entities
            .iter()
            .filter(|e| e.kind == EntityKind::Phone)
            .count(),
        1
    );
}

#[test]
fn organisations_acronyms_and_the_ministry() {
    let text = "The Federal Migration Service (FMS) spoke. FMS officers came. The ministry was silent. Interior Ministry paid. The ministry denied it.";
    let mut made = Made::new("a", text);
    for (words, nth) in [
        ("Federal Migration Service", 0),
        ("FMS", 0),
        ("FMS", 1),
        ("Interior Ministry", 0),
        ("The ministry", 0),
        ("The ministry", 1),
    ] {
        made.mention(MentionKind::Organisation, words, nth);
    }
    let found = resolve(&[made], &[]);
    let names: Vec<&str> = found.entities.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(found.entities.len(), 2, "{names:?}");
}

#[test]
fn sources_are_found_behind_pronouns_and_publishers() {
    let mut made = Made::new(
        "a",
        "Ana Ruiz said the men left. She added that nobody paid. The road is long.",
    )
    .published("2024-05-01", "Diario Azul");
    made.person("Ana Ruiz");
    let first = made.claim(
        "Ana Ruiz",
        "the men left",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    let second = made.claim("She", "nobody paid", Certainty::Stated, Polarity::Affirmed);
    let third = made.claimed(
        Source::Publisher,
        made.span("The road is long", 0),
        Certainty::Stated,
        Polarity::Affirmed,
        None,
    );
    let found = resolve(&[made], &[]);
    assert_eq!(found.of_claim.get(&first), found.of_claim.get(&second));
    let publisher = found
        .entities
        .iter()
        .find(|e| Some(&e.id) == found.of_claim.get(&third))
        .expect("a publisher");
    assert_eq!(publisher.name, "Diario Azul");
}

#[test]
fn a_pronoun_is_who_stands_beside_it_and_nobody_of_another_gender() {
    let mut made = Made::new(
        "a",
        "Mario Zuev said the men left. They say that Ana Ruiz paid, but she denied it.",
    );
    made.person("Mario Zuev");
    made.person("Ana Ruiz");
    let stated = (Certainty::Stated, Polarity::Affirmed);
    made.claim("Mario Zuev", "the men left", stated.0, stated.1);
    let denial = made.claim("she", "it", Certainty::Stated, Polarity::Denied);
    let found = resolve(&[made], &[]);
    let name = |claim| {
        let id = found.of_claim.get(claim)?;
        let entity = found.entities.iter().find(|entity| entity.id == *id)?;
        Some(entity.name.as_str())
    };
    assert_eq!(name(&denial), Some("Ana Ruiz"));
}

#[test]
fn roles_fold_and_protect() {
    let mut made = Made::new(
        "a",
        "Ana Ruiz, her brother Juan Ruiz, and Leo Paz. Phone 5350000123.",
    );
    let (ana, juan, leo) = (
        made.person("Ana Ruiz"),
        made.person("Juan Ruiz"),
        made.person("Leo Paz"),
    );
    let phone = made.valued(MentionKind::Phone, "5350000123", 0, Some("+5350000123"));
    let denied = made.claim(
        "Leo Paz",
        "her brother",
        Certainty::Stated,
        Polarity::Denied,
    );
    made.role(&ana, Role::Recruit, Certainty::Alleged, None);
    made.role(&ana, Role::Recruit, Certainty::Stated, None);
    made.role(&leo, Role::Recruiter, Certainty::Alleged, Some(&denied));
    made.role(&leo, Role::Minor, Certainty::Stated, Some(&denied));
    made.tie(&juan, Layer::Kin, &ana, Certainty::Stated, None);
    made.tie(&ana, Layer::Uses, &phone, Certainty::Stated, None);
    let found = resolve(&[made], &[]);
    let of = |id| {
        found
            .entities
            .iter()
            .find(|e| Some(&e.id) == found.of_mention.get(id))
            .expect("an entity")
    };
    assert_eq!(of(&ana).roles.len(), 1);
    assert_eq!(of(&ana).roles[0].certainty, Certainty::Stated);
    assert_eq!(of(&ana).protected, [Protection::PossibleVictim]);
    assert_eq!(of(&juan).protected, [Protection::Relative]);
    assert_eq!(of(&phone).protected, [Protection::PossibleVictim]);
    assert!(of(&leo).roles.is_empty(), "a denied claim gives no role");
    assert_eq!(
        of(&leo).protected,
        [Protection::Minor],
        "a disputed age still protects"
    );
}

fn anchor(made: &Made, mention: usize) -> Anchor {
    let mention = &made.facts.mentions[mention];
    Anchor {
        place: Some(mention.place.clone()),
        kind: EntityKind::Person,
        name: mention.text.clone(),
    }
}

fn judgement(number: usize, verdict: Verdict) -> Judgement {
    Judgement {
        id: JudgementId(format!("j-{number}")),
        who: "analyst".to_owned(),
        why: "seen".to_owned(),
        when: format!("2024-05-01T10:00:{number:02}Z"),
        verdict,
    }
}

#[test]
fn a_long_record_of_few_names_is_resolved_in_one_pass() {
    let names = [
        "Federal Migration Service",
        "Migration Service",
        "FMS",
        "Radio Costa Norte",
        "Radio Costa",
    ];
    let sentence = format!("{}.\n", names.join(", "));
    let times = 20_000;
    let mut made = Made::new("long", &sentence.repeat(times));
    for time in 0..times {
        for name in names {
            let start = time * sentence.len() + sentence.find(name).expect("it is there");
            let place = made.place(model::Span::new(start, start + name.len()));
            let kind = MentionKind::Organisation;
            made.facts
                .mentions
                .push(model::Mention::new(place, kind, name, None));
        }
    }
    let found = resolve(&[made], &[]);
    // 100,000 mentions: compared pair by pair this would not end within an hour.
    assert_eq!(found.entities.len(), 2);
}

#[test]
fn pairs_that_may_be_one_are_listed_and_never_joined() {
    let made = [
        naming("a", &["Yadier Montoya Leyva"]),
        naming("b", &["Yadier"]),
        naming("c", &["Y. Montoya"]),
        naming("d", &["Irina Belova"]),
        naming("e", &["Irina Belkova"]),
        naming("f", &["Pedro Gómez"]),
    ];
    let found = resolve(&made, &[]);
    assert_eq!(persons(&found), 6);
    let listed = candidates(&found.entities, &[], &BTreeSet::new());
    let name = |id: &EntityId| {
        let entity = found.entities.iter().find(|entity| entity.id == *id);
        entity.expect("it is there").name.as_str()
    };
    let pairs: BTreeSet<BTreeSet<&str>> = listed
        .iter()
        .map(|pair| BTreeSet::from([name(&pair.a), name(&pair.b)]))
        .collect();
    let wanted = [
        ["Yadier Montoya Leyva", "Yadier"],
        ["Yadier Montoya Leyva", "Y. Montoya"],
        ["Irina Belova", "Irina Belkova"],
    ];
    for pair in wanted {
        assert!(pairs.contains(&BTreeSet::from(pair)), "{pair:?} {pairs:?}");
    }
    assert!(
        pairs.iter().all(|pair| !pair.contains("Pedro Gómez")),
        "{pairs:?}"
    );
    let first = &listed[0];
    let judged = BTreeSet::from([(first.a.clone(), first.b.clone())]);
    let asked = candidates(&found.entities, &[], &judged);
    assert_eq!(
        asked.len(),
        listed.len() - 1,
        "what was decided is not asked again"
    );
}

#[test]
fn identifiers_tell_no_number_and_no_name() {
    let number = "+5350000123";
    let of = |seed: &str| {
        let mut made = Made::new(seed, "Call +53 5000 0123 now.").published("2024", "Ana Ruiz");
        made.valued(MentionKind::Phone, "+53 5000 0123", 0, Some(number));
        resolve(&[made], &[]).entities
    };
    let (one, other) = (of("a"), of("b"));
    assert_eq!(one.len(), 2);
    for entity in &one {
        assert!(other.iter().all(|it| it.id != entity.id), "{}", entity.name);
    }
}

const NAMES: [&str; 12] = [
    "Yusniel Pérez",
    "Pérez",
    "Yusniel",
    "Юсниель Перес",
    "Переса",
    "Luis Pérez Gómez",
    "Luis Pérez",
    "Luis",
    "Ana Ruiz",
    "А",
    "Y. Pérez",
    "Dayana «la China» Ruiz",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_mention_is_of_one_entity_whatever_the_order(
        picks in proptest::collection::vec(proptest::collection::vec(0..NAMES.len(), 1..6), 1..6),
        bars in proptest::collection::vec((0..6usize, 0..6usize), 0..4),
    ) {
        let made: Vec<Made> = picks.iter().enumerate().map(|(at, picks)| {
            let names: Vec<&str> = picks.iter().map(|pick| NAMES[*pick]).collect();
            naming(&format!("d{at}"), &names)
        }).collect();
        let judgements: Vec<Judgement> = bars.iter().enumerate()
            .filter(|(_, (a, b))| a % made.len() != b % made.len())
            .map(|(at, (a, b))| {
                let (a, b) = (anchor(&made[a % made.len()], 0), anchor(&made[b % made.len()], 0));
                judgement(at, Verdict::NotSame { a, b })
            }).collect();
        let found = resolve(&made, &judgements);
        let mut turned = made.clone();
        turned.reverse();
        for one in &mut turned {
            one.facts.mentions.reverse();
        }
        let mut later = judgements.clone();
        later.reverse();
        prop_assert_eq!(&found, &resolve(&turned, &later));
        let mut owners = std::collections::BTreeMap::new();
        for entity in &found.entities {
            for mention in &entity.mentions {
                prop_assert!(owners.insert(mention.clone(), entity.id.clone()).is_none());
            }
        }
        prop_assert_eq!(&owners, &found.of_mention);
        for judgement in &judgements {
            let Verdict::NotSame { a, b } = &judgement.verdict else { continue };
            let entity = |anchor: &Anchor| made.iter().flat_map(|m| &m.facts.mentions)
                .find(|m| Some(&m.place) == anchor.place.as_ref()).map(|m| found.of_mention[&m.id].clone());
            prop_assert_ne!(entity(a), entity(b));
        }
    }

    #[test]
    fn odd_names_do_no_harm(names in proptest::collection::vec("[ \\PC]{1,12}", 1..5)) {
        let text = names.join("\n");
        let mut made = Made::new("odd", &text).published("2024", &names[0]);
        for (at, name) in names.iter().enumerate() {
            let kind = MentionKind::ALL[at % MentionKind::ALL.len()];
            made.mention(kind, name, 0);
        }
        let found = resolve(&[made], &[]);
        prop_assert!(found.entities.len() <= names.len() + 1);
    }
}
