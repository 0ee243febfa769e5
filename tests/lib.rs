//! All integration tests in one binary, so that they link once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

mod bad_input;
mod catalogue;
mod cli;
mod cli_reference;
mod contract;
mod error_docs;
mod generated_units;
mod optimum;
mod plan_report;
mod reader_properties;
mod renderers;
mod report_fixture;
mod retirement;
mod roster_alone;
mod scenario_docs;
mod scenario_files;
