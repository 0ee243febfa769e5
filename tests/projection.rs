//! The years ahead: events against the law worked out by hand, figures against plans made on their own.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::project::{forecast, project};
use shuanggang::model::{
    Absence, DutyGroup, Employment, Event, Hire, Learning, Movement, MovementKind, PersonIx, Rank, RetirementChoice,
    RetirementPolicy, SectionIx, Status, Step, Unit,
};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario;
use shuanggang::units::{Month, Share};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn baseline() -> Unit {
    scenario::embedded().unwrap().unit
}

/// (month, who) of every event of a policy.
fn timeline(unit: &Unit, years: u32, policy: RetirementPolicy) -> Vec<(String, Vec<String>)> {
    let outlook = project(unit, years, policy, &Settings::default(), &mut ()).unwrap();
    let name = |event: &Event| match event {
        Event::Retired(ix) => format!("-{}", unit[*ix].id),
        Event::Left(ix) => format!("/{}", unit[*ix].id),
        Event::Returned(ix) => format!("+{}", unit[*ix].id),
        Event::Recalled(ix) => format!("!{}", unit[*ix].id),
        Event::Transferred(ix, section) => format!("{}>{}", unit[*ix].id, unit[*section].id),
        Event::WentBack(ix) => format!("<{}", unit[*ix].id),
        Event::WentAway(ix) => format!("~{}", unit[*ix].id),
        Event::CameBack(ix) => format!("={}", unit[*ix].id),
        Event::Able(ix) => format!("^{}", unit[*ix].id),
        Event::Learnt(ix) => format!("^{}", unit.hires[*ix].id),
        Event::Joined(ix) => format!("*{}", unit.hires[*ix].id),
    };
    let points = outlook.chosen.points.iter();
    points.map(|point| (point.month.to_string(), point.events.iter().map(name).collect())).collect()
}

#[test]
fn the_baseline_loses_five_people_in_five_years() {
    // 编05 female professional 1970-08: 55 in 2025-08, n = 7, delay 2 → 2025-10, gone from 2025-11.
    // 编11 male 1965-10: 60 in 2025-10, n = 9, delay 3 → 2026-01. 编02 male 1966-09: n = 20, delay 6 → 2027-03.
    // 编06 male 1967-03: n = 26, delay 7 → 2027-10. 编10 female professional 1972-04: n = 27, delay 7 → 2027-11.
    let found = timeline(&baseline(), 5, RetirementPolicy::Statutory);
    let expected = [
        ("2024-01", ""),
        ("2025-11", "-编05"),
        ("2026-02", "-编11"),
        ("2027-04", "-编02"),
        ("2027-11", "-编06"),
        ("2027-12", "-编10"),
    ];
    let expected: Vec<(String, Vec<String>)> = expected
        .map(|(month, who)| (month.to_owned(), Some(who.to_owned()).filter(|w| !w.is_empty()).into_iter().collect()))
        .into();
    assert_eq!(found, expected);
}

#[test]
fn without_the_reform_people_would_leave_earlier() {
    // 编05 2025-08, 编11 2025-10, 编02 2026-09, 编06 2027-03, 编10 2027-04, and 编04 (management, 1973-11) in 2028-11.
    let found = timeline(&baseline(), 5, RetirementPolicy::PreReform);
    let months: Vec<&str> = found.iter().map(|(month, _)| month.as_str()).collect();
    assert_eq!(months, ["2024-01", "2025-09", "2025-11", "2026-10", "2027-04", "2027-05", "2028-12"]);
}

#[test]
fn every_point_is_the_plan_of_its_staffing() {
    let unit = baseline();
    let outlook = project(&unit, 5, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    let last = outlook.chosen.points.last().unwrap();
    let mut then = unit.clone();
    for id in ["编05", "编11", "编02", "编06", "编10"] {
        let at = then.people.iter().position(|p| p.id == id).unwrap();
        then.people.remove(at);
    }
    let own = plan(&then, &Settings::default(), &mut ()).unwrap();
    assert_eq!(last.service, own.service(&then));
    assert_eq!((last.headcount.on_books, last.headcount.on_duty, last.headcount.contract), (12, 10, 17));
    assert_eq!(last.vacancies, Some(13));
    assert_eq!(outlook.away_throughout.len(), 2);
}

/// One matter handled and reviewed by two people, both of them needed.
fn pair() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1), (Step::Review, 60, 1)]);
    unit.rules.separation = shuanggang::model::Separation::Post;
    person(&mut unit, Employment::Established, 0, 100);
    person(&mut unit, Employment::Established, 0, 100);
    unit
}

#[test]
fn loans_end_hires_arrive_and_choices_count() {
    let mut unit = pair();
    unit.people[0].retirement = Some(RetirementChoice::Month(month("2024-03")));
    let away = person(&mut unit, Employment::Established, 0, 0);
    (unit.people[away.0].status, unit.people[away.0].seconded_until) = (Status::SecondedOut, Some(month("2024-06")));
    let guest = person(&mut unit, Employment::Established, 0, 100);
    (unit.people[guest.0].status, unit.people[guest.0].seconded_until) = (Status::SecondedIn, Some(month("2024-08")));
    unit.hires.push(Hire {
        id: "new".into(),
        month: month("2024-10"),
        count: 2,
        employment: Employment::Contract,
        kind: None,
        learning: None,
        rank: Rank::Staff,
        section: SectionIx(0),
        work_since: month("2020-01"),
    });
    let found = timeline(&unit, 1, RetirementPolicy::Statutory);
    let flat: Vec<String> = found.into_iter().map(|(month, who)| format!("{month} {}", who.join(" "))).collect();
    assert_eq!(flat, ["2024-01 ", "2024-04 -p0", "2024-07 +p2", "2024-09 <p3", "2024-10 *new"]);
    let outlook = project(&unit, 1, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    let contract: Vec<u32> = outlook.chosen.points.iter().map(|p| p.headcount.contract).collect();
    assert_eq!(contract, [0, 0, 0, 0, 2]);
}

#[test]
fn the_month_after_the_last_second_person_leaves_the_matter_stalls_until_a_new_one_comes() {
    let mut unit = pair();
    unit.people[1].retirement = Some(RetirementChoice::Month(month("2024-05")));
    unit.hires.push(Hire {
        id: "new".into(),
        month: month("2024-09"),
        count: 1,
        employment: Employment::Established,
        kind: None,
        learning: None,
        rank: Rank::Staff,
        section: SectionIx(0),
        work_since: month("2024-09"),
    });
    let outlook = project(&unit, 1, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    let matter = shuanggang::model::MatterIx(0);
    assert_eq!(outlook.chosen.first_stall(matter), Some(month("2024-06")));
    let [_, stalled, recovered] = outlook.chosen.points.as_slice() else { panic!("three points") };
    assert_eq!((stalled.newly_stalled.as_slice(), recovered.recovered.as_slice()), (&[matter][..], &[matter][..]));
    assert_eq!(outlook.chosen.at(month("2024-08")).month, month("2024-06"));
}

#[test]
fn contract_workers_stay_unless_the_roster_says_otherwise() {
    let mut unit = pair();
    let worker = person(&mut unit, Employment::Contract, 0, 100);
    unit.people[worker.0].birth = month("1950-01");
    assert_eq!(timeline(&unit, 2, RetirementPolicy::Statutory).len(), 1);
    unit.people[worker.0].retirement = Some(RetirementChoice::Month(month("2024-12")));
    assert_eq!(timeline(&unit, 2, RetirementPolicy::Statutory)[1], ("2025-01".into(), vec!["-p2".into()]));
}

#[test]
fn without_uncertainty_every_draw_is_the_statutory_course() {
    let mut unit = pair();
    unit.people[0].retirement = Some(RetirementChoice::Month(month("2024-12")));
    let forecast = forecast(&unit, 2, 20, 7, &Settings::default(), &mut ()).unwrap();
    let [first, second] = forecast.years.as_slice() else { panic!("two years") };
    assert_eq!((first.on_duty.low, first.on_duty.high), (2.into(), 2.into()), "retires at the end of December");
    assert_eq!((second.on_duty.low, second.on_duty.high), (1.into(), 1.into()));
    assert_eq!(first.stalled_by[0].value(), 0.into());
    assert_eq!(second.stalled_by[0].value(), 1.into());
    assert_eq!(unit.people().filter(|(ix, _)| *ix == PersonIx(0)).count(), 1);
}

#[test]
fn a_forecast_is_the_same_on_any_number_of_processors() {
    let unit = baseline();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| forecast(&unit, 2, 6, 3, &Settings::default(), &mut ()).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn people_are_recalled_transferred_and_leave_before_they_would_retire() {
    let mut unit = pair();
    unit.sections.push(unit.sections[0].clone());
    "other".clone_into(&mut unit.sections[1].id);
    unit.people[0].retirement = Some(RetirementChoice::Month(month("2024-10")));
    unit.people[1].retirement = Some(RetirementChoice::Month(month("2024-05")));
    let away = person(&mut unit, Employment::Established, 0, 0);
    (unit.people[away.0].status, unit.people[away.0].seconded_until) = (Status::SecondedOut, Some(month("2024-11")));
    let movement = |at: &str, person, kind| Movement { month: month(at), person: PersonIx(person), kind };
    unit.movements = vec![
        movement("2024-03", 0, MovementKind::Transfer(SectionIx(1))),
        movement("2024-04", 0, MovementKind::Leave),
        // Retired at the end of May.
        movement("2024-07", 1, MovementKind::Leave),
        movement("2024-08", 2, MovementKind::Recall),
    ];
    let found = timeline(&unit, 1, RetirementPolicy::Statutory);
    let flat: Vec<String> = found.into_iter().map(|(month, who)| format!("{month} {}", who.join(" "))).collect();
    assert_eq!(flat, ["2024-01 ", "2024-03 p0>other", "2024-04 /p0", "2024-06 -p1", "2024-08 !p2"]);
    let outlook = project(&unit, 1, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    assert_eq!(outlook.chosen.points.iter().map(|point| point.headcount.on_duty).collect::<Vec<_>>(), [2, 2, 1, 0, 1]);
}

#[test]
fn who_is_away_for_a_time_is_gone_in_those_months_and_back_by_itself() {
    let mut unit = pair();
    unit.people[0].away = Some(Absence { from: Some(month("2024-04")), until: Some(month("2024-08")), reason: None });
    let found = timeline(&unit, 1, RetirementPolicy::Statutory);
    let flat: Vec<String> = found.into_iter().map(|(month, who)| format!("{month} {}", who.join(" "))).collect();
    assert_eq!(flat, ["2024-01 ", "2024-04 ~p0", "2024-09 =p0"]);
    let outlook = project(&unit, 1, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    let counts: Vec<_> = outlook.chosen.points.iter().map(|point| point.headcount).collect();
    assert_eq!(
        counts.iter().map(|c| (c.on_books, c.on_duty, c.away)).collect::<Vec<_>>(),
        [(2, 2, 0), (2, 1, 1), (2, 2, 0)]
    );
    // One matter, two posts: it stalls without the second person, and only then.
    let stalled: Vec<_> = outlook.chosen.points.iter().map(|point| point.newly_stalled.len()).collect();
    assert_eq!(stalled, [0, 1, 0]);
    assert_eq!(outlook.chosen.points[2].recovered.len(), 1);
    // Who retires meanwhile does not come back.
    unit.people[0].retirement = Some(RetirementChoice::Month(month("2024-06")));
    let found = timeline(&unit, 1, RetirementPolicy::Statutory);
    let flat: Vec<String> = found.into_iter().map(|(month, who)| format!("{month} {}", who.join(" "))).collect();
    assert_eq!(flat, ["2024-01 ", "2024-04 ~p0", "2024-07 -p0"]);
}

#[test]
fn newcomers_do_half_of_the_work_until_they_are_able() {
    // 248 − 5 days of 8 hours: 1944 hours, as many cases of an hour.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 1944, &[(Step::Handle, 60, 1)]);
    let learning = Learning { until: month("2024-08"), share: Share::new(Decimal::new(5, 1)) };
    unit.hires.push(Hire {
        id: "new".into(),
        month: month("2024-03"),
        count: 1,
        employment: Employment::Contract,
        kind: None,
        learning: Some(learning),
        rank: Rank::Staff,
        section: SectionIx(0),
        work_since: month("2020-01"),
    });
    let found = timeline(&unit, 1, RetirementPolicy::Statutory);
    let flat: Vec<String> = found.into_iter().map(|(month, who)| format!("{month} {}", who.join(" "))).collect();
    assert_eq!(flat, ["2024-01 ", "2024-03 *new", "2024-09 ^new"]);
    let levels = |unit: &Unit| -> Vec<Decimal> {
        let outlook = project(unit, 1, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
        outlook.chosen.points.iter().map(|point| point.levels[0].value().round_dp(6).normalize()).collect()
    };
    let half = Decimal::new(5, 1);
    assert_eq!(levels(&unit), [Decimal::ZERO, half, Decimal::ONE]);
    unit.hires[0].learning = None;
    assert_eq!(levels(&unit), [Decimal::ZERO, Decimal::ONE]);
    // Somebody who is here already.
    unit.hires.clear();
    let ix = person(&mut unit, Employment::Contract, 0, 972);
    (unit.people[ix.0].work_since, unit.people[ix.0].terms.learning) = (month("2020-01"), Some(learning));
    assert_eq!(levels(&unit), [half, Decimal::ONE]);
}
