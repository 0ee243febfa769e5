//! What is done while people are away and everyone else stays at their posts.
//!
//! Matters whose people have nothing to share fall apart: an absence is asked of the part that it hits, and of people
//! with the same posts and hours only once. A person whose hours suffice for everything at their posts links nothing.

use super::kept::Levels;
use crate::analysis::{AssessError, checked};
use crate::model::{Change, MatterIx, PersonIx, PostIx, Unit};
use crate::optimise::{DutyTable, Settings, service_at};
use crate::units::{Hours, Share};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A duty table and the parts into which its matters fall.
pub(super) struct AsHeld {
    held: DutyTable,
    parts: Vec<Part>,
    /// People of one number hold the same posts and have the same hours.
    classes: BTreeMap<PersonIx, usize>,
}

/// Matters that share people whose hours could run out.
struct Part {
    /// The unit with nothing but these matters.
    unit: Unit,
    matters: BTreeSet<MatterIx>,
    /// Everyone with a post of theirs.
    people: BTreeSet<PersonIx>,
}

/// A part, and how many of each class are away from it.
type Key = (usize, Vec<usize>);

impl AsHeld {
    /// The table of a unit to which nothing arrives but what is to be done.
    pub(super) fn new(unit: &Unit, held: &DutyTable) -> Self {
        // Whoever is ill leaves no section without people of its own on paper.
        let minima: Vec<Change> = unit.with_minimum().map(Change::NoMinimum).collect();
        let unit = unit.with(&minima);
        let parts = parts(&unit, held).into_iter().map(|matters| Part::new(&unit, held, matters)).collect();
        let mut kinds = BTreeMap::new();
        let mut classes = BTreeMap::new();
        for (person, who) in unit.present() {
            let posts: Vec<PostIx> = held.iter().filter(|(other, _)| *other == person).map(|(_, post)| *post).collect();
            let split = (!who.terms.split.is_empty()).then_some(person);
            let next = kinds.len();
            classes.insert(person, *kinds.entry((posts, who.hours, split)).or_insert(next));
        }
        Self { held: held.clone(), parts, classes }
    }

    /// What is done while each of some sets of people is away.
    pub(super) fn levels(&self, sets: &[Vec<PersonIx>], settings: &Settings) -> Result<Vec<Levels>, AssessError> {
        let mut asked: BTreeMap<Key, Vec<PersonIx>> = BTreeMap::new();
        for away in sets {
            for (at, part) in self.parts.iter().enumerate() {
                let here = part.of(away);
                if !here.is_empty() {
                    asked.entry(self.key(at, &here)).or_insert(here);
                }
            }
        }
        let asked: Vec<(Key, Vec<PersonIx>)> = asked.into_iter().collect();
        let answer = |(key, away): &(Key, Vec<PersonIx>)| {
            settings.in_time()?;
            self.parts[key.0].levels(&self.held, away, settings).map(|levels| (key.clone(), levels))
        };
        let known: BTreeMap<Key, Levels> = asked.par_iter().map(answer).collect::<Result<_, _>>()?;
        let whole = |away: &Vec<PersonIx>| {
            let of_part = |(at, part): (usize, &Part)| known.get(&self.key(at, &part.of(away)));
            self.parts.iter().enumerate().filter_map(of_part).flatten().map(|(ix, level)| (*ix, *level)).collect()
        };
        Ok(sets.iter().map(whole).collect())
    }

    /// Everyone with a post of the matters that could gain by one person more at a post.
    pub(super) fn linked(&self, post: PostIx) -> BTreeSet<PersonIx> {
        let has =
            |part: &&Part| part.matters.iter().any(|ix| part.unit.posts_of_matter(&part.unit[*ix]).any(|p| p == post));
        self.parts.iter().filter(has).flat_map(|part| part.people.iter().copied()).collect()
    }

    fn key(&self, part: usize, away: &[PersonIx]) -> Key {
        let mut classes: Vec<usize> = away.iter().filter_map(|person| self.classes.get(person)).copied().collect();
        classes.sort_unstable();
        (part, classes)
    }
}

impl Part {
    fn new(unit: &Unit, held: &DutyTable, matters: BTreeSet<MatterIx>) -> Self {
        let posts: BTreeSet<PostIx> = matters.iter().flat_map(|ix| unit.posts_of_matter(&unit[*ix])).collect();
        let people = held.iter().filter(|(_, post)| posts.contains(post)).map(|(person, _)| *person).collect();
        let mut unit = unit.clone();
        for (i, matter) in unit.matters.iter_mut().enumerate() {
            if !matters.contains(&MatterIx(i)) {
                matter.arriving = crate::units::Cases::ZERO;
            }
        }
        Self { unit, matters, people }
    }

    /// Those of some people who have a post here.
    fn of(&self, people: &[PersonIx]) -> Vec<PersonIx> {
        people.iter().copied().filter(|person| self.people.contains(person)).collect()
    }

    fn levels(&self, held: &DutyTable, away: &[PersonIx], settings: &Settings) -> Result<Levels, AssessError> {
        let gone: Vec<Change> = away.iter().copied().map(Change::Leave).collect();
        let unit = self.unit.with(&gone);
        let there = held.iter().filter(|(person, _)| self.people.contains(person) && !away.contains(person));
        let plan = checked(&unit, service_at(&unit, &there.copied().collect(), settings)?)?;
        Ok(self.matters.iter().map(|ix| (*ix, plan.level(&unit, *ix))).collect())
    }
}

/// The matters to which something arrives, in the parts that share nothing.
fn parts(unit: &Unit, held: &DutyTable) -> Vec<BTreeSet<MatterIx>> {
    let mut parts: Vec<BTreeSet<MatterIx>> = unit.open_matters().map(|(ix, _)| BTreeSet::from([ix])).collect();
    let mut join = |linked: BTreeSet<MatterIx>| {
        let (with, without): (Vec<_>, Vec<_>) = parts.drain(..).partition(|part| !part.is_disjoint(&linked));
        parts = without;
        parts.extend((!with.is_empty()).then(|| with.into_iter().flatten().collect()));
    };
    for (ix, matter) in unit.open_matters() {
        join(matter.bounds().filter(|bound| unit[*bound].has_cases()).chain([ix]).collect());
    }
    for (person, who) in unit.present() {
        let mut all = Hours::ZERO;
        let mut own = BTreeSet::new();
        for (ix, matter) in unit.open_matters() {
            for step in matter.steps.iter().filter(|step| held.contains(&(person, unit.post_for(matter, step)))) {
                all += step.minutes.value * matter.arriving;
                own.insert(ix);
            }
        }
        let is_split = who.terms.split.values().any(|share| *share < Share::ONE);
        if all > who.hours || is_split {
            join(own);
        }
    }
    parts.sort();
    parts
}
