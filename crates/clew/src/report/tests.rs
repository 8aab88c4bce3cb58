//! What the page must hold, and what it must never hold.

use super::html;
use crate::casefile::{CaseFile, Rests, Study, ring, sample};
use crate::redact::{self, Redacted};
use std::sync::OnceLock;

fn page(study: &Study) -> String {
    html(&redact::mask(study, CaseFile::of(study)))
}

/// The case file of the larger case, made once: plans take their time.
fn ring_case() -> &'static Redacted<CaseFile> {
    static CASE: OnceLock<Redacted<CaseFile>> = OnceLock::new();
    CASE.get_or_init(|| {
        let study = ring::study();
        redact::mask(&study, CaseFile::of(&study))
    })
}

#[test]
fn every_step_leads_somewhere() {
    leads(&page(&sample::study()));
    leads(&html(ring_case()));
}

/// Every step on the page leads to one thing on the page.
fn leads(page: &str) {
    let pieces = |open: &'static str| {
        page.split(open)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect::<Vec<_>>()
    };
    let ids: std::collections::BTreeSet<&str> = pieces(" id=\"").into_iter().collect();
    assert_eq!(ids.len(), pieces(" id=\"").len(), "an id stands twice");
    for step in pieces("href=\"#") {
        assert!(ids.contains(step), "nothing at #{step}");
    }
}

#[test]
fn the_same_study_gives_the_same_page() {
    assert_eq!(page(&sample::study()), page(&sample::study()));
}

#[test]
fn protected_names_stand_nowhere_on_the_page() {
    let page = page(&sample::study()).to_lowercase();
    for name in [
        "yuli",
        "ferrer",
        "ramos",
        "юлиет",
        "феррер",
        "0000123",
        "000 0123",
    ] {
        assert!(!page.contains(name), "{name} stands on the page");
    }
    assert!(page.contains("marta quintana sosa"));
}

#[test]
fn unmasking_says_who_and_why() {
    let study = sample::study();
    let why = redact::Unmasking::new("B. Analyst", "court order 12/24").expect("a reason");
    let page = html(&redact::unmask(CaseFile::of(&study), &why));
    assert!(page.contains("B. Analyst") && page.contains("court order 12/24"));
    assert!(page.contains("Yuliet Ferrer Ramos"));
}

/// Writes the page of the sample for a look in a browser: `CLEW_LOOK=FILE cargo test -p clew look`.
#[test]
fn look() {
    if let Ok(file) = std::env::var("CLEW_LOOK") {
        std::fs::write(file, page(&sample::study())).expect("it can be written");
    }
}

#[test]
fn the_larger_page_is_the_same_bytes_twice() {
    assert_eq!(page(&ring::study()), html(ring_case()));
}

#[test]
fn the_larger_page_shows_no_protected_name_number_or_handset() {
    let page = html(ring_case()).to_lowercase();
    for name in ring::PROTECTED {
        for word in name.to_lowercase().split(' ') {
            assert!(!page.contains(word), "{word} stands on the page");
        }
    }
    assert!(!page.contains(ring::HER_NUMBER) && !page.contains(&ring::HER_NUMBER[3..]));
    assert!(!page.contains(ring::HER_HANDSET));
    assert!(page.contains("bruno salas"));
}

#[test]
fn too_little_is_not_planned_on() {
    assert!(page(&sample::study()).contains("No plan is made."));
}

#[test]
fn the_plan_names_nobody_who_is_protected_and_says_whom_it_spares() {
    let plan = &ring_case().plan;
    assert_eq!(plan.thin, None);
    assert!(!plan.steps.is_empty());
    for step in plan.steps.iter().chain(&plan.further) {
        assert!(!step.name.protected, "{:?}", step.name);
    }
    assert_eq!(plan.spared.len(), ring::PROTECTED.len());
    assert!(
        plan.spared
            .iter()
            .all(|name| name.protected && name.text.starts_with("[person "))
    );
    assert_eq!(plan.spared_things, 1);
    let flow = plan
        .flow
        .as_ref()
        .expect("recruiters and recruits are tied");
    assert!(flow.first.after <= flow.before);
    assert!(
        flow.first
            .back
            .iter()
            .all(|(_, its)| its.low <= its.middle && its.middle <= its.high)
    );
    assert!(plan.curve.windows(2).all(|two| two[0] >= two[1]));
    assert!(plan.rounds > 0 && plan.steps.iter().all(|step| step.holds <= plan.rounds));
}

#[test]
fn a_changed_plan_says_whom_it_names_instead() {
    for change in &ring_case().plan.changes {
        assert!(change.ties > 0 || change.gone.is_empty(), "{change:?}");
        assert!(
            change
                .gone
                .iter()
                .chain(&change.come)
                .all(|name| !name.protected)
        );
    }
    let all = &ring_case().plan.changes;
    assert!(
        all.iter()
            .any(|change| change.what.contains("no call records"))
    );
}

/// Every statement that rests on words or rows leads to at least one of them.
#[test]
fn what_is_said_of_calls_plans_and_roles_rests_on_something() {
    let case = ring_case();
    let mut all: Vec<&Rests> = Vec::new();
    for step in &case.plan.steps {
        assert!(!step.ties.is_empty());
        all.extend(step.users.iter().map(|user| &user.rests));
        // A tie that records show leads to its link, which leads to them.
        all.extend(
            step.ties
                .iter()
                .filter(|tie| tie.contacts == 0)
                .map(|tie| &tie.rests),
        );
    }
    let records = &case.records;
    for profile in &records.profiles {
        let held = [
            &profile.partners,
            &profile.cells,
            &profile.handsets,
            &profile.sims,
        ];
        all.extend(held.into_iter().flatten().map(|line| &line.rests));
        all.extend(profile.silences.iter().map(|line| &line.rests));
    }
    all.extend(
        records
            .common
            .iter()
            .flat_map(|line| &line.with)
            .map(|line| &line.rests),
    );
    all.extend(
        records
            .lanes
            .iter()
            .flat_map(|group| &group.lanes)
            .map(|line| &line.rests),
    );
    all.extend(
        records
            .company
            .groups
            .iter()
            .flat_map(|group| &group.events)
            .map(|line| &line.rests),
    );
    all.extend(
        records
            .after
            .iter()
            .flat_map(|day| &day.pairs)
            .map(|line| &line.rests),
    );
    assert!(all.len() > 20);
    assert!(all.iter().all(|rests| !rests.cites.is_empty()));
    for holder in case.roles.iter().flat_map(|group| &group.holders) {
        assert!(!holder.said.is_empty(), "{holder:?}");
        assert!(
            holder
                .said
                .iter()
                .all(|said| !said.sentence.text.is_empty())
        );
    }
}

#[test]
fn roles_are_told_with_who_says_so_and_how_sure() {
    let case = ring_case();
    let of = |role: &str| {
        case.roles
            .iter()
            .find(|group| group.role == role)
            .expect("claimed")
    };
    let alleged = of("recruiter")
        .holders
        .iter()
        .find(|one| one.name.text == "Nadia Kern");
    let said = &alleged.expect("she is alleged to be one").said[0];
    assert_eq!(said.certainty, Some("alleged"));
    assert_eq!(
        said.chain.last().map(|name| name.text.as_str()),
        Some("The lawyer")
    );
    assert!(of("recruit").holders.iter().all(|one| one.name.protected));
    let stands = of("organiser").holders[0]
        .position
        .as_ref()
        .expect("she is tied");
    assert_eq!(stands.degree, 3);
    assert!(stands.best <= stands.worst && stands.worst <= stands.of);
}

#[test]
fn handsets_and_company_are_told_of_the_records() {
    let records = &ring_case().records;
    assert_eq!(records.zone, "America/Havana");
    assert_eq!(records.company.groups.len(), 1, "{:?}", records.company);
    let group = &records.company.groups[0];
    assert!(group.events.len() > 2 && group.cells > 1 && group.as_many * 20 <= group.shifts);
    assert!(
        records
            .lanes
            .iter()
            .any(|group| group.what == "handset" && group.lanes.len() == 2)
    );
    let page = html(ring_case());
    assert!(page.contains("Served by cell") && !page.contains("was at"));
}

#[test]
fn everybody_stands_in_every_picture() {
    let page = html(ring_case());
    let drawn: Vec<usize> = page
        .split("<svg class=\"net\"")
        .skip(1)
        .map(|rest| {
            rest.split("</svg>")
                .next()
                .unwrap_or("")
                .matches("class=\"node")
                .count()
        })
        .collect();
    // All layers, each layer, and May and June.
    assert!(
        drawn.len() > 5 && drawn.iter().all(|count| *count == drawn[0]),
        "{drawn:?}"
    );
    assert!(page.contains("Network in 2024-05") && page.contains("Network in 2024-06"));
}
