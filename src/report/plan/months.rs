//! The year by month: how busy each section is, what slips, and what is left.

use super::View;
use crate::analysis::plan::months::MonthlyPlan;
use crate::model::{MatterIx, SectionIx};
use crate::render::document::grid::{Axis, Grid, Lane, Level};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::units::{Cases, Month};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Names of the tables that `--months` adds to a plan report.
pub const MONTH_TABLES: [&str; 3] = ["months", "slips", "backlog"];

/// How busy a section can be, from little to full to the hour.
const LOADS: [(&str, Tone); 3] =
    [("months-load-easy", Tone::Good), ("months-load-tight", Tone::Caution), ("months-load-full", Tone::Bad)];
/// Share of the hours from which a month is tight.
const TIGHT: Decimal = Decimal::from_parts(7, 0, 0, false, 1);
/// Full to the hour is what a peak looks like.
const FULL: Decimal = Decimal::from_parts(995, 0, 0, false, 3);

/// The place among [`LOADS`] of a share of the hours.
fn load_level(share: Decimal) -> usize {
    usize::from(share >= TIGHT) + usize::from(share >= FULL)
}

impl View<'_> {
    pub(super) fn by_month(&self) -> Vec<Block> {
        let Some(months) = self.extras.months else { return Vec::new() };
        let mut blocks = vec![
            Block::heading(self.text, "months-heading"),
            Block::List(vec![self.slips_told(months), self.backlog_told(months)]),
            Block::Grid(self.load_grid(months)),
            Block::Table(self.load_table(months)),
            Block::plain(self.text.get("months-note")),
        ];
        if !months.days_known {
            let (year, days) =
                (self.unit.year.to_string(), self.unit.calendar.working_days(self.unit.year).to_string());
            let told = self.text.with("months-days-assumed", &[("year", &year), ("days", &days)]);
            blocks.push(Block::Paragraph(Note::new(Tone::Caution, told)));
        }
        let slips = self.slip_table(months);
        if !slips.rows.is_empty() {
            blocks.push(Block::heading(self.text, "slips-heading"));
        }
        let slips_note = (!slips.rows.is_empty()).then(|| Block::plain(self.text.get("slips-note")));
        blocks.push(Block::Table(slips));
        blocks.extend(slips_note);
        let backlog = self.backlog_table(months);
        if !backlog.rows.is_empty() {
            blocks.push(Block::heading(self.text, "backlog-heading"));
        }
        blocks.push(Block::Table(backlog));
        blocks
    }

    /// What slips, and from which month.
    fn slips_told(&self, months: &MonthlyPlan) -> Note {
        let late: BTreeSet<MatterIx> = months.months.iter().flat_map(|m| &m.slipped).map(|slip| slip.matter).collect();
        let Some(first) = months.months.iter().find(|month| !month.slipped.is_empty()) else {
            return Note::new(Tone::Good, self.text.get("months-slips-none"));
        };
        let matters: Vec<_> = late.into_iter().collect();
        let arguments = [
            ("count", &*matters.len().to_string()),
            ("matters", &*self.named(&matters)),
            ("month", &*self.text.get(&format!("month-{}", first.month))),
        ];
        Note::new(Tone::Caution, self.text.with("months-slips", &arguments))
    }

    /// What is left of the work that the yearly plan takes on.
    fn backlog_told(&self, months: &MonthlyPlan) -> Note {
        let left = self.left(months).into_iter().map(|(ix, cases)| {
            let arguments = [("matter", &*self.words.matter(ix)), ("cases", &*Kind::Decimal(1).show(cases.value()))];
            self.text.with("backlog-count", &arguments)
        });
        let left = self.words.list(left);
        if left.is_empty() {
            return Note::new(Tone::Good, self.text.get("months-backlog-none"));
        }
        Note::new(Tone::Caution, self.text.with("months-backlog", &[("matters", &left)]))
    }

    /// Matters that the yearly plan serves, with what the months leave undone of it.
    fn left(&self, months: &MonthlyPlan) -> Vec<(MatterIx, Cases)> {
        let planned = |ix: MatterIx| self.unit[ix].arriving - self.assessment.plan.done[ix.0];
        let beyond = self.unit.matters().map(|(ix, _)| (ix, months.backlog[ix.0] - planned(ix)));
        beyond.filter(|(_, cases)| cases.round(1) > Cases::ZERO).collect()
    }

    /// Sections by months, in per cent of the hours that their people have.
    fn load_table(&self, months: &MonthlyPlan) -> Table {
        columns("months", self.text, self.unit.sections())
            .col("section", Kind::Text, |(section, _)| self.words.section_cell(*section))
            .each(&months.months, |columns, month| {
                let key = format!("month_{}", month.month);
                columns.named(&key, month.month.to_string(), Kind::Whole, |(section, _)| {
                    let here = month.sections.iter().find(|(ix, ..)| ix == section);
                    here.map(|(_, used, held)| {
                        let share = used.share_of(*held).value();
                        let tone = if share >= FULL { Tone::Caution } else { Tone::Plain };
                        Cell::from(share * Decimal::ONE_HUNDRED).tone(tone)
                    })
                })
            })
            .table()
    }

    /// The same as a picture of what is quiet and what is full.
    fn load_grid(&self, months: &MonthlyPlan) -> Grid {
        let level = |(key, tone): (&str, Tone)| Level { name: self.text.get(key).into(), tone };
        let lane = |section: SectionIx| {
            let here =
                months.months.iter().flat_map(|month| month.sections.iter().filter(move |(ix, ..)| *ix == section));
            Lane {
                name: self.words.section(section).into(),
                levels: here.map(|(_, used, held)| load_level(used.share_of(*held).value())).collect(),
            }
        };
        Grid {
            name: "months",
            title: self.text.get("months-grid").into(),
            of: self.text.get("column-section").into(),
            axis: Axis::Months(Month::january(self.unit.year)),
            levels: LOADS.map(level).into(),
            lanes: self.unit.sections().map(|(section, _)| lane(section)).collect(),
        }
    }

    fn slip_table(&self, months: &MonthlyPlan) -> Table {
        let rows = months.months.iter().flat_map(|month| month.slipped.iter().map(|slip| (month.month, slip)));
        columns("slips", self.text, rows)
            .col("month", Kind::Text, |(month, _)| Month::new(self.unit.year, *month))
            .matter("column-matter", self.words, |(_, slip)| slip.matter)
            .col("section", Kind::Text, |(_, slip)| self.words.section_cell(self.unit[slip.matter].section))
            .col("missed", Kind::Decimal(1), |(_, slip)| slip.missed)
            .col("carried", Kind::Decimal(1), |(_, slip)| slip.carried)
            .table()
    }

    fn backlog_table(&self, months: &MonthlyPlan) -> Table {
        let left = self.unit.matters().filter(|(ix, _)| months.backlog[ix.0].round(1) > Cases::ZERO);
        columns("backlog", self.text, left)
            .matter("column-matter", self.words, |(ix, _)| *ix)
            .col("arriving", Kind::Whole, |(_, matter)| matter.arriving)
            .head("cases", "column-backlog", Kind::Decimal(1), |(ix, _)| months.backlog[ix.0])
            .table()
    }
}
