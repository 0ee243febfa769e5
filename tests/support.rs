//! Helpers shared by the tests.

pub(crate) mod board;
pub(crate) mod book;
pub(crate) mod browser;
pub(crate) mod brute_force;
pub(crate) mod console;
pub(crate) mod counties;
pub(crate) mod document;
pub(crate) mod docx;
pub(crate) mod duties;
pub(crate) mod forms;
pub(crate) mod generated;
pub(crate) mod good_plan;
pub(crate) mod large;
pub(crate) mod manifest;
#[cfg(feature = "highs")]
pub(crate) mod mps;
pub(crate) mod mutants;
pub(crate) mod outputs;
pub(crate) mod paper;
pub(crate) mod shipped;
pub(crate) mod small;
pub(crate) mod studied;
pub(crate) mod texts;
pub(crate) mod tiny;
pub(crate) mod ways;

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};

/// So many generated cases, the same in every run: a gate must not fail by chance. `PROPTEST_RNG_SEED=n` tries others;
/// those that fail are kept in `tests/regressions.txt` and tried first from then on. `SHUANGGANG_CASES=n` tries as many.
pub(crate) fn regressions(cases: u32) -> Config {
    let file = FileFailurePersistence::Direct("tests/regressions.txt");
    let asked = Config::default();
    let cases = std::env::var("SHUANGGANG_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    let rng_seed = if asked.rng_seed == RngSeed::Random { RngSeed::Fixed(2024) } else { asked.rng_seed };
    Config { cases, rng_seed, failure_persistence: Some(Box::new(file)), ..asked }
}
