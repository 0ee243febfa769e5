//! Plans that start from a table of duties: who moves, who keeps which post, and what is to be signed.

use crate::support::duties::{SCENARIO, judged, roster, table, unit};
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use shuanggang::analysis::assess_from;
use shuanggang::analysis::duties::{Gone, Signing, signing, starting_from};
use shuanggang::model::{MatterIx, PersonIx, Plan, Step, Unit};
use shuanggang::optimise::Settings;
use std::collections::BTreeSet;

/// The plan that starts from a table, with what is to be signed.
fn started(table: &str) -> (Unit, Plan, Signing) {
    let (ledger, judged) = judged(table);
    let unit = starting_from(&unit(), &judged.held);
    let plan = assess_from(&unit, Some(&judged.held), &Settings::default(), &mut ()).unwrap().plan;
    let signing = signing(&unit, &ledger, &plan);
    (unit, plan, signing)
}

fn post(unit: &Unit, person: &str, plan: &Plan) -> Vec<String> {
    let ix = unit.people().find(|(_, other)| other.id == person).unwrap().0;
    plan.posts_of(ix).map(|post| unit.post_id(post)).collect()
}

/// Everything is served by those who hold the posts today, so they keep them. Relatives cannot both sit at the desk: of
/// a04, who works there, and a16, who has no row yet, it is a16 who sits elsewhere.
#[test]
fn a_sound_table_is_kept() {
    let (unit, plan, signing) = started(&table(&[], &[]));
    let moved: Vec<_> = signing.moved.iter().map(|ix| &*unit.people[ix.0].id).collect();
    assert_eq!(moved, ["a16"]);
    assert_eq!(signing.withdrawals, []);
    for (id, held) in
        [("a04", "desk/operations/handle"), ("a05", "desk/operations/review"), ("a12", "back/operations/handle")]
    {
        assert_eq!(post(&unit, id, &plan), [held]);
    }
    // Those without a row, a11, a16, a17 and b2, get a post at home.
    let granted: BTreeSet<_> = signing.grants.iter().map(|grant| &*unit.people[grant.person.0].id).collect();
    assert_eq!(granted, BTreeSet::from(["a11", "a16", "a17", "b2"]));
}

/// a11 is at home at the desk and works in the back by the table: to stay there is no move, to go home would be one.
#[test]
fn a_move_is_to_leave_the_section_of_the_table() {
    let (unit, plan, signing) = started(&table(&[], &["a11,后台,经办,归档"]));
    let a11 = unit.people().find(|(_, person)| person.id == "a11").unwrap().0;
    assert_eq!(post(&unit, "a11", &plan), ["back/operations/handle"]);
    assert!(!signing.moved.contains(&a11));
    // Without a row in the back a11 would sit at the desk.
    let (unit, plan, _) = started(&table(&[], &[]));
    assert!(post(&unit, "a11", &plan)[0].starts_with("desk/"));
}

/// Two people with the same rights and hours hold the two posts of the back the other way round than the roster has it.
#[test]
fn alike_people_keep_their_own_posts() {
    let swapped = ["a12,后台,复核,归档", "a13,后台,复核,归档", "a14,后台,经办,归档", "a15,后台,经办,归档"];
    let (unit, plan, signing) = started(&table(&[11, 12, 13, 14], &swapped));
    for (id, step) in [("a12", "review"), ("a13", "review"), ("a14", "handle"), ("a15", "handle")] {
        assert_eq!(post(&unit, id, &plan), [format!("back/operations/{step}")], "{id}");
    }
    assert_eq!(signing.withdrawals, []);
}

/// Grants and withdrawals carried out, row by row, are the posts of the plan, no more and no less.
#[test]
fn what_is_signed_makes_the_table_the_plan() {
    let table = table(
        &[9, 12],
        &[
            "a04,窗口,复核,登记",
            "out,窗口,经办,登记",
            "路人,窗口,经办,全部",
            "a11,窗口,审批,登记",
            "a01,窗口,复核,变更",
        ],
    );
    let (ledger, _) = judged(&table);
    let (unit, plan, signing) = started(&table);
    let mut rights: BTreeSet<(Option<PersonIx>, MatterIx, Step)> = BTreeSet::new();
    for (row, grant) in ledger.grants.iter().enumerate() {
        let back = signing.withdrawals.iter().find(|back| back.row == row);
        let kept = grant.rights.iter().filter(|right| !back.is_some_and(|back| back.rights.contains(right)));
        rights.extend(kept.map(|(matter, step)| (grant.person, *matter, *step)));
    }
    for grant in &signing.grants {
        let step = unit.posts[grant.post.0].step;
        rights.extend(grant.matters.iter().map(|matter| (Some(grant.person), *matter, step)));
    }
    let mut expected = BTreeSet::new();
    for (person, held) in &plan.held {
        for (ix, matter) in unit.open_matters() {
            let steps = matter.steps.iter().filter(|own| unit.post_for(matter, own) == *held);
            expected.extend(steps.map(|own| (Some(*person), ix, own.step)));
        }
    }
    assert_eq!(rights, expected);
    let gone: Vec<Gone> = signing.withdrawals.iter().filter_map(|back| back.gone).collect();
    assert_eq!(gone, [Gone::OnLoan, Gone::Unknown]);
}

/// A saved plan is verified from the same table.
#[test]
fn a_saved_plan_is_verified_from_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, contents: &str| std::fs::write(folder.path().join(name), contents).unwrap();
    write("unit.toml", SCENARIO);
    write("people.csv", &roster());
    write("duties.csv", &table(&[], &["a11,后台,经办,归档"]));
    let run = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("shuanggang").unwrap();
        let output = command.args(arguments).arg("--quiet").current_dir(folder.path()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let from = ["--from-duties", "duties.csv"];
    let (code, json) = run(&["plan", "unit.toml", from[0], from[1], "--format", "json"]);
    assert_eq!(code, Some(0));
    write("plan.json", &json);
    let (code, said) = run(&["verify", "unit.toml", "plan.json", from[0], from[1]]);
    assert_eq!(code, Some(0), "{said}");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (json["rights"]["file"].as_str(), json["rights"]["withdrawals"].as_array().unwrap().len()),
        (Some("duties.csv"), 0)
    );
    let (code, csv) = run(&["plan", "unit.toml", from[0], from[1], "--format", "csv", "--table", "rights"]);
    assert_eq!(code, Some(0));
    assert!(csv.starts_with("change,person,posts,matters,row,why,requested,audited,approved,granted\n"), "{csv}");
    assert_eq!(run(&["plan", "unit.toml", "--format", "csv", "--table", "rights"]).0, Some(2));
}

/// The list says what is to be signed at the top, and of a step that the matter does not have that it has none such.
#[test]
fn the_list_of_a_plan_from_a_table_names_every_step() {
    let mut command = Command::cargo_bin("shuanggang").unwrap();
    command.args(["plan", "--from-duties", "scenarios/hongjiang/duties.csv", "--quiet", "--lang", "zh"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).env("COLUMNS", "120").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let at = |what: &str| said.find(what).unwrap_or_else(|| panic!("{what}: {said}"));
    assert!(at("须新授权限 1 项，收回 12 项") < at("人员编制"), "{said}");
    let row = said.lines().find(|line| line.starts_with("收回  合08")).unwrap();
    assert!(row.contains("审批") && row.contains("没有这一环节"), "{row}");
}
