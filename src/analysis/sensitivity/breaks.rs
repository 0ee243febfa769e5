//! Finds the breaks by solving few units.
//!
//! More work or less time never serves more, tier by tier in their order. So if many numbers at the ends of their
//! ranges together leave the service as it is, each of them does so alone, at its end and everywhere before;
//! otherwise the numbers are tried by halves. Where the verdict of one differs at its end, bisection finds where.

use super::{Break, Direction, Inquiry, Margin, Solved, Subject};
use crate::analysis::{AssessError, Steps};
use crate::model::{Basis, Change, Quantity};
use rayon::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::Mutex;

/// Numbers made harder together at first: more of them hardly ever leave the service as it is, and overload is slow
/// to plan.
const TOGETHER: usize = 8;

/// Hears of every number settled, from any thread.
type Heard<'a> = Mutex<&'a mut dyn Steps>;

impl Inquiry<'_> {
    /// Every number both ways, and all volumes and all minutes alike; the nearest break first.
    pub(super) fn margins(
        &self,
        numbers: &[(Quantity, Basis)],
        steps: &mut dyn Steps,
    ) -> Result<Vec<Margin>, AssessError> {
        let alike = alike(numbers);
        steps.begin((numbers.len() + alike.len()) * Direction::BOTH.len());
        let heard = Mutex::new(steps);
        let mut margins = Vec::new();
        for direction in Direction::BOTH {
            let one =
                |(quantity, basis): &(Quantity, Basis)| self.margin(Subject::One(quantity.clone()), *basis, direction);
            let all: Vec<Margin> = numbers.iter().map(one).filter(|margin| margin.end != margin.value).collect();
            let together = if direction == Direction::Easier { all.len() } else { TOGETHER };
            let groups: Vec<Vec<Margin>> = all.chunks(together.max(1)).map(<[Margin]>::to_vec).collect();
            let screened = groups.into_par_iter().map(|group| self.screened(group, None, &heard));
            margins.extend(screened.collect::<Result<Vec<_>, _>>()?.concat());
            let alike = alike.iter().map(|subject| self.margin(subject.clone(), Basis::Assumption, direction));
            margins.extend(self.broken(alike.collect(), None, &heard)?);
        }
        margins.sort_by_key(|margin| (margin.distance().is_none(), margin.distance()));
        Ok(margins)
    }

    fn margin(&self, subject: Subject, basis: Basis, direction: Direction) -> Margin {
        let (value, end) = (subject.of(self.unit), subject.end(self.unit, direction, self.factor));
        Margin { subject, basis, direction, value, end, breaks: None }
    }

    /// The margins with their breaks; those that together change nothing are settled at once. `all` is what was found
    /// for more of them together.
    fn screened(&self, margins: Vec<Margin>, all: Option<&Solved>, heard: &Heard) -> Result<Vec<Margin>, AssessError> {
        let [first, _, ..] = &*margins else { return self.broken(margins, all, heard) };
        let direction = first.direction;
        let ends = margins.iter().flat_map(|margin| margin.subject.changes(self.unit, margin.end));
        let solved = self.at_end(&ends.collect::<Vec<_>>(), direction, all)?;
        if solved.verdict.serves_as(&self.base.verdict) {
            for _ in &margins {
                step(heard);
            }
            return Ok(margins);
        }
        let mut first = margins;
        let second = first.split_off(first.len() / 2);
        let all = Some(&solved);
        let (first, second) = rayon::join(|| self.screened(first, all, heard), || self.screened(second, all, heard));
        Ok([first?, second?].concat())
    }

    /// The unit with some numbers at the ends of their ranges, given what was found for more of them: by going further
    /// the same way that serves at most as little, or as much.
    fn at_end(
        &self,
        changes: &[Change],
        direction: Direction,
        further: Option<&Solved>,
    ) -> Result<Solved, AssessError> {
        let others: Vec<&Solved> = std::iter::once(&self.base).chain(further).collect();
        let easier = if direction == Direction::Harder { Some(&self.base) } else { further };
        self.solved(&self.unit.with(changes), &others, easier)
    }

    /// Each margin with its break, solved by itself.
    fn broken(&self, margins: Vec<Margin>, all: Option<&Solved>, heard: &Heard) -> Result<Vec<Margin>, AssessError> {
        let settle = |margin: Margin| {
            let breaks = self.break_of(&margin, all)?;
            step(heard);
            Ok(Margin { breaks, ..margin })
        };
        margins.into_par_iter().map(settle).collect()
    }

    /// Bisects between the value and the end of its range, if the verdict at the end is another one. Every value tried
    /// lies between two solved ones, which bound its service from both sides.
    fn break_of(&self, margin: &Margin, all: Option<&Solved>) -> Result<Option<Break>, AssessError> {
        let changes = |value| margin.subject.changes(self.unit, value);
        let base = &self.base.verdict;
        let flips = |solved: &Solved| !solved.verdict.flips(base).is_empty();
        let mut beyond = self.at_end(&changes(margin.end), margin.direction, all)?;
        if !flips(&beyond) {
            return Ok(None);
        }
        let grid = Grid::new(margin, margin.subject.step(self.unit));
        let (mut low, mut high) = (0, grid.last);
        let mut within = self.base.clone();
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let easier = if margin.direction == Direction::Harder { &within } else { &beyond };
            let unit = self.unit.with(&changes(grid.value(middle)));
            let solved = self.solved(&unit, &[&within, &beyond], Some(easier))?;
            if flips(&solved) { (high, beyond) = (middle, solved) } else { (low, within) = (middle, solved) }
        }
        Ok(Some(Break {
            holds: grid.value(low),
            flips: grid.value(high),
            flipped: beyond.verdict.flips(base),
            steady: within.verdict.serves_as(base),
        }))
    }
}

/// All volumes and rates, and all minutes, if there are several.
fn alike(numbers: &[(Quantity, Basis)]) -> Vec<Subject> {
    let those = |is: fn(&Quantity) -> bool| -> Vec<Quantity> {
        numbers.iter().map(|(quantity, _)| quantity).filter(|q| is(q)).cloned().collect()
    };
    let volumes = those(|q| matches!(q, Quantity::Volume(_) | Quantity::Rate(_)));
    let minutes = those(|q| matches!(q, Quantity::Minutes(..)));
    let volumes = (volumes.len() > 1).then_some(Subject::Volumes(volumes));
    let minutes = (minutes.len() > 1).then_some(Subject::Minutes(minutes));
    volumes.into_iter().chain(minutes).collect()
}

/// One number more is settled.
fn step(heard: &Heard) {
    if let Ok(mut steps) = heard.lock() {
        steps.step();
    }
}

/// The values between a number and the end of its range, a step apart; the last one is the end itself.
struct Grid {
    value: Decimal,
    end: Decimal,
    step: Decimal,
    last: u32,
}

impl Grid {
    fn new(margin: &Margin, step: Decimal) -> Self {
        let count = ((margin.end - margin.value).abs() / step).ceil();
        Self { value: margin.value, end: margin.end, step, last: count.to_u32().unwrap_or(u32::MAX).max(1) }
    }

    fn value(&self, i: u32) -> Decimal {
        if i == self.last {
            return self.end;
        }
        let moved = self.step * Decimal::from(i);
        if self.end > self.value { self.value + moved } else { self.value - moved }.normalize()
    }
}
