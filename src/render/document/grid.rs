//! A lane of months for each of several things, told in levels.

use super::Tone;
use crate::render::line::Line;
use crate::units::Month;

/// How several things fare month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Stable name.
    pub name: &'static str,
    /// What is shown, in words.
    pub title: Line,
    /// What the lanes are of, for the head of their names.
    pub of: Line,
    /// The first month; the others follow it.
    pub from: Month,
    /// What can become of a thing in a month, from best to worst.
    pub levels: Vec<Level>,
    /// The things, each with a level a month: an index into `levels`.
    pub lanes: Vec<Lane>,
}

/// What can become of a thing in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// In a word.
    pub name: Line,
    /// How it is meant.
    pub tone: Tone,
}

/// One thing through the months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The thing.
    pub name: Line,
    /// Its level in each month.
    pub levels: Vec<usize>,
}

/// Months in a row in which nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first of them.
    pub from: Month,
    /// How many they are, at least one.
    pub months: usize,
    /// The level in all of them.
    pub level: usize,
}

impl Run {
    /// The last of the months.
    #[must_use]
    pub fn until(self) -> Month {
        plus(self.from, self.months.saturating_sub(1))
    }
}

impl Grid {
    /// How many months there are.
    #[must_use]
    pub fn months(&self) -> usize {
        self.lanes.iter().map(|lane| lane.levels.len()).max().unwrap_or_default()
    }

    /// The months of a lane, those of one level together.
    #[must_use]
    pub fn runs(&self, lane: &Lane) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (i, level) in lane.levels.iter().copied().enumerate() {
            match runs.last_mut().filter(|run| run.level == level) {
                Some(run) => run.months += 1,
                None => runs.push(Run { from: plus(self.from, i), months: 1, level }),
            }
        }
        runs
    }

    /// How many months of each year there are, in order.
    #[must_use]
    pub fn years(&self) -> Vec<(i32, usize)> {
        let mut years: Vec<(i32, usize)> = Vec::new();
        for i in 0..self.months() {
            let year = plus(self.from, i).year();
            match years.last_mut().filter(|(known, _)| *known == year) {
                Some((_, months)) => *months += 1,
                None => years.push((year, 1)),
            }
        }
        years
    }
}

fn plus(month: Month, months: usize) -> Month {
    month.plus(i32::try_from(months).unwrap_or(i32::MAX))
}
