//! What a page and a workbook carry beside the plan: the years ahead, audits against daily work, scenarios side by side.

use super::{compare, project, tradeoff};
use crate::analysis::compare::Side;
use crate::analysis::project::Outlook;
use crate::analysis::tradeoff::Tradeoff;
use crate::model::Unit;
use crate::render::detail::Detail;
use crate::render::document::Block;
use crate::text::Text;

/// What was worked out beside a plan.
#[derive(Debug)]
pub struct Beside {
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

/// The studies as sections within the report of a plan.
pub(super) fn sections(unit: &Unit, beside: &Beside, text: &Text, detail: Detail) -> Vec<Block> {
    [
        project::section(unit, &beside.outlook, text, detail),
        tradeoff::section(unit, &beside.tradeoff, text, detail),
        compared(beside, text, detail),
    ]
    .concat()
}

/// The comparison, and what was compared.
fn compared(beside: &Beside, text: &Text, detail: Detail) -> Vec<Block> {
    if beside.sides.len() < 2 {
        return Vec::new();
    }
    let mut keys = vec![match beside.origin {
        Origin::Program => "page-compared-library",
        Origin::Folder => "page-compared-files",
    }];
    keys.extend(beside.changed.then_some("page-compared-typed"));
    let told = keys.into_iter().map(|key| Block::plain(text.get(key))).collect();
    compare::section(&beside.sides, told, text, detail)
}
