//! Amounts as a letter has them: in 万元, in as many places as are worth reading.

use crate::model::MoneyRange;
use crate::render::document::Kind;
use crate::report::words::Words;

/// A range of money in ten thousands of yuan: whole ones from a hundred on, else to one place; one number where both
/// ends read the same.
pub(super) fn ten_thousands(words: Words<'_>, range: MoneyRange) -> String {
    let kind = if range.high.ten_thousands() >= 100.into() { Kind::Whole } else { Kind::Decimal(1) };
    let [low, high] = [range.low, range.high].map(|money| kind.show(money.ten_thousands()));
    if low == high {
        return words.text.with("letter-money", &[("amount", &low)]);
    }
    words.text.with("letter-money-range", &[("low", &low), ("high", &high)])
}
