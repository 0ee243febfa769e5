//! How a finding about a person is told.

use super::Scope;
use crate::diag::{Code, Diagnostic};
use crate::scenario::read::tree::Node;

/// A finding about a person, at one of the cells.
pub(super) fn report(code: Code, row: &Node, at: &Node, scope: &mut Scope<'_>) {
    let id = row.text("id").unwrap_or_default();
    scope.found.push(Diagnostic::new(code, &at.place).fact("person", id));
}
