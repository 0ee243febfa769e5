//! Posts counted against people: units counted on paper, and generated ones held against every table there is.

use crate::support::brute_force::every_table;
use crate::support::generated::{Size, generated};
use crate::support::tiny::{matter, person, two_desks, unit};
use pretty_assertions::assert_eq;
use shuanggang::analysis::explain::{Counted, counted, explain};
use shuanggang::analysis::{Limit, ServiceStatus};
use shuanggang::check::confirms;
use shuanggang::model::{
    ContractRule, DutyGroup, Employment, HeadCount, MatterIx, PersonIx, PostIx, Rank, Separation, Step, Unit,
};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario;
use std::collections::{BTreeMap, BTreeSet};

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];
const OPERATIONS: DutyGroup = DutyGroup::Operations;

/// What counting says of every matter below full service.
fn counts(unit: &Unit) -> Vec<(MatterIx, Option<Counted>)> {
    let explained = explain(unit, None, &Settings::default(), &mut ()).unwrap();
    explained.matters.into_iter().map(|found| (found.shortfall.matter, found.counted)).collect()
}

fn only(unit: &Unit) -> Counted {
    let found = counts(unit);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].1.clone().unwrap()
}

fn short(unit: &Unit) -> HeadCount {
    match only(unit) {
        Counted::Short(count) => count,
        other => panic!("{other:?}"),
    }
}

/// (needed, there, short), and how many each post needs.
fn numbers(count: &HeadCount) -> ([u32; 3], Vec<u32>) {
    ([count.needed, count.there, count.short], count.posts.iter().map(|counted| counted.people).collect())
}

/// Four posts, three people.
#[test]
fn posts_of_two_desks_are_counted_against_three_people() {
    let unit = two_desks();
    let count = short(&unit);
    assert_eq!(numbers(&count), ([4, 3, 1], vec![1; 4]));
    assert_eq!((count.kept, count.people.len()), (vec![MatterIx(0)], 3));
}

/// A contract worker may handle at the desks only, where one handling post too many would be no lack: the cut leaves out
/// the posts that find people, and the people who may hold none of the rest.
#[test]
fn only_posts_whose_people_are_too_few_are_counted() {
    let mut unit = two_desks();
    unit.people.clear();
    let rule = ContractRule { steps: BTreeSet::from([Step::Handle]), duties: BTreeSet::from([OPERATIONS]) };
    unit.rules.contract_steps = Some(rule);
    for employment in [Employment::Contract, Employment::Contract, Employment::Contract, Employment::Established] {
        person(&mut unit, employment, 0, 100);
    }
    let count = short(&unit);
    assert_eq!(numbers(&count), ([2, 1, 1], vec![1, 1]), "two reviews, one established person");
    assert!(count.posts.iter().all(|counted| unit[counted.post].step == Step::Review));
    assert_eq!(count.people, [PersonIx(3)]);
}

/// Two inspectors and a reviewer, one person: 3 − 1, whatever else stops. With a second holder for each post 5 − 1.
#[test]
fn a_matter_whose_own_posts_are_too_many_needs_nothing_kept() {
    let mut unit = unit(&[DutyGroup::Audit], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 2), (Step::Review, 60, 1)]);
    person(&mut unit, Employment::Established, 0, 100);
    let count = short(&unit);
    assert_eq!((numbers(&count), count.kept), (([3, 1, 2], vec![2, 1]), vec![]));
    unit.rules.cover = 2;
    assert_eq!(numbers(&short(&unit)).0, [5, 1, 4]);
}

/// One leader approves at both desks: approval is free of sections, so its posts are not counted against each other.
#[test]
fn posts_that_one_person_may_hold_together_are_not_counted_against_each_other() {
    let mut unit = two_desks();
    unit.rules.leader_steps = true;
    unit.matters.clear();
    let with_approval = [BOTH, &[(Step::Approve, 0, 1)]].concat();
    matter(&mut unit, 0, 0, 10, &with_approval);
    matter(&mut unit, 1, 1, 10, &with_approval);
    unit.posts = Unit::posts_of(&unit.matters);
    let leader = person(&mut unit, Employment::Established, 0, 100);
    unit.people[leader.0].rank = Rank::Leader;
    assert_eq!(numbers(&short(&unit)), ([4, 3, 1], vec![1; 4]));
    // Two approvers of one case are two people, and one leader is there.
    unit.matters[1].steps[2].people = 2;
    person(&mut unit, Employment::Established, 1, 100);
    let count = short(&unit);
    assert_eq!((numbers(&count), count.kept), (([2, 1, 1], vec![2]), vec![]));
}

/// One person in two sections: four posts, three people, and yet no count; with four each at one post it adds up, and
/// hours that run out are no lack of heads.
#[test]
fn where_heads_do_not_show_it_nothing_is_stretched() {
    let mut unit = two_desks();
    unit.rules.sections_per_person = Some(2);
    unit.people.truncate(1);
    unit.matters[1].steps[0].people = 3;
    person(&mut unit, Employment::Established, 0, 100);
    person(&mut unit, Employment::Established, 0, 100);
    // Three handlers and a reviewer of one case are four people: those of its own desk alone.
    assert_eq!(numbers(&short(&unit)), ([4, 3, 1], vec![3, 1]));

    let mut unit = two_desks();
    unit.rules.separation = Separation::Case;
    unit.people.truncate(2);
    // Both sit at the first desk, where each case takes two; posts do not bind, so that posts are not counted.
    assert_eq!(only(&unit), Counted::Shared);
}

/// One person, one post, hours for the first tier only.
#[test]
fn hours_are_not_counted_as_heads() {
    let mut unit = unit(&[OPERATIONS], 2);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 100, HANDLE);
    matter(&mut unit, 0, 1, 50, HANDLE);
    person(&mut unit, Employment::Established, 0, 100);
    let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
    let found = &explained.matters[0];
    assert_eq!((&found.counted, found.shortfall.reason.limit), (&Some(Counted::Enough), Limit::Hours));
}

/// Whatever is changed in a count makes it prove nothing.
#[test]
fn a_count_that_does_not_follow_from_the_rules_is_refused() {
    let unit = two_desks();
    let (matter, good) = (MatterIx(1), short(&unit));
    assert!(confirms(&unit, matter, &good));
    let refused = |change: &dyn Fn(&mut HeadCount)| {
        let mut count = good.clone();
        change(&mut count);
        !confirms(&unit, matter, &count)
    };
    assert!(refused(&|count| count.posts[0].people = 2), "nobody needs two there");
    assert!(refused(&|count| count.needed = 5), "it does not add up");
    assert!(refused(&|count| count.kept.clear()), "the posts of a matter that is not kept");
    assert!(
        refused(&|count| {
            count.posts.pop();
        }),
        "as many posts as people"
    );
    assert!(refused(&|count| count.posts[1] = count.posts[0]), "one post twice");
    assert!(refused(&|count| {
        count.people.pop();
        (count.there, count.short) = (2, 2);
    }));
    let with = |change: &dyn Fn(&mut Unit)| {
        let mut changed = unit.clone();
        change(&mut changed);
        confirms(&changed, matter, &good)
    };
    assert!(!with(&|unit| unit.rules.separation = Separation::Case), "one person handles and reviews");
    assert!(!with(&|unit| unit.rules.sections_per_person = Some(2)), "one person sits at both desks");
    assert!(
        !with(&|unit| {
            person(unit, Employment::Contract, 0, 100);
        }),
        "a fourth may hold them too"
    );
    let rule = ContractRule::default();
    assert!(with(&|unit| {
        unit.rules.contract_steps = Some(rule.clone());
        person(unit, Employment::Contract, 0, 100);
    }));
}

/// Of the unit as it is: the reviewing posts of nine sections, both handling posts of finance and two inspectors need
/// established people, one each; of those twelve are present.
#[test]
fn the_audits_of_the_baseline_lack_the_thirteenth_person() {
    let unit = scenario::embedded().unwrap().unit;
    let found = counts(&unit);
    assert_eq!(found.len(), 2);
    for (matter, counted) in found {
        let Some(Counted::Short(count)) = counted else { panic!("{counted:?}") };
        assert!(confirms(&unit, matter, &count));
        assert_eq!([count.needed, count.there, count.short], [13, 12, 1]);
        let of = |step: Step, duty: DutyGroup| -> u32 {
            let is_it = |post: PostIx| unit[post].step == step && unit[post].duty == duty;
            count.posts.iter().filter(|counted| is_it(counted.post)).map(|counted| counted.people).sum()
        };
        let reviews: u32 = DutyGroup::ALL.into_iter().map(|duty| of(Step::Review, duty)).sum();
        assert_eq!((reviews, of(Step::Handle, DutyGroup::Finance), of(Step::Handle, DutyGroup::Audit)), (9, 2, 2));
        let may = |ix: &PersonIx| unit[*ix].employment == Employment::Established && unit[*ix].rank != Rank::Leader;
        let established: Vec<PersonIx> = unit.present().map(|(ix, _)| ix).filter(may).collect();
        assert_eq!(count.people, established);
    }
}

/// Of every table of posts that the rules allow, none has the holders of the counted posts; and a matter that some table
/// opens beside all that is open is never said to lack heads.
#[test]
fn no_table_holds_what_a_count_says_cannot_be_held() {
    let mut given = 0;
    for unit in generated(Size { sections: 2, matters: 3, people: 3 }, 400) {
        if unit.rules.kin.is_some() {
            continue;
        }
        let tables = every_table(&unit);
        let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
        for (matter, _) in unit.matters() {
            if plan.status_of(&unit, matter) != ServiceStatus::Stalled {
                continue;
            }
            let Counted::Short(count) = counted(&unit, &plan, matter) else { continue };
            given += 1;
            assert!(confirms(&unit, matter, &count));
            let open: Vec<MatterIx> = count.kept.iter().copied().chain([matter]).collect();
            let holds = |table: &BTreeSet<(PersonIx, PostIx)>| {
                let mut holders: BTreeMap<PostIx, u32> = BTreeMap::new();
                for (_, post) in table {
                    *holders.entry(*post).or_default() += 1;
                }
                let enough = |ix: &MatterIx| {
                    let steps = unit[*ix].steps.iter();
                    let mut needs = steps.map(|s| (unit.post_for(&unit[*ix], s), s.people - 1 + unit.rules.cover));
                    needs.all(|(post, needed)| holders.get(&post).is_some_and(|held| *held >= needed))
                };
                open.iter().all(enough)
            };
            assert!(!tables.iter().any(holds), "{count:?}");
        }
    }
    assert!(given > 50, "{given}");
}
