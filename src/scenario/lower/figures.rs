//! The unit's own figures: stated headcounts and drivers of volumes.

use super::Scope;
use super::numbers::Origin;
use crate::model::StatedHeadcount;
use crate::scenario::tree::Node;
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
