//! What stands behind a report: every number of the input with its basis, and the roster in the form in which it is read.

use crate::model::{Basis, Input, Person, RetirementChoice, Status};
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Kind, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::Words;
use crate::units::Month;
use rust_decimal::Decimal;

/// Columns without which a table of people is no roster.
const MUST: [&str; 10] =
    ["id", "employment", "status", "duty_rank", "sex", "birth", "work_since", "post_category", "senior_title", "home"];

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

/// Everyone on the roster under the heads and in the words of the unit's workbook, to programs as a roster file has it.
/// What nobody has is left out.
pub(in crate::report) fn roster(words: Words<'_>) -> Vec<Block> {
    let unit = words.unit;
    let said = |prefix: &str, id: &'static str| Cell::word(id, words.text.get(&format!("{prefix}-{id}")));
    let until = |person: &Person| person.away.filter(|_| person.status == Status::Away).and_then(|away| away.until);
    let table = columns("roster", words.text, unit.people().map(|(_, person)| person))
        .head("id", "head-person-id", Kind::Text, |person| &*person.id)
        .head("employment", "roster-employment", Kind::Text, |person| words.employment_cell(person.employment))
        .head("status", "roster-status", Kind::Text, |person| words.standing_cell(person.status))
        .head("duty_rank", "roster-duty_rank", Kind::Text, |person| words.rank_cell(person.rank))
        .head("sex", "roster-sex", Kind::Text, |person| said("sex", person.sex.id()))
        .head("birth", "roster-birth", Kind::Text, |person| person.birth)
        .head("work_since", "roster-work_since", Kind::Text, |person| person.work_since)
        .head("post_category", "roster-post_category", Kind::Text, |person| said("post-category", person.category.id()))
        .head("senior_title", "roster-senior_title", Kind::Text, |person| {
            Cell::word(if person.senior_title { "yes" } else { "no" }, words.yes(person.senior_title))
        })
        .head("home", "roster-home", Kind::Text, |person| person.home.map(|home| words.section_cell(home)))
        .head("seconded_until", "roster-seconded_until", Kind::Text, |person| person.seconded_until)
        .head("posts", "roster-posts", Kind::Text, |person| posts(words, person))
        .head("post_since", "roster-post_since", Kind::Text, |person| person.post_since)
        .head("retirement", "roster-retirement", Kind::Text, |person| {
            person.retirement.map(|choice| match choice {
                RetirementChoice::Month(month) => Cell::from(month),
                RetirementChoice::Policy(policy) => said("policy", policy.id()),
            })
        })
        .head("retirement_reason", "roster-retirement_reason", Kind::Text, |person| text(person.approval.as_ref()))
        .head("away_until", "roster-away_until", Kind::Text, |person| until(person))
        .filled_or(&MUST)
        .table();
    vec![
        Block::About(Topic::Roster),
        Block::heading(words.text, "roster-annex"),
        Block::plain(words.text.get("roster-annex-note")),
        Block::Table(table),
    ]
}

/// The posts that somebody holds today, as a roster has them.
fn posts(words: Words<'_>, person: &Person) -> Cell {
    if person.posts_today.is_empty() {
        return Cell::empty();
    }
    let said = person.posts_today.iter().map(|ix| {
        let post = words.unit[*ix];
        format!("{}/{}/{}", words.section(post.section), words.duty(post.duty), words.step(post.step))
    });
    words.posts_cell(&person.posts_today, said.collect::<Vec<_>>().join("；"))
}

/// What is there in text, and a text without anything where nothing is.
fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
