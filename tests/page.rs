//! The page, read back: the numbers are those of the JSON, nothing is loaded or run, every chart has its data.

use crate::report_fixture::{assessment, unit};
use crate::support::forms::{HOSTILE, document};
use crate::support::studied;
use pretty_assertions::assert_eq;
use serde_json::Value;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::{Block, Cell, Column, Document, Kind, Table};
use shuanggang::render::{html, json};
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;

fn written(document: &Document) -> String {
    html::render(document, &Text::new(Language::English))
}

fn plan(language: Language) -> (Document, Value) {
    let (unit, text) = (unit(), Text::new(language));
    let assessment = assessment(&unit);
    let document = plan::document(&unit, &assessment, Extras::default(), &text, Detail::Annexed);
    let plan = json::write(&PlanFile::of(&unit, &assessment, None)).unwrap();
    (document, serde_json::from_str(&plan).unwrap())
}

/// What stands between two marks, each time they are found.
fn between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from).skip(1).map(|rest| rest.split_once(to).unwrap().0).collect()
}

/// The cells of the body of a table, as text.
fn table(page: &str, name: &str) -> Vec<Vec<String>> {
    let table = between(page, &format!("<table class=\"table-{name}\">"), "</table>")[0];
    let body = between(table, "<tbody>", "</tbody>")[0];
    let cell = |cell: &str| {
        let (_, content) = cell.split_once('>').unwrap();
        let text: String = content.split('<').map(|piece| piece.rsplit('>').next().unwrap()).collect();
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    let cells = |row: &str| {
        let row = row.replace("<th", "<td").replace("</th>", "</td>");
        between(&row, "<td", "</td>").into_iter().map(cell).collect()
    };
    between(body, "<tr", "</tr>").into_iter().map(cells).collect()
}

/// A shown number as far as it is shown.
fn number(shown: &str) -> f64 {
    let number: f64 = shown.replace([',', '%'], "").parse().unwrap();
    if shown.ends_with('%') { number / 100.0 } else { number }
}

#[test]
fn the_numbers_are_those_of_the_json() {
    let (document, plan) = plan(Language::English);
    let page = written(&document);
    let matters = table(&page, "matters");
    let expected = plan["matters"].as_array().unwrap();
    assert_eq!(matters.len(), expected.len());
    for (row, matter) in matters.iter().zip(expected) {
        let json = |key: &str| matter[key].as_f64().unwrap();
        assert_eq!(row[0], matter["name"].as_str().unwrap());
        assert!((number(&row[4]) - json("arriving")).abs() < 1e-9, "{row:?}");
        assert!((number(&row[5]) - json("done")).abs() <= 0.05, "{row:?}");
        assert!((number(&row[6]) - json("service_level")).abs() <= 0.000_5, "{row:?}");
    }
    let people = table(&page, "people");
    let expected = plan["people"].as_array().unwrap();
    assert_eq!(people.len(), expected.len());
    for (row, person) in people.iter().zip(expected) {
        assert_eq!(row[0], person["id"].as_str().unwrap());
        assert!((number(&row[3]) - person["hours"].as_f64().unwrap()).abs() <= 0.5, "{row:?}");
    }
}

#[test]
fn the_board_shows_who_sits_where() {
    let page = written(&plan(Language::English).0);
    let board = table(&page, "board");
    // The cells stand for handling, review, approval; nobody approves here.
    assert_eq!(board[1], ["城乡居民及工伤保险待遇计发部", "operations", "合01合02", "编04", ""]);
    assert!(page.contains("<ul class=\"chips\"><li>合01</li><li>合02</li></ul>"));
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    for document in [document(), plan(Language::Chinese).0] {
        let page = written(&document);
        let attributes = page.replace("&quot;", "");
        for target in between(&attributes, " href=\"", "\"") {
            assert!(target.starts_with('#') || target == "data:,", "{target}");
        }
        let (style, script) = (between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>"));
        assert_eq!((style.len(), script.len()), (1, 1));
        for forbidden in ["url(", "@import", "http:", "https:", "fetch(", "XMLHttpRequest", "import("] {
            assert!(!style[0].contains(forbidden) && !script[0].contains(forbidden), "{forbidden}");
        }
        for tag in ["<img", "<iframe", "<object", "<embed", "<base", "<form", "<audio", "<video", "<image", "<use"] {
            assert!(!page.contains(tag), "{tag}");
        }
        assert!(page.contains("Content-Security-Policy\" content=\"default-src 'none'"));
    }
}

#[test]
fn every_name_is_text() {
    let page = written(&document());
    // The script of the page is the only one.
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("&lt;script&gt;document.title='taken'&lt;/script&gt;"));
    let first: Vec<_> = table(&page, "first").into_iter().take(HOSTILE.len()).map(|row| row[0].clone()).collect();
    assert_eq!(first, HOSTILE);
}

#[test]
fn every_chart_has_its_data() {
    for document in [document(), plan(Language::English).0, studied::document(Language::English)] {
        let page = written(&document);
        let figures = between(&page, "<figure", "</figure>");
        let charts: Vec<_> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
            .collect();
        assert_eq!(figures.len(), charts.len());
        // Charts of one name are still told apart by who reads them aloud.
        let titles: BTreeSet<_> = figures.iter().map(|figure| between(figure, "<title id=\"", "\"")[0]).collect();
        assert_eq!(titles.len(), charts.len());
        for (figure, chart) in figures.iter().zip(charts) {
            assert!(figure.contains("<svg class=\"drawn\" viewBox=\"0 0 440 "), "{}", chart.name);
            assert!(figure.contains("<title id=\"title-") && figure.contains("<desc id=\"told-"), "{}", chart.name);
            let rows = table(figure, "numbers");
            let told: Vec<_> = chart.told().collect();
            assert_eq!(rows.len(), told.len(), "{}", chart.name);
            for (row, i) in rows.iter().zip(told) {
                let shown =
                    |value: Option<rust_decimal::Decimal>| value.map(|v| chart.kind.show(v)).unwrap_or_default();
                let expected: Vec<_> = chart.series.iter().map(|series| shown(series.values[i])).collect();
                assert_eq!(row[1..], expected, "{}", chart.name);
            }
        }
    }
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let (document, _) = plan(Language::English);
    let page = written(&document);
    let figure = between(&page, "<figure class=\"chart-tiers\">", "</figure>")[0];
    let (_, drawn) = figure.split_once("<svg class=\"drawn\"").unwrap();
    let widths: Vec<f64> =
        between(drawn, "<rect", ">").iter().map(|rect| number(between(rect, " width=\"", "\"")[0])).collect();
    // Tiers by status: 1 0 0, 1 1 0, 0 0 1 of the fixture; equal numbers have equal bars, none has none.
    assert!(widths[0] > 0.0);
    let one = widths[0];
    assert_eq!(widths, [one, 0.0, 0.0, one, one, 0.0, 0.0, 0.0, one]);
}

#[test]
fn a_reader_without_eyes_or_mouse_finds_the_way() {
    for (language, id) in [(Language::Chinese, "zh-Hans"), (Language::English, "en")] {
        let (document, _) = plan(language);
        let page = html::render(&document, &Text::new(language));
        assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{id}\">")));
        for landmark in [
            "<header>",
            "<nav aria-label=\"",
            "<main id=\"content\"",
            "<footer>",
            "<a class=\"skip\" href=\"#content\">",
        ] {
            assert_eq!(page.matches(landmark).count(), 1, "{landmark}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
        assert_eq!(page.matches("<th").count() - page.matches("<thead").count(), page.matches("<th scope=\"").count());
        // Every table and drawing can be reached and scrolled with the keyboard.
        assert_eq!(page.matches("<div class=\"scroll").count(), page.matches("role=\"group\" tabindex=\"0\"").count());
        for target in between(&page, "<li><a href=\"#", "\"") {
            assert!(page.contains(&format!(" id=\"{target}\"")), "{target}");
        }
        let ids = between(&page, " id=\"", "\"");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "an id stands twice");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (document, _) = plan(Language::Chinese);
    assert_eq!(written(&document), written(&document));
    // Kinds are shown as everywhere.
    assert_eq!(Kind::Percent.show("0.7505".parse().unwrap()), "75.1%");
}

/// A source said three times, once more after another: paper has it once in a row, the screen always.
#[test]
fn a_sentence_that_the_row_above_says_too_is_marked() {
    let sources =
        ["a source of numbers", "a source of numbers", "another of them all", "a source of numbers", "x", "x"];
    let heads = ["where", "source"].map(|head| Column::new(Kind::Text, head.into()));
    let rows = sources.map(|source| [Cell::from("n"), Cell::from(source)]);
    let blocks = vec![Block::Table(Table::new("numbers", heads, rows))];
    let page = written(&Document { title: "t".into(), blocks });
    let body = between(&page, "<tbody>", "</tbody>")[0];
    let marked: Vec<bool> = between(body, "<tr>", "</tr>").iter().map(|row| row.contains("same")).collect();
    assert_eq!(marked, [false, true, false, false, false, false]);
    assert_eq!(body.matches("a source of numbers").count(), 3);
}
