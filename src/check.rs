//! Judges a plan, or the duty table of today, against the rules.
//!
//! Shares nothing with [`crate::optimise`]: its own reading of every rule, exact decimals, no solver.

mod violation;

pub use violation::{Breach, Violation};
