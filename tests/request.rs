//! The request for staff: it says what the other reports say, and chooses nothing for the unit.

use crate::support::docx::Package;
use crate::support::outputs::assert_valid;
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::Value;
use shuanggang::analysis::request::{Ask, Evidence, gather};
use shuanggang::model::Unit;
use shuanggang::optimise::Settings;
use shuanggang::render::document::Table;
use shuanggang::render::letter::{Letter, Part, markdown};
use shuanggang::render::{docx, json};
use shuanggang::report::File;
use shuanggang::report::hire::json::Hired;
use shuanggang::report::need::json::Needed;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::report::project::json::Projected;
use shuanggang::report::request;
use shuanggang::report::request::Refused;
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The embedded unit with everything that its letter rests on, worked out once for all tests.
fn baseline() -> &'static (Unit, Evidence) {
    static BASELINE: OnceLock<(Unit, Evidence)> = OnceLock::new();
    BASELINE.get_or_init(|| {
        let unit = scenario::embedded().unwrap().unit;
        let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
        (unit, evidence)
    })
}

fn letter(language: Language) -> Letter {
    let (unit, evidence) = baseline();
    request::letter(unit, evidence, &Text::new(language)).unwrap()
}

/// What a reader of the Word document reads.
fn said(letter: &Letter) -> String {
    let package = Package::read(&docx::render(letter, baseline().0.as_of).unwrap());
    package.xml("word/document.xml").said()
}

fn value(written: Result<String, serde_json::Error>) -> Value {
    serde_json::from_str(&written.unwrap()).unwrap()
}

fn table<'a>(letter: &'a Letter, name: &str) -> &'a Table {
    let tables = letter.parts.iter().filter_map(|part| match part {
        Part::Table(_, table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    let row = |row: &Vec<_>| {
        row.iter()
            .zip(&table.columns)
            .map(|(cell, column)| shuanggang::render::document::Cell::show(cell, column.kind))
            .collect()
    };
    table.rows.iter().map(row).collect()
}

#[test]
fn what_stalls_is_what_the_json_of_the_plan_says() {
    let (unit, evidence) = baseline();
    let json = value(json::write(&PlanFile::of(unit, &evidence.assessment, None)));
    let stalled: Vec<&str> = json["matters"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|matter| matter["status"] == "stalled")
        .map(|matter| matter["name"].as_str().unwrap())
        .collect();
    assert_eq!(stalled.len(), 2);
    let letter = letter(Language::Chinese);
    let said = said(&letter);
    assert!(said.contains(&format!("停摆{}项：{}。", stalled.len(), stalled.join("、"))), "{said}");
    let listed: Vec<String> = cells(table(&letter, "shortfalls")).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(listed, stalled);
}

#[test]
fn the_years_are_those_of_the_json_of_the_projection() {
    let (unit, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Projected::of(unit, &evidence.outlook, None))));
    let said = said(&letter(Language::Chinese));
    let points = json["timeline"].as_array().unwrap();
    let on_duty = |point: &Value| point["headcount"]["on_duty"].as_u64().unwrap();
    let (first, last) = (on_duty(&points[0]), on_duty(points.last().unwrap()));
    assert!(said.contains(&format!("在岗人数由{first}人变为{last}人")), "{said}");
}

#[test]
fn the_requirement_and_the_unfavourable_ratio_are_those_of_the_json() {
    let (unit, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Needed::of(unit, &evidence.need))));
    let said = said(&letter(Language::Chinese));
    for load in json["benchmark"]["loads"].as_array().unwrap() {
        let number = |name: &str| -> Decimal { load[name].to_string().trim_matches('"').parse().unwrap() };
        let shown = shuanggang::render::document::Kind::Decimal(1).show(number("people_at_ratio"));
        assert!(said.contains(&format!("只需{shown}人")), "{shown}");
    }
    // 53,161 / 15 and / 32, the numbers against the request.
    assert!(said.contains("人均3,544人次") && said.contains("人均1,661人次"));
}

#[test]
fn the_markdown_and_the_word_document_say_the_same() {
    let letter = letter(Language::Chinese);
    let markdown = markdown::render(&letter).replace('\\', "");
    for line in said(&letter).lines().filter(|line| !line.is_empty()) {
        // The masthead has its number and its signer on one line, the attachments their mark.
        let parts = line.split("签发人").map(|part| part.trim_start_matches("附件："));
        for part in parts {
            assert!(markdown.contains(part), "{part}");
        }
    }
}

#[test]
fn two_sources_on_the_authorised_posts_leave_both_routes_open() {
    let letter = letter(Language::Chinese);
    let said = said(&letter);
    assert!(said.contains("按编制25名") && said.contains("按编制16名") && said.contains("只取其一"), "{said}");
    assert_eq!(letter.title.as_str(), "洪江区社会保险服务中心关于双岗双审工作力量有关编制事项的请示");
}

/// A letter of which one part asks for something else does not pass, whichever part it is.
#[test]
fn a_letter_whose_parts_differ_is_refused() {
    let (unit, evidence) = baseline();
    let text = Text::new(Language::Chinese);
    let ask = Ask::of(unit, evidence).unwrap();
    let check = |letter: &Letter| request::check(letter, unit, &ask, &text);
    let sound = letter(Language::Chinese);
    assert_eq!(check(&sound), Ok(()));
    let with = |change: &dyn Fn(&mut Part)| {
        let mut letter = sound.clone();
        letter.parts.iter_mut().for_each(change);
        check(&letter)
    };
    let title = |part: &mut Part| {
        if let Part::Title(lines) = part {
            *lines = vec!["关于聘用合同工补充工作人员的请示".into()];
        }
    };
    assert_eq!(with(&title), Err(Refused::Title));
    let route = |part: &mut Part| {
        if let Part::Paragraph(line) = part
            && line.as_str().contains("只取其一")
        {
            *line = line.as_str().replace("25名", "24名").into();
        }
    };
    assert_eq!(with(&route), Err(Refused::Route));
    let shorten = |of: &'static str| {
        move |part: &mut Part| {
            if let Part::Table(_, table) = part
                && table.name == of
            {
                table.rows.pop();
            }
        }
    };
    assert_eq!(with(&shorten("hires")), Err(Refused::Hires));
    assert_eq!(with(&shorten("costs")), Err(Refused::Cost));
    let mut letter = sound.clone();
    letter.blanks.retain(|blank| !blank.as_str().contains("编办批复"));
    assert_eq!(check(&letter), Err(Refused::Blanks));
}

/// The branch of a housing fund lacks one contract worker: no vacant posts in the title, no law and no words of the
/// trade of social insurance anywhere.
#[test]
fn a_unit_of_another_trade_is_not_written_for_as_if_it_were_social_insurance() {
    let embedded = scenario::library().iter().find(|embedded| embedded.name == "housing-fund").unwrap();
    let unit = scenario::load_embedded(embedded, &scenario::Options::default()).unwrap().unit;
    let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
    let letter = request::letter(&unit, &evidence, &Text::new(Language::Chinese)).unwrap();
    assert_eq!(letter.title.as_str(), "某县住房公积金管理部关于聘用合同工补充工作人员的请示");
    let markdown = markdown::render(&letter);
    assert!(markdown.contains("申请补充合同工1人") && !markdown.contains("申请使用空编"), "{markdown}");
    for word in ["社会保险", "社保", "参保", "县区", "市级", "经办机构", "经办条例", "10,663"] {
        assert!(!markdown.contains(word), "{word}: {markdown}");
    }
}

/// No pairs: for the two audits that stall, single changes help.
#[test]
fn the_attachments_have_their_tables_and_charts_in_order() {
    let letter = letter(Language::Chinese);
    let tables =
        letter.parts.iter().filter_map(|part| if let Part::Table(_, table) = part { Some(table.name) } else { None });
    let expected = [
        "rules",
        "conflicts",
        "shortfalls",
        "repairs",
        "years",
        "stalls",
        "readings",
        "sections",
        "needs",
        "hires",
        "costs",
        "alternatives",
        "pay",
        "blanks",
    ];
    assert_eq!(tables.collect::<Vec<_>>(), expected);
    let charts =
        letter.parts.iter().filter_map(|part| if let Part::Chart(chart) = part { Some(chart.name) } else { None });
    assert_eq!(charts.collect::<Vec<_>>(), ["staffing", "service"]);
}

#[test]
fn the_law_of_the_pack_is_quoted_in_the_letter() {
    let said = said(&letter(Language::Chinese));
    let quoted = "《社会保险经办条例》第三十七条“应当明确岗位权责，对重点业务、高风险业务分级审核”";
    assert!(said.contains(quoted), "{said}");
}

#[test]
fn every_blank_is_in_the_list_of_the_letter() {
    let letter = letter(Language::Chinese);
    assert!(letter.blanks.len() >= 10);
    let listed: Vec<String> = cells(table(&letter, "blanks")).into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(listed, letter.blanks.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn assumptions_are_named_before_any_number() {
    let letter = letter(Language::Chinese);
    let first = letter.parts.iter().find_map(|part| match part {
        Part::Paragraph(line) => Some(line.as_str()),
        _ => None,
    });
    let first = first.unwrap();
    assert!(first.contains("为假设") && first.contains("不是定额") && first.contains("名册为示意"), "{first}");
}

#[test]
fn no_space_stands_beside_a_chinese_character() {
    let letter = letter(Language::Chinese);
    let wide =
        |c: Option<char>| c.is_some_and(|c| ('\u{4E00}'..'\u{A000}').contains(&c) || "，。；：（）、".contains(c));
    for line in said(&letter).lines() {
        for (i, _) in line.match_indices(' ') {
            let (before, after) = (line.get(..i).unwrap(), line.get(i + 1..).unwrap());
            assert!(!wide(before.chars().last()) && !wide(after.chars().next()), "{line}");
        }
    }
}

#[test]
fn the_letter_does_not_depend_on_the_number_of_processors() {
    let text = include_str!("../docs/examples/paper.toml");
    let roster = include_bytes!("../docs/examples/paper-roster.csv");
    let unit = scenario::load_text("paper.toml", text, |_| Ok(roster.to_vec())).unwrap().unit;
    let gathered = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| gather(&unit, 5, &Settings::default(), &mut ()).unwrap())
    };
    let (one, four) = (gathered(1), gathered(4));
    assert!(one == four);
    let letter = |evidence| request::letter(&unit, evidence, &Text::new(Language::Chinese)).unwrap();
    let written = |evidence| docx::render(&letter(evidence), unit.as_of).unwrap();
    assert_eq!(written(&one), written(&four));
}

/// What is asked for, and at what cost, is the smallest plan of `hire`; the routes are counted for its established
/// people.
#[test]
fn what_is_asked_for_is_what_the_json_of_hire_says() {
    let (unit, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Hired::of(unit, &evidence.hiring))));
    assert_valid("hire", &json);
    let plan = evidence.hiring.smallest().unwrap();
    let heads = plan.heads();
    let smallest = &json["plans"][0];
    assert_eq!(smallest["heads"]["established"], heads.established);
    let said = said(&letter(Language::Chinese));
    let (_, asked) = said.split_once("八、请示事项").unwrap();
    assert!(asked.contains(&format!("申请补充在编{}人", heads.established)), "{asked}");
    assert!(asked.contains(&format!("申请使用空编{}名", heads.established)), "{asked}");
    // 16 authorised, 17 on the books: one more than those asked for.
    assert!(asked.contains(&format!("须先增加编制{}名", heads.established + 1)), "{asked}");
    let cost = plan.cost();
    for end in [cost.low, cost.high] {
        let shown = shuanggang::render::document::Kind::Decimal(2).show(end.ten_thousands());
        assert!(asked.contains(&shown), "{shown} in {asked}");
    }
    for planned in &plan.hires {
        let month = planned.hire.month;
        assert!(
            asked.contains(&format!("{}年{}月在编{}人", month.year(), month.month(), planned.hire.count)),
            "{asked}"
        );
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    command.env_remove("SHUANGGANG_LANG").env("LC_ALL", "C");
    command
}

#[test]
fn the_forms_of_a_letter_and_of_a_report_are_not_mixed_up() {
    let folder = TempDir::new().unwrap();
    let refused = |arguments: &[&str]| {
        let output = program().args(arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refused(&["plan", "--format", "docx"]).contains("docx is for the letter of `request`"));
    assert!(
        refused(&["request", "--format", "json"]).contains("a request is written as docx or markdown, not as json")
    );
    assert!(refused(&["request", "--output", "a.xlsx"]).contains("not as xlsx"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_program_writes_the_letter_and_lists_what_is_left_blank() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("请示.docx");
    let paper = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/paper.toml");
    let mut command = program();
    command.args(["request", paper, "--lang", "zh", "--output"]).arg(&file);
    let output = command.output().unwrap();
    let listed = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && output.stdout.is_empty(), "{listed}");
    let unit = scenario::load(paper.as_ref()).unwrap().unit;
    let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
    let letter = request::letter(&unit, &evidence, &Text::new(Language::Chinese)).unwrap();
    assert!(letter.blanks.iter().all(|blank| listed.contains(blank.as_str())), "{listed}");
    assert_eq!(std::fs::read(&file).unwrap(), docx::render(&letter, unit.as_of).unwrap());
    // What is there stays, unless told otherwise.
    assert_eq!(command.output().unwrap().status.code(), Some(2));
}
