//! `plan` on 32, 96 and 288 people: the baseline one, three and nine times side by side.
//! Run with `cargo bench`; compare before and after a change in one sitting and quote ratios.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first failure")]

#[path = "../support/large.rs"]
mod large;

use shuanggang::analysis::assess;
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario;

fn main() {
    divan::main();
}

/// The whole optimisation without the questions about reasons.
#[divan::bench(args = [1, 3, 9], sample_count = 3, sample_size = 1)]
fn plan_copies(bencher: divan::Bencher, copies: usize) {
    let unit = large::side_by_side(&scenario::embedded().unwrap().unit, copies);
    bencher.bench(|| plan(&unit, &Settings::default(), &mut ()).unwrap());
}

/// Plan, check, reasons and conflicts of the baseline: what the command does.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn assess_baseline(bencher: divan::Bencher) {
    let unit = scenario::embedded().unwrap().unit;
    bencher.bench(|| assess(&unit, &Settings::default(), &mut ()).unwrap());
}
