//! The report of `need`: how many people the work takes, in every reading, the unfavourable ones included.

pub mod json;
mod sections;
mod verdict;
mod wisn;

use super::parts::{assumptions, findings};
use super::words::Words;
use crate::analysis::basis_counts;
use crate::analysis::need::{BenchmarkLoad, Missing, Need, Reading};
use crate::model::{Staff, Unit};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// Names of the tables of a report on the requirement, in order; the last only with a benchmark.
pub const TABLES: [&str; 5] = ["readings", "wisn", "sections", "posts", "benchmark"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, need: &Need, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, need, text, detail);
    let year = unit.year.to_string();
    Document {
        title: text.with("need-title", &[("unit", &unit.name), ("year", &year)]).into(),
        blocks: [
            view.verdict(),
            view.readings(),
            view.wisn(),
            view.sections(),
            view.posts(),
            view.benchmark(),
            view.assumptions(),
        ]
        .concat(),
    }
}

/// The sections of the report, and what they share.
pub(super) struct View<'a> {
    unit: &'a Unit,
    need: &'a Need,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl<'a> View<'a> {
    pub(super) const fn new(unit: &'a Unit, need: &'a Need, text: &'a Text, detail: Detail) -> Self {
        Self { unit, need, text, words: Words { unit, text }, detail }
    }
}

impl View<'_> {
    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.text.get(key).into())
    }

    fn column(&self, kind: Kind, key: &str) -> Column {
        Column::new(kind, self.text.get(key))
    }

    /// What a reading asks.
    fn name_of(&self, reading: &Reading) -> String {
        let basis = if reading.hours { "need-reading-both" } else { "need-reading-rule" };
        let sections = self.text.get(&format!("need-reading-sections-{}", reading.sections.id()));
        let cover = self.text.get(if reading.covered { "need-reading-covered" } else { "need-reading-bare" });
        self.text.with(basis, &[("sections", &sections), ("cover", &cover)])
    }

    fn readings(&self) -> Vec<Block> {
        vec![
            self.heading("need-readings-heading"),
            Block::plain(self.words.headcount()),
            Block::Table(self.reading_table()),
            Block::plain(self.text.get("need-readings-note")),
        ]
    }

    pub(super) fn reading_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-need-reading"),
            self.column(Kind::Given, "column-need-established"),
            self.column(Kind::Given, "column-need-contract"),
            self.column(Kind::Given, "column-need-in-all"),
            self.column(Kind::Given, "column-need-established-difference"),
            self.column(Kind::Given, "column-need-contract-difference"),
        ];
        let present = Staff::present(self.unit, None);
        // That people of an employment are missing is said only where no mix does with fewer of them.
        let row = |name: String, established: Decimal, contract: Decimal, proven: [bool; 2]| {
            let gap = |have: u32, wanted: Decimal, proven: bool| {
                let gap = tenth(Decimal::from(have) - wanted);
                match gap.is_sign_negative() && !gap.is_zero() {
                    true if proven => Cell::from(gap).tone(Tone::Bad),
                    true => Cell::empty(),
                    false => Cell::from(gap),
                }
            };
            [
                Cell::from(name),
                Cell::from(tenth(established)),
                Cell::from(tenth(contract)),
                Cell::from(tenth(established + contract)),
                gap(present.established, established, proven[0]),
                gap(present.contract, contract, proven[1]),
            ]
        };
        let [established, contract] = self.need.cadres.each_ref().map(|cadre| cadre.workload.required());
        // What contract staff may do, established staff may do as well.
        let hours = row(self.text.get("need-reading-hours"), established, contract, [true, false]);
        let solved = self.need.readings.iter().map(|reading| {
            let name = self.name_of(reading);
            let Some(found) = &reading.found else {
                let never = Cell::from(self.text.get("need-reading-never"));
                return [name.into(), never, Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty()];
            };
            let by_employment = matches!(found.missing(present), Missing::ByEmployment(_));
            row(name, found.staff.established.into(), found.staff.contract.into(), [by_employment; 2])
        });
        Table::new("readings", columns, std::iter::once(hours).chain(solved))
    }

    pub(super) fn benchmark(&self) -> Vec<Block> {
        let Some(benchmark) = &self.need.benchmark else { return Vec::new() };
        let columns = [
            self.column(Kind::Text, "column-need-drivers"),
            self.column(Kind::Whole, "column-need-load"),
            self.column(Kind::Given, "column-need-ratio"),
            self.column(Kind::Decimal(1), "column-need-at-ratio"),
            self.column(Kind::Whole, "column-need-each-on-duty"),
            self.column(Kind::Whole, "column-need-each-of-all"),
        ];
        let rows = benchmark.loads.iter().map(|load| {
            [
                Cell::from(self.words.list(&load.drivers)),
                Cell::from(load.load),
                Cell::from(benchmark.ratio.value),
                Cell::from(load.people),
                load.for_each_on_duty.map_or(Cell::empty(), Cell::from),
                load.for_each_of_all.map_or(Cell::empty(), Cell::from),
            ]
        });
        let mut notes: Vec<_> =
            benchmark.loads.iter().map(|load| self.benchmark_says(load, benchmark.speaks_for(load))).collect();
        let source = benchmark.ratio.source.clone().unwrap_or_else(|| self.text.get("not-stated"));
        let basis = self.words.basis(benchmark.ratio.basis);
        notes.push(Note::plain(self.text.with("need-benchmark-source", &[("source", &source), ("basis", &basis)])));
        notes.extend(benchmark.note.clone().map(Note::plain));
        vec![
            self.heading("need-benchmark-heading"),
            Block::Table(Table::new("benchmark", columns, rows)),
            Block::List(notes),
        ]
    }

    fn benchmark_says(&self, load: &BenchmarkLoad, speaks_for: bool) -> Note {
        let headcount = self.unit.headcount();
        let arguments = [
            ("load", &*Kind::Whole.show(load.load)),
            ("people", &*Kind::Decimal(1).show(load.people)),
            ("on_duty", &*headcount.on_duty.to_string()),
            ("contract", &*headcount.contract.to_string()),
        ];
        let (tone, key) =
            if speaks_for { (Tone::Plain, "need-benchmark-for") } else { (Tone::Caution, "need-benchmark-against") };
        Note::new(tone, self.text.with(key, &arguments))
    }

    fn assumptions(&self) -> Vec<Block> {
        let mut notes: Vec<_> = ["need-assume-newcomers", "need-assume-leaders", "need-assume-year"]
            .map(|key| Note::plain(self.text.get(key)))
            .into();
        notes.extend(findings::of_roster(self.words));
        notes.extend(assumptions::notes(self.words, &basis_counts(self.unit)));
        vec![self.heading("need-assumptions-heading"), Block::List(notes)]
    }
}

/// People to a tenth.
fn tenth(people: Decimal) -> Decimal {
    round_half_up(people, 1).normalize()
}
