//! A unit as one workbook: a sheet a table, the heads and words those of its user, the same tree as from text.
//!
//! Nothing is said here of any single table: sheets, heads and rows follow from the [specification](super::spec).

mod cells;
mod fields;
mod heads;
mod labels;
mod layout;
mod look;
mod people;
mod put;
mod read;
mod say;
mod shown;
mod start;
mod ways;
mod whatifs;
pub mod write;

pub(super) use layout::has_what_ifs;
pub(super) use read::{Book, is_unit, read};
pub(super) use say::anew;
pub use start::{Started, start};
pub use whatifs::WhatIf;
pub(super) use whatifs::{chain, settled};
