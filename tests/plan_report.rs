//! What the plan report says, in both languages, about a unit made by hand.

use crate::report_fixture::{INSPECTION, assessment, unit};
use crate::support::document::{sentences, table};
use pretty_assertions::assert_eq;
use shuanggang::analysis::{Assessment, Outcome};
use shuanggang::check::{Breach, Violation};
use shuanggang::diag::Diagnostics;
use shuanggang::model::{PersonIx, PlanStatus, RuleId, Unit};
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Document;
use shuanggang::render::terminal;
use shuanggang::render::terminal::Screen;
use shuanggang::report::plan::Extras;
use shuanggang::report::verify::Judgement;
use shuanggang::report::words::Words;
use shuanggang::report::{check, plan, verify};
use shuanggang::text::{Language, Text, is_live};
use unicode_width::UnicodeWidthStr;

fn report(unit: &Unit, assessment: &Assessment, language: Language, detail: Detail) -> Document {
    plan::document(unit, assessment, Extras::default(), &Text::new(language), detail)
}

#[test]
fn the_verdict_comes_first_and_what_it_rests_on_next() {
    let unit = unit();
    let document = report(&unit, &assessment(&unit), Language::Chinese, Detail::Folded);
    let expected = [
        "以2024年1月在岗人员为准，业务量和工时按全年计算。",
        "结论",
        "稽核检查 1 项事项中 1 项停摆：企业漏报瞒报实地稽核。日常经办 2 项事项中 1 项迟滞：城乡居民待遇核定。\
         主要原因：稽核部人手不足，一件须 3 名不同人员，保障更高优先级后仅余 2 名可用（仅就这一件而言）。\
         全部事项中足额办理 2 项。",
        "结论取决于口径：参保人数现采用 53,161（参保人次）；若采用 28,961（参保人数），\
         则停摆：企业漏报瞒报实地稽核；迟滞：无。",
        "企业漏报瞒报实地稽核：症结在人手。只要更高优先级保持现测算的办理程度，即使全部事项每件用时均为零，\
         也不能办理，此点不取决于任何业务量和单件用时。",
        // Its volume is from a document; the minutes of its two steps are assumed.
        "城乡居民待遇核定：症结在工时。各项如自身每件完全不用时即可足额办理（同级其他事项可能因此少办）；\
         结论可能取决于其业务量和单件用时，其中 2 个数值为假设，取决于到何程度见 shuanggang sensitivity。",
        // Five people at posts of the first two tiers that can spare nobody: 15 + 10 days at most, 150 in all.
        "各人岗位不变时，全年 248 个工作日中，至少 25 天、至多 150 天，按时足额发放、日常经办中至少一项缺人：\
         5 人不在岗时无人可替，下限按这些人同日不在岗计，上限按各不同日计，并计入其他几人同时不在岗而不够的日子；\
         不在岗天数含年休假、培训、病假，按测算口径。",
        "输入数值共 4 个，其中 3 个（75.0%）为假设。",
        "名册含假设内容，属示意；到人的安排须以实有人员核定。",
        "人员编制",
        "编制 8 名；在编 6 人，其中在岗 5 人（含单位领导 1 人）、借调在外 1 人；借调来 0 人；合同工 3 人；空编 2 名。",
        "编制数口径不一：按 8（正文七（一））则空编 2 名；按 4（附表2-1）则超编 2 名。",
    ];
    assert_eq!(sentences(&document)[..expected.len()], expected);
}

#[test]
fn the_same_in_english() {
    let unit = unit();
    let document = report(&unit, &assessment(&unit), Language::English, Detail::Folded);
    assert_eq!(
        sentences(&document)[2],
        "稽核检查: 1 of 1 matters stalled: 企业漏报瞒报实地稽核. 日常经办: 1 of 2 matters slowed: 城乡居民待遇核定. \
         Main reason: 稽核部 is short of people; one case takes 3 different people, and once the higher tiers \
         are served 2 are left for it. Matters served in full: 2."
    );
}

#[test]
fn a_conflict_that_changes_nothing_is_said_to() {
    let unit = unit();
    let mut assessment = assessment(&unit);
    let same = assessment.conflicts[1].outcomes[0].clone();
    assessment.conflicts[1].outcomes[1] = same;
    let document = report(&unit, &assessment, Language::Chinese, Detail::Full);
    let expected = "参保人数按另一口径 28,961（参保人数）重新测算，停摆、迟滞事项不变。";
    assert_eq!(sentences(&document)[3], expected);
    let rows = table(&document, "conflicts");
    assert_eq!(rows[3], ["参保人数", "28,961", "否", "参保人数", "结论不变"]);
}

#[test]
fn a_plan_without_shortfalls_says_so_and_one_unproven_too() {
    let unit = unit();
    let mut assessment = assessment(&unit);
    assessment.shortfalls.clear();
    assessment.plan.done = unit.matters.iter().map(|matter| matter.arriving).collect();
    assessment.conflicts.clear();
    assessment.plan.status = PlanStatus::Feasible { gap: "0.0125".parse().unwrap() };
    let document = report(&unit, &assessment, Language::English, Detail::Folded);
    assert_eq!(
        sentences(&document)[2..4],
        [
            "The search was not finished: this plan is not proven optimal; it is at most 1.3% from the optimum.",
            "With the people on duty and the rules in force all 4 matters are served in full; nothing stalls, nothing \
             is slowed.",
        ]
    );
}

#[test]
fn tables_hold_what_was_worked_out_by_hand() {
    let unit = unit();
    let document = report(&unit, &assessment(&unit), Language::English, Detail::Full);
    let names: Vec<_> = document.tables().map(|table| table.name).collect();
    let last = plan::TABLES.len() - 2;
    let full: Vec<_> = plan::TABLES[..last].iter().filter(|name| !plan::COUNT_TABLES.contains(name)).collect();
    assert_eq!(names.iter().collect::<Vec<_>>(), full);
    let annexed = report(&unit, &assessment(&unit), Language::English, Detail::Annexed);
    assert_eq!(annexed.tables().map(|table| table.name).collect::<Vec<_>>(), plan::TABLES);
    assert_eq!(table(&document, "shortfalls")[0][3..], ["1,000", "750.5", "75.1%", "slowed", "not enough hours"]);
    assert_eq!(table(&document, "tiers")[1][1..], ["2", "1", "1", "0"]);
    assert_eq!(table(&document, "matters").len(), 4);
    // Handling 500 × 1.5 + 250.5 × 1.5 + 5 = 1130.75 h; reviewing 750.5 h.
    assert_eq!(table(&document, "sections")[1][1..], ["4", "1,131", "751", "0", "1,881", "6,000"]);
    let posts = table(&document, "posts");
    assert_eq!(posts[3][1..], ["handle post", "合01, 合02", "1,126", "3,000"]);
    assert_eq!(posts[5][1..], ["data handle post", "合03", "5", "1,500"]);
    assert_eq!(posts[7][1..], ["review post", "nobody", "0", "0"]);
    let people = table(&document, "people");
    assert_eq!(people.len(), 8, "the one on loan elsewhere has no place in the plan");
    assert_eq!(people[5][2..], ["handle post", "750", "50.0%", "no", "合02"]);
    assert_eq!(people[7][2..], ["data handle post", "5", "0.3%", "yes", ""]);
    // 4500 − 1130.75 = 3369.25.
    let contract = ["contract staff", "3", "4,500", "1,131", "3,369", "25.1%"];
    assert_eq!(table(&document, "spare")[3], contract);
    assert_eq!(table(&document, "stages")[1][1..], ["1.751", "1.751", "0.000000", "proven"]);
}

#[test]
fn a_screen_shows_each_section_with_its_posts() {
    let unit = unit();
    let document = report(&unit, &assessment(&unit), Language::English, Detail::Folded);
    let rows = table(&document, "outline");
    // The leader approves but sits in no section: 100 h and 50 h of work, 3000 h of two people.
    assert_eq!(rows[0], ["财务部", "people: 2", "150", "3,000", "5.0%"]);
    assert_eq!(rows[3], ["  approve post", "编01", "10", "300", "3.3%"]);
    assert_eq!(rows[10][1..], ["nobody", "0", "0", ""]);
    assert!(document.tables().all(|table| table.name != "people"), "each person’s place is for --full");
    let full = report(&unit, &assessment(&unit), Language::English, Detail::Full);
    assert_eq!(table(&full, "people")[0][1..3], ["leaders", "approve post of 财务部"]);
}

#[test]
fn idle_contract_staff_are_named_unless_they_may_review() {
    let mut unit = unit();
    let note = "Contract staff are idle for 3,369 hours, 74.9% of what they have, and the rules keep them from \
                reviewing; the holders of review posts use 26.7% of their hours.";
    let said = |unit: &Unit| {
        let document = report(unit, &assessment(unit), Language::English, Detail::Full);
        sentences(&document).contains(&note)
    };
    assert!(said(&unit));
    unit.rules.contract_steps = None;
    assert!(!said(&unit));
}

#[test]
fn an_idle_holder_backs_up_the_others() {
    let unit = unit();
    let mut assessment = assessment(&unit);
    // 合03 takes over all the handling of 合02, who keeps the post.
    assessment.plan.work.retain(|work| work.person != PersonIx(7));
    let document = report(&unit, &assessment, Language::English, Detail::Full);
    let people = table(&document, "people");
    assert_eq!(people[6][3..], ["0", "0.0%", "no", "合01"]);
}

#[test]
fn the_unplaced_are_named() {
    let unit = unit();
    let mut assessment = assessment(&unit);
    assessment.plan.held.retain(|(person, _)| *person != PersonIx(4));
    let document = report(&unit, &assessment, Language::Chinese, Detail::Folded);
    assert!(sentences(&document).contains(&"未安排岗位：编05。"));
}

#[test]
fn every_line_fits_its_screen() {
    let unit = unit();
    let assessment = assessment(&unit);
    for language in Language::ALL {
        for detail in [Detail::Folded, Detail::Full] {
            let document = report(&unit, &assessment, language, detail);
            for width in [80, 120] {
                let rendered = terminal::render(&document, Screen { width, colour: false });
                for line in rendered.lines() {
                    assert!(line.width() <= width, "{} columns: {line}", line.width());
                }
            }
        }
    }
}

#[test]
fn hostile_names_are_inert_in_the_report() {
    let mut unit = unit();
    unit.matters[INSPECTION.0].name = "\u{1b}[2J稽核\u{202e}".into();
    unit.conflicts[1].topic = "a\nb".into();
    let assessment = assessment(&unit);
    let rendered = terminal::render(
        &report(&unit, &assessment, Language::Chinese, Detail::Full),
        Screen { width: 80, colour: false },
    );
    assert!(!rendered.chars().any(|c| c != '\n' && is_live(c)));
}

#[test]
fn check_tells_what_a_scenario_rests_on() {
    let unit = unit();
    let text = Text::new(Language::Chinese);
    let document = check::document(&unit, &Diagnostics::default(), None, &text);
    let names: Vec<_> = document.tables().map(|table| table.name).collect();
    assert_eq!(names, check::TABLES[..4]);
    assert_eq!(table(&document, "headcounts")[1], ["在编", "7", "6", "6", "文件", "正文七（一）"]);
    let effects: Vec<_> = table(&document, "conflicts").into_iter().map(|row| row[4].clone()).collect();
    let expected =
        ["空编 2 名", "超编 2 名", "在岗位安排测算中重新计算", "在岗位安排测算中重新计算", "不参与计算", "不参与计算"];
    assert_eq!(effects, expected);
    assert_eq!(table(&document, "assumptions"), [["事项", "2"], ["名册", "1"]]);
}

#[test]
fn a_violation_is_told_with_its_facts() {
    let unit = unit();
    let violations = [
        Violation {
            breach: Breach::Rule(RuleId::Separation),
            people: vec![PersonIx(6)],
            posts: vec![crate::report_fixture::post(&unit, "benefits/operations/handle")],
            matter: None,
            numbers: None,
        },
        Violation {
            breach: Breach::Hours,
            people: vec![PersonIx(6)],
            posts: Vec::new(),
            matter: None,
            numbers: Some(("1500.005".parse().unwrap(), 1500.into())),
        },
    ];
    let text = Text::new(Language::Chinese);
    let words = Words { unit: &unit, text: &text };
    let told: Vec<_> = violations.iter().map(|violation| verify::sentence(words, violation)).collect();
    let expected = [
        "同一人兼任经办与复核：合01；城乡居民及工伤保险待遇计发部经办岗",
        "工时超出可用：合01；实为 1,500.01，限为 1,500.00",
    ];
    assert_eq!(told, expected);
    let judgement = Judgement { violations: violations.to_vec(), differences: Vec::new(), unconfirmed: Vec::new() };
    let document = verify::document(&unit, &judgement, &text);
    assert_eq!(sentences(&document), ["方案违反规则或数量关系 2 处。"]);
    assert_eq!(table(&document, "violations").len(), 2);
    let today = check::document(&unit, &Diagnostics::default(), Some(&violations), &text);
    assert!(sentences(&today).contains(&"现行岗位安排违反规则 2 处。"));
}

#[test]
fn outcomes_are_told_in_words() {
    let unit = unit();
    let text = Text::new(Language::Chinese);
    let words = Words { unit: &unit, text: &text };
    let headcount = |stated: u32| Outcome::Headcount { stated: stated.into(), roster: 17 };
    assert_eq!(words.outcome(&headcount(17), true), "与名册一致");
    assert_eq!(words.outcome(&headcount(16), true), "名册为 17");
    assert_eq!(words.outcome(&Outcome::Vacancies(-1), true), "超编 1 名");
}
