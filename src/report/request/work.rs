//! The table from which the year's hours can be worked out again: cases and minutes of every matter.

use super::draft::Draft;
use crate::model::{Matter, MatterStep, Unit};
use crate::render::document::{Kind, Table};
use crate::report::parts::columns::columns;
use crate::units::Hours;

pub(super) fn table(draft: &Draft<'_>) -> Table {
    let (text, words) = (draft.text, draft.words);
    let hours =
        |matter: &Matter| -> Hours { matter.steps.iter().map(|step| Unit::hours_needed(step, matter.arriving)).sum() };
    columns("work", text, draft.unit.matters())
        .head("matter", "column-matter", Kind::Text, |(ix, _)| words.matter(*ix))
        .head("section", "column-section", Kind::Text, |(_, matter)| words.section_cell(matter.section))
        .head("arriving", "column-arriving", Kind::Whole, |(_, matter)| matter.arriving)
        .head("unit", "column-unit", Kind::Text, |(_, matter)| words.quoted_cell(&matter.unit))
        .head("minutes", "request-column-minutes", Kind::Text, |(_, matter)| minutes(draft, &matter.steps))
        .head("hours", "request-column-hours", Kind::Hours, |(_, matter)| hours(matter).value())
        .table()
}

/// Step by step the minutes of one person; where a step takes several people, how many.
fn minutes(draft: &Draft<'_>, steps: &[MatterStep]) -> String {
    let said = steps.iter().map(|step| {
        let key = if step.people > 1 { "request-minutes.people" } else { "request-minutes" };
        let arguments = [
            ("step", &*draft.words.step(step.step)),
            ("minutes", &*Kind::Given.show(step.minutes.value.value())),
            ("people", &*step.people.to_string()),
        ];
        draft.text.with(key, &arguments)
    });
    draft.words.list(said)
}
