//! What a table of year ends does not show: matters that change places, and months in between that are unlike both ends.

use super::draft::Draft;
use super::outlook::events;
use crate::analysis::ServiceStatus;
use crate::analysis::project::Point;
use crate::model::MatterIx;
use crate::report::words::month;
use crate::units::Month;

/// Exchanges and spans told; the report and its tables tell all.
const TOLD: usize = 2;

/// Sentences behind the course of the headcounts.
pub(super) fn sentences(draft: &Draft<'_>) -> Vec<String> {
    let points = &draft.evidence.outlook.chosen.points;
    let exchanges = points.iter().filter_map(|point| exchange(draft, point)).take(TOLD);
    let spans: Vec<String> = hidden(draft).iter().take(TOLD).map(|span| told(draft, span)).collect();
    let within = draft.text.with("letter-within", &[("spans", &draft.words.clauses(&spans))]);
    exchanges.chain((!spans.is_empty()).then_some(within)).collect()
}

/// That a matter stalls in the place of another of its tier.
fn exchange(draft: &Draft<'_>, point: &Point) -> Option<String> {
    let unit = draft.unit;
    let is_beside = |matter: &MatterIx| point.exchanged.iter().any(|other| unit[*other].tier == unit[*matter].tier);
    let recovered: Vec<MatterIx> = point.recovered.iter().copied().filter(is_beside).collect();
    let key = if recovered.is_empty() { "letter-exchanged" } else { "letter-exchanged.recovered" };
    let arguments = [
        ("month", &*month(draft.text, point.month)),
        ("events", &*events(draft, point)),
        ("matters", &*draft.named(&point.exchanged)),
        ("recovered", &*draft.named(&recovered)),
    ];
    (!point.exchanged.is_empty()).then(|| draft.text.with(key, &arguments))
}

/// A time in which the staffing stays as it is.
struct Span<'a> {
    from: Month,
    until: Month,
    point: &'a Point,
}

/// Times with no year end in them in which more or fewer matters are served in full than at the year ends on either side.
fn hidden<'a>(draft: &Draft<'a>) -> Vec<Span<'a>> {
    let outlook = &draft.evidence.outlook;
    let full = |point: &Point| point.with_status(ServiceStatus::Full).count();
    let points = &outlook.chosen.points;
    let untils = points.iter().skip(1).map(|next| next.month.plus(-1)).chain([outlook.until]);
    let spans = points.iter().zip(untils).map(|(point, until)| Span { from: point.month, until, point });
    let ends = outlook.year_ends();
    let is_hidden = |span: &Span<'_>| {
        let before = ends.iter().rev().find(|end| **end < span.from);
        let after = ends.iter().find(|end| **end >= span.from);
        let sides: Vec<usize> = before.into_iter().chain(after).map(|end| full(outlook.chosen.at(*end))).collect();
        let here = full(span.point);
        after.is_some_and(|end| *end > span.until)
            && (sides.iter().all(|side| here > *side) || sides.iter().all(|side| here < *side))
    };
    spans.filter(is_hidden).collect()
}

fn told(draft: &Draft<'_>, span: &Span<'_>) -> String {
    let count = |status| span.point.with_status(status).count();
    let (slowed, stalled) = (count(ServiceStatus::Slowed), count(ServiceStatus::Stalled));
    let key = if span.point.below_full().next().is_none() { "letter-span.full" } else { "letter-span" };
    let arguments = [
        ("from", &*month(draft.text, span.from)),
        ("until", &*month(draft.text, span.until)),
        ("slowed", &*slowed.to_string()),
        ("stalled", &*stalled.to_string()),
    ];
    draft.text.with(key, &arguments)
}
