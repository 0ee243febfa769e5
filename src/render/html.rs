//! A document as one page that needs nothing else: no network, no other file.
//!
//! The first section is the first screen; the contents stand beside it on a desk and after it on a phone.
//! Everything is there without the script, which only folds, chooses, sorts and points; every text is escaped by maud.

mod course;
mod figure;
mod lanes;
mod looks;
mod rows;
mod scale;
mod solved;
mod table;

use super::document::chart::Chart;
use super::document::glance::{Answer, Figure};
use super::document::topic::Topic;
use super::document::{Block, Document, Note, Tone};
use super::line::Line;
use crate::text::{Language, Text};
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(super) const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");
/// The page may load nothing and talk to nobody, whatever is in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/// Renders a document.
#[must_use]
pub fn render(document: &Document, text: &Text) -> String {
    let (lead, parts) = parts(document);
    let page = Page { text, choices: choices(document), charts: charts(document), parts: &parts };
    let (first, rest) = parts.split_at(parts.len().min(1));
    let language = match text.language() {
        Language::Chinese => "zh-Hans",
        Language::English => "en",
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (document.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { (text.get("page-skip")) }
                header { h1 { (unbroken(&document.title)) } @for block in lead { (page.block(block, &document.title)) } }
                (looks::patterns())
                main #content tabindex="-1" data-filter=(text.get("page-filter")) {
                    div.first {
                        @if !rest.is_empty() { p.paper { (text.get("page-summary")) } }
                        @for part in first { (page.part(part)) }
                    }
                    nav aria-label=(text.get("page-contents")) {
                        ol { @for part in &parts { li { a href={ "#part-" (part.number) } { (part.heading) } } } }
                    }
                    div.rest { @for part in rest { (page.part(part)) } }
                }
                footer { p { (text.with("page-made", &[("version", env!("CARGO_PKG_VERSION"))])) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string() + "\n"
}

/// A year and the word after it stay on one line: a word joiner stands between them.
fn unbroken(title: &Line) -> String {
    let joined = |said: String, digit: char| said.replace(&format!("{digit}年"), &format!("{digit}\u{2060}年"));
    ('0'..='9').fold(title.to_string(), joined)
}

/// A document as a part of another page, nothing of it folded.
pub(super) fn fragment(document: &Document, text: &Text) -> Markup {
    let (lead, parts) = parts(document);
    // Its sections have no addresses.
    let page = Page { text, choices: choices(document), charts: charts(document), parts: &[] };
    html! {
        @for block in lead { (page.block(block, &document.title)) }
        @for part in &parts {
            section { h2 { (part.heading) } @for block in &part.blocks { (page.block(block, part.heading)) } }
        }
    }
}

/// A section of the page: a heading with what follows it.
struct Part<'a> {
    number: usize,
    heading: &'a Line,
    blocks: Vec<&'a Block>,
}

/// What comes before the first heading, and the sections. A heading without anything under it is left out.
fn parts(document: &Document) -> (Vec<&Block>, Vec<Part<'_>>) {
    let (mut lead, mut parts) = (Vec::new(), Vec::<Part<'_>>::new());
    let mut about = Topic::Summary;
    for block in &document.blocks {
        let number = parts.len() + 1;
        match block {
            Block::About(next) => about = *next,
            // A page does not count.
            block if block.is_empty() || about == Topic::Recount || matches!(block, Block::Dates(_)) => {}
            Block::Heading(heading) => parts.push(Part { number, heading, blocks: Vec::new() }),
            block => parts.last_mut().map_or(&mut lead, |part| &mut part.blocks).push(block),
        }
    }
    (lead, parts)
}

/// Every name that the reader may choose, once.
fn choices(document: &Document) -> Vec<&Line> {
    let mut all = Vec::new();
    for block in &document.blocks {
        let Block::Choice(names) = block else { continue };
        all.extend(names.iter().filter(|name| !all.contains(name)).collect::<Vec<_>>());
    }
    all
}

/// Every chart in order; its place among them tells one from another of the same name.
fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

/// What every part of the page needs to know.
struct Page<'a> {
    text: &'a Text,
    choices: Vec<&'a Line>,
    charts: Vec<&'a Chart>,
    parts: &'a [Part<'a>],
}

impl Page<'_> {
    /// The number of the choice that decides whether something of this name is seen.
    fn choice(&self, name: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.as_str() == name)
    }

    fn part(&self, part: &Part<'_>) -> Markup {
        let id = format!("part-{}", part.number);
        let heading = format!("heading-{}", part.number);
        let wide = part.blocks.iter().any(|block| matches!(block, Block::Table(table) if table::is_wide(table)));
        let wide = wide.then_some("wide");
        let unprinted =
            part.blocks.iter().any(|block| matches!(block, Block::Table(table) if table::is_unprinted(table)));
        let body = html! {
            @if unprinted { p.paper { (self.text.get("page-unprinted")) } }
            @for block in &part.blocks { (self.block(block, part.heading)) }
        };
        html! {
            section #(id) class=[wide] aria-labelledby=(heading) {
                @if part.number > 1 {
                    details { summary { h2 #(heading) { (part.heading) } } (body) }
                } @else {
                    h2 #(heading) { (part.heading) }
                    (body)
                }
            }
        }
    }

    fn block(&self, block: &Block, heading: &Line) -> Markup {
        match block {
            Block::About(_) | Block::Heading(_) | Block::Dates(_) => html! {},
            Block::Paragraph(note) => html! { p class=[class(note.tone)] { (self.note(note)) } },
            Block::List(notes) => {
                html! { ul.notes { @for note in notes { li class=[class(note.tone)] { (self.note(note)) } } } }
            }
            Block::Table(table) => self.table(table, heading.as_str()),
            Block::Chart(chart) => self.figure(chart),
            Block::Grid(grid) => lanes::grid(grid),
            Block::Figures(figures) => self::figures(figures),
            Block::Answers(answers) => self.answers(answers),
            Block::Choice(names) => self.chooser(names),
            Block::Solved(table) => solved::levers(table),
        }
    }

    /// Questions and their answers.
    fn answers(&self, answers: &[Answer]) -> Markup {
        html! {
            dl.answers {
                @for Answer { question, answer } in answers {
                    dt { (question) }
                    dd class=[class(answer.tone)] { (self.note(answer)) }
                }
            }
        }
    }

    /// Running text, with a link to the section that says more.
    fn note(&self, note: &Note) -> Markup {
        html! {
            (note.text)
            @if let Some(part) = note.more.as_ref().and_then(|more| self.section(more)) {
                @let said = self.text.with("page-more", &[("section", part.heading.as_str())]);
                " " a.more href={ "#part-" (part.number) } { (said) }
            }
        }
    }

    /// The section of a heading.
    fn section(&self, heading: &Line) -> Option<&Part<'_>> {
        self.parts.iter().find(|part| part.heading == heading)
    }

    /// Boxes to tick; without the script they are not there, and everything is.
    fn chooser(&self, names: &[Line]) -> Markup {
        let numbered = || names.iter().filter_map(|name| Some((self.choice(name.as_str())?, name)));
        html! {
            fieldset.choice hidden {
                legend { (self.text.get("page-choose")) }
                @for (number, name) in numbered() {
                    label { input type="checkbox" checked value=(number) autocomplete="off"; " " (name) }
                }
            }
        }
    }
}

pub(super) fn figures(figures: &[Figure]) -> Markup {
    html! {
        dl.figures {
            @for Figure { name, value } in figures {
                div class=[class(value.tone)] { dt { (name) } dd { (value.text) } }
            }
        }
    }
}

pub(super) fn paragraph(note: &Note) -> Markup {
    html! { p class=[class(note.tone)] { (note.text) } }
}

/// The class by which a tone is coloured.
pub(super) const fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Caution => Some("caution"),
        Tone::Bad => Some("bad"),
    }
}

impl maud::Render for Line {
    fn render_to(&self, buffer: &mut String) {
        self.as_str().render_to(buffer);
    }
}
