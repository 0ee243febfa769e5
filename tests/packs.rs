//! Law and words of one trade: only a unit that names a pack is told of them.

use assert_cmd::Command;
use fluent_syntax::ast::{Entry, PatternElement};
use fluent_syntax::parser;
use shuanggang::model::{Basis, Law, RuleId, Seen, Unit};
use shuanggang::scenario;
use shuanggang::text::Language;

/// Words of the social-insurance trade, and the load published for it.
const OF_ONE_TRADE: [&str; 12] = [
    "社会保险",
    "社保",
    "参保",
    "养老",
    "工伤",
    "县区",
    "市级",
    "经办机构",
    "insured",
    "insurance",
    "pension",
    "10663",
];

fn minimal(top: &str, rest: &str) -> Result<Unit, shuanggang::diag::Diagnostics> {
    let text = include_str!("../scenarios/minimal.toml").replace("format = 1", &format!("format = 1\n{top}"));
    let roster = include_bytes!("../scenarios/minimal-roster.csv");
    let read = |_: &str| Ok(roster.to_vec());
    scenario::load_text("minimal.toml", &format!("{text}\n{rest}"), read).map(|loaded| loaded.unit)
}

fn source(unit: &Unit, rule: RuleId) -> &str {
    unit.rules.sources[&rule].source.as_deref().unwrap()
}

fn laws(unit: &Unit) -> &[Law] {
    &unit.pack.as_ref().unwrap().laws
}

/// `example-*` and `retire-*` speak of the scenarios in the program and of everybody's pension.
#[test]
fn no_sentence_for_every_unit_speaks_of_one_trade() {
    for language in Language::ALL {
        for (file, source) in language.sources() {
            let resource = parser::parse(*source).unwrap();
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let id = message.id.name;
                let text = |element: &PatternElement<&str>| match element {
                    PatternElement::TextElement { value } => (*value).to_owned(),
                    PatternElement::Placeable { .. } => String::new(),
                };
                let said: String = message.value.iter().flat_map(|pattern| pattern.elements.iter().map(text)).collect();
                let of_everybody = id.starts_with("example-") || file.ends_with("retire.ftl");
                let found = OF_ONE_TRADE.iter().find(|word| said.contains(**word));
                assert!(of_everybody || found.is_none(), "{file}: {id}: {said}");
            }
        }
    }
}

#[test]
fn a_unit_without_a_pack_is_told_of_no_law_of_a_trade() {
    let unit = minimal("", "").unwrap();
    assert!(unit.pack.is_none() && unit.benchmark.is_none());
    for (rule, source) in &unit.rules.sources {
        let source = source.source.as_deref().unwrap_or_default();
        assert!(OF_ONE_TRADE.iter().all(|word| !source.contains(word)), "{}: {source}", rule.id());
    }
}

#[test]
fn a_pack_gives_the_law_of_the_trade_and_the_sources_of_rules_that_the_scenario_does_not_write() {
    let unit = minimal("pack = \"social_insurance\"", "").unwrap();
    assert!(source(&unit, RuleId::DualReview).contains("《社会保险经办条例》第三十七条"));
    let law = laws(&unit).iter().find(|law| law.article.as_deref() == Some("第三十七条")).unwrap();
    assert_eq!(law.text, "应当明确岗位权责，对重点业务、高风险业务分级审核");
    // Whether it is compared with other agencies is the scenario's to say.
    assert!(unit.benchmark.is_none());
    let own = "[rules.dual_review]\non = true\nbasis = \"document\"\nsource = \"本单位制度\"";
    let unit = minimal("pack = \"social_insurance\"", own).unwrap();
    assert_eq!(source(&unit, RuleId::DualReview), "本单位制度");
}

/// The number of the article of the audit measures was never seen, so none is stated.
#[test]
fn what_was_seen_only_quoted_says_so() {
    let unit = minimal("pack = \"social_insurance\"", "").unwrap();
    let quoted: Vec<_> = laws(&unit).iter().filter(|law| law.seen == Seen::Quoted).collect();
    let [law] = &quoted[..] else { panic!("{quoted:?}") };
    assert_eq!((&*law.instrument, &law.article), ("《社会保险稽核办法》", &None));
}

#[test]
fn the_published_load_comes_with_the_pack() {
    let compared = "[benchmark]\ndrivers = [\"insured\"]";
    let missing = minimal("", compared).unwrap_err();
    assert!(format!("{missing:?}").contains("ratio"), "{missing:?}");
    let benchmark = minimal("pack = \"social_insurance\"", compared).unwrap().benchmark.unwrap();
    assert_eq!(benchmark.ratio.value, 10663.into());
    let own = minimal("pack = \"social_insurance\"", &format!("{compared}\nratio = 8000")).unwrap();
    assert_eq!(own.benchmark.unwrap().ratio.value, 8000.into());
}

#[test]
fn a_pack_that_there_is_not_is_refused() {
    let found = minimal("pack = \"social_insurence\"", "").unwrap_err();
    assert!(format!("{found:?}").contains("social_insurance"), "{found:?}");
}

/// Of three trades no text of law was seen: their packs hold habits, say so at every rule, and quote nothing.
#[test]
fn packs_of_trades_whose_law_was_not_seen_hold_habits_only() {
    for (id, name) in
        [("housing_fund", "住房公积金管理"), ("land_registration", "不动产登记"), ("medical_insurance", "医疗保障")]
    {
        // By its name in a report as well.
        for told in [id, name] {
            let unit = minimal(&format!("pack = \"{told}\""), "").unwrap();
            assert_eq!((unit.pack.as_ref().unwrap().id, laws(&unit)), (id, &[][..]));
            let habits =
                unit.rules.sources.values().filter(|source| source.source.as_ref().unwrap().starts_with("惯例"));
            let habits: Vec<_> = habits.collect();
            assert_eq!(habits.len(), 3, "{id}");
            for habit in habits {
                assert_eq!(habit.basis, Basis::Policy, "{id}");
                let said = habit.source.as_ref().unwrap();
                assert!(said.contains("未见条文") && !said.contains('《'), "{id}: {said}");
            }
        }
    }
}

/// A scenario that lists tiers or kinds has its own; one that lists none has those usual in the trade, and the workbook
/// and the text that are written of it name them.
#[test]
fn usual_tiers_and_kinds_come_from_the_pack_where_the_scenario_has_none() {
    let text = include_str!("../scenarios/land-registration/centre.toml");
    let roster = include_bytes!("../scenarios/land-registration/roster.csv");
    let read = |_: &str| Ok(roster.to_vec());
    let load = |text: &str| scenario::load_text("centre.toml", text, read);
    let without = |text: &str, from: &str, to: &str| {
        let (before, rest) = text.split_once(from).unwrap();
        format!("{before}{to}{}", rest.split_once(to).unwrap().1)
    };
    let own = load(text).unwrap();
    let fewer = without(&without(text, "[[tier]]", "[[section]]"), "[[kind]]", "# 窗口：");
    let usual = load(&fewer).unwrap();
    assert_eq!((&usual.unit.tiers, &usual.unit.kinds), (&own.unit.tiers, &own.unit.kinds));
    assert_eq!(load(&usual.to_toml()).unwrap().unit.tiers, own.unit.tiers);
    let nobody = load(&fewer.replace("pack = \"land_registration\"\n", "")).unwrap_err();
    assert!(format!("{nobody:?}").contains("MissingKey"), "{nobody:?}");
    let other = text.replace("id = \"archives\"\nname = \"档案和巡查\"", "id = \"archives\"\nname = \"档案\"");
    assert_eq!(load(&other).unwrap().unit.tiers[2].name, "档案");
}

/// Both languages; law that was seen is counted, habits are called habits.
#[test]
fn plan_and_show_say_what_the_pack_holds() {
    let said = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_shuanggang")).args(arguments).arg("--quiet").output().unwrap();
        String::from_utf8(output.stdout).unwrap().replace('\n', "").replace("  ", " ")
    };
    for command in ["plan", "check", "show"] {
        let chinese = said(&[command, "housing-fund", "--lang", "zh"]);
        assert!(
            chinese.replace(' ', "").contains("行业惯例取“住房公积金管理”：本行业法规条文尚未查证，只用惯例"),
            "{chinese}"
        );
        let english = said(&[command, "housing-fund", "--lang", "en"]).replace(' ', "");
        assert!(english.contains("Housingprovidentfund:notextofitslawwasseen"), "{english}");
        assert!(!said(&[command, "treasury", "--lang", "zh"]).contains("行业惯例"), "{command}");
    }
    for command in [&["plan", "--full"][..], &["show"]] {
        let chinese = said(&[command, &["--lang", "zh"][..]].concat()).replace(' ', "");
        assert!(chinese.contains("条文4条，见过条文的3条、见于转引的1条"), "{command:?}");
    }
    let request = said(&["request", "land-registration", "--format", "markdown", "--lang", "zh"]);
    assert!(!request.contains('《') || request.contains("条文均未见"), "{request}");
}
