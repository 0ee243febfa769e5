//! What levers would do, for whoever only points at them.

use super::said::{Grid, Hint};
use crate::render::document::Tone;
use crate::render::html;
use crate::text::Text;
use maud::html as markup;

/// The table of more people, and what each other lever would do.
#[must_use]
pub fn hints(grid: &Grid, hints: &[Hint], text: &Text) -> String {
    let most = grid.rows.len().saturating_sub(1);
    let markup = markup! {
        table.grid {
            caption { (text.get("board-grid-caption")) }
            thead { tr {
                td { span.unseen { (text.get("board-grid-corner")) } }
                @for contract in 0..=most { th scope="col" { (text.with("board-grid-contract", &[("count", &contract.to_string())])) } }
            } }
            tbody {
                @for (established, row) in grid.rows.iter().enumerate() {
                    tr {
                        th scope="row" { (text.with("board-grid-established", &[("count", &established.to_string())])) }
                        @for cell in row {
                            td { button type="button" class=[html::class(cell.tone)] data-established=(cell.established) data-contract=(cell.contract) data-said=(cell.said) { (cell.count) span.unseen { " " (cell.said) } } }
                        }
                    }
                }
            }
        }
        ul.told hidden {
            @for Hint { key, said, tone } in hints { li data-key=(key) data-bad=[(*tone == Tone::Bad).then_some("")] { (said) } }
        }
    };
    markup.into_string()
}
