//! The rules in force, each with an id, a switch and what it rests on.

use super::{Basis, DutyGroup, MatterIx, PersonIx, PostIx, Step};
use std::collections::{BTreeMap, BTreeSet};

/// Stable id of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleId {
    /// Every matter has a handle and a review step, or says why not.
    DualReview,
    /// The same person is not handler and reviewer.
    Separation,
    /// Nobody works in two duty groups.
    DutyGroups,
    /// In how many sections one person may work.
    SectionsPerPerson,
    /// What contract staff may do.
    ContractSteps,
    /// Leaders approve, and only they do.
    LeaderSteps,
    /// Relatives never meet on one matter.
    Kin,
    /// The cashier keeps no accounts, archives or audits.
    Cashier,
    /// Nobody audits their own matter.
    OwnAudit,
    /// Long tenure in a high-risk post is reported.
    Rotation,
    /// How many holders a post needs.
    Cover,
}

impl RuleId {
    /// Every rule in the order of the documentation.
    pub const ALL: [Self; 11] = [
        Self::DualReview,
        Self::Separation,
        Self::DutyGroups,
        Self::SectionsPerPerson,
        Self::ContractSteps,
        Self::LeaderSteps,
        Self::Kin,
        Self::Cashier,
        Self::OwnAudit,
        Self::Rotation,
        Self::Cover,
    ];

    /// The word used in scenario files and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DualReview => "dual_review",
            Self::Separation => "separation",
            Self::DutyGroups => "duty_groups",
            Self::SectionsPerPerson => "sections_per_person",
            Self::ContractSteps => "contract_steps",
            Self::LeaderSteps => "leader_steps",
            Self::Kin => "kin",
            Self::Cashier => "cashier",
            Self::OwnAudit => "own_audit",
            Self::Rotation => "rotation",
            Self::Cover => "cover",
        }
    }
}

/// How handler and reviewer are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Separation {
    /// Nobody holds two posts of the same section and duty group.
    Post,
    /// Nobody touches the same case twice.
    Case,
    /// Not at all; the two inspectors of one step still are two people.
    Off,
}

impl Separation {
    /// Every way, strictest first.
    pub const ALL: [Self; 3] = [Self::Post, Self::Case, Self::Off];

    /// The word used in scenario files and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Case => "case",
            Self::Off => "off",
        }
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

/// What contract staff may do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ContractRule {
    /// The steps they may do.
    pub steps: BTreeSet<Step>,
    /// The duty groups they may work in.
    pub duties: BTreeSet<DutyGroup>,
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
}
