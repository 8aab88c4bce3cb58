//! Numbers in call records, their imports, and what the records answer.

use crate::casefile::text::{Name, shown};
use crate::casefile::{Cite, Rests};

shown! {
    /// A number in call records.
    pub(crate) struct NumberLine {
        /// The number or who it is.
        name: Name,
        /// Number as the records have it.
        number: String,
        /// Who is said to use it.
        users: Vec<UserLine>,
        /// Contacts it stands in.
        contacts: u64,
        /// Of them outgoing.
        outgoing: u64,
        /// With how many others.
        partners: usize,
        /// Sum of durations in seconds.
        seconds: u64,
        /// First time.
        first: String,
        /// Last time.
        last: String,
        /// Contacts by hour of the day in the record's zone.
        hours: Vec<u64>,
    }

    /// An import of call records.
    pub(crate) struct ReceiptLine {
        /// Index of the document.
        document: usize,
        /// Zone and where it came from.
        zone: String,
        /// Region in which numbers were read.
        region: String,
        /// Rows in.
        rows: usize,
        /// Rows kept.
        kept: usize,
        /// Rows rejected.
        refused: usize,
        /// The first of them: row number and why.
        rejected: Vec<(usize, String)>,
        /// Seconds in.
        seconds_in: u64,
        /// Seconds kept.
        seconds_kept: u64,
        /// Seconds rejected.
        seconds_rejected: u64,
        /// Rows by hour in.
        hours: Vec<u64>,
        /// Rows by hour kept.
        hours_kept: Vec<u64>,
        /// Rows with masked parties.
        masked: usize,
        /// What was not as it should be in rows, and what was done.
        remarks: Vec<String>,
        /// Whether both sides add up.
        adds_up: bool,
    }

    /// What the call records answer.
    pub(crate) struct RecordLines {
        /// Zone in which days and hours are told.
        zone: String,
        /// Why nothing was asked, if nothing was.
        unasked: Option<String>,
        /// The main numbers.
        profiles: Vec<ProfileLine>,
        /// Numbers that several of the main numbers are in contact with.
        common: Vec<CommonLine>,
        /// How many more there are.
        common_more: usize,
        /// Handsets and SIMs over time, where something changed.
        lanes: Vec<LaneGroup>,
        /// How many more handsets and SIMs changed.
        lanes_more: usize,
        /// Beginning and end of all records, as days.
        span: (String, String),
        /// Marks of the months on the scale: share of the span in thousandths, and the month.
        scale: Vec<(usize, String)>,
        /// Numbers that others may have replaced.
        replaced: Vec<ReplacedLine>,
        /// What followed days of which claims speak.
        after: Vec<AfterLine>,
        /// Who moved together.
        company: CompanyLines,
    }

    /// Who is said to use a number.
    pub(crate) struct UserLine {
        /// Who.
        name: Name,
        /// How sure it is said.
        certainty: Option<&'static str>,
        /// Words.
        rests: Rests,
    }

    /// The profile of a number.
    pub(crate) struct ProfileLine {
        /// Number as the records have it.
        number: String,
        /// The number as an entity, where it is one.
        name: Name,
        /// Who is said to use it.
        users: Vec<UserLine>,
        /// Contacts it stands in.
        contacts: u64,
        /// Of them it initiated.
        outgoing: u64,
        /// Sum of durations in seconds.
        seconds: u64,
        /// First contact.
        first: String,
        /// Last contact.
        last: String,
        /// Contacts by hour of the day.
        hours: Vec<u64>,
        /// Contacts by weekday, Monday first.
        weekdays: Vec<u64>,
        /// Others, the most frequent first.
        partners: Vec<HeldLine>,
        /// How many more others there are.
        partners_more: usize,
        /// The longest silences.
        silences: Vec<SilenceLine>,
        /// Cells that served it.
        cells: Vec<HeldLine>,
        /// How many more cells served it.
        cells_more: usize,
        /// Handsets it was used in.
        handsets: Vec<HeldLine>,
        /// SIMs it was used with.
        sims: Vec<HeldLine>,
    }

    /// Something that stands beside a number: another number, a cell, a handset, a SIM.
    pub(crate) struct HeldLine {
        /// What.
        what: String,
        /// In how many contacts.
        contacts: u64,
        /// First time.
        first: String,
        /// Last time.
        last: String,
        /// Rows.
        rests: Rests,
    }

    /// A stretch without contacts.
    pub(crate) struct SilenceLine {
        /// Whole hours.
        hours: i64,
        /// Last contact before.
        from: String,
        /// First contact after.
        until: String,
        /// The two rows.
        rests: Rests,
    }

    /// A contact that several numbers have in common.
    pub(crate) struct CommonLine {
        /// The number.
        number: String,
        /// With whom, how often, and the rows.
        with: Vec<HeldLine>,
        /// With how many it is in contact in all.
        others: usize,
    }

    /// One handset with several SIMs, or one SIM in several handsets.
    pub(crate) struct LaneGroup {
        /// `handset` or `sim`: what stayed.
        what: &'static str,
        /// Its identifier.
        code: String,
        /// How the lanes follow each other, in words.
        how: &'static str,
        /// The lanes, in order of their beginning.
        lanes: Vec<LaneLine>,
    }

    /// One handset, SIM and number together.
    pub(crate) struct LaneLine {
        /// The other half: SIM or handset.
        other: String,
        /// Number.
        number: String,
        /// First time.
        first: String,
        /// Last time.
        last: String,
        /// In how many rows.
        contacts: usize,
        /// Days with contacts, in thousandths of the span of all records.
        ticks: Vec<usize>,
        /// Rows.
        rests: Rests,
    }

    /// A number that another may have replaced.
    pub(crate) struct ReplacedLine {
        /// The old number.
        old: String,
        /// Who is said to use it.
        users: Vec<UserLine>,
        /// The candidates, the likeliest first.
        candidates: Vec<CandidateLine>,
    }

    /// A number that may have replaced another.
    pub(crate) struct CandidateLine {
        /// The new number.
        new: String,
        /// Who is said to use it.
        users: Vec<UserLine>,
        /// Sum of the weights.
        weight: String,
        /// What a mere guess among all numbers would weigh.
        needed: String,
        /// How it stands to the guess: `far above`, `little above` or `not above`.
        outweighs: &'static str,
        /// First contact of the new number's activity.
        onset: String,
        /// What speaks for it, and how much; below 0 it speaks against.
        reasons: Vec<WeightLine>,
        /// What speaks against it.
        against: Vec<WeightLine>,
        /// Other explanations that were looked for and of which the records show nothing.
        unseen: Vec<&'static str>,
    }

    /// Something that speaks for or against.
    pub(crate) struct WeightLine {
        /// In words.
        words: String,
        /// How much, with its sign; nothing for an objection.
        weight: String,
        /// Rows.
        rests: Rests,
    }

    /// What followed a day of which claims speak.
    pub(crate) struct AfterLine {
        /// The day.
        day: String,
        /// What is said of it, the first of the claims.
        said: Vec<(String, Cite)>,
        /// How many more claims speak of it.
        more: usize,
        /// Contacts on that day and the next.
        contacts: u64,
        /// Mean of other days.
        usual: String,
        /// Other days.
        days: usize,
        /// Pairs in contact on that day and the next.
        in_contact: usize,
        /// Pairs in contact more than on most other days.
        pairs: Vec<ActivityLine>,
    }

    /// A pair that was in contact after an event.
    pub(crate) struct ActivityLine {
        /// The one who began.
        from: String,
        /// The other.
        to: String,
        /// Contacts.
        contacts: u64,
        /// The first.
        first: String,
        /// Mean of other days.
        usual: String,
        /// On how many of the other days there were as many.
        as_many: usize,
        /// Rows.
        rests: Rests,
    }

    /// Who moved together, and the base rate.
    pub(crate) struct CompanyLines {
        /// How far apart in minutes.
        within: i64,
        /// Pairs that could be compared.
        compared: usize,
        /// Pairs that met the rule.
        met: usize,
        /// How many events a pair must have to be listed; nothing where chance cannot be told from more.
        least: Option<usize>,
        /// Pairs that chance alone would list.
        by_chance: String,
        /// Pairs that were not compared since the records are too many.
        left_out: usize,
        /// The groups.
        groups: Vec<CompanyLine>,
        /// How many more groups there are.
        more: usize,
    }

    /// Numbers that moved together.
    pub(crate) struct CompanyLine {
        /// The numbers.
        numbers: Vec<String>,
        /// Events.
        events: Vec<HeldLine>,
        /// How many more events there are.
        events_more: usize,
        /// On how many days.
        days: usize,
        /// By how many cells.
        cells: usize,
        /// Mean under other shifts.
        usual: String,
        /// Under how many other shifts as many.
        as_many: usize,
        /// Other shifts.
        shifts: usize,
        /// Contacts with each other.
        between: u64,
    }
}
