//! The JSON of `need`. People in whole numbers where they were solved, in parts by hours; sections and posts by id.

use crate::analysis::need::{BenchmarkReading, Cadre, Need, PostHours, Reading as Read, SectionNeed};
use crate::model::{Staff as Heads, Unit};
use crate::render::json::Number;
use crate::report::plan::json::{Headcount, Scenario};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The requirement in all its readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was worked out.
    pub scenario: Scenario,
    /// What there is.
    pub headcount: Headcount,
    /// People present who are no leaders.
    pub present: Staff,
    /// By hours: established, then contract.
    pub by_hours: Vec<ByHours>,
    /// Hours at posts that only leaders hold.
    pub leader_hours_needed: Number,
    /// Hours that the leaders present have.
    pub leader_hours_available: Number,
    /// Fewest people, each reading solved.
    pub readings: Vec<Reading>,
    /// Section by section.
    pub sections: Vec<Section>,
    /// Post by post.
    pub posts: Vec<Post>,
    /// The unit beside the ratio of others; null without one.
    pub benchmark: Option<Benchmark>,
}

/// Heads by employment, leaders left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Established.
    pub established: u32,
    /// On contract.
    pub contract: u32,
}

/// One cadre by hours (WISN).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByHours {
    /// `established` or `contract`.
    pub employment: String,
    /// People present.
    pub present: u32,
    /// Section heads among them.
    pub section_heads: u32,
    /// Mean annual leave, days.
    pub leave_days: Number,
    /// Available working time of one person, hours.
    pub available_hours: Number,
    /// Hours of a year's cases.
    pub service_hours: Number,
    /// Service hours / available hours.
    pub service_staff: Number,
    /// Category allowance factor.
    pub category_factor: Number,
    /// Individual allowance, people.
    pub individual_staff: Number,
    /// Required people.
    pub required: Number,
    /// Present − required.
    pub difference: Number,
    /// Present / required; null where nothing is required.
    pub ratio: Option<Number>,
}

/// One solved reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Whether hours count, or rules alone.
    pub hours: bool,
    /// `in_force`, `alone` or `pooled`.
    pub sections: String,
    /// Whether every post has one holder more than a case needs.
    pub covered: bool,
    /// The fewest people; null where no number is enough.
    pub fewest: Option<Fewest>,
}

/// The fewest people of a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fewest {
    /// Established, section heads included.
    pub established: u32,
    /// On contract.
    pub contract: u32,
    /// Leaders to be added to those present.
    pub leaders_added: u32,
    /// No staffing has fewer people in all, leaders to be added included.
    pub bound: u32,
    /// Whether fewer are proven impossible, in all and of the established.
    pub proven: bool,
    /// No staffing with as few people has fewer of either employment, section heads included.
    pub least: Staff,
}

/// One section, with its people to itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Hours of steps that contract workers may do.
    pub hours_open_to_contract: Number,
    /// Hours of steps that only established staff may do.
    pub hours_established_only: Number,
    /// Required by hours, in people.
    pub by_hours: Number,
    /// By rule alone; null where no number is enough.
    pub by_rule: Option<Staff>,
    /// By rule alone, every post held twice.
    pub by_rule_covered: Option<Staff>,
    /// By hours and rules.
    pub by_both: Option<Staff>,
    /// People present whose home it is.
    pub present: Staff,
}

/// One post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Id.
    pub id: String,
    /// `leader`, `established` or `contract`: who does it when contract workers do what they may.
    pub holder: String,
    /// Hours of a year's cases.
    pub hours: Number,
    /// Holders so that the hours fit.
    pub by_hours: u32,
    /// Holders that the rules demand.
    pub by_rule: u32,
}

/// The unit beside a ratio of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// So much for each handler elsewhere.
    pub ratio: Number,
    /// What the ratio rests on.
    pub basis: String,
    /// Where it is from.
    pub source: Option<String>,
    /// By drivers.
    pub loads: Vec<Load>,
}

/// The load under one choice of drivers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// Ids of the drivers.
    pub drivers: Vec<String>,
    /// Their sum.
    pub load: Number,
    /// People who would do at the ratio.
    pub people_at_ratio: Number,
    /// For each established person on duty; null where there is none.
    pub for_each_on_duty: Option<Number>,
    /// For each of them and the contract workers; null where there is nobody.
    pub for_each_of_all: Option<Number>,
    /// Whether the ratio asks for more people than are at work, contract workers included.
    pub speaks_for_more: bool,
}

impl NeedFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.need/1";

    /// Puts a requirement into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, need: &Need, file: Option<&str>) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            headcount: Headcount::counted(unit, unit.headcount()),
            present: Staff::of(Heads::present(unit, None)),
            by_hours: need.cadres.iter().map(ByHours::of).collect(),
            leader_hours_needed: Number::rounded(need.leaders.0.value()),
            leader_hours_available: Number::rounded(need.leaders.1.value()),
            readings: need.readings.iter().map(Reading::of).collect(),
            sections: need.sections.iter().map(|section| Section::of(unit, section)).collect(),
            posts: need.posts.iter().map(|post| Post::of(unit, post)).collect(),
            benchmark: need.benchmark.as_ref().map(Benchmark::of),
        }
    }
}

impl Staff {
    const fn of(heads: Heads) -> Self {
        Self { established: heads.established, contract: heads.contract }
    }
}

impl ByHours {
    fn of(cadre: &Cadre) -> Self {
        let workload = &cadre.workload;
        Self {
            employment: cadre.employment.id().to_owned(),
            present: cadre.present,
            section_heads: cadre.heads,
            leave_days: Number::rounded(cadre.leave_days),
            available_hours: Number::rounded(workload.available.value()),
            service_hours: Number::rounded(workload.service.value()),
            service_staff: Number::rounded(workload.service_staff()),
            category_factor: Number::rounded(workload.category_factor()),
            individual_staff: Number::rounded(workload.individual_staff()),
            required: Number::rounded(workload.required()),
            difference: Number::rounded(cadre.difference()),
            ratio: cadre.ratio().map(Number::rounded),
        }
    }
}

impl Reading {
    fn of(reading: &Read) -> Self {
        Self {
            hours: reading.hours,
            sections: reading.sections.id().to_owned(),
            covered: reading.covered,
            fewest: reading.found.as_ref().map(|found| Fewest {
                established: found.staff.established,
                contract: found.staff.contract,
                leaders_added: found.leaders_added,
                bound: found.bound,
                proven: found.proven,
                least: Staff::of(found.least),
            }),
        }
    }
}

impl Section {
    fn of(unit: &Unit, need: &SectionNeed) -> Self {
        Self {
            id: unit[need.section].id.clone(),
            hours_open_to_contract: Number::rounded(need.hours.open_to_contract.value()),
            hours_established_only: Number::rounded(need.hours.established_only.value()),
            by_hours: Number::rounded(need.hours.required),
            by_rule: need.by_rule.map(Staff::of),
            by_rule_covered: need.by_rule_covered.map(Staff::of),
            by_both: need.by_both.map(Staff::of),
            present: Staff::of(need.present),
        }
    }
}

impl Post {
    fn of(unit: &Unit, post: &PostHours) -> Self {
        Self {
            id: unit.post_id(post.post),
            holder: post.holder.id().to_owned(),
            hours: Number::rounded(post.hours.value()),
            by_hours: post.by_hours,
            by_rule: post.by_rule,
        }
    }
}

impl Benchmark {
    fn of(reading: &BenchmarkReading) -> Self {
        let loads = reading.loads.iter().map(|load| Load {
            drivers: load.drivers.clone(),
            load: Number(load.load),
            people_at_ratio: Number::rounded(load.people),
            for_each_on_duty: load.for_each_on_duty.map(Number::rounded),
            for_each_of_all: load.for_each_of_all.map(Number::rounded),
            speaks_for_more: reading.speaks_for(load),
        });
        Self {
            ratio: Number(reading.ratio.value),
            basis: reading.ratio.basis.id().to_owned(),
            source: reading.ratio.source.clone(),
            loads: loads.collect(),
        }
    }
}
