//! The years ahead: who retires, and what stalls then.

use super::draft::Draft;
use crate::analysis::ServiceStatus;
use crate::analysis::project::{Point, Projection};
use crate::model::{Employment, Event, Headcount, MatterIx};
use crate::render::document::chart::{Axes, Chart, Shape};
use crate::render::document::{Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::parts::statuses;
use crate::report::project::first_by_policy;
use crate::report::words::month;
use crate::units::Month;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.section("request-outlook-people");
    draft.paragraph(people(draft));
    stated(draft);
    draft.section("request-outlook-work");
    work(draft);
}

/// Whether anybody joins within the years as it is planned already.
fn joins(draft: &Draft<'_>) -> bool {
    let events = || draft.evidence.outlook.chosen.points.iter().flat_map(|point| &point.events);
    events().any(|event| matches!(event, Event::Joined(_)))
}

/// On which condition the years ahead are told: that nobody joins, but for those whose joining is planned already.
pub(super) fn unless(draft: &Draft<'_>) -> String {
    let joined = draft.evidence.outlook.chosen.points.iter().flat_map(|point| {
        let hires = point.events.iter().filter_map(|event| match event {
            Event::Joined(hire) => draft.unit.hires.get(*hire),
            _ => None,
        });
        hires.map(|hire| (point.month, hire))
    });
    let joined: Vec<String> = joined
        .map(|(from, hire)| {
            let arguments = [
                ("month", &*month(draft.text, from)),
                ("employment", &*draft.words.engaged(hire.employment)),
                ("count", &*hire.count.to_string()),
            ];
            draft.text.with("request-planned-hire", &arguments)
        })
        .collect();
    if joined.is_empty() {
        return draft.text.get("request-nobody-joins");
    }
    draft.text.with("request-nobody-else-joins", &[("hires", &draft.words.list(&joined))])
}

/// The same in a title.
fn replaced(draft: &Draft<'_>) -> String {
    draft.text.get(if joins(draft) { "request-as-planned-only" } else { "request-nobody-replaced" })
}

/// How many retire, and who is left if nobody replaces them.
pub(super) fn people(draft: &Draft<'_>) -> Vec<String> {
    let (text, outlook) = (draft.text, &draft.evidence.outlook);
    let ([first, .., last] | [first @ last]) = &outlook.chosen.points[..] else { return Vec::new() };
    let course = |count: fn(&Headcount) -> u32| {
        let (from, to) = (count(&first.headcount), count(&last.headcount));
        let key = if from == to { "request-stays" } else { "request-moves" };
        text.with(key, &[("from", &from.to_string()), ("to", &to.to_string())])
    };
    let retired = retired(draft, &outlook.chosen);
    let arguments = [
        ("from", &*month(text, outlook.from)),
        ("until", &*month(text, outlook.until)),
        ("retired", &*retired.to_string()),
        ("unless", &*unless(draft)),
        ("on_books", &*course(|count| count.on_books)),
        ("on_duty", &*course(|count| count.on_duty)),
        ("contract", &*course(|count| count.contract)),
    ];
    let mut sentences = vec![text.with(if retired > 0 { "request-course" } else { "request-course-none" }, &arguments)];
    sentences.extend(away(draft));
    sentences
}

/// What the unit's papers state, beside what its roster gives under each choice of retirement.
fn stated(draft: &mut Draft<'_>) {
    let (text, outlook) = (draft.text, &draft.evidence.outlook);
    if let Some(stated) = outlook.stated_retirements {
        let counts = outlook.policies.iter().map(|projection| {
            let policy = text.get(&format!("policy-{}", projection.policy.id()));
            let count = retired(draft, projection).to_string();
            text.with("request-policy-count", &[("policy", &policy), ("count", &count)])
        });
        let counts: Vec<_> = counts.collect();
        let source = draft.unit.stated.retirements.as_ref().and_then(|stated| stated.source.clone());
        let arguments = [
            ("stated", &*stated.to_string()),
            ("source", &*source.unwrap_or_else(|| text.get("not-stated"))),
            ("counts", &*draft.words.list(&counts)),
        ];
        draft.say("request-stated", &arguments);
    }
}

fn away(draft: &Draft<'_>) -> Option<String> {
    let count = draft.evidence.outlook.away_throughout.len();
    (count > 0).then(|| draft.text.with("request-away", &[("count", &count.to_string())]))
}

/// Established people who retire within the years of a projection.
fn retired(draft: &Draft<'_>, projection: &Projection) -> usize {
    projection.points.iter().map(|point| leaving(draft, point)).sum()
}

fn leaving(draft: &Draft<'_>, point: &Point) -> usize {
    let established =
        |event: &&Event| matches!(event, Event::Retired(ix) if draft.unit[*ix].employment == Employment::Established);
    point.events.iter().filter(established).count()
}

/// Each change of staffing by which work is lost or won back, and when the first comes under each choice of retirement.
fn work(draft: &mut Draft<'_>) {
    let (text, outlook) = (draft.text, &draft.evidence.outlook);
    let changes: Vec<String> = outlook.chosen.points.iter().filter_map(|point| change(draft, point)).collect();
    if changes.is_empty() {
        draft.say("request-no-change", &[]);
    }
    draft.points(changes);
    let told = first_by_policy(draft.words, outlook, ["request-first-at", "request-first-never"]);
    let band = text.with("request-first", &[("policies", &told)]);
    draft.paragraph([band, text.with("request-outlook-assumes", &[("replaced", &replaced(draft))])]);
}

fn change(draft: &Draft<'_>, point: &Point) -> Option<String> {
    let text = draft.text;
    let lost: Vec<MatterIx> = point.new_stalls().collect();
    let groups = [
        ("request-newly-stalled", &lost),
        ("request-exchanged", &point.exchanged),
        ("request-newly-slowed", &point.newly_slowed),
        ("request-recovered", &point.recovered),
    ];
    let hit = groups.iter().filter(|(_, matters)| !matters.is_empty());
    let changes: Vec<_> = hit.map(|(key, matters)| text.with(key, &[("matters", &draft.named(matters))])).collect();
    let total = point.with_status(ServiceStatus::Stalled).count();
    let key = if total == 0 { "request-change.none" } else { "request-change" };
    let arguments = [
        ("month", &*month(text, point.month)),
        ("events", &*events(draft, point)),
        ("on_duty", &*point.headcount.on_duty.to_string()),
        ("changes", &*draft.words.clauses(&changes)),
        ("total", &*total.to_string()),
    ];
    (!changes.is_empty()).then(|| text.with(key, &arguments))
}

/// What happened to the staff, without names: a roster id says nothing to an approving office.
pub(super) fn events(draft: &Draft<'_>, point: &Point) -> String {
    const KINDS: [&str; 11] = [
        "request-event-retired",
        "request-event-retired-contract",
        "request-event-left",
        "request-event-returned",
        "request-event-recalled",
        "request-event-went-back",
        "request-event-joined",
        "request-event-transferred",
        "request-event-went-away",
        "request-event-came-back",
        "request-event-able",
    ];
    let kind = |event: &Event| match event {
        Event::Retired(ix) if draft.unit[*ix].employment == Employment::Contract => KINDS[1],
        Event::Retired(_) => KINDS[0],
        Event::Left(_) => KINDS[2],
        Event::Returned(_) => KINDS[3],
        Event::Recalled(_) => KINDS[4],
        Event::WentBack(_) => KINDS[5],
        Event::Joined(_) => KINDS[6],
        Event::Transferred(..) => KINDS[7],
        Event::WentAway(_) => KINDS[8],
        Event::CameBack(_) => KINDS[9],
        Event::Able(_) | Event::Learnt(_) => KINDS[10],
    };
    let people = |event: &Event| match event {
        Event::Joined(hire) | Event::Learnt(hire) => draft.unit.hires[*hire].count,
        _ => 1,
    };
    let told: Vec<String> = KINDS
        .iter()
        .filter_map(|key| {
            let count: u32 = point.events.iter().filter(|event| kind(event) == *key).map(people).sum();
            (count > 0).then(|| draft.text.with(key, &[("count", &count.to_string())]))
        })
        .collect();
    if told.is_empty() { draft.text.get("events-none") } else { draft.words.list(told) }
}

/// The start, and the end of each year.
fn ends(draft: &Draft<'_>) -> Vec<Month> {
    [draft.evidence.outlook.from].into_iter().chain(draft.evidence.outlook.year_ends()).collect()
}

/// People and matters at the end of each year, in a table.
pub(super) fn years(draft: &mut Draft<'_>) {
    let title = draft.text.with("request-table-years", &[("replaced", &replaced(draft))]);
    draft.titled(&title, year_table(draft));
}

/// People and matters at the end of each year, nobody replaced but as planned. Years in which nothing changes are one
/// row with the one before.
fn year_table(draft: &Draft<'_>) -> Table {
    const COUNTS: [(&str, &str); 7] = [
        ("retired", "letter-column-retired"),
        ("on_books", "letter-column-on-books"),
        ("on_duty", "letter-column-on-duty"),
        ("contract", "letter-column-contract"),
        ("full", "letter-column-full"),
        ("slowed", "letter-column-slowed"),
        ("stalled", "letter-column-stalled"),
    ];
    let chosen = &draft.evidence.outlook.chosen;
    let mut rows: Vec<(Month, Month, [usize; 7])> = Vec::new();
    for end in draft.evidence.outlook.year_ends() {
        let within = chosen.points.iter().filter(|point| point.month.year() == end.year());
        let retired: usize = within.map(|point| leaving(draft, point)).sum();
        let point = chosen.at(end);
        let there = [point.headcount.on_books, point.headcount.on_duty, point.headcount.contract];
        let [on_books, on_duty, contract] = there.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        let [full, slowed, stalled] = [ServiceStatus::Full, ServiceStatus::Slowed, ServiceStatus::Stalled]
            .map(|status| point.with_status(status).count());
        let counts = [retired, on_books, on_duty, contract, full, slowed, stalled];
        match rows.last_mut() {
            Some((_, last, before)) if retired == 0 && *before == counts => *last = end,
            _ => rows.push((end, end, counts)),
        }
    }
    let named = |end: &Month| {
        if end.month() == 12 { end.year().to_string() } else { month(draft.text, *end) }
    };
    let years = |(first, last, _): &(Month, Month, [usize; 7])| {
        let (from, until) = (named(first), named(last));
        if first == last { from } else { draft.text.with("letter-years-alike", &[("first", &from), ("last", &until)]) }
    };
    let table = columns("years", draft.text, rows).head("year", "letter-column-year", Kind::Text, years);
    let counts = COUNTS.into_iter().enumerate();
    table
        .each(counts, |table, (i, (key, head))| table.head(key, head, Kind::Whole, move |(.., counts)| counts[i]))
        .table()
}

/// Matters by how far they are served, at the start and at the end of each year.
pub(super) fn service_chart(draft: &Draft<'_>) -> Chart {
    let count = |end: &Month, status| draft.evidence.outlook.chosen.at(*end).with_status(status).count();
    Chart {
        name: "service",
        title: draft.text.with("request-chart-service", &[("replaced", &replaced(draft))]).into(),
        shape: Shape::Stacked,
        kind: Kind::Whole,
        axes: axes(draft, "request-axis-matters"),
        categories: categories(draft),
        series: statuses::series(draft.text, &ends(draft), count),
    }
}

fn axes(draft: &Draft<'_>, values: &str) -> Axes {
    Axes::new(draft.text.get("request-axis-month"), draft.text.get(values))
}

fn categories(draft: &Draft<'_>) -> Vec<crate::render::line::Line> {
    ends(draft).into_iter().map(|end| end.to_string().into()).collect()
}
