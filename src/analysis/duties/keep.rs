//! Who keeps the posts of today: of the best plans one that changes few of them.
//!
//! First people with the same rights and hours change places, as cheaply as can be; then posts of today are given back
//! where the plan stays as good: to everybody at once, section by section, one by one, one for another.

use crate::check;
use crate::model::{PersonIx, Plan, PostIx, SectionIx, StageId, Unit, Work};
use crate::optimise::{self, DutyTable, Settings};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Tables that are worked out at most.
const MOST_TRIED: usize = 60;
/// Objectives this close are equal.
const LAST_PLACE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// A plan as good as another in every stage but the evenness of hours, in which more people keep the posts that they hold
/// today: no more move, and nothing is served less.
#[must_use]
pub fn kept(unit: &Unit, plan: Plan, today: &DutyTable, settings: &Settings) -> Plan {
    let today: DutyTable = today.iter().filter(|(person, _)| unit[*person].is_present()).copied().collect();
    let mut keeping = Keeping { unit, today: &today, settings, plan: dealt(unit, plan, &today), tried: 0 };
    keeping.give_back();
    keeping.plan
}

/// A plan, and the posts that are given back.
struct Keeping<'a> {
    unit: &'a Unit,
    today: &'a DutyTable,
    settings: &'a Settings,
    plan: Plan,
    tried: usize,
}

impl Keeping<'_> {
    fn give_back(&mut self) {
        let all: Vec<PersonIx> = self.unit.present().map(|(ix, _)| ix).filter(|ix| self.has_row(*ix)).collect();
        if self.has_tried(&all) {
            return;
        }
        // Whoever only approves works in no section.
        let only_approves =
            |person: &PersonIx| posts(self.today, *person).iter().all(|post| !self.unit[*post].is_working());
        let leading: Vec<PersonIx> = all.iter().copied().filter(only_approves).collect();
        if leading.iter().any(|person| self.differs(*person)) {
            self.has_tried(&leading);
        }
        for (section, _) in self.unit.sections() {
            let here = self.here(section);
            if here.iter().any(|person| self.differs(*person)) {
                self.has_tried(&here);
            }
        }
        for person in all {
            if self.differs(person) && !self.has_tried(&[person]) {
                self.swap(person);
            }
        }
    }

    /// Everybody with a row who works in a section, today or by the plan.
    fn here(&self, section: SectionIx) -> Vec<PersonIx> {
        let works = |(person, post): &(PersonIx, PostIx)| {
            (self.unit[*post].is_working() && self.unit[*post].section == section).then_some(*person)
        };
        let people: BTreeSet<PersonIx> = self.today.iter().chain(&self.plan.held).filter_map(works).collect();
        people.into_iter().filter(|person| self.has_row(*person)).collect()
    }

    fn has_row(&self, person: PersonIx) -> bool {
        !posts(self.today, person).is_empty()
    }

    fn differs(&self, person: PersonIx) -> bool {
        self.has_row(person) && posts(self.today, person) != posts(&self.plan.held, person)
    }

    /// Gives some people the posts of today, if the plan stays as good.
    fn has_tried(&mut self, people: &[PersonIx]) -> bool {
        let mut held = self.plan.held.clone();
        held.retain(|(person, _)| !people.contains(person));
        held.extend(self.today.iter().filter(|(person, _)| people.contains(person)));
        self.accepts(held)
    }

    /// The same for one person, whose place another takes.
    fn swap(&mut self, person: PersonIx) {
        let place = posts(&self.plan.held, person);
        let others: Vec<PersonIx> = self.unit.present().map(|(ix, _)| ix).collect();
        for other in others.into_iter().filter(|other| *other != person) {
            let wants = !self.has_row(other) || self.differs(other);
            let mut held = self.plan.held.clone();
            held.retain(|(holder, _)| *holder != person && *holder != other);
            held.extend(self.today.iter().filter(|(holder, _)| *holder == person));
            held.extend(place.iter().map(|post| (other, *post)));
            if wants && self.accepts(held) {
                return;
            }
        }
    }

    /// Takes a table if the plan stays as good with it and differs less from today.
    fn accepts(&mut self, held: DutyTable) -> bool {
        let distance = |held: &DutyTable| {
            let with_row = |at: &&(PersonIx, PostIx)| self.has_row(at.0);
            held.symmetric_difference(self.today).filter(with_row).count()
        };
        let is_nearer = distance(&held) < distance(&self.plan.held);
        let out_of_turn = self.tried >= MOST_TRIED || self.settings.deadline.is_past();
        if !is_nearer || out_of_turn || !check::verify_duty_table(self.unit, &held).is_empty() {
            return false;
        }
        self.tried += 1;
        let Ok(other) = optimise::reseated(self.unit, &self.plan, held, self.settings) else { return false };
        let reaches = |plan: &Plan, id: StageId| plan.stages.iter().find(|stage| stage.id == id).map(|s| s.objective);
        let is_as_good = self.plan.stages.iter().filter(|stage| stage.id != StageId::Balance).all(|stage| {
            reaches(&other, stage.id).is_some_and(|reached| (reached - stage.objective).abs() <= LAST_PLACE)
        });
        let is_good = is_as_good && other.status == self.plan.status && check::verify(self.unit, &other).is_empty();
        if is_good {
            self.plan = other;
        }
        is_good
    }
}

fn posts(table: &DutyTable, person: PersonIx) -> BTreeSet<PostIx> {
    table.range((person, PostIx(0))..=(person, PostIx(usize::MAX))).map(|(_, post)| *post).collect()
}

/// The same plan with people of the same rights and hours in each other's places, if no more of them move.
fn dealt(unit: &Unit, plan: Plan, today: &DutyTable) -> Plan {
    let moves = |person: PersonIx, posts: &BTreeSet<PostIx>| {
        posts.iter().any(|post| unit[*post].is_working() && !unit[person].belongs_to(unit[*post].section))
    };
    // Who takes whose place.
    let mut heirs: BTreeMap<PersonIx, PersonIx> = BTreeMap::new();
    for members in optimise::alike(unit) {
        let places: Vec<BTreeSet<PostIx>> = members.iter().map(|person| posts(&plan.held, *person)).collect();
        let cost = |person: &PersonIx| -> Vec<i64> {
            let own = posts(today, *person);
            let other = |place: &BTreeSet<PostIx>| {
                let changed = i64::try_from(own.symmetric_difference(place).count()).unwrap_or(i64::MAX / MOVE);
                changed + if moves(*person, place) { MOVE } else { 0 }
            };
            places.iter().map(other).collect()
        };
        let costs: Vec<Vec<i64>> = members.iter().map(cost).collect();
        for (person, place) in members.iter().zip(cheapest(&costs)) {
            heirs.extend(members.get(place).map(|holder| (*holder, *person)));
        }
    }
    let heir = |person: PersonIx| heirs.get(&person).copied().unwrap_or(person);
    let mut work: Vec<Work> = plan.work.iter().map(|work| Work { person: heir(work.person), ..*work }).collect();
    work.sort();
    let held = plan.held.iter().map(|(person, post)| (heir(*person), *post)).collect();
    let dealt = Plan { held, work, ..plan.clone() };
    let away = |plan: &Plan| unit.present().filter(|(ix, _)| plan.is_moved(unit, *ix)).count();
    // The stages say how many move; where that was not proven, fewer may.
    let is_same = away(&dealt) == away(&plan) && check::verify(unit, &dealt).is_empty();
    if is_same { dealt } else { plan }
}

/// A move counts for more than any change of posts at home.
const MOVE: i64 = 1_000_000;

/// Which column each row takes so that the sum is least: the Hungarian method with potentials; square tables only.
fn cheapest(costs: &[Vec<i64>]) -> Vec<usize> {
    let n = costs.len();
    // Row and column 0 stand for nobody.
    let (mut row_price, mut column_price) = (vec![0_i64; n + 1], vec![0_i64; n + 1]);
    let (mut row_of, mut before) = (vec![0_usize; n + 1], vec![0_usize; n + 1]);
    for row in 1..=n {
        row_of[0] = row;
        let (mut least, mut is_used) = (vec![i64::MAX; n + 1], vec![false; n + 1]);
        let mut column = 0;
        while row_of[column] != 0 {
            is_used[column] = true;
            let (at, mut step, mut next) = (row_of[column], i64::MAX, 0);
            for other in (1..=n).filter(|other| !is_used[*other]).collect::<Vec<_>>() {
                let reduced = costs[at - 1][other - 1] - row_price[at] - column_price[other];
                if reduced < least[other] {
                    (least[other], before[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=n {
                if is_used[other] {
                    row_price[row_of[other]] += step;
                    column_price[other] -= step;
                } else {
                    least[other] = least[other].saturating_sub(step);
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[before[column]];
            column = before[column];
        }
    }
    let mut columns = vec![0; n];
    for (column, row) in row_of.iter().enumerate().skip(1) {
        columns[row - 1] = column - 1;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::cheapest;

    /// All ways to place up to five, one by one.
    fn least(costs: &[Vec<i64>], row: usize, free: &mut Vec<usize>) -> i64 {
        if row == costs.len() {
            return 0;
        }
        let mut best = i64::MAX;
        for at in 0..free.len() {
            let column = free.remove(at);
            best = best.min(costs[row][column] + least(costs, row + 1, free));
            free.insert(at, column);
        }
        best
    }

    #[test]
    fn the_cheapest_places_are_those_that_trying_all_finds() {
        let mut seed = 7_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(seed >> 60).unwrap_or_default()
        };
        for n in 0..=5 {
            for _ in 0..50 {
                let costs: Vec<Vec<i64>> = (0..n).map(|_| (0..n).map(|_| next()).collect()).collect();
                let found = cheapest(&costs);
                let sum: i64 = found.iter().enumerate().map(|(row, column)| costs[row][*column]).sum();
                let mut all = found.clone();
                all.sort_unstable();
                assert_eq!(all, (0..n).collect::<Vec<_>>());
                assert_eq!(sum, least(&costs, 0, &mut (0..n).collect()));
            }
        }
    }
}
