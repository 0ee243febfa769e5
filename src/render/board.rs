//! The page on which a unit is changed while one looks: the verdict, levers below it, and what follows from them.
//!
//! Style and scripts are files of their own, so that the page needs no exception from its policy.

mod answer;
mod form;
mod hints;
mod levers;
mod said;

pub use answer::{ahead, answer, beside, gone, leave, reasons, service, today, trouble, why};
pub use hints::hints;
pub use levers::{Choice, Demand, Levers, Mark, Rule};
pub use said::{Answer, Card, Choices, First, Grid, GridCell, Hint, Lever, Offer, Place, Short, Why};

use super::html;
use crate::text::{Language, Text};
use maud::{DOCTYPE, html as markup};

/// The style of the page: that of every report, and what the levers add.
pub const STYLE: [&str; 2] = [html::STYLE, include_str!("board/style.css")];
/// The script of the page, in the order in which it runs.
pub const SCRIPT: [&str; 3] =
    [include_str!("board/state.js"), include_str!("board/ask.js"), include_str!("board/script.js")];

/// The whole page, with what is known of how the levers stand at first.
#[must_use]
pub fn page(title: &str, levers: &Levers, first: &First, text: &Text) -> String {
    let (language, other) = match text.language() {
        Language::Chinese => ("zh-Hans", Language::English),
        Language::English => ("en", Language::Chinese),
    };
    let markup = markup! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/board.css";
                script src="/board.js" defer {}
                title { (title) }
            }
            body.board {
                a.skip href="#verdict" { (text.get("page-skip")) }
                header {
                    h1 { (title) }
                    p { (text.get("board-intro")) " " a href={ "/?lang=" (other.id()) } hreflang=(other.id()) lang=(other.id()) { (text.get("board-other-language")) } }
                }
                main { (form::body(levers, first, text)) }
                footer { p { "shuanggang " (env!("CARGO_PKG_VERSION")) } }
            }
        }
    };
    markup.into_string() + "\n"
}
