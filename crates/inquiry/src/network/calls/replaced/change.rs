//! When a number's activity rises or falls, on a clock that runs with the activity of all records.

use super::weigh::float;
use crate::exact::{exp, ln};
use crate::network::calls::records::Records;

/// Seconds before the onset in which a change of the old number counts as near: a week.
const BEFORE: i64 = 7 * 86_400;
/// Seconds after it: two days, in which both may be carried.
const BEHIND: i64 = 2 * 86_400;

/// Where a number's activity begins in earnest.
#[derive(Clone, Copy, Debug)]
pub(in crate::network::calls) struct Onset {
    /// Row of its first contact from then on.
    pub(in crate::network::calls) row: usize,
    /// Probability that there was a rise at all, against steady activity.
    pub(super) sure: f64,
}

/// The likeliest rise of a number's activity, if one is likelier than none.
///
/// Likelihood of two Poisson rates against one, less the logarithm of the places looked at.
pub(super) fn onset(records: &Records<'_>, rows: &[usize], timed: usize) -> Option<Onset> {
    let rows: Vec<usize> = rows.iter().copied().filter(|&row| row < timed).collect();
    let mut best: Option<(f64, usize)> = None;
    for (before, &row) in rows.iter().enumerate() {
        let gain = rise(before, rows.len() - before, float(row) / float(timed));
        if records.rows[row].time.is_some() && best.is_none_or(|best| gain > best.0) {
            best = Some((gain, row));
        }
    }
    let (gain, row) = best?;
    let sure = 1.0 / (1.0 + exp(ln(float(rows.len())) - gain));
    (sure > 0.5).then_some(Onset { row, sure })
}

/// Log likelihood ratio of a higher rate after `at` (0 to 1) against one rate throughout; 0 where it is lower.
fn rise(before: usize, after: usize, at: f64) -> f64 {
    let all = float(before + after);
    if at <= 0.0 || at >= 1.0 || float(before) >= all * at {
        return 0.0;
    }
    let part = |count: usize, share: f64| {
        if count == 0 {
            0.0
        } else {
            float(count) * ln(float(count) / all / share)
        }
    };
    part(before, at) + part(after, 1.0 - at)
}

/// How much likelier the old number's times are if it fell near `onset` (or, as likely, went on), than if it
/// changed at any time or never.
pub(super) fn falls(records: &Records<'_>, rows: &[usize], timed: usize, onset: usize) -> f64 {
    let rows: Vec<usize> = rows.iter().copied().filter(|&row| row < timed).collect();
    let Some(time) = records.rows[onset].time else {
        return 0.0;
    };
    // A hundred places over the records are enough for a mean.
    let grid: Vec<usize> = (1..100).map(|step| timed * step / 100).collect();
    let gain = |at: usize| {
        let before = rows.partition_point(|&row| row < at);
        let share = float(at) / float(timed);
        rise(rows.len() - before, before, 1.0 - share)
    };
    let near = |at: &usize| {
        records.rows[*at]
            .time
            .is_some_and(|it| it >= time - BEFORE && it <= time + BEHIND)
    };
    let gains: Vec<f64> = grid.iter().map(|&at| gain(at)).collect();
    let close: Vec<f64> = grid
        .iter()
        .zip(&gains)
        .filter(|(at, _)| near(at))
        .map(|(_, gain)| *gain)
        .chain([gain(onset)])
        .collect();
    let any = mean_exp(&gains, 0.0);
    let beside = mean_exp(&close, f64::MIN);
    // Half: the old number changed near the onset; half: it did as any number does.
    let half = ln(0.5);
    let top = beside.max(any);
    half + top + ln(exp(beside - top) + exp(any - top)) - any
}

/// Logarithm of the mean of exponentials, mixed half and half with `exp(floor)` where that is above nothing.
fn mean_exp(gains: &[f64], floor: f64) -> f64 {
    let top = gains.iter().copied().fold(floor, f64::max);
    let mean = gains.iter().map(|gain| exp(gain - top)).sum::<f64>() / float(gains.len().max(1));
    if floor == 0.0 {
        top + ln(0.5 * mean + 0.5 * exp(-top))
    } else {
        top + ln(mean)
    }
}
