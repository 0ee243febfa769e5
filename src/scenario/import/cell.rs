//! What one cell of a table says, and in which form.

use crate::scenario::read::months::month_of_date;
use crate::units::Month;
use calamine::Data;
use chrono::NaiveDate;

/// A cell.
#[derive(Debug, Clone, Default)]
pub(in crate::scenario) struct Cell {
    /// What it says, without blanks around it.
    pub(in crate::scenario) text: String,
    /// In which form.
    pub(in crate::scenario) form: Form,
    /// Whether this is said by a merged cell that begins further up or left.
    pub(in crate::scenario) filled: bool,
}

/// The form of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::scenario) enum Form {
    /// Text, or nothing.
    #[default]
    Text,
    /// A number, or text that a spreadsheet would take for one.
    Number,
    /// A number of more than 15 digits, of which the spreadsheet has kept the first 15.
    Long,
    /// A date.
    Date(Month),
    /// An error of the spreadsheet: `#REF!`.
    Broken,
    /// A formula, which the cell says, without a result.
    Uncalculated,
}

/// Of a number a spreadsheet keeps no more digits.
const KEPT_DIGITS: usize = 15;

impl Cell {
    /// Whether it says something of its own.
    pub(in crate::scenario) fn is_written(&self) -> bool {
        !self.filled && !self.text.is_empty()
    }

    /// A cell of a text file, which does not tell numbers from text.
    pub(in crate::scenario) fn of_text(text: String) -> Self {
        let form = if ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!"].contains(&text.as_str()) {
            Form::Broken
        } else if is_scientific(&text) {
            Form::Long
        } else if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            Form::Number
        } else {
            Form::Text
        };
        Self { text, form, filled: false }
    }

    pub(in crate::scenario) fn of_data(value: &Data) -> Self {
        let (text, form) = match value {
            Data::Empty => (String::new(), Form::Text),
            Data::Int(number) => of_number(number.to_string()),
            Data::Float(number) => of_number(number.to_string()),
            Data::Bool(flag) => (flag.to_string(), Form::Text),
            Data::DateTime(time) => {
                let (year, month, day, ..) = time.to_ymd_hms_milli();
                match NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).and_then(month_of_date) {
                    Some(month) => (month.to_string(), Form::Date(month)),
                    None => (format!("{year}-{month}-{day}"), Form::Text),
                }
            }
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                (text.trim().to_owned(), Form::Text)
            }
            Data::Error(error) => (error.to_string(), Form::Broken),
        };
        Self { text, form, filled: false }
    }
}

/// A number as text, and whether all of its digits can be trusted.
fn of_number(text: String) -> (String, Form) {
    let whole = text.split('.').next().unwrap_or_default().trim_start_matches('-').len();
    (text, if whole > KEPT_DIGITS { Form::Long } else { Form::Number })
}

/// Whether a text is what a spreadsheet writes for a number too long for it: `1.23457E+17`.
fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once("E+") else { return false };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number(digits) && is_number(exponent)
}
