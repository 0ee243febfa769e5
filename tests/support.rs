//! Helpers shared by the tests.

pub(crate) mod brute_force;
pub(crate) mod console;
pub(crate) mod generated;
pub(crate) mod small;
pub(crate) mod tiny;
