//! Whether people of a unit may work in several sections but never in two duty groups, and what the unit then is.

use crate::model::{DutyGroup, MatterIx, MatterStep, PersonIx, PostIx, SectionIx, Step};
use crate::optimise::formulation::hours_alone;
use crate::optimise::formulation::rights::Rights;
use crate::optimise::lattice::{Question, approved};
use crate::optimise::number;
use std::collections::{BTreeMap, BTreeSet};

/// People of the same hours who may hold the same posts.
pub(super) struct Crew {
    /// Hours of each, as a share of the most that anybody has.
    pub(super) hours: f64,
    pub(super) posts: BTreeSet<PostIx>,
    /// In order of the roster.
    pub(super) members: Vec<PersonIx>,
}

/// The work of one matter at one post.
pub(super) struct Load {
    pub(super) matter: MatterIx,
    /// What one person doing all of its cases would work, in the unit of the crews' hours.
    pub(super) alone: f64,
    /// Different people needed on one case.
    pub(super) people: u32,
    /// Holders without which the matter may not be open.
    pub(super) least: u32,
}

/// A unit whose duty groups share nothing but people.
pub(super) struct Pool<'q> {
    pub(super) question: &'q Question<'q>,
    pub(super) crews: Vec<Crew>,
    /// In how many sections one person may hold a post; at least 2.
    pub(super) most_sections: usize,
    /// What flows over each handle or review post.
    pub(super) desks: BTreeMap<PostIx, Vec<Load>>,
    /// The matters in question that can be approved.
    pub(super) matters: BTreeSet<MatterIx>,
    /// Who approves; each of them holds every post of approval.
    pub(super) leaders: Vec<PersonIx>,
    pub(super) approvals: BTreeSet<PostIx>,
}

impl<'q> Pool<'q> {
    /// `None` where a person may hold two posts of one section or posts of two duty groups, where something else keeps
    /// two posts of one duty group apart, where relatives are present, or where approvals may bind.
    pub(super) fn of(question: &'q Question<'q>) -> Option<Self> {
        let unit = question.unit;
        let rights = Rights::of(unit);
        if rights.most_sections < 2 || unit.present().any(|(person, _)| Rights::has_kin(unit, person)) {
            return None;
        }
        let may_rest = |person: &PersonIx| {
            let mut posts = rights.posts[person.0].iter().map(|post| unit[*post].section).peekable();
            posts.peek().is_some() && posts.all(|section| unit[*person].home != Some(section))
        };
        if question.seats && question.resting.iter().any(may_rest) {
            return None;
        }
        let approvals: BTreeSet<PostIx> =
            unit.needed_posts().filter(|(_, post)| !post.is_working()).map(|(post, _)| post).collect();
        let mut leaders = Vec::new();
        let mut alike: BTreeMap<_, Vec<PersonIx>> = BTreeMap::new();
        for (person, who) in unit.present().filter(|(person, _)| !rights.posts[person.0].is_empty()) {
            let posts = &rights.posts[person.0];
            if posts.iter().all(|post| unit[*post].is_working()) {
                alike.entry((who.hours, posts.clone())).or_default().push(person);
            } else if *posts == approvals {
                leaders.push(person);
            } else {
                return None;
            }
        }
        let across = |a: PostIx, b: PostIx| unit[a].duty == unit[b].duty && unit[a].section != unit[b].section;
        let pairs = |posts: &BTreeSet<PostIx>| {
            posts.iter().all(|a| posts.range(..*a).all(|b| rights.compatible(*a, *b) == across(*a, *b)))
        };
        if !alike.keys().all(|(_, posts)| pairs(posts)) {
            return None;
        }
        let matters = approved(question, &rights, &leaders, &approvals)?;
        let most = alike.keys().map(|(hours, _)| number(hours.value())).fold(0.0, f64::max).max(1.0);
        let mut desks: BTreeMap<PostIx, Vec<Load>> = BTreeMap::new();
        for ix in &matters {
            for step in working(question, *ix) {
                let costless = question.ask.costless.contains(&(*ix, step.step));
                let alone = if costless { 0.0 } else { hours_alone(unit, *ix, step) / most };
                let least = step.people - 1 + unit.rules.cover;
                let load = Load { matter: *ix, alone, people: step.people, least };
                desks.entry(unit.post_for(&unit[*ix], step)).or_default().push(load);
            }
        }
        let crew = |((hours, posts), members): ((crate::units::Hours, BTreeSet<PostIx>), Vec<PersonIx>)| Crew {
            hours: number(hours.value()) / most,
            posts,
            members,
        };
        let most_sections = rights.most_sections;
        let crews = alike.into_iter().map(crew).collect();
        Some(Self { question, crews, most_sections, desks, matters, leaders, approvals })
    }

    /// The duty groups in which there is work, or somebody who may do it.
    pub(super) fn duties(&self) -> BTreeSet<DutyGroup> {
        self.crews.iter().flat_map(|crew| &crew.posts).chain(self.desks.keys()).map(|post| self.duty(*post)).collect()
    }

    pub(super) fn duty(&self, post: PostIx) -> DutyGroup {
        self.question.unit[post].duty
    }

    pub(super) fn section(&self, post: PostIx) -> SectionIx {
        self.question.unit[post].section
    }

    /// The posts of a duty group that a crew may hold.
    pub(super) fn posts(&self, crew: usize, duty: DutyGroup) -> impl Iterator<Item = PostIx> {
        self.crews[crew].posts.iter().copied().filter(move |post| self.duty(*post) == duty)
    }

    /// The sections of those posts.
    pub(super) fn sections(&self, crew: usize, duty: DutyGroup) -> BTreeSet<SectionIx> {
        self.posts(crew, duty).map(|post| self.section(post)).collect()
    }

    /// How many of a crew have their home in a section.
    pub(super) fn at_home(&self, crew: usize, section: SectionIx) -> usize {
        let home = |person: &&PersonIx| self.question.unit[**person].home == Some(section);
        self.crews[crew].members.iter().filter(home).count()
    }

    /// The same of all crews and sections.
    pub(super) fn homes(&self) -> BTreeMap<(usize, SectionIx), usize> {
        let mut homes = BTreeMap::new();
        for (crew, people) in self.crews.iter().enumerate() {
            for home in people.members.iter().filter_map(|person| self.question.unit[*person].home) {
                *homes.entry((crew, home)).or_default() += 1;
            }
        }
        homes
    }

    /// The matters in question of a duty group.
    pub(super) fn matters_of(&self, duty: DutyGroup) -> BTreeSet<MatterIx> {
        self.matters.iter().copied().filter(|matter| self.question.unit[*matter].duty == duty).collect()
    }
}

/// The steps of a matter that handlers and reviewers do.
fn working<'q>(question: &'q Question<'q>, matter: MatterIx) -> impl Iterator<Item = &'q MatterStep> {
    question.ask.steps(question.unit, matter).filter(|step| step.step != Step::Approve)
}
