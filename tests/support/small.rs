//! A small good scenario, which tests break in one place at a time.

use shuanggang::diag::Diagnostics;
use shuanggang::scenario::{self, Loaded, Options};
use std::io;

pub(crate) const SCENARIO: &str = r#"format = 1
name = "测试站"
year = 2024
as_of = "2024-06"

[headcount]
authorised = 4
on_books = 3
basis = "document"

[[tier]]
id = "daily"
name = "日常"
[[tier]]
id = "audit"
name = "稽核"

[[section]]
id = "desk"
name = "窗口"
duty = "operations"
[[section]]
id = "check"
name = "稽核"
duty = "audit"

[[driver]]
id = "insured"
value = 1000

[[matter]]
id = "enrol"
name = "登记"
section = "desk"
tier = "daily"
driver = "insured"
rate = 0.5
unit = "件"
steps = [{ step = "handle", minutes = 10 }, { step = "review", minutes = 5 }]
[[matter]]
id = "inspect"
name = "检查"
section = "check"
tier = "audit"
volume = 10
unit = "户"
audits = ["enrol"]
steps = [{ step = "handle", minutes = 60, people = 2 }, { step = "review", minutes = 30 }]

[rules.kin]
pairs = [["a1", "b1"]]
[rules.cashier]
posts = ["desk/operations/handle"]
excludes = ["inspect"]
[rules.rotation]
years = 5

[roster]
file = "people.csv"

[[conflict]]
id = "posts"
topic = "编制数"
target = "headcount.authorised"
used = 1
values = [{ value = 4, source = "甲" }, { value = 6, source = "乙" }]

[[hire]]
id = "recruit"
month = "2025-07"
count = 2
employment = "established"
section = "desk"
"#;

pub(crate) const PEOPLE: &str = "\
id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,seconded_until,posts,post_since
a1,established,on_duty,leader,male,1970-05,1992-07,management,no,,,,
a2,established,on_duty,section_head,female,1980-01,2002-07,professional,yes,check,,check/audit/review,2019-03
a3,established,seconded_out,staff,female,1990-10,2013-07,professional,no,desk,2025-01,,
b1,contract,on_duty,staff,male,1995-01,2019-07,contract,no,desk,,,
";

/// Loads a scenario text called `small.toml` with the bytes of its roster `people.csv`; there are no other files.
pub(crate) fn load(scenario: &str, people: &[u8]) -> Result<Loaded, Diagnostics> {
    load_with(scenario, people, &Options::default())
}

/// [`load`] with options of the command line.
pub(crate) fn load_with(scenario: &str, people: &[u8], options: &Options) -> Result<Loaded, Diagnostics> {
    scenario::load_text_with("small.toml", scenario, options, &|path| match path {
        "people.csv" => Ok(people.to_vec()),
        "folder" => Err(io::ErrorKind::IsADirectory.into()),
        "secret.csv" => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Err(io::ErrorKind::NotFound.into()),
    })
}

/// Loads `over.toml`, beside which `small.toml` and `people.csv` lie.
pub(crate) fn load_over(over: &str, scenario: &str, people: &[u8], options: &Options) -> Result<Loaded, Diagnostics> {
    scenario::load_text_with("over.toml", over, options, &|path| match path {
        "small.toml" => Ok(scenario.as_bytes().to_vec()),
        "over.toml" => Ok(over.as_bytes().to_vec()),
        "people.csv" => Ok(people.to_vec()),
        _ => Err(io::ErrorKind::NotFound.into()),
    })
}
