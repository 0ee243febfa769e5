//! Things of a scenario as they are named on the command line: by id, or by the name that the reports print.

use super::failure::Failure;
use crate::diag::nearest;
use crate::scenario::read::wording;
use crate::text::Text;

/// The place of the thing that an argument names among things told by id and names.
pub(super) fn find(text: &Text, argument: &str, wanted: &str, things: &[(&str, [&str; 2])]) -> Result<usize, Failure> {
    wording::position(wanted, things.iter().copied()).ok_or_else(|| {
        let ids = things.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
        let arguments = [("argument", argument), ("value", wanted), ("values", &*ids)];
        Failure::usage(text, &suggested(text, text.with("usage-value-unknown", &arguments), wanted, things))
    })
}

/// A message with the nearest id or name, if one is near.
pub(super) fn suggested(text: &Text, message: String, wanted: &str, things: &[(&str, [&str; 2])]) -> String {
    match nearest(wanted, things.iter().flat_map(|(id, [name, english])| [*id, *name, *english])) {
        Some(name) => text.with("usage-suggestion", &[("message", &message), ("suggestion", &name)]),
        None => message,
    }
}
