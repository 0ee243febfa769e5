//! Numbers in JSON: digit by digit, never through binary floating point.

use super::round_half_up;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

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

/// Decimals and whatever holds them, as a result has them.
pub trait Decimals {
    /// The same as numbers of JSON, rounded to 6 decimals.
    type Numbers: Serialize;

    /// Rounds.
    fn numbers(&self) -> Self::Numbers;
}

impl Decimals for Decimal {
    type Numbers = Number;
    fn numbers(&self) -> Number {
        Number::rounded(*self)
    }
}

impl<T: Decimals> Decimals for Option<T> {
    type Numbers = Option<T::Numbers>;
    fn numbers(&self) -> Self::Numbers {
        self.as_ref().map(T::numbers)
    }
}

impl<K: Serialize + Ord + Copy, T: Decimals> Decimals for BTreeMap<K, T> {
    type Numbers = BTreeMap<K, T::Numbers>;
    fn numbers(&self) -> Self::Numbers {
        self.iter().map(|(key, value)| (*key, value.numbers())).collect()
    }
}

/// For `serialize_with`: decimals, rounded to 6 places as quantities are.
///
/// # Errors
/// Those of the serializer.
pub fn rounded<T: Decimals, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.numbers().serialize(serializer)
}
