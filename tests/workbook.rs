//! The workbook, read back: the numbers are those of the JSON, nothing is computed, the roster is a roster.

use crate::report_fixture::{assessment, unit};
use crate::support::forms::{HOSTILE, document};
use assert_cmd::Command;
use calamine::{Data, Reader, Xlsx};
use pretty_assertions::assert_eq;
use serde_json::Value;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::{Block, Document};
use shuanggang::render::{json, xlsx};
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::text::{Language, Text};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use tempfile::TempDir;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn written(document: &Document) -> Vec<u8> {
    xlsx::render(document, &Text::new(Language::English)).unwrap()
}

/// The rows of a sheet below its head.
fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(sheet).unwrap().rows().skip(1).map(<[Data]>::to_vec).collect()
}

fn number(data: &Data) -> f64 {
    let Data::Float(number) = data else { panic!("no number: {data:?}") };
    *number
}

/// As many binary digits as a decimal of a report needs.
fn same(data: &Data, json: &Value) -> bool {
    (number(data) - json.as_f64().unwrap()).abs() < 1e-6
}

fn plan() -> (Document, Value) {
    let (unit, text) = (unit(), Text::new(Language::English));
    let assessment = assessment(&unit);
    let document = plan::document(&unit, &assessment, Extras::default(), &text, Detail::Annexed);
    let plan = json::write(&PlanFile::of(&unit, &assessment, None)).unwrap();
    (document, serde_json::from_str(&plan).unwrap())
}

#[test]
fn the_numbers_are_those_of_the_json() {
    let (document, plan) = plan();
    let mut book = open(written(&document));
    let matters = rows(&mut book, "Matters one by one");
    let expected = plan["matters"].as_array().unwrap();
    assert_eq!(matters.len(), expected.len());
    for (row, matter) in matters.iter().zip(expected) {
        assert_eq!(row[0], Data::String(matter["name"].as_str().unwrap().to_owned()));
        assert!(same(&row[4], &matter["arriving"]), "{row:?}");
        assert!(same(&row[5], &matter["done"]), "{row:?}");
        assert!(same(&row[6], &matter["service_level"]), "{row:?}");
    }
    let people = rows(&mut book, "People");
    let expected = plan["people"].as_array().unwrap();
    assert_eq!(people.len(), expected.len());
    for (row, person) in people.iter().zip(expected) {
        assert_eq!(row[0], Data::String(person["id"].as_str().unwrap().to_owned()));
        assert!(same(&row[3], &person["hours"]), "{row:?}");
    }
}

#[test]
fn every_table_has_a_sheet_and_every_chart_its_numbers() {
    let (document, _) = plan();
    let bytes = written(&document);
    let charts: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
        .collect();
    assert_eq!(charts.len(), 2);
    // The parts of a workbook stand under their names in the file.
    for i in 1..=charts.len() {
        let part = format!("xl/charts/chart{i}.xml");
        assert!(bytes.windows(part.len()).any(|window| window == part.as_bytes()), "{part}");
    }
    let mut book = open(bytes);
    let sheets = book.sheet_names();
    assert_eq!(sheets.len(), 2 + document.tables().filter(|table| !table.rows.is_empty()).count());
    assert_eq!((sheets.first().unwrap().as_str(), sheets.last().unwrap().as_str()), ("Report", "Charts"));
    let cells = book.worksheet_range("Charts").unwrap();
    let found: Vec<_> = cells.rows().map(<[Data]>::to_vec).collect();
    for chart in charts {
        let top = found.iter().position(|row| row[0] == Data::String(chart.title.to_string())).unwrap();
        for (i, category) in chart.categories.iter().enumerate() {
            let row = &found[top + 2 + i];
            assert_eq!(row[0], Data::String(category.to_string()));
            for (k, series) in chart.series.iter().enumerate() {
                let value: f64 = series.values[i].unwrap().to_string().parse().unwrap();
                assert!((number(&row[k + 1]) - value).abs() < 1e-9, "{row:?}");
            }
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (document, _) = plan();
    assert!(written(&document) == written(&document));
}

#[test]
fn nothing_in_a_cell_is_obeyed_and_months_are_dates() {
    let mut book = open(written(&document()));
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "{sheet}");
    }
    let sheets = book.sheet_names();
    // Two tables under one heading; what a name may not hold is a space.
    let heading = "<script>document.title= taken <";
    assert_eq!(sheets[1..4], [heading, "<script>document.title= taken 2", "a name of a sheet that is longe"]);
    let rows = rows(&mut book, heading);
    for (row, name) in rows.iter().zip(HOSTILE) {
        assert_eq!(row[0], Data::String(name.to_owned()));
        assert!((number(&row[1]) - 1234.0).abs() < 1e-9 && (number(&row[2]) - 0.5).abs() < 1e-9);
        let Data::DateTime(month) = row[3] else { panic!("no date: {:?}", row[3]) };
        // 2026-02-01 is day 46,054 of the calendar of Excel: 126 years from 1900 with 31 leap days, the 29th of February
        // 1900 that never was, and 31 days of January.
        assert!((month.as_f64() - 46_054.0).abs() < 1e-9, "{month}");
    }
    let Data::String(long) = &rows[5][0] else { panic!("{:?}", rows[5][0]) };
    assert_eq!(long.chars().count(), 32_000);
}

#[test]
fn the_roster_comes_back_as_it_was() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.xlsx");
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    program.args(["plan", "--quiet", "--lang", "zh", "--output"]).arg(&file).assert().success();
    let mut book = open(fs::read(&file).unwrap());
    let sheet = book.worksheet_range("名册").unwrap();
    let cells: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let roster = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/roster.csv");
    let mut expected = csv::ReaderBuilder::new().has_headers(false).from_path(roster).unwrap();
    let expected: Vec<Vec<String>> =
        expected.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    let place = |key: &String| cells[0].iter().position(|head| head == key).unwrap_or_else(|| panic!("{key}"));
    let order: Vec<_> = expected[0].iter().map(place).collect();
    let again: Vec<Vec<String>> = cells.iter().map(|row| order.iter().map(|i| row[*i].clone()).collect()).collect();
    assert_eq!(again, expected);
}
