//! The judgement of a plan, as data.

use crate::model::{Basis, MatterIx, Overtaken, PersonIx, Plan, PostIx, ServiceStatus, TierIx};
use crate::units::{Month, Share};
use crate::word::words;
use rust_decimal::Decimal;

/// A checked plan with everything a reader must know to trust or refute it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The plan; it passed the checker.
    pub plan: Plan,
    /// Matters below full service, in order of tier, then of the scenario.
    pub shortfalls: Vec<Shortfall>,
    /// What each conflict of the sources changes.
    pub conflicts: Vec<ConflictEffect>,
    /// Things the rules report but do not forbid.
    pub findings: Vec<Finding>,
    /// Numbers of the scenario by basis, every basis once.
    pub inputs: Vec<BasisCount>,
}

/// A matter below full service, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The matter.
    pub matter: MatterIx,
    /// Slowed, stalled or unknown.
    pub status: ServiceStatus,
    /// Why.
    pub reason: Reason,
}

/// Why a matter is below full service. Every field is the result of a re-solve or of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The kind of reason.
    pub code: ReasonCode,
    /// The post where it bites, when there is one.
    pub post: Option<PostIx>,
    /// Whether people or hours are short.
    pub limit: Limit,
    /// Service level if the unit did nothing else.
    pub alone: Share,
    /// Service level if only the promises to higher tiers were kept and its own tier gave way to it.
    pub after_higher_tiers: Share,
    /// Different people that one case needs over all its steps.
    pub people_needed: u32,
    /// Different people who could hold posts of the matter while the promises to higher tiers are kept.
    pub people_left: u32,
    /// The matter that comes before it and is served no further, where that is the reason.
    pub waits_for: Option<MatterIx>,
}

/// What is short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// People: the plan would not work the matter at all if each of its cases took no time, so far as is proven.
    People(PeopleProof),
    /// Hours: if each of its cases took no time the plan would serve it in full.
    Hours,
    /// Neither: a matter that comes before it is served no further.
    Another,
    /// The search for it was stopped.
    Unknown,
}

impl Limit {
    /// One value for each word.
    pub const ALL: [Self; 4] = [Self::People(PeopleProof::Alone), Self::Hours, Self::Another, Self::Unknown];

    /// The word used in JSON and as key of the text catalogues (`limit-<id>`).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::People(_) => "people",
            Self::Hours => "hours",
            Self::Another => "another",
            Self::Unknown => "unknown",
        }
    }

    /// How far it is proven that people are short; `None` where they are not what is short.
    #[must_use]
    pub const fn people(self) -> Option<PeopleProof> {
        match self {
            Self::People(proof) => Some(proof),
            Self::Hours | Self::Another | Self::Unknown => None,
        }
    }
}

words! {
    /// What may be given up, and a matter that is short of people could still not be worked with the people and rules of
    /// today; from the most to the least.
    pub enum PeopleProof {
        /// Everything: all other work stops, and no case takes any time.
        Alone = "alone",
        /// The time of every case and all work of its own tier; the tiers above keep what the plan gives them.
        AboveTimeless = "above-timeless",
        /// The time of its own cases and all work of its own tier; the tiers above keep what the plan gives them.
        Above = "above",
        /// The time of every case; the tiers above keep what the plan gives them, and other matters of its own tier give
        /// up less service than it would gain.
        TierTimeless = "tier-timeless",
        /// The time of its own cases; the tiers above keep what the plan gives them, and other matters of its own tier
        /// give up less service than it would gain.
        Tier = "tier",
    }
}

words! {
    /// Kinds of reason, from the most to the least final.
    pub enum ReasonCode {
        /// Nobody present may hold the handle post.
        NoEligibleHandler = "no_eligible_handler",
        /// Nobody present may hold the review post.
        NoEligibleReviewer = "no_eligible_reviewer",
        /// Nobody present may hold the approve post.
        NoEligibleApprover = "no_eligible_approver",
        /// Each step has somebody, but not enough different people for all steps of one case.
        NoSecondPerson = "no_second_person",
        /// Nobody can handle its cases who handles those that they complete.
        NoSameHandler = "no_same_handler",
        /// A matter that comes before it is served no further in the plan.
        WaitsForAnother = "waits_for_another",
        /// Even if the unit did nothing else, the hours at a post would not do.
        HoursExhausted = "hours_exhausted",
        /// Possible in itself; the people or hours are kept for a higher tier.
        KeptForHigherTier = "kept_for_higher_tier",
        /// Possible after the higher tiers; other matters of its own tier are served instead.
        KeptForSameTier = "kept_for_same_tier",
        /// The plan, or a question about it, was stopped by the time limit before any of these was proven.
        /// Levels and people are then upper bounds.
        SearchStopped = "search_stopped",
    }
}

impl ReasonCode {
    /// Whether the matter would stall even if the unit did nothing else.
    #[must_use]
    pub const fn is_impossible(self) -> bool {
        use ReasonCode::{NoEligibleApprover, NoEligibleHandler, NoEligibleReviewer, NoSameHandler, NoSecondPerson};
        matches!(self, NoEligibleHandler | NoEligibleReviewer | NoEligibleApprover | NoSecondPerson | NoSameHandler)
    }
}

/// What the other values of a conflict would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictEffect {
    /// Index into the unit's conflicts.
    pub conflict: usize,
    /// One entry per value of the conflict, in its order; the used one included.
    pub outcomes: Vec<Outcome>,
}

/// What follows from one value of a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is computed from it.
    Nothing,
    /// Vacancies: authorised − on the books; negative means over the establishment.
    Vacancies(i64),
    /// A stated headcount against the same count of the roster.
    Headcount {
        /// As the value has it.
        stated: Decimal,
        /// As the roster has it.
        roster: u32,
    },
    /// The plan was to be solved again with it, and the search was not finished.
    Unknown,
    /// The plan was solved again with it: service level summed by tier, and the stalled matters.
    Replanned {
        /// Sum of service levels by tier.
        service: Vec<(TierIx, Decimal)>,
        /// Matters that stall.
        stalled: Vec<MatterIx>,
        /// Matters that are slowed.
        slowed: Vec<MatterIx>,
    },
}

/// Something to report that no constraint forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A matter goes without a second pair of eyes, and says why.
    ExemptFromDualReview(MatterIx),
    /// Steps of a matter are done by the system, and the scenario says why.
    DoneBySystem(MatterIx),
    /// A share of the cases of a matter is done outside.
    DoneOutside(MatterIx),
    /// What the roster says of a person was over by the month planned: who has retired or gone back is not counted,
    /// who has returned is.
    Overtaken(Overtaken),
    /// An approval fixes when a person retires, whatever the law lets people choose.
    RetirementApproved(PersonIx),
    /// A person has held a high-risk post longer than the rotation rule has it.
    LongTenure {
        /// The person.
        person: PersonIx,
        /// The post.
        post: PostIx,
        /// Since when.
        since: Month,
    },
    /// A matter that the cashier must not touch is worked at the cashier's own post;
    /// the planner cannot separate the two within one post.
    CashierKeepsAccounts {
        /// The matter.
        matter: MatterIx,
        /// The cashier's post.
        post: PostIx,
    },
}

/// How many numbers of the scenario rest on a basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasisCount {
    /// The basis.
    pub basis: Basis,
    /// Numbers.
    pub count: usize,
}
