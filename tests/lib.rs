//! All integration tests in one binary, so that they link once.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

mod generated_units;
mod optimum;
