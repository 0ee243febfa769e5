//! The same question as a program: how few weeks without people there must be, tier by tier, then how few wishes fail.

use super::demands::{Bits, Demands, Limit};
use crate::optimise::engine::program::{Column, Objective, Program, Sense};
use crate::optimise::engine::{Effort, solve};
use crate::optimise::{Settings, count_of};
use std::collections::BTreeMap;

/// What solving showed.
pub(super) struct Proven {
    /// A calendar better than the one known, if one was found.
    pub(super) better: Option<Vec<Bits>>,
    /// No calendar has fewer weeks without people, by class.
    pub(super) least: Vec<i64>,
    /// No calendar with as few leaves fewer wishes open.
    pub(super) unmet: i64,
}

/// What is known before.
pub(super) struct Known<'a> {
    /// The best calendar.
    pub(super) on: &'a [Bits],
    /// Its weeks without people, by class.
    pub(super) gaps: &'a [i64],
    /// No calendar has fewer.
    pub(super) least: &'a [i64],
}

/// Columns of the largest program that is tried.
const MOST_COLUMNS: usize = 20_000;
/// Hundredths of the time left that it may take.
const SHARE: u32 = 30;
/// What an engine's bound may lie below a whole number by rounding.
const ROUNDING: f64 = 1e-6;

pub(super) fn prove(demands: &Demands, known: &Known<'_>, settings: &Settings) -> Proven {
    let mut proven = Proven { better: None, least: known.least.to_vec(), unmet: 0 };
    let Some(mut model) = Model::of(demands, known.on) else { return proven };
    let deadline = settings.deadline.share(SHARE);
    let mut is_known = true;
    for class in 0..=demands.classes {
        let objective = model.objective(demands, class);
        let mut value = objective.at(&model.program.start()).round();
        let settled = known.gaps.get(class).zip(known.least.get(class)).is_some_and(|(gaps, least)| gaps == least);
        if !(objective.terms.is_empty() || is_known && settled) {
            model.program.objective = objective.clone();
            let effort = Effort { whole: true, ..Effort::until(&deadline, settings.gap) };
            let Ok(answer) = solve(settings, &model.program, effort) else { return proven };
            if objective.prefers(&answer.values, &model.program.start()) {
                model.program.start_from(&answer.values);
                value = objective.at(&model.program.start()).round();
                proven.better = Some(model.weeks());
                is_known = false;
            }
            let bound = whole((answer.bound - ROUNDING).ceil()).max(0);
            match proven.least.get_mut(class) {
                Some(least) => *least = bound.max(*least),
                None => proven.unmet = bound,
            }
            if !answer.proven {
                return proven;
            }
        }
        let rhs = value - objective.constant;
        model.program.row(format!("class_{class}"), objective.terms, Sense::AtMost, rhs);
    }
    proven
}

/// x_pw: p is on leave in week w, Σ_w x_pw = weeks due. g_dw: demand d lacks people in week w, 0 or 1.
/// Σ_(p in limit) x_pw ≤ spare + (people − spare) × g_dw; x_pw ≤ g_dw where nobody is to spare.
struct Model {
    program: Program,
    /// Weeks of each person: place of the week, column.
    on: Vec<BTreeMap<usize, Column>>,
    /// Weeks of each demand.
    lacks: Vec<BTreeMap<usize, Column>>,
}

impl Model {
    fn of(demands: &Demands, known: &[Bits]) -> Option<Self> {
        let weeks = demands.weeks.len();
        if (demands.people.len() + demands.all.len()) * weeks > MOST_COLUMNS {
            return None;
        }
        let mut program = Program::default();
        let mut on = Vec::new();
        for (at, (person, known)) in demands.people.iter().zip(known).enumerate() {
            let mut own = BTreeMap::new();
            for week in (0..weeks).filter(|week| person.may >> week & 1 == 1) {
                let column = program.integer(format!("x_{at}_{week}"), 1.0);
                program.columns[column.0].start = if known >> week & 1 == 1 { 1.0 } else { 0.0 };
                own.insert(week, column);
            }
            let all = own.values().map(|column| (*column, 1.0)).collect();
            program.row(format!("due_{at}"), all, Sense::Equal, f64::from(person.due));
            on.push(own);
        }
        let mut model = Self { program, on, lacks: Vec::new() };
        for (at, demand) in demands.all.iter().enumerate() {
            let mut own = BTreeMap::new();
            for week in (0..weeks).filter(|week| demand.open >> week & 1 == 1) {
                let column = model.program.integer(format!("g_{at}_{week}"), 1.0);
                for (which, limit) in demand.limits.iter().enumerate() {
                    model.limit(&format!("{at}_{week}_{which}"), limit, week, column);
                }
                own.insert(week, column);
            }
            model.lacks.push(own);
        }
        model.program.fits().ok().map(|()| model)
    }

    fn limit(&mut self, name: &str, limit: &Limit, week: usize, lacks: Column) {
        let of: Vec<Column> = limit.of.iter().filter_map(|person| self.on[*person].get(&week)).copied().collect();
        let away: f64 = of.iter().map(|column| self.program.columns[column.0].start).sum();
        let spare = count_of(limit.spare);
        if away > spare {
            self.program.columns[lacks.0].start = 1.0;
        }
        if limit.spare == 0 {
            for (i, column) in of.into_iter().enumerate() {
                self.program.row(format!("l_{name}_{i}"), vec![(column, 1.0), (lacks, -1.0)], Sense::AtMost, 0.0);
            }
        } else if of.len() > limit.spare {
            let beyond = count_of(of.len()) - spare;
            let terms = of.into_iter().map(|column| (column, 1.0)).chain([(lacks, -beyond)]).collect();
            self.program.row(format!("l_{name}"), terms, Sense::AtMost, spare);
        }
    }

    /// The weeks without people of a class; behind the last class the wishes that fail.
    fn objective(&self, demands: &Demands, class: usize) -> Objective {
        let terms: Vec<(Column, f64)> = if class == demands.classes {
            let wished = |(at, own): (usize, &BTreeMap<usize, Column>)| {
                let wished = demands.people[at].wished;
                let own = own.iter().filter(move |(week, _)| wished >> *week & 1 == 1);
                own.map(|(_, column)| (*column, -1.0)).collect::<Vec<_>>()
            };
            self.on.iter().enumerate().flat_map(wished).collect()
        } else {
            let of_class = self.lacks.iter().zip(&demands.all).filter(|(_, demand)| demand.class == class);
            of_class.flat_map(|(own, _)| own.values().map(|column| (*column, 1.0))).collect()
        };
        let constant = if class == demands.classes { number(demands.asked()) } else { 0.0 };
        Objective { maximise: false, terms, constant }
    }

    /// The weeks of everybody in the best point.
    fn weeks(&self) -> Vec<Bits> {
        let is_on = |column: &Column| self.program.columns[column.0].start > 0.5;
        let bits = |own: &BTreeMap<usize, Column>| {
            own.iter().filter(|(_, column)| is_on(column)).map(|(week, _)| 1 << week).sum()
        };
        self.on.iter().map(bits).collect()
    }
}

fn number(count: i64) -> f64 {
    i32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[expect(clippy::cast_possible_truncation, reason = "counts of weeks")]
fn whole(value: f64) -> i64 {
    value as i64
}
