//! Reads numbers together with what they rest on, and keeps the account of them.

use super::Scope;
use crate::model::{Basis, Input, Sourced};
use crate::scenario::read::tree::{Node, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What the numbers of a table rest on unless they say so themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::scenario) struct Origin {
    pub(in crate::scenario) basis: Basis,
    pub(in crate::scenario) source: Option<String>,
}

impl Origin {
    /// What names no basis is an assumption.
    pub(in crate::scenario) const UNKNOWN: Self = Self { basis: Basis::Assumption, source: None };

    /// The origin that a table states, in an enclosing one. A basis of its own comes with a source of its own:
    /// the enclosing source is about the enclosing basis.
    pub(in crate::scenario) fn of(table: &Node, enclosing: &Self) -> Self {
        let source = table.string("source");
        match table.word("basis", &Basis::ALL, Basis::id) {
            Some(basis) => Self { basis, source },
            None => Self { basis: enclosing.basis, source: source.or_else(|| enclosing.source.clone()) },
        }
    }
}

/// A value, bare or in a table of its own.
pub(super) fn sourced<T>(node: &Node, enclosing: &Origin, read: impl FnOnce(&Node) -> Option<T>) -> Option<Sourced<T>> {
    let (value, origin) = match node.value {
        Value::Table(_) => (node.get("value")?, Origin::of(node, enclosing)),
        _ => (node, enclosing.clone()),
    };
    Some(Sourced { value: read(value)?, basis: origin.basis, source: origin.source })
}

/// A number that is known to be whole.
pub(super) fn sourced_whole(node: &Node, enclosing: &Origin) -> Option<Sourced<u32>> {
    sourced(node, enclosing, |value| value.as_number()?.to_u32())
}

impl Scope<'_> {
    /// Reads a number and enters it into the account under a path.
    pub(super) fn number(
        &mut self,
        table: &Node,
        key: &str,
        enclosing: &Origin,
        path: String,
    ) -> Option<Sourced<Decimal>> {
        let number = sourced(table.get(key)?, enclosing, Node::as_number)?;
        self.enter(path, &number);
        Some(number)
    }

    /// Reads a whole number and enters it into the account under a path.
    pub(super) fn whole(&mut self, table: &Node, key: &str, enclosing: &Origin, path: String) -> Option<Sourced<u32>> {
        let number = sourced_whole(table.get(key)?, enclosing)?;
        self.enter(path, &number);
        Some(number)
    }

    /// Enters a number into the account.
    pub(super) fn enter<T: ToString>(&mut self, path: String, number: &Sourced<T>) {
        let Sourced { value, basis, source } = number;
        self.inputs.push(Input { path, value: value.to_string(), basis: *basis, source: source.clone() });
    }
}
