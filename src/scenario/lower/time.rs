//! The plan year, its calendar, and the hours that people have in it.

use super::Scope;
use super::numbers::{Origin, sourced, sourced_whole};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{Basis, Calendar, CapacityPolicy, Rank, Sourced, Unit, annual_leave_days};
use crate::scenario::read::defaults;
use crate::scenario::read::tree::Node;
use crate::units::{Hours, Month, Share};
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// The plan year and the month whose staffing is planned.
pub(super) struct Day {
    pub(super) year: Option<i32>,
    pub(super) as_of: Option<Month>,
}

pub(super) fn day(scenario: &Node, found: &mut Diagnostics) -> Day {
    let year = scenario.whole("year").and_then(|year| i32::try_from(year).ok());
    let Some(node) = scenario.get("as_of") else { return Day { year, as_of: year.map(Month::january) } };
    let as_of = node.as_text().and_then(Month::parse);
    if let (Some(year), Some(as_of)) = (year, as_of)
        && as_of.year() != year
    {
        let outside = Diagnostic::new(Code::AsOfOutsideYear, &node.place);
        found.push(outside.fact("as_of", as_of).fact("year", year));
    }
    Day { year, as_of }
}

/// The calendar; only the working days of the plan year go into the account, the others are not used.
pub(super) fn calendar(scenario: &Node, year: Option<i32>, scope: &mut Scope<'_>) -> Option<Calendar> {
    let table = scenario.get("calendar")?;
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let otherwise = table.get("otherwise").map(|node| sourced_whole(node, &origin));
    let by_year = table.get("working_days")?;
    let origin = Origin::of(by_year, &origin);
    let mut working_days = BTreeMap::new();
    for entry in by_year.entries() {
        if let (Ok(year), Some(days)) = (entry.key.parse(), sourced_whole(&entry.node, &origin)) {
            working_days.insert(year, days);
        }
    }
    let month_days = month_days(table, &working_days, scope.found)?;
    let otherwise = match otherwise {
        Some(stated) => Some(stated?),
        None => None,
    };
    let calendar = Calendar { working_days, month_days, otherwise };
    let year = year?;
    let stated_for_all = calendar.otherwise.is_some() && !calendar.working_days.contains_key(&year);
    let path = if stated_for_all { "calendar.otherwise".to_owned() } else { format!("calendar.working_days.{year}") };
    scope.enter(path, &calendar.days_of(year));
    // The bands of annual leave are law and not part of the scenario, but the plan rests on them.
    for years in [1, 10, 20] {
        let days = annual_leave_days(Month::january(year - years), year);
        let source = Some("《职工带薪年休假条例》第三条".to_owned());
        scope.enter(format!("annual_leave.from_{years}_years"), &Sourced { value: days, basis: Basis::Law, source });
    }
    Some(calendar)
}

/// The working days of the months, which add up to those of the year. They only divide what is in the account already.
fn month_days(
    calendar: &Node,
    working_days: &BTreeMap<i32, Sourced<u32>>,
    found: &mut Diagnostics,
) -> Option<BTreeMap<i32, Sourced<[u32; 12]>>> {
    let by_year = calendar.get("month_days")?;
    let origin = Origin::of(by_year, &Origin::of(calendar, &Origin::UNKNOWN));
    let whole = |day: &Node| day.as_number()?.to_u32();
    let twelve = |list: &Node| -> Option<[u32; 12]> {
        list.as_list().iter().map(whole).collect::<Option<Vec<_>>>()?.try_into().ok()
    };
    let mut month_days = BTreeMap::new();
    for entry in by_year.entries() {
        let (Ok(year), Some(days)) = (entry.key.parse(), sourced(&entry.node, &origin, twelve)) else { continue };
        let sum = days.value.iter().sum::<u32>();
        match working_days.get(&year) {
            Some(stated) if stated.value != sum => {
                // A year that the scenario counts otherwise makes the default for its months useless, not wrong.
                if &*entry.place.file != defaults::FILE {
                    let differs = Diagnostic::new(Code::MonthDaysDiffer, &entry.node.place).fact("year", year);
                    found.push(differs.fact("sum", sum).fact("days", stated.value));
                }
            }
            _ => drop(month_days.insert(year, days)),
        }
    }
    Some(month_days)
}

pub(super) fn capacity(scenario: &Node, scope: &mut Scope<'_>) -> Option<CapacityPolicy> {
    let table = scenario.get("capacity")?;
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let mut number = |key: &str| scope.number(table, key, &origin, format!("capacity.{key}"));
    let hours_per_day = number("hours_per_day");
    let training_days = number("training_days");
    let sick_days = number("sick_days");
    let overhead = number("overhead");
    let shares = table.get("rank_share")?;
    let origin = Origin::of(shares, &origin);
    let mut rank_share = BTreeMap::new();
    for rank in Rank::ALL {
        let path = format!("capacity.rank_share.{}", rank.id());
        if let Some(share) = scope.number(shares, rank.id(), &origin, path) {
            rank_share.insert(rank, share.map(Share::new));
        }
    }
    Some(CapacityPolicy {
        hours_per_day: hours_per_day?.map(Hours::new),
        training_days: training_days?,
        sick_days: sick_days?,
        overhead: overhead?.map(Share::new),
        rank_share,
    })
}

/// Gives everyone present their hours of the year. Days off that leave somebody none are reported once.
pub(super) fn set_hours(unit: &mut Unit, scenario: &Node, found: &mut Diagnostics) {
    let mut most_leave = None;
    let hours: Vec<Hours> = unit.people.iter().map(|person| unit.hours_of(person)).collect();
    for (person, hours) in unit.people.iter_mut().zip(hours) {
        if person.is_present() {
            person.hours = hours;
            if person.hours <= Hours::ZERO {
                most_leave = most_leave.max(Some(person.leave_days(unit.year)));
            }
        }
    }
    if let Some(leave) = most_leave {
        let days = unit.calendar.working_days(unit.year);
        found.push(
            Diagnostic::new(Code::NoWorkingTime, &place_of_time(scenario, unit.year))
                .fact("days", days)
                .fact("leave", leave)
                .fact("training", unit.capacity.training_days.value)
                .fact("sick", unit.capacity.sick_days.value),
        );
    }
}

/// Where the scenario itself says how many days are worked; the defaults alone never leave anybody without hours.
fn place_of_time(scenario: &Node, year: i32) -> Place {
    let calendar = scenario.get("calendar");
    let capacity = scenario.get("capacity");
    let numbers = [
        capacity.and_then(|table| table.get("training_days")),
        capacity.and_then(|table| table.get("sick_days")),
        calendar.and_then(|table| table.get("working_days")?.get(&year.to_string())),
        calendar.and_then(|table| table.get("otherwise")),
    ];
    let own = numbers.into_iter().flatten().find(|node| &*node.place.file != defaults::FILE);
    own.unwrap_or(scenario).place.clone()
}
