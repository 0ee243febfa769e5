//! What the plan of a unit means: what stalls and why, month by month, and which other plans there are.

pub mod alternatives;
pub(super) mod assessment;
pub mod changed;
pub(super) mod conflicts;
pub(super) mod findings;
pub mod months;
pub(super) mod reasons;
pub mod solved;
