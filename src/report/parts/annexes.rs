//! What stands behind a report: every number of the input with its basis, and the roster in the form in which it is read.

use crate::model::{Basis, Input, Person, RetirementChoice, Status};
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Kind, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::Words;
use crate::report::words::cells::ids;
use crate::units::Month;
use rust_decimal::Decimal;

/// Every number of the scenario.
pub(in crate::report) fn numbers(words: Words<'_>) -> Vec<Block> {
    let tone = |basis| if basis == Basis::Assumption { Tone::Caution } else { Tone::Plain };
    let table = columns("numbers", words.text, &words.unit.inputs)
        .head("path", "column-path", Kind::Id, |input| &*input.path)
        .words("column-path", |input| words.place(&input.path))
        .col("value", Kind::Given, |input| value(words, input))
        .col("basis", Kind::Text, |input| words.basis_cell(input.basis).tone(tone(input.basis)))
        .col("source", Kind::Text, |input| input.source.as_deref().map(|said| words.quoted_cell(said)))
        .table();
    vec![Block::About(Topic::Basis), Block::heading(words.text, "numbers-heading"), Block::Table(table)]
}

/// A number of the input: a count, a month, months of the year, or what it says.
pub(in crate::report) fn value(words: Words<'_>, input: &Input) -> Cell {
    if input.path == "recruitment.windows" {
        let months = input.value.split(' ').map(|month| words.text.get(&format!("month-{month}")));
        return Cell::word(&*input.value, words.list(months));
    }
    let number = || input.value.parse::<Decimal>().ok().map(Cell::from);
    let month = || Month::parse(&input.value).map(Cell::from);
    number().or_else(month).unwrap_or_else(|| Cell::from(&*input.value))
}

/// Everyone on the roster, cell by cell as a roster file has it. Words for programs, not for a language: the sheet can
/// be read as a roster again.
pub(in crate::report) fn roster(words: Words<'_>) -> Vec<Block> {
    let unit = words.unit;
    let rows = unit.people().map(|(_, person)| person);
    let absences = unit.people.iter().any(|person| person.away.is_some());
    let table = columns("roster", words.text, rows)
        .same("id", |person| &*person.id)
        .same("employment", |person| person.employment.id())
        .same("status", |person| person.status.id())
        .same("duty_rank", |person| person.rank.id())
        .same("sex", |person| person.sex.id())
        .same("birth", |person| person.birth.to_string())
        .same("work_since", |person| person.work_since.to_string())
        .same("post_category", |person| person.category.id())
        .same("senior_title", |person| if person.senior_title { "yes" } else { "no" })
        .same("home", |person| text(person.home.map(|home| unit[home].id.clone())))
        .same("seconded_until", |person| text(person.seconded_until))
        .same("posts", |person| ids(person.posts_today.iter().map(|post| unit.post_id(*post))))
        .same("post_since", |person| text(person.post_since))
        .same("retirement", |person| match person.retirement {
            Some(RetirementChoice::Month(month)) => month.to_string(),
            Some(RetirementChoice::Policy(policy)) => policy.id().to_owned(),
            None => String::new(),
        })
        .same("retirement_reason", |person| text(person.approval.as_ref()));
    let until = |person: &Person| text(person.away.filter(|_| person.status == Status::Away).and_then(|a| a.until));
    // A roster in which nobody is away need not say so.
    let table = table.with(|table| if absences { table.same("away_until", |p| until(p)) } else { table }).table();
    vec![
        Block::About(Topic::Roster),
        Block::heading(words.text, "roster-annex"),
        Block::plain(words.text.get("roster-annex-note")),
        Block::Table(table),
    ]
}

/// What is there in text, and a text without anything where nothing is.
fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
