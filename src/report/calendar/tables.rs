//! The tables: leave by person and by week, what lacks its people, appointments.

use super::{View, span};
use crate::analysis::absence::Appointment;
use crate::analysis::leave::Gap;
use crate::model::{MatterIx, PersonIx, WEEK_DAYS, leave_weeks};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use std::collections::{BTreeMap, BTreeSet};

impl View<'_> {
    /// Everyone who has leave, with the weeks.
    pub(super) fn leave(&self) -> Vec<Block> {
        let calendar = &self.found.calendar;
        let granted = |person: PersonIx| {
            let wished = &self.unit[person].terms.leave.wished;
            let of = |weeks: &BTreeMap<u32, u8>| weeks.keys().filter(|w| wished.contains(w)).count();
            (!wished.is_empty()).then(|| calendar.weeks.get(&person).map_or(0, of))
        };
        // Where nobody wishes for a week the column is one for programs alone.
        let wishes = if self.found.wishes.asked > 0 { Kind::Whole } else { Kind::Id };
        let is_given = |person: &PersonIx| self.unit[*person].leave_days(calendar.year) > 0;
        let people = self.unit.present().map(|(ix, _)| ix).filter(is_given);
        let weeks = |person: PersonIx| calendar.weeks.get(&person).into_iter().flat_map(|weeks| weeks.keys().copied());
        let table = columns("leave", self.text, people)
            .col("person", Kind::Text, |ix| self.words.person(*ix))
            .col("section", Kind::Text, |ix| self.unit[*ix].home.map(|home| self.words.section_cell(home)))
            .head("days", "column-calendar-days", Kind::Whole, |ix| self.unit[*ix].leave_days(calendar.year))
            .head("weeks", "column-calendar-weeks", Kind::Text, |ix| self.weeks_cell(weeks(*ix)))
            .head("granted", "column-calendar-granted", wishes, |ix| granted(*ix))
            .table();
        self.section("calendar-leave-heading", table, None)
    }

    /// Every week, with who is away and what lacks its people; too long for a screen.
    pub(super) fn weeks(&self) -> Vec<Block> {
        if self.detail == Detail::Folded {
            return vec![Block::plain(self.text.get("calendar-weeks-elsewhere"))];
        }
        let calendar = &self.found.calendar;
        let lacking =
            |week: u32| -> Vec<&Gap> { self.found.gaps.iter().filter(|gap| gap.weeks.contains(&week)).collect() };
        let weeks = leave_weeks(calendar.year);
        let day = |week: u32, last: bool| {
            let (first, end) = span(calendar.year, week, WEEK_DAYS)?;
            Some(if last { end } else { first }.to_string())
        };
        let table = columns("weeks", self.text, weeks)
            .head("week", "column-calendar-week", Kind::Whole, |week| *week)
            .head("from", "column-calendar-from", Kind::Text, |week| day(*week, false))
            .head("to", "column-calendar-to", Kind::Text, |week| day(*week, true))
            .head("away", "column-absence-away", Kind::Text, |week| {
                self.words.people_cell(calendar.in_week(*week).map(|(person, _)| person))
            })
            .head("lacking", "column-calendar-lacking", Kind::Text, |week| {
                let matters: BTreeSet<MatterIx> =
                    lacking(*week).into_iter().flat_map(|gap| gap.matters.clone()).collect();
                let mut matters: Vec<MatterIx> = matters.into_iter().collect();
                matters.sort_by_key(|matter| (self.unit[*matter].tier, *matter));
                let cell = Cell::word(ids(matters.iter().map(|ix| &self.unit[*ix].id)), self.words.matters(&matters));
                if matters.is_empty() { Cell::empty() } else { cell.tone(Tone::Bad) }
            })
            .table();
        self.section("calendar-weeks-heading", table, None)
    }

    /// What lacks its people.
    pub(super) fn gaps(&self) -> Vec<Block> {
        let matters = |gap: &Gap| {
            Cell::word(ids(gap.matters.iter().map(|ix| &self.unit[*ix].id)), self.words.matters(&gap.matters))
        };
        // What no gap has is a column for programs alone.
        let some = |is: &dyn Fn(&Gap) -> bool| if self.found.gaps.iter().any(is) { Kind::Text } else { Kind::Id };
        let (of_section, closed) = (some(&|gap| gap.section.is_some()), some(&|gap| !gap.closed_by.is_empty()));
        let table = columns("gaps", self.text, &self.found.gaps)
            .head("posts", "column-calendar-posts", Kind::Text, |gap| {
                let said = self.words.list(gap.posts.iter().map(|post| self.words.post(*post)));
                self.words.posts_cell(&gap.posts, said)
            })
            .col("section", of_section, |gap| gap.section.map(|section| self.words.section_cell(section)))
            .head("weeks", "column-calendar-weeks", Kind::Text, |gap| self.weeks_cell(gap.weeks.iter().copied()))
            .head("days", "column-calendar-days", Kind::Whole, |gap| gap.days)
            .head("matters", "column-calendar-lacking", Kind::Text, |gap| matters(gap).tone(Tone::Bad))
            .head("closed_by", "column-calendar-closed-by", closed, |gap| {
                let id =
                    |one: &Appointment| format!("{}:{}", self.words.person(one.person), self.unit.post_id(one.post));
                let said = self.words.list(gap.closed_by.iter().map(|one| self.appointment(*one)));
                Cell::word(ids(gap.closed_by.iter().map(id)), said)
            })
            .table();
        self.section("calendar-gaps-heading", table, Some("calendar-gaps-note"))
    }

    pub(super) fn appointments(&self) -> Vec<Block> {
        let table = columns("appointments", self.text, &self.found.appointments)
            .col("person", Kind::Text, |one| self.words.person(one.person))
            .col("post", Kind::Text, |one| self.words.posts_cell(&[one.post], self.words.post(one.post)))
            .table();
        self.section("calendar-appointments-heading", table, Some("calendar-appointments-note"))
    }

    pub(super) fn appointment(&self, one: Appointment) -> String {
        let arguments = [("person", &*self.words.person(one.person)), ("post", &*self.words.post(one.post))];
        self.text.with("absence-appointment", &arguments)
    }

    fn weeks_cell(&self, weeks: impl Iterator<Item = u32>) -> Cell {
        let weeks: Vec<String> = weeks.map(|week| week.to_string()).collect();
        Cell::word(ids(&weeks), self.words.list(&weeks))
    }

    /// A table with its heading and what there is to say of it; nothing but the table where it is empty.
    fn section(&self, heading: &str, table: Table, note: Option<&str>) -> Vec<Block> {
        if table.rows.is_empty() {
            return vec![Block::Table(table)];
        }
        let note = note.map(|note| Block::plain(self.text.get(note)));
        [Block::heading(self.text, heading), Block::Table(table)].into_iter().chain(note).collect()
    }
}
