//! The JSON of `need`. People in whole numbers where they were solved, in parts by hours.

use crate::analysis::need::{BenchmarkLoad, BenchmarkReading, Cadre, Need};
use crate::model::{Basis, Employment, Staff, Unit};
use crate::report::parts::file::Answer;
use crate::report::plan::json::Headcount;
use crate::units::{Hours, Number};
use schemars::JsonSchema;
use serde::Serialize;

/// The requirement in all its readings.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Needed<'a> {
    /// What there is.
    pub headcount: Headcount,
    /// People present who are no leaders.
    pub present: Staff,
    /// By hours: established, then contract.
    pub by_hours: Vec<ByHours>,
    /// The readings.
    #[serde(flatten)]
    pub need: &'a Need,
    /// The unit beside the ratio of others; null without one.
    pub benchmark: Option<Benchmark<'a>>,
}

impl Answer for Needed<'_> {
    const SCHEMA: &'static str = "shuanggang.need/1";
}

/// One cadre by hours (WISN).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ByHours {
    /// Which.
    pub employment: Employment,
    /// People present.
    pub present: u32,
    /// Section heads among them.
    pub section_heads: u32,
    /// Mean annual leave, days.
    pub leave_days: Number,
    /// Available working time of one person, hours.
    pub available_hours: Hours,
    /// Hours of a year's cases.
    pub service_hours: Hours,
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

/// The unit beside a ratio of others.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Benchmark<'a> {
    /// So much for each handler elsewhere.
    pub ratio: Number,
    /// What the ratio rests on.
    pub basis: Basis,
    /// Where it is from.
    pub source: Option<&'a str>,
    /// By drivers.
    pub loads: Vec<Load<'a>>,
}

/// The load under one choice of drivers.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Load<'a> {
    /// The load.
    #[serde(flatten)]
    pub load: &'a BenchmarkLoad,
    /// Whether the ratio asks for more people than are at work, contract workers included.
    pub speaks_for_more: bool,
}

impl<'a> Needed<'a> {
    /// A requirement beside what there is.
    #[must_use]
    pub fn of(unit: &Unit, need: &'a Need) -> Self {
        Self {
            headcount: Headcount::of(unit),
            present: Staff::present(unit, None),
            by_hours: need.cadres.iter().map(ByHours::from).collect(),
            need,
            benchmark: need.benchmark.as_ref().map(Benchmark::from),
        }
    }
}

impl From<&Cadre> for ByHours {
    fn from(cadre: &Cadre) -> Self {
        let workload = &cadre.workload;
        Self {
            employment: cadre.employment,
            present: cadre.present,
            section_heads: cadre.heads,
            leave_days: Number::rounded(cadre.leave_days),
            available_hours: workload.available,
            service_hours: workload.service,
            service_staff: Number::rounded(workload.service_staff()),
            category_factor: Number::rounded(workload.category_factor()),
            individual_staff: Number::rounded(workload.individual_staff()),
            required: Number::rounded(workload.required()),
            difference: Number::rounded(cadre.difference()),
            ratio: cadre.ratio().map(Number::rounded),
        }
    }
}

impl<'a> From<&'a BenchmarkReading> for Benchmark<'a> {
    fn from(reading: &'a BenchmarkReading) -> Self {
        let load = |load| Load { load, speaks_for_more: reading.speaks_for(load) };
        Self {
            ratio: Number(reading.ratio.value),
            basis: reading.ratio.basis,
            source: reading.ratio.source.as_deref(),
            loads: reading.loads.iter().map(load).collect(),
        }
    }
}
