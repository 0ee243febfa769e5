//! What bounds what: matters that come before others, and sections that are to have people of their own.

use super::Scope;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::{Matter, MatterIx, Person, Pin, PostIx, SectionIx, Step, Unit};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use std::collections::BTreeSet;

/// Gives each matter those that come before it. What is in a circle is reported where the circle closes.
pub(super) fn bind(scenario: &Node, mut matters: Option<&mut Vec<Matter>>, scope: &mut Scope<'_>) {
    let mut known: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); scenario.items("matter").count()];
    for (position, node) in scenario.items("matter").enumerate() {
        let name = name_of(node);
        let after = node.items("after").filter_map(|item| Some((item, other(item, scope)?)));
        let after: Vec<(&Node, usize)> = after.collect();
        let same = node.get("same_handler").and_then(|item| Some((item, other(item, scope)?)));
        for (item, other) in after.iter().chain(&same).copied() {
            if reaches(&known, other, position) {
                let circle = Diagnostic::new(Code::OrderCircle, &item.place).fact("matter", name);
                scope.found.push(circle.fact("other", scenario.items("matter").nth(other).map_or("", name_of)));
            } else if let Some(before) = known.get_mut(position) {
                before.insert(other);
            }
        }
        let Some(matters) = matters.as_deref_mut() else { continue };
        if let (Some((item, other)), Some(matter)) = (same, matters.get(position))
            && (handlers(matter) != 1 || matters.get(other).is_some_and(|other| handlers(other) == 0))
        {
            let unclear = Diagnostic::new(Code::HandlerUnclear, &item.place).fact("matter", name);
            scope.found.push(unclear.fact("other", scenario.items("matter").nth(other).map_or("", name_of)));
        }
        if let Some(matter) = matters.get_mut(position) {
            matter.after = after.into_iter().map(|(_, other)| MatterIx(other)).collect();
            matter.same_handler = same.map(|(_, other)| MatterIx(other));
        }
    }
}

/// What readers call a matter; its id as long as it has no name.
fn name_of(matter: &Node) -> &str {
    matter.text("name").or_else(|| matter.text("id")).unwrap_or_default()
}

fn other(item: &Node, scope: &mut Scope<'_>) -> Option<usize> {
    scope.names.resolve(Named::Matter, item, scope.found)
}

/// People who handle one case; none where the system does.
fn handlers(matter: &Matter) -> u32 {
    matter.steps.iter().filter(|step| step.step == Step::Handle).map(|step| step.people).sum()
}

/// Whether a matter is another one, or comes somewhere after it.
fn reaches(before: &[BTreeSet<usize>], from: usize, to: usize) -> bool {
    from == to || before.get(from).into_iter().flatten().any(|next| reaches(before, *next, to))
}

/// There are as many people as sections are to have of their own, counted one by one and all together.
pub(super) fn check_minima(unit: &Unit, scenario: &Node, found: &mut Diagnostics) {
    let may = |person: &Person, section: Option<SectionIx>| {
        let here = |post: PostIx, at: SectionIx| match person.terms.pinned {
            None => true,
            Some(Pin::Section(only)) => only == at,
            Some(Pin::Post(only)) => only == post,
        };
        let mut posts = unit.needed_posts().filter(|(_, at)| at.is_working());
        posts.any(|(post, at)| {
            section.is_none_or(|section| at.section == section) && here(post, at.section) && unit.may_hold(person, post)
        })
    };
    let people = |section: Option<SectionIx>| {
        unit.present().filter(|(_, person)| person.terms.split.is_empty() && may(person, section)).count()
    };
    let there = people(None);
    let mut sum = 0_usize;
    for (node, (section, of)) in scenario.items("section").zip(unit.sections()) {
        let (Some(at), Ok(minimum)) = (node.get("minimum"), usize::try_from(of.minimum)) else { continue };
        sum += minimum;
        let count = people(Some(section));
        if minimum > count {
            let beyond = Diagnostic::new(Code::MinimumBeyond, &at.place).fact("section", &of.name);
            found.push(beyond.fact("minimum", minimum).fact("count", count));
        } else if sum > there {
            let beyond = Diagnostic::new(Code::MinimaBeyond, &at.place).fact("section", &of.name);
            found.push(beyond.fact("sum", sum).fact("count", there));
            return;
        }
    }
}
