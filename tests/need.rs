//! How many people the work takes: against hand calculation, brute force, and what is known of the baseline.

use crate::support::brute_force::best_service;
use crate::support::document::{sentences, table};
use crate::support::generated::{Size, units};
use crate::support::outputs::assert_valid;
use crate::support::small::{PEOPLE, SCENARIO, load};
use crate::support::{regressions, tiny};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::need::{Need, Sections, need};
use shuanggang::model::{
    Basis, Benchmark, Change, ContractRule, DutyGroup, Employment, Person, PersonIx, Quantity, Rank, Separation,
    Sourced, Staff, Step, Unit,
};
use shuanggang::optimise::{Settings, requirement};
use shuanggang::render::detail::Detail;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report::File;
use shuanggang::report::need::json::Needed;
use shuanggang::text::{Language, Text};
use shuanggang::units::{Cases, Hours, Share};
use shuanggang::{report, scenario};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

const HANDLE: Step = Step::Handle;
const REVIEW: Step = Step::Review;

/// As many of every kind as anybody may ask for.
const ANY: [u32; 3] = [u32::MAX; 3];

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn assumed<T>(value: T) -> Sourced<T> {
    Sourced { value, basis: Basis::Assumption, source: None }
}

/// A desk with one matter and an audit that takes two inspectors; contract staff handle at the desk only. A head and a
/// contract worker are there. Everybody has 15 days of annual leave and a quarter of overhead:
/// 8 × (248 − 15) = 1,864 hours, 1,398 of them for cases; the head gives half of those.
fn small() -> Unit {
    let mut unit = tiny::unit(&[DutyGroup::Operations, DutyGroup::Audit], 1);
    // 5 × 1,398 = 6,990 hours of handling, 466 of review.
    tiny::matter(&mut unit, 0, 0, 6990, &[(HANDLE, 60, 1), (REVIEW, 4, 1)]);
    // 2 × 699 = 1,398 hours on site, 10 of review.
    tiny::matter(&mut unit, 1, 0, 699, &[(HANDLE, 60, 2)]);
    tiny::matter(&mut unit, 1, 0, 10, &[(REVIEW, 60, 1)]);
    unit.rules.separation = Separation::Post;
    unit.rules.duty_groups = true;
    unit.rules.sections_per_person = Some(1);
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([HANDLE]), duties: BTreeSet::from([DutyGroup::Operations]) });
    unit.capacity.overhead = assumed(Share::new(decimal("0.25")));
    unit.capacity.rank_share.insert(Rank::SectionHead, assumed(Share::new(decimal("0.5"))));
    let head = tiny::person(&mut unit, Employment::Established, 0, 699);
    unit.people[head.0].rank = Rank::SectionHead;
    tiny::person(&mut unit, Employment::Contract, 0, 1398);
    unit
}

fn worked_out(unit: &Unit) -> Need {
    need(unit, &Settings::default(), &mut ()).unwrap()
}

fn staff(need: &Need, hours: bool, sections: Sections, covered: bool) -> (u32, u32) {
    let found = need.reading(hours, sections, covered).unwrap().found.as_ref().unwrap();
    assert!(found.proven);
    assert_eq!(found.bound, found.staff.all() + found.leaders_added);
    (found.staff.established, found.staff.contract)
}

/// Contract: 6,990 / 1,864 × 4/3 = 5. Established: (466 + 1,398 + 10) / 1,864 × 4/3 + half a head = 1.8405.
#[test]
fn hours_ask_for_people_as_the_method_says() {
    let need = worked_out(&small());
    let [established, contract] = &need.cadres;
    assert_eq!(contract.workload.available, Hours::from(1864));
    assert_eq!(contract.workload.required().round_dp(6), decimal("5"));
    assert_eq!(contract.difference().round_dp(6), decimal("-4"));
    assert_eq!(contract.ratio().unwrap().round_dp(6), decimal("0.2"));
    assert_eq!(established.workload.individual_staff(), decimal("0.5"));
    // 1,874 / 1,398 + 0.5
    assert_eq!(established.workload.required().round_dp(6), decimal("1.840486"));
    assert_eq!(need.sections[1].hours.required.round_dp(6), decimal("1.007153"));
}

/// By rule the desk needs a handler and a reviewer, the audit two inspectors and a reviewer; held twice, 2 + 2 and
/// 3 + 2. With hours five handlers do nothing else, two inspectors have 699 hours each, and the head is one of four.
#[test]
fn rules_ask_for_people_with_and_without_hours() {
    let need = worked_out(&small());
    assert_eq!(staff(&need, false, Sections::InForce, false), (4, 1));
    assert_eq!(staff(&need, false, Sections::InForce, true), (7, 2));
    assert_eq!(staff(&need, true, Sections::InForce, false), (4, 5));
    let by_section: Vec<_> =
        need.sections.iter().map(|s| (s.by_rule.unwrap().all(), s.by_both.unwrap().all())).collect();
    assert_eq!(by_section, [(2, 6), (3, 3)]);
    assert_eq!(need.sections[0].present, Staff { established: 1, contract: 1 });
    let posts: Vec<_> = need.posts.iter().map(|post| (post.by_hours, post.by_rule)).collect();
    assert_eq!(posts, [(5, 1), (1, 1), (1, 2), (1, 1)]);
}

/// Two sections of one duty group share two people once anybody may work in both.
#[test]
fn pooled_sections_share_their_pair() {
    let mut unit = tiny::unit(&[DutyGroup::Operations, DutyGroup::Operations], 1);
    for section in 0..2 {
        tiny::matter(&mut unit, section, 0, 1, &[(HANDLE, 60, 1), (REVIEW, 60, 1)]);
    }
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    let need = worked_out(&unit);
    let all = |sections, covered| staff(&need, false, sections, covered);
    // Nothing tells the two employments apart, so contract workers do: fewest established.
    assert_eq!((all(Sections::InForce, false), all(Sections::Pooled, false)), ((0, 4), (0, 2)));
    assert_eq!((all(Sections::InForce, true), all(Sections::Pooled, true)), ((0, 8), (0, 4)));
    unit.rules.sections_per_person = None;
    let need = worked_out(&unit);
    assert_eq!(staff(&need, true, Sections::InForce, false), (0, 2));
    assert_eq!(staff(&need, true, Sections::Alone, false), (0, 4));
}

#[test]
fn approval_asks_for_leaders_where_only_they_approve() {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    tiny::matter(&mut unit, 0, 0, 1, &[(HANDLE, 60, 1), (Step::Approve, 60, 1)]);
    unit.rules.leader_steps = true;
    let need = worked_out(&unit);
    let found = need.in_force(true).unwrap();
    assert_eq!((found.leaders_added, found.staff.all()), (1, 1));
    let boss = tiny::person(&mut unit, Employment::Established, 0, 1000);
    unit.people[boss.0].rank = Rank::Leader;
    unit.people[boss.0].home = None;
    assert_eq!(worked_out(&unit).in_force(true).unwrap().leaders_added, 0);
}

/// Whoever holds the post of a matter may not hold that of its audit, and both are the same post.
#[test]
fn what_nobody_may_hold_no_number_of_people_opens() {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    let matter = tiny::matter(&mut unit, 0, 0, 1, &[(HANDLE, 60, 1)]);
    let audit = tiny::matter(&mut unit, 0, 0, 1, &[(HANDLE, 60, 1)]);
    unit.matters[audit.0].audits = vec![matter];
    unit.rules.own_audit = true;
    assert!(worked_out(&unit).readings.iter().all(|reading| reading.found.is_none()));
}

/// 13 established: a reviewer in each of nine sections, handlers in two finance sections, two inspectors. 7 contract:
/// handlers in six sections, and one for the data, whom `duty_groups` keeps apart. Held twice, each of 19 posts has two
/// holders and the inspection three: 2 × 19 + 1. Pooled, two people in operations, two in finance, one for the data,
/// three in the audit.
#[test]
fn the_baseline_needs_what_its_posts_say() {
    let unit = scenario::embedded().unwrap().unit;
    let need = worked_out(&unit);
    assert_eq!(staff(&need, false, Sections::InForce, false), (13, 7));
    assert_eq!(staff(&need, false, Sections::InForce, true), (25, 14));
    assert_eq!(staff(&need, false, Sections::Pooled, false), (6, 2));
    assert_eq!(staff(&need, false, Sections::Pooled, true), (11, 4));
    let (established, contract) = staff(&need, true, Sections::InForce, false);
    assert!(established + contract >= 20 && established >= 13 && contract >= 7);
    let benchmark = need.benchmark.as_ref().unwrap();
    let numbers = |load: &shuanggang::analysis::need::BenchmarkLoad| {
        [Some(load.people), load.for_each_on_duty, load.for_each_of_all].map(|n| n.unwrap().round_dp(1).to_string())
    };
    assert_eq!(numbers(&benchmark.loads[0]), ["5.0", "3544.1", "1661.3"]);
    assert_eq!(numbers(&benchmark.loads[1])[0], "6.9");
    assert!(benchmark.loads.iter().all(|load| !benchmark.speaks_for(load)));
}

fn report(unit: &Unit, need: &Need, language: Language) -> shuanggang::render::document::Document {
    report::need::document(unit, need, &Text::new(language), Detail::Full)
}

/// A desk whose handling takes less than a year of one person, and its review: two people, one of them at least
/// established, since contract staff only handle.
fn desk(established: u32, contract: u32) -> Unit {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    tiny::matter(&mut unit, 0, 0, 1000, &[(HANDLE, 60, 1), (REVIEW, 10, 1)]);
    unit.rules.separation = Separation::Post;
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([HANDLE]), duties: BTreeSet::from([DutyGroup::Operations]) });
    for (employment, count) in [(Employment::Established, established), (Employment::Contract, contract)] {
        for _ in 0..count {
            tiny::person(&mut unit, employment, 0, 1864);
        }
    }
    unit
}

/// One established and one on contract, or two established: each mix of two people that is there does.
#[test]
fn people_are_short_only_where_no_mix_of_as_few_is_there() {
    use shuanggang::analysis::need::Missing::{ByEmployment, InAll, Nobody};
    let cases = [
        ((6, 0), (2, 0), Nobody),
        ((1, 1), (1, 1), Nobody),
        ((1, 0), (1, 1), InAll(1)),
        ((0, 3), (1, 1), ByEmployment(Staff { established: 1, contract: 0 })),
        ((0, 0), (1, 1), InAll(2)),
    ];
    for ((established, contract), mix, missing) in cases {
        let unit = desk(established, contract);
        let need = worked_out(&unit);
        assert_eq!(staff(&need, true, Sections::InForce, false), mix, "{established} {contract}");
        let found = need.in_force(true).unwrap();
        assert_eq!(found.missing(Staff { established, contract }), missing, "{established} {contract}");
    }
    let unit = desk(6, 0);
    let document = report(&unit, &worked_out(&unit), Language::English);
    let said = "To serve every matter in full within the rules and the hours takes at least 2 people: 2 established, \
                0 on contract. On duty, leaders left out, are 6 established (4 to spare) and 0 on contract (as many as needed).";
    assert!(sentences(&document).contains(&said), "{:?}", sentences(&document));
    let differences: Vec<_> =
        table(&document, "readings").iter().map(|row| row[4..].iter().any(|cell| cell.starts_with('-'))).collect();
    assert!(differences.iter().all(|short| !short), "{differences:?}");
}

/// Nothing tells the two employments apart: who is there counts, of whichever.
#[test]
fn people_alike_are_counted_as_those_who_are_there() {
    // One handles and one reviews; held twice, each post takes two.
    let mut unit = desk(3, 1);
    unit.rules.contract_steps = None;
    let need = worked_out(&unit);
    assert_eq!(staff(&need, true, Sections::InForce, false), (1, 1));
    assert_eq!(staff(&need, true, Sections::InForce, true), (3, 1));
    let mut unit = desk(1, 2);
    unit.rules.contract_steps = None;
    let need = worked_out(&unit);
    assert_eq!(staff(&need, true, Sections::InForce, true), (1, 3));
    let found = need.reading(true, Sections::InForce, true).unwrap().found.as_ref().unwrap();
    let there = Staff { established: 1, contract: 2 };
    assert_eq!(found.missing(there), shuanggang::analysis::need::Missing::InAll(1));
}

#[test]
fn the_report_says_what_was_found_and_what_speaks_against_it() {
    let mut unit = small();
    unit.drivers.insert("insured".into(), decimal("3000"));
    unit.benchmark = Some(Benchmark {
        ratio: assumed(decimal("1000")),
        drivers: vec!["insured".into()],
        wider: Vec::new(),
        note: Some("口径未注明".into()),
    });
    let need = worked_out(&unit);
    let document = report(&unit, &need, Language::Chinese);
    for said in [
        // Established staff may handle too, so nine of them would do as well: seven are missing, of either kind.
        "既要人手符合规则、又要工时够用，全部事项足额办理至少需 9 人，如在编 4 人、合同工 5 人。现在岗在编（领导除外）1 人、\
         合同工 1 人，无论在编与合同工如何搭配，都还缺 7 人。",
        "只看工时需 6.8 人，即至少 7 人；只看规则需 5 人；两者兼顾需 9 人。即在工时需求之上，规则使人数增加 2 人；\
         在规则需求之上，工时使人数增加 4 人。",
        "支持增人：按该比例，3,000 人次需 3.0 人；现在编在岗 1 人，另有合同工 1 人。",
        "口径未注明。",
    ] {
        assert!(sentences(&document).contains(&said), "{said}\n{:?}", sentences(&document));
    }
    let names: Vec<_> = document.tables().map(|table| table.name).collect();
    assert_eq!(names, report::need::TABLES);
    assert_eq!(
        table(&document, "readings")[0],
        ["只看工时（按世界卫生组织WISN方法）", "1.8", "5.0", "6.8", "-0.8", ""]
    );
    unit.drivers.insert("insured".into(), decimal("2000"));
    let document = report(&unit, &worked_out(&unit), Language::English);
    let against = "Against more people: at this ratio 2,000 person-times take 2.0 people; \
                   1 established are on duty and 1 on contract.";
    // In the verdict, and beside the ratio.
    assert_eq!(sentences(&document).iter().filter(|said| **said == against).count(), 2);
}

#[test]
fn every_line_fits_its_screen_and_the_json_survives_the_journey() {
    let unit = scenario::embedded().unwrap().unit;
    let need = worked_out(&unit);
    for language in Language::ALL {
        for width in [80, 120] {
            let rendered = terminal::render(&report(&unit, &need, language), Screen { width, colour: false });
            for line in rendered.lines() {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
    }
    let written = json::write(&File::new(&unit, None, Needed::of(&unit, &need))).unwrap();
    assert_valid("need", &serde_json::from_str(&written).unwrap());
}

/// A benchmark may use a driver that no matter has; one that does not exist is an error.
#[test]
fn a_benchmark_names_drivers_of_the_scenario() {
    let table = |driver: &str| format!("{SCENARIO}\n[benchmark]\nratio = 500\ndrivers = [\"{driver}\"]\n");
    let unit = load(&table("insured"), PEOPLE.as_bytes()).unwrap().unit;
    // 1,000 / 500
    assert_eq!(worked_out(&unit).benchmark.unwrap().loads[0].people, Decimal::TWO);
    let found = load(&table("insurde"), PEOPLE.as_bytes()).unwrap_err();
    let codes: Vec<_> = found.as_slice().iter().map(|finding| finding.code.id()).collect();
    assert_eq!(codes, ["E203"]);
}

/// Somebody like the first person of a tiny unit, of a kind.
fn kind(employment: Employment, rank: Rank) -> Person {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    let ix = tiny::person(&mut unit, employment, 0, 8);
    Person { rank, home: None, ..unit.people[ix.0].clone() }
}

fn staffed(unit: &Unit, kinds: &[Person], counts: &[u32]) -> Unit {
    let mut unit = unit.clone();
    for (person, count) in kinds.iter().zip(counts) {
        unit.people.extend((0..*count).map(|_| person.clone()));
    }
    unit
}

fn is_full(unit: &Unit) -> bool {
    let served = |tier: usize| unit.matters.iter().filter(|m| m.tier.0 == tier && m.arriving > Cases::ZERO).count();
    let best = best_service(unit);
    best.iter().enumerate().all(|(tier, sum)| sum + 1e-6 >= f64::from(u32::try_from(served(tier)).unwrap()))
}

/// Every way to make up a number of people from three kinds.
fn mixes(total: u32) -> Vec<Vec<u32>> {
    let pairs = (0..=total).flat_map(|a| (0..=total - a).map(move |b| (a, b)));
    pairs.map(|(a, b)| vec![a, b, total - a - b]).collect()
}

proptest! {
    #![proptest_config(regressions(120))]

    /// Up to three newcomers: the mix found does, nothing smaller does, nor as many with fewer of the first kinds.
    #[test]
    fn fewer_people_do_not_do(unit in units(Size { sections: 2, matters: 2, people: 1 }), timeless in any::<bool>()) {
        let unit = if timeless {
            let steps = unit.matters().flat_map(|(ix, m)| m.steps.iter().map(move |s| (ix, s.step)));
            let free: Vec<_> = steps.map(|(ix, s)| Change::Number(Quantity::Minutes(ix, s), Decimal::ZERO)).collect();
            unit.with(&free)
        } else {
            unit
        };
        let kinds = [
            kind(Employment::Established, Rank::Leader),
            kind(Employment::Established, Rank::Staff),
            kind(Employment::Contract, Rank::Staff),
        ];
        let found = requirement(&unit, &kinds, &ANY, &Settings::default()).unwrap();
        let most = 3;
        let total = found.as_ref().map_or(u32::MAX, |found| found.people.iter().sum());
        for smaller in 0..total.min(most + 1) {
            for mix in mixes(smaller) {
                prop_assert!(!is_full(&staffed(&unit, &kinds, &mix)), "{:?} do, {:?} found", mix, found);
            }
        }
        if let Some(found) = found.filter(|_| total <= most) {
            prop_assert!(found.proven && found.bound == total);
            prop_assert!(is_full(&staffed(&unit, &kinds, &found.people)), "{:?} do not", found);
            for mix in mixes(total).into_iter().filter(|mix| *mix < found.people) {
                prop_assert!(!is_full(&staffed(&unit, &kinds, &mix)), "{:?} do, {:?} found", mix, found);
            }
        }
    }
}

/// One holder is there, two are wanted; contract workers may hold nothing.
#[test]
fn a_second_holder_is_new() {
    let mut unit = tiny::unit(&[DutyGroup::Finance], 1);
    tiny::matter(&mut unit, 0, 0, 1, &[(HANDLE, 0, 1)]);
    unit.rules.separation = Separation::Post;
    unit.rules.cover = 2;
    unit.rules.contract_steps = Some(ContractRule::default());
    tiny::person(&mut unit, Employment::Established, 0, 4);
    let kinds = [kind(Employment::Established, Rank::Staff), kind(Employment::Contract, Rank::Staff)];
    let found = requirement(&unit, &kinds, &ANY, &Settings::default()).unwrap().unwrap();
    assert_eq!((found.people, found.bound, found.proven), (vec![1, 0], 1, true));
}

#[test]
fn nobody_present_is_counted_as_new() {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    tiny::matter(&mut unit, 0, 0, 1, &[(HANDLE, 60, 1), (REVIEW, 60, 1)]);
    unit.rules.separation = Separation::Post;
    tiny::person(&mut unit, Employment::Established, 0, 8);
    let kinds = [kind(Employment::Established, Rank::Staff), kind(Employment::Contract, Rank::Staff)];
    let found = requirement(&unit, &kinds, &ANY, &Settings::default()).unwrap().unwrap();
    assert_eq!((found.people, found.bound, found.proven), (vec![0, 1], 1, true));
    unit.people[PersonIx(0).0].hours = Hours::from(1);
    assert_eq!(requirement(&unit, &kinds, &ANY, &Settings::default()).unwrap().unwrap().people, [0, 1]);
}
