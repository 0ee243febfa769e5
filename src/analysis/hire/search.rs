//! One search: a unit, its years, targets; the best courses of hiring, each confirmed by projecting it.

use super::Wanted;
use super::aim::Aim;
use super::front::{front, newcomers};
use super::newcomers::Newcomers;
use super::targets::Targets;
use super::timing::{Batch, Interval, Limits, Training, Walk, each_month};
use crate::analysis::project::{Course, Stop, last_month, solve_all, staffing};
use crate::analysis::{AssessError, Steps, checked};
use crate::model::{Change, Employment, Hire, MoneyRange, Recruitment, RuleChange, SectionIx, Staff, Unit};
use crate::optimise::{Settings, service};
use crate::units::Month;
use std::cell::RefCell;
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
    /// First month in which whoever begins at the first intake is able.
    pub(super) able_from: Option<Month>,
    /// What is said of recruiting.
    pub(super) recruitment: Recruitment,
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
        let recruitment = unit.recruitment.clone().unwrap_or_default();
        let months = each_month(unit.as_of.plus(recruitment.lead()), until);
        let intakes: Vec<Month> = months.filter(|month| recruitment.takes_in(*month)).collect();
        let able = |first: &Month| recruitment.learning(*first).map_or(*first, |learning| learning.until.plus(1));
        let able_from = intakes.first().map(able);
        Self { unit, wanted, settings, course, until, intakes, able_from, recruitment }
    }

    /// The best courses of hiring for targets.
    pub(super) fn run(&self, targets: &Targets, steps: &mut dyn Steps) -> Result<Found, AssessError> {
        self.timed(targets, self.intervals(targets, steps)?)
    }

    /// The best courses of hiring for what the staffings need.
    pub(super) fn timed(&self, targets: &Targets, intervals: Vec<Interval>) -> Result<Found, AssessError> {
        let asked = Asked { search: self, targets, known: RefCell::new(BTreeMap::new()) };
        let training = self.recruitment.training.is_some().then_some(&asked as &dyn Training);
        let walks = self.limits(&intervals, training).best()?;
        let first = self.intakes.first().map_or(self.until, |month| month.plus(-1));
        let unmet = intervals.iter().filter(|interval| !interval.front.admits(Staff::default()));
        let waiting = unmet.flat_map(|interval| each_month(interval.month, interval.until.min(first))).collect();
        Ok(Found { intervals, waiting, walks })
    }

    /// Whether no fewer heads than those of the smallest course would do if everybody were able from the first day.
    pub(super) fn is_fewest(&self, found: &Found) -> Result<bool, AssessError> {
        let heads = |walks: &BTreeMap<Aim, Walk>| walks.get(&Aim::Smallest).map(|walk| walk.heads.all());
        let is_same = |able| heads(&able) == heads(&found.walks);
        Ok(self.recruitment.training.is_none() || is_same(self.limits(&found.intervals, None).best()?))
    }

    fn limits<'b>(&'b self, intervals: &'b [Interval], training: Option<&'b dyn Training>) -> Limits<'b> {
        let (pay, budget) = (self.pay(), self.wanted.budget);
        Limits { intervals, intakes: &self.intakes, until: self.until, pay, budget, training }
    }

    /// Whether newcomers are enough in a staffing: able people alone are, or everybody would not be even if all were
    /// able, or the unit with them is planned.
    pub(super) fn enough(
        &self,
        targets: &Targets,
        interval: &Interval,
        newcomers: Newcomers,
    ) -> Result<bool, AssessError> {
        if newcomers.new.all() == 0 || interval.front.admits(newcomers.able) {
            return Ok(interval.front.admits(newcomers.able));
        }
        if !interval.front.admits(newcomers.all()) {
            return Ok(false);
        }
        let unit = newcomers.joined(&self.stop_at(interval.month).unit, &self.recruitment);
        let plan = checked(&unit, service(&unit, self.settings)?)?;
        Ok(targets.hold_in(&unit, &plan))
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
        let first = from.max(self.able_from?);
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
        let learning = self.recruitment.learning(batch);
        Hire { month: batch, learning, ..newcomers(&self.unit, &id, employment, section, 1) }
    }
}

/// Which newcomers are enough for targets while some of them are new to the work; what was asked once is known.
struct Asked<'a> {
    search: &'a Search<'a>,
    targets: &'a Targets,
    known: RefCell<BTreeMap<(Month, Newcomers), bool>>,
}

impl Training for Asked<'_> {
    /// Before the first of them can be able, all are taken as able: no other decision would have made them so, and
    /// nobody is to be hired only to fill that time.
    fn enough(&self, interval: &Interval, walk: &Walk, month: Month) -> Result<bool, AssessError> {
        let here = match self.search.able_from {
            Some(able) if month >= able => Newcomers::at(&self.search.recruitment, walk.batches.iter().copied(), month),
            _ => Newcomers::able(walk.heads),
        };
        if let Some(known) = self.known.borrow().get(&(interval.month, here)) {
            return Ok(*known);
        }
        let enough = self.search.enough(self.targets, interval, here)?;
        self.known.borrow_mut().insert((interval.month, here), enough);
        Ok(enough)
    }

    fn is_new(&self, batch: &Batch, month: Month) -> bool {
        self.search.recruitment.learning(batch.month).is_some_and(|learning| learning.until > month)
    }
}

/// Newcomers who have begun by a month.
pub(super) fn heads_at(batches: &[Batch], month: Month) -> Staff {
    batches.iter().filter(|batch| batch.month <= month).map(|batch| batch.heads).fold(Staff::default(), Staff::and)
}
