//! Sections, matters and their steps.

use super::Sourced;
use crate::units::{Cases, Minutes, Share};
use crate::word::words;
use rust_decimal::Decimal;

/// Index of a section in [`super::Unit::sections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionIx(pub usize);

/// Index of a matter in [`super::Unit::matters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatterIx(pub usize);

/// Index of a tier in [`super::Unit::tiers`]; lower is served first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TierIx(pub usize);

words! {
    /// Kind of work whose people must be kept apart (岗位类别).
    pub enum DutyGroup {
        /// 业务运行
        Operations = "operations",
        /// 基金财务
        Finance = "finance",
        /// 数据管理
        Data = "data",
        /// 稽核内控
        Audit = "audit",
    }
}

words! {
    /// A step of a case (环节), in working order.
    pub enum Step {
        /// 经办/初审
        Handle = "handle",
        /// 复核
        Review = "review",
        /// 复审: a third look before approval, held by staff.
        SecondReview = "second_review",
        /// 审批
        Approve = "approve",
    }
}

/// A priority class of matters (优先级). Tiers are data: the scenario names and orders them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Stable id.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Name shown to readers of English, where it has one.
    pub name_en: Option<String>,
}

/// A section of the unit (股室).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable id.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Name shown to readers of English, where it has one.
    pub name_en: Option<String>,
    /// Duty group of its matters unless a matter names its own.
    pub duty: DutyGroup,
    /// Fewest people who are to work there and nowhere else; 0: any number.
    pub minimum: u32,
}

/// How the yearly volume was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Volume {
    /// Cases a year, stated.
    Stated(Sourced<u32>),
    /// Driver × rate, rounded half up to whole cases.
    Driven {
        /// Id of the driver.
        driver: String,
        /// Cases a year per unit of the driver.
        rate: Sourced<Decimal>,
    },
}

/// One step of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterStep {
    /// Which step.
    pub step: Step,
    /// Minutes that each person at the step spends on one case.
    pub minutes: Sourced<Minutes>,
    /// Distinct people needed at the step on one case, at least 1.
    pub people: u32,
    /// The section that does the step, where it is not the matter's own: a hall that accepts for all.
    pub hall: Option<SectionIx>,
}

/// A step that no person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemStep {
    /// Which step.
    pub step: Step,
    /// Why nobody is needed.
    pub reason: String,
}

/// Work of a matter that others do: the city, a contractor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Share of the cases.
    pub share: Share,
    /// Who does them.
    pub by: String,
    /// Cases of the plan year that come to it, in whole cases.
    pub cases: Cases,
}

/// One kind of case (事项).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Stable id.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Name shown to readers of English, where it has one.
    pub name_en: Option<String>,
    /// The section that owns it.
    pub section: SectionIx,
    /// Its duty group.
    pub duty: DutyGroup,
    /// Its priority class.
    pub tier: TierIx,
    /// Weight of its service level within the tier; positive.
    pub weight: Share,
    /// How the yearly volume was given.
    pub volume: Volume,
    /// Whole cases arriving in the plan year, those done outside left out.
    pub arriving: Cases,
    /// What is done outside; `None`: nothing.
    pub outside: Option<Outside>,
    /// What a case is counted in (件, 批, 户).
    pub unit: String,
    /// Steps that people do, in working order; each kind at most once, at least one.
    pub steps: Vec<MatterStep>,
    /// Steps that the system does.
    pub by_system: Vec<SystemStep>,
    /// Matters that this one inspects.
    pub audits: Vec<MatterIx>,
    /// Matters that come before this one: it is served no further than any of them.
    pub after: Vec<MatterIx>,
    /// The matter whose cases it completes: whoever handles a case of this one handled that case of the other.
    pub same_handler: Option<MatterIx>,
    /// Why it has no second step, when it has none.
    pub dual_review_exempt: Option<String>,
    /// Working days within which a case must be done.
    pub deadline_days: Option<u32>,
    /// Arrives evenly every month and must be done in it.
    pub monthly: bool,
    /// Months (1 to 12) in which it must be done, if fixed.
    pub months: Vec<u8>,
    /// Share of the year's cases that arrives in each month, January first; adds up to 1.
    /// `None`: evenly over `months`, or over the year.
    pub profile: Option<[Share; 12]>,
}

impl Matter {
    /// Whether anything arrives. A matter without cases counts as served, needs nobody and binds nobody.
    #[must_use]
    pub fn has_cases(&self) -> bool {
        self.arriving > Cases::ZERO
    }

    /// Lets so many cases arrive, of which the share done outside goes there, in whole cases.
    pub fn arrive(&mut self, all: Cases) {
        if let Some(outside) = &mut self.outside {
            outside.cases = (all * outside.share).round(0);
        }
        self.arriving = all - self.outside.as_ref().map_or(Cases::ZERO, |outside| outside.cases);
    }

    /// The matters that bound this one: it is served no further than any of them to which anything arrives.
    pub fn bounds(&self) -> impl Iterator<Item = MatterIx> {
        self.after.iter().copied().chain(self.same_handler)
    }

    /// Cases of the plan year, wherever they are done.
    #[must_use]
    pub fn all_cases(&self) -> Cases {
        self.arriving + self.outside.as_ref().map_or(Cases::ZERO, |outside| outside.cases)
    }
}

macro_rules! named {
    ($($thing:ty),+) => {$(
        impl $thing {
            /// The name, and the one for readers of English; the same where it has none.
            #[must_use]
            pub fn names(&self) -> [&str; 2] {
                [&self.name, self.name_en.as_deref().unwrap_or(&self.name)]
            }
        }
    )+};
}

named!(Tier, Section, Matter);
