//! The attachments: tables, charts, and what is left to fill in.

use super::draft::Draft;
use super::{blanks, duties, outlook, present, stalls};
use crate::report::letter::Part;

pub(super) fn write(draft: &mut Draft<'_>) {
    annex(draft, 1, "request-annex-tables");
    draft.table("request-table-rules", duties::table(draft));
    draft.table("request-table-conflicts", present::table(draft));
    draft.table("request-table-shortfalls", stalls::table(draft));
    draft.table("request-table-years", outlook::years(draft));
    draft.table("request-table-stalls", outlook::first_stalls(draft));
    annex(draft, 2, "request-annex-charts");
    draft.chart(outlook::staff_chart(draft));
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
