//! What a report prints is accepted wherever it is asked for: names of things and words of rules and kinds, in Chinese
//! and English, as well as ids.

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use shuanggang::diag::Diagnostics;
use shuanggang::model::{Employment, PostCategory, RuleId, Sex, Unit};
use shuanggang::scenario;
use shuanggang::scenario::Options;
use shuanggang::scenario::read::wording;

fn changed(change: impl Fn(&mut Options)) -> Unit {
    let mut options = Options::default();
    change(&mut options);
    // As they were typed is all in which they differ.
    Unit { overlays: Vec::new(), ..scenario::embedded_with(&options).unwrap().unit }
}

fn same(list: fn(&mut Options) -> &mut Vec<String>, printed: &str, id: &str) {
    let [printed, id] = [printed, id].map(|text| changed(|options| list(options).push(text.to_owned())));
    assert_eq!(printed, id);
}

#[test]
fn options_take_the_names_and_words_that_reports_print() {
    for (printed, id) in [
        ("每人任职股室数=2", "sections_per_person=2"),
        ("sections per person=2", "sections_per_person=2"),
        ("岗位类别互斥=不执行", "duty_groups=off"),
        ("经办复核分离=按件分离", "separation=case"),
        ("合同工任岗范围=经办、复核", "contract_steps=handle,review"),
    ] {
        same(|options| &mut options.rule, printed, id);
    }
    for (printed, id) in
        [("在编:稽核部", "established:audit"), ("合同工=2", "contract=2"), ("在编=1@2024-03", "established=1@2024-03")]
    {
        same(|options| &mut options.hire, printed, id);
    }
    for (printed, id) in [
        ("matter.企业漏报瞒报实地稽核.volume=3", "matter.underreporting_audit.volume=3"),
        ("matter.On-site employer audits.volume=3", "matter.underreporting_audit.volume=3"),
        ("matter.underreporting_audit.经办.minutes=7", "matter.underreporting_audit.handle.minutes=7"),
        ("matter.underreporting_audit.tier=Daily processing", "matter.underreporting_audit.tier=daily"),
        ("matter.underreporting_audit.tier=日常经办", "matter.underreporting_audit.tier=daily"),
    ] {
        same(|options| &mut options.set, printed, id);
    }
}

/// The minimal scenario with pieces of it and of its roster written otherwise.
fn written(replaced: &[(&str, &str)], people: &[(&str, &str)]) -> Result<Unit, Diagnostics> {
    let replace = |text: &str, all: &[(&str, &str)]| {
        all.iter().fold(text.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        })
    };
    let text = replace(include_str!("../scenarios/minimal.toml"), replaced);
    let roster = replace(include_str!("../scenarios/minimal-roster.csv"), people);
    scenario::load_text("minimal.toml", &text, |_| Ok(roster.clone().into_bytes())).map(|loaded| loaded.unit)
}

#[test]
fn a_scenario_and_its_roster_may_be_written_in_the_words_of_the_reports() {
    let words = [
        ("section = \"service\"", "section = \"综合服务股\""),
        ("tier = \"audit\"", "tier = \"稽核检查\""),
        ("duty = \"operations\"", "duty = \"业务运行\""),
        ("step = \"handle\"", "step = \"经办\""),
        ("basis = \"document\"", "basis = \"文件\""),
    ];
    let people = [("established", "在编"), ("on_duty", "在岗"), (",male", ",男"), (",service", ",综合服务股")];
    assert_eq!(written(&words, &people).unwrap(), written(&[], &[]).unwrap());
}

#[test]
fn a_scenario_and_its_roster_may_be_written_in_english_names() {
    let words = [
        ("section = \"service\"", "section = \"General Services\""),
        ("tier = \"audit\"", "tier = \"Audit and inspection\""),
        ("audits = [\"enrolment\"]", "audits = [\"Enrolment\"]"),
    ];
    assert_eq!(written(&words, &[(",service", ",General Services")]).unwrap(), written(&[], &[]).unwrap());
}

/// English names where there are some; Chinese reports never print them, and without them English prints the others.
#[test]
fn english_reports_print_english_names_where_there_are_some() {
    let of = |language: &str, more: &[&str]| {
        let all =
            [&["plan", "--lang", language, "--format", "csv", "--heads", "text", "--table", "matters"], more].concat();
        let (code, printed, said) = program(&all);
        assert_eq!(code, Some(0), "{said}");
        printed
    };
    let (english, chinese) = (of("en", &[]), of("zh", &[]));
    assert!(english.contains("On-site employer audits") && english.contains("Audit and inspection"), "{english}");
    assert!(!english.contains("企业漏报瞒报实地稽核") && !english.contains("稽核部"), "{english}");
    assert!(chinese.contains("企业漏报瞒报实地稽核") && !chinese.contains("On-site"), "{chinese}");
    let plain = of("en", &["docs/examples/paper.toml"]);
    assert!(plain.contains("实地稽核") && plain.contains("经办股"), "{plain}");
}

/// A name that two sections bear names neither; what is an id already is no name.
#[test]
fn a_name_that_two_things_bear_names_neither() {
    let things = [("a", ["甲", "A"]), ("b", ["乙", "B"]), ("c", ["乙", "乙"]), ("乙乙", ["a", "a"])];
    let found = ["a", "甲", "乙", "乙乙", "丁", "B"].map(|wanted| wording::position(wanted, things.iter().copied()));
    assert_eq!(found, [Some(0), Some(0), None, Some(3), None, Some(1)]);
    let twice = [("name = \"稽核股\"", "name = \"综合服务股\""), ("section = \"service\"", "section = \"综合服务股\"")];
    let found = written(&twice, &[]).unwrap_err();
    assert!(format!("{found:?}").contains("综合服务股"), "{found:?}");
}

/// 合同工 is one employment and one post category; among the words of one kind it is one id.
#[test]
fn a_word_means_one_id_among_those_of_its_kind() {
    let employments: Vec<_> = Employment::ALL.iter().map(|one| one.id()).collect();
    let categories: Vec<_> = PostCategory::ALL.iter().map(|one| one.id()).collect();
    assert_eq!(wording::id_of("合同工", &employments), Some("contract"));
    assert_eq!(wording::id_of("合同工", &categories), Some("contract"));
    assert_eq!(wording::id_of("管理岗位", &employments), None);
    let rules: Vec<_> = RuleId::ALL.iter().map(|one| one.id()).collect();
    for rule in &rules {
        let printed = wording::printed(&[rule]);
        assert!(printed.iter().all(|word| wording::id_of(word, &rules) == Some(rule)), "{rule}: {printed:?}");
    }
    assert_eq!(wording::printed(&Sex::ALL.iter().map(|one| one.id()).collect::<Vec<_>>()), ["男", "女"]);
}

fn program(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    command.env_remove("SHUANGGANG_LANG").env("LC_ALL", "C").args(arguments);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn closed_values_take_words_and_completions_offer_them() {
    let printed = program(&["retire", "--born", "1971-04", "--sex", "女", "--category", "专业技术岗位", "-f", "json"]);
    let ids = program(&["retire", "--born", "1971-04", "--sex", "female", "--category", "professional", "-f", "json"]);
    assert_eq!(printed, ids);
    assert_eq!(ids.0, Some(0));
    for shell in ["bash", "zsh", "fish"] {
        assert!(program(&["completions", shell]).1.contains('女'), "{shell}");
    }
}

#[test]
fn what_is_nearly_a_name_is_suggested() {
    for arguments in [
        &["tradeoff", "--audit", "企业漏报瞒报实地稽查"][..],
        &["explain", "企业漏报瞒报实地稽查"],
        &["plan", "--set", "matter.企业漏报瞒报实地稽查.volume=3"],
    ] {
        let (code, _, said) = program(arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("企业漏报瞒报实地稽核"), "{said}");
    }
    let (_, _, said) = program(&["plan", "--rule", "每人任职股室=2"]);
    assert!(said.contains("每人任职股室数"), "{said}");
    let (_, _, said) = program(&["plan", "--hire", "在编:稽核科"]);
    assert!(said.contains("稽核部"), "{said}");
}
