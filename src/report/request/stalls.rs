//! What stalls with the people who are there, and why.

use super::draft::Draft;
use super::{count, limits};
use crate::analysis::{Limit, PeopleProof, Reason, ServiceStatus};
use crate::model::MatterIx;
use crate::render::document::Kind;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.section("request-stalls-which");
    which(draft);
    if draft.evidence.assessment.shortfalls.is_empty() {
        return;
    }
    draft.section("request-stalls-why");
    let groups = limits::by_reason(&draft.evidence.assessment.shortfalls);
    let points = groups.iter().map(|(matters, reason)| explain(draft, reason, matters)).collect();
    draft.points(points);
    draft.section("request-stalls-conflict");
    draft.quote(draft.explained().conflicts());
}

/// How much is done in every tier.
fn which(draft: &mut Draft<'_>) {
    let (text, unit) = (draft.text, draft.unit);
    let shortfalls = &draft.evidence.assessment.shortfalls;
    let with =
        |status| -> Vec<MatterIx> { shortfalls.iter().filter(|s| s.status == status).map(|s| s.matter).collect() };
    let full = unit.matters.len() - shortfalls.len();
    let all = [("matters", &*unit.matters.len().to_string()), ("full", &*full.to_string())];
    let mut sentences = vec![text.with(limits::served(full, unit.matters.len()), &all)];
    for (status, key) in [(ServiceStatus::Stalled, "request-stalled"), (ServiceStatus::Slowed, "request-slowed")] {
        let matters = with(status);
        let arguments = [("count", &*matters.len().to_string()), ("matters", &*draft.named(&matters))];
        sentences.extend((!matters.is_empty()).then(|| text.with(key, &arguments)));
    }
    let tiers = unit.tiers().map(|(ix, _)| {
        let of: Vec<_> = unit.matters().filter(|(_, matter)| matter.tier == ix).map(|(ix, _)| ix).collect();
        let short = shortfalls.iter().filter(|s| of.contains(&s.matter)).count();
        let arguments = [
            ("tier", &*draft.words.tier(ix)),
            ("total", &*of.len().to_string()),
            ("full", &*(of.len() - short).to_string()),
        ];
        text.with("request-tier-full", &arguments)
    });
    let tiers: Vec<_> = tiers.collect();
    // Where all are served, so is every tier.
    if !shortfalls.is_empty() {
        sentences.push(text.with("request-tiers", &[("tiers", &draft.words.clauses(tiers))]));
    }
    draft.paragraph(sentences);
}

/// The reason, how it was proven, and whether assumed volumes and minutes carry it.
fn explain(draft: &Draft<'_>, reason: &Reason, matters: &[MatterIx]) -> String {
    let text = draft.text;
    let arguments = [
        ("matters", &*draft.named(matters)),
        ("reason", &*draft.words.reason_clause(reason)),
        ("alone", &*Kind::Percent.show(reason.alone.value())),
        ("after", &*Kind::Percent.show(reason.after_higher_tiers.value())),
    ];
    let rests = match reason.limit {
        Limit::People(proof) => text.with("request-rests-people", &[("proof", &draft.words.people_proof(proof))]),
        Limit::Hours => text.get("request-rests-hours"),
        Limit::Another => text.get("request-rests-another"),
        Limit::Unknown => text.get("request-rests-unknown"),
    };
    // How many are short beside all that is kept, which can be more than are short for the matter alone.
    let found = count::of(draft.evidence, matters);
    let counted = found.map(|found| count::sentence(draft.words, &draft.named(matters), matters, found, ""));
    let kept = found.filter(|found| !found.kept.is_empty());
    let kept = kept.map(|found| text.with("request-count-kept", &[("matters", &draft.words.matters(&found.kept))]));
    // The count rests on no volume; that the matter's own cases took no time says less, and leaves volumes open.
    let says_less = matches!(reason.limit, Limit::People(PeopleProof::Above | PeopleProof::Tier));
    let rests = (found.is_none() || !says_less).then_some(rests);
    draft.words.sentences([text.with("request-reason", &arguments)].into_iter().chain(counted).chain(kept).chain(rests))
}
