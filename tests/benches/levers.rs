//! One lever of a loaded unit: a person away, a rule, a volume. Each is to be answered within 20 ms.
//! Run with `cargo bench --bench levers`.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first failure")]

use rust_decimal::Decimal;
use shuanggang::analysis::live::Live;
use shuanggang::model::{Change, Quantity, RuleChange, Unit};
use shuanggang::optimise::Settings;
use shuanggang::scenario;
use std::cell::Cell;

fn main() {
    divan::main();
}

/// A unit of which the plan as it is has been asked for.
fn loaded() -> Live {
    let live = Live::new(scenario::embedded().unwrap().unit, &Settings::default());
    live.with(&[]).unwrap();
    live
}

/// Each call asks for another change, as somebody does who moves a lever.
fn each<T>(bencher: divan::Bencher, levers: &[T], change: impl Fn(&Unit, &T) -> Change + Sync) {
    let live = loaded();
    let next = Cell::new(0);
    bencher.bench_local(|| {
        let lever = &levers[next.replace(next.get() + 1) % levers.len()];
        live.with(&[change(live.unit(), lever)]).unwrap()
    });
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn person(bencher: divan::Bencher) {
    let present: Vec<_> = loaded().unit().present().map(|(ix, _)| ix).collect();
    each(bencher, &present, |_, person| Change::Leave(*person));
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn volume(bencher: divan::Bencher) {
    let matters: Vec<_> = loaded().unit().open_matters().map(|(ix, _)| ix).collect();
    each(bencher, &matters, |unit, matter| {
        Change::Number(Quantity::Volume(*matter), unit[*matter].arriving.value() + Decimal::TEN)
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn rule(bencher: divan::Bencher) {
    each(bencher, &[RuleChange::Cover(2), RuleChange::Cover(1)], |_, rule| Change::Rule(rule.clone()));
}
