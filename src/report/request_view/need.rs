//! How many people the work takes, in every reading, and beside what others manage.

use super::draft::Draft;
use crate::report::view::Document;

pub(super) fn write(draft: &mut Draft<'_>, report: &Document) {
    draft.chapter("request-need");
    draft.section("request-need-readings");
    draft.say("request-need-basis", &[]);
    draft.quote(report, "verdict-heading");
    if draft.evidence.need.benchmark.is_some() {
        draft.section("request-need-benchmark");
        draft.quote(report, "need-benchmark-heading");
    }
}
