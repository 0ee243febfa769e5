//! The numbers of a unit that a plan depends on, each under the path by which the scenario knows it.

use super::{MatterIx, Rank, Sourced, Step, Unit, Volume};
use crate::units::{Cases, Hours, Minutes, Share};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number that a plan depends on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Value of a driver; moves the volume of every matter with that driver.
    Driver(String),
    /// Cases of a matter a year per unit of its driver.
    Rate(MatterIx),
    /// Cases of a matter a year, whatever they were derived from.
    Volume(MatterIx),
    /// Minutes that each person at a step spends on one case.
    Minutes(MatterIx, Step),
    /// Hours in a working day.
    HoursPerDay,
    /// Days of training a year.
    TrainingDays,
    /// Days of sickness a year.
    SickDays,
    /// Share of the time that goes into other duties, 0 to 1.
    Overhead,
    /// Share of the time that a rank gives to posts, 0 to 1.
    RankShare(Rank),
    /// Working days of the plan year.
    WorkingDays,
}

impl Quantity {
    /// Every number of a unit, in a fixed order. A matter has either a rate or a stated volume.
    #[must_use]
    pub fn all(unit: &Unit) -> Vec<Self> {
        let drivers = unit.drivers.keys().cloned().map(Self::Driver);
        let matters = unit.matters().flat_map(|(ix, matter)| {
            let volume = match matter.volume {
                Volume::Stated(_) => Self::Volume(ix),
                Volume::Driven { .. } => Self::Rate(ix),
            };
            let minutes = matter.steps.iter().map(move |step| Self::Minutes(ix, step.step));
            std::iter::once(volume).chain(minutes)
        });
        let time = [Self::HoursPerDay, Self::TrainingDays, Self::SickDays, Self::Overhead];
        let ranks = unit.capacity.rank_share.keys().map(|rank| Self::RankShare(*rank));
        drivers.chain(matters).chain(time).chain(ranks).chain([Self::WorkingDays]).collect()
    }

    /// The path under which [`Unit::inputs`] lists it, if it stands there as such.
    #[must_use]
    pub fn path(&self, unit: &Unit) -> String {
        match self {
            Self::Driver(id) => format!("driver.{id}"),
            Self::Rate(matter) => format!("matter.{}.rate", unit[*matter].id),
            Self::Volume(matter) => format!("matter.{}.volume", unit[*matter].id),
            Self::Minutes(matter, step) => format!("matter.{}.{}.minutes", unit[*matter].id, step.id()),
            Self::HoursPerDay => "capacity.hours_per_day".into(),
            Self::TrainingDays => "capacity.training_days".into(),
            Self::SickDays => "capacity.sick_days".into(),
            Self::Overhead => "capacity.overhead".into(),
            Self::RankShare(rank) => format!("capacity.rank_share.{}", rank.id()),
            Self::WorkingDays => format!("calendar.working_days.{}", unit.year),
        }
    }

    /// Its value in a unit; zero for what the unit does not have.
    #[must_use]
    pub fn of(&self, unit: &Unit) -> Decimal {
        match self {
            Self::Driver(id) => unit.drivers.get(id).copied().unwrap_or_default(),
            Self::Rate(matter) => match &unit[*matter].volume {
                Volume::Driven { rate, .. } => rate.value,
                Volume::Stated(_) => Decimal::ZERO,
            },
            Self::Volume(matter) => unit[*matter].all_cases().value(),
            Self::Minutes(matter, step) => {
                let step = unit[*matter].steps.iter().find(|s| s.step == *step);
                step.map(|step| step.minutes.value.value()).unwrap_or_default()
            }
            Self::HoursPerDay => unit.capacity.hours_per_day.value.value(),
            Self::TrainingDays => unit.capacity.training_days.value,
            Self::SickDays => unit.capacity.sick_days.value,
            Self::Overhead => unit.capacity.overhead.value.value(),
            Self::RankShare(rank) => unit.capacity.rank_share.get(rank).map_or(Decimal::ONE, |s| s.value.value()),
            Self::WorkingDays => unit.calendar.working_days(unit.year).into(),
        }
    }

    /// Gives it another value, in the unit that its variant names, and everything that follows from it:
    /// volumes from drivers and rates in whole cases, hours from time. Other values than sensible ones are the
    /// caller's to avoid; a count is cut to a whole number.
    pub(super) fn set(&self, unit: &mut Unit, value: Decimal) {
        let whole = || value.to_u32().unwrap_or_default();
        match self {
            Self::Driver(id) => {
                unit.drivers.insert(id.clone(), value);
                set_volumes(unit);
            }
            Self::Rate(matter) => {
                if let Volume::Driven { rate, .. } = &mut unit.matters[matter.0].volume {
                    rate.value = value;
                }
                set_volumes(unit);
            }
            Self::Volume(matter) => {
                let matter = &mut unit.matters[matter.0];
                let (basis, source) = match &matter.volume {
                    Volume::Stated(stated) => (stated.basis, stated.source.clone()),
                    Volume::Driven { rate, .. } => (rate.basis, rate.source.clone()),
                };
                matter.volume = Volume::Stated(Sourced { value: whole(), basis, source });
                matter.arrive(Cases::new(whole().into()));
            }
            Self::Minutes(matter, step) => {
                let steps = unit.matters[matter.0].steps.iter_mut();
                steps.filter(|s| s.step == *step).for_each(|s| s.minutes.value = Minutes::new(value));
            }
            Self::HoursPerDay => unit.capacity.hours_per_day.value = Hours::new(value),
            Self::TrainingDays => unit.capacity.training_days.value = value,
            Self::SickDays => unit.capacity.sick_days.value = value,
            Self::Overhead => unit.capacity.overhead.value = Share::new(value),
            Self::RankShare(rank) => {
                if let Some(share) = unit.capacity.rank_share.get_mut(rank) {
                    share.value = Share::new(value);
                }
            }
            Self::WorkingDays => {
                let days = unit.calendar.days_of(unit.year).map(|_| whole());
                unit.calendar.working_days.insert(unit.year, days);
            }
        }
        if self.is_of_time() {
            set_hours(unit);
        }
    }

    /// Whether people's hours follow from it.
    const fn is_of_time(&self) -> bool {
        match self {
            Self::Driver(_) | Self::Rate(_) | Self::Volume(_) | Self::Minutes(..) => false,
            Self::HoursPerDay
            | Self::TrainingDays
            | Self::SickDays
            | Self::Overhead
            | Self::RankShare(_)
            | Self::WorkingDays => true,
        }
    }
}

fn set_volumes(unit: &mut Unit) {
    for matter in &mut unit.matters {
        if let Volume::Driven { driver, rate } = &matter.volume {
            let value = unit.drivers.get(driver).copied().unwrap_or_default();
            matter.arrive(Cases::new(value * rate.value).round(0));
        }
    }
}

fn set_hours(unit: &mut Unit) {
    let hours: Vec<Hours> = unit.people.iter().map(|person| unit.hours_of(person)).collect();
    for (person, hours) in unit.people.iter_mut().zip(hours).filter(|(person, _)| person.is_present()) {
        person.hours = hours;
    }
}
