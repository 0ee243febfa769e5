//! The report of `project`: when what stalls, most important first.

mod forecast;
pub mod json;
mod lanes;
mod retirements;
mod stalls;
mod timeline;
mod verdict;
mod years;

pub(super) use self::verdict::first_by_policy;

use super::parts::columns::Columns;
use super::parts::{annexes, assumptions, overlays};
use super::words::{Words, month};
use crate::analysis::project::{Forecast, Outlook, Point};
use crate::model::{Event, RetirementPolicy, Unit};
use crate::render::detail::Detail;
use crate::render::document::grid::Grid;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document, Kind, Note, Tone};
use crate::text::Text;
use crate::units::Month;

/// Names of the tables of a projection, in order; the last two only with draws.
pub const TABLES: [&str; 8] = ["timeline", "changes", "stalls", "years", "reform", "policies", "forecast", "risks"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, outlook: &Outlook, forecast: Option<&Forecast>, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, outlook, forecast, text, detail);
    let (from, until) = (month(text, outlook.from), month(text, outlook.until));
    Document {
        title: text
            .with("project-title", &[("unit", view.words.unit_name()), ("from", &from), ("until", &until)])
            .into(),
        blocks: [
            overlays::section(view.words),
            view.verdict(),
            view.lanes().map(Block::Grid).into_iter().collect(),
            vec![Block::About(Topic::Years)],
            view.timeline(),
            view.stalls(),
            view.years(),
            view.retirements(),
            view.forecast(),
            vec![Block::About(Topic::Basis)],
            view.assumptions(),
            if detail == Detail::Annexed { annexes::numbers(view.words) } else { Vec::new() },
        ]
        .concat(),
    }
}

/// The years ahead within the report of a plan: without what the plan itself says.
pub(super) fn section(unit: &Unit, outlook: &Outlook, text: &Text, detail: Detail) -> Vec<Block> {
    let view = View::new(unit, outlook, None, text, detail);
    [
        vec![Block::heading(view.text, "page-project-heading"), view.basis()],
        view.answers(),
        view.timeline(),
        view.stalls(),
    ]
    .concat()
}

/// The months ahead as lanes, for the first screen of a plan.
pub(super) fn lanes(unit: &Unit, outlook: &Outlook, text: &Text) -> Option<Grid> {
    View::new(unit, outlook, None, text, Detail::Folded).lanes()
}

/// When the first matter stalls that does not stall at the start, in a sentence or two.
pub(super) fn first_stall(unit: &Unit, outlook: &Outlook, text: &Text) -> Note {
    View::new(unit, outlook, None, text, Detail::Folded).first_stall()
}

/// What happens in the months in which staffing changes, each with its changes in words.
pub(super) fn changes(unit: &Unit, outlook: &Outlook, text: &Text) -> Vec<(Month, String)> {
    let view = View::new(unit, outlook, None, text, Detail::Folded);
    outlook.chosen.points.iter().map(|point| (point.month, view.events(&point.events))).collect()
}

/// The sections of the report, and what they share.
pub(super) struct View<'a> {
    unit: &'a Unit,
    outlook: &'a Outlook,
    forecast: Option<&'a Forecast>,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl<'a> View<'a> {
    pub(super) const fn new(
        unit: &'a Unit,
        outlook: &'a Outlook,
        forecast: Option<&'a Forecast>,
        text: &'a Text,
        detail: Detail,
    ) -> Self {
        Self { unit, outlook, forecast, text, words: Words { unit, text }, detail }
    }
}

impl View<'_> {
    fn policy(&self, policy: RetirementPolicy) -> String {
        self.text.get(&format!("policy-{}", policy.id()))
    }

    /// Changes of staffing as a list.
    fn events(&self, events: &[Event]) -> String {
        self.words.list(events.iter().map(|event| self.event(event)))
    }

    fn events_cell(&self, events: &[Event]) -> Cell {
        let ids = self.words.event_ids(events, |hire| self.unit.hires[hire].id.clone());
        Cell::word(ids, if events.is_empty() { self.text.get("events-none") } else { self.events(events) })
    }

    fn event(&self, event: &Event) -> String {
        let hires = |hire: usize| self.unit.hires.get(hire);
        self.words.event(event, hires, |hire| self.words.joined(hire))
    }

    /// Who is there at a point; those on loan here only where there are any.
    fn headcount<'c, R>(&self, columns: Columns<'c, R>, of: impl Fn(&R) -> &Point) -> Columns<'c, R> {
        let lent = self.outlook.chosen.points.iter().any(|point| point.headcount.seconded_in > 0);
        columns
            .col("on_books", Kind::Whole, |row| of(row).headcount.on_books)
            .col("on_duty", Kind::Whole, |row| of(row).headcount.on_duty)
            .head("contract", "column-contract-staff", Kind::Whole, |row| of(row).headcount.contract)
            .each(lent.then_some(()), |columns, ()| {
                columns.col("seconded_in", Kind::Whole, |row| of(row).headcount.seconded_in)
            })
            .col("vacancies", Kind::Whole, |row| of(row).vacancies)
    }

    /// How each tier is served at a point.
    fn service<'c, R>(&self, columns: Columns<'c, R>, of: impl Fn(&R) -> &Point) -> Columns<'c, R> {
        columns.tiers(self.words, Kind::Text, |row, tier| {
            self.words.service_cell(tier, of(row).service[tier.0].1, &of(row).levels)
        })
    }

    fn assumptions(&self) -> Vec<Block> {
        let mut notes = Vec::new();
        if !self.outlook.away_throughout.is_empty() {
            let people = self.words.list(self.outlook.away_throughout.iter().map(|person| self.words.person(*person)));
            notes.push(Note::plain(self.text.with("assume-away", &[("people", &people)])));
        }
        if !self.outlook.away_without_end.is_empty() {
            let people = self.words.list(self.outlook.away_without_end.iter().map(|person| self.words.person(*person)));
            notes.push(Note::plain(self.text.with("assume-away-for-a-time", &[("people", &people)])));
        }
        let hours = if self.forecast.is_some() { "assume-hours-drawn" } else { "assume-hours" };
        notes.push(Note::plain(self.text.with(hours, &[("year", &self.unit.year.to_string())])));
        let year = self.unit.year;
        if !self.unit.calendar.knows_days(year) {
            let (year, days) = (year.to_string(), self.unit.calendar.working_days(year).to_string());
            let arguments = [("year", &*year), ("days", &*days)];
            notes.push(Note::new(Tone::Caution, self.text.with("assume-days", &arguments)));
        }
        notes.extend(["assume-contract", "assume-newcomers"].map(|key| Note::plain(self.text.get(key))));
        assumptions::section(self.words, "assumptions-project-heading", notes)
    }
}
