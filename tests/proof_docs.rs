//! `docs/proofs.md` names what is behind every sentence that claims a proof or a necessity.

use shuanggang::text::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const PAGE: &str = include_str!("../docs/proofs.md");

/// The catalogues whose sentences are found by solving.
const FILES: [&str; 16] = [
    "words",
    "report",
    "explain",
    "request",
    "letter",
    "sensitivity",
    "tradeoff",
    "absence",
    "calendar",
    "duties",
    "hire",
    "need",
    "project",
    "alternatives",
    "compare",
    "fleet",
];

/// Words of necessity, impossibility and proof.
const CLAIMS: [(Language, &[&str]); 2] = [
    (
        Language::English,
        &[
            "cannot",
            "in any case",
            "in no case",
            "even if",
            "no number",
            "proven",
            "fewest",
            "at least",
            "at most",
            "must",
            "not even",
            "nobody may",
            "nobody need",
            "no other",
            "nothing gives way",
            "no help",
            "never",
            "the least",
            "largest",
            "enough",
            "the same matters",
            " all matters",
        ],
    ),
    (
        Language::Chinese,
        &[
            "不能",
            "无法",
            "不可行",
            "证明",
            "最少",
            "至少",
            "至多",
            "即使",
            "只要",
            "不足",
            "无须",
            "无需",
            "任何",
            "最优",
            "均可",
        ],
    ),
];

/// Names of columns and stages, the rules themselves, and conditions that a reader is shown as such.
const NAMES: [&str; 9] =
    ["rule-", "breach-", "column-", "stage-", "doc-", "demand-", "hire-column-", "need-reading-", "need-wisn-"];

/// Every sentence of the catalogues by its key, attributes as `key.attribute`.
fn sentences(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (file, source) in language.sources() {
        let name = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or(file);
        if !FILES.contains(&name) {
            continue;
        }
        let mut last = String::new();
        for line in source.lines() {
            let Some((head, text)) = line.split_once(" = ") else { continue };
            if let Some(attribute) = head.strip_prefix("    .") {
                found.insert(format!("{last}.{attribute}"), text.to_owned());
            } else {
                head.clone_into(&mut last);
                found.insert(last.clone(), text.to_owned());
            }
        }
    }
    found
}

/// Words in code of a column of the page's tables.
fn in_column(column: usize) -> BTreeSet<&'static str> {
    let rows = PAGE.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(column));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_sentence_and_place_that_the_page_names_exists() {
    for (language, _) in CLAIMS {
        let known = sentences(language);
        let unknown: Vec<_> = in_column(1).into_iter().filter(|key| !known.contains_key(*key)).collect();
        assert_eq!(unknown, Vec::<&str>::new(), "{}", language.id());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let missing: Vec<_> = in_column(4).into_iter().filter(|path| !root.join(path).exists()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn no_sentence_claims_a_proof_that_the_page_does_not_name() {
    let listed = in_column(1);
    let is_name = |key: &str| NAMES.iter().any(|prefix| key.starts_with(prefix));
    let mut untold = BTreeSet::new();
    for (language, words) in CLAIMS {
        for (key, text) in sentences(language) {
            let text = text.to_lowercase();
            let claims = words.iter().any(|word| text.contains(word));
            if claims && !is_name(&key) && !listed.contains(&*key) {
                untold.insert(key);
            }
        }
    }
    assert_eq!(untold, BTreeSet::new());
}
