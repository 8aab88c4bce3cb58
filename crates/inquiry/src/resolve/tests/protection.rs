//! Who is protected, and whom protection reaches.

use super::*;

/// Why the entity of each of these mentions is protected.
fn protection<'r>(found: &'r Resolution, made: &Made) -> Vec<&'r [Protection]> {
    let of = |mention: &model::Mention| {
        let id = &found.of_mention[&mention.id];
        let entity = found.entities.iter().find(|entity| entity.id == *id);
        entity.map_or(&[][..], |entity| &entity.protected)
    };
    made.facts.mentions.iter().map(of).collect()
}

#[test]
fn protection_reaches_every_piece_of_a_name() {
    let mut letter = naming("a", &["Maikel Ortiz Peña"]);
    let minor = letter.facts.mentions[0].id.clone();
    letter.role(&minor, Role::Minor, Certainty::Stated, None);
    let wanted: &[Protection] = &[Protection::Minor];
    for piece in [
        "MAIKEL",
        "Maikel",
        "Ortiz",
        "Maikel Ortiz",
        "M. Ortiz",
        "Майкелю Ортису",
        "ORTIZ PEÑA MAIKEL",
        "Maikel primo",
    ] {
        let other = naming("b", &[piece]);
        let found = resolve(&[letter.clone(), other.clone()], &[]);
        assert_eq!(protection(&found, &other), [wanted], "{piece}");
    }
    for open in ["Luis Ortiz", "Ana Peña Ruiz", "Luisa", "Maikel Ortiz Gómez"] {
        let other = naming("b", &[open]);
        let found = resolve(&[letter.clone(), other.clone()], &[]);
        assert!(protection(&found, &other)[0].is_empty(), "{open}");
    }
    let mut book = Made::new("c", "Write to maikel.ortiz@x.example.");
    book.mention(MentionKind::Address, "maikel.ortiz@x.example", 0);
    let found = resolve(&[letter, book.clone()], &[]);
    assert_eq!(
        protection(&found, &book),
        [wanted],
        "an address with his name"
    );
}

#[test]
fn a_speaker_known_by_one_word_protects_who_he_may_be() {
    let mut interview = naming("a", &["MAIKEL"]);
    let speaker = interview.facts.mentions[0].id.clone();
    interview.role(&speaker, Role::Minor, Certainty::Stated, None);
    let list = naming("b", &["Maikel Ortiz Peña", "Luis Díaz"]);
    let found = resolve(&[interview, list.clone()], &[]);
    assert_eq!(
        protection(&found, &list),
        [&[Protection::Minor][..], &[Protection::RoleNotTold]],
        "he may be the one on the list; of the other nothing is told"
    );
}

#[test]
fn who_runs_the_network_is_not_hidden_by_a_namesake() {
    let mut student = naming("a", &["Yoandri Cobas Rivero"]);
    let recruit = student.facts.mentions[0].id.clone();
    student.role(&recruit, Role::Recruit, Certainty::Stated, None);
    let mut other = naming("b", &["Yoandri Cobas Rivero", "Yoandri"]);
    let driver = other.facts.mentions[0].id.clone();
    other.role(&driver, Role::Transporter, Certainty::Stated, None);
    let apart = Verdict::NotSame {
        a: anchor(&student, 0),
        b: anchor(&other, 0),
    };
    let judged = [judgement(1, apart)];
    let found = resolve(&[student.clone(), other.clone()], &judged);
    assert!(
        protection(&found, &other)
            .iter()
            .all(|held| held.is_empty())
    );
    // A bare given name that is said to run it may still be the recruit's, where nobody else bears it.
    let mut bare = naming("c", &["Yoandri"]);
    let taker = bare.facts.mentions[0].id.clone();
    bare.role(&taker, Role::Exploiter, Certainty::Stated, None);
    let found = resolve(&[student, bare.clone()], &[]);
    assert_eq!(
        protection(&found, &bare),
        [&[Protection::PossibleVictim][..]]
    );
}

#[test]
fn relatives_are_those_of_protected_people() {
    let family = |recruit: bool| {
        let mut made = Made::new(
            "a",
            "Ann Smith, the wife of Bob Smith, spoke. So did Eva Cole.",
        );
        let (wife, man) = (made.person("Ann Smith"), made.person("Bob Smith"));
        let mother = made.person("Eva Cole");
        made.tie(&wife, Layer::Kin, &man, Certainty::Stated, None);
        made.role(&wife, Role::Relative, Certainty::Stated, None);
        made.role(&mother, Role::Relative, Certainty::Stated, None);
        if recruit {
            made.role(&man, Role::Recruit, Certainty::Alleged, None);
        }
        let found = resolve(std::slice::from_ref(&made), &[]);
        protection(&found, &made)
            .into_iter()
            .map(<[Protection]>::to_vec)
            .collect::<Vec<_>>()
    };
    assert!(
        family(false).iter().all(Vec::is_empty),
        "anybody's wife is nobody's secret"
    );
    let relative = vec![Protection::Relative];
    assert_eq!(
        family(true),
        [relative.clone(), vec![Protection::PossibleVictim], relative]
    );
}
