//! Mistakes in the workbook of a unit: each is found at its sheet and cell, in the words of the workbook, and nothing
//! else is.

use crate::support::book::{changed, minimal, written};
use pretty_assertions::assert_eq;
use rust_xlsxwriter::Workbook;
use shuanggang::diag::Diagnostics;
use shuanggang::report::diagnostics::{cause, render};
use shuanggang::scenario::{self, Options};
use shuanggang::text::{Language, Text};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;

/// The cells that are changed in the workbook of the smallest unit; code, place and cause of what is found.
type Mistake = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

const CHINESE: &[Mistake] = &[
    // Values of the wrong kind, out of range, unknown.
    ("事项!F4 = 三百", &[("E105", "事项!F4", "“全年件数”应为整数，写成了文字。")]),
    ("事项!F4 = 300件", &[("E105", "事项!F4", "“全年件数”应为整数，写成了文字。")]),
    ("事项!F4 = 300.5", &[("E302", "事项!F4", "“全年件数”为 300.5，应为整数。")]),
    ("事项!L4 = -5", &[("E301", "事项!L4", "“复核用时”为 -5，超出范围（0 < x ≤ 1000000）。")]),
    ("事项!U4 = 每月", &[("E105", "事项!U4", "“须当月办结”应为“是”或“否”，写成了文字。")]),
    ("事项!V4 = 1、13", &[("E301", "事项!V4", "“办理月份”为 13，超出范围（1 ≤ x ≤ 12）。")]),
    ("事项!W4 = 1、2、3", &[("E110", "事项!W4", "“各月收件”有 3 条，应为 12 条。")]),
    ("事项!P5 = 参保登记、参保登记", &[("E111", "事项!P5", "“稽核的事项”中“enrolment”重复。")]),
    (
        "事项!C3 = 财会",
        &[("E106", "事项!C3", "“岗位类别”不能写“财会”，只能写：业务运行、基金财务、数据管理、稽核内控。")],
    ),
    ("事项!D3 = 日常", &[("E203", "事项!D3", "没有名称或编号为“日常”的优先级。")]),
    ("事项!B3 = 综合股", &[("E203", "事项!B3", "没有名称或编号为“综合股”的股室。")]),
    ("事项!AA4 = enrolment", &[("E202", "事项!AA4", "编号“enrolment”重复，AA3 处已用于另一事项。")]),
    ("事项!X4 = 听说", &[("E106", "事项!X4", "“依据”不能写“听说”，只能写：文件、法规、实测、政策选择、假设。")]),
    // What is missing, or two things at once.
    ("事项!A4 =", &[("E104", "事项!A4", "[事项] 缺少“名称”。")]),
    ("事项!J3 =\n事项!K3 = 2", &[("E104", "事项!K3", "[事项] 缺少“经办用时”。")]),
    ("事项!F3 = 100", &[("E402", "事项!G3", "事项“enrolment”的业务量写了两种。")]),
    ("事项!L3 =", &[("E407", "事项!J3", "事项“enrolment”没有 复核 环节，不符合双岗双审，也未说明理由。")]),
    // Heads and sheets.
    ("事项!E1 = 权数", &[("E103", "事项!E1", "[事项] 中没有“权数”这一项。")]),
    ("事项!M1 = 用时", &[("E103", "事项!M1", "[事项] 中没有“用时”这一项。")]),
    ("股室!K3 = 二楼", &[("E832", "股室!K3", "此格所在的列没有列名，不知写的是什么。")]),
    ("台账!A1 = 件数", &[("E831", "台账!A1", "单位的工作簿没有“台账”这张表。")]),
    ("- 基数", &[("E203", "事项!G3", "没有名称或编号为“insured”的驱动因素。")]),
    // Tables that are there once.
    ("单位!C5 = 明年", &[("E105", "单位!C5", "“测算年度”应为整数，写成了文字。")]),
    ("单位!C6 = 2025-13", &[("E305", "单位!C6", "“测算月份”为“2025-13”，不是月份。")]),
    ("单位!C3 =", &[("E104", "单位!A1", "[单位] 缺少“单位名称”。")]),
    ("单位!B8 = 编制人数\n单位!C8 = 8", &[("E103", "单位!B8", "[单位] 中没有“编制人数”这一项。")]),
    ("单位!A8 = 人头\n单位!C8 = 8", &[("E103", "单位!A8", "[单位] 中没有“人头”这一项。")]),
    ("单位!B6 = 测算年度\n单位!C6 = 2026", &[("E102", "单位!B6", "“测算年度”写了两次。")]),
    ("单位!D5 = 文件", &[("E833", "单位!D5", "“文件”写在依据或出处一格，但此项不是数字，不需要依据。")]),
    ("单位!D8 = 文件", &[("E104", "单位!B8", "[单位] 缺少“编制数”。")]),
    ("规则!C2 = 也许", &[("E105", "规则!C2", "“是否启用”应为“是”或“否”，写成了文字。")]),
    ("规则!C5 = 乱写", &[("E106", "规则!C5", "")]),
    ("规则!C36 = 0", &[("E301", "规则!C36", "“任职年限”为 0，超出范围（1 ≤ x ≤ 60）。")]),
    ("参数!B3 = 全年工作日 25\n参数!C3 = 250", &[("E103", "参数!B3", "[参数] 中没有“全年工作日 25”这一项。")]),
    ("参数!C3 = 400", &[("E301", "参数!C3", "“全年工作日 2025”为 400，超出范围（1 ≤ x ≤ 366）。")]),
    // Wishes for leave.
    ("年休假!A1 = 姓名\n年休假!A3 = 编3\n年休假!A4 = 编3", &[("E202", "年休假!A4", "“编3”的年休假已写在 A3 处。")]),
    // People.
    ("人员!E4 = 未知", &[("E810", "人员!E4", "“性别”写作“未知”，不知其意。")]),
    ("人员!F4 = 1980年13月", &[("E812", "人员!F4", "“出生年月”写作“1980年13月”，不是可以辨认的年月。")]),
    ("人员!J4 = 综合股", &[("E813", "人员!J4", "方案中没有股室“综合股”。")]),
    ("人员!A4 = 编1", &[("E814", "人员!A4", "“编1”已在 A3 出现。")]),
    ("人员!C4 = 病假", &[("E811", "人员!C4", "“病假”可以有不同理解：是暂时离开，不知测算时是否计入在岗。")]),
    ("人员!K1 = 手机\n人员!K3 = 1", &[("E806", "人员!K1", "名册不需要“手机”列。")]),
    (
        "人员!K1 = 身份证号\n人员!K3 = 1",
        &[(
            "E805",
            "人员!K1",
            "“身份证号”列为身份证号。测算只用出生年月和性别，不需要身份证号，为保护个人信息不予读入。",
        )],
    ),
    ("人员!F5 = 2030-01", &[("E511", "人员!F5", "“编3”的出生月份在测算月份之后。")]),
    ("- 人员", &[("E104", "单位!A1", "[单位] 缺少“人员”。")]),
    // The same kinds in other columns and sheets.
    ("事项!H3 = 多", &[("E105", "事项!H3", "“发生率”应为数字，写成了文字。")]),
    ("事项!K5 = 0", &[("E301", "事项!K5", "“经办人数”为 0，超出范围（1 ≤ x ≤ 20）。")]),
    ("事项!O4 = 很多", &[("E105", "事项!O4", "“审批人数”应为整数，写成了文字。")]),
    ("事项!T4 = 0", &[("E301", "事项!T4", "“办结时限”为 0，超出范围（1 ≤ x ≤ 366）。")]),
    ("事项!I4 =", &[("E104", "事项!A4", "[事项] 缺少“计件单位”。")]),
    ("事项!B5 =", &[("E104", "事项!A5", "[事项] 缺少“所属股室”。")]),
    ("事项!G3 = 参保人数", &[("E203", "事项!G3", "没有名称或编号为“参保人数”的驱动因素。")]),
    ("事项!Q4 = 参保", &[("E203", "事项!Q4", "没有名称或编号为“参保”的事项。")]),
    ("事项!Q4 = 待遇核定", &[("E417", "事项!Q4", "事项“待遇核定”与“待遇核定”互为先后，成了循环。")]),
    ("基数!B3 = 八千", &[("E105", "基数!B3", "“数量”应为数字，写成了文字。")]),
    ("基数!B3 = -1", &[("E301", "基数!B3", "“数量”为 -1，超出范围（0 ≤ x ≤ 1000000000）。")]),
    ("基数!B3 =", &[("E104", "基数!A3", "[基数] 缺少“数量”。")]),
    ("股室!C3 = 两人", &[("E105", "股室!C3", "“最少人数”应为整数，写成了文字。")]),
    (
        "股室!B3 = 业务",
        &[("E106", "股室!B3", "“岗位类别”不能写“业务”，只能写：业务运行、基金财务、数据管理、稽核内控。")],
    ),
    ("股室!H4 = service", &[("E202", "股室!H4", "编号“service”重复，H3 处已用于另一股室。")]),
    ("优先级!B4 = daily", &[("E202", "优先级!B4", "编号“daily”重复，B3 处已用于另一优先级。")]),
    ("单位!C5 = 1800", &[("E301", "单位!C5", "“测算年度”为 1800，超出范围（2000 ≤ x ≤ 2100）。")]),
    ("参数!C6 = 30", &[("E301", "参数!C6", "“每日工作时间”为 30，超出范围（0 < x ≤ 24）。")]),
    ("参数!C4 = 20", &[("E110", "参数!C4", "“各月工作日 2025”有 1 条，应为 12 条。")]),
    ("人员!B4 = 外包", &[("E810", "人员!B4", "“用工形式”写作“外包”，不知其意。")]),
    ("人员!D4 = 站长", &[("E810", "人员!D4", "“职务”写作“站长”，不知其意。")]),
    ("人员!G4 = 1970-01", &[("E512", "人员!G4", "“编2”参加工作时不满16周岁。")]),
    ("人员!I4 = 也许", &[("E810", "人员!I4", "“高级职称”写作“也许”，不知其意。")]),
    ("人员!F4 =", &[("E809", "人员!F4", "“编2”的“出生年月”没有填写。")]),
];

const ENGLISH: &[Mistake] = &[
    ("Matters!F4 = many", &[("E105", "Matters!F4", "“Volume” must be a whole number, not text.")]),
    ("Matters!D3 = Dayly processing", &[("E203", "Matters!D3", "There is no tier “Dayly processing”.")]),
    ("Matters!A4 =", &[("E104", "Matters!A4", "[Matters] lacks “Name”.")]),
    ("Unit!C5 = soon", &[("E105", "Unit!C5", "“Plan year” must be a whole number, not text.")]),
    ("Sections!B1 = Duties", &[("E103", "Sections!B1", ""), ("E104", "", ""), ("E104", "", "")]),
    ("People!E4 = unknown", &[("E810", "People!E4", "“Sex” is “unknown”, which is not known.")]),
];

fn found(bytes: &[u8], edits: &str) -> Diagnostics {
    let bytes = changed(bytes.to_vec(), edits, false);
    scenario::load_workbook("单位.xlsx", bytes, &Options::default())
        .map_or_else(|errors| errors, |loaded| loaded.warnings)
}

fn compare(bytes: &[u8], mistakes: &[Mistake], text: &Text) {
    let mut wrong = Vec::new();
    for (edits, expected) in mistakes {
        let found = found(bytes, edits);
        let is_same = found.as_slice().len() == expected.len()
            && found.as_slice().iter().zip(*expected).all(|(finding, (code, place, said))| {
                let at = finding.place.to_string();
                let is_there = place.is_empty() || at == format!("单位.xlsx {place}");
                finding.code.id() == *code && is_there && (said.is_empty() || cause(finding, text) == *said)
            });
        if !is_same {
            wrong.push(format!("{edits}\n{}", render(&found, text)));
        }
    }
    assert_eq!(wrong.join("\n"), "");
}

#[test]
fn every_mistake_is_found_in_its_cell_and_no_other() {
    compare(&minimal(), CHINESE, &Text::new(Language::Chinese));
    assert!(CHINESE.len() >= 60, "{}", CHINESE.len());
}

#[test]
fn a_workbook_in_english_is_answered_in_its_words() {
    let loaded = scenario::load("minimal".as_ref()).unwrap();
    let bytes = written(&loaded, Language::English);
    compare(&bytes, ENGLISH, &Text::new(Language::English));
}

#[test]
fn all_mistakes_are_told_at_once_with_what_stands_in_the_cell() {
    let found = found(&minimal(), "事项!F4 = 三百\n人员!E4 = 未知\n单位!C5 = 明年\n");
    let shown = render(&found, &Text::new(Language::Chinese));
    let expected = "\
错误 E810　单位.xlsx 人员!E4
  4 | 未知
    | ^
  “性别”写作“未知”，不知其意。
  改法：改写为其中之一：男、女；已离职、退休的，写“离职”“退休”或删去此行。其他可用的写法见 docs/roster.md。
";
    assert!(shown.contains(expected), "{shown}");
    let expected = "\
错误 E105　单位.xlsx 事项!F4
  4 | 三百
    | ^
  “全年件数”应为整数，写成了文字。
  改法：数字只写数字，不带单位、逗号或文字；“是”“否”照写；一格几项的用“、”隔开。
";
    assert!(shown.contains(expected), "{shown}");
    assert!(shown.ends_with("错误 3 处，提示 0 处。\n"), "{shown}");
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let bytes = changed(minimal(), "事项!A4 = 待遇核定", true);
    let loaded = scenario::load_workbook("单位.xlsx", bytes, &Options::default()).unwrap();
    let [told] = loaded.warnings.as_slice() else { panic!("{:?}", loaded.warnings) };
    assert_eq!((told.code.id(), told.place.to_string().as_str()), ("W908", "单位.xlsx 事项!A4"));
    assert_eq!(cause(told, &Text::new(Language::Chinese)), "第 4 行是隐藏的，内容已照常读取。");
    assert_eq!(loaded.unit.matters.len(), 3);
}

#[test]
fn hidden_sheets_and_columns_are_read_and_told() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap();
    let sheet = book.add_worksheet().set_name("股室").unwrap();
    for (row, cells) in (0..).zip([["名称", "岗位类别", "最少人数"], ["综合服务股", "业务运行", "1"]])
    {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    sheet.set_column_hidden(2).unwrap();
    sheet.set_hidden(true);
    let found = scenario::load_workbook("单位.xlsx", book.save_to_buffer().unwrap(), &Options::default()).unwrap_err();
    let told: Vec<_> = found.as_slice().iter().filter(|one| one.code.id() == "W908").collect();
    let text = Text::new(Language::Chinese);
    let said: Vec<_> = told.iter().map(|one| (one.place.to_string(), cause(one, &text))).collect();
    assert_eq!(
        said,
        [
            ("单位.xlsx 股室!A1".to_owned(), "此表是隐藏的，内容已照常读取。".to_owned()),
            ("单位.xlsx 股室!C1".to_owned(), "C 列是隐藏的，内容已照常读取。".to_owned()),
        ]
    );
    // They were read: what is missing is everything else.
    assert!(found.as_slice().iter().all(|one| one.place.sheet.as_deref() == Some("股室")), "{found:?}");
}

#[test]
fn what_is_no_workbook_is_refused_as_any_roster_is() {
    for (bytes, reason) in
        [(&b"<html><table>"[..], "其实是网页"), (b"format = 1\n", "其实是文本"), (b"PK\x03\x04", "不是工作簿")]
    {
        let found = scenario::load_workbook("单位.xlsx", bytes.to_vec(), &Options::default()).unwrap_err();
        let [told] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(told.code.id(), "E801");
        let said = cause(told, &Text::new(Language::Chinese));
        assert!(said.contains(reason), "{said}");
    }
}

/// A workbook in which a formula has lost its result.
fn uncalculated(bytes: Vec<u8>, formula: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        let stored = format!("<f>{formula}</f><v>0</v>");
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.replace(" t=\"str\"", "").replace(&stored, &format!("<f>{formula}</f>")).as_bytes())
            .unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_formula_is_read_by_its_result_and_needs_one() {
    let bytes = uncalculated(changed(minimal(), "基数!B3 = =4000+4000", false), "4000+4000");
    let found = scenario::load_workbook("单位.xlsx", bytes, &Options::default()).unwrap_err();
    let [told] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((told.code.id(), told.place.to_string().as_str()), ("E815", "单位.xlsx 基数!B3"));
    let said = cause(told, &Text::new(Language::Chinese));
    assert_eq!(said, "此格是公式 =4000+4000，文件中没有保存计算结果。");
    // With its result it is the number.
    let stored = |result: &str| {
        let mut book = Workbook::new();
        for (name, cells) in crate::support::book::cells(minimal()) {
            let sheet = book.add_worksheet().set_name(name.as_str()).unwrap();
            for ((row, column), cell) in &cells {
                match cell {
                    calamine::Data::Float(number) if name == "基数" => {
                        assert!(*number > 0.0);
                        let formula = rust_xlsxwriter::Formula::new("=4000+4000").set_result(result);
                        sheet.write_formula(*row, *column, formula).unwrap()
                    }
                    calamine::Data::Float(number) => sheet.write_number(*row, *column, *number).unwrap(),
                    other => sheet.write_string(*row, *column, other.to_string()).unwrap(),
                };
            }
        }
        scenario::load_workbook("单位.xlsx", book.save_to_buffer().unwrap(), &Options::default())
    };
    assert_eq!(stored("8000").unwrap().unit, scenario::load("minimal".as_ref()).unwrap().unit);
    assert_ne!(stored("8001").unwrap().unit, scenario::load("minimal".as_ref()).unwrap().unit);
}
