//! The answer for each matter in two sentences: why, and the best that would help.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::explain::{Explanation, Repair};
use crate::model::MatterIx;
use crate::render::document::{Block, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::parts::count;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "verdict-heading")];
        blocks.extend(self.unproven());
        blocks.extend(count::told(self.words, &self.counted()));
        if self.explained.matters.is_empty() {
            blocks.push(Block::Paragraph(Note::new(Tone::Good, self.nothing_short())));
        }
        let same = |a: &Explanation, b: &Explanation| a.shortfall.reason == b.shortfall.reason && best(a) == best(b);
        let groups = self.alike(same);
        blocks.push(Block::List(groups.iter().map(|(matters, first)| self.answer(matters, first)).collect()));
        blocks.push(Block::Table(self.shortfalls()));
        blocks
    }

    fn unproven(&self) -> Option<Block> {
        let unknown = self.explained.matters.iter().any(|e| e.shortfall.status == ServiceStatus::Unknown);
        self.words.unfinished(self.explained.plan.status, unknown).map(Block::Paragraph)
    }

    fn nothing_short(&self) -> String {
        if let Some(matter) = self.asked {
            return self.text.with("explain-full", &[("matter", &self.words.matter(matter))]);
        }
        self.text.with("verdict-all", &[("matters", &self.unit.matters.len().to_string())])
    }

    fn answer(&self, matters: &[MatterIx], first: &Explanation) -> Note {
        let status = first.shortfall.status;
        let arguments = [
            ("matters", &*self.words.matters(matters)),
            ("status", &*self.words.status(status)),
            ("reason", &*self.words.reason_clause(&first.shortfall.reason)),
        ];
        let why = self.text.with("explain-why", &arguments);
        let tone = if status == ServiceStatus::Stalled { Tone::Bad } else { Tone::Caution };
        Note::new(tone, self.words.sentences([why, self.words.first_help(first)]))
    }

    fn shortfalls(&self) -> Table {
        columns("shortfalls", self.text, &self.explained.matters)
            .matter("column-matter", self.words, |explanation| explanation.shortfall.matter)
            .col("service_level", Kind::Percent, |explanation| explanation.level)
            .col("status", Kind::Text, |explanation| self.words.status_cell(explanation.shortfall.status))
            .col("reason", Kind::Text, |explanation| self.words.reason_cell(&explanation.shortfall.reason))
            .table()
    }
}

fn best(explanation: &Explanation) -> Option<(&[crate::model::Change], ServiceStatus)> {
    let best: Option<&Repair> = explanation.best();
    best.map(|repair| (&*repair.changes, repair.status))
}
