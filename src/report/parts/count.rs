//! What counting heads says of matters that stall: posts, people, one subtraction, and how to count again.

use super::columns::columns;
use crate::analysis::explain::Counted;
use crate::analysis::{Limit, ServiceStatus, Shortfall};
use crate::model::{HeadCount, MatterIx, PersonIx, PostIx};
use crate::render::document::recount::{Recount, Rows, Term};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::words::Words;
use crate::report::words::cells::ids;
use crate::text::Text;
use rust_decimal::Decimal;

/// A matter that falls short, and what counting says of it; nothing where it is served in part.
#[derive(Clone, Copy)]
pub(in crate::report) struct Told<'a> {
    pub(in crate::report) shortfall: &'a Shortfall,
    pub(in crate::report) counted: Option<&'a Counted>,
}

/// A figure with the way to count it again.
pub(in crate::report) struct Figure {
    what: Cell,
    number: Decimal,
    by: Recount,
    how: String,
}

impl Figure {
    pub(in crate::report) fn new(what: Cell, number: impl Into<Decimal>, by: Recount, how: String) -> Self {
        Self { what, number: number.into(), by, how }
    }
}

impl<'a> Told<'a> {
    fn short(self) -> Option<&'a HeadCount> {
        match self.counted {
            Some(Counted::Short(count)) => Some(count),
            _ => None,
        }
    }

    fn is_like(self, other: Self) -> bool {
        match (self.short(), other.short()) {
            (Some(a), Some(b)) => seats(a) == seats(b) && a.people == b.people && a.kept == b.kept,
            _ => self.counted == other.counted && self.shortfall.reason.limit == other.shortfall.reason.limit,
        }
    }
}

/// The posts and how many people each needs, whichever matter it is that needs them.
fn seats(count: &HeadCount) -> Vec<(PostIx, u32)> {
    count.posts.iter().map(|counted| (counted.post, counted.people)).collect()
}

/// Matters of which counting says the same, in order of the first of each.
fn alike<'a>(all: &[Told<'a>]) -> Vec<(Vec<MatterIx>, Told<'a>)> {
    let mut groups: Vec<(Vec<MatterIx>, Told<'a>)> = Vec::new();
    for told in all {
        match groups.iter_mut().find(|(_, first)| first.is_like(*told)) {
            Some((matters, _)) => matters.push(told.shortfall.matter),
            None => groups.push((vec![told.shortfall.matter], *told)),
        }
    }
    groups
}

/// The counts that show a lack, numbered from 1.
fn lacks<'a>(all: &[Told<'a>]) -> Vec<(usize, Vec<MatterIx>, &'a HeadCount)> {
    let short = alike(all).into_iter().filter_map(|(matters, first)| Some((matters, first.short()?)));
    short.enumerate().map(|(i, (matters, count))| (i + 1, matters, count)).collect()
}

/// What can be told without solving anything, of every matter that stalls.
pub(in crate::report) fn told(words: Words<'_>, all: &[Told<'_>]) -> Vec<Block> {
    alike(all).into_iter().flat_map(|(matters, first)| said(words, &matters, first)).collect()
}

fn said(words: Words<'_>, matters: &[MatterIx], first: Told<'_>) -> Vec<Block> {
    let (text, names) = (words.text, words.matters(matters));
    let told = |key: &str| vec![Block::Paragraph(Note::new(Tone::Caution, text.with(key, &[("matters", &names)])))];
    let settled = first.shortfall.status == ServiceStatus::Stalled;
    match first.counted {
        Some(Counted::Short(count)) => {
            let said = words.head_count(&names, matters.len(), count);
            let mut notes = vec![
                Note::plain(text.with("count-posts", &[("posts", &words.counted_posts(count))])),
                Note::plain(text.with("count-people", &[("people", &words.counted_people(count))])),
            ];
            if !count.kept.is_empty() {
                notes.push(Note::plain(text.with("count-kept", &[("matters", &words.matters(&count.kept))])));
            }
            vec![Block::Paragraph(Note::new(Tone::Bad, said)), Block::List(notes)]
        }
        Some(Counted::Enough) if settled && first.shortfall.reason.limit == Limit::Hours => told("count-hours"),
        Some(Counted::Enough) => told("count-enough"),
        Some(Counted::Shared) => told("count-shared"),
        None => Vec::new(),
    }
}

/// The two lists of every count: posts, and the people who may hold any of them.
pub(in crate::report) fn lists(words: Words<'_>, all: &[Told<'_>]) -> Vec<Block> {
    let lacks = lacks(all);
    let posts = posts(words, &lacks);
    let captions = |key| (!lacks.is_empty()).then(|| Block::plain(words.text.get(key)));
    let people = people(words, &lacks);
    let blocks = [captions("count-table-posts"), Some(Block::Table(posts)), captions("count-table-people")];
    blocks.into_iter().flatten().chain([Block::Table(people)]).collect()
}

fn posts(words: Words<'_>, lacks: &[(usize, Vec<MatterIx>, &HeadCount)]) -> Table {
    let rows = lacks.iter().flat_map(|(number, matters, count)| count.posts.iter().map(move |p| (number, matters, *p)));
    columns("count", words.text, rows)
        .head("number", "column-count-number", Kind::Whole, |(number, ..)| **number)
        .head("matters", "column-matter", Kind::Text, |(_, matters, _)| matters_cell(words, matters))
        .col("post", Kind::Text, |(.., counted)| words.posts_cell(&[counted.post], words.post(counted.post)))
        .col("people", Kind::Whole, |(.., counted)| counted.people)
        .col("needed_by", Kind::Text, |(.., counted)| words.matter_cell(counted.needed_by))
        .table()
}

fn people(words: Words<'_>, lacks: &[(usize, Vec<MatterIx>, &HeadCount)]) -> Table {
    let each = |(number, _, count): &(usize, Vec<MatterIx>, &HeadCount)| -> Vec<(usize, PersonIx)> {
        count.people.iter().map(|person| (*number, *person)).collect()
    };
    columns("count_people", words.text, lacks.iter().flat_map(each))
        .head("number", "column-count-number", Kind::Whole, |(number, _)| *number)
        .col("person", Kind::Text, |(_, person)| words.people_cell([*person]))
        .head("employment", "hire-column-employment", Kind::Text, |(_, person)| {
            words.employment_cell(words.unit[*person].employment)
        })
        .table()
}

fn matters_cell(words: Words<'_>, matters: &[MatterIx]) -> Cell {
    Cell::word(ids(matters.iter().map(|matter| &words.unit[*matter].id)), words.matters(matters))
}

/// The subtraction of every count.
pub(in crate::report) fn figures(words: Words<'_>, all: &[Told<'_>]) -> Vec<Figure> {
    let of = |(number, matters, count): (usize, Vec<MatterIx>, &HeadCount)| {
        let posts = || Rows::of("count").number("number", number).sum("people");
        let people = || Rows::of("count_people").number("number", number);
        let arguments = [("number", &*number.to_string()), ("matters", &*words.matters(&matters))];
        let figure = |key: &str, value: u32, by: Vec<Term>| {
            let (what, how) = (format!("recount-{key}"), format!("recount-{key}-how"));
            let what = Cell::word(format!("{key}:{number}"), words.text.with(&what, &arguments));
            Figure::new(what, value, Recount(by), words.text.with(&how, &arguments))
        };
        [
            figure("needed", count.needed, vec![Term::Plus(posts())]),
            figure("there", count.there, vec![Term::Plus(people())]),
            figure("short", count.short, vec![Term::Plus(posts()), Term::Minus(people())]),
        ]
    };
    lacks(all).into_iter().flat_map(of).collect()
}

/// Figures that whoever reads them in a workbook can count again.
pub(in crate::report) fn recounted(text: &Text, figures: Vec<Figure>) -> Table {
    columns("recount", text, figures)
        .head("figure", "column-recount-what", Kind::Text, |figure| figure.what.clone())
        .head("number", "column-recount-number", Kind::Whole, |figure| Cell::counted(figure.number, figure.by.clone()))
        .words("column-recount-how", |figure| figure.how.clone())
        .table()
}
