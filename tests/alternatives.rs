//! Other plans to choose from: units whose plans are listed on paper, and generated units by brute force.

use crate::support::brute_force::{best_service, every_table, service};
use crate::support::document::table;
use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use shuanggang::analysis::plan::alternatives::{Alternatives, End, Wanted, alternatives};
use shuanggang::check::verify;
use shuanggang::model::{
    ContractRule, DutyGroup, Employment, Moves, PersonIx, Plan, PlanStatus, PostIx, SectionIx, Step, Unit,
};
use shuanggang::optimise::{Formulation, Settings, plan};
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Document;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report;
use shuanggang::report::plan::Extras;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::text::{Language, Text};
use shuanggang::units::Share;
use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use unicode_width::UnicodeWidthStr;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];

fn named() -> Settings {
    Settings { formulation: Formulation::Named, ..Settings::default() }
}

/// The plan and at most `count` alternatives with one person more moved.
fn listed(unit: &Unit, count: u32, settings: &Settings) -> (Plan, Alternatives) {
    let plan = plan(unit, settings, &mut ()).unwrap();
    let wanted = Wanted { count, within: Share::ZERO };
    let found = alternatives(unit, &plan, wanted, settings, &mut ()).unwrap();
    for other in &found.plans {
        assert_eq!(verify(unit, &other.plan), []);
        assert_eq!(other.plan.service(unit), plan.service(unit));
        assert_eq!(other.plan.status, PlanStatus::Optimal);
        assert!(other.is_proven());
    }
    (plan, found)
}

fn differences(found: &Alternatives) -> Vec<u32> {
    found.plans.iter().map(|other| other.difference).collect()
}

/// One section for each number of people who are at home there; ten hours of work each, one section a person.
fn sections(people: &[usize]) -> Unit {
    let mut unit = unit(&vec![DutyGroup::Operations; people.len()], 1);
    unit.rules.sections_per_person = Some(1);
    for (section, people) in people.iter().enumerate() {
        matter(&mut unit, section, 0, 10, HANDLE);
        for _ in 0..*people {
            person(&mut unit, Employment::Established, section, 100);
        }
    }
    unit
}

#[test]
fn every_plan_of_a_unit_solved_on_paper_is_listed_the_farthest_first() {
    // Two at home in each of 0 and 1, nobody in 2: one has to move, two may. No section may be left empty.
    // A: 0→2. B: 1→2. C: both. D: 1→2 and 0→1. E: 0→2 and 1→0. Nothing else keeps every section open.
    // From A, D is 3 away (0→2 missing, two moves more), E 1, B 2, C 1; by symmetry the same from B with E and D
    // swapped. Every one of the other three is 1 away from A, B, D or E.
    for settings in [Settings::default(), named()] {
        let (plan, found) = listed(&sections(&[2, 2, 0]), 9, &settings);
        assert_eq!((found.fewest_moved, found.most_moved), (1, 2));
        assert_eq!(differences(&found), [3, 1, 1, 1]);
        assert_eq!(found.end, End::NoOther);
        let first = &found.plans[0];
        assert_eq!((first.more.iter().count(), first.fewer.iter().count()), (2, 1));
        assert_eq!(first.fewer, Moves::of(&sections(&[2, 2, 0]), &plan.held));
    }
}

#[test]
fn as_many_as_asked_for() {
    let (_, found) = listed(&sections(&[2, 2, 0]), 2, &Settings::default());
    assert_eq!((differences(&found), found.end), (vec![3, 1], End::Enough));
}

#[test]
fn to_swap_names_is_no_difference() {
    // One of the two at home in 0 has to go to 1, the other to stay.
    for settings in [Settings::default(), named()] {
        let (_, found) = listed(&sections(&[2, 0]), 3, &settings);
        assert_eq!((differences(&found), found.end), (vec![], End::NoOther));
    }
}

#[test]
fn to_swap_people_whom_a_rule_tells_apart_is_one() {
    let mut unit = sections(&[2, 0]);
    unit.people[1].employment = Employment::Contract;
    // Without a rule about contract staff they are alike.
    assert_eq!(differences(&listed(&unit, 3, &Settings::default()).1), Vec::<u32>::new());
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([Step::Handle]), duties: BTreeSet::from([DutyGroup::Operations]) });
    let (_, found) = listed(&unit, 3, &Settings::default());
    assert_eq!((differences(&found), found.end), (vec![2], End::NoOther), "one move less, one more");
}

#[test]
fn relatives_are_told_apart_by_name() {
    let mut unit = sections(&[2, 0]);
    unit.rules.kin = Some(BTreeSet::from([(PersonIx(0), PersonIx(1))]));
    let (_, found) = listed(&unit, 3, &Settings::default());
    assert_eq!((differences(&found), found.end), (vec![2], End::NoOther));
    let kinds: BTreeSet<_> = found.plans[0].more.iter().map(|((kind, _), _)| kind.person).collect();
    assert_eq!(kinds.len(), 1);
    assert!(kinds.iter().all(Option::is_some));
}

#[test]
fn how_many_more_may_move() {
    let unit = sections(&[2, 2, 0]);
    let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
    // Of four people: 0 and 0.49 give one, 0.5 two, 1 four beyond the one who has to.
    for (within, most) in [("0", 2), ("0.49", 2), ("0.5", 3), ("1", 5)] {
        let wanted = Wanted { count: 1, within: Share::new(within.parse().unwrap()) };
        let found = alternatives(&unit, &plan, wanted, &Settings::default(), &mut ()).unwrap();
        assert_eq!(found.most_moved, most, "{within}");
    }
}

type Held = BTreeSet<(PersonIx, PostIx)>;
/// People by home, employment and section away from home, counted without the code under test.
type Counted = BTreeMap<(Option<SectionIx>, Option<Employment>, SectionIx), i64>;

fn counted(unit: &Unit, held: &Held) -> (Counted, usize) {
    let away = held
        .iter()
        .filter(|(person, post)| unit[*post].step != Step::Approve && unit[*person].home != Some(unit[*post].section));
    let pairs: BTreeSet<_> = away.map(|(person, post)| (*person, unit[*post].section)).collect();
    let mut counted = Counted::new();
    for (person, section) in &pairs {
        let employment = unit.rules.contract_steps.is_some().then_some(unit[*person].employment);
        *counted.entry((unit[*person].home, employment, *section)).or_default() += 1;
    }
    (counted, pairs.iter().map(|(person, _)| person).collect::<BTreeSet<_>>().len())
}

fn apart(one: &Counted, other: &Counted) -> i64 {
    let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let of = |counted: &Counted, key| counted.get(key).copied().unwrap_or_default();
    keys.into_iter().map(|key| (of(one, key) - of(other, key)).abs()).sum()
}

/// Every way to move people that keeps the best service, places everyone who can be, and moves at most so many.
fn feasible(unit: &Unit, most: usize) -> BTreeSet<Counted> {
    let best = best_service(unit);
    let placed = |held: &Held| held.iter().map(|(person, _)| person).collect::<BTreeSet<_>>().len();
    let tables = every_table(unit);
    let most_placed = tables.iter().map(placed).max().unwrap();
    let mut found = BTreeSet::new();
    for held in tables.iter().filter(|held| placed(held) == most_placed) {
        let (many, moved) = counted(unit, held);
        let as_good = || service(unit, held).iter().zip(&best).all(|(a, b)| *a >= *b - 1e-6);
        if moved <= most && !found.contains(&many) && as_good() {
            found.insert(many);
        }
    }
    found
}

proptest! {
    #![proptest_config(regressions(40))]

    #[test]
    fn no_plan_differs_more_by_brute_force(mut unit in units(Size { sections: 2, matters: 2, people: 3 })) {
        unit.rules.kin = None;
        for settings in [Settings::default(), named()] {
            let (plan, found) = listed(&unit, 4, &settings);
            let all = feasible(&unit, found.most_moved as usize);
            let (own, moved) = counted(&unit, &plan.held);
            prop_assert_eq!(moved, found.fewest_moved as usize);
            let mut before = vec![own];
            for other in &found.plans {
                let nearest = |moves: &Counted| before.iter().map(|listed| apart(moves, listed)).min().unwrap();
                let farthest = all.iter().map(nearest).max().unwrap();
                prop_assert_eq!(i64::from(other.difference), farthest);
                let (moves, moved) = counted(&unit, &other.plan.held);
                prop_assert_eq!(nearest(&moves), farthest);
                prop_assert!(moved <= found.most_moved as usize);
                before.push(moves);
            }
            let left = all.iter().any(|moves| !before.contains(moves));
            prop_assert!(left == (found.end == End::Enough) || found.plans.len() == 4);
        }
    }
}

/// The report and the JSON of the built-in scenario with alternatives.
fn report(language: Language) -> (Document, PlanFile) {
    let unit = shuanggang::scenario::embedded().unwrap().unit;
    let assessment = shuanggang::analysis::assess(&unit, &Settings::default(), &mut ()).unwrap();
    let wanted = Wanted { count: 2, within: Share::ZERO };
    let found = alternatives(&unit, &assessment.plan, wanted, &Settings::default(), &mut ()).unwrap();
    let extras = Extras { alternatives: Some(&found), ..Extras::default() };
    let document = report::plan::document(&unit, &assessment, extras, &Text::new(language), Detail::Full);
    (document, PlanFile::of(&unit, &assessment, None).with_alternatives(&unit, &found))
}

#[test]
fn the_same_plans_whatever_runs_beside() {
    let alone = report(Language::English);
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(|| report(Language::English))).collect();
    for thread in threads {
        let beside = thread.join().unwrap();
        assert_eq!(beside.1, alone.1);
        assert_eq!(beside.0, alone.0);
    }
}

#[test]
fn the_report_fits_and_its_json_survives_the_journey() {
    for language in Language::ALL {
        let (document, file) = report(language);
        for width in [80, 120] {
            for line in terminal::render(&document, Screen { width, colour: false }).lines() {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
        let rows = table(&document, "alternatives");
        assert_eq!(rows.len(), 3);
        // Nobody moves in the plan, one person in each alternative.
        assert_eq!(rows.iter().map(|row| &*row[1]).collect::<Vec<_>>(), ["0", "1", "1"]);
        assert_eq!(table(&document, "moves").len(), 2);
        let read = PlanFile::parse(&json::write(&file).unwrap()).unwrap();
        assert_eq!(read, file);
        let plans = read.alternatives.unwrap().plans;
        assert!(plans.iter().all(|plan| plan.proven && plan.people.iter().filter(|p| p.moved).count() == 1));
    }
}

/// Exit code, stdout and stderr of `plan` in English.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = program.args(["plan", "--lang", "en", "--quiet"]).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_table_of_alternatives_asks_for_them_and_what_cannot_be_is_refused() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/paper.toml");
    let (code, stdout, _) = run(&[example, "--format", "csv", "--table", "alternatives"]);
    assert_eq!((code, stdout.lines().count()), (0, 3), "{stdout}");
    for (arguments, said) in [
        (["--alternatives", "0"].as_slice(), "expected a whole number from 1 to 20"),
        (&["--alternatives", "2", "--within", "1.1"], "expected a share from 0 to 1"),
        (&["--within", "0.1"], "missing: --alternatives <COUNT>"),
    ] {
        let (code, stdout, stderr) = run(&[&[example], arguments].concat());
        assert_eq!((code, &*stdout), (2, ""));
        assert!(stderr.contains(said), "{stderr}");
    }
}
