//! The formats of cells of one workbook, added to those of another.

use crate::render::package::xml::{Edits, Tag, children, element, first, tags, with};
use std::collections::BTreeMap;

/// Numbers of formats below this are the same in every workbook.
const FIRST_OWN: usize = 164;

/// Where the formats of the results are among those of the other workbook.
pub(super) struct Formats {
    first: usize,
}

impl Formats {
    /// The number of a format that had this number in the results.
    pub(super) const fn number(&self, format: usize) -> usize {
        self.first + format
    }

    /// The styles of a workbook with those of another one.
    pub(super) fn add(text: &str, more: &str) -> Option<(String, Self)> {
        let (known, new) = (tags(text)?, tags(more)?);
        let root = known.iter().find(|tag| tag.begins("styleSheet")).filter(|tag| tag.prefix().is_empty())?;
        let mut edits = Edits::default();
        // Formats of numbers have numbers of their own; all else is counted.
        let list = |tags: &[Tag<'_>], name: &str| first(tags, name).map(|at| children(tags, at)).unwrap_or_default();
        let own: Vec<usize> =
            list(&known, "numFmts").iter().filter_map(|at| known.get(*at)?.number("numFmtId")).collect();
        let mut free = own.into_iter().max().unwrap_or_default().max(FIRST_OWN - 1);
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        let mut formats = String::new();
        for at in list(&new, "numFmts") {
            let tag = new.get(at)?;
            free += 1;
            numbers.insert(tag.number("numFmtId")?, free);
            formats.push_str(&tag.with("numFmtId", &free.to_string()));
        }
        if !numbers.is_empty() {
            let total = list(&known, "numFmts").len() + numbers.len();
            if let Some(at) = first(&known, "numFmts") {
                edits.append(&known, at, &formats, Some(total));
            } else {
                let all = format!("<numFmts count=\"{total}\">{formats}</numFmts>");
                edits.put(root.span.end..root.span.end, all);
            }
        }
        let mut before = BTreeMap::new();
        for name in ["fonts", "fills", "borders"] {
            let added: Option<Vec<&str>> = list(&new, name).iter().map(|at| more.get(element(&new, *at)?)).collect();
            let (added, count) = (added?, list(&known, name).len());
            before.insert(name, count);
            edits.append(&known, first(&known, name)?, &added.concat(), Some(count + added.len()));
        }
        let (mut formats, count) = (String::new(), list(&known, "cellXfs").len());
        let added = list(&new, "cellXfs");
        for at in &added {
            let tag = new.get(*at)?;
            let mut open = tag.with("xfId", "0");
            for (name, part) in [("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")] {
                let number: usize = tag.number(name).unwrap_or_default();
                open = with(&open, name, &(number + before.get(part)?).to_string());
            }
            let number = tag.number("numFmtId").unwrap_or_default();
            open = with(&open, "numFmtId", &numbers.get(&number).unwrap_or(&number).to_string());
            formats.push_str(&open);
            formats.push_str(more.get(tag.span.end..element(&new, *at)?.end)?);
        }
        edits.append(&known, first(&known, "cellXfs")?, &formats, Some(count + added.len()));
        Some((edits.apply(text), Self { first: count }))
    }
}
