//! What `retire` says of one person and of a roster, against values of the law worked out by hand.

use pretty_assertions::assert_eq;
use serde_json::Value;
use shuanggang::model::{Employment, PostCategory, RetirementChoice, RetirementPolicy, RosterEntry, Sex};
use shuanggang::render::document::{Block, Document};
use shuanggang::render::{csv, json, markdown};
use shuanggang::report::retire;
use shuanggang::report::retire::json::{PersonFile, RosterFile};
use shuanggang::text::{Language, Text};
use shuanggang::units::Month;

fn entry(id: &str, born: &str, sex: Sex, category: PostCategory) -> RosterEntry {
    let contract = category == PostCategory::Contract;
    RosterEntry {
        id: id.into(),
        employment: if contract { Employment::Contract } else { Employment::Established },
        sex,
        birth: Month::parse(born).unwrap(),
        category,
        senior_title: false,
        retirement: None,
        approval: None,
    }
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn sentences(document: &Document) -> Vec<&str> {
    let notes = document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(note) => vec![note.text.as_str()],
        Block::List(notes) => notes.iter().map(|note| note.text.as_str()).collect(),
        _ => Vec::new(),
    });
    notes.collect()
}

#[test]
fn the_window_of_a_person_in_json() {
    let person = |born, sex, category| read(&json::write(&PersonFile::of(&entry("", born, sex, category))).unwrap());
    let cases = [
        // n = 12 × (1971 + 55 − 2025) + 3 = 15, so 15 / 4 + 1 = 4 months.
        (person("1971-04", Sex::Female, PostCategory::Professional), "statutory_month", "\"2026-08\""),
        (person("1971-04", Sex::Female, PostCategory::Professional), "delay_months", "4"),
        (person("1971-04", Sex::Female, PostCategory::Professional), "earliest_month", "\"2026-04\""),
        (person("1971-04", Sex::Female, PostCategory::Professional), "latest_month", "\"2029-08\""),
        (person("1971-04", Sex::Female, PostCategory::Professional), "early_notice_by", "\"2026-01\""),
        (person("1971-04", Sex::Female, PostCategory::Professional), "late_notice_by", "\"2026-07\""),
        (person("1971-04", Sex::Female, PostCategory::Professional), "minimum_contribution_years", "15"),
        // Late retirement is closed to management.
        (person("1970-01", Sex::Female, PostCategory::Management), "latest_month", "null"),
        (person("1970-01", Sex::Female, PostCategory::Management), "late_closed", "\"management\""),
        (person("1970-01", Sex::Female, PostCategory::Management), "late_notice_by", "null"),
        // 2034 takes 17.5 years of contributions, 2031 takes 16.
        (person("1981-03", Sex::Female, PostCategory::Worker), "statutory_month", "\"2034-05\""),
        (person("1981-03", Sex::Female, PostCategory::Worker), "minimum_contribution_years", "17.5"),
        (person("1981-03", Sex::Female, PostCategory::Worker), "minimum_contribution_years_earliest", "16"),
        // 2028 is a leap year.
        (person("1967-06", Sex::Male, PostCategory::Worker), "last_day", "\"2028-02-29\""),
        (person("1960-05", Sex::Male, PostCategory::Worker), "late_closed", "\"before_reform\""),
        (person("1960-05", Sex::Male, PostCategory::Worker), "early_notice_by", "null"),
        (person("1985-01", Sex::Female, PostCategory::Contract), "bound_by_law", "false"),
    ];
    for (json, key, value) in cases {
        assert_eq!(json[key].to_string(), value, "{key}");
        assert_eq!(json["schema"], "shuanggang.retire/1");
    }
}

#[test]
fn the_window_of_a_person_in_words() {
    let text = Text::new(Language::Chinese);
    let said = |person: &RosterEntry| sentences(&retire::person(person, &text))[0].to_owned();
    let cases = [
        (
            entry("", "1971-04", Sex::Female, PostCategory::Professional),
            "1971年4月出生，女，专业技术岗位：法定退休时间为2026年8月，较改革前延迟 4 个月。\
             本人可选择提前至2026年4月，经与单位协商一致可延迟至2029年8月。",
        ),
        (
            entry("", "1970-01", Sex::Female, PostCategory::Management),
            "1970年1月出生，女，管理岗位：法定退休时间为2025年2月，较改革前延迟 1 个月。\
             本人可选择提前至2025年1月；管理岗位人员达到法定退休年龄时应当及时办理退休手续，不得延迟。",
        ),
        (
            entry("", "1960-05", Sex::Male, PostCategory::Worker),
            "1960年5月出生，男，工勤技能岗位：改革前已到龄，按原规定于2020年5月退休，不适用渐进式延迟和弹性退休。",
        ),
        (
            entry("", "1985-01", Sex::Female, PostCategory::Contract),
            "合同工不适用本测算，方案写明离岗月份的方计离岗；以下按工勤技能岗位列示，供参考。",
        ),
    ];
    for (person, words) in cases {
        assert_eq!(said(&person), words);
    }
}

#[test]
fn a_roster_lists_everyone_and_who_is_next() {
    let choice = RetirementChoice::Policy(RetirementPolicy::Earliest);
    let people = [
        entry("编01", "1970-05", Sex::Male, PostCategory::Management),
        RosterEntry { retirement: Some(choice), ..entry("编02", "1965-10", Sex::Male, PostCategory::Worker) },
        entry("合01", "1950-01", Sex::Female, PostCategory::Contract),
    ];
    let json = read(&json::write(&RosterFile::of(&people)).unwrap());
    assert_eq!(json["people"][1]["id"], "编02");
    assert_eq!(json["people"][1]["statutory_month"], "2026-01");
    assert_eq!(json["people"][1]["choice"], "earliest");
    let document = retire::roster(&people, &Text::new(Language::English));
    assert_eq!(
        sentences(&document)[..2],
        [
            "People on the roster: 3, of them established: 2. First to reach the statutory month: 编02 (January 2026), \
             编01 (October 2031).",
            "The law does not fix when contract workers leave; they leave only if the scenario names a month.",
        ]
    );
    let expected = "\
id,category,born,delay_months,earliest_month,statutory_month,latest_month,minimum_contribution_years,choice
编02,male60,1965-10,3,2025-10,2026-01,2029-01,15,earliest
编01,male60,1970-05,17,2030-05,2031-10,,16,
合01,,1950-01,,,,,,
";
    assert_eq!(csv::with_keys(document.tables().next().unwrap()), expected);
    assert!(markdown::render(&document).contains("| 编01 | male 60 | 1970-05 | 17 |"));
}

#[test]
fn a_month_fixed_by_approval_is_named_with_its_reason() {
    let month = RetirementChoice::Month(Month::parse("2026-03").unwrap());
    let approval = Some("特殊工种审批表。".to_owned());
    let people = [
        RosterEntry { retirement: Some(month), approval, ..entry("甲", "1971-03", Sex::Male, PostCategory::Worker) },
        entry("乙", "1972-05", Sex::Female, PostCategory::Professional),
    ];
    let json = read(&json::write(&RosterFile::of(&people)).unwrap());
    let of = |at: usize| (json["people"][at]["choice"].clone(), json["people"][at]["approval"].clone());
    assert_eq!(of(0), ("2026-03".into(), "特殊工种审批表。".into()));
    assert_eq!(of(1), (Value::Null, Value::Null));
    let said = |language| sentences(&retire::roster(&people, &Text::new(language))).concat();
    assert!(said(Language::Chinese).contains("甲：2026年3月，经审批确定：特殊工种审批表。"));
    // 乙: 55 in 2027-05, n = 28, delay 8 → 2028-01; whose month is fixed does not reach that of the law first.
    assert!(said(Language::Chinese).contains("最先到龄：乙（2028年1月）。"));
    assert!(said(Language::English).contains("甲: March 2026, fixed by approval: 特殊工种审批表."));
}
