//! Workbooks that the program makes: from an office's own list of staff, from its examples, with codes for names.

use crate::support::book::cells;
use assert_cmd::Command;
use calamine::Data;
use pretty_assertions::assert_eq;
use rust_xlsxwriter::Workbook;
use shuanggang::scenario;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use tempfile::TempDir;

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = program.current_dir(folder).args(["--lang", "zh"]).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn sheet(bytes: Vec<u8>, name: &str) -> BTreeMap<(u32, u16), Data> {
    cells(bytes).into_iter().find(|(known, _)| known == name).unwrap().1
}

fn texts(bytes: &[u8], begin: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        if part.name().unwrap().starts_with(begin) {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

/// A list as an office keeps it, with a title, numbers nobody needs, and two things that nobody can know.
const ROSTER: [[&str; 9]; 7] = [
    ["某某中心花名册", "", "", "", "", "", "", "", ""],
    ["姓名", "身份证号", "用工形式", "性别", "出生年月", "参加工作时间", "岗位类别", "职务", "所在股室"],
    ["张一", "", "在编", "男", "1975.04", "1997年7月", "管理", "主任", ""],
    ["李二", "", "在编", "女", "1980-03", "2002-08", "管理", "股长", "业务股"],
    ["王三", "", "在编", "女", "1985-06", "2008-01", "专业技术", "", "业务股"],
    ["赵四", "", "聘用", "男", "1990-02", "2012-09", "管理", "", "稽核股"],
    ["孙五", "", "合同工", "不详", "1993-05", "2016-07", "", "", "财务股"],
];

fn roster(folder: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(ROSTER) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    fs::write(folder.join("花名册.xlsx"), book.save_to_buffer().unwrap()).unwrap();
}

#[test]
fn a_unit_begins_with_the_office_own_list_and_says_where_it_is_doubtful() {
    let folder = TempDir::new().unwrap();
    roster(folder.path());
    let (code, said, told) = run(folder.path(), &["init", "--from", "花名册.xlsx", "单位.xlsx"]);
    assert!(code == 0 && said.contains("名册 5 人、股室 3 个"), "{said}{told}");
    let bytes = fs::read(folder.path().join("单位.xlsx")).unwrap();
    let people = sheet(bytes.clone(), "人员");
    let row = |row: u32| {
        (0..10).map(|column| people.get(&(row, column)).map(Data::to_string).unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(row(2)[..7], ["张一", "在编", "在岗", "单位领导", "男", "1975-04", "1997-07"]);
    // What could mean two things, or nothing, stands as the office wrote it, with the reason beside it.
    assert_eq!((&*row(5)[1], &*row(6)[4]), ("聘用", "不详"));
    let notes = texts(&bytes, "xl/comments");
    assert!(notes.contains("“聘用”可以有不同理解") && notes.contains("“性别”写作“不详”"), "{notes}");
    assert!(notes.contains("岗位类别按股室名称填写"));
    let sections = sheet(bytes.clone(), "股室");
    let section = |row: u32| [0, 1].map(|column| sections[&(row, column)].to_string());
    assert_eq!(
        [section(2), section(3), section(4)],
        [
            ["业务股", "业务运行"].map(str::to_owned),
            ["稽核股", "稽核内控"].map(str::to_owned),
            ["财务股", "基金财务"].map(str::to_owned),
        ]
    );
    // Nothing of the numbers nobody needs.
    assert!((0..20).all(|column| people.get(&(0, column)).is_none_or(|head| !head.to_string().contains("身份证"))));
    // The doubts are what check finds, at the same cells; once they are settled it plans.
    let found = scenario::load(&folder.path().join("单位.xlsx")).unwrap_err();
    let places: Vec<_> = found.as_slice().iter().map(|one| one.place.cell()).collect();
    assert_eq!(places, ["B6", "E7"]);
    let settled = crate::support::book::changed(bytes, "人员!B6 = 在编\n人员!E7 = 男\n", false);
    fs::write(folder.path().join("改好.xlsx"), settled).unwrap();
    let (code, said, told) = run(folder.path(), &["plan", "改好.xlsx", "--quiet"]);
    assert!(code == 0, "{said}{told}");
    let (code, _, told) = run(folder.path(), &["init", "--from", "花名册.xlsx", "目录"]);
    assert!(code == 2 && told.contains(".xlsx"), "{told}");
}

#[test]
fn every_unit_of_the_program_is_there_as_a_workbook_with_its_what_ifs() {
    let folder = TempDir::new().unwrap();
    let (_, listed, _) = run(folder.path(), &["examples", "list"]);
    for (name, before) in
        [("hongjiang.xlsx", "baseline"), ("housing-fund.xlsx", "housing-fund"), ("minimal.xlsx", "minimal")]
    {
        assert!(listed.contains(name), "{listed}");
        assert_eq!(run(folder.path(), &["examples", "extract", name, "--quiet"]).0, 0);
        let unit = scenario::load(&folder.path().join(name)).unwrap().unit;
        assert_eq!(unit, scenario::load(Path::new(before)).unwrap().unit);
    }
    let one = scenario::load(&folder.path().join("hongjiang.xlsx#用编1名")).unwrap().unit;
    assert_eq!(one, scenario::load(Path::new("one-established")).unwrap().unit);
}

#[test]
fn a_workbook_without_names_is_the_same_unit() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &["init", "单位.xlsx"]);
    let names = "人员!A3 = 李明\n人员!A4 = 王小红\n人员!A5 = 王红\n规则!C22 = \n变动!A5 = 李明离岗\n变动!B5 = 李明要走\n\
        变动!C5 = 离岗\n变动!D5 = 李明\n";
    let book = fs::read(folder.path().join("单位.xlsx")).unwrap();
    let heads = sheet(book, "事项");
    let source = (0..40)
        .find(|column| {
            heads.get(&(0, *column)).is_some_and(|head| matches!(head, Data::String(head) if head == "出处"))
        })
        .unwrap();
    let names = format!("{names}事项!{}3 = 李明统计\n", char::from(b'A' + u8::try_from(source).unwrap()));
    let bytes = crate::support::book::changed(fs::read(folder.path().join("单位.xlsx")).unwrap(), &names, false);
    fs::write(folder.path().join("王红的单位.xlsx"), bytes).unwrap();
    let (code, said, told) = run(folder.path(), &["anonymise", "王红的单位.xlsx", "外发", "--key", "对照.csv"]);
    assert!(code == 0, "{said}{told}");
    let key = fs::read_to_string(folder.path().join("对照.csv")).unwrap();
    assert!(key.contains("李明,编1") || key.contains("李明,编01"), "{key}");
    let file = fs::read_dir(folder.path().join("外发")).unwrap().next().unwrap().unwrap().path();
    assert!(!file.to_string_lossy().contains("王红"), "{file:?}");
    let bytes = fs::read(&file).unwrap();
    let all = texts(&bytes, "");
    for name in ["李明", "王小红", "王红"] {
        assert!(!all.contains(name), "{name}");
    }
    let (before, after) =
        (scenario::load(&folder.path().join("王红的单位.xlsx")).unwrap().unit, scenario::load(&file).unwrap().unit);
    let births = |unit: &shuanggang::model::Unit| unit.people.iter().map(|person| person.birth).collect::<Vec<_>>();
    assert_eq!(births(&before), births(&after));
    assert_eq!(before.matters.len(), after.matters.len());
    let (code, said, told) = run(folder.path(), &["plan", &format!("{}#编01离岗", file.display()), "--quiet"]);
    assert!(code == 0, "{said}{told}");
}
