//! Levers over answers worked out beforehand; without the script they are not there.

use super::class;
use crate::render::document::solved::Solved;
use maud::{Markup, html};

pub(super) fn levers(solved: &Solved) -> Markup {
    let cells = solved.cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let choice = |id: &str, (head, all): &(_, Vec<crate::render::line::Line>)| {
        html! {
            @if let [only] = &all[..] {
                label { (head) " " strong { (only) } input type="hidden" value="0" data-lever=(id); }
            } @else {
                label { (head) " " select data-lever=(id) autocomplete="off" { @for (at, one) in all.iter().enumerate() { option value=(at) { (one) } } } }
            }
        }
    };
    html! {
        div.solved hidden data-cells=(cells) data-most=(solved.most) data-months=(solved.months.1.len()) {
            p.title { (solved.title) }
            @for (at, name) in solved.counts.iter().enumerate() {
                label { (name) " +" input type="number" min="0" max=(solved.most) value="0" autocomplete="off" data-lever=(if at == 0 { "first" } else { "second" }); }
            }
            (choice("rule", &solved.rules))
            (choice("month", &solved.months))
            p role="status" {}
            ul hidden { @for answer in &solved.answers { li class=[class(answer.tone)] { (answer.text) } } }
            p.proof { (solved.proof) }
        }
    }
}
