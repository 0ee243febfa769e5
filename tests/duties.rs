//! What is wrong with a table of duties and rights: each kind of finding by a table written by hand.

use crate::support::duties::{found, judged, table, unit};
use pretty_assertions::assert_eq;
use shuanggang::analysis::duties::{Detail, Gone, Kind, Unused};
use shuanggang::model::Signature;
use shuanggang::render::{detail, markdown};
use shuanggang::report;
use shuanggang::text::{Language, Text};
use shuanggang::units::Month;
use std::collections::BTreeSet;

#[test]
fn a_sound_table_has_no_finding() {
    assert_eq!(found(&table(&[], &[])), Vec::<String>::new());
}

#[test]
fn rights_that_do_not_go_together_are_found_by_rule() {
    let with = |more: &[&str]| found(&table(&[], more));
    assert_eq!(with(&["a04,窗口,复核,登记"]), ["two_steps a04 2+15"]);
    // Handles the one matter and reviews the other of the same desk.
    assert_eq!(with(&["a11,窗口,经办,登记", "a11,窗口,复核,变更"]), ["two_posts a11 15+16"]);
    assert_eq!(with(&["a11,窗口,经办,登记", "a11,后台,复核,归档"]), ["sections a11 15+16"]);
    // The audit does not look at changes.
    let both = ["duty_groups a11 15+16", "sections a11 15+16"];
    assert_eq!(with(&["a11,窗口,复核,变更", "a11,稽核,复核,检查"]), both);
    let own = with(&["a11,窗口,复核,登记", "a11,稽核,复核,检查"]);
    assert_eq!(own, [both[0], both[1], "own_audit a11 15+16"]);
    let cash = with(&["a11,后台,经办,归档", "a11,稽核,复核,检查"]);
    assert_eq!(cash, [both[0], both[1], "cashier a11 15+16"]);
    // Relatives meet on a matter, not in a section.
    assert_eq!(with(&["a16,窗口,复核,登记"]), ["kin a04+a16 2+15"]);
    assert_eq!(with(&["a16,后台,复核,归档"]), Vec::<String>::new());
}

#[test]
fn rights_beyond_what_somebody_may_hold_are_found() {
    let with = |more: &[&str]| found(&table(&[], more));
    assert_eq!(with(&["b2,窗口,复核,登记"]), ["contract b2 15"]);
    assert_eq!(with(&["a01,窗口,复核,登记"]), ["leader a01 15"]);
    assert_eq!(with(&["a17,窗口,复核,登记"]), ["terms a17 15"]);
    assert_eq!(with(&["a17,窗口,经办,登记"]), Vec::<String>::new());
}

/// June 2024 is 60 months after June 2019: five years are not more than five.
#[test]
fn tenure_counts_beyond_the_years_of_the_rule() {
    assert_eq!(found(&table(&[], &["a11,窗口,经办,登记,2019-06"])), Vec::<String>::new());
    let (_, judged) = judged(&table(&[], &["a11,窗口,经办,登记,2019-05"]));
    let [fault] = &judged.faults[..] else { panic!("{:?}", judged.faults) };
    assert_eq!((fault.kind, &fault.detail), (Kind::Tenure, &Detail::Since(Month::new(2019, 5).unwrap())));
    // No post of high risk.
    assert_eq!(found(&table(&[], &["a11,窗口,复核,登记,2010-01"])), Vec::<String>::new());
}

#[test]
fn posts_without_a_second_person_and_posts_without_enough_are_told_apart() {
    let numbers = |without: &[usize]| {
        let (_, judged) = judged(&table(without, &[]));
        let unit = unit();
        let said = judged.faults.iter().map(|fault| {
            let Detail::Numbers(found, needed) = &fault.detail else { panic!("{fault:?}") };
            let takers: Vec<_> = fault.takers.iter().map(|ix| &*unit.people[ix.0].id).collect();
            format!("{} {found}/{needed} {}", fault.kind.id(), takers.join("+"))
        });
        said.collect::<Vec<_>>()
    };
    // Row 10 is the other reviewer of the inspections; free are a11 and a17 besides, and a07 who has lost the post.
    assert_eq!(numbers(&[10]), ["single 1/2 a07+a11+a17"]);
    assert_eq!(numbers(&[9, 10]), ["vacant 0/1 a02+a07+a11+a17"]);
    // Two inspectors a case: one to spare makes three.
    assert_eq!(numbers(&[8]), ["single 2/3 a10+a11+a17"]);
    assert_eq!(numbers(&[7, 8]), ["vacant 1/2 a09+a10+a11+a17"]);
    assert_eq!(found(&table(&[10], &[])), ["single a02 9"]);
}

#[test]
fn rights_of_those_who_are_not_here_say_why_and_no_more() {
    for (name, why) in [("路人", Gone::Unknown), ("old", Gone::Retired), ("out", Gone::OnLoan), ("ill", Gone::Away)] {
        let (_, judged) = judged(&table(&[], &[&format!("{name},窗口,经办,登记")]));
        let [fault] = &judged.faults[..] else { panic!("{:?}", judged.faults) };
        assert_eq!((fault.kind, &fault.detail), (Kind::Gone, &Detail::Gone(why)), "{name}");
    }
    // Whoever is not here covers nothing.
    let found = found(&table(&[10], &["ill,稽核,复核,检查"]));
    assert_eq!(found, ["single a02 9", "gone ill 14"]);
}

#[test]
fn rights_that_nobody_uses_are_found() {
    for (row, why) in [
        ("a11,窗口,审批,登记", Unused::NoStep),
        ("a11,后台,经办,停办事项", Unused::NoCases),
        ("a11,窗口,经办,登记,2022-03,,2023-05", Unused::NotUsed),
        ("a11,窗口,经办,登记,2022-03,,从未", Unused::NotUsed),
        ("a11,窗口,经办,登记,2022-03,,", Unused::NotUsed),
    ] {
        let (_, judged) = judged(&table(&[], &[row]));
        let [fault] = &judged.faults[..] else { panic!("{:?}", judged.faults) };
        assert_eq!((fault.kind, &fault.detail), (Kind::Unused, &Detail::Unused(why)), "{row}");
    }
    // A year is not more than a year, and what was given lately may wait for its first case.
    assert_eq!(found(&table(&[], &["a11,窗口,经办,登记,2022-03,,2023-06"])), Vec::<String>::new());
    assert_eq!(found(&table(&[], &["a11,窗口,经办,登记,2024-03,,从未"])), Vec::<String>::new());
}

#[test]
fn grants_need_four_signatures() {
    let (_, judged) = judged(&table(&[], &["a11,窗口,经办,登记,2022-03,,2024-05,甲,,丙,"]));
    let lacks = Detail::Lacks(vec![Signature::Audited, Signature::Granted]);
    assert_eq!((judged.faults[0].kind, &judged.faults[0].detail), (Kind::Unsigned, &lacks));
    let one = |cell: &str| judged_signed(&format!("姓名,岗位,事项,授权人\na11,经办,登记,{cell}\n"));
    assert_eq!(one("甲、乙 丙/丁"), None);
    assert_eq!(one("甲、乙"), Some(Detail::Names(2)));
    assert_eq!(judged_signed("姓名,岗位,事项\na11,经办,登记\nb1,经办,登记\n"), Some(Detail::Unsaid));
}

/// What is said of the signatures of a table.
fn judged_signed(table: &str) -> Option<Detail> {
    let (_, judged) = judged(table);
    let unsigned: Vec<_> = judged.of_kind(Kind::Unsigned).collect();
    assert!(unsigned.len() < 2);
    unsigned.first().map(|fault| fault.detail.clone())
}

/// Every kind in both languages, with rows, basis and remedy; of health nothing.
#[test]
fn a_report_says_rule_basis_rows_and_remedy() {
    let more = [
        "a04,窗口,复核,登记",
        "a11,窗口,经办,登记,2010-01",
        "a11,稽核,复核,检查,2022-03,,从未,,,,",
        "a17,窗口,复核,登记",
        "ill,窗口,经办,登记",
        "b2,窗口,复核,登记",
        "a01,窗口,复核,登记",
        "a16,窗口,复核,登记",
        "a12,稽核,复核,检查",
        "a13,后台,复核,停办事项",
    ];
    let table = table(&[7, 8, 14], &more);
    let unit = unit();
    let (ledger, judged) = judged(&table);
    let kinds: BTreeSet<Kind> = judged.faults.iter().map(|fault| fault.kind).collect();
    let all: BTreeSet<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::TwoPosts).collect();
    assert_eq!(kinds, all);
    for text in Language::ALL.map(Text::new) {
        for how in [detail::Detail::Folded, detail::Detail::Full] {
            let said = markdown::render(&report::duties::document(&unit, &ledger, &judged, None, &text, how));
            for kind in kinds.iter().map(|kind| kind.id()) {
                assert!(said.contains(&text.get(&format!("duties-{kind}"))), "{kind}: {said}");
                assert!(said.contains(&text.get(&format!("duties-{kind}.remedy"))), "{kind}: {said}");
            }
            let matter = if text.language() == Language::Chinese { "登记" } else { "Enrolment" };
            assert!(said.contains("a04") && said.contains(matter), "{said}");
            assert!(!said.contains("听力") && !said.contains("duties-two"), "{said}");
        }
    }
}
