//! The table of today as where a plan starts: where people count as being, and what is to be signed.

use super::faults::{Gone, why_gone};
use crate::model::{Ledger, MatterIx, PersonIx, Plan, PostIx, SectionIx, Step, Unit};
use crate::optimise::DutyTable;
use std::collections::{BTreeMap, BTreeSet};

/// The unit in which everybody's home is the section where the table has them work, so that to move is to leave it.
/// Who works in several by the table, or in none, stays at home as far as that is among them; else the section of most
/// posts counts, of equal ones the first.
#[must_use]
pub fn starting_from(unit: &Unit, today: &DutyTable) -> Unit {
    let mut started = unit.clone();
    for (ix, person) in unit.people() {
        let mut posts: BTreeMap<SectionIx, usize> = BTreeMap::new();
        for (_, post) in today.iter().filter(|(holder, post)| *holder == ix && unit[*post].is_working()) {
            *posts.entry(unit[*post].section).or_default() += 1;
        }
        let stays = person.home.is_some_and(|home| posts.contains_key(&home));
        let most = posts.iter().max_by_key(|(section, count)| (**count, std::cmp::Reverse(**section)));
        if let Some((section, _)) = most.filter(|_| !stays) {
            started.people[ix.0].home = Some(*section);
        }
    }
    started
}

/// What tells the posts of a plan from the rights of a table: what is to be granted and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signing {
    /// Rights to be granted, by person.
    pub grants: Vec<Granting>,
    /// Rights to be taken back, in the order of the table.
    pub withdrawals: Vec<Withdrawal>,
    /// Those who work in another section than the table has them.
    pub moved: Vec<PersonIx>,
}

/// Somebody gets a post of a plan, or further matters of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granting {
    /// The person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
    /// Its matters that the table does not give.
    pub matters: Vec<MatterIx>,
}

/// A row of the table of which something is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The row, by index.
    pub row: usize,
    /// What is taken back.
    pub rights: Vec<(MatterIx, Step)>,
    /// Whether that is all that the row gives.
    pub is_whole: bool,
    /// Why the person is not here; `None`: they are, but the plan has them elsewhere.
    pub gone: Option<Gone>,
}

/// What is to be signed so that people hold the posts of a plan instead of the rights of a table.
#[must_use]
pub fn signing(unit: &Unit, ledger: &Ledger, plan: &Plan) -> Signing {
    let post = |matter: MatterIx, step: Step| unit.post_at(matter, step).filter(|_| unit[matter].has_cases());
    let mut found = Signing::default();
    let mut there: BTreeSet<(PersonIx, MatterIx, Step)> = BTreeSet::new();
    for (row, grant) in ledger.grants.iter().enumerate() {
        let present = grant.person.filter(|person| unit[*person].is_present());
        let keeps = |matter: MatterIx, step: Step| {
            let held = present.zip(post(matter, step)).is_some_and(|at| plan.held.contains(&at));
            present.filter(|_| held)
        };
        for (matter, step) in &grant.rights {
            there.extend(keeps(*matter, *step).map(|person| (person, *matter, *step)));
        }
        let lost = grant.rights.iter().filter(|(matter, step)| keeps(*matter, *step).is_none());
        let rights: Vec<(MatterIx, Step)> = lost.copied().collect();
        if !rights.is_empty() || grant.rights.is_empty() || present.is_none() {
            let is_whole = rights.len() == grant.rights.len();
            let gone = present.is_none().then(|| why_gone(unit, grant.person));
            found.withdrawals.push(Withdrawal { row, rights, is_whole, gone });
        }
    }
    for (person, held) in &plan.held {
        let of = unit.open_matters().filter(|(ix, matter)| {
            let step = matter.steps.iter().find(|own| unit.post_for(matter, own) == *held);
            step.is_some_and(|own| !there.contains(&(*person, *ix, own.step)))
        });
        let matters: Vec<MatterIx> = of.map(|(ix, _)| ix).collect();
        if !matters.is_empty() {
            found.grants.push(Granting { person: *person, post: *held, matters });
        }
    }
    found.moved = unit.present().map(|(ix, _)| ix).filter(|ix| plan.is_moved(unit, *ix)).collect();
    found
}
