//! The program of a pool, for all its duty groups or for one of them.
//!
//! Sets: g crews, d duty groups, s sections, k posts, m matters, b sets of posts in different sections.
//! *Singles* S_gk hold one post and no other. *Movers* M_gd may hold several posts of their duty group, in K sections.
//! Where moves count, singles are at home: Σ_{k of s} S_gk ≤ people of g with home s; whoever else works is a mover.
//! Where they do not, a single is a pooled mover who holds one post, and there are none but of crews of one section.
//!
//! Movers are either *pooled*, which leaves open who holds what and bounds what is possible:
//! Σ_k n_gk ≤ K × M_gd; Σ_{k of s} n_gk ≤ M_gd; hours over n_gk ≤ hours_g × n_gk, over all k ≤ hours_g × M_gd;
//! or *dealt*: Σ_b y_gb = M_gd, with their hours by set.

use super::names::Seats;
use super::pool::{Load, Pool};
use super::sets::sets;
use crate::model::{DutyGroup, MatterIx, PostIx, SectionIx};
use crate::optimise::engine::program::{Column, Objective, Program, Sense};
use crate::optimise::formulation::people_by_post;
use crate::optimise::tolerance::SLACK;
use crate::optimise::{count_of, number};
use std::collections::{BTreeMap, BTreeSet};

/// What is left open of the movers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Movers {
    /// Who of them holds what, and how many: n need not be whole, which bounds less tightly and is found far sooner.
    Parts,
    /// Who of them holds what.
    Pooled,
    /// Nothing: each holds one of the sets of at most so many posts in different sections.
    Dealt(usize),
}

/// The program with the meaning of its columns.
pub(super) struct Draft<'p> {
    pool: &'p Pool<'p>,
    pub(super) program: Program,
    pub(super) levels: BTreeMap<MatterIx, Column>,
    /// S of each crew and post.
    pub(super) singles: BTreeMap<(usize, PostIx), Column>,
    /// M of each crew and duty group.
    pub(super) movers: BTreeMap<(usize, DutyGroup), Column>,
    /// y of each crew and set of posts.
    pub(super) dealt: BTreeMap<(usize, BTreeSet<PostIx>), Column>,
    /// Columns that count holders of a post.
    holders: BTreeMap<PostIx, Vec<Column>>,
    /// Columns of hours at a post: those of a step for several people by matter.
    work: BTreeMap<(PostIx, Option<MatterIx>), Vec<Column>>,
}

impl<'p> Draft<'p> {
    pub(super) fn new(pool: &'p Pool<'p>, duties: &BTreeSet<DutyGroup>, movers: Movers) -> Self {
        let mut draft = Self {
            pool,
            program: Program::default(),
            levels: BTreeMap::new(),
            singles: BTreeMap::new(),
            movers: BTreeMap::new(),
            dealt: BTreeMap::new(),
            holders: BTreeMap::new(),
            work: BTreeMap::new(),
        };
        for matter in duties.iter().flat_map(|duty| pool.matters_of(*duty)) {
            let floor = pool.question.floors.get(&matter).copied().unwrap_or_default();
            let level = draft.program.continuous(format!("f_{}", matter.0), number(floor), 1.0);
            draft.levels.insert(matter, level);
        }
        for crew in 0..pool.crews.len() {
            for duty in duties {
                let is_dealt = matches!(movers, Movers::Dealt(_));
                if pool.question.seats || is_dealt || pool.sections(crew, *duty).len() < 2 {
                    draft.add_singles(crew, *duty);
                }
                draft.add_movers(crew, *duty, movers);
            }
        }
        draft.cover_work();
        draft.open_matters();
        draft
    }

    fn size(&self, crew: usize) -> f64 {
        count_of(self.pool.crews[crew].members.len())
    }

    /// S_gk, and hours over it ≤ hours_g × S_gk.
    fn add_singles(&mut self, crew: usize, duty: DutyGroup) {
        let pool = self.pool;
        for section in pool.sections(crew, duty) {
            let most = if pool.question.seats { count_of(pool.at_home(crew, section)) } else { self.size(crew) };
            if most < 1.0 {
                continue;
            }
            for post in pool.posts(crew, duty).filter(|post| pool.section(*post) == section) {
                let single = self.program.integer(format!("s_{crew}_{}", post.0), most);
                self.holders.entry(post).or_default().push(single);
                self.singles.insert((crew, post), single);
                let hours = self.hours_at(crew, post, single);
                self.limit(format!("single_{}", single.0), hours, single, pool.crews[crew].hours);
            }
        }
    }

    /// Where moves count: singles of a crew in a section ≤ people there, such as those whose home it is.
    pub(super) fn stay(&mut self, people: &BTreeMap<(usize, SectionIx), usize>) {
        let mut here: BTreeMap<(usize, SectionIx), Vec<(Column, f64)>> = BTreeMap::new();
        for ((crew, post), single) in &self.singles {
            here.entry((*crew, self.pool.section(*post))).or_default().push((*single, 1.0));
        }
        for ((crew, section), terms) in here {
            let most = people.get(&(crew, section)).copied().unwrap_or_default();
            self.program.row(format!("home_{crew}_{}", section.0), terms, Sense::AtMost, count_of(most));
        }
    }

    /// Columns for the hours that the people counted by `count` work at a post. Nobody meets a case twice at one step:
    /// hours of a matter ≤ its hours for one person × count.
    fn hours_at(&mut self, crew: usize, post: PostIx, count: Column) -> Vec<Column> {
        let pool = self.pool;
        let loads: &[Load] = pool.desks.get(&post).map_or(&[], |loads| loads);
        let mut columns = Vec::new();
        let most = self.size(crew);
        if loads.iter().any(|load| load.people == 1 && load.alone > 0.0) {
            let hours = self.program.continuous(format!("x_{}_{}", count.0, post.0), 0.0, most);
            self.work.entry((post, None)).or_default().push(hours);
            columns.push(hours);
        }
        for load in loads.iter().filter(|load| load.people > 1 && load.alone > 0.0) {
            let name = format!("x_{}_{}_{}", count.0, post.0, load.matter.0);
            let hours = self.program.continuous(name, 0.0, most);
            self.work.entry((post, Some(load.matter))).or_default().push(hours);
            self.limit(format!("once_{}", hours.0), vec![hours], count, load.alone);
            columns.push(hours);
        }
        columns
    }

    /// Σ columns ≤ factor × count.
    fn limit(&mut self, name: String, columns: Vec<Column>, count: Column, factor: f64) {
        if columns.is_empty() {
            return;
        }
        let mut terms: Vec<_> = columns.into_iter().map(|column| (column, 1.0)).collect();
        terms.push((count, -factor));
        self.program.row(name, terms, Sense::AtMost, 0.0);
    }

    fn add_movers(&mut self, crew: usize, duty: DutyGroup, movers: Movers) {
        let pool = self.pool;
        let sections = pool.sections(crew, duty);
        // Where moves do not count, one section has singles only.
        if sections.is_empty() || !pool.question.seats && sections.len() < 2 {
            return;
        }
        let count = self.program.integer(format!("m_{crew}_{}", duty.id()), self.size(crew));
        self.movers.insert((crew, duty), count);
        let hours = match movers {
            Movers::Parts | Movers::Pooled => self.add_pooled(crew, duty, count, movers == Movers::Pooled),
            Movers::Dealt(most) => self.add_dealt(crew, duty, count, most),
        };
        self.limit(format!("movers_{}", count.0), hours, count, pool.crews[crew].hours);
    }

    fn add_pooled(&mut self, crew: usize, duty: DutyGroup, count: Column, whole: bool) -> Vec<Column> {
        let pool = self.pool;
        let mut all = Vec::new();
        let mut posts = vec![(count, -count_of(pool.most_sections.min(pool.question.unit.sections.len())))];
        for section in pool.sections(crew, duty) {
            let mut here = vec![(count, -1.0)];
            for post in pool.posts(crew, duty).filter(|post| pool.section(*post) == section) {
                let held = self.program.integer(format!("n_{crew}_{}", post.0), self.size(crew));
                self.program.columns[held.0].integer = whole;
                self.holders.entry(post).or_default().push(held);
                let hours = self.hours_at(crew, post, held);
                self.limit(format!("pooled_{}", held.0), hours.clone(), held, pool.crews[crew].hours);
                all.extend(hours);
                here.push((held, 1.0));
                posts.push((held, 1.0));
            }
            self.program.row(format!("in_{crew}_{}", section.0), here, Sense::AtMost, 0.0);
        }
        self.program.row(format!("posts_{}", count.0), posts, Sense::AtMost, 0.0);
        all
    }

    fn add_dealt(&mut self, crew: usize, duty: DutyGroup, count: Column, most: usize) -> Vec<Column> {
        let pool = self.pool;
        let mut all = Vec::new();
        let mut whole = vec![(count, -1.0)];
        let least = if pool.question.seats { 1 } else { 2 };
        let posts: Vec<PostIx> = pool.posts(crew, duty).collect();
        for set in sets(pool, &posts, most).into_iter().filter(|set| set.len() >= least) {
            let name = set.iter().map(|post| post.0.to_string()).collect::<Vec<_>>().join("_");
            let held = self.program.integer(format!("y_{crew}_{name}"), self.size(crew));
            let mut hours = Vec::new();
            for post in &set {
                self.holders.entry(*post).or_default().push(held);
                hours.extend(self.hours_at(crew, *post, held));
            }
            self.limit(format!("dealt_{}", held.0), hours.clone(), held, pool.crews[crew].hours);
            all.extend(hours);
            whole.push((held, 1.0));
            self.dealt.insert((crew, set), held);
        }
        self.program.row(format!("whole_{}", count.0), whole, Sense::Equal, 0.0);
        all
    }

    /// Hours at a post ≥ Σ_m people × alone_m × f_m.
    fn cover_work(&mut self) {
        for (post, loads) in &self.pool.desks {
            let mut needed: BTreeMap<Option<MatterIx>, Vec<(Column, f64)>> = BTreeMap::new();
            for load in loads.iter().filter(|load| load.alone > 0.0) {
                let Some(level) = self.levels.get(&load.matter) else { continue };
                let whose = (load.people > 1).then_some(load.matter);
                needed.entry(whose).or_default().push((*level, -load.alone * f64::from(load.people)));
            }
            for (whose, mut terms) in needed {
                let hours = self.work.get(&(*post, whose)).into_iter().flatten();
                terms.extend(hours.map(|column| (*column, 1.0)));
                let name = format!("work_{}_{}", post.0, whose.map_or(0, |matter| matter.0 + 1));
                self.program.row(name, terms, Sense::AtLeast, 0.0);
            }
        }
    }

    /// f_m ≤ o_m, o_m ∈ {0, 1}, holders ≥ least × o_m; where one holder is enough, f_m ≤ holders.
    fn open_matters(&mut self) {
        let mut open: BTreeMap<MatterIx, Column> = BTreeMap::new();
        for (post, loads) in &self.pool.desks {
            let holders = self.holders.get(post).cloned().unwrap_or_default();
            for load in loads {
                let Some(level) = self.levels.get(&load.matter).copied() else { continue };
                let (gate, least) = if load.least > 1 {
                    let gate = open.entry(load.matter).or_insert_with(|| {
                        let gate = self.program.integer(format!("o_{}", load.matter.0), 1.0);
                        let terms = vec![(level, 1.0), (gate, -1.0)];
                        self.program.row(format!("open_{}", load.matter.0), terms, Sense::AtMost, 0.0);
                        gate
                    });
                    (*gate, f64::from(load.least))
                } else {
                    (level, 1.0)
                };
                let mut terms: Vec<_> = holders.iter().map(|column| (*column, -1.0)).collect();
                terms.push((gate, least));
                self.program.row(format!("least_{}_{}", post.0, load.matter.0), terms, Sense::AtMost, 0.0);
            }
        }
    }

    /// Whether anybody works any hours in it.
    pub(super) fn deals_hours(&self) -> bool {
        !self.work.is_empty()
    }

    /// Everyone counted of a crew, as terms.
    pub(super) fn people(&self, crew: usize) -> Vec<(Column, f64)> {
        let singles = self.singles.iter().filter(|((of, _), _)| *of == crew).map(|(_, column)| *column);
        let movers = self.movers.iter().filter(|((of, _), _)| *of == crew).map(|(_, column)| *column);
        singles.chain(movers).map(|column| (column, 1.0)).collect()
    }

    /// Σ_d (S + M) of a crew: so many at most, or exactly, which is what a place for everyone demands.
    pub(super) fn seat(&mut self, crew: usize, people: usize) {
        let sense = if self.pool.question.seats { Sense::Equal } else { Sense::AtMost };
        let terms = self.people(crew);
        self.program.row(format!("people_{crew}"), terms, sense, count_of(people));
    }

    /// Σ weight × f of some matters; only those of the duty groups at hand.
    pub(super) fn service(&self, matters: &[MatterIx]) -> Objective {
        let weight = |matter: &MatterIx| number(self.pool.question.unit[*matter].weight.value());
        let terms = matters.iter().filter_map(|m| self.levels.get(m).map(|level| (*level, weight(m)))).collect();
        Objective { maximise: true, terms, constant: 0.0 }
    }

    /// Demands that a sum of service be reached, up to `slack`; the whole sum fixes its matters as full.
    pub(super) fn keep(&mut self, place: usize, sum: &[MatterIx], reached: f64, slack: f64) {
        let objective = self.service(sum);
        let most: f64 = objective.terms.iter().map(|(_, weight)| weight).sum();
        if reached >= most - SLACK {
            objective.terms.iter().for_each(|(level, _)| self.program.columns[level.0].lower = 1.0);
        } else {
            self.program.row(format!("sum_{place}"), objective.terms, Sense::AtLeast, reached - slack);
        }
    }

    /// What follows from matters that are fixed as full, which the engines would have to find out: holders of a post
    /// ≥ ⌈hours there / most hours of one holder⌉, and hours of the people of a duty group ≥ those of its work.
    pub(super) fn seat_enough(&mut self) {
        let pool = self.pool;
        let mut of_duty: BTreeMap<DutyGroup, f64> = BTreeMap::new();
        for post in pool.desks.keys() {
            *of_duty.entry(pool.duty(*post)).or_default() += self.hours_in_full(*post);
            let least = self.holders_in_full(*post);
            let holders: Vec<_> = self.holders.get(post).into_iter().flatten().map(|column| (*column, 1.0)).collect();
            if least >= 1.0 && !holders.is_empty() {
                self.program.row(format!("enough_{}", post.0), holders, Sense::AtLeast, least);
            }
        }
        for (duty, hours) in of_duty {
            let singles = self.singles.iter().filter(|((_, post), _)| pool.duty(*post) == duty);
            let movers = self.movers.iter().filter(|((_, of), _)| *of == duty);
            let people = singles.map(|((crew, _), c)| (*crew, *c)).chain(movers.map(|((crew, _), c)| (*crew, *c)));
            let terms: Vec<_> = people.map(|(crew, column)| (column, pool.crews[crew].hours)).collect();
            if !terms.is_empty() {
                self.program.row(format!("enough_{}", duty.id()), terms, Sense::AtLeast, hours - SLACK);
            }
        }
    }

    /// Work at a post that is fixed as full.
    fn in_full(&self, post: PostIx) -> impl Iterator<Item = &Load> {
        let is_full = |load: &&Load| {
            self.levels.get(&load.matter).is_some_and(|level| self.program.columns[level.0].lower >= 1.0)
        };
        self.pool.desks.get(&post).into_iter().flatten().filter(is_full)
    }

    fn hours_in_full(&self, post: PostIx) -> f64 {
        self.in_full(post).map(|load| load.alone * f64::from(load.people)).sum()
    }

    /// ⌈hours of work fixed as full at a post / most hours of one holder⌉.
    fn holders_in_full(&self, post: PostIx) -> f64 {
        let crews = self.pool.crews.iter().filter(|crew| crew.posts.contains(&post));
        let holders = (self.hours_in_full(post) / crews.map(|crew| crew.hours).fold(0.0, f64::max) - SLACK).ceil();
        if holders.is_finite() { holders.max(0.0) } else { 0.0 }
    }

    /// min Σ M.
    pub(super) fn moves(&self) -> Objective {
        let terms = self.movers.values().map(|column| (*column, 1.0)).collect();
        Objective { maximise: false, terms, constant: 0.0 }
    }

    /// max Σ b_k, b_k ∈ {0, 1}: holders of k ≥ sure_k + (people of its largest step + 1 − sure_k) × b_k, where matters fixed
    /// as full take sure_k holders in any case, which says the same as without them and bounds tighter.
    pub(super) fn backups(&mut self, posts: &BTreeSet<PostIx>) -> Objective {
        let mut objective = Objective { maximise: true, terms: Vec::new(), constant: 0.0 };
        for (post, people) in people_by_post(self.pool.question.unit) {
            if !posts.contains(&post) {
                continue;
            }
            let backed = self.program.integer(format!("b_{}", post.0), 1.0);
            let mut terms: Vec<_> = self.holders.get(&post).into_iter().flatten().map(|c| (*c, -1.0)).collect();
            let least = self.in_full(post).map(|load| f64::from(load.least)).fold(0.0, f64::max);
            let sure = self.holders_in_full(post).max(least);
            terms.push((backed, (f64::from(people + 1) - sure).max(0.0)));
            self.program.row(format!("backed_{}", post.0), terms, Sense::AtMost, -sure);
            objective.terms.push((backed, 1.0));
        }
        objective
    }

    /// Who sits where at a point.
    pub(super) fn seated(&self, values: &[f64]) -> Vec<Seats> {
        let singles = self.singles.iter().map(|((crew, post), column)| (*crew, BTreeSet::from([*post]), *column));
        let dealt = self.dealt.iter().map(|((crew, set), column)| (*crew, set.clone(), *column));
        let seats = |(crew, posts, column): (usize, BTreeSet<PostIx>, Column)| Seats {
            crew,
            posts,
            people: whole(values[column.0]),
        };
        singles.chain(dealt).map(seats).filter(|seats| seats.people > 0).collect()
    }

    /// Singles of each crew in each section of a duty group, at a point.
    pub(super) fn staying(&self, duty: DutyGroup, values: &[f64]) -> BTreeMap<(usize, SectionIx), usize> {
        let mut counts = BTreeMap::new();
        for ((crew, post), column) in self.singles.iter().filter(|((_, post), _)| self.pool.duty(*post) == duty) {
            *counts.entry((*crew, self.pool.section(*post))).or_default() += whole(values[column.0]);
        }
        counts
    }

    /// Movers of each crew in a duty group, at a point.
    pub(super) fn moving(&self, duty: DutyGroup, values: &[f64]) -> BTreeMap<usize, usize> {
        let here = self.movers.iter().filter(|((_, of), _)| *of == duty);
        here.map(|((crew, _), column)| (*crew, whole(values[column.0]))).collect()
    }
}

/// A count as an engine gives it.
fn whole(value: f64) -> usize {
    use rust_decimal::prelude::ToPrimitive;
    value.round().to_usize().unwrap_or_default()
}
