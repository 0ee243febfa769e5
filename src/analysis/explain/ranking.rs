//! Which repair is listed before which.

use super::{Repair, StaffKind};
use crate::analysis::ServiceStatus;
use crate::model::{Change, RuleChange, Separation};

/// What a repair asks for, least first: what a unit may do by itself and at nobody's expense comes first, then fewer
/// new people, fewer established ones among them, fewer recalled ones, fewer rules changed, rules relaxed before rules switched off, fewer numbers
/// changed. The scenario knows no prices.
type Cost = (bool, bool, bool, bool, u32, u32, u32, u32, u32, u32);

/// Best first; equals in the order in which they were tried.
pub(super) fn sort(repairs: &mut [Repair]) {
    repairs.sort_by_key(cost);
}

fn cost(repair: &Repair) -> Cost {
    let count = |what: &dyn Fn(&Change) -> u32| repair.changes.iter().map(what).sum::<u32>();
    let hired = |change: &Change| match change {
        Change::Join(hire) => hire.count,
        _ => 0,
    };
    let established = |change: &Change| match change {
        Change::Join(hire) if StaffKind::from(hire) != StaffKind::Contract => hire.count,
        _ => 0,
    };
    (
        repair.against_law,
        repair.ends_separation(),
        !repair.worse.is_empty(),
        repair.status != ServiceStatus::Full,
        count(&hired),
        count(&established),
        count(&|change| u32::from(matches!(change, Change::Recall(_)))),
        count(&|change| u32::from(matches!(change, Change::Rule(_)))),
        count(&depth),
        count(&|change| u32::from(matches!(change, Change::Number(..)))),
    )
}

/// How much of a rule is given up: some of it, or all.
fn depth(change: &Change) -> u32 {
    let Change::Rule(rule) = change else { return 0 };
    match rule {
        RuleChange::Separation(Separation::Post | Separation::Case)
        | RuleChange::SectionsPerPerson(Some(_))
        | RuleChange::ContractSteps(Some(_))
        | RuleChange::Cover(_) => 0,
        RuleChange::SectionsPerPerson(None)
        | RuleChange::Separation(Separation::Off)
        | RuleChange::ContractSteps(None)
        | RuleChange::DutyGroups(_)
        | RuleChange::LeaderSteps(_)
        | RuleChange::WithoutKin
        | RuleChange::WithoutCashier
        | RuleChange::OwnAudit(_) => 1,
    }
}
