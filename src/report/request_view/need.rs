//! How many people the work takes, in every reading, the unfavourable ones too.

use super::draft::Draft;
use super::hiring;
use crate::report::view::Document;

pub(super) fn write(draft: &mut Draft<'_>, report: &Document, hires: &Document) {
    draft.chapter("request-need");
    draft.section("request-need-readings");
    draft.say("request-need-basis", &[]);
    draft.quote(report, "verdict-heading");
    hiring::found(draft, hires);
}
