//! How the cells of a workbook look that a person fills in.

use super::shown::Shown;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// The longest message that a spreadsheet shows beside a cell.
const LONGEST_MESSAGE: usize = 250;
/// Rows below the heads that offer words to choose from.
pub(super) const LAST_ROW: u32 = 500;
/// Rows of heads and help.
pub(super) const HEADS: u32 = 2;
/// The longest text that the words of a choice may make together.
const LONGEST_CHOICE: usize = 250;

/// The formats of a workbook.
pub(super) struct Looks {
    pub(super) head: Format,
    pub(super) help: Format,
    pub(super) label: Format,
    pub(super) value: Format,
    /// What columns of texts that may be filled in are without a value: text, or a spreadsheet would turn 1975-10 into
    /// a day.
    pub(super) open: Format,
    /// What columns of numbers are.
    pub(super) open_number: Format,
    pub(super) text: Format,
}

impl Looks {
    /// Values of an example are grey.
    pub(super) fn new(is_example: bool) -> Self {
        let frame = || Format::new().set_border(FormatBorder::Hair).set_align(FormatAlign::VerticalCenter);
        let grey = Color::RGB(0x80_80_80);
        let value = frame().set_unlocked();
        Self {
            head: frame().set_bold().set_text_wrap().set_background_color(Color::RGB(0xD9_E2_F3)),
            help: frame()
                .set_italic()
                .set_font_size(9)
                .set_font_color(grey)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            label: frame().set_background_color(Color::RGB(0xF2_F2_F2)),
            value: if is_example { value.set_font_color(grey).set_italic() } else { value },
            open: Format::new().set_num_format("@").set_unlocked(),
            open_number: Format::new().set_unlocked(),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// A new workbook that is the same in every run.
pub(super) fn workbook() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // The time of making it would be another in every run.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2025, 1, 1)?));
    Ok(book)
}

/// Writes a value; text stays text, whatever it begins with.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    shown: &Shown,
    format: &Format,
) -> Result<(), XlsxError> {
    match shown {
        Shown::Number(number) => sheet.write_with_format(row, column, *number, format)?,
        Shown::Text(text) => sheet.write_string_with_format(row, column, text, &format.clone().set_num_format("@"))?,
    };
    Ok(())
}

/// What may be chosen in a cell.
pub(super) enum Choice {
    /// Anything.
    Any,
    /// One of these words.
    Words(Vec<String>),
    /// What stands in the first column of this sheet.
    Sheet(String),
}

/// Offers what may be chosen in the cells of a column, and says what is meant.
pub(super) fn offer(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    column: u16,
    choice: &Choice,
    message: &str,
) -> Result<(), XlsxError> {
    let message: String = message.chars().take(LONGEST_MESSAGE).collect();
    let rule = DataValidation::new().set_input_message(message)?;
    let is_short =
        |words: &[String]| words.iter().map(|word| word.chars().count() + 1).sum::<usize>() <= LONGEST_CHOICE;
    // What else is read, such as an id, is not refused: whoever reads it judges it.
    let warned = |rule: DataValidation| rule.set_error_style(DataValidationErrorStyle::Warning);
    let rule = match choice {
        Choice::Words(words) if is_short(words) && !words.iter().any(|word| word.contains(',')) => {
            warned(rule.allow_list_strings(words)?)
        }
        Choice::Sheet(name) => {
            let column_of = format!("='{}'!$A${}:$A${LAST_ROW}", name.replace('\'', "''"), HEADS + 1);
            warned(rule.allow_list_formula(Formula::new(column_of)))
        }
        Choice::Any | Choice::Words(_) => rule.allow_any_value(),
    };
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

/// Keeps what is not to be filled in from being written over. There is no password.
pub(super) fn protect(sheet: &mut Worksheet) {
    let allowed = ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    sheet.protect_with_options(&allowed);
}
