//! The structure that `docs/ARCHITECTURE.md` describes is the one that the sources have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Past this a file answers more than one question.
const MOST_LINES: usize = 450;

/// Words that stand nowhere in the sources except in these files and folders.
const CONFINED: [(&str, &[&str]); 12] = [
    // Binary fractions stay in the optimiser; two options of the command line are handed to it as such.
    ("f64", &["src/optimise", "src/cli/options.rs"]),
    ("good_lp", &["src/optimise/engine"]),
    ("println", &[]),
    ("eprintln", &[]),
    ("print", &["src/cli"]),
    ("stdout", &["src/cli"]),
    ("stderr", &["src/cli"]),
    // The same input gives the same bytes: no clock but for time limits and the line on stderr, no order by chance.
    ("Instant", &["src/optimise/deadline.rs", "src/cli/plan.rs"]),
    ("SystemTime", &[]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("net", &[]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap()
}

/// Every source file by its path from the root, with its text.
fn sources() -> BTreeMap<String, String> {
    let mut folders = vec![PathBuf::from("src")];
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
    assert!(found.len() > 80, "{} files", found.len());
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
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path}: {lines} lines");
    }
}

#[test]
fn the_map_names_what_is_there() {
    let page = page();
    let named: BTreeSet<&str> = page.split('`').skip(1).step_by(2).collect();
    for path in &named {
        if ["src/", "tests/", "docs/", "scenarios/", ".ci/"].iter().any(|folder| path.starts_with(folder)) {
            assert!(root().join(path).exists(), "{path}");
        }
    }
    let modules: BTreeSet<String> = sources().into_keys().map(|path| module(&path).to_owned()).collect();
    let allowed: BTreeMap<_, _> = allowed().into_iter().collect();
    for module in modules {
        assert!(named.contains(&*format!("src/{module}.rs")), "{module} is not on the map");
        let is_program = ["lib", "main"].contains(&&*module);
        assert!(is_program || allowed.contains_key(&module), "{module} is not in the table of uses");
    }
}
