//! Sums over a plan that more than one report shows: hours by post, section and person, and who backs up whom.

use crate::model::{PersonIx, Plan, PostIx, SectionIx, Step, Unit};
use crate::units::Hours;
use std::collections::{BTreeMap, BTreeSet};

/// The sums of one plan.
pub struct Tally<'a> {
    unit: &'a Unit,
    plan: &'a Plan,
    hours: BTreeMap<(PersonIx, PostIx), Hours>,
}

impl<'a> Tally<'a> {
    /// Sums up a plan.
    #[must_use]
    pub fn new(unit: &'a Unit, plan: &'a Plan) -> Self {
        let mut hours = BTreeMap::<_, Hours>::new();
        for work in &plan.work {
            let matter = &unit[work.matter];
            for step in matter.steps.iter().filter(|step| step.step == work.step) {
                *hours.entry((work.person, unit.post_for(matter, step))).or_default() +=
                    step.minutes.value * work.cases;
            }
        }
        Self { unit, plan, hours }
    }

    /// Hours that a person works at all posts.
    #[must_use]
    pub fn of_person(&self, person: PersonIx) -> Hours {
        self.hours.iter().filter(|((p, _), _)| *p == person).map(|(_, hours)| *hours).sum()
    }

    /// Hours worked at a post by everyone.
    #[must_use]
    pub fn of_post(&self, post: PostIx) -> Hours {
        self.hours.iter().filter(|((_, p), _)| *p == post).map(|(_, hours)| *hours).sum()
    }

    /// Hours that the holders of a post have, for this and all their other posts.
    #[must_use]
    pub fn held_at(&self, post: PostIx) -> Hours {
        self.available(self.plan.holders_of(post))
    }

    /// Hours that people have for posts.
    pub fn available(&self, people: impl IntoIterator<Item = PersonIx>) -> Hours {
        people.into_iter().map(|person| self.unit[person].hours).sum()
    }

    /// Hours worked at the posts of a section, by whomever; at one step or at all.
    #[must_use]
    pub fn of_section(&self, section: SectionIx, step: Option<Step>) -> Hours {
        let here = |post: PostIx| self.unit[post].section == section && step.is_none_or(|s| self.unit[post].step == s);
        self.hours.iter().filter(|((_, post), _)| here(*post)).map(|(_, hours)| *hours).sum()
    }

    /// Everyone who sits in a section.
    #[must_use]
    pub fn people_of(&self, section: SectionIx) -> Vec<PersonIx> {
        self.unit
            .present()
            .map(|(person, _)| person)
            .filter(|person| self.plan.section_of(self.unit, *person) == Some(section))
            .collect()
    }

    /// Whom a person backs up: the other holders of a post where the person either works no hours
    /// or is one of more holders than a case needs.
    #[must_use]
    pub fn backed_up_by(&self, person: PersonIx) -> BTreeSet<PersonIx> {
        self.plan
            .posts_of(person)
            .filter(|post| {
                let idle = !self.hours.contains_key(&(person, *post));
                idle || self.plan.holders_of(*post).count() > self.people_a_case(*post)
            })
            .flat_map(|post| self.plan.holders_of(post))
            .filter(|other| *other != person)
            .collect()
    }

    /// Distinct people that one case needs at a post: the most of any matter.
    fn people_a_case(&self, post: PostIx) -> usize {
        let steps = self.unit.matters.iter().flat_map(|matter| matter.steps.iter().map(move |step| (matter, step)));
        let here = steps.filter(|(matter, step)| self.unit.post_for(matter, step) == post);
        here.map(|(_, step)| usize::try_from(step.people).unwrap_or(usize::MAX)).max().unwrap_or_default()
    }
}
