//! The page on which a unit is changed while one looks: levers beside the answer to how they stand.
//!
//! Style and script are files of their own, so that the page needs no exception from its policy.

use super::document::Document;
use super::html;
use super::line::Line;
use crate::text::{Language, Text};
use maud::{DOCTYPE, Markup, html as markup};

/// The style of the page: that of every report, and what the levers add.
pub const STYLE: [&str; 2] = [html::STYLE, include_str!("board/style.css")];
/// The script of the page.
pub const SCRIPT: &str = include_str!("board/script.js");

/// What may be moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levers {
    /// What there are years ahead of: months, the one that stands first.
    pub months: Vec<Choice>,
    /// Audits that may be demanded, each alone or all together.
    pub audits: Vec<Demand>,
    /// People by section.
    pub people: Vec<Group>,
    /// Rules, each with what it may be set to.
    pub rules: Vec<Rule>,
}

/// One of several values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent; empty: as it is.
    pub value: String,
    /// What is read.
    pub name: Line,
}

/// Matters that may be demanded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// Their ids, set apart by spaces.
    pub ids: String,
    /// Their names.
    pub name: Line,
    /// Cases that arrive at the largest of them.
    pub most: u32,
}

/// The people of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The section.
    pub name: Line,
    /// Its people.
    pub people: Vec<Person>,
}

/// Somebody who may be taken away or brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id, which is what is read too.
    pub id: String,
    /// What else there is to know.
    pub about: Line,
    /// Whether on duty as things stand.
    pub here: bool,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The id.
    pub id: &'static str,
    /// The name.
    pub name: Line,
    /// What it rests on.
    pub basis: Line,
    /// What it may be set to; what it is set to first.
    pub settings: Vec<Choice>,
}

/// The whole page.
#[must_use]
pub fn page(title: &str, levers: &Levers, answer: &str, text: &Text) -> String {
    let (language, other) = match text.language() {
        Language::Chinese => ("zh-Hans", Language::English),
        Language::English => ("en", Language::Chinese),
    };
    let markup = markup! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/board.css";
                script src="/board.js" defer {}
                title { (title) }
            }
            body.board {
                a.skip href="#answer" { (text.get("page-skip")) }
                header {
                    h1 { (title) }
                    p { (text.get("board-intro")) " " a href={ "/?lang=" (other.id()) } { (text.get("board-other-language")) } }
                }
                main {
                    (form(levers, text))
                    div {
                        p #state role="status" data-busy=(text.get("board-busy")) data-ready=(text.get("board-ready"))
                            data-gone=(text.get("board-gone")) data-copied=(text.get("board-copied")) {}
                        div #answer tabindex="-1" { (maud::PreEscaped(answer)) }
                    }
                }
                footer { p { (text.with("page-made", &[("version", env!("CARGO_PKG_VERSION"))])) } }
            }
        }
    };
    markup.into_string() + "\n"
}

/// The answer to how the levers stand: what is read first, what the years ahead bring where that is known already, the
/// rest, and the commands that give the same.
#[must_use]
pub fn answer(answer: &[Document; 2], ahead: Option<&Document>, commands: &[String], text: &Text) -> String {
    let [first, rest] = answer;
    let markup = markup! {
        (html::fragment(first, text))
        div #ahead data-wanted[ahead.is_none()] {
            @match ahead { Some(ahead) => { (html::fragment(ahead, text)) } None => { p { (text.get("board-next-busy")) } } }
        }
        (html::fragment(rest, text))
        section {
            h2 { (text.get("board-command-heading")) }
            @for command in commands { pre.command tabindex="0" { (Line::from(command.as_str())) } }
            button type="button" data-copy { (text.get("board-copy")) }
        }
    };
    markup.into_string()
}

/// What the years ahead bring, to stand in the answer.
#[must_use]
pub fn ahead(ahead: &Document, text: &Text) -> String {
    html::fragment(ahead, text).into_string()
}

/// Why there is no answer.
#[must_use]
pub fn trouble(lines: &str) -> String {
    markup! { @for line in lines.lines().filter(|line| !line.trim().is_empty()) { p.caution { (Line::from(line)) } } }
        .into_string()
}

fn form(levers: &Levers, text: &Text) -> Markup {
    markup! {
        form #levers autocomplete="off" {
            section {
                h2 { (text.get("board-question-people")) }
                @for employment in ["established", "contract"] {
                    p.lever {
                        label for=(employment) { (text.get(&format!("employment-{employment}"))) }
                        button type="button" data-step="-1" data-for=(employment) aria-label=(text.get("board-fewer")) { "−" }
                        input #(employment) name=(employment) type="number" min="0" max="50" value="0";
                        button type="button" data-step="1" data-for=(employment) aria-label=(text.get("board-more")) { "+" }
                    }
                }
            }
            section {
                h2 { (text.get("board-question-audits")) }
                @if levers.audits.is_empty() { p { (text.get("board-no-audits")) } } @else { (audits(&levers.audits, text)) }
            }
            section {
                h2 { (text.get("board-question-year")) }
                p.lever { label for="month" { (text.get("board-month")) } (select("month", &levers.months)) }
            }
            details {
                summary { h2 { (text.get("board-people")) } }
                @for group in &levers.people {
                    fieldset {
                        legend { (group.name) }
                        @for person in &group.people {
                            label.person {
                                input type="checkbox" name="person" value=(person.id) checked[person.here] data-here=[person.here.then_some("")];
                                " " (person.id) " " small { (person.about) }
                            }
                        }
                    }
                }
            }
            details {
                summary { h2 { (text.get("board-rules")) } }
                @for rule in &levers.rules {
                    p.lever {
                        label for={ "rule-" (rule.id) } { (rule.name) " " small { (rule.basis) } }
                        select #{ "rule-" (rule.id) } name="rule" data-rule=(rule.id) { (options(&rule.settings)) }
                    }
                }
            }
            p { button type="reset" { (text.get("board-reset")) } }
        }
    }
}

fn audits(demands: &[Demand], text: &Text) -> Markup {
    markup! {
        p.lever {
            label for="audit" { (text.get("board-audit")) }
            select #audit name="audit" {
                @for demand in demands { option value=(demand.ids) data-most=(demand.most) { (demand.name) } }
            }
        }
        p.lever {
            label for="cases" { (text.get("board-cases")) }
            input #cases name="cases" type="range" min="0" max=(demands.first().map_or(0, |demand| demand.most)) value="0";
            output for="cases" { "0" }
        }
    }
}

fn select(name: &str, choices: &[Choice]) -> Markup {
    markup! { select #(name) name=(name) { (options(choices)) } }
}

fn options(choices: &[Choice]) -> Markup {
    markup! { @for choice in choices { option value=(choice.value) { (choice.name) } } }
}
