//! What stalls while people are away: units worked out by hand, and every absence of generated units by brute force.

use crate::support::brute_force::{best_service, service};
use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::analysis::ServiceStatus;
use shuanggang::analysis::absence::{Absent, Appointment, Covered, Loss, Needed, absence};
use shuanggang::check::verify_duty_table;
use shuanggang::model::{
    AwayReason, Change, DutyGroup, Employment, MatterIx, PersonIx, Plan, PostIx, Separation, Step, Unit,
};
use shuanggang::optimise::{Formulation, Settings, service as planned_service};
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Kind;
use shuanggang::render::terminal::{self, Screen};
use shuanggang::report;
use shuanggang::text::{Language, Text};
use shuanggang::units::{Cases, Share};
use std::collections::BTreeSet;

const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

fn found(unit: &Unit, most: usize) -> Covered {
    absence(unit, most, &Settings::default(), &mut ()).unwrap()
}

/// One desk, a case a day, an hour at each of two steps that two people do; everyone has 15 days of leave.
fn desk(people: usize) -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 248, BOTH);
    for _ in 0..people {
        person(&mut unit, Employment::Established, 0, 300);
    }
    unit
}

fn survived(found: &Covered) -> Vec<(usize, usize)> {
    found.survived.iter().map(|of| (of.as_held, of.reappointed)).collect()
}

/// Nobody can do the other's step as well: with either away nothing is done, one case a day. Leave is 15 days each:
/// on 15 days somebody is away if both go together, on 30 if they do not.
#[test]
fn two_people_at_two_posts_are_both_irreplaceable() {
    let unit = desk(2);
    let found = found(&unit, 2);
    let lost = [Loss {
        matter: MatterIx(0),
        before: Share::ONE,
        after: Share::ZERO,
        status: ServiceStatus::Stalled,
        cases_a_day: Decimal::ONE,
    }];
    let sets: Vec<Vec<PersonIx>> = found.absences.iter().map(|absent| absent.people.clone()).collect();
    assert_eq!(sets, [vec![PersonIx(0)], vec![PersonIx(1)], vec![PersonIx(0), PersonIx(1)]]);
    assert!(found.absences.iter().all(|absent| absent.as_held == lost && absent.reappointed == lost));
    assert_eq!((found.tried.clone(), survived(&found)), (vec![2, 1], vec![(0, 0)]));
    let days = &found.days;
    assert_eq!((days.at_least, days.at_most, days.working_days, days.people.len()), (15, 30, 248, 2));
    assert_eq!((found.backups.len(), found.posts.len()), (0, 2));
    // 248 / (248 - 15)
    assert_eq!(found.posts[0].relief_factor.round_dp(4), Decimal::new(10_644, 4));
    assert!(matches!(&found.fewest, Needed::Impossible(posts) if posts.len() == 2));
}

/// The third backs up one of the posts. Only who is alone at the other is missed, and if posts are given anew nobody is;
/// of two away, one is too many. On 15 days the one is away; on up to 30 / 2 other days the two others both are.
#[test]
fn a_third_is_one_backup_and_frees_either_post() {
    let found = found(&desk(3), 2);
    let alone: Vec<&Absent> = found.of_size(1).collect();
    assert_eq!(alone.len(), 1);
    assert!(alone[0].reappointed.is_empty());
    assert_eq!((found.of_size(2).count(), survived(&found)), (3, vec![(0, 1)]));
    assert_eq!((found.days.at_least, found.days.at_most), (15, 30));
    assert_eq!(found.days.people, alone[0].people);
}

/// Two handlers of 60 hours share 100 hours of work: one alone does 60 of 100 cases; the plan loses 40 in 248 days.
#[test]
fn hours_that_run_out_slow_a_matter() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 100, &[(Step::Handle, 60, 1), (Step::Review, 6, 1)]);
    for _ in 0..4 {
        person(&mut unit, Employment::Established, 0, 60);
    }
    let found = found(&unit, 1);
    assert_eq!(found.absences.len(), 2);
    for absent in &found.absences {
        let [loss] = absent.as_held[..] else { panic!("{absent:?}") };
        assert_eq!((loss.status, loss.after), (ServiceStatus::Slowed, Share::new(Decimal::new(6, 1))));
        assert_eq!(loss.cases_a_day.round_dp(4), Decimal::new(1613, 4));
        assert!(absent.reappointed.is_empty());
    }
    // Nobody may take both steps, so nobody is left to appoint: hours are short, and no rule names a post.
    assert_eq!((found.days.at_least, &found.fewest), (0, &Needed::Impossible(Vec::new())));
}

/// Two sections with two people each, who may take a post of the other section beside their own: it takes one more at
/// each of the two posts of the first tier, and no set of one does.
fn two_sections() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations; 2], 2);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(2);
    matter(&mut unit, 0, 0, 20, BOTH);
    matter(&mut unit, 1, 1, 20, BOTH);
    for home in [0, 0, 1, 1] {
        person(&mut unit, Employment::Established, home, 100);
    }
    unit
}

#[test]
fn the_fewest_backups_are_one_a_post() {
    let unit = two_sections();
    let found = found(&unit, 1);
    let first = &unit.matters[0];
    let posts: Vec<_> = unit.posts_of_matter(first).collect();
    let Needed::Fewest(fewest) = &found.fewest else { panic!("{:?}", found.fewest) };
    let taken: Vec<_> = fewest.appointments.iter().map(|one| one.post).collect();
    assert_eq!(taken, posts);
    // Fifteen days of one person: the best backup saves one matter of the first tier for so long.
    let best = &found.backups[0];
    assert!(posts.contains(&best.post));
    assert_eq!(best.saved[0].matter_days, Decimal::from(15));
    // By trying: with these nobody of the first section is missed, with any one of them somebody is.
    let misses = |more: &[Appointment]| {
        let table: BTreeSet<_> =
            found.plan.held.iter().copied().chain(more.iter().map(|a| (a.person, a.post))).collect();
        let without = |gone: PersonIx| {
            let there: BTreeSet<_> = table.iter().copied().filter(|(person, _)| *person != gone).collect();
            service(&unit.with(&[Change::Leave(gone)]), &there)[0] < 0.999
        };
        (0..4).any(|person| without(PersonIx(person)))
    };
    assert!(!misses(&fewest.appointments));
    assert!(found.backups.iter().all(|one| misses(&[Appointment { person: one.person, post: one.post }])));
}

/// Under `separation = case` two people may both hold both posts, and a case still needs the two of them: with either away
/// it finds only one. Each is away for 15 days: on 15 days together, on 30 apart. A third who holds both as well can
/// stand in for either.
#[test]
fn who_holds_both_steps_is_one_person_all_the_same() {
    let both = |people: usize| {
        let mut unit = desk(people);
        unit.rules.separation = Separation::Case;
        unit.rules.cover = u32::try_from(people).unwrap();
        found(&unit, 2)
    };
    let two = both(2);
    assert_eq!(two.plan.held.len(), 4);
    assert_eq!((two.days.at_least, two.days.at_most, two.days.people.len()), (15, 30, 2));
    // Everybody holds everything: there is nothing more to appoint.
    assert_eq!(two.fewest, Needed::Impossible(Vec::new()));
    let three = both(3);
    assert_eq!((three.days.at_least, three.days.people.len()), (0, 0));
    // A day lacks people where two of three are away, on at most 45 / 2 days.
    assert_eq!((three.days.at_most, &three.fewest), (22, &Needed::Nothing));
}

/// Two handlers beside one reviewer: either handler alone is not missed, both together are, and so is the reviewer.
#[test]
fn who_is_missed_only_together_is_told() {
    let unit = desk(3);
    let found = found(&unit, 3);
    let sets: Vec<usize> = found.only_together(&unit).iter().map(|absent| absent.people.len()).collect();
    assert_eq!(sets, [2]);
    for (language, words) in [(Language::Chinese, "另有 1 组人员"), (Language::English, "not without all of them: 1.")]
    {
        let document = report::absence::document(&unit, &found, &Text::new(language), Detail::Folded);
        let said = terminal::render(&document, Screen { width: 200, colour: false });
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn no_reason_of_leave_is_printed() {
    let mut unit = desk(3);
    let away = shuanggang::model::Absence { from: None, until: None, reason: Some(AwayReason::Maternity) };
    unit.people[2].away = Some(away);
    unit.people[2].status = shuanggang::model::Status::Away;
    let found = found(&unit, 1);
    for (language, words) in [(Language::Chinese, "产假"), (Language::English, "maternity")] {
        let text = Text::new(language);
        let document = report::absence::document(&unit, &found, &text, Detail::Full);
        let said = terminal::render(&document, Screen { width: 100, colour: false });
        assert!(said.contains("p0") && !said.contains(words), "{said}");
    }
}

/// Of three at a desk one stands alone at a post: X for that one, o for the two who can stand in for each other.
#[test]
fn the_map_has_people_and_matters() {
    let unit = desk(3);
    let found = found(&unit, 1);
    let alone = found.irreplaceable(&unit)[0].people[0];
    for (language, stalls, holds) in [(Language::Chinese, "停", "在"), (Language::English, "X", "o")] {
        let document = report::absence::document(&unit, &found, &Text::new(language), Detail::Folded);
        let table = document.tables().find(|table| table.name == "map").unwrap();
        let heads: Vec<_> = table.columns[2..].iter().map(|column| column.head.as_str().to_owned()).collect();
        assert_eq!(heads, ["p0", "p1", "p2"]);
        let row: Vec<_> = table.rows[0][2..].iter().map(|cell| cell.show(Kind::Text)).collect();
        let expected: Vec<_> = (0..3).map(|p| if PersonIx(p) == alone { stalls } else { holds }).collect();
        assert_eq!((table.rows.len(), row), (1, expected.iter().map(|&cell| cell.to_owned()).collect()));
    }
}

/// The page of a plan takes the study by name: who is missed, the map, the matters, with their heads.
#[test]
fn the_page_of_a_plan_has_the_study_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let page = |with: &str, language: &str| {
        let file = folder.path().join(format!("{with}-{language}.html"));
        let mut command = assert_cmd::Command::cargo_bin("shuanggang").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["plan", "docs/examples/paper.toml", "--quiet"]);
        command.args(["--with", with, "--lang", language, "--output"]).arg(&file).assert().success();
        std::fs::read_to_string(file).unwrap()
    };
    let heads = [
        ("zh", ["不在岗", "人员与事项对照图", "停摆"]),
        ("en", ["What absences do", "Map of people and matters", "cases a day lost"]),
    ];
    for (language, said) in heads {
        let [with, without] = [page("absence", language), page("none", language)];
        for text in &said {
            assert!(with.contains(text), "{language}: {text}");
        }
        assert!(!without.contains(said[1]) && with.contains("table-map"), "{language}");
    }
}

/// The unit to which nothing arrives but what a plan does, as `docs/model.md` has it.
fn kept(unit: &Unit, plan: &Plan) -> Unit {
    let mut kept = unit.clone();
    kept.rules.cover = 1;
    for (ix, _) in unit.matters() {
        let level = plan.level(unit, ix);
        let own = &mut kept.matters[ix.0];
        own.arriving = if ServiceStatus::from(level) == ServiceStatus::Stalled { Cases::ZERO } else { plan.done[ix.0] };
        own.weight = Share::new((own.weight.value() * level.value()).max(Decimal::new(1, 6)));
    }
    kept
}

/// What is left of the service of each tier after some losses.
fn left(unit: &Unit, kept: &Unit, plan: &Plan, losses: &[Loss]) -> Vec<f64> {
    let of_tier = |tier| {
        let matters = kept.open_matters().filter(|(_, matter)| matter.tier == tier);
        matters
            .map(|(ix, _)| {
                let loss = losses.iter().find(|loss| loss.matter == ix);
                let level = loss.map_or(plan.level(unit, ix), |loss| loss.after).value();
                (unit[ix].weight.value() * level).to_f64().unwrap()
            })
            .sum::<f64>()
    };
    unit.tiers().map(|(tier, _)| of_tier(tier)).collect()
}

fn assert_close(ours: &[f64], theirs: &[f64], what: &str) -> Result<(), TestCaseError> {
    // A loss below a thousandth is none.
    let close = ours.iter().zip(theirs).all(|(a, b)| (a - b).abs() < 4e-3);
    prop_assert!(close, "{}: {:?} {:?}", what, ours, theirs);
    Ok(())
}

/// The size of the smallest set of appointments, up to three, that the rules allow and with which the first tier survives
/// any one absence, by trying all of them.
fn fewest_by_trying(unit: &Unit, kept: &Unit, plan: &Plan) -> Option<usize> {
    let minima: Vec<Change> = unit.with_minimum().map(Change::NoMinimum).collect();
    let lawful = unit.with(&minima);
    let with = |more: &[(PersonIx, PostIx)]| -> BTreeSet<_> { plan.held.iter().chain(more).copied().collect() };
    let is_allowed = |more: &[(PersonIx, PostIx)]| verify_duty_table(&lawful, &with(more)).is_empty();
    let people: Vec<PersonIx> = unit.present().map(|(ix, _)| ix).collect();
    let posts: BTreeSet<PostIx> = kept.open_matters().flat_map(|(_, of)| kept.posts_of_matter(of)).collect();
    let all = people.iter().flat_map(|person| posts.iter().map(move |post| (*person, *post)));
    let candidates: Vec<_> = all.filter(|one| !plan.held.contains(one) && is_allowed(&[*one])).collect();
    let full = left(unit, kept, plan, &[])[0];
    let survives = |table: &BTreeSet<(PersonIx, PostIx)>| {
        people.iter().all(|gone| {
            let there = kept.with(&minima).with(&[Change::Leave(*gone)]);
            let table = table.iter().copied().filter(|(person, _)| person != gone).collect();
            service(&there, &table)[0] > full - 4e-3
        })
    };
    let mut sets: Vec<(usize, Vec<(PersonIx, PostIx)>)> = vec![(0, Vec::new())];
    for size in 0..=3 {
        if sets.iter().any(|(_, set)| survives(&with(set))) {
            return Some(size);
        }
        let longer = sets.iter().flat_map(|(next, set)| {
            let rest = candidates.iter().enumerate().skip(*next);
            rest.map(move |(at, one)| (at + 1, [&set[..], &[*one]].concat()))
        });
        sets = longer.filter(|(_, set)| is_allowed(set)).collect();
    }
    None
}

proptest! {
    #![proptest_config(regressions(24))]

    #[test]
    fn the_fewest_backups_are_what_trying_all_of_them_finds(
        unit in units(Size { sections: 2, matters: 3, people: 4 }),
    ) {
        let found = found(&unit, 1);
        let kept = kept(&unit, &found.plan);
        let tried = fewest_by_trying(&unit, &kept, &found.plan);
        match &found.fewest {
            Needed::Nothing => prop_assert_eq!(tried, Some(0)),
            Needed::Fewest(fewest) => {
                let count = fewest.appointments.len();
                prop_assert_eq!(tried.unwrap_or(count), count);
                prop_assert!(tried.is_some() || count > 3);
            }
            Needed::Impossible(_) => prop_assert_eq!(tried, None),
            Needed::AtLeast(count) => prop_assert!(tried.is_none_or(|tried| tried >= *count), "{:?} {}", tried, count),
        }
    }

    #[test]
    fn every_absence_is_what_trying_every_table_finds(
        unit in units(Size { sections: 2, matters: 3, people: 4 }),
    ) {
        let found = found(&unit, 3);
        let kept = kept(&unit, &found.plan);
        let named = Settings { formulation: Formulation::Named, ..Settings::default() };
        let people: Vec<PersonIx> =
            unit.present().map(|(ix, _)| ix).filter(|ix| found.plan.posts_of(*ix).next().is_some()).collect();
        for set in (1_u32..1 << people.len()).filter(|set| set.count_ones() <= 3) {
            let away: Vec<PersonIx> = (0..people.len()).filter(|i| set & (1 << i) != 0).map(|i| people[i]).collect();
            let absent = found.absences.iter().find(|absent| absent.people == away);
            let there = kept.with(&away.iter().copied().map(Change::Leave).collect::<Vec<_>>());
            let table = found.plan.held.iter().copied().filter(|(person, _)| !away.contains(person)).collect();
            let as_held = left(&unit, &kept, &found.plan, absent.map_or(&[], |absent| &absent.as_held));
            assert_close(&as_held, &service(&there, &table), "as held")?;
            let again = left(&unit, &kept, &found.plan, absent.map_or(&[], |absent| &absent.reappointed));
            let plan = planned_service(&there, &named).unwrap();
            let sums: Vec<f64> = plan.service(&there).iter().map(|(_, sum, _)| sum.to_f64().unwrap()).collect();
            assert_close(&again, &sums, "given anew")?;
            if unit.people.len() < 4 {
                assert_close(&again, &best_service(&there), "given anew, by trying")?;
            }
        }
    }
}
