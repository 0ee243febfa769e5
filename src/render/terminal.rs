//! A document on a terminal, in a pipe or in a text file.
//!
//! Lines are ruled with ASCII: the box-drawing characters are two columns wide on many Chinese terminals.

use super::document::glance::{Answer, Figure};
use super::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use super::drawing;
use super::line::Line;
use super::wrap::{widest_head_word, widest_piece, width, wrap, wrap_head};
use anstyle::{AnsiColor, Style};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tabled::builder::Builder;
use tabled::settings::formatting::AlignmentStrategy;
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Alignment, Padding, Style as Ruling, object::Columns};

/// What the reader's screen can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Columns. On a screen of less than 80 a wide table runs over rather than lose a number.
    pub width: usize,
    /// Whether to colour by tone.
    pub colour: bool,
}

/// Columns between two columns of a table.
const GUTTER: usize = 2;
/// Columns of a screen from which tables are made to fit.
const LEAST: usize = 80;

/// Renders a document for a screen.
#[must_use]
pub fn render(document: &Document, screen: Screen) -> String {
    let mut out = String::new();
    heading(&mut out, screen, document.title.as_str(), '=');
    for block in document.readable() {
        out.push('\n');
        match block {
            Block::Heading(line) => heading(&mut out, screen, line.as_str(), '-'),
            Block::Paragraph(note) => paragraph(&mut out, screen, note, ""),
            Block::List(notes) => points(&mut out, screen, notes),
            Block::Chart(chart) => drawn(&mut out, screen, &chart.title, &drawing::lines(chart, screen.width)),
            Block::Grid(grid) => drawn(&mut out, screen, &grid.title, &drawing::lanes(grid, screen.width)),
            Block::Figures(figures) => points(&mut out, screen, &figures.iter().map(Figure::told).collect::<Vec<_>>()),
            Block::Answers(answers) => points(&mut out, screen, &answers.iter().map(Answer::told).collect::<Vec<_>>()),
            Block::About(_) | Block::Choice(_) | Block::Solved(_) | Block::Dates(_) => {}
            Block::Table(table) => tables(&mut out, screen, &table.without_ids()),
        }
    }
    out
}

fn heading(out: &mut String, screen: Screen, text: &str, rule: char) {
    for line in wrap(text, screen.width, "") {
        push_line(out, &paint(screen, Style::new().bold(), &line));
    }
    push_line(out, &rule.to_string().repeat(width(text).min(screen.width)));
}

fn paragraph(out: &mut String, screen: Screen, note: &Note, bullet: &str) {
    let indent = " ".repeat(width(bullet));
    for line in wrap(&format!("{bullet}{}", note.text), screen.width, &indent) {
        push_line(out, &paint(screen, style(note.tone), &line));
    }
}

fn points(out: &mut String, screen: Screen, notes: &[Note]) {
    for note in notes {
        paragraph(out, screen, note, "- ");
    }
}

fn drawn(out: &mut String, screen: Screen, title: &Line, lines: &[String]) {
    for line in wrap(title.as_str(), screen.width, "") {
        push_line(out, &paint(screen, Style::new().bold(), &line));
    }
    for line in lines {
        push_line(out, line);
    }
}

/// A table, or where the screen is not wide enough for its words, some of its columns at a time.
fn tables(out: &mut String, screen: Screen, table: &Table) {
    for (i, part) in parts(table, screen.width).iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        self::table(out, screen, part);
    }
}

/// The table in parts that fit, each with the columns by which a row is known; on a screen too small for any report it
/// runs over.
fn parts(table: &Table, screen: usize) -> Vec<Table> {
    let widths = all_widths(table);
    if screen < LEAST || narrowest(&widths, 1) <= screen {
        return vec![table.clone()];
    }
    let known = known_by(table);
    // Where there are parts anyway, the names need not be broken to pieces.
    let roomy = |width: &Widths, most: usize| width.now.min(most).max(width.narrowest);
    let first: usize = widths.iter().take(known).map(|width| roomy(width, screen / 3 / known) + GUTTER).sum();
    let (mut parts, mut taken) = (Vec::<Vec<usize>>::new(), 0);
    for (i, width) in widths.iter().enumerate().skip(known) {
        let more = if width.is_text { roomy(width, screen / 3) } else { width.narrowest };
        if let Some(part) = parts.last_mut().filter(|_| taken + more <= screen) {
            part.push(i);
        } else {
            parts.push((0..known).chain([i]).collect());
            taken = first;
        }
        taken += more + GUTTER;
    }
    parts.iter().map(|columns| table.only(columns)).collect()
}

/// How many columns from the first tell every row from the others; one where it would take more than half of them.
fn known_by(table: &Table) -> usize {
    let told = |count: &usize| {
        let said = |row: &Vec<Cell>| {
            let cells = row.iter().zip(&table.columns).take(*count);
            cells.map(|(cell, column)| cell.show(column.kind)).collect::<Vec<_>>()
        };
        let mut known = BTreeSet::new();
        table.rows.iter().all(|row| known.insert(said(row)))
    };
    (1..=table.columns.len() / 2).find(told).unwrap_or(1)
}

fn all_widths(table: &Table) -> Vec<Widths> {
    table.columns.iter().enumerate().map(|(i, column)| Widths::of(table, i, column)).collect()
}

/// Columns of the screen that a table takes at least, its words whole.
fn narrowest(widths: &[Widths], gutter: usize) -> usize {
    widths.iter().map(|width| width.narrowest).sum::<usize>() + gutter * widths.len().saturating_sub(1)
}

fn table(out: &mut String, screen: Screen, table: &Table) {
    let (widths, gutter) = column_widths(table, screen.width);
    let mut builder = Builder::with_capacity(table.rows.len() + 1, table.columns.len());
    let heads = table.columns.iter().zip(&widths).map(|(column, width)| wrap_head(column.head.as_str(), *width));
    builder.push_record(heads.map(|lines| lines.join("\n")));
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns).zip(&widths).enumerate().map(|(i, ((cell, column), width))| {
            // A hanging indent tells the second line of a row from the first line of the next.
            let indent = if i == 0 { "  " } else { "" };
            let lines = wrap(&cell.show(column.kind), *width, indent);
            let painted: Vec<_> = lines.iter().map(|line| paint(screen, style(cell.tone), line)).collect();
            painted.join("\n")
        });
        builder.push_record(cells);
    }
    let mut grid = builder.build();
    grid.with(Ruling::empty().horizontals([(1, HorizontalLine::new('-'))])).with(Padding::new(0, gutter, 0, 0));
    grid.with(AlignmentStrategy::PerLine);
    grid.modify(Columns::last(), Padding::zero());
    for (i, column) in table.columns.iter().enumerate() {
        let alignment = if column.kind.is_name() { Alignment::left() } else { Alignment::right() };
        grid.modify(Columns::one(i), alignment);
    }
    for line in grid.to_string().lines() {
        push_line(out, line);
    }
}

/// Widths of the columns. What does not fit is narrowed: first the heads of numbers, then the widest text columns;
/// the numbers themselves never. With them what stands between two columns: less where that keeps words whole.
fn column_widths(table: &Table, screen: usize) -> (Vec<usize>, usize) {
    let mut columns = all_widths(table);
    let gutter = if screen < LEAST || narrowest(&columns, GUTTER) <= screen { GUTTER } else { 1 };
    let room = screen.saturating_sub(gutter * columns.len().saturating_sub(1));
    let total = |columns: &[Widths]| columns.iter().map(|column| column.now).sum::<usize>();
    if total(&columns) > room {
        columns.iter_mut().filter(|column| !column.is_text).for_each(|column| column.now = column.narrowest);
    }
    // Words are broken only where a single column does not fit otherwise, and on no screen too small for any report.
    let limits = [|column: &Widths| column.narrowest, |column: &Widths| column.broken];
    for limit in limits.into_iter().take(if screen < LEAST { 1 } else { 2 }) {
        while total(&columns) > room {
            let narrowable = columns.iter_mut().filter(|column| column.now > limit(column));
            let Some(widest) = narrowable.max_by_key(|column| column.now) else { break };
            widest.now -= 1;
        }
    }
    (columns.iter().map(|column| column.now).collect(), gutter)
}

/// The width of a column, and how far it may be narrowed.
struct Widths {
    now: usize,
    narrowest: usize,
    /// How far with words broken to pieces.
    broken: usize,
    is_text: bool,
}

impl Widths {
    fn of(table: &Table, i: usize, column: &Column) -> Self {
        let cells: Vec<_> = table.rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.show(column.kind)).collect();
        let widest = |measure: fn(&str) -> usize| cells.iter().map(|cell| measure(cell)).max().unwrap_or_default();
        let head = column.head.as_str();
        let is_text = column.kind == Kind::Text;
        // Text keeps room for three Chinese characters, or for its longest word as far as that is reasonable.
        let needed = if is_text { widest(widest_piece).clamp(6, 16) } else { widest(width) };
        let now = widest(width).max(width(head));
        let narrowest = now.min(needed.max(widest_head_word(head)));
        let broken = narrowest.min(if is_text { widest_head_word(head).max(6) } else { needed.max(6) });
        Self { now, narrowest, broken, is_text }
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

const fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Caution => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default(),
    }
}

fn paint(screen: Screen, style: Style, text: &str) -> String {
    if !screen.colour || style.is_plain() || text.is_empty() {
        return text.to_owned();
    }
    let mut painted = String::new();
    // Writing to a string cannot fail.
    let _ = write!(painted, "{style}{text}{style:#}");
    painted
}
