//! What the engines owe the planner: the same optimum from either, models that others can check,
//! an honest answer when the time is up, and the same answer every time.

use crate::support::generated::{Size, generated};
use crate::support::large::side_by_side;
use crate::support::mps::Mps;
use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::analysis::{ReasonCode, ServiceStatus, assess};
use shuanggang::check::verify;
use shuanggang::model::{DutyGroup, Employment, Plan, PlanStatus, Stage, StageId, Step, StopReason, Unit};
use shuanggang::optimise::{Deadline, Engine, Settings, plan};
use shuanggang::scenario;
use std::time::Duration;

const TINY: Size = Size { sections: 2, matters: 4, people: 4 };

fn baseline() -> Unit {
    scenario::embedded().unwrap().unit
}

fn checked(unit: &Unit, settings: &Settings) -> Plan {
    let plan = plan(unit, settings, &mut ()).unwrap();
    assert_eq!(verify(unit, &plan), []);
    plan
}

fn service(plan: &Plan) -> Vec<f64> {
    let tiers = plan.stages.iter().filter(|stage| matches!(stage.id, StageId::Tier(_)));
    tiers.map(|stage| stage.objective.to_f64().unwrap()).collect()
}

/// The objective of a stage as an exported file has it, which minimises.
pub(crate) fn minimised(stage: &Stage) -> f64 {
    let value = stage.objective.to_f64().unwrap();
    if stage.id.maximises() { -value } else { value }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-4
}

#[test]
fn microlp_serves_as_much_as_highs() {
    let units = generated(TINY, 150);
    let mut agreeing = 0;
    for unit in &units {
        let highs = checked(unit, &Settings::default());
        let microlp = checked(unit, &Settings { engine: Engine::Microlp, ..Settings::default() });
        let mut same = service(&highs).into_iter().zip(service(&microlp)).map(|(a, b)| close(a, b));
        if same.all(|same| same) {
            agreeing += 1;
        } else {
            let gave_up = microlp.stages.iter().any(|stage| stage.stop == StopReason::Engine);
            assert!(gave_up, "a wrong value that claims to be proven: {:?} {:?}", highs.stages, microlp.stages);
        }
    }
    assert!(agreeing * 10 >= units.len() * 9, "only {agreeing} of {} agree", units.len());
}

/// Plans with export into a folder of its own; every stage's file, read back and solved, gives the stage's objective.
fn exported_models_agree(unit: &Unit) {
    let folder = tempfile::tempdir().unwrap();
    let plan = checked(unit, &Settings { export: Some(folder.path().into()), ..Settings::default() });
    let mut files: Vec<_> = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), plan.stages.len());
    for (number, (stage, file)) in plan.stages.iter().zip(&files).enumerate() {
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with(&format!("{}-", number + 1)), "{name}");
        let mps = Mps::read(&std::fs::read_to_string(file).unwrap());
        for (name, column) in &mps.columns {
            assert!(column.lower <= column.upper, "{name} has no room");
            assert!(column.bounded, "{name} has no upper bound, which readers take in different ways");
        }
        assert_eq!(stage.stop, StopReason::Proven);
        let (found, stated) = (mps.solve(), minimised(stage));
        assert!(close(found, stated), "{:?}: the file gives {found}, the plan says {stated}", stage.id);
    }
}

#[test]
fn an_exported_baseline_has_the_optimum_of_the_plan() {
    exported_models_agree(&baseline());
}

#[test]
fn exported_generated_units_have_the_optimum_of_the_plan() {
    for unit in generated(Size { sections: 3, matters: 6, people: 7 }, 20) {
        exported_models_agree(&unit);
    }
}

#[test]
fn an_exported_model_states_direction_constant_integers_and_bounds() {
    // Two sections, two people at home in the first, one of whom the second needs.
    let mut unit = unit(&[DutyGroup::Operations; 2], 1);
    for section in 0..2 {
        matter(&mut unit, section, 0, 10, &[(Step::Handle, 60, 1)]);
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit.rules.sections_per_person = Some(1);
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { export: Some(folder.path().into()), ..Settings::default() };
    checked(&unit, &settings);
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();

    let service = read("1-service-1.mps");
    assert!(!service.contains("OBJSENSE") && !service.contains("constant"), "{service}");
    let service = Mps::read(&service);
    assert_eq!(service.columns.values().filter(|c| c.integer).map(|c| c.upper).collect::<Vec<_>>(), [2.0, 2.0]);
    assert_eq!(service.columns.values().filter(|c| !c.integer).count(), 4, "two levels and two shares");
    assert!(close(service.solve(), -2.0), "the most service is the least of its negative");

    // Moved = the two people − those who stay; the constant is 2.
    let moves = read("3-moves.mps");
    assert!(moves.contains("    constant objective 2\n") && moves.contains(" FX BOUND constant 1\n"), "{moves}");
    assert!(!moves.contains("OBJSENSE") && !moves.contains("RHS objective"), "{moves}");
    let moves = Mps::read(&moves);
    assert!(close(moves.solve(), 1.0));
}

#[test]
fn when_the_time_is_up_the_best_plan_so_far_stands_with_its_gap() {
    let large = side_by_side(&baseline(), 3);
    for time_limit in [Duration::from_millis(1), Duration::ZERO] {
        let plan = checked(&large, &Settings { deadline: Deadline::after(time_limit), ..Settings::default() });
        assert!(matches!(plan.status, PlanStatus::Feasible { .. }), "{:?}", plan.status);
        assert!(plan.stages.iter().any(|stage| stage.stop == StopReason::TimeLimit), "{:?}", plan.stages);
        for stage in &plan.stages {
            let room = stage.bound - stage.objective;
            assert!(if stage.id.maximises() { room >= Decimal::ZERO } else { room <= Decimal::ZERO }, "{stage:?}");
            assert!(stage.gap >= Decimal::ZERO, "{stage:?}");
        }
        let worst = plan.stages.iter().map(|stage| stage.gap).max().unwrap();
        assert_eq!(plan.status, PlanStatus::Feasible { gap: worst });
    }
}

/// Every matter of the baseline could be served if the unit did nothing else,
/// and a question cut short is no proof of the contrary.
#[test]
fn when_the_time_is_up_nothing_is_called_impossible() {
    let unit = baseline();
    for time_limit in [Duration::from_millis(1), Duration::ZERO] {
        let settings = Settings { deadline: Deadline::after(time_limit), ..Settings::default() };
        let shortfalls = assess(&unit, &settings, &mut ()).unwrap().shortfalls;
        assert!(!shortfalls.is_empty());
        for shortfall in shortfalls {
            assert_eq!(shortfall.reason.code, ReasonCode::SearchStopped, "{shortfall:?}");
        }
    }
}

#[test]
fn a_time_limit_beyond_the_clock_is_none() {
    let settings = Settings { deadline: Deadline::after(Duration::MAX), ..Settings::default() };
    assert_eq!(checked(&baseline(), &settings).status, PlanStatus::Optimal);
}

#[test]
fn a_time_limit_that_is_not_needed_changes_nothing() {
    let unit = baseline();
    let unlimited = checked(&unit, &Settings::default());
    let limited =
        checked(&unit, &Settings { deadline: Deadline::after(Duration::from_mins(10)), ..Settings::default() });
    assert_eq!(limited, unlimited);
}

#[test]
fn microlp_too_stops_in_time() {
    for unit in generated(TINY, 10) {
        let settings =
            Settings { engine: Engine::Microlp, deadline: Deadline::after(Duration::ZERO), ..Settings::default() };
        for stage in checked(&unit, &settings).stages {
            assert!(stage.stop != StopReason::Engine, "{stage:?}");
        }
    }
}

#[test]
fn the_same_unit_gives_the_same_plan_whatever_was_planned_before() {
    let [first, second] = [baseline(), generated(Size { sections: 3, matters: 6, people: 7 }, 1).remove(0)];
    let plan = |unit| checked(unit, &Settings::default());
    let one_way = (plan(&first), plan(&second));
    let second_again = plan(&second);
    let first_again = plan(&first);
    assert_eq!(one_way, (first_again, second_again));
}

/// The values were found by a person-by-person formulation in another solver set-up.
#[test]
fn the_baseline_serves_everything_but_two_audits() {
    let unit = baseline();
    let plan = checked(&unit, &Settings::default());
    assert_eq!(plan.status, PlanStatus::Optimal);
    let stages: Vec<_> = plan.stages.iter().map(|stage| (stage.id.id(&unit), stage.objective)).collect();
    let number = |n: i64| Decimal::from(n);
    let service = [("service:payment", 13), ("service:daily", 18), ("service:audit", 3)];
    assert_eq!(stages[..3], service.map(|(id, value)| (id.to_owned(), number(value))));
    assert_eq!(stages[3..5], [("placement".to_owned(), number(0)), ("moves".to_owned(), number(0))]);
    for stage in &plan.stages {
        assert_eq!(stage.stop, StopReason::Proven, "{stage:?}");
        assert!(stage.gap <= Decimal::new(1, 6), "{stage:?}");
    }
    let with = |status| -> Vec<&str> {
        let level = |ix| plan.status_of(&unit, ix);
        unit.matters().filter(|(ix, _)| level(*ix) == status).map(|(_, matter)| &*matter.id).collect()
    };
    assert_eq!(with(ServiceStatus::Stalled), ["underreporting_audit", "hospital_inspection"]);
    assert_eq!(with(ServiceStatus::Slowed), [""; 0]);
    assert!(unit.present().all(|(ix, _)| !plan.is_moved(&unit, ix)));
    assert_eq!(plan.unplaced(&unit).count(), 0);
}

/// The version of a crate that is locked, without the last part: repairs are not named.
fn locked(name: &str) -> String {
    let lock: toml::Table = toml::from_str(include_str!("../Cargo.lock")).unwrap();
    let packages = lock["package"].as_array().unwrap().iter();
    let versions: Vec<&str> = packages
        .filter(|package| package["name"].as_str() == Some(name))
        .map(|package| package["version"].as_str().unwrap())
        .collect();
    let [version] = versions[..] else { panic!("{name}: {versions:?}") };
    version.rsplit_once('.').unwrap().0.to_owned()
}

#[test]
fn engines_are_called_by_the_versions_that_are_locked() {
    let highs = format!("HiGHS (highs {}, highs-sys {})", locked("highs"), locked("highs-sys"));
    assert_eq!(Engine::Highs.version(), highs);
    assert_eq!(Engine::Microlp.version(), format!("microlp {}", locked("microlp")));
}
