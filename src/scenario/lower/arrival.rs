//! When in the year the cases of a matter arrive.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::Sourced;
use crate::scenario::read::tree::Node;
use crate::units::{Share, round_half_up};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Decimals of a share; what is lost by rounding goes to the month with the most.
const DECIMALS: u32 = 9;

/// The three ways in which a matter can say it, of which it uses one at most.
pub(super) struct Arrival {
    pub(super) monthly: bool,
    pub(super) months: Vec<u8>,
    pub(super) profile: Option<[Share; 12]>,
}

pub(super) fn arrival(node: &Node, id: &str, origin: &Origin, scope: &mut Scope<'_>) -> Arrival {
    let monthly = node.flag("monthly").unwrap_or_default();
    let mut report = |code, at: &Node| scope.found.push(Diagnostic::new(code, &at.place).fact("matter", id));
    if let Some(months) = node.get("months").filter(|_| monthly) {
        report(Code::MonthlyWithMonths, months);
    }
    let mut profile = None;
    if let Some(list) = node.get("profile") {
        if monthly || node.has("months") {
            report(Code::ProfileWithMonths, list);
        }
        if let Some(weights) = weights(list) {
            profile = shares(weights);
            if profile.is_none() {
                report(Code::ProfileEmpty, list);
            }
            let value = weights.map(|weight| weight.to_string()).join(" ");
            let basis = Sourced { value, basis: origin.basis, source: origin.source.clone() };
            scope.enter(format!("matter.{id}.profile"), &basis);
        }
    }
    let months = node.items("months").filter_map(|month| month.as_number()?.to_u8()).collect();
    Arrival { monthly, months, profile }
}

fn weights(list: &Node) -> Option<[Decimal; 12]> {
    list.as_list().iter().map(Node::as_number).collect::<Option<Vec<_>>>()?.try_into().ok()
}

/// Weights of months as shares that add up to exactly 1; `None` if all are zero.
fn shares(weights: [Decimal; 12]) -> Option<[Share; 12]> {
    let sum: Decimal = weights.iter().sum();
    if sum.is_zero() {
        return None;
    }
    let mut shares = weights.map(|weight| round_half_up(weight / sum, DECIMALS));
    let remainder = Decimal::ONE - shares.iter().sum::<Decimal>();
    // The first of the largest, which is at least a twelfth and so stays positive.
    let largest = shares.iter_mut().reduce(|most, share| if *share > *most { share } else { most })?;
    *largest += remainder;
    Some(shares.map(Share::new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares_of(weights: [u32; 12]) -> Vec<String> {
        let shares = shares(weights.map(Decimal::from)).map(|shares| shares.map(Share::value));
        shares.into_iter().flatten().map(|share| share.normalize().to_string()).collect()
    }

    #[test]
    fn the_remainder_goes_to_the_first_of_the_largest() {
        // Thirds: 0.333333333 each, of which 0.000000001 is left.
        assert_eq!(
            shares_of([0, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0])[..4],
            ["0", "0.333333334", "0.333333333", "0.333333333"]
        );
        // Sixths are rounded up six times: 0.166666667 × 6 is 0.000000002 too much.
        assert_eq!(shares_of([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])[..2], ["0.166666665", "0.166666667"]);
    }

    #[test]
    fn nothing_has_no_shares() {
        assert_eq!(shares_of([0; 12]), Vec::<String>::new());
    }
}
