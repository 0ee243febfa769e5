//! What a plan means: what stalls, why, and what the answer rests on.

mod assessment;

pub use assessment::{
    Assessment, BasisCount, ConflictEffect, Finding, Limit, Outcome, Reason, ReasonCode, ServiceStatus, Shortfall,
};
