//! People: employment, status, rank, and the facts that fix leave and retirement.

use super::{PostIx, SectionIx, Terms};
use crate::units::{Hours, Month};
use crate::word::words;

/// Index of a person in [`super::Unit::people`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIx(pub usize);

words! {
    /// How a person is employed.
    pub enum Employment {
        /// 在编
        Established = "established",
        /// 合同工
        Contract = "contract",
    }
}
words! {
    /// Where a person works on the plan's day.
    pub enum Status {
        /// 在岗
        OnDuty = "on_duty",
        /// 借调在外: on the books here, working elsewhere.
        SecondedOut = "seconded_out",
        /// 借调来: on the books elsewhere, working here.
        SecondedIn = "seconded_in",
        /// 休假在外: away for a time and back by itself; not on loan, so nobody can be called back.
        Away = "away",
    }
}
words! {
    /// Rank; fixes how much of the year goes into posts, and who approves.
    pub enum Rank {
        /// 单位领导
        Leader = "leader",
        /// 股室负责人
        SectionHead = "section_head",
        /// 一般人员
        Staff = "staff",
    }
}
words! {
    /// Sex, as the retirement law counts it.
    pub enum Sex {
        /// 男
        Male = "male",
        /// 女
        Female = "female",
    }
}
words! {
    /// Post category, for retirement (管理、专技、工勤; contract staff have none).
    pub enum PostCategory {
        /// 管理岗
        Management = "management",
        /// 专业技术岗
        Professional = "professional",
        /// 工勤技能岗
        Worker = "worker",
        /// 合同制
        Contract = "contract",
    }
}

words! {
    /// When people leave, where the law gives a choice.
    pub enum RetirementPolicy {
        /// In the statutory month.
        Statutory = "statutory",
        /// As early as the law allows.
        Earliest = "earliest",
        /// As late as the law allows; management posts in the statutory month.
        Latest = "latest",
        /// As before 2025, to show what the reform changed.
        PreReform = "pre_reform",
    }
}

words! {
    /// Why a person is away for a time. No report says it: it is nobody's business but the person's.
    pub enum AwayReason {
        /// 产假
        Maternity = "maternity",
        /// 病假
        Illness = "illness",
        /// 脱产学习
        Study = "study",
        /// 其他
        Other = "other",
    }
}

/// A time in which a person does not work, and after which they are back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// First month; `None` where the roster has the person away already.
    pub from: Option<Month>,
    /// Last month, if known.
    pub until: Option<Month>,
    /// Why, if the scenario says so.
    pub reason: Option<AwayReason>,
}

impl Absence {
    /// Whether a month is part of it.
    #[must_use]
    pub fn holds(&self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.until.is_none_or(|until| month <= until)
    }
}

/// What the roster says of a person's retirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetirementChoice {
    /// In this month. The only way in which contract workers leave.
    Month(Month),
    /// By this policy, whatever policy is projected; never `pre_reform`.
    Policy(RetirementPolicy),
}

/// One person of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Stable id; also what reports print.
    pub id: String,
    /// In the establishment or on contract.
    pub employment: Employment,
    /// On duty, on loan elsewhere, on loan here, away for a time.
    pub status: Status,
    /// Leader, section head or staff.
    pub rank: Rank,
    /// Male or female.
    pub sex: Sex,
    /// Birth month.
    pub birth: Month,
    /// First month of work anywhere; fixes annual leave.
    pub work_since: Month,
    /// For retirement.
    pub category: PostCategory,
    /// Holds a senior title (副高 or above).
    pub senior_title: bool,
    /// Home section; leaders have none.
    pub home: Option<SectionIx>,
    /// Month in which a loan, out or in, ends, if known.
    pub seconded_until: Option<Month>,
    /// On what terms the person works, where they differ from everybody's.
    pub terms: Terms,
    /// When the person is away for a time, past, present or to come.
    pub away: Option<Absence>,
    /// Posts held today, if the roster says so.
    pub posts_today: Vec<PostIx>,
    /// Since when the posts of today are held.
    pub post_since: Option<Month>,
    /// The person's own choice of when to retire, if known.
    pub retirement: Option<RetirementChoice>,
    /// Why an approval fixes that month, whatever the law lets people choose; only beside a month.
    pub approval: Option<String>,
    /// Has left for good by the month that is planned.
    pub departed: bool,
    /// Hours available for posts in the plan year; zero for people on loan elsewhere or away.
    pub hours: Hours,
}

impl Person {
    /// Whether the person works in this unit on the plan's day.
    #[must_use]
    pub const fn is_present(&self) -> bool {
        !self.departed && !matches!(self.status, Status::SecondedOut | Status::Away)
    }

    /// Whether the person is away for a time in a month.
    #[must_use]
    pub fn is_away_in(&self, month: Month) -> bool {
        self.away.is_some_and(|away| away.holds(month))
    }
}
