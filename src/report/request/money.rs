//! Amounts as a letter has them, in as many places as are worth reading.

use crate::model::MoneyRange;
use crate::report::words::Words;

/// A range of money: whole ten thousands of yuan from a hundred of them on, else to one place; one number where both ends
/// read the same.
pub(super) fn ten_thousands(words: Words<'_>, range: MoneyRange) -> String {
    let places = u32::from(range.high.ten_thousands() < 100.into());
    let [low, high] = [range.low, range.high].map(|money| words.ten_thousands(money, places));
    if low == high {
        return words.text.with("letter-money", &[("amount", &low)]);
    }
    words.text.with("letter-money-range", &[("low", &low), ("high", &high)])
}
