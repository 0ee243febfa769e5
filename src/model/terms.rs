//! The terms on which one person works, where they differ from those of everybody.

use super::{ContractRule, Employment, KindIx, LeaveTerms, Person, PersonIx, PostIx, Rank, SectionIx, Step, Unit};
use crate::units::{Month, Share};
use std::collections::{BTreeMap, BTreeSet};

/// Where a person is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pin {
    /// At posts of this section and no others.
    Section(SectionIx),
    /// At this post and no other.
    Post(PostIx),
}

/// A time in which somebody is new to the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Learning {
    /// Last month of it.
    pub until: Month,
    /// Share of the hours that is of use until then.
    pub share: Share,
}

/// What is agreed with one person. The reasons stay in the scenario: some of them are of health.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The kind of employment, where it is none of the built-in ones.
    pub kind: Option<KindIx>,
    /// Share of the hours of a whole post (在岗比例), above 0 up to 1.
    pub share: Share,
    /// The only place where the person works; `None`: anywhere.
    pub pinned: Option<Pin>,
    /// Posts that the person does not hold.
    pub not_at: BTreeSet<PostIx>,
    /// The sections between which the person is split, with the share of the hours agreed for each; empty: not split.
    pub split: BTreeMap<SectionIx, Share>,
    /// Until when the person is new to the work, and does less of it.
    pub learning: Option<Learning>,
    /// What the person may do, instead of what the kind of employment and the rules on contract staff and leaders say; `None`: as they say.
    pub rights: Option<ContractRule>,
    /// What is agreed about annual leave.
    pub leave: LeaveTerms,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            kind: None,
            share: Share::ONE,
            pinned: None,
            not_at: BTreeSet::new(),
            split: BTreeMap::new(),
            learning: None,
            rights: None,
            leave: LeaveTerms::default(),
        }
    }
}

impl Terms {
    /// Whether they say where the person may be, so that nobody else can stand in without a look at their own.
    #[must_use]
    pub fn bind(&self) -> bool {
        self.pinned.is_some() || !self.not_at.is_empty() || self.rights.is_some() || !self.split.is_empty()
    }
}

impl Person {
    /// Whether nobody has moved who works in a section: it is the person's own, or one of those agreed for them.
    #[must_use]
    pub fn belongs_to(&self, section: SectionIx) -> bool {
        self.home == Some(section) || self.terms.split.contains_key(&section)
    }
}

impl Unit {
    /// Everyone present who is fixed to one place.
    #[must_use]
    pub fn pinned(&self) -> Vec<PersonIx> {
        self.present().filter(|(_, person)| person.terms.pinned.is_some()).map(|(ix, _)| ix).collect()
    }
}

impl Unit {
    /// Whether the rules and a person's own terms let the person hold a post, whatever else they hold.
    #[must_use]
    pub fn may_hold(&self, person: &Person, post: PostIx) -> bool {
        let at = self[post];
        let within = |scope: &ContractRule| scope.steps.contains(&at.step) && scope.duties.contains(&at.duty);
        let split = &person.terms.split;
        if person.terms.not_at.contains(&post) || (!split.is_empty() && !split.contains_key(&at.section)) {
            return false;
        }
        if let Some(own) = &person.terms.rights {
            return within(own);
        }
        let kind = person.terms.kind.map(|kind| &self[kind].may);
        let approves = (person.rank == Rank::Leader) == (at.step == Step::Approve);
        let contract = self.rules.contract_steps.as_ref().filter(|_| person.employment == Employment::Contract);
        (!self.rules.leader_steps || approves) && kind.or(contract).is_none_or(within)
    }
}
