//! In how few weeks a demand by itself must lack its people.

use super::demands::{Demand, Demands, Limit, Someone};

/// No calendar has fewer weeks without people, by class: each demand counted by itself.
pub(super) fn least(demands: &Demands) -> Vec<i64> {
    let mut least = vec![0; demands.classes];
    for demand in &demands.all {
        least[demand.class] += i64::from(fewest(demand, &demands.people));
    }
    least
}

/// The least number G of weeks that no limit rules out. A person with f weeks in the o open ones takes at most G of them
/// where people lack anyhow; in each of the other o − G weeks at most `spare` people are away: Σ max(0, f − G) ≤ spare × (o − G).
fn fewest(demand: &Demand, people: &[Someone]) -> u32 {
    let open = demand.open.count_ones();
    let within = |limit: &Limit, gaps: u32| {
        let forced = |at: &usize| {
            let Someone { due, may, .. } = people[*at];
            due.saturating_sub((may & !demand.open).count_ones())
        };
        let rest: u32 = limit.of.iter().map(|at| forced(at).saturating_sub(gaps)).sum();
        u64::from(rest) <= u64::from(open - gaps) * limit.spare as u64
    };
    (0..=open).find(|gaps| demand.limits.iter().all(|limit| within(limit, *gaps))).unwrap_or(open)
}
