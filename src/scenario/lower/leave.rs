//! Annual leave: the tables `[[vacation]]`, and the weeks in which none is given.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{LeaveTerms, NoLeave, Person, SectionIx, WEEK_DAYS, leave_weeks};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

/// The weeks in which nobody gets leave, then those of each section.
pub(super) fn none_given(scenario: &Node, year: Option<i32>, scope: &mut Scope<'_>) -> Vec<NoLeave> {
    let everybody = scenario.get("calendar").map(|table| (None, table));
    let sections = scenario.items("section").enumerate().map(|(at, table)| (Some(SectionIx(at)), table));
    let rule = |(section, table): (Option<SectionIx>, &Node)| {
        let weeks = weeks(table, "no_leave", year, scope);
        (!weeks.is_empty()).then_some(NoLeave { section, weeks })
    };
    everybody.into_iter().chain(sections).filter_map(rule).collect()
}

/// Gives the people of the roster what is agreed about their leave, and sees that it fits into the year.
pub(super) fn apply(
    scenario: &Node,
    year: Option<i32>,
    no_leave: &[NoLeave],
    people: &mut [Person],
    scope: &mut Scope<'_>,
) {
    let mut seen: BTreeMap<usize, &Node> = BTreeMap::new();
    for node in scenario.items("vacation") {
        let Some(at) = scope.reference(node, "person", Named::Person) else { continue };
        let (Some(person), Some(id)) = (people.get_mut(at), node.get("person")) else { continue };
        if let Some(first) = seen.insert(at, node).and_then(|first| first.get("person")) {
            let again = Diagnostic::new(Code::DuplicateId, &id.place).fact("kind", "vacation");
            let first = first.place.from(&id.place);
            scope.found.push(again.fact("id", &person.id).fact("first", first));
            continue;
        }
        let path = format!("vacation.{}.days", person.id);
        let days = scope.whole(node, "days", &Origin::of(node, &Origin::UNKNOWN), path);
        let wished = weeks(node, "wishes", year, scope);
        let blocked = weeks(node, "blocked", year, scope);
        for item in node.items("wishes") {
            if item.as_number().and_then(|week| week.to_u32()).is_some_and(|week| blocked.contains(&week)) {
                let both = Diagnostic::new(Code::LeaveWishBlocked, &item.place).fact("person", &person.id);
                scope.found.push(both.fact("week", item.as_number().unwrap_or_default()));
            }
        }
        person.terms.leave = LeaveTerms { days: days.map(|days| days.value), wished, blocked };
    }
    for (at, person) in people.iter().enumerate() {
        let row = seen.get(&at).copied();
        let Some((due, left)) = year.and_then(|year| lacks_weeks(year, no_leave, person)) else { continue };
        let home = person.home.and_then(|home| scenario.items("section").nth(home.0));
        let general = || [scenario.get("calendar"), home].into_iter().flatten().find_map(|table| table.get("no_leave"));
        let own = row.and_then(|row| row.get("days").or_else(|| row.get("blocked")));
        if let Some(at) = own.or_else(general) {
            let long = Diagnostic::new(Code::LeaveTooLong, &at.place).fact("person", &person.id);
            scope.found.push(long.fact("due", due).fact("left", left));
        }
    }
}

/// Weeks of a list; each is one that lies in the year.
fn weeks(table: &Node, key: &str, year: Option<i32>, scope: &mut Scope<'_>) -> BTreeSet<u32> {
    let of_year = year.map(leave_weeks).unwrap_or_default();
    let mut weeks = BTreeSet::new();
    for item in table.items(key) {
        let Some(week) = item.as_number().and_then(|week| week.to_u32()) else { continue };
        if let (Some(year), false) = (year, of_year.contains(&week)) {
            let outside = Diagnostic::new(Code::LeaveWeekOutside, &item.place).fact("week", week).fact("year", year);
            let [first, last] = [of_year.first(), of_year.last()].map(|end| end.copied().unwrap_or_default());
            scope.found.push(outside.fact("first", first).fact("last", last));
        }
        weeks.insert(week);
    }
    weeks
}

/// Weeks of leave that somebody who is here is due, and the fewer that are left for it; nothing where they are enough.
fn lacks_weeks(year: i32, no_leave: &[NoLeave], person: &Person) -> Option<(u32, usize)> {
    let is_closed = |week: &u32| {
        let mut rules = no_leave.iter().filter(|rule| rule.section.is_none() || rule.section == person.home);
        rules.any(|rule| rule.weeks.contains(week)) || person.terms.leave.blocked.contains(week)
    };
    let left = leave_weeks(year).iter().filter(|week| !is_closed(week)).count();
    let due = person.leave_days(year).div_ceil(u32::from(WEEK_DAYS));
    (person.is_present() && due as usize > left).then_some((due, left))
}
