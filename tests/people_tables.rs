//! Tables of people that say one thing to whoever looks at them and another to a program: nothing is taken silently.

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use rust_xlsxwriter::Workbook;
use shuanggang::diag::Diagnostics;
use shuanggang::diag::reading::{DroppedBecause, Reading, SkippedBecause, Unseen};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::import::{Imported, Options, import, import_bytes};
use shuanggang::scenario::write::anonymise;
use shuanggang::text::{Language, Text};
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/people").join(name)
}

fn read(name: &str, sheets: &[&str]) -> Imported {
    let sheets: Vec<_> = sheets.iter().map(ToString::to_string).collect();
    import(&fixture(name), &Options { sheets: &sheets, ..Options::default() })
}

fn read_csv(text: &str) -> Imported {
    import_bytes("名册.csv", text.into(), &Options::default())
}

/// Code and cell of each finding.
fn cells(found: &Diagnostics) -> Vec<String> {
    found.as_slice().iter().map(|finding| format!("{} {}", finding.code.id(), finding.place.cell())).collect()
}

/// A column of the roster.
fn column<'a>(reading: &'a Reading, key: &str) -> Vec<&'a str> {
    let at = reading.roster.columns.iter().position(|column| *column == key).unwrap();
    reading.roster.rows.iter().map(|row| row[at].as_str()).collect()
}

fn skipped(reading: &Reading) -> Vec<(usize, SkippedBecause)> {
    reading.skipped.iter().map(|row| (row.row, row.why)).collect()
}

/// What the command says, on stdout and stderr together, and its exit code.
fn said(name: &str, options: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = command.arg("import").arg(fixture(name)).args(options).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn of_two_lists_of_people_none_is_taken_by_a_head_more() {
    // 8 heads on the sheet of those who work here, 9 on that of the retired.
    assert_eq!(cells(&read("two-sheets.xlsx", &[]).found), ["E804 A1"]);
    let named = read("two-sheets.xlsx", &["在职人员"]);
    assert_eq!((cells(&named.found), named.reading.roster.rows.len()), (vec![], 4));
}

#[test]
fn sheets_named_together_are_one_list() {
    let book = |second: &str| {
        let mut book = Workbook::new();
        for (name, people) in [("在编", "甲,在编,男,1975-10,1997-08,管理,综合股"), ("临聘", second)] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            let heads = "姓名,编制类型,性别,出生年月,参加工作时间,岗位类别,股室";
            for (row, line) in (0..).zip([heads, people]) {
                for (column, cell) in (0..).zip(line.split(',')) {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
        book.save_to_buffer().unwrap()
    };
    let both = ["在编".to_owned(), "临聘".to_owned()];
    let options = Options { sheets: &both, ..Options::default() };
    let Imported { reading, found, .. } = import_bytes("x.xlsx", book("乙,临聘,女,1990-01,2013-07,,综合股"), &options);
    assert_eq!((cells(&found), column(&reading, "employment")), (vec![], vec!["established", "contract"]));
    let heads: Vec<_> = reading.columns.iter().map(|column| column.cell.as_str()).collect();
    assert_eq!((heads[0], heads[7]), ("在编!A1", "临聘!A1"));
    // Somebody on both sheets is found where the second row stands.
    let Imported { found, .. } = import_bytes("x.xlsx", book("甲,临聘,女,1990-01,2013-07,,综合股"), &options);
    assert!(render(&found, &Text::new(Language::Chinese)).contains("E814　x.xlsx [临聘] A2"));
}

#[test]
fn who_has_left_is_left_out_and_listed() {
    // 甲一 and 乙二 are 在职, 丙三 is 退休, 丁四 is 离职.
    let Imported { reading, found, .. } = read("leavers.xlsx", &[]);
    assert_eq!((cells(&found), column(&reading, "id")), (vec![], vec!["甲一", "乙二"]));
    assert_eq!(skipped(&reading), [(4, SkippedBecause::Left), (5, SkippedBecause::Left)]);
    for (options, words) in [
        (&["--lang", "zh"][..], "已离职、退休或调出，不列入名册：2 行（第 4、5 行）"),
        (&["--lang", "en", "--format", "csv"], "have left, retired or moved away and are not on the roster: rows 2"),
        (&["--format", "json"], "\"left\""),
    ] {
        let (code, text) = said("leavers.xlsx", options);
        assert!(code == 0 && text.to_lowercase().contains(&words.to_lowercase()), "{text}");
    }
}

const HEADS: &str = "姓名,编制类型,性别,出生年月,参加工作时间,岗位类别,职务,科室";

#[test]
fn a_column_that_says_who_has_left_is_not_dropped() {
    let table = format!(
        "{HEADS},去向,离职日期\n甲,在编,男,1975-10,1997-08,管理,科员,综合股,退休,\n乙,在编,男,1975-10,1997-08,管理,科员,综合股,,2023-05\n"
    );
    let options = Options { drop_extra: true, ..Options::default() };
    let Imported { found, .. } = import_bytes("名册.csv", table.into(), &options);
    assert_eq!(cells(&found), ["E816 I1", "E816 J1"]);
}

#[test]
fn what_is_hidden_is_told_whether_it_was_read_or_not() {
    let unseen = |name, sheets: &[&str]| read(name, sheets).reading.sheets[0].unseen.clone();
    assert_eq!(unseen("hidden-rows.xlsx", &[]), Some(Unseen { rows: vec![6], columns: vec![] }));
    let (code, text) = said("hidden-rows.xlsx", &["--lang", "zh"]);
    assert!(code == 0 && text.contains("工作表“Sheet”的隐藏行也已读入：第 6 行"), "{text}");
    let (_, text) = said("hidden-rows.xlsx", &["--lang", "en", "--format", "csv"]);
    assert!(text.contains("Hidden rows") && text.contains(": 6;"), "{text}");

    let Imported { reading, found, .. } = read("hidden-sheet.xlsx", &[]);
    assert_eq!((cells(&found), &*reading.sheets[0].name), (vec![], "在职"));
    let others: Vec<_> = reading.other_sheets.iter().map(|sheet| (&*sheet.name, sheet.is_hidden)).collect();
    assert_eq!(others, [("2019旧表", true)]);
    assert!(said("hidden-sheet.xlsx", &["--lang", "zh"]).1.contains("未读取的隐藏工作表：2019旧表"));

    assert_eq!(cells(&read("only-hidden-sheet.xlsx", &[]).found), ["E804 A1"]);
    let (_, text) = said("only-hidden-sheet.xlsx", &["--lang", "zh"]);
    assert!(text.contains("像名册的工作表都是隐藏的：旧名册"), "{text}");
    assert!(read("only-hidden-sheet.xlsx", &["旧名册"]).reading.sheets[0].is_hidden);
}

#[test]
fn hidden_columns_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip([HEADS, "甲,在编,男,1975-10,1997-08,管理,科员,综合股"]) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.set_column_hidden(6).unwrap();
    sheet.set_column_hidden(20).unwrap();
    let reading = import_bytes("x.xlsx", book.save_to_buffer().unwrap(), &Options::default()).reading;
    assert_eq!(reading.sheets[0].unseen, Some(Unseen { rows: vec![], columns: vec!["G".to_owned()] }));
}

#[test]
fn a_formula_that_was_never_calculated_is_an_error_in_its_cell() {
    let Imported { found, .. } = read("uncalculated.xlsx", &[]);
    assert_eq!(cells(&found), ["E815 H3", "E815 J4"]);
    let shown = render(&found, &Text::new(Language::Chinese));
    assert!(shown.contains("文件中没有保存计算结果") && shown.contains("计算后保存"), "{shown}");
}

#[test]
fn day_numbers_count_from_the_epoch_of_their_workbook() {
    // 24,227 and 25,992 days after 1 January 1904: 1 May 1970 and 1 March 1975.
    for name in ["days-since-1904.xlsx", "days-since-1904.xls"] {
        let Imported { reading, found, .. } = read(name, &[]);
        assert_eq!((cells(&found), &column(&reading, "birth")[..2]), (vec![], &["1970-05", "1975-03"][..]), "{name}");
    }
}

#[test]
fn numbers_that_have_lost_digits_are_refused() {
    // 18 digits may be those of an identity card, of which nothing is repeated.
    let Imported { found, .. } = read("long-numbers.xlsx", &[]);
    assert_eq!((found.as_slice()[0].code.id(), found.as_slice()[0].place.cell()), ("E805", "A1".to_owned()));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip([HEADS, ",在编,男,1975-10,1997-08,管理,科员,综合股"]) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.write(1, 0, 1.234_567_890_123_457e16).unwrap();
    let numbered = import_bytes("x.xlsx", book.save_to_buffer().unwrap(), &Options::default());
    assert_eq!(cells(&numbered.found), ["E811 A2"]);
    let table = format!("{HEADS}\n1.23457E+17,在编,男,1975-10,1997-08,管理,科员,综合股\n");
    assert_eq!(cells(&read_csv(&table).found), ["E811 A2"]);
}

#[test]
fn people_are_called_what_they_are_called() {
    let names = ["买买提·艾力", "买买提•艾力", "张三（女）", "李四*", "Zhang San", "O'Neil", "𫢸𰻝"];
    let person = |name: &&str| format!("{name},在编,男,1975-10,1997-08,管理,科员,综合股\n");
    let Imported { reading, found, .. } =
        read_csv(&format!("{HEADS}\n{}", names.iter().map(person).collect::<String>()));
    assert_eq!((cells(&found), column(&reading, "id")), (vec![], names.to_vec()));
}

#[test]
fn of_two_births_the_personnel_file_decides_or_it_is_asked() {
    let table = |heads: &str| {
        let heads = HEADS.replace("出生年月", heads);
        read_csv(&format!("{heads}\n甲,在编,男,1970-05,1969-05,1997-08,管理,科员,综合股\n"))
    };
    for heads in ["出生年月,档案出生年月", "出生年月（身份证）,出生年月（档案）", "身份证出生日期,档案出生日期"]
    {
        let Imported { reading, found, .. } = table(heads);
        assert_eq!((cells(&found), column(&reading, "birth")), (vec![], vec!["1969-05"]), "{heads}");
        let dropped: Vec<_> = reading.dropped.iter().map(|column| (&*column.cell, column.why)).collect();
        assert_eq!(dropped, [("D1", DroppedBecause::OtherBirth)]);
    }
    assert_eq!(cells(&table("出生年月,出生年月（身份证）").found), ["E807 E1"]);
    let one = HEADS.replace("出生年月", "出生年月（身份证）");
    let one = read_csv(&format!("{one}\n甲,在编,男,1970-05,1997-08,管理,科员,综合股\n"));
    assert_eq!((cells(&one.found), column(&one.reading, "birth")), (vec![], vec!["1970-05"]));
}

#[test]
fn lines_end_as_old_macintosh_programs_end_them() {
    let table = format!("{HEADS}\n甲,在编,男,1975-10,1997-08,管理,科员,综合股\n").replace('\n', "\r");
    for bytes in [table.clone().into_bytes(), encoding_rs::GB18030.encode(&table).0.into_owned()] {
        let Imported { reading, found, .. } = import_bytes("名册.csv", bytes, &Options::default());
        assert_eq!((cells(&found), column(&reading, "birth")), (vec![], vec!["1975-10"]));
    }
}

#[test]
fn subtotals_titles_and_heads_inside_the_table_are_listed() {
    let table = format!(
        "某中心花名册,,,,,,,\n{HEADS}\n甲,在编,男,1975-10,1997-08,管理,科员,综合股\n综合股小计,,,1,,,,\n\
         某中心花名册,,,,,,,\n{HEADS}\n乙,在编,男,1975-10,1997-08,管理,科员,稽核股\n二、编外人员,,,,,,,\n小计,1,,,,,,\n"
    );
    let Imported { reading, found, .. } = read_csv(&table);
    assert_eq!((cells(&found), column(&reading, "id")), (vec![], vec!["甲", "乙"]));
    let expected = [
        (4, SkippedBecause::Total),
        (5, SkippedBecause::Title),
        (6, SkippedBecause::Header),
        (8, SkippedBecause::Title),
        (9, SkippedBecause::Total),
    ];
    assert_eq!(skipped(&reading), expected);
}

#[test]
fn words_of_offices_are_known_or_doubtful() {
    let heads = format!("{HEADS},在岗情况");
    let with = |employment: &str, category: &str, rank: &str, status: &str| {
        let row = format!("甲,{employment},男,1975-10,1997-08,{category},{rank},综合股,{status}");
        let Imported { reading, found, .. } = read_csv(&format!("{heads}\n{row}\n"));
        if !found.has_errors() {
            return ["employment", "post_category", "duty_rank", "status"]
                .map(|key| column(&reading, key)[0])
                .join(" ");
        }
        let why = |finding: &shuanggang::diag::Diagnostic| {
            finding.facts.iter().find(|(key, _)| *key == "why").unwrap().1.clone()
        };
        let said: Vec<_> =
            found.as_slice().iter().map(|finding| format!("{} {}", finding.code.id(), why(finding))).collect();
        said.concat()
    };
    for employment in ["全额拨款", "自收自支", "参照公务员管理", "机关工勤"] {
        assert_eq!(with(employment, "管理", "科员", "在职"), "established management staff on_duty", "{employment}");
    }
    for rank in ["一级科员", "四级主任科员", "驾驶员", "窗口", "科员"] {
        assert_eq!(with("在编", "机关工勤", rank, "在岗"), "established worker staff on_duty", "{rank}");
    }
    for rank in ["办公室主任", "办公室副主任", "财务科副科长", "股长（主持工作）"] {
        assert_eq!(with("在编", "管理", rank, "在岗"), "established management section_head on_duty", "{rank}");
    }
    assert_eq!(with("见习", "管理", "科员", "在岗"), "E811 trainee");
    assert_eq!(with("人事代理", "管理", "科员", "在岗"), "E811 agency");
    assert_eq!(with("在编", "窗口", "科员", "在岗"), "E811 window");
    assert_eq!(with("在编", "管理", "副主任（主持工作）", "在岗"), "E811 director");
    for status in ["产假", "长期病假", "休假在外"] {
        assert_eq!(with("在编", "管理", "科员", status), "established management staff away", "{status}");
    }
    for status in ["病假", "病休"] {
        assert_eq!(with("在编", "管理", "科员", status), "E811 away", "{status}");
    }
}

#[test]
fn a_list_says_what_it_rests_on_or_is_asked() {
    let (code, text) = said("hidden-rows.xlsx", &["--lang", "zh"]);
    assert!(code == 0 && text.contains("没有写明名册来源"), "{text}");
    let source = "人事科2025年1月“在职”名册";
    let (code, text) = said("hidden-rows.xlsx", &["--lang", "zh", "--basis", "document", "--source", source]);
    let lines = format!("- [roster]\n- file = \"roster.csv\"\n- basis = \"document\"\n- source = \"{source}\"\n");
    assert!(code == 0 && text.contains(&lines) && !text.contains("没有写明名册来源"), "{text}");
    assert_eq!(said("hidden-rows.xlsx", &["--basis", "document"]).0, 2);
}

#[test]
fn a_warning_is_told_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("staff.csv");
    let row = |name: &str, sex: &str| format!("{name},在编,{sex},1975-10,1997-08,管理,科员,综合股,党员\n");
    for (sex, warnings) in [("男", 1), ("人", 1)] {
        let table = format!("{HEADS},备注\n{}{}{}", row("甲", "男"), row("乙", "女"), row("丙", sex));
        std::fs::write(&path, table).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = command.arg("import").arg(&path).args(["--lang", "zh"]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(text.matches("W981").count(), warnings, "{text}");
        assert!(text.contains("3 处备注"), "{text}");
    }
}

#[test]
fn months_with_english_names_and_approvals_of_retirement_are_read() {
    let table = "姓名,用工形式,性别,出生年月,参加工作时间,岗位类别,所在股室,拟退休时间,审批依据\n\
                 张三,在编,男,Mar-71,92-Jul,工勤,稽核股,Mar-26,县人社局特殊工种审批表\n\
                 李四,在编,女,1990-10,Jul-13,专技,稽核股,,\n";
    let Imported { reading, found, .. } = read_csv(table);
    assert_eq!(cells(&found), Vec::<String>::new());
    assert_eq!(column(&reading, "birth"), ["1971-03", "1990-10"]);
    assert_eq!(column(&reading, "work_since"), ["1992-07", "2013-07"]);
    // Born 1971-03: of 1926 and 2026 only the second lies after birth.
    assert_eq!(column(&reading, "retirement"), ["2026-03", ""]);
    assert_eq!(column(&reading, "retirement_reason"), ["县人社局特殊工种审批表", ""]);
    let births = reading.columns.iter().find(|column| column.key == "birth").unwrap();
    assert!(births.conversions.iter().any(|read| (&*read.from, &*read.to) == ("Mar-71", "1971-03")));
    // What may be the fifteenth of July is no month.
    assert_eq!(cells(&read_csv(&table.replace("Jul-13", "15-Jul")).found), ["E812 E3"]);
}

#[test]
fn names_in_the_approval_of_a_retirement_get_codes_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名册.csv");
    let table = "姓名,用工形式,性别,出生年月,参加工作时间,岗位类别,所在股室,拟退休时间,审批依据\n\
                 张三,在编,男,1971-03,1992-07,工勤,稽核股,2026-03,张三特殊工种审批表\n";
    std::fs::write(&path, table).unwrap();
    let roster = anonymise::roster_file(&path).unwrap().roster;
    assert!(roster.contains("编01特殊工种审批表") && !roster.contains("张三"), "{roster}");
}
