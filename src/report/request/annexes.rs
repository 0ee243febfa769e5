//! The annexes of the report: tables as the other reports have them, and charts.

use super::draft::Draft;
use super::{hiring, outlook, work};
use crate::render::detail::Detail;
use crate::render::letter::Part;
use crate::report::plan::Extras;
use crate::report::{plan, project};

pub(super) fn write(draft: &mut Draft<'_>) {
    let (unit, evidence, text) = (draft.unit, draft.evidence, draft.text);
    let plan = plan::View::new(unit, &evidence.assessment, Extras::default(), text, Detail::Full);
    let project = project::View::new(unit, &evidence.outlook, None, text, Detail::Full);
    let (explained, need, hires) = (draft.explained(), draft.need(), draft.hiring());
    annex(draft, 1, "request-annex-tables");
    draft.table("request-table-rules", plan.rule_table());
    draft.table("request-table-conflicts", plan.conflict_table());
    draft.table("request-table-work", work::table(draft));
    draft.table("request-table-shortfalls", plan.shortfall_table());
    draft.table("request-table-repairs", explained.single_table());
    draft.table("request-table-pairs", explained.pair_table());
    outlook::years(draft);
    draft.table("request-table-stalls", project.stall_table());
    draft.table("request-table-readings", need.reading_table());
    draft.say("request-readings-note", &[]);
    draft.table("request-table-sections", need.section_table());
    draft.table("request-table-needs", hires.need_table());
    draft.table("request-table-hires", hires.hired(draft.ask.plan));
    if draft.ask.cost.is_some() {
        draft.table("request-table-costs", hiring::cost_table(draft));
    }
    draft.table("request-table-pay", hires.pay_table());
    annex(draft, 2, "request-annex-charts");
    draft.chart(project.staffing_chart());
    draft.chart(outlook::service_chart(draft));
}

fn annex(draft: &mut Draft<'_>, number: usize, key: &str) {
    let mark = draft.line(&draft.text.with("request-annex-number", &[("number", &number.to_string())]));
    let title = draft.text.get(key).into();
    draft.add(Part::Annex { mark, title });
}
