//! What cannot be done with the people who are there, and why, in one paragraph.

use super::draft::Draft;
use super::{count, opening};
use crate::analysis::{Limit, Reason, ServiceStatus, Shortfall};
use crate::model::MatterIx;
use crate::render::document::Kind;
use crate::report::parts::alike::alike;

/// Reasons told in the letter; the report tells all.
const TOLD: usize = 3;

pub(super) fn write(draft: &mut Draft<'_>) {
    let (text, unit) = (draft.text, draft.unit);
    let shortfalls = &draft.evidence.assessment.shortfalls;
    let full = unit.matters.len() - shortfalls.len();
    let all = [("matters", &*unit.matters.len().to_string()), ("full", &*full.to_string())];
    let mut sentences = vec![text.with(served(full, unit.matters.len()), &all)];
    let groups = [(ServiceStatus::Stalled, "letter-stalled"), (ServiceStatus::Slowed, "letter-slowed")];
    for (status, key) in groups {
        let matters: Vec<MatterIx> = shortfalls.iter().filter(|s| s.status == status).map(|s| s.matter).collect();
        let arguments = [("count", &*matters.len().to_string()), ("matters", &*draft.named(&matters))];
        sentences.extend((!matters.is_empty()).then(|| text.with(key, &arguments)));
    }
    let reasons = by_reason(shortfalls);
    let told = |(matters, reason): &(Vec<MatterIx>, &Reason)| {
        // Just named: not named again.
        let only = reasons.len() == 1;
        let named = match (reasons.len(), matters.len()) {
            (1, 1) => text.get("letter-this"),
            (1, _) => text.get("letter-these"),
            _ => draft.named(matters),
        };
        let found = count::of(draft.evidence, matters);
        let keeps = found.is_some_and(|found| !found.kept.is_empty());
        let table = text.get(if keeps { "letter-count-table.kept" } else { "letter-count-table" });
        let counted = found.map(|found| count::sentence(draft.words, &named, matters, found, &table));
        counted.or_else(|| rival(draft, matters)).unwrap_or_else(|| why(draft, reason, &named, only))
    };
    sentences.extend(reasons.iter().take(TOLD).map(told));
    sentences.extend(opening::assumed(draft));
    draft.paragraph(sentences);
    let counted = reasons.iter().take(TOLD).find_map(|(matters, _)| count::of(draft.evidence, matters));
    if let Some(found) = counted {
        draft.table("letter-table-count", count::table(draft.words, found));
    }
}

/// How many matters are served in full, or that all are.
pub(super) const fn served(full: usize, matters: usize) -> &'static str {
    if full == matters { "request-service.all" } else { "request-service" }
}

/// Shortfalls with the very same reason.
pub(super) fn by_reason(shortfalls: &[Shortfall]) -> Vec<(Vec<MatterIx>, &Reason)> {
    alike(shortfalls.iter().map(|shortfall| (shortfall.matter, &shortfall.reason)))
}

/// What else of its tier would have to give way to a matter; `None` where that is not known of this one alone.
fn rival(draft: &Draft<'_>, matters: &[MatterIx]) -> Option<String> {
    let [matter] = matters else { return None };
    let rival = draft.evidence.rivals.iter().find(|rival| rival.matter == *matter && !rival.less.is_empty())?;
    let less = rival.less.iter().map(|shift| {
        let arguments = [
            ("matter", &*draft.words.matter(shift.matter)),
            ("from", &*Kind::Percent.show(shift.from.value())),
            ("to", &*Kind::Percent.show(shift.to.value())),
        ];
        draft.text.with("letter-rival-less", &arguments)
    });
    let less: Vec<String> = less.collect();
    let arguments = [
        ("matter", &*draft.words.matter(*matter)),
        ("level", &*Kind::Percent.show(rival.level.value())),
        ("less", &*draft.words.list(&less)),
    ];
    Some(draft.text.with("letter-rival", &arguments))
}

/// Who is short where people are; else how far hours reach.
fn why(draft: &Draft<'_>, reason: &Reason, matters: &str, only: bool) -> String {
    let short = reason.people_needed.saturating_sub(reason.people_left);
    let key = match reason.limit {
        Limit::People(_) if short > 0 && draft.words.shortage(reason).is_some() => "letter-lack-people",
        Limit::Hours => "letter-lack-hours",
        Limit::People(_) | Limit::Another | Limit::Unknown if only => "letter-lack.only",
        Limit::People(_) | Limit::Another | Limit::Unknown => "letter-lack",
    };
    let arguments = [
        ("matters", matters),
        ("needed", &*reason.people_needed.to_string()),
        ("left", &*reason.people_left.to_string()),
        ("short", &*short.to_string()),
        ("after", &*Kind::Percent.show(reason.after_higher_tiers.value())),
        ("reason", &*draft.words.reason_clause(reason)),
    ];
    draft.text.with(key, &arguments)
}
