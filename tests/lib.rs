//! All integration tests in one binary, so that they link once.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

mod generated_units;
mod optimum;
mod bad_input;
mod error_docs;
mod reader_properties;
mod scenario_docs;
mod scenario_files;
