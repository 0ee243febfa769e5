//! shuanggang: a staffing and dual-review capacity planner.
//!
//! Data flows one way: [`scenario`] → [`model`] → `optimise` → `check` → `analysis` → `report` → `cli`.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod diag;
pub mod model;
pub mod optimise;
pub mod render;
pub mod report;
pub mod scenario;
pub mod text;
pub mod units;
mod word;
