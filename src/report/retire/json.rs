//! The JSON of `retire`: when a person, or everyone on a roster, retires. Months as `2026-08`.

use crate::model::{Employment, Retirement, RetirementChoice, RosterEntry, minimum_contribution_months};
use crate::render::json::Number;
use crate::units::{Month, round_half_up};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonFile {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The person's months, at the top level.
    #[serde(flatten)]
    pub window: Window,
}

/// A roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RosterFile {
    /// Name and version of this form.
    pub schema: &'static str,
    /// Everyone, in the order of the roster.
    pub people: Vec<Listed>,
}

/// One person of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Listed {
    /// Id.
    pub id: String,
    /// The person's months, beside the id.
    #[serde(flatten)]
    pub window: Window,
}

/// When somebody retires, and between which months they may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Window {
    /// `established` or `contract`.
    pub employment: &'static str,
    /// False for contract workers: they leave only in a month that the scenario names.
    pub bound_by_law: bool,
    /// `male` or `female`.
    pub sex: &'static str,
    /// Birth month.
    pub born: String,
    /// Post category.
    pub post_category: &'static str,
    /// Whether a senior title is held.
    pub senior_title: bool,
    /// `male60`, `female55`, `female50` or `female60_senior`.
    pub category: &'static str,
    /// The month under the rules before 2025.
    pub pre_reform_month: String,
    /// Months by which the statutory month is later.
    pub delay_months: i32,
    /// The statutory month.
    pub statutory_month: String,
    /// Last day of the statutory month, `2026-08-31`.
    pub last_day: String,
    /// The earliest month by choice.
    pub earliest_month: String,
    /// The latest month by agreement; null where late retirement is closed.
    pub latest_month: Option<String>,
    /// Why it is closed: `management` or `before_reform`.
    pub late_closed: Option<&'static str>,
    /// Last month for the notice of leaving in the earliest month; null if that is the statutory one, or if the
    /// last month would lie before the rule on notices was in force (2025-01).
    pub early_notice_by: Option<String>,
    /// Last month for the agreement to stay beyond the statutory month; null where that is closed.
    pub late_notice_by: Option<String>,
    /// Years of contributions that a pension from the statutory month takes.
    pub minimum_contribution_years: Number,
    /// The same for a pension from the earliest month.
    pub minimum_contribution_years_earliest: Number,
    /// The person's own choice: a month or a policy.
    pub choice: Option<String>,
    /// Why an approval fixes that month, whatever the months above; null where none does.
    pub approval: Option<String>,
}

impl PersonFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.retire/1";

    /// Puts one person into the contract's terms.
    #[must_use]
    pub fn of(person: &RosterEntry) -> Self {
        Self { schema: Self::SCHEMA, window: Window::of(person) }
    }
}

impl RosterFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.retire-roster/1";

    /// Puts a roster into the contract's terms.
    #[must_use]
    pub fn of(people: &[RosterEntry]) -> Self {
        let listed = |person: &RosterEntry| Listed { id: person.id.clone(), window: Window::of(person) };
        Self { schema: Self::SCHEMA, people: people.iter().map(listed).collect() }
    }
}

impl Window {
    fn of(person: &RosterEntry) -> Self {
        let law = person.law();
        let early = law.earliest < law.statutory;
        Self {
            employment: person.employment.id(),
            bound_by_law: person.employment == Employment::Established,
            sex: person.sex.id(),
            born: person.birth.to_string(),
            post_category: person.category.id(),
            senior_title: person.senior_title,
            category: law.category.id(),
            pre_reform_month: law.pre_reform.to_string(),
            delay_months: law.delay_months,
            statutory_month: law.statutory.to_string(),
            last_day: last_day(law.statutory),
            earliest_month: law.earliest.to_string(),
            latest_month: law.latest.map(|month| month.to_string()),
            late_closed: late_closed(&law),
            early_notice_by: early
                .then(|| Retirement::early_notice(law.earliest))
                .flatten()
                .map(|month| month.to_string()),
            late_notice_by: law.latest.map(|_| law.late_notice().to_string()),
            minimum_contribution_years: Number(contribution_years(law.statutory)),
            minimum_contribution_years_earliest: Number(contribution_years(law.earliest)),
            choice: person.retirement.map(|choice| match choice {
                RetirementChoice::Month(month) => month.to_string(),
                RetirementChoice::Policy(policy) => policy.id().to_owned(),
            }),
            approval: person.approval.clone(),
        }
    }
}

/// Why late retirement is closed; `None` where it is open.
#[must_use]
pub const fn late_closed(law: &Retirement) -> Option<&'static str> {
    match law.latest {
        Some(_) => None,
        None if law.delay_months == 0 => Some("before_reform"),
        None => Some("management"),
    }
}

/// Years of contributions that a pension takes which begins in the year of a month.
#[must_use]
pub fn contribution_years(month: Month) -> Decimal {
    // The months are multiples of six, so one decimal is exact.
    round_half_up(Decimal::from(minimum_contribution_months(month.year())) / Decimal::from(12), 1).normalize()
}

/// The last day of a month, `2026-08-31`.
#[must_use]
pub fn last_day(month: Month) -> String {
    format!("{month}-{}", month.last_day())
}
