//! Builds the model from a checked tree, and finds what only shows when its parts are put together.
//!
//! Every part is built even when others cannot be, so that each reports its own mistakes.
//! `None` means: something is missing that has been reported already.

mod arrival;
mod bounds;
mod conflicts;
mod figures;
mod hires;
mod leave;
mod matters;
mod movements;
mod numbers;
mod parts;
mod people;
mod recruitment;
mod report;
mod retirement;
mod rules;
mod special;
mod time;
mod uncertainty;
mod warnings;
mod windows;

pub(super) use numbers::Origin;

use super::library::packs;
use super::read::names::Names;
use super::read::tree::Node;
use super::spec::Named;
use crate::diag::Diagnostics;
use crate::model::{
    DutyGroup, Employment, EmploymentKind, Headcount, Input, Overlay, Rank, RosterEntry, Section, Tier, Unit,
};

/// What all parts share: the ids, and what is gathered along the way.
struct Scope<'a> {
    names: &'a Names,
    found: &'a mut Diagnostics,
    inputs: Vec<Input>,
}

impl Scope<'_> {
    /// The position of the thing named under a key.
    fn reference(&mut self, table: &Node, key: &str, kind: Named) -> Option<usize> {
        self.names.resolve(kind, table.get(key)?, self.found)
    }

    /// The positions of the things named in a list.
    fn references(&mut self, table: &Node, key: &str, kind: Named) -> Vec<usize> {
        table.items(key).filter_map(|node| self.names.resolve(kind, node, self.found)).collect()
    }
}

/// Builds the unit, with the overlays that it was made by. Errors and warnings go to `found`.
pub(super) fn lower(
    scenario: &Node,
    overlays: Vec<Overlay>,
    roster: Option<&Node>,
    names: &Names,
    found: &mut Diagnostics,
) -> Option<Unit> {
    let mut scope = Scope { names, found, inputs: Vec::new() };
    let day = time::day(scenario, scope.found);
    let stated = figures::headcount(scenario, &mut scope);
    let tiers: Vec<_> = scenario.items("tier").map(tier).collect();
    let sections: Vec<_> = scenario.items("section").map(|node| section(node, &mut scope)).collect();
    let kinds: Vec<_> = scenario.items("kind").map(kind).collect();
    let drivers = figures::drivers(scenario, &mut scope);
    let mut matters = matters::matters(scenario, &sections, &drivers, &mut scope);
    let dual_review = matters::is_dual_review(scenario);
    bounds::bind(scenario, matters.as_mut(), &mut scope);
    let parted = matters.as_mut().map(|matters| parts::set_apart(scenario, matters, dual_review, &mut scope));
    let matters = windows::add(scenario, &sections, matters, &mut scope);
    let posts = matters.as_deref().map(Unit::posts_of);
    let directory = rules::Directory::new(&sections, posts.as_deref());
    let calendar = time::calendar(scenario, day.year, &mut scope);
    let capacity = time::capacity(scenario, &mut scope);
    let mut rules = rules::rules(scenario, &directory, &mut scope);
    if let Some(cashier) = rules.as_mut().and_then(|rules| rules.cashier.as_mut()) {
        let excluded = parted.iter().flatten().filter(|(of, _)| cashier.excludes.contains(of)).map(|(_, part)| *part);
        let excluded: Vec<_> = excluded.collect();
        cashier.excludes.extend(excluded);
    }
    let mut people = people::people(scenario, roster, day.as_of, &directory, &mut scope);
    let hires = hires::hires(scenario, day.as_of, people.as_deref(), &mut scope);
    let movements = movements::movements(scenario, day.as_of, people.as_deref(), rules.as_ref(), &mut scope);
    let no_leave = leave::none_given(scenario, day.year, &mut scope);
    if let Some(people) = &mut people {
        special::apply(scenario, day.as_of, people, &directory, movements.as_deref(), &mut scope);
        leave::apply(scenario, day.year, &no_leave, people, &mut scope);
    }
    let uncertainty = uncertainty::uncertainty(scenario, &mut scope);
    // The packs are part of the program, and a test parses them.
    let pack = packs::pack(scenario).unwrap_or_default();
    let benchmark = figures::benchmark(scenario, &mut scope);
    let recruitment = recruitment::recruitment(scenario, &mut scope);
    let conflicts = conflicts::conflicts(scenario, &stated, &drivers, &mut scope);

    let inputs = scope.inputs;
    let mut unit = Unit {
        name: scenario.string("name")?,
        name_en: scenario.string("name_en"),
        overlays,
        year: day.year?,
        as_of: day.as_of?,
        stated,
        tiers: tiers.into_iter().collect::<Option<_>>()?,
        sections: sections.into_iter().collect::<Option<_>>()?,
        kinds: kinds.into_iter().collect::<Option<_>>()?,
        driver_notes: figures::driver_notes(scenario),
        drivers: drivers.into_iter().map(|(id, value)| Some((id, value?))).collect::<Option<_>>()?,
        matters: matters?,
        posts: posts?,
        people: people?,
        hires: hires?,
        movements: movements?,
        overtaken: Vec::new(),
        on_paper: Headcount::default(),
        uncertainty,
        no_leave,
        pack,
        benchmark,
        recruitment,
        rules: rules?,
        calendar: calendar?,
        capacity: capacity?,
        conflicts: conflicts?,
        inputs,
    };
    unit.begin();
    time::set_hours(&mut unit, scenario, found);
    special::check(&unit, scenario, found);
    special::check_split(&unit, scenario, found);
    bounds::check_minima(&unit, scenario, found);
    special::check_kinds(&unit, scenario, roster, found);
    warnings::warn(&unit, scenario, roster, found);
    if unit.rules.leader_steps {
        // The warning promised that it has no effect.
        unit.people.iter_mut().filter(|person| person.rank == Rank::Leader).for_each(|leader| leader.home = None);
    }
    Some(unit)
}

/// The people of a roster that belongs to no scenario, as far as retirement goes.
pub(super) fn roster(people: &Node, names: &Names, found: &mut Diagnostics) -> Option<Vec<RosterEntry>> {
    let mut scope = Scope { names, found, inputs: Vec::new() };
    let entries: Vec<_> = people.as_list().iter().map(|row| people::entry(row, None, &mut scope)).collect();
    entries.into_iter().collect()
}

fn tier(node: &Node) -> Option<Tier> {
    Some(Tier { id: node.string("id")?, name: node.string("name")?, name_en: node.string("name_en") })
}

fn kind(node: &Node) -> Option<EmploymentKind> {
    let employment = node.word("employment", &Employment::ALL, Employment::id)?;
    let may = rules::scope_of(node);
    Some(EmploymentKind {
        id: node.string("id")?,
        name: node.string("name")?,
        name_en: node.string("name_en"),
        employment,
        may,
    })
}

fn section(node: &Node, scope: &mut Scope<'_>) -> Option<Section> {
    let duty = node.word("duty", &DutyGroup::ALL, DutyGroup::id);
    let path = format!("section.{}.minimum", node.text("id").unwrap_or_default());
    let minimum = scope.whole(node, "minimum", &Origin::of(node, &Origin::UNKNOWN), path);
    Some(Section {
        id: node.string("id")?,
        name: node.string("name")?,
        name_en: node.string("name_en"),
        duty: duty?,
        minimum: minimum.map_or(0, |minimum| minimum.value),
    })
}
