//! The year by month with posts fixed: a linear program over months.
//!
//! Shares are parts of the year's cases. d_mt is done, c_mt waits for the next month, l_mt is lost to a deadline:
//! c_m,t−1 + a_mt = d_mt + l_mt + c_mt, c_mt ≤ what may wait; l = 0 where anything may wait.
//! Σ_p y = people × d, y ≤ d, and each person's hours of the month.

use super::engine::program::{Column, Objective, Program, Sense};
use super::engine::{Effort, solve};
use super::formulation::hours_alone;
use super::order::{depth, in_order};
use super::settle::deal_exactly;
use super::{Deadline, Error, Settings, decimal, number};
use crate::model::{MONTHS, MatterIx, MonthWork, MonthlyWork, PersonIx, Plan, SectionIx, Separation, Step, Unit, Work};
use crate::units::{Cases, Month, Share};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Slack between the objectives; these are linear programs, solved to less.
const SLACK: f64 = 1e-9;

/// Who does what in which month, with the posts of a plan: each tier as far as it goes, then as early as possible.
///
/// # Errors
/// [`Error::Engine`] when the engine fails; the program always has a solution.
pub fn monthly(unit: &Unit, plan: &Plan, settings: &Settings) -> Result<MonthlyWork, Error> {
    let mut model = Monthly::new(unit, plan);
    for (tier, _) in unit.tiers() {
        let of_tier = model.done.iter().filter(|((matter, _), _)| unit[*matter].tier == tier);
        let terms = of_tier.map(|((m, _), column)| (*column, number(unit[*m].weight.value()))).collect();
        model.optimise(Objective { maximise: true, terms, constant: 0.0 }, settings)?;
    }
    let terms = model.carried.values().map(|column| (*column, 1.0)).collect();
    model.optimise(Objective { maximise: false, terms, constant: 0.0 }, settings)?;
    Ok(model.exact())
}

fn count(month: usize) -> i32 {
    i32::try_from(month).unwrap_or(i32::MAX)
}

/// The left side of a row.
type Terms = Vec<(Column, f64)>;

struct Monthly<'a> {
    unit: &'a Unit,
    program: Program,
    done: BTreeMap<(MatterIx, usize), Column>,
    carried: BTreeMap<(MatterIx, usize), Column>,
    work: BTreeMap<(MatterIx, usize, Step, PersonIx), Column>,
}

impl<'a> Monthly<'a> {
    fn new(unit: &'a Unit, plan: &Plan) -> Self {
        let mut model = Self {
            unit,
            program: Program::default(),
            done: BTreeMap::new(),
            carried: BTreeMap::new(),
            work: BTreeMap::new(),
        };
        let served = |ix: MatterIx| plan.done[ix.0] > Cases::ZERO;
        for (matter, _) in unit.matters().filter(|(ix, _)| served(*ix)) {
            model.add_flow(matter);
            model.add_work(matter, plan);
        }
        model.limit_hours();
        model.bind_matters();
        model
    }

    /// Up to every month, Σ d ≤ Σ d of what bounds it; and where one person handles both, Σ y ≤ Σ y of the other.
    fn bind_matters(&mut self) {
        let unit = self.unit;
        for (matter, bound) in in_order(unit) {
            if !self.is_done(matter) {
                continue;
            }
            let mut terms: Terms = Vec::new();
            for t in 0..MONTHS {
                terms.push((self.done[&(matter, t)], 1.0));
                terms.extend(self.done.get(&(bound, t)).map(|column| (*column, -1.0)));
                // What nothing arrives of counts as served.
                if self.unit[bound].has_cases() {
                    self.program.row(format!("order_{}_{}_{t}", matter.0, bound.0), terms.clone(), Sense::AtMost, 0.0);
                }
            }
        }
        for (ix, matter) in unit.open_matters() {
            let other = matter.same_handler.filter(|other| self.is_done(ix) && unit[*other].has_cases());
            let Some(other) = other else { continue };
            let mut met: BTreeMap<PersonIx, Terms> = BTreeMap::new();
            for t in 0..MONTHS {
                let of = |ix| (ix, t, Step::Handle, PersonIx(0))..=(ix, t, Step::Handle, PersonIx(usize::MAX));
                for (of, sign) in [(of(ix), 1.0), (of(other), -1.0)] {
                    for ((.., person), column) in self.work.range(of) {
                        met.entry(*person).or_default().push((*column, sign));
                    }
                }
                for (person, terms) in &met {
                    let name = format!("handler_{}_{t}_{}", ix.0, person.0);
                    self.program.row(name, terms.clone(), Sense::AtMost, 0.0);
                }
            }
        }
    }

    fn is_done(&self, matter: MatterIx) -> bool {
        self.done.contains_key(&(matter, 0))
    }

    /// What arrives is done, lost or waits.
    fn add_flow(&mut self, ix: MatterIx) {
        let matter = &self.unit[ix];
        let days = self.unit.calendar.days_by_month(self.unit.year);
        let year = number(matter.arriving.value());
        let mut before: Option<Column> = None;
        for (t, arriving) in matter.arriving_by_month().into_iter().enumerate() {
            let wait = matter.may_wait(arriving, days[t]);
            let most = wait.map_or(1.0, |cases| number(cases.value()) / year);
            let done = self.program.continuous(format!("d_{}_{t}", ix.0), 0.0, 1.0);
            let carried = self.program.continuous(format!("c_{}_{t}", ix.0), 0.0, most);
            let mut terms = vec![(done, 1.0), (carried, 1.0)];
            terms.extend(before.map(|column| (column, -1.0)));
            if wait.is_some() {
                terms.push((self.program.continuous(format!("l_{}_{t}", ix.0), 0.0, 1.0), 1.0));
            }
            let share = number(arriving.value()) / year;
            self.program.row(format!("flow_{}_{t}", ix.0), terms, Sense::Equal, share);
            self.done.insert((ix, t), done);
            self.carried.insert((ix, t), carried);
            before = Some(carried);
        }
    }

    /// Everyone at the post of a step may do part of what is done in a month, and meets no case twice.
    fn add_work(&mut self, ix: MatterIx, plan: &Plan) {
        let matter = &self.unit[ix];
        for t in 0..MONTHS {
            let done = self.done[&(ix, t)];
            let mut met: BTreeMap<(PersonIx, Option<Step>), Terms> = BTreeMap::new();
            for step in &matter.steps {
                let mut terms = vec![(done, -f64::from(step.people))];
                for person in plan.holders_of(self.unit.post_for(matter, step)) {
                    let name = format!("y_{}_{t}_{}_{}", ix.0, step.step.id(), person.0);
                    let share = self.program.continuous(name, 0.0, 1.0);
                    self.work.insert((ix, t, step.step, person), share);
                    terms.push((share, 1.0));
                    let step = (self.unit.rules.separation == Separation::Off).then_some(step.step);
                    met.entry((person, step)).or_default().push((share, 1.0));
                }
                let name = format!("cover_{}_{t}_{}", ix.0, step.step.id());
                self.program.row(name, terms, Sense::Equal, 0.0);
            }
            for (i, mut terms) in met.into_values().enumerate() {
                terms.push((done, -1.0));
                self.program.row(format!("pair_{}_{t}_{i}", ix.0), terms, Sense::AtMost, 0.0);
            }
        }
    }

    /// Hours of each person in each month, as shares of the month's.
    fn limit_hours(&mut self) {
        let mut used: BTreeMap<(PersonIx, usize), Vec<(Column, f64)>> = BTreeMap::new();
        let mut split: BTreeMap<(PersonIx, usize, SectionIx), Vec<(Column, f64)>> = BTreeMap::new();
        for ((matter, t, step, person), share) in &self.work {
            let steps = self.unit[*matter].steps.iter().filter(|s| s.step == *step);
            let hours: f64 = steps.map(|step| hours_alone(self.unit, *matter, step)).sum();
            used.entry((*person, *t)).or_default().push((*share, hours));
            let steps = self.unit[*matter].steps.iter().filter(|s| s.step == *step);
            for at in steps.map(|step| self.unit[self.unit.post_for(&self.unit[*matter], step)].section) {
                split.entry((*person, *t, at)).or_default().push((*share, hours));
            }
        }
        for ((person, t, section), terms) in split {
            let Some(share) = self.unit[person].terms.split.get(&section) else { continue };
            let held = self.unit.calendar.hours_by_month(self.unit.year, self.unit[person].hours)[t];
            let held = number(held.value()) * self.grown(person, t) * number(share.value());
            self.program.row(format!("split_{}_{t}_{}", person.0, section.0), terms, Sense::AtMost, held);
        }
        for ((person, t), terms) in used {
            let held = self.unit.calendar.hours_by_month(self.unit.year, self.unit[person].hours)[t];
            let held = number(held.value()) * self.grown(person, t);
            if self.is_away(person, t) {
                self.program.row(format!("away_{}_{t}", person.0), terms, Sense::AtMost, 0.0);
                continue;
            }
            let terms = terms.into_iter().map(|(column, hours)| (column, hours / held)).collect();
            self.program.row(format!("hours_{}_{t}", person.0), terms, Sense::AtMost, 1.0);
        }
    }

    /// By how much a person who was new to the work does more of it in a month, January 0.
    fn grown(&self, person: PersonIx, t: usize) -> f64 {
        let month = Month::january(self.unit.year).plus(count(t));
        let learnt = self.unit[person].terms.learning.filter(|learning| month.months_since(learning.until) > 0);
        learnt.map_or(1.0, |learning| 1.0 / number(learning.share.value()))
    }

    /// Whether a person with a post is away for a time in a month, January 0.
    fn is_away(&self, person: PersonIx, t: usize) -> bool {
        let first = Month::january(self.unit.year);
        self.unit[person].away.is_some_and(|away| {
            let begun = away.from.is_none_or(|from| from.months_since(first) <= count(t));
            begun && away.until.is_none_or(|until| count(t) <= until.months_since(first))
        })
    }

    fn optimise(&mut self, objective: Objective, settings: &Settings) -> Result<(), Error> {
        if objective.terms.is_empty() {
            return Ok(());
        }
        self.program.objective = objective.clone();
        let effort = Effort::until(&Deadline::default(), settings.gap);
        let answer = solve(settings, &self.program, effort).map_err(Error::Engine)?;
        self.program.start_from(&answer.values);
        let reached = objective.at(&answer.values);
        let (sense, rhs) =
            if objective.maximise { (Sense::AtLeast, reached - SLACK) } else { (Sense::AtMost, reached + SLACK) };
        self.program.row(format!("keep_{}", self.program.rows.len()), objective.terms, sense, rhs);
        Ok(())
    }

    /// The months in decimals. Flows are exact: what is not done waits as far as it may, the rest is lost.
    fn exact(&self) -> MonthlyWork {
        let none = vec![Cases::ZERO; self.unit.matters.len()];
        let empty = MonthWork { work: Vec::new(), done: none.clone(), missed: none.clone(), carried: none };
        let mut months = vec![empty; MONTHS];
        let mut order: Vec<MatterIx> = self.unit.matters().map(|(ix, _)| ix).collect();
        order.sort_by_key(|ix| depth(self.unit, *ix));
        // Share of the year's cases done up to a month.
        let mut so_far: BTreeMap<(MatterIx, usize), Decimal> = BTreeMap::new();
        for ix in order {
            let matter = &self.unit[ix];
            let days = self.unit.calendar.days_by_month(self.unit.year);
            let mut waiting = Cases::ZERO;
            let mut sum = Decimal::ZERO;
            for (t, arriving) in matter.arriving_by_month().into_iter().enumerate() {
                let due = waiting + arriving;
                let share = self.done.get(&(ix, t)).map_or(0.0, |column| self.program.columns[column.0].start);
                let bounds = matter.bounds().filter(|bound| self.unit[*bound].has_cases());
                let most = bounds.map(|bound| so_far[&(bound, t)] - sum).min().unwrap_or(Decimal::ONE);
                let share = decimal(share, 9).min(most.max(Decimal::ZERO));
                let done = (matter.arriving * Share::new(share)).round(6).min(due);
                if matter.has_cases() {
                    sum += done.share_of(matter.arriving).value();
                }
                so_far.insert((ix, t), sum);
                let left = due - done;
                waiting = matter.may_wait(arriving, days[t]).map_or(left, |most| left.min(most));
                months[t].done[ix.0] = done;
                months[t].carried[ix.0] = waiting;
                months[t].missed[ix.0] = left - waiting;
                months[t].work.extend(self.exact_work(ix, t, done));
            }
        }
        for month in &mut months {
            month.work.sort();
        }
        MonthlyWork { months }
    }

    fn exact_work(&self, ix: MatterIx, t: usize, done: Cases) -> Vec<Work> {
        let matter = &self.unit[ix];
        let mut work = Vec::new();
        for step in &matter.steps {
            let at_step = self.work.range((ix, t, step.step, PersonIx(0))..=(ix, t, step.step, PersonIx(usize::MAX)));
            let year = number(matter.arriving.value());
            let cases = |column: &Column| self.program.columns[column.0].start * year;
            let holders: Vec<_> =
                at_step.map(|((.., person), column)| (*person, cases(column), done.value())).collect();
            let dealt = deal_exactly(&holders, done.value() * Decimal::from(step.people));
            work.extend(dealt.into_iter().filter(|(_, cases)| *cases > Decimal::ZERO).map(|(person, cases)| Work {
                person,
                matter: ix,
                step: step.step,
                cases: Cases::new(cases),
            }));
        }
        work
    }
}
