//! How anything looks: documents and letters in every form. Knows no unit and no plan.

pub mod board;
pub mod csv;
pub mod detail;
pub mod document;
pub mod docx;
mod drawing;
pub mod html;
pub mod ics;
pub mod json;
pub mod letter;
pub mod line;
pub mod markdown;
mod package;
pub mod terminal;
mod wrap;
pub mod xlsx;
