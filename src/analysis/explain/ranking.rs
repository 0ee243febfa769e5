//! Which repair is listed before which.

use super::{Repair, Staff};
use crate::analysis::ServiceStatus;
use crate::model::Change;

/// What a repair asks for, least first: what a unit may do by itself and at nobody's expense comes first, then fewer
/// new people, fewer recalled ones, fewer rules changed, fewer numbers changed. The scenario knows no prices.
type Cost = (bool, bool, bool, u32, u32, u32, u32, u32);

/// Best first; equals in the order in which they were tried.
pub(super) fn sort(repairs: &mut [Repair]) {
    repairs.sort_by_key(cost);
}

fn cost(repair: &Repair) -> Cost {
    let count = |what: &dyn Fn(&Change) -> u32| repair.changes.iter().map(what).sum::<u32>();
    let hired = |of_contract: bool| {
        move |change: &Change| match change {
            Change::Join(hire) if (Staff::of_hire(hire) == Staff::Contract) == of_contract => hire.count,
            _ => 0,
        }
    };
    (
        repair.against_law,
        !repair.worse.is_empty(),
        repair.status != ServiceStatus::Full,
        count(&hired(false)),
        count(&hired(true)),
        count(&|change| u32::from(matches!(change, Change::Recall(_)))),
        count(&|change| u32::from(matches!(change, Change::Rule(_)))),
        count(&|change| u32::from(matches!(change, Change::Number(..)))),
    )
}
