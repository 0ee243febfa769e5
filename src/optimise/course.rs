//! The fewest moves over several months together: the programs of all of them in one, and between any two of them whoever
//! changes section. `docs/model.md` section 14 has the same in prose.

use super::engine::program::{Column, Objective, Program, Sense};
use super::engine::{Effort, solve};
use super::formulation::Model;
use super::{Ask, DutyTable, Error, Formulation, Settings, count_of, deal, decimal, number};
use crate::model::{MatterIx, PersonIx, PostIx, SectionIx, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A month in which posts may be given anew.
#[derive(Debug, Clone)]
pub struct Leg {
    /// The unit in that month; people are kept from the posts that they must have left by then.
    pub unit: Unit,
    /// How far each matter is to be served at least.
    pub levels: Vec<(MatterIx, Decimal)>,
}

/// Months of a course.
#[derive(Debug, Clone)]
pub struct Legs<'a> {
    /// The months, in order; people have the same index in each.
    pub legs: &'a [Leg],
    /// Where everybody works before the first.
    pub homes: &'a BTreeMap<PersonIx, SectionIx>,
    /// Posts that nobody may hold in so many months running.
    pub at_once: Vec<(PostIx, RangeInclusive<usize>)>,
    /// Those who may all the same.
    pub exempt: &'a BTreeSet<(PersonIx, PostIx)>,
    /// Less service than this is as much.
    pub slack: Decimal,
    /// Numbers in the rows of the programs together up to which they are solved.
    pub most: usize,
}

/// The least that a course takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Least {
    /// No course moves fewer people, each counted as often as they change section.
    pub moves: usize,
    /// Who holds which post in each month of one that moves so few; empty where none was found.
    pub held: Vec<DutyTable>,
}

/// The fewest moves; nothing where people may work in several sections, or the programs together would be too large.
///
/// # Errors
/// See [`Error`]; that the time was up is none.
pub fn least_moves(legs: &Legs<'_>, settings: &Settings) -> Result<Option<Least>, Error> {
    let mut whole = Program::default();
    let mut parts: Vec<(Model<'_>, usize)> = Vec::new();
    for leg in legs.legs {
        // What need not be done bounds nothing.
        let done = leg.levels.iter().filter(|(_, level)| *level > legs.slack).map(|(matter, _)| *matter);
        let mut model = match Model::new(&leg.unit, &Ask::about(&leg.unit, done), Formulation::Named) {
            Err(Error::TooLarge { .. }) => return Ok(None),
            model => model?,
        };
        for group in 0..model.groups.len() {
            // Whoever may be left with no post in time is not bound to have one.
            if model.groups[group].posts.iter().all(|post| legs.at_once.iter().any(|(own, _)| own == post)) {
                model.let_stand_by(group);
            }
        }
        for (matter, level) in leg.levels.iter().filter(|(_, level)| *level > legs.slack) {
            model.hold_service(&[*matter], number(*level * leg.unit[*matter].weight.value()), number(legs.slack));
        }
        let first = whole.columns.len();
        whole.append(&model.program);
        parts.push((model, first));
    }
    if whole.rows.iter().map(|row| row.terms.len()).sum::<usize>() > legs.most {
        return Ok(None);
    }
    let holds: Vec<BTreeMap<(PersonIx, PostIx), Column>> =
        parts.iter().map(|(model, first)| holds(model, *first)).collect();
    for (post, months) in &legs.at_once {
        keep_apart(&mut whole, legs, &holds, *post, months);
    }
    whole.objective = moves(&mut whole, legs, &holds);
    let effort = Effort { whole: true, ..Effort::until(&settings.deadline, settings.gap) };
    let Ok(answer) = solve(settings, &whole, effort) else { return Ok(None) };
    let held = |(model, first): &mut (Model<'_>, usize)| {
        let own = *first..*first + model.program.columns.len();
        model.program.start_from(&answer.values[own]);
        deal::deal(model)
    };
    // A bound a hair below a whole number is that number.
    let moves = (answer.bound - 1e-6).ceil().max(0.0);
    let held = if answer.proven { parts.iter_mut().map(held).collect() } else { Vec::new() };
    Ok(decimal(moves, 0).to_usize().map(|moves| Least { moves, held }))
}

/// Who holds which post, by the columns of a month.
fn holds(model: &Model<'_>, first: usize) -> BTreeMap<(PersonIx, PostIx), Column> {
    let of_seat = |seat: &super::formulation::Seat| {
        let person = model.groups[seat.group].members[0];
        let own = seat.holders.iter().map(move |(post, column)| ((person, *post), Column(first + column.0)));
        own.collect::<Vec<_>>()
    };
    model.seats.iter().flat_map(of_seat).collect()
}

/// Σ h_pk ≤ months − 1 for everybody and a post that may not be held in all of some months.
fn keep_apart(
    whole: &mut Program,
    legs: &Legs<'_>,
    holds: &[BTreeMap<(PersonIx, PostIx), Column>],
    post: PostIx,
    months: &RangeInclusive<usize>,
) {
    let Some(of_months) = holds.get(months.clone()) else { return };
    let Some((of_first, rest)) = of_months.split_first() else { return };
    for ((person, own), column) in of_first.iter().filter(|(at, _)| at.1 == post && !legs.exempt.contains(at)) {
        let others: Vec<Column> = rest.iter().filter_map(|month| month.get(&(*person, *own)).copied()).collect();
        if others.len() == rest.len() {
            let most = count_of(others.len());
            let terms = std::iter::once(*column).chain(others).map(|column| (column, 1.0)).collect();
            whole.row(format!("turn_{}_{}_{}", person.0, post.0, months.start()), terms, Sense::AtMost, most);
        }
    }
}

/// min Σ m_pt, m_pt ≥ w_pst − w_ps(t−1) for every section s, where w_pst ≥ h_pkt for every working post k in s and
/// Σ_s w_pst = 1: whoever holds none stays where they were.
fn moves(whole: &mut Program, legs: &Legs<'_>, holds: &[BTreeMap<(PersonIx, PostIx), Column>]) -> Objective {
    let mut objective = Objective::default();
    let mut before: BTreeMap<PersonIx, BTreeMap<SectionIx, Column>> = BTreeMap::new();
    for (month, (leg, holds)) in legs.legs.iter().zip(holds).enumerate() {
        let unit = &leg.unit;
        for (person, of) in unit.present() {
            let working = holds.iter().filter(|((holder, post), _)| *holder == person && unit[*post].is_working());
            let own: Vec<(SectionIx, Column)> =
                working.map(|((_, post), column)| (unit[*post].section, *column)).collect();
            let home = legs.homes.get(&person).copied().or(of.home);
            let mut works: BTreeMap<SectionIx, Column> = BTreeMap::new();
            let known = before.get(&person).into_iter().flat_map(|sections| sections.keys().copied());
            for section in own.iter().map(|(section, _)| *section).chain(known).chain(home) {
                works.entry(section).or_insert_with(|| {
                    let name = format!("works_{}_{}_{month}", person.0, section.0);
                    whole.continuous(name, 0.0, 1.0)
                });
            }
            for (section, column) in own.into_iter().filter(|(section, _)| !of.terms.split.contains_key(section)) {
                let terms = vec![(column, 1.0), (works[&section], -1.0)];
                whole.row(format!("works_{}_{month}", column.0), terms, Sense::AtMost, 0.0);
            }
            if works.is_empty() {
                continue;
            }
            let one = works.values().map(|column| (*column, 1.0)).collect();
            whole.row(format!("somewhere_{}_{month}", person.0), one, Sense::Equal, 1.0);
            let moved = whole.continuous(format!("moved_{}_{month}", person.0), 0.0, 1.0);
            objective.terms.push((moved, 1.0));
            for (section, column) in &works {
                let name = format!("moved_{}_{}_{month}", person.0, section.0);
                match before.get(&person) {
                    Some(then) => {
                        let mut terms = vec![(*column, 1.0), (moved, -1.0)];
                        terms.extend(then.get(section).map(|column| (*column, -1.0)));
                        whole.row(name, terms, Sense::AtMost, 0.0);
                    }
                    // Whoever belongs nowhere yet goes wherever it is without moving.
                    None if home.is_some_and(|home| home != *section) => {
                        whole.row(name, vec![(*column, 1.0), (moved, -1.0)], Sense::AtMost, 0.0);
                    }
                    None => {}
                }
            }
            before.insert(person, works);
        }
    }
    objective
}
