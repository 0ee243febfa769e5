//! What units say in their own words and English readers are told in theirs.

use super::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Each line is a key and what is said; neither file has any other form.
const CHINESE: &str = include_str!("zh/quoted.ftl");
const ENGLISH: &str = include_str!("en/quoted.ftl");

/// English words by what the unit says.
static SAID: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let english: BTreeMap<_, _> = entries(ENGLISH).collect();
    entries(CHINESE).filter_map(|(key, said)| Some((said, *english.get(key)?))).collect()
});

fn entries(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    source.lines().filter_map(|line| line.split_once(" = "))
}

/// What a unit says, for readers of a language: its own words, where no others are known for them.
#[must_use]
pub fn quoted(said: &str, language: Language) -> &str {
    match language {
        Language::Chinese => said,
        Language::English => SAID.get(said).copied().unwrap_or(said),
    }
}

#[cfg(test)]
mod tests {
    use super::{CHINESE, ENGLISH, entries, quoted};
    use crate::text::Language;
    use std::collections::BTreeSet;

    #[test]
    fn both_files_say_the_same_and_each_thing_once() {
        let keys = |source| entries(source).map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!(keys(CHINESE), keys(ENGLISH));
        assert!(entries(ENGLISH).all(|(_, said)| said.chars().all(|c| !('\u{3400}'..='\u{9fff}').contains(&c))));
        let said: BTreeSet<_> = entries(CHINESE).map(|(_, said)| said).collect();
        assert_eq!(said.len(), keys(CHINESE).len());
    }

    #[test]
    fn a_citation_stays_as_it_is() {
        assert_eq!(quoted("件", Language::English), "cases");
        assert_eq!(quoted("件", Language::Chinese), "件");
        assert_eq!(quoted("某报告第三节", Language::English), "某报告第三节");
    }
}
