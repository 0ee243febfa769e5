//! `docs/scenario.md` and `docs/wisn.md` say what the specification says. `UPDATE=1 cargo test` rewrites its tables.

use pretty_assertions::assert_eq;
use shuanggang::scenario::spec::{self, Kind, Named, Need, Table};
use shuanggang::text::{Language, Text};
use std::fmt::Write;
use std::path::Path;

const BEGIN: &str = "<!-- generated -->\n";

/// Tables that stand in lists at the top of a file.
const LISTS: [&str; 14] = [
    "tier", "section", "driver", "matter", "conflict", "scale", "hire", "person", "kind", "window", "recall", "leave",
    "transfer", "group",
];

/// The part of `docs/scenario.md` that comes from the program.
fn scenario() -> String {
    let defaults = include_str!("../src/scenario/defaults.toml");
    format!("{}\n## Defaults · 默认值\n\n```toml\n{defaults}```\n", generated(spec::ALL))
}

fn generated(tables: &[&Table]) -> String {
    let texts = [Language::English, Language::Chinese].map(Text::new);
    let mut page = BEGIN.to_owned();
    for table in tables {
        write!(page, "\n### {}\n\n| key | value | ✓ | meaning | 含义 |\n|---|---|---|---|---|\n", title(table))
            .unwrap();
        for key in table.keys {
            let must = match key.need {
                Need::Must => "✓",
                Need::Column => "column 列",
                Need::Unless(_) => "(✓)",
                Need::May => "",
            };
            let [english, chinese] = texts.each_ref().map(|text| text.get(key.doc).replace('|', "\\|"));
            writeln!(page, "| `{}` | {} | {must} | {english} | {chinese} |", key.name, value(key.kind)).unwrap();
        }
    }
    page
}

fn title(table: &Table) -> String {
    match table.name {
        "" => "Top of the file · 文件顶层".to_owned(),
        "people" => "The roster · 名册各列".to_owned(),
        name if LISTS.contains(&name) => format!("`[[{name}]]`"),
        name if name == "stated"
            || ["matter.", "conflict.", "group.", "recruitment.pay", "person.", "hire."]
                .iter()
                .any(|of| name.starts_with(of)) =>
        {
            format!("`{name}`")
        }
        name => format!("`[{name}]`"),
    }
}

fn value(kind: Kind) -> String {
    match kind {
        Kind::Text => "text 文字".to_owned(),
        Kind::Id => "id 编号".to_owned(),
        Kind::Name => "name 姓名".to_owned(),
        Kind::Reference(Named::Person) => "id in the roster 人员编号".to_owned(),
        Kind::Reference(named) => format!("id of a `[[{}]]` 编号", named.id()),
        Kind::Post => "post 岗位".to_owned(),
        Kind::Target => "headcount or driver 人数或基数".to_owned(),
        Kind::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" "),
        Kind::Flag => "`true` `false`".to_owned(),
        Kind::Month => "month 月份".to_owned(),
        Kind::MonthOr(words) => format!("{} {}", value(Kind::Month), value(Kind::Word(words))),
        Kind::Number(range) => format!("number 数字, {range}"),
        Kind::Whole(range) => format!("whole 整数, {range}"),
        Kind::Sourced(kind) => format!("† {}", value(*kind)),
        Kind::List(of, length) => format!("list 列表 ({length}): {}", value(*of)),
        Kind::Table(_) => "table 表".to_owned(),
        Kind::Tables(_, length) => format!("tables 若干张表 ({length})"),
        Kind::ByYear(of) => format!("by year 按年: {}", value(*of)),
    }
}

#[test]
fn the_reference_says_what_the_specification_says() {
    for (page, generated) in [("docs/scenario.md", scenario()), ("docs/wisn.md", generated(spec::STUDY_TABLES))] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let page = std::fs::read_to_string(&path).unwrap();
        let written = page.split_once(BEGIN).map_or(page.as_str(), |(prose, _)| prose);
        let expected = format!("{written}{generated}");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, expected).unwrap();
            continue;
        }
        assert_eq!(page, expected, "run UPDATE=1 cargo test");
    }
}

#[test]
fn every_key_is_explained_in_both_languages() {
    for text in Language::ALL.map(Text::new) {
        for key in spec::ALL.iter().chain(spec::STUDY_TABLES).flat_map(|table| table.keys) {
            assert!(text.has(key.doc), "{} in {}", key.doc, text.language().id());
        }
    }
}

#[test]
fn every_table_that_the_format_can_reach_is_documented() {
    fn reach(table: &'static Table, found: &mut Vec<&'static str>) {
        found.push(table.name);
        for key in table.keys {
            if let Kind::Table(inner) | Kind::Tables(inner, _) = key.kind {
                reach(inner, found);
            }
        }
    }
    let mut reachable = vec![spec::ROSTER.name];
    reach(&spec::SCENARIO, &mut reachable);
    // The table of all rules has only tables in it, which are documented one by one.
    reachable.retain(|name| *name != "rules");
    let mut documented: Vec<_> = spec::ALL.iter().map(|table| table.name).collect();
    reachable.sort_unstable();
    // A part of a matter has steps as a matter has.
    reachable.dedup();
    documented.sort_unstable();
    assert_eq!(reachable, documented);
}
