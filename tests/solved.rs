//! Levers on a page that answer without the program: every cell is what the command plans that says the same.

use crate::board::folder;
use crate::board_states::unit_of;
use crate::support::browser::Browser;
use pretty_assertions::assert_eq;
use serde_json::json;
use shuanggang::Settings;
use shuanggang::analysis::plan::solved::{Cell, MORE, rules, solved};
use shuanggang::model::{RuleChange, RuleId, ServiceStatus};
use shuanggang::optimise::{self, Deadline};
use std::fs;
use std::time::Duration;

/// The option of a rule as the table has them, for docs/examples/paper.toml.
const RULES: [&str; 4] =
    ["", " --rule contract_steps=handle,review", " --rule separation=case", " --rule sections_per_person=2"];

#[test]
fn every_cell_is_what_its_command_plans() {
    let folder = folder();
    let unit = unit_of("shuanggang plan paper.toml", folder.path()).unwrap();
    let table = solved(&unit, rules(&unit), &Settings::default(), &mut ()).unwrap();
    let side = MORE as usize + 1;
    assert_eq!(table.cells.len(), table.rules.len() * table.months.len() * side * side);
    assert_eq!(table.rules.len(), RULES.len());
    for (at, cell) in table.cells.iter().enumerate().step_by(5) {
        let (established, contract) = (at / side % side, at % side);
        let (rule, month) = (at / side / side / table.months.len(), at / side / side % table.months.len());
        let hire = |kind: &str, n: usize| if n == 0 { String::new() } else { format!(" --hire {kind}={n}") };
        let month = if month == 0 { String::new() } else { format!(" --month {}", table.months[month]) };
        let (e, c) = (hire("established", established), hire("contract", contract));
        let command = format!("shuanggang plan paper.toml{}{e}{c}{month}", RULES[rule]);
        let unit = unit_of(&command, folder.path()).unwrap();
        let plan = optimise::plan(&unit, &Settings::default(), &mut ()).unwrap();
        let with = |status| unit.matters().map(|(ix, _)| ix).filter(|ix| plan.status_of(&unit, *ix) == status).count();
        let expected = (with(ServiceStatus::Stalled), with(ServiceStatus::Slowed), 0);
        let found = match cell {
            Cell::Planned(cell) => (cell.stalled.len(), cell.slowed.len(), cell.unknown.len()),
            Cell::Full => (0, 0, 0),
            Cell::Unknown => panic!("{command}"),
        };
        assert_eq!(found, expected, "{command}");
    }
    let is_full = |cell: &Cell| matches!(cell, Cell::Full);
    assert!(table.cells.iter().any(is_full) && !table.cells.iter().all(is_full));
}

/// What is not found in time is unknown of its cell and of no other; the question goes on.
#[test]
fn a_cell_that_takes_too_long_is_unknown() {
    let folder = folder();
    let unit = unit_of("shuanggang plan paper.toml", folder.path()).unwrap();
    let deadline = Deadline::after(Duration::ZERO);
    let table =
        solved(&unit, rules(&unit), &Settings { deadline: deadline.clone(), ..<_>::default() }, &mut ()).unwrap();
    assert!(table.cells.iter().all(|cell| *cell == Cell::Unknown) && !deadline.has_cut());
}

/// Law is not asked about: no unit changes it by itself.
#[test]
fn a_rule_of_law_is_not_otherwise() {
    let folder = folder();
    let law = "[rules.separation]\nmode = \"post\"\nbasis = \"law\"\nsource = \"某法\"\n";
    let paper = fs::read_to_string(folder.path().join("paper.toml")).unwrap();
    fs::write(folder.path().join("paper.toml"), format!("{paper}\n{law}")).unwrap();
    let unit = unit_of("shuanggang plan paper.toml", folder.path()).unwrap();
    let asked: Vec<_> = rules(&unit).iter().map(RuleChange::rule).collect();
    assert_eq!(asked, [RuleId::ContractSteps, RuleId::SectionsPerPerson]);
}

/// The page has them for the rules as they are where nobody says otherwise, for other rules by name, and each says how it is
/// known; a workbook has no room for them.
#[test]
fn a_page_answers_without_being_asked_to() {
    let folder = folder();
    let page = |more: &[&str]| {
        let file = folder.path().join("plan.html");
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program
            .current_dir(folder.path())
            .args(["plan", "paper.toml", "--quiet", "--force", "--lang", "zh"])
            .args(more);
        program.arg("--output").arg(&file).assert().success();
        fs::read_to_string(&file).unwrap()
    };
    let cells = |page: &str| {
        let (_, cells) = page.split_once("data-cells=\"")?;
        Some(cells.split('"').next()?.split(' ').count())
    };
    let usual = page(&[]);
    assert_eq!(cells(&usual), Some(2 * 36));
    assert!(usual.contains(">合同工任岗范围：业务运行、数据管理岗位的经办、复核</option>"), "{usual}");
    for said in ["这一情形已求解并经独立核验", "人员较少的一种情形已求解并经独立核验为全部办理", "共 72 种情形"]
    {
        assert!(usual.contains(said), "{said}");
    }
    assert_eq!(cells(&page(&["--with", "levers"])), Some(4 * 36));
    assert_eq!([&["--with", "none"][..], &["--with", "project"]].map(|more| cells(&page(more))), [None, None]);
}

/// On paper (docs/examples/paper.toml): one person more opens the audit.
#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_page_by_mail_answers_its_levers() {
    let folder = folder();
    let file = folder.path().join("plan.html");
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let written =
        program.current_dir(folder.path()).args(["plan", "paper.toml", "--with", "levers", "--quiet", "--lang", "zh"]);
    written.arg("--output").arg(&file).assert().success();
    let browser = Browser::start(390);
    browser.open(&fs::read_to_string(&file).unwrap());
    let said = "return document.querySelector('.solved [role=status]').textContent";
    assert!(browser.run(said).as_str().unwrap().contains("停摆"), "{}", browser.run(said));
    browser.run("const lever = document.querySelector('[data-lever=first]'); lever.value = 5; lever.dispatchEvent(new Event('input', { bubbles: true }));");
    assert_eq!(
        browser.run(said),
        json!("各事项均全部办理。人员较少的一种情形已求解并经独立核验为全部办理，增加人员不减少办理。")
    );
    assert_eq!(browser.run("return document.querySelector('.solved').hidden"), json!(false));
    assert_eq!(
        browser.run("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"),
        json!(0)
    );
    assert_eq!(browser.complaints(), json!([]));
}
