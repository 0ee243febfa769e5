//! The report of `need`: how many people the work takes, in every reading, the unfavourable ones included.

pub mod json;
mod sections;
mod verdict;
mod wisn;

use super::parts::assumptions;
use super::parts::columns::columns;
use super::words::cells::ids;
use super::words::{Words, clause};
use crate::analysis::need::{BenchmarkLoad, Missing, Need, Reading};
use crate::model::{Staff, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use crate::units::{Share, round_half_up};
use rust_decimal::Decimal;

/// Names of the tables of a report on the requirement, in order; the last only with a benchmark.
pub const TABLES: [&str; 5] = ["readings", "wisn", "sections", "posts", "benchmark"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, need: &Need, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, need, text, detail);
    let year = unit.year.to_string();
    Document {
        title: text.with("need-title", &[("unit", view.words.unit_name()), ("year", &year)]).into(),
        blocks: [
            view.verdict(),
            view.readings(),
            vec![Block::About(Topic::Sections)],
            view.wisn(),
            view.sections(),
            view.posts(),
            vec![Block::About(Topic::Basis)],
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

/// A row of the table of readings.
struct Row {
    reading: Cell,
    /// Established and contract staff; none where no number of people is enough.
    staff: Option<[Decimal; 2]>,
    /// Whether it is proven of each that no fewer do.
    proven: [bool; 2],
    /// How people are shown: to a tenth by hours, whole as they were solved.
    shown: fn(Decimal) -> Decimal,
}

/// The id of a reading: what it looks at, which sections, and whether posts are held twice.
fn id_of(reading: &Reading) -> String {
    let basis = if reading.hours { "hours_and_rule" } else { "rule" };
    let covered = if reading.covered { ":covered" } else { "" };
    format!("{basis}:{}{covered}", reading.sections.id())
}

impl<'a> View<'a> {
    pub(super) const fn new(unit: &'a Unit, need: &'a Need, text: &'a Text, detail: Detail) -> Self {
        Self { unit, need, text, words: Words { unit, text }, detail }
    }
}

impl View<'_> {
    /// What a reading asks.
    fn name_of(&self, reading: &Reading) -> String {
        let basis = if reading.hours { "need-reading-both" } else { "need-reading-rule" };
        let sections = self.text.get(&format!("need-reading-sections-{}", reading.sections.id()));
        let cover = self.text.get(if reading.covered { "need-reading-covered" } else { "need-reading-bare" });
        self.text.with(basis, &[("sections", &sections), ("cover", &cover)])
    }

    fn readings(&self) -> Vec<Block> {
        vec![
            Block::heading(self.text, "need-readings-heading"),
            Block::plain(self.words.headcount()),
            Block::Table(self.reading_table()),
            Block::plain(self.text.get("need-readings-note")),
        ]
    }

    pub(super) fn reading_table(&self) -> Table {
        let present = Staff::present(self.unit, None);
        let [established, contract] = self.need.cadres.each_ref().map(|cadre| cadre.workload.required());
        // That people of an employment are missing is said only where no mix does with fewer of them. What contract
        // staff may do, established staff may do as well.
        let hours = Row {
            reading: Cell::word("hours", self.text.get("need-reading-hours")),
            staff: Some([established, contract]),
            proven: [true, false],
            shown: tenth,
        };
        let solved = self.need.readings.iter().map(|reading| {
            let by_employment = |staff| matches!(staff, Missing::ByEmployment(_));
            Row {
                reading: Cell::word(id_of(reading), self.name_of(reading)),
                staff: reading
                    .found
                    .as_ref()
                    .map(|found| [found.staff.established, found.staff.contract].map(Into::into)),
                proven: [reading.found.as_ref().is_some_and(|found| by_employment(found.missing(present))); 2],
                shown: std::convert::identity,
            }
        });
        let gap = |row: &Row, have: u32, wanted: Decimal, proven: bool| {
            let gap = (row.shown)(Decimal::from(have) - wanted);
            match gap.is_sign_negative() {
                true if proven => Cell::from(gap).tone(Tone::Bad),
                true => Cell::empty(),
                false => Cell::from(gap),
            }
        };
        let never = || Cell::word("", self.text.get("need-reading-never"));
        columns("readings", self.text, std::iter::once(hours).chain(solved))
            .head("reading", "column-need-reading", Kind::Text, |row| row.reading.clone())
            .head("established", "column-need-established", Kind::Typed, |row| {
                row.staff.map_or_else(never, |[established, _]| (row.shown)(established).into())
            })
            .head("contract", "column-need-contract", Kind::Typed, |row| {
                row.staff.map(|[_, contract]| (row.shown)(contract))
            })
            .head("in_all", "column-need-in-all", Kind::Typed, |row| {
                row.staff.map(|[established, contract]| (row.shown)(established + contract))
            })
            .head("established_difference", "column-need-established-difference", Kind::Typed, |row| {
                row.staff.map(|[wanted, _]| gap(row, present.established, wanted, row.proven[0]))
            })
            .head("contract_difference", "column-need-contract-difference", Kind::Typed, |row| {
                row.staff.map(|[_, wanted]| gap(row, present.contract, wanted, row.proven[1]))
            })
            .table()
    }

    pub(super) fn benchmark(&self) -> Vec<Block> {
        let Some(benchmark) = &self.need.benchmark else { return Vec::new() };
        let table = columns("benchmark", self.text, &benchmark.loads)
            .head("drivers", "column-need-drivers", Kind::Text, |load| {
                Cell::word(ids(&load.drivers), self.words.list(&load.drivers))
            })
            .head("load", "column-need-load", Kind::Whole, |load| load.load)
            .head("ratio", "column-need-ratio", Kind::Given, |_| benchmark.ratio.value)
            .head("people_at_ratio", "column-need-at-ratio", Kind::Decimal(1), |load| load.people)
            .head("for_each_on_duty", "column-need-each-on-duty", Kind::Whole, |load| load.for_each_on_duty)
            .head("for_each_of_all", "column-need-each-of-all", Kind::Whole, |load| load.for_each_of_all)
            .table();
        let mut notes: Vec<_> =
            benchmark.loads.iter().map(|load| self.benchmark_says(load, benchmark.speaks_for(load))).collect();
        let source = benchmark.ratio.source.clone().unwrap_or_else(|| self.text.get("not-stated"));
        let basis = self.words.basis(benchmark.ratio.basis);
        notes.push(Note::plain(self.text.with("need-benchmark-source", &[("source", &source), ("basis", &basis)])));
        let note = benchmark.note.as_deref().map(|note| clause(self.words.quoted(note)));
        notes.extend(note.map(|said| Note::plain(self.text.with("request-sentence", &[("said", said)]))));
        vec![Block::heading(self.text, "need-benchmark-heading"), Block::Table(table), Block::List(notes)]
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
        let keys = ["need-assume-newcomers", "need-assume-leaders", "need-assume-year"];
        let mut notes: Vec<_> = keys.map(|key| Note::plain(self.text.get(key))).into();
        // Heads are counted: somebody of half the hours is one of them.
        let in_part = self.unit.present().filter(|(_, person)| person.terms.share < Share::ONE).count();
        if in_part > 0 {
            let said = self.text.with("need-assume-part-time", &[("count", &in_part.to_string())]);
            notes.push(Note::new(Tone::Caution, said));
        }
        assumptions::section(self.words, "need-assumptions-heading", notes)
    }
}

/// People to a tenth, with its digit where it is 0 too. Zero without a sign: rounding leaves −0 behind.
fn tenth(people: Decimal) -> Decimal {
    let mut people = round_half_up(people, 1);
    people.rescale(1);
    if people.is_zero() { Decimal::new(0, 1) } else { people }
}
