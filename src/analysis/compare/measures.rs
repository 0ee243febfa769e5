//! What scenarios are measured by: a record for each measure, and what each scenario has of it.

use self::Better::{Higher, Lower};
use self::Of::{Known, Scenario, Tier};
use super::{Planned, Side};
use crate::analysis::EQUAL_SERVICE;
use crate::analysis::ServiceStatus::{Full, Slowed, Stalled};
use crate::model::{Headcount, MoneyRange};
use crate::units::Money;
use crate::word::words;
use rust_decimal::Decimal;

words! {
    /// Which values of a measure are better, whatever the other measures say.
    pub enum Better {
        /// The higher.
        Higher = "higher",
        /// The lower.
        Lower = "lower",
    }
}

/// What is set side by side. Its name in the catalogues is `compared-<id>`.
#[derive(Debug)]
pub struct Measure {
    /// The word used in JSON.
    pub id: &'static str,
    /// Which values are better. Headcounts and idle hours are neither good nor bad, and fewer slowed matters are no
    /// gain where they stall instead.
    pub better: Option<Better>,
    /// Decimals that people are shown.
    pub places: u32,
    /// How it is taken.
    pub of: Of,
}

/// How the value of a measure is taken; none where it is not stated.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// Of the whole scenario: always a row.
    Scenario(fn(&Planned) -> Option<Decimal>),
    /// Of the whole scenario: a row only where some scenario has a value that is not 0.
    Known(fn(&Planned) -> Option<Decimal>),
    /// Of the tier of an id: a row for each tier that some scenario has.
    Tier(fn(&Planned, &str) -> Option<Decimal>),
}

/// Every measure, in the order of the rows. Matters first, then people, posts, hours and money.
pub static MEASURES: [Measure; 17] = [
    Measure { id: "stalled", better: Some(Lower), places: 0, of: Scenario(|p| Some(count(p.with_status(Stalled)))) },
    Measure { id: "slowed", better: None, places: 0, of: Scenario(|p| Some(count(p.with_status(Slowed)))) },
    Measure { id: "full", better: Some(Higher), places: 0, of: Scenario(|p| Some(count(p.with_status(Full)))) },
    // Weighted sum of the service levels of a tier.
    Measure { id: "service", better: Some(Higher), places: 3, of: Tier(service) },
    Measure { id: "authorised", better: None, places: 0, of: Scenario(authorised) },
    Measure { id: "on_books", better: None, places: 0, of: Scenario(|p| Some(heads(p, |h| h.on_books))) },
    Measure { id: "on_duty", better: None, places: 0, of: Scenario(|p| Some(heads(p, |h| h.on_duty))) },
    Measure { id: "seconded_out", better: None, places: 0, of: Scenario(|p| Some(heads(p, |h| h.seconded_out))) },
    Measure { id: "seconded_in", better: None, places: 0, of: Scenario(|p| Some(heads(p, |h| h.seconded_in))) },
    Measure { id: "contract", better: None, places: 0, of: Scenario(|p| Some(heads(p, |h| h.contract))) },
    // Established or on contract; a row only where somebody is.
    Measure { id: "away", better: None, places: 0, of: Known(|p| Some(away(p))) },
    // Authorised − on the books; negative: over the establishment.
    Measure { id: "vacancies", better: None, places: 0, of: Scenario(|p| Some(p.unit.vacancies()?.into())) },
    // People with a handle or review post outside their home section.
    Measure { id: "moved", better: Some(Lower), places: 0, of: Scenario(|p| Some(count(p.moved()))) },
    // Posts, stalled matters' too, without one holder more than a case needs.
    Measure { id: "without_backup", better: Some(Lower), places: 0, of: Scenario(|p| Some(count(p.without_backup()))) },
    Measure { id: "slack_hours", better: None, places: 0, of: Scenario(|p| Some(p.slack().value())) },
    // A year's pay of everyone on the books and on contract, by the lowest and highest reading of what a head costs.
    Measure { id: "yearly_pay_low", better: Some(Lower), places: 0, of: Known(|p| pay(p, |year| year.low)) },
    Measure { id: "yearly_pay_high", better: Some(Lower), places: 0, of: Known(|p| pay(p, |year| year.high)) },
];

fn count(found: impl Iterator) -> Decimal {
    found.count().into()
}

fn heads(planned: &Planned, of: fn(Headcount) -> u32) -> Decimal {
    of(planned.unit.headcount()).into()
}

fn away(planned: &Planned) -> Decimal {
    let count = planned.unit.headcount();
    (count.away + count.contract_away).into()
}

/// Authorised posts (编制数), as stated.
fn authorised(planned: &Planned) -> Option<Decimal> {
    planned.unit.stated.authorised.as_ref().map(|stated| stated.value.into())
}

fn pay(planned: &Planned, of: fn(MoneyRange) -> Money) -> Option<Decimal> {
    Some(of(planned.yearly_pay()?).value())
}

fn service(planned: &Planned, tier: &str) -> Option<Decimal> {
    let service = planned.plan.service(&planned.unit);
    service.into_iter().find(|(ix, ..)| planned.unit[*ix].id == tier).map(|(_, sum, _)| sum)
}

/// One measure of every scenario.
#[derive(Debug)]
pub struct Row {
    /// What is measured.
    pub measure: &'static Measure,
    /// The id of the tier of which it is measured.
    pub tier: Option<String>,
    /// In the order of the scenarios; none where there is no plan or nothing to measure.
    pub values: Vec<Option<Decimal>>,
}

/// Every measure of every scenario: of tiers each that one of them has, in the order in which they come.
#[must_use]
pub fn rows(sides: &[Side]) -> Vec<Row> {
    let mut tiers: Vec<&str> = Vec::new();
    for tier in sides.iter().filter_map(Side::planned).flat_map(|planned| &planned.unit.tiers) {
        if !tiers.contains(&&*tier.id) {
            tiers.push(&tier.id);
        }
    }
    let values = |of: &dyn Fn(&Planned) -> Option<Decimal>| -> Vec<_> {
        sides.iter().map(|side| side.planned().and_then(of)).collect()
    };
    let of_measure = |measure: &'static Measure| -> Vec<Row> {
        match measure.of {
            Scenario(of) => vec![Row { measure, tier: None, values: values(&of) }],
            Known(of) => {
                let row = Row { measure, tier: None, values: values(&of) };
                if row.values.iter().flatten().any(|value| !value.is_zero()) { vec![row] } else { Vec::new() }
            }
            Tier(of) => {
                let row = |tier: &&str| Row {
                    measure,
                    tier: Some((*tier).to_owned()),
                    values: values(&|planned| of(planned, tier)),
                };
                tiers.iter().map(row).collect()
            }
        }
    };
    MEASURES.iter().flat_map(of_measure).collect()
}

impl Row {
    /// What it is called in JSON and in the column of ids; of a tier `service:` and the tier's id.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.tier {
            Some(tier) => format!("{}:{tier}", self.measure.id),
            None => self.measure.id.to_owned(),
        }
    }

    /// What a scenario has more than the first.
    #[must_use]
    pub fn difference(&self, side: usize) -> Option<Decimal> {
        let first = self.values.first().copied().flatten()?;
        let value = self.values.get(side).copied().flatten()?;
        let difference = value - first;
        // Service is known to an engine's tolerance only.
        let nothing = self.tier.is_some() && difference.abs() <= EQUAL_SERVICE;
        Some(if nothing { Decimal::ZERO } else { difference })
    }

    /// Whether a scenario has the best value, alone or with others; never where all have the same.
    #[must_use]
    pub fn is_best(&self, side: usize) -> bool {
        let Some(better) = self.measure.better else { return false };
        let Some(value) = self.values.get(side).copied().flatten() else { return false };
        let apart = |other: Decimal| match better {
            Higher => value - other,
            Lower => other - value,
        };
        let others = || self.values.iter().flatten().map(|other| apart(*other));
        others().all(|apart| apart >= -EQUAL_SERVICE) && others().any(|apart| apart > EQUAL_SERVICE)
    }
}
