//! Units of measure as types, so that hours cannot be added to cases.
//!
//! Values are exact decimals; binary floating point lives inside [`crate::optimise`] only. In JSON they are numbers
//! rounded to 6 decimals, months `2026-08`.
//! The legal products are few and all stand in this file:
//! minutes a case × cases = hours, hours × share = hours, cases × share = cases, money × heads = money.

mod day;
pub mod number;

pub use day::Day;
pub use number::Number;

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing of this unit.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// Wraps a plain number.
            #[must_use]
            pub const fn new(value: Decimal) -> Self {
                Self(value)
            }

            /// The plain number.
            #[must_use]
            pub const fn value(self) -> Decimal {
                self.0
            }

            /// Rounded half away from zero to `places` decimals.
            #[must_use]
            pub fn round(self, places: u32) -> Self {
                Self(round_half_up(self.0, places))
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
                values.fold(Self::ZERO, Add::add)
            }
        }

        impl From<u32> for $name {
            fn from(value: u32) -> Self {
                Self(Decimal::from(value))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Number::rounded(self.0).serialize(serializer)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                Number::json_schema(generator)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

unit!(
    /// Working hours.
    Hours
);
unit!(
    /// Minutes that one person spends on one case at one step.
    Minutes
);
unit!(
    /// Cases of a matter; arriving cases are whole, done cases need not be.
    Cases
);
unit!(
    /// A part of a whole, 0 to 1.
    Share
);
unit!(
    /// Money in yuan; what is paid is in whole cents, so that sums of shown amounts are the shown sums.
    Money
);

impl Money {
    /// So many ten thousands of yuan (万元), in which budgets are written.
    #[must_use]
    pub fn of_ten_thousands(value: Decimal) -> Self {
        Self(value * Decimal::from(10_000))
    }

    /// The same in ten thousands of yuan.
    #[must_use]
    pub fn ten_thousands(self) -> Decimal {
        self.0 / Decimal::from(10_000)
    }

    /// What one of so many equal heads gets, to the cent; nothing when there are none.
    #[must_use]
    pub fn a_head(self, heads: u32) -> Self {
        Self(self.0.checked_div(Decimal::from(heads)).unwrap_or_default()).round(2)
    }

    /// What a yearly amount comes to in so many months, to the cent.
    #[must_use]
    pub fn for_months(self, months: u32) -> Self {
        Self(self.0 * Decimal::from(months) / Decimal::from(12)).round(2)
    }
}

impl Mul<u32> for Money {
    type Output = Self;
    fn mul(self, heads: u32) -> Self {
        Self(self.0 * Decimal::from(heads))
    }
}

impl Share {
    /// The whole.
    pub const ONE: Self = Self(Decimal::ONE);
}

impl Mul<Cases> for Minutes {
    type Output = Hours;
    fn mul(self, cases: Cases) -> Hours {
        Hours(self.0 * cases.0 / Decimal::from(60))
    }
}

impl Mul<Share> for Hours {
    type Output = Hours;
    fn mul(self, share: Share) -> Hours {
        Hours(self.0 * share.0)
    }
}

impl Mul<Share> for Cases {
    type Output = Cases;
    fn mul(self, share: Share) -> Cases {
        Cases(self.0 * share.0)
    }
}

impl Hours {
    /// These hours as a share of `whole`; zero when there is no whole.
    #[must_use]
    pub fn share_of(self, whole: Self) -> Share {
        ratio(self.0, whole.0)
    }
}

impl Cases {
    /// These cases as a share of `whole`; zero when there is no whole.
    #[must_use]
    pub fn share_of(self, whole: Self) -> Share {
        ratio(self.0, whole.0)
    }
}

fn ratio(part: Decimal, whole: Decimal) -> Share {
    Share(part.checked_div(whole).unwrap_or_default())
}

/// Rounds half away from zero, the way people expect (`rust_decimal` formats by truncation).
#[must_use]
pub fn round_half_up(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A calendar month. All dates of the planner are months: the law counts in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Month {
    /// A month of a year; `None` unless `month` is 1 to 12 and `year` 1900 to 2200.
    #[must_use]
    pub const fn new(year: i32, month: u8) -> Option<Self> {
        if year < 1900 || year > 2200 || month < 1 || month > 12 {
            return None;
        }
        Some(Self { year, month })
    }

    /// January of a year that is known to be in range.
    #[must_use]
    pub const fn january(year: i32) -> Self {
        Self { year, month: 1 }
    }

    /// Reads `2024-01`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if !digits(year) || !digits(month) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The month so many months later, or earlier when negative.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a remainder of 12 fits")]
    pub const fn plus(self, months: i32) -> Self {
        let count = (self.year * 12 + self.month as i32 - 1).saturating_add(months);
        Self { year: count.div_euclid(12), month: count.rem_euclid(12) as u8 + 1 }
    }

    /// The last day of the month, 28 to 31.
    #[must_use]
    pub const fn last_day(self) -> u8 {
        let is_leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Months from `earlier` to this month; negative when `earlier` is later.
    #[must_use]
    pub const fn months_since(self, earlier: Self) -> i32 {
        (self.year - earlier.year) * 12 + self.month as i32 - earlier.month as i32
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let month = String::deserialize(deserializer)?;
        Self::parse(&month).ok_or_else(|| D::Error::custom(format_args!("no month: {month}")))
    }
}

impl JsonSchema for Month {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" })
    }
}
