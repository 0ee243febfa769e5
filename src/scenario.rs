//! Reads scenario files: from text with places to a [`Unit`] that is valid by construction.
//!
//! text → [`tree`] → checked against the [`spec`] → filled from the built-in defaults → lowered into the model.
//! Every mistake of a run is reported, each once; a scenario with an error is not used at all.

pub mod anonymise;
mod csv;
mod defaults;
pub mod examples;
mod file;
pub mod import;
mod lower;
mod names;
mod parse;
mod roster;
pub mod schema;
mod shape;
pub mod spec;
pub mod start;
pub mod tree;

use crate::diag::{Code, Diagnostic, Diagnostics, Excerpt, Place};
use crate::model::{RosterEntry, Unit};
use names::Names;
use spec::{Key, Kind, Length, RETIREMENT_COLUMNS, ROSTER, SCENARIO};
use std::io;
use std::path::Path;
use std::sync::Arc;
use tree::{Node, Value};

/// A scenario that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The unit it describes.
    pub unit: Unit,
    /// What is odd about it; warnings only.
    pub warnings: Diagnostics,
}

/// The version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// Loads a `.toml` file and the roster it names, which lies in the same folder or below it.
///
/// # Errors
///
/// Everything that is wrong with the two files.
pub fn load(path: &Path) -> Result<Loaded, Diagnostics> {
    let name: Arc<str> = path.display().to_string().into();
    let mut found = Diagnostics::default();
    let Some(text) = file::text(&name, file::read(path), &file::start(&name), &mut found) else {
        return Err(found);
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    load_text(&name, &text, |roster| file::read(&folder.join(roster)))
}

/// Loads the scenario that is part of the program: 洪江区社会保险服务中心 in 2024.
///
/// # Errors
///
/// None; a test loads it.
pub fn embedded() -> Result<Loaded, Diagnostics> {
    let roster = include_bytes!("../scenarios/hongjiang/roster.csv");
    load_text("hongjiang/baseline.toml", include_str!("../scenarios/hongjiang/baseline.toml"), |_| Ok(roster.to_vec()))
}

/// Loads a scenario from text. `name` is how findings call the file; `roster` reads the roster file by the path in
/// the scenario, and is asked only for paths that stay inside the scenario's folder.
///
/// # Errors
///
/// Everything that is wrong with the scenario and its roster.
pub fn load_text(name: &str, text: &str, roster: impl Fn(&str) -> io::Result<Vec<u8>>) -> Result<Loaded, Diagnostics> {
    let name: Arc<str> = name.into();
    let mut found = Diagnostics::default();
    let Some(text) = file::text(&name, Ok(text.as_bytes().to_vec()), &file::start(&name), &mut found) else {
        return Err(found);
    };
    let line_of = |place: &Place| {
        let line = text.lines().nth(place.line.checked_sub(1)?)?;
        Some(Excerpt { text: line.to_owned(), column: place.column })
    };
    let raw = parse::parse(&name, &text).map_err(|errors| errors.with_excerpts(line_of))?;
    if let Some(other) = other_format(&raw) {
        found.push(other);
        return Err(found.with_excerpts(line_of));
    }

    let (people, cells) = read_roster(&name, &raw, roster, &mut found);
    let names = Names::collect(&raw, people.as_ref(), &mut found);
    let mut scenario = shape::check(raw, Kind::Table(&SCENARIO), SCENARIO.name, &mut found);
    defaults::fill(&mut scenario)?;
    let people = people.map(|people| shape::check(people, EVERYBODY, ROSTER.name, &mut found));
    let unit = lower::lower(&scenario, people.as_ref(), &names, &mut found);

    let found = found.sorted().with_excerpts(|place| {
        if place.file == name {
            return line_of(place);
        }
        cell_at(&cells, place)
    });
    match unit {
        Some(unit) if !found.has_errors() => Ok(Loaded { unit, warnings: found }),
        _ => Err(found),
    }
}

/// Loads a roster by itself, without the scenario it may belong to: home sections and posts are not looked up, no
/// month is in the past, and only the columns that fix retirement must be there.
///
/// # Errors
///
/// Everything that is wrong with the file.
pub fn load_roster(path: &Path) -> Result<Vec<RosterEntry>, Diagnostics> {
    let name: Arc<str> = path.display().to_string().into();
    let mut found = Diagnostics::default();
    let Some(text) = file::text(&name, file::read(path), &file::start(&name), &mut found) else {
        return Err(found);
    };
    let needed = |key: &Key| RETIREMENT_COLUMNS.contains(&key.name);
    let (people, cells) = roster::parse(&name, &text, needed, &mut found);
    let entries = people.and_then(|people| {
        let nothing = Node { place: file::start(&name), value: Value::Table(Vec::new()) };
        let names = Names::collect(&nothing, Some(&people), &mut found);
        let people = shape::check(people, EVERYBODY, ROSTER.name, &mut found);
        lower::roster(&people, &names, &mut found)
    });
    match entries {
        Some(entries) if !found.has_errors() => Ok(entries),
        _ => Err(found.sorted().with_excerpts(|place| cell_at(&cells, place))),
    }
}

/// The rows of a roster; there must be one.
const EVERYBODY: Kind = Kind::Tables(&ROSTER, Length::AtLeast(1));

fn cell_at(cells: &csv::Rows, place: &Place) -> Option<Excerpt> {
    let cell = cells.get(place.line.checked_sub(1)?)?.get(place.column.checked_sub(1)?)?;
    Some(Excerpt { text: cell.clone(), column: 1 })
}

/// A finding if the file says that it is of another version of the format; its keys would mean nothing here.
fn other_format(scenario: &Node) -> Option<Diagnostic> {
    let node = scenario.get("format")?;
    let Value::Number(number) = &node.value else { return None };
    if number.exact == Some(FORMAT.into()) {
        return None;
    }
    Some(Diagnostic::new(Code::WrongFormat, &node.place).fact("found", &number.text).fact("known", FORMAT))
}

/// The people of the roster that a scenario names, and the cells they come from.
fn read_roster(
    scenario_file: &str,
    scenario: &Node,
    read: impl Fn(&str) -> io::Result<Vec<u8>>,
    found: &mut Diagnostics,
) -> (Option<Node>, csv::Rows) {
    let nobody = (None, csv::Rows::new());
    let Some(node) = scenario.get("roster").and_then(|roster| roster.get("file")) else { return nobody };
    let Some(path) = node.as_text().filter(|path| !path.trim().is_empty()) else { return nobody };
    if !file::stays_inside(path) {
        found.push(Diagnostic::new(Code::RosterOutside, &node.place).fact("file", path));
        return nobody;
    }
    let name: Arc<str> = Path::new(scenario_file).with_file_name("").join(path).display().to_string().into();
    match file::text(&name, read(path), &node.place, found) {
        Some(text) => roster::parse(&name, &text, roster::is_needed, found),
        None => nobody,
    }
}
