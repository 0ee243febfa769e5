//! Reads a scenario file and those it extends, and lays them over each other: the last parent first.

use super::sources::Sources;
use super::tree::{Entry, Node, Value};
use super::{file, merge, parse, shape, to_ids};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Overlay;
use crate::scenario::FORMAT;
use crate::scenario::book::{self, Book, WhatIf};
use crate::scenario::import::sheet::is_workbook;
use crate::scenario::spec::{Kind, OVERLAY, SCENARIO};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What several files say together.
pub(in crate::scenario) struct Stack {
    /// One tree; the path of the roster in it is relative to the folder of the first file.
    pub(in crate::scenario) tree: Node,
    /// What was changed, beginning with the change nearest to the root.
    pub(in crate::scenario) overlays: Vec<Overlay>,
    /// The people of a workbook among the files.
    pub(in crate::scenario) people: Option<Node>,
}

/// A file by itself.
struct Layer {
    tree: Node,
    overlays: Vec<Overlay>,
    people: Option<Node>,
    /// The file that it extends, relative to the folder of the first file.
    parent: Option<(PathBuf, Place)>,
}

/// Reads a file and its parents; `read` gets paths relative to the folder of the first.
pub(in crate::scenario) fn read(
    name: &Arc<str>,
    text: &str,
    read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<Stack> {
    let own = Path::new(&**name);
    let mut seen = vec![PathBuf::from(own.file_name().unwrap_or_default())];
    let mut layers = vec![layer(name, text, Path::new(""), sources, found)?];
    while let Some((path, place)) = layers.last_mut().and_then(|layer| layer.parent.take()) {
        if seen.contains(&path) {
            found.push(Diagnostic::new(Code::ExtendsItself, &place).fact("file", path.display()));
            return None;
        }
        let name: Arc<str> = own.with_file_name("").join(&path).display().to_string().into();
        let bytes = read(&path.display().to_string());
        if file::is_outside(&bytes) {
            found.push(Diagnostic::new(Code::ParentOutside, &place).fact("file", path.display()));
            return None;
        }
        if let Ok(bytes) = &bytes
            && is_workbook(&name, bytes)
        {
            layers.push(book_layer(&name, bytes.clone(), sources, found)?.0);
            break;
        }
        let text = file::text(&name, bytes, &place, found)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        layers.push(layer(&name, &text, &folder, sources, found)?);
        seen.push(path);
    }
    laid(layers, found)
}

/// Reads a workbook, which extends nothing.
pub(in crate::scenario) fn read_book(
    name: &Arc<str>,
    bytes: Vec<u8>,
    what_if: Option<&str>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<Stack> {
    let (Layer { mut tree, mut overlays, people, .. }, what_ifs) = book_layer(name, bytes, sources, found)?;
    if let Some(wanted) = what_if {
        for one in book::chain(&what_ifs, wanted, &file::start(name), found)? {
            let mut over = one.tree.clone();
            to_ids::words_to_ids(&mut over, Kind::Table(&SCENARIO));
            over = book::settled(over, &tree, found);
            tree = merge::lay(tree, over, found);
            overlays.push(one.overlay());
        }
    }
    Some(Stack { tree, overlays, people })
}

/// The unit and the what-ifs of a workbook, in which things are told by their ids.
pub(in crate::scenario) fn what_ifs_of_book(
    name: &Arc<str>,
    bytes: Vec<u8>,
    found: &mut Diagnostics,
) -> Option<Vec<WhatIf>> {
    let (unit, what_ifs) = book_layer(name, bytes, &mut Sources::default(), found)?;
    let settle = |one: &WhatIf| {
        let mut tree = unit.tree.clone();
        let mut over = one.tree.clone();
        for below in book::chain(&what_ifs, &one.name, &file::start(name), found)? {
            over = below.tree.clone();
            to_ids::words_to_ids(&mut over, Kind::Table(&SCENARIO));
            over = book::settled(over, &tree, found);
            tree = merge::lay(tree, over.clone(), found);
        }
        Some(WhatIf { tree: over, ..one.clone() })
    };
    what_ifs.iter().map(settle).collect()
}

/// A file that extends another one, by itself: what it says, what it is called, and which file it extends.
pub(in crate::scenario) fn own(name: &Arc<str>, text: &str) -> Option<(Node, Vec<Overlay>, Option<PathBuf>)> {
    let layer = layer(name, text, Path::new(""), &mut Sources::default(), &mut Diagnostics::default())?;
    Some((layer.tree, layer.overlays, layer.parent.map(|(path, _)| path)))
}

/// The layers over each other; the first is the last of them.
fn laid(mut layers: Vec<Layer>, found: &mut Diagnostics) -> Option<Stack> {
    let overlays = layers.iter_mut().rev().flat_map(|layer| std::mem::take(&mut layer.overlays)).collect();
    let people = layers.iter_mut().find_map(|layer| layer.people.take());
    let trees = layers.into_iter().rev().map(|layer| layer.tree);
    let tree = trees.reduce(|base, over| merge::lay(base, over, found))?;
    Some(Stack { tree, overlays, people })
}

fn book_layer(
    name: &Arc<str>,
    bytes: Vec<u8>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<(Layer, Vec<WhatIf>)> {
    let Book { mut tree, people, overlays, what_ifs } = book::read(name, bytes, sources, found)?;
    if let Some(other) = other_format(&tree) {
        found.push(other);
        return None;
    }
    to_ids::words_to_ids(&mut tree, Kind::Table(&SCENARIO));
    Some((Layer { tree, overlays, people, parent: None }, what_ifs))
}

fn layer(name: &Arc<str>, text: &str, folder: &Path, sources: &mut Sources, found: &mut Diagnostics) -> Option<Layer> {
    sources.text(name, text);
    let mut tree = match parse::parse(name, text) {
        Ok(tree) => tree,
        Err(errors) => {
            found.append(errors);
            return None;
        }
    };
    if let Some(other) = other_format(&tree) {
        found.push(other);
        return None;
    }
    to_ids::words_to_ids(&mut tree, Kind::Table(&SCENARIO));
    let parent = match take(&mut tree, "extends") {
        None => None,
        Some(extends) => Some(parent(extends, folder, &tree, found)?),
    };
    // A file that stands for several, one laid over the other, says of each what it changed.
    let about = take(&mut tree, OVERLAY.name).map(|entry| match entry.node.value {
        Value::List(items) => items,
        _ => vec![entry.node],
    });
    let overlays = about.into_iter().flatten().map(|node| {
        let about = shape::check(node, Kind::Table(&OVERLAY), OVERLAY.name, found);
        Overlay { name: about.string("name").unwrap_or_default(), why: about.string("why") }
    });
    let overlays = overlays.collect();
    relocate_roster(&mut tree, folder);
    Some(Layer { tree, overlays, people: None, parent })
}

/// The file that another extends. Whoever extends a scenario says what is changed and why.
fn parent(extends: Entry, folder: &Path, tree: &Node, found: &mut Diagnostics) -> Option<(PathBuf, Place)> {
    let node = shape::check(extends.node, Kind::Text, "extends", found);
    if !tree.has(OVERLAY.name) {
        let missing = Diagnostic::new(Code::MissingKey, &extends.place);
        found.push(missing.fact("key", OVERLAY.name).fact("table", "top"));
    }
    let path = node.as_text()?;
    if !file::stays_inside(path) {
        found.push(Diagnostic::new(Code::ParentOutside, &node.place).fact("file", path));
        return None;
    }
    let path = folder.join(path).components().filter(|part| *part != Component::CurDir).collect();
    Some((path, node.place))
}

/// Takes a key out of a table.
fn take(table: &mut Node, key: &str) -> Option<Entry> {
    let Value::Table(entries) = &mut table.value else { return None };
    let at = entries.iter().position(|entry| entry.key == key)?;
    Some(entries.remove(at))
}

/// Makes the path of a roster, which is relative to its file, relative to the first file.
fn relocate_roster(tree: &mut Node, folder: &Path) {
    let Value::Table(entries) = &mut tree.value else { return };
    let Some(roster) = entries.iter_mut().find(|entry| entry.key == "roster") else { return };
    let Value::Table(entries) = &mut roster.node.value else { return };
    let file = entries.iter_mut().find(|entry| entry.key == "file").map(|entry| &mut entry.node.value);
    if let Some(Value::Text(file)) = file
        && !folder.as_os_str().is_empty()
        && file::stays_inside(file)
    {
        *file = folder.join(&*file).display().to_string();
    }
}

/// A finding if the file says that it is of another version of the format; its keys would mean nothing here.
pub(in crate::scenario) fn other_format(scenario: &Node) -> Option<Diagnostic> {
    let node = scenario.get("format")?;
    let Value::Number(number) = &node.value else { return None };
    if number.exact == Some(FORMAT.into()) {
        return None;
    }
    Some(Diagnostic::new(Code::WrongFormat, &node.place).fact("found", &number.text).fact("known", FORMAT))
}
