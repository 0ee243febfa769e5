//! The report of `compare`: scenarios side by side, and what each changes against the first.

pub mod changes;
pub mod json;
mod tables;
mod verdict;

use super::parts::assumptions;
use super::words::Words;
use crate::analysis::compare::{Planned, Row, Side, rows};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Table};
use crate::render::line::Line;
use crate::text::{Text, quoted};

/// What the scenario is called that is used when none is named.
const BASELINE: &str = "baseline";

/// Names of the tables, in order.
pub const TABLES: [&str; 3] = ["measures", "differences", "statuses"];

/// Writes the report.
#[must_use]
pub fn document(sides: &[Side], text: &Text, detail: Detail) -> Document {
    let view = View::new(sides, text, detail);
    Document {
        title: text.with("compare-title", &[("count", &sides.len().to_string())]).into(),
        blocks: [
            view.basis(),
            view.verdict(),
            vec![Block::About(Topic::Options)],
            view.tables(),
            vec![Block::About(Topic::Basis)],
            view.assumptions(),
        ]
        .concat(),
    }
}

/// The same within the report of a plan: a section without the verdict's heading and the assumptions, opened by what
/// was compared.
pub(super) fn section(sides: &[Side], compared: Vec<Block>, text: &Text, detail: Detail) -> Vec<Block> {
    let view = View::new(sides, text, detail);
    [vec![Block::heading(view.text, "compare-heading")], compared, view.basis(), vec![view.answers()], view.tables()]
        .concat()
}

/// The measures in which two scenarios differ; `None` where they differ in none.
pub(super) fn differing(sides: &[Side; 2], text: &Text) -> Option<Table> {
    let mut view = View::new(sides, text, Detail::Folded);
    view.rows.retain(|row| row.values.windows(2).any(|pair| pair[0] != pair[1]));
    (!view.rows.is_empty()).then(|| view.measure_table())
}

struct View<'a> {
    sides: &'a [Side],
    rows: Vec<Row>,
    text: &'a Text,
    detail: Detail,
}

impl<'a> View<'a> {
    fn new(sides: &'a [Side], text: &'a Text, detail: Detail) -> Self {
        Self { sides, rows: rows(sides), text, detail }
    }

    /// The words of one of the scenarios.
    const fn words<'p>(&self, planned: &'p Planned) -> Words<'p>
    where
        'a: 'p,
    {
        Words { unit: &planned.unit, text: self.text }
    }

    fn names(&self) -> Vec<Line> {
        self.sides.iter().map(|side| Line::from(self.name(side))).collect()
    }

    /// What a reader calls a scenario: that in the program is the unit as it is.
    fn name(&self, side: &Side) -> String {
        if side.name == BASELINE { self.text.get("compare-as-it-is") } else { self.said(&side.name).to_owned() }
    }

    /// What a scenario says in its own words.
    fn said<'s>(&self, said: &'s str) -> &'s str {
        quoted(said, self.text.language())
    }

    /// The scenario that all others are held against, if there is a plan of it.
    fn first(&self) -> Option<&'a Planned> {
        self.sides.first().and_then(Side::planned)
    }

    fn planned(&self) -> impl Iterator<Item = &'a Planned> {
        self.sides.iter().filter_map(Side::planned)
    }

    /// What the first scenario rests on; the others share most of it.
    fn assumptions(&self) -> Vec<Block> {
        let Some(first) = self.planned().next() else { return Vec::new() };
        assumptions::section(self.words(first), "compare-assumptions-heading", Vec::new())
    }
}
