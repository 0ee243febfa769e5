//! The scenarios that are part of the program, as files to be taken out and changed.

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

/// Every example, the one to begin with first.
pub const EXAMPLES: &[Example] = &[
    example!("minimal": "minimal.toml" from "minimal.toml", "minimal-roster.csv" from "minimal-roster.csv"),
    example!("baseline": "baseline.toml" from "hongjiang/baseline.toml", "roster.csv" from "hongjiang/roster.csv"),
];

/// The names of all examples.
#[must_use]
pub fn names() -> Vec<&'static str> {
    EXAMPLES.iter().map(|example| example.name).collect()
}
