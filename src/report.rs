//! What is said: one folder an answer, with the same rooms in each.
//!
//! `document` turns a result into a [`crate::render::document::Document`] and decides the order of its parts, `verdict`
//! has the sentences, one file a table or chart the rest; `json` is made from the results directly: programs read data,
//! not documents.

pub mod absence;
pub mod beside;
pub mod board;
pub mod calendar;
pub mod check;
pub mod compare;
pub mod diagnostics;
pub mod duties;
pub mod explain;
pub mod fleet;
pub mod hire;
pub mod import;
pub mod marks;
pub mod need;
pub mod outputs;
mod parts;
pub mod plan;
pub mod project;
pub mod request;
pub mod retire;
pub mod sensitivity;
pub mod show;
pub mod tradeoff;
pub mod verify;
pub mod wisn;
pub mod words;

pub use parts::file::{Answer, File};
