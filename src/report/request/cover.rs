//! What absences do to daily work and to a year's leave: what the yearly picture does not show, in one paragraph.

use super::draft::Draft;
use crate::analysis::request::Evidence;
use crate::report::{absence, calendar};

pub(super) fn write(draft: &mut Draft<'_>) {
    let (unit, text) = (draft.unit, draft.text);
    let Evidence { covered, vacations, .. } = draft.evidence;
    draft.section("study-absence");
    let mut sentences = Vec::new();
    // Nothing where every post of daily work can spare somebody. Who it is, is in `absence`: a code says nothing here.
    sentences.extend(absence::days(unit, &covered.days, text));
    sentences.push(absence::fewest(unit, covered, text));
    sentences.push(calendar::answer(unit, vacations, text).text.to_string());
    draft.paragraph(sentences);
}
