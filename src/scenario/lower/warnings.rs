//! What is odd about a unit that can nevertheless be planned.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::{Rank, SectionIx, Unit, Volume};
use crate::scenario::read::tree::Node;

pub(super) fn warn(unit: &Unit, scenario: &Node, people: Option<&Node>, found: &mut Diagnostics) {
    headcounts(unit, scenario, found);
    for (position, node) in scenario.items("section").enumerate() {
        if unit.posts.iter().all(|post| post.section != SectionIx(position)) {
            let id = node.text("id").unwrap_or_default();
            found.push(Diagnostic::new(Code::SectionWithoutMatters, &node.place).fact("section", id));
        }
    }
    for node in scenario.items("driver") {
        let id = node.text("id").unwrap_or_default();
        let uses = |volume: &Volume| matches!(volume, Volume::Driven { driver, .. } if driver == id);
        let compared = unit.benchmark.iter().flat_map(|b| b.drivers.iter().chain(&b.wider)).any(|driver| driver == id);
        if !compared && !unit.matters.iter().any(|matter| uses(&matter.volume)) {
            found.push(Diagnostic::new(Code::UnusedDriver, &node.place).fact("driver", id));
        }
    }
    for (node, conflict) in scenario.items("conflict").zip(&unit.conflicts) {
        let mut values = conflict.values.iter().map(|value| value.value);
        let first = values.next();
        if values.all(|value| Some(value) == first) {
            found.push(Diagnostic::new(Code::ConflictWithoutDifference, &node.place).fact("conflict", &conflict.id));
        }
    }
    for (row, person) in people.map(Node::as_list).unwrap_or_default().iter().zip(&unit.people) {
        if let Some(home) = row.get("home")
            && person.rank == Rank::Leader
            && unit.rules.leader_steps
        {
            found.push(Diagnostic::new(Code::LeaderHome, &home.place).fact("person", &person.id));
        }
    }
    if let Some(roster) = people
        && unit.present().next().is_none()
    {
        found.push(Diagnostic::new(Code::NobodyPresent, &roster.place));
    }
}

/// Stated headcounts against the roster as written: a change of the scenario is no disagreement of sources.
/// The authorised posts are a permission, not a count of people.
fn headcounts(unit: &Unit, scenario: &Node, found: &mut Diagnostics) {
    let Some(table) = scenario.get("headcount") else { return };
    let counted = unit.on_paper;
    let pairs = [
        ("on_books", &unit.stated.on_books, counted.on_books),
        ("on_duty", &unit.stated.on_duty, counted.on_duty),
        ("contract", &unit.stated.contract, counted.contract),
    ];
    for (key, stated, roster) in pairs {
        if let (Some(stated), Some(at)) = (stated, table.get(key))
            && stated.value != roster
        {
            let differs = Diagnostic::new(Code::HeadcountDiffers, &at.place).fact("key", key);
            found.push(differs.fact("stated", stated.value).fact("roster", roster));
        }
    }
}
