//! What binds a calendar of leave: who takes how many weeks, and how many of whom may be away at once.

use super::{LeaveQuestion, Manned};
use crate::model::{MatterIx, MatterStep, PersonIx, SectionIx, Separation, Step, Unit, WEEK_DAYS, leave_weeks};
use crate::units::{Day, Share};
use std::collections::BTreeSet;

/// Weeks of a year as bits, in order of [`Demands::weeks`].
pub(super) type Bits = u64;

/// Everything that binds.
pub(super) struct Demands {
    /// The weeks in which leave is given.
    pub(super) weeks: Vec<u32>,
    /// Who takes leave, in order of the roster.
    pub(super) people: Vec<Someone>,
    /// What is to have its people.
    pub(super) all: Vec<Demand>,
    /// How many classes of demands there are: the tiers, and the sections behind them.
    pub(super) classes: usize,
}

/// One person.
pub(super) struct Someone {
    pub(super) ix: PersonIx,
    /// Weeks to take; the last of them may be of fewer days than five.
    pub(super) due: u32,
    /// Weeks in which leave is given.
    pub(super) may: Bits,
    /// Weeks wished for among those.
    pub(super) wished: Bits,
}

/// Something that is to have its people in some weeks.
pub(super) struct Demand {
    pub(super) what: Manned,
    /// Its tier, or the class of sections.
    pub(super) class: usize,
    /// Weeks in which it is worked at.
    pub(super) open: Bits,
    /// It lacks people where one of these is passed.
    pub(super) limits: Vec<Limit>,
}

/// So many of some people may be away at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Limit {
    /// The people, by their place in [`Demands::people`].
    pub(super) of: BTreeSet<usize>,
    pub(super) spare: usize,
}

impl Demands {
    pub(super) fn of(question: &LeaveQuestion<'_>) -> Self {
        let LeaveQuestion { unit, served, year, .. } = *question;
        let weeks = leave_weeks(year);
        let people: Vec<Someone> = unit.present().map(|(ix, _)| someone(question, ix, &weeks)).collect();
        let classes = unit.tiers.len() + 1;
        let of_matter = |matter: &MatterIx| Demand {
            what: Manned::Matter(*matter),
            class: unit[*matter].tier.0,
            open: open(unit, *matter, year, &weeks),
            limits: limits(question, *matter, &people),
        };
        let mut all: Vec<Demand> = served.iter().map(of_matter).collect();
        all.extend(unit.with_minimum().map(|section| Demand {
            what: Manned::Section(section),
            class: unit.tiers.len(),
            open: Bits::MAX >> (64 - weeks.len().clamp(1, 64)),
            limits: minimum(question, section, &people),
        }));
        all.retain(|demand| !demand.limits.is_empty());
        all.sort_by_key(|demand| demand.what);
        Self { weeks, people, all, classes }
    }

    /// The weeks of some bits.
    pub(super) fn weeks_of(&self, bits: Bits) -> impl Iterator<Item = u32> {
        self.weeks.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, week)| *week)
    }

    /// Wishes that would be granted if nothing stood against them.
    pub(super) fn asked(&self) -> i64 {
        self.people.iter().map(|one| i64::from(one.due.min(one.wished.count_ones()))).sum()
    }
}

fn someone(question: &LeaveQuestion<'_>, ix: PersonIx, weeks: &[u32]) -> Someone {
    let LeaveQuestion { unit, held, year, .. } = *question;
    let terms = &unit[ix].terms.leave;
    let bits = |set: &BTreeSet<u32>| -> Bits {
        weeks.iter().enumerate().filter(|(_, week)| set.contains(week)).map(|(at, _)| 1 << at).sum()
    };
    let at_work: BTreeSet<SectionIx> =
        held.iter().filter(|(person, _)| *person == ix).map(|(_, post)| unit[*post].section).collect();
    let is_here = |section: SectionIx| at_work.contains(&section) || unit[ix].home == Some(section);
    let mut may: Bits = bits(&weeks.iter().copied().collect()) & !bits(&terms.blocked);
    for rule in unit.no_leave.iter().filter(|rule| rule.section.is_none_or(is_here)) {
        may &= !bits(&rule.weeks);
    }
    let due = unit[ix].leave_days(year).div_ceil(u32::from(WEEK_DAYS)).min(may.count_ones());
    Someone { ix, due, may, wished: bits(&terms.wished) & may }
}

/// The weeks with a day in a month in which cases of a matter arrive or must be done.
fn open(unit: &Unit, matter: MatterIx, year: i32, weeks: &[u32]) -> Bits {
    let of = &unit[matter];
    let in_month = |month: u32| match (&of.profile, &of.months[..]) {
        (Some(profile), _) => profile.get(month as usize - 1).is_some_and(|share| *share > Share::ZERO),
        (None, []) => true,
        (None, months) => months.iter().any(|own| u32::from(*own) == month),
    };
    let is_open =
        |week: &u32| (0..WEEK_DAYS).filter_map(|day| Day::of_week(year, *week, day)).any(|day| in_month(day.month()));
    weeks.iter().enumerate().filter(|(_, week)| is_open(week)).map(|(at, _)| 1 << at).sum()
}

/// A case finds its people iff of those who hold some of its steps, whichever these are, as many are there as the steps
/// need together (Hall). Where one person may do several steps of a case, each step counts by itself.
fn limits(question: &LeaveQuestion<'_>, matter: MatterIx, people: &[Someone]) -> Vec<Limit> {
    let LeaveQuestion { unit, held, .. } = *question;
    let of = &unit[matter];
    let holders = |step: &MatterStep| -> BTreeSet<usize> {
        let post = unit.post_for(of, step);
        let holds = |(_, someone): &(usize, &Someone)| held.contains(&(someone.ix, post));
        people.iter().enumerate().filter(holds).map(|(at, _)| at).collect()
    };
    let steps: Vec<(BTreeSet<usize>, usize)> =
        of.steps.iter().map(|step| (holders(step), step.people as usize)).collect();
    let mut limits = BTreeSet::new();
    for set in 1_u32..1 << steps.len() {
        let chosen: Vec<_> =
            steps.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, step)| step).collect();
        let several = chosen.len() > 1;
        let union: BTreeSet<usize> = chosen.iter().flat_map(|(own, _)| own.iter().copied()).collect();
        // Steps that nobody shares need nothing together that they do not need alone.
        let apart = union.len() == chosen.iter().map(|(own, _)| own.len()).sum::<usize>();
        if several && (apart || unit.rules.separation == Separation::Off) {
            continue;
        }
        let needed: usize = chosen.iter().map(|(_, needed)| needed).sum();
        // What lacks people even with everybody there is no matter of leave.
        let Some(spare) = union.len().checked_sub(needed) else { return Vec::new() };
        limits.insert(Limit { of: union, spare });
    }
    limits.into_iter().collect()
}

/// As many of the people who work in a section and nowhere else are there as it is to have, or as the plan gives it.
fn minimum(question: &LeaveQuestion<'_>, section: SectionIx, people: &[Someone]) -> Vec<Limit> {
    let LeaveQuestion { unit, held, .. } = *question;
    let needed: BTreeSet<_> = unit.needed_posts().map(|(post, _)| post).collect();
    let is_own = |(_, someone): &(usize, &Someone)| {
        let posts = held.iter().filter(|(person, post)| *person == someone.ix && needed.contains(post));
        let at: BTreeSet<SectionIx> =
            posts.map(|(_, post)| unit[*post]).filter(|post| post.step != Step::Approve).map(|p| p.section).collect();
        unit[someone.ix].terms.split.is_empty() && at == BTreeSet::from([section])
    };
    let of: BTreeSet<usize> = people.iter().enumerate().filter(is_own).map(|(at, _)| at).collect();
    let spare = of.len().saturating_sub(unit[section].minimum as usize);
    if of.is_empty() { Vec::new() } else { vec![Limit { of, spare }] }
}
