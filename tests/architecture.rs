//! The structure that `docs/ARCHITECTURE.md` describes is the one that the sources have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Past this a file answers more than one question.
const MOST_LINES: usize = 400;

/// Words that stand nowhere in the sources except in these files and folders.
const CONFINED: [(&str, &[&str]); 15] = [
    // Binary fractions stay in the optimiser; two options of the command line are handed to it as such. A serializer
    // must name them, and this one refuses them.
    ("f64", &["src/optimise", "src/cli/options.rs", "src/model/ids.rs"]),
    ("good_lp", &["src/optimise/engine"]),
    ("println", &[]),
    ("eprintln", &[]),
    ("print", &["src/cli"]),
    ("stdout", &["src/cli"]),
    ("stderr", &["src/cli"]),
    // The same input gives the same bytes: no clock but for time limits and the line on stderr, no order by chance.
    ("Instant", &["src/optimise/deadline.rs", "src/cli/commands/plan.rs"]),
    ("SystemTime", &[]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    // The board listens on this computer; nothing else knows a network.
    ("net", &["src/cli/board"]),
    ("axum", &["src/cli/board"]),
    ("hyper", &["src/cli/board"]),
    ("tokio", &["src/cli/board"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap()
}

/// Every source file by its path from the root, with its text.
fn sources() -> BTreeMap<String, String> {
    let found = rust_files("src");
    assert!(found.len() > 80, "{} files", found.len());
    found
}

/// Every Rust file below a folder.
fn rust_files(folder: &str) -> BTreeMap<String, String> {
    let mut folders = vec![PathBuf::from(folder)];
    let mut found = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.insert(path.to_str().unwrap().to_owned(), fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    found
}

/// The words of a file's code; comments may speak of anything.
fn words(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '{';
    code.flat_map(|line| line.split(|c| !is_part(c))).filter(|word| !word.is_empty()).collect()
}

/// The top-level module that a file belongs to.
fn module(path: &str) -> &str {
    let rest = path.strip_prefix("src/").unwrap();
    rest.split(['/', '.']).next().unwrap()
}

/// The table of the page that says which module may use which, in its order.
fn allowed() -> Vec<(String, BTreeSet<String>)> {
    let page = page();
    let (_, table) = page.split_once("| module | may use |\n|---|---|\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    rows.map(|row| {
        let cells: Vec<_> = row.split('|').collect();
        (names(cells[1]).remove(0), names(cells[2]).into_iter().collect())
    })
    .collect()
}

#[test]
fn no_arrow_points_back() {
    let allowed: BTreeMap<_, _> = allowed().into_iter().collect();
    for (path, text) in sources() {
        let own = module(&path);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        for word in words(&text) {
            let Some(used) = word.strip_prefix("crate::") else { continue };
            assert!(!used.starts_with('{'), "{path}: name each module on its own: {word}");
            let used = used.split(':').next().unwrap();
            assert!(used == own || allowed[own].contains(used), "{path}: {own} must not use {used}");
        }
    }
}

#[test]
fn every_module_uses_only_those_above_it() {
    let mut above = BTreeSet::new();
    for (module, used) in allowed() {
        assert!(used.is_subset(&above), "{module} uses {used:?}");
        above.insert(module);
    }
}

#[test]
fn some_words_stay_where_they_belong() {
    for (path, text) in sources() {
        let words: BTreeSet<_> = words(&text).into_iter().flat_map(|word| word.split([':', '{'])).collect();
        for (word, places) in CONFINED {
            let at_home = places.iter().any(|place| path.starts_with(place));
            assert!(at_home || !words.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn no_file_is_long() {
    for (path, text) in sources().into_iter().chain(rust_files("tests")) {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path}: {lines} lines");
    }
}

#[test]
fn every_module_is_in_the_table_of_uses() {
    let allowed: BTreeMap<_, _> = allowed().into_iter().collect();
    for module in sources().keys().map(|path| module(path)).filter(|module| !["lib", "main"].contains(module)) {
        assert!(allowed.contains_key(module), "{module}");
    }
}

#[test]
fn every_path_on_the_page_exists() {
    let page = page();
    for path in page.split('`').skip(1).step_by(2) {
        if ["src/", "tests/", "docs/", "scenarios/", ".ci/"].iter().any(|folder| path.starts_with(folder)) {
            assert!(root().join(path).exists(), "{path}");
        }
    }
}

/// A folder belongs to the row that names it, or to the row of the nearest folder above it.
#[test]
fn every_folder_is_on_exactly_one_row() {
    let page = page();
    let (_, table) = page.split_once("| folder | answers | must not know | open first |\n|---|---|---|---|\n").unwrap();
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() <= 25, "{} rows do not fit one screen", rows.len());
    let named: Vec<&str> = rows.iter().map(|row| row.split('`').nth(1).unwrap()).collect();
    let once: BTreeSet<&str> = named.iter().copied().collect();
    assert_eq!(once.len(), named.len(), "a folder has two rows");
    assert!(once.contains("src"), "the row above all others");
    for (row, folder) in rows.iter().zip(&named) {
        assert!(root().join(folder).is_dir(), "{folder}");
        let first = row.split('|').nth(4).unwrap().trim().trim_matches('`');
        let beside = root().join(folder).join(first).exists() || root().join(format!("{folder}.rs")).ends_with(first);
        assert!(first.is_empty() || beside, "{folder}: {first}");
    }
}

/// The files that a file uses, by the paths in its code; those above and below it in the tree are its own family.
fn uses(path: &str, text: &str, files: &BTreeMap<Vec<String>, String>) -> BTreeSet<String> {
    let own: Vec<String> = segments(path);
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut named: Vec<Vec<String>> = Vec::new();
    for statement in code.split("use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        expand(statement, &[], &mut named);
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    named.extend(code.split(|c| !is_part(c)).map(|word| word.split("::").map(str::to_owned).collect()));
    let whole = |path: &Vec<String>| -> Option<Vec<String>> {
        let first = path.first()?;
        let (mut base, rest) = match first.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (own.clone(), &path[1..]),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                (own[..own.len().checked_sub(up)?].to_vec(), &path[up..])
            }
            _ => return None,
        };
        base.extend(rest.iter().cloned());
        (1..=base.len()).rev().map(|n| base[..n].to_vec()).find(|path| files.contains_key(path))
    };
    let others = named.iter().filter_map(whole).filter(|other| !other.starts_with(&own) && !own.starts_with(other));
    others.map(|other| files[&other].clone()).collect()
}

/// A path of the crate for a file: `src/model/unit.rs` is `model`, `unit`.
fn segments(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').map(str::to_owned).collect()
}

/// Every path that a `use` names, braces and all.
fn expand(tree: &str, above: &[String], found: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let (path, inside) = tree.split_once('{').map_or((tree, None), |(path, rest)| (path, Some(rest)));
    let path = path.split(" as ").next().unwrap_or_default();
    let parts = path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned);
    let here: Vec<String> = above.iter().cloned().chain(parts).collect();
    let Some(inside) = inside.and_then(|rest| rest.rsplit_once('}')).map(|(inside, _)| inside) else {
        found.push(here);
        return;
    };
    let mut depth = 0;
    let separates = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    };
    inside.split(separates).filter(|part| !part.trim().is_empty()).for_each(|part| expand(part, &here, found));
}

/// Whoever reads one of two files that use each other must read both: a shared thing then lives in one of its users.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let sources = sources();
    let files: BTreeMap<Vec<String>, String> = sources.keys().map(|path| (segments(path), path.clone())).collect();
    let mut arrows: BTreeMap<&str, BTreeSet<String>> =
        sources.iter().map(|(path, text)| (path.as_str(), uses(path, text, &files))).collect();
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 500);
    // Take away whatever uses nothing that is left; what stays is on a circle, or uses one.
    loop {
        let free: BTreeSet<String> =
            arrows.iter().filter(|(_, used)| used.is_empty()).map(|(path, _)| (*path).to_owned()).collect();
        if free.is_empty() {
            break;
        }
        arrows.retain(|path, _| !free.contains(*path));
        for used in arrows.values_mut() {
            used.retain(|path| !free.contains(path));
        }
    }
    assert!(arrows.is_empty(), "{arrows:#?}");
}
