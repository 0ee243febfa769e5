//! Reads scenario files: from text with places to a [`Unit`] that is valid by construction.
//!
//! text → [`read::tree`] → laid over the trees of the files that it extends, and under the changes of the command
//! line → checked against the [`spec`] → filled from the built-in defaults → lowered into the model.
//! Every mistake of a run is reported, each once; a scenario with an error is not used at all.

pub mod book;
pub mod duties;
pub mod import;
pub mod library;
mod lower;
pub mod read;
pub mod schema;
pub mod spec;
pub mod what_ifs;
mod wisn;
pub mod write;

use self::import::sheet::is_workbook;
use self::read::layers::Stack;
use self::read::names::Names;
pub use self::read::options::Options;
use self::read::sources::Sources;
use self::read::tree::{Node, Value};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::wisn::Study;
use crate::model::{RosterEntry, Unit};
pub use library::{Embedded, library};
use spec::{Key, Kind, Length, RETIREMENT_COLUMNS, ROSTER, SCENARIO, STUDY};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// A scenario that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The unit it describes.
    pub unit: Unit,
    /// What is odd about it; warnings only.
    pub warnings: Diagnostics,
    /// What its files say together, with the place of every value, before defaults.
    pub tree: Node,
    /// The people of its roster, with the place of every cell.
    pub people: Node,
}

/// The version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// Loads a `.toml` file (`-`: standard input, whose other files lie in the current folder), the files that it extends
/// and the roster that they name, all of which lie in the same folder or below it. The bare name of an
/// [embedded](library()) scenario is that scenario, unless there is such a file.
///
/// # Errors
///
/// Everything that is wrong with the files.
pub fn load(path: &Path) -> Result<Loaded, Diagnostics> {
    load_with(path, &Options::default())
}

/// [`load`] with changes from the command line laid over it.
///
/// # Errors
///
/// Everything that is wrong with the files and the changes.
pub fn load_with(path: &Path, options: &Options) -> Result<Loaded, Diagnostics> {
    load_seeing(path, options, &|_, _| {})
}

/// [`load_with`], which tells of every file that was read: its path as the user would name it, and its bytes.
///
/// # Errors
///
/// Everything that is wrong with the files and the changes.
pub fn load_seeing(path: &Path, options: &Options, seen: &dyn Fn(&Path, &[u8])) -> Result<Loaded, Diagnostics> {
    if let Some(embedded) = path.to_str().and_then(library::find)
        && !path.exists()
    {
        return load_embedded(embedded, options);
    }
    let (file, what_if) = read::file::parts(path);
    let path = &*file;
    let name: Arc<str> = path.display().to_string().into();
    let bytes = read::file::read(path);
    if let Ok(bytes) = &bytes {
        seen(path, bytes);
    }
    if bytes.as_ref().is_ok_and(|bytes| is_workbook(&name, bytes)) {
        return load_what_if(&name, bytes.unwrap_or_default(), what_if.as_deref(), options);
    }
    let mut found = Diagnostics::default();
    let Some(text) = read::file::text(&name, bytes, &read::file::start(&name), &mut found) else {
        return Err(found);
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    load_text_with(&name, &text, options, &|file| {
        let bytes = read::file::read_inside(folder, file)?;
        seen(&folder.join(file), &bytes);
        Ok(bytes)
    })
}

/// Loads a unit from the bytes of a workbook that holds the whole of it. `name` is how findings call the file.
///
/// # Errors
///
/// Everything that is wrong with the workbook and the changes.
pub fn load_workbook(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Loaded, Diagnostics> {
    load_what_if(name, bytes, None, options)
}

/// [`load_workbook`] with one of its what-ifs laid over the unit.
///
/// # Errors
///
/// Everything that is wrong with the workbook and the changes.
pub fn load_what_if(
    name: &str,
    bytes: Vec<u8>,
    what_if: Option<&str>,
    options: &Options,
) -> Result<Loaded, Diagnostics> {
    let (mut found, mut sources) = (Diagnostics::default(), Sources::default());
    let stack = read::layers::read_book(&name.into(), bytes, what_if, &mut sources, &mut found);
    understand(name, stack, options, &|_| Err(io::ErrorKind::NotFound.into()), sources, found)
}

/// Reads a file of text that belongs to no scenario, such as a saved plan: a regular one of sane size, in UTF-8.
///
/// # Errors
///
/// What the system says, or that the file is too large, no regular file, or no text.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read::file::read(path)?).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Loads the scenario that is used when none is named: 洪江区社会保险服务中心 in 2024.
///
/// # Errors
///
/// None; a test loads it.
pub fn embedded() -> Result<Loaded, Diagnostics> {
    embedded_with(&Options::default())
}

/// [`embedded`] with changes from the command line laid over it.
///
/// # Errors
///
/// Everything that is wrong with the changes.
pub fn embedded_with(options: &Options) -> Result<Loaded, Diagnostics> {
    load_embedded(&library::BASELINE, options)
}

/// Loads a scenario that is part of the program, with changes laid over it.
///
/// # Errors
///
/// Everything that is wrong with the changes.
pub fn load_embedded(embedded: &Embedded, options: &Options) -> Result<Loaded, Diagnostics> {
    let Some((name, text)) = embedded.files.first() else { return Err(Diagnostics::default()) };
    let name = Path::new(embedded.folder).join(name).display().to_string();
    load_text_with(&name, text, options, &|file| {
        let known = embedded.files.iter().find(|(name, _)| *name == file);
        known.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| io::ErrorKind::NotFound.into())
    })
}

/// Loads a scenario from text. `name` is how findings call the file; `read` reads the files that it extends and the
/// roster by their paths from the scenario's folder, and is asked only for paths that stay inside it.
///
/// # Errors
///
/// Everything that is wrong with the scenario and its roster.
pub fn load_text(name: &str, text: &str, read: impl Fn(&str) -> io::Result<Vec<u8>>) -> Result<Loaded, Diagnostics> {
    load_text_with(name, text, &Options::default(), &read)
}

/// [`load_text`] with changes from the command line laid over it.
///
/// # Errors
///
/// Everything that is wrong with the scenario, its roster and the changes.
pub fn load_text_with(
    name: &str,
    text: &str,
    options: &Options,
    read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
) -> Result<Loaded, Diagnostics> {
    let name: Arc<str> = name.into();
    let mut found = Diagnostics::default();
    let mut sources = Sources::default();
    let Some(text) = read::file::text(&name, Ok(text.as_bytes().to_vec()), &read::file::start(&name), &mut found)
    else {
        return Err(found);
    };
    let stack = read::layers::read(&name, &text, read, &mut sources, &mut found);
    understand(&name, stack, options, read, sources, found)
}

/// What several layers mean together.
fn understand(
    name: &str,
    stack: Option<Stack>,
    options: &Options,
    read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
    mut sources: Sources,
    mut found: Diagnostics,
) -> Result<Loaded, Diagnostics> {
    let Some(stack) = stack else {
        return Err(book::anew(found.sorted(), |place| sources.excerpt(place).map(|there| there.text))
            .with_excerpts(|place| sources.excerpt(place)));
    };
    let mut tree = stack.tree;
    library::packs::add_lists(&mut tree)?;
    let mut tree = options.lay_over(tree, &mut sources, &mut found);
    let overlays = stack.overlays.into_iter().chain(options.overlay()).collect();

    let is_own =
        tree.get("roster").and_then(|roster| roster.get("file")).is_some_and(|file| file.place.sheet.is_some());
    let mut people = match stack.people {
        _ if !is_own => read_roster(name, &tree, read, &mut sources, &mut found),
        Some(mut people) => {
            read::to_ids::words_to_ids(&mut people, EVERYBODY);
            Some(people)
        }
        None => {
            let place = tree.place.clone();
            found.push(Diagnostic::new(Code::MissingKey, &place).fact("key", ROSTER.name).fact("table", "top"));
            None
        }
    };
    let names = Names::collect(&tree, people.as_ref(), &mut found);
    read::to_ids::names_to_ids(&mut tree, Kind::Table(&SCENARIO), &names);
    if let Some(people) = &mut people {
        read::to_ids::names_to_ids(people, EVERYBODY, &names);
    }
    let mut scenario = read::shape::check(tree.clone(), Kind::Table(&SCENARIO), SCENARIO.name, &mut found);
    read::scale::apply(&mut scenario, &names, &mut found);
    read::defaults::fill(&mut scenario)?;
    let checked = people.clone().map(|people| read::shape::check(people, EVERYBODY, ROSTER.name, &mut found));
    let unit = lower::lower(&scenario, overlays, checked.as_ref(), &names, &mut found);

    let found = book::anew(found.sorted(), |place| sources.excerpt(place).map(|there| there.text))
        .with_excerpts(|place| sources.excerpt(place));
    match unit.zip(people) {
        Some((unit, people)) if !found.has_errors() => Ok(Loaded { unit, warnings: found, tree, people }),
        _ => Err(found),
    }
}

/// The people of a roster that was read by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedRoster {
    /// Everyone, in the order of the file.
    pub people: Vec<RosterEntry>,
    /// What is doubtful about it.
    pub warnings: Diagnostics,
}

/// Loads a roster by itself, without the scenario it may belong to: home sections and posts are not looked up, no
/// month is in the past, and only the columns that fix retirement must be there.
///
/// # Errors
///
/// Everything that is wrong with the file.
pub fn load_roster(path: &Path) -> Result<LoadedRoster, Diagnostics> {
    let name: Arc<str> = path.display().to_string().into();
    let mut found = Diagnostics::default();
    let Some(text) = read::file::text(&name, read::file::read(path), &read::file::start(&name), &mut found) else {
        return Err(found);
    };
    let needed = |key: &Key| RETIREMENT_COLUMNS.contains(&key.name);
    let (mut people, cells) = read::roster::parse(&name, &text, needed, &mut found);
    if let Some(people) = &mut people {
        read::to_ids::words_to_ids(people, EVERYBODY);
    }
    let mut sources = Sources::default();
    sources.cells(&name, cells);
    let entries = people.and_then(|people| {
        let nothing = Node { place: read::file::start(&name), value: Value::Table(Vec::new()) };
        let names = Names::collect(&nothing, Some(&people), &mut found);
        let people = read::shape::check(people, EVERYBODY, ROSTER.name, &mut found);
        lower::roster(&people, &names, &mut found)
    });
    let found = found.sorted().with_excerpts(|place| sources.excerpt(place));
    match entries {
        Some(people) if !found.has_errors() => Ok(LoadedRoster { people, warnings: found }),
        _ => Err(found),
    }
}

/// Loads a WISN study.
///
/// # Errors
///
/// Everything that is wrong with the file.
pub fn load_study(path: &Path) -> Result<Study, Diagnostics> {
    let name: Arc<str> = path.display().to_string().into();
    let mut found = Diagnostics::default();
    let Some(text) = read::file::text(&name, read::file::read(path), &read::file::start(&name), &mut found) else {
        return Err(found);
    };
    study_text(&name, &text)
}

/// Loads a WISN study from text. `name` is how findings call the file.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn study_text(name: &str, text: &str) -> Result<Study, Diagnostics> {
    let name: Arc<str> = name.into();
    let mut sources = Sources::default();
    sources.text(&name, text);
    let excerpt = |place: &_| sources.excerpt(place);
    let mut found = Diagnostics::default();
    let raw = read::parse::parse(&name, text).map_err(|errors| errors.with_excerpts(excerpt))?;
    if let Some(other) = read::layers::other_format(&raw) {
        found.push(other);
        return Err(found.with_excerpts(excerpt));
    }
    let tree = read::shape::check(raw, Kind::Table(&STUDY), STUDY.name, &mut found);
    let study = wisn::lower(&tree, &mut found);
    match study {
        Some(study) if !found.has_errors() => Ok(study),
        _ => Err(found.sorted().with_excerpts(excerpt)),
    }
}

/// The rows of a roster; there must be one.
const EVERYBODY: Kind = Kind::Tables(&ROSTER, Length::AtLeast(1));

/// The people of the roster that a scenario names.
fn read_roster(
    scenario_file: &str,
    scenario: &Node,
    read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<Node> {
    let node = scenario.get("roster").and_then(|roster| roster.get("file"))?;
    let path = node.as_text().filter(|path| !path.trim().is_empty())?;
    let bytes = if read::file::stays_inside(path) { read(path) } else { Err(read::file::outside()) };
    if read::file::is_outside(&bytes) {
        found.push(Diagnostic::new(Code::RosterOutside, &node.place).fact("file", path));
        return None;
    }
    let name: Arc<str> = Path::new(scenario_file).with_file_name("").join(path).display().to_string().into();
    let text = read::file::text(&name, bytes, &node.place, found)?;
    let (mut people, cells) = read::roster::parse(&name, &text, read::roster::is_needed, found);
    if let Some(people) = &mut people {
        read::to_ids::words_to_ids(people, EVERYBODY);
    }
    sources.cells(&name, cells);
    people
}
