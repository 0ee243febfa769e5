//! What the unit has to do, and by which rules.

use super::blank::Blank;
use super::draft::Draft;
use crate::analysis::Finding;
use crate::model::{Basis, RuleId, Seen};
use crate::report::words::clause;

/// What the unit has to do.
pub(super) fn work(draft: &mut Draft<'_>) {
    let unit = draft.unit;
    let tiers: Vec<_> = unit
        .tiers()
        .map(|(ix, _)| {
            let count = unit.matters.iter().filter(|matter| matter.tier == ix).count();
            draft.text.with("request-tier-count", &[("tier", &draft.words.tier(ix)), ("count", &count.to_string())])
        })
        .collect();
    let arguments = [
        ("sections", &*unit.sections.len().to_string()),
        ("matters", &*unit.matters.len().to_string()),
        ("tiers", &*draft.words.list(&tiers)),
    ];
    draft.say("request-work", &arguments);
}

/// The rules by what they rest on, dual review with its source in full, and what goes without review.
pub(super) fn rules(draft: &mut Draft<'_>) {
    let (text, words, unit) = (draft.text, draft.words, draft.unit);
    let in_force: Vec<RuleId> = RuleId::ALL.into_iter().filter(|rule| unit.rules.is_on(*rule)).collect();
    let basis = |rule: &RuleId| unit.rules.sources.get(rule).map_or(Basis::Assumption, |source| source.basis);
    let clauses = Basis::ALL.into_iter().filter_map(|of| {
        let rules: Vec<_> = in_force.iter().filter(|rule| basis(rule) == of).map(|rule| words.rule(*rule)).collect();
        let arguments = [("basis", &*words.basis(of)), ("rules", &*words.list(&rules))];
        (!rules.is_empty()).then(|| text.with("request-rules-of", &arguments))
    });
    let clauses: Vec<_> = clauses.collect();
    let mut sentences = vec![text.with("request-rules", &[("rules", &words.clauses(clauses))])];
    if in_force.iter().any(|rule| matches!(basis(rule), Basis::Policy | Basis::Assumption)) {
        sentences.push(text.get("request-rules-policy"));
        draft.blank(Blank::Policies);
    }
    draft.paragraph(sentences);
    let dual = unit.rules.sources.get(&RuleId::DualReview).and_then(|source| source.source.as_deref());
    let mut sentences: Vec<_> = dual
        .map(|source| text.with("request-dual", &[("source", clause(draft.words.quoted(source)))]))
        .into_iter()
        .collect();
    sentences.extend(exempt(draft));
    draft.paragraph(sentences);
    laws(draft);
}

/// The law of the trade, as far as its words are known; nothing where the scenario names no pack.
fn laws(draft: &mut Draft<'_>) {
    let text = draft.text;
    let Some(pack) = &draft.unit.pack else { return };
    let told = pack.laws.iter().map(|law| {
        let name = format!("{}{}", law.instrument, law.article.as_deref().unwrap_or_default());
        let key = match law.seen {
            Seen::Text => "request-law",
            Seen::Quoted => "request-law-quoted",
        };
        text.with(key, &[("name", &name), ("text", &law.text)])
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        let blank = draft.blank(Blank::Law);
        let name = draft.words.called(&pack.name, Some(&pack.name_en));
        draft.say("request-no-law", &[("pack", name), ("blank", &blank)]);
    } else {
        if pack.laws.iter().any(|law| law.seen == Seen::Quoted) {
            draft.blank(Blank::Quoted);
        }
        draft.say("request-laws", &[("laws", &draft.words.clauses(told))]);
    }
}

fn exempt(draft: &Draft<'_>) -> Option<String> {
    let matters = draft.evidence.assessment.findings.iter().filter_map(|finding| match finding {
        Finding::ExemptFromDualReview(matter) => Some(*matter),
        _ => None,
    });
    let told: Vec<_> = matters
        .map(|matter| {
            let arguments = [("matter", &*draft.words.matter(matter)), ("why", draft.words.why_exempt(matter))];
            draft.text.with("request-exempt-one", &arguments)
        })
        .collect();
    let list = draft.words.clauses(&told);
    (!told.is_empty()).then(|| draft.text.with("request-exempt", &[("matters", &list)]))
}
