//! A workbook is a unit: what stands in it is what stands in TOML and CSV, both ways, from whatever program saved it.

use crate::support::book::{Sheets, cells, changed, minimal, said, written};
use assert_cmd::Command;
use calamine::Data;
use pretty_assertions::assert_eq;
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::read::tree::Node;
use shuanggang::scenario::spec::{ALL, Key, Kind, ROSTER, SCENARIO, Table};
use shuanggang::scenario::{self, Loaded, Options, book, library, library::start};
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn read(bytes: Vec<u8>) -> Loaded {
    scenario::load_workbook("单位.xlsx", bytes, &Options::default())
        .unwrap_or_else(|found| panic!("{}", render(&found, &Text::new(Language::English))))
}

fn text_of(loaded: &Loaded) -> Loaded {
    let (scenario, roster) = loaded.to_files("roster.csv");
    scenario::load_text("unit.toml", &scenario, |path| {
        assert_eq!(path, "roster.csv");
        Ok(roster.clone().into_bytes())
    })
    .unwrap_or_else(|found| panic!("{}\n{scenario}", render(&found, &Text::new(Language::English))))
}

#[test]
fn every_shipped_scenario_is_the_same_unit_as_a_workbook_and_back() {
    let mut count = 0;
    let shipped = library().iter().map(|one| (one.name, scenario::load_embedded(one, &Options::default()).unwrap()));
    for (name, before) in shipped.chain([("every key", every_key())]) {
        for language in Language::ALL {
            let bytes = written(&before, language);
            let after = read(bytes.clone());
            assert_eq!(before.unit, after.unit, "{} {}", name, language.id());
            assert_eq!(said(&before), said(&after), "{}", name);
            // Back to text, and to a workbook again: the same cells.
            let text = text_of(&after);
            assert!(before.unit == text.unit, "{}", name);
            assert!(cells(written(&text, language)) == cells(bytes), "{}", name);
            count += 1;
        }
        assert!(text_of(&before).unit == before.unit, "{}", name);
    }
    assert!(count >= 36, "{count}");
}

/// A unit that says something under nearly every key.
fn every_key() -> Loaded {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbook/unit.toml");
    scenario::load(&file).unwrap_or_else(|found| panic!("{}", render(&found, &Text::new(Language::English))))
}

/// The keys of a table that a tree has, each with the name of its table.
fn keys_of(table: &Table, node: &Node, seen: &mut BTreeSet<String>) {
    for entry in node.entries() {
        let Some(key) = table.key(&entry.key) else { continue };
        seen.insert(format!("{}.{}", table.name, key.name));
        match key.kind {
            Kind::Table(of) => keys_of(of, &entry.node, seen),
            Kind::Tables(of, _) => entry.node.as_list().iter().for_each(|item| keys_of(of, item, seen)),
            _ => {}
        }
    }
}

#[test]
fn the_unit_of_every_key_has_nearly_every_key() {
    let loaded = every_key();
    let mut seen = BTreeSet::new();
    keys_of(&SCENARIO, &loaded.tree, &mut seen);
    loaded.people.as_list().iter().for_each(|person| keys_of(&ROSTER, person, &mut seen));
    let is_note = |key: &&Key| ["basis", "source", "note", "name_en", "on"].contains(&key.name);
    let known = ALL.iter().flat_map(|table| {
        table.keys.iter().filter(|key| !is_note(key)).map(|key| format!("{}.{}", table.name, key.name))
    });
    let unseen: Vec<_> = known.filter(|key| !seen.contains(key)).collect();
    // What is said of a file laid over another; the shipped scenarios have that.
    assert_eq!(unseen, [".extends", ".overlay", "overlay.name", "overlay.why"]);
}

#[test]
fn what_is_written_for_a_new_unit_plans_at_once() {
    for language in Language::ALL {
        let text = Text::new(language);
        let loaded = start::example(&text).unwrap();
        let bytes = book::write::example(&loaded, &[], &text).unwrap();
        let unit = read(bytes.clone()).unit;
        assert_eq!((unit.sections.len(), unit.matters.len(), unit.people.len()), (2, 3, 7));
        // Things are told by their names alone.
        let names: Vec<_> = unit.matters.iter().map(|matter| (matter.name.as_str(), matter.name_en.clone())).collect();
        let first = if language == Language::Chinese { "参保登记" } else { "Enrolment" };
        assert_eq!(names[0], (first, None));
        let sheets = cells(bytes.clone());
        let written: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        if language == Language::Chinese {
            let filled = ["说明", "单位", "优先级", "股室", "基数", "事项", "人员", "规则", "参数"];
            // All others are there to be filled in where they are needed.
            let others =
                ["用工类别", "窗口", "倍数", "个别情形", "年休假", "增员", "召回", "离岗", "调动", "经费口径", "口径"];
            assert_eq!(written, [&filled[..], &others].concat());
        } else {
            let heads = sheets.iter().flat_map(|(_, cells)| cells.range(..(1, 0))).map(|(_, head)| head.to_string());
            assert!(
                written.iter().all(|name| name.is_ascii()) && heads.clone().all(|head| head.is_ascii()),
                "{written:?}"
            );
        }
        assert_eq!(bytes, book::write::example(&loaded, &[], &text).unwrap());
    }
}

#[test]
fn columns_may_change_places_and_words_may_be_of_either_language() {
    let before = read(minimal()).unit;
    // Some columns of the sheet of sections: name, duty group, id. The second takes the place of the third.
    let sections = cells(minimal()).into_iter().find(|(name, _)| name == "股室").unwrap().1;
    assert_eq!([(0, 0), (0, 1), (0, 7)].map(|at| sections[&at].to_string()), ["名称*", "岗位类别*", "编号*"]);
    let moved = "股室!B1 = id\n股室!H1 = Duty group\n股室!B3 = service\n股室!H3 = operations\n\
        股室!B4 = inspection\n股室!H4 = 稽核内控\n";
    assert_eq!(read(changed(minimal(), moved, false)).unit, before);
    // A title of one's own, numbers as text, a date for a month, a blank row.
    let also = "单位!C5 = \"2025\"\n事项!A2 = ※ 本表由综合股填写\n人员!F3 = 1975年4月\n";
    assert_eq!(read(changed(minimal(), also, false)).unit, before);
}

#[test]
fn a_thing_without_an_id_has_its_name_for_one() {
    let edits = "股室!H3 =\n股室!H4 =\n事项!A3 = 参保登记（城乡）\n事项!P5 = 参保登记（城乡）\n";
    let unit = read(changed(minimal(), edits, false)).unit;
    assert_eq!(unit.sections.iter().map(|section| section.id.as_str()).collect::<Vec<_>>(), ["综合服务股", "稽核股"]);
    assert_eq!(unit.matters[0].name, "参保登记（城乡）");
}

#[test]
fn a_change_may_be_laid_over_a_workbook() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("单位.xlsx"), minimal()).unwrap();
    let over = "extends = \"单位.xlsx\"\n[overlay]\nname = \"增加件数\"\nwhy = \"测试\"\n\
        [[matter]]\nid = \"payment_check\"\nvolume = 301\n";
    fs::write(folder.path().join("over.toml"), over).unwrap();
    let loaded = scenario::load(&folder.path().join("over.toml")).unwrap();
    assert_eq!(loaded.unit.people.len(), 7);
    assert_eq!(loaded.unit.matters[1].arriving.value().to_string(), "301");
    assert_eq!(loaded.unit.overlays.len(), 1);
    // And the options of the command line over a workbook.
    let options = Options { set: vec!["matter.待遇核定.volume=302".to_owned()], ..Options::default() };
    let loaded = scenario::load_workbook("单位.xlsx", minimal(), &options).unwrap();
    assert_eq!(loaded.unit.matters[1].arriving.value().to_string(), "302");
}

#[test]
fn a_workbook_answers_on_the_command_line_as_its_text_does() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str| folder.path().join(name);
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = program.current_dir(&folder).args(["--lang", "zh", "--quiet"]).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["init", "单位.xlsx"]);
    run(&["convert", "单位.xlsx", "unit.toml"]);
    run(&["convert", "unit.toml", "再来.xlsx"]);
    assert!(fs::read_to_string(file("unit.csv")).unwrap().starts_with("\u{feff}id,"));
    let plan = |scenario: &str| run(&["plan", scenario, "--format", "csv"]);
    assert_eq!(plan("单位.xlsx"), plan("unit.toml"));
    assert_eq!(plan("单位.xlsx"), plan("再来.xlsx"));
    assert!(!run(&["diff", "单位.xlsx", "unit.toml"]).contains("matter."));
}

#[test]
fn no_cell_of_a_workbook_is_obeyed() {
    let sheets: Sheets = cells(changed(minimal(), "股室!A3 = \"@SUM(1)\"\n", false));
    assert!(sheets.iter().any(|(_, cells)| cells.values().any(|cell| *cell == Data::String("@SUM(1)".to_owned()))));
    let unit = read(changed(minimal(), "事项!A4 = \"+1+1\"\n", false)).unit;
    assert_eq!(unit.matters[1].name, "+1+1");
}
