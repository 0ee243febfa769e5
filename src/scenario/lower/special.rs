//! What is special about single people: the tables `[[person]]`.

use super::Scope;
use super::numbers::Origin;
use super::rules::{Directory, scope_of};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Absence, AwayReason, Employment, Learning, LeaveTerms, Movement, MovementKind, Person, PersonIx, Pin, PostIx,
    SectionIx, Status, Terms, Unit,
};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Month, Share};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Gives the people of the roster what the scenario says of each of them.
pub(super) fn apply(
    scenario: &Node,
    as_of: Option<Month>,
    people: &mut [Person],
    directory: &Directory,
    movements: Option<&[Movement]>,
    scope: &mut Scope<'_>,
) {
    let mut seen: BTreeMap<usize, &Node> = BTreeMap::new();
    for node in scenario.items("person") {
        let Some(at) = scope.reference(node, "id", Named::Person) else { continue };
        let (Some(person), Some(id)) = (people.get_mut(at), node.get("id")) else { continue };
        if let Some(first) = seen.insert(at, id) {
            let again = Diagnostic::new(Code::DuplicateId, &id.place).fact("kind", "terms");
            let first = first.place.from(&id.place);
            scope.found.push(again.fact("id", &person.id).fact("first", first));
            continue;
        }
        person.terms = Terms { kind: person.terms.kind, ..terms(node, as_of, directory, scope) };
        if let Some(table) = node.get("away") {
            let moved = movements.unwrap_or_default().iter().filter(|movement| movement.person == PersonIx(at));
            let left = moved.filter(|movement| movement.kind == MovementKind::Leave).map(|movement| movement.month);
            away(table, person, as_of, left.min(), scope);
        }
    }
}

/// Away for a time. Whoever is on loan has another employer for that time, who grants the leave.
fn away(table: &Node, person: &mut Person, as_of: Option<Month>, left: Option<Month>, scope: &mut Scope<'_>) {
    let (Some(from), Some(at)) = (table.month("from"), table.get("from")) else { return };
    let until = table.month("until");
    if table.has("until") && until.is_none() {
        return;
    }
    let mut report = |code: Code, at: &Node, month: Month| {
        let finding = Diagnostic::new(code, &at.place).fact("person", &person.id);
        scope.found.push(finding.fact("month", month));
    };
    match (until, table.get("until")) {
        (Some(until), Some(at)) if until < from => return report(Code::AwayUntilBeforeFrom, at, until),
        _ => {}
    }
    match person.status {
        Status::SecondedOut | Status::SecondedIn => return report(Code::AwayOnLoan, at, from),
        // The roster has the person away today; the scenario may say since when.
        Status::Away if as_of.is_some_and(|today| from > today) => return report(Code::AwayTwice, at, from),
        Status::Away | Status::OnDuty => {}
    }
    if left.is_some_and(|left| left <= from) {
        return report(Code::MovedAfterLeaving, at, from);
    }
    let reason = table.word("reason", &AwayReason::ALL, AwayReason::id);
    person.away = Some(Absence { from: Some(from), until, reason });
}

/// The terms of a person: part-time, fixed or kept from places, rights of their own.
fn terms(node: &Node, as_of: Option<Month>, directory: &Directory, scope: &mut Scope<'_>) -> Terms {
    let id = node.text("id").unwrap_or_default();
    let origin = Origin::of(node, &Origin::UNKNOWN);
    let share = scope.number(node, "share", &origin, format!("person.{id}.share"));
    let pinned = node.get("pinned").and_then(|table| place(table, "pinned", id, directory, scope));
    let mut not_at = BTreeSet::new();
    for table in node.items("not_at") {
        match place(table, "not_at", id, directory, scope) {
            Some(Pin::Section(section)) => not_at.extend(directory.posts_of(section)),
            Some(Pin::Post(post)) => drop(not_at.insert(post)),
            None => {}
        }
    }
    Terms {
        kind: None,
        share: share.map_or(Share::ONE, |share| Share::new(share.value)),
        pinned,
        not_at,
        split: split(node, id, &origin, scope),
        learning: node.get("learning").and_then(|table| learning(table, id, as_of, &origin, scope)),
        rights: node.get("rights").filter(|table| table.is_sound()).map(scope_of),
        leave: LeaveTerms::default(),
    }
}

/// The sections between which a person is split, and the share of the hours for each.
fn split(node: &Node, person: &str, origin: &Origin, scope: &mut Scope<'_>) -> BTreeMap<SectionIx, Share> {
    let mut split: BTreeMap<SectionIx, Share> = BTreeMap::new();
    for table in node.items("split") {
        let section = scope.reference(table, "section", Named::Section).map(SectionIx);
        let path = format!("person.{person}.split.{}", table.text("section").unwrap_or_default());
        let share = scope.number(table, "share", &Origin::of(table, origin), path);
        let Some((section, share)) = section.zip(share) else { continue };
        if let (Some(_), Some(at)) = (split.insert(section, Share::new(share.value)), table.get("section")) {
            let again = Diagnostic::new(Code::RepeatedEntry, &at.place).fact("key", "split");
            scope.found.push(again.fact("entry", at.as_text().unwrap_or_default()));
        }
    }
    let sum: Decimal = split.values().map(|share| share.value()).sum();
    if let (true, Some(at)) = (sum > Decimal::ONE, node.get("split")) {
        let beyond = Diagnostic::new(Code::SplitBeyondOne, &at.place).fact("person", person);
        scope.found.push(beyond.fact("sum", sum.normalize()));
    }
    if let (false, Some(at)) = (split.is_empty(), node.get("pinned")) {
        scope.found.push(Diagnostic::new(Code::SplitAndPinned, &at.place).fact("person", person));
    }
    split
}

/// A time in which the person is new to the work.
fn learning(
    table: &Node,
    person: &str,
    as_of: Option<Month>,
    origin: &Origin,
    scope: &mut Scope<'_>,
) -> Option<Learning> {
    let share = scope.number(table, "share", &Origin::of(table, origin), format!("person.{person}.learning.share"));
    let until = table.month("until")?;
    // A time that is over by the month planned says nothing any more, as a time away that is over.
    let is_over = as_of.is_some_and(|today| until < today);
    Some(Learning { until, share: Share::new(share?.value) }).filter(|_| !is_over)
}

/// A section or a post, one of the two.
fn place(table: &Node, key: &str, person: &str, directory: &Directory, scope: &mut Scope<'_>) -> Option<Pin> {
    match (table.get("section"), table.get("post")) {
        (Some(_), None) => scope.reference(table, "section", Named::Section).map(|at| Pin::Section(SectionIx(at))),
        (None, Some(post)) => directory.post(post, scope).map(Pin::Post),
        (None, None) | (Some(_), Some(_)) => {
            let unclear = Diagnostic::new(Code::PlaceUnclear, &table.place).fact("person", person);
            scope.found.push(unclear.fact("key", key));
            None
        }
    }
}

/// Whoever is fixed to a place may hold a post there.
pub(super) fn check(unit: &Unit, scenario: &Node, found: &mut Diagnostics) {
    for node in scenario.items("person") {
        let person = unit.people.iter().find(|person| node.text("id") == Some(&person.id));
        let Some((person, table)) = person.zip(node.get("pinned")) else { continue };
        let Some(pinned) = person.terms.pinned else { continue };
        let there = |post: PostIx| match pinned {
            Pin::Section(section) => unit[post].section == section,
            Pin::Post(only) => only == post,
        };
        if !unit.posts().any(|(post, _)| there(post) && unit.may_hold(person, post)) {
            let place = ["section", "post"].into_iter().find_map(|key| table.get(key)).unwrap_or(table);
            let nowhere = Diagnostic::new(Code::PinnedNowhere, &place.place).fact("person", &person.id);
            found.push(nowhere.fact("place", place.as_text().unwrap_or_default()));
        }
    }
}

/// Whoever is split between sections may hold a post in each of them.
pub(super) fn check_split(unit: &Unit, scenario: &Node, found: &mut Diagnostics) {
    for node in scenario.items("person") {
        let Some(person) = unit.people.iter().find(|person| node.text("id") == Some(&person.id)) else { continue };
        for (table, section) in node.items("split").filter_map(|table| {
            let id = table.text("section")?;
            Some((table, unit.sections().find(|(_, section)| section.id == id)?.0))
        }) {
            if !unit.posts().any(|(post, at)| at.section == section && unit.may_hold(person, post)) {
                let at = table.get("section").unwrap_or(table);
                let nowhere = Diagnostic::new(Code::SplitNowhere, &at.place).fact("person", &person.id);
                found.push(nowhere.fact("section", &unit[section].id));
            }
        }
    }
}

/// Whoever is of a kind that is in the establishment is in it, and nobody else.
pub(super) fn check_kinds(unit: &Unit, scenario: &Node, roster: Option<&Node>, found: &mut Diagnostics) {
    let rows = roster.map(Node::as_list).unwrap_or_default().iter().chain(scenario.items("hire"));
    for row in rows {
        let kind = unit.kinds.iter().find(|kind| row.text("kind") == Some(&kind.id));
        let employment = row.word("employment", &Employment::ALL, Employment::id);
        let (Some(kind), Some(employment), Some(at)) = (kind, employment, row.get("kind")) else { continue };
        if kind.employment != employment {
            let differs = Diagnostic::new(Code::KindDiffers, &at.place).fact("kind", &kind.name);
            let differs = differs.fact("person", row.text("id").unwrap_or_default());
            found.push(differs.fact("employment", employment.id()));
        }
    }
}
