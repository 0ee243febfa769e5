//! Gives out weeks one by one where they cost least, then moves them as long as that helps.

use super::demands::{Bits, Demands};
use std::cmp::Reverse;

/// What a calendar costs, what counts most first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    /// Weeks without people by class, then wishes not granted, then the squares of how many are away in each week.
    parts: Vec<i64>,
}

impl Cost {
    /// Weeks without people, by class.
    pub(super) fn gaps(&self) -> &[i64] {
        &self.parts[..self.parts.len() - 2]
    }

    /// Wishes not granted.
    pub(super) fn unmet(&self) -> i64 {
        self.parts[self.parts.len() - 2]
    }
}

/// A calendar in the making.
pub(super) struct Search<'d> {
    demands: &'d Demands,
    /// Weeks of each person.
    pub(super) on: Vec<Bits>,
    /// The limits of each person: which demand, which of its limits.
    limits_of: Vec<Vec<(usize, usize)>>,
    /// How many of a limit are away, by demand, limit and week.
    away: Vec<Vec<Vec<usize>>>,
    /// How many limits of a demand are passed, by demand and week.
    passed: Vec<Vec<u32>>,
    /// How many people are away, by week.
    load: Vec<i64>,
    pub(super) cost: Cost,
}

/// Rounds of moves; each makes the calendar better, and seldom more than a few do.
const MOST_ROUNDS: usize = 200;

impl<'d> Search<'d> {
    pub(super) fn new(demands: &'d Demands) -> Self {
        let mut limits_of = vec![Vec::new(); demands.people.len()];
        for (at, demand) in demands.all.iter().enumerate() {
            for (which, limit) in demand.limits.iter().enumerate() {
                for person in &limit.of {
                    limits_of[*person].push((at, which));
                }
            }
        }
        let weeks = demands.weeks.len();
        let mut parts = vec![0; demands.classes + 2];
        parts[demands.classes] = demands.asked();
        Self {
            demands,
            on: vec![0; demands.people.len()],
            limits_of,
            away: demands.all.iter().map(|demand| vec![vec![0; weeks]; demand.limits.len()]).collect(),
            passed: demands.all.iter().map(|_| vec![0; weeks]).collect(),
            load: vec![0; weeks],
            cost: Cost { parts },
        }
    }

    /// The weeks in which a demand lacks its people.
    pub(super) fn lacking(&self, demand: usize) -> Bits {
        let open = self.demands.all[demand].open;
        let passed = self.passed[demand].iter().enumerate().filter(|(_, passed)| **passed > 0);
        passed.map(|(week, _)| 1 << week).sum::<Bits>() & open
    }

    /// Everybody's weeks, those first on whom most depends.
    pub(super) fn give(&mut self) {
        let mut order: Vec<usize> = (0..self.on.len()).collect();
        let bare = |at: usize| {
            let own = self.limits_of[at].iter();
            own.filter(|(demand, which)| self.demands.all[*demand].limits[*which].spare == 0).count()
        };
        order.sort_by_key(|at| (Reverse(bare(*at)), Reverse(self.demands.people[*at].due), *at));
        for person in order {
            for _ in 0..self.demands.people[person].due {
                let Some(week) = self.cheapest(person) else { break };
                self.put(person, week);
            }
        }
    }

    /// Begins anew with other weeks.
    pub(super) fn restart(&mut self, on: Vec<Bits>) {
        *self = Self::new(self.demands);
        for (person, bits) in on.into_iter().enumerate() {
            (0..self.load.len()).filter(|week| bits >> week & 1 == 1).for_each(|week| self.put(person, week));
        }
    }

    /// Moves single weeks as long as one makes the calendar better.
    pub(super) fn improve(&mut self) {
        for _ in 0..MOST_ROUNDS {
            let before = self.cost.clone();
            for person in 0..self.on.len() {
                for week in 0..self.load.len() {
                    if self.on[person] >> week & 1 == 1 {
                        self.take(person, week);
                        // Its own place is among those tried, and comes first among equals.
                        let best = self.cheapest_from(person, week);
                        self.put(person, best);
                    }
                }
            }
            if self.cost == before {
                break;
            }
        }
    }

    fn cheapest(&mut self, person: usize) -> Option<usize> {
        let may = self.demands.people[person].may & !self.on[person];
        let weeks = (0..self.load.len()).filter(|week| may >> week & 1 == 1).collect::<Vec<_>>();
        weeks.into_iter().min_by_key(|week| self.price(person, *week))
    }

    fn cheapest_from(&mut self, person: usize, own: usize) -> usize {
        let price = self.price(person, own);
        let best = self.cheapest(person).unwrap_or(own);
        if self.price(person, best) < price { best } else { own }
    }

    /// What the calendar costs with one week more.
    fn price(&mut self, person: usize, week: usize) -> Cost {
        self.put(person, week);
        let cost = self.cost.clone();
        self.take(person, week);
        cost
    }

    fn put(&mut self, person: usize, week: usize) {
        self.on[person] |= 1 << week;
        for (demand, which) in &self.limits_of[person] {
            let of = &self.demands.all[*demand];
            let away = &mut self.away[*demand][*which][week];
            *away += 1;
            if *away == of.limits[*which].spare + 1 {
                self.passed[*demand][week] += 1;
                if self.passed[*demand][week] == 1 && of.open >> week & 1 == 1 {
                    self.cost.parts[of.class] += 1;
                }
            }
        }
        self.load[week] += 1;
        self.count(person, week, 1);
    }

    fn take(&mut self, person: usize, week: usize) {
        self.on[person] &= !(1 << week);
        for (demand, which) in &self.limits_of[person] {
            let of = &self.demands.all[*demand];
            let away = &mut self.away[*demand][*which][week];
            *away -= 1;
            if *away == of.limits[*which].spare {
                self.passed[*demand][week] -= 1;
                if self.passed[*demand][week] == 0 && of.open >> week & 1 == 1 {
                    self.cost.parts[of.class] -= 1;
                }
            }
        }
        self.count(person, week, -1);
        self.load[week] -= 1;
    }

    /// The wish and the evenness of a week given or taken; `load` counts the person.
    fn count(&mut self, person: usize, week: usize, sign: i64) {
        let [.., unmet, squares] = &mut self.cost.parts[..] else { return };
        if self.demands.people[person].wished >> week & 1 == 1 {
            *unmet -= sign;
        }
        *squares += sign * (2 * self.load[week] - 1);
    }
}
