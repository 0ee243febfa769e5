//! What a row of the roster says of a person's retirement.

use super::Scope;
use super::report::report;
use crate::diag::{Code, Diagnostic};
use crate::model::{Employment, PostCategory, RetirementChoice, RetirementPolicy, RosterEntry, Sex};
use crate::scenario::read::tree::Node;
use crate::units::Month;

/// Reads a row and checks the choice in it.
pub(super) fn entry(row: &Node, scope: &mut Scope<'_>) -> Option<RosterEntry> {
    let employment = row.word("employment", &Employment::ALL, Employment::id);
    let policy = row.word("retirement", &RetirementPolicy::ALL, RetirementPolicy::id);
    let month = row.month("retirement");
    let cell = row.get("retirement");
    if let Some(at) = cell
        && policy.is_some()
        && employment == Some(Employment::Contract)
    {
        report(Code::RetirementOfContract, row, at, scope);
    }
    let approval = row.string("retirement_reason");
    // A month that was rejected is told of already.
    if let Some(at) = row.get("retirement_reason")
        && (cell.is_none() || policy.is_some())
    {
        report(Code::ApprovalWithoutMonth, row, at, scope);
    }
    let entry = RosterEntry {
        id: row.string("id")?,
        employment: employment?,
        sex: row.word("sex", &Sex::ALL, Sex::id)?,
        birth: row.month("birth")?,
        category: row.word("post_category", &PostCategory::ALL, PostCategory::id)?,
        senior_title: row.text("senior_title")? == "yes",
        retirement: month.map(RetirementChoice::Month).or(policy.map(RetirementChoice::Policy)),
        approval,
    };
    if let (Some(month), Some(at)) = (month, cell)
        && entry.category != PostCategory::Contract
        && !row.has("retirement_reason")
        && let Some(outside) = outside(&entry, month, at)
    {
        scope.found.push(outside);
    }
    Some(entry)
}

/// A finding if the law does not let the person choose this month, and no approval fixes it.
fn outside(entry: &RosterEntry, month: Month, at: &Node) -> Option<Diagnostic> {
    let law = entry.law();
    let latest = law.latest.unwrap_or(law.statutory);
    if (law.earliest..=latest).contains(&month) {
        return None;
    }
    let late = match (law.latest, entry.category) {
        (Some(_), _) => "open",
        (None, PostCategory::Management) => "management",
        (None, _) => "before_reform",
    };
    let outside = Diagnostic::new(Code::RetirementOutside, &at.place).fact("person", &entry.id).fact("month", month);
    Some(outside.fact("earliest", law.earliest).fact("latest", latest).fact("late", late))
}
