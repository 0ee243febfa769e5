//! What the changes typed do is said first, and what could be had with nothing made worse.

use crate::support::tiny::{self, matter, person};
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::analysis::assess;
use shuanggang::analysis::plan::changed::{Changed, Kept, changed};
use shuanggang::analysis::project::project;
use shuanggang::model::{DutyGroup, Employment, RetirementPolicy, Step, Unit};
use shuanggang::optimise::Settings;
use shuanggang::scenario;

fn held_against(before: &Unit, after: &Unit) -> Changed {
    let settings = Settings::default();
    let plan = assess(after, &settings, &mut ()).unwrap().plan;
    changed(before, after, &plan, &settings).unwrap()
}

/// The levels of the matters that changed: matter, before, after.
fn shifts(changed: &Changed) -> Vec<(usize, Decimal, Decimal)> {
    changed.shifts.iter().map(|shift| (shift.matter.0, shift.from.value(), shift.to.value())).collect()
}

/// One post, matter 0 of 4 hours and matter 1 of 8, one person of 8 hours: equal weights serve the small one in full
/// and half of the large one. With the weight of the large one tripled it is served whole, and nothing is left for
/// the small one. With nothing made worse all stays as it was.
fn competing(weight: u32) -> Unit {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 1, &[(Step::Handle, 240, 1)]);
    matter(&mut unit, 0, 0, 1, &[(Step::Handle, 480, 1)]);
    unit.matters[1].weight = shuanggang::units::Share::new(Decimal::from(weight));
    person(&mut unit, Employment::Established, 0, 8);
    unit
}

#[test]
fn what_gives_way_is_set_beside_what_could_be_had() {
    let found = held_against(&competing(1), &competing(3));
    let half = Decimal::new(5, 1);
    assert_eq!(shifts(&found), [(0, Decimal::ONE, Decimal::ZERO), (1, half, Decimal::ONE)]);
    assert_eq!(found.kept, Kept::Otherwise(Vec::new()));
}

#[test]
fn another_person_makes_nothing_worse() {
    let before = competing(3);
    let mut after = before.clone();
    person(&mut after, Employment::Established, 0, 8);
    let found = held_against(&before, &after);
    assert_eq!(shifts(&found), [(0, Decimal::ZERO, Decimal::ONE)]);
    assert_eq!(found.kept, Kept::Same);
}

#[test]
fn without_the_only_person_nothing_can_be_kept() {
    let before = competing(1);
    let mut after = before.clone();
    after.people[0].departed = true;
    person(&mut after, Employment::Established, 0, 2);
    let found = held_against(&before, &after);
    assert_eq!(found.kept, Kept::Impossible);
}

#[test]
fn the_built_in_unit_with_two_more() {
    let before = scenario::embedded().unwrap().unit;
    let options = scenario::Options { hire: vec!["established=2".to_owned()], ..scenario::Options::default() };
    let after = scenario::embedded_with(&options).unwrap().unit;
    let found = held_against(&before, &after);
    let better: Vec<&str> = found.shifts.iter().map(|shift| &*after[shift.matter].id).collect();
    assert!(!better.is_empty());
    assert!(found.shifts.iter().all(|shift| shift.to > shift.from), "{better:?}");
    assert_eq!(found.kept, Kept::Same);
}

#[test]
fn the_command_says_it_first_and_alone() {
    let run = |arguments: &[&str]| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(arguments).output().unwrap()
    };
    let answered = run(&["plan", "--hire", "established=2", "--only-changes", "--lang", "en"]);
    assert!(answered.status.success());
    let said = String::from_utf8(answered.stdout).unwrap();
    assert!(said.contains("Against the unit as it stands"), "{said}");
    assert!(!said.contains("Verdict"), "{said}");
    assert!(said.lines().count() <= 40, "{said}");
    assert_eq!(run(&["plan", "--only-changes", "--lang", "en"]).status.code(), Some(2));
}

/// What is planned for a later month is what the projection says of it, and it begins with who left until then.
#[test]
fn a_later_month_is_that_of_the_projection() {
    let unit = scenario::embedded().unwrap().unit;
    let settings = Settings::default();
    let policy = RetirementPolicy::Statutory;
    let outlook = project(&unit, 5, policy, &settings, &mut ()).unwrap();
    assert!(outlook.chosen.points.len() > 3);
    for point in &outlook.chosen.points {
        let (then, until) = unit.in_month(point.month, policy);
        let plan = assess(&then, &settings, &mut ()).unwrap().plan;
        assert_eq!(plan.service(&then), point.service);
        assert_eq!((then.headcount(), then.vacancies()), (point.headcount, point.vacancies));
        assert!(point.events.iter().all(|event| until.events.contains(&(point.month, event.clone()))));
    }
    let said = |arguments: &[&str]| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(["plan", "--lang", "en"]).args(arguments).output().unwrap()
    };
    let later = String::from_utf8(said(&["--month", "2025-11", "--only-changes"]).stdout).unwrap();
    assert!(later.contains("Until November 2025: 编05 retires (from November 2025)."), "{later}");
    assert!(later.contains("3 newly stalled"), "{later}");
    let of_year = String::from_utf8(said(&["--year", "2025", "--only-changes"]).stdout).unwrap();
    assert!(of_year.contains("Until December 2025"), "{of_year}");
    for wrong in [["--month", "2023-12"], ["--month", "2300-01"], ["--month", "June"], ["--year", "27"]] {
        assert_eq!(said(&wrong).status.code(), Some(2), "{wrong:?}");
    }
}
