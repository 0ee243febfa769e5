//! JSON with exact numbers and without characters that a terminal would obey.

use crate::text::is_live;
use crate::units::round_half_up;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt::Write as _;

/// A JSON number that is read and written digit by digit, never through binary floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Number(pub Decimal);

/// The largest number that is read, a million million: more cases, hours or people than there can be.
const MOST_READ: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);

impl Number {
    /// Rounded to 6 decimals, as hours and levels are.
    #[must_use]
    pub fn rounded(value: Decimal) -> Self {
        Self(round_half_up(value, 6))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // `normalize` drops trailing zeros, so that equal numbers are equal bytes.
        RawValue::from_string(self.0.normalize().to_string()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let digits = raw.get();
        let parsed = if digits.contains(['e', 'E']) {
            Decimal::from_scientific(digits)
        } else {
            Decimal::from_str_exact(digits)
        };
        let parsed = parsed.map_err(|_| D::Error::custom(format!("expected a number, found {digits}")))?;
        // What is read is added up and multiplied; within this the sums of a whole file fit a decimal.
        if parsed.abs() > MOST_READ {
            return Err(D::Error::custom(format!("expected a number up to {MOST_READ}, found {digits}")));
        }
        Ok(Self(parsed))
    }
}

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
