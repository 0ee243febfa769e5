//! Codes in the place of names in the workbook of a unit, which is written anew: comments, formats and whatever else
//! it holds stay behind.

use super::{codes, file_name, in_words, key_of};
use crate::diag::Diagnostics;
use crate::scenario::book::{self, WhatIf};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::spec::{Kind, Named, ROSTER, SCENARIO, Table};
use crate::scenario::{Loaded, what_ifs};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The workbook of a unit with codes instead of names, to be written.
pub struct AnonymousBook {
    /// The unit.
    pub loaded: Loaded,
    /// What might be otherwise about it.
    pub what_ifs: Vec<WhatIf>,
    /// Who has which code, in the order of the sheet.
    pub key: Vec<(String, String)>,
    /// The name of the file with codes for the names in it.
    pub file_name: String,
    /// Cells whose words still hold a name that is too short or too common to be replaced.
    pub doubtful: Vec<String>,
}

/// Puts codes into the workbook of a unit; `None` if the file is no such workbook.
///
/// # Errors
///
/// Everything that is wrong with the workbook; it must be one that can be planned.
#[must_use]
pub fn workbook(path: &Path) -> Option<Result<AnonymousBook, Diagnostics>> {
    book::is_unit(path).then(|| coded(path))
}

fn coded(path: &Path) -> Result<AnonymousBook, Diagnostics> {
    let before = crate::scenario::load(path)?;
    let mut what_ifs = what_ifs::of(Some(path))?;
    let key = key_of(&before.people);
    let codes = codes(&key);
    let mut loaded = before;
    let mut doubtful = BTreeSet::new();
    let mut coding = Coding { codes: &codes, doubtful: &mut doubtful };
    coding.table(&mut loaded.tree, &SCENARIO);
    if let Value::List(people) = &mut loaded.people.value {
        for person in people {
            coding.table(person, &ROSTER);
        }
    }
    for one in &mut what_ifs {
        coding.table(&mut one.tree, &SCENARIO);
        one.name = in_words(&one.name, &codes);
        one.why = one.why.as_ref().map(|why| in_words(why, &codes));
        one.base = one.base.as_ref().map(|base| in_words(base, &codes));
    }
    for overlay in &mut loaded.unit.overlays {
        overlay.name = in_words(&overlay.name, &codes);
        overlay.why = overlay.why.as_ref().map(|why| in_words(why, &codes));
    }
    let file_name = file_name(path, &codes);
    Ok(AnonymousBook { loaded, what_ifs, file_name, doubtful: doubtful.into_iter().collect(), key })
}

struct Coding<'a> {
    codes: &'a BTreeMap<&'a str, &'a str>,
    doubtful: &'a mut BTreeSet<String>,
}

impl Coding<'_> {
    fn table(&mut self, node: &mut Node, table: &Table) {
        let Value::Table(entries) = &mut node.value else { return };
        for entry in entries {
            let kind = table.key(&entry.key).map_or(Kind::Text, |key| key.kind);
            self.value(&mut entry.node, kind);
        }
    }

    fn value(&mut self, node: &mut Node, kind: Kind) {
        let place = node.place.clone();
        match (kind, &mut node.value) {
            (Kind::Sourced(of), Value::Table(entries)) => {
                for entry in entries {
                    self.value(&mut entry.node, if entry.key == "value" { *of } else { Kind::Text });
                }
            }
            (Kind::Sourced(of), _) => self.value(node, *of),
            (Kind::ByYear(of), Value::Table(entries)) => {
                for entry in entries {
                    self.value(&mut entry.node, *of);
                }
            }
            (Kind::List(of, _), Value::List(items)) => items.iter_mut().for_each(|item| self.value(item, *of)),
            (Kind::Table(of), _) => self.table(node, of),
            (Kind::Tables(of, _), Value::List(items)) => items.iter_mut().for_each(|item| self.table(item, of)),
            (Kind::Name | Kind::Reference(Named::Person), Value::Text(text)) => {
                if let Some(code) = self.codes.get(text.as_str()) {
                    *text = (*code).to_owned();
                }
            }
            (_, Value::Text(text)) => {
                *text = in_words(text, self.codes);
                let is_left = |name: &&&str| name.chars().count() > 1 && text.contains(**name);
                if self
                    .codes
                    .keys()
                    .filter(|name| !self.codes.values().any(|code| code == *name))
                    .any(|name| is_left(&name))
                {
                    let sheet = place.sheet.as_deref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
                    self.doubtful.insert(format!("{sheet}{}", place.cell()));
                }
            }
            _ => {}
        }
    }
}
