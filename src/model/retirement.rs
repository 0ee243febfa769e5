//! Retirement under the law in force since 2025-01-01, in months; no day of the month counts.
//!
//! Sources: 《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》 (2024-09-13) with
//! 《国务院关于渐进式延迟法定退休年龄的办法》, cited as 办法; 《实施弹性退休制度暂行办法》 (人社部发〔2024〕94号),
//! cited as 弹性办法, known from secondary pages; 组通字〔2015〕14号 for women with a senior title.

use super::{Employment, Person, PostCategory, Rank, RetirementChoice, Sex};
use crate::units::Month;
use crate::word::words;
use schemars::JsonSchema;
use serde::Serialize;

/// The first month under the law.
const REFORM: Month = Month::january(2025);
/// Months by which a person may leave before or after the statutory month, by choice (办法 Art. 3).
const FLEXIBLE_MONTHS: i32 = 36;

words! {
    /// Which age and which pace of delay apply to a person.
    pub enum RetirementCategory {
        /// Men: 60, one month every four months, up to 63 (办法 Art. 1).
        Male60 = "male60",
        /// Women in management and professional posts: 55, one month every four months, up to 58 (办法 Art. 1).
        Female55 = "female55",
        /// Women in worker posts: 50, one month every two months, up to 55 (办法 Art. 1).
        Female50 = "female50",
        /// Women professionals with a senior title: 60 (组通字〔2015〕14号), then on the pace of 60 up to 63.
        /// That they may apply to leave earlier is a choice of their own which the planner does not assume.
        Female60Senior = "female60_senior",
    }
}

impl RetirementCategory {
    /// The category of a person. Contract workers are read as worker posts;
    /// they leave only if the scenario says so.
    #[must_use]
    pub const fn of(sex: Sex, category: PostCategory, senior_title: bool) -> Self {
        match (sex, category) {
            (Sex::Male, _) => Self::Male60,
            (Sex::Female, PostCategory::Professional) if senior_title => Self::Female60Senior,
            (Sex::Female, PostCategory::Management | PostCategory::Professional) => Self::Female55,
            (Sex::Female, PostCategory::Worker | PostCategory::Contract) => Self::Female50,
        }
    }

    /// Months of age at which one retired before the reform.
    #[must_use]
    pub const fn old_age(self) -> i32 {
        match self {
            Self::Male60 | Self::Female60Senior => 60 * 12,
            Self::Female55 => 55 * 12,
            Self::Female50 => 50 * 12,
        }
    }

    /// 「每四个月延迟一个月」 or 「每二个月延迟一个月」 (办法 Art. 1).
    const fn pace(self) -> i32 {
        match self {
            Self::Female50 => 2,
            _ => 4,
        }
    }

    /// Most months of delay: to 63, 58 and 55 years.
    const fn most_delay(self) -> i32 {
        match self {
            Self::Female50 => 60,
            _ => 36,
        }
    }
}

/// When a person retires, and between which months they may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Retirement {
    /// Which age and pace.
    pub category: RetirementCategory,
    /// The month before the reform: birth month + old age.
    #[serde(rename = "pre_reform_month")]
    pub pre_reform: Month,
    /// Months of delay.
    pub delay_months: i32,
    /// The statutory month.
    #[serde(rename = "statutory_month")]
    pub statutory: Month,
    /// The earliest month by choice.
    #[serde(rename = "earliest_month")]
    pub earliest: Month,
    /// The latest month by agreement; null where late retirement is closed.
    #[serde(rename = "latest_month")]
    pub latest: Option<Month>,
}

impl Retirement {
    /// The retirement of someone born in a month. `late_is_open` is false for leaders and other management
    /// staff, who 「达到法定退休年龄时应当及时办理退休手续」 (弹性办法 Art. 4).
    ///
    /// Formula: n = months from 2025-01 to the old age; delay = 0 if n < 0, else min(⌊n / pace⌋ + 1, most);
    /// statutory month = birth + old age + delay; earliest = max(birth + old age, statutory − 36);
    /// latest = statutory + 36. Who reached the old age before 2025-01 retired then and has no choice.
    #[must_use]
    pub fn of(born: Month, category: RetirementCategory, late_is_open: bool) -> Self {
        let pre_reform = born.plus(category.old_age());
        let n = pre_reform.months_since(REFORM);
        let delay_months = if n < 0 { 0 } else { (n.div_euclid(category.pace()) + 1).min(category.most_delay()) };
        let statutory = pre_reform.plus(delay_months);
        let earliest = pre_reform.max(statutory.plus(-FLEXIBLE_MONTHS));
        let latest = (late_is_open && n >= 0).then(|| statutory.plus(FLEXIBLE_MONTHS));
        Self { category, pre_reform, delay_months, statutory, earliest, latest }
    }

    /// The retirement of a person of the roster.
    #[must_use]
    pub fn of_person(person: &Person) -> Self {
        let category = RetirementCategory::of(person.sex, person.category, person.senior_title);
        let leads = person.category == PostCategory::Management || person.rank == Rank::Leader;
        Self::of(person.birth, category, !leads)
    }

    /// Last month for the written notice of leaving in `chosen`, before the statutory month:
    /// at least three months ahead (弹性办法). `None` where that month lies before the rule was in force.
    #[must_use]
    pub fn early_notice(chosen: Month) -> Option<Month> {
        Some(chosen.plus(-3)).filter(|month| *month >= REFORM)
    }

    /// Last month for the written agreement to stay: at least one month before the statutory date (弹性办法).
    #[must_use]
    pub const fn late_notice(&self) -> Month {
        self.statutory.plus(-1)
    }
}

/// A person of a roster as far as retirement goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// Id.
    pub id: String,
    /// In the establishment or on contract; contract workers leave by choice only.
    pub employment: Employment,
    /// Male or female.
    pub sex: Sex,
    /// Birth month.
    pub birth: Month,
    /// Post category.
    pub category: PostCategory,
    /// Holds a senior title (副高 or above).
    pub senior_title: bool,
    /// The person's own choice, if known.
    pub retirement: Option<RetirementChoice>,
    /// Why an approval fixes that month, whatever the law lets people choose; only beside a month.
    pub approval: Option<String>,
}

impl RosterEntry {
    /// What the law makes of it. It does not bind contract workers; see [`RetirementCategory::of`].
    #[must_use]
    pub fn law(&self) -> Retirement {
        let category = RetirementCategory::of(self.sex, self.category, self.senior_title);
        Retirement::of(self.birth, category, self.category != PostCategory::Management)
    }
}

/// Months of contributions that a monthly pension takes, by the year it begins: 15 years up to 2029,
/// six months more each year from 2030, 20 years from 2039 (办法 Art. 2).
#[must_use]
pub fn minimum_contribution_months(year: i32) -> i32 {
    15 * 12 + 6 * (year - 2029).clamp(0, 10)
}
