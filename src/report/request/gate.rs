//! No letter leaves whose title, route, hires, cost and blanks do not ask for one and the same thing.

use super::blank::Blank;
use super::{Documents, closing, letter, opening};
use crate::analysis::request::{Ask, Posts};
use crate::model::Employment;
use crate::render::document::{Cell, Table, Value};
use crate::render::letter::{Letter, Part};
use crate::render::line::Line;
use crate::report::hire;
use crate::report::words::Words;
use rust_decimal::Decimal;

/// Why there is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The search found no hires to ask for, and no proof that nobody is needed.
    Unsettled,
    /// Sources disagree on the authorised posts, so that nobody knows by which way people can be had.
    Disputed,
    /// A part of the letter asks for something else than is asked for.
    Title,
    /// See [`Refused::Title`].
    Route,
    /// See [`Refused::Title`].
    Hires,
    /// See [`Refused::Title`].
    Cost,
    /// See [`Refused::Title`].
    Blanks,
}

impl Refused {
    /// Every reason.
    pub const ALL: [Self; 7] =
        [Self::Unsettled, Self::Disputed, Self::Title, Self::Route, Self::Hires, Self::Cost, Self::Blanks];

    /// The key of its sentence in the text catalogues.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unsettled => "request-refused-unsettled",
            Self::Disputed => "request-refused-disputed",
            Self::Title => "request-refused-title",
            Self::Route => "request-refused-route",
            Self::Hires => "request-refused-hires",
            Self::Cost => "request-refused-cost",
            Self::Blanks => "request-refused-blanks",
        }
    }
}

/// Holds finished documents against what is asked for.
pub(super) fn check(documents: &Documents, words: Words<'_>, ask: &Ask<'_>) -> Result<(), Refused> {
    let Documents { letter, report, checklist } = documents;
    let titles = letter.parts.iter().filter_map(|part| if let Part::Title(lines) = part { Some(lines) } else { None });
    if !titles.eq([&opening::title(words, ask)]) {
        return Err(Refused::Title);
    }
    let says = |said: &Line| {
        letter.parts.iter().any(|part| matches!(part, Part::Paragraph(line) if line.as_str().contains(said.as_str())))
    };
    if !says(&letter::asking(words, ask)) || closing::route(words, ask).is_some_and(|route| !says(&route)) {
        return Err(Refused::Route);
    }
    if Employment::ALL.iter().any(|employment| hired(report, words, *employment) != ask.heads.of(*employment).into()) {
        return Err(Refused::Hires);
    }
    let total = table(report, "costs").and_then(|table| table.rows.last());
    let total = total.map(|row| row.iter().filter_map(number).collect::<Vec<_>>());
    if total != ask.cost.map(|cost| vec![cost.low.ten_thousands(), cost.high.ten_thousands()]) {
        return Err(Refused::Cost);
    }
    let is_blank = |blank: Blank| checklist.blanks.iter().any(|line| line.as_str() == words.text.get(blank.key()));
    let approval = match ask.posts {
        Posts::Unknown => is_blank(Blank::Approval),
        Posts::Vacant | Posts::New | Posts::Both => !is_blank(Blank::Approval),
        Posts::Nobody => true,
    };
    if !approval || is_blank(Blank::Budget) == ask.is_for_nobody() {
        return Err(Refused::Blanks);
    }
    Ok(())
}

fn table<'a>(letter: &'a Letter, name: &str) -> Option<&'a Table> {
    let tables =
        letter.parts.iter().filter_map(|part| if let Part::Table(_, table) = part { Some(table) } else { None });
    tables.into_iter().find(|table| table.name == name)
}

/// The people of an employment whom the attachment lists.
fn hired(letter: &Letter, words: Words<'_>, employment: Employment) -> Decimal {
    let named = words.employment(employment);
    let is_named = |cell: &&Cell| matches!(&cell.value, Value::Text(line) if line.as_str() == named);
    let rows = table(letter, "hires").map(|table| &table.rows[..]).unwrap_or_default();
    let of_kind = rows.iter().filter(|row| row.get(hire::EMPLOYMENT_OF_ASKED).is_some_and(|cell| is_named(&cell)));
    of_kind.filter_map(|row| row.iter().find_map(number)).sum()
}

fn number(cell: &Cell) -> Option<Decimal> {
    if let Value::Number(number) = &cell.value { Some(*number) } else { None }
}
