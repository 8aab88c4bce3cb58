//! What people decide wins, and can be taken back.

use super::*;

#[test]
fn judgements_win_and_the_later_wins_over_the_earlier() {
    let made = [
        naming("a", &["Yusniel Pérez"]),
        naming("b", &["Yusniel Pérez"]),
        naming("c", &["la China"]),
    ];
    let (a, b, c) = (
        anchor(&made[0], 0),
        anchor(&made[1], 0),
        anchor(&made[2], 0),
    );
    let apart = Verdict::NotSame {
        a: a.clone(),
        b: b.clone(),
    };
    let same = Verdict::Same {
        a: b.clone(),
        b: c.clone(),
    };
    let found = resolve(&made, &[judgement(1, apart.clone()), judgement(2, same)]);
    assert_eq!(persons(&found), 2);
    assert!(
        found
            .entities
            .iter()
            .any(|e| e.reasons.contains(&"judgement j-2".to_owned()))
    );
    let again = Verdict::Same { a, b };
    let found = resolve(
        &made[..2],
        &[judgement(1, apart.clone()), judgement(2, again.clone())],
    );
    assert_eq!(persons(&found), 1);
    assert!(
        found.entities[0]
            .reasons
            .iter()
            .any(|reason| reason.contains("j-1")),
        "{:?}",
        found.entities[0].reasons
    );
    assert_eq!(
        persons(&resolve(
            &made[..2],
            &[judgement(2, apart), judgement(1, again)]
        )),
        2
    );
}

#[test]
fn a_role_can_be_judged() {
    let made = [naming("a", &["Yusniel Pérez"])];
    let verdict = Verdict::Role {
        who: anchor(&made[0], 0),
        role: Role::Victim,
    };
    let found = resolve(&made, &[judgement(3, verdict)]);
    assert_eq!(
        found.entities[0].roles[0].judgement,
        Some(JudgementId("j-3".to_owned()))
    );
    assert_eq!(found.entities[0].protected, [Protection::Victim]);
}

#[test]
fn a_role_can_be_taken_away_and_given_back() {
    let mut made = naming("a", &["Yusniel Pérez"]);
    let who = made.facts.mentions[0].id.clone();
    made.role(&who, Role::Recruit, Certainty::Stated, None);
    let made = [made];
    let verdict = Verdict::NotRole {
        who: anchor(&made[0], 0),
        role: Role::Recruit,
    };
    let taken = [judgement(1, verdict)];
    assert_eq!(
        resolve(&made, &[]).entities[0].protected,
        [Protection::PossibleVictim]
    );
    let found = resolve(&made, &taken);
    assert!(found.entities[0].roles.is_empty() && found.entities[0].protected.is_empty());
    let again = Verdict::Role {
        who: anchor(&made[0], 0),
        role: Role::Recruit,
    };
    let found = resolve(&made, &[taken[0].clone(), judgement(2, again)]);
    assert_eq!(found.entities[0].protected, [Protection::PossibleVictim]);
}

#[test]
fn who_is_judged_no_victim_is_not_masked_in_doubt() {
    let mut made = Made::new("a", "Three men were beaten. Ana Ruiz slept.");
    made.mention(MentionKind::Person, "Ana Ruiz", 0);
    let made = [made];
    let protected = |judgements: &[Judgement]| {
        let found = resolve(&made, judgements);
        found.entities[0].protected.clone()
    };
    assert_eq!(protected(&[]), [Protection::RoleNotTold]);
    let who = anchor(&made[0], 0);
    let role = Role::Victim;
    let no_victim = Verdict::NotRole {
        who: who.clone(),
        role,
    };
    assert!(protected(&[judgement(1, no_victim.clone())]).is_empty());
    let again = Verdict::Role { who, role };
    let both = [judgement(1, no_victim), judgement(2, again)];
    assert_eq!(protected(&both), [Protection::Victim]);
}

#[test]
fn nothing_follows_from_what_was_misread() {
    let mut made = naming("a", &["Ana Ruiz", "Luis Pérez"]);
    let claim = made.claim(
        "",
        "Then Ana Ruiz came.",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    let (ana, luis) = (
        made.facts.mentions[0].id.clone(),
        made.facts.mentions[1].id.clone(),
    );
    made.role(&ana, Role::Recruiter, Certainty::Stated, Some(&claim));
    made.role(&luis, Role::Recruiter, Certainty::Stated, None);
    let verdict = Verdict::Misread {
        place: crate::resolve::content(&made.facts.claims[0]),
    };
    let left = crate::resolve::standing(vec![made.facts.clone()], &[judgement(1, verdict)]);
    assert!(left[0].claims.is_empty());
    assert_eq!(left[0].roles.len(), 1, "what stands elsewhere stays");
    assert_eq!(left[0].roles[0].who, luis);
    assert_eq!(
        crate::resolve::standing(vec![made.facts.clone()], &[]),
        [made.facts]
    );
}
