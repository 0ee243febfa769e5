//! What whoever drafts has to do before the letter can leave the house (核对单). It stays in the house.

use super::draft::{Draft, line};
use super::{assumed, blanks, opening, sources};
use crate::render::detail::Detail;
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::plan;
use crate::report::plan::Extras;

pub(super) fn write(draft: &mut Draft<'_>) {
    let (text, unit) = (draft.text, draft.unit);
    let title = line(text, &text.get("letter-checklist.title"));
    let of: String = opening::title(draft.words, draft.ask).iter().map(Line::as_str).collect();
    draft.title = text.with("letter-checklist.of", &[("title", &of)]);
    draft.add(Part::Title(vec![title]));
    draft.add(Part::Subtitle(of.as_str().into()));
    draft.say("checklist-note", &[]);
    draft.chapter("checklist-blanks");
    draft.say("request-blanks-note", &[]);
    draft.table("request-table-blanks", blanks::table(draft));
    let conflicts =
        plan::View::new(unit, &draft.evidence.assessment, Extras::default(), text, Detail::Full).conflict_table();
    if draft.dispute.is_some() || !conflicts.rows.is_empty() {
        draft.chapter("checklist-conflicts");
        let unsettled =
            draft.dispute.map(|conflict| [sources::supposed(draft.words, conflict), text.get("checklist-unsettled")]);
        draft.paragraph(unsettled.into_iter().flatten());
        draft.table("request-table-conflicts", conflicts);
    }
    assumed::write(draft);
}
