//! Rotation of high-risk posts: who exceeds the limit when, and who changes places, worked out by hand.

use crate::support::duties::{judged, table, unit};
use pretty_assertions::assert_eq;
use shuanggang::analysis::duties::{Rotation, judge, rotation};
use shuanggang::model::Unit;
use shuanggang::optimise::Settings;
use shuanggang::render::{detail::Detail, markdown};
use shuanggang::report;
use shuanggang::scenario::{self, Options};
use shuanggang::text::{Language, Text};
use std::path::Path;

fn looked_ahead(unit: &Unit, table: &str, years: u32) -> Rotation {
    let (ledger, judged) = judged(table);
    rotation(unit, &ledger, &judged.held, years, &Settings::default(), &mut ()).unwrap().unwrap()
}

fn said(unit: &Unit, found: &Rotation) -> Vec<String> {
    let id = |person: shuanggang::model::PersonIx| unit.people[person.0].id.clone();
    let turn = |turn: &shuanggang::analysis::duties::Turn| {
        let due = turn.due.iter().map(|due| format!("{} since {}", id(due.person), due.since)).collect::<Vec<_>>();
        format!("{}: {}; moved {}", turn.month, due.join(", "), turn.moved.len())
    };
    found.turns.iter().map(turn).collect()
}

/// Row 2 is a04 at the desk's handling, the only high-risk post, since March 2022; five years are over in March 2027,
/// exceeded from April 2027 on. The free people of the desk handle too. a04 reviews instead; b1, on contract, may handle
/// only, so goes to the back, the one change of section.
#[test]
fn whoever_exceeds_the_limit_leaves_in_the_first_month_beyond_it() {
    let unit = unit();
    // June 2024 and 24 months: until May 2026 nobody exceeds it.
    assert_eq!(said(&unit, &looked_ahead(&unit, &table(&[], &[]), 2)), Vec::<String>::new());
    let found = looked_ahead(&unit, &table(&[], &[]), 3);
    assert_eq!((found.from.to_string(), found.until.to_string()), ("2024-06".to_owned(), "2027-05".to_owned()));
    assert_eq!(said(&unit, &found), ["2027-04: a04 since 2022-03, b1 since 2022-03; moved 1"]);
    let turn = &found.turns[0];
    assert!(turn.due.iter().all(|due| due.costs.is_empty()));
    // Whoever leaves the post is not among those who hold it afterwards.
    for due in &turn.due {
        assert!(turn.leaves.iter().any(|place| (place.person, place.post) == (due.person, due.post)));
        assert!(!turn.takes.iter().any(|place| (place.person, place.post) == (due.person, due.post)));
    }
}

/// Who is beyond it today is to leave at once, and those who follow begin anew.
#[test]
fn whoever_exceeds_the_limit_today_leaves_now() {
    let unit = unit();
    let rows = ["a04,窗口,经办,全部,2015-01", "b1,窗口,经办,登记、变更,2024-01"];
    let found = looked_ahead(&unit, &table(&[2, 3], &rows), 5);
    assert_eq!(said(&unit, &found), ["2024-06: a04 since 2015-01; moved 0", "2029-02: b1 since 2024-01; moved 1"]);
}

/// Only a04 and b1 may handle at the desk: the others are kept from it. Both at once cannot leave.
#[test]
fn whoever_cannot_be_spared_stays_and_it_is_said_what_it_would_cost() {
    let mut unit = unit();
    let handle = unit.posts().find(|(ix, _)| unit.post_id(*ix) == "desk/operations/handle").unwrap().0;
    for person in unit.people.iter_mut().filter(|person| !["a04", "b1"].contains(&&*person.id)) {
        person.terms.not_at.insert(handle);
    }
    let found = looked_ahead(&unit, &table(&[], &[]), 3);
    let [turn] = &found.turns[..] else { panic!("{found:?}") };
    let stuck: Vec<_> = turn.due.iter().filter(|due| !due.costs.is_empty()).collect();
    let [stuck] = stuck[..] else { panic!("{turn:?}") };
    let costs: Vec<_> = stuck.costs.iter().map(|matter| &*unit.matters[matter.0].id).collect();
    assert_eq!((&*unit.people[stuck.person.0].id, costs), ("b1", vec!["enrol", "change"]));
    let (ledger, judged) = judged(&table(&[], &[]));
    for text in Language::ALL.map(Text::new) {
        let said =
            markdown::render(&report::duties::document(&unit, &ledger, &judged, Some(&found), &text, Detail::Full));
        assert!(said.contains("2027-04") && said.contains("b1") && !said.contains("rotation-"), "{said}");
    }
}

#[test]
fn nothing_is_looked_ahead_for_without_the_rule() {
    let mut unit = unit();
    unit.rules.rotation = None;
    let (ledger, judged) = judged(&table(&[], &[]));
    assert_eq!(rotation(&unit, &ledger, &judged.held, 5, &Settings::default(), &mut ()).unwrap(), None);
}

/// Eight months of 32 people are too large for one program, so two of them prove it.
#[test]
fn the_rotation_of_the_shipped_table_is_proven_to_move_the_fewest() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang");
    let unit = scenario::load_with(&folder.join("baseline.toml"), &Options::default()).unwrap().unit;
    let ledger = scenario::duties::read(&folder.join("duties.csv"), &unit).unwrap();
    let held = judge(&unit, &ledger).held;
    let found = rotation(&unit, &ledger, &held, 5, &Settings::default(), &mut ()).unwrap().unwrap();
    assert_eq!(found.at_least, Some(found.moves));
    for turn in &found.turns {
        for due in &turn.due {
            assert!(turn.month <= due.over && due.over > due.since.plus(5 * 12), "{due:?}");
            assert!(turn.leaves.iter().any(|place| (place.person, place.post) == (due.person, due.post)), "{due:?}");
        }
        // Whoever changes section takes a post there.
        for person in turn.moved.iter().chain(&turn.followed) {
            assert!(turn.takes.iter().any(|place| place.person == *person), "{turn:?}");
        }
    }
}
