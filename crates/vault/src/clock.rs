//! The clock of the custody log: the only place in the workspace that asks what time it is.

use jiff::{Timestamp, Unit};

/// Says when something was done: the system's clock, or one fixed time for repeatable runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock(Option<Timestamp>);

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands at `time` (RFC 3339); `None` if that is no time.
    pub fn fixed(time: &str) -> Option<Self> {
        time.parse().ok().map(|time| Self(Some(time)))
    }

    /// Now, as RFC 3339 in UTC to the millisecond.
    pub(crate) fn now(self) -> String {
        let now = self.0.unwrap_or_else(Timestamp::now);
        format!("{:.3}", now.round(Unit::Millisecond).unwrap_or(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn always_utc_to_the_millisecond() {
        let clock = Clock::fixed("2024-06-03T10:00:00.12345+02:00").unwrap();
        assert_eq!(clock.now(), "2024-06-03T08:00:00.123Z");
        assert_eq!(Clock::system().now().len(), clock.now().len());
        assert_eq!(Clock::fixed("yesterday"), None);
    }
}
