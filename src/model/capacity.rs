//! Hours that a person can give to posts in a year.

use super::{Basis, Rank, Sourced};
use crate::units::{Hours, Month, Share};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Working days by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Scheduled working days of the years for which a calendar was published.
    pub working_days: BTreeMap<i32, Sourced<u32>>,
    /// Scheduled working days by month, January first, of the years for which they are known.
    pub month_days: BTreeMap<i32, Sourced<[u32; 12]>>,
    /// Working days of every other year as the scenario states them; `None`: by the formula of the law.
    pub otherwise: Option<Sourced<u32>>,
}

impl Calendar {
    /// Working days of a year.
    #[must_use]
    pub fn working_days(&self, year: i32) -> u32 {
        self.days_of(year).value
    }

    /// Working days of a year and what they rest on: as published, else as stated for all other years, else by law.
    #[must_use]
    pub fn days_of(&self, year: i32) -> Sourced<u32> {
        let stated = self.working_days.get(&year).or(self.otherwise.as_ref());
        stated.cloned().unwrap_or_else(|| lawful_days(year))
    }

    /// Whether the working days of a year are published or stated; else they are an estimate by law.
    #[must_use]
    pub fn knows_days(&self, year: i32) -> bool {
        self.otherwise.is_some() || self.working_days.contains_key(&year)
    }

    /// Whether the days of each month of a year are published; else they are an estimate.
    #[must_use]
    pub fn knows_months(&self, year: i32) -> bool {
        self.month_days.contains_key(&year)
    }
}

/// Days of a year less Saturdays and Sundays less statutory holidays: moved weekends and days off in lieu change where
/// the working days lie, not how many there are.
///
/// Source: 《全国年节及纪念日放假办法》 (13 days since 2025 by 国务院令第795号, 11 days before).
fn lawful_days(year: i32) -> Sourced<u32> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let past = year - 1;
    // 0001-01-01 was a Monday; days of the week count from it.
    let first = (365 * past + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400)).rem_euclid(7);
    // 52 weeks, and the one or two days more fall on the weekday of New Year and the next.
    let more: &[i32] = if is_leap { &[first, (first + 1) % 7] } else { &[first] };
    let working: u32 = more.iter().map(|weekday| u32::from(*weekday < 5)).sum();
    let holidays = if year < 2025 { 11 } else { 13 };
    let source = "《全国年节及纪念日放假办法》：全年天数减周末和法定节假日";
    Sourced { value: 52 * 5 + working - holidays, basis: Basis::Law, source: Some(source.to_owned()) }
}

/// The unit's policy on working time; every number carries its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityPolicy {
    /// Hours in a working day.
    pub hours_per_day: Sourced<Hours>,
    /// Days of training a year.
    pub training_days: Sourced<Decimal>,
    /// Days of sickness and other absence a year.
    pub sick_days: Sourced<Decimal>,
    /// Share of the remaining time that goes into meetings and other duties.
    pub overhead: Sourced<Share>,
    /// Share of the remaining time that a person of each rank gives to posts.
    pub rank_share: BTreeMap<Rank, Sourced<Share>>,
}

/// Days of annual leave by completed years of work on 1 January of the plan year:
/// under 1 year 0, under 10 years 5, under 20 years 10, else 15.
///
/// Source: 《职工带薪年休假条例》 (国务院令第514号) Art. 3.
#[must_use]
pub fn annual_leave_days(work_since: Month, year: i32) -> u32 {
    match Month::january(year).months_since(work_since) {
        i32::MIN..=11 => 0,
        12..=119 => 5,
        120..=239 => 10,
        240.. => 15,
    }
}

impl CapacityPolicy {
    /// Hours of one person in a year:
    /// hours per day × (working days − annual leave − training − sick) × (1 − overhead) × rank share.
    ///
    /// Not positive when the days off eat the year; the scenario refuses that.
    #[must_use]
    pub fn hours(&self, calendar: &Calendar, year: i32, leave_days: u32, rank: Rank) -> Hours {
        let rank_share = self.rank_share.get(&rank).map_or(Share::ONE, |s| s.value);
        self.available(calendar, year, leave_days.into()) * (Share::ONE - self.overhead.value) * rank_share
    }

    /// Hours that are worked in a year, whatever on: hours per day × (working days − annual leave − training − sick).
    #[must_use]
    pub fn available(&self, calendar: &Calendar, year: i32, leave_days: Decimal) -> Hours {
        let working_days = Decimal::from(calendar.working_days(year));
        let days = working_days - leave_days - self.training_days.value - self.sick_days.value;
        Hours::new(self.hours_per_day.value.value() * days)
    }
}
