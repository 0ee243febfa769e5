//! The years ahead of the baseline: five years under all policies, and drawn futures.
//! Run with `cargo bench --bench project`; one plan beside them gives the ratio that counts.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first failure")]

use shuanggang::analysis::project::{forecast, project};
use shuanggang::model::RetirementPolicy;
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn one_plan(bencher: divan::Bencher) {
    let unit = scenario::embedded().unwrap().unit;
    bencher.bench(|| plan(&unit, &Settings::default(), &mut ()).unwrap());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn five_years(bencher: divan::Bencher) {
    let unit = scenario::embedded().unwrap().unit;
    bencher.bench(|| project(&unit, 5, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap());
}

#[divan::bench(args = [100, 1000], sample_count = 1, sample_size = 1)]
fn futures(bencher: divan::Bencher, draws: u32) {
    let unit = scenario::embedded().unwrap().unit;
    bencher.bench(|| forecast(&unit, 5, draws, 1, &Settings::default(), &mut ()).unwrap());
}
