//! Whether a unit falls apart into sections that share nothing but people, and what each section then is.

use super::question::Question;
use super::work::{Desk, FLOOR, Frame, Hands, Load, Section, WEIGHT};
use crate::model::{Matter, MatterIx, MatterStep, PersonIx, PostIx, SectionIx, Separation, Step, Unit};
use crate::optimise::formulation::bundles::{Bundle, bundles};
use crate::optimise::formulation::rights::Rights;
use crate::units::Hours;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use std::collections::{BTreeMap, BTreeSet};

/// What makes people one crew: hours of each, the handle and review posts that they may hold, and whether they have
/// no home among those posts, if it matters who moves.
pub(super) type Kind = (i128, BTreeSet<PostIx>, bool);

/// People who can take each other's places.
pub(super) struct Crew {
    pub(super) kind: Kind,
    /// In order of the roster.
    pub(super) members: Vec<PersonIx>,
}

/// One section of the unit: what its numbers are about.
pub(super) struct Piece {
    pub(super) section: SectionIx,
    pub(super) matters: Vec<MatterIx>,
    pub(super) posts: Vec<PostIx>,
    /// What flows over each of the posts, and the different people that one case needs there.
    desks: Vec<(Vec<Load>, u32)>,
    /// Lowest levels of the matters.
    floors: Vec<i128>,
    /// For each objective of the section, its place in the order of the question, and the weights.
    pub(super) objectives: Vec<(usize, Vec<i128>)>,
}

/// A unit in pieces.
pub(super) struct Pieces {
    pub(super) crews: Vec<Crew>,
    pub(super) sections: Vec<Piece>,
    /// Who approves; each of them holds every post of approval.
    pub(super) leaders: Vec<PersonIx>,
    pub(super) approvals: BTreeSet<PostIx>,
    rights: Rights,
}

/// The pieces of a unit, if nobody's posts link two sections and approvals bind nothing.
///
/// That is so where everyone but the leaders works in one section only, where relatives are not among those present, and
/// where the leaders, who alone approve, have the hours to approve everything.
pub(super) fn pieces(question: &Question) -> Option<Pieces> {
    let unit = question.unit;
    let rights = Rights::of(unit);
    if rights.most_sections != 1 || unit.present().any(|(person, _)| Rights::has_kin(unit, person)) {
        return None;
    }
    // A hall that does a step for another section ties the two together.
    if unit.open_matters().any(|(_, matter)| matter.steps.iter().any(|step| step.hall.is_some())) {
        return None;
    }
    let mut crews: BTreeMap<Kind, Vec<PersonIx>> = BTreeMap::new();
    let mut leaders: Vec<PersonIx> = Vec::new();
    let approvals: BTreeSet<PostIx> =
        unit.needed_posts().filter(|(_, post)| !post.is_working()).map(|(post, _)| post).collect();
    for (person, who) in unit.present().filter(|(person, _)| !rights.posts[person.0].is_empty()) {
        let posts = &rights.posts[person.0];
        if posts.iter().any(|post| !unit[*post].is_working()) {
            // Who approves does nothing else, and may approve all.
            if *posts != approvals {
                return None;
            }
            leaders.push(person);
            continue;
        }
        let at_home = || posts.iter().any(|post| Some(unit[*post].section) == who.home);
        let homeless = question.seats && !question.resting.contains(&person) && !at_home();
        crews.entry((whole(who.hours.value() * SIXTY)?, posts.clone(), homeless)).or_default().push(person);
    }
    let served = approved(question, &rights, &leaders, &approvals)?;
    let mut of_section: BTreeMap<SectionIx, Vec<MatterIx>> = BTreeMap::new();
    for (matter, _) in unit.matters() {
        // What nobody can approve is no work, but its posts may have a backup all the same.
        let here = of_section.entry(unit[matter].section).or_default();
        here.extend(served.contains(&matter).then_some(matter));
    }
    let sections = of_section.into_iter().map(|(section, matters)| piece(question, section, matters));
    Some(Pieces {
        crews: crews.into_iter().map(|(kind, members)| Crew { kind, members }).collect(),
        sections: sections.collect::<Option<_>>()?,
        leaders,
        approvals,
        rights,
    })
}

impl Pieces {
    /// The sets of posts among some of one section that one of a crew may hold, none of them part of another.
    pub(super) fn seats(&self, unit: &Unit, posts: &BTreeSet<PostIx>) -> Option<Vec<Bundle>> {
        let is_alone = |a: &PostIx| posts.range(..*a).all(|b| !self.rights.compatible(*a, *b));
        if posts.iter().all(is_alone) {
            return Some(posts.iter().map(|post| BTreeSet::from([*post])).collect());
        }
        bundles(unit, &self.rights, posts, MOST_SEATS)
    }
}

/// The matters in question that the leaders can approve, or that need no approval; `None` where approvals may bind.
pub(in crate::optimise) fn approved(
    question: &Question,
    rights: &Rights,
    leaders: &[PersonIx],
    approvals: &BTreeSet<PostIx>,
) -> Option<BTreeSet<MatterIx>> {
    let unit = question.unit;
    if approvals.iter().any(|a| approvals.range(..*a).any(|b| !rights.compatible(*a, *b))) {
        return None;
    }
    let count = u32::try_from(leaders.len()).ok()?;
    let hours: Hours = leaders.iter().map(|person| unit[*person].hours).sum();
    let mut needed = Hours::ZERO;
    let mut served = BTreeSet::new();
    for (ix, _) in unit.matters().filter(|(ix, matter)| matter.has_cases() && question.ask.is_about(*ix)) {
        let Some(step) = question.ask.steps(unit, ix).find(|step| step.step == Step::Approve) else {
            served.insert(ix);
            continue;
        };
        if step.people != 1 {
            return None;
        }
        if count >= unit.rules.cover {
            if !question.ask.costless.contains(&(ix, Step::Approve)) {
                needed += step.minutes.value * unit[ix].arriving;
            }
            served.insert(ix);
        }
    }
    (needed <= hours).then_some(served)
}

/// Past this many sets of posts that one person may hold in a section, the section is left to the engines.
const MOST_SEATS: usize = 20;

const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

/// Minutes are counted in units of 10⁻¹², so that those of loads and of hours are whole; `None` if they are not.
fn whole(minutes: Decimal) -> Option<i128> {
    let scaled = minutes.checked_mul(Decimal::from(1_000_000_000_000_u64))?;
    if scaled.fract().is_zero() { scaled.to_i128() } else { None }
}

/// A decimal as a whole number of parts.
fn parts(value: Decimal, of_one: i128) -> Option<i128> {
    let scaled = value.checked_mul(Decimal::from_i128(of_one)?)?;
    if scaled.fract().is_zero() { scaled.to_i128() } else { None }
}

fn piece(question: &Question, section: SectionIx, matters: Vec<MatterIx>) -> Option<Piece> {
    let (unit, ask) = (question.unit, question.ask);
    let mut desks: BTreeMap<PostIx, (Vec<Load>, u32)> = BTreeMap::new();
    for matter in unit.matters.iter().filter(|matter| question.seats && matter.section == section && matter.has_cases())
    {
        for step in matter.steps.iter().filter(|step| step.step != Step::Approve) {
            let (_, people) = desks.entry(unit.post_for(matter, step)).or_default();
            *people = step.people.max(*people);
        }
    }
    for (index, ix) in matters.iter().enumerate() {
        let matter = &unit[*ix];
        for step in ask.steps(unit, *ix).filter(|step| step.step != Step::Approve) {
            let costless = ask.costless.contains(&(*ix, step.step));
            let load = load(unit, matter, step, index, costless)?;
            desks.entry(unit.post_for(matter, step)).or_default().0.push(load);
        }
    }
    let floor = |matter: &MatterIx| question.floors.get(matter).map_or(Some(0), |floor| parts(*floor, FLOOR));
    let floors = matters.iter().map(floor).collect::<Option<_>>()?;
    let mut objectives = Vec::new();
    for (place, of_sum) in question.order.iter().enumerate() {
        let weight = |matter: &MatterIx| {
            if of_sum.contains(matter) { parts(unit[*matter].weight.value(), WEIGHT) } else { Some(0) }
        };
        let weights: Vec<i128> = matters.iter().map(weight).collect::<Option<_>>()?;
        if weights.iter().any(|weight| *weight != 0) {
            objectives.push((place, weights));
        }
    }
    // Of equally good plans the one that serves what comes earlier in the scenario.
    let earlier = |matter: &MatterIx| i128::try_from(unit.matters.len() - matter.0).ok()?.checked_mul(WEIGHT);
    objectives.push((question.order.len() + 2, matters.iter().map(earlier).collect::<Option<_>>()?));
    let (posts, desks) = desks.into_iter().unzip();
    Some(Piece { section, matters, posts, desks, floors, objectives })
}

fn load(unit: &Unit, matter: &Matter, step: &MatterStep, index: usize, costless: bool) -> Option<Load> {
    let minutes = step.minutes.value.value().checked_mul(matter.arriving.value())?;
    Some(Load {
        matter: index,
        alone: if costless { 0 } else { whole(minutes)? },
        people: step.people,
        least: step.people - 1 + unit.rules.cover,
    })
}

impl Piece {
    /// Work of all cases at a post; none at a post of another section.
    pub(super) fn work_at(&self, post: PostIx) -> i128 {
        let here = self.posts.iter().zip(&self.desks).filter(|(other, _)| **other == post);
        here.flat_map(|(_, (loads, _))| loads).map(|load| load.alone * i128::from(load.people)).sum()
    }

    /// The numbers of the section with so many people of each crew of a box; which crews they are; and its seats.
    pub(super) fn section(
        &self,
        question: &Question,
        crews: &[(Kind, u8)],
        pieces: &Pieces,
    ) -> Option<(Section, Vec<usize>, Vec<Bundle>)> {
        let (unit, seats) = (question.unit, question.seats);
        let (mut hands, mut homes) = (Vec::new(), Vec::new());
        let mut from = Vec::new();
        let mut may = Vec::new();
        for (crew, (kind, most)) in crews.iter().enumerate() {
            let here: BTreeSet<PostIx> = self.posts.iter().copied().filter(|post| kind.1.contains(post)).collect();
            if !here.is_empty() {
                let at_home = || {
                    let of_crew =
                        pieces.crews.iter().filter(|other| other.kind == *kind).flat_map(|crew| &crew.members);
                    let here = of_crew.filter(|person| !kind.2 && unit[**person].home == Some(self.section)).count();
                    // Who has no home moves in any case, and is counted apart.
                    if kind.2 { u8::MAX } else { u8::try_from(here).unwrap_or(u8::MAX) }
                };
                hands.push(Hands { hours: kind.0, seats: Vec::new(), most: *most });
                homes.push(seats.then(at_home));
                from.push(crew);
                may.push(pieces.seats(unit, &here)?);
            }
        }
        let bundles: Vec<Bundle> = may.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        for (hands, may) in hands.iter_mut().zip(may) {
            hands.seats = bundles.iter().map(|bundle| may.contains(bundle)).collect();
        }
        let desk = |(loads, people): &(Vec<Load>, u32)| Desk {
            loads: loads.clone(),
            backed: if seats { people + 1 } else { 0 },
        };
        let desks = self.desks.iter().map(desk).collect();
        let objectives = self.objectives.iter().map(|(_, weights)| weights.clone()).collect();
        let seats =
            bundles.iter().map(|bundle| self.posts.iter().map(|post| bundle.contains(post)).collect()).collect();
        let apart = unit.rules.separation == Separation::Case && bundles.iter().any(|bundle| bundle.len() > 1);
        let frame = Frame { desks, seats, apart, hands };
        Some((Section { frame, homes, floors: self.floors.clone(), objectives }, from, bundles))
    }

    /// Where each value of a choice belongs among those of the question.
    pub(super) fn places(&self, question: &Question) -> Vec<usize> {
        let sums = question.order.len();
        let (last, before) =
            self.objectives.split_last().map_or((sums + 2, &[][..]), |(last, before)| (last.0, before));
        before.iter().map(|(place, _)| *place).chain([sums, sums + 1, last]).collect()
    }
}
