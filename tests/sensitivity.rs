//! How far each number may move: breaks worked out by hand, and on generated units planned from scratch.

use crate::support::document::{sentences, table};
use crate::support::generated::{Size, units};
use crate::support::outputs::assert_valid;
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::ServiceStatus::{self, Full, Slowed, Stalled};
use shuanggang::analysis::sensitivity::{Direction, Flip, Margin, Sensitivity, Subject, Together, sensitivity};
use shuanggang::model::{Basis, DutyGroup, Employment, Input, MatterIx, Quantity, RuleChange, Separation, Step, Unit};
use shuanggang::optimise::{Settings, plan};
use shuanggang::render::detail::Detail;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report;
use shuanggang::report::File;
use shuanggang::report::sensitivity::json::Sensed;
use shuanggang::text::{Language, Text};
use unicode_width::UnicodeWidthStr;

fn found(unit: &Unit) -> Sensitivity {
    sensitivity(unit, Decimal::TWO, &Settings::default(), &mut ()).unwrap()
}

/// One person of 8 × (248 − 15) = 1864 hours, and 1000 cases of an hour.
fn one_desk() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 1000, &[(Step::Handle, 60, 1)]);
    person(&mut unit, Employment::Established, 0, 1864);
    unit
}

/// The same, and an audit that needs two people.
fn desk_and_audit() -> Unit {
    let mut unit = one_desk();
    unit.tiers.push(shuanggang::model::Tier { id: "t1".into(), name: "T1".into(), name_en: None });
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 1, 10, &[(Step::Handle, 60, 1), (Step::Review, 60, 1)]);
    unit
}

/// (subject, last value that holds, first that does not) of every break, nearest first.
fn breaks(unit: &Unit, found: &Sensitivity) -> Vec<(String, String, String)> {
    let broken = found.margins.iter().filter_map(|margin| Some((margin, margin.breaks.as_ref()?)));
    broken.map(|(m, b)| (m.subject.id(unit), b.holds.to_string(), b.flips.to_string())).collect()
}

fn owned(a: &str, b: &str, c: &str) -> (String, String, String) {
    (a.to_owned(), b.to_owned(), c.to_owned())
}

#[test]
fn the_breaks_of_hours_are_where_paper_has_them() {
    let unit = one_desk();
    let found = found(&unit);
    // Full is 0.999: 1864 / 0.999 = 1865.9 hours of work. So 1865 cases of an hour, and 1000 cases of 111.95 minutes.
    let expected = [owned("matter.m0.volume", "1865", "1866"), owned("matter.m0.handle.minutes", "111.5", "112")];
    assert_eq!(breaks(&unit, &found), expected);
    let nearest = found.margins[0].breaks.as_ref().unwrap();
    assert_eq!(nearest.flipped, [Flip { matter: MatterIx(0), from: Full, to: Slowed }]);
    assert_eq!(found.margins[0].distance(), Some(Decimal::new(866, 3)));
    // 1865 cases are already more than the hours hold, 111.5 minutes (1858.3 hours) are not.
    assert!(!nearest.steady && found.margins[1].breaks.as_ref().unwrap().steady);
}

#[test]
fn every_number_is_tried_both_ways_where_it_can_move() {
    // Volume, minutes, hours a day and working days both ways; training, sick days and overhead are at 0 already.
    let found = found(&one_desk());
    assert_eq!(found.margins.len(), 2 + 2 + 2 + 2 + 1 + 1 + 1);
    let harder = found.margins.iter().filter(|margin| margin.direction == Direction::Harder);
    assert_eq!(harder.count(), 7);
}

#[test]
fn numbers_of_law_and_document_stay() {
    let mut unit = one_desk();
    for (path, basis) in [("matter.m0.volume", Basis::Document), ("capacity.hours_per_day", Basis::Law)] {
        unit.inputs.push(Input { path: path.into(), value: "1".into(), basis, source: None });
    }
    let found = found(&unit);
    let moves =
        |quantity: Quantity| found.margins.iter().any(|margin| margin.subject == Subject::One(quantity.clone()));
    assert!(!moves(Quantity::Volume(MatterIx(0))) && !moves(Quantity::HoursPerDay));
    assert!(moves(Quantity::Minutes(MatterIx(0), Step::Handle)));
}

#[test]
fn what_people_limit_no_number_changes() {
    let unit = desk_and_audit();
    let found = found(&unit);
    assert_eq!(found.base.statuses().collect::<Vec<_>>(), [Full, Stalled]);
    let easiest = found.together.iter().find(|(t, _)| *t == Together::Everything(Direction::Easier)).unwrap();
    assert_eq!(easiest.1.flipped, []);
    assert!(breaks(&unit, &found).iter().all(|(path, ..)| !path.starts_with("matter.m1")));
    // One person may do both steps only if nothing keeps them apart: the price of the rule is the audit.
    let effect = |separation| {
        let rule = RuleChange::Separation(separation);
        found.rules.iter().find(|(change, _)| *change == rule).unwrap().1.flipped.clone()
    };
    assert_eq!(effect(Separation::Case), []);
    assert_eq!(effect(Separation::Off), [Flip { matter: MatterIx(1), from: Stalled, to: Full }]);
}

#[test]
fn all_minutes_together_break_sooner_than_each() {
    // 1000 × 60 × x + 10 × … : the audit stalls anyway, so 1000 x ≤ 1865.9, x ≤ 1.86.
    let unit = desk_and_audit();
    let found = found(&unit);
    let together = found.margins.iter().find(|m| matches!(m.subject, Subject::Minutes(_)) && m.breaks.is_some());
    let found = together.unwrap().breaks.as_ref().unwrap();
    assert_eq!((found.holds.to_string(), found.flips.to_string()), ("1.86".to_owned(), "1.87".to_owned()));
}

/// Statuses and service of a plan made from scratch with a number at a value.
fn planned(unit: &Unit, margin: &Margin, value: Decimal) -> (Vec<ServiceStatus>, Vec<Decimal>) {
    let unit = unit.with(&margin.subject.changes(unit, value));
    let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
    let statuses = unit.matters().map(|(ix, _)| plan.status_of(&unit, ix)).collect();
    (statuses, plan.service(&unit).into_iter().map(|(_, sum, _)| sum).collect())
}

proptest! {
    #![proptest_config(regressions(40))]

    #[test]
    fn just_inside_nothing_changes_and_just_outside_something_does(
        mut unit in units(Size { sections: 2, matters: 3, people: 3 }),
    ) {
        // Generated people have hours of their own, which do not follow from the calendar.
        let paths: Vec<String> = Quantity::all(&unit).iter().map(|quantity| quantity.path(&unit)).collect();
        for path in paths.into_iter().filter(|path| !path.starts_with("matter")) {
            unit.inputs.push(Input { path, value: String::new(), basis: Basis::Law, source: None });
        }
        let found = found(&unit);
        for margin in &found.margins {
            let (_, service) = planned(&unit, margin, margin.value);
            let differs = |other: &[Decimal]| {
                service.iter().zip(other).any(|(a, b)| (*a - *b).abs() > Decimal::new(2, 4))
            };
            if let Some(at) = &margin.breaks {
                let (_, outside) = planned(&unit, margin, at.flips);
                prop_assert!(differs(&outside), "{:?}", margin);
                let (_, inside) = planned(&unit, margin, at.holds);
                prop_assert!(!at.steady || !differs(&inside), "{:?}", margin);
            } else {
                let (statuses, at_end) = planned(&unit, margin, margin.end);
                prop_assert!(!differs(&at_end) || statuses.iter().copied().eq(found.base.statuses()), "{:?}", margin);
            }
        }
    }
}

#[test]
fn the_number_of_processors_makes_no_difference() {
    let unit = desk_and_audit();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| found(&unit))
    };
    assert_eq!(on(1), on(4));
}

#[test]
fn the_report_says_what_the_verdict_rests_on() {
    let unit = desk_and_audit();
    let found = found(&unit);
    let document = report::sensitivity::document(&unit, &found, &Text::new(Language::English), Detail::Folded);
    let said = sentences(&document);
    assert!(said[2].starts_with("Stalled now: M1; slowed: none. Even with every number tried"), "{said:?}");
    let rows = table(&document, "margins");
    let row = rows.iter().find(|row| row[0] == "matter.m0.volume").unwrap();
    assert_eq!(row[1..], ["M0, cases", "assumption", "1,000", "1,865", "1,866", "86.6%", "M0: full to slowed"]);
    let rules = table(&document, "rules");
    assert_eq!(rules[1], ["separation", "off", "full", "full", "M1: stalled to full"]);
}

#[test]
fn the_report_fits_and_its_json_keeps_its_fields() {
    let unit = desk_and_audit();
    let found = found(&unit);
    for language in Language::ALL {
        for width in [80, 120] {
            let document = report::sensitivity::document(&unit, &found, &Text::new(language), Detail::Full);
            for line in terminal::render(&document, Screen { width, colour: false }).lines() {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
    }
    let written = json::write(&File::new(&unit, None, Sensed::of(&unit, &found))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_valid("sensitivity", &json);
    assert_eq!(json.pointer("/verdict/stalled/0").unwrap(), "m1");
    assert_eq!(json.pointer("/margins/0/direction").unwrap(), "harder");
}
