//! Interchangeable people, counted instead of named.
//!
//! Two people with the same rights and the same hours can swap all their work, so a plan need only say
//! how many of a group hold which bundle of posts. Relatives are not interchangeable and stay named.

use super::bundles::{Bundle, bundles};
use super::rights::Rights;
use crate::model::{PersonIx, PostIx, Unit};
use crate::optimise::number;
use crate::units::Hours;
use std::collections::{BTreeMap, BTreeSet};

/// Past this many bundles a group is cheaper named than counted, however many its members.
const MOST_BUNDLES: usize = 400;

/// Bundles up to which a group is counted, for each post that a member may hold: named, it takes as many columns for
/// each of them. Few bundles are counted even so, since they say at once what goes together.
const BUNDLES_A_POST: usize = 2;

/// How a plan is found. All ways give the same optimum; the later ones are slower and serve as references in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formulation {
    /// Section by section where a unit falls apart into sections; otherwise [`Formulation::Grouped`].
    #[default]
    Sections,
    /// The same, but never by a table of all staffings: a program picks one staffing a section, as in large units.
    Patterns,
    /// One program that counts interchangeable people.
    Grouped,
    /// One program that names everyone.
    Named,
}

impl Formulation {
    /// Whether a unit is looked at section by section where it falls apart.
    pub(in crate::optimise) fn is_by_sections(self) -> bool {
        matches!(self, Self::Sections | Self::Patterns)
    }
}

/// People with the same rights and the same hours.
#[derive(Debug)]
pub(in crate::optimise) struct Group {
    /// In order of the roster; exactly one when `bundles` is `None`.
    pub(in crate::optimise) members: Vec<PersonIx>,
    /// Hours of each member.
    pub(in crate::optimise) hours: f64,
    /// Posts that each member may hold.
    pub(in crate::optimise) posts: BTreeSet<PostIx>,
    /// What a member may hold at once; `None` when the member's posts are chosen one by one.
    pub(in crate::optimise) bundles: Option<Vec<Bundle>>,
}

/// What makes people interchangeable: rights, hours, and the name of those who are not.
type Likeness<'a> = (&'a BTreeSet<PostIx>, Hours, Option<PersonIx>);

/// Everyone present by what makes them interchangeable.
fn by_likeness<'r>(unit: &Unit, rights: &'r Rights, formulation: Formulation) -> BTreeMap<Likeness<'r>, Vec<PersonIx>> {
    let mut by_rights: BTreeMap<Likeness, Vec<PersonIx>> = BTreeMap::new();
    for (ix, person) in unit.present() {
        let named = formulation == Formulation::Named || Rights::has_kin(unit, ix) || !person.terms.split.is_empty();
        let key = (&rights.posts[ix.0], person.hours, named.then_some(ix));
        by_rights.entry(key).or_default().push(ix);
    }
    by_rights
}

/// Everyone present, those together who could take each other's places in every plan: the same rights, the same hours.
#[must_use]
pub fn alike(unit: &Unit) -> Vec<Vec<PersonIx>> {
    by_likeness(unit, &Rights::of(unit), Formulation::Grouped).into_values().collect()
}

/// The groups of everyone present, in order of their first member.
pub(in crate::optimise) fn groups(unit: &Unit, rights: &Rights, formulation: Formulation) -> Vec<Group> {
    let by_rights = by_likeness(unit, rights, formulation);
    let mut groups = Vec::new();
    for ((posts, hours, named), members) in by_rights {
        let group = |members, bundles| Group { members, hours: number(hours.value()), posts: posts.clone(), bundles };
        let most = MOST_BUNDLES.min(BUNDLES_A_POST * members.len() * posts.len());
        let bundles = if named.is_some() { None } else { bundles(unit, rights, posts, most) };
        match bundles {
            Some(bundles) => groups.push(group(members, Some(bundles))),
            None => groups.extend(members.into_iter().map(|member| group(vec![member], None))),
        }
    }
    groups.sort_by_key(|group| group.members.first().copied());
    groups
}
