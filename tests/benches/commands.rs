//! Every command that studies a unit, on units of 32, 96, 288 and 992 people, as whole processes.
//! Run with `cargo bench --bench commands`; compare two builds in one sitting and quote ratios. It prints the table of
//! docs/performance.md: seconds of processor time, and the largest memory. `SHUANGGANG` names another program to time,
//! `LIMIT` the seconds that one command may search (60).

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first failure")]
#![expect(clippy::print_stdout, reason = "it prints its result")]

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const COMMANDS: &[&[&str]] = &[
    &["plan"],
    &["plan", "--months"],
    &["project"],
    &["project", "--draws", "1000"],
    &["explain"],
    &["need"],
    &["tradeoff"],
    &["sensitivity"],
    &["hire"],
    &["absence"],
];

fn main() {
    let program = std::env::var("SHUANGGANG").unwrap_or_else(|_| env!("CARGO_BIN_EXE_shuanggang").to_owned());
    let limit = std::env::var("LIMIT").unwrap_or_else(|_| "60".to_owned());
    let units = ["96", "288", "992"].map(|people| format!("tests/benches/units/people-{people}.toml"));
    println!("| command | unit | wall s | processor s | MB | exit |\n|---|---|---|---|---|---|");
    for command in COMMANDS {
        for unit in std::iter::once(None).chain(units.iter().map(Some)) {
            let before = children();
            let begun = Instant::now();
            let mut child = Command::new(&program)
                .args(*command)
                .args(unit)
                .args(["--time-limit", &limit, "--quiet"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let (code, memory) = watch(&mut child);
            let (wall, used) = (begun.elapsed().as_secs_f64(), children() - before);
            let name = unit.map_or("built-in", |unit| unit.rsplit('/').next().unwrap_or(unit));
            println!("| `{}` | {name} | {wall:.2} | {used:.2} | {memory} | {code} |", command.join(" "));
        }
    }
}

/// Exit code of a process, and the most memory that it was seen to hold, in MB.
fn watch(child: &mut Child) -> (i32, u64) {
    let mut most = 0;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return (status.code().unwrap_or(-1), most / 1024);
        }
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok());
        most = kilobytes.unwrap_or_default().max(most);
        sleep(Duration::from_millis(5));
    }
}

/// Seconds of processor time of all processes that ended.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    // After the name in brackets; the clock of the kernel's accounts ticks a hundred times a second.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    fields[13..15].iter().map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / 100.0
}
