//! The page on paper: with everything that a plan can carry it stays below twelve sheets, and no table is cut off.

use crate::support::browser::on_path;
use crate::support::paper::Paper;
use crate::support::shipped::{LANGUAGES, UNITS, page};
use pretty_assertions::assert_eq;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Points of the width of A4, and of the margins of the page.
const WIDTH: f64 = 595.28;
const MARGIN: f64 = 34.0;

fn printed(folder: &Path, page: &str) -> PathBuf {
    let file = folder.join("plan.html");
    fs::write(&file, page).unwrap();
    let pdf = folder.join("plan.pdf");
    let status = Command::new(on_path("chromium"))
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", file.display()))
        .stderr(Stdio::null())
        .status();
    assert!(status.unwrap().success());
    pdf
}

fn said(program: &str, arguments: &[&str], pdf: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What stands between two marks, each time they are found.
fn between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from).skip(1).filter_map(|rest| Some(rest.split_once(to)?.0)).collect()
}

/// The text of a piece of a page, without spaces.
fn text(piece: &str) -> String {
    let text: String = piece.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect()
}

#[test]
#[ignore = "needs chromium and pdftotext"]
fn a_printed_page_is_below_twelve_sheets_and_loses_nothing() {
    let units = ["baseline"].into_iter().chain(UNITS);
    for (unit, language) in units.flat_map(|unit| LANGUAGES.map(|language| (unit, language))) {
        let named = format!("{unit} {language}");
        let folder = TempDir::new().unwrap();
        let source = page(&["plan", unit, "--with", "all"], language);
        let pdf = printed(folder.path(), source);
        let info = Command::new("pdfinfo").arg(&pdf).output().unwrap();
        let info = String::from_utf8(info.stdout).unwrap();
        let sheets: usize = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
        assert!((2..12).contains(&sheets), "{named}: {sheets}");
        // The first sheet is the summary: the second begins with what follows it.
        let first = said("pdftotext", &["-f", "1", "-l", "1"], &pdf);
        let source = between(source, "<main", "</main>")[0];
        let lead: String = first.split_whitespace().collect();
        let answers = between(source, "<dl class=\"answers\">", "</dl>")[0];
        assert!(between(answers, "<dt>", "</dt>").iter().all(|question| lead.contains(&text(question))), "{named}");
        // Nothing runs over the edge of its sheet.
        let words = said("pdftotext", &["-bbox"], &pdf);
        let edges = between(&words, "<word ", ">").into_iter().map(|word| {
            let edge = |name: &str| between(word, name, "\"")[0].parse::<f64>().unwrap();
            (edge("xMin=\""), edge("xMax=\""))
        });
        let over: Vec<_> = edges.filter(|(from, to)| *from < MARGIN - 1.0 || *to > WIDTH - MARGIN + 1.0).collect();
        assert_eq!(over, [], "{named}");
        // Nor is it printed smaller than it is set, so that it does not: the smallest signs have 7 points.
        let signs = between(&words, "<word ", "</word>").into_iter().filter_map(|word| {
            let (place, sign) = word.split_once('>')?;
            let edge = |name: &str| between(place, name, "\"")[0].parse::<f64>().unwrap();
            let is_one = sign.chars().count() == 1 && ("一"..="鿿").contains(&sign);
            is_one.then(|| edge("xMax=\"") - edge("xMin=\""))
        });
        let small: Vec<_> = signs.filter(|width| *width < 6.9).collect();
        assert!(small.is_empty(), "{named}: {small:?}");
        // A table that goes on in another column or on another sheet has its heads there too.
        if unit == "baseline" {
            // Where it is said else: as a head of one table and in its note, or of two tables and in the note.
            let (head, once) = if language == "zh" { ("任岗人员", 2) } else { ("hours held", 3) };
            let all = said("pdftotext", &["-layout"], &pdf);
            assert!(all.matches(head).count() > once, "{named}: {}", all.matches(head).count());
        }
        // Every head is there as one; what a chart prints is not printed again as its table of numbers.
        let paper = Paper::of(&pdf);
        let mut heads = 0;
        let tables = between(source, "<table ", "</thead>");
        // Nor is the roster: the numbers of the input say the same.
        let is_shown = |table: &&str| ["table-numbers", "table-roster"].iter().all(|not| !table.contains(not));
        for table in tables.into_iter().filter(is_shown) {
            for head in between(table, "<th ", "</th>") {
                let head = text(head.split_once('>').unwrap().1);
                assert!(paper.holds(&head), "{named}: {head}");
                assert!(!paper.holds(&format!("{head}·")), "{named}: {head}");
                heads += 1;
            }
        }
        assert!(heads > if unit == "baseline" { 100 } else { 30 }, "{named}: {heads}");
    }
}
