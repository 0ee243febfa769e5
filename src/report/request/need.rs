//! How many people the work takes, in every reading, the unfavourable ones too.

use super::draft::Draft;
use crate::model::Staff;
use crate::render::document::Kind;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.section("request-need-readings");
    let ratio = draft.evidence.need.benchmark.as_ref().map(|benchmark| Kind::Given.show(benchmark.ratio.value));
    let ratio = ratio.map(|ratio| draft.text.with("request-need-ratio", &[("ratio", &ratio)]));
    draft.paragraph([draft.text.get("request-need-basis")].into_iter().chain(ratio));
    let [answer, beside] = draft.need().answers();
    draft.quote([answer]);
    if mixes_otherwise(draft) {
        draft.say("request-need-mix", &[]);
    }
    draft.quote([beside]);
    draft.section("request-hiring-found");
    draft.quote(draft.hiring().answers());
}

/// Whether the fewest people are mixed with fewer contract workers than are here, all of whom the projection keeps: two
/// numbers of established people then stand side by side.
fn mixes_otherwise(draft: &Draft<'_>) -> bool {
    let present = Staff::present(draft.unit, None).contract;
    draft.evidence.need.in_force(true).is_some_and(|found| found.proven && found.staff.contract < present)
}
