//! How many people the work takes, in every reading, the unfavourable ones too.

use super::draft::Draft;
use crate::report::view::Document;

pub(super) fn write(draft: &mut Draft<'_>, report: &Document) {
    draft.chapter("request-need");
    draft.say("request-need-basis", &[]);
    draft.quote(report, "verdict-heading");
}
