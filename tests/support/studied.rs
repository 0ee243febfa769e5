//! The page of a plan with everything that stands beside it: the unit of `docs/examples/hours.toml`, and one with
//! another established person.

use shuanggang::analysis::assess;
use shuanggang::analysis::compare::compare;
use shuanggang::analysis::explain::{counts, explain};
use shuanggang::analysis::project::project;
use shuanggang::analysis::tradeoff::tradeoff;
use shuanggang::model::RetirementPolicy;
use shuanggang::optimise::Settings;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Document;
use shuanggang::report::beside::{Beside, Origin};
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::scenario::{self, Options};
use shuanggang::text::{Language, Text};
use std::path::Path;

/// The names of the two scenarios.
pub(crate) const NAMES: [&str; 2] = ["<script>甲</script>", "加一人"];

pub(crate) fn document(language: Language) -> Document {
    let text = Text::new(language);
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/hours.toml"));
    let more = Options { hire: vec!["established".into()], ..Options::default() };
    let [unit, larger] = [Options::default(), more].map(|options| scenario::load_with(path, &options).unwrap().unit);
    let settings = Settings::default();
    let scenarios = NAMES.iter().map(|name| (*name).to_owned()).zip([Some(unit.clone()), Some(larger)]).collect();
    let beside = Beside {
        covered: None,
        vacations: None,
        outlook: Some(project(&unit, 5, RetirementPolicy::Statutory, &settings, &mut ()).unwrap()),
        tradeoff: Some(tradeoff(&unit, &[], &settings, &mut ()).unwrap()),
        explained: Some(explain(&unit, None, &settings, &mut ()).unwrap()),
        sides: compare(scenarios, &settings, &mut ()),
        origin: Origin::Folder,
        changed: true,
    };
    let assessment = assess(&unit, &settings, &mut ()).unwrap();
    let counts = counts(&unit, &assessment.plan, &assessment.shortfalls, &settings);
    let extras = Extras { counts: &counts, beside: Some(&beside), ..Extras::default() };
    plan::document(&unit, &assessment, extras, &text, Detail::Annexed)
}
