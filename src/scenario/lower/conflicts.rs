//! Conflicts of the sources: the value in use is the one that the scenario uses.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{Conflict, ConflictTarget, ConflictValue, Sourced, StatedHeadcount};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::wording;
use crate::scenario::spec::Named;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

type Drivers = BTreeMap<String, Option<Decimal>>;

/// How a conflict names a headcount of the unit's papers.
const HEADCOUNT: &str = "headcount.";

pub(super) fn conflicts(
    scenario: &Node,
    stated: &StatedHeadcount,
    drivers: &Drivers,
    scope: &mut Scope<'_>,
) -> Option<Vec<Conflict>> {
    let conflicts: Vec<_> =
        scenario.items("conflict").map(|node| conflict(node, scenario, stated, drivers, scope)).collect();
    conflicts.into_iter().collect()
}

fn conflict(
    node: &Node,
    scenario: &Node,
    stated: &StatedHeadcount,
    drivers: &Drivers,
    scope: &mut Scope<'_>,
) -> Option<Conflict> {
    let values: Vec<_> = node.items("values").map(value).collect();
    let are_values_sound = node.get("values").is_some_and(Node::is_sound);
    let used = node.whole("used").and_then(|used| used.to_usize()?.checked_sub(1));
    if let (Some(used), true, Some(at)) = (used, are_values_sound, node.get("used"))
        && used >= values.len()
    {
        let outside = Diagnostic::new(Code::UsedOutOfRange, &at.place);
        scope.found.push(outside.fact("used", used + 1).fact("count", values.len()));
        return None;
    }
    let target = match node.get("target") {
        Some(at) => Some(target(at, scope)?),
        None => None,
    };
    if let (Some(target), Some(used), Some(at)) = (&target, used, node.get("target")) {
        let used = values.get(used).and_then(|value| Some(value.as_ref()?.value));
        check_used(at, used, target, scenario, stated, drivers, scope);
    }
    if !node.is_sound() {
        return None;
    }
    Some(Conflict {
        id: node.string("id")?,
        topic: node.string("topic")?,
        values: values.into_iter().collect::<Option<_>>()?,
        used: used?,
        target,
        note: node.string("note"),
    })
}

fn value(node: &Node) -> Option<ConflictValue> {
    let basis = Origin::of(node, &Origin::UNKNOWN).basis;
    Some(ConflictValue { value: node.get("value")?.as_number()?, basis, source: node.string("source")? })
}

fn target(at: &Node, scope: &mut Scope<'_>) -> Option<ConflictTarget> {
    let text = at.as_text()?;
    let headcount = |id| ConflictTarget::HEADCOUNTS.into_iter().find(|(known, _)| *known == id);
    if let Some((_, target)) = text.strip_prefix(HEADCOUNT).and_then(headcount) {
        return Some(target);
    }
    if let Some(driver) = text.strip_prefix("driver.") {
        let reference = Node { place: at.place.clone(), value: Value::Text(driver.to_owned()) };
        scope.names.resolve(Named::Driver, &reference, scope.found)?;
        return Some(ConflictTarget::Driver(driver.to_owned()));
    }
    let unknown = Diagnostic::new(Code::UnknownTarget, &at.place).fact("target", text);
    let ids = ConflictTarget::HEADCOUNTS.into_iter().map(|(id, _)| format!("{HEADCOUNT}{id}"));
    let known: Vec<_> = ids.chain(wording::headcount_words().map(str::to_owned)).collect();
    scope.found.push(unknown.suggest(text, known.iter().map(String::as_str)));
    None
}

/// The value said to be in use must be the one that the scenario states.
fn check_used(
    at: &Node,
    used: Option<Decimal>,
    target: &ConflictTarget,
    scenario: &Node,
    stated: &StatedHeadcount,
    drivers: &Drivers,
    scope: &mut Scope<'_>,
) {
    let Some(text) = at.as_text() else { return };
    let heads = |heads: &Option<Sourced<u32>>| heads.as_ref().map(|heads| Decimal::from(heads.value));
    let value = match target {
        ConflictTarget::Authorised => heads(&stated.authorised),
        ConflictTarget::OnBooks => heads(&stated.on_books),
        ConflictTarget::OnDuty => heads(&stated.on_duty),
        ConflictTarget::Contract => heads(&stated.contract),
        ConflictTarget::Driver(driver) => drivers.get(driver).copied().flatten(),
    };
    let is_written = |key: &str| match scenario.get("headcount") {
        None => false,
        Some(Node { value: Value::Rejected, .. }) => true,
        Some(table) => table.has(key),
    };
    if text.strip_prefix(HEADCOUNT).is_some_and(|key| !is_written(key)) {
        scope.found.push(Diagnostic::new(Code::TargetNotStated, &at.place).fact("target", text));
    }
    if let (Some(used), Some(value)) = (used, value)
        && used != value
    {
        let differs = Diagnostic::new(Code::UsedDiffers, &at.place).fact("target", text);
        scope.found.push(differs.fact("used", used).fact("value", value));
    }
}
