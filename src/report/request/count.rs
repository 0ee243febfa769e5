//! Posts and people counted against each other, where that alone shows why a matter is not done.

use crate::analysis::explain::Counted;
use crate::analysis::request::Evidence;
use crate::model::{DutyGroup, HeadCount, MatterIx, Post, SectionIx, Step};
use crate::render::document::{Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The count for some matters; `None` where one of them has none, or another one.
pub(super) fn of<'a>(evidence: &'a Evidence, matters: &[MatterIx]) -> Option<&'a HeadCount> {
    let count = |matter: &MatterIx| {
        let explained = evidence.explained.matters.iter().find(|e| e.shortfall.matter == *matter)?;
        match explained.counted.as_ref()? {
            Counted::Short(count) => Some(count),
            Counted::Enough | Counted::Shared => None,
        }
    };
    let first = count(matters.first()?)?;
    let same = |other: &HeadCount| {
        let seats = |count: &HeadCount| count.posts.iter().map(|post| (post.post, post.people)).collect::<Vec<_>>();
        (seats(other), &other.people, &other.kept) == (seats(first), &first.people, &first.kept)
    };
    matters.iter().all(|matter| count(matter).is_some_and(same)).then_some(first)
}

/// The subtraction in a sentence; `table` says where its table is, if there is one.
pub(super) fn sentence(words: Words<'_>, named: &str, matters: &[MatterIx], count: &HeadCount, table: &str) -> String {
    let each = if matters.len() > 1 { words.text.get("letter-count-each") } else { String::new() };
    let people = words.counted_kinds(count);
    let people = if people.is_empty() { words.text.get("letter-count-nobody") } else { people };
    let arguments = [
        ("matters", named),
        ("each", &*each),
        ("kept", &*count.kept.len().to_string()),
        ("needed", &*count.needed.to_string()),
        ("people", &*people),
        ("short", &*count.short.to_string()),
        ("table", table),
    ];
    words.text.with(if count.kept.is_empty() { "letter-count-alone" } else { "letter-count" }, &arguments)
}

/// The posts by kind with their people, and the subtraction below them.
pub(super) fn table(words: Words<'_>, count: &HeadCount) -> Table {
    let text = words.text;
    let mut kinds: BTreeMap<(DutyGroup, Step), (BTreeSet<SectionIx>, u32)> = BTreeMap::new();
    for counted in &count.posts {
        let Post { section, duty, step } = words.unit[counted.post];
        let (sections, people) = kinds.entry((duty, step)).or_default();
        sections.insert(section);
        *people += counted.people;
    }
    let rows = kinds.into_iter().map(|((duty, step), (sections, people))| {
        let post = text.with("letter-count-post", &[("duty", &*words.duty(duty)), ("step", &*words.step(step))]);
        (post, text.with("letter-count-sections", &[("count", &*sections.len().to_string())]), people)
    });
    let sums = [("letter-count-needed", count.needed), ("letter-count-there", count.there)];
    let short = count.short.to_string();
    let sums = sums.map(|(key, people)| (text.with(key, &[("short", &short)]), String::new(), people));
    columns("count", text, rows.chain(sums))
        .head("post", "letter-column-count-post", Kind::Text, |(post, ..)| post.clone())
        .head("sections", "letter-column-count-sections", Kind::Text, |(_, sections, _)| sections.clone())
        .head("people", "letter-column-count-people", Kind::Whole, |(.., people)| *people)
        .table()
}
