//! What a plan means: what stalls, why, and what the answer rests on.

pub mod absence;
mod again;
pub mod compare;
pub mod duties;
mod exchange;
pub mod explain;
pub mod fleet;
pub mod hire;
pub mod leave;
pub mod live;
pub mod need;
pub mod plan;
pub mod project;
pub mod request;
pub mod sensitivity;
pub mod tradeoff;
pub mod wisn;

pub use self::plan::assessment::{
    Assessment, BasisCount, ConflictEffect, Finding, Limit, Outcome, PeopleProof, Reason, ReasonCode, Shortfall,
};
pub use self::plan::conflicts::effects_on_paper;
pub use self::plan::findings::{basis_counts, findings, of_roster};
pub use crate::model::ServiceStatus;
pub use again::{Again, again};
pub use exchange::exchanged;

use crate::check::{self, Violation};
use crate::model::{Plan, Unit};
use crate::optimise::{self, DutyTable, Known, Progress, Settings};
use crate::units::Month;
use rust_decimal::Decimal;
use std::thread;

/// Why there is no assessment.
#[derive(Debug, thiserror::Error)]
pub enum AssessError {
    /// No plan.
    #[error(transparent)]
    Optimise(#[from] optimise::Error),
    /// The checker refused the plan: an error of the program, never of its input.
    #[error("the checker refused the plan")]
    Rejected(Box<Rejected>),
    /// A hiring plan was projected and misses a target that it promised: an error of the program.
    #[error("the targets are missed in {0}")]
    Unkept(Month),
}

/// Hundredths of the time left that a plan may take where questions about it follow.
const FOR_THE_PLAN: u32 = 80;

/// A plan that the checker refused, with the unit that it was made for: often one changed on the way, whose people,
/// posts and matters no other unit may name.
#[derive(Debug)]
pub struct Rejected {
    /// The unit.
    pub unit: Unit,
    /// What is wrong with the plan.
    pub violations: Vec<Violation>,
}

/// Plans, has the plan checked, and says what it means.
///
/// # Errors
/// See [`AssessError`].
pub fn assess(unit: &Unit, settings: &Settings, progress: &mut dyn Progress) -> Result<Assessment, AssessError> {
    assess_from(unit, None, settings, progress)
}

/// The same where people change places, so that as many as can keep the posts that they hold today.
///
/// # Errors
/// See [`AssessError`].
pub fn assess_from(
    unit: &Unit,
    today: Option<&DutyTable>,
    settings: &Settings,
    progress: &mut dyn Progress,
) -> Result<Assessment, AssessError> {
    // The other values of a conflict are planned beside the plan itself; each solve is sequential in itself,
    // so the result does not depend on the number of processors.
    thread::scope(|scope| {
        let conflicts = scope.spawn(|| plan::conflicts::effects(unit, settings));
        // What the plan leaves of the time is for the questions about it.
        let for_plan = Settings { deadline: settings.deadline.share(FOR_THE_PLAN), ..settings.clone() };
        let plan = checked(unit, optimise::plan(unit, &for_plan, progress)?)?;
        let plan = if let Some(today) = today { duties::kept(unit, plan, today, &for_plan) } else { plan };
        let conflicts = || conflicts.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        meaning(unit, plan, conflicts, settings)
    })
}

/// Says what a plan means that was made before; whether it keeps the rules is the caller's to ask first.
///
/// # Errors
/// See [`AssessError`].
pub fn interpret(unit: &Unit, plan: Plan, settings: &Settings) -> Result<Assessment, AssessError> {
    meaning(unit, plan, || plan::conflicts::effects(unit, settings), settings)
}

fn meaning(
    unit: &Unit,
    plan: Plan,
    conflicts: impl FnOnce() -> Result<Vec<ConflictEffect>, AssessError>,
    settings: &Settings,
) -> Result<Assessment, AssessError> {
    let shortfalls = plan::reasons::shortfalls(unit, &plan, settings)?;
    let findings = findings(unit, Some(&plan));
    Ok(Assessment { conflicts: conflicts()?, plan, shortfalls, findings, inputs: basis_counts(unit) })
}

/// The plan, if the checker lets it pass.
fn checked(unit: &Unit, plan: Plan) -> Result<Plan, AssessError> {
    accepted(unit, check::verify(unit, &plan)).map(|()| plan)
}

/// Nothing, if nothing was found wrong.
fn accepted(unit: &Unit, violations: Vec<Violation>) -> Result<(), AssessError> {
    if violations.is_empty() {
        return Ok(());
    }
    Err(AssessError::Rejected(Box::new(Rejected { unit: unit.clone(), violations })))
}

/// A plan for a study of many, checked; none is begun when the time is up.
fn planned(unit: &Unit, settings: &Settings) -> Result<Plan, AssessError> {
    settings.in_time()?;
    checked(unit, optimise::plan(unit, settings, &mut ())?)
}

/// [`planned`] but for the most even hours, where only the levels of matters count.
fn leveled(unit: &Unit, settings: &Settings) -> Result<Plan, AssessError> {
    checked(unit, optimise::levels(unit, settings)?)
}

/// The service stages of a unit, checked. What is known saves work; tables that break a rule of the unit are not used.
fn serve(unit: &Unit, known: &Known, settings: &Settings) -> Result<Plan, AssessError> {
    settings.in_time()?;
    let keeps_rules = |table: &&DutyTable| check::verify_duty_table(unit, table).is_empty();
    let tables = known.tables.iter().copied().filter(keeps_rules).collect();
    checked(unit, optimise::service_knowing(unit, &Known { tables, ..*known }, settings)?)
}

/// Sums of service levels this close are equal: a ten-thousandth of one matter, wider than the engines' tolerances.
const EQUAL_SERVICE: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// Whether every tier is served as much.
fn equal_service(a: &[Decimal], b: &[Decimal]) -> bool {
    a.iter().zip(b).all(|(a, b)| (*a - *b).abs() <= EQUAL_SERVICE)
}

/// Hears how far a run of many plans is.
pub trait Steps: Send {
    /// So many plans are to be made.
    fn begin(&mut self, total: usize);
    /// One more is made.
    fn step(&mut self);
}

impl Steps for () {
    fn begin(&mut self, _: usize) {}
    fn step(&mut self) {}
}
