//! Findings about a workbook in the words of its user: heads in the place of keys, sheets in that of tables.

use super::fields;
use super::labels::{self, Names, is_named};
use super::layout::{self, Content};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::read::wording;
use crate::scenario::spec::{ALL, CHANGE, ROSTER};
use crate::text::Language;

/// A name that a sheet does not have.
pub(super) fn unknown<'a>(
    place: &Place,
    name: &str,
    sheet: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let unknown = Diagnostic::new(Code::UnknownKey, place).fact("key", name).fact("table", sheet);
    unknown.fact("form", "cell").suggest(name, known)
}

/// The findings of a workbook; those of other files stay as they are. `read` gives the text of a cell.
pub(in crate::scenario) fn anew(found: Diagnostics, read: impl Fn(&Place) -> Option<String>) -> Diagnostics {
    found.said_anew(|finding| {
        let Some(sheet) = finding.place.sheet.clone() else { return };
        if finding.facts.iter().any(|(name, _)| *name == "form") {
            return;
        }
        let language = language_of(&sheet);
        for (name, value) in &mut finding.facts {
            match *name {
                "key" => {
                    if let Some(said) = head(&sheet, value, &finding.place, &read, language) {
                        *value = said;
                    }
                }
                "table" => *value = sheet.to_string(),
                "step" | "before" | "employment" => *value = in_words(value, language),
                // As it stands in the cell.
                "target" => *value = read(&finding.place).unwrap_or_else(|| value.clone()),
                "allowed" if finding.code == Code::UnknownWord => *value = in_words(value, language),
                _ => {}
            }
        }
        finding.facts.push(("form", "cell".to_owned()));
    })
}

/// Words that are allowed, as a workbook writes them.
fn in_words(allowed: &str, language: Language) -> String {
    let words = allowed.split(", ").map(|id| wording::any_word_of(id, language).unwrap_or(id));
    words.collect::<Vec<_>>().join(if language == Language::Chinese { "、" } else { ", " })
}

/// In which language a workbook is kept, by the name of a sheet.
fn language_of(sheet: &str) -> Language {
    if sheet.is_ascii() { Language::English } else { Language::Chinese }
}

/// What a key is called on a sheet: as the user wrote it above or beside the place, or else as any sheet does.
fn head(
    sheet: &str,
    key: &str,
    place: &Place,
    read: &impl Fn(&Place) -> Option<String>,
    language: Language,
) -> Option<String> {
    let content = layout::content(sheet)?;
    let (is_row, is_change) = (matches!(content, Content::Blocks), matches!(content, Content::WhatIfs));
    let of_sheet: Vec<(String, Names)> = match content {
        Content::List(list) => named(fields::of_items(list.table)),
        Content::Overlays => named(fields::of_items(layout::overlays().table)),
        Content::Blocks => layout::blocks().into_iter().flat_map(|block| named(block.fields)).collect(),
        Content::People => {
            let roster = |key: &str| labels::named(&labels::of_roster(key), key);
            ROSTER.keys.iter().map(|key| (key.name.to_owned(), roster(key.name))).collect()
        }
        Content::WhatIfs => {
            let lists = layout::lists().into_iter().flat_map(|list| named(fields::of_items(list.table)));
            let blocks = layout::blocks().into_iter().flat_map(|block| named(block.fields));
            named(fields::of_items(&CHANGE)).into_iter().chain(lists).chain(blocks).collect()
        }
        Content::Notes => Vec::new(),
    };
    let is_meant = |text: &String| {
        let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '年');
        of_sheet.iter().any(|(known, names)| known == key && is_named(names, text))
    };
    // A number of a row, or that of a year, is called by its row.
    let is_of_row = key == "value" || key.bytes().all(|byte| byte.is_ascii_digit());
    let beside = || read(&Place { column: 2, ..place.clone() }).filter(|text| is_of_row || is_meant(text));
    let above = || (1..=HEADS_SEARCHED).find_map(|line| read(&Place { line, ..place.clone() }).filter(is_meant));
    // What a changed value is stands before it.
    let before = || read(&Place { column: place.column.checked_sub(1)?, ..place.clone() }).filter(is_meant);
    // Beside a value stand its basis and source, whose heads are above.
    let written = if is_row && place.column <= 3 {
        beside()
    } else if is_change {
        before().or_else(above)
    } else {
        above()
    };
    let own = || of_sheet.iter().find(|(known, _)| known == key).map(|(_, names)| names.clone());
    let lists = || layout::lists().into_iter().find(|list| list.path == [key]).map(|list| list.names);
    let people = || (key == ROSTER.name).then(|| labels::of_table(&ROSTER));
    let any = || ALL.iter().find_map(|table| table.key(key)).map(labels::of_key);
    let name = written.or_else(|| {
        let [chinese, english, _] = own().or_else(lists).or_else(people).or_else(any)?;
        Some(if language == Language::Chinese { chinese } else { english })
    })?;
    Some(name.split(['（', '(']).next().unwrap_or_default().trim_end_matches('*').trim().to_owned())
}

/// The head of a column stands no further down.
const HEADS_SEARCHED: usize = 10;

/// Fields by the key that findings call them by.
fn named(fields: Vec<fields::Field>) -> Vec<(String, Names)> {
    fields.into_iter().map(|field| (field.key().to_owned(), field.names)).collect()
}
