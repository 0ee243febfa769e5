//! Chances and ranges of what nobody knows yet.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::Uncertainty;
use crate::scenario::read::tree::Node;
use crate::units::Share;
use rust_decimal::Decimal;

/// `None` if the scenario has no such table; what is wrong with one has been reported.
pub(super) fn uncertainty(scenario: &Node, scope: &mut Scope<'_>) -> Option<Uncertainty> {
    let table = scenario.get("uncertainty")?;
    let origin = Origin::of(table, &Origin::UNKNOWN);
    let mut chance = |key: &str| Some(scope.number(table, key, &origin, format!("uncertainty.{key}"))?.map(Share::new));
    let [early, late] = ["early", "late"].map(&mut chance);
    let [resign_established, resign_contract, long_sick] =
        ["resign_established", "resign_contract", "long_sick"].map(&mut chance);
    let long_sick_months = scope.whole(table, "long_sick_months", &origin, "uncertainty.long_sick_months".to_owned());
    if let (Some(early), Some(late), Some(at)) = (&early, &late, table.get("late")) {
        let sum = early.value.value() + late.value.value();
        if sum > Decimal::ONE {
            scope.found.push(Diagnostic::new(Code::ChoicesAboveOne, &at.place).fact("sum", sum.normalize()));
        }
    }
    let growth = table.get("growth")?;
    let origin = Origin::of(growth, &origin);
    let rates =
        ["low", "mode", "high"].map(|key| scope.number(growth, key, &origin, format!("uncertainty.growth.{key}")));
    if let [Some(low), Some(mode), Some(high)] = &rates
        && !(low.value <= mode.value && mode.value <= high.value)
    {
        let order = Diagnostic::new(Code::GrowthOrder, &growth.place);
        scope.found.push(order.fact("low", low.value).fact("mode", mode.value).fact("high", high.value));
    }
    let [low, mode, high] = rates;
    Some(Uncertainty {
        early: early?,
        late: late?,
        resign_established: resign_established?,
        resign_contract: resign_contract?,
        long_sick: long_sick?,
        long_sick_months: long_sick_months?,
        growth: [low?, mode?, high?],
    })
}
