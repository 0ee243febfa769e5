//! The best of a unit whose people may work in several sections, but never in two duty groups: bounded first, then
//! built.
//!
//! Nothing but people links the duty groups, so a program that counts who works in which of them, and pools those who
//! hold several posts, is small and says what no plan can exceed (`draft`). Then each duty group by itself deals the
//! posts to as many people. A plan that reaches the bound is best; one that does not says nothing, and the program of
//! the whole unit is asked. Why that is exact: `docs/model.md`.

mod draft;
mod fewest;
mod names;
mod pool;
mod sets;

pub(super) use self::fewest::hiring;

use self::draft::{Draft, Movers};
use self::names::{Seats, named};
use self::pool::Pool;
use super::engine::program::{Objective, Sense};
use super::engine::{Care, Effort, is_infeasible, solve};
use super::lattice::{Answer, Question, Reply};
use super::served::{served, sums_of};
use super::tolerance::{SLACK, TIGHT};
use super::{DutyTable, Settings, count_of, decimal, seats};
use crate::model::{DutyGroup, MatterIx, Method, PostIx, SectionIx};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The best a unit can do; `None` where it is no such unit, or where no plan was built that reaches the bound.
pub(super) fn answer(question: &Question, settings: &Settings) -> Option<Reply> {
    settings.in_time().ok()?;
    let pool = Pool::of(question)?;
    let beyond = |(matter, floor): (&MatterIx, &Decimal)| !floor.is_zero() && !pool.matters.contains(matter);
    if question.floors.iter().any(beyond) {
        // Nobody can approve it.
        return Some(Reply::Shut);
    }
    // A looser bound is mostly reached; where it is not, the tighter one may be.
    let ways: &[Movers] = if question.seats { &[Movers::Pooled] } else { &[Movers::Parts, Movers::Pooled] };
    for movers in ways {
        let search = Search { pool: &pool, settings, movers: *movers };
        match search.bound() {
            Bound::Known(bound) => {
                if let Some(best) = search.reach(&bound) {
                    return Some(Reply::Best(best));
                }
            }
            Bound::Shut => return Some(Reply::Shut),
            Bound::Unknown => return None,
        }
    }
    None
}

/// What no plan can exceed.
enum Bound {
    Known(Bounded),
    /// No plan keeps the floors.
    Shut,
    /// The engine did not say.
    Unknown,
}

/// The bound, with the point at which the pooled program has it.
struct Bounded {
    /// Sums of service, one after the other.
    sums: Vec<Most>,
    /// Where moves count, the fewest people who work away from home.
    movers: f64,
    /// What each duty group has of it at the point.
    duties: BTreeMap<DutyGroup, Part>,
}

/// A sum of service.
#[derive(Debug, Clone, Copy)]
struct Most {
    /// No plan has more.
    bound: f64,
    /// What was demanded of it when the sums after it, movers and backups were bounded.
    least: f64,
}

/// What a duty group has of a bound.
struct Part {
    /// Its part of each sum of service.
    sums: Vec<f64>,
    /// Singles of each crew in each section.
    staying: BTreeMap<(usize, SectionIx), usize>,
    /// Movers of each crew.
    moving: BTreeMap<usize, usize>,
    /// Posts with a backup, where moves count.
    backups: Option<f64>,
}

struct Search<'p> {
    pool: &'p Pool<'p>,
    settings: &'p Settings,
    /// What the bound leaves open of the movers.
    movers: Movers,
}

impl Search<'_> {
    /// A plan that reaches the bound, if one is built.
    fn reach(&self, bound: &Bounded) -> Option<Answer> {
        let question = self.pool.question;
        let held = self.build(bound)?;
        let levels = served(question, &held, self.settings)?;
        let sums = sums_of(question, &levels);
        // What is bounded where more was demanded than the plan has bounds no plan that has as much.
        let is_reached = |(sum, most): (&Decimal, &Most)| {
            *sum >= decimal(most.bound - SLACK * most.bound.abs().max(1.0), 9) && *sum >= decimal(most.least, 12)
        };
        if !sums.iter().zip(&bound.sums).all(is_reached) || !self.seats_reach(bound, &held) {
            return None;
        }
        let open = vec![Decimal::ZERO; question.order.len() + 3];
        Some(Answer { sums, open, method: Method::Pooled, levels, held })
    }

    /// Sum after sum; where moves count, then the fewest movers and the most backups.
    fn bound(&self) -> Bound {
        let duties = self.pool.duties();
        let mut draft = Draft::new(self.pool, &duties, self.movers);
        for (crew, people) in self.pool.crews.iter().map(|crew| crew.members.len()).enumerate() {
            draft.seat(crew, people);
        }
        if self.pool.question.seats {
            draft.stay(&self.pool.homes());
        }
        // Where moves do not count any point will do.
        let fewest = if self.pool.question.seats { draft.moves() } else { Objective::default() };
        let (sums, movers) = match self.in_full(&mut draft, &fewest) {
            Some(full) => full,
            None => match self.sums(&mut draft) {
                Ok(sums) if !self.pool.question.seats => (sums, 0.0),
                Ok(sums) => match self.best(&mut draft, fewest.clone(), true) {
                    Ok(movers) => (sums, movers),
                    Err(_) => return Bound::Unknown,
                },
                Err(shut) => return shut,
            },
        };
        let mut backups: BTreeMap<DutyGroup, Objective> = BTreeMap::new();
        if self.pool.question.seats {
            draft.program.row("moves".to_owned(), fewest.terms, Sense::AtMost, movers);
            let mut all = Objective { maximise: true, terms: Vec::new(), constant: 0.0 };
            for duty in &duties {
                let here = draft.backups(&self.posts(*duty));
                all.terms.extend(here.terms.iter().copied());
                backups.insert(*duty, here);
            }
            if self.best(&mut draft, all, true).is_err() {
                return Bound::Unknown;
            }
        }
        let duties = duties.into_iter().map(|duty| (duty, self.part(&draft, duty, backups.get(&duty)))).collect();
        Bound::Known(Bounded { sums, movers, duties })
    }

    /// Everything in full, with the fewest movers where moves count, if that can be.
    fn in_full(&self, draft: &mut Draft, fewest: &Objective) -> Option<(Vec<Most>, f64)> {
        let before = draft.program.clone();
        let mut sums = Vec::new();
        for (place, sum) in self.pool.question.order.iter().enumerate() {
            let most = draft.service(sum).terms.iter().map(|(_, weight)| weight).sum();
            draft.keep(place, sum, most, 0.0);
            sums.push(Most { bound: most, least: most });
        }
        if self.movers == Movers::Parts {
            draft.seat_enough();
        }
        draft.program.objective = fewest.clone();
        let effort = Effort { whole: true, may_be_infeasible: true, ..self.effort(draft) };
        match solve(self.settings, &draft.program, effort) {
            Ok(answer) if answer.proven => {
                draft.program.start_from(&answer.values);
                let movers = fewest.at(&answer.values).round();
                Some((sums, movers))
            }
            // Nothing is concluded from that.
            _ => {
                draft.program = before;
                None
            }
        }
    }

    /// The most of every sum, one after the other; the draft keeps them.
    fn sums(&self, draft: &mut Draft) -> Result<Vec<Most>, Bound> {
        let mut sums = Vec::new();
        for (place, sum) in self.pool.question.order.iter().enumerate() {
            let objective = draft.service(sum);
            let most: f64 = objective.terms.iter().map(|(_, weight)| weight).sum();
            let answer = match self.best(draft, objective, false) {
                Ok(answer) => answer,
                Err(cause) if place == 0 && is_infeasible(&cause) => return Err(Bound::Shut),
                Err(_) => return Err(Bound::Unknown),
            };
            let bound = answer.min(most);
            let is_full = bound >= most - SLACK;
            let reached = if is_full { most } else { self.polished(draft).min(bound) };
            // Levels of a plan are rounded down.
            let slack = if is_full { 0.0 } else { TIGHT * (1.0 + 2.0 * most) };
            draft.keep(place, sum, reached, slack);
            sums.push(Most { bound, least: reached - slack });
        }
        Ok(sums)
    }

    /// What is reached without what the engine's tolerance adds: of the objective once more, with the counts of people
    /// as they are. Demanded with it, a hair may take people whom no plan needs.
    fn polished(&self, draft: &mut Draft) -> f64 {
        let answer = solve(self.settings, &draft.program.with_counts_fixed(), self.effort(draft));
        if let Ok(answer) = answer {
            draft.program.start_from(&answer.values);
        }
        draft.program.objective.at(&draft.program.start())
    }

    /// Small programs are solved sooner than smaller equal ones are found.
    fn effort(&self, draft: &Draft) -> Effort {
        Effort { care: Care::AsIs.if_small(&draft.program), ..Effort::until(&self.settings.deadline, 0.0) }
    }

    /// What a duty group has of the point at which the draft stands.
    fn part(&self, draft: &Draft, duty: DutyGroup, backups: Option<&Objective>) -> Part {
        let point = draft.program.start();
        let matters = self.pool.matters_of(duty);
        let here = |sum: &Vec<MatterIx>| {
            let own: Vec<MatterIx> = sum.iter().copied().filter(|matter| matters.contains(matter)).collect();
            draft.service(&own).at(&point)
        };
        Part {
            sums: self.pool.question.order.iter().map(here).collect(),
            staying: draft.staying(duty, &point),
            moving: draft.moving(duty, &point),
            backups: backups.map(|objective| objective.at(&point)),
        }
    }

    /// Whether as few people move and as many posts have a backup as can be, where moves count.
    fn seats_reach(&self, bound: &Bounded, held: &DutyTable) -> bool {
        let unit = self.pool.question.unit;
        let working: DutyTable = held.iter().copied().filter(|(_, post)| unit[*post].is_working()).collect();
        let backed: f64 = bound.duties.values().filter_map(|part| part.backups).sum();
        !self.pool.question.seats
            || (count_of(seats::moved(unit, held)) <= bound.movers + SLACK
                && count_of(seats::backed(unit, &working)) >= backed - SLACK)
    }

    /// The handle and review posts of a duty group that somebody needs.
    fn posts(&self, duty: DutyGroup) -> BTreeSet<PostIx> {
        let needed = self.pool.question.unit.needed_posts();
        needed.filter(|(_, post)| post.is_working() && post.duty == duty).map(|(post, _)| post).collect()
    }

    /// Moves the draft's start to the best of an objective; the value that no point exceeds.
    fn best(&self, draft: &mut Draft, objective: Objective, whole: bool) -> Result<f64, String> {
        draft.program.objective = objective;
        // That there is no point is a claim: it is asked twice, since presolve has been seen to lose the last one.
        let effort = Effort { whole, ..self.effort(draft) };
        let answer = solve(self.settings, &draft.program, effort)?;
        if !answer.proven {
            return Err("not proven".to_owned());
        }
        draft.program.start_from(&answer.values);
        let reached = draft.program.objective.at(&answer.values);
        Ok(if whole { reached.round() } else { answer.bound.max(reached) })
    }

    /// Posts for everyone, duty group by duty group, with as many people as the bound counts there.
    fn build(&self, bound: &Bounded) -> Option<DutyTable> {
        let mut seated = Vec::new();
        for (duty, part) in &bound.duties {
            seated.extend(self.build_duty(*duty, part)?);
        }
        Some(named(self.pool, &seated))
    }

    /// Two sections for everyone who moves are often enough, and far fewer to choose from than all.
    fn build_duty(&self, duty: DutyGroup, part: &Part) -> Option<Vec<Seats>> {
        let sizes = BTreeSet::from([2, self.pool.most_sections]);
        sizes.into_iter().find_map(|most| self.build_of(duty, part, most))
    }

    fn build_of(&self, duty: DutyGroup, part: &Part, most: usize) -> Option<Vec<Seats>> {
        let mut draft = Draft::new(self.pool, &BTreeSet::from([duty]), Movers::Dealt(most));
        for crew in 0..self.pool.crews.len() {
            let singles: usize = part.staying.iter().filter(|((of, _), _)| *of == crew).map(|(_, count)| *count).sum();
            let movers = part.moving.get(&crew).copied().unwrap_or_default();
            draft.seat(crew, singles + movers);
            if let (true, Some(column)) = (self.pool.question.seats, draft.movers.get(&(crew, duty))) {
                draft.program.columns[column.0].upper = count_of(movers);
            }
        }
        if self.pool.question.seats {
            draft.stay(&part.staying);
        }
        for (place, (sum, reached)) in self.pool.question.order.iter().zip(&part.sums).enumerate() {
            draft.keep(place, sum, *reached, SLACK / 10.0);
        }
        if let Some(backups) = part.backups {
            let objective = draft.backups(&self.posts(duty));
            draft.program.row("backups".to_owned(), objective.terms, Sense::AtLeast, backups - SLACK);
        }
        // Any point will do. Where hours are dealt, it is found sooner in a smaller equal program.
        draft.program.objective = Objective::default();
        let care = if draft.deals_hours() { Care::Reduced } else { Care::AsIs.if_small(&draft.program) };
        let effort = Effort { may_be_infeasible: true, care, ..self.effort(&draft) };
        let answer = solve(self.settings, &draft.program, effort).ok()?;
        Some(draft.seated(&answer.values))
    }
}
