//! The year by month: posts as in the yearly plan, work as it arrives.

use crate::model::{MatterIx, SectionIx};
use crate::units::{Cases, Hours};

/// The year of a plan, month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyPlan {
    /// January first.
    pub months: Vec<MonthLoad>,
    /// Cases of each matter not done by the end of the year; every matter.
    pub backlog: Vec<Cases>,
    /// Whether the working days by month are published; if not, the year's days are spread evenly.
    pub days_known: bool,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthLoad {
    /// 1 to 12.
    pub month: u8,
    /// Hours worked and hours held, by section in order of the unit.
    pub sections: Vec<(SectionIx, Hours, Hours)>,
    /// What is late, by matter, worst first: only matters of which something slips in this month.
    pub slipped: Vec<Slip>,
}

/// Work of one month that is not done in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// The matter.
    pub matter: MatterIx,
    /// Cases that must have been done in this month and are lost to it (deadline, fixed month), never made up.
    pub missed: Cases,
    /// Cases carried into the next month.
    pub carried: Cases,
}
