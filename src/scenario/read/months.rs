//! Months as people and spreadsheets write them, in text: 1975/4, 1975年4月1日, Apr-75.
//!
//! A spreadsheet that opens a roster takes `1975-04` for a day, shows `Apr-75` and saves that.

use crate::units::Month;
use chrono::{Datelike as _, NaiveDate};

/// Marks that a spreadsheet puts between the numbers of a date.
const MARKS: &[char] = &['年', '月', '/', '-'];
/// Years that two digits tell apart. Within as many from birth lies all that a roster says of anybody.
const CENTURY: i32 = 100;
/// Two digits of a year of birth stand for 1925 to 2024: nobody works who was born before, or after.
const FIRST_YEAR_OF_BIRTH: i32 = 1925;
/// `15-Jul` may be the fifteenth of July; no day is greater.
const MOST_DAYS: i32 = 31;

/// What a month is of, which tells the century where a spreadsheet has dropped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scenario) enum Of {
    /// A birth: 1925 to 2024.
    Birth,
    /// Anything else of somebody born in this month: within a hundred years from it. Not to be told if nobody knows it.
    Life(Option<Month>),
}

/// A month as a spreadsheet rewrites it: `1975/4/1`, `1975/4`, `1975年4月`, `1975-04-01`, `Apr-75`, `75-Apr`.
pub(in crate::scenario) fn of_spreadsheet(text: &str, of: Of) -> Option<Month> {
    let in_numbers = match numbers(text.trim(), MARKS).as_slice() {
        [year, month] if year.len() == 4 => month_of(year, month, "1"),
        [year, month, day] if year.len() == 4 => month_of(year, month, day),
        _ => None,
    };
    in_numbers.or_else(|| named(text, of))
}

/// A month with an English name, as spreadsheets write it in any language: `Apr-75`, `75-Apr`, `Apr-1975`.
pub(in crate::scenario) fn named(text: &str, of: Of) -> Option<Month> {
    let (one, other) = text.trim().split_once('-')?;
    let number = |name: &str| u8::try_from(name.parse::<chrono::Month>().ok()?.number_from_month()).ok();
    let (month, digits, is_first) = match (number(one), number(other)) {
        (Some(month), None) => (month, other, false),
        (None, Some(month)) => (month, one, true),
        _ => return None,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => Month::new(year, month),
        2 if is_first && (1..=MOST_DAYS).contains(&year) => None,
        2 => within_century(year, month, of),
        _ => None,
    }
}

/// The month of a year of which the last two digits are known.
fn within_century(year: i32, month: u8, of: Of) -> Option<Month> {
    let first = match of {
        Of::Birth => Month::january(FIRST_YEAR_OF_BIRTH),
        Of::Life(born) => born?,
    };
    let century = first.year() - first.year().rem_euclid(CENTURY);
    let mut candidates =
        [century, century + CENTURY].into_iter().filter_map(|century| Month::new(century + year, month));
    candidates.find(|candidate| *candidate >= first)
}

/// The numbers between the marks of a date; none if anything else stands there.
pub(in crate::scenario) fn numbers<'a>(text: &'a str, marks: &[char]) -> Vec<&'a str> {
    let text = text.strip_suffix(['日', '号', '月']).unwrap_or(text);
    let numbers: Vec<_> = text.split(marks).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if numbers.iter().all(is_number) { numbers } else { Vec::new() }
}

/// The month of a day that there is.
pub(in crate::scenario) fn month_of(year: &str, month: &str, day: &str) -> Option<Month> {
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    month_of_date(NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?)
}

/// The month of a day.
pub(in crate::scenario) fn month_of_date(date: NaiveDate) -> Option<Month> {
    Month::new(date.year(), u8::try_from(date.month()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, of: Of) -> String {
        of_spreadsheet(text, of).map(|month| month.to_string()).unwrap_or_default()
    }

    fn life(text: &str, born: &str) -> String {
        said(text, Of::Life(Month::parse(born)))
    }

    #[test]
    fn what_a_spreadsheet_makes_of_a_month_is_taken_back() {
        for text in [
            "1975/4/1",
            "1975/4",
            "1975/04",
            "1975年4月",
            "1975年4月1日",
            "1975-4",
            "1975-04-01",
            "Apr-75",
            "75-Apr",
            "apr-75",
            "APR-75",
            "Apr-1975",
            " Apr-75 ",
        ] {
            assert_eq!(said(text, Of::Birth), "1975-04", "{text}");
        }
    }

    #[test]
    fn births_lie_between_1925_and_2024() {
        let births = ["Jan-25", "Dec-99", "Jan-00", "Dec-24", "00-May"].map(|text| said(text, Of::Birth));
        assert_eq!(births, ["1925-01", "1999-12", "2000-01", "2024-12", "2000-05"]);
    }

    #[test]
    fn other_months_lie_in_the_hundred_years_from_birth() {
        // Born 1975-04: Aug-97 is 1997, Aug-05 is 2005, Apr-75 the month of birth, Mar-75 the last of the hundred years.
        let of = ["Aug-97", "Aug-05", "Apr-75", "Mar-75", "97-Aug"].map(|text| life(text, "1975-04"));
        assert_eq!(of, ["1997-08", "2005-08", "1975-04", "2075-03", "1997-08"]);
        // Born 2001-10: 2019, and a retirement in 2064.
        assert_eq!(["Jul-19", "Oct-64", "Jul-99"].map(|text| life(text, "2001-10")), ["2019-07", "2064-10", "2099-07"]);
        // Nobody knows the century without the birth; four digits need none.
        assert_eq!(["Aug-97", "Aug-1997"].map(|text| said(text, Of::Life(None))), ["", "1997-08"]);
    }

    #[test]
    fn what_may_be_a_day_or_is_no_month_is_not_read() {
        for text in
            ["15-Jul", "01-Apr", "5-Apr", "Apr-5", "1975.04", "1975-13", "1975/2/30", "Apr 75", "April", "4/75", ""]
        {
            assert_eq!(said(text, Of::Birth), "", "{text}");
        }
    }
}
