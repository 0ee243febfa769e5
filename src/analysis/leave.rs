//! A year's leave by weeks: who goes when, what lacks its people meanwhile, and which appointments would end that.

use super::absence::{Appointment, is_lawful, without_minima};
use super::{AssessError, Steps, accepted, planned};
use crate::check::{self, Lacking};
use crate::model::{LeaveCalendar, MatterIx, PersonIx, Plan, PlanStatus, PostIx, SectionIx, ServiceStatus, Unit};
use crate::optimise::{self, DutyTable, LeaveQuestion, Manned, Settings};
use crate::units::Day;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub use crate::optimise::Wishes;

/// A year's leave and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacations {
    /// The plan; it passed the checker.
    pub plan: Plan,
    /// Who is on leave when.
    pub calendar: LeaveCalendar,
    /// What lacks its people, in order of tier, then of the scenario; sections that are to have people of their own last.
    pub gaps: Vec<Gap>,
    /// How many weeks that makes, by tier, then of sections.
    pub weeks: Vec<WeeksLacking>,
    /// Weeks wished for.
    pub wishes: Wishes,
    /// One person more at each of some posts; none where that ends no gap.
    pub appointments: Vec<Appointment>,
    /// Weeks x matters that lack people if those are appointed and leave is given out anew; by tier, then of sections.
    pub then: Vec<u32>,
    /// Whether the plan is proven optimal.
    pub optimal: bool,
}

/// Matters that lack the same people on the same days, or a section that does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// Ids of the matters; none where a section has too few people of its own.
    pub matters: Vec<MatterIx>,
    /// Id of the section that has too few; null: it is about matters.
    pub section: Option<SectionIx>,
    /// The posts with fewer people than a case needs.
    pub posts: Vec<PostIx>,
    /// The weeks, as ISO 8601 counts them.
    pub weeks: BTreeSet<u32>,
    /// Working days in them on which it is so.
    pub days: usize,
    /// The appointments that end it, leave given out anew; empty where there are none.
    pub closed_by: Vec<Appointment>,
}

/// How many weeks of something lack people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeksLacking {
    /// In this calendar.
    pub here: u32,
    /// In every calendar that has as few in the tiers before.
    pub at_least: u32,
}

/// Plans a unit and gives out a year's leave.
///
/// # Errors
/// See [`AssessError`].
pub fn leave(unit: &Unit, settings: &Settings, steps: &mut dyn Steps) -> Result<Vacations, AssessError> {
    steps.begin(1);
    let plan = planned(unit, settings)?;
    steps.step();
    leave_from(unit, plan, settings, steps)
}

/// The same as [`leave`] of a plan that is there already and passed the checker.
///
/// # Errors
/// See [`AssessError`].
pub fn leave_from(
    unit: &Unit,
    plan: Plan,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Vacations, AssessError> {
    steps.begin(2);
    let (given, lacking) = given(unit, &plan, settings)?;
    steps.step();
    let mut gaps = gaps(unit, &lacking);
    let (mut appointments, mut then) = (appointments(unit, &plan, &gaps), Vec::new());
    if !appointments.is_empty() {
        let more = Plan { held: with(&plan.held, &appointments), ..plan.clone() };
        let (again, still) = self::given(unit, &more, settings)?;
        let open: BTreeSet<MatterIx> = still.iter().filter_map(|lacking| lacking.matter).collect();
        let is_closed = |gap: &Gap| gap.section.is_none() && gap.matters.iter().all(|matter| !open.contains(matter));
        for gap in gaps.iter_mut().filter(|gap| is_closed(gap)) {
            gap.closed_by = appointments.iter().filter(|one| gap.posts.contains(&one.post)).copied().collect();
        }
        then = again.weeks;
        // An appointment that ends nothing is none to make.
        if gaps.iter().all(|gap| gap.closed_by.is_empty()) {
            (appointments, then) = (Vec::new(), Vec::new());
        }
    }
    steps.step();
    let weeks = given.weeks.iter().zip(&given.at_least);
    Ok(Vacations {
        optimal: plan.status == PlanStatus::Optimal,
        plan,
        calendar: given.calendar,
        gaps,
        weeks: weeks.map(|(here, at_least)| WeeksLacking { here: *here, at_least: *at_least }).collect(),
        wishes: given.wishes,
        appointments,
        then,
    })
}

fn with(held: &DutyTable, more: &[Appointment]) -> DutyTable {
    held.iter().copied().chain(more.iter().map(|one| (one.person, one.post))).collect()
}

/// A year's leave with the posts of a plan, and what lacks its people on which days. The checker goes through it by
/// itself; the weeks in which it finds something are those that the search counted.
fn given(unit: &Unit, plan: &Plan, settings: &Settings) -> Result<(optimise::Leave, Vec<Lacking>), AssessError> {
    let is_served = |ix: &MatterIx| plan.status_of(unit, *ix) != ServiceStatus::Stalled;
    let served: BTreeSet<MatterIx> = unit.open_matters().map(|(ix, _)| ix).filter(is_served).collect();
    let year = unit.as_of.year();
    let question = LeaveQuestion { unit, held: &plan.held, served: &served, year };
    let given = optimise::leave(&question, settings)?;
    accepted(unit, check::verify_leave(unit, &plan.held, &given.calendar))?;
    let lacking = check::leave_gaps(unit, plan, &given.calendar);
    let is_counted = |one: &&Lacking| {
        let what = one.matter.map(Manned::Matter).or(one.section.map(Manned::Section));
        what.is_none_or(|what| given.gaps.contains(&(what, one.day.week())))
    };
    let uncounted = lacking.iter().find(|one| !is_counted(one));
    accepted(unit, uncounted.map(violation).into_iter().collect())?;
    Ok((given, lacking))
}

fn violation(lacking: &Lacking) -> check::Violation {
    let Lacking { matter, posts, .. } = lacking;
    let breach = check::Breach::Leave;
    check::Violation { breach, people: Vec::new(), posts: posts.clone(), matter: *matter, numbers: None }
}

/// The section that has too few people, or the posts that have.
type Lacks = (Option<SectionIx>, Vec<PostIx>);

/// What lacks the same people on the same days, together.
fn gaps(unit: &Unit, lacking: &[Lacking]) -> Vec<Gap> {
    let mut days: BTreeMap<(&Lacks, Option<MatterIx>), BTreeSet<Day>> = BTreeMap::new();
    let lacks: Vec<Lacks> = lacking.iter().map(|one| (one.section, one.posts.clone())).collect();
    for (one, lacks) in lacking.iter().zip(&lacks) {
        days.entry((lacks, one.matter)).or_default().insert(one.day);
    }
    let mut together: BTreeMap<(&Lacks, BTreeSet<Day>), Vec<MatterIx>> = BTreeMap::new();
    for ((lacks, matter), days) in days {
        together.entry((lacks, days)).or_default().extend(matter);
    }
    let gap = |(((section, posts), days), matters): ((&Lacks, BTreeSet<Day>), Vec<MatterIx>)| Gap {
        matters,
        section: *section,
        posts: posts.clone(),
        weeks: days.iter().map(|day| day.week()).collect(),
        days: days.len(),
        closed_by: Vec::new(),
    };
    let mut gaps: Vec<Gap> = together.into_iter().map(gap).collect();
    let tier = |gap: &Gap| gap.matters.iter().map(|matter| unit[*matter].tier).min();
    gaps.sort_by_key(|gap| (gap.section, tier(gap), gap.posts.first().copied(), gap.weeks.clone()));
    gaps
}

/// One person more at every post that a matter lacks, matter by matter in order of tier, where the rules have somebody
/// for all of them beside those appointed before.
fn appointments(unit: &Unit, plan: &Plan, gaps: &[Gap]) -> Vec<Appointment> {
    let lawful = without_minima(unit);
    let mut short: Vec<(MatterIx, BTreeSet<PostIx>)> = Vec::new();
    for gap in gaps {
        for matter in &gap.matters {
            match short.iter_mut().find(|(known, _)| known == matter) {
                Some((_, posts)) => posts.extend(&gap.posts),
                None => short.push((*matter, gap.posts.iter().copied().collect())),
            }
        }
    }
    short.sort_by_key(|(matter, _)| (unit[*matter].tier, *matter));
    let mut chosen: Vec<Appointment> = Vec::new();
    for (_, posts) in short {
        let mut more = chosen.clone();
        let all = posts.iter().filter(|post| chosen.iter().all(|one| one.post != **post)).all(|post| {
            let found = takers(unit, plan, *post).into_iter().map(|person| Appointment { person, post: *post });
            let next = found.map(|one| [&more[..], &[one]].concat()).find(|set| is_lawful(&lawful, &plan.held, set));
            next.is_some_and(|set| {
                more = set;
                true
            })
        });
        if all {
            chosen = more;
        }
    }
    chosen
}

/// Everyone who does not hold a post yet: those at home in its section first, then those with few posts.
fn takers(unit: &Unit, plan: &Plan, post: PostIx) -> Vec<PersonIx> {
    let mut people: Vec<PersonIx> =
        unit.present().map(|(ix, _)| ix).filter(|ix| !plan.held.contains(&(*ix, post))).collect();
    let away = |ix: &PersonIx| unit[*ix].home != Some(unit[post].section);
    people.sort_by_key(|ix| (away(ix), plan.posts_of(*ix).count(), *ix));
    people
}
