//! Stand-in until the real one is merged.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Unit;
use std::path::Path;

/// A unit and what its reader warned of.
pub struct Loaded {
    /// The unit.
    pub unit: Unit,
    /// Warnings.
    pub warnings: Diagnostics,
}

/// Loads nothing.
///
/// # Errors
/// Always.
pub fn load(path: &Path) -> Result<Loaded, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let place = Place { file: path.display().to_string().into(), line: 1, column: 1 };
    diagnostics.push(Diagnostic { code: Code::FileUnreadable, place, facts: Vec::new(), suggestion: None });
    Err(diagnostics)
}

/// Loads nothing.
///
/// # Errors
/// Always.
pub fn embedded() -> Result<Loaded, Diagnostics> {
    load(Path::new("embedded"))
}
