//! Multiplies volumes and minutes before anybody reads them: `[[scale]]`.

use super::names::Names;
use super::tree::{Entry, Node, Number, Value};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::lower::Origin;
use crate::scenario::spec::Named;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// Decimals that a scaled number keeps; as many as one that is written may have.
const DECIMALS: u32 = 9;
/// What a product may be: a number that could have been written there.
const MOST: i64 = 100_000_000;

/// Applies the scales of a checked scenario in their order. Volumes are rounded to whole cases; a matter that has a
/// driver has its rate scaled. Two factors on one number multiply.
pub(in crate::scenario) fn apply(scenario: &mut Node, names: &Names, found: &mut Diagnostics) {
    let scales: Vec<Node> = scenario.items("scale").cloned().collect();
    for scale in scales {
        let origin = Origin::of(&scale, &Origin::UNKNOWN);
        let all = !scale.has("matters");
        let chosen: Vec<_> =
            scale.items("matters").filter_map(|node| names.resolve(Named::Matter, node, found)).collect();
        let factor = |key: &str| Factor::of(scale.get(key)?, &origin);
        let (volume, minutes) = (factor("volume"), factor("minutes"));
        let matters = items_mut(scenario, "matter").into_iter().enumerate();
        for (_, matter) in matters.filter(|(position, _)| all || chosen.contains(position)) {
            let enclosing = Origin::of(matter, &Origin::UNKNOWN);
            if let Some(factor) = &volume {
                factor.scale(matter, "volume", 0, &enclosing, found);
                factor.scale(matter, "rate", DECIMALS, &enclosing, found);
            }
            if let Some(factor) = &minutes {
                for step in items_mut(matter, "steps") {
                    factor.scale(step, "minutes", DECIMALS, &enclosing, found);
                }
            }
        }
    }
}

/// A factor with what it rests on.
struct Factor {
    place: Place,
    value: Decimal,
    origin: Origin,
}

impl Factor {
    fn of(node: &Node, enclosing: &Origin) -> Option<Self> {
        let (value, origin) = match node.value {
            Value::Table(_) => (node.get("value")?, Origin::of(node, enclosing)),
            _ => (node, enclosing.clone()),
        };
        Some(Self { place: value.place.clone(), value: value.as_number()?, origin })
    }

    /// Multiplies the number under a key, if it is there. The product rests on the weaker of what the two rest on.
    fn scale(&self, table: &mut Node, key: &str, decimals: u32, enclosing: &Origin, found: &mut Diagnostics) {
        let Value::Table(entries) = &mut table.value else { return };
        let Some(entry) = entries.iter_mut().find(|entry| entry.key == key) else { return };
        let Some(number) = Self::of(&entry.node, enclosing) else { return };
        let Some(product) = number.value.checked_mul(self.value) else { return };
        let product = round_half_up(product, decimals).normalize();
        if product > MOST.into() || product.is_zero() && key == "minutes" {
            let outside = Diagnostic::new(Code::OutOfRange, &self.place).fact("key", key).fact("value", product);
            found.push(outside.fact("range", format!("0 < x ≤ {MOST}")));
            entry.node.value = Value::Rejected;
            return;
        }
        let sources: Vec<_> = [number.origin.source, self.origin.source.clone()].into_iter().flatten().collect();
        let place = entry.node.place.clone();
        let leaf = |key: &str, value| Entry {
            key: key.to_owned(),
            place: place.clone(),
            node: Node { place: place.clone(), value },
        };
        let basis = number.origin.basis.max(self.origin.basis).id().to_owned();
        let number = Number { text: product.to_string(), exact: Some(product) };
        let mut product = vec![leaf("value", Value::Number(number)), leaf("basis", Value::Text(basis))];
        if !sources.is_empty() {
            product.push(leaf("source", Value::Text(sources.join("；"))));
        }
        entry.node.value = Value::Table(product);
    }
}

fn items_mut<'a>(table: &'a mut Node, key: &str) -> Vec<&'a mut Node> {
    let Value::Table(entries) = &mut table.value else { return Vec::new() };
    let list = entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node.value);
    if let Some(Value::List(items)) = list { items.iter_mut().collect() } else { Vec::new() }
}
