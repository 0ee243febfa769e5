//! What is asked for, and the end of the letter.

use super::blanks::Blank;
use super::draft::Draft;
use super::hiring;
use super::present::route_clause;
use crate::analysis::request::routes;
use crate::report::letter::Part;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.chapter("request-asked");
    let asked = hiring::ask(draft);
    if asked > 0 {
        route(draft, asked);
    }
    let formula = draft.line(&draft.text.get("request-formula"));
    draft.add(Part::Formula(formula));
    ending(draft);
}

/// By which way: where the sources disagree, both ways with their condition, and neither is chosen.
fn route(draft: &mut Draft<'_>, asked: u32) {
    let text = draft.text;
    let routes = routes(draft.unit);
    let clauses: Vec<_> = routes.iter().map(|route| route_clause(draft, route, asked)).collect();
    let said = match clauses.len() {
        0 => {
            let blank = draft.blank(Blank::Approval);
            text.with("request-route-unknown", &[("blank", &blank)])
        }
        1 => text.with("request-route-one", &[("route", &draft.words.clauses(&clauses))]),
        _ => text.with("request-route-open", &[("routes", &draft.words.clauses(&clauses))]),
    };
    draft.paragraph([said]);
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
