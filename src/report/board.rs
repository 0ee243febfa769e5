//! What the board says: the levers of a unit, and the answer to how they stand.

mod hints;
mod house;
mod levers;
mod newcomers;
mod why;

pub use hints::{grid, hinted, hints};
pub use levers::{demands, levers, marks};
pub use newcomers::named;
pub use why::why;

use super::parts::assumptions;
use super::parts::columns::columns;
use super::words::Words;
use super::{absence, calendar, compare, plan, tradeoff};
use crate::analysis::absence::Absent;
use crate::analysis::compare::Side;
use crate::analysis::leave::Vacations;
use crate::analysis::plan::changed::Changed;
use crate::analysis::project::Ahead;
use crate::analysis::request::dispute;
use crate::analysis::tradeoff::Frontier;
use crate::analysis::{Assessment, ServiceStatus};
use crate::model::{MatterIx, Unit, UntilThen};
use crate::render::board::{Answer, Choice, Short};
use crate::render::detail::Detail;
use crate::render::document::glance::Figure;
use crate::render::document::{Block, Document, Kind, Note, Table, Tone};
use crate::render::line::Line;
use crate::text::Text;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What is not done without one person while everyone else stays at their posts, as `absence` says it.
#[must_use]
pub fn gone(unit: &Unit, absent: &Absent, text: &Text) -> Note {
    absence::missed(Words { unit, text }, absent)
}

/// A year's leave: what lacks its people, and who is on leave when, as `calendar` says it.
#[must_use]
pub fn leave(unit: &Unit, found: &Vacations, text: &Text) -> Document {
    Document { title: text.get("board-leave").into(), blocks: calendar::answered(unit, found, text) }
}

/// The title of the page.
#[must_use]
pub fn title(unit: &Unit, text: &Text) -> String {
    text.with("board-title", &[("unit", Words { unit, text }.unit_name())])
}

/// The unit as it would be, beside what it is.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// The unit as it would be.
    pub unit: &'a Unit,
    /// Its judgement. Without reasons why matters fall short, as long as they are not known, they are not told.
    pub assessment: &'a Assessment,
    /// The unit as it is.
    pub today: &'a Unit,
    /// What a demand for audits costs, if one was made.
    pub demand: Option<&'a Frontier>,
    /// What it would stop to do all of each audit; shown where none is demanded.
    pub demands: &'a [Frontier],
    /// What tells it from the unit as it is; `None`: nothing was moved.
    pub changed: Option<&'a Changed>,
    /// What happens until the month planned.
    pub until_then: Option<&'a UntilThen>,
}

/// The answer to how the levers stand; `fates` is what was made of people.
#[must_use]
pub fn answer(stand: Stand<'_>, commands: &[String], fates: &BTreeMap<String, String>, text: &Text) -> Answer {
    let Stand { unit, assessment, demand, .. } = stand;
    let words = Words { unit, text };
    let document = |blocks| Document { title: title(unit, text).into(), blocks };
    let verdict = plan::answer(unit, assessment, text).into_iter().map(Block::Paragraph);
    let changed = match stand.changed {
        None => vec![Block::plain(text.get("board-changed-none"))],
        Some(changed) => plan::changed(unit, assessment, changed, stand.until_then, text),
    };
    Answer {
        verdict: document(verdict.collect()),
        rests: assumptions::notes(words, &assessment.inputs),
        figures: figures(unit, assessment, text),
        demand: self::demand(unit, demand, stand.demands, text),
        changed: document(changed),
        short: short(words, assessment),
        house: house::house(words, assessment, fates, &stand.today.people),
        matters: matters(stand, words),
        commands: commands.to_vec(),
        letters: letters(unit, text),
    }
}

/// The letters that may be drafted: one, or where sources disagree on the authorised posts one by each of their numbers.
fn letters(unit: &Unit, text: &Text) -> Vec<Choice> {
    let Some(conflict) = dispute(unit) else {
        return vec![Choice { value: "docx".to_owned(), name: text.get("board-file-docx").into() }];
    };
    let numbers: BTreeSet<_> = conflict.values.iter().map(|value| value.value.normalize()).collect();
    let one = |posts: Decimal| Choice {
        value: format!("docx {posts}"),
        name: text.with("board-file-docx-as-if", &[("posts", &posts.to_string())]).into(),
    };
    numbers.into_iter().rev().map(one).collect()
}

/// What stalls and slows, and who is there.
fn figures(unit: &Unit, assessment: &Assessment, text: &Text) -> Vec<Figure> {
    let [full, stalled] = ["status-full", "status-stalled"].map(|key| Line::from(text.get(key)));
    let mut figures = plan::figures(unit, assessment, text);
    figures.retain(|figure| figure.name != full);
    figures.sort_by_key(|figure| figure.name != stalled);
    figures
}

/// What a demand for audits stops; where none was made, what each would that is known.
#[must_use]
pub fn demand(unit: &Unit, demand: Option<&Frontier>, demands: &[Frontier], text: &Text) -> Vec<Note> {
    let told: Vec<&Frontier> = demand.map_or_else(|| demands.iter().collect(), |demand| vec![demand]);
    told.into_iter().map(|frontier| tradeoff::price(unit, frontier, text)).collect()
}

/// What is not served in full, in order of tier, with the reasons that are known.
fn short(words: Words<'_>, assessment: &Assessment) -> Vec<Short> {
    let one = |matter: MatterIx| {
        let found = assessment.plan.proven_status(words.unit, matter);
        let level = Kind::Percent.show(assessment.plan.level(words.unit, matter).value());
        let status = words.status(found);
        let tone = super::words::cells::tone(found);
        let reason = assessment.shortfalls.iter().find(|shortfall| shortfall.matter == matter);
        (found != ServiceStatus::Full).then(|| Short {
            id: words.unit[matter].id.clone(),
            name: words.matter(matter).into(),
            status: Note::new(tone, words.text.with("board-short-status", &[("status", &status), ("level", &level)])),
            reason: reason.map(|shortfall| words.reason(&shortfall.reason).into()),
        })
    };
    by_tier(words.unit).into_iter().filter_map(one).collect()
}

/// What stalls next: a figure, and which matters.
#[must_use]
pub fn ahead(unit: &Unit, ahead: &Ahead, text: &Text) -> Document {
    let (tone, value, note) = match ahead {
        Ahead::Nothing => (Tone::Good, text.get("none"), text.get("board-next-none")),
        Ahead::Unknown => (Tone::Caution, text.get("status-unknown"), text.get("board-next-unknown")),
        Ahead::Stalls(from, stalled) => {
            let month = super::words::month(text, *from);
            let matters = Words { unit, text }.matters(stalled);
            let arguments = [("month", &*month), ("matters", &*matters)];
            (Tone::Bad, month.clone(), text.with("board-next-stall", &arguments))
        }
    };
    let figure = Figure { name: text.get("board-next").into(), value: Note::new(tone, value) };
    Document { title: title(unit, text).into(), blocks: vec![Block::Figures(vec![figure]), Block::plain(note)] }
}

/// States side by side.
#[must_use]
pub fn beside(sides: &[Side], text: &Text) -> Document {
    let blocks = compare::section(sides, Vec::new(), text, Detail::Folded);
    // The page has a heading of its own.
    let blocks = blocks.into_iter().filter(|block| !matches!(block, Block::Heading(_))).collect();
    Document { title: text.get("board-beside").into(), blocks }
}

/// Every matter, in order of tier.
fn matters(stand: Stand<'_>, words: Words<'_>) -> Table {
    let plan = &stand.assessment.plan;
    columns("matters", words.text, by_tier(stand.unit))
        .matter("column-matter", words, |matter| *matter)
        .col("tier", Kind::Text, |matter| words.tier_cell(stand.unit[*matter].tier))
        .col("section", Kind::Text, |matter| words.section_cell(stand.unit[*matter].section))
        .head("service_level", "column-service-level", Kind::Percent, |matter| plan.level(stand.unit, *matter))
        .col("status", Kind::Text, |matter| words.status_cell(plan.proven_status(stand.unit, *matter)))
        .table()
}

fn by_tier(unit: &Unit) -> Vec<MatterIx> {
    let mut matters: Vec<_> = unit.matters().map(|(ix, _)| ix).collect();
    matters.sort_by_key(|matter| unit[*matter].tier);
    matters
}
