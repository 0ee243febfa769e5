//! What else would help, each tried by solving again, and where it ends.

use super::draft::Draft;
use super::hiring;
use crate::analysis::explain::Explanation;
use crate::model::Change;
use crate::report::parts::alike::alike;
use crate::report::words::Words;

pub(super) fn write(draft: &mut Draft<'_>) {
    let short = !draft.evidence.explained.matters.is_empty();
    if !short && !hiring::has_measures(draft) {
        return;
    }
    if short {
        draft.section("request-help-now");
        now(draft);
    }
    hiring::measures(draft);
}

/// The best help for the matters short today, and what helps nothing by itself.
fn now(draft: &mut Draft<'_>) {
    let (text, words) = (draft.text, draft.words);
    let explanations = &draft.evidence.explained.matters;
    let first = |explanation| words.first_help_as(explanation, |change| change_told(words, change));
    let groups = alike(explanations.iter().map(|explanation| (explanation.shortfall.matter, first(explanation))));
    let mut points: Vec<String> = groups
        .iter()
        .map(|(matters, help)| {
            let matters = draft.named(matters);
            text.with("request-help-for", &[("matters", &matters), ("help", help)])
        })
        .collect();
    let vain = |explanation: &Explanation| words.clauses(explanation.in_vain.iter().map(|change| words.change(change)));
    let groups = alike(explanations.iter().map(|explanation| (explanation.shortfall.matter, vain(explanation))));
    points.extend(groups.iter().filter(|(_, changes)| !changes.is_empty()).map(|(matters, changes)| {
        let matters = draft.named(matters);
        text.with("repairs-in-vain", &[("matters", &matters), ("changes", changes)])
    }));
    draft.points(points);
    let by_law = |explanation: &Explanation| explanation.repairs.iter().any(|repair| repair.against_law);
    if draft.evidence.explained.matters.iter().any(by_law) {
        draft.say("repairs-law", &[]);
    }
    draft.paragraph([text.get("explain-transfers"), text.get("request-help-annex")]);
}

/// A change without the code of a person, which says nothing to an approving office; the annex has it.
fn change_told(words: Words<'_>, change: &Change) -> String {
    match change {
        Change::Recall(_) => words.text.with("letter-recall", &[("count", "1")]),
        change => words.change(change),
    }
}
