//! The JSON of `retire`: when a person, or everyone on a roster, retires.

use crate::model::{
    Employment, PostCategory, Retirement, RetirementChoice, RosterEntry, Sex, minimum_contribution_months,
};
use crate::units::{Month, Number, round_half_up};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// One person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The person's months, at the top level.
    #[serde(flatten)]
    pub window: Window<'a>,
}

/// A roster.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RosterFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// Everyone, in the order of the roster.
    pub people: Vec<Listed<'a>>,
}

/// One person of a roster.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Listed<'a> {
    /// Id.
    pub id: &'a str,
    /// The person's months, beside the id.
    #[serde(flatten)]
    pub window: Window<'a>,
}

/// When somebody retires, and between which months they may choose.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Window<'a> {
    /// How the person is employed.
    pub employment: Employment,
    /// False for contract workers: they leave only in a month that the scenario names.
    pub bound_by_law: bool,
    /// Sex.
    pub sex: Sex,
    /// Birth month.
    pub born: Month,
    /// Post category.
    pub post_category: PostCategory,
    /// Whether a senior title is held.
    pub senior_title: bool,
    /// What the law says.
    #[serde(flatten)]
    pub law: Retirement,
    /// Last day of the statutory month, `2026-08-31`.
    pub last_day: String,
    /// Why late retirement is closed: `management` or `before_reform`.
    pub late_closed: Option<&'static str>,
    /// Last month for the notice of leaving in the earliest month; null if that is the statutory one, or if the
    /// last month would lie before the rule on notices was in force (2025-01).
    pub early_notice_by: Option<Month>,
    /// Last month for the agreement to stay beyond the statutory month; null where that is closed.
    pub late_notice_by: Option<Month>,
    /// Years of contributions that a pension from the statutory month takes.
    pub minimum_contribution_years: Number,
    /// The same for a pension from the earliest month.
    pub minimum_contribution_years_earliest: Number,
    /// The person's own choice: a month or a policy.
    pub choice: Option<String>,
    /// Why an approval fixes that month, whatever the months above; null where none does.
    pub approval: Option<&'a str>,
}

impl<'a> PersonFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.retire/1";

    /// What the law says of a person.
    #[must_use]
    pub fn of(person: &'a RosterEntry) -> Self {
        Self { schema: Self::SCHEMA, window: Window::of(person) }
    }
}

impl<'a> RosterFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.retire-roster/1";

    /// What the law says of everyone on a roster.
    #[must_use]
    pub fn of(people: &'a [RosterEntry]) -> Self {
        let listed = |person: &'a RosterEntry| Listed { id: &person.id, window: Window::of(person) };
        Self { schema: Self::SCHEMA, people: people.iter().map(listed).collect() }
    }
}

impl<'a> Window<'a> {
    fn of(person: &'a RosterEntry) -> Self {
        let law = person.law();
        let early = law.earliest < law.statutory;
        Self {
            employment: person.employment,
            bound_by_law: person.employment == Employment::Established,
            sex: person.sex,
            born: person.birth,
            post_category: person.category,
            senior_title: person.senior_title,
            last_day: last_day(law.statutory),
            late_closed: late_closed(&law),
            early_notice_by: early.then(|| Retirement::early_notice(law.earliest)).flatten(),
            late_notice_by: law.latest.map(|_| law.late_notice()),
            minimum_contribution_years: Number(contribution_years(law.statutory)),
            minimum_contribution_years_earliest: Number(contribution_years(law.earliest)),
            law,
            choice: person.retirement.map(|choice| match choice {
                RetirementChoice::Month(month) => month.to_string(),
                RetirementChoice::Policy(policy) => policy.id().to_owned(),
            }),
            approval: person.approval.as_deref(),
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
