//! A small unit and the table of its duties, sound until a test adds or takes away a row.

use shuanggang::analysis::duties::{Judged, judge};
use shuanggang::model::{Ledger, Unit};
use shuanggang::scenario;
use shuanggang::scenario::duties::read_bytes;
use std::fmt::Write as _;

pub(crate) const SCENARIO: &str = r#"format = 1
name = "测试站"
year = 2024
as_of = "2024-06"

[[tier]]
id = "daily"
name = "日常"

[[section]]
id = "desk"
name = "窗口"
name_en = "Desk"
duty = "operations"
[[section]]
id = "check"
name = "稽核"
duty = "audit"
[[section]]
id = "back"
name = "后台"
duty = "operations"

[[matter]]
id = "enrol"
name = "登记"
name_en = "Enrolment"
section = "desk"
tier = "daily"
volume = 10
unit = "件"
steps = [{ step = "handle", minutes = 10 }, { step = "review", minutes = 5 }]
[[matter]]
id = "change"
name = "变更"
section = "desk"
tier = "daily"
volume = 10
unit = "件"
steps = [{ step = "handle", minutes = 10 }, { step = "review", minutes = 5 }]
[[matter]]
id = "inspect"
name = "检查"
section = "check"
tier = "daily"
volume = 10
unit = "户"
audits = ["enrol"]
steps = [{ step = "handle", minutes = 60, people = 2 }, { step = "review", minutes = 30 }]
[[matter]]
id = "file"
name = "归档"
section = "back"
tier = "daily"
volume = 10
unit = "件"
steps = [{ step = "handle", minutes = 10 }, { step = "review", minutes = 5 }]
[[matter]]
id = "closed"
name = "停办事项"
section = "back"
tier = "daily"
volume = 0
unit = "件"
steps = [{ step = "handle", minutes = 10 }, { step = "review", minutes = 5 }]

[rules.kin]
pairs = [["a04", "a16"]]
[rules.cashier]
posts = ["back/operations/handle"]
excludes = ["inspect"]
[rules.rotation]
years = 5
posts = ["desk/operations/handle"]

[[person]]
id = "a17"
not_at = [{ post = "desk/operations/review", reason = "听力不好" }]

[roster]
file = "people.csv"
"#;

/// a01 leads, a02 to a17 are established, b1 and b2 on contract; out is on loan, old has retired, ill is away.
pub(crate) fn roster() -> String {
    let mut roster = "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home\n".to_owned();
    roster += "a01,established,on_duty,leader,male,1975-05,1997-07,management,no,\n";
    for (id, home) in [
        ("a02", "check"),
        ("a04", "desk"),
        ("a05", "desk"),
        ("a06", "check"),
        ("a07", "check"),
        ("a08", "desk"),
        ("a09", "check"),
        ("a10", "check"),
        ("a11", "desk"),
        ("a12", "back"),
        ("a13", "back"),
        ("a14", "back"),
        ("a15", "back"),
        ("a16", "desk"),
        ("a17", "desk"),
    ] {
        writeln!(roster, "{id},established,on_duty,staff,male,1985-05,2007-07,management,no,{home}").unwrap();
    }
    roster += "out,established,seconded_out,staff,male,1985-05,2007-07,management,no,desk\n";
    roster += "old,established,on_duty,staff,male,1960-01,1982-07,management,no,desk\n";
    roster += "ill,established,away,staff,male,1985-05,2007-07,management,no,desk\n";
    for id in ["b1", "b2"] {
        writeln!(roster, "{id},contract,on_duty,staff,male,1990-05,2012-07,contract,no,desk").unwrap();
    }
    roster
}

pub(crate) fn unit() -> Unit {
    let roster = roster();
    scenario::load_text("unit.toml", SCENARIO, |_| Ok(roster.clone().into_bytes())).unwrap().unit
}

const HEADS: &str =
    "姓名,股室,岗位,事项,起始时间,收回时间,最近使用,业务部门申请,内控部门审核,单位领导核准,信息系统赋予";
/// Rows 2 to 14: at every post one more than a case needs, and nothing is wrong.
const SOUND: [&str; 13] = [
    "a04,窗口,经办,全部",
    "b1,窗口,经办,登记、变更",
    "a05,窗口,复核,全部",
    "a08,窗口,复核,全部",
    "a06,稽核,经办,检查",
    "a09,稽核,经办,检查",
    "a10,稽核,经办,检查",
    "a02,稽核,复核,检查",
    "a07,稽核,复核,检查",
    "a12,后台,经办,归档",
    "a13,后台,经办,归档",
    "a14,后台,复核,归档",
    "a15,后台,复核,归档",
];

/// A row with the usual months and signatures behind what it says, as far as it does not say them.
fn row(said: &str) -> String {
    let usual = ["", "", "", "", "2022-03", "", "2024-05", "甲", "乙", "丙", "丁"];
    let said: Vec<&str> = said.split(',').collect();
    usual.iter().enumerate().map(|(at, usual)| said.get(at).unwrap_or(usual).to_string()).collect::<Vec<_>>().join(",")
}

/// The sound table without some of its rows (as a spreadsheet numbers them), and with more.
pub(crate) fn table(without: &[usize], more: &[&str]) -> String {
    let sound = SOUND.iter().enumerate().filter(|(at, _)| !without.contains(&(at + 2))).map(|(_, row)| *row);
    let rows = sound.chain(more.iter().copied()).map(row);
    [HEADS.to_owned()].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

pub(crate) fn judged(table: &str) -> (Ledger, Judged) {
    let unit = unit();
    let ledger = read_bytes("台账.csv", table.as_bytes().to_vec(), &unit).unwrap();
    let judged = judge(&unit, &ledger);
    (ledger, judged)
}

/// Each finding: its kind, who, and the rows.
pub(crate) fn found(table: &str) -> Vec<String> {
    let (ledger, judged) = judged(table);
    let unit = unit();
    let said = judged.faults.iter().map(|fault| {
        let people = fault.people.iter().map(|ix| unit.people[ix.0].id.clone()).chain(fault.strangers.clone());
        let rows = fault.rows.iter().map(|row| ledger.grants[*row].place.clone());
        let people = people.collect::<Vec<_>>().join("+");
        format!("{} {people} {}", fault.kind.id(), rows.collect::<Vec<_>>().join("+"))
    });
    said.collect()
}
