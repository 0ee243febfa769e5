//! Variables and constraints of the service stages; `docs/model.md` has the same formulas in prose.
//!
//! Sets: m matters with arriving cases, j steps of a matter, k posts, g groups, b bundles of posts.
//! A *seat* is where people sit: a bundle of a group (counted), or one named person.

mod bounds;
pub(super) mod bundles;
mod cover;
mod flows;
pub(super) mod groups;
pub(super) mod minimum;
mod named;
mod people;
pub(super) mod rights;
mod seats;
mod size;

pub(super) use flows::Flows;
pub(super) use people::people_by_post;

use self::groups::{Formulation, Group, groups};
use self::minimum::Minima;
use self::rights::Rights;
use super::engine::program::bearable;
use super::engine::program::{Column, Program, Sense};
use super::{Ask, Error, number};
use crate::model::{MatterIx, MatterStep, PostIx, Separation, Step, Unit};
use std::collections::BTreeMap;

/// One or more people who hold the same posts.
pub(super) struct Seat {
    /// Index of the group.
    pub(super) group: usize,
    /// Index of the bundle in the group; `None` for a named person.
    pub(super) bundle: Option<usize>,
    /// Most people who can sit here.
    pub(super) size: usize,
    /// Column that counts the holders of each post: the seat's own count, or a binary per post.
    pub(super) holders: BTreeMap<PostIx, Column>,
    /// Shares of cases done here.
    pub(super) work: Vec<SeatWork>,
}

/// The share of a matter's cases that the people of a seat do at one step.
pub(super) struct SeatWork {
    pub(super) matter: MatterIx,
    pub(super) step: Step,
    pub(super) post: PostIx,
    pub(super) share: Column,
    /// Hours of all the matter's cases at this step for one person, as a share of one holder's hours.
    pub(super) load: f64,
    /// Distinct people needed at the step.
    pub(super) people: u32,
}

/// Shares of one matter at one seat that together must not exceed the cases its holders can meet.
struct CaseLimit {
    matter: MatterIx,
    terms: Vec<(Column, f64)>,
    /// Distinct people that one case needs for these shares.
    slots: u32,
}

/// The program of the service stages with the meaning of its columns.
pub(super) struct Model<'a> {
    pub(super) unit: &'a Unit,
    pub(super) rights: Rights,
    pub(super) program: Program,
    pub(super) groups: Vec<Group>,
    pub(super) seats: Vec<Seat>,
    /// Service level f of each matter in question; no entry when it is not asked about or nothing arrives.
    pub(super) levels: BTreeMap<MatterIx, Column>,
    /// 1 when a named person with relatives is left without a post, by group.
    pub(super) unplaced: BTreeMap<usize, Column>,
    /// The row by which everyone of a group sits somewhere, by group.
    seated: BTreeMap<usize, usize>,
    /// People that sections are to have of their own.
    minima: Minima,
}

impl<'a> Model<'a> {
    /// Builds the program for the matters that `ask` is about, unless it would be too large.
    ///
    /// # Errors
    /// [`Error::TooLarge`], if possible before much of it is written down.
    pub(super) fn new(unit: &'a Unit, ask: &Ask, formulation: Formulation) -> Result<Self, Error> {
        let rights = Rights::of(unit);
        let groups = groups(unit, &rights, formulation);
        bearable(size::least_entries(unit, &rights, &groups, ask))?;
        let mut model = Self {
            unit,
            minima: Minima::of(unit, &rights),
            rights,
            program: Program::default(),
            groups,
            seats: Vec::new(),
            levels: BTreeMap::new(),
            unplaced: BTreeMap::new(),
            seated: BTreeMap::new(),
        };
        model.add_levels(ask);
        model.add_seats(ask);
        model.cover_steps(ask);
        model.limit_hours();
        model.limit_shares();
        model.separate_cases();
        model.cover_open_posts(ask);
        model.bind_matters(ask);
        model.keep_minima();
        model.program.fits()?;
        Ok(model)
    }

    /// f_m ∈ [0, 1].
    fn add_levels(&mut self, ask: &Ask) {
        for (ix, matter) in self.unit.matters() {
            if matter.has_cases() && ask.is_about(ix) {
                self.levels.insert(ix, self.program.continuous(format!("f_{}", ix.0), 0.0, 1.0));
            }
        }
    }

    /// The matters in question with their level columns.
    pub(super) fn open_matters(&self) -> impl Iterator<Item = (MatterIx, Column)> + use<> {
        self.levels.iter().map(|(matter, level)| (*matter, *level)).collect::<Vec<_>>().into_iter()
    }

    /// Σ x_mj over all seats = people_j × f_m, for every step j of every matter m.
    fn cover_steps(&mut self, ask: &Ask) {
        for (matter, level) in self.open_matters() {
            for step in ask.steps(self.unit, matter) {
                let mut terms = vec![(level, -f64::from(step.people))];
                terms.extend(self.work_at(matter, step.step).map(|(_, work)| (work.share, 1.0)));
                self.program.row(format!("cover_{}_{}", matter.0, step.step.id()), terms, Sense::Equal, 0.0);
            }
        }
    }

    /// Seats that may do a step of a matter.
    pub(super) fn work_at(&self, matter: MatterIx, step: Step) -> impl Iterator<Item = (&Seat, &SeatWork)> {
        self.seats.iter().flat_map(move |seat| {
            seat.work.iter().filter(move |w| w.matter == matter && w.step == step).map(move |w| (seat, w))
        })
    }

    /// Hours: Σ load × x ≤ holders of the post, and ≤ 1 in all for a named person with several posts.
    /// Strong link: x ≤ holders of the post.
    fn limit_hours(&mut self) {
        for (s, seat) in self.seats.iter().enumerate() {
            let mut by_holders: BTreeMap<Column, Vec<(Column, f64)>> = BTreeMap::new();
            for work in &seat.work {
                let holders = seat.holders[&work.post];
                by_holders.entry(holders).or_default().push((work.share, work.load));
                if work.load < 1.0 {
                    let terms = vec![(work.share, 1.0), (holders, -1.0)];
                    self.program.row(format!("link_{}", work.share.0), terms, Sense::AtMost, 0.0);
                }
            }
            let several = by_holders.len() > 1;
            let all: Vec<_> = by_holders.values().flatten().copied().collect();
            for (holders, mut terms) in by_holders {
                terms.push((holders, -1.0));
                self.program.row(format!("hours_{s}_{}", holders.0), terms, Sense::AtMost, 0.0);
            }
            if several {
                self.program.row(format!("hours_{s}"), all, Sense::AtMost, 1.0);
            }
            // Whoever is split between sections works in each no more than the share agreed.
            for (section, share) in &self.unit[self.groups[seat.group].members[0]].terms.split {
                let here = seat.work.iter().filter(|work| self.unit[work.post].section == *section);
                let terms = here.map(|work| (work.share, work.load)).collect();
                self.program.row(format!("split_{s}_{}", section.0), terms, Sense::AtMost, number(share.value()));
            }
        }
    }

    /// x ≤ holders × f_m at steps with `people` ≥ 2: nobody meets one case twice at one step.
    fn limit_shares(&mut self) {
        for s in 0..self.seats.len() {
            let several = self.seats[s].work.iter().filter(|work| work.people > 1);
            let limits = several
                .map(|work| CaseLimit { matter: work.matter, terms: vec![(work.share, 1.0)], slots: work.people })
                .collect();
            self.limit_per_case(s, limits, "pair");
        }
    }

    /// `separation = case`: Σ_j x_mj ≤ holders × f_m where a seat holds several steps of a matter.
    /// By Hall's theorem the cases can then be dealt so that nobody touches one twice.
    fn separate_cases(&mut self) {
        if self.unit.rules.separation != Separation::Case {
            return;
        }
        for s in 0..self.seats.len() {
            let mut limits: BTreeMap<MatterIx, CaseLimit> = BTreeMap::new();
            for SeatWork { matter, share, people, .. } in &self.seats[s].work {
                let limit = limits.entry(*matter).or_insert(CaseLimit { matter: *matter, terms: vec![], slots: 0 });
                limit.terms.push((*share, 1.0));
                limit.slots += people;
            }
            let limits = limits.into_values().filter(|limit| limit.terms.len() > 1).collect();
            self.limit_per_case(s, limits, "case");
        }
    }

    /// Σ terms ≤ holders × f_m, where the left side never exceeds slots × f_m. Linear by ordered levels
    /// z_1 ≥ z_2 ≥ …, Σ z ≤ holders, and s_i ≤ z_i, s_i ≤ f_m, Σ terms ≤ Σ s_i; one holder needs no levels.
    fn limit_per_case(&mut self, s: usize, limits: Vec<CaseLimit>, what: &str) {
        let Some(deepest) = limits.iter().map(|limit| limit.slots as usize).max() else { return };
        let size = self.seats[s].size;
        let levels = if size == 1 { Vec::new() } else { self.holder_levels(s, deepest.min(size), what) };
        for CaseLimit { matter, mut terms, slots } in limits {
            let level = self.levels[&matter];
            let name = format!("{what}_{s}_{}_{}", matter.0, terms[0].0.0);
            if size == 1 {
                terms.push((level, -1.0));
            }
            for (i, z) in levels.iter().take(slots as usize).enumerate() {
                let part = self.program.continuous(format!("{name}_s{i}"), 0.0, 1.0);
                self.program.row(format!("{name}_f{i}"), vec![(part, 1.0), (level, -1.0)], Sense::AtMost, 0.0);
                self.program.row(format!("{name}_z{i}"), vec![(part, 1.0), (*z, -1.0)], Sense::AtMost, 0.0);
                terms.push((part, -1.0));
            }
            self.program.row(name, terms, Sense::AtMost, 0.0);
        }
    }

    /// Binaries z_1 ≥ z_2 ≥ … with Σ z ≤ holders of the seat.
    fn holder_levels(&mut self, s: usize, count: usize, what: &str) -> Vec<Column> {
        let levels: Vec<Column> = (0..count).map(|i| self.program.integer(format!("{what}_{s}_z{i}"), 1.0)).collect();
        for pair in levels.windows(2) {
            let terms = vec![(pair[1], 1.0), (pair[0], -1.0)];
            self.program.row(format!("{what}_{s}_order_{}", pair[1].0), terms, Sense::AtMost, 0.0);
        }
        // A seat for several people has one count for all its posts.
        if let Some(holders) = self.seats[s].holders.values().next() {
            let mut terms: Vec<_> = levels.iter().map(|z| (*z, 1.0)).collect();
            terms.push((*holders, -1.0));
            self.program.row(format!("{what}_{s}_levels"), terms, Sense::AtMost, 0.0);
        }
        levels
    }

    /// Every column that counts holders of a post.
    pub(super) fn holders_of(&self, post: PostIx) -> impl Iterator<Item = Column> {
        self.seats.iter().filter_map(move |seat| seat.holders.get(&post).copied())
    }
}

/// Hours of all cases of a matter at one step, for one person doing all of them.
pub(super) fn hours_alone(unit: &Unit, matter: MatterIx, step: &MatterStep) -> f64 {
    number((step.minutes.value * unit[matter].arriving).value())
}
