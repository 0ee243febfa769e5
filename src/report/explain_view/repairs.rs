//! What would help, what it takes from other matters, and what was tried in vain.

use super::View;
use crate::analysis::explain::{Explanation, Repair, Shift};
use crate::model::{Change, MatterIx};
use crate::report::view::{Block, Cell, Column, Kind, Note, Table, Tone};

impl View<'_> {
    pub(super) fn repairs(&self) -> Vec<Block> {
        let singles = self.repair_table("repairs", |explanation| &explanation.repairs);
        let pairs = self.repair_table("pairs", |explanation| &explanation.pairs);
        let mut blocks = Vec::new();
        if !self.explained.matters.is_empty() {
            blocks.push(self.heading("repairs-heading"));
        }
        blocks.push(Block::Table(singles));
        if !pairs.rows.is_empty() {
            blocks.push(Block::plain(self.text.get("pairs-note")));
        }
        blocks.push(Block::Table(pairs));
        blocks.extend(self.law());
        blocks.extend(self.in_vain());
        blocks
    }

    fn repair_table<'a>(&'a self, name: &'static str, of: impl Fn(&'a Explanation) -> &'a [Repair]) -> Table {
        let [id, matter] = self.matter_columns();
        let columns: [Column; 7] = [
            id,
            matter,
            self.column(Kind::Text, "column-repair"),
            self.column(Kind::Percent, "column-level"),
            self.column(Kind::Text, "column-status"),
            self.column(Kind::Text, "column-worse"),
            self.column(Kind::Text, "column-better"),
        ];
        let all = self.explained.matters.iter().flat_map(|explanation| {
            of(explanation).iter().map(|repair| (explanation.shortfall.matter, repair)).collect::<Vec<_>>()
        });
        let rows = all.map(|(of, repair)| {
            let [id, matter] = self.matter_cells(of);
            [
                id,
                matter,
                self.repair(repair),
                repair.level.into(),
                self.status(repair.status),
                self.shifts(&repair.worse).tone(Tone::Bad),
                self.shifts(&repair.better),
            ]
        });
        Table::new(name, columns, rows)
    }

    fn repair(&self, repair: &Repair) -> Cell {
        let changes = self.words.changes(&repair.changes);
        let changes =
            if repair.against_law { self.text.with("repair-against-law", &[("repair", &changes)]) } else { changes };
        if repair.proven { changes.into() } else { self.text.with("repair-unproven", &[("repair", &changes)]).into() }
    }

    fn shifts(&self, shifts: &[Shift]) -> Cell {
        let shown = |shift: &Shift| {
            let arguments = [
                ("matter", &*self.words.matter(shift.matter)),
                ("from", &*Kind::Percent.show(shift.from.value())),
                ("to", &*Kind::Percent.show(shift.to.value())),
            ];
            self.text.with("repair-shift", &arguments)
        };
        if shifts.is_empty() { Cell::empty() } else { self.words.clauses(shifts.iter().map(shown)).into() }
    }

    fn law(&self) -> Option<Block> {
        let repairs = self.explained.matters.iter().flat_map(|e| e.repairs.iter().chain(&e.pairs));
        let any = repairs.into_iter().any(|repair| repair.against_law);
        any.then(|| Block::Paragraph(Note::new(Tone::Caution, self.text.get("repairs-law"))))
    }

    /// Changes that do not help, in a sentence for matters that share them, and as a table for programs.
    fn in_vain(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let others = |changes: &[Change]| -> Vec<Change> {
            changes.iter().filter(|change| !matches!(change, Change::Prefer(_))).cloned().collect()
        };
        for (matters, first) in self.alike(|a, b| others(&a.in_vain) == others(&b.in_vain)) {
            blocks.extend(self.in_vain_for(&matters, &others(&first.in_vain)));
        }
        let columns = {
            let [id, matter] = self.matter_columns();
            [id, matter, self.column(Kind::Text, "column-repair")]
        };
        let all = self.explained.matters.iter().flat_map(|explanation| {
            explanation.in_vain.iter().map(move |change| (explanation.shortfall.matter, change))
        });
        let rows = all.map(|(of, change)| {
            let [id, matter] = self.matter_cells(of);
            [id, matter, Cell::from(self.words.change(change))]
        });
        let table = Table::new("in_vain", columns, rows);
        if self.detail == crate::report::plan_view::Detail::Full {
            blocks.push(Block::Table(table));
        }
        blocks
    }

    fn in_vain_for(&self, matters: &[MatterIx], changes: &[Change]) -> Option<Block> {
        let arguments = [
            ("matters", &*self.words.matters(matters)),
            ("changes", &*self.words.clauses(changes.iter().map(|change| self.words.change(change)))),
        ];
        (!changes.is_empty()).then(|| Block::plain(self.text.with("repairs-in-vain", &arguments)))
    }
}
