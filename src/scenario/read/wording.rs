//! Which id a word or a name means that the reports print: a scenario is written and changed in ids or in the words in
//! which it is answered, Chinese or English.

use crate::model::{
    AwayReason, Basis, ConflictTarget, DutyGroup, Employment, PostCategory, Rank, RetirementPolicy, RuleId, Separation,
    Sex, Status, Step,
};
use crate::scenario::library::packs;
use crate::text::{Language, Text};
use std::sync::OnceLock;

/// A word, the id that it stands for, and the language of which it is one.
type Word = (String, &'static str, Language);

/// Every word that stands for an id in a report, in both languages.
fn words() -> &'static [Word] {
    fn ids<T: Copy>(all: &[T], id: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| id(*value)).collect()
    }
    static WORDS: OnceLock<Vec<Word>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let sets = [
            ("away-reason-", ids(&AwayReason::ALL, AwayReason::id)),
            ("basis-", ids(&Basis::ALL, Basis::id)),
            ("duty-", ids(&DutyGroup::ALL, DutyGroup::id)),
            ("employment-", ids(&Employment::ALL, Employment::id)),
            ("person-status-", ids(&Status::ALL, Status::id)),
            ("policy-", ids(&RetirementPolicy::ALL, RetirementPolicy::id)),
            ("post-category-", ids(&PostCategory::ALL, PostCategory::id)),
            ("rank-", ids(&Rank::ALL, Rank::id)),
            ("rule-", ids(&RuleId::ALL, RuleId::id)),
            ("rule-", vec!["on", "off"]),
            ("separation-", ids(&Separation::ALL, Separation::id)),
            ("sex-", ids(&Sex::ALL, Sex::id)),
            ("status-", vec!["full"]),
            ("step-", ids(&Step::ALL, Step::id)),
            ("", vec!["yes", "no"]),
        ];
        let texts = Language::ALL.map(Text::new);
        let of = |text: &Text, prefix: &str, id: &'static str| {
            let key = format!("{prefix}{id}");
            text.has(&key).then(|| (text.get(&key), id, text.language()))
        };
        let every = sets.iter().flat_map(|(prefix, ids)| ids.iter().map(move |id| (*prefix, *id)));
        let printed = every.flat_map(|(prefix, id)| texts.iter().filter_map(move |text| of(text, prefix, id)));
        printed.chain(packs::words()).collect()
    })
}

/// The words that the reports print for some ids, each once; no word that is an id itself or stands for two of them.
#[must_use]
pub fn printed(ids: &[&'static str]) -> Vec<&'static str> {
    let mut printed: Vec<&str> = Vec::new();
    for (word, ..) in words().iter().filter(|(_, id, _)| ids.contains(id)) {
        if !printed.contains(&word.as_str()) && !ids.contains(&word.as_str()) && id_of(word, ids).is_some() {
            printed.push(word);
        }
    }
    printed
}

/// Which of some ids a word means: the id itself, or the one for which the reports print the word.
#[must_use]
pub fn id_of(word: &str, ids: &[&'static str]) -> Option<&'static str> {
    if let Some(id) = ids.iter().find(|id| **id == word) {
        return Some(id);
    }
    let mut meant = words().iter().filter(|(known, id, _)| known == word && ids.contains(id)).map(|(_, id, _)| *id);
    let first = meant.next()?;
    meant.all(|other| other == first).then_some(first)
}

/// The word that the reports of a language print for one of some ids, if it means no other of them.
#[must_use]
pub fn word_of(id: &str, ids: &[&'static str], language: Language) -> Option<&'static str> {
    let is_printed = |(_, known, of): &&Word| *known == id && *of == language;
    words().iter().filter(is_printed).map(|(word, ..)| word.as_str()).find(|word| id_of(word, ids) == Some(id))
}

/// A word that the reports of a language print for an id, whatever it is an id of.
#[must_use]
pub fn any_word_of(id: &str, language: Language) -> Option<&'static str> {
    words().iter().find(|(_, known, of)| *known == id && *of == language).map(|(word, ..)| word.as_str())
}

/// Whether a word is only printed and is no id itself.
#[must_use]
pub fn is_only_printed(word: &str) -> bool {
    words().iter().any(|(known, ..)| known == word) && !words().iter().any(|(_, id, _)| *id == word)
}

/// What the headcounts of a unit's papers are called: on the sheets of a workbook first, then in reports.
fn headcounts() -> &'static [Word] {
    static WORDS: OnceLock<Vec<Word>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let texts = Language::ALL.map(Text::new);
        let of = |prefix: &str, id: &'static str, text: &Text| {
            let word = text.get(&format!("{prefix}{}", id.replace('_', "-")));
            // Without the unit in brackets.
            (word.split(['（', '(']).next().unwrap_or_default().trim().to_owned(), id, text.language())
        };
        let ids = ConflictTarget::HEADCOUNTS.map(|(id, _)| id);
        let every = ["head-", "headcount-"].into_iter().flat_map(|prefix| ids.map(|id| (prefix, id)));
        every.flat_map(|(prefix, id)| texts.each_ref().map(|text| of(prefix, id, text))).collect()
    })
}

/// Which headcount of a unit's papers a word means.
#[must_use]
pub fn headcount_of(word: &str) -> Option<&'static str> {
    headcounts().iter().find(|(known, ..)| known == word).map(|(_, id, _)| *id)
}

/// What a workbook in a language calls a headcount of a unit's papers.
#[must_use]
pub fn headcount_word(id: &str, language: Language) -> Option<&'static str> {
    headcounts().iter().find(|(_, known, of)| *known == id && *of == language).map(|(word, ..)| word.as_str())
}

/// Every word for a headcount of a unit's papers.
pub fn headcount_words() -> impl Iterator<Item = &'static str> {
    headcounts().iter().map(|(word, ..)| word.as_str())
}

/// The place of the thing that an id or a name means among things told by id and names; an id before any name, and no
/// name that two things bear.
#[must_use]
pub fn position<'a>(wanted: &str, things: impl Iterator<Item = (&'a str, [&'a str; 2])> + Clone) -> Option<usize> {
    let by_id = things.clone().position(|(id, _)| id == wanted);
    by_id.or_else(|| {
        let mut named = things.enumerate().filter(|(_, (_, names))| names.contains(&wanted)).map(|(at, _)| at);
        named.next().filter(|_| named.next().is_none())
    })
}
