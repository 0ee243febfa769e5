//! All integration tests in one binary, so that they link once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

mod alternatives;
mod architecture;
mod bad_input;
mod browser;
mod catalogue;
mod checker;
mod cli;
mod cli_reference;
mod compare;
mod contract;
mod docs_examples;
mod engines;
mod error_docs;
mod explain;
mod generated_units;
mod guards;
mod habits;
mod hire_report;
mod hiring;
mod interrupted;
mod known_service;
mod letter;
mod months;
mod need;
mod optimum;
mod overlays;
mod packs;
mod page;
mod people_tables;
mod plan_report;
mod project_report;
mod projection;
mod proof_docs;
mod proofs;
mod reader_properties;
mod readme;
mod reasons;
mod renderers;
mod report_fixture;
mod request;
mod retire_report;
mod retirement;
mod roster_alone;
mod roster_import;
mod scenario_docs;
mod scenario_files;
mod sensitivity;
mod staffing;
mod tradeoff;
mod unfinished;
mod wisn;
mod workbook;
