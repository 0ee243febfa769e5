//! Volumes that are large but legal: what the tolerance of an engine comes to in hours is taken back before a plan is
//! judged, and a plan of a changed unit that is refused all the same is told in the words of that unit.

use shuanggang::analysis::assess;
use shuanggang::analysis::explain::remedies;
use shuanggang::check::verify;
use shuanggang::model::Unit;
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario::{self, Options};
use std::path::Path;

fn minimal(settings: Vec<String>, rules: Vec<String>) -> Unit {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/minimal.toml");
    let options = Options { set: settings, rule: rules, ..Options::default() };
    scenario::load_with(&file, &options).unwrap().unit
}

/// Numbers that look random and are the same in every run (Knuth's multiplier and increment).
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// 10⁴ to 10⁸, every order of magnitude alike.
    fn cases(&mut self) -> u64 {
        let order = 10_u64.pow(4 + u32::try_from(self.below(4)).unwrap());
        order + self.below(9 * order)
    }
}

#[test]
fn every_draw_of_many_cases_gives_a_checked_plan() {
    let mut draws = Draws(2024);
    for draw in 0..160 {
        let settings = vec![
            format!("matter.payment_check.volume={}", draws.cases()),
            format!("matter.payment_check.handle.minutes={}", 1 + draws.below(240)),
            format!("matter.site_audit.volume={}", if draw % 2 == 0 { 20 } else { draws.cases() }),
            format!("matter.enrolment.rate={}.{:02}", draws.below(1000), draws.below(100)),
        ];
        let rules = match draw % 4 {
            0 | 1 => Vec::new(),
            2 => vec!["separation=case".to_owned()],
            _ => vec!["separation=off".to_owned()],
        };
        let unit = minimal(settings.clone(), rules);
        let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
        assert_eq!(verify(&unit, &plan), [], "{settings:?}");
    }
}

/// The reported unit: with its reasons, and with what a change of staff would do, which plans other units.
#[test]
fn the_reported_unit_is_planned_and_its_remedies_too() {
    let settings = ["payment_check.volume=456309", "payment_check.handle.minutes=120", "enrolment.rate=1.37"];
    let unit = minimal(settings.map(|set| format!("matter.{set}")).to_vec(), Vec::new());
    let settings = Settings::default();
    let assessment = assess(&unit, &settings, &mut ()).unwrap();
    assert!(!remedies(&unit, &assessment.plan, &assessment.shortfalls, &settings).unwrap().is_empty());
}
