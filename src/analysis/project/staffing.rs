//! Who works here from which month on.

use super::Event;
use crate::model::{
    Employment, MovementKind, Person, PersonIx, Retirement, RetirementChoice, RetirementPolicy, Status, Unit,
};
use crate::units::Month;
use std::collections::BTreeMap;

/// Everything that changes the staffing from `from` to `until`, by the first month of the new staffing.
pub(super) fn events(unit: &Unit, policy: RetirementPolicy, from: Month, until: Month) -> BTreeMap<Month, Vec<Event>> {
    let mut events: BTreeMap<Month, Vec<Event>> = BTreeMap::new();
    let mut add = |month: Month, event| {
        if month <= until {
            events.entry(month.max(from)).or_default().push(event);
        }
    };
    for (ix, person) in unit.people().filter(|(_, person)| !person.departed) {
        let retires = retirement_month(person, policy).map(|last| last.plus(1));
        let leaves = moved(unit, ix, MovementKind::Leave);
        // Whichever comes first; who leaves does not retire as well.
        match (retires, leaves) {
            (Some(retires), leaves) if leaves.is_none_or(|leaves| retires <= leaves) => {
                add(retires, Event::Retired(ix));
            }
            (_, Some(leaves)) => add(leaves, Event::Left(ix)),
            _ => {}
        }
        let gone = retires.into_iter().chain(leaves).min();
        let still_here = |month: &Month| gone.is_none_or(|gone| *month < gone);
        for movement in unit.movements.iter().filter(|movement| movement.person == ix && still_here(&movement.month)) {
            match movement.kind {
                MovementKind::Transfer(section) => add(movement.month, Event::Transferred(ix, section)),
                MovementKind::Recall => add(movement.month, Event::Recalled(ix)),
                MovementKind::Leave => {}
            }
        }
        let loan_ends = person.seconded_until.map(|last| last.plus(1));
        let recalled = moved(unit, ix, MovementKind::Recall);
        let loan_ends = loan_ends.filter(|month| recalled.is_none_or(|recalled| *month < recalled));
        match (person.status, loan_ends.filter(still_here)) {
            (Status::SecondedOut, Some(month)) => add(month, Event::Returned(ix)),
            (Status::SecondedIn, Some(month)) => add(month, Event::WentBack(ix)),
            _ => {}
        }
    }
    for (ix, hire) in unit.hires.iter().enumerate() {
        add(hire.month, Event::Joined(ix));
    }
    for events in events.values_mut() {
        events.sort();
    }
    events
}

/// The month in which something happens to a person.
fn moved(unit: &Unit, person: PersonIx, kind: MovementKind) -> Option<Month> {
    let own = unit.movements.iter().find(|movement| movement.person == person && movement.kind == kind);
    own.map(|movement| movement.month)
}

/// The month at whose end a person retires. Contract workers leave only in a month of their own;
/// people on loan here are another unit's to retire.
pub(super) fn retirement_month(person: &Person, policy: RetirementPolicy) -> Option<Month> {
    let law = Retirement::of_person(person);
    let by = |policy| match policy {
        RetirementPolicy::Statutory => law.statutory,
        RetirementPolicy::Earliest => law.earliest,
        RetirementPolicy::Latest => law.latest.unwrap_or(law.statutory),
        RetirementPolicy::PreReform => law.pre_reform,
    };
    match (person.employment, person.status, person.retirement) {
        (Employment::Contract, _, Some(RetirementChoice::Month(month))) => Some(month),
        (Employment::Contract, ..) | (_, Status::SecondedIn, _) => None,
        (Employment::Established, _, _) if policy == RetirementPolicy::PreReform => Some(law.pre_reform),
        (Employment::Established, _, Some(RetirementChoice::Month(month))) => Some(month),
        (Employment::Established, _, Some(RetirementChoice::Policy(own))) => Some(by(own)),
        (Employment::Established, _, None) => Some(by(policy)),
    }
}

/// Changes a unit as an event says. Hours stay those of the plan year, so that only staffing makes a difference.
pub(super) fn apply(unit: &mut Unit, event: &Event) {
    match event {
        Event::Retired(ix) | Event::Left(ix) | Event::WentBack(ix) => unit.people[ix.0].departed = true,
        Event::Returned(ix) | Event::Recalled(ix) => unit.recall(*ix),
        Event::Transferred(ix, section) => unit.people[ix.0].home = Some(*section),
        Event::Joined(ix) => {
            let hire = unit.hires[*ix].clone();
            unit.join(&hire);
        }
    }
}

/// People on loan elsewhere whose month of return nobody knows.
pub(super) fn away_throughout(unit: &Unit) -> Vec<PersonIx> {
    let away = unit.people().filter(|(_, p)| p.status == Status::SecondedOut && p.seconded_until.is_none());
    let away = away.filter(|(ix, p)| !p.departed && moved(unit, *ix, MovementKind::Recall).is_none());
    away.map(|(ix, _)| ix).collect()
}
