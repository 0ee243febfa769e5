//! Figures of a workbook that can be counted again: formulas over the rows of its tables, with their results stored.

use calamine::{Data, Reader, Xlsx};
use pretty_assertions::assert_eq;
use shuanggang::analysis::assess;
use shuanggang::analysis::explain::counts;
use shuanggang::optimise::Settings;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::recount::{Recount, Rows, Term};
use shuanggang::render::document::{Block, Cell, Column, Document, Kind, Table};
use shuanggang::render::xlsx;
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// The workbook of the plan of a unit; of the built-in one where none is named.
fn workbook(scenario: Option<&str>, language: Language) -> Vec<u8> {
    let unit = match scenario {
        Some(file) => scenario::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap().unit,
        None => scenario::embedded().unwrap().unit,
    };
    let settings = Settings::default();
    let assessment = assess(&unit, &settings, &mut ()).unwrap();
    let counts = counts(&unit, &assessment.plan, &assessment.shortfalls, &settings);
    let extras = Extras { counts: &counts, ..Extras::default() };
    let text = Text::new(language);
    xlsx::render(&plan::document(&unit, &assessment, extras, &text, Detail::Annexed), &text).unwrap()
}

/// The rows of the table of figures: what is counted, the number, and the cell in which it stands.
fn figures(bytes: &[u8]) -> Vec<(String, f64, String)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.load_tables().unwrap();
    let table = book.table_by_name("recount").unwrap();
    let sheet = table.sheet_name().to_owned();
    let start = table.data().start().unwrap();
    let rows: Vec<Vec<Data>> = table.data().rows().map(<[Data]>::to_vec).collect();
    let formulas = book.worksheet_formula(&sheet).unwrap();
    let number = |data: &Data| match data {
        Data::Float(number) => *number,
        other => panic!("{other:?}"),
    };
    rows.iter()
        .zip(start.0..)
        .map(|(row, at)| {
            let formula = formulas.get_value((at, start.1 + 1)).cloned().unwrap_or_default();
            (row[0].to_string(), number(&row[1]), formula)
        })
        .collect()
}

/// Of the built-in unit: thirteen posts, twelve people; 36 matters; the headcounts of the roster as its sources have them.
#[test]
fn every_figure_is_a_formula_whose_result_is_stored() {
    let found = figures(&workbook(None, Language::Chinese));
    let shown: Vec<(&str, f64)> = found.iter().map(|(what, number, _)| (&**what, *number)).collect();
    let expected = [
        ("第 1 组须配人员（企业漏报瞒报实地稽核、工伤定点医院监督检查）", 13.0),
        ("第 1 组可任人员", 12.0),
        ("第 1 组缺人", 1.0),
        ("事项", 36.0),
        ("足额", 34.0),
        ("迟滞", 0.0),
        ("停摆", 2.0),
        ("在编", 17.0),
        ("在编在岗", 15.0),
        ("其中单位领导", 3.0),
        ("借调在外", 2.0),
        ("合同工", 17.0),
        ("在岗人员", 32.0),
        ("空编", 8.0),
    ];
    assert_eq!(shown, expected);
    for (what, _, formula) in &found {
        assert!(
            formula.contains("COUNTIF") || formula.contains("ROWS") || formula.contains("SUMIFS"),
            "{what}: {formula}"
        );
    }
    assert!(found.iter().filter(|(_, _, formula)| formula.contains("COUNTIF")).count() >= 10);
}

/// Three rows, two of them “a”; the words are looked for as they stand, and what has no table is a plain number.
#[test]
fn a_formula_counts_the_rows_of_its_table() {
    let column = |key: &str, kind| Column { key: Some(key.to_owned()), head: key.into(), kind };
    let rows = [("a", 2), ("b*\"", 3), ("a", 4)].map(|(word, number)| vec![Cell::from(word), Cell::from(number)]);
    let listed = Table {
        name: "listed",
        columns: vec![column("word", Kind::Text), column("n", Kind::Whole)],
        rows: rows.into(),
    };
    let all = || Rows::of("listed");
    let recounts = [
        vec![Term::Plus(all())],
        vec![Term::Plus(all().word("word", "a".into()))],
        vec![Term::Plus(all().word("word", "a".into()).number("n", 4))],
        vec![Term::Plus(all().word("word", "b*\"".into()).sum("n"))],
        vec![Term::Number(9.into()), Term::Minus(all().sum("n"))],
        vec![Term::Plus(Rows::of("nowhere"))],
        vec![Term::Plus(all().word("nothing", "a".into()))],
    ];
    let cells = recounts.map(|terms| vec![Cell::from("?"), Cell::counted(7, Recount(terms))]);
    let counted = Table {
        name: "recount",
        columns: vec![column("what", Kind::Text), column("n", Kind::Whole)],
        rows: cells.into(),
    };
    let document = Document { title: "t".into(), blocks: vec![Block::Table(listed), Block::Table(counted)] };
    let bytes = xlsx::render(&document, &Text::new(Language::English)).unwrap();
    let formulas: Vec<String> = figures(&bytes).into_iter().map(|(_, _, formula)| formula).collect();
    let (word, n) = ("'Summary'!$A$3:$A$5", "'Summary'!$B$3:$B$5");
    let expected = [
        format!("ROWS({word})"),
        format!("COUNTIF({word},\"a\")"),
        format!("COUNTIFS({word},\"a\",{n},4)"),
        format!("SUMIFS({n},{word},\"b~*\"\"\")"),
        format!("9-SUM({n})"),
        String::new(),
        String::new(),
    ];
    assert_eq!(formulas, expected);
}

/// The same workbook without any stored result, so that whoever opens it has to count.
fn forgotten(bytes: &[u8]) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut write = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..read.len() {
        let mut part = read.by_index(i).unwrap();
        let (name, mut contents) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut contents).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let sheet = String::from_utf8(contents).unwrap();
            let mut pieces = sheet.split("</f><v>");
            let first = pieces.next().unwrap().to_owned();
            let rest = pieces.map(|piece| format!("</f>{}", piece.split_once("</v>").unwrap().1));
            contents = rest.fold(first, |sheet, piece| sheet + &piece).into();
        }
        write.start_file(name, SimpleFileOptions::default()).unwrap();
        write.write_all(&contents).unwrap();
    }
    write.finish().unwrap().into_inner()
}

#[test]
#[ignore = "needs soffice and calc"]
fn another_program_counts_the_same() {
    let folder = TempDir::new().unwrap();
    let units = [None, Some("scenarios/housing-fund/branch.toml"), Some("scenarios/minimal.toml")];
    for (i, (scenario, language)) in
        units.into_iter().flat_map(|unit| [(unit, Language::Chinese), (unit, Language::English)]).enumerate()
    {
        let bytes = workbook(scenario, language);
        let file = folder.path().join(format!("{i}.xlsx"));
        fs::write(&file, forgotten(&bytes)).unwrap();
        let office = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", folder.path().join("office").display()))
            .args(["--headless", "--convert-to", "xlsx", "--outdir"])
            .args([&folder.path().join("counted"), &file])
            .output()
            .unwrap();
        assert!(office.status.success(), "{office:?}");
        let counted = fs::read(folder.path().join(format!("counted/{i}.xlsx"))).unwrap();
        let mut book = Xlsx::new(Cursor::new(counted.clone())).unwrap();
        for sheet in book.sheet_names() {
            let cells = book.worksheet_range(&sheet).unwrap();
            assert!(cells.used_cells().all(|(_, _, data)| !matches!(data, Data::Error(_))), "{sheet}");
        }
        let numbers = |bytes: &[u8]| -> Vec<(String, f64)> {
            figures(bytes).into_iter().map(|(what, number, _)| (what, number)).collect()
        };
        assert_eq!(numbers(&counted), numbers(&bytes), "{scenario:?}");
    }
}
