//! What whoever drafts has to do before the letter can leave the house (核对单). It stays in the house.

use super::blanks;
use super::draft::{Draft, line};
use crate::model::{Basis, Conflict};
use crate::render::detail::Detail;
use crate::render::document::{Kind, Table};
use crate::render::letter::Part;
use crate::report::parts::annexes;
use crate::report::parts::columns::columns;
use crate::report::plan;
use crate::report::plan::Extras;
use crate::report::words::{Words, clause};

pub(super) fn write(draft: &mut Draft<'_>) {
    let (text, unit) = (draft.text, draft.unit);
    let title = line(text, &text.get("letter-checklist.title"));
    draft.title = title.to_string();
    draft.add(Part::Title(vec![title]));
    draft.say("checklist-note", &[]);
    draft.chapter("checklist-blanks");
    draft.say("request-blanks-note", &[]);
    draft.table("request-table-blanks", blanks::table(draft));
    let conflicts =
        plan::View::new(unit, &draft.evidence.assessment, Extras::default(), text, Detail::Full).conflict_table();
    if draft.dispute.is_some() || !conflicts.rows.is_empty() {
        draft.chapter("checklist-conflicts");
        draft.paragraph(draft.dispute.map(|conflict| supposed(draft.words, conflict)));
        draft.table("request-table-conflicts", conflicts);
    }
    let assumed = assumed(draft);
    if !assumed.rows.is_empty() {
        draft.chapter("checklist-assumed");
        draft.say("checklist-assumed-note", &[("count", &assumed.rows.len().to_string())]);
        draft.table("checklist-table-assumed", assumed);
    }
}

/// Which of the disputed numbers of authorised posts a draft takes.
pub(super) fn supposed(words: Words<'_>, dispute: &Conflict) -> String {
    let taken = words.unit.stated.authorised.as_ref().map(|stated| stated.value.to_string()).unwrap_or_default();
    words.text.with("letter-supposed", &[("values", &disputed(words, dispute)), ("authorised", &taken)])
}

/// What each source states.
pub(super) fn disputed(words: Words<'_>, dispute: &Conflict) -> String {
    words.list(dispute.values.iter().map(|value| {
        let arguments = [("value", &*Kind::Given.show(value.value)), ("source", clause(&value.source))];
        words.text.with("letter-disputed-value", &arguments)
    }))
}

fn assumed(draft: &Draft<'_>) -> Table {
    let assumed = draft.unit.inputs.iter().filter(|input| input.basis == Basis::Assumption);
    columns("assumed", draft.text, assumed)
        .col("path", Kind::Text, |input| draft.words.place(&input.path))
        .col("value", Kind::Given, |input| annexes::value(draft.words, input))
        .col("source", Kind::Text, |input| match input.source.as_deref() {
            Some(said) => draft.words.quoted_cell(said),
            None => draft.text.get("not-stated").into(),
        })
        .table()
}
