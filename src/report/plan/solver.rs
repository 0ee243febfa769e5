//! How the plan was found and how sure it is.

use super::View;
use crate::model::StopReason;
use crate::render::document::{Block, Cell, Kind, Table, Tone};

impl View<'_> {
    pub(super) fn solver(&self) -> Vec<Block> {
        let plan = &self.assessment.plan;
        let columns = [
            self.column(Kind::Text, "column-stage"),
            self.column(Kind::Decimal(3), "column-objective"),
            self.column(Kind::Decimal(3), "column-bound"),
            self.column(Kind::Decimal(6), "column-gap"),
            self.column(Kind::Text, "column-stop"),
        ];
        let rows = plan.stages.iter().map(|stage| {
            let tone = if stage.stop == StopReason::Proven { Tone::Plain } else { Tone::Caution };
            [
                Cell::from(self.words.stage(stage.id)),
                stage.objective.into(),
                stage.bound.into(),
                stage.gap.into(),
                Cell::from(self.words.stop(stage.stop)).tone(tone),
            ]
        });
        let arguments = [
            ("status", &*self.words.plan_status(plan.status)),
            ("engine", &*plan.engine),
            ("version", env!("CARGO_PKG_VERSION")),
        ];
        vec![
            self.annex("solver-heading"),
            Block::plain(self.text.with("solver", &arguments)),
            Block::Table(Table::new("stages", columns, rows)),
        ]
    }
}
