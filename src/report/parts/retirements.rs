//! Who retires within the years of a projection, for its view and its contract.

use crate::analysis::project::{Outlook, Projection};
use crate::model::{Employment, Event, PersonIx, Retirement, Status, Unit};

/// Established people who retire within the years, in order of month.
pub(in crate::report) fn within(unit: &Unit, projection: &Projection) -> Vec<PersonIx> {
    let events = projection.points.iter().flat_map(|point| &point.events);
    let retired = events.filter_map(|event| match event {
        Event::Retired(person) => Some(*person),
        _ => None,
    });
    retired.filter(|person| unit[*person].employment == Employment::Established).collect()
}

/// Established people whose retirement the law can put within the years, by one rule or another, in order of their
/// statutory months. Whose month an approval fixes is not among them.
pub(in crate::report) fn possible(unit: &Unit, outlook: &Outlook) -> Vec<(PersonIx, Retirement)> {
    let own = unit
        .people()
        .filter(|(_, person)| !person.departed && person.approval.is_none())
        .filter(|(_, person)| person.employment == Employment::Established && person.status != Status::SecondedIn);
    let mut hit: Vec<_> = own
        .map(|(ix, person)| (ix, Retirement::of_person(person)))
        .filter(|(_, law)| {
            let last = law.latest.unwrap_or(law.statutory);
            law.pre_reform <= outlook.until && last >= outlook.from
        })
        .collect();
    hit.sort_by_key(|(ix, law)| (law.statutory, *ix));
    hit
}
