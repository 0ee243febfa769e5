//! What stands behind a report: every number of the input with its basis, and the roster in the form in which it is read.

use crate::model::{Basis, Input, Person, RetirementChoice, Unit};
use crate::render::document::{Block, Cell, Column, Kind, Table, Tone};
use crate::report::words::Words;
use crate::units::Month;
use rust_decimal::Decimal;

/// Every number of the scenario.
pub(in crate::report) fn numbers(words: Words<'_>) -> Vec<Block> {
    let columns = [
        Column::new(Kind::Text, words.text.get("column-path")),
        Column::new(Kind::Given, words.text.get("column-value")),
        Column::new(Kind::Text, words.text.get("column-basis")),
        Column::new(Kind::Text, words.text.get("column-source")),
    ];
    let rows = words.unit.inputs.iter().map(|input| {
        let tone = if input.basis == Basis::Assumption { Tone::Caution } else { Tone::Plain };
        [
            Cell::from(&*input.path),
            value(input),
            Cell::from(words.basis(input.basis)).tone(tone),
            input.source.as_deref().map_or(Cell::empty(), Cell::from),
        ]
    });
    let table = Table::new("numbers", columns, rows);
    vec![Block::Annex(words.text.get("numbers-heading").into()), Block::Table(table)]
}

fn value(input: &Input) -> Cell {
    let number = || input.value.parse::<Decimal>().ok().map(Cell::from);
    let month = || Month::parse(&input.value).map(Cell::from);
    number().or_else(month).unwrap_or_else(|| Cell::from(&*input.value))
}

/// The columns of `roster.csv`. Words for programs, not for a language: the sheet can be read as a roster again.
const ROSTER: [&str; 15] = [
    "id",
    "employment",
    "status",
    "duty_rank",
    "sex",
    "birth",
    "work_since",
    "post_category",
    "senior_title",
    "home",
    "seconded_until",
    "posts",
    "post_since",
    "retirement",
    "retirement_reason",
];

/// Everyone on the roster, cell by cell as a roster file has it.
pub(in crate::report) fn roster(words: Words<'_>) -> Vec<Block> {
    let columns = ROSTER.map(|key| Column::new(Kind::Text, key.to_owned()));
    let rows = words.unit.people().map(|(_, person)| entry(words.unit, person).map(Cell::from));
    vec![
        Block::Annex(words.text.get("roster-annex").into()),
        Block::plain(words.text.get("roster-annex-note")),
        Block::Table(Table::new("roster", columns, rows)),
    ]
}

fn entry(unit: &Unit, person: &Person) -> [String; 15] {
    let month = |month: Option<Month>| month.map(|month| month.to_string()).unwrap_or_default();
    let posts: Vec<_> = person.posts_today.iter().map(|post| unit.post_id(*post)).collect();
    [
        person.id.clone(),
        person.employment.id().to_owned(),
        person.status.id().to_owned(),
        person.rank.id().to_owned(),
        person.sex.id().to_owned(),
        person.birth.to_string(),
        person.work_since.to_string(),
        person.category.id().to_owned(),
        if person.senior_title { "yes" } else { "no" }.to_owned(),
        person.home.map(|home| unit[home].id.clone()).unwrap_or_default(),
        month(person.seconded_until),
        posts.join(";"),
        month(person.post_since),
        match person.retirement {
            Some(RetirementChoice::Month(month)) => month.to_string(),
            Some(RetirementChoice::Policy(policy)) => policy.id().to_owned(),
            None => String::new(),
        },
        person.approval.clone().unwrap_or_default(),
    ]
}
