//! How new people can be had, and what they cost.

use super::Scope;
use super::numbers::{Origin, sourced};
use crate::model::{Employment, Pay, Recruitment, Sourced, Training};
use crate::scenario::read::tree::Node;
use crate::units::{Money, Share};
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// `None` if the scenario has no such table; what is wrong with one has been reported.
pub(super) fn recruitment(scenario: &Node, scope: &mut Scope<'_>) -> Option<Recruitment> {
    let table = scenario.get("recruitment")?;
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let usual = Recruitment::default();
    let lead_months = if table.has("lead_months") {
        scope.whole(table, "lead_months", &origin, "recruitment.lead_months".to_owned())
    } else {
        Some(usual.lead_months)
    };
    let months = |list: &Node| -> Option<BTreeSet<u8>> {
        list.as_list().iter().map(|month| month.as_number()?.to_u8()).collect()
    };
    let windows = match table.get("windows") {
        Some(node) => sourced(node, &origin, months),
        None => Some(usual.windows),
    };
    if let Some(Sourced { value, basis, source }) = &windows {
        let value = value.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
        scope.enter("recruitment.windows".to_owned(), &Sourced { value, basis: *basis, source: source.clone() });
    }
    let pay: Vec<_> = table.items("pay").enumerate().map(|(i, node)| pay(node, i + 1, &origin, scope)).collect();
    let training = match table.get("learning") {
        Some(node) => Some(training(node, &origin, scope)?),
        None => None,
    };
    let pay = pay.into_iter().collect::<Option<_>>()?;
    Some(Recruitment { lead_months: lead_months?, windows: windows?, training, pay })
}

/// How long newcomers are new to the work, and what they do until then.
fn training(node: &Node, enclosing: &Origin, scope: &mut Scope<'_>) -> Option<Training> {
    let origin = Origin::of(node, enclosing);
    let months = scope.whole(node, "months", &origin, "recruitment.learning.months".to_owned());
    let share = scope.number(node, "share", &origin, "recruitment.learning.share".to_owned());
    Some(Training { months: months?, share: share?.map(Share::new) })
}

/// One reading of pay; its total is written in ten thousands of yuan.
fn pay(node: &Node, number: usize, enclosing: &Origin, scope: &mut Scope<'_>) -> Option<Pay> {
    let origin = Origin::of(node, enclosing);
    let total = scope.number(node, "total", &origin, format!("recruitment.pay.{number}.total"));
    let heads = scope.whole(node, "heads", &origin, format!("recruitment.pay.{number}.heads"));
    Some(Pay {
        employment: node.word("employment", &Employment::ALL, Employment::id)?,
        total: Money::of_ten_thousands(total?.value),
        heads: heads?.value,
        basis: origin.basis,
        source: origin.source,
    })
}
