//! Every way in which one leaf or one entry of a list of a JSON document can be changed, as text.

#![expect(clippy::string_slice, reason = "every place is the border of a JSON value, which begins and ends in ASCII")]

use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A changed document.
#[derive(Debug)]
pub(crate) struct Mutant {
    /// Where, with the numbers of entries: `matters[3].status`.
    pub(crate) path: String,
    /// What stands there now.
    pub(crate) change: String,
    pub(crate) text: String,
}

/// A value in the text.
#[derive(Debug)]
struct Found {
    path: String,
    from: usize,
    to: usize,
    /// Whether it is an entry of a list.
    entry: bool,
    /// Whether it holds no others.
    leaf: bool,
}

/// All mutants of a document. Words become each other word that stands anywhere at such a place, or that `words` names
/// for a field; numbers go up, down and apart; entries of lists go, or come twice.
pub(crate) fn mutants(json: &str, words: &[(&str, &[&str])]) -> Vec<Mutant> {
    let mut found = Vec::new();
    scan(json, 0, "", false, &mut found);
    let mut known: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for value in found.iter().filter(|value| value.leaf) {
        known.entry(place(&value.path)).or_default().insert(&json[value.from..value.to]);
    }
    let mut mutants = Vec::new();
    for Found { path, from, to, entry, leaf } in &found {
        let old = &json[*from..*to];
        let mut put = |from: usize, to: usize, new: &str| {
            let text = format!("{}{new}{}", &json[..from], &json[to..]);
            mutants.push(Mutant { path: path.clone(), change: new.to_owned(), text });
        };
        if *leaf {
            let field = path.rsplit('.').next().unwrap_or_default();
            let named = words.iter().filter(|(name, _)| *name == field).flat_map(|(_, words)| *words);
            let named: Vec<String> = named.map(|word| format!("\"{word}\"")).collect();
            let others = known[&place(path)].iter().map(|word| (*word).to_owned());
            let all: BTreeSet<String> = replacements(old).into_iter().chain(others).chain(named).collect();
            for new in all.iter().filter(|new| !same(new, old)) {
                put(*from, *to, new);
            }
        }
        if *entry {
            put(*from, *to, &format!("{old},{old}"));
            // With the comma after it, or before it if it is the last.
            let rest = json[*to..].trim_start();
            if rest.starts_with(',') {
                put(*from, json.len() - rest.len() + 1, "");
            } else {
                let before = json[..*from].trim_end();
                put(before.len() - usize::from(before.ends_with(',')), *to, "");
            }
        }
    }
    mutants
}

fn replacements(old: &str) -> Vec<String> {
    match old {
        "true" => vec!["false".into()],
        "false" => vec!["true".into()],
        "null" => vec!["\"x\"".into(), "1".into()],
        text if text.starts_with('"') => vec!["\"x\"".into(), "null".into()],
        number => {
            let number: Decimal = number.parse().unwrap();
            let (one, half) = (Decimal::ONE, Decimal::new(5, 1));
            [number + one, number - one, -number, number * Decimal::TWO + half, number / Decimal::TWO]
                .map(|number| number.to_string())
                .into_iter()
                .chain(["1e27".to_owned(), "-79228162514264337593543950335".to_owned()])
                .collect()
        }
    }
}

/// Whether two leaves say the same: −0 is 0.
fn same(one: &str, other: &str) -> bool {
    let number = |text: &str| text.parse::<Decimal>().ok();
    one == other || number(one).is_some_and(|one| Some(one) == number(other))
}

/// A path without the numbers of entries.
fn place(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Notes the value that begins at or after a byte; returns the first byte after it.
fn scan(json: &str, at: usize, path: &str, entry: bool, found: &mut Vec<Found>) -> usize {
    let skip = |at: usize| json.len() - json[at..].trim_start().len();
    let from = skip(at);
    let here = found.len();
    found.push(Found { path: path.to_owned(), from, to: from, entry, leaf: false });
    let to = match json.as_bytes()[from] {
        open @ (b'{' | b'[') => {
            let mut at = skip(from + 1);
            let mut count = 0;
            while !matches!(json.as_bytes()[at], b'}' | b']') {
                let (start, path) = if open == b'{' {
                    let end = string_end(json, at);
                    let key = &json[at + 1..end - 1];
                    let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                    (skip(end) + 1, path)
                } else {
                    (at, format!("{path}[{count}]"))
                };
                at = skip(scan(json, start, &path, open == b'[', found));
                count += 1;
                if json.as_bytes()[at] == b',' {
                    at = skip(at + 1);
                }
            }
            at + 1
        }
        b'"' => {
            found[here].leaf = true;
            string_end(json, from)
        }
        _ => {
            found[here].leaf = true;
            from + json[from..].find([',', '}', ']', '\n', ' ']).unwrap()
        }
    };
    found[here].to = to;
    to
}

/// The first byte after a string that begins at a byte.
fn string_end(json: &str, from: usize) -> usize {
    let mut escaped = false;
    for (i, c) in json[from + 1..].char_indices() {
        match c {
            '"' if !escaped => return from + 1 + i + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    json.len()
}
