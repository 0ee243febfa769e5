//! Helpers shared by the tests.

pub(crate) mod brute_force;
pub(crate) mod console;
pub(crate) mod generated;
pub(crate) mod large;
#[cfg(feature = "highs")]
pub(crate) mod mps;
pub(crate) mod small;
pub(crate) mod tiny;

use proptest::test_runner::{Config, FileFailurePersistence};

/// So many random cases; those that fail are kept in `tests/regressions.txt` and tried first from then on.
pub(crate) fn regressions(cases: u32) -> Config {
    let file = FileFailurePersistence::Direct("tests/regressions.txt");
    Config { cases, failure_persistence: Some(Box::new(file)), ..Config::default() }
}
