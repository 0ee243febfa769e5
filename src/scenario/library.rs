//! The scenarios that are part of the program.

pub mod examples;
pub(super) mod packs;
pub mod start;
pub mod variants;

/// A scenario that is part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embedded {
    /// The name under which it can be asked for.
    pub name: &'static str,
    /// Its folder under `scenarios`; empty for that folder itself.
    pub folder: &'static str,
    /// Its own file, then every other file that it needs, as (name, contents).
    pub files: &'static [(&'static str, &'static str)],
}

/// A file under `scenarios`, by its name in its folder.
macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../scenarios/", $name)))
    };
    ($folder:literal, $($part:literal),+) => {
        (concat!($($part),+), include_str!(concat!("../../scenarios/", $folder, "/", $($part),+)))
    };
}

/// A change of the Hongjiang baseline, with the other files that it needs.
macro_rules! change {
    ($name:literal $(, $parent:expr)*) => {
        Embedded {
            name: $name,
            folder: "hongjiang",
            files: &[file!("hongjiang", $name, ".toml") $(, $parent)*, HONGJIANG, ROSTER],
        }
    };
}

const HONGJIANG: (&str, &str) = file!("hongjiang", "baseline.toml");
const ROSTER: (&str, &str) = file!("hongjiang", "roster.csv");
const FIVE_GONE: (&str, &str) = file!("hongjiang", "after-five-retirements.toml");

/// The scenario that is used when none is named.
pub(super) const BASELINE: Embedded = Embedded { name: "baseline", folder: "hongjiang", files: &[HONGJIANG, ROSTER] };

static LIBRARY: &[Embedded] = &[
    BASELINE,
    change!("one-established"),
    change!("two-established"),
    change!("eight-vacancies"),
    change!("two-contract"),
    change!("recall-both"),
    change!("pooled-reviewing"),
    change!("contract-review"),
    change!("quota-16"),
    change!("audit-campaign"),
    change!("after-five-retirements"),
    change!("after-five-retirements-replaced", FIVE_GONE),
    change!("volume-up-20"),
    change!("three-insurances"),
    change!("new-system"),
    change!("contract-cut-25"),
    change!("contract-cut-50"),
    change!("contract-cut-100"),
    change!("maternity-leave"),
    change!("one-hall"),
    change!("newcomers-six-months"),
    Embedded {
        name: "housing-fund",
        folder: "housing-fund",
        files: &[file!("housing-fund", "branch.toml"), file!("housing-fund", "roster.csv")],
    },
    Embedded {
        name: "land-registration",
        folder: "land-registration",
        files: &[file!("land-registration", "centre.toml"), file!("land-registration", "roster.csv")],
    },
    Embedded {
        name: "medical-insurance",
        folder: "medical-insurance",
        files: &[file!("medical-insurance", "centre.toml"), file!("medical-insurance", "roster.csv")],
    },
    Embedded {
        name: "treasury",
        folder: "treasury",
        files: &[file!("treasury", "office.toml"), file!("treasury", "roster.csv")],
    },
    Embedded { name: "minimal", folder: "", files: &[file!("minimal.toml"), file!("minimal-roster.csv")] },
];

/// Every scenario that is part of the program, the one used when none is named first.
#[must_use]
pub fn library() -> &'static [Embedded] {
    LIBRARY
}

/// The scenario of a name.
pub(super) fn find(name: &str) -> Option<&'static Embedded> {
    LIBRARY.iter().find(|embedded| embedded.name == name)
}
