//! WISN (Workload Indicators of Staffing Need, WHO): how many people the work takes by its hours alone.

use crate::model::wisn::{Figure, Group, Method, Stated, Study, Time};
use crate::units::number::rounded;
use crate::units::{Hours, Number, Share, round_half_up};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The hours of one group of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workload {
    /// Available working time of one person in a year; positive.
    pub available: Hours,
    /// Hours that the cases of a year take.
    pub service: Hours,
    /// Share of everyone's time that goes into other work, less than 1.
    pub support: Share,
    /// Hours of other work that only some of them do, of all of them together.
    pub individual: Hours,
}

impl Workload {
    /// People for the cases alone: hours of service / available working time.
    #[must_use]
    pub fn service_staff(&self) -> Decimal {
        self.service.value().checked_div(self.available.value()).unwrap_or_default()
    }

    /// Category allowance factor: CAF = 1 / (1 − share of support).
    #[must_use]
    pub fn category_factor(&self) -> Decimal {
        Decimal::ONE.checked_div(Decimal::ONE - self.support.value()).unwrap_or_default()
    }

    /// Individual allowance factor, in people: IAF = individual hours / available working time.
    #[must_use]
    pub fn individual_staff(&self) -> Decimal {
        self.individual.value().checked_div(self.available.value()).unwrap_or_default()
    }

    /// People in all: service × CAF + IAF.
    #[must_use]
    pub fn required(&self) -> Decimal {
        self.service_staff() * self.category_factor() + self.individual_staff()
    }
}

/// A study worked out again, beside what it states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Audit {
    /// The groups, in the order of the study.
    pub groups: Vec<GroupResult>,
    /// What holds of all groups together.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "BTreeMap<String, Number>")]
    pub total: Results,
    /// Every stated value, in the order of the study.
    #[serde(rename = "stated")]
    pub checks: Vec<Check>,
}

impl Audit {
    /// The stated values that do not follow from the inputs.
    pub fn unfounded(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| !check.follows)
    }
}

/// What follows of something, by figure.
pub type Results = BTreeMap<Figure, Decimal>;

/// A group worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupResult {
    /// Its name.
    pub name: String,
    /// What follows of it.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "BTreeMap<String, Number>")]
    pub results: Results,
}

/// One stated value beside what follows from the inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Check {
    /// The group, and the item of it, if it is about one; none: about all groups.
    pub place: Vec<String>,
    /// What is stated.
    pub figure: Figure,
    /// The value as printed.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub stated: Decimal,
    /// What follows; null where the inputs do not say.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Option<Number>")]
    pub computed: Option<Decimal>,
    /// Whether the value follows, rounded to the decimals printed and within the tolerance of the study.
    /// What cannot be worked out does not follow.
    pub follows: bool,
}

/// Works a study out again and holds it against what it states.
#[must_use]
pub fn audit(study: &Study) -> Audit {
    let mut audit = Audit { groups: Vec::new(), total: Results::new(), checks: Vec::new() };
    let mut ledger = Ledger { tolerance: study.tolerance, checks: Vec::new() };
    for group in &study.groups {
        let results = of_group(group, &mut ledger);
        ledger.hold(std::slice::from_ref(&group.name), &group.stated, &results);
        audit.groups.push(GroupResult { name: group.name.clone(), results });
    }
    audit.total = total(&audit.groups);
    ledger.hold(&[], &study.stated, &audit.total);
    audit.checks = ledger.checks;
    audit
}

struct Ledger {
    tolerance: Decimal,
    checks: Vec<Check>,
}

impl Ledger {
    fn hold(&mut self, place: &[String], stated: &Stated, results: &Results) {
        for (figure, value) in stated {
            let computed = results.get(figure).copied();
            let off = computed.map(|computed| round_half_up(computed, value.scale()) - value);
            let follows = off.is_some_and(|off| off.abs() <= self.tolerance);
            self.checks.push(Check { place: place.to_vec(), figure: *figure, stated: *value, computed, follows });
        }
    }
}

fn of_group(group: &Group, ledger: &mut Ledger) -> Results {
    let mut results = Results::new();
    let item = |name: &str| vec![group.name.clone(), name.to_owned()];
    if let Some(time) = &group.time {
        of_time(time, &item, &mut results, ledger);
    }
    let support: Decimal = group.support.iter().map(|support| support.share.value()).sum();
    for part in &group.support {
        ledger.hold(&item(&part.name), &part.stated, &[(Figure::Support, part.share.value())].into());
    }
    let available = group.time.as_ref().map_or(Hours::ZERO, Time::available);
    let mut service = Hours::ZERO;
    for activity in &group.activities {
        let hours = activity.annual * activity.unit_time.value();
        service += Hours::new(hours);
        let mut of_activity = Results::from([(Figure::Annual, activity.annual), (Figure::Hours, hours)]);
        let standard = available.value().checked_div(activity.unit_time.value());
        of_activity.extend(standard.map(|standard| (Figure::StandardWorkload, standard)));
        if let Some(staff) = hours.checked_div(available.value()) {
            of_activity.extend([(Figure::Staff, staff), (Figure::StaffWithAllowance, staff + support)]);
        }
        ledger.hold(&item(&activity.name), &activity.stated, &of_activity);
    }
    if group.time.is_some() {
        let work = Workload { available, service, support: Share::new(support), individual: group.individual };
        results.extend([
            (Figure::Hours, service.value()),
            (Figure::Staff, work.service_staff()),
            (Figure::Support, support),
            (Figure::IndividualFactor, work.individual_staff()),
        ]);
        match group.method {
            Method::Factor => {
                results.extend([(Figure::CategoryFactor, work.category_factor()), (Figure::Required, work.required())]);
            }
            Method::Added => {
                let added = support * Decimal::from(group.activities.len());
                results.insert(Figure::Required, work.service_staff() + added + work.individual_staff());
            }
        }
        if group.activities.is_empty() && group.individual == Hours::ZERO {
            results.remove(&Figure::Required);
        }
    }
    with_given(group, &mut results);
    with_current(group.current, &mut results);
    results
}

/// Available time, and what is left after each kind of time off.
fn of_time(time: &Time, item: &dyn Fn(&str) -> Vec<String>, results: &mut Results, ledger: &mut Ledger) {
    let mut left = time.possible;
    for off in &time.off {
        left = left - off.hours;
        let mut of_off = Results::from([(Figure::Hours, off.hours.value())]);
        let days = time.per_day.and_then(|a_day| left.value().checked_div(a_day.value()));
        of_off.extend(days.map(|days| (Figure::DaysLeft, days)));
        ledger.hold(&item(&off.name), &off.stated, &of_off);
    }
    let available = time.available().value();
    results.extend([(Figure::AvailableHours, available), (Figure::AvailableMinutes, available * Decimal::from(60))]);
    let days = time.per_day.and_then(|a_day| available.checked_div(a_day.value()));
    results.extend(days.map(|days| (Figure::AvailableDays, days)));
}

/// Results taken as inputs stand in for those that cannot be worked out.
fn with_given(group: &Group, results: &mut Results) {
    results.extend(group.given.iter().copied());
    let known = |figure| group.given.iter().any(|(given, _)| *given == figure);
    let (staff, factor) = (results.get(&Figure::Staff).copied(), results.get(&Figure::CategoryFactor).copied());
    if known(Figure::Staff)
        && !known(Figure::Required)
        && let Some(staff) = staff
    {
        let individual = results.get(&Figure::IndividualFactor).copied().unwrap_or_default();
        results.insert(Figure::Required, staff * factor.unwrap_or(Decimal::ONE) + individual);
    }
}

fn with_current(current: Option<Decimal>, results: &mut Results) {
    let Some(current) = current else { return };
    results.insert(Figure::Current, current);
    let Some(required) = results.get(&Figure::Required).copied() else { return };
    results.insert(Figure::Difference, current - required);
    results.extend(current.checked_div(required).map(|ratio| (Figure::Ratio, ratio)));
}

/// Sums over the groups; the ratio is that of the sums, never a mean of ratios.
fn total(groups: &[GroupResult]) -> Results {
    let mut total = Results::new();
    for figure in [Figure::Hours, Figure::Staff, Figure::Required] {
        let values: Option<Vec<_>> = groups.iter().map(|group| group.results.get(&figure).copied()).collect();
        total.extend(values.map(|values| (figure, values.iter().sum())));
    }
    let current: Option<Vec<_>> = groups.iter().map(|group| group.results.get(&Figure::Current).copied()).collect();
    with_current(current.map(|current| current.iter().sum()), &mut total);
    total
}
