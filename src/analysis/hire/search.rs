//! One search: a unit, its years, targets; the best courses of hiring, each confirmed by projecting it.

use super::Wanted;
use super::aim::Aim;
use super::front::{front, newcomers};
use super::targets::Targets;
use super::timing::{Batch, Interval, Limits, Walk, each_month};
use crate::analysis::project::{Course, Stop, last_month, solve_all, staffing};
use crate::analysis::{AssessError, Steps};
use crate::model::{Change, Employment, Hire, MoneyRange, RuleChange, SectionIx, Staff, Unit};
use crate::optimise::Settings;
use crate::units::Month;
use std::collections::BTreeMap;

/// A unit with everything that stays the same whatever the targets.
pub(super) struct Search<'a> {
    pub(super) unit: Unit,
    pub(super) wanted: &'a Wanted,
    pub(super) settings: &'a Settings,
    /// The years without hires.
    pub(super) course: Course,
    pub(super) until: Month,
    /// Months in which newcomers can begin.
    pub(super) intakes: Vec<Month>,
}

/// What a search finds.
pub(super) struct Found {
    pub(super) intervals: Vec<Interval>,
    /// Months before the first intake in which a target is missed.
    pub(super) waiting: Vec<Month>,
    pub(super) walks: BTreeMap<Aim, Walk>,
}

impl<'a> Search<'a> {
    pub(super) fn new(unit: &Unit, wanted: &'a Wanted, settings: &'a Settings) -> Self {
        let cover = wanted.cover.map(|holders| Change::Rule(RuleChange::Cover(holders)));
        let unit = unit.with(cover.as_slice());
        let until = last_month(unit.as_of, wanted.years);
        let course = Course::new(&unit, wanted.policy, unit.as_of, until);
        let intakes = intakes(&unit, until);
        Self { unit, wanted, settings, course, until, intakes }
    }

    /// The best courses of hiring for targets.
    pub(super) fn run(&self, targets: &Targets, steps: &mut dyn Steps) -> Result<Found, AssessError> {
        Ok(self.timed(self.intervals(targets, steps)?))
    }

    /// The best courses of hiring for what the staffings need.
    pub(super) fn timed(&self, intervals: Vec<Interval>) -> Found {
        let limits = Limits {
            intervals: &intervals,
            intakes: &self.intakes,
            until: self.until,
            pay: self.pay(),
            budget: self.wanted.budget,
        };
        let walks = limits.best();
        let first = self.intakes.first().map_or(self.until, |month| month.plus(-1));
        let unmet = intervals.iter().filter(|interval| !interval.front.admits(Staff::default()));
        let waiting = unmet.flat_map(|interval| each_month(interval.month, interval.until.min(first))).collect();
        Found { intervals, waiting, walks }
    }

    /// Every staffing without hires, with what it needs.
    fn intervals(&self, targets: &Targets, steps: &mut dyn Steps) -> Result<Vec<Interval>, AssessError> {
        let cases: BTreeMap<_, _> = self.course.stops.iter().map(|stop| (staffing(&stop.unit), &stop.unit)).collect();
        let promises = targets.promises(&self.unit);
        let fronts = solve_all(&cases, steps, |unit| front(unit, &promises, self.settings))?;
        let ends = self.course.stops.iter().skip(1).map(|stop| stop.month.plus(-1)).chain([self.until]);
        let intervals = self.course.stops.iter().zip(ends).map(|(stop, until)| Interval {
            month: stop.month,
            until,
            front: fronts.get(&staffing(&stop.unit)).cloned().unwrap_or_default(),
            vacancies: stop.unit.vacancies(),
        });
        Ok(intervals.collect())
    }

    /// A year's pay of one head, where it is known.
    pub(super) fn pay(&self) -> BTreeMap<Employment, MoneyRange> {
        let recruitment = self.unit.recruitment.as_ref();
        let of = |employment: &Employment| Some((*employment, recruitment?.yearly(*employment)?));
        Employment::ALL.iter().filter_map(of).collect()
    }

    /// The first of some months of equal staffing in which a course of hiring promises the targets.
    pub(super) fn promised(&self, walk: &Walk, from: Month, until: Month) -> Option<Month> {
        let first = from.max(*self.intakes.first()?);
        (first <= until && !walk.missed.contains(&first)).then_some(first)
    }

    /// The unit without hires in a month.
    pub(super) fn stop_at(&self, month: Month) -> &Stop {
        let begun = self.course.stops.iter().take_while(|stop| stop.month <= month).count();
        &self.course.stops[begun.saturating_sub(1)]
    }

    /// Newcomers under ids that nobody has.
    pub(super) fn hire(&self, number: usize, batch: Month, employment: Employment, section: SectionIx) -> Hire {
        let mut id = format!("recruit{number}");
        let taken = |id: &str| {
            let named = self.unit.people.iter().map(|p| &p.id).chain(self.unit.hires.iter().map(|hire| &hire.id));
            named.into_iter().any(|known| known == id || known.starts_with(&format!("{id}-")))
        };
        while taken(&id) {
            id.push('_');
        }
        Hire { month: batch, ..newcomers(&self.unit, &id, employment, section, 1) }
    }
}

/// Newcomers who have begun by a month.
pub(super) fn heads_at(batches: &[Batch], month: Month) -> Staff {
    batches.iter().filter(|batch| batch.month <= month).map(|batch| batch.heads).fold(Staff::default(), Staff::and)
}

/// Months from the first possible one on in which newcomers can begin.
fn intakes(unit: &Unit, until: Month) -> Vec<Month> {
    let Some(recruitment) = &unit.recruitment else { return each_month(unit.as_of.plus(1), until).collect() };
    let lead = i32::try_from(recruitment.lead_months.value).unwrap_or(i32::MAX).max(1);
    let months = each_month(unit.as_of.plus(lead), until);
    months.filter(|month| recruitment.windows.value.contains(&month.month())).collect()
}
