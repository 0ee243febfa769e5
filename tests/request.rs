//! The request for staff: it says what the other reports say, and chooses nothing for the unit.

use crate::support::docx::Package;
use crate::support::outputs::assert_valid;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::Value;
use shuanggang::analysis::request::{Ask, Evidence, as_if, dispute, gather};
use shuanggang::model::{Basis, Conflict, Unit};
use shuanggang::optimise::Settings;
use shuanggang::render::document::Table;
use shuanggang::render::letter::{Letter, Level, Part, markdown};
use shuanggang::render::{docx, json};
use shuanggang::report::File;
use shuanggang::report::hire::json::Hired;
use shuanggang::report::need::json::Needed;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::report::project::json::Projected;
use shuanggang::report::request;
use shuanggang::report::request::{Documents, Refused};
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use std::sync::OnceLock;

/// The embedded unit as if 25 posts were authorised, the disagreement on them, and everything that its letter rests on,
/// worked out once for all tests.
pub(crate) fn baseline() -> &'static (Unit, Conflict, Evidence) {
    static BASELINE: OnceLock<(Unit, Conflict, Evidence)> = OnceLock::new();
    BASELINE.get_or_init(|| {
        let embedded = scenario::embedded().unwrap().unit;
        let unit = as_if(&embedded, 25).unwrap();
        let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
        (unit, dispute(&embedded).unwrap().clone(), evidence)
    })
}

pub(crate) fn documents(language: Language) -> Documents {
    let (unit, conflict, evidence) = baseline();
    request::documents(unit, evidence, Some(conflict), &Text::new(language)).unwrap()
}

fn letter(language: Language) -> Letter {
    documents(language).letter
}

fn report(language: Language) -> Letter {
    documents(language).report
}

pub(crate) fn all(documents: &Documents) -> [&Letter; 3] {
    [&documents.letter, &documents.report, &documents.checklist]
}

/// What a reader of the Word document reads.
pub(crate) fn said(letter: &Letter) -> String {
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
    let (unit, _, evidence) = baseline();
    let json = value(json::write(&PlanFile::of(unit, &evidence.assessment, None)));
    let stalled: Vec<&str> = json["matters"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|matter| matter["status"] == "stalled")
        .map(|matter| matter["name"].as_str().unwrap())
        .collect();
    assert_eq!(stalled.len(), 2);
    let documents = documents(Language::Chinese);
    for (document, word) in [(&documents.letter, "不能办理的"), (&documents.report, "停摆（全年不能办理）")]
    {
        let said = said(document);
        assert!(said.contains(&format!("{word}{}项：{}。", stalled.len(), stalled.join("、"))), "{said}");
    }
    let listed: Vec<String> =
        cells(table(&documents.report, "shortfalls")).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(listed, stalled);
}

#[test]
fn the_years_are_those_of_the_json_of_the_projection() {
    let (unit, _, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Projected::of(unit, &evidence.outlook, None))));
    let said = said(&letter(Language::Chinese));
    let points = json["timeline"].as_array().unwrap();
    let on_duty = |point: &Value| point["headcount"]["on_duty"].as_u64().unwrap();
    let (first, last) = (on_duty(&points[0]), on_duty(points.last().unwrap()));
    assert!(said.contains(&format!("在岗在编人数由{first}人变为{last}人")), "{said}");
}

#[test]
fn the_requirement_and_the_unfavourable_ratio_are_those_of_the_json() {
    let (unit, _, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Needed::of(unit, &evidence.need))));
    let said = said(&report(Language::Chinese));
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
    for letter in all(&documents(Language::Chinese)) {
        let markdown = markdown::render(letter).replace('\\', "");
        for line in said(letter).lines().filter(|line| !line.is_empty()) {
            // The masthead has its number and its signer on one line, the attachments their mark.
            let parts = line.split("签发人").map(|part| part.trim_start_matches("附件："));
            for part in parts {
                assert!(markdown.contains(part), "{part}");
            }
        }
    }
}

/// A letter that may leave the house is not written; a draft takes one side, says so on every page, and has one way.
#[test]
fn two_sources_on_the_authorised_posts_give_a_draft_of_one_way_at_most() {
    let (unit, _, evidence) = baseline();
    let (text, open) = (Text::new(Language::Chinese), scenario::embedded().unwrap().unit);
    assert_eq!(request::documents(&open, evidence, None, &text), Err(Refused::Disputed));
    let why = request::refusal(&open, Refused::Disputed, &text);
    assert!(why.contains("25（自评报告") && why.contains("16（附件2-1"), "{why}");
    assert_eq!(as_if(&open, 17), None);
    let documents = documents(Language::Chinese);
    assert_eq!(documents.letter.title.as_str(), "洪江区社会保险服务中心关于使用空缺编制补充工作人员的请示");
    for document in all(&documents) {
        assert!(!said(document).contains("增加编制"), "{document:?}");
        let package = Package::read(&docx::render(document, unit.as_of).unwrap());
        assert_eq!(package.xml("word/header1.xml").said(), "草稿\n");
        let section = package.xml("word/document.xml").part("<w:sectPr>", "</w:sectPr>");
        assert_eq!(section.matches("<w:headerReference").count(), 2);
        assert!(markdown::render(document).starts_with("**草稿**"));
    }
    assert!(!said(&documents.letter).contains("16名"));
    let settled = request::documents(unit, evidence, None, &text).unwrap();
    assert!(settled.letter.mark.is_none() && !said(&settled.report).contains("草稿"));
}

#[test]
fn the_request_comes_first_and_the_report_has_the_chapters_of_an_establishment_office() {
    let documents = documents(Language::Chinese);
    let heads = |letter: &Letter| -> Vec<String> {
        let heads = letter.parts.iter().filter_map(|part| match part {
            Part::Heading(Level::First, line) => Some(line.to_string()),
            _ => None,
        });
        heads.collect()
    };
    let letter = [
        "一、编制和人员现状",
        "二、现有人员不能办理的事项及原因",
        "三、人员变化的影响和所需人数",
        "四、其他办法的比较",
    ];
    assert_eq!(heads(&documents.letter), letter);
    let report = ["一、总则", "二、基础信息", "三、关键因素", "四、核定方法", "五、数值修约、校验和有关问题"];
    assert_eq!(heads(&documents.report), report);
    let checklist = ["一、待填写和待核实事项", "二、口径不一、须核定的数值", "三、暂估的数值"];
    assert_eq!(heads(&documents.checklist), checklist);
    let kinds = documents.letter.parts.iter().take(4).map(|part| match part {
        Part::Masthead { .. } => "masthead",
        Part::Title(_) => "title",
        Part::Addressee(_) => "addressee",
        Part::Paragraph(line) if line.as_str().contains("现申请") => "request",
        _ => "other",
    });
    assert_eq!(kinds.collect::<Vec<_>>(), ["masthead", "title", "addressee", "request"]);
    // The checklist stays in the house.
    let attached = documents.letter.parts.iter().find_map(|part| match part {
        Part::Attachments { names, .. } => Some(names.iter().map(ToString::to_string).collect::<Vec<_>>()),
        _ => None,
    });
    // By the very title that it bears.
    let title = documents.report.title.as_str();
    assert_eq!(title, "洪江区社会保险服务中心关于使用空缺编制补充工作人员的论证报告");
    assert_eq!(attached.unwrap(), [title]);
}

/// What is needed in the hardest month, less who is there, is what is asked for: 16 − 10 = 6, each number from the JSON.
#[test]
fn the_number_follows_from_one_subtraction() {
    let (unit, _, evidence) = baseline();
    let hired = value(json::write(&File::new(unit, None, Hired::of(unit, &evidence.hiring))));
    let projected = value(json::write(&File::new(unit, None, Projected::of(unit, &evidence.outlook, None))));
    let hardest = hired["hardest"].as_str().unwrap();
    let started = |point: &&Value| point["month"].as_str().unwrap() <= hardest;
    let there = projected["timeline"].as_array().unwrap().iter().take_while(started).last().unwrap();
    let there = there["headcount"]["on_duty"].as_u64().unwrap();
    let asked = hired["plans"][0]["heads"]["established"].as_u64().unwrap();
    let said = said(&letter(Language::Chinese));
    let sum = format!("须有在岗在编{}人，届时在岗在编{there}人，缺{asked}人", there + asked);
    assert!(said.contains(&sum), "{sum}: {said}");
}

/// A letter of which one part asks for something else does not pass, whichever part it is.
#[test]
fn a_letter_whose_parts_differ_is_refused() {
    let (unit, _, evidence) = baseline();
    let text = Text::new(Language::Chinese);
    let ask = Ask::of(unit, evidence).unwrap();
    let check = |documents: &Documents| request::check(documents, unit, &ask, &text);
    let sound = documents(Language::Chinese);
    assert_eq!(check(&sound), Ok(()));
    let with = |change: &dyn Fn(&mut Part)| {
        let mut documents = sound.clone();
        documents.letter.parts.iter_mut().chain(&mut documents.report.parts).for_each(change);
        check(&documents)
    };
    let title = |part: &mut Part| {
        if let Part::Title(lines) = part {
            *lines = vec!["关于聘用合同工补充工作人员的请示".into()];
        }
    };
    assert_eq!(with(&title), Err(Refused::Title));
    for (held, other) in [("编制25名", "25名"), ("现申请", "6人")] {
        let route = |part: &mut Part| {
            if let Part::Paragraph(line) = part
                && line.as_str().contains(held)
            {
                *line = line.as_str().replace(other, "24名").into();
            }
        };
        assert_eq!(with(&route), Err(Refused::Route), "{held}");
    }
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
    let mut documents = sound.clone();
    documents.checklist.blanks.retain(|blank| !blank.as_str().contains("经费来源"));
    assert_eq!(check(&documents), Err(Refused::Blanks));
}

/// The branch of a housing fund lacks one contract worker: no vacant posts in the title, no law and no words of the
/// trade of social insurance anywhere.
#[test]
fn a_unit_of_another_trade_is_not_written_for_as_if_it_were_social_insurance() {
    let embedded = scenario::library().iter().find(|embedded| embedded.name == "housing-fund").unwrap();
    let unit = scenario::load_embedded(embedded, &scenario::Options::default()).unwrap().unit;
    let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
    let documents = request::documents(&unit, &evidence, None, &Text::new(Language::Chinese)).unwrap();
    assert_eq!(documents.letter.title.as_str(), "某县住房公积金管理部关于聘用合同工补充工作人员的请示");
    let markdown = all(&documents).map(markdown::render).concat();
    assert!(markdown.contains("申请补充合同工1人") && !markdown.contains("申请使用空编"), "{markdown}");
    for word in ["社会保险", "社保", "参保", "县区", "市级", "经办机构", "经办条例", "10,663"] {
        assert!(!markdown.contains(word), "{word}: {markdown}");
    }
}

/// No pairs: for the two audits that stall, single changes help.
#[test]
fn the_documents_have_their_tables_and_charts_in_order() {
    let documents = documents(Language::Chinese);
    let tables = |letter: &Letter| -> Vec<&str> {
        let tables = letter
            .parts
            .iter()
            .filter_map(|part| if let Part::Table(_, table) = part { Some(table.name) } else { None });
        tables.collect()
    };
    assert_eq!(tables(&documents.letter), ["count", "years", "compared"]);
    let report = "rules conflicts work shortfalls repairs years stalls readings sections needs hires costs pay";
    assert_eq!(tables(&documents.report).join(" "), report);
    assert_eq!(tables(&documents.checklist), ["blanks", "conflicts", "assumed"]);
    assert_eq!(documents.report.charts().map(|chart| chart.name).collect::<Vec<_>>(), ["staffing", "service"]);
}

#[test]
fn the_law_of_the_pack_is_quoted_in_the_report() {
    let said = said(&report(Language::Chinese));
    let quoted = "《社会保险经办条例》第三十七条“应当明确岗位权责，对重点业务、高风险业务分级审核”";
    assert!(said.contains(quoted), "{said}");
}

#[test]
fn every_blank_is_in_the_list_of_the_checklist() {
    let checklist = documents(Language::Chinese).checklist;
    assert!(checklist.blanks.len() >= 10);
    let listed: Vec<String> = cells(table(&checklist, "blanks")).into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(listed, checklist.blanks.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn assumptions_are_named_in_the_letter_and_before_any_number_of_the_report() {
    let documents = documents(Language::Chinese);
    let says = |said: &str| said.contains("为暂估") && said.contains("不是定额") && said.contains("名册为示意");
    let first = documents.report.parts.iter().find_map(|part| match part {
        Part::Paragraph(line) => Some(line.as_str()),
        _ => None,
    });
    assert!(says(first.unwrap()) && says(&said(&documents.letter)), "{first:?}");
    // Each of them is a row of the checklist, but for the months of birth and of first work, which are one row each.
    let (unit, ..) = baseline();
    let assumed = unit.inputs.iter().filter(|input| input.basis == Basis::Assumption);
    let (months, others): (Vec<_>, Vec<_>) = assumed.partition(|input| input.path.starts_with("roster."));
    let rows = cells(table(&documents.checklist, "assumed"));
    assert_eq!(rows.len(), others.len() + 2);
    for month in ["出生年月", "参加工作年月"] {
        let people = format!("名册全部{}人：{month}", months.len() / 2);
        assert!(rows.iter().any(|row| row[0] == people), "{people}: {rows:?}");
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
    let documents = |evidence| request::documents(&unit, evidence, None, &Text::new(Language::Chinese)).unwrap();
    let written = |evidence| all(&documents(evidence)).map(|letter| docx::render(letter, unit.as_of).unwrap());
    assert_eq!(written(&one), written(&four));
}

/// What is asked for, and at what cost, is the smallest plan of `hire`; the routes are counted for its established
/// people.
#[test]
fn what_is_asked_for_is_what_the_json_of_hire_says() {
    let (unit, _, evidence) = baseline();
    let json = value(json::write(&File::new(unit, None, Hired::of(unit, &evidence.hiring))));
    assert_valid("hire", &json);
    let plan = evidence.hiring.smallest().unwrap();
    let heads = plan.heads();
    let smallest = &json["plans"][0];
    assert_eq!(smallest["heads"]["established"], heads.established);
    let letter = letter(Language::Chinese);
    let asked = letter.parts.iter().find_map(|part| match part {
        Part::Paragraph(line) => Some(line.as_str()),
        _ => None,
    });
    let asked = asked.unwrap();
    let heads = heads.established;
    assert!(asked.contains(&format!("申请使用空缺编制{heads}名，补充在编{heads}人：")), "{asked}");
    let cost = &smallest["cost"];
    for end in ["low", "high"] {
        let yuan: Decimal = cost[end].to_string().trim_matches('"').parse().unwrap();
        let shown = shuanggang::render::document::Kind::Decimal(1).show(yuan / Decimal::from(10_000));
        assert!(asked.contains(&format!("{shown}万元")), "{shown} in {asked}");
    }
    for planned in &plan.hires {
        let (month, section) = (planned.hire.month, &unit[planned.hire.section].name);
        // A month is named once, before all of its sections.
        let (_, of_month) = asked.split_once(&format!("{}年{}月", month.year(), month.month())).unwrap();
        assert!(of_month.split('年').next().unwrap().contains(section), "{month:?} {section} in {asked}");
    }
}
