//! How the cells of a workbook look that a person fills in.

use super::shown::Shown;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatValue, DataValidation,
    DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
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
    /// A value, or where one may be written.
    pub(super) value: Format,
    /// What values of an example are besides.
    pub(super) example: Format,
    /// What columns of texts that may be filled in are without a value: text, or a spreadsheet would turn 1975-10 into
    /// a day.
    pub(super) open: Format,
    /// What columns of numbers are.
    pub(super) open_number: Format,
    pub(super) text: Format,
    /// A cell of a table among the notes.
    pub(super) line: Format,
    /// Where a head may be chosen: the place that shows it, and all others.
    pub(super) more: Format,
    pub(super) open_head: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let frame = || Format::new().set_border(FormatBorder::Hair).set_align(FormatAlign::VerticalCenter);
        let grey = Color::RGB(0x80_80_80);
        let open_head =
            || Format::new().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_unlocked();
        Self {
            head: frame().set_bold().set_text_wrap().set_background_color(Color::RGB(0xD9_E2_F3)),
            help: frame()
                .set_italic()
                .set_font_size(9)
                .set_font_color(grey)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            label: frame().set_background_color(Color::RGB(0xF2_F2_F2)),
            value: frame().set_text_wrap().set_unlocked(),
            example: Format::new().set_font_color(grey).set_italic(),
            open: Format::new().set_num_format("@").set_unlocked(),
            open_number: Format::new().set_unlocked(),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            line: frame().set_text_wrap(),
            more: open_head().set_border(FormatBorder::Hair).set_background_color(Color::RGB(0xF2_F6_FC)),
            open_head: open_head(),
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

/// Writes a value; text stays text, whatever it begins with. The value of an example is grey until another one is
/// written over it.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    shown: &Shown,
    (looks, is_example): (&Looks, bool),
) -> Result<(), XlsxError> {
    let is_as_written = match shown {
        Shown::Number(number) => {
            sheet.write_with_format(row, column, *number, &looks.value)?;
            Formula::new(number.to_string()).into()
        }
        Shown::Text(text) => {
            sheet.write_string_with_format(row, column, text, &looks.value.clone().set_num_format("@"))?;
            ConditionalFormatValue::from(text.chars().take(LONGEST_MESSAGE).collect::<String>())
        }
    };
    if is_example {
        let rule = ConditionalFormatCellRule::EqualTo(is_as_written);
        let grey = ConditionalFormatCell::new().set_rule(rule).set_format(&looks.example);
        sheet.add_conditional_format(row, column, row, column, &grey)?;
    }
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

/// Columns that a sheet can have besides those that it shows.
pub(super) struct Further {
    /// The sheet.
    pub(super) sheet: String,
    /// Their heads, each with what it means.
    pub(super) columns: Vec<(String, String)>,
    /// The row of the notes in which the first of them stands.
    pub(super) first: u32,
}

impl Further {
    /// The cells of the notes that hold the heads.
    pub(super) fn range(&self, notes: &str) -> String {
        let last = self.first + u32::try_from(self.columns.len()).unwrap_or_default();
        format!("='{}'!$B${}:$B${last}", notes.replace('\'', "''"), self.first + 1)
    }
}

/// Columns beside those shown that are open for further heads.
const SPARE: u16 = 14;

/// Opens columns beside those shown, whose heads are chosen from a range of cells.
pub(super) fn spare(
    sheet: &mut Worksheet,
    first: u16,
    heads: &str,
    message: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let last = first + SPARE - 1;
    sheet.set_column_range_format(first, last, &looks.open_number)?;
    sheet.set_column_range_width(first, last, 16)?;
    // The first of them can be seen; it is enough to print it.
    sheet.write_blank(0, first, &looks.more)?;
    for column in first + 1..=last {
        sheet.write_blank(0, column, &looks.open_head)?;
    }
    let rule = DataValidation::new().set_input_message(message)?.allow_list_formula(Formula::new(heads));
    let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
    sheet.add_data_validation(0, first, 0, last, &rule)?;
    Ok(())
}

/// The width of a text, of which Chinese characters take two columns.
pub(super) fn columns(text: &str) -> u16 {
    let columns: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// The lines that a text takes in a column of this width.
pub(super) fn lines(text: &str, width: u16) -> u16 {
    columns(text) / width + 1
}

/// Shows by the colour of its tab whether a sheet is to be filled in, or is empty and seldom needed.
pub(super) fn tab(sheet: &mut Worksheet, is_needed: bool, is_empty: bool) {
    if is_needed {
        sheet.set_tab_color(Color::RGB(0x44_72_C4));
    } else if is_empty {
        sheet.set_tab_color(Color::RGB(0xBF_BF_BF));
    }
}

/// Writes a cell that may be filled in: of text, unless it is one of numbers.
pub(super) fn blank(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    is_number: bool,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let format = if is_number { looks.value.clone() } else { looks.value.clone().set_num_format("@") };
    sheet.write_blank(row, column, &format)?;
    Ok(())
}

/// Sets the pages of a sheet: across, so many side by side, its name and the number of the page below.
pub(super) fn pages(sheet: &mut Worksheet, side_by_side: u16) {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(side_by_side, 0).set_footer("&L&9&A&R&9&P / &N");
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
