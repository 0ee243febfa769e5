//! The unit as the planner sees it: valid by construction, no places in files, no solver types.
//!
//! Only [`crate::scenario`] builds a [`Unit`]; everything downstream may rely on it.

mod basis;
mod capacity;
mod change;
mod count;
mod figures;
mod future;
mod ids;
mod kinds;
mod law;
mod leave;
mod ledger;
mod matter;
mod monthly;
mod moves;
mod objective;
mod overlay;
mod person;
mod plan;
mod post;
mod quantity;
mod recruitment;
mod retirement;
mod rules;
mod service;
mod staff;
mod staffing;
pub mod tally;
mod terms;
mod unit;
pub mod wisn;

pub use basis::{Basis, Conflict, ConflictTarget, ConflictValue, Input, Sourced};
pub use capacity::{Calendar, CapacityPolicy, annual_leave_days};
pub use change::{Change, RuleChange};
pub use count::{CountedPost, HeadCount};
pub use figures::{Benchmark, Headcount, StatedHeadcount};
pub use future::{Hire, Movement, MovementKind, Uncertainty};
pub use ids::InUnit;
pub use kinds::{EmploymentKind, KindIx};
pub use law::{Law, Pack, Seen};
pub use leave::{LeaveCalendar, LeaveTerms, NoLeave, WEEK_DAYS, leave_weeks};
pub use ledger::{Grant, Ledger, Signature, Signed, Used};
pub use matter::{
    DutyGroup, Matter, MatterIx, MatterStep, Outside, Section, SectionIx, Step, SystemStep, Tier, TierIx, Volume,
};
pub use monthly::{MONTHS, MonthWork, MonthlyWork};
pub use moves::{Mover, Moves};
pub use objective::PARTS;
pub use overlay::{Difference, Overlay, Setting, differences};
pub use person::{
    Absence, AwayReason, Employment, Person, PersonIx, PostCategory, Rank, RetirementChoice, RetirementPolicy, Sex,
    Status,
};
pub use plan::{Method, Plan, PlanStatus, Stage, StageId, StopReason, Work};
pub use post::{Post, PostIx};
pub use quantity::Quantity;
pub use recruitment::{MoneyRange, MonthsRange, Pay, Recruitment, Training};
pub use retirement::{Retirement, RetirementCategory, RosterEntry, minimum_contribution_months};
pub use rules::{CashierRule, ContractRule, RotationRule, RuleId, RuleSource, Rules, Separation};
pub use service::ServiceStatus;
pub use staff::Staff;
pub use staffing::{Event, Overtaken, OvertakenBy, UntilThen};
pub use terms::{Learning, Pin, Terms};
pub use unit::Unit;
