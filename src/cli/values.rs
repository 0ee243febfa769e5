//! How single values on the command line are read. The catalogues say what is expected; the errors carry no text.

use crate::scenario::read::wording;
use crate::units::{Money, Month, Share};
use clap::builder::{PossibleValuesParser, StringValueParser, TypedValueParser};
use rust_decimal::Decimal;

/// Accepts the ids of a closed set of values, and the words that the reports print for them.
pub(super) fn one_of<T: Copy + Send + Sync>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let ids: Vec<&'static str> = all.iter().map(|value| id(*value)).collect();
    let written = PossibleValuesParser::new(ids.iter().copied().chain(wording::printed(&ids)));
    let meant = move |word: String| wording::id_of(&word, &ids);
    written.try_map(move |word| {
        meant(word).and_then(|known| all.iter().copied().find(|value| id(*value) == known)).ok_or("unknown")
    })
}

/// A whole number within limits; the catalogues say which.
pub(super) fn whole(least: u32, most: u32) -> impl TypedValueParser<Value = u32> {
    StringValueParser::new()
        .try_map(move |text| text.parse().ok().filter(|number| (least..=most).contains(number)).ok_or_else(String::new))
}

/// A share, 0 to 1.
pub(super) fn share(text: &str) -> Result<Decimal, String> {
    let within = |share: &Decimal| (Decimal::ZERO..=Decimal::ONE).contains(share) && share.scale() <= 6;
    text.parse().ok().filter(within).ok_or_else(String::new)
}

/// A factor above 1, at most 10.
pub(super) fn range(text: &str) -> Result<Decimal, String> {
    let within = |factor: &Decimal| *factor > Decimal::ONE && *factor <= Decimal::TEN && factor.scale() <= 6;
    text.parse().ok().filter(within).ok_or_else(String::new)
}

/// What is asked of a tier: its id or name and `full`, or whole or decimal per cent.
pub(super) fn target(text: &str) -> Result<(String, Share), String> {
    let (tier, asked) = text.split_once('=').ok_or_else(String::new)?;
    let percent = match asked {
        _ if wording::id_of(asked, &["full"]).is_some() => Some(Decimal::ONE_HUNDRED),
        _ => asked.strip_suffix('%').and_then(|number| Decimal::from_str_exact(number).ok()),
    };
    let percent = percent.filter(|percent| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent));
    let share = percent.map(|percent| Share::new(percent / Decimal::ONE_HUNDRED)).ok_or_else(String::new)?;
    Ok((tier.trim().to_owned(), share))
}

/// Money in ten thousands of yuan.
pub(super) fn money(text: &str) -> Result<Money, String> {
    let amount = Decimal::from_str_exact(text).ok().filter(|amount| *amount >= Decimal::ZERO);
    let within = amount.filter(|amount| *amount <= Decimal::from(100_000_000));
    within.map(Money::of_ten_thousands).ok_or_else(String::new)
}

/// Where the drawing begins.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| String::new())
}

/// A month as `1971-04`.
pub(super) fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(String::new)
}
