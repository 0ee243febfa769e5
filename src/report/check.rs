//! The report of `check`: what a scenario rests on, without a plan.

pub mod json;

use super::parts::columns::columns;
use super::parts::{assumptions, findings, overlays, pack};
use super::plan::conflicts;
use super::words::Words;
use super::{diagnostics, verify};
use crate::analysis;
use crate::check::Violation;
use crate::diag::Diagnostics;
use crate::model::{ConflictTarget, Sourced, Unit};
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document, Kind, Note, Tone};
use crate::text::Text;

/// Names of the tables of a check report, in order; the last only when the roster has a duty table.
pub const TABLES: [&str; 5] = ["headcounts", "conflicts", "inputs", "assumptions", "duty_table"];

/// Writes the report. `duty_table` is what the duty table of today breaks, when the roster has one.
#[must_use]
pub fn document(unit: &Unit, warnings: &Diagnostics, duty_table: Option<&[Violation]>, text: &Text) -> Document {
    let words = Words { unit, text };
    let year = unit.year.to_string();
    let on_paper = analysis::effects_on_paper(unit);
    Document {
        title: text.with("check-title", &[("unit", words.unit_name()), ("year", &year)]).into(),
        blocks: [
            overlays::section(words),
            verdict(words, warnings, duty_table),
            headcounts(words),
            vec![Block::About(Topic::Basis)],
            conflicts(words, &on_paper.iter().collect::<Vec<_>>(), |_, conflict, outcome| match conflict.target {
                Some(ConflictTarget::Driver(_)) => Cell::word("plan", text.get("outcome-plan-tells")),
                _ => words.outcome_cell(outcome, true),
            }),
            assumptions::table(words, &analysis::basis_counts(unit)),
            assumption_table(words),
            findings::section(words, &analysis::findings(unit, None)),
            vec![Block::About(Topic::People)],
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
    let weighs = unit.inputs.iter().any(|input| input.path.ends_with(".weight"));
    let compete = unit.tiers().any(|(tier, _)| unit.open_matters().filter(|(_, m)| m.tier == tier).count() > 1);
    if !weighs && compete {
        notes.push(Note::plain(words.text.get("check-no-weights")));
    }
    notes.extend(pack::note(words));
    let counts = analysis::basis_counts(unit);
    let mut blocks = vec![
        Block::heading(words.text, "verdict-heading"),
        Block::List(notes.into_iter().chain(assumptions::notes(words, &counts)).collect()),
    ];
    if !warnings.as_slice().is_empty() {
        let told = warnings.as_slice().iter().map(|found| {
            let cause = diagnostics::cause(found, words.text);
            let arguments = [("code", found.code.id()), ("place", &found.place.to_string()), ("cause", &cause)];
            Note::new(Tone::Caution, words.text.with("warning", &arguments))
        });
        blocks.push(Block::heading(words.text, "warnings-heading"));
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
    let mut lines = vec![
        ("authorised", &stated.authorised, None),
        ("on-books", &stated.on_books, Some((written.on_books, counted.on_books))),
        ("on-duty", &stated.on_duty, Some((written.on_duty, counted.on_duty))),
        ("leaders", &None, Some((written.leaders, counted.leaders))),
        ("seconded-out", &None, Some((written.seconded_out, counted.seconded_out))),
        ("seconded-in", &None, Some((written.seconded_in, counted.seconded_in))),
        ("contract", &stated.contract, Some((written.contract, counted.contract))),
    ];
    let away = [
        ("away", &None, Some((written.away, counted.away))),
        ("contract-away", &None, Some((written.contract_away, counted.contract_away))),
    ];
    lines.extend(away.into_iter().filter(|(.., people)| *people != Some((0, 0))));
    let tone = |stated: Option<&Sourced<u32>>, people: Option<(u32, u32)>| {
        let unlike = stated.zip(people).is_some_and(|(stated, (roster, _))| stated.value != roster);
        if unlike { Tone::Caution } else { Tone::Plain }
    };
    let rows = lines.into_iter().map(|(id, stated, people)| (id, stated.as_ref(), people));
    let table = columns("headcounts", words.text, rows)
        .col("headcount", Kind::Text, |(id, ..)| {
            Cell::word(id.replace('-', "_"), words.text.get(&format!("headcount-{id}")))
        })
        .col("stated", Kind::Whole, |(_, stated, people)| {
            Cell::from(stated.map(|stated| stated.value)).tone(tone(*stated, *people))
        })
        .col("roster", Kind::Whole, |(_, stated, people)| {
            Cell::from(people.map(|(roster, _)| roster)).tone(tone(*stated, *people))
        })
        .col("planned", Kind::Whole, |(.., people)| people.map(|(_, planned)| planned))
        .col("basis", Kind::Text, |(_, stated, _)| stated.map(|stated| words.basis_cell(stated.basis)))
        .col("source", Kind::Text, |(_, stated, _)| {
            stated.and_then(|stated| stated.source.as_deref()).map(|said| words.quoted_cell(said))
        })
        .table();
    vec![Block::heading(words.text, "headcount-heading"), Block::plain(words.headcount()), Block::Table(table)]
}

fn assumption_table(words: Words<'_>) -> Vec<Block> {
    let table = columns("assumptions", words.text, assumptions::by_part(words.unit))
        .col("part", Kind::Text, |(part, _)| Cell::word(*part, assumptions::part(words, part)))
        .head("count", "column-numbers", Kind::Whole, |(_, count)| *count)
        .table();
    let heading = (!table.rows.is_empty()).then(|| Block::heading(words.text, "assumptions-heading"));
    heading.into_iter().chain([Block::Table(table)]).collect()
}

fn duty_table_today(words: Words<'_>, found: &[Violation]) -> Vec<Block> {
    let mut blocks = vec![Block::heading(words.text, "duty-table-heading")];
    if found.is_empty() {
        blocks.push(Block::Paragraph(Note::new(Tone::Good, words.text.get("duty-table-clean"))));
    }
    blocks.push(Block::Table(verify::table("duty_table", words, found)));
    blocks
}
