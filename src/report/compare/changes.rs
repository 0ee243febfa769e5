//! The JSON of `plan --only-changes`: a changed unit held against the unit as it stands.

use super::json::Measured;
use crate::analysis::compare::{Outcome, Planned, Side, rows};
use crate::analysis::explain::Shift;
use crate::analysis::plan::changed::{Changed, Kept};
use crate::model::{MatterIx, PlanStatus};
use crate::report::parts::file::Answer;
use crate::units::Share;
use schemars::JsonSchema;
use serde::Serialize;

/// What changes do.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Changes {
    /// The matters that the best plan serves otherwise than without the changes.
    pub shifts: Vec<Moved>,
    /// What could be had with nothing made worse.
    pub nothing_worse: NothingWorse,
    /// Every measure without the changes, then with them.
    pub measures: Vec<Measured>,
    /// Whether both plans are proven to be the best.
    pub proven: bool,
}

impl Answer for Changes {
    const SCHEMA: &'static str = "shuanggang.changed/1";
}

/// A matter that is served otherwise.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Moved {
    /// Id of the matter.
    pub matter: MatterIx,
    /// Service level without the changes.
    pub without: Share,
    /// Service level with them.
    pub with: Share,
}

/// The best service in which every matter keeps at least its level.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NothingWorse {
    /// `same` as the plan, `otherwise`, `impossible`, or `unknown` where it was not found out.
    pub outcome: &'static str,
    /// The matters that it serves otherwise than without the changes; empty unless `otherwise`.
    pub shifts: Vec<Moved>,
}

impl Changes {
    /// What was found; `None` where the time was up before.
    #[must_use]
    pub fn of(changed: Option<&Changed>) -> Self {
        let Some(changed) = changed else {
            return Self {
                shifts: Vec::new(),
                nothing_worse: NothingWorse::of(&Kept::Unknown),
                measures: Vec::new(),
                proven: false,
            };
        };
        let side = |name: &str, planned: &Planned| Side {
            name: name.to_owned(),
            outcome: Outcome::Planned(Box::new(planned.clone())),
        };
        let sides = [side("without", &changed.before), side("with", &changed.after)];
        Self {
            shifts: moved(&changed.shifts),
            nothing_worse: NothingWorse::of(&changed.kept),
            measures: rows(&sides).iter().map(Measured::from).collect(),
            proven: [&changed.before, &changed.after].iter().all(|side| side.plan.status == PlanStatus::Optimal),
        }
    }
}

impl NothingWorse {
    fn of(kept: &Kept) -> Self {
        let (outcome, shifts) = match kept {
            Kept::Same => ("same", Vec::new()),
            Kept::Otherwise(shifts) => ("otherwise", moved(shifts)),
            Kept::Impossible => ("impossible", Vec::new()),
            Kept::Unknown => ("unknown", Vec::new()),
        };
        Self { outcome, shifts }
    }
}

fn moved(shifts: &[Shift]) -> Vec<Moved> {
    shifts.iter().map(|shift| Moved { matter: shift.matter, without: shift.from, with: shift.to }).collect()
}
