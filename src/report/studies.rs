//! What a page and a workbook carry beside the plan: the years ahead, audits against daily work, scenarios side by side.

use super::{compare, project, tradeoff};
use crate::analysis::compare::Side;
use crate::analysis::project::Outlook;
use crate::analysis::tradeoff::Tradeoff;
use crate::model::Unit;
use crate::render::detail::Detail;
use crate::render::document::{Block, Document};
use crate::text::Text;

/// What was worked out beside a plan.
#[derive(Debug)]
pub struct Studies {
    /// The years ahead.
    pub outlook: Outlook,
    /// What stops if the stalled and slowed audits must happen.
    pub tradeoff: Tradeoff,
    /// The scenario planned and those that extend it; nothing if none does.
    pub sides: Vec<Side>,
    /// Where the others come from.
    pub origin: Origin,
    /// Whether changes of the command line were laid over each of them.
    pub changed: bool,
}

/// Where the scenarios that extend another come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// They are part of the program.
    Program,
    /// They lie in the folder of the scenario.
    Folder,
}

/// The report of a plan with the studies before its first annex.
#[must_use]
pub fn with_plan(plan: Document, unit: &Unit, studies: &Studies, text: &Text, detail: Detail) -> Document {
    let Document { title, mut blocks } = plan;
    let annexes = blocks.iter().position(|block| matches!(block, Block::Annex(_))).unwrap_or(blocks.len());
    let rest = blocks.split_off(annexes);
    blocks.extend(project::section(unit, &studies.outlook, text, detail));
    blocks.extend(tradeoff::section(unit, &studies.tradeoff, text, detail));
    blocks.extend(compared(studies, text, detail));
    blocks.extend(rest);
    Document { title, blocks }
}

/// The comparison, and what was compared.
fn compared(studies: &Studies, text: &Text, detail: Detail) -> Vec<Block> {
    if studies.sides.len() < 2 {
        return Vec::new();
    }
    let mut keys = vec![match studies.origin {
        Origin::Program => "page-compared-library",
        Origin::Folder => "page-compared-files",
    }];
    keys.extend(studies.changed.then_some("page-compared-typed"));
    let mut blocks = compare::section(&studies.sides, text, detail);
    // Below the heading, before anything else.
    let told = keys.into_iter().map(|key| Block::plain(text.get(key)));
    blocks.splice(1..1, told);
    blocks
}
