//! The annexes of the report: tables as the other reports have them, and charts.

use super::draft::Draft;
use super::{hiring, outlook, work};
use crate::render::detail::Detail;
use crate::render::document::{Cell, Table, Value};
use crate::render::letter::Part;
use crate::report::plan::Extras;
use crate::report::{plan, project};
use crate::text::Text;

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
    draft.table("request-table-repairs", repairs(text, explained.single_table()));
    draft.table("request-table-pairs", repairs(text, explained.pair_table()));
    outlook::years(draft);
    draft.table("request-table-stalls", project.stall_table());
    draft.table("request-table-readings", need.reading_table());
    draft.note("request-readings-note");
    draft.table("request-table-sections", need.section_table());
    draft.table("request-table-needs", joined(hires.need_table()));
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
    let title = vec![draft.text.get(key).into()];
    draft.add(Part::Annex { mark, title });
}

/// Periods alike as one row, from the first month of the first to the last month of the last.
fn joined(mut table: Table) -> Table {
    const UNTIL: usize = 1;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in table.rows {
        match rows.last_mut() {
            Some(before) if before.iter().skip(UNTIL + 1).eq(row.iter().skip(UNTIL + 1)) => {
                let from = before.first().cloned();
                *before = from.into_iter().chain(row.into_iter().skip(UNTIL)).collect();
            }
            _ => rows.push(row),
        }
    }
    table.rows = rows;
    table
}

/// Repairs; what takes nothing from any other matter says so, where a form for programs has nothing.
fn repairs(text: &Text, mut table: Table) -> Table {
    for cell in table.rows.iter_mut().filter_map(|row| row.last_mut()).filter(|cell| cell.value == Value::Empty) {
        *cell = text.get("none").into();
    }
    table
}
