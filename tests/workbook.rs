//! The workbook, read back: the numbers are those of the JSON, nothing is computed, the roster is a roster.

use crate::report_fixture::{assessment, unit};
use crate::support::forms::{HOSTILE, document};
use crate::support::paper::Paper;
use crate::support::studied;
use assert_cmd::Command;
use calamine::{Data, Reader, Xlsx};
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::Value;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::chart::{Axes, Chart, Series, Shape};
use shuanggang::render::document::{Block, Cell, Column, Document, Kind, Table, Tone};
use shuanggang::render::line::Line;
use shuanggang::render::{html, json, xlsx};
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::text::{Language, Text};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use tempfile::TempDir;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn written(document: &Document) -> Vec<u8> {
    xlsx::render(document, &Text::new(Language::English)).unwrap()
}

/// The rows of a table by its name, below its head.
fn rows(book: &mut Book, table: &str) -> Vec<Vec<Data>> {
    book.load_tables().unwrap();
    book.table_by_name(table).unwrap().data().rows().map(<[Data]>::to_vec).collect()
}

/// A part of the file as it is.
fn part(bytes: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut contents = String::new();
    file.by_name(name).unwrap().read_to_string(&mut contents).unwrap();
    contents
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
    let matters = rows(&mut book, "matters");
    let expected = plan["matters"].as_array().unwrap();
    assert_eq!(matters.len(), expected.len());
    for (row, matter) in matters.iter().zip(expected) {
        assert_eq!(row[0], Data::String(matter["name"].as_str().unwrap().to_owned()));
        assert!(same(&row[4], &matter["arriving"]), "{row:?}");
        assert!(same(&row[5], &matter["done"]), "{row:?}");
        assert!(same(&row[6], &matter["service_level"]), "{row:?}");
    }
    let people = rows(&mut book, "people");
    let expected = plan["people"].as_array().unwrap();
    assert_eq!(people.len(), expected.len());
    for (row, person) in people.iter().zip(expected) {
        assert_eq!(row[0], Data::String(person["id"].as_str().unwrap().to_owned()));
        assert!(same(&row[3], &person["hours"]), "{row:?}");
    }
}

/// The workbook of the unit with everything beside its plan.
fn studied(language: Language) -> (Document, Vec<u8>) {
    let document = studied::document(language);
    let bytes = xlsx::render(&document, &Text::new(language)).unwrap();
    (document, bytes)
}

#[test]
fn a_topic_has_a_sheet_and_a_table_its_name() {
    for (language, expected) in [
        (Language::Chinese, ["摘要", "事项", "人员", "股室", "多年", "方案", "依据", "名册", "图表"]),
        (
            Language::English,
            ["Summary", "Matters", "People", "Sections", "Years", "Options", "Basis", "Roster", "Charts"],
        ),
    ] {
        let (document, bytes) = studied(language);
        let mut book = open(bytes);
        assert_eq!(book.sheet_names(), expected);
        book.load_tables().unwrap();
        let mut wanted: Vec<_> =
            document.tables().filter(|table| !table.rows.is_empty()).map(|table| table.name.to_owned()).collect();
        let mut named: Vec<_> = book.table_names().into_iter().cloned().collect();
        wanted.sort();
        named.sort();
        assert_eq!(named, wanted);
        for table in document.tables().filter(|table| !table.rows.is_empty()) {
            let found = book.table_by_name(table.name).unwrap();
            let heads: Vec<_> = table.without_ids().columns.iter().map(|column| column.head.to_string()).collect();
            assert_eq!((found.columns(), found.data().height()), (&heads[..], table.rows.len()), "{}", table.name);
        }
        // What is said of the years stands on their sheet.
        assert_eq!(book.table_by_name("timeline").unwrap().sheet_name(), expected[4]);
        assert_eq!(book.table_by_name("statuses").unwrap().sheet_name(), expected[5]);
        // What is counted again stands with the rules and the numbers of the input.
        for name in ["recount", "staff", "rules", "numbers"] {
            assert_eq!(book.table_by_name(name).unwrap().sheet_name(), expected[6], "{name}");
        }
    }
}

#[test]
fn a_long_table_at_the_end_of_a_sheet_has_its_head_on_every_page() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let plan =
        program.args(["plan", "--quiet", "--lang", "en", "--with", "none", "--format", "xlsx"]).output().unwrap();
    let mut book = open(plan.stdout.clone());
    let sheets = book.sheet_names();
    let range = book.worksheet_range("Basis").unwrap();
    let head = range.rows().position(|row| row[0] == Data::String("where".into())).unwrap() + 1;
    assert!(range.height() - head > 200, "{head}");
    let titles = part(&plan.stdout, "xl/workbook.xml");
    assert!(titles.contains(&format!("Basis!${head}:${head}</definedName>")), "{titles}");
    for number in 1..=sheets.len() {
        let sheet = part(&plan.stdout, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>") && sheet.contains("fitToHeight=\"0\""), "{number}");
    }
}

/// A table of names, of sentences, of names: with 92 digits for a page the sentences have what the names leave.
#[test]
fn the_column_of_sentences_is_the_wide_one_and_a_long_table_amid_others_stands_alone() {
    let table = |name, rows: usize| {
        let row = |i: usize| {
            [Cell::from(format!("n{i}")), Cell::from("six words to be read here ".repeat(9)), Cell::from("x")]
        };
        let heads = ["a", "b", "c"].map(|head| Column::new(Kind::Text, head.into()));
        Block::Table(Table::new(name, heads, (0..rows).map(row)))
    };
    let document = Document { title: "t".into(), blocks: vec![table("short", 3)] };
    let bytes = written(&document);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let widths: Vec<f64> = sheet
        .split("<col ")
        .skip(1)
        .map(|col| col.split_once(" width=\"").unwrap().1.split_once('"').unwrap().0.parse().unwrap())
        .collect();
    assert!(widths[1] > 60.0 && widths[0] < 12.0, "{widths:?}");
    let names = |blocks: Vec<Block>| open(written(&Document { title: "t".into(), blocks })).sheet_names();
    let about = || Block::Heading("h".into());
    assert_eq!(names(vec![about(), table("one", 2), table("two", 50)]), ["Summary"]);
    assert_eq!(names(vec![about(), table("one", 50), table("two", 2)]), ["Summary", "h"]);
}

#[test]
fn every_chart_has_its_numbers_and_the_colours_of_the_page() {
    let (document, bytes) = studied(Language::English);
    let charts: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
        .collect();
    let page = html::render(&document, &Text::new(Language::English));
    let colour = |look: &str| {
        let (_, rest) = page.split_once(&format!("--look-{look}: #")).unwrap();
        rest.get(..6).unwrap().to_uppercase()
    };
    let mut book = open(bytes.clone());
    let cells = book.worksheet_range("Charts").unwrap();
    let found: Vec<_> = cells.rows().map(<[Data]>::to_vec).collect();
    // The first column with anything in it is that of the names: the drawings lie before it.
    for (number, chart) in charts.iter().enumerate() {
        let top = found.iter().position(|row| row[0] == Data::String(chart.title.to_string())).unwrap();
        let drawn = part(&bytes, &format!("xl/charts/chart{}.xml", number + 1));
        for (k, series) in chart.series.iter().enumerate() {
            let look = match series.tone {
                Tone::Plain => k.to_string(),
                tone => format!("{tone:?}").to_lowercase(),
            };
            assert!(drawn.contains(&format!("<a:srgbClr val=\"{}\"/>", colour(&look))), "{} {look}", chart.name);
            let value = |row: &Vec<Data>| number_or_none(&row[k + 1]);
            let exact = |i: usize| series.values[i].map(|value| value.to_string().parse::<f64>().unwrap());
            if chart.shape == Shape::Steps {
                continue;
            }
            for (i, category) in chart.categories.iter().enumerate() {
                let row = &found[top + 2 + i];
                assert_eq!(row[0], Data::String(category.to_string()));
                assert!(near(value(row), exact(i)), "{row:?}");
            }
        }
    }
}

/// Of steps: 2 people, from the third month on 1.
#[test]
fn a_step_stands_upright() {
    let months = ["2026-01", "2026-02", "2026-03", "2026-04"];
    let chart = Chart {
        name: "staff",
        title: "People".into(),
        shape: Shape::Steps,
        kind: Kind::Whole,
        axes: Axes::new("month".into(), "people".into()),
        categories: months.map(Line::from).to_vec(),
        series: vec![Series::new("on duty".into(), Tone::Plain, [2, 2, 1, 1].map(Decimal::from))],
    };
    let bytes = written(&Document { title: "t".into(), blocks: vec![Block::Chart(chart)] });
    let mut book = open(bytes.clone());
    let cells = book.worksheet_range("Charts").unwrap();
    let points: Vec<(f64, f64)> = cells
        .rows()
        .skip(2)
        .map(|row| {
            let Data::DateTime(month) = row[0] else { panic!("no date: {:?}", row[0]) };
            (month.as_f64(), number(&row[1]))
        })
        .collect();
    // 2026-01-01 is day 46,023; January has 31 days, February 28, March 31.
    assert_eq!(points, [(46_023.0, 2.0), (46_082.0, 2.0), (46_082.0, 1.0), (46_113.0, 1.0)]);
    let drawn = part(&bytes, "xl/charts/chart1.xml");
    assert!(drawn.contains("<c:lineChart>") && drawn.contains("<c:dateAx>"), "{drawn}");
}

fn number_or_none(data: &Data) -> Option<f64> {
    if data == &Data::Empty { None } else { Some(number(data)) }
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-6,
        (a, b) => a == b,
    }
}

#[test]
fn years_are_numbers_and_nothing_is_left_of_a_solver() {
    let table = Table::new(
        "years",
        [Column::new(Kind::Year, "year".into()), Column::new(Kind::Given, "n".into())],
        [[Cell::from(2026), Cell::from("2.99999999999".parse::<Decimal>().unwrap())]],
    );
    let document = Document { title: "t".into(), blocks: vec![Block::Table(table.clone())] };
    let mut book = open(written(&document));
    assert_eq!(rows(&mut book, "years"), [[Data::Float(2026.0), Data::Float(3.0)]]);
    // As a name, without a comma, in every form.
    assert_eq!(table.rows[0][0].show(Kind::Year), "2026");
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
    assert_eq!(book.sheet_names(), ["Summary", "Basis", "Charts"]);
    book.load_tables().unwrap();
    assert_eq!(book.table_by_name("first").unwrap().columns()[0], HOSTILE[0]);
    let rows = rows(&mut book, "first");
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
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/baseline.toml");
    let expected = people(&fs::read(scenario.with_file_name("roster.csv")).unwrap());
    for (language, sheet) in [("zh", "名册"), ("en", "Roster")] {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("plan.xlsx");
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(["plan", "--quiet", "--lang", language, "--output"]).arg(&file).assert().success();
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(["import", "--quiet", "--format", "csv", "--sheet", sheet, "--sections"]);
        let read = program.arg(&scenario).arg(&file).assert().success().get_output().stdout.clone();
        assert_eq!(people(&read), expected, "{language}");
    }
}

/// What a roster file says of each person, by the names of its columns; what it leaves empty it does not say.
fn people(roster: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut rows = csv::Reader::from_reader(roster);
    let heads = rows.headers().unwrap().clone();
    let said = |row: csv::StringRecord| {
        let cells = heads.iter().zip(&row).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(head, cell)| (head.to_owned(), cell.to_owned())).collect()
    };
    rows.records().map(|row| said(row.unwrap())).collect()
}

#[test]
#[ignore = "needs soffice and calc and pdftotext"]
fn a_printed_workbook_is_as_wide_as_its_pages_and_loses_no_head() {
    let folder = TempDir::new().unwrap();
    let (document, bytes) = studied(Language::Chinese);
    fs::write(folder.path().join("plan.xlsx"), bytes).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).current_dir(folder.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{program}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let home = format!("-env:UserInstallation=file://{}", folder.path().join("office").display());
    run("soffice", &[&home, "--headless", "--convert-to", "pdf", "plan.xlsx"]);
    let paper = Paper::of(&folder.path().join("plan.pdf"));
    for table in document.tables().filter(|table| !table.rows.is_empty()) {
        for column in &table.without_ids().columns {
            let head: String = column.head.as_str().split_whitespace().collect();
            assert!(paper.holds(&head), "{}: {head}", table.name);
        }
    }
    let pages = run("pdfinfo", &["plan.pdf"]);
    let pages: usize = pages.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    // A page a sheet, or two.
    assert!((10..=17).contains(&pages), "{pages}");
}
