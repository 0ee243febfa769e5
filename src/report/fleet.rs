//! What is said of many units: how far a run is, what all results say together, and who gets posts.

pub mod allocated;
pub mod json;
pub mod merged;
pub mod rows;
pub mod status;

use crate::analysis::fleet::answer::Named;
use crate::render::document::Kind;
use crate::text::{Language, Text};
use rust_decimal::Decimal;

/// What something is called in the language of a report.
fn called<'a>(named: &'a Named, text: &Text) -> &'a str {
    let english = named.name_en.as_deref().filter(|_| text.language() == Language::English);
    english.unwrap_or(&named.name)
}

/// A count as a reader sees it; of a fleet there may be thousands.
fn number(count: impl Into<Decimal>) -> String {
    Kind::Whole.show(count.into())
}
