//! A lane for each of several things, through the months or from none of something to all of it, told in levels.

use super::Tone;
use crate::render::line::Line;
use crate::units::Month;

/// How several things fare, month by month or number by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Stable name.
    pub name: &'static str,
    /// What is shown, in words.
    pub title: Line,
    /// What the lanes are of, for the head of their names.
    pub of: Line,
    /// What the places of a lane are.
    pub axis: Axis,
    /// What can become of a thing at a place, from best to worst.
    pub levels: Vec<Level>,
    /// The things, each with a level a place: an index into `levels`.
    pub lanes: Vec<Lane>,
}

/// What the places of a lane are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Months from the first.
    Months(Month),
    /// Whole numbers from 0.
    Numbers,
}

/// What can become of a thing at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// In a word.
    pub name: Line,
    /// How it is meant.
    pub tone: Tone,
}

/// One thing from first to last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The thing.
    pub name: Line,
    /// Its level at each place.
    pub levels: Vec<usize>,
}

/// Most parts of an axis of numbers.
const PARTS: usize = 6;

/// Places in a row at which nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first of them, from 0.
    pub from: usize,
    /// How many they are, at least one.
    pub places: usize,
    /// The level at all of them.
    pub level: usize,
}

impl Grid {
    /// How many places there are.
    #[must_use]
    pub fn places(&self) -> usize {
        self.lanes.iter().map(|lane| lane.levels.len()).max().unwrap_or_default()
    }

    /// The places of a lane, those of one level together.
    #[must_use]
    pub fn runs(&self, lane: &Lane) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (i, level) in lane.levels.iter().copied().enumerate() {
            match runs.last_mut().filter(|run| run.level == level) {
                Some(run) => run.places += 1,
                None => runs.push(Run { from: i, places: 1, level }),
            }
        }
        runs
    }

    /// The first and the last place of a run, as a reader sees them.
    #[must_use]
    pub fn span(&self, run: Run) -> String {
        let (first, last) = (self.place(run.from), self.place(run.from + run.places.saturating_sub(1)));
        if first == last { first } else { format!("{first}–{last}") }
    }

    fn place(&self, at: usize) -> String {
        match self.axis {
            Axis::Months(from) => plus(from, at).to_string(),
            Axis::Numbers => at.to_string(),
        }
    }

    /// The parts of the axis, each by its first place and with how many there are: years, or a few round numbers.
    #[must_use]
    pub fn parts(&self) -> Vec<(String, usize)> {
        let places = self.places();
        let step = (0..).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.saturating_pow(power)));
        let step = step.take(60).find(|step| places.div_ceil(*step) <= PARTS).unwrap_or(places.max(1));
        let mut parts: Vec<(String, usize)> = Vec::new();
        for i in 0..places {
            let part = match self.axis {
                Axis::Months(from) => plus(from, i).year().to_string(),
                Axis::Numbers => (i / step * step).to_string(),
            };
            match parts.last_mut().filter(|(known, _)| *known == part) {
                Some((_, count)) => *count += 1,
                None => parts.push((part, 1)),
            }
        }
        parts
    }
}

fn plus(month: Month, months: usize) -> Month {
    month.plus(i32::try_from(months).unwrap_or(i32::MAX))
}
