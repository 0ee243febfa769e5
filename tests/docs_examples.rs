//! What the pages show is what the program prints, and what they solve on paper is what it finds.

use crate::support::console;
use rust_decimal::Decimal;
use shuanggang::analysis::{Limit, PeopleProof, ReasonCode, assess};
use shuanggang::optimise::Settings;
use shuanggang::scenario;

#[test]
fn the_examples_of_the_pages_print_what_the_pages_show() {
    let docs = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
    let files =
        docs.map(|entry| entry.unwrap().path()).filter(|file| file.extension().is_some_and(|ending| ending == "md"));
    let names = files.map(|file| format!("docs/{}", file.file_name().unwrap().to_str().unwrap()));
    let mut pages: Vec<_> = names.chain(["README.md".to_owned()]).collect();
    pages.sort();
    let examples: usize = pages.iter().map(|page| console::run(page)).sum();
    assert!(examples >= 20, "{examples} examples");
}

/// The example of `docs/model.md` with 7,000 enrolments: one reviewer's 2,000 hours less the 500 of the pensions
/// allow 1,500 × 60 / 15 = 6,000 of them; the share of 6/7 is promised to nine decimals, rounded down: 0.857142857 × 7,000.
#[test]
fn the_example_with_more_enrolments_is_slowed_by_its_reviewer() {
    let text = include_str!("../docs/examples/paper.toml").replace("volume = 2000", "volume = 7000");
    let roster = include_bytes!("../docs/examples/paper-roster.csv");
    let unit = scenario::load_text("paper.toml", &text, |_| Ok(roster.to_vec())).unwrap().unit;
    let assessment = assess(&unit, &Settings::default(), &mut ()).unwrap();
    let objectives: Vec<_> = assessment.plan.stages.iter().map(|stage| stage.objective).collect();
    let expected = ["1", "0.857143", "0", "0", "2", "1", "0.815"].map(|n| n.parse::<Decimal>().unwrap());
    assert_eq!(objectives, expected);
    assert_eq!(assessment.plan.done[1].value(), "5999.999999".parse().unwrap());
    let enrolment = &assessment.shortfalls[0].reason;
    assert_eq!((enrolment.code, enrolment.limit), (ReasonCode::KeptForHigherTier, Limit::Hours));
    let audit = &assessment.shortfalls[1].reason;
    assert_eq!((audit.code, audit.limit), (ReasonCode::KeptForHigherTier, Limit::People(PeopleProof::AboveTimeless)));
}
