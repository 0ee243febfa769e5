//! Matters that bound one another: what comes before, and who completes what.

use super::cases::cases_tolerance;
use super::{Breach, Violation};
use crate::model::{MatterIx, PersonIx, Plan, Step, Unit};
use crate::units::Cases;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A matter is served no further than those before it; and of a matter that completes another nobody handles a larger
/// part than they handled of that one. What nothing arrives of binds nothing.
pub(super) fn verify(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let mut found = Vec::new();
    for (ix, matter) in unit.matters().filter(|(_, matter)| matter.arriving > Cases::ZERO) {
        let before = matter.after.iter().chain(&matter.same_handler).copied().collect::<BTreeSet<_>>();
        for other in before.into_iter().filter(|other| unit[*other].arriving > Cases::ZERO) {
            let done = |of: MatterIx| plan.done.get(of.0).copied().unwrap_or_default().value();
            let allowed = of_the_other(unit, ix, other, done(other));
            if done(ix) > allowed + cases_tolerance() {
                found.push(breach(Breach::Order, ix, None, done(ix), allowed));
            }
            if matter.same_handler == Some(other) {
                found.extend(handlers(unit, plan, ix, other));
            }
        }
    }
    found
}

fn handlers(unit: &Unit, plan: &Plan, matter: MatterIx, other: MatterIx) -> Vec<Violation> {
    let handled = |of: MatterIx, person: PersonIx| -> Decimal {
        let own = plan.work.iter().filter(|w| (w.matter, w.step, w.person) == (of, Step::Handle, person));
        own.map(|work| work.cases.value()).sum()
    };
    let people: BTreeSet<PersonIx> = plan.work.iter().filter(|w| w.matter == matter).map(|w| w.person).collect();
    let judge = |person: PersonIx| {
        let (own, allowed) = (handled(matter, person), of_the_other(unit, matter, other, handled(other, person)));
        (own > allowed + cases_tolerance()).then(|| breach(Breach::SameHandler, matter, Some(person), own, allowed))
    };
    people.into_iter().filter_map(judge).collect()
}

/// As many cases of a matter as some cases of another are, each as a part of the year's.
fn of_the_other(unit: &Unit, matter: MatterIx, other: MatterIx, cases: Decimal) -> Decimal {
    let year = unit[matter].arriving.value();
    (cases * year).checked_div(unit[other].arriving.value()).unwrap_or(year)
}

fn breach(breach: Breach, ix: MatterIx, person: Option<PersonIx>, found: Decimal, allowed: Decimal) -> Violation {
    let people = person.into_iter().collect();
    Violation { breach, people, posts: Vec::new(), matter: Some(ix), numbers: Some((found, allowed)) }
}
