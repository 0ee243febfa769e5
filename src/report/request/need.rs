//! How many people the work takes, in every reading, the unfavourable ones too.

use super::draft::Draft;
use crate::render::document::Kind;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.section("request-need-readings");
    let ratio = draft.evidence.need.benchmark.as_ref().map(|benchmark| Kind::Given.show(benchmark.ratio.value));
    let ratio = ratio.map(|ratio| draft.text.with("request-need-ratio", &[("ratio", &ratio)]));
    draft.paragraph([draft.text.get("request-need-basis")].into_iter().chain(ratio));
    draft.quote(draft.need().answers());
    draft.section("request-hiring-found");
    draft.quote(draft.hiring().answers());
}
