//! A result as one row of a file that programs read: keys and ids, the same in every language.

use crate::analysis::ServiceStatus;
use crate::analysis::fleet::answer::{
    AbsenceAnswer, Answer, FrontAnswer, HireAnswer, NeedAnswer, PlanAnswer, ProjectAnswer, Short, TaskResult,
};
use std::collections::BTreeMap;

/// The heads.
pub const HEADS: [&str; 26] = [
    "id",
    "place",
    "unit",
    "name",
    "scenario",
    "command",
    "code",
    "findings",
    "as_of",
    "authorised",
    "on_books",
    "on_duty",
    "contract",
    "vacancies",
    "stalled",
    "slowed",
    "unknown",
    "stalls_since",
    "retirements",
    "there",
    "needed_by_rule",
    "needed",
    "missing",
    "hires",
    "hires_from",
    "irreplaceable",
];

/// The cells of a result under the heads; what was not asked is empty.
#[must_use]
pub fn row(result: &TaskResult) -> Vec<String> {
    let mut cells: BTreeMap<&str, String> = BTreeMap::new();
    let mut set = |head: &'static str, cell: String| {
        cells.insert(head, cell);
    };
    set("id", result.id.clone());
    set("place", result.place.clone());
    set("unit", result.unit.clone());
    set("scenario", result.scenario.clone());
    set("command", result.command.id().to_owned());
    set("code", result.code.to_string());
    set("findings", joined(result.findings.iter().map(|found| format!("{}:{}", found.code, found.at))));
    if let Some(about) = &result.about {
        let known = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
        set("name", about.unit.name.clone());
        set("as_of", about.as_of.to_string());
        set("authorised", known(about.authorised.map(i64::from)));
        set("on_books", about.on_books.to_string());
        set("on_duty", about.on_duty.to_string());
        set("contract", about.contract.to_string());
        set("vacancies", known(about.vacancies));
    }
    match &result.answer {
        Some(Answer::Plan(plan)) => {
            for (head, status) in [
                ("stalled", ServiceStatus::Stalled),
                ("slowed", ServiceStatus::Slowed),
                ("unknown", ServiceStatus::Unknown),
            ] {
                set(head, with_status(plan, status));
            }
        }
        Some(Answer::Project(ProjectAnswer { stalls, retirements, .. })) => {
            set("stalls_since", joined(stalls.iter().map(|stall| format!("{}:{}", stall.matter.id, stall.since))));
            set("retirements", retirements.to_string());
        }
        Some(Answer::Need(NeedAnswer { there, by_rule, by_both, missing })) => {
            set("there", there.all().to_string());
            set("needed_by_rule", by_rule.map(|fewest| fewest.people.all().to_string()).unwrap_or_default());
            set("needed", by_both.map(|fewest| fewest.people.all().to_string()).unwrap_or_default());
            set("missing", missing.map(|missing| missing.to_string()).unwrap_or_default());
        }
        Some(Answer::Hire(HireAnswer { fewest, first, .. })) => {
            set("hires", fewest.map(|people| people.all().to_string()).unwrap_or_default());
            set("hires_from", first.map(|month| month.to_string()).unwrap_or_default());
        }
        Some(Answer::Absence(AbsenceAnswer { irreplaceable, .. })) => set("irreplaceable", irreplaceable.to_string()),
        Some(Answer::Front(FrontAnswer { .. })) | None => {}
    }
    HEADS.map(|head| cells.remove(head).unwrap_or_default()).into()
}

fn with_status(plan: &PlanAnswer, status: ServiceStatus) -> String {
    joined(plan.short.iter().filter(|short| short.status == status).map(|Short { matter, .. }| matter.id.clone()))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(";")
}
