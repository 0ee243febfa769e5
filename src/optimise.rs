//! Finds the best plan: formulation, engines, stages. No solver type and no binary fraction leaves this module.

mod alternatives;
mod balance;
mod course;
mod deadline;
mod deal;
mod engine;
mod forced;
mod formulation;
mod home;
mod known;
mod lattice;
mod leave;
mod levelled;
mod loosened;
mod monthly;
mod order;
mod pooled;
mod probe;
mod repair;
mod requirement;
mod seats;
mod served;
mod service;
mod settle;
mod shares;
mod stages;
mod tolerance;

pub use self::formulation::groups::{Formulation, alike};
pub use self::formulation::rights::{Rights, eligible};
pub use alternatives::{Different, Farthest};
pub use course::{Least, Leg, Legs, least_moves};
pub use deadline::Deadline;
pub use engine::{Engine, Solved, still_running};
pub use known::{DutyTable, Known, reseated, service_at, service_knowing};
pub use lattice::Tables;
pub use leave::{Leave, LeaveQuestion, Manned, Wishes, leave};
pub use monthly::monthly;
pub use probe::{Most, Probe, Promise};
pub use requirement::{Fewest, Order, fewest, requirement};
pub use service::{make_room, study};

use crate::model::{MatterIx, MatterStep, Plan, Stage, StageId, Step, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// How to solve.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Which engine.
    pub engine: Engine,
    /// When the whole command must end, whatever is searched in it.
    pub deadline: Deadline,
    /// Relative gap at which a stage counts as proven.
    pub gap: f64,
    /// Folder into which each stage is written as MPS.
    pub export: Option<PathBuf>,
    /// How a plan is found.
    pub formulation: Formulation,
    /// What was worked out before, for whoever asks next.
    pub tables: Tables,
    /// Programs that were solved before.
    pub solved: Solved,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            engine: Engine::default(),
            deadline: Deadline::default(),
            gap: 1e-6,
            export: None,
            formulation: Formulation::default(),
            tables: Tables::default(),
            solved: Solved::default(),
        }
    }
}

impl Settings {
    /// Nothing more is begun when the time is up.
    ///
    /// # Errors
    /// [`Error::OutOfTime`].
    pub fn in_time(&self) -> Result<(), Error> {
        if self.deadline.is_past() {
            self.deadline.cut();
            return Err(Error::OutOfTime);
        }
        Ok(())
    }
}

/// Hears of the stages as they pass.
pub trait Progress {
    /// A stage begins; `number` counts from 1.
    fn stage_started(&mut self, id: StageId, number: usize, of: usize);
    /// A stage is over.
    fn stage_ended(&mut self, stage: &Stage);
}

impl Progress for () {
    fn stage_started(&mut self, _: StageId, _: usize, _: usize) {}
    fn stage_ended(&mut self, _: &Stage) {}
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine is not part of this build.
    #[error("engine {} is not part of this build", .0.id())]
    MissingEngine(Engine),
    /// The time was up before there was anything to say.
    #[error("the time is up")]
    OutOfTime,
    /// The program would not fit into memory.
    #[error("{entries} numbers in the program")]
    TooLarge {
        /// Numbers in the rows of the program.
        entries: usize,
    },
    /// It is proven that no plan keeps what was promised.
    #[error("the promises cannot be kept")]
    Promises,
    /// The engine failed on a program that has a solution.
    #[error("{0}")]
    Engine(String),
    /// A model file could not be written.
    #[error("{path}: {cause}")]
    Export {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
}

/// The best plan for everyone present, stage by stage (`docs/model.md`).
///
/// # Errors
/// See [`Error`]. A stage stopped early is no error: the plan says so.
pub fn plan(unit: &Unit, settings: &Settings, progress: &mut dyn Progress) -> Result<Plan, Error> {
    if !settings.engine.available() {
        return Err(Error::MissingEngine(settings.engine));
    }
    let seated = stages::run(unit, settings, Extent::Whole, progress)?;
    settle::settle(unit, settings, &seated, Extent::Whole, progress)
}

/// The service stages of [`plan`] alone: the same service, with posts that keep the rules but move people at will.
/// For questions in which only the service counts.
///
/// # Errors
/// As [`plan`]; [`Error::OutOfTime`] where it would only begin when the time is up.
pub fn service(unit: &Unit, settings: &Settings) -> Result<Plan, Error> {
    settings.in_time()?;
    let settings = Settings { export: None, ..settings.clone() };
    let seated = stages::run(unit, &settings, Extent::Service, &mut ())?;
    settle::settle(unit, &settings, &seated, Extent::Service, &mut ())
}

/// [`plan`] but for its last stage, the most even hours: the same levels of all matters, since with the posts settled it
/// moves hours from one person to another and no case. For questions in which nobody asks who does how much.
///
/// # Errors
/// As [`service`].
pub fn levels(unit: &Unit, settings: &Settings) -> Result<Plan, Error> {
    settings.in_time()?;
    let settings = Settings { export: None, ..settings.clone() };
    let seated = stages::run(unit, &settings, Extent::Seats, &mut ())?;
    settle::settle(unit, &settings, &seated, Extent::Seats, &mut ())
}

/// Which stages to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The tiers only.
    Service,
    /// All but the most even hours.
    Seats,
    /// All.
    Whole,
}

/// What a program is to be about.
#[derive(Debug, Clone, Default)]
struct Ask {
    /// The matters in question; `None`: all. The others are neither done nor staffed.
    matters: Option<BTreeSet<MatterIx>>,
    /// Steps that are taken to need no time.
    costless: BTreeSet<(MatterIx, Step)>,
    /// Steps that are taken to need nobody.
    without: BTreeSet<(MatterIx, Step)>,
}

impl Ask {
    /// About some matters, and those that bound them.
    fn about(unit: &Unit, matters: impl IntoIterator<Item = MatterIx>) -> Self {
        let mut all = BTreeSet::new();
        let mut open: Vec<MatterIx> = matters.into_iter().collect();
        while let Some(matter) = open.pop() {
            if all.insert(matter) {
                open.extend(unit[matter].bounds());
            }
        }
        Self { matters: Some(all), ..Self::default() }
    }

    fn is_about(&self, matter: MatterIx) -> bool {
        self.matters.as_ref().is_none_or(|matters| matters.contains(&matter))
    }

    /// The steps of a matter that need somebody.
    fn steps<'u>(&self, unit: &'u Unit, matter: MatterIx) -> impl Iterator<Item = &'u MatterStep> + use<'_, 'u> {
        unit[matter].steps.iter().filter(move |step| !self.without.contains(&(matter, step.step)))
    }
}

/// A decimal as the engines need it.
fn number(value: Decimal) -> f64 {
    // Every decimal has a nearest binary fraction.
    value.to_f64().unwrap_or(f64::NAN)
}

/// A count of people or sections as the engines need it.
fn count_of(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// What an engine found as a decimal of `places` places, rounded half away from zero.
fn decimal(value: f64, places: u32) -> Decimal {
    Decimal::from_f64(value).map_or(Decimal::ZERO, |value| crate::units::round_half_up(value, places).normalize())
}
