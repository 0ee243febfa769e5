//! What a page and a workbook carry beside the plan: the years ahead, audits against daily work, scenarios side by side.

use super::{absence, calendar, compare, explain, project, tradeoff};
use crate::analysis::absence::Covered;
use crate::analysis::compare::Side;
use crate::analysis::explain::Explained;
use crate::analysis::leave::Vacations;
use crate::analysis::project::Outlook;
use crate::analysis::tradeoff::Tradeoff;
use crate::model::Unit;
use crate::render::detail::Detail;
use crate::render::document::Block;
use crate::render::document::topic::Topic;
use crate::text::Text;
use crate::word::words;

words! {
    /// A study that a page and a workbook can carry beside the plan.
    pub enum Study {
        /// The years ahead.
        Project = "project",
        /// What stops if the audits must happen.
        Tradeoff = "tradeoff",
        /// The scenarios that extend the one planned.
        Compare = "compare",
        /// Why work stalls, and what would help.
        Explain = "explain",
        /// What stalls while any one person is away.
        Absence = "absence",
        /// A year's leave by weeks.
        Calendar = "calendar",
    }
}

/// What was worked out beside a plan.
#[derive(Debug)]
pub struct Beside {
    /// The years ahead, if they were asked for.
    pub outlook: Option<Outlook>,
    /// What stops if the stalled and slowed audits must happen, if that was asked for.
    pub tradeoff: Option<Tradeoff>,
    /// Why work stalls and what would help, if that was asked for.
    pub explained: Option<Explained>,
    /// What stalls while any one person is away, if that was asked for.
    pub covered: Option<Covered>,
    /// A year's leave, if that was asked for.
    pub vacations: Option<Vacations>,
    /// The scenario planned and those that extend it; nothing if none does or they were not asked for.
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
    let outlook = beside.outlook.iter().flat_map(|outlook| project::section(unit, outlook, text, detail));
    let tradeoff = beside.tradeoff.iter().flat_map(|found| tradeoff::section(unit, found, text));
    let explained = beside.explained.iter().flat_map(|explained| explain::section(unit, explained, text));
    let covered = beside.covered.iter().flat_map(|covered| absence::section(unit, covered, text));
    let vacations = beside.vacations.iter().flat_map(|found| calendar::section(unit, found, text));
    let [years, options] = [Topic::Years, Topic::Options].map(Block::About);
    covered
        .chain(vacations)
        .chain(explained)
        .chain([years])
        .chain(outlook)
        .chain([options])
        .chain(tradeoff)
        .chain(compared(beside, text, detail))
        .collect()
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
