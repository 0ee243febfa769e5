//! Months as people write them: 1975年3月, 1975.03, 1975-03-12, 197503, 19750312, Mar-75, or the day number of a spreadsheet.

use super::cell::{Cell, Form};
use super::words::plain;
use crate::scenario::read::months::{Of, month_of, month_of_date, named, numbers};
use crate::units::Month;
use chrono::{Days, NaiveDate};

/// Marks that people put between the numbers of a date.
const MARKS: &[char] = &['年', '月', '.', '/', '-', '—', '–', '、'];

/// What a cell says of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scenario) enum Reading {
    /// This month, written in this way.
    Month(Month, Way),
    /// `1975.1` as a number: January, or October of which the spreadsheet dropped the zero.
    JanuaryOrOctober,
    /// The number of a day, of which nobody knows from when it counts.
    SerialOfUnknownEpoch,
    /// No month.
    Nothing,
}

/// Ways to write a month; one of each is shown to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scenario) enum Way {
    Date,
    Serial,
    Digits,
    Parts,
    Named,
}

/// From when a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::scenario) enum Epoch {
    /// 1900, which spreadsheets take for a leap year; right from March 1900 on.
    #[default]
    Of1900,
    /// 1904, as spreadsheets of old Macintosh computers do.
    Of1904,
    /// The file does not say.
    Unknown,
}

impl Epoch {
    /// That of a workbook which says whether it is 1904.
    pub(in crate::scenario) const fn of(is_1904: bool) -> Self {
        if is_1904 { Self::Of1904 } else { Self::Of1900 }
    }

    const fn day_zero(self) -> Option<NaiveDate> {
        match self {
            Self::Of1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
            Self::Of1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
            Self::Unknown => None,
        }
    }
}

/// 1927 to 2064, or four years later: whoever works today was born and hired between.
const SERIALS: std::ops::RangeInclusive<u64> = 10_000..=60_000;

/// Reads a cell, which is a month of `of`, of a workbook with this epoch.
pub(in crate::scenario) fn read(cell: &Cell, epoch: Epoch, of: Of) -> Reading {
    if let Form::Date(month) = cell.form {
        return Reading::Month(month, Way::Date);
    }
    let text = plain(&cell.text);
    let parts = parts(&text);
    if cell.form == Form::Number && matches!(parts.as_slice(), [year, "1"] if year.len() == 4) {
        return Reading::JanuaryOrOctober;
    }
    let found = match parts.as_slice() {
        [one] if one.len() == 5 => return serial(one, epoch),
        [one] => digits(one),
        [year, month] if year.len() == 4 => month_of(year, month, "1").map(|month| (month, Way::Parts)),
        [year, month, day] if year.len() == 4 => month_of(year, month, day).map(|month| (month, Way::Parts)),
        _ => named(&text, of).map(|month| (month, Way::Named)),
    };
    found.map_or(Reading::Nothing, |(month, way)| Reading::Month(month, way))
}

/// The numbers of a date.
fn parts(text: &str) -> Vec<&str> {
    // A date with a time of the day, `1975-03-12 00:00:00`, has lost its blank.
    let text = text.strip_suffix("00:00:00").unwrap_or(text);
    let text = text.strip_suffix('生').unwrap_or(text);
    numbers(text.strip_suffix('.').unwrap_or(text), MARKS)
}

/// A day number.
fn serial(text: &str, epoch: Epoch) -> Reading {
    let Some(serial) = text.parse().ok().filter(|serial| SERIALS.contains(serial)) else { return Reading::Nothing };
    if epoch == Epoch::Unknown {
        return Reading::SerialOfUnknownEpoch;
    }
    let date = epoch.day_zero().and_then(|zero| zero.checked_add_days(Days::new(serial)));
    date.and_then(month_of_date).map_or(Reading::Nothing, |month| Reading::Month(month, Way::Serial))
}

/// `197503`, `19750312`.
fn digits(text: &str) -> Option<(Month, Way)> {
    let month = |day: Option<&str>| month_of(text.get(..4)?, text.get(4..6)?, day?);
    match text.len() {
        6 => Some((month(Some("1"))?, Way::Digits)),
        8 => Some((month(text.get(6..))?, Way::Digits)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, form: Form) -> String {
        counted(text, form, Epoch::Of1900)
    }

    fn counted(text: &str, form: Form, epoch: Epoch) -> String {
        match read(&Cell { text: text.to_owned(), form, filled: false }, epoch, Of::Birth) {
            Reading::Month(month, _) => month.to_string(),
            Reading::JanuaryOrOctober => "1 or 10".to_owned(),
            Reading::SerialOfUnknownEpoch => "?".to_owned(),
            Reading::Nothing => String::new(),
        }
    }

    #[test]
    fn every_usual_way_is_read() {
        for text in [
            "1975年3月",
            "1975年03月",
            "1975.03",
            "1975-03",
            "197503",
            "19750312",
            "1975/3/1",
            "1975年3月12日",
            "１９７５．３",
            " 1975-03-12 00:00:00",
            "1975年 3月生",
            "1975-3",
            "1975.3.",
            "Mar-75",
            "75-Mar",
        ] {
            assert_eq!(said(text, Form::Text), "1975-03", "{text}");
        }
        // 1 March 1975 is the day 27,454 of a spreadsheet.
        assert_eq!((said("27454", Form::Number), said("27453", Form::Number)), ("1975-03".into(), "1975-02".into()));
        assert_eq!(said("1975.03", Form::Number), "1975-03");
    }

    #[test]
    fn day_numbers_count_from_the_epoch_of_the_workbook() {
        // 24,227 days after 1 January 1904 is 1 May 1970; after 30 December 1899 it is 29 April 1966.
        let month = |epoch| counted("24227", Form::Number, epoch);
        assert_eq!([Epoch::Of1904, Epoch::Of1900, Epoch::Unknown].map(month), ["1970-05", "1966-04", "?"]);
    }

    #[test]
    fn what_is_no_month_is_not_made_one() {
        for text in
            ["75.3", "75年3月", "1975", "197513", "19750230", "1975-13", "03/1975", "三月", "1975年", "123456789", ""]
        {
            assert_eq!(said(text, Form::Text), "", "{text}");
        }
    }

    #[test]
    fn a_number_that_may_have_lost_its_zero_is_not_guessed_at() {
        assert_eq!((said("1975.1", Form::Number), said("1975.1", Form::Text)), ("1 or 10".into(), "1975-01".into()));
        // There is no month 20.
        assert_eq!((said("1975.2", Form::Number), said("1975.11", Form::Number)), ("1975-02".into(), "1975-11".into()));
    }
}
