//! Takes the results of an earlier run out of a workbook.

use crate::render::package::xml::{Edits, element, tags};
use crate::render::package::{Package, relations_of};

/// Takes away the sheets whose names begin with one of these.
pub(super) fn results(package: &mut Package<'_>, workbook: &str, before: &[String]) -> Option<()> {
    let text = package.text(workbook)?;
    let tags = tags(&text)?;
    let sheets: Vec<_> = tags.iter().filter(|tag| tag.begins("sheet")).collect();
    let is_result = |name: Option<String>| name.is_some_and(|name| before.iter().any(|begin| name.starts_with(begin)));
    let gone: Vec<bool> = sheets.iter().map(|tag| is_result(tag.attribute("name"))).collect();
    if !gone.contains(&true) {
        return Some(());
    }
    let relations = package.relations(workbook);
    let mut edits = Edits::default();
    let mut ids = Vec::new();
    for (tag, _) in sheets.iter().zip(&gone).filter(|(_, gone)| **gone) {
        edits.put(tag.span.clone(), String::new());
        let id = tag.attribute("id")?;
        let part = relations.iter().find(|relation| relation.id == id)?.target.clone();
        package.remove_with_all(&part)?;
        ids.push(id);
    }
    // Names that belong to a sheet tell it by its place.
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.begins("definedName")) {
        let Some(place) = tag.number::<usize>("localSheetId") else { continue };
        if gone.get(place) == Some(&true) {
            edits.put(element(&tags, at)?, String::new());
        } else {
            let kept = gone.iter().take(place).filter(|gone| !**gone).count();
            edits.put(tag.span.clone(), tag.with("localSheetId", &kept.to_string()));
        }
    }
    for tag in tags.iter().filter(|tag| tag.begins("workbookView")) {
        if tag.number::<usize>("activeTab").is_some_and(|tab| tab > 0) {
            edits.put(tag.span.clone(), tag.with("activeTab", "0"));
        }
    }
    let names = tags.iter().filter(|tag| tag.begins("definedName"));
    let is_kept = |place: Option<usize>| place.is_none_or(|place| gone.get(place) != Some(&true));
    let has_names = names.clone().count() > 0 && !names.clone().any(|tag| is_kept(tag.number("localSheetId")));
    let mut text = edits.apply(&text);
    if has_names {
        // The list may not be empty.
        text = text.replace("<definedNames></definedNames>", "");
    }
    package.put(workbook, text);
    let name = relations_of(workbook);
    let text = package.text(&name)?;
    let mut edits = Edits::default();
    for tag in crate::render::package::xml::tags(&text)?.iter().filter(|tag| tag.begins("Relationship")) {
        if tag.attribute("Id").is_some_and(|id| ids.contains(&id)) {
            edits.put(tag.span.clone(), String::new());
        }
    }
    let text = edits.apply(&text);
    package.put(&name, text);
    Some(())
}
