//! Many drawn futures, and what they have in common.
//!
//! Every draw has a stream of its own, so the same seed gives the same forecast on any number of processors.
//! A future is looked at in December of each year; people with the same rights and hours are interchangeable,
//! so futures that differ only in who of them left are solved once, and most lie between others.

use super::between::{Cases, Likeness, Service, settle};
use super::{AssessError, Band, Forecast, Steps, YearForecast};
use crate::analysis::{ServiceStatus, checked};
use crate::model::{
    Employment, Event, Headcount, MatterIx, PersonIx, Retirement, RetirementChoice, RetirementPolicy, Status, TierIx,
    Uncertainty, Unit,
};
use crate::optimise::{self, Settings};
use crate::units::{self, Month, Share};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// Volumes are drawn in steps of so many per cent of the plan year's.
const VOLUME_STEP: i64 = 5;

/// Draws futures of `years` years. Without `[uncertainty]` in the scenario every draw is the statutory course.
///
/// # Errors
/// See [`AssessError`].
pub fn forecast(
    unit: &Unit,
    years: u32,
    draws: u32,
    seed: u64,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Forecast, AssessError> {
    let last_year = unit.as_of.year() + i32::try_from(years).unwrap_or_default() - 1;
    // Thousands of copies follow; these parts of the unit change nothing in them.
    let bare = Unit { inputs: Vec::new(), conflicts: Vec::new(), ..unit.clone() };
    let future = |draw: u32| {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(u64::from(draw));
        Future::draw(&bare, last_year, &mut random)
    };
    let mut cases = Cases::default();
    let mut futures: Vec<Vec<Snapshot>> = Vec::new();
    for draw in 0..draws {
        let snapshot = |(year, december): (usize, December)| Snapshot {
            case: cases.number(december.likeness(), draw, year),
            headcount: december.headcount,
        };
        futures.push(future(draw).decembers().enumerate().map(snapshot).collect());
    }
    let settings = Settings { export: None, ..settings.clone() };
    let service = settle(&cases, steps, |(draw, year)| {
        // Thousands of units would fill the memory; those that are solved are drawn once more.
        let unit = future(draw).decembers().nth(year).map_or_else(|| bare.clone(), December::unit);
        let plan = checked(&unit, optimise::service(&unit, &settings)?)?;
        let levels = unit.matters().map(|(ix, _)| plan.status_of(&unit, ix)).collect();
        Ok(Service { by_tier: plan.service(&unit).into_iter().map(|(_, sum, _)| sum).collect(), statuses: levels })
    })?;
    let years = (unit.as_of.year()..=last_year).enumerate();
    let mut stalled = vec![vec![false; unit.matters.len()]; futures.len()];
    let years = years.map(|(i, year)| {
        // Every future has a snapshot of every year.
        let now: Vec<&Snapshot> = futures.iter().filter_map(|future| future.get(i)).collect();
        year_forecast(unit, year, &now, &service, &mut stalled)
    });
    let years = years.collect();
    Ok(Forecast { draws, seed, years })
}

/// One year of one future.
struct Snapshot {
    case: usize,
    headcount: Headcount,
}

/// The unit in December of one year of one future.
struct December {
    month: Month,
    headcount: Headcount,
    /// Without those who are ill.
    present: Unit,
    /// Per cent of the plan year's volumes.
    volume: i64,
}

impl December {
    fn likeness(&self) -> Likeness {
        let unit = &self.present;
        let mut people = BTreeMap::new();
        for (ix, person) in unit.present() {
            let has_kin = unit.rules.kin.iter().flatten().any(|(a, b)| *a == ix || *b == ix);
            let is_own = has_kin || person.terms.bind();
            let own = (person.terms.kind, is_own.then_some(ix));
            let kind = (person.employment, person.rank, person.hours, own);
            *people.entry(kind).or_default() += 1;
        }
        Likeness { people, volume: self.volume }
    }

    /// The unit in that month, all volumes rounded to whole cases.
    fn unit(self) -> Unit {
        let mut unit = Unit { as_of: self.month, ..self.present };
        for matter in &mut unit.matters {
            matter.arriving = units::Cases::new(matter.arriving.value() * Decimal::new(self.volume, 2)).round(0);
        }
        unit
    }
}

/// One drawn course of events.
struct Future<'a> {
    unit: &'a Unit,
    last_year: i32,
    events: BTreeMap<Month, Vec<Event>>,
    /// People ill in December, by year.
    ill: BTreeMap<i32, Vec<PersonIx>>,
    /// Per cent of the plan year's volumes, by year.
    volumes: BTreeMap<i32, i64>,
}

impl<'a> Future<'a> {
    fn draw(unit: &'a Unit, last_year: i32, random: &mut ChaCha8Rng) -> Self {
        let until = Month::january(last_year).plus(11);
        let mut own = unit.clone();
        if let Some(chances) = &unit.uncertainty {
            for person in own.people.iter_mut().filter(|person| person.retirement.is_none()) {
                person.retirement = choice(&Retirement::of_person(person), person.employment, chances, random);
            }
        }
        let events = own.events(RetirementPolicy::Statutory, until);
        let mut future = Self { unit, last_year, events, ill: BTreeMap::new(), volumes: BTreeMap::new() };
        if let Some(chances) = &unit.uncertainty {
            future.draw_absences(chances, random);
            future.draw_volumes(chances, random);
        }
        future
    }

    /// Resignations and long illness: each year, each person of the roster.
    fn draw_absences(&mut self, chances: &Uncertainty, random: &mut ChaCha8Rng) {
        for year in self.unit.as_of.year()..=self.last_year {
            for (ix, person) in self.unit.people().filter(|(_, p)| p.status != Status::SecondedIn) {
                let resign = match person.employment {
                    Employment::Established => &chances.resign_established,
                    Employment::Contract => &chances.resign_contract,
                };
                let (resigns, month) = (happens(resign.value, random), random.random_range(0..12));
                let first_month_gone = Month::january(year).plus(month + 1);
                if resigns && first_month_gone > self.unit.as_of {
                    self.events.entry(first_month_gone).or_default().push(Event::Retired(ix));
                }
                let (falls_ill, month) = (happens(chances.long_sick.value, random), random.random_range(0..12_u32));
                if falls_ill && month + chances.long_sick_months.value > 11 {
                    self.ill.entry(year).or_default().push(ix);
                }
            }
        }
    }

    /// Growth year by year, triangular between least and most, compounded.
    fn draw_volumes(&mut self, chances: &Uncertainty, random: &mut ChaCha8Rng) {
        let [low, mode, high] = chances.growth.each_ref().map(|growth| growth.value);
        let mut volume = Decimal::ONE_HUNDRED;
        for year in self.unit.as_of.year()..=self.last_year {
            if year > self.unit.as_of.year() {
                volume *= Decimal::ONE + triangular(low, mode, high, random);
            }
            let steps = units::round_half_up(volume / Decimal::from(VOLUME_STEP), 0);
            self.volumes.insert(year, steps.to_i64().unwrap_or(100 / VOLUME_STEP) * VOLUME_STEP);
        }
    }

    /// December of every year.
    fn decembers(self) -> impl Iterator<Item = December> {
        let Self { last_year, ill, volumes, .. } = self;
        let mut unit = self.unit.clone();
        let mut events = self.events.into_iter().peekable();
        (unit.as_of.year()..=last_year).map(move |year| {
            let month = Month::january(year).plus(11);
            while let Some((_, events)) = events.next_if(|(first, _)| *first <= month) {
                for event in &events {
                    unit.apply(event);
                }
            }
            let mut present = unit.clone();
            for person in ill.get(&year).into_iter().flatten() {
                present.people[person.0].departed = true;
            }
            let volume = volumes.get(&year).copied().unwrap_or(100);
            December { month, headcount: unit.headcount(), present, volume }
        })
    }
}

/// A month of the person's own, if chance has it that they leave early or late.
fn choice(
    law: &Retirement,
    employment: Employment,
    chances: &Uncertainty,
    random: &mut ChaCha8Rng,
) -> Option<RetirementChoice> {
    let (drawn, within) = (uniform(random), uniform(random));
    if employment == Employment::Contract {
        return None;
    }
    let pick = |months: i32| {
        let months = Decimal::from(months) * within;
        months.floor().to_i32().unwrap_or_default()
    };
    let early = law.statutory.months_since(law.earliest);
    if drawn < chances.early.value.value() && early > 0 {
        return Some(RetirementChoice::Month(law.earliest.plus(pick(early))));
    }
    let latest = law.latest.filter(|_| drawn >= Decimal::ONE - chances.late.value.value())?;
    Some(RetirementChoice::Month(law.statutory.plus(1 + pick(latest.months_since(law.statutory)))))
}

/// A number in [0, 1) in whole millionths, so that it is exact on every machine.
fn uniform(random: &mut ChaCha8Rng) -> Decimal {
    Decimal::new(random.random_range(0..1_000_000), 6)
}

fn happens(chance: Share, random: &mut ChaCha8Rng) -> bool {
    uniform(random) < chance.value()
}

/// A triangular variate, by rejection: a point under the triangle.
fn triangular(low: Decimal, mode: Decimal, high: Decimal, random: &mut ChaCha8Rng) -> Decimal {
    loop {
        let (x, y) = (low + (high - low) * uniform(random), uniform(random));
        let height = if x < mode {
            (x - low).checked_div(mode - low).unwrap_or(Decimal::ONE)
        } else {
            (high - x).checked_div(high - mode).unwrap_or(Decimal::ONE)
        };
        if y <= height {
            return x;
        }
    }
}

/// What the futures have in common in one year. `stalled` says for each future which matters have stalled in December
/// of an earlier year, and after that of this one too.
fn year_forecast(
    unit: &Unit,
    year: i32,
    now: &[&Snapshot],
    service: &[Service],
    stalled: &mut [Vec<bool>],
) -> YearForecast {
    let heads = |count: &dyn Fn(&Headcount) -> u32| {
        band(now.iter().map(|snapshot| count(&snapshot.headcount).into()).collect())
    };
    let served = |tier: TierIx| band(now.iter().map(|snapshot| service[snapshot.case].by_tier[tier.0]).collect());
    for (snapshot, stalled) in now.iter().zip(stalled.iter_mut()) {
        for (stalled, status) in stalled.iter_mut().zip(&service[snapshot.case].statuses) {
            *stalled |= *status == ServiceStatus::Stalled;
        }
    }
    let share = |matter: MatterIx| {
        let futures = stalled.iter().filter(|stalled| stalled[matter.0]).count();
        Share::new(Decimal::from(futures) / Decimal::from(stalled.len().max(1))).round(6)
    };
    YearForecast {
        year,
        on_duty: heads(&|headcount| headcount.on_duty),
        contract: heads(&|headcount| headcount.contract),
        service: unit.tiers().map(|(tier, _)| (tier, served(tier))).collect(),
        stalled_by: unit.matters().map(|(matter, _)| share(matter)).collect(),
    }
}

/// The middle 80 % by nearest rank.
fn band(mut values: Vec<Decimal>) -> Band {
    values.sort_unstable();
    let at = |per_cent: usize| {
        let rank = (values.len() * per_cent).div_ceil(100).saturating_sub(1);
        values.get(rank).copied().unwrap_or_default()
    };
    Band { low: at(10), median: at(50), high: at(90) }
}
