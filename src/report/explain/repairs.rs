//! What would help, what it takes from other matters, and what was tried in vain.

use super::View;
use crate::analysis::explain::{Explanation, Repair, Shift};
use crate::model::{Change, MatterIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::units::round_half_up;

/// Matters named before a change before the rest is counted.
const NAMED: usize = 3;

/// A repair with every matter in question that its plan helps.
struct Row<'a> {
    repair: &'a Repair,
    helped: Vec<Shift>,
}

impl Row<'_> {
    /// Whether the plan of the row does for another matter what a repair of that matter does: one plan, said once.
    /// Where each matter has a plan of its own, each has a row, since both cannot be had at the same time.
    fn says(&self, repair: &Repair, shift: Shift) -> bool {
        let same = self.repair.changes == repair.changes && self.repair.worse == repair.worse;
        same && self.repair.better.contains(&shift)
    }
}

impl View<'_> {
    pub(super) fn repairs(&self) -> Vec<Block> {
        let (singles, pairs) = (self.single_table(), self.pair_table());
        let mut blocks = Vec::new();
        if !self.explained.matters.is_empty() {
            blocks.push(Block::heading(self.text, "repairs-heading"));
        }
        let several = singles.rows.len() + pairs.rows.len() > 1;
        blocks.push(Block::Table(singles));
        if !pairs.rows.is_empty() {
            blocks.push(Block::plain(self.text.get("pairs-note")));
        }
        blocks.push(Block::Table(pairs));
        blocks.extend(several.then(|| Block::plain(self.text.get("repairs-apart"))));
        blocks.extend(self.law());
        blocks.extend(self.in_vain());
        blocks
    }

    /// The changes that help by themselves.
    pub(in crate::report) fn single_table(&self) -> Table {
        self.repair_table("repairs", |explanation| &explanation.repairs)
    }

    /// Those that help only together.
    pub(in crate::report) fn pair_table(&self) -> Table {
        self.repair_table("pairs", |explanation| &explanation.pairs)
    }

    /// One row for each repair and plan, whichever matters it helps: best first, as the first matter has them.
    fn repair_table<'a>(&'a self, name: &'static str, of: impl Fn(&'a Explanation) -> &'a [Repair]) -> Table {
        let mut rows: Vec<Row<'a>> = Vec::new();
        for explanation in &self.explained.matters {
            for repair in of(explanation) {
                let shift = Shift { matter: explanation.shortfall.matter, from: explanation.level, to: repair.level };
                match rows.iter_mut().find(|row| row.says(repair, shift)) {
                    Some(row) => row.helped.push(shift),
                    None => rows.push(Row { repair, helped: vec![shift] }),
                }
            }
        }
        let repeated: Vec<bool> = rows
            .iter()
            .map(|row| rows.iter().filter(|other| other.repair.changes == row.repair.changes).count() > 1)
            .collect();
        columns(name, self.text, rows.into_iter().zip(repeated))
            .head("changes", "column-repair", Kind::Text, |(row, is_repeated)| self.repair(row, *is_repeated))
            .col("better", Kind::Text, |(Row { repair, helped }, _)| {
                let also = repair.better.iter().filter(|shift| helped.iter().all(|own| own.matter != shift.matter));
                self.shifts(&helped.iter().chain(also).copied().collect::<Vec<_>>())
            })
            .col("worse", Kind::Text, |(row, _)| self.shifts(&row.repair.worse).tone(Tone::Bad))
            .table()
    }

    /// The changes in words. Where another row has the same ones, whose plan this one is.
    fn repair(&self, Row { repair, helped }: &Row<'_>, is_repeated: bool) -> Cell {
        let mut changes = self.words.changes(&repair.changes);
        if is_repeated {
            let some: Vec<MatterIx> = helped.iter().take(NAMED).map(|shift| shift.matter).collect();
            let list = self.words.matters(&some);
            let matters = match helped.len() {
                ..=NAMED => list,
                count => self.text.with("and-others", &[("list", &list), ("count", &count.to_string())]),
            };
            changes = self.text.with("repair-for", &[("repair", &changes), ("matters", &matters)]);
        }
        let changes = match repair {
            _ if repair.against_law => self.text.with("repair-against-law", &[("repair", &changes)]),
            _ if repair.ends_separation() => self.text.with("repair-without-separation", &[("repair", &changes)]),
            _ => changes,
        };
        let said = if repair.proven { changes } else { self.text.with("repair-unproven", &[("repair", &changes)]) };
        Cell::word(self.words.change_ids(&repair.changes), said)
    }

    fn shifts(&self, shifts: &[Shift]) -> Cell {
        let shown = |shift: &Shift| self.words.shift(*shift);
        let id = |shift: &Shift| {
            let [from, to] = [shift.from, shift.to].map(|level| round_half_up(level.value(), 6).normalize());
            format!("{}:{from}>{to}", self.unit[shift.matter].id)
        };
        if shifts.is_empty() {
            return Cell::empty();
        }
        Cell::word(ids(shifts.iter().map(id)), self.words.clauses(shifts.iter().map(shown)))
    }

    fn law(&self) -> Option<Block> {
        let mut repairs = self.explained.matters.iter().flat_map(|e| e.repairs.iter().chain(&e.pairs));
        let any = repairs.any(|repair| repair.against_law);
        any.then(|| Block::Paragraph(Note::new(Tone::Caution, self.text.get("repairs-law"))))
    }

    /// Changes that do not help: in a sentence for matters that share them, and as a table in full.
    fn in_vain(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (matters, first) in self.alike(|a, b| a.in_vain == b.in_vain) {
            blocks.extend(self.in_vain_for(&matters, &first.in_vain));
        }
        if self.detail != Detail::Folded {
            blocks.push(Block::Table(self.in_vain_table()));
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

    fn in_vain_table(&self) -> Table {
        let all = self.explained.matters.iter().flat_map(|explanation| {
            explanation.in_vain.iter().map(move |change| (explanation.shortfall.matter, change))
        });
        columns("in_vain", self.text, all)
            .matter("column-matter", self.words, |(of, _)| *of)
            .head("change", "column-repair", Kind::Text, |(_, change)| {
                Cell::word(self.words.change_ids(std::slice::from_ref(change)), self.words.change(change))
            })
            .table()
    }
}
