//! People on terms of their own, against answers worked out on paper: each term on and off, and refused where it
//! contradicts the rest.

use crate::support::small::{self, PEOPLE, SCENARIO};
use crate::support::tiny::{matter, person, unit};
use crate::support::ways::{decimals, levels};
use rust_decimal::Decimal;
use shuanggang::analysis::explain::{Demand, explain};
use shuanggang::check::{Breach, verify_duty_table};
use shuanggang::model::{
    AwayReason, Change, ContractRule, DutyGroup, Employment, Event, MatterIx, PersonIx, Pin, PostIx, RetirementPolicy,
    SectionIx, Separation, Status, Step, Unit,
};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario::Loaded;
use shuanggang::units::{Hours, Share};
use std::collections::BTreeSet;

const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

/// Two sections, a matter of two steps in each, two people at home in the first.
fn pair() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations; 2], 2);
    matter(&mut unit, 0, 1, 10, BOTH);
    matter(&mut unit, 1, 0, 10, BOTH);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    unit
}

#[test]
fn who_is_fixed_to_a_section_leaves_the_first_tier_without_a_second_person() {
    let mut unit = pair();
    assert_eq!(levels(&unit), decimals(["0", "1"]), "the second matter is the first to be served");
    unit.people[0].terms.pinned = Some(Pin::Section(SectionIx(0)));
    assert_eq!(levels(&unit), decimals(["1", "0"]), "the other one joins them");
    unit.people[1].terms.pinned = Some(Pin::Section(SectionIx(1)));
    assert_eq!(levels(&unit), decimals(["0", "0"]), "nobody has a second person");
}

#[test]
fn who_is_fixed_to_a_post_sits_there_and_nowhere_else() {
    let mut unit = pair();
    let reviews = unit.posts().find(|(_, p)| p.section == SectionIx(1) && p.step == Step::Review).unwrap().0;
    unit.people[0].terms.pinned = Some(Pin::Post(reviews));
    let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(plan.posts_of(PersonIx(0)).collect::<Vec<_>>(), [reviews]);
    // The other one handles then; were both fixed to the review post, nobody would.
    assert_eq!(levels(&unit), decimals(["0", "1"]));
    unit.people[1].terms.pinned = Some(Pin::Post(reviews));
    assert_eq!(levels(&unit), decimals(["0", "0"]));
}

#[test]
fn a_post_from_which_both_are_kept_is_empty() {
    let mut unit = pair();
    let reviews = unit.posts().find(|(_, p)| p.section == SectionIx(1) && p.step == Step::Review).unwrap().0;
    unit.people[0].terms.not_at = BTreeSet::from([reviews]);
    assert_eq!(levels(&unit), decimals(["0", "1"]), "the other one reviews");
    unit.people[1].terms.not_at = BTreeSet::from([reviews]);
    assert_eq!(levels(&unit), decimals(["1", "0"]));
}

#[test]
fn one_contract_worker_with_more_rights_reviews_and_one_established_person_with_fewer_does_not() {
    let mut unit = pair();
    unit.people[1].employment = Employment::Contract;
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([Step::Handle]), duties: BTreeSet::from([DutyGroup::Operations]) });
    assert_eq!(levels(&unit), decimals(["0", "1"]), "one handles, one reviews");
    let handles = unit.rules.contract_steps.clone();
    unit.people[0].terms.rights.clone_from(&handles);
    assert_eq!(levels(&unit), decimals(["0", "0"]), "two handle");
    let both = BTreeSet::from([Step::Handle, Step::Review]);
    unit.people[1].terms.rights = handles.map(|rule| ContractRule { steps: both, ..rule });
    assert_eq!(levels(&unit), decimals(["0", "1"]));
}

#[test]
fn the_checker_names_each_term_that_a_duty_table_breaks() {
    let mut unit = pair();
    let post = |section, step| unit.posts().find(|(_, p)| p.section == SectionIx(section) && p.step == step).unwrap().0;
    let (handle, review) = (post(0, Step::Handle), post(1, Step::Review));
    let breaches = |unit: &Unit, held: PostIx| -> Vec<Breach> {
        verify_duty_table(unit, &BTreeSet::from([(PersonIx(0), held)])).into_iter().map(|v| v.breach).collect()
    };
    unit.people[0].terms.pinned = Some(Pin::Section(SectionIx(1)));
    assert_eq!((breaches(&unit, handle), breaches(&unit, review)), (vec![Breach::Pinned], vec![]));
    unit.people[0].terms.pinned = Some(Pin::Post(handle));
    assert_eq!((breaches(&unit, handle), breaches(&unit, review)), (vec![], vec![Breach::Pinned]));
    unit.people[0].terms.pinned = None;
    unit.people[0].terms.not_at = BTreeSet::from([handle]);
    assert_eq!((breaches(&unit, handle), breaches(&unit, review)), (vec![Breach::NotAt], vec![]));
    unit.people[0].terms.not_at.clear();
    let (steps, duties) = (BTreeSet::from([Step::Review]), BTreeSet::from([DutyGroup::Operations]));
    unit.people[0].terms.rights = Some(ContractRule { steps, duties });
    assert_eq!((breaches(&unit, handle), breaches(&unit, review)), (vec![Breach::OwnRights], vec![]));
}

#[test]
fn that_somebody_is_fixed_to_a_place_can_be_the_conflict_and_no_longer_to_be_its_repair() {
    let mut unit = pair();
    unit.people[0].terms.pinned = Some(Pin::Section(SectionIx(0)));
    let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
    let second = explained.matters.iter().find(|e| e.shortfall.matter == MatterIx(1)).unwrap();
    let demands: Vec<_> = second.conflict.members.iter().map(|member| member.demand).collect();
    assert!(second.conflict.proven && demands.contains(&Demand::Pinned(PersonIx(0))), "{demands:?}");
    let free = [Change::Unpin(PersonIx(0))];
    let repair = second.repairs.iter().find(|repair| repair.changes == free).unwrap();
    assert_eq!((repair.level, repair.proven), (Share::ONE, true));
    // What keeps somebody from a post may be their health; nobody proposes to forget it.
    unit.people[0].terms.pinned = None;
    let post = unit.posts().find(|(_, p)| p.section == SectionIx(1) && p.step == Step::Review).unwrap().0;
    for person in &mut unit.people {
        person.terms.not_at = BTreeSet::from([post]);
    }
    let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
    let proposed = explained.matters.iter().flat_map(|e| e.repairs.iter().chain(&e.pairs)).flat_map(|r| &r.changes);
    assert!(proposed.clone().count() > 0);
    assert!(proposed.into_iter().all(|change| !matches!(change, Change::Unpin(_))));
}

/// The small scenario with tables of people before the conflict.
fn load(tables: &str) -> Loaded {
    let text = SCENARIO.replace("[[conflict]]", &format!("{tables}\n[[conflict]]"));
    small::load(&text, PEOPLE.as_bytes()).unwrap()
}

#[test]
fn part_time_is_a_share_of_the_hours_with_its_basis() {
    let whole = load("").unit;
    let text = "[[person]]\nid = \"b1\"\nshare = 0.5\nbasis = \"document\"\nsource = \"聘用合同\"\n";
    let half = load(text).unit;
    assert_eq!(half.people[3].hours.value() * Decimal::TWO, whole.people[3].hours.value());
    assert_eq!(half.people[1].hours, whole.people[1].hours);
    let input = half.inputs.iter().find(|input| input.path == "person.b1.share").unwrap();
    assert_eq!((input.value.as_str(), input.source.as_deref()), ("0.5", Some("聘用合同")));
    // A change of the hours of all changes the hours of half a post by half.
    let change = |unit: &Unit| {
        let hours = Change::Number(shuanggang::model::Quantity::HoursPerDay, 4.into());
        unit.with(&[hours]).people[3].hours
    };
    assert_eq!(change(&half).value() * Decimal::TWO, change(&whole).value());
}

#[test]
fn a_time_away_is_read_and_nobody_away_is_here() {
    let text = "[[person]]\nid = \"a2\"\naway = { from = \"2024-03\", until = \"2024-09\", reason = \"产假\" }\n";
    let loaded = load(text);
    let person = &loaded.unit.people[1];
    assert_eq!((person.status, person.hours, person.is_present()), (Status::Away, Hours::ZERO, false));
    assert_eq!(person.away.and_then(|away| away.reason), Some(AwayReason::Maternity));
    let count = loaded.unit.headcount();
    assert_eq!((count.on_books, count.on_duty, count.away, count.seconded_out), (3, 1, 1, 1));
    // Written out and read again it is the same unit.
    let again = small::load(&loaded.to_toml(), PEOPLE.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
    // Over before the month planned for: present, with the hours of the year.
    let over = load("[[person]]\nid = \"a2\"\naway = { from = \"2024-01\", until = \"2024-05\" }\n").unit;
    assert!(over.people[1].is_present() && over.overtaken.is_empty());
    // The roster has the person away longer than that: told, as of a loan that ended.
    let people = PEOPLE
        .replace("seconded_until", "away_until")
        .replace("a2,established,on_duty", "a2,established,away")
        .replace("check,,check", "check,2024-04,check")
        .replace("desk,2025-01", "desk,");
    let unit = small::load(SCENARIO, people.as_bytes()).unwrap().unit;
    assert!(unit.people[1].is_present());
    assert_eq!(unit.overtaken.iter().map(|row| row.by.id()).collect::<Vec<_>>(), ["came_back"]);
}

#[test]
fn names_of_people_are_free_text() {
    let people = PEOPLE.replace("\na2,", "\n买买提·艾力,").replace("\na3,", "\n张三（女）,");
    let text = "[[person]]\nid = \"买买提·艾力\"\nshare = 0.8\n\
        pinned = { section = \"稽核\", reason = \"专业\" }\n\n[[conflict]]";
    let unit = small::load(&SCENARIO.replace("[[conflict]]", text), people.as_bytes()).unwrap().unit;
    assert_eq!(unit.people[1].id, "买买提·艾力");
    assert_eq!(unit.people[1].terms.pinned, Some(Pin::Section(SectionIx(1))));
}

const KIND: &str = "[[kind]]\nid = \"welfare\"\nname = \"公益性岗位\"\nemployment = \"contract\"\n\
    steps = [\"handle\", \"review\"]\nduties = [\"operations\"]\n";

#[test]
fn a_kind_of_employment_has_rights_of_its_own_and_is_counted_by_name() {
    let people = PEOPLE.replace("posts,post_since", "posts,kind").replace(",2019-03", ",");
    let people = people.replace("no,desk,,,\n", "no,desk,,,公益性岗位\n");
    let text = SCENARIO.replace("[[conflict]]", &format!("{KIND}\n[[conflict]]"));
    let loaded = small::load(&text, people.as_bytes()).unwrap();
    let unit = &loaded.unit;
    let of = |id: &str| unit.posts().find(|(post, _)| unit.post_id(*post) == id).unwrap().0;
    let may = |unit: &Unit, id: &str| shuanggang::optimise::eligible(unit, of(id)).contains(&PersonIx(3));
    assert!(may(unit, "desk/operations/handle") && may(unit, "desk/operations/review"));
    assert!(!may(unit, "check/audit/handle"));
    // Without the kind the rule on contract staff leaves the handling.
    let mut plain = unit.clone();
    plain.people[3].terms.kind = None;
    assert!(may(&plain, "desk/operations/handle") && !may(&plain, "desk/operations/review"));
    assert_eq!(unit.present_by_kind().len(), 1);
    assert_eq!(unit.headcount().contract, 1, "still on contract");
    let again = small::load(&loaded.to_toml(), people.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
}

#[test]
fn a_second_review_needs_a_third_person_where_posts_are_fixed() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    let steps = [(Step::Handle, 60, 1), (Step::Review, 60, 1), (Step::SecondReview, 60, 1)];
    matter(&mut unit, 0, 0, 10, &steps);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), decimals(["0"]));
    person(&mut unit, Employment::Established, 0, 100);
    assert_eq!(levels(&unit), decimals(["1"]));
    // By case, three people of ten hours each do all: everyone meets each case once.
    unit.rules.separation = Separation::Case;
    for person in &mut unit.people {
        person.hours = Hours::from(10);
    }
    assert_eq!(levels(&unit), decimals(["1"]));
    unit.people.pop();
    assert_eq!(levels(&unit), decimals(["0"]), "two people meet a case twice");
}

#[test]
fn what_the_system_does_needs_nobody_and_what_others_do_is_not_counted() {
    let text = SCENARIO.replace(
        "rate = 0.5\nunit = \"件\"\nsteps = [{ step = \"handle\", minutes = 10 },",
        "rate = 0.5\nunit = \"件\"\noutside = { share = 0.3, by = \"市级中心\", basis = \"document\" }\n\
         steps = [{ step = \"handle\", by_system = \"网上自动受理\" },",
    );
    // Nobody handles, so no post of handling is the cashier's.
    let text = text.replace("posts = [\"desk/operations/handle\"]", "posts = [\"desk/operations/review\"]");
    let loaded = small::load(&text, PEOPLE.as_bytes()).unwrap();
    let matter = &loaded.unit.matters[0];
    assert_eq!(matter.steps.iter().map(|step| step.step).collect::<Vec<_>>(), [Step::Review]);
    assert_eq!((matter.arriving, matter.all_cases()), (350.into(), 500.into()));
    assert_eq!(verify_duty_table(&loaded.unit, &BTreeSet::new()), [], "a step of the system is a step");
    // A change of the driver moves both parts.
    let more = loaded.unit.with(&[Change::Number(shuanggang::model::Quantity::Driver("insured".into()), 2001.into())]);
    // 2001 × 0.5 = 1000.5, 1001 in whole cases, of which 300.3 are 300.
    assert_eq!((more.matters[0].arriving, more.matters[0].all_cases()), (701.into(), 1001.into()));
    let again = small::load(&loaded.to_toml(), PEOPLE.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
}

#[test]
fn who_replaces_somebody_begins_so_many_months_before_the_other_is_gone() {
    let begins = |line: &str| {
        let text = SCENARIO.replace("month = \"2025-07\"", line);
        let hire = small::load(&text, PEOPLE.as_bytes()).unwrap().unit.hires.remove(0);
        (hire.month, hire.learning)
    };
    let retires = load("").unit.people[0].retires(RetirementPolicy::Statutory).unwrap();
    assert_eq!(begins("replaces = \"a1\""), (retires.plus(1), None));
    let (month, learning) = begins("replaces = \"a1\"\nhandover_months = 3\nlearning = { months = 6, share = 0.4 }");
    assert_eq!(month, retires.plus(-2), "the last three months side by side");
    let learning = learning.unwrap();
    assert_eq!((learning.until, learning.share.value()), (retires.plus(3), Decimal::new(4, 1)));
}

#[test]
fn a_time_away_that_is_over_is_no_event_any_more() {
    let over = "[[person]]\nid = \"a2\"\naway = { from = \"2024-01\", until = \"2024-05\" }\n";
    let unit = load(over).unit;
    let events = unit.events(RetirementPolicy::Statutory, unit.as_of.plus(24));
    assert!(events.into_values().flatten().all(|event| !matches!(event, Event::WentAway(_) | Event::CameBack(_))));
    let now = load(&over.replace("2024-05", "2024-08")).unit;
    let events = now.events(RetirementPolicy::Statutory, now.as_of.plus(24));
    let back: Vec<_> = events.into_iter().filter(|(_, some)| some.contains(&Event::CameBack(PersonIx(1)))).collect();
    assert_eq!(back.len(), 1);
    assert_eq!(back[0].0.to_string(), "2024-09");
}

#[test]
fn a_hall_accepts_for_another_section_and_nobody_reviews_what_they_accepted() {
    let mut unit = unit(&[DutyGroup::Operations; 2], 1);
    matter(&mut unit, 1, 0, 10, BOTH);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 1, 100);
    }
    assert_eq!(levels(&unit), decimals(["1"]));
    unit.matters[0].steps[0].hall = Some(SectionIx(0));
    unit.posts = Unit::posts_of(&unit.matters);
    assert_eq!(unit.post_id(PostIx(0)), "s0/operations/handle");
    let found = plan(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(unit.present().filter(|(ix, _)| found.is_moved(&unit, *ix)).count(), 1, "one sits in the hall");
    assert_eq!(levels(&unit), decimals(["1"]));
    // Alone, somebody who may sit in both accepts and does not review.
    unit.people.pop();
    unit.rules.sections_per_person = Some(2);
    assert_eq!(levels(&unit), decimals(["0"]));
    let both = BTreeSet::from([(PersonIx(0), PostIx(0)), (PersonIx(0), PostIx(1))]);
    let breaches: Vec<_> = verify_duty_table(&unit, &both).into_iter().map(|v| v.breach).collect();
    assert_eq!(breaches, [Breach::Rule(shuanggang::model::RuleId::Separation)]);
    unit.rules.separation = Separation::Off;
    assert_eq!(levels(&unit), decimals(["1"]));
}

#[test]
fn large_cases_are_a_matter_of_their_own_with_one_step_more() {
    let part = "rate = 0.5\nparts = [{ id = \"large\", name = \"大额登记\", share = 0.101, steps = [\
        { step = \"handle\", minutes = 20 }, { step = \"review\", minutes = 10 }, \
        { step = \"second_review\", minutes = 5 }] }]";
    let text = SCENARIO.replace("rate = 0.5", part);
    let loaded = small::load(&text, PEOPLE.as_bytes()).unwrap();
    let unit = &loaded.unit;
    let large = unit.matters.last().unwrap();
    // 500 × 0.101 = 50.5, 51 in whole cases.
    assert_eq!((unit.matters[0].arriving, large.arriving), (449.into(), 51.into()));
    assert_eq!((large.id.as_str(), large.steps.len(), unit.matters[0].steps.len()), ("large", 3, 2));
    assert_eq!((large.section, large.tier), (unit.matters[0].section, unit.matters[0].tier));
    assert_eq!(unit.matters[1].audits, [MatterIx(0), MatterIx(2)], "who audits the one audits the other");
    let again = small::load(&loaded.to_toml(), PEOPLE.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
    // All cases are large: nothing is left of the rest.
    let all = small::load(&text.replace("0.101", "1"), PEOPLE.as_bytes()).unwrap().unit;
    assert_eq!((all.matters[0].arriving, all.matters[2].arriving), (0.into(), 500.into()));
}

#[test]
fn a_window_takes_people_and_the_part_of_their_time_that_is_of_no_other_use() {
    // Two people on 200 days for 5 hours, of which 40 % can be used for cases: 3 hours each, 600 a year and person.
    let window = "[[window]]\nid = \"front\"\nname = \"综合窗口\"\nsection = \"desk\"\ntier = \"daily\"\n\
        people = 2\ndays = 200\nhours = 5\nuse = 0.4\nwhy = \"开放时间须有人值守\"\nunit = \"天\"\nbasis = \"policy\"\n";
    let loaded = load(window);
    let front = loaded.unit.matters.last().unwrap();
    assert_eq!((front.id.as_str(), front.arriving, front.steps[0].people), ("front", 200.into(), 2));
    assert_eq!(front.steps[0].minutes.value.value(), Decimal::from(180));
    assert_eq!(loaded.unit.inputs.iter().filter(|input| input.path.starts_with("window.front.")).count(), 4);
    let again = small::load(&loaded.to_toml(), PEOPLE.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
    // Alone in a section: with 600 hours each two people man it and do nothing else, with 300 half of it.
    let mut unit = unit(&[DutyGroup::Operations], 2);
    matter(&mut unit, 0, 0, 200, &[(Step::Handle, 180, 2)]);
    matter(&mut unit, 0, 1, 100, &[(Step::Handle, 60, 1)]);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 600);
    }
    assert_eq!(levels(&unit), decimals(["1", "0"]));
    unit.people.iter_mut().for_each(|person| person.hours = Hours::from(650));
    assert_eq!(levels(&unit), decimals(["1", "1"]), "50 hours each are left for cases");
    unit.people.pop();
    assert_eq!(levels(&unit), decimals(["0", "1"]), "one person does not man a window for two");
}
