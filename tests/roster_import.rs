//! Tables of people as personnel offices keep them, and the exact rosters that they become.

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use shuanggang::diag::Diagnostics;
use shuanggang::diag::reading::{DroppedBecause, Reading, SkippedBecause};
use shuanggang::report::diagnostics::{cause, render};
use shuanggang::scenario::import::{Imported, Options, SectionName, import, import_bytes};
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn section(id: &str, name: &str) -> SectionName {
    SectionName { id: id.to_owned(), name: name.to_owned(), name_en: None }
}

/// The roster as lines of CSV.
fn csv(reading: &Reading) -> Vec<String> {
    let head = reading.roster.columns.join(",");
    [head].into_iter().chain(reading.roster.rows.iter().map(|row| row.join(","))).collect()
}

/// Code and cell of each finding.
fn cells(found: &Diagnostics) -> Vec<String> {
    found.as_slice().iter().map(|finding| format!("{} {}", finding.code.id(), finding.place.cell())).collect()
}

fn fill(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write(row, column, *cell).unwrap();
        }
    }
}

/// A list as offices keep it: a title, two rows of heads, sections merged over their people, every form of a month,
/// numbers before the names, a blank row, a total, a note; and another sheet.
fn messy() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "本表由人事科填写").unwrap();
    let sheet = book.add_worksheet().set_name("在职人员").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 10, "某中心在职人员花名册", &plain).unwrap();
    for (column, head) in [(0, "序号"), (1, "所在股室"), (2, "姓 名"), (3, "性别"), (10, "备注")] {
        sheet.merge_range(1, column, 2, column, head, &plain).unwrap();
    }
    sheet.merge_range(1, 4, 1, 5, "时间", &plain).unwrap();
    sheet.merge_range(1, 6, 1, 9, "岗位", &plain).unwrap();
    for (column, head) in [
        (4, "出生年月\n（如1975-03）"),
        (5, "参加工作时间"),
        (6, "编制类型"),
        (7, "职务"),
        (8, "岗位类别"),
        (9, "职称"),
    ] {
        sheet.write(2, column, head).unwrap();
    }
    fill(sheet, 3, &["", "中心领导", "张 三", "男", "1970年5月", "1992.07", "事业编", "主任", "管理六级", ""]);
    fill(sheet, 4, &["", "", "李四", "女", "", "", "在编", "股长", "专技", "高级会计师"]);
    fill(sheet, 5, &["", "", "王五", "女", "19901003", "2013/7/1", "在编", "科员", "专业技术十二级", "会计师"]);
    fill(sheet, 6, &["", "", "赵六", "男", "1985-02", "200807", "在编", "", "工勤", "高级工", "借调至区医保局"]);
    fill(sheet, 8, &["", "稽核股", "钱七", "女", "1996年12月3日", "2020-03", "劳务派遣", "办事员", "", "", ""]);
    fill(sheet, 9, &["合计", "", "5"]);
    fill(sheet, 10, &["注：截至2025年1月"]);
    for row in 3..=8 {
        sheet.write(row, 0, row - 2).unwrap();
    }
    sheet.merge_range(4, 1, 6, 1, "综合服务股", &plain).unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(4, 4, ExcelDateTime::from_ymd(1972, 4, 9).unwrap(), &day).unwrap();
    // 1 August 1993 without a date format.
    sheet.write(4, 5, 34182).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_messy_workbook_becomes_exactly_this_roster() {
    let sections = [section("service", "综合服务股"), section("inspection", "稽核股")];
    let options = Options { sections: Some(&sections), ..Options::default() };
    let Imported { reading, found, .. } = import_bytes("名册.xlsx", messy(), &options);
    assert_eq!(render(&found, &Text::new(Language::English)), "");
    assert_eq!(
        csv(&reading),
        [
            "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home",
            "张三,established,on_duty,leader,male,1970-05,1992-07,management,no,",
            "李四,established,on_duty,section_head,female,1972-04,1993-08,professional,yes,service",
            "王五,established,on_duty,staff,female,1990-10,2013-07,professional,no,service",
            "赵六,established,seconded_out,staff,male,1985-02,2008-07,worker,no,service",
            "钱七,contract,on_duty,staff,female,1996-12,2020-03,contract,no,inspection",
        ]
    );
    let read: Vec<_> = reading.sheets.iter().map(|sheet| (&*sheet.name, sheet.header_row)).collect();
    let others: Vec<_> = reading.other_sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!((read, others), (vec![("在职人员", 3)], vec!["说明"]));
    let skipped: Vec<_> = reading.skipped.iter().map(|row| (row.row, row.why)).collect();
    assert_eq!(skipped, [(10, SkippedBecause::Total), (11, SkippedBecause::Note)]);
    let dropped: Vec<_> = reading.dropped.iter().map(|column| (&*column.cell, column.why)).collect();
    assert_eq!(dropped, [("A3", DroppedBecause::Counts)]);
    // Nothing was written of the rank of 赵六, of two titles, and of who is on duty but for the remark.
    let filled: Vec<_> = reading.defaults.iter().map(|filled| (filled.key, filled.value, filled.count)).collect();
    assert_eq!(filled, [("status", "on_duty", 4), ("senior_title", "no", 2), ("duty_rank", "staff", 1)]);
    let names = reading.columns.iter().find(|column| column.key == "id").unwrap();
    assert_eq!((names.cell.as_str(), names.values, names.conversions.len()), ("C3", 5, 0), "names are not shown");
}

const TABLE: &str =
    "姓名,用工性质,性别,出生年月,参加工作时间,岗位性质,科室\n编甲,在编,男,1975.10,1997-08,管理岗,综合科\n";

#[test]
fn text_in_either_encoding_gives_the_same_roster() {
    let roster = |bytes: Vec<u8>| csv(&import_bytes("名册.csv", bytes, &Options::default()).reading);
    let expected = [
        "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home",
        "编甲,established,on_duty,staff,male,1975-10,1997-08,management,no,综合科",
    ];
    assert_eq!(roster(TABLE.into()), expected);
    assert_eq!(roster(format!("\u{feff}{}", TABLE.replace('\n', "\r\n")).into()), expected);
    assert_eq!(roster(encoding_rs::GB18030.encode(TABLE).0.into_owned()), expected);
    assert_eq!(roster(TABLE.replace(',', "\t").into()), expected);
}

#[test]
fn a_workbook_of_the_old_format_is_read() {
    let Imported { reading, found, .. } = import(Path::new("tests/fixtures/people.xls"), &Options::default());
    assert_eq!(cells(&found), Vec::<String>::new());
    assert_eq!(csv(&reading)[1], "编甲,established,on_duty,staff,male,1975-10,1997-08,management,no,综合科");
}

#[test]
fn our_own_rosters_come_through_unchanged() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/roster.csv");
    let Imported { reading, found, .. } = import(&path, &Options::default());
    assert_eq!(cells(&found), Vec::<String>::new());
    assert_eq!(csv(&reading).join("\n") + "\n", fs::read_to_string(path).unwrap());
    assert_eq!(reading.defaults, []);
}

#[test]
fn identity_numbers_are_refused_by_head_and_by_content() {
    let table =
        TABLE.replace("科室\n", "科室,身份证号,账号,手机\n").replace("综合科\n", "综合科,,11010519491231002X,139\n");
    let refused = import_bytes("名册.csv", table.clone().into(), &Options::default());
    assert_eq!(cells(&refused.found), ["E805 H1", "E805 I1", "E806 J1"].map(str::to_owned));
    let shown = render(&refused.found, &Text::new(Language::Chinese));
    assert!(shown.contains("为保护个人信息不予读入") && !shown.contains("11010519491231002X"), "{shown}");
    let dropped = import_bytes("名册.csv", table.into(), &Options { drop_extra: true, ..Options::default() });
    assert_eq!((cells(&dropped.found), dropped.reading.roster.rows.len()), (vec![], 1));
    let why: Vec<_> = dropped.reading.dropped.iter().map(|column| column.why).collect();
    assert_eq!(why, [DroppedBecause::Identity, DroppedBecause::Identity, DroppedBecause::Unknown]);
}

#[test]
fn every_mistake_is_found_at_once_in_its_cell() {
    let table = "序号,姓名,工号,性别,编制类型,职务,出生年月,参加工作时间,岗位类别,部门,备注\n\
        1,甲一,1,男,聘用,主任,75.3,1997-08,管理,综合服务股,\n\
        2,甲二,2,人,在编,股长,1975.1,1997-08,双肩挑,综合服务部,\n\
        3,甲一,3,,在编,,1980-06,#REF!,专技,稽核股,长期病假\n\
        4,甲四,4,女,合同,,1980-06,1990-01,,,党员\n";
    let sections = [section("service", "综合服务股"), section("inspection", "稽核股")];
    let options = Options { sections: Some(&sections), ..Options::default() };
    let Imported { found, .. } = import_bytes("名册.csv", table.into(), &options);
    assert_eq!(
        cells(&found),
        [
            // Two columns of names.
            "E807 C1", // Hired; director with a section; a year of two digits.
            "E811 E2", "E811 F2", "E812 G2",
            // No sex; January or October; two posts; a section that is not there.
            "E810 D3", "E811 G3", "E811 I3", "E813 J3",
            // The name again; nothing; an error of the spreadsheet.
            "E814 B4", "E809 D4", "E815 H4",
            // No section; at work at nine; and a remark that says nothing.
            "E507 B5", "E512 H5", "W981 K5",
        ]
        .map(str::to_owned)
    );
    let near = found.as_slice().iter().find(|finding| finding.code.id() == "E813").unwrap();
    assert_eq!(near.suggestion.as_deref(), Some("综合服务股"));
    for text in Language::ALL.map(Text::new) {
        let shown = render(&found, &text);
        assert!(!shown.contains("{$") && shown.contains("名册.csv G3"), "{shown}");
    }
    let october = found.as_slice().iter().find(|finding| finding.place.cell() == "G3").unwrap();
    assert_eq!(
        cause(october, &Text::new(Language::Chinese)),
        "“1975.1”可以有不同理解：可能是1月，也可能是10月，表格软件会去掉末尾的0。"
    );
}

#[test]
fn the_right_sheet_is_found_or_asked_for() {
    let book = |names: [&str; 2]| {
        let mut book = Workbook::new();
        for name in names {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, line) in (0..).zip(TABLE.lines()) {
                fill(sheet, row, &line.split(',').collect::<Vec<_>>());
            }
        }
        book.save_to_buffer().unwrap()
    };
    let found = |sheet: Option<&str>| {
        let sheets: Vec<_> = sheet.map(str::to_owned).into_iter().collect();
        let options = Options { sheets: &sheets, ..Options::default() };
        let Imported { reading, found, .. } = import_bytes("x.xlsx", book(["在编", "编外"]), &options);
        (reading.sheets.first().map(|sheet| sheet.name.clone()).unwrap_or_default(), cells(&found))
    };
    assert_eq!(found(None), (String::new(), vec!["E804 A1".to_owned()]));
    assert_eq!(found(Some("编外")), ("编外".to_owned(), vec![]));
    assert_eq!(found(Some("编内")), (String::new(), vec!["E803 A1".to_owned()]));
    let damaged = import_bytes("x.xlsx", b"PK\x03\x04nonsense".to_vec(), &Options::default());
    assert_eq!(cells(&damaged.found), ["E801 A1"]);
    let nothing = import_bytes("x.csv", "a,b\n1,2\n".into(), &Options::default());
    assert_eq!(cells(&nothing.found), ["E802 A1"]);
}

pub(crate) fn run(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = command.args(arguments).env("SHUANGGANG_LANG", "zh").current_dir(folder.path()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_new_scenario_plans_and_takes_the_filled_template() {
    for language in ["zh", "en"] {
        let folder = TempDir::new().unwrap();
        let said = |arguments: &[&str]| {
            let (code, stdout, stderr) = run(&folder, &[arguments, &["--lang", language]].concat());
            assert_eq!(code, 0, "{arguments:?}: {stdout}{stderr}");
            stdout
        };
        said(&["init", "unit"]);
        said(&["plan", "unit/scenario.toml", "-q"]);
        let refused = run(&folder, &["init", "unit"]);
        assert_eq!((refused.0, refused.1.as_str()), (2, ""), "nothing is replaced unasked");
        let workbook = if language == "zh" { "unit/名册.xlsx" } else { "unit/roster.xlsx" };
        let (code, _, stderr) = run(&folder, &["import", workbook]);
        assert!(code == 2 && stderr.contains("E110"), "nobody is in it yet: {stderr}");

        // The template filled in: its own heads, with people below.
        let heads = heads(&folder.path().join(workbook));
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        fill(sheet, 0, &heads.iter().map(String::as_str).collect::<Vec<_>>());
        let people: &[&[&str]] = if language == "zh" {
            &[
                &["张三", "在编", "在岗", "单位领导", "男", "1975-03", "1997-08", "管理", "否", ""],
                &["李四", "在编", "", "股室负责人", "女", "1980-10", "2003-07", "专技", "是", "综合服务股"],
                &[
                    "王五",
                    "在编",
                    "借调在外",
                    "",
                    "女",
                    "1990年1月",
                    "2013-07",
                    "工勤",
                    "",
                    "稽核股",
                    "2025-12",
                    "",
                    "最早",
                ],
                &["赵六", "合同工", "", "", "男", "1995-03", "2019-07", "", "", "综合服务股"],
            ]
        } else {
            &[
                &["Zhang", "established", "on_duty", "leader", "male", "1975-03", "1997-08", "management", "no", ""],
                &[
                    "Li",
                    "established",
                    "",
                    "section_head",
                    "female",
                    "1980-10",
                    "2003-07",
                    "professional",
                    "yes",
                    "service",
                ],
            ]
        };
        for (row, person) in (1..).zip(people) {
            fill(sheet, row, person);
        }
        fs::write(folder.path().join("filled.xlsx"), book.save_to_buffer().unwrap()).unwrap();
        let import = ["import", "filled.xlsx", "--sections", "unit/scenario.toml", "-o", "unit/roster.csv", "--force"];
        assert_eq!(said(&import), "", "the report goes to stderr");
        said(&["plan", "unit/scenario.toml", "-q"]);
        let roster = fs::read_to_string(folder.path().join("unit/roster.csv")).unwrap();
        if language == "zh" {
            let third =
                "王五,established,seconded_out,staff,female,1990-01,2013-07,worker,no,inspection,2025-12,earliest";
            assert_eq!(roster.lines().nth(3), Some(third));
        }
    }
}

/// The first row of a workbook.
fn heads(path: &Path) -> Vec<String> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().next().unwrap().iter().map(ToString::to_string).collect()
}
