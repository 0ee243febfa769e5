//! People who are to join.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{Employment, Hire, KindIx, Learning, Person, Rank, RetirementPolicy, SectionIx};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Month, Share};

/// The hires in order of month, then id.
pub(super) fn hires(
    scenario: &Node,
    as_of: Option<Month>,
    people: Option<&[Person]>,
    scope: &mut Scope<'_>,
) -> Option<Vec<Hire>> {
    let hires: Vec<_> = scenario.items("hire").map(|node| hire(node, as_of, people, scope)).collect();
    let mut hires = hires.into_iter().collect::<Option<Vec<_>>>()?;
    hires.sort_by(|a, b| (a.month, &a.id).cmp(&(b.month, &b.id)));
    Some(hires)
}

fn hire(node: &Node, as_of: Option<Month>, people: Option<&[Person]>, scope: &mut Scope<'_>) -> Option<Hire> {
    let id = node.text("id").unwrap_or_default();
    let origin = Origin::of(node, &Origin::UNKNOWN);
    // A home that nobody chose is the first section; whoever is needed elsewhere sits there.
    let section = if node.has("section") { scope.reference(node, "section", Named::Section) } else { Some(0) };
    let count = match node.get("count") {
        Some(_) => scope.whole(node, "count", &origin, format!("hire.{id}.count")).map(|count| count.value),
        None => Some(1),
    };
    let kind = scope.reference(node, "kind", Named::Kind).map(KindIx);
    let month = match node.get("replaces") {
        Some(_) => month_of_replacement(node, id, &origin, people, scope),
        None if node.has("month") => node.month("month"),
        None => as_of,
    };
    if let (Some(at), None) = (node.get("handover_months"), node.get("replaces")) {
        scope.found.push(Diagnostic::new(Code::HandoverWithoutPerson, &at.place).fact("hire", id));
    }
    let learning = node.get("learning").and_then(|table| learning(table, id, month, &origin, scope));
    let work_since = if node.has("work_since") { node.month("work_since") } else { month };
    if let (Some(month), Some(since), Some(at)) = (month, work_since, node.get("work_since"))
        && since > month
    {
        scope.found.push(Diagnostic::new(Code::HireBeforeWork, &at.place).fact("hire", id));
    }
    check_names(node, id, count.unwrap_or_default(), scope);
    if !node.is_sound() {
        return None;
    }
    Some(Hire {
        id: node.string("id")?,
        month: month?,
        count: count?,
        employment: node.word("employment", &Employment::ALL, Employment::id)?,
        kind,
        rank: node.word("rank", &Rank::ALL, Rank::id).unwrap_or(Rank::Staff),
        section: section.map(SectionIx)?,
        work_since: work_since?,
        learning,
    })
}

/// The month in which people begin who replace somebody: the one after the retirement, and so many before it as the
/// two are to work side by side.
fn month_of_replacement(
    node: &Node,
    id: &str,
    origin: &Origin,
    people: Option<&[Person]>,
    scope: &mut Scope<'_>,
) -> Option<Month> {
    if let Some(at) = node.get("month") {
        scope.found.push(Diagnostic::new(Code::HireMonthTwice, &at.place).fact("hire", id));
    }
    let overlap = match node.get("handover_months") {
        Some(_) => scope.whole(node, "handover_months", origin, format!("hire.{id}.handover_months"))?.value,
        None => 0,
    };
    let (at, cell) = (scope.reference(node, "replaces", Named::Person)?, node.get("replaces")?);
    let person = people?.get(at)?;
    let Some(last) = person.retires(RetirementPolicy::Statutory) else {
        let stays = Diagnostic::new(Code::ReplacedStays, &cell.place).fact("hire", id);
        scope.found.push(stays.fact("person", &person.id));
        return None;
    };
    Some(last.plus(1 - i32::try_from(overlap).unwrap_or_default()))
}

/// How long newcomers are new to the work.
fn learning(table: &Node, id: &str, month: Option<Month>, origin: &Origin, scope: &mut Scope<'_>) -> Option<Learning> {
    let origin = Origin::of(table, origin);
    let months = scope.whole(table, "months", &origin, format!("hire.{id}.learning.months"));
    let share = scope.number(table, "share", &origin, format!("hire.{id}.learning.share"));
    let until = month?.plus(i32::try_from(months?.value).ok()? - 1);
    Some(Learning { until, share: Share::new(share?.value) })
}

/// Nobody on the roster may be called as the people of a hire are.
fn check_names(node: &Node, id: &str, count: u32, scope: &mut Scope<'_>) {
    let taken = (1..=count).find_map(|number| {
        let name = Hire::name(id, number);
        scope.names.place(Named::Person, &name).map(|place| (name, place))
    });
    if let Some(((name, first), at)) = taken.zip(node.get("id")) {
        let again = Diagnostic::new(Code::DuplicateId, &at.place).fact("kind", Named::Person.id());
        scope.found.push(again.fact("id", name).fact("first", first));
    }
}
