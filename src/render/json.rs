//! JSON without characters that a terminal would obey.

use crate::text::is_live;
use serde::Serialize;
use std::fmt::Write as _;

/// Indented JSON with a final line break.
///
/// # Errors
/// If a value cannot be written as JSON, which the types of this crate always can.
pub fn write(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut json = String::new();
    for c in serde_json::to_string_pretty(value)?.chars() {
        // Outside strings JSON has none of these but the line break, so escaping keeps the meaning.
        if is_live(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(json, "\\u{unit:04x}");
            }
        } else {
            json.push(c);
        }
    }
    json.push('\n');
    Ok(json)
}
