//! Whatever is in the files, the reader neither panics nor accepts nonsense.

use super::support::regressions;
use super::support::small::{self, PEOPLE, SCENARIO};
use proptest::prelude::*;
use shuanggang::diag::Diagnostics;
use shuanggang::model::{RetirementChoice, Unit};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::Loaded;
use shuanggang::text::{Language, Text};
use shuanggang::units::{Cases, Hours, Share};

thread_local! {
    /// Loading a catalogue takes longer than loading a scenario.
    static TEXTS: [Text; 2] = Language::ALL.map(Text::new);
}

/// What an edit does to a text.
#[derive(Debug, Clone)]
enum Damage {
    Delete,
    Insert(String),
    Repeat,
}

fn damage() -> impl Strategy<Value = (prop::sample::Index, usize, Damage)> {
    let pieces = prop::sample::select(vec![
        "\"",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "-",
        "0",
        "9",
        "1e99",
        "nan",
        ".",
        "[[",
        "]]",
        "\\",
        "é",
        "股",
        "\t",
        "\u{0}",
        "true",
        "2024-01-01",
        "/",
        ";",
        "#",
        "'''",
        "\"\"\"",
        "0x",
        "99999999999999999999",
        "handle",
        "review",
    ]);
    let damage = prop_oneof![
        Just(Damage::Delete),
        pieces.prop_map(|piece| Damage::Insert(piece.to_owned())),
        Just(Damage::Repeat),
    ];
    (any::<prop::sample::Index>(), 1..30_usize, damage)
}

fn apply(text: &str, edits: &[(prop::sample::Index, usize, Damage)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (index, length, damage) in edits {
        let start = index.index(chars.len() + 1);
        let end = (start + length).min(chars.len());
        match damage {
            Damage::Delete => drop(chars.drain(start..end)),
            Damage::Insert(piece) => drop(chars.splice(start..start, piece.chars())),
            Damage::Repeat => {
                let part = chars[start..end].to_vec();
                drop(chars.splice(end..end, part));
            }
        }
    }
    chars.into_iter().collect()
}

/// A refusal says why, in words; an acceptance gives a unit that keeps the promises of the model.
fn is_sound(outcome: &Result<Loaded, Diagnostics>) {
    match outcome {
        Err(found) => {
            assert!(found.has_errors());
            TEXTS.with(|texts| assert!(texts.iter().all(|text| !render(found, text).contains("{$"))));
        }
        Ok(loaded) => {
            assert!(!loaded.warnings.has_errors());
            keeps_its_promises(&loaded.unit);
        }
    }
}

fn keeps_its_promises(unit: &Unit) {
    assert!(!unit.matters.is_empty() && !unit.sections.is_empty() && !unit.tiers.is_empty() && !unit.people.is_empty());
    for matter in &unit.matters {
        assert!(matter.section.0 < unit.sections.len() && matter.tier.0 < unit.tiers.len());
        assert!(matter.arriving >= Cases::ZERO && matter.arriving.value().is_integer());
        assert!(!matter.steps.is_empty() && matter.steps.is_sorted_by(|a, b| a.step < b.step));
        assert!(matter.steps.iter().all(|step| step.people > 0));
        assert!(matter.profile.is_none_or(|profile| profile.into_iter().sum::<Share>() == Share::ONE));
        assert!(matter.audits.iter().all(|audited| audited.0 < unit.matters.len()));
    }
    for person in &unit.people {
        assert_eq!(person.hours > Hours::ZERO, person.is_present());
        assert!(person.home.is_none_or(|home| home.0 < unit.sections.len()));
        if let Some(RetirementChoice::Month(month)) = person.retirement {
            assert!(month >= unit.as_of);
        }
        assert!(person.birth < person.work_since && person.work_since <= unit.as_of);
    }
    assert!(unit.hires.is_sorted_by_key(|hire| hire.month));
    for hire in &unit.hires {
        assert!(hire.month > unit.as_of && hire.work_since <= hire.month && hire.count > 0);
        assert!(hire.section.0 < unit.sections.len());
    }
}

proptest! {
    #![proptest_config(regressions(2_000))]

    #[test]
    fn random_bytes_are_refused_without_a_panic(text in ".{0,200}", people in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(small::load(&text, PEOPLE.as_bytes()).is_err());
        let outcome = small::load(SCENARIO, &people);
        prop_assert!(outcome.is_err());
        is_sound(&outcome);
    }

    #[test]
    fn a_damaged_scenario_is_refused_or_still_sound(edits in prop::collection::vec(damage(), 1..6)) {
        is_sound(&small::load(&apply(SCENARIO, &edits), PEOPLE.as_bytes()));
    }

    #[test]
    fn a_damaged_roster_is_refused_or_still_sound(edits in prop::collection::vec(damage(), 1..6)) {
        is_sound(&small::load(SCENARIO, apply(PEOPLE, &edits).as_bytes()));
    }
}

proptest! {
    #![proptest_config(regressions(200))]

    #[test]
    fn the_damaged_baseline_is_refused_or_still_sound(edits in prop::collection::vec(damage(), 1..10)) {
        let scenario = apply(include_str!("../scenarios/hongjiang/baseline.toml"), &edits);
        let people = include_bytes!("../scenarios/hongjiang/roster.csv");
        is_sound(&shuanggang::scenario::load_text("baseline.toml", &scenario, |_| Ok(people.to_vec())));
    }
}
