//! The months ahead as lanes: when each matter that is ever below full service is so.

use super::View;
use crate::analysis::ServiceStatus;
use crate::model::MatterIx;
use crate::render::document::grid::{Axis, Grid, Lane, Level};
use crate::report::words::cells::tone;
use crate::units::Month;

/// What can become of a matter, from best to worst.
const LEVELS: [ServiceStatus; 3] = [ServiceStatus::Full, ServiceStatus::Slowed, ServiceStatus::Stalled];

impl View<'_> {
    /// Nothing where everything is served in full throughout.
    pub(super) fn lanes(&self) -> Option<Grid> {
        let points = &self.outlook.chosen.points;
        let ever_short = |ix: MatterIx| points.iter().any(|point| point.status_of(ix) != ServiceStatus::Full);
        let mut short: Vec<MatterIx> = self.unit.matters().map(|(ix, _)| ix).filter(|ix| ever_short(*ix)).collect();
        // The lanes follow each other as the matters fall.
        short.sort_by_key(|ix| (self.months().position(|month| self.level(*ix, month) > 0), *ix));
        let lane = |ix: &MatterIx| Lane {
            name: self.words.matter(*ix).into(),
            levels: self.months().map(|month| self.level(*ix, month)).collect(),
        };
        let level = |status: ServiceStatus| Level { name: self.words.status(status).into(), tone: tone(status) };
        let full = (self.unit.matters.len() - short.len()).to_string();
        let (first, last) = (self.outlook.from.year().to_string(), self.outlook.until.year().to_string());
        let policy = self.policy(self.outlook.chosen.policy);
        let arguments = [("first", &*first), ("last", &*last), ("policy", &*policy), ("full", &*full)];
        (!short.is_empty()).then(|| Grid {
            name: "ahead",
            title: self.text.with("lanes-ahead", &arguments).into(),
            of: self.text.get("column-matter").into(),
            axis: Axis::Months(self.outlook.from),
            levels: LEVELS.map(level).into(),
            lanes: short.iter().map(lane).collect(),
        })
    }

    pub(super) fn months(&self) -> impl Iterator<Item = Month> {
        let from = self.outlook.from;
        (0..=self.outlook.until.months_since(from)).map(move |ahead| from.plus(ahead))
    }

    fn level(&self, matter: MatterIx, month: Month) -> usize {
        let status = self.outlook.chosen.at(month).status_of(matter);
        LEVELS.iter().position(|level| *level == status).unwrap_or_default()
    }
}
