//! From numbers to people: in which section and at which posts newcomers sit, and the years with them.

use super::aim::Aim;
use super::answer::{HiringPlan, PlannedHire};
use super::newcomers::Newcomers;
use super::search::{Search, heads_at};
use super::targets::Targets;
use super::timing::{Batch, Interval, Walk, cost, each_month};
use crate::analysis::project::{Course, Projection, solve_all, staffing};
use crate::analysis::{AssessError, Steps, planned};
use crate::model::{Change, Employment, Hire, PersonIx, Plan, PostIx, SectionIx, Staff, Unit};
use crate::units::Month;
use std::collections::BTreeMap;

impl Search<'_> {
    /// A course of hiring with people in it, projected.
    pub(super) fn placed(
        &self,
        targets: &Targets,
        intervals: &[Interval],
        walk: &Walk,
        aims: Vec<Aim>,
        steps: &mut dyn Steps,
    ) -> Result<HiringPlan, AssessError> {
        let mut hires: Vec<PlannedHire> = Vec::new();
        for batch in &walk.batches {
            let month = needed_from(intervals, &walk.batches, *batch);
            let new = self.seated(&hires, *batch, month)?;
            hires.extend(new);
        }
        let projection = self.projected(targets, walk, &hires, steps)?;
        let learning = self.missed_while_new(targets, intervals, walk)?;
        Ok(HiringPlan { aims, hires, missed: walk.missed.clone(), learning, projection })
    }

    /// Months before the first newcomers are able in which the targets are missed, though they would not be if everybody
    /// were.
    fn missed_while_new(
        &self,
        targets: &Targets,
        intervals: &[Interval],
        walk: &Walk,
    ) -> Result<Vec<Month>, AssessError> {
        let (Some(first), Some(able)) = (self.intakes.first(), self.able_from) else { return Ok(Vec::new()) };
        let mut missed = Vec::new();
        for month in each_month(*first, able.plus(-1).min(self.until)) {
            let here = intervals.iter().find(|interval| (interval.month..=interval.until).contains(&month));
            let Some(interval) = here.filter(|_| !walk.missed.contains(&month)) else { continue };
            let here = Newcomers::at(&self.recruitment, walk.batches.iter().copied(), month);
            if !self.enough(targets, interval, here)? {
                missed.push(month);
            }
        }
        Ok(missed)
    }

    /// The people of a batch, where the plan of the month that needs them puts them.
    fn seated(&self, before: &[PlannedHire], batch: Batch, month: Month) -> Result<Vec<PlannedHire>, AssessError> {
        let earlier: Vec<Change> = before.iter().map(|planned| Change::Join(planned.hire.clone())).collect();
        let mut unit = self.stop_at(month).unit.with(&earlier);
        let first = unit.people.len();
        for employment in Employment::ALL {
            let someone = self.hire(0, batch.month, employment, SectionIx(0));
            let learning = someone.learning.filter(|learning| learning.until >= month);
            let newcomers = Change::Join(Hire { count: batch.heads.of(employment), learning, ..someone });
            unit = unit.with(&[newcomers]);
        }
        // At home nowhere yet: the plan puts them where they move nobody else.
        unit.people.iter_mut().skip(first).for_each(|person| person.home = None);
        let plan = planned(&unit, self.settings)?;
        Ok(self.grouped(&unit, &plan, first, before.len(), batch.month))
    }

    /// Newcomers of the same employment, section and posts as one hire.
    fn grouped(&self, unit: &Unit, plan: &Plan, first: usize, known: usize, month: Month) -> Vec<PlannedHire> {
        let mut alike: BTreeMap<(SectionIx, Employment, Vec<PostIx>), u32> = BTreeMap::new();
        for (i, person) in unit.people.iter().enumerate().skip(first) {
            let posts: Vec<PostIx> = plan.posts_of(PersonIx(i)).collect();
            let section = plan.section_of(unit, PersonIx(i)).unwrap_or(SectionIx(0));
            *alike.entry((section, person.employment, posts)).or_default() += 1;
        }
        let pay = self.pay();
        let hires = alike.into_iter().enumerate().map(|(i, ((section, employment, posts), count))| {
            let hire = self.hire(known + i + 1, month, employment, section);
            let each = cost(&pay, month, self.until, Staff::of_kind(employment, 1));
            let cost = each.into_iter().map(|(year, cost)| (year, cost * count)).collect();
            PlannedHire { hire: Hire { count, ..hire }, posts, cost }
        });
        hires.collect()
    }

    /// The years with hires, as `project` sees them; the targets hold wherever the course says so.
    fn projected(
        &self,
        targets: &Targets,
        walk: &Walk,
        hires: &[PlannedHire],
        steps: &mut dyn Steps,
    ) -> Result<Projection, AssessError> {
        let mut unit = self.unit.clone();
        unit.hires.extend(hires.iter().map(|planned| planned.hire.clone()));
        unit.hires.sort_by(|a, b| (a.month, &a.id).cmp(&(b.month, &b.id)));
        let course = Course::new(&unit, self.wanted.policy, unit.as_of, self.until);
        let cases: BTreeMap<_, _> = course.stops.iter().map(|stop| (staffing(&stop.unit), &stop.unit)).collect();
        let plans = solve_all(&cases, steps, |unit| planned(unit, self.settings))?;
        let ends = course.stops.iter().skip(1).map(|stop| stop.month.plus(-1)).chain([self.until]);
        for (stop, until) in course.stops.iter().zip(ends) {
            let Some(promised) = self.promised(walk, stop.month, until) else { continue };
            let holds = |plan: &Plan| targets.hold_in(&stop.unit, plan);
            if !plans.get(&staffing(&stop.unit)).is_some_and(holds) {
                return Err(AssessError::Unkept(promised));
            }
        }
        Ok(course.projection(&plans))
    }

    /// The years without hires.
    pub(super) fn without(&self, steps: &mut dyn Steps) -> Result<Projection, AssessError> {
        let cases: BTreeMap<_, _> = self.course.stops.iter().map(|stop| (staffing(&stop.unit), &stop.unit)).collect();
        let plans = solve_all(&cases, steps, |unit| planned(unit, self.settings))?;
        Ok(self.course.projection(&plans))
    }
}

/// The first month in which a batch makes a difference; its own when it makes none.
fn needed_from(intervals: &[Interval], batches: &[Batch], batch: Batch) -> Month {
    let earlier: Vec<Batch> = batches.iter().copied().filter(|other| other.month < batch.month).collect();
    let before = heads_at(&earlier, batch.month);
    let later = intervals.iter().filter(|interval| interval.until >= batch.month);
    let needs = later.into_iter().find(|interval| !interval.front.admits(before));
    needs.map_or(batch.month, |interval| interval.month.max(batch.month))
}
