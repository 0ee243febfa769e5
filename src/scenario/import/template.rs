//! The workbook in which a personnel office fills in its people, so that the import reads it without a question.

use super::words::vocabulary;
use crate::scenario::spec::{Need, ROSTER};
use crate::text::{Language, Text};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

/// Rows for people; more can be added below.
const ROWS: u32 = 200;
/// The sections that the drop-down list offers.
const SECTIONS: u32 = 40;
/// What few rosters say and who needs it writes into the CSV: the duty table of today.
const LEFT_OUT: [&str; 3] = ["posts", "post_since", "kind"];

/// The workbook, with a sheet of people, one of sections for the drop-down list, and one that explains the columns.
///
/// # Errors
///
/// If the sheets break the limits of the format, which sheets of this size do not.
pub fn workbook(sections: &[String], text: &Text) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The time of making it would be another in every run.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2025, 1, 1)?));
    let head = Format::new().set_bold().set_background_color(Color::RGB(0xD9_E2_F3)).set_border(FormatBorder::Thin);
    let head = head.set_text_wrap().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    people(book.add_worksheet(), &head, text)?;
    list_of_sections(book.add_worksheet(), &head, sections, text)?;
    instructions(book.add_worksheet(), &head, text)?;
    book.save_to_buffer()
}

/// The columns that people fill in.
fn columns() -> impl Iterator<Item = (u16, &'static str, Need)> {
    let keys = ROSTER.keys.iter().filter(|key| !LEFT_OUT.contains(&key.name));
    keys.zip(0..).map(|(key, column)| (column, key.name, key.need))
}

fn people(sheet: &mut Worksheet, head: &Format, text: &Text) -> Result<(), XlsxError> {
    sheet.set_name(text.get("template-people"))?;
    // As text, or a spreadsheet would turn 1975-10 into a day of its own.
    let as_text = Format::new().set_num_format("@").set_border(FormatBorder::Thin);
    let sections = text.get("template-sections");
    for (column, key, _) in columns() {
        sheet.write_with_format(0, column, text.get(&format!("roster-{key}")), head)?;
        sheet.set_column_width(column, if key == "home" { 20 } else { 13 })?;
        for row in 1..=ROWS {
            sheet.write_blank(row, column, &as_text)?;
        }
        let hint = text.get(&format!("template-{key}"));
        let rule = DataValidation::new().set_input_message(hint)?;
        let words = words(key, text);
        let rule = if key == "home" {
            let list = format!("='{sections}'!$A$2:$A${}", SECTIONS + 1);
            rule.allow_list_formula(Formula::new(list)).set_error_style(DataValidationErrorStyle::Warning)
        } else if words.is_empty() || key == "retirement" {
            rule.allow_any_value()
        } else {
            rule.allow_list_strings(&words)?.set_error_style(DataValidationErrorStyle::Warning)
        };
        sheet.add_data_validation(1, column, ROWS, column, &rule)?;
    }
    sheet.set_row_height(0, 32)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// The words offered for a column, in the language of the workbook.
fn words(key: &str, text: &Text) -> Vec<&'static str> {
    let words = vocabulary(key).iter();
    match text.language() {
        Language::Chinese => words.filter_map(|(_, forms)| forms.first().copied()).collect(),
        Language::English => words.map(|(id, _)| *id).collect(),
    }
}

fn list_of_sections(sheet: &mut Worksheet, head: &Format, sections: &[String], text: &Text) -> Result<(), XlsxError> {
    sheet.set_name(text.get("template-sections"))?;
    sheet.write_with_format(0, 0, text.get("template-sections-head"), head)?;
    sheet.set_column_width(0, 30)?;
    for (row, section) in (1..).zip(sections) {
        sheet.write(row, 0, section)?;
    }
    sheet.write(0, 1, text.get("template-sections-note"))?;
    Ok(())
}

fn instructions(sheet: &mut Worksheet, head: &Format, text: &Text) -> Result<(), XlsxError> {
    sheet.set_name(text.get("template-instructions"))?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    for (column, (key, width)) in
        (0..).zip([("template-head-column", 16), ("template-head-needed", 10), ("template-head-how", 76)])
    {
        sheet.write_with_format(0, column, text.get(key), head)?;
        sheet.set_column_width(column, width)?;
    }
    let mut row = 1;
    for (_, key, need) in columns() {
        let needed = match (key, need) {
            ("status" | "duty_rank" | "senior_title", _) | (_, Need::May) => "no",
            _ => "yes",
        };
        sheet.write_with_format(row, 0, text.get(&format!("roster-{key}")), &wrapped)?;
        sheet.write_with_format(row, 1, text.get(needed), &wrapped)?;
        sheet.write_with_format(row, 2, text.get(&format!("template-{key}")), &wrapped)?;
        row += 1;
    }
    for note in ["template-note-people", "template-note-privacy", "template-note-import"] {
        row += 1;
        sheet.merge_range(
            row,
            0,
            row,
            2,
            &text.get(note),
            &Format::new().set_text_wrap().set_align(FormatAlign::Top),
        )?;
        sheet.set_row_height(row, 32)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}
