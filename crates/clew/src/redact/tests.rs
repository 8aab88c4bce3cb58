//! What the mask must and must not do.

use super::*;
use crate::casefile::sample;
use model::{Certainty, Role, RoleHeld};

fn mask() -> Mask {
    Mask::of(&sample::study())
}

#[test]
fn every_form_of_a_protected_name_goes() {
    let mask = mask();
    for text in [
        "Yuliet Ferrer Ramos",
        "YULIET FERRER",
        "Ramos",
        "yuliet",
        "Iuliet",
        "Y. Ferrer Ramos",
        "Юлиет Феррер",
        "Юлиету Ферреру",
        "с Юлиет",
        "Ферреров",
        "Yuliet's",
        "Yuliet_Ferrer.txt",
        "yulietferrer88@example.org",
        "YulietRamos.pdf",
        "Yu\u{ad}liet",
        "Yu\u{301}liet",
        "Yuli",
        "Юлиета",
        "Ferrer-Ramos",
        "Fer-\nrer",
        "Y u l i e t",
        "F.e.r.r.e.r",
        "Уuliеt Fеrrer",
        "los Ferrers",
        "@yulietramos",
        "y.ferrer@example.org",
        "yramos_88@example.org",
        "Ferrer Ramos, Yuliet",
        "**Yuliet** *Ferrer*",
        "+53 5 000 0123",
        "50000123",
        "tel:5-000-0123",
        "Ramos Y.",
    ] {
        let out = mask.text(&format!("Vimos a {text}, ayer.")).to_lowercase();
        for left in [
            "yuli",
            "ferrer",
            "ramos",
            "юлиет",
            "феррер",
            "0123",
            "iuliet",
            "y.",
        ] {
            assert!(!out.contains(left), "{text}: {out}");
        }
        assert!(
            out.starts_with("vimos a ") && out.ends_with(", ayer."),
            "{text}: {out}"
        );
    }
}

#[test]
fn pseudonyms_tell_people_apart_without_naming_the_wrong_one() {
    let mask = mask();
    assert_eq!(
        mask.text("vio a Yuliet Ferrer Ramos."),
        "vio a [person 1, minor]."
    );
    // The surname is the cousin's too: nobody can say whose it is.
    assert_eq!(mask.text("Ferrer calló"), "[name withheld] calló");
    // The cousin is said to be a recruiter; his surname would tell hers all the same.
    assert_eq!(mask.text("Yadier Ferrer calló"), "[name withheld] calló");
    assert_eq!(mask.text("Ядьера Феррера"), "[name withheld]");
    // A given name is not left beside a masked surname.
    assert_eq!(mask.text("Carlos Ferrer calló"), "[name withheld] calló");
}

#[test]
fn an_organiser_of_the_same_surname_is_shown_by_his_full_name() {
    let mut study = sample::study();
    for (name, alias) in [
        ("Carlos Ferrer Soto", "Карлос Феррер"),
        ("Лев Феррер", "Ferrer"),
        ("Yuliet Ferrer Paz", "Ferrer"),
    ] {
        let mut man = sample::entity(name, EntityKind::Person, &[alias], &[]);
        man.roles.push(RoleHeld {
            role: Role::Organiser,
            certainty: Certainty::Alleged,
            places: Vec::new(),
            claims: Vec::new(),
            judgement: None,
        });
        study.resolution.entities.push(man);
    }
    let bystander = sample::entity("Pedro Ferrer", EntityKind::Person, &[], &[]);
    study.resolution.entities.push(bystander);
    let mask = Mask::of(&study);
    for shown in [
        "Carlos Ferrer calló",
        "Carlos Ferrer Soto calló",
        "CARLOS FERRER SOTO",
        "Карлоса Феррера",
        "Льва Феррера",
        "vio a Carlos Ferrer.",
    ] {
        assert_eq!(mask.text(shown), shown);
    }
    for (text, wanted) in [
        ("Ferrer calló", "[name withheld] calló"),
        ("C. Ferrer calló", "[name withheld] calló"),
        ("Ferrer Soto calló", "[name withheld] calló"),
        // He runs nothing: her father, for all that is known.
        ("Pedro Ferrer calló", "[name withheld] calló"),
        // He is her cousin.
        ("Yadier Ferrer calló", "[name withheld] calló"),
        // Her given name too: nobody can say who of the two is meant.
        ("Yuliet Ferrer Paz calló", "[name withheld] calló"),
        (
            "Yuliet y Carlos Ferrer",
            "[name withheld] y [name withheld]",
        ),
    ] {
        assert_eq!(mask.text(text), wanted, "{text}");
    }
}

#[test]
fn a_common_noun_in_a_name_is_masked_nowhere_by_itself() {
    let mut study = sample::study();
    let mut client = sample::entity("Client Farida Haidari", EntityKind::Person, &[], &[]);
    client.protected.push(Protection::Victim);
    let mut minor = sample::entity("K.T.", EntityKind::Person, &[], &[]);
    minor.protected.push(Protection::Minor);
    study.resolution.entities.extend([client, minor]);
    let mask = Mask::of(&study);
    for shown in ["the client left", "Client of the bank", "his clients"] {
        assert_eq!(mask.text(shown), shown);
    }
    for text in [
        "Farida left",
        "Client Farida Haidari",
        "a minor, K.T., left",
    ] {
        let masked = mask.text(text);
        assert!(
            !masked.contains("Farida") && !masked.contains("K.T."),
            "{masked}"
        );
    }
}

#[test]
fn other_words_stay() {
    let mask = mask();
    for text in [
        "Marta Quintana Sosa",
        "la menor fue captada en junio",
        "El ramo de flores, tramos y gramos",
        "julio de 2024",
        "5350000777",
        "в июле завербованы",
        "Regla",
        "c-0a1b2c3d",
        "",
    ] {
        assert_eq!(mask.text(text), text);
    }
}

#[test]
fn no_reason_no_names() {
    assert!(Unmasking::new("analyst", "  ").is_none());
    assert!(Unmasking::new("", "court order").is_none());
    let open = Unmasking::new("analyst", "court order 12").expect("a reason");
    assert_eq!(Mask::none(&open).text("Yuliet Ferrer"), "Yuliet Ferrer");
}

#[test]
fn marks_follow_the_words_they_stand_on() {
    use crate::casefile::{Mark, Marked};
    let mut passage = Passage {
        text: "Ayer Yuliet Ferrer dijo que Yuliet vino".to_owned(),
        marks: vec![
            Marked {
                span: model::Span::new(5, 18),
                mark: Mark::Source,
            },
            Marked {
                span: model::Span::new(19, 23),
                mark: Mark::Cue,
            },
            Marked {
                span: model::Span::new(28, 39),
                mark: Mark::Content,
            },
        ],
        ..Passage::default()
    };
    mask().passage(&mut passage);
    let words: Vec<&str> = passage
        .marks
        .iter()
        .map(|mark| &passage.text[mark.span.start..mark.span.end])
        .collect();
    assert_eq!(
        words,
        ["[person 1, minor]", "dijo", "[person 1, minor] vino"]
    );
}

#[test]
fn a_handset_is_told_from_the_number_it_was_in() {
    let mut study = sample::study();
    let (first, second, sim) = ("352099001761481", "490154203237518", "250010000000017");
    study.contacts.retain(|one| one.from.key() == "+5350000123");
    // Whoever has more partners beside a SIM is whose it is.
    study.contacts[0].to.number = Some("+79000000111".to_owned());
    for (at, one) in study.contacts.iter_mut().enumerate() {
        let handset = if at < 4 { first } else { second };
        one.imei = Some(handset.to_owned());
        one.imsi = Some(sim.to_owned());
    }
    let mask = Mask::of(&study);
    for (text, wanted) in [
        (first, "[handset 1 of person 1]"),
        (second, "[handset 2 of person 1]"),
        (sim, "[SIM of person 1]"),
        ("+5350000123", "[identifier of person 1]"),
    ] {
        assert_eq!(mask.text(text), wanted);
    }
}

#[test]
fn what_friends_make_of_a_protected_name_is_masked() {
    let mut study = sample::study();
    for name in ["Zarina Osmonova", "Rosa Quispe", "Зарина Османова"] {
        let mut person = sample::entity(name, EntityKind::Person, &[], &[]);
        person.protected.push(Protection::Victim);
        study.resolution.entities.push(person);
    }
    let mask = Mask::of(&study);
    for (text, name) in [
        ("Zarinka lloró", "Zarinka"),
        ("Vio a Rosita", "Rosita"),
        ("Видели Зариночку", "Зариночку"),
    ] {
        let out = mask.text(text);
        assert!(!out.contains(name), "{text}: {out}");
    }
    assert_eq!(mask.text("Una rosita roja"), "Una rosita roja");
}
