//! `check --mark`: the same workbook with every finding as a coloured cell and a comment, nothing else changed.

use crate::support::book::{cells, changed, minimal, parts};
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use shuanggang::render::xlsx::marks::{Mark, Tone, mark};
use shuanggang::report::diagnostics::cause;
use shuanggang::report::marks::{is_mark, marks};
use shuanggang::scenario::{self, Options};
use shuanggang::text::{Language, Text};
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

type Parts = BTreeMap<String, Vec<u8>>;

fn text(parts: &Parts, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

const MISTAKES: &str = "事项!F4 = 三百\n人员!E4 = 未知\n单位!C5 = 明年\n股室!Z3 = 二楼\n事项!A9 = 新事项\n";

/// A workbook with mistakes, the same with marks, and what was marked.
fn marked(mistakes: &str) -> (Vec<u8>, Vec<u8>, Vec<Mark>) {
    let bytes = changed(minimal(), mistakes, false);
    let found = scenario::load_workbook("单位.xlsx", bytes.clone(), &Options::default()).unwrap_err();
    let marks = marks(&found, "单位.xlsx", &Text::new(Language::Chinese));
    assert_eq!(marks.len(), found.as_slice().len());
    (mark(&bytes, &marks, &is_mark).unwrap_or_else(|| panic!("{mistakes}")), bytes, marks)
}

#[test]
fn only_what_a_mark_needs_is_changed() {
    let (after, before, _) = marked(MISTAKES);
    let (new, old) = (parts(&after), parts(&before));
    let kept: Vec<_> = old.iter().filter(|(name, bytes)| new.get(*name) == Some(bytes)).map(|(name, _)| name).collect();
    let changed: Vec<_> = old.keys().filter(|name| !kept.contains(name)).collect();
    // 单位, 股室, 事项 and 人员 are the sheets 2, 4, 6 and 7.
    let sheets = [2, 4, 6, 7].map(|number| format!("xl/worksheets/sheet{number}.xml"));
    let expected: Vec<_> =
        ["[Content_Types].xml".to_owned(), "xl/styles.xml".to_owned()].into_iter().chain(sheets).collect();
    assert_eq!(changed.into_iter().cloned().collect::<Vec<_>>(), expected);
    let added: Vec<_> = new.keys().filter(|name| !old.contains_key(*name)).cloned().collect();
    assert_eq!(added.len(), 4 * 3, "{added:?}");
    // What every cell says is what it said.
    assert_eq!(cells(after), cells(before));
}

#[test]
fn every_finding_is_a_coloured_cell_with_its_words() {
    let (after, _, marks) = marked(MISTAKES);
    let parts = parts(&after);
    let styles = text(&parts, "xl/styles.xml");
    let number = |colour: &str| styles.split("<fill>").skip(1).position(|fill| fill.contains(colour)).unwrap();
    let red = number("FFFFC7CE");
    let formats: Vec<_> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    for (sheet, part) in [("单位", 2), ("股室", 4), ("事项", 6), ("人员", 7)] {
        let sheet_text = text(&parts, &format!("xl/worksheets/sheet{part}.xml"));
        let relations = text(&parts, &format!("xl/worksheets/_rels/sheet{part}.xml.rels"));
        let (_, rest) = relations.split_once("/comments\" Target=\"/").unwrap();
        let comments = text(&parts, rest.split('"').next().unwrap());
        assert!(sheet_text.contains("<legacyDrawing "));
        for mark in marks.iter().filter(|mark| mark.sheet == sheet) {
            let name = format!("{}{}", char::from(b'A' + u8::try_from(mark.column - 1).unwrap()), mark.row);
            let (_, cell) = sheet_text.split_once(&format!("<c r=\"{name}\"")).unwrap_or_else(|| panic!("{name}"));
            let (_, style) = cell.split_once("s=\"").unwrap();
            let format: usize = style.split('"').next().unwrap().parse().unwrap();
            assert!(formats[format].contains(&format!("fillId=\"{red}\"")), "{name}");
            let (_, comment) = comments.split_once(&format!("<comment ref=\"{name}\"")).unwrap();
            let said = comment.split("</comment>").next().unwrap();
            for line in mark.note.lines() {
                assert!(said.contains(&line.replace('"', "&quot;").replace('<', "&lt;")), "{line} in {said}");
            }
        }
    }
}

#[test]
fn a_mark_says_what_the_terminal_says() {
    let bytes = changed(minimal(), "事项!F4 = 三百\n", false);
    let found = scenario::load_workbook("单位.xlsx", bytes, &Options::default()).unwrap_err();
    let chinese = Text::new(Language::Chinese);
    let [mark] = &marks(&found, "单位.xlsx", &chinese)[..] else { panic!("{found:?}") };
    assert_eq!((mark.sheet.as_str(), mark.row, mark.column, mark.tone), ("事项", 4, 6, Tone::Wrong));
    let lines: Vec<_> = mark.note.lines().collect();
    assert_eq!(lines[0], "错误 E105");
    assert_eq!(lines[1], cause(&found.as_slice()[0], &chinese));
    assert!(lines[2].starts_with("改法："));
    assert!(marks(&found, "别的.xlsx", &chinese).is_empty());
}

#[test]
fn a_second_mark_at_a_cell_is_added_to_its_comment() {
    let mark_at =
        |note: &str| Mark { sheet: "事项".into(), row: 4, column: 6, tone: Tone::Doubtful, note: note.into() };
    let once = mark(&minimal(), &[mark_at("甲 <1>")], &is_mark).unwrap();
    let twice = mark(&once, &[mark_at("乙")], &is_mark).unwrap();
    let comments = text(&parts(&twice), "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ").count(), 1, "{comments}");
    assert!(comments.contains("甲 &lt;1&gt;") && comments.contains("乙"), "{comments}");
    assert_eq!(text(&parts(&twice), "xl/drawings/vmlDrawing1.vml").matches("_x0000_s").count(), 2);
    assert_eq!(mark(&once, &[Mark { sheet: "没有".into(), ..mark_at("丙") }], &is_mark), None);
    assert_eq!(mark(b"PK", &[mark_at("丙")], &is_mark), None);
}

#[test]
fn check_writes_the_workbook_once_more_and_ends_as_ever() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("单位.xlsx"), changed(minimal(), MISTAKES, false)).unwrap();
    fs::write(folder.path().join("好.xlsx"), minimal()).unwrap();
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = program.current_dir(&folder).args(["check", "--lang", "zh"]).args(arguments).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&["单位.xlsx", "--mark", "标注.xlsx"]);
    assert_eq!(code, 2);
    assert!(said.contains("已标注 5 格，见 标注.xlsx。") && said.contains("E105"), "{said}");
    let again = scenario::load(&folder.path().join("标注.xlsx")).unwrap_err();
    let before = scenario::load(&folder.path().join("单位.xlsx")).unwrap_err();
    let places = |found: &shuanggang::diag::Diagnostics| {
        found.as_slice().iter().map(|one| (one.code, one.place.sheet.clone(), one.place.cell())).collect::<Vec<_>>()
    };
    assert_eq!(places(&again), places(&before));
    // Nothing to mark: the same bytes.
    assert_eq!(run(&["好.xlsx", "--mark", "好2.xlsx"]).0, 0);
    let bytes_of = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(bytes_of("好.xlsx") == bytes_of("好2.xlsx"));
    for (arguments, said) in [
        (["好.xlsx", "--mark", "好.xlsx"], "须写另一个文件名"),
        (["minimal", "--mark", "新.xlsx"], "只用于 .xlsx 工作簿"),
        (["好.xlsx", "--mark", "好2.xlsx"], "--force"),
    ] {
        let (code, told) = run(&arguments);
        assert!(code == 2 && told.contains(said), "{told}");
    }
}

/// Where the colours of marks are: sheet part, cell, number of the format.
fn coloured(bytes: &[u8]) -> Vec<(String, String)> {
    let parts = parts(bytes);
    let styles = text(&parts, "xl/styles.xml");
    let is_mark = |fill: &str| fill.contains("FFFFC7CE") || fill.contains("FFFFEB9C");
    let fills: Vec<_> = styles.split("<fill>").skip(1).map(is_mark).collect();
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().split("<xf ").skip(1);
    let fill =
        |format: &str| format.split("fillId=\"").nth(1).unwrap().split('"').next().unwrap().parse::<usize>().unwrap();
    let marked: Vec<bool> = formats.map(|format| fills[fill(format)]).collect();
    let mut found = Vec::new();
    for name in parts.keys().filter(|name| name.starts_with("xl/worksheets/sheet")) {
        let sheet = text(&parts, name);
        for cell in sheet.split("<c r=\"").skip(1) {
            let tag = cell.split('>').next().unwrap();
            let format = tag.split("s=\"").nth(1).map_or(0, |rest| rest.split('"').next().unwrap().parse().unwrap());
            if marked[format] {
                found.push((name.clone(), tag.split('"').next().unwrap().to_owned()));
            }
        }
    }
    found
}

fn comments(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    let all = parts.keys().filter(|name| name.starts_with("xl/comments")).map(|name| text(&parts, name));
    all.flat_map(|part| part.split("<comment ").skip(1).map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn boxes(bytes: &[u8]) -> usize {
    let parts = parts(bytes);
    let all = parts.keys().filter(|name| name.starts_with("xl/drawings/vmlDrawing")).map(|name| text(&parts, name));
    all.map(|part| part.matches("<v:shape ").count()).sum()
}

#[test]
fn marks_are_renewed_and_those_of_mistakes_put_right_go() {
    let (once, before, marks) = marked(MISTAKES);
    assert_eq!((coloured(&once).len(), comments(&once).len(), boxes(&once)), (5, 5, 5));
    // The same once more: nothing is said twice.
    let twice = mark(&once, &marks, &is_mark).unwrap();
    assert_eq!((coloured(&twice), comments(&twice).len(), boxes(&twice)), (coloured(&once), 5, 5));
    assert_eq!(comments(&twice).concat().matches("E105").count(), comments(&once).concat().matches("E105").count());
    // One mistake is put right.
    let fewer: Vec<_> = marks.iter().filter(|mark| mark.sheet != "人员").cloned().collect();
    let fresh = mark(&before, &fewer, &is_mark).unwrap();
    let renewed = mark(&once, &fewer, &is_mark).unwrap();
    assert_eq!((coloured(&renewed), comments(&renewed).len(), boxes(&renewed)), (coloured(&fresh), 4, 4));
    // All are put right: every cell looks as it did, and only what says where comments are is left.
    let clean = mark(&once, &[], &is_mark).unwrap();
    assert_eq!((coloured(&clean), comments(&clean).len(), boxes(&clean)), (Vec::new(), 0, 0));
    let (old, new) = (parts(&before), parts(&clean));
    for number in [2, 6, 7] {
        let name = format!("xl/worksheets/sheet{number}.xml");
        let drawing = text(&new, &name);
        let (head, rest) = drawing.split_once("<legacyDrawing ").unwrap();
        // The first format is that of cells without one.
        let plain = format!("{head}{}", rest.split_once("/>").unwrap().1).replace(" s=\"0\"", "");
        assert_eq!(plain, text(&old, &name));
    }
    assert_eq!(cells(clean.clone()), cells(before));
    assert!(mark(&clean, &[], &is_mark).unwrap() == clean);
}

#[test]
fn what_others_say_at_a_marked_cell_stays() {
    let at = |note: &str| Mark { sheet: "事项".into(), row: 4, column: 6, tone: Tone::Wrong, note: note.into() };
    let (own, ours) = ("王股长：请核对<b>\n\n错误 见附件", "错误 E105\n“全年件数”应为整数。\n改法：写数字。");
    assert!(is_mark(ours) && !is_mark("错误 见附件") && is_mark("warning W901 at\nx"));
    let both = mark(&mark(&minimal(), &[at(own)], &is_mark).unwrap(), &[at(ours)], &is_mark).unwrap();
    let clean = mark(&both, &[], &is_mark).unwrap();
    let [said] = &comments(&clean)[..] else { panic!() };
    assert!(
        said.contains("王股长：请核对&lt;b&gt;") && said.contains("错误 见附件") && !said.contains("E105"),
        "{said}"
    );
    // A program that made one text of both leaves them apart all the same.
    let one = text(&parts(&both), "xl/comments1.xml").replace("</t></r><r><t xml:space=\"preserve\">", "");
    let mut package = parts(&both);
    package.insert("xl/comments1.xml".to_owned(), one.into_bytes());
    let clean = mark(&crate::support::book::packed(&package), &[], &is_mark).unwrap();
    let [said] = &comments(&clean)[..] else { panic!() };
    assert!(
        said.contains("王股长：请核对&lt;b&gt;") && said.contains("错误 见附件") && !said.contains("E105"),
        "{said}"
    );
}
