//! What is put into a layered network comes out of it, layer by layer and period by period.

use super::*;
use proptest::prelude::*;

fn kinds() -> Vec<Kind> {
    [("called", true), ("met", false)]
        .map(|(name, directed)| Kind {
            name: name.to_owned(),
            directed,
        })
        .to_vec()
}

fn arc(from: u32, to: u32, layer: u8, days: Option<(i32, i32)>) -> Arc {
    Arc {
        from,
        to,
        layer,
        weight: 1.0,
        kept: 1.0,
        days,
    }
}

#[test]
fn periods_are_named_as_the_calendar_names_them() {
    let monday = days("2024-12-30").unwrap().0;
    let arcs = [
        arc(0, 1, 0, Some((monday, monday))),
        arc(1, 0, 0, Some((monday - 1, monday - 1))),
    ];
    let it = Layered::new(2, kinds(), &arcs).unwrap();
    let names = |by| -> Vec<String> { it.periods(by).into_iter().map(|it| it.name).collect() };
    assert_eq!(names(By::Week), ["2024-W52", "2025-W01"]);
    assert_eq!(names(By::Month), ["2024-12"]);
    assert_eq!(days("1970-01-01T10:00:00Z"), Some((0, 0)));
    assert_eq!(days("1970-02"), Some((31, 58)));
    assert_eq!(days("1970"), Some((0, 364)));
    assert_eq!(
        (days("1969-12-31"), days("soon"), days("")),
        (Some((-1, -1)), None, None)
    );
}

#[test]
fn a_cut_says_which_layers_it_joins() {
    let may = days("2024-05");
    let arcs = [
        arc(0, 1, 0, may),
        arc(2, 1, 1, may),
        arc(2, 0, 1, None),
        arc(1, 1, 0, may),
    ];
    let it = Layered::new(3, kinds(), &arcs).unwrap();
    assert_eq!(it.len(), 3, "nobody is tied to himself");
    let month = &it.periods(By::Month)[0];
    let both = it.cut(&[], Some(month)).unwrap();
    assert_eq!(
        (both.joined.as_slice(), both.arcs, both.timeless),
        ([0, 1].as_slice(), 2, 1)
    );
    assert!(
        both.graph.has(1, 2) && both.graph.has(2, 1),
        "a meeting goes both ways"
    );
    assert!(both.graph.has(0, 1) && !both.graph.has(1, 0));
    let calls = it.cut(&[0], None).unwrap();
    assert_eq!((calls.joined, calls.arcs, calls.timeless), (vec![0], 1, 0));
    assert_eq!(it.ties(&[1], None), [arc(0, 2, 1, None), arc(1, 2, 1, may)]);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = |arc| Layered::new(2, kinds(), &[arc]).unwrap_err();
    assert_eq!(refused(arc(0, 2, 0, None)), Invalid::NoSuchNode(2));
    assert_eq!(refused(arc(0, 1, 2, None)), Invalid::Layers);
    let heavy = Arc {
        kept: 1.5,
        ..arc(0, 1, 0, None)
    };
    assert_eq!(refused(heavy), Invalid::Weight);
}

proptest! {
    #[test]
    fn nothing_is_lost_and_layers_stay_apart(
        given in prop::collection::vec((0_u32..9, 0_u32..9, 0_u8..2, 0_u8..=255, prop::option::of((-4000_i32..40_000, 0_i32..90))), 0..60),
    ) {
        let arcs: Vec<Arc> = given.iter().map(|&(from, to, layer, kept, days)| Arc {
            kept: f32::from(kept) / 255.0,
            ..arc(from, to, layer, days.map(|(first, long)| (first, first + long)))
        }).collect();
        let it = Layered::new(9, kinds(), &arcs).unwrap();
        let key = |arc: &Arc| (arc.from, arc.to, arc.layer, arc.days, step(arc.kept));
        let mut wanted: Vec<_> = arcs.iter().filter(|arc| arc.from != arc.to).map(key).collect();
        let mut found: Vec<_> = it.arcs().map(|arc| key(&arc)).collect();
        wanted.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, wanted);
        let (calls, meetings, both) = (it.cut(&[0], None).unwrap(), it.cut(&[1], None).unwrap(), it.cut(&[], None).unwrap());
        prop_assert_eq!(calls.arcs + meetings.arcs, both.arcs);
        for by in [By::Week, By::Month] {
            let periods = it.periods(by);
            for two in periods.windows(2) {
                prop_assert!(two[0].last < two[1].first);
            }
            for arc in it.arcs() {
                let in_some = periods.iter().any(|period| arc.days.is_some_and(|days| period.touches(days)));
                prop_assert_eq!(in_some, arc.days.is_some());
            }
        }
    }
}
