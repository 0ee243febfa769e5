//! People who are to join.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{Employment, Hire, Rank, SectionIx};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::Month;

/// The hires in order of month, then id.
pub(super) fn hires(scenario: &Node, as_of: Option<Month>, scope: &mut Scope<'_>) -> Option<Vec<Hire>> {
    let hires: Vec<_> = scenario.items("hire").map(|node| hire(node, as_of, scope)).collect();
    let mut hires = hires.into_iter().collect::<Option<Vec<_>>>()?;
    hires.sort_by(|a, b| (a.month, &a.id).cmp(&(b.month, &b.id)));
    Some(hires)
}

fn hire(node: &Node, as_of: Option<Month>, scope: &mut Scope<'_>) -> Option<Hire> {
    let id = node.text("id").unwrap_or_default();
    let origin = Origin::of(node, &Origin::UNKNOWN);
    // A home that nobody chose is the first section; whoever is needed elsewhere sits there.
    let section = if node.has("section") { scope.reference(node, "section", Named::Section) } else { Some(0) };
    let count = match node.get("count") {
        Some(_) => scope.whole(node, "count", &origin, format!("hire.{id}.count")).map(|count| count.value),
        None => Some(1),
    };
    let month = if node.has("month") { node.month("month") } else { as_of };
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
        rank: node.word("rank", &Rank::ALL, Rank::id).unwrap_or(Rank::Staff),
        section: section.map(SectionIx)?,
        work_since: work_since?,
    })
}

/// The people of a hire are called `id-1`, `id-2` and so on; nobody on the roster may be.
fn check_names(node: &Node, id: &str, count: u32, scope: &mut Scope<'_>) {
    let taken = (1..=count).find_map(|number| {
        let name = format!("{id}-{number}");
        scope.names.place(Named::Person, &name).map(|place| (name, place))
    });
    if let Some(((name, first), at)) = taken.zip(node.get("id")) {
        let again = Diagnostic::new(Code::DuplicateId, &at.place).fact("kind", Named::Person.id());
        scope.found.push(again.fact("id", name).fact("first", first));
    }
}
