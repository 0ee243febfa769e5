//! What a broken plan is told.

use crate::model::{MatterIx, PersonIx, PostIx, RuleId};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What is broken: a rule of the scenario, or one of the laws of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// A rule of the scenario.
    Rule(RuleId),
    /// Somebody who is not here holds a post or works.
    Absent,
    /// Somebody is elsewhere than where the scenario wants the person.
    Pinned,
    /// Somebody who is split between sections is elsewhere, or works longer in one of them than agreed.
    Split,
    /// Somebody holds a post that the scenario says the person does not hold.
    NotAt,
    /// Somebody holds a post beyond the person's own rights.
    OwnRights,
    /// Somebody holds a post beyond the rights of the kind of employment.
    Kind,
    /// Work is done at a post that its doer does not hold.
    WorkWithoutPost,
    /// More hours than the person has.
    Hours,
    /// A step's cases do not add up to the cases done × the people of the step.
    Conservation,
    /// A section has fewer people of its own than it is to have and could have.
    Minimum,
    /// Annual leave is not as long as it is due, or lies where none is given.
    Leave,
    /// A matter is served further than one that comes before it.
    Order,
    /// Somebody handles more cases of a matter than of the one whose cases they complete.
    SameHandler,
    /// More cases done than arrive, or fewer than none.
    Level,
    /// One person does more cases of a step than there are: one case would meet them twice.
    Pairing,
}

impl Breach {
    /// Every breach, rules first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let rest = [
            Self::Absent,
            Self::Pinned,
            Self::Split,
            Self::NotAt,
            Self::OwnRights,
            Self::Kind,
            Self::WorkWithoutPost,
            Self::Hours,
            Self::Conservation,
            Self::Minimum,
            Self::Leave,
            Self::Order,
            Self::SameHandler,
            Self::Level,
            Self::Pairing,
        ];
        RuleId::ALL.into_iter().map(Self::Rule).chain(rest).collect()
    }

    /// The word used in JSON and as key of the text catalogues (`breach-<id>`).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id(),
            Self::Absent => "absent",
            Self::Pinned => "pinned",
            Self::Split => "split",
            Self::Minimum => "minimum",
            Self::Leave => "leave",
            Self::Order => "order",
            Self::SameHandler => "same_handler",
            Self::NotAt => "not_at",
            Self::OwnRights => "own_rights",
            Self::Kind => "employment_kind",
            Self::WorkWithoutPost => "work_without_post",
            Self::Hours => "hours",
            Self::Conservation => "conservation",
            Self::Level => "level",
            Self::Pairing => "pairing",
        }
    }
}

/// One breach with the facts that prove it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// What is broken.
    pub breach: Breach,
    /// By whom: one person, or the two who meet.
    pub people: Vec<PersonIx>,
    /// At which posts.
    pub posts: Vec<PostIx>,
    /// On which matter.
    pub matter: Option<MatterIx>,
    /// What was found and what would be allowed, where the breach is a number.
    pub numbers: Option<(Decimal, Decimal)>,
}

/// Rights of a table that do not go together, or not with whoever holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misheld {
    /// What is broken.
    pub breach: Breach,
    /// By whom: one person, or the two who meet.
    pub people: BTreeSet<PersonIx>,
    /// On which matters.
    pub matters: BTreeSet<MatterIx>,
    /// At which posts.
    pub posts: BTreeSet<PostIx>,
    /// The rows of the table.
    pub rows: BTreeSet<usize>,
    /// Whether several steps of one matter are held.
    pub same_matter: bool,
    /// What was found and what would be allowed, where the breach is a number.
    pub numbers: Option<(Decimal, Decimal)>,
}

impl Misheld {
    /// A breach of which nothing else is said yet.
    #[must_use]
    pub const fn new(breach: Breach) -> Self {
        Self {
            breach,
            people: BTreeSet::new(),
            matters: BTreeSet::new(),
            posts: BTreeSet::new(),
            rows: BTreeSet::new(),
            same_matter: false,
            numbers: None,
        }
    }
}
