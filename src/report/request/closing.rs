//! What is asked for, and the end of the letter.

use super::blank::Blank;
use super::draft::{Draft, line};
use super::hiring;
use super::present::route_clause;
use crate::analysis::request::{Ask, Posts};
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::words::Words;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.chapter("request-asked");
    hiring::ask(draft);
    if let Some(route) = route(draft.words, draft.ask) {
        draft.add(Part::Paragraph(route));
    }
    if matches!(draft.ask.posts, Posts::Open | Posts::Unknown) {
        draft.blank(Blank::Approval);
    }
    let formula = draft.line(&draft.text.get("request-formula"));
    draft.add(Part::Formula(formula));
    ending(draft);
}

/// By which way the established people can be had: where the sources disagree, every way with its condition, and none
/// is chosen. `None` where none are asked for.
pub(super) fn route(words: Words<'_>, ask: &Ask<'_>) -> Option<Line> {
    let text = words.text;
    let clauses = || words.clauses(ask.routes.iter().map(|route| route_clause(words, route, ask.heads.established)));
    let said = match ask.posts {
        Posts::Nobody => return None,
        Posts::Unknown => text.with("request-route-unknown", &[("blank", &text.get("request-blank"))]),
        Posts::Open => text.with("request-route-open", &[("routes", &clauses())]),
        Posts::Vacant | Posts::New | Posts::Both => text.with("request-route-one", &[("route", &clauses())]),
    };
    Some(line(text, &said))
}

fn ending(draft: &mut Draft<'_>) {
    let text = draft.text;
    let names = ["request-annex-tables", "request-annex-charts", "request-annex-blanks"];
    let names = names.iter().enumerate().map(|(i, key)| {
        let number = (i + 1).to_string();
        draft.line(&text.with("request-annex-name", &[("number", &number), ("name", &text.get(key))]))
    });
    let names = names.collect();
    draft.add(Part::Attachments { mark: text.get("request-annex-mark").into(), names });
    draft.blank(Blank::Date);
    let (unit, date) = (draft.line(&draft.unit.name), draft.line(&text.get("request-date")));
    draft.add(Part::Signature { unit, date });
    draft.blank(Blank::Contact);
    let contact = draft.line(&text.get("request-contact"));
    draft.add(Part::Contact(contact));
}
