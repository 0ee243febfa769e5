//! What stops if audits must happen: units worked out by hand, and every demand of generated units by brute force.

use crate::support::brute_force::best_service;
use crate::support::document::{sentences, table};
use crate::support::generated::{Size, units};
use crate::support::outputs::assert_valid;
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::analysis::tradeoff::{Frontier, Tradeoff, tradeoff};
use shuanggang::model::{Change, DutyGroup, Employment, MatterIx, Quantity, Separation, Step, TierIx, Unit};
use shuanggang::optimise::Settings;
use shuanggang::render::detail::Detail;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report;
use shuanggang::report::File;
use shuanggang::report::tradeoff::json::Traded;
use shuanggang::text::{Language, Text};
use unicode_width::UnicodeWidthStr;

fn found(unit: &Unit, matters: &[MatterIx]) -> Tradeoff {
    tradeoff(unit, matters, &Settings::default(), &mut ()).unwrap()
}

/// (from, to, service by tier) of every stretch.
fn stretches(frontier: &Frontier) -> Vec<(u32, u32, Option<Vec<String>>)> {
    let service = |sums: &[_]| sums.iter().map(ToString::to_string).collect();
    let stretches = frontier.stretches.iter();
    stretches.map(|s| (s.from, s.to, s.cost.as_ref().map(|cost| service(&cost.service)))).collect()
}

/// One person of 100 hours, 60 cases of daily work and `audits` audits, an hour each.
fn shared_hours(audits: u32) -> Unit {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Audit], 2);
    matter(&mut unit, 0, 0, 60, &[(Step::Handle, 60, 1)]);
    matter(&mut unit, 1, 1, audits, &[(Step::Handle, 60, 1)]);
    person(&mut unit, Employment::Established, 0, 100);
    unit
}

/// Two sections of daily work and one of audits; two different people for each matter, one section a person.
fn two_desks(people: usize) -> Unit {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Operations, DutyGroup::Audit], 2);
    let steps = [(Step::Handle, 6, 1), (Step::Review, 6, 1)];
    for section in 0..2 {
        matter(&mut unit, section, 0, 10, &steps);
    }
    matter(&mut unit, 2, 1, 10, &steps);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    for home in 0..people {
        person(&mut unit, Employment::Established, home % 2, 100);
    }
    unit
}

#[test]
fn the_first_audit_takes_both_people_and_the_rest_are_free() {
    let unit = two_desks(4);
    // Nothing named: the audit is the matter of the last tier that stalls.
    let found = found(&unit, &[]);
    let [frontier] = &found.frontiers[..] else { panic!("{found:?}") };
    assert_eq!(frontier.matters, [MatterIx(2)]);
    let service = |sums: [&str; 2]| Some(sums.map(str::to_owned).to_vec());
    assert_eq!(stretches(frontier), [(0, 0, service(["2", "0"])), (1, 10, service(["1", "0"]))]);
    assert_eq!(frontier.kept_up_to(TierIx(0)), 0);
    let (_, cost) = frontier.furthest().unwrap();
    let [loss] = cost.losses[..] else { panic!("{cost:?}") };
    assert_eq!(
        (loss.cases.value().normalize().to_string(), loss.after.value().normalize().to_string()),
        ("10".to_owned(), "0".to_owned())
    );
    assert_eq!(cost.people.len(), 2);
    assert_eq!(cost.moved, cost.people);
    // The other desk could stop instead.
    assert_eq!(frontier.exchangeable, [loss.matter]);
}

#[test]
fn with_enough_people_nothing_stops() {
    let found = found(&two_desks(6), &[MatterIx(2)]);
    assert_eq!(found.frontiers[0].stretches.len(), 1);
    assert_eq!(found.frontiers[0].furthest().unwrap().1.losses, []);
    assert_eq!(found.frontiers[0].kept_up_to(TierIx(0)), 10);
}

#[test]
fn hours_give_way_case_by_case_from_the_first_that_does_not_fit() {
    // 100 hours: 60 for daily work leave 40 audits; each further audit takes a case of daily work.
    let frontier = &found(&shared_hours(60), &[]).frontiers[0];
    assert_eq!(frontier.kept_up_to(TierIx(0)), 40);
    assert_eq!((frontier.stretches[0].from, frontier.stretches[0].to), (0, 40));
    let losses = frontier
        .stretches
        .iter()
        .skip(1)
        .map(|s| (s.to, s.cost.as_ref().unwrap().losses[0].cases.value().normalize().to_string()));
    assert_eq!(losses.collect::<Vec<_>>(), (41..=60).map(|n| (n, format!("{}", n - 40))).collect::<Vec<_>>());
}

#[test]
fn what_the_plan_does_anyway_takes_nothing_from_its_own_tier() {
    // 100 hours less 60 of daily work: the plan does 40 of the two audits' 60 hours. The first alone does not hurt
    // its tier as long as the other keeps what it has of the 40.
    let mut unit = shared_hours(30);
    let other = matter(&mut unit, 1, 1, 30, &[(Step::Handle, 60, 1)]);
    let found = found(&unit, &[MatterIx(1)]);
    let frontier = &found.frontiers[0];
    let before = found.before[other.0].value() * Decimal::from(30);
    assert_eq!(frontier.kept_up_to(TierIx(0)), 30);
    assert_eq!(Decimal::from(frontier.kept_up_to(TierIx(1))), (Decimal::from(40) - before).floor().min(30.into()));
}

#[test]
fn a_long_slope_is_solved_in_places_and_its_ends_exactly() {
    let frontier = &found(&shared_hours(1000), &[]).frontiers[0];
    assert_eq!(frontier.kept_up_to(TierIx(0)), 40);
    // Daily work is gone at 100; beyond that there are no hours for the audits themselves.
    assert_eq!(frontier.furthest().unwrap().0.to, 100);
    let last = frontier.stretches.last().unwrap();
    assert_eq!((last.from, last.to, &last.cost), (101, 1000, &None));
}

#[test]
fn several_demands_are_also_made_together() {
    let mut unit = shared_hours(60);
    matter(&mut unit, 1, 1, 7, &[(Step::Handle, 60, 1)]);
    let found = found(&unit, &[MatterIx(1), MatterIx(2)]);
    let demands: Vec<_> = found.frontiers.iter().map(|frontier| frontier.matters.clone()).collect();
    assert_eq!(demands, [vec![MatterIx(1)], vec![MatterIx(2)], vec![MatterIx(1), MatterIx(2)]]);
    // 7 × 30 / 60 = 3.5, rounded up.
    assert_eq!(found.frontiers[2].cases(&unit, 30), [(MatterIx(1), 30), (MatterIx(2), 4)]);
    // 36 + ⌈4.2⌉ = 41 > 40 ≥ 35 + ⌈4.08⌉ = 40.
    assert_eq!(found.frontiers[2].kept_up_to(TierIx(0)), 35);
}

proptest! {
    #![proptest_config(regressions(60))]

    #[test]
    fn every_demand_costs_what_brute_force_says(unit in units(Size { sections: 2, matters: 3, people: 3 })) {
        let audit = MatterIx(unit.matters.len() - 1);
        let frontier = &found(&unit, &[audit]).frontiers[0];
        for n in 0..=frontier.whole(&unit) {
            let volume = Change::Number(Quantity::Volume(audit), Decimal::from(n));
            let demand = [volume, Change::Prefer([audit].into())];
            let truth = best_service(&unit.with(&demand));
            let holds = |s: &&shuanggang::analysis::tradeoff::Stretch| s.from <= n && n <= s.to;
            let stretch = frontier.stretches.iter().find(holds).unwrap();
            let possible = n == 0 || truth[0] > unit[audit].weight.value().to_f64().unwrap() - 1e-6;
            prop_assert_eq!(stretch.cost.is_some(), possible, "{} {:?}", n, truth);
            for (sum, truth) in stretch.cost.iter().flat_map(|cost| &cost.service).zip(&truth[1..]) {
                prop_assert!((sum.to_f64().unwrap() - truth).abs() < 2e-4, "{}: {} {:?}", n, sum, truth);
            }
        }
    }
}

#[test]
fn the_report_answers_in_a_sentence() {
    let (unit, text) = (two_desks(4), Text::new(Language::Chinese));
    let found = found(&unit, &[]);
    let document = report::tradeoff::document(&unit, &found, TierIx(0), &text, Detail::Folded);
    let loss = found.frontiers[0].exchangeable[0];
    let name = &unit.matters[loss.0].name;
    let expected = format!("保住T0，M2 1 件也不能办理。全年办理M2 10 件，须作如下调整：T0停摆 1 项（{name}）。");
    assert!(sentences(&document).contains(&&*expected), "{:?}", sentences(&document));
    assert_eq!(table(&document, "frontier")[1], ["M2", "1", "10", "足额1项，停摆1项", "（无）", "1", "0", "2", "2"]);
    assert_eq!(table(&document, "losses")[0][6..], ["T0", "0.0%", "10.0", "停摆"]);
}

#[test]
fn one_number_is_answered_in_one_sentence() {
    let (unit, text) = (two_desks(4), Text::new(Language::Chinese));
    let found = found(&unit, &[]);
    let loss = found.frontiers[0].exchangeable[0];
    let name = &unit.matters[loss.0].name;
    let expected = format!("全年办理M2 4 件，须作如下调整：T0停摆 1 项（{name}）。");
    let document = report::tradeoff::answer(&unit, &found, 4, &text);
    assert!(sentences(&document).contains(&&*expected), "{:?}", sentences(&document));
    let run = |cases: &str| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(["tradeoff", "--quiet", "--audit", "工伤定点医院监督检查", "--cases", cases]).output().unwrap()
    };
    assert!(run("12").status.success());
    for wrong in ["13", "0", "many"] {
        assert_eq!(run(wrong).status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn the_report_fits_and_its_json_keeps_its_fields() {
    let unit = shared_hours(60);
    let found = found(&unit, &[]);
    for language in Language::ALL {
        for width in [80, 120] {
            let document = report::tradeoff::document(&unit, &found, TierIx(0), &Text::new(language), Detail::Full);
            for line in terminal::render(&document, Screen { width, colour: false }).lines() {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
    }
    let written = json::write(&File::new(&unit, None, Traded::of(&unit, &found, TierIx(0)))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_valid("tradeoff", &json);
    for (pointer, value) in [
        ("/schema", "\"shuanggang.tradeoff/1\""),
        ("/frontiers/0/possible_while_protected", "false"),
        ("/frontiers/0/kept_up_to/0/cases", "40"),
        ("/frontiers/0/stretches/1/cost/losses/0/cases", "1"),
    ] {
        assert_eq!(json.pointer(pointer).unwrap().to_string(), value, "{pointer}");
    }
}

/// Exit code and stderr of the program in English.
fn run(arguments: &[&str]) -> (i32, String) {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = program.args(["tradeoff", "--lang", "en", "--quiet"]).args(arguments).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn whoever_names_a_tier_is_told_whether_it_can_be_kept() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/hours.toml");
    assert_eq!(run(&[example]), (0, String::new()));
    assert_eq!(run(&[example, "--protect", "daily"]), (1, String::new()));
    // All enrolments are done as it is, so that demanding them takes nothing from the audits.
    assert_eq!(run(&[example, "--protect", "audit", "--audit", "enrolment"]), (0, String::new()));
}

#[test]
fn unknown_matters_and_tiers_are_refused() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/hours.toml");
    for (arguments, said) in [
        ([example, "--audit", "x"], "--audit cannot be “x”; it can be: enrolment, file_audit"),
        ([example, "--protect", "x"], "--protect cannot be “x”; it can be: daily, audit"),
    ] {
        let (code, stderr) = run(&arguments);
        assert_eq!(code, 2);
        assert!(stderr.contains(said), "{stderr}");
    }
    let (code, stderr) = run(&[example, "--table", "losses"]);
    assert!(code == 2 && stderr.contains("--table is for csv"), "{stderr}");
}
