//! The attachments: tables as the other reports have them, charts, and what is left to fill in.

use super::draft::Draft;
use super::{blanks, outlook};
use crate::render::detail::Detail;
use crate::render::document::Document;
use crate::render::letter::Part;
use crate::report::plan::Extras;
use crate::report::{hire, plan, project};

pub(super) fn write(draft: &mut Draft<'_>, [explained, need, hiring]: [&Document; 3]) {
    let (unit, evidence, text) = (draft.unit, draft.evidence, draft.text);
    let plan = plan::document(unit, &evidence.assessment, Extras::default(), text, Detail::Full);
    let project = project::document(unit, &evidence.outlook, None, text, Detail::Full);
    annex(draft, 1, "request-annex-tables");
    draft.table_of("request-table-rules", &plan, "rules");
    draft.table_of("request-table-conflicts", &plan, "conflicts");
    draft.table_of("request-table-shortfalls", &plan, "shortfalls");
    draft.table_of("request-table-repairs", explained, "repairs");
    draft.table_of("request-table-pairs", explained, "pairs");
    draft.table_of("request-table-years", &project, "years");
    draft.table_of("request-table-stalls", &project, "stalls");
    draft.table_of("request-table-readings", need, "readings");
    draft.table_of("request-table-sections", need, "sections");
    draft.table_of("request-table-needs", hiring, "needs");
    let [hires, costs] = hire::asked(unit, &evidence.hiring, draft.ask.plan, text);
    draft.table("request-table-hires", hires);
    if draft.ask.cost.is_some() {
        draft.table("request-table-costs", costs);
    }
    draft.table_of("request-table-alternatives", hiring, "alternatives");
    draft.table_of("request-table-pay", hiring, "pay");
    annex(draft, 2, "request-annex-charts");
    draft.chart_of(&project, "staffing");
    draft.chart(outlook::service_chart(draft));
    annex(draft, 3, "request-annex-blanks");
    draft.say("request-blanks-note", &[]);
    draft.table("request-table-blanks", blanks::table(draft));
}

fn annex(draft: &mut Draft<'_>, number: usize, key: &str) {
    let mark = draft.line(&draft.text.with("request-annex-number", &[("number", &number.to_string())]));
    let title = draft.text.get(key).into();
    draft.add(Part::Annex { mark, title });
}
