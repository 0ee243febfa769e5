//! The scenarios that are part of the program, as files to be taken out and changed.

use super::{Embedded, library};
use std::path::Path;

/// An example.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// What it is asked for by; the catalogues say what it shows, under `example-` and this.
    pub name: &'static str,
    /// Its files, the scenario first, with what they hold.
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! example {
    ($name:literal: $($file:literal from $path:literal),+) => {
        Example { name: $name, files: &[$(($file, include_str!(concat!("../../../scenarios/", $path)))),+] }
    };
}

/// A table of duties among the files of an example.
pub const DUTIES: &str = "duties.csv";

/// Every example, the one to begin with first.
pub const EXAMPLES: &[Example] = &[
    example!("minimal": "minimal.toml" from "minimal.toml", "minimal-roster.csv" from "minimal-roster.csv"),
    example!("baseline": "baseline.toml" from "hongjiang/baseline.toml", "roster.csv" from "hongjiang/roster.csv",
        "duties.csv" from "hongjiang/duties.csv"),
];

/// The units among the scenarios of the program, each with the name of its workbook.
#[must_use]
pub fn workbooks() -> Vec<(String, &'static Embedded)> {
    // A change comes with the file that it changes.
    let is_unit = |one: &&Embedded| {
        one.files.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|end| end == "toml")).count() == 1
    };
    let name = |one: &Embedded| if one.folder.is_empty() { one.name } else { one.folder };
    library().iter().filter(is_unit).map(|one| (format!("{}.xlsx", name(one)), one)).collect()
}

/// The names of all examples.
#[must_use]
pub fn names() -> Vec<&'static str> {
    EXAMPLES.iter().map(|example| example.name).collect()
}
