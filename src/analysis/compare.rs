//! Scenarios side by side: each planned and checked, and what of each can be set beside the others.

use super::{AssessError, EQUAL_SERVICE, ServiceStatus, Steps, planned};
use crate::model::{Employment, MatterIx, MoneyRange, Plan, PostIx, Unit};
use crate::optimise::{Error, Settings};
use crate::units::Hours;
use crate::word::words;
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::sync::Mutex;

/// One of the scenarios; differences are against the first.
#[derive(Debug)]
pub struct Side {
    /// What it is called, unlike any other.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a scenario.
#[derive(Debug)]
pub enum Outcome {
    /// Planned.
    Planned(Box<Planned>),
    /// It could not be read.
    BadInput,
    /// It was read, and there is no plan.
    Failed(Box<AssessError>),
}

/// A scenario with its plan, which passed the checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The scenario.
    pub unit: Unit,
    /// The plan.
    pub plan: Plan,
}

impl Side {
    /// The scenario with its plan, if there is one.
    #[must_use]
    pub fn planned(&self) -> Option<&Planned> {
        match &self.outcome {
            Outcome::Planned(planned) => Some(planned),
            Outcome::BadInput | Outcome::Failed(_) => None,
        }
    }
}

/// A plan of which it is proven how far every tier can be served: others cannot stand beside each other.
fn planned_in_full(unit: &Unit, settings: &Settings) -> Result<Plan, AssessError> {
    let plan = planned(unit, settings)?;
    let cut = settings.deadline.has_cut() && !unit.tiers().all(|(tier, _)| plan.proves(tier));
    if cut { Err(Error::OutOfTime.into()) } else { Ok(plan) }
}

/// Plans every scenario, side by side; one that cannot be planned does not keep the others from it.
/// A scenario without a unit could not be read. The result does not depend on the number of processors.
#[must_use]
pub fn compare(scenarios: Vec<(String, Option<Unit>)>, settings: &Settings, steps: &mut dyn Steps) -> Vec<Side> {
    let settings = Settings { export: None, ..settings.clone() };
    steps.begin(scenarios.len());
    let steps = Mutex::new(steps);
    let outcome = |unit: Unit| match planned_in_full(&unit, &settings) {
        Ok(plan) => Outcome::Planned(Box::new(Planned { unit, plan })),
        Err(error) => Outcome::Failed(Box::new(error)),
    };
    let side = |(name, unit): (String, Option<Unit>)| {
        let outcome = unit.map_or(Outcome::BadInput, outcome);
        if let Ok(mut steps) = steps.lock() {
            steps.step();
        }
        Side { name, outcome }
    };
    scenarios.into_par_iter().map(side).collect()
}

/// What is set side by side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Authorised posts (编制数), as stated.
    Authorised,
    /// Established people on the books (在编).
    OnBooks,
    /// Established people on duty (在编在岗).
    OnDuty,
    /// Established people on loan elsewhere.
    SecondedOut,
    /// People of other units on loan here.
    SecondedIn,
    /// Contract workers.
    Contract,
    /// Authorised − on the books; negative: over the establishment.
    Vacancies,
    /// Weighted sum of the service levels of the tier of this id.
    Service(String),
    /// Matters in full service.
    Full,
    /// Matters that are slowed.
    Slowed,
    /// Matters that stall.
    Stalled,
    /// People with a handle or review post outside their home section.
    Moved,
    /// Posts, stalled matters' too, without one holder more than a case needs.
    WithoutBackup,
    /// Hours of the people on duty that no work takes.
    Slack,
    /// A year's pay of everyone on the books and on contract, by the lowest reading of what a head costs.
    PayLow,
    /// The same by the highest reading.
    PayHigh,
}

words! {
    /// Which values of a measure are better, whatever the other measures say.
    pub enum Better {
        /// The higher.
        Higher = "higher",
        /// The lower.
        Lower = "lower",
    }
}

impl Measure {
    /// The word used in JSON and as key of the text catalogues (`measure-compare-<id>`).
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Authorised => "authorised",
            Self::OnBooks => "on_books",
            Self::OnDuty => "on_duty",
            Self::SecondedOut => "seconded_out",
            Self::SecondedIn => "seconded_in",
            Self::Contract => "contract",
            Self::Vacancies => "vacancies",
            Self::Service(_) => "service",
            Self::Full => "full",
            Self::Slowed => "slowed",
            Self::Stalled => "stalled",
            Self::Moved => "moved",
            Self::WithoutBackup => "without_backup",
            Self::Slack => "slack_hours",
            Self::PayLow => "yearly_pay_low",
            Self::PayHigh => "yearly_pay_high",
        }
    }

    /// Which values are better. Headcounts and idle hours are neither good nor bad, and fewer slowed matters are no
    /// gain where they stall instead.
    #[must_use]
    pub const fn better(&self) -> Option<Better> {
        match self {
            Self::Service(_) | Self::Full => Some(Better::Higher),
            Self::Stalled | Self::Moved | Self::WithoutBackup | Self::PayLow | Self::PayHigh => Some(Better::Lower),
            _ => None,
        }
    }

    /// The value in a scenario; `None` where it is not stated, or there is no such tier.
    #[must_use]
    pub fn of(&self, planned: &Planned) -> Option<Decimal> {
        let Planned { unit, plan } = planned;
        let headcount = unit.headcount();
        let authorised = unit.stated.authorised.as_ref().map(|stated| stated.value);
        let with = |status| Decimal::from(planned.with_status(status).count());
        Some(match self {
            Self::Authorised => authorised?.into(),
            Self::OnBooks => headcount.on_books.into(),
            Self::OnDuty => headcount.on_duty.into(),
            Self::SecondedOut => headcount.seconded_out.into(),
            Self::SecondedIn => headcount.seconded_in.into(),
            Self::Contract => headcount.contract.into(),
            Self::Vacancies => Decimal::from(authorised?) - Decimal::from(headcount.on_books),
            Self::Service(id) => plan.service(unit).into_iter().find(|(tier, ..)| unit[*tier].id == *id)?.1,
            Self::Full => with(ServiceStatus::Full),
            Self::Slowed => with(ServiceStatus::Slowed),
            Self::Stalled => with(ServiceStatus::Stalled),
            Self::Moved => unit.present().filter(|(person, _)| plan.is_moved(unit, *person)).count().into(),
            Self::WithoutBackup => planned.without_backup().count().into(),
            Self::Slack => planned.slack().value(),
            Self::PayLow => planned.yearly_pay()?.low.value(),
            Self::PayHigh => planned.yearly_pay()?.high.value(),
        })
    }
}

impl Planned {
    /// Matters of a status, in the order of the scenario.
    pub fn with_status(&self, status: ServiceStatus) -> impl Iterator<Item = MatterIx> {
        let of = move |ix: &MatterIx| ServiceStatus::of(self.plan.level(&self.unit, *ix)) == status;
        self.unit.matters().map(|(ix, _)| ix).filter(of)
    }

    /// Posts without one holder more than a case needs, stalled matters' posts too: who closes a post does not
    /// thereby back it up.
    pub fn without_backup(&self) -> impl Iterator<Item = PostIx> {
        let backed = |post: PostIx| self.plan.holders_of(post).count() > self.people_a_case(post);
        self.unit.needed_posts().map(|(post, _)| post).filter(move |post| !backed(*post))
    }

    /// Distinct people that one case needs at a post: the most of any matter to which anything arrives.
    fn people_a_case(&self, post: PostIx) -> usize {
        let open = self.unit.matters.iter().filter(|matter| matter.has_cases());
        let steps = open.flat_map(|matter| matter.steps.iter().map(move |step| (matter, step)));
        let here = steps.filter(|(matter, step)| self.unit.post_for(matter, step) == post);
        here.map(|(_, step)| usize::try_from(step.people).unwrap_or(usize::MAX)).max().unwrap_or_default()
    }

    /// Hours of the people on duty that no work takes.
    #[must_use]
    pub fn slack(&self) -> Hours {
        let spare = |(ix, person): (_, &crate::model::Person)| person.hours - self.plan.hours(&self.unit, ix, None);
        self.unit.present().map(spare).sum()
    }
}

impl Planned {
    /// A year's pay of everyone on the books and on contract: heads × the range of what is known of a head's pay.
    /// `None` where the scenario knows nothing of it. Who is on loan here is paid elsewhere.
    #[must_use]
    pub fn yearly_pay(&self) -> Option<MoneyRange> {
        let known = self.unit.recruitment.as_ref()?;
        let headcount = self.unit.headcount();
        let established = known.yearly(Employment::Established)? * headcount.on_books;
        Some(established + known.yearly(Employment::Contract)? * headcount.contract)
    }
}

/// What all scenarios are measured by: every tier that one of them has, in the order in which they come.
#[must_use]
pub fn measures(sides: &[Side]) -> Vec<Measure> {
    use Measure::{
        Authorised, Contract, Full, Moved, OnBooks, OnDuty, PayHigh, PayLow, SecondedIn, SecondedOut, Slack, Slowed,
        Stalled, Vacancies, WithoutBackup,
    };
    let mut tiers: Vec<Measure> = Vec::new();
    for tier in sides.iter().filter_map(Side::planned).flat_map(|planned| &planned.unit.tiers) {
        let measure = Measure::Service(tier.id.clone());
        if !tiers.contains(&measure) {
            tiers.push(measure);
        }
    }
    let mut all = vec![Stalled, Slowed, Full];
    all.extend(tiers);
    all.extend([Authorised, OnBooks, OnDuty, SecondedOut, SecondedIn, Contract, Vacancies]);
    all.extend([Moved, WithoutBackup, Slack]);
    // Money only where some scenario knows what a head costs.
    if sides.iter().filter_map(Side::planned).any(|planned| planned.yearly_pay().is_some()) {
        all.extend([PayLow, PayHigh]);
    }
    all
}

/// One measure of every scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub measure: Measure,
    /// In the order of the scenarios; none where there is no plan or nothing to measure.
    pub values: Vec<Option<Decimal>>,
}

/// Every measure of every scenario.
#[must_use]
pub fn rows(sides: &[Side]) -> Vec<Row> {
    let row = |measure: Measure| {
        let values = sides.iter().map(|side| side.planned().and_then(|planned| measure.of(planned))).collect();
        Row { measure, values }
    };
    measures(sides).into_iter().map(row).collect()
}

impl Row {
    /// What a scenario has more than the first.
    #[must_use]
    pub fn difference(&self, side: usize) -> Option<Decimal> {
        let first = self.values.first().copied().flatten()?;
        let value = self.values.get(side).copied().flatten()?;
        let difference = value - first;
        // Service is known to an engine's tolerance only.
        let nothing = matches!(self.measure, Measure::Service(_)) && difference.abs() <= EQUAL_SERVICE;
        Some(if nothing { Decimal::ZERO } else { difference })
    }

    /// Whether a scenario has the best value, alone or with others; never where all have the same.
    #[must_use]
    pub fn is_best(&self, side: usize) -> bool {
        let Some(better) = self.measure.better() else { return false };
        let Some(value) = self.values.get(side).copied().flatten() else { return false };
        let apart = |other: Decimal| match better {
            Better::Higher => value - other,
            Better::Lower => other - value,
        };
        let others = || self.values.iter().flatten().map(|other| apart(*other));
        others().all(|apart| apart >= -EQUAL_SERVICE) && others().any(|apart| apart > EQUAL_SERVICE)
    }
}
