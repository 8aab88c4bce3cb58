//! A case made by hand for tests: invented people, numbers and texts.

use super::{CustodyLine, EvidenceLine, Study};
use model::{
    Aspect, Assessment, Block, BlockKind, CallMap, Certainty, Claim, ClaimId, ClaimParts, Contact,
    ContactId, ContactKind, Document, DocumentId, Drift, Entity, EntityId, EntityKind, EvidenceId,
    Facts, Fault, Finding, FindingKind, Format, Gap, GapId, GapKind, Interval, Kind, Language,
    Layer, Link, LinkId, Mention, MentionId, MentionKind, Network, Origin, OriginId, Part,
    PartKind, PartialDate, Party, Place, Polarity, Position, Proceeding, ProceedingId, Protection,
    ReadState, Receipt, RejectedRow, Resolution, Role, RoleHeld, Source, Span, Stage, TimeRef,
};

const NOTE: &str = "El Ministerio informó que una red captaba a jóvenes de Regla.\nSegún la nota, \
«la cabecilla mantenía las comunicaciones».\nYuliet Ferrer Ramos, de 17 años, fue captada en junio de 2024.\n";
const PAPER: &str = "HAVANA - The ministry said the ringleader allegedly intercepted communications.\n\
Yadier Ferrer denied that he had paid anyone.\nSources said 20,000 men were recruited in 2024.\n\
The ministry declined to say how many were held.\n";
const RUSSIAN: &str = "По словам посла, никто не был завербован.\nЮлиет Феррер видели в Рязани. \
Задержан Ядьер Феррер.\n";
const TALK: &str =
    "A: Yuli dice que la profe paga los pasajes.\nB: No hables por este número, 5 000 0123.\n";

/// Puts a document with its facts together.
pub(crate) struct Sheet {
    pub document: Document,
    pub facts: Facts,
}

impl Sheet {
    pub(crate) fn new(
        name: &str,
        publisher: &str,
        date: &str,
        language: Language,
        text: &str,
    ) -> Self {
        let evidence = EvidenceId::of(format!("{name}{text}").as_bytes());
        let id = DocumentId::new(&evidence, 0);
        let part = Part {
            kind: PartKind::Body,
            label: "body".to_owned(),
            text: text.to_owned(),
            blocks: Vec::new(),
        };
        Self {
            facts: Facts::none(id.clone()),
            document: Document {
                id,
                evidence,
                path: None,
                name: name.to_owned(),
                format: Format::Text,
                title: None,
                language,
                date: PartialDate::parse(date),
                publisher: Some(publisher.to_owned()).filter(|name| !name.is_empty()),
                parts: vec![part],
                contacts: Vec::new(),
                receipt: None,
            },
        }
    }

    pub(crate) fn span(&self, words: &str) -> Span {
        let text = &self.document.parts[0].text;
        let start = text
            .find(words)
            .unwrap_or_else(|| panic!("{words:?} is not in the text"));
        Span::new(start, start + words.len())
    }

    pub(crate) fn place(&self, words: &str) -> Place {
        Place {
            document: self.document.id.clone(),
            part: 0,
            span: self.span(words),
        }
    }

    pub(crate) fn mention(&mut self, words: &str, kind: MentionKind) -> MentionId {
        let mention = Mention::new(self.place(words), kind, words, None);
        let id = mention.id.clone();
        self.facts.mentions.push(mention);
        id
    }

    /// `voice` is source, cue, content; an empty source means the publisher.
    pub(crate) fn claim(
        &mut self,
        sentence: &str,
        voice: (&str, &str, &str),
        how: (Certainty, Polarity, Kind),
        time: Option<(&str, &str)>,
    ) -> ClaimId {
        let (source, cue, content) = voice;
        let claim = Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: 0,
            sentence: self.span(sentence),
            source: if source.is_empty() {
                Source::Publisher
            } else {
                Source::Named {
                    span: self.span(source),
                }
            },
            chain: Vec::new(),
            cue: (!cue.is_empty()).then(|| self.span(cue)),
            content: vec![self.span(content)],
            certainty: how.0,
            polarity: how.1,
            kind: how.2,
            time: time.and_then(|(words, value)| {
                Some(TimeRef {
                    span: self.span(words),
                    value: PartialDate::parse(value)?,
                })
            }),
            confidence: 0.8,
            rule: "sample".to_owned(),
        })
        .expect("a sound claim");
        let id = claim.id().clone();
        self.facts.claims.push(claim);
        id
    }
}

pub(crate) fn entity(
    name: &str,
    kind: EntityKind,
    aliases: &[&str],
    protected: &[Protection],
) -> Entity {
    Entity {
        id: EntityId::derive(&["sample", name]),
        kind,
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        identifiers: Vec::new(),
        mentions: Vec::new(),
        documents: Vec::new(),
        roles: Vec::new(),
        protected: protected.to_vec(),
        reasons: vec!["same name after folding".to_owned()],
    }
}

fn role(
    entity: &mut Entity,
    role: Role,
    certainty: Certainty,
    place: Place,
    claim: Option<&ClaimId>,
) {
    entity.roles.push(RoleHeld {
        role,
        certainty,
        places: vec![place],
        claims: claim.into_iter().cloned().collect(),
        judgement: None,
    });
}

pub(crate) fn link(
    from: &EntityId,
    to: &EntityId,
    layer: Layer,
    weight: u64,
    claims: &[&ClaimId],
) -> Link {
    Link {
        id: LinkId::derive(&[from.as_str(), to.as_str(), layer.as_str()]),
        from: from.clone(),
        to: to.clone(),
        layer,
        interval: Interval {
            first: Some("2024-06".into()),
            last: Some("2024-09".into()),
        },
        weight,
        certainty: claims.first().map(|_| Certainty::Stated),
        alleged_only: false,
        denied: false,
        claims: claims.iter().map(|id| (*id).clone()).collect(),
        contacts: Vec::new(),
        places: Vec::new(),
    }
}

#[expect(clippy::too_many_lines, reason = "a table of data")]
fn calls(numbers: &[&str]) -> Sheet {
    let mut text = "from;to;start;seconds\n".to_owned();
    let mut blocks = Vec::new();
    let mut sheet = Sheet::new("calls.csv", "", "", Language::Unknown, "");
    let party = |number: &str| Party {
        raw: number.to_owned(),
        number: Some(number.to_owned()),
        masked: false,
    };
    for row in 0..40usize {
        let (from, to) = (
            numbers[row % numbers.len()],
            numbers[(row * row + 1) % numbers.len()],
        );
        if from == to {
            continue;
        }
        let start = format!("2024-06-{:02}T{:02}:15:00Z", row % 28 + 1, row % 24);
        let line = format!("{from};{to};{start};{}", row * 7);
        let span = Span::new(text.len(), text.len() + line.len());
        text.push_str(&line);
        text.push('\n');
        blocks.push(Block {
            span,
            kind: BlockKind::Row {
                number: row + 2,
                cells: Vec::new(),
                header: false,
            },
            language: None,
        });
        let place = Place {
            document: sheet.document.id.clone(),
            part: 0,
            span,
        };
        sheet.document.contacts.push(Contact {
            id: ContactId::derive(&[&place.key()]),
            place,
            from: party(from),
            to: party(to),
            start_raw: start.clone(),
            start: Some(start),
            seconds: Some(row as u64 * 7),
            count: 1,
            kind: ContactKind::Call,
            cell: None,
            imei: None,
            imsi: None,
        });
    }
    let kept = sheet.document.contacts.len();
    let seconds = sheet
        .document
        .contacts
        .iter()
        .filter_map(|c| c.seconds)
        .sum();
    let hours: Vec<u64> = (0..25).map(|hour| u64::from(hour % 3 == 0) * 3).collect();
    sheet.document.format = Format::Calls;
    sheet.document.parts[0].text = text;
    sheet.document.parts[0].kind = PartKind::Sheet;
    sheet.document.parts[0].label = "sheet calls".to_owned();
    sheet.document.parts[0].blocks = blocks;
    sheet.document.receipt = Some(Receipt {
        map: CallMap {
            zone: Some("America/Havana".into()),
            region: Some("CU".into()),
            ..CallMap::default()
        },
        columns_from: "header".into(),
        zone_from: "assumed".into(),
        rows_in: kept + 1,
        rows_kept: kept,
        rejected: vec![RejectedRow {
            row: 17,
            why: "no second number".into(),
            raw: ";;;".into(),
        }],
        seconds_in: seconds,
        seconds_kept: seconds,
        seconds_rejected: 0,
        hours_in: hours.clone(),
        hours_kept: hours,
        hours_rejected: vec![0; 25],
        count_in: kept as u64 + 1,
        count_kept: kept as u64,
        masked: 0,
        remarks: vec!["the end stated lies before the start: 1 times (row 3)".into()],
    });
    sheet
}

/// The case: a victim of 17 with a nickname and a phone, her unprotected cousin of the same
/// surname, an organiser, a ministry, call records, a refused file.
#[expect(clippy::too_many_lines, reason = "a table of data")]
pub(crate) fn study() -> Study {
    use {Certainty as C, Kind as K, Polarity as P};
    let fact = (C::Stated, P::Affirmed, K::Fact);
    let mut note = Sheet::new(
        "03-nota.txt",
        "Ministerio del Interior",
        "2024-09-08",
        Language::Es,
        NOTE,
    );
    let mut paper = Sheet::new(
        "07-harbour-post.txt",
        "Harbour Post",
        "2024-09-09",
        Language::En,
        PAPER,
    );
    let mut copy = Sheet::new(
        "08-copy.txt",
        "Daily Copy",
        "2024-09-10",
        Language::En,
        "The ministry said phone calls were intercepted and proved key.\n",
    );
    let mut russian = Sheet::new("12-посол.txt", "Вестник", "2024-10", Language::Ru, RUSSIAN);
    let mut talk = Sheet::new("Yuliet_Ferrer_call.txt", "", "2024", Language::Es, TALK);
    talk.document.parts[0].kind = PartKind::Transcript;

    let red = note.claim(
        "El Ministerio informó que una red captaba a jóvenes de Regla.",
        (
            "El Ministerio",
            "informó",
            "una red captaba a jóvenes de Regla",
        ),
        fact,
        None,
    );
    note.claim(
        "Según la nota, «la cabecilla mantenía las comunicaciones».",
        (
            "la nota",
            "Según",
            "la cabecilla mantenía las comunicaciones",
        ),
        fact,
        None,
    );
    let taken = note.claim(
        "Yuliet Ferrer Ramos, de 17 años, fue captada en junio de 2024.",
        (
            "",
            "",
            "Yuliet Ferrer Ramos, de 17 años, fue captada en junio de 2024",
        ),
        fact,
        Some(("junio de 2024", "2024-06")),
    );
    let tapped = paper.claim(
        "The ministry said the ringleader allegedly intercepted communications.",
        (
            "The ministry",
            "said",
            "the ringleader allegedly intercepted communications",
        ),
        (C::Alleged, P::Affirmed, K::Fact),
        None,
    );
    let denied = paper.claim(
        "Yadier Ferrer denied that he had paid anyone.",
        ("Yadier Ferrer", "denied", "he had paid anyone"),
        (C::Stated, P::Denied, K::Fact),
        None,
    );
    let many = paper.claim(
        "Sources said 20,000 men were recruited in 2024.",
        ("Sources", "said", "20,000 men were recruited in 2024"),
        (C::Reported, P::Affirmed, K::Fact),
        Some(("2024", "2024")),
    );
    copy.claim(
        "The ministry said phone calls were intercepted and proved key.",
        (
            "The ministry",
            "said",
            "phone calls were intercepted and proved key",
        ),
        fact,
        None,
    );
    let nobody = russian.claim(
        "По словам посла, никто не был завербован.",
        ("посла", "По словам", "никто не был завербован"),
        fact,
        None,
    );
    let pays = talk.claim(
        "Yuli dice que la profe paga los pasajes.",
        ("Yuli", "dice", "la profe paga los pasajes"),
        fact,
        None,
    );

    let mut girl = entity(
        "Yuliet Ferrer Ramos",
        EntityKind::Person,
        &["Yuliet Ferrer", "Юлиет Феррер"],
        &[Protection::Minor, Protection::Victim],
    );
    let mut cousin = entity("Yadier Ferrer", EntityKind::Person, &["Ядьер Феррер"], &[]);
    let mut boss = entity(
        "Marta Quintana Sosa",
        EntityKind::Person,
        &["la profe"],
        &[],
    );
    let ministry = entity(
        "Ministerio del Interior",
        EntityKind::Organisation,
        &["The ministry"],
        &[],
    );
    let mut phone = entity("+5350000123", EntityKind::Phone, &[], &[]);
    phone.reasons = vec!["call records".to_owned()];
    let other = entity("+5350000777", EntityKind::Phone, &[], &[]);
    let third = entity("+79000000111", EntityKind::Phone, &[], &[]);
    role(
        &mut girl,
        Role::Minor,
        C::Stated,
        note.place("de 17 años"),
        Some(&taken),
    );
    role(
        &mut girl,
        Role::Victim,
        C::Reported,
        note.place("fue captada"),
        Some(&taken),
    );
    role(
        &mut cousin,
        Role::Recruiter,
        C::Alleged,
        russian.place("Ядьер Феррер"),
        None,
    );
    role(
        &mut boss,
        Role::Organiser,
        C::Claimed,
        talk.place("la profe paga los pasajes"),
        Some(&pays),
    );

    let mut of_mention = std::collections::BTreeMap::new();
    let mut named = |sheet: &mut Sheet, words: &str, kind, who: &mut Entity| {
        let id = sheet.mention(words, kind);
        of_mention.insert(id.clone(), who.id.clone());
        who.mentions.push(id);
        who.documents.push(sheet.document.id.clone());
    };
    named(
        &mut note,
        "Yuliet Ferrer Ramos",
        MentionKind::Person,
        &mut girl,
    );
    named(&mut russian, "Юлиет Феррер", MentionKind::Person, &mut girl);
    named(&mut talk, "Yuli", MentionKind::Person, &mut girl);
    named(
        &mut paper,
        "Yadier Ferrer",
        MentionKind::Person,
        &mut cousin,
    );
    named(
        &mut russian,
        "Ядьер Феррер",
        MentionKind::Person,
        &mut cousin,
    );
    named(&mut talk, "la profe", MentionKind::Role, &mut boss);
    named(&mut talk, "5 000 0123", MentionKind::Phone, &mut phone);

    let gap = Gap {
        id: GapId::derive(&["sample"]),
        place: paper.place("The ministry declined to say how many were held."),
        cue: paper.span("declined to say"),
        kind: GapKind::Unanswered,
        about: Some(paper.span("how many were held")),
        by: Some(Span::new(
            paper.span("The ministry declined").start,
            paper.span("The ministry declined").start + 12,
        )),
    };
    let arrest = Proceeding {
        id: ProceedingId::derive(&["sample"]),
        place: russian.place("Задержан Ядьер Феррер."),
        stage: Stage::Arrest,
        who: Some(russian.span("Ядьер Феррер")),
        by: None,
        offence: None,
        certainty: C::Stated,
        claim: None,
    };
    let find = |kind, summary: &str, claims: &[&ClaimId], places: Vec<Place>| {
        Finding::new(
            kind,
            summary.to_owned(),
            claims.iter().map(|id| (*id).clone()).collect(),
            places,
        )
        .expect("it rests on something")
    };
    let findings = vec![
        find(
            FindingKind::Contradiction {
                aspect: Aspect::Predicate,
            },
            "One source says that people were recruited, another that nobody was.",
            &[&many, &nobody],
            vec![],
        ),
        find(
            FindingKind::Contradiction {
                aspect: Aspect::Actor,
            },
            "Who kept or tapped the communications is told differently.",
            &[&red, &tapped],
            vec![],
        ),
        find(
            FindingKind::Corroboration { origins: 2 },
            "Two origins say that people were recruited.",
            &[&red, &taken],
            vec![],
        ),
        find(
            FindingKind::TwoSided,
            "A person is said to be both recruit and recruiter.",
            &[&taken, &pays],
            vec![],
        ),
        find(
            FindingKind::Gap {
                gap: gap.id.clone(),
            },
            "It was asked and not answered.",
            &[],
            vec![gap.place.clone()],
        ),
    ];
    let drift = Drift {
        before: paper.place("the ringleader allegedly intercepted communications"),
        after: Some(copy.place("phone calls were intercepted and proved key")),
        what: "hedge dropped".to_owned(),
    };
    paper.facts.gaps.push(gap);
    russian.facts.proceedings.push(arrest);

    let sheet = calls(&["+5350000123", "+5350000777", "+79000000111"]);
    let mut pay = link(&boss.id, &girl.id, Layer::Paid, 1, &[&pays]);
    pay.alleged_only = true;
    pay.certainty = Some(C::Alleged);
    let mut kin = link(&cousin.id, &girl.id, Layer::Kin, 1, &[&denied]);
    kin.denied = true;
    let mut uses = link(&girl.id, &phone.id, Layer::Uses, 1, &[]);
    uses.places.push(talk.place("5 000 0123"));
    uses.certainty = Some(C::Stated);
    let mut called = link(&phone.id, &other.id, Layer::Called, 12, &[]);
    called.contacts = sheet
        .document
        .contacts
        .iter()
        .take(12)
        .map(|c| c.id.clone())
        .collect();
    let again = link(&other.id, &third.id, Layer::Called, 9, &[]);
    let links = vec![
        called,
        again,
        pay,
        kin,
        link(&boss.id, &cousin.id, Layer::Commanded, 2, &[&tapped]),
        uses,
    ];
    let mut entities = vec![girl, cousin, boss, ministry, phone, other, third];
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    let positions = entities
        .iter()
        .enumerate()
        .map(|(at, entity)| Position {
            entity: entity.id.clone(),
            component: usize::from(at == 3),
            community: at % 2,
            degree: links
                .iter()
                .filter(|l| l.from == entity.id || l.to == entity.id)
                .count(),
            betweenness: f64::from(u8::try_from(at).unwrap_or(0)) / 10.0,
        })
        .collect();
    let of_party = entities
        .iter()
        .filter(|e| e.kind == EntityKind::Phone)
        .map(|e| (e.name.clone(), e.id.clone()))
        .collect();
    let by_name = |name: &str| {
        entities
            .iter()
            .find(|e| e.name == name)
            .map(|e| e.id.clone())
    };
    let mut of_claim = std::collections::BTreeMap::new();
    for (claim, who) in [
        (&red, "Ministerio del Interior"),
        (&tapped, "Ministerio del Interior"),
        (&denied, "Yadier Ferrer"),
        (&pays, "Yuliet Ferrer Ramos"),
    ] {
        of_claim.insert(claim.clone(), by_name(who).expect("is there"));
    }
    let origin = |sheets: &[&Sheet], drifts: Vec<Drift>| Origin {
        id: OriginId::derive(&[sheets[0].document.id.as_str()]),
        head: sheets[0].document.id.clone(),
        documents: sheets
            .iter()
            .map(|sheet| sheet.document.id.clone())
            .collect(),
        reasons: sheets
            .iter()
            .skip(1)
            .map(|_| "shared wording (62 % of its text)".to_owned())
            .collect(),
        drifts,
    };
    let origins = vec![
        origin(&[&note], vec![]),
        origin(&[&paper, &copy], vec![drift]),
        origin(&[&russian], vec![]),
        origin(&[&talk], vec![]),
    ];
    let sheets = [note, paper, copy, russian, talk, sheet];
    let mut evidence: Vec<EvidenceLine> = sheets
        .iter()
        .map(|sheet| EvidenceLine {
            id: sheet.document.evidence.clone(),
            name: sheet.document.name.clone(),
            size: sheet.document.parts[0].text.len() as u64,
            state: ReadState::Read,
            faults: Vec::new(),
            from: Some("A. Caseworker".to_owned()),
            basis: Some("consent".to_owned()),
            publisher: None,
            date: None,
            received: "2024-10-02T09:00:00Z".to_owned(),
        })
        .collect();
    evidence.push(EvidenceLine {
        id: EvidenceId::of(b"scan"),
        name: "letter-scan.pdf".to_owned(),
        size: 48_213,
        state: ReadState::NoText("two pages are images; it needs OCR".to_owned()),
        faults: vec![Fault {
            path: None,
            what: "page 2 is rotated".to_owned(),
        }],
        from: None,
        basis: None,
        publisher: None,
        date: None,
        received: "2024-10-02T09:01:00Z".to_owned(),
    });
    Study {
        name: "malecon".to_owned(),
        contacts: sheets
            .iter()
            .flat_map(|sheet| sheet.document.contacts.clone())
            .collect(),
        facts: sheets.iter().map(|sheet| sheet.facts.clone()).collect(),
        documents: sheets.into_iter().map(|sheet| sheet.document).collect(),
        resolution: Resolution {
            entities,
            of_mention,
            of_party,
            of_claim,
        },
        network: Network { links, positions },
        assessment: Assessment { origins, findings },
        judgements: Vec::new(),
        custody: vec![CustodyLine {
            number: 1,
            when: "2024-10-02T09:00:00Z".to_owned(),
            who: "A. Caseworker".to_owned(),
            what: "added 03-nota.txt".to_owned(),
            hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned(),
        }],
        evidence,
    }
}
