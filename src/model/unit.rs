//! The unit: everything that a plan is made from.

use super::{
    Benchmark, Calendar, CapacityPolicy, Conflict, EmploymentKind, Headcount, Hire, Input, KindIx, Matter, MatterIx,
    MatterStep, Movement, NoLeave, Overlay, Overtaken, Pack, Person, PersonIx, Post, PostIx, Recruitment, Rules,
    Section, SectionIx, StatedHeadcount, Step, Tier, TierIx, Uncertainty,
};
use crate::units::{Cases, Hours, Month};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A unit in its plan year. [`crate::scenario`] builds it and vouches that every index is in range,
/// every matter has steps in working order, and every person present has positive hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Name of the unit.
    pub name: String,
    /// Name of the unit for readers of English, where it has one.
    pub name_en: Option<String>,
    /// What was changed, and why, beginning with the first change; empty for a scenario that extends no other.
    pub overlays: Vec<Overlay>,
    /// The plan year, whose calendar counts.
    pub year: i32,
    /// The month whose staffing is planned.
    pub as_of: Month,
    /// Headcounts as stated by the unit's papers.
    pub stated: StatedHeadcount,
    /// Priority classes, first served first.
    pub tiers: Vec<Tier>,
    /// Sections.
    pub sections: Vec<Section>,
    /// Kinds of employment beside the built-in ones.
    pub kinds: Vec<EmploymentKind>,
    /// Drivers of volumes, such as insured people.
    pub drivers: BTreeMap<String, Decimal>,
    /// What the scenario says of drivers, by id.
    pub driver_notes: BTreeMap<String, String>,
    /// Matters.
    pub matters: Vec<Matter>,
    /// Posts that the matters need, by section, duty group and step; see [`Unit::posts_of`].
    pub posts: Vec<Post>,
    /// Everyone on the roster, present or not.
    pub people: Vec<Person>,
    /// People who are to join later, in order of month.
    pub hires: Vec<Hire>,
    /// What is to happen later to people of the roster, in order of month.
    pub movements: Vec<Movement>,
    /// What the roster says and was over by the month planned, in order of month.
    pub overtaken: Vec<Overtaken>,
    /// The people of the roster as written, before anything happens: what stated headcounts are held against.
    pub on_paper: Headcount,
    /// How the future may differ from the plan; `None`: the scenario does not say.
    pub uncertainty: Option<Uncertainty>,
    /// Weeks in which no annual leave is given.
    pub no_leave: Vec<NoLeave>,
    /// What holds for its trade; `None`: the scenario names no pack, so that no law of a trade is quoted.
    pub pack: Option<Pack>,
    /// What the unit is held against; `None`: the scenario does not say.
    pub benchmark: Option<Benchmark>,
    /// How new people can be had; `None`: the scenario does not say.
    pub recruitment: Option<Recruitment>,
    /// The rules in force.
    pub rules: Rules,
    /// Working days.
    pub calendar: Calendar,
    /// Policy on working time.
    pub capacity: CapacityPolicy,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// Every number of the scenario with its basis.
    pub inputs: Vec<Input>,
}

impl Unit {
    /// The posts that a list of matters needs, in order of section, duty group and step.
    #[must_use]
    pub fn posts_of(matters: &[Matter]) -> Vec<Post> {
        let posts: BTreeSet<_> = matters
            .iter()
            .flat_map(|m| m.steps.iter().map(|s| (s.hall.unwrap_or(m.section), m.duty, s.step)))
            .collect();
        posts.into_iter().map(|(section, duty, step)| Post { section, duty, step }).collect()
    }

    /// The post that does a step of a matter.
    #[must_use]
    pub fn post_for(&self, matter: &Matter, step: &MatterStep) -> PostIx {
        let wanted = (step.hall.unwrap_or(matter.section), matter.duty, step.step);
        let found = self.posts.binary_search_by_key(&wanted, |p| (p.section, p.duty, p.step));
        // `posts` is built by `posts_of` from these very matters, so the search always succeeds;
        // the insertion point is in range for a non-empty list all the same.
        PostIx(found.unwrap_or_else(|place| place.min(self.posts.len() - 1)))
    }

    /// The post at which a step of a matter is done; `None` where the matter has no such step.
    #[must_use]
    pub fn post_at(&self, matter: MatterIx, step: Step) -> Option<PostIx> {
        let of = &self[matter];
        of.steps.iter().find(|own| own.step == step).map(|own| self.post_for(of, own))
    }

    /// The posts of a matter, in working order.
    pub fn posts_of_matter(&self, matter: &Matter) -> impl Iterator<Item = PostIx> {
        matter.steps.iter().map(|step| self.post_for(matter, step))
    }

    /// The kinds of steps that reports show side by side: a second review only where some matter has one.
    pub fn kinds_of_steps(&self) -> impl Iterator<Item = Step> + use<> {
        let here: BTreeSet<Step> = self.posts.iter().map(|post| post.step).collect();
        Step::ALL.into_iter().filter(move |step| matches!(step, Step::Handle | Step::Review) || here.contains(step))
    }

    /// Text id of a post: `section/duty/step`.
    #[must_use]
    pub fn post_id(&self, post: PostIx) -> String {
        let Post { section, duty, step } = self[post];
        format!("{}/{}/{}", self[section].id, duty.id(), step.id())
    }

    /// Hours that a year's cases take at one step, for all its people together.
    #[must_use]
    pub fn hours_needed(step: &MatterStep, cases: Cases) -> Hours {
        step.minutes.value * Cases::new(cases.value() * Decimal::from(step.people))
    }

    /// Headcounts as the roster has them.
    #[must_use]
    pub fn headcount(&self) -> Headcount {
        Headcount::from(&*self.people)
    }

    /// Authorised posts − people on the books, where the authorised posts are known; negative: over the establishment.
    #[must_use]
    pub fn vacancies(&self) -> Option<i64> {
        let authorised = self.stated.authorised.as_ref()?;
        Some(i64::from(authorised.value) - i64::from(self.headcount().on_books))
    }

    /// Everyone who works here on the plan's day.
    pub fn present(&self) -> impl Iterator<Item = (PersonIx, &Person)> {
        self.people().filter(|(_, p)| p.is_present())
    }

    /// All people with their indices.
    pub fn people(&self) -> impl Iterator<Item = (PersonIx, &Person)> {
        self.people.iter().enumerate().map(|(i, p)| (PersonIx(i), p))
    }

    /// All matters with their indices.
    pub fn matters(&self) -> impl Iterator<Item = (MatterIx, &Matter)> {
        self.matters.iter().enumerate().map(|(i, m)| (MatterIx(i), m))
    }

    /// The matters to which anything arrives, with their indices.
    pub fn open_matters(&self) -> impl Iterator<Item = (MatterIx, &Matter)> {
        self.matters().filter(|(_, matter)| matter.has_cases())
    }

    /// All posts with their indices.
    pub fn posts(&self) -> impl Iterator<Item = (PostIx, Post)> {
        self.posts.iter().enumerate().map(|(i, p)| (PostIx(i), *p))
    }

    /// The posts at which anything arrives, with their indices: a matter without cases needs nobody.
    pub fn needed_posts(&self) -> impl Iterator<Item = (PostIx, Post)> {
        let needed: BTreeSet<PostIx> =
            self.open_matters().flat_map(|(_, matter)| self.posts_of_matter(matter)).collect();
        self.posts().filter(move |(post, _)| needed.contains(post))
    }

    /// All sections with their indices.
    pub fn sections(&self) -> impl Iterator<Item = (SectionIx, &Section)> {
        self.sections.iter().enumerate().map(|(i, s)| (SectionIx(i), s))
    }

    /// The sections that are to have a number of people of their own.
    pub fn with_minimum(&self) -> impl Iterator<Item = SectionIx> {
        self.sections().filter(|(_, section)| section.minimum > 0).map(|(ix, _)| ix)
    }

    /// All tiers with their indices, first served first.
    pub fn tiers(&self) -> impl Iterator<Item = (TierIx, &Tier)> {
        self.tiers.iter().enumerate().map(|(i, t)| (TierIx(i), t))
    }
}

macro_rules! index {
    ($($ix:ty => $field:ident: $item:ty),+ $(,)?) => {$(
        impl std::ops::Index<$ix> for Unit {
            type Output = $item;
            fn index(&self, ix: $ix) -> &$item {
                &self.$field[ix.0]
            }
        }
    )+};
}

index!(SectionIx => sections: Section, MatterIx => matters: Matter, TierIx => tiers: Tier,
    PersonIx => people: Person, PostIx => posts: Post, KindIx => kinds: EmploymentKind);
