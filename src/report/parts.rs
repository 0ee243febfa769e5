//! What several answers share: sections, notes, words for findings.

pub(super) mod alike;
pub(super) mod annexes;
pub(super) mod assumptions;
pub(super) mod columns;
pub(super) mod count;
pub(super) mod file;
pub(super) mod findings;
pub(super) mod overlays;
pub(super) mod pack;
pub(super) mod repair;
pub(super) mod retirements;
pub(super) mod statuses;
