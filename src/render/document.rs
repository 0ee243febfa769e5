//! The view model: what a report says, not how it looks.

pub mod chart;

use self::chart::Chart;
use super::line::Line;
use crate::units::{Cases, Hours, Month, Share, round_half_up};
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
    /// Starts a section of the report.
    Heading(Line),
    /// Starts a section that only those read who check: what the report rests on. Where that is possible it is folded.
    Annex(Line),
    /// Running text.
    Paragraph(Note),
    /// Points of equal standing.
    List(Vec<Note>),
    /// Rows of like things.
    Table(Table),
    /// A drawing of numbers.
    Chart(Chart),
    /// What a reader may choose to see: the columns of tables and the series of charts that bear one of these names.
    /// Where nothing can be chosen, everything is shown.
    Choice(Vec<Line>),
}

impl Block {
    /// Whether there is nothing to read: a table without rows is there for `--table` alone.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::Heading(_) | Self::Annex(_) | Self::Paragraph(_) => false,
            Self::List(notes) => notes.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Chart(chart) => chart.is_empty(),
            Self::Choice(names) => names.is_empty(),
        }
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
}

impl Note {
    /// Text with a tone.
    #[must_use]
    pub fn new(tone: Tone, text: String) -> Self {
        Self { text: text.into(), tone }
    }

    /// Text without any tone.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self::new(Tone::Plain, text)
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
    /// Shares of a whole (0 to 1), shown as a percentage with one decimal.
    Percent,
    /// Working hours, shown as whole hours.
    Hours,
    /// Differences, with the decimals that they were given and their sign.
    Change,
}

impl Kind {
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
            Self::Text | Self::Id | Self::Whole | Self::Hours => fixed(number, 0),
            Self::Decimal(places) => fixed(number, places),
            Self::Change if number > Decimal::ZERO => format!("+{}", grouped(&number.normalize().to_string())),
            Self::Given | Self::Change => grouped(&number.normalize().to_string()),
            Self::Typed => grouped(&number.to_string()),
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

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What programs get in place of words: an id, or several set apart by semicolons.
    pub id: Option<String>,
    /// How it is meant.
    pub tone: Tone,
    /// Whether it has the mark of the best among its like, an asterisk before it.
    pub best: bool,
}

impl Cell {
    /// A cell that says in words what programs know by an id.
    #[must_use]
    pub fn word(id: impl Into<String>, word: impl Into<Line>) -> Self {
        Self { id: Some(id.into()), ..Self::from(word.into()) }
    }

    /// The same cell with a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same cell, marked if it is the best among its like.
    #[must_use]
    pub fn best(self, best: bool) -> Self {
        Self { best, ..self }
    }

    /// A cell with several things; `joined` says them all in words.
    #[must_use]
    pub fn list(items: Vec<String>, joined: String) -> Self {
        let items = items.into_iter().map(Line::from).collect();
        Value::List { items, joined: joined.into() }.into()
    }

    /// A cell without anything in it.
    #[must_use]
    pub const fn empty() -> Self {
        Self { value: Value::Empty, id: None, tone: Tone::Plain, best: false }
    }

    /// The cell as a reader sees it in a column of a kind.
    #[must_use]
    pub fn show(&self, kind: Kind) -> String {
        let shown = match &self.value {
            Value::Text(line) | Value::List { joined: line, .. } => line.to_string(),
            Value::Number(number) => kind.show(*number),
            Value::Month(month) => month.to_string(),
            Value::Empty => String::new(),
        };
        if self.best { format!("*{shown}") } else { shown }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(Line),
    /// Several things of a kind, such as the people at a post.
    List {
        /// Each by itself.
        items: Vec<Line>,
        /// All of them in words.
        joined: Line,
    },
    /// A number in the unit of its column.
    Number(Decimal),
    /// A month, shown as `2026-02`, in a column of words.
    Month(Month),
    /// Nothing.
    Empty,
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, ..Self::empty() }
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::empty(), T::into)
    }
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        Value::Text(line).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Line::from(text).into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Line::from(&**text).into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Line::from(text).into()
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Value::Number(number).into()
    }
}

impl From<Month> for Cell {
    fn from(month: Month) -> Self {
        Value::Month(month).into()
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Decimal::from(number).into()
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Decimal::from(number).into()
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Decimal::from(number).into()
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Decimal::from(number).into()
    }
}

impl From<Hours> for Cell {
    fn from(number: Hours) -> Self {
        number.value().into()
    }
}

impl From<Cases> for Cell {
    fn from(number: Cases) -> Self {
        number.value().into()
    }
}

impl From<Share> for Cell {
    fn from(number: Share) -> Self {
        number.value().into()
    }
}

impl Document {
    /// The blocks with something to read in them, for forms in which nothing can be chosen.
    pub fn readable(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.is_empty() && !matches!(block, Block::Choice(_)))
    }

    /// The tables of the document in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}
