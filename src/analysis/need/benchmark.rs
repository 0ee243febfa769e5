//! The unit beside what others manage, whether or not that helps its case.

use crate::model::{Headcount, Sourced, Unit};
use crate::units::Number;
use crate::units::number::rounded;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// The unit beside a ratio of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchmarkReading {
    /// So much for each handler elsewhere.
    pub ratio: Sourced<Decimal>,
    /// What the ratio leaves open, in the scenario's own words.
    pub note: Option<String>,
    /// Established people on duty and contract workers, leaders included.
    pub headcount: Headcount,
    /// By the drivers that the ratio is about, then by those that a wider reading adds.
    pub loads: Vec<BenchmarkLoad>,
}

/// The load under one choice of drivers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BenchmarkLoad {
    /// Ids of the drivers.
    pub drivers: Vec<String>,
    /// Their sum.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub load: Decimal,
    /// People who would do at the ratio: load / ratio.
    #[serde(rename = "people_at_ratio")]
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub people: Decimal,
    /// Load for each established person on duty; null where there is none.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Option<Number>")]
    pub for_each_on_duty: Option<Decimal>,
    /// Load for each of them and of the contract workers together; null where there is nobody.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Option<Number>")]
    pub for_each_of_all: Option<Decimal>,
}

impl BenchmarkReading {
    /// Whether the ratio speaks for more people: it asks for more than are at work, contract workers included.
    #[must_use]
    pub fn speaks_for(&self, load: &BenchmarkLoad) -> bool {
        load.people > Decimal::from(self.headcount.on_duty + self.headcount.contract)
    }
}

pub(super) fn reading(unit: &Unit) -> Option<BenchmarkReading> {
    let benchmark = unit.benchmark.as_ref()?;
    let headcount = unit.headcount();
    let load = |drivers: Vec<String>| {
        let load: Decimal = drivers.iter().filter_map(|id| unit.drivers.get(id)).sum();
        let for_each = |people: u32| load.checked_div(people.into());
        BenchmarkLoad {
            load,
            people: load.checked_div(benchmark.ratio.value).unwrap_or_default(),
            for_each_on_duty: for_each(headcount.on_duty),
            for_each_of_all: for_each(headcount.on_duty + headcount.contract),
            drivers,
        }
    };
    let narrow = benchmark.drivers.clone();
    let wide = (!benchmark.wider.is_empty()).then(|| [&benchmark.drivers[..], &benchmark.wider].concat());
    let loads = std::iter::once(narrow).chain(wide).map(load).collect();
    Some(BenchmarkReading { ratio: benchmark.ratio.clone(), note: benchmark.note.clone(), headcount, loads })
}
