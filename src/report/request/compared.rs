//! What else was compared with hiring, and the place where the unit says why it was not taken.

use super::blank::Blank;
use super::draft::Draft;
use super::money::ten_thousands;
use crate::analysis::hire::{Instead, Means};
use crate::render::document::{Cell, Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::words::month;

pub(super) fn write(draft: &mut Draft<'_>) {
    let table = table(draft);
    // Where nobody is asked for, nothing else stands against that.
    if table.rows.is_empty() || draft.ask.is_for_nobody() {
        return;
    }
    draft.chapter("letter-compared");
    let until = month(draft.text, draft.evidence.hiring.terms.until);
    draft.say("letter-compared-note", &[("until", &until)]);
    draft.blank(Blank::Reasons);
    draft.table("letter-table-compared", table);
    // Text behind the table: the end of the letter takes it along, and not the whole table, to another page.
    draft.say("letter-compared-end", &[]);
}

fn table(draft: &Draft<'_>) -> Table {
    let text = draft.text;
    let others = draft.evidence.hiring.alternatives.iter().filter(|alternative| alternative.measure.is_some());
    let heads = |alternative: &&Instead| match alternative.heads {
        Some(heads) if heads.all() == 0 => text.get("letter-no-heads"),
        Some(_) => still_needed(draft, alternative),
        None => text.get("hire-mixes-none"),
    };
    columns("compared", text, others)
        .head("measure", "hire-column-measure", Kind::Text, |alternative| measure(draft, alternative))
        .head("heads", "letter-column-heads", Kind::Text, heads)
        .head("yearly", "letter-column-yearly", Kind::Text, |alternative| yearly(draft, alternative))
        .head("reason", "letter-column-reason", Kind::Blank, |_| Cell::empty())
        .table()
}

/// Whether a rule that can be set otherwise is among what else was compared.
pub(super) fn has_rules(draft: &Draft<'_>) -> bool {
    let is_rule = |means: &Means| matches!(means, Means::Pool(_) | Means::ContractReview);
    draft.evidence.hiring.alternatives.iter().filter_map(|alternative| alternative.measure.as_ref()).any(is_rule)
}

/// A measure without codes of people, which say nothing to an approving office.
pub(super) fn measure(draft: &Draft<'_>, alternative: &Instead) -> String {
    match &alternative.measure {
        Some(Means::Recall(people)) => draft.text.with("letter-recall", &[("count", &people.len().to_string())]),
        measure => draft.words.measure(measure.as_ref()),
    }
}

/// The people still needed beside a measure; from when, where that is not the month that is the hardest without it.
pub(super) fn still_needed(draft: &Draft<'_>, alternative: &Instead) -> String {
    let heads = draft.words.heads(alternative.heads.unwrap_or_default());
    if alternative.month == draft.evidence.hiring.hardest {
        return heads;
    }
    let from = month(draft.text, alternative.month);
    draft.text.with("letter-heads-from", &[("heads", &heads), ("month", &from)])
}

/// What the people still needed beside a measure cost a year; nothing where their pay is not known.
fn yearly(draft: &Draft<'_>, alternative: &Instead) -> String {
    match alternative.heads {
        Some(heads) if heads.all() == 0 => draft.text.get("letter-no-cost"),
        Some(_) if alternative.yearly.high.value() > 0.into() => ten_thousands(draft.words, alternative.yearly),
        _ => draft.text.get("not-stated"),
    }
}
