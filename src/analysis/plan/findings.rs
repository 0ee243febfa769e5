//! What the rules report but do not forbid, and what the input rests on.

use crate::analysis::{BasisCount, Finding};
use crate::model::{Basis, PersonIx, Plan, PostIx, Unit};
use std::collections::BTreeSet;

/// Findings about a unit: what the roster does not say yet, what approvals say, exempt matters, long tenure, and accounts kept by the cashier.
/// With a plan, tenure counts only for those who stay at the post.
#[must_use]
pub fn findings(unit: &Unit, plan: Option<&Plan>) -> Vec<Finding> {
    let mut found: Vec<Finding> = of_roster(unit).collect();
    let exempt = unit.matters().filter(|(_, m)| m.dual_review_exempt.is_some());
    found.extend(exempt.map(|(ix, _)| Finding::ExemptFromDualReview(ix)));
    found.extend(unit.matters().filter(|(_, m)| !m.by_system.is_empty()).map(|(ix, _)| Finding::DoneBySystem(ix)));
    found.extend(unit.matters().filter(|(_, m)| m.outside.is_some()).map(|(ix, _)| Finding::DoneOutside(ix)));
    found.extend(long_tenure(unit, plan));
    found.extend(cashier_keeps_accounts(unit));
    found
}

/// What a reader must know of the roster, whatever is asked of it: rows that the month planned has overtaken, and
/// months of retirement that an approval fixes.
pub fn of_roster(unit: &Unit) -> impl Iterator<Item = Finding> {
    let overtaken = unit.overtaken.iter().map(|row| Finding::Overtaken(*row));
    let approved = unit.people().filter(|(_, person)| person.approval.is_some());
    overtaken.chain(approved.map(|(person, _)| Finding::RetirementApproved(person)))
}

fn long_tenure(unit: &Unit, plan: Option<&Plan>) -> Vec<Finding> {
    let Some(rule) = &unit.rules.rotation else { return Vec::new() };
    let most_months = i32::try_from(rule.years.saturating_mul(12)).unwrap_or(i32::MAX);
    let stays = |person: PersonIx, post: PostIx| plan.is_none_or(|plan| plan.held.contains(&(person, post)));
    let mut found = Vec::new();
    for (ix, person) in unit.present() {
        let Some(since) = person.post_since.filter(|since| unit.as_of.months_since(*since) > most_months) else {
            continue;
        };
        let risky = person.posts_today.iter().filter(|post| rule.posts.contains(post) && stays(ix, **post));
        found.extend(risky.map(|post| Finding::LongTenure { person: ix, post: *post, since }));
    }
    found
}

fn cashier_keeps_accounts(unit: &Unit) -> Vec<Finding> {
    let Some(rule) = &unit.rules.cashier else { return Vec::new() };
    let mut found = Vec::new();
    for matter in rule.excludes.iter().filter(|matter| unit[**matter].has_cases()) {
        let posts: BTreeSet<PostIx> = unit.posts_of_matter(&unit[*matter]).collect();
        let shared = posts.intersection(&rule.posts);
        found.extend(shared.map(|post| Finding::CashierKeepsAccounts { matter: *matter, post: *post }));
    }
    found
}

/// Numbers of the scenario by basis; every basis once, also those that count nothing.
#[must_use]
pub fn basis_counts(unit: &Unit) -> Vec<BasisCount> {
    let count = |basis| unit.inputs.iter().filter(|input| input.basis == basis).count();
    Basis::ALL.into_iter().map(|basis| BasisCount { basis, count: count(basis) }).collect()
}
