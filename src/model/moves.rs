//! Who works away from home, counted: people whom the rules do not tell apart are one kind.

use super::{Employment, KindIx, PersonIx, PostIx, SectionIx, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// A kind of person, as far as it matters who of them moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mover {
    /// Home section; leaders have none.
    pub home: Option<SectionIx>,
    /// How they are employed; `None` where no rule makes a difference.
    pub employment: Option<Employment>,
    /// The kind of employment, where it is none of the built-in ones.
    pub kind: Option<KindIx>,
    /// The person, for those with relatives here or terms of their own, whom nobody else can stand in for.
    pub person: Option<PersonIx>,
}

impl Mover {
    /// The kind of a person.
    #[must_use]
    pub fn of(unit: &Unit, person: PersonIx) -> Self {
        let is_bound = unit[person].terms.bind();
        let has_kin = unit.rules.kin.iter().flatten().any(|(a, b)| *a == person || *b == person);
        Self {
            home: unit[person].home,
            kind: unit[person].terms.kind,
            employment: unit.rules.contract_steps.is_some().then_some(unit[person].employment),
            person: (has_kin || is_bound).then_some(person),
        }
    }
}

/// How many people of which kind hold handle or review posts of which section that is not their home.
/// Two plans with the same moves differ in names only, or in who does what at home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves(BTreeMap<(Mover, SectionIx), u32>);

impl Moves {
    /// The moves of a table of who holds which post.
    #[must_use]
    pub fn of(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>) -> Self {
        let away = |(person, post): &(PersonIx, PostIx)| {
            let section = unit[*post].section;
            (unit[*post].is_working() && !unit[*person].belongs_to(section)).then_some((*person, section))
        };
        let mut moves = Self::default();
        for (person, section) in held.iter().filter_map(away).collect::<BTreeSet<_>>() {
            *moves.0.entry((Mover::of(unit, person), section)).or_default() += 1;
        }
        moves
    }

    /// Each kind and section with its number of people, in order.
    pub fn iter(&self) -> impl Iterator<Item = ((Mover, SectionIx), u32)> {
        self.0.iter().map(|(at, people)| (*at, *people))
    }

    /// What this has more of than another.
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Self {
        let more = |(at, people): ((Mover, SectionIx), u32)| {
            let more = people.saturating_sub(other.0.get(&at).copied().unwrap_or_default());
            (more > 0).then_some((at, more))
        };
        Self(self.iter().filter_map(more).collect())
    }

    /// Σ over kinds and sections |people here − people there|: moves that only one of the two has.
    #[must_use]
    pub fn difference(&self, other: &Self) -> u32 {
        [self.beyond(other), other.beyond(self)].iter().flat_map(Self::iter).map(|(_, people)| people).sum()
    }
}
