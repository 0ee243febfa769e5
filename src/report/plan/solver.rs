//! How the plan was found and how sure it is.

use super::View;
use crate::model::StopReason;
use crate::render::document::{Block, Cell, Kind, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(super) fn solver(&self) -> Vec<Block> {
        let plan = &self.assessment.plan;
        let table = columns("stages", self.text, &plan.stages)
            .head("id", "column-stage", Kind::Text, |stage| {
                Cell::word(stage.id.id(self.unit), self.words.stage(stage.id))
            })
            .col("objective", Kind::Decimal(3), |stage| stage.objective)
            .col("bound", Kind::Decimal(3), |stage| stage.bound)
            .col("gap", Kind::Decimal(6), |stage| stage.gap)
            .col("stop", Kind::Text, |stage| {
                let tone = if stage.stop == StopReason::Proven { Tone::Plain } else { Tone::Caution };
                Cell::word(stage.stop.id(), self.words.stop(stage.stop)).tone(tone)
            })
            .table();
        let method = self.words.method(plan.method);
        let arguments = [
            ("method", &*method),
            ("status", &*self.words.plan_status(plan.status)),
            ("engine", &*plan.engine),
            ("version", env!("CARGO_PKG_VERSION")),
        ];
        vec![
            Block::heading(self.text, "solver-heading"),
            Block::plain(self.text.with("solver", &arguments)),
            Block::Table(table),
        ]
    }
}
