//! How a table of calls is laid out: which row is the header, which column plays which role.

use super::duration::Unit;
use super::phone::{self, Number};
use super::stamp::{self, Order};
use super::values::{
    Is, Values, is_clock, is_day, is_duration, is_midnight, is_moment, is_party, is_phone, is_when,
    is_whole_phone,
};
use super::words::{self, Fit, Role, Says};
use crate::table::{Row, Table};
use std::collections::BTreeMap;

/// Headers stand at most this far down, below title lines.
const HEADER_WITHIN: usize = 40;

/// The layout of one table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    /// Index of the header row, if there is one.
    pub(crate) header: Option<usize>,
    /// Index of the first row of records.
    pub(crate) body: usize,
    /// Role to column.
    pub(crate) columns: BTreeMap<Role, usize>,
    /// Header text of each column, merged rows joined.
    pub(crate) titles: Vec<String>,
    /// The header names the subscriber's own number or the other party: a direction turns the record round.
    pub(crate) subscriber: bool,
    /// How durations are written.
    pub(crate) unit: Unit,
    /// The columns were told from their values alone.
    pub(crate) from_values: bool,
}

impl Layout {
    /// The text of the cell that plays `role`, trimmed.
    pub(crate) fn cell<'r>(&self, row: &'r Row, role: Role) -> &'r str {
        self.columns
            .get(&role)
            .map_or("", |&column| text(row, column))
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        self.columns.contains_key(&role)
    }
}

/// The text of a cell, trimmed; nothing where the row is too short.
pub(crate) fn text(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |(text, _)| text.trim())
}

/// Whether nothing is written in the row.
pub(crate) fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|(text, _)| text.trim().is_empty())
}

/// Finds the layout; `None` if this is no table of calls.
///
/// `own` says that the subscriber's number is known from elsewhere; `given` are columns a person named.
pub(crate) fn find(table: &Table, own: bool, given: &BTreeMap<Role, usize>) -> Option<Layout> {
    let mut heading = heading(table);
    let mut layout = Layout::default();
    let forced = given.contains_key(&Role::To) && (own || given.contains_key(&Role::From));
    if heading.is_none() && forced {
        heading = table
            .header
            .and_then(|at| table.rows.get(at).map(|row| Heading::of(row, at)));
    }
    if let Some(heading) = &heading {
        layout.header = Some(heading.at);
        layout.body = heading.at + 1;
        layout.titles.clone_from(&heading.titles);
    }
    if heading.is_none() && !forced {
        skip_header(&mut layout, table);
    }
    let values = Values::of(table, layout.body);
    let telling = match &heading {
        Some(heading) => assign(&mut layout, heading, &values, given),
        None => false,
    };
    for (&role, &column) in given {
        layout.columns.retain(|_, taken| *taken != column);
        layout.columns.insert(role, column);
    }
    if heading.is_none() && !forced && !layout.titles.iter().any(|title| is_against(title)) {
        from_values(&mut layout, &values);
    }
    settle_times(&mut layout, &values);
    layout.unit = unit(&layout);
    let against = heading.is_some_and(|heading| heading.against);
    let complete = layout.has(Role::To) && (own || layout.has(Role::From));
    (complete && (forced || is_calls(&layout, &values, telling, against))).then_some(layout)
}

/// Passes over a header that names nothing of calls: it is no record.
fn skip_header(layout: &mut Layout, table: &Table) {
    if let Some((at, row)) = table.header.and_then(|at| Some((at, table.rows.get(at)?))) {
        layout.header = Some(at);
        layout.body = at + 1;
        layout.titles = Heading::of(row, at).titles;
    }
}

/// Whether a header is one of tables that are none of calls.
pub(super) fn is_against(title: &str) -> bool {
    words::header(title).is_some_and(|fit| fit.says == Says::Against)
}

/// A header row as it was understood.
struct Heading {
    at: usize,
    titles: Vec<String>,
    fits: Vec<Option<Fit>>,
    against: bool,
}

impl Heading {
    fn of(row: &Row, at: usize) -> Self {
        Self::with_titles(
            row.cells
                .iter()
                .map(|(text, _)| text.trim().to_owned())
                .collect(),
            at,
        )
    }

    fn with_titles(titles: Vec<String>, at: usize) -> Self {
        let fits: Vec<_> = titles.iter().map(|title| words::header(title)).collect();
        Self::with_fits(titles, fits, at)
    }

    fn with_fits(titles: Vec<String>, fits: Vec<Option<Fit>>, at: usize) -> Self {
        let against = fits.iter().flatten().any(|fit| fit.says == Says::Against);
        Self {
            at,
            titles,
            fits,
            against,
        }
    }

    /// How many different things of calls it names.
    fn score(&self) -> usize {
        let mut seen: Vec<Says> = Vec::new();
        for fit in self.fits.iter().flatten() {
            if !matches!(fit.says, Says::Nothing | Says::Against) && !seen.contains(&fit.says) {
                seen.push(fit.says);
            }
        }
        seen.len()
    }

    /// The same header under a row of merged cells: `Abonado A | | Abonado B |` over `Número | IMEI | Número | IMEI`.
    fn under(upper: &Row, lower: &Row, at: usize) -> Self {
        let mut group = "";
        let width = upper.cells.len().max(lower.cells.len());
        let (mut titles, mut fits) = (Vec::new(), Vec::new());
        for column in 0..width {
            let (above, below) = (text(upper, column), text(lower, column));
            if !above.is_empty() {
                group = above;
            }
            let own = words::header(below);
            let both = format!("{group} {below}").trim().to_owned();
            let (title, fit) = if below.is_empty() {
                (above.to_owned(), words::header(above))
            } else if own.is_none_or(|fit| matches!(fit.says, Says::Other | Says::Own)) {
                (both.clone(), words::header(&both))
            } else {
                (both.clone(), own.map(|fit| beside_the_other(fit, group)))
            };
            titles.push(title);
            fits.push(fit);
        }
        Self::with_fits(titles, fits, at)
    }
}

/// Handset and cell of the called party are not the record's.
fn beside_the_other(fit: Fit, group: &str) -> Fit {
    let of_other = words::header(group).is_some_and(|fit| fit.says == Says::Role(Role::To));
    if of_other && matches!(fit.says, Says::Role(Role::Imei | Role::Imsi | Role::Cell)) {
        return Fit {
            says: Says::Nothing,
            ..fit
        };
    }
    fit
}

/// The row that names most, if it names at least two things and holds no record itself.
fn heading(table: &Table) -> Option<Heading> {
    let mut best: Option<Heading> = None;
    for (at, row) in table.rows.iter().take(HEADER_WITHIN).enumerate() {
        if row.cells.iter().any(|(text, _)| is_data(text.trim())) {
            continue;
        }
        let mut here = Heading::of(row, at);
        let upper = at.checked_sub(1).and_then(|above| table.rows.get(above));
        let filled = |row: &Row| {
            row.cells
                .iter()
                .filter(|(text, _)| !text.trim().is_empty())
                .count()
        };
        if let Some(upper) = upper.filter(|upper| {
            filled(upper) >= 2 && !upper.cells.iter().any(|(text, _)| is_data(text.trim()))
        }) {
            let under = Heading::under(upper, row, at);
            if under.score() > here.score() {
                here = under;
            }
        }
        if here.score() >= 2 && best.as_ref().is_none_or(|best| here.score() > best.score()) {
            best = Some(here);
        }
    }
    best
}

/// Whether a cell can only stand in a record: a date, or a number of seven digits and more.
fn is_data(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 7
        && (stamp::stamp(text, Order::DayFirst).is_some()
            || phone::e164(text, Some("US")) != Number::NotANumber)
}

/// Gives each role the column whose header fits best. Whether any header is one that only call records use.
fn assign(
    layout: &mut Layout,
    heading: &Heading,
    values: &Values,
    given: &BTreeMap<Role, usize>,
) -> bool {
    let mut telling = false;
    let free = |column: usize| !given.values().any(|&taken| taken == column);
    let best = |says: Says, taken: Option<usize>| {
        let fits = heading.fits.iter().enumerate();
        fits.filter_map(|(column, fit)| fit.filter(|fit| fit.says == says).map(|fit| (column, fit)))
            .filter(|(column, _)| free(*column) && Some(*column) != taken)
            .max_by_key(|(column, fit)| (fit.strength, usize::MAX - column))
    };
    for (role, _) in Role::ALL {
        if let Some((column, fit)) =
            best(Says::Role(role), None).filter(|_| !given.contains_key(&role))
        {
            telling |= fit.telling;
            layout.columns.insert(role, column);
        }
    }
    // "Start Date" beside "Start Time": both are headed as starts, each holds half of one.
    if let Some(&start) = layout.columns.get(&Role::Start)
        && let Some((column, _)) = best(Says::Role(Role::Start), Some(start))
    {
        let is = |column: usize, is: Is| values.share(column, is) >= 0.5;
        if is(start, is_day) && is(column, is_clock) {
            layout.columns.entry(Role::Time).or_insert(column);
        } else if is(start, is_clock) && is(column, is_day) {
            layout.columns.entry(Role::Date).or_insert(column);
        }
    }
    let own = best(Says::Own, None);
    let other = best(Says::Other, None);
    if let Some((column, fit)) =
        own.filter(|_| !layout.has(Role::From) && !given.contains_key(&Role::From))
    {
        layout.columns.insert(Role::From, column);
        layout.subscriber = true;
        telling |= fit.telling;
    }
    if let Some((column, fit)) =
        other.filter(|_| !layout.has(Role::To) && !given.contains_key(&Role::To))
    {
        layout.columns.insert(Role::To, column);
        layout.subscriber = layout.subscriber || !layout.has(Role::From);
        telling |= fit.telling;
    } else if let Some((column, _)) =
        other.filter(|_| !layout.has(Role::From) && !layout.has(Role::Direction))
    {
        layout.columns.insert(Role::From, column);
    }
    telling |= layout.has(Role::Duration)
        && layout
            .columns
            .get(&Role::Duration)
            .is_some_and(|&c| values.share(c, is_duration) >= 0.5)
        && layout
            .columns
            .get(&Role::To)
            .is_some_and(|&c| values.share(c, is_party) >= 0.5);
    telling
}

/// Tells the columns of a table without a header: two columns of numbers, a time, a duration.
fn from_values(layout: &mut Layout, values: &Values) {
    let most = |column: usize, is: fn(&str) -> bool| {
        values.filled(column) * 2 >= values.rows() && values.share(column, is) >= 0.8
    };
    let phones: Vec<usize> = (0..values.width())
        .filter(|&column| most(column, is_whole_phone))
        .collect();
    let (&[from, to], Some(times)) = (phones.as_slice(), values.times(0.8)) else {
        return;
    };
    layout.columns.extend([(Role::From, from), (Role::To, to)]);
    layout.columns.extend(times);
    // From the surest to the weakest: a bare number can be a duration, but also much else.
    let kinds: [(Role, Is); 5] = [
        (Role::Imei, super::ident::is_imei),
        (Role::Direction, |text| words::way(text).is_some()),
        (Role::Kind, |text| words::kind(text).is_some()),
        (Role::End, is_moment),
        (Role::Duration, is_duration),
    ];
    for (role, is) in kinds {
        let free = |column: &usize| !layout.columns.values().any(|taken| taken == column);
        let found = (0..values.width())
            .filter(free)
            .find(|&column| most(column, is) && (role != Role::Duration || values.varies(column)));
        layout.columns.extend(found.map(|column| (role, column)));
    }
    layout.from_values = true;
}

/// Puts `start`, `date` and `time` where their values say: `Date` may hold both, `Start` only the clock.
fn settle_times(layout: &mut Layout, values: &Values) {
    let share = |role: Role, layout: &Layout, is: fn(&str) -> bool| {
        layout
            .columns
            .get(&role)
            .map_or(0.0, |&column| values.share(column, is))
    };
    if let Some(&start) = layout.columns.get(&Role::Start) {
        if share(Role::Start, layout, is_clock) >= 0.5 && layout.has(Role::Date) {
            layout.columns.remove(&Role::Start);
            layout.columns.insert(Role::Time, start);
        } else if share(Role::Start, layout, is_day) >= 0.5 && layout.has(Role::Time) {
            layout.columns.remove(&Role::Start);
            layout.columns.insert(Role::Date, start);
        } else {
            layout
                .columns
                .retain(|role, _| !matches!(role, Role::Date | Role::Time));
            return;
        }
    }
    for role in [Role::Date, Role::Time] {
        let other = if role == Role::Date {
            Role::Time
        } else {
            Role::Date
        };
        let alone = !layout.has(other)
            || share(
                other,
                layout,
                if other == Role::Time {
                    is_clock
                } else {
                    is_day
                },
            ) < 0.5;
        if alone && share(role, layout, is_moment) >= 0.5 && share(role, layout, is_midnight) < 0.9
        {
            if let Some(column) = layout.columns.remove(&role) {
                layout.columns.insert(Role::Start, column);
            }
            layout.columns.remove(&other);
        }
    }
    if !layout.has(Role::Date)
        && let Some(column) = layout.columns.remove(&Role::Time)
    {
        layout.columns.insert(Role::Start, column);
    } else if !layout.has(Role::Time)
        && let Some(column) = layout.columns.remove(&Role::Date)
    {
        layout.columns.insert(Role::Start, column);
    }
}

/// Reads the unit of durations from the header.
fn unit(layout: &Layout) -> Unit {
    let title = layout
        .columns
        .get(&Role::Duration)
        .and_then(|&column| layout.titles.get(column));
    let folded = words::fold(title.map_or("", String::as_str));
    let has = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    let seconds = has(&[
        "s",
        "sec",
        "secs",
        "seconds",
        "seg",
        "segundos",
        "сек",
        "с",
        "секунд",
        "секунды",
        "ss",
    ]);
    let minutes = has(&[
        "min",
        "mins",
        "minutes",
        "minutos",
        "мин",
        "минут",
        "минуты",
    ]);
    let clock = folded
        .split_once(' ')
        .is_some_and(|_| folded.ends_with("hh mm") || folded.ends_with("чч мм"));
    Unit {
        minutes: minutes && !seconds,
        hours_first: clock,
    }
}

/// Whether the columns hold what a table of calls holds.
fn is_calls(layout: &Layout, values: &Values, telling: bool, against: bool) -> bool {
    let share = |role: Role, is: fn(&str) -> bool| {
        layout
            .columns
            .get(&role)
            .map_or(0.0, |&column| values.share(column, is))
    };
    let parties = [Role::From, Role::To]
        .into_iter()
        .filter(|&role| layout.has(role));
    let are_parties = parties.clone().all(|role| share(role, is_party) >= 0.5);
    let are_phones = parties.clone().all(|role| share(role, is_phone) >= 0.5);
    let timed = layout.has(Role::Start) && share(Role::Start, is_when) >= 0.5
        || layout.has(Role::Date) && share(Role::Date, is_when) >= 0.5;
    let spoken = share(Role::Kind, |text| words::kind(text).is_some()) >= 0.5;
    let lasting = share(Role::Duration, is_duration) >= 0.5;
    let counted = share(Role::Count, |text| text.parse::<u64>().is_ok()) >= 0.5;
    if against && !(spoken || lasting && are_phones) {
        return false;
    }
    let empty = values.rows() == 0;
    let sound = are_parties
        && (timed || counted && telling)
        && (telling || spoken || lasting || are_phones);
    // Callers may be named instead of numbered; then only words of call records will do.
    let named = telling && timed && lasting && named_parties(layout);
    sound || named || empty && telling && layout.has(Role::Duration)
}

/// Whether both party columns have headers that only call records use.
fn named_parties(layout: &Layout) -> bool {
    [Role::From, Role::To].iter().all(|role| {
        let title = layout
            .columns
            .get(role)
            .and_then(|&column| layout.titles.get(column));
        title
            .and_then(|title| words::header(title))
            .is_some_and(|fit| fit.telling)
    })
}
