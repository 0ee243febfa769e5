//! On how many days daily work lacks a person: what the yearly picture does not show.

use super::draft::Draft;
use crate::analysis::absence::days_of;
use crate::report::absence;

/// Nothing where every post of daily work can spare somebody.
pub(super) fn write(draft: &mut Draft<'_>) {
    let found = days_of(draft.unit, &draft.evidence.assessment.plan);
    if let Some(said) = absence::days(draft.unit, &found, draft.text) {
        draft.section("study-absence");
        let people = draft.words.list(found.people.iter().map(|person| draft.words.person(*person)));
        draft.paragraph([said, draft.text.with("study-absence-people", &[("people", &people)])]);
    }
}
