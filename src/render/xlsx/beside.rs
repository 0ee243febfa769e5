//! Results beside the sheets of a workbook that somebody keeps: one file that holds both, its own sheets untouched.
//!
//! The sheets of the results come from a workbook of their own; their parts are copied into a folder of the other
//! package, and what they share with it (formats, texts, names) is added to what is there.

mod formats;
mod strip;

use self::formats::Formats;
use super::marks::sheets;
use crate::render::package::xml::{Edits, Form, Tag, children, element, first, tags, with};
use crate::render::package::{HEAD, Package, SHEETS, relations_of};
use std::collections::BTreeMap;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Parts of the results that have their like in the other workbook.
const SHARED: [&str; 3] = ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"];

/// A workbook with the sheets of another one behind its own; sheets whose names begin with one of `before` are results
/// of an earlier run and go. `None` if the file is no package that can be followed.
pub(super) fn beside(book: &[u8], results: &[u8], before: &[String]) -> Option<Vec<u8>> {
    let (mut package, mut results) = (Package::open(book)?, Package::open(results)?);
    let workbook = package.workbook()?;
    strip::results(&mut package, &workbook, before)?;
    let styles = package.related(&workbook, "styles")?;
    let (text, formats) = Formats::add(&package.text(&styles)?, &results.text("xl/styles.xml")?)?;
    package.put(&styles, text);
    let first_text = add_texts(&mut package, &workbook, &results.text("xl/sharedStrings.xml")?)?;
    let folders = (1..).map(|number| format!("xl/results{number}"));
    let is_free = |folder: &String| !package.names().any(|name| name.starts_with(&format!("{folder}/")));
    let folder = folders.into_iter().find(is_free)?;
    let mut known = Tables::of(&mut package)?;
    let types = results.types()?;
    let names: Vec<String> = results.names().map(str::to_owned).collect();
    let is_own = |name: &&String| name.starts_with("xl/") && !SHARED.contains(&name.as_str());
    for name in
        names.iter().filter(is_own).filter(|name| !name.contains("/theme/") && !name.ends_with("workbook.xml.rels"))
    {
        let new = name.replacen("xl", &folder, 1);
        if name.starts_with("xl/worksheets/sheet") {
            let text = sheet(&results.text(name)?, &formats, first_text)?;
            package.put(&new, text);
        } else if name.starts_with("xl/tables/") {
            let text = known.renamed(&results.text(name)?)?;
            package.put(&new, text);
        } else {
            package.put(&new, results.bytes(name)?);
        }
        if let Some(of) = types.get(name.as_str()) {
            package.declare(&new, of)?;
        }
    }
    add_sheets(&mut package, &workbook, &mut results, &folder)?;
    package.save()
}

/// Adds texts to those that the cells of a workbook share; returns the number of the first.
fn add_texts(package: &mut Package<'_>, workbook: &str, more: &str) -> Option<usize> {
    let part = package.related(workbook, "sharedStrings");
    let part = if let Some(part) = part {
        part
    } else {
        let part = "xl/sharedStrings.xml".to_owned();
        package.put(&part, format!("{HEAD}<sst xmlns=\"{MAIN}\" count=\"0\" uniqueCount=\"0\"/>"));
        package.declare(&part, &format!("{SHEETS}.sharedStrings+xml"))?;
        package.relate(workbook, "sharedStrings", &part)?;
        part
    };
    let text = package.text(&part)?;
    let (known, new) = (tags(&text)?, tags(more)?);
    let at = first(&known, "sst")?;
    if !known.get(at)?.prefix().is_empty() {
        return None;
    }
    let number = children(&known, at).len();
    let added = children(&new, first(&new, "sst")?);
    let raw: Option<String> = added.iter().map(|at| more.get(element(&new, *at)?)).collect();
    let total = number + added.len();
    let tag = known.get(at)?;
    let open = with(&tag.with("count", &total.to_string()), "uniqueCount", &total.to_string());
    let inner = if tag.form == Form::Empty {
        String::new()
    } else {
        text.get(tag.span.end..element(&known, at)?.end)?.to_owned()
    };
    let inner = inner.strip_suffix("</sst>").unwrap_or(&inner);
    let open = open.trim_end_matches("/>").trim_end_matches('>').trim_end();
    let before = text.get(..tag.span.start)?;
    package.put(&part, format!("{before}{open}>{inner}{}</sst>", raw?));
    Some(number)
}

/// A sheet with its formats and texts as the other workbook counts them.
fn sheet(text: &str, formats: &Formats, first_text: usize) -> Option<String> {
    let tags = tags(text)?;
    let mut edits = Edits::default();
    let mut is_text = false;
    for (at, tag) in tags.iter().enumerate() {
        let moved = |name: &str| Some(tag.with(name, &formats.number(tag.number(name)?).to_string()));
        if tag.begins("sheetView") {
            edits.put(tag.span.clone(), tag.with("tabSelected", "0"));
        } else if tag.begins("col") || tag.begins("row") || tag.begins("c") {
            if let Some(new) = moved(if tag.name() == "col" { "style" } else { "s" }) {
                edits.put(tag.span.clone(), new);
            }
            is_text = tag.begins("c") && tag.attribute("t").as_deref() == Some("s");
        } else if tag.begins("v") && is_text {
            let end = tags.get(at + 1)?.span.start;
            let number: usize = text.get(tag.span.end..end)?.trim().parse().ok()?;
            edits.put(tag.span.end..end, (number + first_text).to_string());
        }
    }
    Some(edits.apply(text))
}

/// The tables that a workbook has: no two have one number or one name.
struct Tables {
    last: usize,
    names: Vec<String>,
}

impl Tables {
    fn of(package: &mut Package<'_>) -> Option<Self> {
        let parts: Vec<String> = package
            .names()
            .filter(|name| name.contains("/tables/") && !name.contains("_rels"))
            .map(str::to_owned)
            .collect();
        let mut known = Self { last: 0, names: Vec::new() };
        for part in &parts {
            let text = package.text(part)?;
            let tags = tags(&text)?;
            let table = tags.get(first(&tags, "table")?)?;
            known.last = known.last.max(table.number("id").unwrap_or_default());
            known.names.extend(table.attribute("displayName").map(|name| name.to_lowercase()));
        }
        Some(known)
    }

    fn renamed(&mut self, text: &str) -> Option<String> {
        let tags = tags(text)?;
        let table = tags.get(first(&tags, "table")?)?;
        self.last += 1;
        let wanted = table.attribute("displayName")?;
        let numbered = |i: usize| if i == 1 { wanted.clone() } else { format!("{wanted}_{i}") };
        let free = (1..=self.names.len() + 1).map(numbered).find(|name| !self.names.contains(&name.to_lowercase()))?;
        let open = with(&with(&table.with("id", &self.last.to_string()), "displayName", &free), "name", &free);
        self.names.push(free.to_lowercase());
        let mut edits = Edits::default();
        edits.put(table.span.clone(), open);
        Some(edits.apply(text))
    }
}

/// Lists the sheets of the results, with the names that belong to them, behind the others.
fn add_sheets(package: &mut Package<'_>, workbook: &str, results: &mut Package<'_>, folder: &str) -> Option<()> {
    let before = sheets(package, workbook)?.len();
    let of_results = sheets(results, "xl/workbook.xml")?;
    let mut new = String::new();
    let text = package.text(workbook)?;
    let numbers = tags(&text)?;
    let last = numbers.iter().filter(|tag| tag.begins("sheet")).filter_map(|tag| tag.number::<usize>("sheetId")).max();
    for (at, (name, part)) in of_results.iter().enumerate() {
        let part = part.replacen("xl", folder, 1);
        let id = package.relate(workbook, "worksheet", &part)?;
        let tag = with(&with("<sheet/>", "name", name), "sheetId", &(last.unwrap_or_default() + at + 1).to_string());
        new.push_str(&with(&with(&tag, "xmlns:r", LINKS), "r:id", &id));
    }
    let listed = results.text("xl/workbook.xml")?;
    let own = tags(&listed)?;
    let moved = |(at, tag): (usize, &Tag<'_>)| {
        let open = tag.with("localSheetId", &(tag.number::<usize>("localSheetId")? + before).to_string());
        Some(format!("{open}{}", listed.get(tag.span.end..element(&own, at)?.end)?))
    };
    let moved: String = own.iter().enumerate().filter(|(_, tag)| tag.begins("definedName")).filter_map(moved).collect();
    let tags = tags(&text)?;
    let mut edits = Edits::default();
    edits.append(&tags, first(&tags, "sheets")?, &new, None);
    if let Some(at) = first(&tags, "definedNames") {
        edits.append(&tags, at, &moved, None);
    } else if !moved.is_empty() {
        let is_before = |tag: &&Tag<'_>| {
            ["sheets", "functionGroups", "externalReferences"]
                .iter()
                .any(|name| tag.ends(name) || tag.form == Form::Empty && tag.begins(name))
        };
        let end = tags.iter().rfind(is_before)?.span.end;
        edits.put(end..end, format!("<definedNames>{moved}</definedNames>"));
    }
    let text = edits.apply(&text);
    package.put(workbook, text);
    Some(())
}

/// What [`Package::declare`] was told, part by part.
impl Package<'_> {
    fn types(&mut self) -> Option<BTreeMap<String, String>> {
        let text = self.text("[Content_Types].xml")?;
        let tags = tags(&text)?;
        let overrides = tags.iter().filter(|tag| tag.begins("Override"));
        let read = |tag: &Tag<'_>| {
            Some((tag.attribute("PartName")?.trim_start_matches('/').to_owned(), tag.attribute("ContentType")?))
        };
        Some(overrides.filter_map(read).collect())
    }

    /// Takes a part away with all that only it speaks of.
    fn remove_with_all(&mut self, part: &str) -> Option<()> {
        for relation in self.relations(part) {
            if self.names().any(|name| name == relation.target) {
                self.remove_with_all(&relation.target)?;
            }
        }
        self.remove(&relations_of(part));
        self.remove(part);
        self.forget(part)
    }
}
