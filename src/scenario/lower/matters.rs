//! Matters: volume, steps, dual review.

use super::numbers::Origin;
use super::{Scope, arrival};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    DutyGroup, Matter, MatterIx, MatterStep, Outside, Section, SectionIx, Sourced, Step, SystemStep, TierIx, Volume,
};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::{Cases, Minutes, Share, round_half_up};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// More cases than any small unit has; keeps every product within exact decimals.
const MOST_CASES: u32 = 100_000_000;

type Drivers = BTreeMap<String, Option<Decimal>>;

pub(super) fn matters(
    scenario: &Node,
    sections: &[Option<Section>],
    drivers: &Drivers,
    scope: &mut Scope<'_>,
) -> Option<Vec<Matter>> {
    let dual_review = is_dual_review(scenario);
    let matters: Vec<_> = scenario
        .items("matter")
        .enumerate()
        .map(|(position, node)| matter(node, position, sections, drivers, dual_review, scope))
        .collect();
    // A list that was rejected as a whole has no items; the plan needs some.
    matters.into_iter().collect::<Option<Vec<_>>>().filter(|matters| !matters.is_empty())
}

/// Whether every matter needs two steps.
pub(super) fn is_dual_review(scenario: &Node) -> bool {
    scenario.get("rules").and_then(|rules| rules.get("dual_review")?.flag("on")).unwrap_or_default()
}

fn matter(
    node: &Node,
    position: usize,
    sections: &[Option<Section>],
    drivers: &Drivers,
    dual_review: bool,
    scope: &mut Scope<'_>,
) -> Option<Matter> {
    let id = node.text("id").unwrap_or_default();
    let origin = Origin::of(node, &Origin::UNKNOWN);
    let section = scope.reference(node, "section", Named::Section);
    let tier = scope.reference(node, "tier", Named::Tier);
    let volume = volume(node, id, &origin, drivers, scope);
    let weight = match node.get("weight") {
        Some(_) => scope.number(node, "weight", &origin, format!("matter.{id}.weight")).map(|w| Share::new(w.value)),
        None => Some(Share::ONE),
    };
    let (steps, by_system) = steps(node, id, &origin, scope);
    let outside = outside(node, id, &origin, scope);
    // What lacks a step lacks a post; references to that post are not to be blamed.
    let is_whole = !dual_review || check_dual_review(node, id, scope);
    let arrival = arrival::arrival(node, id, &origin, scope);
    let audits = audits(node, id, position, scope);
    if !is_whole || !node.is_sound() {
        return None;
    }
    let section = section?;
    let duty = node.word("duty", &DutyGroup::ALL, DutyGroup::id);
    let (volume, all) = volume?;
    let mut matter = Matter {
        id: node.string("id")?,
        name: node.string("name")?,
        name_en: node.string("name_en"),
        section: SectionIx(section),
        duty: duty.or(sections.get(section)?.as_ref().map(|section| section.duty))?,
        tier: TierIx(tier?),
        weight: weight?,
        volume,
        arriving: all,
        outside,
        unit: node.string("unit")?,
        steps: steps?,
        by_system,
        audits,
        after: Vec::new(),
        same_handler: None,
        dual_review_exempt: node.string("dual_review_exempt"),
        deadline_days: node.whole("deadline_days"),
        monthly: arrival.monthly,
        months: arrival.months,
        profile: arrival.profile,
    };
    matter.arrive(all);
    Some(matter)
}

/// The share that others do.
fn outside(node: &Node, id: &str, origin: &Origin, scope: &mut Scope<'_>) -> Option<Outside> {
    let table = node.get("outside")?;
    let share = scope.number(table, "share", &Origin::of(table, origin), format!("matter.{id}.outside.share"))?;
    Some(Outside { share: Share::new(share.value), by: table.string("by")?, cases: Cases::ZERO })
}

/// The volume as given, and the whole cases that arrive.
fn volume(node: &Node, id: &str, origin: &Origin, drivers: &Drivers, scope: &mut Scope<'_>) -> Option<(Volume, Cases)> {
    let driver_position = scope.reference(node, "driver", Named::Driver);
    let rate = scope.number(node, "rate", origin, format!("matter.{id}.rate"));
    let stated = scope.whole(node, "volume", origin, format!("matter.{id}.volume"));
    let mut report = |code: Code, at: &Node| {
        scope.found.push(Diagnostic::new(code, &at.place).fact("matter", id));
        None
    };
    match (node.get("volume"), node.get("driver"), node.get("rate")) {
        (None, None, None) => report(Code::VolumeMissing, node),
        (Some(_), Some(second), _) | (Some(_), None, Some(second)) => report(Code::VolumeTwice, second),
        (None, None, Some(rate)) => report(Code::RateWithoutDriver, rate),
        (None, Some(driver), None) => report(Code::DriverWithoutRate, driver),
        (Some(_), None, None) => {
            let stated = stated?;
            let arriving = Cases::from(stated.value);
            Some((Volume::Stated(stated), arriving))
        }
        (None, Some(driver), Some(at)) => {
            driver_position?;
            let (driver, rate) = (driver.as_text()?, rate?);
            // Both factors are within their ranges, so the product fits.
            let arriving = round_half_up((*drivers.get(driver)?)?.checked_mul(rate.value)?, 0);
            if arriving > MOST_CASES.into() {
                let large = Diagnostic::new(Code::VolumeTooLarge, &at.place).fact("matter", id);
                scope.found.push(large.fact("value", arriving.normalize()).fact("most", MOST_CASES));
                return None;
            }
            Some((Volume::Driven { driver: driver.to_owned(), rate }, Cases::new(arriving)))
        }
    }
}

/// The steps in working order, each at most once: those of people, and those of the system.
pub(super) fn steps(
    node: &Node,
    id: &str,
    origin: &Origin,
    scope: &mut Scope<'_>,
) -> (Option<Vec<MatterStep>>, Vec<SystemStep>) {
    let mut steps: Vec<Option<MatterStep>> = Vec::new();
    let mut by_system: Vec<SystemStep> = Vec::new();
    let mut before: Option<Step> = None;
    for item in node.items("steps") {
        let step = item.word("step", &Step::ALL, Step::id);
        let path = |what: &str| format!("matter.{id}.{}.{what}", step.map_or("", Step::id));
        let minutes = scope.number(item, "minutes", origin, path("minutes"));
        let people = match item.get("people") {
            Some(_) => people(item, origin, path("people"), scope),
            None => Some(1),
        };
        if let (Some(step), Some(before)) = (step, before)
            && step <= before
        {
            let at = item.get("step").unwrap_or(item);
            let of_people = steps.iter().flatten().any(|earlier| earlier.step == step);
            let seen = of_people || by_system.iter().any(|earlier| earlier.step == step);
            let code = if seen { Code::StepRepeated } else { Code::StepOrder };
            let finding = Diagnostic::new(code, &at.place).fact("matter", id).fact("step", step.id());
            scope.found.push(if seen { finding } else { finding.fact("before", before.id()) });
        }
        before = before.max(step);
        let hall = scope.reference(item, "section", Named::Section).map(SectionIx);
        if item.has("by_system") {
            by_system.extend(step.zip(item.string("by_system")).map(|(step, reason)| SystemStep { step, reason }));
            if let Some(at) = item.get("minutes").or_else(|| item.get("people")) {
                let both = Diagnostic::new(Code::SystemWithMinutes, &at.place).fact("matter", id);
                scope.found.push(both.fact("step", step.map_or("", Step::id)));
                steps.push(None);
            }
            continue;
        }
        steps.push(step.zip(minutes).zip(people).map(|((step, minutes), people)| {
            let minutes: Sourced<Minutes> = minutes.map(Minutes::new);
            MatterStep { step, minutes, people, hall }
        }));
    }
    if let (true, Some(list), false) = (steps.is_empty(), node.get("steps"), by_system.is_empty()) {
        scope.found.push(Diagnostic::new(Code::NobodyNeeded, &list.place).fact("matter", id));
        return (None, by_system);
    }
    (steps.into_iter().collect(), by_system)
}

/// People at a step; a single one is no number that anybody had to find out.
fn people(item: &Node, origin: &Origin, path: String, scope: &mut Scope<'_>) -> Option<u32> {
    let people = super::numbers::sourced_whole(item.get("people")?, origin)?;
    if people.value > 1 {
        scope.enter(path, &people);
    }
    Some(people.value)
}

/// Every matter has a handle and a review step or says why not; and it does not say why not if it has both.
/// Returns whether no step is missing.
pub(super) fn check_dual_review(node: &Node, id: &str, scope: &mut Scope<'_>) -> bool {
    let Some(list) = node.get("steps") else { return false };
    let words: Vec<_> = node.items("steps").map(|item| item.text("step")).collect();
    if words.is_empty() || words.contains(&None) {
        return false;
    }
    let missing = [Step::Handle, Step::Review].into_iter().find(|step| !words.contains(&Some(step.id())));
    match (missing, node.get("dual_review_exempt")) {
        (Some(step), None) => {
            let missing = Diagnostic::new(Code::ReviewMissing, &list.place);
            scope.found.push(missing.fact("matter", id).fact("step", step.id()));
            return false;
        }
        (None, Some(exempt)) => {
            scope.found.push(Diagnostic::new(Code::NeedlessExemption, &exempt.place).fact("matter", id));
        }
        _ => {}
    }
    true
}

fn audits(node: &Node, id: &str, position: usize, scope: &mut Scope<'_>) -> Vec<MatterIx> {
    let mut audits = Vec::new();
    for item in node.items("audits") {
        match scope.names.resolve(Named::Matter, item, scope.found) {
            Some(own) if own == position => {
                scope.found.push(Diagnostic::new(Code::SelfAudit, &item.place).fact("matter", id));
            }
            Some(other) => audits.push(MatterIx(other)),
            None => {}
        }
    }
    audits
}
