//! Which sheets there are, and what stands on each.

use super::names::Names;
use crate::render::document::chart::Chart;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Table};
use crate::render::line::Line;
use crate::text::Text;

/// Rows from which a table has its head on every page, and for that a sheet of its own where others follow it.
pub(super) const LONG: usize = 45;

/// Columns beyond which a table has a sheet of its own: it would make the letters of all that stands with it too small, or
/// cut sentences at the edge of a page.
const BROAD: usize = 14;

/// Parts of a sheet that are named beside the way to it; a link takes one line.
const NAMED: usize = 4;

/// The sheets of a workbook in their order, and the sheet of the charts with what it shows.
pub(super) struct Leaves<'a> {
    pub(super) leaves: Vec<Leaf<'a>>,
    pub(super) charts: Option<(String, Vec<&'a Chart>)>,
}

/// A sheet.
pub(super) struct Leaf<'a> {
    pub(super) name: String,
    pub(super) parts: Vec<Part<'a>>,
}

/// What stands on a sheet, one below the other.
pub(super) enum Part<'a> {
    /// The title of the whole.
    Title(&'a Line),
    Heading(String),
    Prose(&'a Block),
    Table(Table),
    /// The way to another sheet: its name, and what is said of it.
    Link(String, String),
}

impl Leaf<'_> {
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }

    fn headings(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| if let Part::Heading(heading) = part { Some(&**heading) } else { None })
    }
}

impl<'a> Leaves<'a> {
    pub(super) fn of(document: &'a Document, begin: &str, text: &Text) -> Self {
        let drawn: Vec<&Chart> = document
            .readable()
            .filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
            .collect();
        let mut names = Names::beginning(begin);
        // The names of the topics are taken before any name of a heading.
        let topics: Vec<_> = Topic::ALL
            .into_iter()
            .filter(|topic| topic.sheet() == *topic)
            .map(|topic| (topic, blocks_on(document, topic)))
            .filter(|(topic, blocks)| *topic == Topic::Summary || !blocks.is_empty())
            .map(|(topic, blocks)| (names.sheet(&text.get(&format!("sheet-{}", topic.id()))), blocks))
            .collect();
        let charts = (!drawn.is_empty()).then(|| (names.sheet(&text.get("sheet-charts")), drawn));
        let chart_sheet = charts.as_ref().map(|(name, _)| name.as_str());
        let mut leaves: Vec<Leaf<'_>> = Vec::new();
        for (name, blocks) in topics {
            leaves.extend(of_topic(name, &blocks, chart_sheet, &mut names, text));
        }
        let contents = contents(&leaves, charts.as_ref(), text);
        if let Some(summary) = leaves.first_mut() {
            summary.parts.insert(0, Part::Title(&document.title));
            summary.parts.extend(contents);
        }
        Self { leaves, charts }
    }
}

/// What there is to read on the sheet of a topic: about what shares its sheet, then about the topic itself.
fn blocks_on(document: &Document, sheet: Topic) -> Vec<&Block> {
    let others = Topic::ALL.into_iter().filter(|topic| *topic != sheet && topic.sheet() == sheet);
    others.chain([sheet]).flat_map(|topic| blocks_about(document, topic)).collect()
}

/// What there is to read about a topic.
fn blocks_about(document: &Document, topic: Topic) -> Vec<&Block> {
    let mut about = Topic::Summary;
    let mut blocks = Vec::new();
    for block in &document.blocks {
        match block {
            Block::About(next) => about = *next,
            // What lanes show, the tables of changes say month by month.
            Block::Choice(_) | Block::Grid(_) | Block::Solved(_) | Block::Dates(_) => {}
            block if about == topic && !block.is_empty() => blocks.push(block),
            _ => {}
        }
    }
    blocks
}

/// The sheet of a topic, and one for each of its broad tables and of its long ones that others follow.
fn of_topic<'a>(
    name: String,
    blocks: &[&'a Block],
    charts: Option<&str>,
    names: &mut Names,
    text: &Text,
) -> Vec<Leaf<'a>> {
    let last = blocks.iter().rposition(|block| matches!(block, Block::Table(_)));
    let are_several = blocks.iter().filter(|block| matches!(block, Block::Table(_))).count() > 1;
    let stands_apart = |at: usize, table: &Table| {
        (Some(at) != last && table.rows.len() > LONG) || (are_several && table.columns.len() > BROAD)
    };
    let link = |sheet: &str| Part::Link(sheet.to_owned(), text.with("sheet-link", &[("sheet", sheet)]));
    let (mut parts, mut own) = (Vec::new(), Vec::new());
    let mut heading: Option<String> = None;
    // A heading without anything under it is left out.
    let mut pending = None;
    for (at, block) in blocks.iter().enumerate() {
        let part = match block {
            Block::Heading(said) => {
                heading = Some(said.to_string());
                pending.clone_from(&heading);
                continue;
            }
            Block::Table(table) if stands_apart(at, table) => {
                let heading = heading.clone().unwrap_or_else(|| name.clone());
                let sheet = names.sheet(&heading);
                let part = link(&sheet);
                own.push(Leaf { name: sheet, parts: vec![Part::Heading(heading), Part::Table(table.without_ids())] });
                part
            }
            Block::Table(table) => Part::Table(table.without_ids()),
            Block::Chart(_) => match charts {
                Some(sheet) if !matches!(parts.last(), Some(Part::Link(to, _)) if to == sheet) => link(sheet),
                _ => continue,
            },
            block => Part::Prose(block),
        };
        parts.extend(pending.take().map(Part::Heading));
        parts.push(part);
    }
    [Leaf { name, parts }].into_iter().chain(own).collect()
}

/// The way to every sheet but the first, with what stands there.
fn contents<'a>(leaves: &[Leaf<'_>], charts: Option<&(String, Vec<&Chart>)>, text: &Text) -> Vec<Part<'a>> {
    let holds = |sheet: &str, sections: &[&str]| {
        let sections = sections.iter().filter(|section| **section != sheet).copied().collect::<Vec<_>>();
        if sections.is_empty() {
            return sheet.to_owned();
        }
        let some = sections.get(..NAMED).unwrap_or(&sections).join(&text.get("list-separator"));
        let sections = match sections.len() {
            ..=NAMED => some,
            count => text.with("request-and-others", &[("list", &some), ("count", &count.to_string())]),
        };
        text.with("sheet-holds", &[("sheet", sheet), ("sections", &sections)])
    };
    let others = leaves.iter().skip(1).map(|leaf| (&leaf.name, leaf.headings().collect::<Vec<_>>()));
    let charts = charts.map(|(name, charts)| {
        let mut titles: Vec<_> = charts.iter().map(|chart| chart.title.as_str()).collect();
        titles.dedup();
        (name, titles)
    });
    let links: Vec<_> =
        others.chain(charts).map(|(name, sections)| Part::Link(name.clone(), holds(name, &sections))).collect();
    if links.is_empty() {
        return Vec::new();
    }
    [Part::Heading(text.get("sheet-contents"))].into_iter().chain(links).collect()
}
