//! The answer, part by part: each takes the place of the part of its name on the page.

use super::levers::{Choice, Mark};
use super::said::{Answer, Card, Choices, Lever, Place, Short, Why};
use crate::render::document::{Block, Document, Note, Tone};
use crate::render::html;
use crate::render::line::Line;
use crate::text::Text;
use maud::{Markup, html as markup};

/// The first step of the answer to how the levers stand: how far the matters are served.
#[must_use]
pub fn service(answer: &Answer, text: &Text) -> String {
    parts(&[
        ("verdict", verdict(answer, text)),
        ("figures", figures(answer)),
        ("short", short(answer, text)),
        ("rest", rest(answer, text)),
    ])
}

/// The second: all but the reasons that are not known yet.
#[must_use]
pub fn answer(answer: &Answer, text: &Text) -> String {
    parts(&[
        ("verdict", verdict(answer, text)),
        ("figures", figures(answer)),
        ("demand", demand(&answer.demand, text)),
        ("changed", changed(answer, text)),
        ("short", short(answer, text)),
        ("house", house(answer, text)),
        ("rest", rest(answer, text)),
    ])
}

/// The third: why matters fall short.
#[must_use]
pub fn reasons(answer: &Answer, text: &Text) -> String {
    let names: Vec<String> = answer.short.iter().map(|short| reason_of(&short.id)).collect();
    let reasons = names.iter().zip(&answer.short).map(|(name, short)| (&**name, reason(short)));
    parts(&[("verdict", verdict(answer, text))].into_iter().chain(reasons).collect::<Vec<_>>())
}

/// What is known of the unit as it is: its months, and what its audits would stop.
#[must_use]
pub fn today(months: &[Mark], demands: Option<&[Note]>, text: &Text) -> String {
    let demands = demands.map(|demands| ("demand", demand(demands, text)));
    parts(&[("marks", marks(Some(months), text))].into_iter().chain(demands).collect::<Vec<_>>())
}

fn parts(parts: &[(&str, Markup)]) -> String {
    markup! { @for (name, part) in parts { div data-part=(name) { (part) } } }.into_string()
}

pub(super) fn verdict(answer: &Answer, text: &Text) -> Markup {
    markup! {
        (html::fragment(&answer.verdict, text))
        @for rests in &answer.rests { p.note { (rests.text) } }
    }
}

pub(super) fn figures(answer: &Answer) -> Markup {
    html::figures(&answer.figures)
}

pub(super) fn demand(notes: &[Note], text: &Text) -> Markup {
    markup! {
        @for note in notes { (html::paragraph(note)) }
        @if notes.is_empty() { p.note { (text.get("board-demand-none")) } }
    }
}

/// The months in which staffing changes.
pub(super) fn marks(marks: Option<&[Mark]>, text: &Text) -> Markup {
    markup! {
        @if let Some(marks) = marks {
            datalist #marks { @for mark in marks { option value=(mark.at) {} } }
            ul.marks {
                @for mark in marks {
                    li class=[mark.stalls.then_some("bad")] {
                        button type="button" data-at=(mark.at) { (mark.name) }
                    }
                }
            }
            @if marks.is_empty() { p.note { (text.get("board-no-marks")) } }
        } @else {
            p.note data-wait { (text.get("board-busy")) }
        }
    }
}

pub(super) fn changed(answer: &Answer, text: &Text) -> Markup {
    html::fragment(&answer.changed, text)
}

/// What is not served in full, each with the question why.
pub(super) fn short(answer: &Answer, text: &Text) -> Markup {
    markup! {
        @if answer.short.is_empty() { p.good { (text.get("board-short-none")) } } @else {
            ul.falls {
                @for short @ Short { id, name, status, .. } in &answer.short {
                    li {
                        h3 { (name) " " span class=[html::class(status.tone)] { (status.text) } }
                        div data-part=(reason_of(id)) { (reason(short)) }
                        button type="button" data-why=(id) aria-expanded="false" { (text.get("board-why")) }
                        div data-because=(id) {}
                    }
                }
            }
        }
    }
}

/// The part of the page that says why a matter falls short.
fn reason_of(id: &str) -> String {
    format!("reason {id}")
}

fn reason(short: &Short) -> Markup {
    markup! { @if let Some(reason) = &short.reason { p { (reason) } } }
}

/// The duty board.
pub(super) fn house(answer: &Answer, text: &Text) -> Markup {
    markup! {
        div.house {
            @for Place { target, name, load, cards } in &answer.house {
                section.place data-target=(target) aria-label=(name) data-part={ "place " (target) } {
                    h3 { (name) @if let Some(load) = load { " " small { (text.with("board-load", &[("load", &load.to_string())])) } } }
                    @if let Some(load) = load { (bar(*load)) }
                    ul { @for somebody in cards { (card(somebody, name, text)) } }
                    @if cards.is_empty() { p.note { (text.get("board-place-empty")) } }
                }
            }
        }
    }
}

fn card(card: &Card, place: &Line, text: &Text) -> Markup {
    let moves = card.choices != Choices::None;
    let choices = match card.choices {
        Choices::Here => "here",
        Choices::Loan => "loan",
        Choices::None => "",
    };
    markup! {
        li.card draggable=[moves.then_some("true")] data-id=(card.id) data-hint={ "person " (card.id) } class=[(!card.fate.is_empty()).then_some("moved")] {
            span.who { (card.id) } " "
            small { (card.about) }
            @if !card.posts.as_str().is_empty() { " " span.posts { (card.posts) } }
            @if let Some(load) = card.load { (bar(load)) }
            @if moves {
                select data-person=(card.id) data-choices=(choices) data-never=[(!card.never.is_empty()).then(|| card.never.join(" "))]
                    aria-label=(text.with("board-fate-of", &[("person", &card.id), ("place", place.as_str())])) {}
            }
        }
    }
}

/// A bar of hundredths; the number stands in words beside it or in the report.
fn bar(load: u32) -> Markup {
    markup! {
        svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
            rect.track width="100" height="4" {}
            rect.fill width=(load.min(100)) height="4" {}
        }
    }
}

/// Every matter, and the same on the command line.
pub(super) fn rest(answer: &Answer, text: &Text) -> Markup {
    let table =
        Document { title: text.get("matters-heading").into(), blocks: vec![Block::Table(answer.matters.clone())] };
    let files = ["toml", "book", "html", "xlsx"];
    markup! {
        section {
            details { summary { h2 { (text.get("matters-heading")) } } div data-part="levels" { (html::fragment(&table, text)) } }
        }
        section {
            h2 { (text.get("board-command-heading")) }
            div data-part="commands" { @for command in &answer.commands { pre.command tabindex="0" { (Line::from(command.as_str())) } } }
            p.tools {
                button type="button" data-copy { (text.get("board-copy")) }
                @for file in files { button type="button" data-file=(file) data-as=[(file == "book").then(|| text.get("board-book-as"))] { (text.get(&format!("board-file-{file}"))) } }
                @for Choice { value, name } in &answer.letters { button type="button" data-file=(value) { (name) } }
            }
        }
    }
}

/// What the years ahead bring, to stand in the answer.
#[must_use]
pub fn ahead(ahead: &Document, text: &Text) -> String {
    html::fragment(ahead, text).into_string()
}

/// States side by side.
#[must_use]
pub fn beside(document: &Document, text: &Text) -> String {
    html::fragment(document, text).into_string()
}

/// A year's leave.
#[must_use]
pub fn leave(document: &Document, text: &Text) -> String {
    html::fragment(document, text).into_string()
}

/// What is not done without somebody.
#[must_use]
pub fn gone(said: &Note) -> String {
    html::paragraph(said).into_string()
}

/// Why there is no answer.
#[must_use]
pub fn trouble(lines: &str) -> String {
    let notes = lines.lines().filter(|line| !line.trim().is_empty());
    let notes: Vec<_> = notes.map(|line| Note::new(Tone::Caution, line.to_owned())).collect();
    markup! { div data-part="verdict" { div data-trouble { @for note in &notes { (html::paragraph(note)) } } } }
        .into_string()
}

/// Why a matter falls short, and what would help.
#[must_use]
pub fn why(why: &Why, text: &Text) -> String {
    let markup = markup! {
        (html::fragment(&why.conflict, text))
        @if why.offers.is_empty() { p { (text.get("board-offers-none")) } } @else {
            h4 { (text.get("board-offers")) }
            ul.offers {
                @for offer in &why.offers {
                    li {
                        span class=[html::class(offer.tone)] { (offer.said) }
                        @if let Some(levers) = &offer.levers {
                            " " button type="button" data-apply=(applied(levers)) aria-label=(text.with("board-apply-this", &[("repair", offer.said.as_str())])) { (text.get("board-apply")) }
                        }
                    }
                }
            }
        }
    };
    markup.into_string()
}

/// Levers as the script takes them: each on a line, its parts set apart by tabs.
fn applied(levers: &[Lever]) -> String {
    let line = |lever: &Lever| match lever {
        Lever::Hire(employment, count) => format!("hire\t{employment}\t{count}"),
        Lever::Person(person, fate) => format!("person\t{person}\t{fate}"),
        Lever::Rule(rule, setting) => format!("rule\t{rule}\t{setting}"),
        Lever::Number(path, value) => format!("number\t{path}\t{value}"),
        Lever::Audits(matter, cases) => format!("audits\t{matter}\t{cases}"),
    };
    levers.iter().map(line).collect::<Vec<_>>().join("\n")
}
