//! The report of `retire`: the window of one person, and what it rests on in law.

pub mod json;
mod roster;

pub use self::roster::document as roster;

use self::json::{contribution_years, last_day, late_closed};
use super::parts::columns::columns;
use super::words::month;
use crate::model::{Employment, Retirement, RetirementCategory, RosterEntry};
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use crate::units::Month;
use std::collections::BTreeSet;

/// Writes the report on one person.
#[must_use]
pub fn person(person: &RosterEntry, text: &Text) -> Document {
    let law = person.law();
    let mut blocks = Vec::new();
    if person.employment == Employment::Contract {
        blocks.push(Block::Paragraph(Note::new(Tone::Caution, text.get("retire-answer-contract"))));
    }
    blocks.extend([
        Block::Paragraph(Note::new(Tone::Good, answer(person, &law, text))),
        Block::plain(age(&law, text)),
        Block::heading(text, "window-heading"),
        Block::Table(window_table(&law, text)),
        Block::heading(text, "law-heading"),
        Block::List(sources(&[law], text)),
    ]);
    Document { title: text.get("retire-title").into(), blocks }
}

fn answer(person: &RosterEntry, law: &Retirement, text: &Text) -> String {
    let window = window(law, text);
    let arguments = [
        ("born", &*month(text, person.birth)),
        ("sex", &*text.get(&format!("sex-{}", person.sex.id()))),
        ("category", &*text.get(&format!("post-category-{}", person.category.id()))),
        ("statutory", &*month(text, law.statutory)),
        ("delay", &*law.delay_months.to_string()),
        ("window", &*window),
    ];
    text.with(if law.delay_months > 0 { "retire-answer" } else { "retire-answer-before_reform" }, &arguments)
}

/// Between which months the person may choose, and why not later. Whoever is under the law may leave earlier.
fn window(law: &Retirement, text: &Text) -> String {
    let earliest = month(text, law.earliest);
    match law.latest {
        Some(latest) => text.with("window-both", &[("earliest", &earliest), ("latest", &month(text, latest))]),
        None => text.with("window-early", &[("earliest", &earliest)]),
    }
}

fn age(law: &Retirement, text: &Text) -> String {
    let months = law.category.old_age() + law.delay_months;
    let arguments = [
        ("retirement", &*text.get(&format!("retirement-{}", law.category.id()))),
        ("years", &*months.div_euclid(12).to_string()),
        ("months", &*months.rem_euclid(12).to_string()),
        ("statutory", &*month(text, law.statutory)),
        ("last_day", &*last_day(law.statutory)),
    ];
    text.with("retire-age", &arguments)
}

fn window_table(law: &Retirement, text: &Text) -> Table {
    let early = (law.earliest < law.statutory).then(|| Retirement::early_notice(law.earliest)).flatten();
    let late = law.latest.map(|_| law.late_notice());
    let (earliest, statutory) = (Some(law.earliest), Some(law.statutory));
    // The point, its month, the month of notice, and the month whose year says how long one must have paid in: who
    // stays needs the contributions of the statutory year.
    let rows: [(&str, Cell, Option<Month>, Option<Month>); 4] = [
        ("pre_reform", law.pre_reform.into(), None, None),
        ("earliest", earliest.into(), early, earliest),
        ("statutory", statutory.into(), None, statutory),
        ("latest", latest(law, text), late, law.latest.and(statutory)),
    ];
    columns("window", text, rows)
        .col("window", Kind::Text, |(point, ..)| Cell::word(*point, text.get(&format!("window-{point}"))))
        .col("month", Kind::Text, |(_, month, ..)| month.clone())
        .head("notice_by", "column-notice", Kind::Text, |(.., notice, _)| *notice)
        .head("minimum_contribution_years", "column-contribution", Kind::Given, |(.., year)| {
            year.map(contribution_years)
        })
        .table()
}

/// The latest month, or why there is none.
pub(in crate::report) fn latest(law: &Retirement, text: &Text) -> Cell {
    let closed = || late_closed(law).map(|why| Cell::word("", text.get(&format!("late-closed-{why}"))));
    law.latest.map(Cell::from).or_else(closed).into()
}

/// The kind of retirement in a word or two.
pub(in crate::report) fn category(law: &Retirement, text: &Text) -> Cell {
    Cell::word(law.category.id(), text.get(&format!("retirement-{}.short", law.category.id())))
}

/// What the law says that applies to any of these retirements, and what is not law.
fn sources(all: &[Retirement], text: &Text) -> Vec<Note> {
    let any = |holds: fn(&Retirement) -> bool| all.iter().any(holds);
    let mut said = Vec::new();
    let paces: BTreeSet<_> = all.iter().filter(|law| law.delay_months > 0).map(|law| pace(law.category)).collect();
    said.extend(paces.into_iter().map(|(pace, until)| {
        let arguments = [("pace", &*text.get(&format!("pace-{pace}"))), ("until", &*until.to_string())];
        text.with("law-delay", &arguments)
    }));
    let articles = [
        ("law-before_reform", any(|law| law.delay_months == 0)),
        ("law-contribution", true),
        ("law-flexible", any(|law| law.delay_months > 0)),
        ("law-early", any(|law| law.earliest < law.statutory)),
        ("law-late", any(|law| law.latest.is_some())),
        ("law-management", any(|law| late_closed(law) == Some("management"))),
        ("law-senior", any(|law| law.category == RetirementCategory::Female60Senior)),
        ("law-practice", any(|law| law.category != RetirementCategory::Male60)),
        ("law-month", true),
    ];
    said.extend(articles.into_iter().filter(|(_, applies)| *applies).map(|(key, _)| text.get(key)));
    said.into_iter().map(Note::plain).collect()
}

/// Months of birth to a month of delay, and the years of age at which the delay ends.
const fn pace(category: RetirementCategory) -> (u8, u8) {
    match category {
        RetirementCategory::Male60 | RetirementCategory::Female60Senior => (4, 63),
        RetirementCategory::Female55 => (4, 58),
        RetirementCategory::Female50 => (2, 55),
    }
}
