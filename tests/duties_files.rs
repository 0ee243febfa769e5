//! Tables of duties and rights, whatever file they come in, and what is no such table.

use crate::support::document::sentences;
use crate::support::duties::{SCENARIO, found, judged, roster, table, unit};
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use rust_xlsxwriter::Workbook;
use shuanggang::render::detail::Detail;
use shuanggang::report;
use shuanggang::scenario::duties::read_bytes;
use shuanggang::text::{Language, Text};

#[test]
fn a_right_taken_back_is_none() {
    let (ledger, judged) = judged(&table(&[], &["a04,窗口,复核,登记,2020-01,2024-06"]));
    assert_eq!((judged.faults.len(), ledger.ended), (0, vec!["15".to_owned()]));
    assert_eq!(found(&table(&[], &["a04,窗口,复核,登记,2020-01,2024-07"])), ["two_steps a04 2+15"]);
    assert_eq!(found(&table(&[], &["a04,窗口,复核,登记,2020-01,长期"])), ["two_steps a04 2+15"]);
}

/// Posts and matters by name, id or the words of a report, in both languages; heads in English.
#[test]
fn a_right_can_be_named_in_many_ways() {
    let unit = unit();
    let rights = |table: &str| read_bytes("t.csv", table.as_bytes().to_vec(), &unit).unwrap().grants[0].rights.clone();
    let expected = rights("姓名,岗位,事项\na11,复核,登记\n");
    for same in [
        "name,step,matter\na11,review,Enrolment\n",
        "姓名,操作权限,业务名称\na 11,登记审核岗,enrol\n",
        "姓名,角色,事项\na11,desk/operations/review,登记\n",
        "姓名,环节,事项\na11,复审,登记\n",
    ] {
        assert_eq!(rights(same), expected, "{same}");
    }
    let all = rights("姓名,岗位,事项\na11,复核,登记；变更\n");
    for same in
        ["姓名,岗位\na11,窗口复核岗\n", "name,post\na11,review post of Desk\n", "姓名,股室,岗位\na11,窗口,复核\n"]
    {
        assert_eq!(rights(same), all, "{same}");
    }
    let two = rights("姓名,岗位,事项\na11,经办、复核,登记\n");
    assert_eq!(two.len(), 2);
    for same in ["经办/复核", "经办和复核岗", "\"经办\n复核\""] {
        assert_eq!(rights(&format!("姓名,岗位,事项\na11,{same},登记\n")), two, "{same}");
    }
    assert_eq!(rights("姓名,岗位,事项\na11,复核,\"登记\n变更\"\n"), all);
    assert_eq!(rights("序号,岗位名称,职工姓名,所属部门\n1,复核岗,a11,窗口\n"), all);
}

/// A row that lacks its section names the columns that were not read: it may stand in one of them.
#[test]
fn columns_not_read_are_named_where_a_row_lacks_something() {
    let found = read_bytes("t.csv", "姓名,岗位,何处\na11,复核,窗口\n".into(), &unit()).unwrap_err();
    for (language, said) in [(Language::Chinese, "未读取的列：何处"), (Language::English, "Columns not read: 何处")]
    {
        let text = report::diagnostics::render(&found, &Text::new(language));
        assert!(text.contains("E844") && text.contains(said), "{text}");
    }
}

#[test]
fn every_kind_of_file_is_read_alike() {
    let unit = unit();
    let table = table(&[9], &["a04,窗口,复核,登记"]);
    let expected = read_bytes("t", table.clone().into_bytes(), &unit).unwrap();
    let gb18030 = encoding_rs::GB18030.encode(&table).0.into_owned();
    assert_eq!(read_bytes("t", gb18030, &unit).unwrap(), expected);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "填表说明").unwrap();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    for (row, line) in (0..).zip(table.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    assert_eq!(read_bytes("t", book.save_to_buffer().unwrap(), &unit).unwrap(), expected);
}

/// A filter hides a row; it is read and judged all the same, and the report says so, as of sheets.
#[test]
fn what_is_not_shown_is_told() {
    let unit = unit();
    let table = table(&[], &["a04,窗口,复核,登记"]);
    let lines: Vec<&str> = table.lines().collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    for (row, line) in (0..).zip(&lines) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let last = u32::try_from(lines.len() - 1).unwrap();
    sheet.set_row_hidden(last).unwrap();
    let old = book.add_worksheet().set_name("旧台账").unwrap().set_hidden(true);
    for (column, head) in (0..).zip(["姓名", "岗位", "事项"]) {
        old.write(0, column, head).unwrap();
    }
    let ledger = read_bytes("t.xlsx", book.save_to_buffer().unwrap(), &unit).unwrap();
    let place = (last + 1).to_string();
    assert_eq!(ledger.grants.last().unwrap().place, place);
    assert_eq!(
        (ledger.hidden_rows.clone(), &ledger.left_sheets[..]),
        (Some(vec![place.clone()]), &["旧台账".to_owned()][..])
    );
    let judged = shuanggang::analysis::duties::judge(&unit, &ledger);
    for (language, rows, sheets) in [
        (
            Language::Chinese,
            format!("有 1 行未显示（筛选或隐藏），也已读取并核查：第 {place} 行。"),
            "另有 1 张隐藏的工作表像台账，未读取：旧台账。",
        ),
        (
            Language::English,
            format!("1 rows that are not shown (by a filter or by hand) were read as well: {place}."),
            "were not read: 旧台账.",
        ),
    ] {
        let text = Text::new(language);
        let document = report::duties::document(&unit, &ledger, &judged, None, &text, Detail::Full);
        let said = sentences(&document).join("\n");
        assert!(said.contains(&rows) && said.contains(sheets), "{said}");
    }
    // CSV hides nothing; where only a hidden sheet is there, it is read.
    assert_eq!(read_bytes("t", table.into_bytes(), &unit).unwrap().hidden_rows, Some(Vec::new()));
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "见台账").unwrap();
    let sheet = book.add_worksheet().set_name("台账").unwrap().set_hidden(true);
    for (column, (head, cell)) in (0..).zip([("姓名", "a11"), ("岗位", "复核"), ("事项", "登记")]) {
        sheet.write(0, column, head).unwrap().write(1, column, cell).unwrap();
    }
    let ledger = read_bytes("t.xlsx", book.save_to_buffer().unwrap(), &unit).unwrap();
    assert_eq!((ledger.hidden_sheets, ledger.left_sheets.len()), (vec!["台账".to_owned()], 0));
}

#[test]
fn several_sheets_are_one_table() {
    let mut book = Workbook::new();
    for (name, row) in [("窗口", ["a11", "经办", "登记"]), ("后台", ["a11", "复核", "归档"])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [(0, ["姓名", "岗位", "事项"]), (1, row)] {
            sheet.write_row(row, 0, cells).unwrap();
        }
    }
    let ledger = read_bytes("t.xlsx", book.save_to_buffer().unwrap(), &unit()).unwrap();
    let places: Vec<_> = ledger.grants.iter().map(|grant| &*grant.place).collect();
    assert_eq!(places, ["窗口!2", "后台!2"]);
}

#[test]
fn mistakes_are_told_with_their_cells() {
    let codes = |table: &str| -> Vec<String> {
        let found = read_bytes("t.csv", table.as_bytes().to_vec(), &unit()).unwrap_err();
        found.as_slice().iter().map(|one| format!("{} {}", one.code.id(), one.place.cell())).collect()
    };
    assert_eq!(codes("股室,事项\n窗口,登记\n"), ["E841 A1"]);
    assert_eq!(codes("姓名,岗位,事项\na11,经办,注册\n"), ["E842 C2"]);
    assert_eq!(codes("姓名,岗位,事项\na11,打字,登记\nb1,审核审批,登记\n"), ["E843 B2", "E843 B3"]);
    assert_eq!(codes("姓名,岗位,事项\na11,经办,\nb1,,登记\n"), ["E844 C2", "E844 B3"]);
    assert_eq!(codes("姓名,股室,岗位\na11,三楼,经办\n,窗口,经办\n"), ["E813 B2", "E809 A3"]);
    assert_eq!(codes("姓名,岗位,事项,起始时间\na11,经办,登记,去年\n"), ["E812 D2"]);
    assert_eq!(codes("姓名,人员,岗位,事项\na11,a11,经办,登记\n"), ["E807 B1"]);
    assert_eq!(codes("姓名,事项\na11,登记\n"), ["E808 A1", "E844 A2"]);
    assert_eq!(codes("姓名,岗位,事项\n11010519491231002X,经办,登记\n"), ["E805 A2"]);
    assert_eq!(codes("姓名,岗位,事项\n#REF!,经办,登记\n"), ["E815 A2"]);
    assert_eq!(codes(""), ["E003 A1"]);
}

/// What is looked ahead for is part of the answer: it stands before the findings.
#[test]
fn the_rotation_is_told_at_the_top() {
    let mut command = Command::cargo_bin("shuanggang").unwrap();
    let run = command.args(["duties", "scenarios/hongjiang/duties.csv", "--rotation", "1", "--quiet", "--lang", "zh"]);
    let said = String::from_utf8(run.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap().stdout).unwrap();
    let said = said.replace("\n  ", "").replace('\n', "");
    let at = |what: &str| said.find(what).unwrap_or_else(|| panic!("{what}: {said}"));
    assert!(at("因轮岗跨股室调动") < at("问题分类") && at("问题分类") < at("高风险岗位轮岗"), "{said}");
    assert_eq!(said.matches("因轮岗跨股室调动").count(), 1);
    // The scenario has no approval of that matter.
    assert!(said.contains("第 49 行：合08；关系转移接续；方案中没有审批这一环节"), "{said}");
}

/// The illustrative table of the built-in unit, counted by hand from the rows that it adds to the plan's posts.
#[test]
fn the_table_of_the_built_in_unit_has_findings_and_ends_with_one() {
    let mut command = Command::cargo_bin("shuanggang").unwrap();
    let run = command.args(["duties", "scenarios/hongjiang/duties.csv", "--format", "json", "--quiet"]);
    let output = run.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let count = |kind: &str| json["faults"].as_array().unwrap().iter().filter(|fault| fault["kind"] == kind).count();
    let counted = [
        ("two_steps", 3),
        ("duty_groups", 2),
        ("sections", 3),
        ("cashier", 2),
        ("own_audit", 1),
        ("contract", 1),
        ("leader", 1),
        ("tenure", 1),
        ("vacant", 1),
        ("single", 14),
        ("gone", 3),
        ("unused", 3),
        ("unsigned", 3),
    ];
    for (kind, expected) in counted {
        assert_eq!(count(kind), expected, "{kind}");
    }
    assert_eq!(json["faults"].as_array().unwrap().len(), counted.iter().map(|(_, count)| count).sum::<usize>());
}

#[test]
fn a_sound_table_ends_with_nought() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, contents: &str| std::fs::write(folder.path().join(name), contents).unwrap();
    write("unit.toml", SCENARIO);
    write("people.csv", &roster());
    write("duties.csv", &table(&[], &[]));
    let run = |file: &str| {
        let mut command = Command::cargo_bin("shuanggang").unwrap();
        command
            .args(["duties", file, "unit.toml", "--quiet"])
            .current_dir(folder.path())
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!((run("duties.csv"), run("nothing.csv")), (Some(0), Some(2)));
}
