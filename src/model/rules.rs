//! The rules in force, each with an id, a switch and what it rests on.

use super::{Basis, DutyGroup, MatterIx, PersonIx, PostIx, Step};
use crate::word::words;
use std::collections::{BTreeMap, BTreeSet};

words! {
    /// Stable id of a rule.
    pub enum RuleId {
        /// Every matter has a handle and a review step, or says why not.
        DualReview = "dual_review",
        /// The same person is not handler and reviewer.
        Separation = "separation",
        /// Nobody works in two duty groups.
        DutyGroups = "duty_groups",
        /// In how many sections one person may work.
        SectionsPerPerson = "sections_per_person",
        /// What contract staff may do.
        ContractSteps = "contract_steps",
        /// Leaders approve, and only they do.
        LeaderSteps = "leader_steps",
        /// Relatives never meet on one matter.
        Kin = "kin",
        /// The cashier keeps no accounts, archives or audits.
        Cashier = "cashier",
        /// Nobody audits their own matter.
        OwnAudit = "own_audit",
        /// Long tenure in a high-risk post is reported.
        Rotation = "rotation",
        /// How many holders a post needs.
        Cover = "cover",
    }
}

words! {
    /// How handler and reviewer are kept apart.
    pub enum Separation {
        /// Nobody holds two posts of the same section and duty group.
        Post = "post",
        /// Nobody touches the same case twice.
        Case = "case",
        /// Not at all; the two inspectors of one step still are two people.
        Off = "off",
    }
}

/// What a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSource {
    /// Law, policy, ...
    pub basis: Basis,
    /// Article or decision.
    pub source: Option<String>,
}

/// Steps and duty groups in which somebody may hold posts: contract staff, or one person with rights of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ContractRule {
    /// The steps they may do.
    pub steps: BTreeSet<Step>,
    /// The duty groups they may work in.
    pub duties: BTreeSet<DutyGroup>,
}

impl ContractRule {
    /// The same with review too; `None` where that is so already.
    #[must_use]
    pub fn reviewing(&self) -> Option<Self> {
        let mut wider = self.clone();
        wider.steps.insert(Step::Review).then_some(wider)
    }
}

/// Who keeps the cash, and what that excludes (《会计法》 Art. 35).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CashierRule {
    /// The posts of the cashier.
    pub posts: BTreeSet<PostIx>,
    /// Whoever holds one of `posts` holds no other post of these matters.
    pub excludes: BTreeSet<MatterIx>,
}

/// Long tenure in a high-risk post is reported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RotationRule {
    /// Years of holding the post after which it is reported.
    pub years: u32,
    /// The high-risk posts.
    pub posts: BTreeSet<PostIx>,
}

/// The rules of a unit. A rule that is off is `None` or `false`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is the switch of one rule, named by the rule")]
pub struct Rules {
    /// Every matter has a handle and a review step unless exempt (checked when the scenario is read).
    pub dual_review: bool,
    /// How handler and reviewer are kept apart.
    pub separation: Separation,
    /// Nobody holds handle or review posts of two duty groups.
    pub duty_groups: bool,
    /// Most sections in which one person holds handle or review posts; `None` without limit.
    pub sections_per_person: Option<u32>,
    /// What contract staff may do; `None`: everything that others may.
    pub contract_steps: Option<ContractRule>,
    /// Leaders hold approve posts only and only leaders hold them.
    pub leader_steps: bool,
    /// Pairs of relatives, lower index first; `None` when the rule is off.
    pub kin: Option<BTreeSet<(PersonIx, PersonIx)>>,
    /// Who keeps the cash, and what that excludes; `None` when off.
    pub cashier: Option<CashierRule>,
    /// Nobody holds a post of a matter and one of an audit of that matter.
    pub own_audit: bool,
    /// Years after which the holder of a high-risk post is reported; `None` when off.
    pub rotation: Option<RotationRule>,
    /// Holders that each post of an open matter needs: people of the step − 1 + this number.
    pub cover: u32,
    /// What each rule rests on.
    pub sources: BTreeMap<RuleId, RuleSource>,
}

impl Rules {
    /// Whether it is law that sets a rule, which no unit changes by itself.
    #[must_use]
    pub fn is_law(&self, rule: RuleId) -> bool {
        self.sources.get(&rule).is_some_and(|source| source.basis == Basis::Law)
    }

    /// Whether a rule is in force.
    #[must_use]
    pub fn is_on(&self, rule: RuleId) -> bool {
        match rule {
            RuleId::DualReview => self.dual_review,
            RuleId::Separation => self.separation != Separation::Off,
            RuleId::DutyGroups => self.duty_groups,
            RuleId::SectionsPerPerson => self.sections_per_person.is_some(),
            RuleId::ContractSteps => self.contract_steps.is_some(),
            RuleId::LeaderSteps => self.leader_steps,
            RuleId::Kin => self.kin.is_some(),
            RuleId::Cashier => self.cashier.is_some(),
            RuleId::OwnAudit => self.own_audit,
            RuleId::Rotation => self.rotation.is_some(),
            RuleId::Cover => self.cover > 1,
        }
    }

    /// What a rule is set to, in a word that is the same in every language: `off`, `on`, `post`, `case`, the steps of
    /// contract staff joined by `+`, or a number.
    #[must_use]
    pub fn setting(&self, rule: RuleId) -> String {
        let switch = || if self.is_on(rule) { "on" } else { "off" }.to_owned();
        match rule {
            RuleId::Separation if self.separation != Separation::Off => self.separation.id().to_owned(),
            RuleId::SectionsPerPerson => self.sections_per_person.map_or_else(switch, |most| most.to_string()),
            RuleId::ContractSteps => self
                .contract_steps
                .as_ref()
                .map_or_else(switch, |rule| rule.steps.iter().copied().map(Step::id).collect::<Vec<_>>().join("+")),
            RuleId::Rotation => self.rotation.as_ref().map_or_else(switch, |rule| rule.years.to_string()),
            RuleId::Cover => self.cover.to_string(),
            _ => switch(),
        }
    }
}
