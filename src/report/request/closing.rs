//! By which way people can be had, and the end of the letter.

use super::blank::Blank;
use super::draft::{Draft, line};
use super::study;
use super::ways::{route_clause, ways};
use crate::analysis::request::{Ask, Posts};
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::words::Words;

/// By which way the established people can be had. `None` where none are asked for.
pub(super) fn route(words: Words<'_>, ask: &Ask<'_>) -> Option<Line> {
    let text = words.text;
    let said = match (&ask.route, ask.posts) {
        (_, Posts::Nobody) => return None,
        (Some(route), _) => {
            text.with("request-route-one", &[("route", &route_clause(words, route, &ways(words, ask)))])
        }
        (None, _) => text.with("request-route-unknown", &[("blank", &text.get("request-blank"))]),
    };
    Some(line(text, &said))
}

/// From the closing phrase on.
pub(super) fn write(draft: &mut Draft<'_>) {
    let text = draft.text;
    let is_report = draft.ask.is_for_nobody();
    let formula = draft.line(&text.get(if is_report { "request-formula.report" } else { "request-formula" }));
    draft.add(Part::Formula(formula));
    let name: String = study::title(draft.words, draft.ask).iter().map(Line::as_str).collect();
    let names = vec![name.as_str().into()];
    draft.add(Part::Attachments { mark: text.get("request-annex-mark").into(), names });
    draft.blank(Blank::Date);
    let (unit, date) = (draft.line(draft.words.unit_name()), draft.line(&text.get("request-date")));
    draft.add(Part::Signature { unit, date });
    draft.blank(Blank::Contact);
    let contact = draft.line(&text.get("request-contact"));
    draft.add(Part::Contact(contact));
}
