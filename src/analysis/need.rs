//! How many people the work takes: by hours alone, by rule alone, by both; beside what there is and what others manage.

mod benchmark;
mod hours;
mod readings;

pub use benchmark::{BenchmarkLoad, BenchmarkReading};
pub use hours::{Cadre, Holder, LeaderHours, PostHours, SectionHours};
pub use readings::{Found, Missing, Reading, Sections};

use super::{AssessError, Steps};
use crate::model::{SectionIx, Staff, Unit};
use crate::optimise::Settings;
use schemars::JsonSchema;
use serde::Serialize;

/// The requirement in all its readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Need {
    /// By hours: established staff, then contract workers; leaders are counted apart.
    #[serde(skip)]
    pub cadres: [Cadre; 2],
    /// Leaders, who are counted in hours.
    #[serde(flatten)]
    pub leaders: LeaderHours,
    /// Fewest people, each reading solved for itself.
    pub readings: Vec<Reading>,
    /// Section by section, in the order of the scenario.
    pub sections: Vec<SectionNeed>,
    /// Post by post.
    pub posts: Vec<PostHours>,
    /// The unit beside the ratio of others, if the scenario has one.
    #[serde(skip)]
    pub benchmark: Option<BenchmarkReading>,
}

/// What one section takes when it has its people to itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionNeed {
    /// Id.
    #[serde(rename = "id")]
    pub section: SectionIx,
    /// By hours.
    #[serde(flatten)]
    pub hours: SectionHours,
    /// By rule alone; null where no number of people is enough.
    pub by_rule: Option<Staff>,
    /// By rule alone, every post held by one person more.
    pub by_rule_covered: Option<Staff>,
    /// By hours and rules.
    pub by_both: Option<Staff>,
    /// People present whose home it is, leaders left out.
    pub present: Staff,
}

impl Need {
    /// A reading, if it was solved.
    #[must_use]
    pub fn reading(&self, hours: bool, sections: Sections, covered: bool) -> Option<&Reading> {
        self.readings.iter().find(|r| r.hours == hours && r.sections == sections && r.covered == covered)
    }

    /// The people found by the rules in force, with hours or without.
    #[must_use]
    pub fn in_force(&self, hours: bool) -> Option<&Found> {
        self.reading(hours, Sections::InForce, false)?.found.as_ref()
    }
}

/// The fewest people by the rules in force, by rule alone and with hours, and no other reading.
///
/// # Errors
/// See [`AssessError`].
pub(super) fn in_force(unit: &Unit, settings: &Settings) -> Result<[Option<Found>; 2], AssessError> {
    let fewest = |hours| readings::fewest(unit, hours, Sections::InForce, false, settings);
    Ok([fewest(false)?, fewest(true)?])
}

/// Works out every reading; each fewest number is proven by the solver and confirmed by a checked plan.
///
/// # Errors
/// See [`AssessError`].
pub fn need(unit: &Unit, settings: &Settings, steps: &mut dyn Steps) -> Result<Need, AssessError> {
    let readings = readings::readings(unit, settings, steps)?;
    let alone = |hours, covered| -> Vec<Option<Staff>> {
        // Where the rules in force keep everyone to one section, that reading stands for both.
        let kept = [Sections::Alone, Sections::InForce].into_iter().find_map(|sections| {
            readings.iter().find(|r| r.hours == hours && r.sections == sections && r.covered == covered)
        });
        let found = kept.and_then(|reading| reading.found.as_ref());
        let by_section = found.and_then(|found| found.by_section.clone()).unwrap_or_default();
        unit.sections().map(|(ix, _)| by_section.get(ix.0).copied()).collect()
    };
    let (by_rule, covered, both) = (alone(false, false), alone(false, true), alone(true, false));
    let sections = unit.sections().map(|(section, _)| SectionNeed {
        section,
        hours: hours::of_section(unit, section),
        by_rule: by_rule[section.0],
        by_rule_covered: covered[section.0],
        by_both: both[section.0],
        present: Staff::present(unit, Some(section)),
    });
    Ok(Need {
        cadres: hours::cadres(unit),
        leaders: hours::leaders(unit),
        sections: sections.collect(),
        posts: unit.needed_posts().map(|(post, _)| hours::of_post(unit, post)).collect(),
        benchmark: benchmark::reading(unit),
        readings,
    })
}
