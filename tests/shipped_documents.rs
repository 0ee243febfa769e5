//! Pages, workbooks and letters of the other shipped units, in both languages: read back, the numbers are those of the
//! JSON, and the same unit gives the same bytes.

use crate::support::book::cells;
use crate::support::docx::Package;
use crate::support::shipped::{LANGUAGES, UNITS, files, files_anew, page, written};
use calamine::{Data, Reader, Xlsx};
use pretty_assertions::assert_eq;
use serde_json::Value;
use std::io::Cursor;

fn json(command: &str, unit: &str) -> Value {
    serde_json::from_slice(written(&[command, unit], "en", "json")).unwrap()
}

/// The texts of the cells of the body of a table of a page.
fn rows_of(page: &str, name: &str) -> Vec<Vec<String>> {
    let table = page.split(&format!("<table class=\"table-{name}")).nth(1).unwrap().split("</table>").next().unwrap();
    let body = table.split("<tbody>").nth(1).unwrap().replace("<th", "<td");
    let text = |cell: &str| -> String { cell.split('<').map(|piece| piece.rsplit('>').next().unwrap()).collect() };
    let cells = |row: &str| row.split("<td").skip(1).map(|cell| text(cell.split_once('>').unwrap().1)).collect();
    body.split("<tr").skip(1).map(cells).collect()
}

/// Whether a command or an option stands in what management reads.
fn names_a_command(said: &str) -> bool {
    let is_name = |after: &str| after.starts_with(|c: char| c.is_ascii_lowercase());
    ["--", "shuanggang "].iter().any(|mark| said.split(mark).skip(1).any(is_name))
}

fn is_chinese(said: &str) -> bool {
    said.chars().any(|c| ('一'..='鿿').contains(&c))
}

fn approves(plan: &Value) -> bool {
    plan["posts"].as_array().unwrap().iter().any(|post| post["id"].as_str().unwrap().ends_with("/approve"))
}

/// A number as far as it is shown.
fn number(shown: &str) -> f64 {
    let number: f64 = shown.replace([',', '%'], "").parse().unwrap_or_else(|_| panic!("no number: {shown}"));
    if shown.ends_with('%') { number / 100.0 } else { number }
}

#[test]
fn pages_and_workbooks_hold_the_numbers_of_the_json() {
    for unit in UNITS {
        let plan = json("plan", unit);
        let matters = plan["matters"].as_array().unwrap();
        let of = |matter: &Value, key: &str| matter[key].as_f64().unwrap();
        for language in LANGUAGES {
            let page = page(&["plan", unit], language);
            let shown = rows_of(page, "matters");
            let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert!(!names_a_command(main), "{unit} {language}");
            // The year and its word are not torn apart on a phone; nor is there a column of a step that nobody does.
            assert!(language == "en" || page.contains("\u{2060}年"), "{unit}");
            let board = page.split("<table class=\"table-board").nth(1).unwrap().split("</thead>").next().unwrap();
            assert_eq!(board.contains("</th><th scope=\"col\">approve"), language == "en" && approves(&plan), "{unit}");
            // Nothing stalls in the treasury office: there is no heading over nothing.
            let counts = page.contains("岗位和人员核数") || page.contains("Posts and people counted");
            assert_eq!(counts, unit != "treasury", "{unit} {language}");
            assert_eq!(shown.len(), matters.len(), "{unit} {language}");
            let book = written(&["plan", unit], language, "xlsx");
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
            book.load_tables().unwrap();
            let kept: Vec<Vec<Data>> =
                book.table_by_name("matters").unwrap().data().rows().map(<[Data]>::to_vec).collect();
            assert_eq!(kept.len(), matters.len(), "{unit} {language}");
            assert!(language == "zh" || !shown.iter().any(|row| is_chinese(&row[3])), "{unit}: {:?}", shown[0]);
            for ((row, cells), matter) in shown.iter().zip(&kept).zip(matters) {
                if language == "zh" {
                    assert_eq!(row[0], matter["name"].as_str().unwrap());
                    assert_eq!(cells[0].to_string(), row[0]);
                }
                for (column, key, off) in [(4, "arriving", 1e-9), (5, "done", 0.05), (6, "service_level", 0.000_5)] {
                    assert!((number(&row[column]) - of(matter, key)).abs() <= off, "{unit} {language}: {row:?}");
                    let Data::Float(kept) = cells[column] else { panic!("{unit} {language}: {cells:?}") };
                    assert!((kept - of(matter, key)).abs() < 1e-6, "{unit} {language}: {cells:?}");
                }
            }
        }
    }
}

/// The headcounts, what cannot be done and how many are asked for are in the letter as the other commands say them.
#[test]
fn letters_hold_the_numbers_of_the_json() {
    let mut asked = 0;
    for unit in UNITS {
        let (plan, hire) = (json("plan", unit), json("hire", unit));
        let letter = written(&["request", unit], "zh", "docx");
        let said = Package::read(letter).xml("word/document.xml").said();
        let count = |key: &str| plan["headcount"][key].as_u64().unwrap_or_default();
        let books = if count("on_duty") == count("on_books") {
            format!("在编{}人，均在岗", count("on_books"))
        } else {
            format!("在编{}人，其中在岗{}人", count("on_books"), count("on_duty"))
        };
        assert!(said.contains(&books), "{said}");
        let of = |status: &str| -> Vec<&str> {
            let matters = plan["matters"].as_array().unwrap().iter().filter(|matter| matter["status"] == status);
            matters.map(|matter| matter["name"].as_str().unwrap()).collect()
        };
        let full = of("full").len();
        let total = plan["matters"].as_array().unwrap().len();
        let served = format!("{total}项事项中，足额办理{full}项");
        let served = if full == total { format!("{total}项事项均足额办理") } else { served };
        assert!(said.contains(&served), "{unit}: {said}");
        for (status, word) in [("stalled", "不能办理的"), ("slowed", "只能部分办理的")] {
            let names = of(status);
            let told = names.is_empty() || said.contains(&format!("{word}{}项：{}", names.len(), names.join("、")));
            assert!(told, "{unit} {status}: {said}");
        }
        let heads = &hire["plans"][0]["heads"];
        for (key, word) in [("established", "在编"), ("contract", "合同工")] {
            let count = heads[key].as_u64().unwrap_or_default();
            let ask = said.split("现申请").nth(1).unwrap_or_default().split('：').next().unwrap();
            asked += count;
            assert_eq!(ask.contains(&format!("{word}{count}人")), count > 0, "{unit}: {ask}");
        }
    }
    assert!(asked > 0, "nothing is asked for");
}

/// Who needs nobody reports, and asks nothing. What a drafter has to confirm is called by its name, not by its place in
/// a file.
#[test]
fn a_letter_that_asks_for_nobody_is_a_report() {
    for (unit, asks) in [("treasury", false), ("land-registration", true)] {
        let all = files(&["request", unit], "zh", "docx");
        let read = |file: &str| Package::read(&all[file]).xml("word/document.xml").said();
        let said = read("file.docx");
        assert_eq!(said.contains("的请示"), asks, "{said}");
        assert_eq!(said.contains("妥否，请批示。"), asks, "{said}");
        assert_eq!(said.contains("报告如下。") && said.contains("特此报告。"), !asks, "{said}");
        let checklist = read("file-核对单.docx");
        assert!(checklist.contains("名册全部") && checklist.contains("人：出生年月"), "{checklist}");
        assert!(!["roster.", "person.", "hire."].iter().any(|path| checklist.contains(path)), "{checklist}");
    }
}

/// The rule on contract staff is told of those for whom it holds: not of agency staff, nor of people with rights of their
/// own. Who is nowhere is not told.
#[test]
fn letters_say_what_people_of_every_kind_may_do() {
    for (unit, told) in [
        (
            "land-registration",
            "在编7人，均在岗（含只任审批岗的单位领导1人）。合同工3人（劳务派遣），不占编制，只能承担业务运行、数据管理岗位的经办工作。",
        ),
        (
            "treasury",
            "在编6人，均在岗（含只任审批岗的单位领导1人）。合同工2人，不占编制。其可承担的工作由本单位逐人确定。",
        ),
        (
            "medical-insurance",
            "在编10人，其中在岗9人（含只任审批岗的单位领导1人）、休假在外1人。合同工2人（其中公益性岗位1人），不占编制，均只能承担业务运行岗位的经办工作。",
        ),
    ] {
        let letter = written(&["request", unit], "zh", "docx");
        let said = Package::read(letter).xml("word/document.xml").said();
        assert!(said.contains(told), "{unit}: {said}");
    }
}

#[test]
fn the_same_unit_gives_the_same_bytes_and_no_number_is_missing_in_words() {
    for unit in UNITS {
        for language in LANGUAGES {
            for (command, form) in [("plan", "html"), ("plan", "xlsx"), ("request", "docx")] {
                let (once, again) =
                    (files(&[command, unit], language, form), files_anew(&[command, unit], language, form));
                assert!(*once == again, "{command} {unit} {language} {form}");
            }
            // No argument of a sentence stayed open, in no form.
            let page = page(&["plan", unit], language);
            let body = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert!(!body.contains("{ $"), "{unit} {language}");
            let book = written(&["plan", unit], language, "xlsx").to_vec();
            let open = |text: String| text.contains("{ $");
            assert!(!cells(book).iter().flat_map(|(_, cells)| cells.values()).any(|cell| open(cell.to_string())));
        }
    }
}
