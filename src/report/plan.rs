//! The report of a plan: a memo, most important first.

mod alternatives;
mod board;
mod changed;
mod charts;
mod conflicts;
pub mod json;
mod months;
mod people;
mod recount;
mod rights;
mod rules;
mod sections;
mod service;
mod shortfalls;
mod solved;
mod solver;
mod spare;
mod summary;
mod verdict;

pub use self::alternatives::ALTERNATIVE_TABLES;
pub(super) use self::conflicts::conflicts;
pub use self::months::MONTH_TABLES;
pub use self::rights::{FromDuties, RIGHTS_TABLES};

use super::beside::{self, Beside};
use super::parts::{annexes, assumptions, findings, overlays};
use super::words::Words;
use crate::analysis::Assessment;
use crate::analysis::explain::{Counted, Remedy, Rival};
use crate::analysis::plan::alternatives::Alternatives;
use crate::analysis::plan::changed::Changed;
use crate::analysis::plan::months::MonthlyPlan;
use crate::analysis::plan::solved::Solved;
use crate::model::tally::Tally;
use crate::model::{MatterIx, Unit, UntilThen};
use crate::render::detail::Detail;
use crate::render::document::glance::Figure;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Note, Table};
use crate::text::Text;

/// Names of the tables of a plan report in [`Detail::Annexed`], in order; the last two are its annexes.
pub const TABLES: [&str; 18] = [
    "shortfalls",
    "count",
    "count_people",
    "staff",
    "recount",
    "tiers",
    "matters",
    "sections",
    "posts",
    "board",
    "people",
    "spare",
    "rules",
    "conflicts",
    "inputs",
    "stages",
    "numbers",
    "roster",
];

/// Those of [`TABLES`] that count posts and people.
pub const COUNT_TABLES: [&str; 4] = ["count", "count_people", "staff", "recount"];

/// What a report of a plan holds beside the plan, when it was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extras<'a> {
    /// The year by month.
    pub months: Option<&'a MonthlyPlan>,
    /// Other plans to choose from.
    pub alternatives: Option<&'a Alternatives>,
    /// What the least change of staff would do for the matters that fall short.
    pub remedies: &'a [Remedy],
    /// Matters that others of their tier keep from being served.
    pub rivals: &'a [Rival],
    /// What counting heads says of matters that stall.
    pub counts: &'a [(MatterIx, Counted)],
    /// Answers for levers of a page.
    pub solved: Option<&'a Solved>,
    /// What was worked out beside the plan.
    pub beside: Option<&'a Beside>,
    /// What the changes typed do.
    pub changed: Option<&'a Changed>,
    /// The table of duties where the plan starts, and what is to be signed.
    pub from_duties: Option<FromDuties<'a>>,
    /// What happens to people until the month planned, where that is a later one.
    pub until_then: Option<&'a UntilThen>,
    /// Whether any search was cut short: what is missing here may then be for want of time.
    pub cut: bool,
}

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, assessment: &Assessment, extras: Extras<'_>, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, assessment, extras, text, detail);
    let words = view.words;
    let year = unit.year.to_string();
    Document {
        title: text.with("plan-title", &[("unit", words.unit_name()), ("year", &year)]).into(),
        blocks: match detail {
            Detail::Folded => [
                overlays::section(words),
                view.changed(),
                view.verdict(),
                view.shortfalls(),
                view.service(),
                view.by_month(),
                view.alternatives(),
                view.sections(),
                view.rights(),
                view.unplaced(),
                vec![Block::List(["plan-more", "plan-page"].map(|key| Note::plain(text.get(key))).into())],
            ]
            .concat(),
            Detail::Full | Detail::Annexed => view.whole(),
        },
    }
}

/// What the changes typed do, and no more.
#[must_use]
pub fn only_changed(unit: &Unit, assessment: &Assessment, extras: Extras<'_>, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, assessment, extras, text, detail);
    let year = unit.year.to_string();
    Document {
        title: text.with("plan-title", &[("unit", view.words.unit_name()), ("year", &year)]).into(),
        blocks: [overlays::section(view.words), view.changed()].concat(),
    }
}

/// The answer in one or two sentences, after what is not proven about it.
pub(super) fn answer(unit: &Unit, assessment: &Assessment, text: &Text) -> Vec<Note> {
    let view = View::new(unit, assessment, Extras::default(), text, Detail::Folded);
    view.unproven().into_iter().chain([view.answer()]).collect()
}

/// What becomes of the matters, and who is there for them, in figures.
pub(super) fn figures(unit: &Unit, assessment: &Assessment, text: &Text) -> Vec<Figure> {
    View::new(unit, assessment, Extras::default(), text, Detail::Folded).figures()
}

/// What tells a plan from that of the unit as it stands, without a heading.
pub(super) fn changed(
    unit: &Unit,
    assessment: &Assessment,
    changed: &Changed,
    until_then: Option<&UntilThen>,
    text: &Text,
) -> Vec<Block> {
    let extras = Extras { changed: Some(changed), until_then, ..Extras::default() };
    let blocks = View::new(unit, assessment, extras, text, Detail::Folded).changed();
    blocks.into_iter().filter(|block| !matches!(block, Block::Heading(_))).collect()
}

/// The sections of the report, and what they share.
pub(super) struct View<'a> {
    unit: &'a Unit,
    assessment: &'a Assessment,
    extras: Extras<'a>,
    text: &'a Text,
    words: Words<'a>,
    tally: Tally<'a>,
    detail: Detail,
}

impl<'a> View<'a> {
    pub(super) fn new(
        unit: &'a Unit,
        assessment: &'a Assessment,
        extras: Extras<'a>,
        text: &'a Text,
        detail: Detail,
    ) -> Self {
        let tally = Tally::new(unit, &assessment.plan);
        Self { unit, assessment, extras, text, words: Words { unit, text }, tally, detail }
    }
}

impl View<'_> {
    /// Everything there is to say.
    fn whole(&self) -> Vec<Block> {
        [
            overlays::section(self.words),
            self.changed(),
            self.verdict(),
            vec![Block::About(Topic::Matters)],
            self.shortfalls(),
            self.counts(),
            vec![Block::About(Topic::Recount)],
            self.recount(),
            vec![Block::About(Topic::Matters)],
            self.service(),
            vec![Block::About(Topic::Months)],
            self.by_month(),
            vec![Block::About(Topic::Options)],
            self.alternatives(),
            vec![Block::About(Topic::Sections)],
            self.sections(),
            vec![Block::About(Topic::People)],
            self.rights(),
            self.people(),
            self.spare(),
            self.beside(),
            vec![Block::About(Topic::Basis)],
            self.rules(),
            findings::section(self.words, &self.assessment.findings),
            self.conflicts(),
            assumptions::table(self.words, &self.assessment.inputs),
            self.solver(),
            self.annexes(),
        ]
        .concat()
    }

    /// A table as far as a screen has room for it, with what is left out; whole where there is room.
    fn as_far_as(&self, rows: usize, mut table: Table) -> Vec<Block> {
        let count = table.rows.len();
        if self.detail != Detail::Folded || count <= rows {
            return vec![Block::Table(table)];
        }
        table.rows.truncate(rows);
        let arguments = [("shown", &*rows.to_string()), ("count", &*count.to_string())];
        vec![Block::Table(table), Block::plain(self.text.with("rows-shown", &arguments))]
    }

    fn beside(&self) -> Vec<Block> {
        let beside = self.extras.beside;
        beside.map(|beside| beside::sections(self.unit, beside, self.text, self.detail)).unwrap_or_default()
    }

    /// What a workbook and a page have beside the report.
    fn annexes(&self) -> Vec<Block> {
        if self.detail == Detail::Annexed {
            [annexes::numbers(self.words), annexes::roster(self.words)].concat()
        } else {
            Vec::new()
        }
    }
}
