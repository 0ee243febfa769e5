//! Reading the workbook of a county: the built-in unit with all its what-ifs. At most 50 ms.
//! Run with `cargo bench --bench workbook`.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first failure")]

use shuanggang::scenario::{self, Options, book, what_ifs};
use shuanggang::text::{Language, Text};
use std::path::Path;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn read(bencher: divan::Bencher) {
    let loaded = scenario::load(Path::new("baseline")).unwrap();
    let what_ifs = what_ifs::of(Some(Path::new("baseline"))).unwrap();
    let bytes = book::write::workbook(&loaded, &what_ifs, &Text::new(Language::Chinese)).unwrap();
    let read = || scenario::load_workbook("county.xlsx", bytes.clone(), &Options::default()).unwrap();
    // Words of both languages are gathered once in a process.
    read();
    bencher.bench_local(read);
}
