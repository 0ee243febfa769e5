//! The unit's own figures: stated headcounts, drivers of volumes, and what it is held against.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{Benchmark, StatedHeadcount};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) fn headcount(scenario: &Node, scope: &mut Scope<'_>) -> StatedHeadcount {
    let Some(table) = scenario.get("headcount") else { return StatedHeadcount::default() };
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let mut stated = |key: &str| scope.whole(table, key, &origin, format!("headcount.{key}"));
    StatedHeadcount {
        authorised: stated("authorised"),
        on_books: stated("on_books"),
        on_duty: stated("on_duty"),
        contract: stated("contract"),
        retirements: stated("retirements"),
    }
}

/// Drivers by id; `None` for a value that was rejected.
pub(super) fn drivers(scenario: &Node, scope: &mut Scope<'_>) -> BTreeMap<String, Option<Decimal>> {
    let mut drivers = BTreeMap::new();
    for node in scenario.items("driver") {
        let Some(id) = node.text("id") else { continue };
        let origin = Origin::of(node, &Origin::UNKNOWN);
        let number = scope.number(node, "value", &origin, format!("driver.{id}"));
        drivers.insert(id.to_owned(), number.map(|number| number.value));
    }
    drivers
}

/// What is said of drivers, by id.
pub(super) fn driver_notes(scenario: &Node) -> BTreeMap<String, String> {
    let notes = scenario.items("driver").filter_map(|node| Some((node.text("id")?, node.text("note")?)));
    notes.map(|(id, note)| (id.to_owned(), note.to_owned())).collect()
}

/// `None` if the scenario has no such table; what is wrong with one has been reported.
pub(super) fn benchmark(scenario: &Node, scope: &mut Scope<'_>) -> Option<Benchmark> {
    let table = scenario.get("benchmark")?;
    let origin = Origin::of(table, &Origin::UNKNOWN);
    if !table.has("ratio") {
        let missing = Diagnostic::new(Code::MissingKey, &table.place);
        scope.found.push(missing.fact("key", "ratio").fact("table", "benchmark"));
    }
    let ratio = scope.number(table, "ratio", &origin, "benchmark.ratio".to_owned());
    let [drivers, wider] = ["drivers", "wider"].map(|key| {
        table
            .items(key)
            .filter_map(|id| {
                scope.names.resolve(Named::Driver, id, scope.found)?;
                id.as_text().map(str::to_owned)
            })
            .collect()
    });
    Some(Benchmark { ratio: ratio?, drivers, wider, note: table.string("note") })
}
