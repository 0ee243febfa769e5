//! What might be otherwise, in a workbook: the rows of a sheet are the files that extend a scenario, both ways.

use crate::support::book::{Sheets, cells, changed, minimal};
use assert_cmd::Command;
use calamine::Data;
use pretty_assertions::assert_eq;
use shuanggang::diag::Diagnostics;
use shuanggang::report::diagnostics::{self, render};
use shuanggang::scenario::book::{self, WhatIf};
use shuanggang::scenario::{self, Loaded, Options, library, what_ifs};
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn told(found: &Diagnostics) -> String {
    render(found, &Text::new(Language::Chinese))
}

fn read(bytes: &[u8], what_if: &str) -> Loaded {
    scenario::load_what_if("单位.xlsx", bytes.to_vec(), Some(what_if), &Options::default())
        .unwrap_or_else(|found| panic!("{}", told(&found)))
}

fn load(path: &Path) -> Loaded {
    scenario::load(path).unwrap_or_else(|found| panic!("{}", told(&found)))
}

fn written(base: &Loaded, what_ifs: &[WhatIf], language: Language) -> Vec<u8> {
    book::write::workbook(base, what_ifs, &Text::new(language)).unwrap()
}

#[test]
fn every_shipped_change_is_the_same_in_the_workbook_of_its_unit() {
    let base = load(Path::new("baseline"));
    let all = what_ifs::of(Some(Path::new("baseline"))).unwrap();
    assert_eq!(all.len(), library().iter().filter(|one| one.folder == "hongjiang").count() - 1);
    for language in Language::ALL {
        let bytes = written(&base, &all, language);
        for embedded in library().iter().filter(|one| one.folder == "hongjiang").skip(1) {
            let before = load(Path::new(embedded.name)).unit;
            let name = &before.overlays.last().unwrap().name;
            assert_eq!(read(&bytes, name).unit, before, "{name}");
        }
        // Chosen or not, they are no part of the unit itself.
        let unit = scenario::load_workbook("单位.xlsx", bytes, &Options::default()).unwrap();
        assert_eq!((unit.unit, unit.warnings), (base.unit.clone(), base.warnings.clone()));
    }
}

/// A unit with every key and a change of each kind, in a folder of their own.
fn every_change() -> (TempDir, Loaded) {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbook");
    for name in ["unit.toml", "people.csv", "over.toml"] {
        fs::copy(fixtures.join(name), folder.path().join(name)).unwrap();
    }
    let base = load(&folder.path().join("unit.toml"));
    (folder, base)
}

#[test]
fn whatever_a_file_can_change_a_row_can() {
    let (folder, base) = every_change();
    let before = load(&folder.path().join("over.toml")).unit;
    let all = what_ifs::of(Some(&folder.path().join("unit.toml"))).unwrap();
    assert_eq!(all.len(), 1);
    for language in Language::ALL {
        let bytes = written(&base, &all, language);
        assert_eq!(read(&bytes, "处处改动").unit, before);
        // Back to files, and to a workbook again: the same unit, the same cells.
        let book = folder.path().join(format!("{}.xlsx", language.id()));
        fs::write(&book, &bytes).unwrap();
        let again = what_ifs::of(Some(&book)).unwrap();
        for (path, text) in what_ifs::files(&again, &folder.path().join("unit.toml")) {
            fs::write(&path, text).unwrap();
            assert_eq!(load(&path).unit, before);
            fs::remove_file(path).unwrap();
        }
        assert_eq!(cells(written(&base, &again, language)), cells(bytes));
    }
}

/// The rows of the sheet of what-ifs.
fn rows(sheets: &Sheets) -> Vec<Vec<String>> {
    let (_, cells) = sheets.iter().find(|(name, _)| name == "变动").unwrap();
    let last = cells.keys().map(|(row, _)| *row).max().unwrap();
    let cell = |row: u32, column: u16| cells.get(&(row, column)).map(Data::to_string).unwrap_or_default();
    (2..=last).map(|row| (0..12).map(|column| cell(row, column)).collect()).collect()
}

#[test]
fn a_change_of_people_takes_one_row_and_any_other_value_one() {
    let base = load(Path::new("baseline"));
    let all = what_ifs::of(Some(Path::new("baseline"))).unwrap();
    let rows = rows(&cells(written(&base, &all, Language::Chinese)));
    let of = |name: &str| rows.iter().filter(|row| row[0] == name).map(|row| row[2..].join("|")).collect::<Vec<_>>();
    assert_eq!(of("用编2名"), ["增员|新录|在编|2||稽核部||||"]);
    assert_eq!(of("召回借调2人"), ["召回|编16||||||||", "召回|编17||||||||"]);
    assert_eq!(
        of("跨股室复核"),
        [
            "规则|每人任职股室数|||||股室数上限|2||",
            "规则|每人任职股室数|||||依据|政策选择||",
            "规则|每人任职股室数|||||出处|拟议做法，待本单位确认||"
        ]
    );
    assert_eq!(of("业务量增20%"), ["倍数|volume_up|||||件数倍数|1.2|假设|假设增加20%"]);
    assert_eq!(rows.iter().filter(|row| !row[1].is_empty()).count(), all.len());
}

/// A workbook with a sheet of what-ifs as a person writes it: names, columns in any order, blanks.
const BY_HAND: &str = "变动!A1 = 方案\n变动!B1 = 表\n变动!C1 = 对象\n变动!D1 = 新值\n变动!E1 = 项目\n变动!F1 = 依据\n\
    变动!G1 = 人数\n变动!H1 = 用工形式\n变动!I1 = 股室\n变动!J1 = 基础方案\n\
    变动!A2 = 件数增加\n变动!B2 = 事项\n变动!C2 = 待遇核定\n变动!D2 = 400\n变动!E2 = 全年件数\n变动!F2 = 文件\n\
    变动!D3 = 25\n变动!E3 = 经办用时\n\
    变动!A5 = 再增人\n变动!J5 = 件数增加\n变动!B5 = 增员\n变动!C5 = 新来的 人\n变动!G5 = 2\n变动!H5 = 在编\n变动!I5 = 稽核股\n\
    变动!B6 = 规则\n变动!C6 = 一事双审\n变动!D6 = 否\n变动!E6 = 是否启用\n\
    变动!A7 = 件数增加\n变动!B7 = 单位\n变动!C7 = 单位\n变动!D7 = 2025年3月\n变动!E7 = 测算月份\n";

#[test]
fn a_change_is_written_in_the_words_of_the_workbook() {
    let bytes = changed(minimal(), BY_HAND, false);
    let more = read(&bytes, "件数增加").unit;
    assert_eq!(more.matters[1].arriving.value().to_string(), "400");
    assert_eq!(more.matters[1].steps[0].minutes.value.value().to_string(), "25");
    assert_eq!((more.as_of.to_string(), more.hires.len()), ("2025-03".to_owned(), 0));
    // What is laid over it has it as well.
    let people = read(&bytes, "再增人").unit;
    assert_eq!(people.matters[1].arriving.value().to_string(), "400");
    assert_eq!(people.people.len(), more.people.len() + 2);
    assert!(!people.rules.dual_review && more.rules.dual_review);
    let names: Vec<_> = people.overlays.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["件数增加", "再增人"]);
}

#[test]
fn every_command_takes_a_what_if_by_its_name_and_compare_all_of_them() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = program.current_dir(&folder).args(["--lang", "zh", "--quiet"]).args(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    assert_eq!(run(&["init", "单位.xlsx"]).0, 0);
    let (code, out, _) = run(&["plan", "单位.xlsx#增1人"]);
    assert!(code == 0 && out.contains("先补1人"), "{out}");
    let (code, out, said) = run(&["compare", "单位.xlsx"]);
    assert!(code == 0 && out.contains("增1人") && out.contains("合同工可复核"), "{out}{said}");
    let (code, _, said) = run(&["plan", "单位.xlsx#增一人"]);
    assert!(code == 2 && said.contains("E835") && said.contains("是否应为“增1人”"), "{said}");
    // The same as files, and a workbook of the files again.
    assert_eq!(run(&["convert", "单位.xlsx", "unit.toml"]).0, 0);
    let (_, files, _) = run(&["plan", "unit-增1人.toml", "--format", "csv"]);
    assert_eq!(run(&["plan", "单位.xlsx#增1人", "--format", "csv"]).1, files);
    assert_eq!(run(&["convert", "unit.toml", "再来.xlsx"]).0, 0);
    let (_, again, _) = run(&["plan", "再来.xlsx#增1人", "--format", "csv"]);
    assert_eq!(again, files);
}

#[test]
fn check_tells_what_is_wrong_with_any_of_them() {
    let folder = TempDir::new().unwrap();
    let wrong = format!("{BY_HAND}变动!D2 = -4\n变动!C5 = 新来的 人\n变动!I5 = 没有股\n");
    fs::write(folder.path().join("单位.xlsx"), changed(minimal(), &wrong, false)).unwrap();
    let path = folder.path().join("单位.xlsx");
    // A plan of the unit has nothing to do with them.
    assert!(scenario::load(&path).is_ok());
    let found = what_ifs::load_all(&path, &Options::default()).unwrap_err();
    let places: Vec<_> = found.as_slice().iter().map(|one| (one.code.id(), one.place.cell())).collect();
    assert_eq!(places, [("E301", "D2".to_owned()), ("E203", "I5".to_owned())], "{}", told(&found));
    assert!(told(&found).contains("“全年件数”为 -4"), "{}", told(&found));
    assert!(scenario::load(&folder.path().join("单位.xlsx#件数增加")).is_err());
}

const HEADS: [&str; 13] =
    ["方案", "缘由", "表", "对象", "用工形式", "人数", "月份", "股室", "项目", "新值", "依据", "出处", "基础方案"];

/// The cells of the second row by their columns; code, place and cause of what is found in the scenario 甲.
const MISTAKES: &[(&[&str], &str, &str, &str)] = &[
    (&["甲", "", "业务"], "E103", "C2", "[变动] 中没有“业务”这一项。"),
    (&["甲", "", "人员", "编1"], "E103", "C2", "[变动] 中没有“人员”这一项。"),
    (&["甲", "", "", "待遇核定", "", "", "", "", "全年件数", "3"], "E104", "C2", "[变动] 缺少“表”。"),
    (&["甲", "", "事项", "", "", "", "", "", "全年件数", "3"], "E104", "D2", "[变动] 缺少“对象”。"),
    (&["", "", "事项", "待遇核定", "", "", "", "", "全年件数", "3"], "E104", "A2", "[变动] 缺少“方案”。"),
    (
        &["甲", "", "事项", "待遇核顶", "", "", "", "", "全年件数", "3"],
        "E203",
        "D2",
        "没有名称或编号为“待遇核顶”的事项。",
    ),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "全年件", "3"], "E103", "I2", "[变动] 中没有“全年件”这一项。"),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "全年件数"], "E104", "J2", "[变动] 缺少“新值”。"),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "", "3"], "E104", "I2", "[变动] 缺少“项目”。"),
    (
        &["甲", "", "事项", "待遇核定", "", "", "", "", "全年件数", "许多"],
        "E105",
        "J2",
        "“全年件数”应为整数，写成了文字。",
    ),
    (
        &["甲", "", "事项", "待遇核定", "", "", "", "", "复核用时", "0"],
        "E301",
        "J2",
        "“复核用时”为 0，超出范围（0 < x ≤ 1000000）。",
    ),
    (
        &["甲", "", "事项", "待遇核定", "", "", "", "", "优先级", "首位"],
        "E203",
        "J2",
        "没有名称或编号为“首位”的优先级。",
    ),
    (&["甲", "", "事项", "待遇核定", "", "", "2025-07"], "E834", "G2", ""),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "全年件数", "3", "听说"], "E106", "K2", ""),
    (&["甲", "", "增员", "新录"], "E104", "D2", "[变动] 缺少“用工形式”。"),
    (&["甲", "", "增员", "新录", "正式"], "E106", "E2", ""),
    (&["甲", "", "增员", "新录", "在编", "几个", "", "稽核股"], "E105", "F2", "“人数”应为整数，写成了文字。"),
    (&["甲", "", "增员", "新录", "在编", "1", "明年", "稽核股"], "E305", "G2", "“月份”为“明年”，不是月份。"),
    (&["甲", "", "增员", "新录", "在编", "1", "", "没有股"], "E203", "H2", "没有名称或编号为“没有股”的股室。"),
    (&["甲", "", "离岗", "没有人"], "E203", "D2", "没有名称或编号为“没有人”的人员。"),
    (
        &["甲", "", "规则", "没有规则", "", "", "", "", "是否启用", "否"],
        "E103",
        "D2",
        "[变动] 中没有“没有规则”这一项。",
    ),
    (&["甲", "", "规则", "", "", "", "", "", "是否启用", "否"], "E104", "D2", "[变动] 缺少“对象”。"),
    (
        &["甲", "", "参数", "工作日", "", "", "", "", "全年工作日 25", "250"],
        "E103",
        "I2",
        "[变动] 中没有“全年工作日 25”这一项。",
    ),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "删去", "没有"], "E103", "J2", "[变动] 中没有“没有”这一项。"),
    (&["甲", "", "事项", "待遇核定", "", "", "", "", "删去", "权重"], "E007", "J2", ""),
    (&["甲", "", "离岗", "编5", "", "", "", "", "", "", "", "", "乙"], "E835", "A2", "没有名为“乙”的变动方案。"),
];

#[test]
fn every_mistake_is_found_in_its_cell_and_no_other() {
    let chinese = Text::new(Language::Chinese);
    let mut wrong = Vec::new();
    for (cells, code, place, cause) in MISTAKES {
        let row = |number: usize, cells: &[&str]| {
            let cell =
                |(at, text): (usize, &&str)| format!("变动!{}{number} = {text}\n", char::from(b"ABCDEFGHIJKLM"[at]));
            cells.iter().enumerate().map(cell).collect::<String>()
        };
        let bytes = changed(minimal(), &format!("{}{}", row(1, &HEADS), row(2, cells)), false);
        // Where no scenario is named none can be chosen.
        let chosen = cells.first().filter(|name| !name.is_empty()).copied();
        let found = scenario::load_what_if("单位.xlsx", bytes, chosen, &Options::default());
        let Err(found) = found else { panic!("{cells:?}") };
        let errors: Vec<_> = found.as_slice().iter().filter(|one| one.code.id().starts_with('E')).collect();
        let [one] = errors[..] else { panic!("{cells:?}\n{}", told(&found)) };
        let said = diagnostics::cause(one, &chinese);
        let is_there = one.place.to_string() == format!("单位.xlsx 变动!{place}");
        if !is_there || one.code.id() != *code || !cause.is_empty() && said != *cause {
            wrong.push(format!("{cells:?}\n{}", told(&found)));
        }
    }
    assert_eq!(wrong.join("\n"), "");
    assert!(MISTAKES.len() >= 26);
}
