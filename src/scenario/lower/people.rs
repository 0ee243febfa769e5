//! People: what their cells say together.

use super::numbers::Origin;
use super::report::report;
use super::rules::Directory;
use super::{Scope, retirement};
use crate::diag::Code;
use crate::model::{
    Absence, Employment, KindIx, Person, PostCategory, Rank, RosterEntry, SectionIx, Sourced, Status, Terms,
};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Hours, Month};

/// Nobody may be hired before this age (《劳动法》 Art. 15: 16 years).
const YOUNGEST_WORKER_MONTHS: i32 = 16 * 12;

/// Everyone on the roster; their hours are set when the calendar is known.
pub(super) fn people(
    scenario: &Node,
    roster: Option<&Node>,
    as_of: Option<Month>,
    directory: &Directory,
    scope: &mut Scope<'_>,
) -> Option<Vec<Person>> {
    let origin = scenario.get("roster").map_or(Origin::UNKNOWN, |table| Origin::of(table, &Origin::UNKNOWN));
    // A list that was rejected as a whole has no items.
    let rows = Some(roster?.as_list()).filter(|rows| !rows.is_empty())?;
    let people: Vec<_> = rows
        .iter()
        .map(|row| {
            let entry = entry(row, as_of, scope);
            enter(row, &origin, scope);
            person(row, entry, directory, scope)
        })
        .collect();
    people.into_iter().collect()
}

/// What concerns nobody but the person: months, loan, category, retirement.
pub(super) fn entry(row: &Node, as_of: Option<Month>, scope: &mut Scope<'_>) -> Option<RosterEntry> {
    check_employment(row, scope);
    check_loan(row, scope);
    check_months(row, as_of, scope);
    retirement::entry(row, scope)
}

fn person(row: &Node, entry: Option<RosterEntry>, directory: &Directory, scope: &mut Scope<'_>) -> Option<Person> {
    let rank = row.word("duty_rank", &Rank::ALL, Rank::id);
    let home = scope.reference(row, "home", Named::Section).map(SectionIx);
    if rank.is_some_and(|rank| rank != Rank::Leader) && !row.has("home") {
        report(Code::HomeMissing, row, row, scope);
    }
    let status = row.word("status", &Status::ALL, Status::id);
    check_away(row, status, scope);
    let kind = scope.reference(row, "kind", Named::Kind).map(KindIx);
    let posts_today = directory.posts(row, "posts", scope);
    let RosterEntry { id, employment, sex, birth, category, senior_title, retirement, approval } = entry?;
    Some(Person {
        id,
        employment,
        status: status?,
        rank: rank?,
        sex,
        birth,
        work_since: row.month("work_since")?,
        category,
        senior_title,
        home,
        seconded_until: row.month("seconded_until"),
        away: (status == Some(Status::Away)).then(|| Absence {
            from: None,
            until: row.month("away_until"),
            reason: None,
        }),
        terms: Terms { kind, ..Terms::default() },
        posts_today,
        post_since: row.month("post_since"),
        retirement,
        approval,
        departed: false,
        hours: Hours::ZERO,
    })
}

/// Contract workers are in the contract category and nobody else is.
fn check_employment(row: &Node, scope: &mut Scope<'_>) {
    let employment = row.word("employment", &Employment::ALL, Employment::id);
    let category = row.word("post_category", &PostCategory::ALL, PostCategory::id);
    if let (Some(employment), Some(category), Some(at)) = (employment, category, row.get("post_category"))
        && (employment == Employment::Contract) != (category == PostCategory::Contract)
    {
        report(Code::CategoryMismatch, row, at, scope);
    }
}

/// Whoever is not away has no last month of it.
fn check_away(row: &Node, status: Option<Status>, scope: &mut Scope<'_>) {
    if let Some(at) = row.get("away_until")
        && status.is_some_and(|status| status != Status::Away)
    {
        report(Code::AwayWhilePresent, row, at, scope);
    }
}

/// Whoever is on duty or away for a time is not on loan.
fn check_loan(row: &Node, scope: &mut Scope<'_>) {
    let Some(at) = row.get("seconded_until") else { return };
    let status = row.word("status", &Status::ALL, Status::id);
    if matches!(status, Some(Status::OnDuty | Status::Away)) {
        report(Code::LoanWhileOnDuty, row, at, scope);
    }
}

/// Birth, first work, tenure: in this order, none in the future.
fn check_months(row: &Node, as_of: Option<Month>, scope: &mut Scope<'_>) {
    let birth = row.month("birth");
    let work_since = row.month("work_since");
    let is_future = |month: Month| as_of.is_some_and(|as_of| month > as_of);
    if let (Some(month), Some(at)) = (birth, row.get("birth"))
        && is_future(month)
    {
        report(Code::BornInFuture, row, at, scope);
        return;
    }
    if let (Some(month), Some(at)) = (work_since, row.get("work_since")) {
        if is_future(month) {
            report(Code::WorkInFuture, row, at, scope);
        } else if birth.is_some_and(|birth| month.months_since(birth) < YOUNGEST_WORKER_MONTHS) {
            report(Code::WorkTooEarly, row, at, scope);
        }
    }
    let Some(at) = row.get("post_since") else { return };
    if !row.has("posts") {
        report(Code::TenureWithoutPosts, row, at, scope);
    }
    let since = row.month("post_since");
    if since.is_some_and(|since| is_future(since) || work_since.is_some_and(|work| since < work)) {
        report(Code::TenureOutside, row, at, scope);
    }
}

/// The months of birth, first work and retirement fix leave and departure, so they count as inputs.
fn enter(row: &Node, origin: &Origin, scope: &mut Scope<'_>) {
    let id = row.text("id").unwrap_or_default();
    for key in ["birth", "work_since", "retirement"] {
        if let Some(month) = row.month(key) {
            let month = Sourced { value: month, basis: origin.basis, source: origin.source.clone() };
            scope.enter(format!("roster.{id}.{key}"), &month);
        }
    }
}
