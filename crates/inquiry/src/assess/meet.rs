//! What two claims have in common, and what stands in one against the other.

use super::frame::{Feature, Frame};
use super::lexicon;
use super::said::Said;
use std::collections::BTreeSet;

/// Concepts of a content.
pub(super) fn concepts(frame: &Frame) -> BTreeSet<usize> {
    let of = |feature: &Feature| match feature {
        Feature::Concept(concept) => Some(*concept),
        _ => None,
    };
    frame.features.iter().filter_map(of).collect()
}

/// Names, countries and cities among features.
pub(super) fn names(features: &BTreeSet<Feature>) -> BTreeSet<Feature> {
    let is_name = |feature: &&Feature| match feature {
        Feature::Name(_) => true,
        Feature::Concept(concept) => lexicon::is_country(*concept) || lexicon::is_city(*concept),
        Feature::Stem(_) => false,
    };
    features.iter().filter(is_name).cloned().collect()
}

impl Said<'_> {
    /// Whether each names somebody or something that the other does not: they speak of different people or places.
    pub(super) fn names_apart(&self, other: &Self) -> bool {
        !self.names.is_subset(&other.names) && !other.names.is_subset(&self.names)
    }

    /// Whether a body of each belongs to another town: "the police of Gibara", "the police of Banes".
    pub(super) fn towns_apart(&self, other: &Self) -> bool {
        self.bodies.iter().any(|(sort, here)| {
            other.bodies.get(sort).is_some_and(|there| {
                !here.is_empty() && !there.is_empty() && here.is_disjoint(there)
            })
        })
    }

    /// Whether the days of both may be one; one that has none may be on any.
    pub(super) fn days_meet(&self, other: &Self) -> bool {
        self.days.is_empty()
            || other.days.is_empty()
            || self
                .days
                .iter()
                .any(|x| other.days.iter().any(|y| x.may_equal(*y)))
    }

    /// What happens to people in it.
    pub(super) fn events(&self) -> BTreeSet<usize> {
        let concepts = self.concepts.iter().copied();
        concepts.filter(|one| lexicon::is_scope(*one)).collect()
    }

    /// A concept that both speak of.
    pub(super) fn shares(&self, other: &Self, fits: impl Fn(usize) -> bool) -> Option<usize> {
        self.concepts
            .intersection(&other.concepts)
            .copied()
            .find(|concept| fits(*concept))
    }

    /// How many names both have.
    pub(super) fn shared_names(&self, other: &Self) -> usize {
        let common = self.frame.features.intersection(&other.frame.features);
        common
            .filter(|feature| matches!(feature, Feature::Name(_)))
            .count()
    }

    /// Whether both name one day: the same date, or the same day of the week in documents of one week.
    pub(super) fn one_day(&self, other: &Self) -> bool {
        let dated = !self.days.is_empty() && !other.days.is_empty() && self.days_meet(other);
        let week = self.shares(other, lexicon::is_weekday).is_some();
        dated || (week && self.days_between(other).is_some_and(|days| days < 7))
    }

    /// Whether the words of both tie them to one event: a day, or a name of somebody or something in documents of a few weeks.
    pub(super) fn tied(&self, other: &Self) -> bool {
        let named = !self.names.is_disjoint(&other.names)
            || !self.names.is_disjoint(&other.seat)
            || !self.seat.is_disjoint(&other.names)
            || !self.seat.is_disjoint(&other.seat);
        let near = self.days_between(other).is_none_or(|days| days <= 30);
        self.one_day(other) || (named && near)
    }

    /// Days between the dates of their documents, a month taken as 31; nothing where one has none.
    pub(super) fn days_between(&self, other: &Self) -> Option<i32> {
        let day = |said: &Self| {
            said.date.map(|date| {
                i32::from(date.year()) * 372
                    + date.month().map_or(186, |month| i32::from(month) * 31)
                    + date.day().map_or(15, i32::from)
            })
        };
        Some((day(self)? - day(other)?).abs())
    }

    /// Whether two documents appeared more than a season apart; undated ones may not have.
    pub(super) fn far_apart(&self, other: &Self) -> bool {
        self.days_between(other).is_some_and(|days| days > 4 * 31)
    }
}
