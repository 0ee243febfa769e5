//! The report of `check`: what a scenario rests on, without a plan.

pub mod json;

use super::parts::{assumptions, findings, overlays};
use super::plan::conflicts;
use super::words::Words;
use super::{diagnostics, verify};
use crate::analysis;
use crate::check::Violation;
use crate::diag::Diagnostics;
use crate::model::{ConflictTarget, Sourced, Unit};
use crate::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use rust_decimal::Decimal;

/// Names of the tables of a check report, in order; the last only when the roster has a duty table.
pub const TABLES: [&str; 5] = ["headcounts", "conflicts", "inputs", "assumptions", "duty_table"];

/// Writes the report. `duty_table` is what the duty table of today breaks, when the roster has one.
#[must_use]
pub fn document(unit: &Unit, warnings: &Diagnostics, duty_table: Option<&[Violation]>, text: &Text) -> Document {
    let words = Words { unit, text };
    let year = unit.year.to_string();
    let on_paper = analysis::effects_on_paper(unit);
    Document {
        title: text.with("check-title", &[("unit", &unit.name), ("year", &year)]).into(),
        blocks: [
            overlays::section(words),
            verdict(words, warnings, duty_table),
            headcounts(words),
            conflicts(words, &on_paper.iter().collect::<Vec<_>>(), |_, conflict, outcome| match conflict.target {
                Some(ConflictTarget::Driver(_)) => text.get("outcome-plan-tells"),
                _ => words.outcome(outcome, true),
            }),
            assumptions::table(words, &analysis::basis_counts(unit)),
            assumption_table(words),
            findings::section(words, &analysis::findings(unit, None)),
            duty_table.map(|found| duty_table_today(words, found)).unwrap_or_default(),
        ]
        .concat(),
    }
}

fn verdict(words: Words<'_>, warnings: &Diagnostics, duty_table: Option<&[Violation]>) -> Vec<Block> {
    let unit = words.unit;
    let arguments = [
        ("matters", &*unit.matters.len().to_string()),
        ("sections", &*unit.sections.len().to_string()),
        ("people", &*unit.people.len().to_string()),
        ("numbers", &*unit.inputs.len().to_string()),
    ];
    let mut notes = vec![Note::new(Tone::Good, words.text.with("check-usable", &arguments))];
    if let Some(found) = duty_table.filter(|found| !found.is_empty()) {
        let broken = words.text.with("check-duty-table-broken", &[("count", &found.len().to_string())]);
        notes.insert(0, Note::new(Tone::Bad, broken));
    }
    if !unit.conflicts.is_empty() {
        let count = unit.conflicts.len().to_string();
        notes.push(Note::new(Tone::Caution, words.text.with("check-conflicts", &[("count", &count)])));
    }
    let counts = analysis::basis_counts(unit);
    let mut blocks = vec![
        Block::Heading(words.text.get("verdict-heading").into()),
        Block::List(notes.into_iter().chain(assumptions::notes(words, &counts)).collect()),
    ];
    if !warnings.as_slice().is_empty() {
        let told = warnings.as_slice().iter().map(|found| {
            let cause = diagnostics::cause(found, words.text);
            let arguments = [("code", found.code.id()), ("place", &found.place.to_string()), ("cause", &cause)];
            Note::new(Tone::Caution, words.text.with("warning", &arguments))
        });
        blocks.push(Block::Heading(words.text.get("warnings-heading").into()));
        blocks.push(Block::List(told.collect()));
    }
    blocks
}

/// The headcounts as stated beside the same as counted in the roster.
fn headcounts(words: Words<'_>) -> Vec<Block> {
    let stated = &words.unit.stated;
    let counted = words.unit.headcount();
    // Papers and roster are held against each other as written; what is planned may have moved on from both.
    let written = words.unit.on_paper;
    let lines = [
        ("authorised", &stated.authorised, None),
        ("on-books", &stated.on_books, Some((written.on_books, counted.on_books))),
        ("on-duty", &stated.on_duty, Some((written.on_duty, counted.on_duty))),
        ("leaders", &None, Some((written.leaders, counted.leaders))),
        ("seconded-out", &None, Some((written.seconded_out, counted.seconded_out))),
        ("seconded-in", &None, Some((written.seconded_in, counted.seconded_in))),
        ("contract", &stated.contract, Some((written.contract, counted.contract))),
    ];
    let number = |count: u32| Cell::from(Decimal::from(count));
    let rows = lines.map(|(key, stated, people)| {
        let stated: Option<&Sourced<u32>> = stated.as_ref();
        let (roster, planned) = (people.map(|(roster, _)| roster), people.map(|(_, planned)| planned));
        let unlike = stated.zip(roster).is_some_and(|(stated, roster)| stated.value != roster);
        let tone = if unlike { Tone::Caution } else { Tone::Plain };
        [
            Cell::from(words.text.get(&format!("headcount-{key}"))),
            stated.map_or(Cell::empty(), |stated| number(stated.value).tone(tone)),
            roster.map_or(Cell::empty(), |roster| number(roster).tone(tone)),
            planned.map_or(Cell::empty(), number),
            stated.map_or(Cell::empty(), |stated| words.basis(stated.basis).into()),
            stated.and_then(|stated| stated.source.as_deref()).map_or(Cell::empty(), Cell::from),
        ]
    });
    let column = |kind, key| Column::new(kind, words.text.get(key));
    let columns = [
        column(Kind::Text, "column-headcount"),
        column(Kind::Whole, "column-stated"),
        column(Kind::Whole, "column-roster"),
        column(Kind::Whole, "column-planned"),
        column(Kind::Text, "column-basis"),
        column(Kind::Text, "column-source"),
    ];
    vec![
        Block::Heading(words.text.get("headcount-heading").into()),
        Block::plain(words.headcount()),
        Block::Table(Table::new("headcounts", columns, rows)),
    ]
}

fn assumption_table(words: Words<'_>) -> Vec<Block> {
    let columns = [
        Column::new(Kind::Text, words.text.get("column-part")),
        Column::new(Kind::Whole, words.text.get("column-numbers")),
    ];
    let rows = assumptions::by_part(words.unit).into_iter().map(|(part, count)| [Cell::from(part), count.into()]);
    let table = Table::new("assumptions", columns, rows);
    let heading = (!table.rows.is_empty()).then(|| Block::Heading(words.text.get("assumptions-heading").into()));
    heading.into_iter().chain([Block::Table(table)]).collect()
}

fn duty_table_today(words: Words<'_>, found: &[Violation]) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(words.text.get("duty-table-heading").into())];
    if found.is_empty() {
        blocks.push(Block::Paragraph(Note::new(Tone::Good, words.text.get("duty-table-clean"))));
    }
    blocks.push(Block::Table(verify::table("duty_table", words, found)));
    blocks
}
