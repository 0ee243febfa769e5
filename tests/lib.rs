//! The tests of the whole crate, in one program so that it is linked once.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod catalogue;
mod cli;
mod cli_reference;
mod contract;
mod plan_report;
mod renderers;
mod report_fixture;
