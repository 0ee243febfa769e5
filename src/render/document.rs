//! The view model: what a report says, not how it looks.

mod cell;
pub mod chart;
pub mod dates;
pub mod glance;
pub mod grid;
pub mod recount;
pub mod solved;
pub mod topic;

pub use cell::{Cell, Value};

use self::chart::Chart;
use self::dates::Dated;
use self::glance::{Answer, Figure};
use self::grid::Grid;
use self::solved::Solved;
use self::topic::Topic;
use super::line::Line;
use crate::text::Text;
use crate::units::{Cases, round_half_up};
use rust_decimal::Decimal;

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the report is about.
    pub title: Line,
    /// Its parts in reading order, most important first.
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// What the blocks that follow are about, until the next of these; at first it is the summary.
    About(Topic),
    /// Starts a section of the report.
    Heading(Line),
    /// Running text.
    Paragraph(Note),
    /// Points of equal standing.
    List(Vec<Note>),
    /// Rows of like things.
    Table(Table),
    /// A drawing of numbers.
    Chart(Chart),
    /// A lane of months for each of several things.
    Grid(Grid),
    /// The few numbers that everything turns on.
    Figures(Vec<Figure>),
    /// What a reader came to ask, each with its answer.
    Answers(Vec<Answer>),
    /// What a reader may choose to see: the columns of tables and the series of charts that bear one of these names.
    /// Where nothing can be chosen, everything is shown.
    Choice(Vec<Line>),
    /// Answers worked out beforehand, for forms that have levers.
    Solved(Solved),
    /// What happens on which days, for forms that are calendars.
    Dates(Vec<Dated>),
}

impl Block {
    /// Whether there is nothing to read: a table without rows is there for `--table` alone.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::About(_) => true,
            Self::Heading(_) | Self::Paragraph(_) => false,
            Self::List(notes) => notes.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Chart(chart) => chart.is_empty(),
            Self::Grid(grid) => grid.lanes.is_empty(),
            Self::Figures(figures) => figures.is_empty(),
            Self::Answers(answers) => answers.is_empty(),
            Self::Choice(names) => names.is_empty(),
            Self::Solved(solved) => solved.cells.is_empty(),
            Self::Dates(dates) => dates.is_empty(),
        }
    }

    /// The heading of a section, by its key in the catalogues.
    #[must_use]
    pub fn heading(text: &Text, key: &str) -> Self {
        Self::Heading(text.get(key).into())
    }

    /// Running text without any tone.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self::Paragraph(Note::plain(text))
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The words; they say everything that the tone says.
    pub text: Line,
    /// How it is meant.
    pub tone: Tone,
    /// The heading of the section that says more, where this document has one.
    pub more: Option<Line>,
}

impl Note {
    /// Text with a tone.
    #[must_use]
    pub fn new(tone: Tone, text: String) -> Self {
        Self { text: text.into(), tone, more: None }
    }

    /// Text without any tone.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self::new(Tone::Plain, text)
    }

    /// The same, with the heading of the section that says more.
    #[must_use]
    pub fn more(self, heading: String) -> Self {
        Self { more: Some(heading.into()), ..self }
    }
}

/// How a piece is meant. Renderers may colour it; the words carry the meaning without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// As it should be.
    Good,
    /// The reader must know this to trust the rest.
    Caution,
    /// Something fails.
    Bad,
}

/// Rows of like things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Stable name, by which `--table` asks for it.
    pub name: &'static str,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// As many cells in each row as there are columns; [`Table::new`] sees to it.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table whose rows all have the width of its head, by type.
    #[must_use]
    pub fn new<const N: usize>(
        name: &'static str,
        columns: [Column; N],
        rows: impl IntoIterator<Item = [Cell; N]>,
    ) -> Self {
        Self { name, columns: columns.into(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// The table as people read it: without ids.
    #[must_use]
    pub fn without_ids(&self) -> Self {
        let columns = self.columns.iter().enumerate();
        self.only(&columns.filter(|(_, column)| column.kind != Kind::Id).map(|(i, _)| i).collect::<Vec<_>>())
    }

    /// The table with some of its columns only.
    #[must_use]
    pub fn only(&self, columns: &[usize]) -> Self {
        fn chosen<T: Clone>(all: &[T], columns: &[usize]) -> Vec<T> {
            columns.iter().filter_map(|i| all.get(*i)).cloned().collect()
        }
        let rows = self.rows.iter().map(|row| chosen(row, columns)).collect();
        Self { name: self.name, columns: chosen(&self.columns, columns), rows }
    }
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What programs call it, in every language: its head in CSV. None where programs get the id that stands beside
    /// it, and in tables that are never written as CSV.
    pub key: Option<String>,
    /// Its head.
    pub head: Line,
    /// How its numbers are shown; text columns may be wrapped, number columns never.
    pub kind: Kind,
}

impl Column {
    /// A column of a kind, for people.
    #[must_use]
    pub fn new(kind: Kind, head: String) -> Self {
        Self { key: None, head: head.into(), kind }
    }
}

/// The kind of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Words.
    Text,
    /// Nothing: on paper, room to write in by hand.
    Blank,
    /// Ids, for programs: in CSV only.
    Id,
    /// Whole numbers.
    Whole,
    /// Numbers with so many decimals.
    Decimal(u32),
    /// Numbers with the decimals that they were given.
    Given,
    /// Numbers with every digit with which they were typed.
    Typed,
    /// Years of the calendar: numbers that are names.
    Year,
    /// Shares of a whole (0 to 1), shown as a percentage with one decimal.
    Percent,
    /// Working hours, shown as whole hours.
    Hours,
    /// Differences, with the decimals that they were given and their sign.
    Change,
}

impl Kind {
    /// Whether what it holds are names, which begin at the left, and not amounts.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Text | Self::Blank | Self::Id | Self::Year)
    }

    /// The kind that shows a list of case counts: whole unless one of them is not.
    #[must_use]
    pub fn of_cases(cases: &[Cases]) -> Self {
        if cases.iter().all(|c| c.round(1).value().fract().is_zero()) { Self::Whole } else { Self::Decimal(1) }
    }

    /// A number as a reader sees it, thousands set apart by commas as both languages do.
    #[must_use]
    pub fn show(self, number: Decimal) -> String {
        let fixed = |value: Decimal, places: u32| {
            // Zero without a sign: rounding leaves −0 behind.
            let value = round_half_up(value, places);
            let value = if value.is_zero() { Decimal::ZERO } else { value };
            grouped(&format!("{value:.*}", usize::try_from(places).unwrap_or_default()))
        };
        match self {
            Self::Text | Self::Blank | Self::Id | Self::Whole | Self::Hours => fixed(number, 0),
            Self::Decimal(places) => fixed(number, places),
            Self::Change if number > Decimal::ZERO => format!("+{}", grouped(&number.normalize().to_string())),
            Self::Given | Self::Change => grouped(&number.normalize().to_string()),
            Self::Typed => grouped(&number.to_string()),
            Self::Year => round_half_up(number, 0).to_string(),
            Self::Percent => format!("{}%", fixed(number * Decimal::ONE_HUNDRED, 1)),
        }
    }
}

/// Digits with a comma before every third place left of the decimal point.
fn grouped(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        // A comma follows a digit, never a sign.
        if i < whole && (whole - i).is_multiple_of(3) && shown.ends_with(|last: char| last.is_ascii_digit()) {
            shown.push(',');
        }
        shown.push(c);
    }
    shown
}

impl Document {
    /// The blocks with something to read in them, for forms in which nothing can be chosen.
    pub fn readable(&self) -> impl Iterator<Item = &Block> {
        let is_read = |block: &&Block| !matches!(block, Block::Choice(_) | Block::Solved(_) | Block::Dates(_));
        self.blocks.iter().filter(is_read).filter(|block| !block.is_empty())
    }

    /// What happens on which days.
    pub fn dates(&self) -> impl Iterator<Item = &Dated> {
        let of = self.blocks.iter().map(|block| if let Block::Dates(dates) = block { &dates[..] } else { &[] });
        of.flatten()
    }

    /// The tables of the document in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}
