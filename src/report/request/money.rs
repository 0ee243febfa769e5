//! Amounts as a letter has them.

use crate::model::MoneyRange;
use crate::report::words::Words;

/// A range of money in ten thousands of yuan to one place; one number where both ends read the same.
pub(super) fn ten_thousands(words: Words<'_>, range: MoneyRange) -> String {
    let [low, high] = [range.low, range.high].map(|money| words.ten_thousands(money, 1));
    if low == high {
        return words.text.with("letter-money", &[("amount", &low)]);
    }
    words.text.with("letter-money-range", &[("low", &low), ("high", &high)])
}
