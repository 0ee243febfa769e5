//! What is said when a search is not finished: unknown is not no. And what is finished is called so.

use crate::support::document::{sentences, table};
use crate::support::generated::{Size, generated};
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::analysis::{ServiceStatus, assess};
use shuanggang::check::verify;
use shuanggang::model::{PlanStatus, StageId, StopReason, Unit};
use shuanggang::optimise::{Deadline, Settings, plan};
use shuanggang::render::detail::Detail;
use shuanggang::report::plan::Extras;
use shuanggang::text::{Language, Text};
use shuanggang::{report, scenario};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn fixture(name: &str) -> Unit {
    scenario::load(&Path::new("tests/fixtures/unproven").join(name).join("u.toml")).unwrap().unit
}

fn baseline() -> Unit {
    scenario::embedded().unwrap().unit
}

/// The settings of a command whose time is up.
fn too_late() -> Settings {
    Settings { deadline: Deadline::after(Duration::ZERO), ..Settings::default() }
}

/// The first tier is served in part. What its slack of a millionth frees would serve 0.0006 of the second: the bound of
/// the second tier must not hold that. The values are those of an independent exact solve.
#[test]
fn a_tier_after_one_served_in_part_is_proven_without_a_gap() {
    let unit = fixture("1046");
    let found = plan(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(verify(&unit, &found), []);
    for stage in &found.stages {
        assert_eq!((stage.stop, stage.gap, stage.bound), (StopReason::Proven, Decimal::ZERO, stage.objective));
    }
    assert_eq!(found.status, PlanStatus::Optimal);
    let service: Vec<_> = found.service(&unit).into_iter().map(|(_, sum, _)| sum).collect();
    assert_eq!(service, [Decimal::new(4_7582, 4), Decimal::new(1_2016, 4)]);
}

/// Five people who may work in any section, each with rights of their own: hundreds of sets of posts for each. The value
/// was found with people counted by sets of posts, in twenty times the time.
#[test]
fn people_with_many_sets_of_posts_are_planned_in_a_moment() {
    let unit = fixture("133");
    let settings = Settings { deadline: Deadline::after(Duration::from_mins(1)), ..Settings::default() };
    let found = plan(&unit, &settings, &mut ()).unwrap();
    assert_eq!(verify(&unit, &found), []);
    assert_eq!(found.status, PlanStatus::Optimal, "{:?}", found.stages);
    assert_eq!(found.service(&unit)[0].1, Decimal::new(4_894_828, 6));
}

#[test]
fn a_generated_unit_with_every_stage_proven_has_an_optimal_plan() {
    for unit in generated(Size { sections: 3, matters: 6, people: 6 }, 60) {
        let found = plan(&unit, &Settings::default(), &mut ()).unwrap();
        if found.stages.iter().all(|stage| stage.stop == StopReason::Proven) {
            assert_eq!(found.status, PlanStatus::Optimal, "{:?}", found.stages);
            let gaps: Vec<_> = found.stages.iter().filter(|stage| stage.gap != Decimal::ZERO).collect();
            assert!(gaps.iter().all(|stage| stage.id == StageId::Balance), "{gaps:?}");
        }
    }
}

/// People and posts are counted: between two whole numbers lies nothing, and below none neither.
#[test]
fn the_bound_of_a_count_is_a_count() {
    let mut units = generated(Size { sections: 3, matters: 6, people: 6 }, 20);
    units.extend([fixture("133"), baseline()]);
    for unit in units {
        let found = plan(&unit, &too_late(), &mut ()).unwrap();
        for stage in found.stages.iter().filter(|stage| stage.id.counts()) {
            assert!(stage.bound >= Decimal::ZERO && stage.bound.fract() == Decimal::ZERO, "{stage:?}");
        }
    }
}

#[test]
fn without_time_nobody_is_told_to_move_and_no_matter_to_stall() {
    for unit in [baseline(), fixture("133")] {
        let judged = assess(&unit, &too_late(), &mut ()).unwrap();
        let moved = unit.present().filter(|(ix, _)| judged.plan.is_moved(&unit, *ix)).count();
        assert_eq!(moved, 0);
        for shortfall in &judged.shortfalls {
            assert_eq!(shortfall.status, ServiceStatus::Unknown);
        }
        for language in [Language::Chinese, Language::English] {
            let text = Text::new(language);
            let document = report::plan::document(&unit, &judged, Extras::default(), &text, Detail::Annexed);
            let first = sentences(&document);
            let unfinished = first.iter().position(|sentence| {
                sentence.contains("搜索未完成") || sentence.contains("The search was not finished")
            });
            let verdict = first.iter().position(|sentence| sentence.contains(&text.get("status-unknown")));
            assert!(unfinished.is_some() && unfinished <= verdict, "{first:?}");
            let stalled = text.get("status-stalled");
            assert!(table(&document, "matters").iter().flatten().all(|cell| *cell != stalled));
        }
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    command.args(arguments).env_remove("SHUANGGANG_LANG").env("LC_ALL", "C");
    command
}

fn outcome(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn every_form_marks_what_is_unknown_and_the_exit_code_tells() {
    for (format, marks) in [
        ("csv", ["unknown", "unknown"]),
        ("json", ["\"status\": \"unknown\"", "\"stop\": \"time_limit\""]),
        ("markdown", ["The search was not finished", "unknown"]),
        ("table", ["The search was not finished", "unknown"]),
        ("html", ["The search was not finished", "unknown"]),
    ] {
        let arguments = ["plan", "--time-limit", "0.000001", "--lang", "en", "--format", format];
        let (code, stdout, stderr) = outcome(&program(&arguments).output().unwrap());
        assert_eq!(code, Some(4), "{format}: {stderr}");
        assert!(marks.iter().all(|mark| stdout.contains(mark)), "{format}: {stdout}");
        assert!(stderr.contains("The search was not finished"), "{format}: {stderr}");
    }
}

#[test]
fn explanations_end_in_time_and_studies_conclude_nothing_from_a_search_cut_short() {
    let begun = Instant::now();
    let arguments = ["explain", "--time-limit", "0.000001", "--lang", "zh", "--format", "csv", "--table", "shortfalls"];
    let (code, stdout, stderr) = outcome(&program(&arguments).output().unwrap());
    assert_eq!(code, Some(4), "{stderr}");
    assert!(stdout.contains("unknown") && !stdout.contains("stalled"), "{stdout}");
    for command in ["request", "project", "tradeoff", "absence", "sensitivity", "need", "hire"] {
        // Of the built-in unit, whose sources disagree on the authorised posts, there are drafts only.
        let more: &[&str] = if command == "request" { &["--as-if", "25"] } else { &[] };
        let (code, stdout, stderr) = outcome(
            &program(&[&[command, "--time-limit", "0.000001", "--lang", "zh"], more].concat()).output().unwrap(),
        );
        assert_eq!((code, stdout.as_str()), (Some(4), ""), "{command}: {stderr}");
        assert!(stderr.contains("搜索未完成"), "{command}: {stderr}");
    }
    // Eight commands, each a moment; much room for a busy machine.
    assert!(begun.elapsed() < Duration::from_mins(2), "{:?}", begun.elapsed());
}

/// A unit that takes minutes is stopped by a signal: the best so far is told, as such.
#[cfg(unix)]
#[test]
fn on_a_signal_the_best_so_far_is_told() {
    for signal in ["INT", "TERM"] {
        let unit = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/benches/units/people-96.toml");
        let pooled = "sections_per_person=2";
        let arguments = ["plan", unit, "--rule", pooled, "--lang", "en", "--format", "csv", "--table", "stages"];
        let child = program(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Reading a unit takes less; proving the fewest moves of 96 people who work in two sections takes much more.
        std::thread::sleep(Duration::from_millis(1500));
        let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let (code, stdout, stderr) = outcome(&child.wait_with_output().unwrap());
        assert_eq!(code, Some(4), "{signal}: {stderr}");
        assert!(stdout.contains("time_limit"), "{signal}: {stdout}");
        assert!(stderr.contains("The search was not finished"), "{signal}: {stderr}");
    }
}
