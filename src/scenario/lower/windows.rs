//! Windows that are to be manned: each is a matter whose cases are the days on which it is open.

use super::Scope;
use super::numbers::Origin;
use crate::diag::{Code, Diagnostic};
use crate::model::{DutyGroup, Matter, MatterStep, Section, SectionIx, Sourced, Step, TierIx, Volume};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Cases, Minutes, Share};
use rust_decimal::Decimal;

/// Adds the windows behind all other matters. So many different people are at each on a day, for the part of its hours
/// that cannot be used for cases.
pub(super) fn add(
    scenario: &Node,
    sections: &[Option<Section>],
    matters: Option<Vec<Matter>>,
    scope: &mut Scope<'_>,
) -> Option<Vec<Matter>> {
    let windows: Vec<_> = scenario.items("window").map(|node| window(node, sections, scope)).collect();
    let mut matters = matters?;
    for (window, node) in windows.into_iter().zip(scenario.items("window")) {
        let window = window?;
        if let (true, Some(at)) = (matters.iter().any(|matter| matter.id == window.id), node.get("id")) {
            let again = Diagnostic::new(Code::DuplicateId, &at.place).fact("kind", Named::Matter.id());
            let first = scope.names.place(Named::Matter, &window.id).map(ToString::to_string).unwrap_or_default();
            scope.found.push(again.fact("id", &window.id).fact("first", first));
        }
        matters.push(window);
    }
    Some(matters)
}

fn window(node: &Node, sections: &[Option<Section>], scope: &mut Scope<'_>) -> Option<Matter> {
    let id = node.text("id").unwrap_or_default();
    let origin = Origin::of(node, &Origin::UNKNOWN);
    let path = |key: &str| format!("window.{id}.{key}");
    let section = scope.reference(node, "section", Named::Section);
    let tier = scope.reference(node, "tier", Named::Tier);
    let people = scope.whole(node, "people", &origin, path("people"));
    let days = scope.whole(node, "days", &origin, path("days"));
    let hours = scope.number(node, "hours", &origin, path("hours"));
    let usable = match node.get("use") {
        Some(_) => scope.number(node, "use", &origin, path("use"))?.value,
        None => Decimal::ZERO,
    };
    let Sourced { value: hours, basis, source } = hours?;
    let minutes = Minutes::new(hours * Decimal::from(60) * (Decimal::ONE - usable));
    let minutes = Sourced { value: minutes, basis, source };
    let days = days?;
    let (section, duty) = (section?, node.word("duty", &DutyGroup::ALL, DutyGroup::id));
    Some(Matter {
        id: node.string("id")?,
        name: node.string("name")?,
        name_en: node.string("name_en"),
        section: SectionIx(section),
        duty: duty.or(sections.get(section)?.as_ref().map(|section| section.duty))?,
        tier: TierIx(tier?),
        weight: Share::ONE,
        arriving: Cases::from(days.value),
        volume: Volume::Stated(days),
        outside: None,
        unit: node.string("unit")?,
        steps: vec![MatterStep { step: Step::Handle, minutes, people: people?.value, hall: None }],
        by_system: Vec::new(),
        audits: Vec::new(),
        after: Vec::new(),
        same_handler: None,
        dual_review_exempt: Some(node.string("why")?),
        deadline_days: None,
        monthly: true,
        months: Vec::new(),
        profile: None,
    })
}
