//! Parts of a matter set apart by amount or risk: each becomes a matter of its own, with its own steps.

use super::Scope;
use super::matters::{check_dual_review, steps};
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{Matter, MatterIx, Sourced, Volume};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Cases, Share};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Which part was set apart from which matter.
pub(super) type Parted = Vec<(MatterIx, MatterIx)>;

/// Sets the parts of all matters apart, behind the last of them; who audits a matter audits its parts.
pub(super) fn set_apart(
    scenario: &Node,
    matters: &mut Vec<Matter>,
    dual_review: bool,
    scope: &mut Scope<'_>,
) -> Parted {
    let mut parted = Parted::new();
    let mut seen = BTreeSet::new();
    for (position, node) in scenario.items("matter").enumerate() {
        let mut sum = Decimal::ZERO;
        let mut parts = Vec::new();
        for table in node.items("parts") {
            let Some(base) = matters.get(position) else { continue };
            if let Some(id) = table.get("id").filter(|id| is_taken(id, &mut seen, scope)) {
                let again = Diagnostic::new(Code::DuplicateId, &id.place).fact("kind", Named::Matter.id());
                let name = id.as_text().unwrap_or_default();
                let first = scope.names.place(Named::Matter, name).map(ToString::to_string).unwrap_or_default();
                scope.found.push(again.fact("id", name).fact("first", first));
            }
            if let Some((part, share)) = part(table, base, dual_review, scope) {
                sum += share;
                parts.push((part, share));
            }
        }
        if sum > Decimal::ONE {
            let at = node.get("parts").unwrap_or(node);
            let beyond = Diagnostic::new(Code::PartsBeyondOne, &at.place).fact("matter", &matters[position].id);
            scope.found.push(beyond.fact("sum", sum.normalize()));
            continue;
        }
        let Some(all) = matters.get(position).map(Matter::all_cases).filter(|_| !parts.is_empty()) else { continue };
        let mut rest = all;
        for (mut part, share) in parts {
            let own = (all * Share::new(share)).round(0).min(rest);
            rest = rest - own;
            part.volume = scaled(&part.volume, share, own);
            part.arrive(own);
            parted.push((MatterIx(position), MatterIx(matters.len())));
            matters.push(part);
        }
        let base = &mut matters[position];
        base.volume = scaled(&base.volume, Decimal::ONE - sum, rest);
        base.arrive(rest);
    }
    for (of, part) in &parted {
        // What comes after a matter comes after its parts.
        matters.iter_mut().filter(|matter| matter.after.contains(of)).for_each(|matter| matter.after.push(*part));
        matters.iter_mut().filter(|matter| matter.audits.contains(of)).for_each(|matter| matter.audits.push(*part));
    }
    parted
}

/// Whether a matter or another part has the id.
fn is_taken(id: &Node, seen: &mut BTreeSet<String>, scope: &Scope<'_>) -> bool {
    let Some(id) = id.as_text() else { return false };
    scope.names.place(Named::Matter, id).is_some() || !seen.insert(id.to_owned())
}

/// A part with its share, as it were all of the matter.
fn part(table: &Node, base: &Matter, dual_review: bool, scope: &mut Scope<'_>) -> Option<(Matter, Decimal)> {
    let id = table.text("id").unwrap_or_default();
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let share = scope.number(table, "share", &origin, format!("matter.{id}.share"));
    let (steps, by_system) = steps(table, id, &origin, scope);
    let is_whole = !dual_review || base.dual_review_exempt.is_some() || check_dual_review(table, id, scope);
    if !is_whole || !table.is_sound() {
        return None;
    }
    let (id, name) = (table.string("id")?, table.string("name")?);
    let name_en = table.string("name_en");
    Some((Matter { id, name, name_en, steps: steps?, by_system, ..base.clone() }, share?.value))
}

/// The volume of a share of a matter.
fn scaled(volume: &Volume, share: Decimal, cases: Cases) -> Volume {
    let of = |basis, source: &Option<String>, value| Sourced { value, basis, source: source.clone() };
    match volume {
        Volume::Stated(all) => {
            let whole = rust_decimal::prelude::ToPrimitive::to_u32(&cases.value()).unwrap_or_default();
            Volume::Stated(Sourced { value: whole, basis: all.basis, source: all.source.clone() })
        }
        Volume::Driven { driver, rate } => {
            Volume::Driven { driver: driver.clone(), rate: of(rate.basis, &rate.source, rate.value * share) }
        }
    }
}
