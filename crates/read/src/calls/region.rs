//! In which country the numbers of a table were noted down.

use super::notes::Notes;
use super::phone::{self, Number};
use super::words::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Distinct numbers looked at.
const SAMPLE: usize = 2_000;
/// Fewer full numbers than this show nothing.
const ENOUGH: usize = 5;

/// Names of countries and of operators that work in one country, as [`fold`] leaves them.
const NAMED: &[(&str, &str)] = &[
    ("cuba", "CU"),
    ("куба", "CU"),
    ("кубы", "CU"),
    ("etecsa", "CU"),
    ("cubacel", "CU"),
    ("russia", "RU"),
    ("rusia", "RU"),
    ("россия", "RU"),
    ("россии", "RU"),
    ("рф", "RU"),
    ("мегафон", "RU"),
    ("билайн", "RU"),
    ("мтс", "RU"),
    ("espana", "ES"),
    ("spain", "ES"),
    ("испания", "ES"),
    ("kazakhstan", "KZ"),
    ("казахстан", "KZ"),
    ("belarus", "BY"),
    ("беларусь", "BY"),
    ("serbia", "RS"),
    ("сербия", "RS"),
];

/// The region the lines above a table state, if they state one and no other.
pub(crate) fn stated<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut found = BTreeSet::new();
    for line in lines.filter(|line| line.len() < 400) {
        let folded = fold(line);
        let words: Vec<&str> = folded.split(' ').collect();
        found.extend(
            NAMED
                .iter()
                .filter(|(name, _)| words.contains(name))
                .map(|(_, region)| *region),
        );
    }
    let mut found = found.into_iter();
    found
        .next()
        .filter(|_| found.next().is_none())
        .map(str::to_owned)
}

/// The region most full numbers belong to; says how it was found. `None` where nothing has to be read in a region or nothing shows it.
pub(crate) fn inferred<'a>(
    parties: impl Iterator<Item = &'a str>,
    notes: &mut Notes,
) -> Option<String> {
    let distinct: BTreeSet<&str> = parties.take(SAMPLE * 50).collect();
    let (mut full, mut bare, mut national) = (BTreeMap::new(), BTreeMap::new(), 0usize);
    for text in distinct.into_iter().take(SAMPLE) {
        if let Number::Known(number) = phone::e164(text, None) {
            tally(&mut full, &number);
        } else if matches!(phone::e164(text, None), Number::Unclear(_)) {
            national += 1;
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let whole = (10..=15).contains(&digits.len()) && !digits.starts_with('0');
            if whole && let Number::Known(number) = phone::e164(&format!("+{digits}"), None) {
                tally(&mut bare, &number);
            }
        }
    }
    if national == 0 {
        return None;
    }
    if let Some((region, of, all)) = majority(&full, 0) {
        notes.say(format!("numbers without a country code are read as numbers of {region}, because {of} of {all} full numbers are; --region settles it"));
        return Some(region);
    }
    let (region, of, all) = majority(&bare, national * 4 / 5)?;
    notes.say(format!("numbers stand without +; read as numbers of {region}, because {of} of {all} begin with its country code; --region settles it"));
    Some(region)
}

fn tally(regions: &mut BTreeMap<String, usize>, number: &str) {
    if let Some(region) = phone::region_of(number) {
        *regions.entry(region).or_default() += 1;
    }
}

/// The region of at least six in ten, with its count and the count of all.
fn majority(regions: &BTreeMap<String, usize>, at_least: usize) -> Option<(String, usize, usize)> {
    let all: usize = regions.values().sum();
    let (region, &of) = regions.iter().max_by_key(|(_, of)| **of)?;
    (all >= ENOUGH.max(at_least) && of * 10 >= all * 6).then(|| (region.clone(), of, all))
}
