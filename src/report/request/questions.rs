//! The questions that an approving office asks of every request for staff, answered with numbers, those against it too.

use super::blank::Blank;
use super::draft::Draft;
use super::{hiring, outlook};
use crate::analysis::need::BenchmarkLoad;
use crate::analysis::project::Point;
use crate::analysis::{Limit, PeopleProof, ServiceStatus};
use crate::render::document::Kind;
use crate::report::words::month;

pub(super) fn write(draft: &mut Draft<'_>) {
    workload(draft);
    output(draft);
    // What answers a request says nothing where nobody is asked for because nobody is needed.
    let is_asked = !draft.ask.is_for_nobody() || draft.ask.is_lowered;
    if is_asked {
        lasting(draft);
        otherwise(draft);
    }
    elsewhere(draft);
    if is_asked {
        refused(draft);
    }
}

/// Which workload, and how much it grew.
fn workload(draft: &mut Draft<'_>) {
    draft.section("request-question-workload");
    let shortfalls = &draft.evidence.assessment.shortfalls;
    let text = draft.text;
    let mut sentences = vec![text.get("request-growth")];
    let people = shortfalls.iter().filter(|s| s.reason.limit.people().is_some()).count();
    let hours = shortfalls.iter().filter(|s| s.reason.limit == Limit::Hours).count();
    let another = shortfalls.iter().filter(|s| s.reason.limit == Limit::Another).count();
    let unknown = shortfalls.len() - people - hours - another;
    for (key, count) in [
        ("request-limits-people", people),
        ("request-limits-hours", hours),
        ("request-limits-another", another),
        ("request-limits-unknown", unknown),
    ] {
        sentences.extend((count > 0).then(|| text.with(key, &[("count", &count.to_string())])));
    }
    draft.paragraph(sentences);
}

/// Output a head, and how it compares.
fn output(draft: &mut Draft<'_>) {
    draft.section("request-question-output");
    let text = draft.text;
    let Some(benchmark) = &draft.evidence.need.benchmark else {
        return draft.say("request-no-benchmark", &[]);
    };
    let mut sentences = Vec::new();
    let mut narrower: Option<&BenchmarkLoad> = None;
    for load in &benchmark.loads {
        let before = narrower.replace(load);
        let (Some(on_duty), Some(of_all)) = (load.for_each_on_duty, load.for_each_of_all) else { continue };
        let arguments = [
            ("load", &*Kind::Whole.show(load.load)),
            ("on_duty", &*Kind::Whole.show(on_duty)),
            ("of_all", &*Kind::Whole.show(of_all)),
            ("ratio", &*Kind::Given.show(benchmark.ratio.value)),
            ("people", &*Kind::Decimal(1).show(load.people)),
            ("more", &*Kind::Whole.show(before.map_or(load.load, |before| load.load - before.load))),
            ("sources", &*sources(draft, load, before)),
        ];
        sentences.push(text.with(if before.is_some() { "request-load.wider" } else { "request-load" }, &arguments));
    }
    draft.paragraph(sentences);
    draft.quote(draft.need().benchmark());
}

/// Where the numbers stand that one load has and a narrower one has not.
fn sources(draft: &Draft<'_>, load: &BenchmarkLoad, narrower: Option<&BenchmarkLoad>) -> String {
    let own = load.drivers.iter().filter(|id| narrower.is_none_or(|narrower| !narrower.drivers.contains(id)));
    let paths: Vec<String> = own.map(|id| format!("driver.{id}")).collect();
    let stated = draft.unit.inputs.iter().filter(|input| paths.contains(&input.path));
    let sources = stated.filter_map(|input| input.source.as_deref()).map(|source| draft.words.quoted(source));
    let sources: Vec<&str> = sources.collect();
    if sources.is_empty() { draft.text.get("request-load-unsourced") } else { draft.words.list(sources) }
}

/// Temporary or permanent.
fn lasting(draft: &mut Draft<'_>) {
    draft.section("request-question-lasting");
    let ahead = &draft.evidence.outlook;
    let text = draft.text;
    let stalled = |point: &Point| point.with_status(ServiceStatus::Stalled).count();
    let starts = ahead.chosen.points.first().map_or(0, stalled);
    let ends = ahead.chosen.points.last().map_or(0, stalled);
    let arguments = [
        ("from", &*month(text, ahead.from)),
        ("until", &*month(text, ahead.until)),
        ("starts", &*starts.to_string()),
        ("ends", &*ends.to_string()),
        ("unless", &*outlook::unless(draft)),
    ];
    // That more stalls with every retirement is seen; that a need without it lasts, is not.
    let key = match (starts, ends) {
        _ if ends > starts => "request-lasting",
        (0, 0) => "request-lasting-passing.none",
        _ if ends == starts => "request-lasting-passing.same",
        _ => "request-lasting-passing",
    };
    let mut sentences = vec![text.with(key, &arguments)];
    if !draft.ask.is_for_nobody() {
        sentences.extend(hiring::eases(draft));
    }
    if !ahead.away_throughout.is_empty() && hiring::has_measures(draft) {
        sentences.push(text.get("request-lasting-loans"));
        draft.blank(Blank::Loans);
    }
    draft.paragraph(sentences);
}

/// Whether part of it can be automated, pooled, or moved to contract staff.
fn otherwise(draft: &mut Draft<'_>) {
    draft.section("request-question-otherwise");
    let text = draft.text;
    let shortfalls = &draft.evidence.assessment.shortfalls;
    let mut sentences: Vec<String> = Vec::new();
    for proof in PeopleProof::ALL {
        let count = shortfalls.iter().filter(|s| s.reason.limit == Limit::People(proof)).count();
        let key = format!("request-automation-{}", proof.id());
        sentences.extend((count > 0).then(|| text.with(&key, &[("count", &count.to_string())])));
    }
    if hiring::has_measures(draft) {
        sentences.push(text.get("request-otherwise"));
    } else if draft.ask.is_for_nobody() {
        sentences.push(text.get("request-otherwise-nobody"));
    }
    draft.paragraph(sentences);
}

/// Whether similar units run with fewer.
fn elsewhere(draft: &mut Draft<'_>) {
    draft.section("request-question-elsewhere");
    let blank = draft.blank(Blank::Peers);
    draft.say("request-elsewhere", &[("blank", &blank)]);
}

/// What happens if the answer is no.
fn refused(draft: &mut Draft<'_>) {
    draft.section("request-question-refused");
    let ahead = &draft.evidence.outlook;
    let text = draft.text;
    let Some(last) = ahead.chosen.points.last() else { return };
    let stalls: Vec<_> = last.with_status(ServiceStatus::Stalled).collect();
    let full = last.with_status(ServiceStatus::Full).count();
    if stalls.is_empty() {
        return draft.say("request-refused-nothing", &[("until", &month(text, ahead.until))]);
    }
    let arguments = [
        ("until", &*month(text, ahead.until)),
        ("on_duty", &*last.headcount.on_duty.to_string()),
        ("count", &*stalls.len().to_string()),
        ("matters", &*draft.named(&stalls)),
        ("full", &*full.to_string()),
    ];
    draft.say("request-refused", &arguments);
}
