//! The body of the page: the verdict, the three questions, the answer in full, and the other levers.

use super::answer::{self, ahead, changed, figures, house, marks, short};
use super::levers::{Choice, Demand, Levers};
use super::said::{Answer, First};
use crate::render::document::Note;
use crate::text::Text;
use maud::{Markup, PreEscaped, html};

/// The employments of those who may join.
const EMPLOYMENTS: [&str; 2] = ["established", "contract"];
/// Hundredths of a volume by which it is moved.
const VOLUME_STEP: u32 = 5;

pub(super) fn body(levers: &Levers, known: &First, text: &Text) -> Markup {
    let first: &Answer = &known.answer;
    let places = html! { @for section in &levers.sections { option value={ "at:" (section.value) } { (text.with("board-fate-at", &[("section", section.name.as_str())])) } } };
    html! {
        div.top {
            div #verdict tabindex="-1" aria-live="polite" data-part="verdict" { (answer::verdict(first, text)) }
            div.glance {
                div #figures data-part="figures" { (figures(first)) }
                div #ahead {
                    @if let Some(next) = &known.ahead { (PreEscaped(ahead(next, text))) } @else { p { (text.get("board-busy")) } }
                }
            }
        }
        form #levers autocomplete="off" {
            div.tools {
                button type="button" data-undo disabled { (text.get("board-undo")) }
                button type="button" data-redo disabled { (text.get("board-redo")) }
                button type="reset" { (text.get("board-reset")) }
                p #state role="status" data-busy=(text.get("board-busy")) data-long=(text.with("board-long", &[("seconds", &levers.seconds.to_string())])) data-failed=(text.get("board-failed")) data-served=(text.get("board-served")) data-ready=(text.get("board-ready"))
                    data-gone=(text.get("board-gone")) data-copied=(text.get("board-copied"))
                    data-saved=(text.get("board-saved")) {}
            }
            div.questions {
                (people(levers, text))
                (audits(levers, &first.demand, text))
                (year(levers, known, text))
            }
            p #hint aria-live="polite" data-rest=(text.get("board-hint-rest")) { (text.get("board-hint-rest")) }
        }
        div #detail {
            section.half { h2 { (text.get("board-changed-heading")) } div data-part="changed" { (changed(first, text)) } }
            section.half { h2 { (text.get("board-short-heading")) } div data-part="short" { (short(first, text)) } }
            section {
                h2 { (text.get("board-house-heading")) }
                p.note { (text.get("board-house-note")) }
                template #fates-here {
                    option value="" { (text.get("board-fate-here")) }
                    (places)
                    option value="away" { (text.get("board-fate-away")) }
                    option value="off" { (text.get("board-fate-off")) }
                }
                template #fates-loan {
                    option value="" { (text.get("board-fate-loan")) }
                    option value="back" { (text.get("board-fate-back")) }
                }
                ul.newcomers {
                    li { (text.get("board-newcomers")) }
                    @for employment in EMPLOYMENTS { li.card draggable="true" data-hire=(employment) { "+1 " (text.get(&format!("employment-{employment}"))) } }
                }
                div data-part="house" { (house(first, text)) }
            }
            // Its tables need the width of the page.
            section { details #leave { summary { h2 { (text.get("board-leave")) } } div aria-live="polite" {} } }
            (more(levers, text))
            (scenarios(text))
            div data-part="rest" { (answer::rest(first, text)) }
        }
    }
}

fn people(levers: &Levers, text: &Text) -> Markup {
    html! {
        section.question {
            h2 { (text.get("board-question-people")) }
            @for employment in EMPLOYMENTS {
                p.lever {
                    label for=(employment) { (text.get(&format!("employment-{employment}"))) }
                    button type="button" data-step="-1" data-for=(employment) aria-label=(text.get("board-fewer")) { "−" }
                    input #(employment) name=(employment) type="number" inputmode="numeric" min="0" max="50" value="0";
                    button type="button" data-step="1" data-for=(employment) aria-label=(text.get("board-more")) { "+" }
                }
            }
            p.lever {
                label for="where" { (text.get("board-where")) }
                select #where name="where" {
                    option value="" { (text.get("board-where-best")) }
                    (options(&levers.sections))
                }
            }
            p.lever {
                label for="gone" { (text.get("board-away-today")) }
                select #gone name="gone" {
                    option value="" { (text.get("board-away-nobody")) }
                    (options(&levers.people))
                }
            }
            div #absent aria-live="polite" {}
            p #hired data-established=(text.get("employment-established")) data-contract=(text.get("employment-contract")) {}
            div #grid aria-busy="true" { p.note { (text.get("board-grid-busy")) } }
        }
    }
}

fn audits(levers: &Levers, first: &[Note], text: &Text) -> Markup {
    let demands = &levers.audits;
    html! {
        section.question {
            h2 { (text.get("board-question-audits")) }
            @if demands.is_empty() { p { (text.get("board-no-audits")) } } @else {
                p.lever {
                    label for="audit" { (text.get("board-audit")) }
                    select #audit name="audit" {
                        @for Demand { ids, name, most } in demands { option value=(ids) data-most=(most) { (name) } }
                    }
                }
                p.lever {
                    label for="cases" { (text.get("board-cases")) }
                    input #cases name="cases" type="range" min="0" max=(demands.first().map_or(0, |demand| demand.most)) value="0";
                    output for="cases" { "0" }
                }
                p.ends aria-hidden="true" { span { (text.get("board-cases-none")) } span { (text.get("board-cases-all")) } }
            }
            div aria-live="polite" data-part="demand" { (answer::demand(first, text)) }
        }
    }
}

fn year(levers: &Levers, known: &First, text: &Text) -> Markup {
    let last = levers.months.len().saturating_sub(1);
    html! {
        section.question {
            h2 { (text.get("board-question-year")) }
            p.lever {
                label.unseen for="month" { (text.get("board-month")) }
                button type="button" data-mark="-1" aria-label=(text.get("board-month-before")) { "◀" }
                input #month name="month" type="range" min="0" max=(last) value="0" list="marks";
                button type="button" data-mark="1" aria-label=(text.get("board-month-next")) { "▶" }
                output for="month" { @if let Some(now) = levers.months.first() { (now.name) } }
            }
            template #months { @for month in &levers.months { option value=(month.value) { (month.name) } } }
            div data-part="marks" { (marks(known.marks.as_deref(), text)) }
        }
    }
}

/// Rules and volumes.
fn more(levers: &Levers, text: &Text) -> Markup {
    html! {
        section.more {
            details {
                summary { h2 { (text.get("board-rules")) } }
                @for rule in &levers.rules {
                    p.lever {
                        label for={ "rule-" (rule.id) } { (rule.name) " " small { (rule.basis) } }
                        select #{ "rule-" (rule.id) } form="levers" name="rule" data-rule=(rule.id) { (options(&rule.settings)) }
                    }
                }
            }
            details {
                summary { h2 { (text.get("board-volumes")) } }
                @for section in &levers.sections {
                    p.lever {
                        label for={ "volume-" (section.value) } { (section.name) }
                        input #{ "volume-" (section.value) } form="levers" name="volume" type="range" min="0" max="200" step=(VOLUME_STEP) value="100" data-section=(section.value);
                        output for={ "volume-" (section.value) } { "100%" }
                    }
                }
            }
        }
    }
}

/// States that were given a name.
fn scenarios(text: &Text) -> Markup {
    html! {
        section {
            h2 { (text.get("board-scenarios")) }
            p.lever {
                label for="name" { (text.get("board-name")) }
                input #name type="text" maxlength="40" form="levers" name="name" data-usual=(text.get("board-name-usual"));
                button type="button" data-pin { (text.get("board-pin")) }
            }
            ul #pinned data-show=(text.get("board-show")) data-drop=(text.get("board-drop")) data-today=(text.get("board-today")) {}
            p { button type="button" data-beside disabled { (text.get("board-beside")) } }
            div #beside {}
        }
    }
}

fn options(choices: &[Choice]) -> Markup {
    html! { @for choice in choices { option value=(choice.value) { (choice.name) } } }
}
