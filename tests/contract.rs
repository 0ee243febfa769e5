//! The JSON contract: what is written is what is read, and what does not fit is refused by its place.

use crate::report_fixture::{assessment, unit};
use pretty_assertions::assert_eq;
use shuanggang::render::json;
use shuanggang::report::plan::json::{Misfit, PlanFile, Problem, ReadError};

fn written() -> String {
    let unit = unit();
    json::write(&PlanFile::of(&unit, &assessment(&unit), Some("某区.toml"))).unwrap()
}

#[test]
fn a_plan_survives_the_journey() {
    let unit = unit();
    let assessment = assessment(&unit);
    let read = PlanFile::parse(&written()).unwrap();
    assert_eq!(read, PlanFile::of(&unit, &assessment, Some("某区.toml")));
    assert_eq!(read.plan(&unit), Ok(assessment.plan));
}

#[test]
fn numbers_are_numbers_and_exact() {
    let json: serde_json::Value = serde_json::from_str(&written()).unwrap();
    let at = |pointer: &str| json.pointer(pointer).unwrap_or_else(|| panic!("{pointer}")).to_string();
    let expected = [
        ("/schema", "\"shuanggang.plan/1\""),
        ("/scenario/as_of", "\"2024-01\""),
        ("/status", "\"optimal\""),
        ("/gap", "0"),
        ("/stages/1/id", "\"service:daily\""),
        ("/stages/1/objective", "1.7505"),
        ("/matters/1/done", "750.5"),
        ("/matters/1/service_level", "0.7505"),
        ("/matters/1/reason/code", "\"hours_exhausted\""),
        ("/matters/1/reason/post", "\"benefits/operations/review\""),
        ("/matters/3/reason/people_needed", "3"),
        ("/matters/3/reason/people_left", "2"),
        ("/matters/0/reason", "null"),
        ("/matters/3/status", "\"stalled\""),
        // 合02: 250.5 cases × 90 min.
        ("/people/6/id", "\"合02\""),
        ("/people/6/hours", "375.75"),
        ("/people/6/hours_available", "1500"),
        ("/people/6/moved", "false"),
        ("/people/6/backup_for/0", "\"合01\""),
        ("/people/7/moved", "true"),
        ("/sections/1/hours", "1881.25"),
        ("/sections/1/hours_available", "6000"),
        ("/posts/0/hours_used", "100"),
        ("/headcount/vacancies", "2"),
        ("/rules/0/on", "true"),
        ("/rules/6/on", "false"),
        ("/conflicts/0/values/1/effect/vacancies/count", "-2"),
        ("/conflicts/1/values/1/effect/replanned/same", "false"),
        ("/findings/1/long_tenure/since", "\"2015-03\""),
        ("/inputs/assumption", "3"),
    ];
    for (pointer, value) in expected {
        assert_eq!(at(pointer), value, "{pointer}");
    }
}

#[test]
fn hours_and_levels_have_six_places() {
    let unit = unit();
    let mut assessment = assessment(&unit);
    // 1000 cases at a third: a level of 0.3333333… and 500 h of handling.
    assessment.plan.done[1] = shuanggang::units::Cases::new(crate::report_fixture::decimal("333.33333333"));
    let file = PlanFile::of(&unit, &assessment, None);
    assert_eq!(file.matters[1].service_level.0.to_string(), "0.333333");
    assert_eq!(file.matters[1].done.0.to_string(), "333.33333333");
}

#[test]
fn a_foreign_plan_is_known_by_its_ids() {
    let json = written()
        .replace("\"benefits/data/handle\"", "\"benefits/data/handel\"")
        .replacen("\"id\": \"编02\"", "\"id\": \"编99\"", 1)
        .replacen("\"id\": \"archive\"", "\"id\": \"archives\"", 1)
        .replacen("\"step\": \"approve\"", "\"step\": \"aprove\"", 1);
    let misfits = PlanFile::parse(&json).unwrap().plan(&unit()).unwrap_err();
    let misfit = |path: &str, found: &str, problem, suggestion: Option<&str>| Misfit {
        path: path.into(),
        found: found.into(),
        problem,
        suggestion: suggestion.map(str::to_owned),
    };
    assert_eq!(
        misfits,
        [
            misfit("matters[2].id", "archives", Problem::Unknown, Some("archive")),
            misfit("matters", "archive", Problem::Missing, None),
            misfit("people[0].work[0].step", "aprove", Problem::Unknown, Some("approve")),
            misfit("people[1].id", "编99", Problem::Unknown, None),
            misfit("people[7].posts[0]", "benefits/data/handel", Problem::Unknown, Some("benefits/data/handle")),
        ]
    );
}

#[test]
fn repeated_people_posts_and_matters_are_refused() {
    let mut file = PlanFile::parse(&written()).unwrap();
    file.people.push(file.people[0].clone());
    file.matters.push(file.matters[0].clone());
    let misfits = file.plan(&unit()).unwrap_err();
    let places: Vec<_> = misfits.iter().map(|misfit| (misfit.path.as_str(), misfit.problem)).collect();
    assert_eq!(
        places,
        [
            ("matters[4].id", Problem::Repeated),
            ("people[8].id", Problem::Repeated),
            ("people[8].posts[0]", Problem::Repeated),
        ]
    );
}

#[test]
fn other_shapes_are_refused_by_line_and_column() {
    let shape = |json: &str| match PlanFile::parse(json) {
        Err(ReadError::Shape { line, column, detail }) => (line, column, detail),
        other => panic!("{other:?}"),
    };
    assert_eq!(shape("{\n  \"schema\": x"), (2, 13, "expected value".into()));
    assert_eq!(shape("[]"), (1, 2, "invalid length 0, expected struct Head with 1 element".into()));
    let unknown = written().replacen("\"engine\"", "\"motor\"", 1);
    let (line, _, detail) = shape(&unknown);
    // 1 {, 2 schema, 3–8 scenario, 9 status, 10 gap, 11 method, 12 engine.
    assert_eq!(line, 12);
    assert!(detail.starts_with("unknown field `motor`"), "{detail}");
    let text = written().replacen("\"done\": 100", "\"done\": \"100\"", 1);
    assert!(shape(&text).2.starts_with("expected a number, found \"100\""));
    let schema = written().replacen("plan/1", "plan/9", 1);
    assert_eq!(PlanFile::parse(&schema), Err(ReadError::Schema { found: "shuanggang.plan/9".into() }));
}
