//! A larger case made by hand for tests of the plan, the roles, the months and the calls: invented people and numbers.

use super::sample::{Sheet, entity};
use super::{CustodyLine, EvidenceLine, Study};
use model::{
    Certainty, Contact, ContactId, ContactKind, Entity, EntityKind, Kind, Language, Layer,
    MentionKind, Party, Place, Polarity, Protection, ReadState, Receipt, Resolution, Role,
    RoleHeld, Span, Tie,
};
use std::collections::BTreeMap;

/// Protected people: no word of these may stand on a masked page.
pub(crate) const PROTECTED: [&str; 5] = [
    "Zulmira Quevedo",
    "Wenceslao Ybarra",
    "Xiomara Jacinto",
    "Quirino Tepes",
    "Ludovika Brandao",
];
/// The number of the first of them.
pub(crate) const HER_NUMBER: &str = "+5355577001";
/// Her handset.
pub(crate) const HER_HANDSET: &str = "356938035643809";

/// Who does what to whom, as which layer, in which month.
const STORY: &[(&str, &str, &str, Layer, &str, &str)] = &[
    (
        "Bruno Salas",
        "recruited",
        "Zulmira Quevedo",
        Layer::Recruited,
        "May 2024",
        "2024-05",
    ),
    (
        "Bruno Salas",
        "recruited",
        "Wenceslao Ybarra",
        Layer::Recruited,
        "June 2024",
        "2024-06",
    ),
    (
        "Bruno Salas",
        "met",
        "Ludovika Brandao",
        Layer::Met,
        "May 2024",
        "2024-05",
    ),
    (
        "Nadia Kern",
        "recruited",
        "Xiomara Jacinto",
        Layer::Recruited,
        "June 2024",
        "2024-06",
    ),
    (
        "Nadia Kern",
        "recruited",
        "Quirino Tepes",
        Layer::Recruited,
        "June 2024",
        "2024-06",
    ),
    (
        "Olga Vidal",
        "paid",
        "Bruno Salas",
        Layer::Paid,
        "May 2024",
        "2024-05",
    ),
    (
        "Olga Vidal",
        "paid",
        "Nadia Kern",
        Layer::Paid,
        "June 2024",
        "2024-06",
    ),
    (
        "Olga Vidal",
        "met",
        "Ivo Mares",
        Layer::Met,
        "June 2024",
        "2024-06",
    ),
    (
        "Ivo Mares",
        "paid",
        "Petra Holm",
        Layer::Paid,
        "June 2024",
        "2024-06",
    ),
    (
        "Ivo Mares",
        "met",
        "Timo Lang",
        Layer::Met,
        "May 2024",
        "2024-05",
    ),
    (
        "Ivo Mares",
        "met",
        "Sven Roth",
        Layer::Met,
        "May 2024",
        "2024-05",
    ),
    (
        "Bruno Salas",
        "met",
        "Karel Dusek",
        Layer::Met,
        "May 2024",
        "2024-05",
    ),
    (
        "Bruno Salas",
        "met",
        "Hugo Neri",
        Layer::Met,
        "June 2024",
        "2024-06",
    ),
    (
        "Nadia Kern",
        "met",
        "Ines Faria",
        Layer::Met,
        "June 2024",
        "2024-06",
    ),
    (
        "Nadia Kern",
        "met",
        "Marek Zdun",
        Layer::Met,
        "June 2024",
        "2024-06",
    ),
    (
        "Nadia Kern",
        "met",
        "Elsa Wirth",
        Layer::Met,
        "May 2024",
        "2024-05",
    ),
];

/// Sentences that give roles: words, who, role, how sure.
const ROLES: &[(&str, &str, Role, Certainty)] = &[
    (
        "The prosecutor said that Bruno Salas was the recruiter.",
        "Bruno Salas",
        Role::Recruiter,
        Certainty::Stated,
    ),
    (
        "The lawyer alleged that Nadia Kern was a recruiter.",
        "Nadia Kern",
        Role::Recruiter,
        Certainty::Alleged,
    ),
    (
        "The witness claimed that Olga Vidal led the group.",
        "Olga Vidal",
        Role::Organiser,
        Certainty::Claimed,
    ),
    (
        "The prosecutor said that Zulmira Quevedo was recruited.",
        "Zulmira Quevedo",
        Role::Recruit,
        Certainty::Stated,
    ),
    (
        "The prosecutor said that Quirino Tepes was a victim.",
        "Quirino Tepes",
        Role::Victim,
        Certainty::Stated,
    ),
];

/// The case, built by the stages themselves.
pub(crate) fn study() -> Study {
    let told = STORY.iter().map(|(from, verb, to, _, month, _)| {
        format!("The prosecutor said that {from} {verb} {to} in {month}.\n")
    });
    let roles = ROLES.iter().map(|(words, ..)| format!("{words}\n"));
    let uses = format!("Zulmira Quevedo used {HER_NUMBER}.\nBruno Salas used +5355577002.\n");
    let text: String = told.chain(roles).chain(std::iter::once(uses)).collect();
    let mut sheet = Sheet::new(
        "statement.txt",
        "The Court",
        "2024-09-01",
        Language::En,
        &text,
    );
    let mut people: BTreeMap<&str, Entity> = BTreeMap::new();
    for name in STORY.iter().flat_map(|line| [line.0, line.2]) {
        let protected: &[Protection] = if PROTECTED.contains(&name) {
            &[Protection::PossibleVictim]
        } else {
            &[]
        };
        people.insert(name, entity(name, EntityKind::Person, &[], protected));
    }
    let mut resolution = Resolution::default();
    for (from, verb, to, layer, month, value) in STORY {
        tie(
            &mut sheet,
            &mut people,
            &mut resolution,
            (from, verb, to, *layer),
            (month, value),
        );
    }
    for (words, who, role, certainty) in ROLES {
        held(&mut sheet, &mut people, words, who, *role, *certainty);
    }
    let contacts = records(&mut sheet, &mut people, &mut resolution);
    let mut entities: Vec<Entity> = people.into_values().collect();
    for party in contacts.1.iter().flat_map(|one| [&one.from, &one.to]) {
        let phone = entity(party.key(), EntityKind::Phone, &[], &[]);
        if !entities.iter().any(|one| one.id == phone.id) {
            resolution
                .of_party
                .insert(party.key().to_owned(), phone.id.clone());
            entities.push(phone);
        }
    }
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    resolution.entities = entities;
    let documents = vec![sheet.document, contacts.0.document];
    let facts = vec![sheet.facts, contacts.0.facts];
    let network = inquiry::network::build(&facts, &documents, &contacts.1, &resolution);
    Study {
        name: "ring".to_owned(),
        evidence: documents.iter().map(evidence).collect(),
        documents,
        facts,
        contacts: contacts.1,
        resolution,
        network,
        custody: vec![CustodyLine {
            number: 1,
            when: "2024-10-02T09:00:00Z".to_owned(),
            who: "A. Caseworker".to_owned(),
            what: "added statement.txt".to_owned(),
            hash: "00".to_owned(),
        }],
        ..Study::default()
    }
}

fn evidence(document: &model::Document) -> EvidenceLine {
    EvidenceLine {
        id: document.evidence.clone(),
        name: document.name.clone(),
        size: document.parts[0].text.len() as u64,
        state: ReadState::Read,
        faults: Vec::new(),
        from: None,
        basis: None,
        publisher: None,
        date: None,
        received: "2024-10-02T09:00:00Z".to_owned(),
    }
}

/// A place of `words` inside the first sentence that has `around`.
fn inside(sheet: &Sheet, around: &str, words: &str) -> Place {
    let sentence = sheet.place(around);
    let start = sentence.span.start + around.find(words).expect("the words are in the sentence");
    Place {
        span: Span::new(start, start + words.len()),
        ..sentence
    }
}

fn mention(
    sheet: &mut Sheet,
    resolution: &mut Resolution,
    who: &mut Entity,
    place: Place,
    kind: MentionKind,
) -> model::MentionId {
    let text = place
        .span
        .of(&sheet.document.parts[0].text)
        .expect("words")
        .to_owned();
    let mention = model::Mention::new(place, kind, &text, None);
    let id = mention.id.clone();
    resolution.of_mention.insert(id.clone(), who.id.clone());
    who.mentions.push(id.clone());
    who.documents = vec![sheet.document.id.clone()];
    sheet.facts.mentions.push(mention);
    id
}

fn tie(
    sheet: &mut Sheet,
    people: &mut BTreeMap<&str, Entity>,
    resolution: &mut Resolution,
    (from, verb, to, layer): (&str, &str, &str, Layer),
    (month, value): (&str, &str),
) {
    let sentence = format!("The prosecutor said that {from} {verb} {to} in {month}.");
    let content = format!("{from} {verb} {to} in {month}");
    let how = (Certainty::Stated, Polarity::Affirmed, Kind::Fact);
    let claim = claim(sheet, &sentence, &content, how, Some((month, value)));
    let ends = [from, to].map(|name| {
        let place = inside(sheet, &sentence, name);
        let who = people.get_mut(name).expect("a person");
        mention(sheet, resolution, who, place, MentionKind::Person)
    });
    let [from, to] = ends;
    sheet.facts.ties.push(Tie {
        from,
        to,
        layer,
        place: inside(sheet, &sentence, &content),
        certainty: Certainty::Stated,
        claim: Some(claim),
    });
}

/// A claim whose words stand in one sentence, however often they stand elsewhere.
fn claim(
    sheet: &mut Sheet,
    sentence: &str,
    content: &str,
    (certainty, polarity, kind): (Certainty, Polarity, Kind),
    time: Option<(&str, &str)>,
) -> model::ClaimId {
    let span = |words: &str| inside(sheet, sentence, words).span;
    let source = sentence
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    let cue = sentence.split_whitespace().nth(2).expect("a verb");
    let claim = model::Claim::new(model::ClaimParts {
        document: sheet.document.id.clone(),
        part: 0,
        sentence: sheet.span(sentence),
        source: model::Source::Named {
            span: span(&source),
        },
        chain: Vec::new(),
        cue: Some(span(cue)),
        content: vec![span(content)],
        certainty,
        polarity,
        kind,
        time: time.and_then(|(words, value)| {
            Some(model::TimeRef {
                span: span(words),
                value: model::PartialDate::parse(value)?,
            })
        }),
        confidence: 0.8,
        rule: "ring".to_owned(),
    })
    .expect("a sound claim");
    let id = claim.id().clone();
    sheet.facts.claims.push(claim);
    id
}

fn held(
    sheet: &mut Sheet,
    people: &mut BTreeMap<&str, Entity>,
    words: &str,
    who: &str,
    role: Role,
    certainty: Certainty,
) {
    let (_, content) = words.split_once(" that ").expect("a content");
    let content = content.trim_end_matches('.');
    let id = claim(
        sheet,
        words,
        content,
        (certainty, Polarity::Affirmed, Kind::Fact),
        None,
    );
    people.get_mut(who).expect("a person").roles.push(RoleHeld {
        role,
        certainty,
        places: vec![inside(sheet, words, content)],
        claims: vec![id],
        judgement: None,
    });
}

/// A row of the records: from, to, day from 0, minute of the day, cell, handset, SIM.
type Row = (
    String,
    String,
    usize,
    usize,
    String,
    &'static str,
    &'static str,
);

/// Four weeks of calls: two numbers that travel together, a handset whose SIM changes, and one that stays at home.
fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for day in 0..28_usize {
        let handset = if day < 14 {
            HER_HANDSET
        } else {
            "490154203237518"
        };
        let there = if day % 3 == 0 { day } else { day * 5 + 4 };
        let mut row = |from: &str, to: String, minute, cell: String, imei, imsi| {
            rows.push((from.to_owned(), to, day, minute, cell, imei, imsi));
        };
        let own = format!("+53555771{day:02}");
        row(
            HER_NUMBER,
            own,
            1000,
            format!("road-{}", day % 9),
            handset,
            "368010000000001",
        );
        let own = format!("+53555772{day:02}");
        let road = format!("road-{}", there % 9);
        row(
            "+5355577002",
            own,
            1010,
            road,
            "353490069873310",
            "368010000000002",
        );
        let own = "+5355577004".to_owned();
        row(
            "+5355577003",
            own,
            600,
            "home".to_owned(),
            "353490069873310",
            "368010000000003",
        );
    }
    rows
}

/// The records as a table with a receipt, and their contacts; says whose numbers two of them are.
fn records(
    sheet: &mut Sheet,
    people: &mut BTreeMap<&str, Entity>,
    resolution: &mut Resolution,
) -> (Sheet, Vec<Contact>) {
    let mut table = Sheet::new("records.csv", "", "", Language::Unknown, "");
    let (mut text, mut contacts) = ("from;to;start;cell;imei;imsi\n".to_owned(), Vec::new());
    for row in rows() {
        let (from, to, day, minute, cell, imei, imsi) = &row;
        let start = format!(
            "2024-05-{:02}T{:02}:{:02}:00Z",
            day + 1,
            minute / 60,
            minute % 60
        );
        let line = format!("{from};{to};{start};{cell};{imei};{imsi}");
        let place = Place {
            document: table.document.id.clone(),
            part: 0,
            span: Span::new(text.len(), text.len() + line.len()),
        };
        text.push_str(&line);
        text.push('\n');
        contacts.push(contact(&row, start, place));
    }
    table.document.parts[0].text = text;
    table.document.format = model::Format::Calls;
    table.document.contacts.clone_from(&contacts);
    table.document.receipt = Some(Receipt {
        map: model::CallMap {
            zone: Some("America/Havana".into()),
            ..model::CallMap::default()
        },
        zone_from: "given".into(),
        rows_in: contacts.len(),
        rows_kept: contacts.len(),
        ..Receipt::default()
    });
    for (who, number) in [
        ("Zulmira Quevedo", HER_NUMBER),
        ("Bruno Salas", "+5355577002"),
    ] {
        used(sheet, people, resolution, who, number);
    }
    (table, contacts)
}

fn contact(row: &Row, start: String, place: Place) -> Contact {
    let (from, to, _, _, cell, imei, imsi) = row;
    let party = |number: &str| Party {
        raw: number.to_owned(),
        number: Some(number.to_owned()),
        masked: false,
    };
    Contact {
        id: ContactId::derive(&[&place.key()]),
        place,
        from: party(from),
        to: party(to),
        start_raw: start.clone(),
        start: Some(start),
        seconds: Some(60),
        count: 1,
        kind: ContactKind::Call,
        cell: Some(cell.clone()),
        imei: Some((*imei).to_owned()),
        imsi: Some((*imsi).to_owned()),
    }
}

/// Somebody is said to use a number.
fn used(
    sheet: &mut Sheet,
    people: &mut BTreeMap<&str, Entity>,
    resolution: &mut Resolution,
    who: &str,
    number: &str,
) {
    let sentence = format!("{who} used {number}.");
    let person = people.get_mut(who).expect("a person");
    let place = inside(sheet, &sentence, who);
    let from = mention(sheet, resolution, person, place, MentionKind::Person);
    let mut phone = entity(number, EntityKind::Phone, &[], &[]);
    let place = inside(sheet, &sentence, number);
    let to = mention(sheet, resolution, &mut phone, place, MentionKind::Phone);
    let place = sheet.place(&sentence);
    sheet.facts.ties.push(Tie {
        from,
        to,
        layer: Layer::Uses,
        place,
        certainty: Certainty::Stated,
        claim: None,
    });
}
