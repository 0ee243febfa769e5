//! The report of `calendar`: who is on leave when, what lacks its people meanwhile, and which appointments end that.

pub mod json;
mod tables;
mod verdict;

use super::parts::assumptions;
use super::words::Words;
use crate::analysis::leave::Vacations;
use crate::model::{PersonIx, Unit, WEEK_DAYS};
use crate::render::detail::Detail;
use crate::render::document::dates::Dated;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Note};
use crate::text::Text;
use crate::units::Day;
use std::collections::BTreeMap;

/// Names of the tables, in order.
pub const TABLES: [&str; 4] = ["leave", "weeks", "gaps", "appointments"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, found: &Vacations, text: &Text, detail: Detail) -> Document {
    let view = View { unit, found, text, words: Words { unit, text }, detail };
    let year = found.calendar.year.to_string();
    Document {
        title: text.with("calendar-title", &[("unit", view.words.unit_name()), ("year", &year)]).into(),
        blocks: [
            view.verdict(),
            vec![Block::About(Topic::People)],
            view.leave(),
            vec![Block::About(Topic::Matters)],
            view.gaps(),
            vec![Block::About(Topic::Sections)],
            view.appointments(),
            vec![Block::About(Topic::Months)],
            view.weeks(),
            vec![Block::Dates(view.dates()), Block::About(Topic::Basis)],
            view.assumptions(),
        ]
        .concat(),
    }
}

/// The answer as a section within the report of a plan: what lacks its people, and who is on leave when.
pub(super) fn section(unit: &Unit, found: &Vacations, text: &Text) -> Vec<Block> {
    let view = View { unit, found, text, words: Words { unit, text }, detail: Detail::Folded };
    let opening = vec![Block::About(Topic::People), Block::heading(view.text, "page-calendar-heading")];
    let elsewhere = vec![Block::plain(text.get("page-calendar-elsewhere"))];
    // Whom to appoint stands beside what that ends.
    [opening, view.said(), view.leave(), view.gaps(), elsewhere].concat()
}

/// The answer alone, and its tables.
pub(super) fn answered(unit: &Unit, found: &Vacations, text: &Text) -> Vec<Block> {
    let view = View { unit, found, text, words: Words { unit, text }, detail: Detail::Folded };
    // What it is about stands around it.
    view.said().into_iter().skip(1).chain(view.gaps()).chain(view.leave()).collect()
}

/// What a year's leave leaves without people, in a sentence.
pub(super) fn answer(unit: &Unit, found: &Vacations, text: &Text) -> Note {
    View { unit, found, text, words: Words { unit, text }, detail: Detail::Folded }.answer()
}

struct View<'a> {
    unit: &'a Unit,
    found: &'a Vacations,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl View<'_> {
    fn dates(&self) -> Vec<Dated> {
        let as_of = self.unit.as_of;
        let Some(stamp) = Day::of(as_of.year(), u32::from(as_of.month()), 1) else { return Vec::new() };
        let of = |absence: Absence| {
            let title = self.text.with("calendar-event", &[("person", &self.words.person(absence.person))]);
            Dated { title: title.into(), first: absence.first, last: absence.last, stamp }
        };
        absences(self.found).map(of).collect()
    }

    fn assumptions(&self) -> Vec<Block> {
        assumptions::section(self.words, "absence-assumptions-heading", Vec::new())
    }
}

/// A week of leave of one person.
#[derive(Debug, Clone, Copy)]
struct Absence {
    person: PersonIx,
    week: u32,
    first: Day,
    last: Day,
}

/// Every week of leave, person by person.
fn absences(found: &Vacations) -> impl Iterator<Item = Absence> {
    let year = found.calendar.year;
    let of = move |(person, weeks): (&PersonIx, &BTreeMap<u32, u8>)| {
        let person = *person;
        let absence = move |(week, days): (&u32, &u8)| {
            let (first, last) = span(year, *week, *days)?;
            Some(Absence { person, week: *week, first, last })
        };
        weeks.iter().filter_map(absence).collect::<Vec<_>>()
    };
    found.calendar.weeks.iter().flat_map(of)
}

/// The first and the last of so many days of a week, from Monday on.
fn span(year: i32, week: u32, days: u8) -> Option<(Day, Day)> {
    let last = days.clamp(1, WEEK_DAYS) - 1;
    Some((Day::of_week(year, week, 0)?, Day::of_week(year, week, last)?))
}
