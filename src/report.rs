//! What people and programs read: one view model, many renderers.
//!
//! The views (`plan_view`, `check_view`, `verify_view`) turn results into a [`crate::render::document::Document`];
//! the renderers (`terminal`, `markdown`, `csv`, `html`, `xlsx`) turn a document into a file and decide nothing.
//! The JSON of `contract` is made from the results directly: programs read data, not documents.

mod annexes;
mod assumptions;
mod changes;
pub mod check_contract;
pub mod check_view;
pub mod compare_contract;
pub mod compare_view;
pub mod contract;
pub mod diagnostics;
pub mod diff_view;
pub mod explain_contract;
pub mod explain_view;
pub mod files_view;
mod findings;
pub mod hire_contract;
pub mod hire_view;
pub mod import_contract;
pub mod import_view;
pub mod need_contract;
pub mod need_view;
mod overlays;
pub mod plan_view;
pub mod project_contract;
pub mod project_view;
pub mod request_view;
pub mod retire_contract;
pub mod retire_view;
mod retirements;
pub mod sensitivity_contract;
pub mod sensitivity_view;
pub mod show_contract;
pub mod show_view;
pub mod studies;
pub mod tally;
pub mod tradeoff_contract;
pub mod tradeoff_view;
pub mod verify_contract;
pub mod verify_view;
pub mod wisn_contract;
pub mod wisn_view;
pub mod words;
